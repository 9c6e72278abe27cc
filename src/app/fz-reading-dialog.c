/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-dialog.h"

#include <glib/gi18n.h>

#include "fz-reading-options.h"
#include "fz-reading-preview.h"

/* Where the reading settings are changed: what is wanted often in a popover beside the
 * text, and all of them in a dialog with a preview. */

#define POPOVER_WIDTH 340

static const char * const font_rows[] = { "family", "latin", "script", NULL };
static const char * const line_rows[] = { "direction", "columns", "line-gap", "measure", "margin", "indent", "justify", NULL };
static const char * const mark_rows[] = { "prohibition", "compress", "hang", "gap", "full-width", NULL };
static const char * const page_rows[] = { "printed-lines", "pace", NULL };
static const char * const own_rows[] = { "own", NULL };
static const char * const often[] = { "direction", "family", "script", "line-gap", "measure", "margin", "printed-lines", NULL };

static AdwPreferencesGroup *
group_of (FzReadingSettings *settings, const char *title, const char * const *names)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  for (guint i = 0; names[i] != NULL; i++)
    adw_preferences_group_add (group, fz_reading_option_row (settings, names[i]));
  return group;
}

static GtkWidget *
reset_button (FzReadingSettings *settings)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Reset"));

  gtk_widget_set_tooltip_text (button, _("Set Everything as It Comes with Fangzhi"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (fz_reading_settings_reset), settings, G_CONNECT_SWAPPED);
  return button;
}

static AdwPreferencesGroup *
preview_group (FzReadingSettings *settings)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *paper = fz_reading_option_paper (settings);

  gtk_widget_set_margin_top (paper, 12);
  adw_preferences_group_add (group, fz_reading_preview_new (settings));
  adw_preferences_group_add (group, paper);
  return group;
}

/**
 * fz_reading_dialog_new:
 * @settings: what it changes
 *
 * Returns: a dialog with all reading settings
 */
AdwDialog *
fz_reading_dialog_new (FzReadingSettings *settings)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, preview_group (settings));
  adw_preferences_page_add (page, group_of (settings, _("Fonts"), font_rows));
  adw_preferences_page_add (page, group_of (settings, _("Lines"), line_rows));
  adw_preferences_page_add (page, group_of (settings, _("Marks"), mark_rows));
  adw_preferences_page_add (page, group_of (settings, NULL, page_rows));
  adw_preferences_page_add (page, group_of (settings, NULL, own_rows));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), reset_button (settings));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, _("Reading Settings"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, view);
  return dialog;
}

static GtkWidget *
size_button (const char *icon, const char *label, int steps)
{
  GtkWidget *button = gtk_button_new ();

  if (icon != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reading.zoom");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", steps);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static gboolean
percent (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  /* Translators: the size of the text in percent */
  g_value_take_string (to, g_strdup_printf (_("%u %%"), g_value_get_uint (from)));
  return TRUE;
}

static GtkWidget *
size_box (GObject *zoomed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *own = size_button (NULL, _("Text in Its Own Size"), 0);

  g_object_bind_property_full (zoomed, "zoom", own, "label", G_BINDING_SYNC_CREATE, percent, NULL, NULL, NULL);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), size_button ("zoom-out-symbolic", _("Smaller Text"), -1));
  gtk_box_append (GTK_BOX (box), own);
  gtk_box_append (GTK_BOX (box), size_button ("zoom-in-symbolic", _("Larger Text"), 1));
  return box;
}

static GtkWidget *
button_box (FzReadingSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *more = gtk_button_new_with_mnemonic (_("_All Settings…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "reading.settings");
  gtk_widget_set_hexpand (more, TRUE);
  gtk_box_append (GTK_BOX (box), reset_button (settings));
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

/**
 * fz_reading_popover_new:
 * @settings: what it changes
 * @zoomed: whose property "zoom" is the size of the text
 *
 * Returns: (transfer floating): a popover with what is changed often
 */
GtkWidget *
fz_reading_popover_new (FzReadingSettings *settings, GObject *zoomed)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), fz_reading_option_paper (settings));
  gtk_box_append (GTK_BOX (box), size_box (zoomed));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group_of (settings, NULL, often)));
  gtk_box_append (GTK_BOX (box), button_box (settings));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "reading-popover");
  return popover;
}
