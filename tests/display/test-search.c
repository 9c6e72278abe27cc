/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-list.h"
#include "fz-reading-pane.h"
#include "fz-region-tree.h"
#include "fz-search-pane.h"
#include "fz-test-library.h"
#include "fz-test-window.h"
#include "odd-store.h"

/* Search over the library: what is typed, what is shown, what a wrong query says,
 * and how a long list is gone through. */

static FzTestWindow *
filled (void)
{
  FzTestWindow *self = fz_test_window_new (1200, 800);
  FzLibrary *library = fz_window_get_library (self->window);

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 3);
  fz_test_fill (library, FZ_TEST_DINGXI, "洮河报", 2);
  fz_test_window_settle (self);
  return self;
}

static FzSearchPane *
pane (FzTestWindow *self)
{
  return FZ_SEARCH_PANE (fz_test_child (self, FZ_TYPE_SEARCH_PANE));
}

static GtkWidget *
entry (FzTestWindow *self)
{
  return fz_test_find (GTK_WIDGET (pane (self)), GTK_TYPE_SEARCH_ENTRY);
}

static GtkListView *
list_of_class (GtkWidget *root, const char *name)
{
  GtkListView *found = NULL;

  if (GTK_IS_LIST_VIEW (root) && gtk_widget_has_css_class (root, name))
    return GTK_LIST_VIEW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found; child = gtk_widget_get_next_sibling (child))
    found = list_of_class (child, name);
  return found;
}

/* What was found, and its regions. */
static GtkListView *
view (FzTestWindow *self)
{
  return list_of_class (GTK_WIDGET (pane (self)), "hits");
}

static GListModel *
region_rows (FzTestWindow *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (list_of_class (GTK_WIDGET (pane (self)), "region-tree")));
}

static void
open_search (FzTestWindow *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL));
}

static void
type (FzTestWindow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry (self)), text);
}

/* As at the keyboard: what stands there stays. */
static void
type_on (FzTestWindow *self, const char *text)
{
  int position = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (entry (self))), -1);

  gtk_editable_insert_text (GTK_EDITABLE (entry (self)), text, -1, &position);
}

static void
assert_says (FzTestWindow *self, const char *text)
{
  fz_test_assert_text (GTK_WIDGET (pane (self)), text);
}

static gboolean
has_focus (FzTestWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static guint
n_found (FzTestWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fz_search_pane_get_list (pane (self))));
}

/* Words of two characters, each change of the query followed. */
static void
test_typing (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  g_assert_true (has_focus (self, entry (self)));
  type (self, "测");
  assert_says (self, "5 articles");
  type (self, "婺江");
  assert_says (self, "3 articles");
  assert_says (self, "婺江报第3篇");
  type (self, "婺江 洮河");
  assert_says (self, "No article found");
  type (self, "洮河 OR 婺江");
  assert_says (self, "5 articles");
  type (self, "region:定西 测试");
  assert_says (self, "2 articles");
  assert_says (self, "这一篇是为测试写的。");
  g_assert_true (has_focus (self, entry (self)));
  type (self, " ");
  assert_says (self, "All words stand in the article");
  g_assert_null (fz_search_pane_get_list (pane (self)));
}

