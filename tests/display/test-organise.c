/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"
#include "fz-region-node.h"
#include "fz-region-tree.h"
#include "fz-search-pane.h"
#include "fz-test-library.h"
#include "fz-test-window.h"
#include "fz-tree-row.h"

/* Stars, the bin, orders, saved searches and pages that are removed, in one window:
 * each test leaves it as it found it. */

static FzTestWindow *shared;

static GtkWidget *
tree (void)
{
  return fz_test_child (shared, FZ_TYPE_REGION_TREE);
}

/* Rows that are out of sight have no widgets. */
static void
show_top (void)
{
  GtkWidget *view = fz_test_find (tree (), GTK_TYPE_LIST_VIEW);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 0, GTK_LIST_SCROLL_NONE, NULL);
}

static gboolean
is_at_top (gpointer text)
{
  show_top ();
  return fz_test_find_text (tree (), text) != NULL;
}

static gboolean
is_not_at_top (gpointer text)
{
  return !is_at_top (text);
}

static FzLibrary *
library (void)
{
  return fz_window_get_library (shared->window);
}

static gint64
count (FzShelf shelf)
{
  const FzQuery query = { .any_region = TRUE, .shelf = shelf };

  return fz_library_count (library (), &query, NULL, NULL);
}

static void
act (GtkWidget *widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static gint64
open_first (void)
{
  gtk_window_present (GTK_WINDOW (shared->window));
  act (GTK_WIDGET (shared->window), "win.next-article");
  fz_test_window_settle (shared);
  return fz_reading_pane_get_stored (FZ_READING_PANE (fz_test_child (shared, FZ_TYPE_READING_PANE)))->entry->id;
}

static void
press (const char *label)
{
  GtkWidget *found = fz_test_find_text (GTK_WIDGET (shared->window), label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

/* The key stars what is open, and its row stands above the regions. */
static void
test_star (void)
{
  gint64 article = open_first ();
  g_autoptr (FzStored) stored = NULL;

  g_assert_cmpint (count (FZ_SHELF_STARRED), ==, 0);
  act (GTK_WIDGET (shared->window), "win.star");
  fz_test_wait (is_at_top, (gpointer) "Starred");
  stored = fz_library_load (library (), article, NULL, NULL);
  g_assert_true (stored->entry->starred);
  fz_test_window_picture (shared, "organise-starred");
  act (GTK_WIDGET (shared->window), "win.star");
  fz_test_wait (is_not_at_top, (gpointer) "Starred");
  g_assert_cmpint (count (FZ_SHELF_STARRED), ==, 0);
}

static gboolean
is_counted (gpointer unused)
{
  gint64 n = 0;

  g_object_get (tree (), "n-articles", &n, NULL);
  return n == count (FZ_SHELF_LIBRARY);
}

/* Whether the row of this region alone is selected. */
static gboolean
is_chosen (gpointer name)
{
  GtkWidget *list = fz_test_find (tree (), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GObject) node = NULL;

  if (gtk_bitset_get_size (selected) != 1)
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_nth (selected, 0));
  node = gtk_tree_list_row_get_item (row);
  return FZ_IS_REGION_NODE (node)
         && g_str_equal (fz_region_name (fz_region_node_get_region (FZ_REGION_NODE (node))), name);
}

static void
go_to_region (const char *name)
{
  GtkWidget *finder = fz_test_find (tree (), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (finder), name);
  g_signal_emit_by_name (finder, "activate");
  fz_test_wait (is_chosen, (gpointer) name);
}

/* All articles of a region go at once, and come back by the toast; most of them were
 * never drawn. */
static void
test_bin (void)
{
  gint64 n;

  fz_test_fill (library (), FZ_TEST_GANSU, "西报", 900);
  fz_test_wait (is_counted, NULL);
  n = count (FZ_SHELF_LIBRARY);
  go_to_region ("甘肃省");
  act (tree (), "tree.select-articles");
  act (tree (), "articles.bin");
  fz_test_assert_text (GTK_WIDGET (shared->window), "moved to the bin");
  fz_test_wait (is_at_top, (gpointer) "Bin");
  g_assert_cmpint (count (FZ_SHELF_BIN), ==, 900);
  g_assert_cmpint (count (FZ_SHELF_LIBRARY), ==, n - 900);
  fz_test_window_picture (shared, "organise-bin");
  press ("_Undo");
  fz_test_wait (is_not_at_top, (gpointer) "Bin");
  g_assert_cmpint (count (FZ_SHELF_LIBRARY), ==, n);
}

static void
test_sort (void)
{
  g_autofree char *sort = NULL;

  gtk_widget_activate_action (tree (), "tree.sort", "s", "title");
  g_object_get (tree (), "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, "title");
  fz_test_pause (100);
  fz_test_window_picture (shared, "organise-by-title");
  gtk_widget_activate_action (tree (), "tree.sort", "s", "page");
}

/* A search is kept under its name, with the count of its hits, and found again. */
static void
test_saved (void)
{
  FzSearchPane *search = FZ_SEARCH_PANE (fz_test_child (shared, FZ_TYPE_SEARCH_PANE));
  g_autoptr (GPtrArray) saved = NULL;

  act (GTK_WIDGET (shared->window), "win.search");
  fz_search_pane_set_query (search, "has:figures", FZ_SEARCH_BY_DATE);
  act (GTK_WIDGET (shared->window), "win.save-search");
  fz_test_assert_text (GTK_WIDGET (shared->window), "Save the Search");
  press ("_Save");
  act (GTK_WIDGET (search), "search.close");
  fz_test_wait (is_at_top, (gpointer) "has:figures");
  fz_test_window_settle (shared);
  fz_test_window_picture (shared, "organise-saved");
  saved = fz_library_saved_searches (library (), NULL, NULL);
  g_assert_cmpuint (saved->len, ==, 1);
  g_assert_cmpint (((FzSavedSearch *) saved->pdata[0])->order, ==, FZ_SEARCH_BY_DATE);
  gtk_widget_activate_action (GTK_WIDGET (shared->window), "win.remove-search", "x", ((FzSavedSearch *) saved->pdata[0])->id);
  fz_test_assert_text (GTK_WIDGET (shared->window), "was removed");
  fz_search_pane_set_query (search, "", FZ_SEARCH_BY_RELEVANCE);
}

static gboolean
is_counted_as (gpointer number)
{
  GtkWidget *name = NULL, *row;

  show_top ();
  name = fz_test_find_text (tree (), "title:北报");
  row = name ? gtk_widget_get_ancestor (name, FZ_TYPE_TREE_ROW) : NULL;
  return row && fz_test_find_text (row, number) != NULL;
}

static void
bin (gint64 article, gboolean on)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof article);

  g_array_append_val (one, article);
  fz_library_mark_async (library (), one, FZ_MARK_BINNED, on, NULL, NULL, NULL);
}

/* The count of a saved search follows what comes in, goes into the bin and comes out
 * of it. */
static void
test_saved_counts (void)
{
  g_autoptr (FzSavedSearch) saved = fz_saved_search_new ("title:北报", "title:北报", FZ_SEARCH_BY_DATE);
  FzSearchRequest request = { .query = "title:北报", .limit = 1 };
  g_autoptr (FzHits) hits = NULL;
  gint64 id, article;

  fz_test_fill (library (), FZ_TEST_GANSU, "北报", 3);
  id = fz_library_put_saved_search (library (), saved, NULL, NULL);
  fz_test_wait (is_counted_as, (gpointer) "3");
  fz_test_fill (library (), FZ_TEST_GANSU, "北报晚刊", 4);
  fz_test_wait (is_counted_as, (gpointer) "7");
  hits = fz_library_search (library (), &request, NULL, NULL);
  article = ((FzHit *) hits->rows->pdata[0])->entry->id;
  bin (article, TRUE);
  fz_test_wait (is_counted_as, (gpointer) "6");
  bin (article, FALSE);
  fz_test_wait (is_counted_as, (gpointer) "7");
  g_assert_true (fz_library_remove_saved_search (library (), id, NULL, NULL));
  fz_test_wait (is_not_at_top, (gpointer) "title:北报");
}

static gboolean
has_empty_bin (gpointer of)
{
  const FzQuery query = { .any_region = TRUE, .shelf = FZ_SHELF_BIN };

  return fz_library_count (of, &query, NULL, NULL) == 0;
}

/* What is taken back is taken back where it was said, whatever library the window has
 * by then. */
static void
test_undo_in_its_library (void)
{
  g_autoptr (FzLibrary) first = g_object_ref (library ());
  g_autofree char *other = g_build_filename (shared->folder, "other.db", NULL);
  gint64 article = open_first ();
  GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &article, 1, sizeof article);

  gtk_widget_activate_action (GTK_WIDGET (shared->window), "win.mark", "(@axub)", ids, (guint) FZ_MARK_BINNED, TRUE);
  fz_test_assert_text (GTK_WIDGET (shared->window), "moved to the bin");
  g_assert_false (has_empty_bin (first));
  fz_window_open_library (shared->window, other);
  fz_test_window_settle (shared);
  g_assert_true (library () != first);
  press ("_Undo");
  fz_test_wait (has_empty_bin, first);
  fz_window_open_library (shared->window, shared->library);
  fz_test_window_settle (shared);
}

