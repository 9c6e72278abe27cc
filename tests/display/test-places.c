/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-item.h"
#include "fz-fact-page.h"
#include "fz-figures-pane.h"
#include "fz-reading-pane.h"
#include "fz-reading-view.h"
#include "fz-test-window.h"

/* The places of the open article in the sidebar: names that several regions have. */

static const char page_text[] =
  "街巷新闻 2024年3月2日 第2版\n\n早点铺六点开门\n\n"
  "本报讯 鼓楼区的早点铺六点开门,豆浆一碗2元。\n"
  "定西市的早点铺七点开门,定西市人起得早。\n"
  "鼓楼区的早点铺有30家。\n";

static FzTestWindow *
new_window (int width, int height)
{
  FzTestWindow *self = fz_test_window_new (width, height);
  g_autofree char *page = fz_test_write (self, "page.txt", page_text);
  AdwViewStack *stack;

  fz_test_window_import (self, page);
  stack = ADW_VIEW_STACK (fz_test_find (fz_test_child (self, FZ_TYPE_FIGURES_PANE), ADW_TYPE_VIEW_STACK));
  adw_view_stack_set_visible_child_name (stack, "places");
  return self;
}

static FzFactPage *
places_of (FzTestWindow *self)
{
  return FZ_FACT_PAGE (fz_test_child (self, FZ_TYPE_FACT_PAGE));
}

/* The row whose title this is, under this heading; -1 for none. */
static int
row_of (FzTestWindow *self, const char *section, const char *title)
{
  GListModel *model = fz_fact_page_get_model (places_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FzFactItem) item = g_list_model_get_item (model, i);
      g_autofree char *its_section = NULL, *its_title = NULL;

      g_object_get (item, "section", &its_section, "title", &its_title, NULL);
      if (g_str_equal (its_section, section) && g_str_equal (its_title, title))
        return (int) i;
    }
  return -1;
}

static gboolean
is_open (gpointer self)
{
  return row_of (self, "Places in Doubt", "鼓楼区") >= 0;
}

static gboolean
is_settled (gpointer self)
{
  return !is_open (self) && row_of (self, "Places", "鼓楼区") >= 0;
}

static guint
marked (FzTestWindow *self)
{
  FzReadingView *view = FZ_READING_VIEW (fz_test_child (self, FZ_TYPE_READING_VIEW));
  FzRanges *marks = fz_reading_view_get_layer (view, FZ_LAYER_MARK);

  g_assert_cmpuint (fz_ranges_n (marks), ==, 1);
  return fz_ranges_get (marks, 0)->start;
}

/* A name that nothing settles is listed under a heading of its own, and walked. */
static void
test_walk (void)
{
  g_autoptr (FzTestWindow) self = new_window (1200, 800);
  GtkWidget *list = fz_test_find (GTK_WIDGET (places_of (self)), GTK_TYPE_LIST_VIEW);
  guint row, first;

  fz_test_wait (is_open, self);
  g_assert_cmpint (row_of (self, "Places", "鼓楼区"), <, 0);
  g_assert_cmpint (row_of (self, "Places", "定西市"), >=, 0);
  row = (guint) row_of (self, "Places in Doubt", "鼓楼区");
  g_signal_emit_by_name (list, "activate", row);
  first = marked (self);
  g_signal_emit_by_name (list, "activate", row);
  g_assert_cmpuint (marked (self), >, first);
  g_signal_emit_by_name (list, "activate", row);
  g_assert_cmpuint (marked (self), ==, first);
}

static GtkWidget *
visible_menu_button (GtkWidget *root)
{
  if (GTK_IS_MENU_BUTTON (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = visible_menu_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The item of a menu that is labelled so, whether the menu is open or not. */
static GtkWidget *
item_of (GtkWidget *root, const char *label)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), label))
    return gtk_widget_get_ancestor (root, g_type_from_name ("GtkModelButton"));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = item_of (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As a click on the item would. */
static void
choose (FzTestWindow *self, const char *label)
{
  GtkWidget *button, *item;

  fz_test_assert_text (GTK_WIDGET (places_of (self)), "4 places are called so");
  button = visible_menu_button (GTK_WIDGET (places_of (self)));
  g_assert_nonnull (button);
  item = item_of (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), label);
  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
}