static void
on_loaded (FzHitList *list, gboolean *loaded)
{
  *loaded = TRUE;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* What was typed over is never shown, nor told of, and is asked of the library no
 * longer: nothing holds that when the window has gone. */
static void
test_cancel (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  FzLibrary *library = fz_window_get_library (self->window);
  const FzSearchRequest request = { .query = "测试", .order = FZ_SEARCH_BY_DATE };
  FzHitList *dropped = fz_hit_list_new (library, &request);
  gboolean loaded = FALSE;

  g_signal_connect (dropped, "loaded", G_CALLBACK (on_loaded), &loaded);
  g_assert_finalize_object (dropped);
  open_search (self);
  for (guint i = 0; i < 20; i++)
    {
      type_on (self, i % 2 == 0 ? " 测试" : " 洮河");
      g_main_context_iteration (NULL, TRUE);
    }
  assert_says (self, "2 articles");
  fz_test_window_settle (self);
  assert_says (self, "2 articles");
  g_assert_cmpuint (n_found (self), ==, 2);
  g_assert_false (loaded);
  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  fz_test_window_close (self);
  fz_test_wait (is_null, &library);
}

/* What was found before stays, with the row that is selected. */
static void
test_wrong (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  FzHitList *before;

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  before = fz_search_pane_get_list (pane (self));
  gtk_selection_model_select_item (gtk_list_view_get_model (view (self)), 3, TRUE);
  type_on (self, " (婺江");
  assert_says (self, "Character 4: this bracket is not closed");
  g_assert_true (fz_search_pane_get_list (pane (self)) == before);
  g_assert_true (gtk_selection_model_is_selected (gtk_list_view_get_model (view (self)), 3));
  fz_test_window_picture (self, "search-wrong-query");
  type_on (self, ")");
  assert_says (self, "3 articles");
}

/* Escape, and Ctrl+L, go back to the regions; what was typed is there next time. */
static void
test_escape (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);

  open_search (self);
  g_assert_false (gtk_widget_get_child_visible (tree));
  type (self, "洮河");
  assert_says (self, "2 articles");
  g_signal_emit_by_name (entry (self), "stop-search");
  g_assert_true (gtk_widget_get_child_visible (tree));
  fz_test_window_settle (self);
  g_assert_true (has_focus (self, fz_test_find (tree, GTK_TYPE_LIST_VIEW)));
  open_search (self);
  fz_test_window_settle (self);
  assert_says (self, "2 articles");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view (self)), "search.close", NULL));
  g_assert_true (gtk_widget_get_child_visible (tree));
  open_search (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find-region", NULL));
  g_assert_true (gtk_widget_get_child_visible (tree));
  g_assert_true (has_focus (self, fz_test_find (tree, GTK_TYPE_SEARCH_ENTRY)));
}

/* The menu's choice asks anew. */
static void
test_order (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  FzHitList *best;

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  best = fz_search_pane_get_list (pane (self));
  g_assert_false (fz_hit_list_get_by_date (best));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane (self)), "search.order", "s", "date"));
  fz_test_window_settle (self);
  g_assert_true (fz_hit_list_get_by_date (fz_search_pane_get_list (pane (self))));
  assert_says (self, "5 articles");
}

static gboolean
is_unread (FzTestWindow *self, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (fz_search_pane_get_list (pane (self))), position);

  return !fz_article_item_get_hit (item)->entry->read;
}

static void
assert_shows (FzTestWindow *self, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (fz_search_pane_get_list (pane (self))), position);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, fz_article_item_get_hit (item)->entry->title);
}

static gboolean
first_is_read (gpointer self)
{
  return !is_unread (self, 0);
}

/* Return opens the first; its row no longer says that it is unread, and is still
 * there.  The keys for the next article go through what was found. */
static void
test_open (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  type (self, "婺江");
  g_signal_emit_by_name (entry (self), "activate");
  assert_says (self, "3 articles");
  type (self, "洮河");
  assert_says (self, "2 articles");
  g_assert_true (is_unread (self, 0));
  g_signal_emit_by_name (entry (self), "activate");
  fz_test_window_settle (self);
  assert_shows (self, 0);
  g_assert_true (has_focus (self, fz_test_child (self, FZ_TYPE_READING_PANE)));
  fz_test_wait (first_is_read, self);
  g_assert_true (is_unread (self, 1));
  g_assert_cmpuint (n_found (self), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (gtk_list_view_get_model (view (self)), 0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
  fz_test_window_settle (self);
  assert_shows (self, 1);
}

/* All that was found in an article is marked and walked through, also where no words of
 * the query stand next to each other; another article that is opened has none of it. */
static void
test_hits (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  GtkWidget *reading = fz_test_child (self, FZ_TYPE_READING_PANE);
  GtkSearchBar *bar = GTK_SEARCH_BAR (fz_test_find (reading, GTK_TYPE_SEARCH_BAR));

  open_search (self);
  type (self, "洮河 一篇 测试");
  assert_says (self, "2 articles");
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (entry (self), "activate");
      fz_test_window_settle (self);
      fz_test_assert_text (reading, "1 of 3");
      g_assert_true (gtk_search_bar_get_search_mode (bar));
    }
  g_assert_true (gtk_widget_activate_action (reading, "reading.find", "i", 1));
  fz_test_assert_text (reading, "2 of 3");
  g_assert_true (gtk_widget_activate_action (reading, "reading.find", "i", -1));
  g_assert_true (gtk_widget_activate_action (reading, "reading.find", "i", -1));
  fz_test_assert_text (reading, "3 of 3");
  fz_test_window_picture (self, "search-hits");
  gtk_editable_set_text (GTK_EDITABLE (fz_test_find (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY)), "写");
  fz_test_assert_text (reading, "1 of 1");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
  fz_test_assert_text (reading, "1 of 3");
  g_signal_emit_by_name (entry (self), "stop-search");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.previous-article", NULL));
  fz_test_window_settle (self);
  g_assert_false (gtk_search_bar_get_search_mode (bar));
}

/* What comes in is found at once. */
static void
test_import (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  gtk_selection_model_select_item (gtk_list_view_get_model (view (self)), 2, TRUE);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_YIWU, "绣湖报", 4);
  assert_says (self, "9 articles");
  assert_says (self, "绣湖报第1篇");
}