/* Another program's star is seen, too. */
static void
test_elsewhere (void)
{
  g_autoptr (FzLibrary) other = fz_library_open (shared->library, NULL, NULL);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) on = NULL, off = NULL;
  gint64 article = open_first ();

  g_array_append_val (one, article);
  on = fz_library_mark (other, one, FZ_MARK_STARRED, TRUE, NULL, NULL);
  fz_test_wait (is_at_top, (gpointer) "Starred");
  off = fz_library_mark (other, one, FZ_MARK_STARRED, FALSE, NULL, NULL);
  fz_test_wait (is_not_at_top, (gpointer) "Starred");
}

static void
annotate (const FzStored *stored)
{
  g_autoptr (FzAnnotation) note = fz_annotation_new (stored->entry->id, stored->article->text, 0, 2, 1);

  note->note = g_strdup ("再问问");
  g_assert_cmpint (fz_library_put_annotation (library (), note, NULL, NULL), >, 0);
}

/* The dialog says what goes; the page goes with its articles, and a note stays. */
static void
test_remove (void)
{
  gint64 n = count (FZ_SHELF_LIBRARY), article = open_first ();
  g_autoptr (FzStored) stored = fz_library_load (library (), article, NULL, NULL);
  g_autoptr (FzStoredSource) source = fz_library_load_source (library (), stored->entry->source, NULL, NULL);
  gint64 n_gone = source->entries->len;

  annotate (stored);
  gtk_widget_activate_action (GTK_WIDGET (shared->window), "win.remove-source", "x", source->id);
  fz_test_assert_text (GTK_WIDGET (shared->window), "Remove the Page?");
  fz_test_assert_text (GTK_WIDGET (shared->window), "1 note is kept with the words it was made on");
  fz_test_window_picture (shared, "organise-remove");
  press ("_Remove");
  fz_test_assert_text (GTK_WIDGET (shared->window), "The page was removed");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (shared->window)), ==, "Fangzhi");
  g_assert_cmpint (count (FZ_SHELF_LIBRARY), ==, n - n_gone);
  fz_test_wait (is_at_top, (gpointer) "Notes Without Articles");
  act (GTK_WIDGET (shared->window), "win.show-orphans");
  fz_test_assert_text (GTK_WIDGET (shared->window), "再问问");
  fz_test_window_picture (shared, "organise-orphans");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shared->window)));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shared = fz_test_window_samples (1200, 800);
  g_test_add_func ("/organise/star", test_star);
  g_test_add_func ("/organise/bin", test_bin);
  g_test_add_func ("/organise/sort", test_sort);
  g_test_add_func ("/organise/saved", test_saved);
  g_test_add_func ("/organise/saved-counts", test_saved_counts);
  g_test_add_func ("/organise/undo-in-its-library", test_undo_in_its_library);
  g_test_add_func ("/organise/elsewhere", test_elsewhere);
  g_test_add_func ("/organise/remove", test_remove);
  status = g_test_run ();
  g_clear_pointer (&shared, fz_test_window_free);
  return status;
}