static guint
count_corrections (FzTestWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (GPtrArray) corrections = fz_library_corrections (library, 0, NULL, &error);

  g_assert_no_error (error);
  return corrections->len;
}

/* The reader chooses which it is; the toast says so, and takes it back. */
static void
test_settle (void)
{
  g_autoptr (FzTestWindow) self = new_window (1200, 800);
  GtkWidget *toast, *undo;

  fz_test_wait (is_open, self);
  choose (self, "江苏省 › 南京市 › 鼓楼区");
  fz_test_wait (is_settled, self);
  fz_test_window_settle (self);
  g_assert_cmpuint (count_corrections (self), ==, 1);
  fz_test_window_picture (self, "places-settled");
  toast = fz_test_find_text (GTK_WIDGET (self->window), "鼓楼区, which is");
  g_assert_nonnull (toast);
  undo = fz_test_find (gtk_widget_get_ancestor (toast, g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (undo, "clicked");
  fz_test_wait (is_open, self);
  fz_test_window_settle (self);
  g_assert_cmpuint (count_corrections (self), ==, 0);
}

static void
settle_as (FzTestWindow *self, const char *value)
{
  g_signal_emit_by_name (fz_test_child (self, FZ_TYPE_FIGURES_PANE), "place-settled", (gint64) 1, 5u, value);
}

static GtkWidget *
toast_of (FzTestWindow *self)
{
  return fz_test_find_text (GTK_WIDGET (self->window), "鼓楼区, which is");
}

/* Said while another correction of the page is on its way, the toast waits for its own. */
static void
test_settle_twice (void)
{
  g_autoptr (FzTestWindow) self = new_window (1200, 800);
  GtkWidget *undo;

  fz_test_wait (is_open, self);
  settle_as (self, "鼓楼区:320106000000");
  settle_as (self, "鼓楼区:350102000000");
  fz_test_window_settle (self);
  g_assert_cmpuint (count_corrections (self), ==, 2);
  g_assert_nonnull (toast_of (self));
  g_assert_nonnull (fz_test_find_text (GTK_WIDGET (self->window), "福州市"));
  undo = fz_test_find (gtk_widget_get_ancestor (toast_of (self), g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (undo, "clicked");
  fz_test_window_settle (self);
  g_assert_cmpuint (count_corrections (self), ==, 1);
}

/* Where the reader is among the mentions of a row that stays. */
static void
test_walk_goes_on (void)
{
  g_autoptr (FzTestWindow) self = new_window (1200, 800);
  GListModel *model = fz_fact_page_get_model (places_of (self));
  g_autoptr (FzFactItem) stays = NULL, then = NULL;
  g_autofree char *count = NULL;
  guint start, end;

  fz_test_wait (is_open, self);
  stays = g_list_model_get_item (model, (guint) row_of (self, "Places", "定西市"));
  fz_fact_item_walk (stays, 1, &start, &end);
  fz_fact_item_walk (stays, 1, &start, &end);
  settle_as (self, "鼓楼区:320106000000");
  fz_test_wait (is_settled, self);
  fz_test_window_settle (self);
  then = g_list_model_get_item (model, (guint) row_of (self, "Places", "定西市"));
  g_assert_true (then == stays);
  g_object_get (then, "count", &count, NULL);
  g_assert_cmpstr (count, ==, "2 of 2");
  g_assert_cmpint (row_of (self, "Places in Doubt", "鼓楼区"), <, 0);
}

static gboolean
has_no_toast (gpointer self)
{
  return toast_of (self) == NULL;
}

/* In another library nothing is left to be taken back. */
static void
test_other_library (void)
{
  g_autoptr (FzTestWindow) self = new_window (1200, 800);
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);

  fz_test_wait (is_open, self);
  settle_as (self, "鼓楼区:320106000000");
  fz_test_wait (is_settled, self);
  fz_test_window_settle (self);
  g_assert_nonnull (toast_of (self));
  fz_window_open_library (self->window, other);
  fz_test_window_settle (self);
  fz_test_wait (has_no_toast, self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/places/walk", test_walk);
  g_test_add_func ("/display/places/settle", test_settle);
  g_test_add_func ("/display/places/settle-twice", test_settle_twice);
  g_test_add_func ("/display/places/walk-goes-on", test_walk_goes_on);
  g_test_add_func ("/display/places/other-library", test_other_library);
  return g_test_run ();
}