/* The regions of what is found, with their hits, in one line. */
static char *
describe_regions (FzTestWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model = region_rows (self);

  for (guint i = 0; model && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (FzRegionNode) node = gtk_tree_list_row_get_item (row);

      for (guint depth = 0; depth < gtk_tree_list_row_get_depth (row); depth++)
        g_string_append_c (text, '>');
      g_string_append_printf (text, "%s %d ", fz_region_node_get_name (node), (int) fz_region_node_get_total (node));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

typedef struct {
  FzTestWindow *window;
  const char   *expected;
} Regions;

static gboolean
has_regions (gpointer data)
{
  const Regions *regions = data;
  g_autofree char *text = describe_regions (regions->window);

  return g_str_equal (text, regions->expected);
}

static void
assert_regions (FzTestWindow *self, const char *expected)
{
  Regions regions = { self, expected };

  fz_test_wait (has_regions, &regions);
}

static void
choose_region (FzTestWindow *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (region_rows (self)), position, TRUE);
}

#define BOTH "All Regions 5 浙江省 3 >金华市 3 甘肃省 2 >定西市 2 "

/* Only regions with hits, and those above them; choosing one narrows the hits, and the
 * tree of the library is as it was when the search is over. */
static void
test_regions (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  assert_regions (self, BOTH);
  choose_region (self, 4);
  assert_says (self, "2 articles");
  g_assert_cmpuint (n_found (self), ==, 2);
  assert_regions (self, BOTH);
  fz_test_window_picture (self, "search-region");
  choose_region (self, 1);
  assert_says (self, "3 articles");
  type (self, "洮河");
  assert_regions (self, "All Regions 2 甘肃省 2 >定西市 2 ");
  assert_says (self, "2 articles");
  g_assert_cmpuint (n_found (self), ==, 2);
  type (self, "测试");
  assert_regions (self, BOTH);
  choose_region (self, 3);
  assert_says (self, "2 articles");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane (self)), "search.all-regions", NULL));
  assert_says (self, "5 articles");
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (pane (self))));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane (self)), "search.all-regions", NULL));
  g_assert_true (gtk_widget_get_child_visible (fz_test_child (self, FZ_TYPE_REGION_TREE)));
  fz_test_assert_text (fz_test_child (self, FZ_TYPE_REGION_TREE), "洮河报第1篇");
}

/* A region of which a query finds nothing more is left for all; an import counts. */
static void
test_regions_change (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  type (self, "不见经传");
  assert_says (self, "No article found");
  assert_regions (self, "All Regions 0 ");
  type (self, "婺江");
  assert_regions (self, "All Regions 3 浙江省 3 >金华市 3 ");
  choose_region (self, 2);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_YIWU, "婺江晚报", 2);
  assert_regions (self, "All Regions 5 浙江省 5 >金华市 5 >>义乌市 2 ");
  assert_says (self, "5 articles");
  type (self, "(婺江");
  assert_says (self, "this bracket is not closed");
  type (self, "");
  assert_regions (self, "");
}

