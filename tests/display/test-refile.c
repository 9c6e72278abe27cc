/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"
#include "fz-region-node.h"
#include "fz-region-page.h"
#include "fz-region-tree.h"
#include "fz-test-library.h"
#include "fz-test-page.h"
#include "fz-test-window.h"
#include "fz-tree-row.h"

/* Articles that are filed elsewhere by hand: it is a correction, told by a toast
 * and taken back by it. */

#define LINAN_COUNTY G_GUINT64_CONSTANT (330112000253) /* until 1996 */

typedef struct {
  FzTestWindow *window;
  gint64        article;
  FzRegion      filed;
} Expected;

static FzEntry *
load_entry (FzTestWindow *self, gint64 article)
{
  g_autoptr (FzStored) stored = fz_library_load (fz_window_get_library (self->window), article, NULL, NULL);

  return stored ? g_steal_pointer (&stored->entry) : NULL;
}

static gboolean
is_filed (gpointer user_data)
{
  Expected *expected = user_data;
  g_autoptr (FzEntry) entry = load_entry (expected->window, expected->article);

  return entry && entry->filed == expected->filed;
}

static void
wait_filed (FzTestWindow *self, gint64 article, FzRegion region)
{
  Expected expected = { self, article, region };

  fz_test_wait (is_filed, &expected);
  fz_test_window_settle (self);
}

static guint
n_corrections (FzTestWindow *self)
{
  g_autoptr (GPtrArray) corrections = fz_library_corrections (fz_window_get_library (self->window), 0, NULL, NULL);

  return corrections->len;
}

/* The first article that is open in the window. */
static FzEntry *
open_first (FzTestWindow *self)
{
  FzStored *stored;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
  fz_test_window_settle (self);
  stored = fz_reading_pane_get_stored (FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE)));
  g_assert_nonnull (stored);
  return load_entry (self, stored->entry->id);
}

static void
press_undo (FzTestWindow *self)
{
  GtkWidget *label = fz_test_find_text (fz_test_child (self, ADW_TYPE_TOAST_OVERLAY), "_Undo");

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static GtkWidget *
tree (FzTestWindow *self)
{
  return fz_test_child (self, FZ_TYPE_REGION_TREE);
}

static gboolean
bears (GtkWidget *row, const char *name)
{
  return FZ_IS_TREE_ROW (row) && fz_test_find_text (row, name) != NULL;
}

static GtkWidget *
find_row (GtkWidget *root, const char *name)
{
  if (bears (root, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, name);

      if (found)
        return found;
    }
  return NULL;
}

static GtkDropTarget *
target_of (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

/* What GTK calls when something is let go above the row. */
static gboolean
drop (GtkWidget *row, gint64 article)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, article);
  g_signal_emit_by_name (target_of (row), "drop", &value, 1.0, 1.0, &taken);
  g_value_unset (&value);
  return taken;
}

static void
show_region (FzTestWindow *self, const char *name)
{
  GtkWidget *finder = fz_test_find (tree (self), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (finder), name);
  g_signal_emit_by_name (finder, "activate");
  fz_test_pause (300);
}

static void
test_drop (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);
  GtkWidget *row;

  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_GANSU, "西报", 1);
  fz_test_window_settle (self);
  show_region (self, "甘肃省");
  row = find_row (tree (self), "甘肃省");
  g_assert_nonnull (row);
  g_assert_true (drop (row, entry->id));
  wait_filed (self, entry->id, FZ_TEST_GANSU);
  fz_test_assert_text (GTK_WIDGET (self->window), "is filed under 甘肃省");
  g_assert_cmpuint (n_corrections (self), ==, 1);
  fz_test_window_picture (self, "refile-toast");
  press_undo (self);
  wait_filed (self, entry->id, entry->filed);
  g_assert_cmpuint (n_corrections (self), ==, 0);
}

/* An article takes no other one in. */
static void
test_drop_on_article (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);
  GtkWidget *row = find_row (tree (self), entry->title);

  g_assert_nonnull (row);
  g_assert_false (drop (row, entry->id));
}

