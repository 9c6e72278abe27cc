/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "fz-region-node.h"
#include "fz-region-tree.h"
#include "fz-test-library.h"
#include "fz-test-window.h"

/* What is marked is what was selected, also of rows that were never drawn, and whatever
 * another program imports meanwhile. */

#define N_OLD 700
#define N_NEW 40

static gint64
ask (FzTestWindow *self, const char *sql)
{
  g_autoptr (FzConnection) reader = fz_connection_open (self->library, FZ_CONNECTION_READER, NULL, NULL);
  gint64 answer = -1;

  g_assert_true (fz_connection_ask (reader, sql, &answer, NULL));
  return answer;
}

/* In front of all that is there, in the order of the titles. */
static void
import_elsewhere (FzTestWindow *self)
{
  g_autoptr (FzLibrary) other = fz_library_open (self->library, NULL, NULL);

  fz_test_fill (other, FZ_TEST_JINHUA, "阿城报", N_NEW);
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
act (GtkWidget *widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static gboolean
all_read (gpointer self)
{
  return ask (self, "SELECT count (*) FROM reading") >= N_OLD;
}

static gboolean
none_read (gpointer self)
{
  return ask (self, "SELECT count (*) FROM reading") == 0;
}

static void
assert_only_old_read (FzTestWindow *self, gint64 n)
{
  g_assert_cmpint (ask (self, "SELECT count (*) FROM reading"), ==, n);
  g_assert_cmpint (ask (self, "SELECT count (*) FROM reading JOIN article ON article.id = reading.article "
                              "JOIN source ON source.id = article.source WHERE source.name LIKE '阿%'"), ==, 0);
}

static void
test_imported_meanwhile (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE), *undo;

  g_object_set (tree, "sort", "title", NULL);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "婺江报", N_OLD);
  fz_test_window_settle (self);
  fz_region_tree_reveal (FZ_REGION_TREE (tree), 1, FZ_TEST_JINHUA);
  fz_test_window_settle (self);
  act (tree, "tree.select-articles");
  import_elsewhere (self);
  act (tree, "articles.mark-read");
  fz_test_wait (all_read, self);
  fz_test_window_settle (self);
  assert_only_old_read (self, N_OLD);
  undo = fz_test_find_text (GTK_WIDGET (self->window), "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  fz_test_wait (none_read, self);
}

/* Selects the articles of all regions that are open, and lists those regions. */
static GPtrArray *
select_all_articles (GtkWidget *tree)
{
  GtkListView *view = GTK_LIST_VIEW (fz_test_find (tree, GTK_TYPE_LIST_VIEW));
  GtkSelectionModel *model = gtk_list_view_get_model (view);
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_selection_model_unselect_all (model);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (FZ_IS_ARTICLE_ITEM (item))
        gtk_selection_model_select_item (model, i, FALSE);
      else if (gtk_tree_list_row_get_expanded (row)
               && g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_articles (FZ_REGION_NODE (item)))) > 0)
        g_ptr_array_add (nodes, g_object_ref (item));
    }
  return nodes;
}

/* While how many there are now is still being asked, the rows are those that are seen. */
static void
test_while_counted (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);
  g_autoptr (GPtrArray) nodes = NULL;

  g_object_set (tree, "sort", "title", NULL);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "婺江报", N_OLD);
  fz_test_window_settle (self);
  fz_region_tree_reveal (FZ_REGION_TREE (tree), 1, FZ_TEST_JINHUA);
  fz_test_window_settle (self);
  nodes = select_all_articles (tree);
  g_assert_cmpuint (nodes->len, ==, 1);
  import_elsewhere (self);
  fz_article_list_count (fz_region_node_get_articles (nodes->pdata[0]));
  act (tree, "articles.mark-read");
  fz_test_wait (all_read, self);
  fz_test_window_settle (self);
  assert_only_old_read (self, N_OLD);
}

static gboolean
both_read (gpointer self)
{
  return ask (self, "SELECT count (*) FROM reading") >= 2 * N_OLD;
}

/* What was selected in several regions is not looked for in lists that have changed
 * while the first of them was asked for. */
static void
test_several_lists (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  FzLibrary *library = fz_window_get_library (self->window);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);
  g_autoptr (GPtrArray) nodes = NULL;

  g_object_set (tree, "sort", "title", NULL);
  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", N_OLD);
  fz_test_fill (library, FZ_TEST_DINGXI, "陇中报", N_OLD);
  fz_test_window_settle (self);
  fz_region_tree_reveal (FZ_REGION_TREE (tree), 1, FZ_TEST_JINHUA);
  fz_test_window_settle (self);
  fz_region_tree_reveal (FZ_REGION_TREE (tree), N_OLD + 1, FZ_TEST_DINGXI);
  fz_test_window_settle (self);
  nodes = select_all_articles (tree);
  g_assert_cmpuint (nodes->len, ==, 2);
  act (tree, "articles.mark-read");
  fz_test_fill (library, FZ_TEST_JINHUA, "阿城报", N_NEW);
  fz_test_fill (library, FZ_TEST_DINGXI, "阿勒泰报", N_NEW);
  for (guint i = 0; i < nodes->len; i++)
    fz_article_list_refresh (fz_region_node_get_articles (nodes->pdata[i]), N_OLD + N_NEW, 0);
  fz_test_wait (both_read, self);
  fz_test_window_settle (self);
  assert_only_old_read (self, 2 * N_OLD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/marking/imported-meanwhile", test_imported_meanwhile);
  g_test_add_func ("/display/marking/while-counted", test_while_counted);
  g_test_add_func ("/display/marking/several-lists", test_several_lists);
  return g_test_run ();
}