/* Typing on cancels what is being counted, in the reader that counts. */
static void
test_regions_typing (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  open_search (self);
  for (guint i = 0; i < 30; i++)
    {
      type (self, i % 2 == 0 ? "测试" : "洮河");
      g_main_context_iteration (NULL, FALSE);
    }
  assert_regions (self, "All Regions 2 甘肃省 2 >定西市 2 ");
  fz_test_window_settle (self);
  assert_regions (self, "All Regions 2 甘肃省 2 >定西市 2 ");
}

static gint64
n_marked (FzTestWindow *self, FzShelf shelf, gboolean unread)
{
  const FzQuery query = { .any_region = TRUE, .shelf = shelf, .unread = unread };

  return fz_library_count (fz_window_get_library (self->window), &query, NULL, NULL);
}

static gboolean
two_starred (gpointer self)
{
  return n_marked (self, FZ_SHELF_STARRED, FALSE) == 2;
}

static gboolean
none_unread (gpointer self)
{
  return n_marked (self, FZ_SHELF_LIBRARY, TRUE) == 0;
}

static gboolean
three_left (gpointer self)
{
  return n_found (self) == 3;
}

static void
act (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane (self)), action, NULL));
}

/* Several hits at once: what is said of them is shown in their rows, without asking
 * the library anew; what is moved to the bin is no hit any more. */
static void
test_mark (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  GtkSelectionModel *selection;
  FzHitList *before;

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  before = fz_search_pane_get_list (pane (self));
  selection = gtk_list_view_get_model (view (self));
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.star", NULL));
  fz_test_wait (two_starred, self);
  act (self, "search.select-all");
  act (self, "articles.mark-read");
  fz_test_wait (none_unread, self);
  fz_test_window_settle (self);
  g_assert_true (fz_search_pane_get_list (pane (self)) == before);
  for (guint i = 0; i < 5; i++)
    {
      const FzEntry *entry = fz_article_item_get_entry (fz_paged_list_peek (FZ_PAGED_LIST (before), i));

      g_assert_true (entry->read);
      g_assert_cmpint (entry->starred, ==, i < 2);
    }
  fz_test_window_picture (self, "search-marked");
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
  act (self, "articles.bin");
  fz_test_wait (three_left, self);
  assert_says (self, "3 articles");
}

/* The row beside what is starred: what is unread, by region; it stays while it is
 * read, until it is looked for again. */
/* The first was read: four are left. */
static gboolean
four_are_marked (gpointer self)
{
  return n_marked (self, FZ_SHELF_LIBRARY, TRUE) == 4;
}

static void
test_unread (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);
  GtkListView *rows = GTK_LIST_VIEW (fz_test_find (tree, GTK_TYPE_LIST_VIEW));

  fz_test_assert_text (tree, "Unread");
  fz_test_window_picture (self, "unread-row");
  g_signal_emit_by_name (rows, "activate", 0);
  assert_says (self, "5 articles");
  g_assert_cmpstr (fz_search_pane_get_query (pane (self)), ==, "unread:");
  assert_regions (self, BOTH);
  gtk_window_present (GTK_WINDOW (self->window));
  fz_search_pane_step (pane (self), 1);
  fz_test_wait (four_are_marked, self);
  fz_test_window_settle (self);
  g_assert_cmpuint (n_found (self), ==, 5);
  type (self, "unread: 测试");
  assert_says (self, "4 articles");
}

static gboolean
is_longer (gpointer self)
{
  return n_found (self) > GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (((FzTestWindow *) self)->window), "n-found"));
}

static gboolean
is_here (FzTestWindow *self, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (fz_search_pane_get_list (pane (self))), position);

  return fz_article_item_get_hit (item) != NULL;
}

static gboolean
first_is_here (gpointer self)
{
  return is_here (self, 0);
}

static gboolean
last_is_here (gpointer self)
{
  return is_here (self, n_found (self) - 1);
}