static void
file (FzTestWindow *self, gint64 article, FzRegion region)
{
  g_assert_true (gtk_widget_activate_action (tree (self), "tree.file", "(xt)", article, region));
  wait_filed (self, article, region);
}

/* Also under what a region was, and under none; what was said before is replaced. */
static void
test_again (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);

  file (self, entry->id, LINAN_COUNTY);
  fz_test_assert_text (GTK_WIDGET (self->window), "is filed under 临安县 (until 1996)");
  file (self, entry->id, FZ_REGION_NONE);
  fz_test_assert_text (GTK_WIDGET (self->window), "is filed under no region");
  g_assert_cmpuint (n_corrections (self), ==, 1);
  file (self, entry->id, FZ_TEST_YIWU);
  g_assert_cmpuint (n_corrections (self), ==, 1);
  press_undo (self);
  wait_filed (self, entry->id, FZ_REGION_NONE);
}

/* The region is found in the dialog by its initials. */
static gboolean
has_dialog (gpointer user_data)
{
  FzTestWindow *self = user_data;

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) != NULL;
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
test_dialog (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);
  AdwDialog *dialog;
  GtkWidget *page, *search;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.file-under", NULL));
  fz_test_wait (has_dialog, self);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  page = fz_test_find (GTK_WIDGET (dialog), FZ_TYPE_REGION_PAGE);
  search = fz_test_find (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "dingxi");
  fz_test_pause (400);
  fz_test_window_picture (self, "refile-dialog");
  g_signal_emit_by_name (search, "activate");
  wait_filed (self, entry->id, FZ_TEST_DINGXI);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

/* The menu of the row with the focus leads to the dialog. */
static void
test_menu (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);
  GObject *menu = gtk_widget_get_template_child (tree (self), FZ_TYPE_REGION_TREE, "menu");
  GtkWidget *row = find_row (tree (self), entry->title);

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
  g_assert_true (gtk_widget_activate_action (tree (self), "tree.menu", NULL));
  fz_test_wait (is_visible, menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_widget_activate_action (tree (self), "articles.file-under", NULL));
  fz_test_wait (has_dialog, self);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static gint64
article_of_other_page (FzTestWindow *self, const FzEntry *entry)
{
  const FzQuery query = FZ_QUERY_ALL;
  g_autoptr (GPtrArray) entries = fz_library_list (fz_window_get_library (self->window), &query, 0, 100, NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    if (((const FzEntry *) entries->pdata[i])->source != entry->source)
      return ((const FzEntry *) entries->pdata[i])->id;
  g_assert_not_reached ();
}

static GtkWidget *
open_details (FzTestWindow *self)
{
  AdwDialog *dialog;

  fz_test_page_win (self, "win.details");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

/* A page that was looked at before and corrected while another one was open is
 * shown as it is now. */
static void
test_page_seen_before (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);

  adw_dialog_force_close (ADW_DIALOG (open_details (self)));
  fz_window_show_article (self->window, article_of_other_page (self, entry));
  fz_test_window_settle (self);
  file (self, entry->id, FZ_TEST_YIWU);
  fz_window_show_article (self->window, entry->id);
  fz_test_window_settle (self);
  fz_test_assert_text (open_details (self), "义乌市");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

/* What is typed about a page goes to no other one. */
static void
test_details_of_other_page (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autoptr (FzEntry) entry = open_first (self);

  open_details (self);
  fz_window_show_article (self->window, article_of_other_page (self, entry));
  fz_test_window_settle (self);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/refile/drop", test_drop);
  g_test_add_func ("/display/refile/drop-on-article", test_drop_on_article);
  g_test_add_func ("/display/refile/again", test_again);
  g_test_add_func ("/display/refile/dialog", test_dialog);
  g_test_add_func ("/display/refile/menu", test_menu);
  g_test_add_func ("/display/refile/page-seen-before", test_page_seen_before);
  g_test_add_func ("/display/refile/details-of-other-page", test_details_of_other_page);
  return g_test_run ();
}
