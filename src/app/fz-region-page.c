/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-page.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-region-search.h"

/* Where an article is filed: found while the reader types. */
struct _FzRegionPage {
  AdwNavigationPage  parent_instance;

  GtkSearchEntry    *entry;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (FzRegionPage, fz_region_page, ADW_TYPE_NAVIGATION_PAGE)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* More than anybody looks through. */
#define MOST 40

static void
add_row (FzRegionPage *self, const char *title, const char *subtitle, const char *code)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_region (FzRegionPage *self, FzRegion region)
{
  g_autofree char *name = fz_region_shown_name (region);
  g_autofree char *above = fz_region_shown_path (region);
  g_autofree char *code = fz_region_code (region);

  add_row (self, name, above, code);
}

static void
on_search_changed (FzRegionPage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) found = fz_region_search (query, MOST);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    add_region (self, g_array_index (found, FzRegion, i));
  if (*query == '\0')
    add_row (self, _("No Region"), _("The article is about no place"), "");
}

static void
on_row_activated (FzRegionPage *self, GtkListBoxRow *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  g_signal_emit (self, signals[CHOSEN], 0, code);
}

/* Return takes the first that was found for what is written. */
static void
on_entry_activate (FzRegionPage *self)
{
  GtkListBoxRow *row;

  on_search_changed (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    on_row_activated (self, row);
}

static void
fz_region_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (FZ_REGION_PAGE (page)->entry));
}

static void
fz_region_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_REGION_PAGE);
  G_OBJECT_CLASS (fz_region_page_parent_class)->dispose (object);
}

static void
fz_region_page_class_init (FzRegionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_region_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = fz_region_page_shown;
  /* With the code of the region, "" for none. */
  signals[CHOSEN] = g_signal_new ("chosen", FZ_TYPE_REGION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-region-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FzRegionPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FzRegionPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
fz_region_page_init (FzRegionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_search_changed (self);
}

/**
 * fz_region_page_new:
 *
 * Returns: (transfer floating): a page that finds regions
 */
AdwNavigationPage *
fz_region_page_new (void)
{
  return g_object_new (FZ_TYPE_REGION_PAGE, NULL);
}