/* The list grows at its end, and holds no more than a few pages of it. */
static void
test_long (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  const guint all = FZ_HIT_LIST_PAGE * (FZ_PAGED_LIST_PAGES + 3) + 1;
  FzHitList *list;

  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "婺江报", all);
  fz_test_window_settle (self);
  open_search (self);
  type (self, "测试");
  assert_says (self, "551 articles");
  list = fz_search_pane_get_list (pane (self));
  g_assert_cmpuint (n_found (self), <, all / 2);
  while (!fz_hit_list_has_all (list))
    {
      g_object_set_data (G_OBJECT (self->window), "n-found", GUINT_TO_POINTER (n_found (self)));
      gtk_list_view_scroll_to (view (self), n_found (self) - 1, GTK_LIST_SCROLL_NONE, NULL);
      fz_test_wait (is_longer, self);
    }
  g_assert_cmpuint (n_found (self), ==, all);
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (list)), ==, FZ_PAGED_LIST_PAGES);
  g_assert_false (first_is_here (self));
  gtk_list_view_scroll_to (view (self), all - 1, GTK_LIST_SCROLL_NONE, NULL);
  fz_test_wait (last_is_here, self);
  gtk_list_view_scroll_to (view (self), 0, GTK_LIST_SCROLL_NONE, NULL);
  fz_test_wait (first_is_here, self);
}

static gboolean
somebody_waits (gpointer unused)
{
  return odd_store_is_held ();
}

typedef struct {
  FzTestWindow *window;
  gint64        until;
} Frames;

static gint64
frame_of (FzTestWindow *self)
{
  return gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)));
}

static gboolean
are_drawn (gpointer user_data)
{
  Frames *frames = user_data;

  gtk_widget_queue_draw (GTK_WIDGET (frames->window->window));
  return frame_of (frames->window) >= frames->until;
}

static void
assert_draws (FzTestWindow *self)
{
  Frames frames = { self, frame_of (self) + 10 };

  fz_test_wait (are_drawn, &frames);
}

/* All that a reader does while the disk does not answer: the window is drawn, what
 * is typed stands there, rows are chosen, and the answers come when it does. */
static void
test_store_does_not_answer (void)
{
  g_autoptr (FzTestWindow) self = filled ();
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);

  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
  odd_store_hold ();
  type_on (self, " 婺江");
  fz_test_wait (somebody_waits, NULL);
  type_on (self, " OR 洮河");
  assert_draws (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (self))), ==, "测试 婺江 OR 洮河");
  g_assert_true (has_focus (self, entry (self)));
  gtk_selection_model_select_item (gtk_list_view_get_model (view (self)), 3, TRUE);
  g_assert_true (gtk_selection_model_is_selected (gtk_list_view_get_model (view (self)), 3));
  g_signal_emit_by_name (entry (self), "activate");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
  assert_draws (self);
  g_signal_emit_by_name (entry (self), "stop-search");
  g_assert_true (gtk_widget_get_child_visible (tree));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
  assert_draws (self);
  g_assert_true (odd_store_is_held ());
  odd_store_let_go ();
  fz_test_window_settle (self);
  open_search (self);
  assert_says (self, "5 articles");
}

/* A window that goes does not wait for the disk either; the library is closed behind
 * it, and what was written is there. */
static void
test_closing_does_not_wait (void)
{
  g_autoptr (FzTestWindow) self = filled ();

  fz_test_window_settle (self);
  odd_store_hold ();
  fz_test_window_close (self);
  g_assert_null (self->window);
  fz_test_wait (somebody_waits, NULL);
  odd_store_let_go ();
  fz_library_wait_closed ();
  fz_test_window_present (self, 1200, 800);
  open_search (self);
  type (self, "测试");
  assert_says (self, "5 articles");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  odd_store_install ();
  g_test_add_func ("/display/search/typing", test_typing);
  g_test_add_func ("/display/search/cancel", test_cancel);
  g_test_add_func ("/display/search/wrong", test_wrong);
  g_test_add_func ("/display/search/escape", test_escape);
  g_test_add_func ("/display/search/order", test_order);
  g_test_add_func ("/display/search/open", test_open);
  g_test_add_func ("/display/search/hits", test_hits);
  g_test_add_func ("/display/search/import", test_import);
  g_test_add_func ("/display/search/regions", test_regions);
  g_test_add_func ("/display/search/regions-change", test_regions_change);
  g_test_add_func ("/display/search/regions-typing", test_regions_typing);
  g_test_add_func ("/display/search/mark", test_mark);
  g_test_add_func ("/display/search/unread", test_unread);
  g_test_add_func ("/display/search/long", test_long);
  g_test_add_func ("/display/search/store-does-not-answer", test_store_does_not_answer);
  g_test_add_func ("/display/search/closing-does-not-wait", test_closing_does_not_wait);
  return g_test_run ();
}
