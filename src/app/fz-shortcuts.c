/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-shortcuts.h"

#include <glib/gi18n.h>

/* One table of what the keys do: the application's accelerators are set from it,
 * and the dialog that lists them is made of it.  A row without an action is
 * bound elsewhere and only listed. */

typedef struct {
  const char *title;  /* of the group that starts here, else NULL */
  const char *action;
  const char *keys;   /* accelerators, parted by a space */
  const char *label;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Library"), "win.import-files", "<Control>o", N_("Import Files") },
  { NULL, "win.import-folder", "<Control><Shift>o", N_("Import Folder") },
  { NULL, "win.search", "<Control>f", N_("Search Articles") },
  { NULL, "win.find-region", "<Control>l", N_("Find a Region") },
  { NULL, "win.file-under", "<Control><Shift>l", N_("File the Article Under a Region") },
  { NULL, NULL, "<Control>space", N_("Select Several Regions") },
  { NULL, NULL, "<Control>a", N_("Select All Articles of the Region") },
  { NULL, "win.star", "<Control>d", N_("Star or Unstar the Selected Articles") },
  { NULL, "win.read", "<Control>r", N_("Mark the Selected Articles as Read or Unread") },
  { NULL, NULL, "Delete", N_("Move the Selected Articles to the Bin or Back") },
  { NULL, "win.save-search", "<Control><Shift>s", N_("Save the Search") },
  { N_("Reading"), "win.next-article", "<Alt>Down", N_("Next Article") },
  { NULL, "win.previous-article", "<Alt>Up", N_("Previous Article") },
  { NULL, NULL, "Return", N_("Next Mention of a Place") },
  { NULL, NULL, "<Shift>Return", N_("Previous Mention of a Place") },
  { NULL, NULL, "<Control>j", N_("Outline of the Article") },
  { NULL, NULL, "<Alt>Page_Down", N_("Next Heading") },
  { NULL, NULL, "<Alt>Page_Up", N_("Previous Heading") },
  { NULL, NULL, "space", N_("Next Screen") },
  { NULL, NULL, "<Shift>space", N_("Previous Screen") },
  { NULL, NULL, "F3 <Control>g", N_("Find in the Article, Next Hit") },
  { NULL, NULL, "<Shift>F3 <Control><Shift>g", N_("Previous Hit") },
  { NULL, NULL, "<Control><Shift>c", N_("Copy with Citation") },
  { NULL, NULL, "<Control>p", N_("Print the Article") },
  { NULL, NULL, "<Control>Right", N_("Next Word") },
  { NULL, NULL, "<Alt>Right", N_("Next Sentence") },
  { NULL, NULL, "<Control>Down", N_("Next Paragraph") },
  { NULL, NULL, "<Control>plus", N_("Larger Text") },
  { NULL, NULL, "<Control>minus", N_("Smaller Text") },
  { NULL, NULL, "<Control>0", N_("Text in Its Own Size") },
  { NULL, "win.toggle-page", "F7", N_("Whole Page") },
  { NULL, "win.details", "<Control>i", N_("Details of the Article") },
  { N_("Highlights and Notes"), NULL, "<Control>h", N_("Highlight the Selection") },
  { NULL, NULL, "<Control>1", N_("Highlight in Yellow") },
  { NULL, NULL, "<Control>2", N_("Highlight in Green") },
  { NULL, NULL, "<Control>3", N_("Highlight in Blue") },
  { NULL, NULL, "<Control>4", N_("Highlight in Pink") },
  { NULL, NULL, "<Control>5", N_("Mark with Emphasis Dots") },
  { NULL, NULL, "<Control>6", N_("Mark with a Name Line") },
  { NULL, NULL, "<Control>7", N_("Mark with a Wavy Line") },
  { NULL, NULL, "<Control>m", N_("Write a Note") },
  { NULL, NULL, "Delete", N_("Remove the Highlight") },
  { NULL, NULL, "<Control>z", N_("Undo") },
  { NULL, NULL, "<Control><Shift>z", N_("Redo") },
  { N_("Whole Page"), NULL, "<Control>Return", N_("Begin an Article at the Line") },
  { NULL, NULL, "<Control>BackSpace", N_("Join to the Article Before") },
  { NULL, NULL, "t", N_("Title") },
  { NULL, NULL, "k", N_("Kicker") },
  { NULL, NULL, "s", N_("Subtitle") },
  { NULL, NULL, "y", N_("Byline") },
  { NULL, NULL, "b", N_("Body") },
  { NULL, NULL, "h", N_("Heading") },
  { NULL, NULL, "c", N_("Caption") },
  { NULL, NULL, "r", N_("Credit") },
  { NULL, NULL, "m", N_("Masthead") },
  { NULL, NULL, "j", N_("Continued") },
  { NULL, NULL, "n", N_("Not Text") },
  { NULL, NULL, "Return", N_("Details of the Article") },
  { NULL, NULL, "<Control>z", N_("Undo") },
  { NULL, NULL, "<Control><Shift>z", N_("Redo") },
  { N_("Figures"), NULL, "Return", N_("Correct the Figure") },
  { NULL, NULL, "<Control>Return", N_("Confirm the Figure") },
  { NULL, NULL, "Delete", N_("Reject the Figure") },
  { NULL, NULL, "BackSpace", N_("Withdraw What You Said") },
  { NULL, NULL, "<Control><Shift>m", N_("Add Figure from the Selection") },
  { N_("Window"), "win.toggle-sidebar", "F9", N_("Show or Hide Regions") },
  { NULL, "win.toggle-figures", "<Control>F9 F8", N_("Show or Hide Figures") },
  { NULL, "win.focus", "<Shift>F11", N_("Article Alone") },
  { NULL, "win.fullscreen", "F11", N_("Full Screen") },
  { NULL, NULL, "F10", N_("Open the Menu") },
  { NULL, "app.shortcuts", "<Control>question <Control>slash", N_("Keyboard Shortcuts") },
  { NULL, "window.close", "<Control>w", N_("Close the Window") },
  { NULL, "app.quit", "<Control>q", N_("Quit") },
};

/**
 * fz_shortcuts_install:
 * @application: the application
 *
 * Sets the accelerators of all actions.
 */
void
fz_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      if (shortcuts[i].action)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char * const *) keys);
    }
}

/* The first of the row's accelerators, as it stands on the keys. */
static char *
keys_label (const Shortcut *shortcut)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (keys[0], &key, &modifiers))
    return g_strdup (keys[0]);
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
shortcut_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = keys_label (shortcut);
  GtkWidget *keys = gtk_label_new (text);

  gtk_widget_add_css_class (keys, "dim-label");
  gtk_widget_add_css_class (keys, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static GtkWidget *
shortcuts_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].title)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(shortcuts[i].title));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), shortcut_row (&shortcuts[i]));
    }
  return page;
}

/**
 * fz_shortcuts_dialog_new:
 *
 * GTK's own shortcuts window is deprecated from 4.18 on and libadwaita's comes
 * with 1.8 only, so the list is set here.
 *
 * Returns: a dialog
 */
AdwDialog *
fz_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), shortcuts_page ());
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
