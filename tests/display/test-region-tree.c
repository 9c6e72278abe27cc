/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"
#include "fz-region-forest.h"
#include "fz-region-node.h"
#include "fz-region-tree.h"
#include "fz-test-library.h"
#include "fz-test-window.h"
#include "fz-union-pane.h"

/* The tree of regions: what regions were, second regions, the order, the finder,
 * several regions at once. */

#define LINAN        G_GUINT64_CONSTANT (330112000000)
#define LINAN_COUNTY G_GUINT64_CONSTANT (330112000253) /* until 1996 */
#define LINAN_CITY   G_GUINT64_CONSTANT (330112000505) /* until 2017 */
#define ANJI         G_GUINT64_CONSTANT (330523000000)

static void
fill (FzTestWindow *self)
{
  FzLibrary *library = fz_window_get_library (self->window);

  fz_test_fill (library, LINAN_COUNTY, "县报", 1);
  fz_test_fill (library, LINAN_CITY, "市报", 1);
  fz_test_fill (library, LINAN, "区报", 1);
  fz_test_fill_second (library, ANJI, LINAN, "竹报");
  fz_test_fill (library, FZ_TEST_DINGXI, "西报", 1);
  fz_test_window_settle (self);
}

static FzTestWindow *
filled (int width, int height)
{
  FzTestWindow *self = fz_test_window_new (width, height);

  fill (self);
  return self;
}

static GtkWidget *
tree (FzTestWindow *self)
{
  return fz_test_child (self, FZ_TYPE_REGION_TREE);
}

static GListModel *
rows (FzTestWindow *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fz_test_find (tree (self), GTK_TYPE_LIST_VIEW))));
}

static char *
describe_item (gpointer item)
{
  const FzEntry *entry = FZ_IS_ARTICLE_ITEM (item) ? fz_article_item_get_entry (item) : NULL;

  if (FZ_IS_REGION_NODE (item))
    return g_strdup_printf ("%s %d ", fz_region_node_get_name (item), (int) fz_region_node_get_total (item));
  return g_strdup_printf ("%s%s ", entry ? entry->title : "?", entry && entry->second ? "*" : "");
}

/* Regions with their totals and articles in one line, each behind one '>' for a
 * level; an article that is filed elsewhere has a '*'.  What is unread is passed over. */
static void
assert_rows (GListModel *model, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);
      GtkTreeListRow *tree_row = GTK_IS_TREE_LIST_ROW (row) ? GTK_TREE_LIST_ROW (row) : NULL;
      g_autoptr (GObject) item = tree_row ? gtk_tree_list_row_get_item (tree_row) : g_object_ref (row);
      g_autofree char *described = describe_item (item);

      if (FZ_IS_REGION_NODE (item) && fz_region_node_get_row (FZ_REGION_NODE (item)) == FZ_NODE_ROW_UNREAD)
        continue;
      for (guint depth = 0; tree_row && depth < gtk_tree_list_row_get_depth (tree_row); depth++)
        g_string_append_c (text, '>');
      g_string_append (text, described);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define WHOLE_TREE \
  "浙江省 4 >杭州市 4 >>临安区 4 >>>临安市 (until 2017) 1 >>>>市报第1篇 >>>临安县 (until 1996) 1 >>>>县报第1篇 " \
  ">>>区报第1篇 >>>竹报第1篇* >湖州市 1 >>安吉县 1 >>>竹报第1篇 甘肃省 1 >定西市 1 >>西报第1篇 "

static guint
position_of (FzTestWindow *self, const char *described)
{
  GListModel *model = rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      g_autofree char *text = describe_item (item);

      if (g_str_equal (g_strchomp (text), described))
        return i;
    }
  g_error ("There is no row “%s”", described);
}

static void
select_also (FzTestWindow *self, const char *described)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (self)), position_of (self, described), FALSE);
  fz_test_window_settle (self);
  fz_test_pause (100);
}

static void
activate (FzTestWindow *self, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (tree (self), action, target ? "s" : NULL, target));
  fz_test_window_settle (self);
  fz_test_pause (100);
}

/* What 临安 was lies below it, the latest first, and it counts all of it; the
 * article about Anji stands there as well, and Zhejiang counts it once. */
static void
test_tree (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);

  assert_rows (rows (self), WHOLE_TREE);
  fz_test_assert_text (tree (self), "Filed under 安吉县 · 竹报");
  fz_test_window_picture (self, "regions-past");
}

/* What was open stays open when the order changes. */
static void
test_order (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  FzSettings *settings = fz_application_get_settings (self->application);
  g_autofree char *order = NULL;

  activate (self, "tree.order", "pinyin");
  assert_rows (rows (self),
               "甘肃省 1 >定西市 1 >>西报第1篇 "
               "浙江省 4 >杭州市 4 >>临安区 4 >>>临安市 (until 2017) 1 >>>>市报第1篇 >>>临安县 (until 1996) 1 >>>>县报第1篇 "
               ">>>区报第1篇 >>>竹报第1篇* >湖州市 1 >>安吉县 1 >>>竹报第1篇 ");
  g_object_get (settings, "region-order", &order, NULL);
  g_assert_cmpstr (order, ==, "pinyin");
  activate (self, "tree.order", "code");
  assert_rows (rows (self), WHOLE_TREE);
}

/* All regions only when they are asked for. */
static void
test_whole (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);

  activate (self, "tree.whole", NULL);
  position_of (self, "北京市 0");
  position_of (self, "浙江省 4");
  position_of (self, "龙岗镇 0");
  position_of (self, "宁波市 0");
  fz_test_window_picture (self, "regions-whole");
  activate (self, "tree.whole", NULL);
  assert_rows (rows (self), WHOLE_TREE);
}

/* The list that stands where the tree stood. */
static GListModel *
found (FzTestWindow *self)
{
  GObject *pages = gtk_widget_get_template_child (tree (self), FZ_TYPE_REGION_TREE, "pages");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "found");
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (
    fz_test_find (gtk_stack_get_visible_child (GTK_STACK (pages)), GTK_TYPE_LIST_VIEW))));
}

static GtkWidget *
finder (FzTestWindow *self)
{
  return fz_test_find (tree (self), GTK_TYPE_SEARCH_ENTRY);
}

static void
type (FzTestWindow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (finder (self)), text);
  fz_test_pause (200);
}

static void
assert_found (FzTestWindow *self, const char *query, const char *expected)
{
  type (self, query);
  assert_rows (found (self), expected);
}

static void
test_find (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  const char *linan = "临安区 4 临安县 (until 1996) 1 临安市 (until 2017) 1 ";

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find-region", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), finder (self)));
  assert_found (self, "la", linan);
  fz_test_window_picture (self, "regions-found");
  assert_found (self, "临安", linan);
  assert_found (self, "lin'an", linan);
  assert_found (self, "临安县", "临安县 (until 1996) 1 ");
  assert_found (self, "aj", "安吉县 1 ");
  type (self, "bj");
  fz_test_assert_text (tree (self), "No region with articles is called “bj”.");
  type (self, "");
  assert_rows (rows (self), WHOLE_TREE);
}

/* Return goes to the region, though it lies in a closed one; Escape goes nowhere. */
static void
test_find_goes_there (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  g_autoptr (GtkTreeListRow) top = NULL;

  top = g_list_model_get_item (rows (self), 1);
  gtk_tree_list_row_set_expanded (top, FALSE);
  type (self, "临安县");
  g_signal_emit_by_name (finder (self), "stop-search");
  assert_rows (rows (self), "浙江省 4 甘肃省 1 >定西市 1 >>西报第1篇 ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (finder (self))), ==, "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find-region", NULL));
  type (self, "临安县");
  g_signal_emit_by_name (finder (self), "activate");
  fz_test_window_settle (self);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                         fz_test_find (tree (self), GTK_TYPE_LIST_VIEW)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (finder (self))), ==, "");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows (self)), position_of (self, "临安县 (until 1996) 1")));
}

/* Each article once, whichever of the regions it is of. */
static void
test_several (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  FzUnionPane *pane = FZ_UNION_PANE (fz_test_child (self, FZ_TYPE_UNION_PANE));

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  select_also (self, "临安区 4");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  select_also (self, "安吉县 1");
  fz_test_assert_text (GTK_WIDGET (pane), "2 regions, 4 articles");
  assert_rows (G_LIST_MODEL (fz_union_pane_get_list (pane)), "县报第1篇 市报第1篇 区报第1篇 竹报第1篇 ");
  select_also (self, "定西市 1");
  fz_test_assert_text (GTK_WIDGET (pane), "3 regions, 5 articles");
  fz_test_window_picture (self, "regions-several");
  activate (self, "tree.select-one", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane)));
}

/* An article that is opened leaves the regions selected, and the keys for the
 * next article go through theirs. */
static void
test_several_step (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);

  select_also (self, "临安县 (until 1996) 1");
  select_also (self, "甘肃省 1");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL));
      fz_test_window_settle (self);
    }
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "西报第1篇");
  g_assert_true (gtk_widget_get_mapped (fz_test_child (self, FZ_TYPE_UNION_PANE)));
}

static gint64
n_on_shelf (FzTestWindow *self, FzShelf shelf)
{
  const FzQuery query = { .any_region = TRUE, .shelf = shelf };

  return fz_library_count (fz_window_get_library (self->window), &query, NULL, NULL);
}

static gboolean
two_starred (gpointer self)
{
  return n_on_shelf (self, FZ_SHELF_STARRED) == 2;
}

static gboolean
one_binned (gpointer self)
{
  return n_on_shelf (self, FZ_SHELF_BIN) == 1;
}

static const FzEntry *
entry_at (FzArticleList *list, guint i)
{
  FzArticleItem *item = fz_paged_list_peek (FZ_PAGED_LIST (list), i);

  return item ? fz_article_item_get_entry (item) : NULL;
}

static gboolean
both_are_known (gpointer list)
{
  return entry_at (list, 0) && entry_at (list, 1);
}

static gboolean
both_show_a_star (gpointer list)
{
  return both_are_known (list) && entry_at (list, 0)->starred && entry_at (list, 1)->starred;
}

/* In the list of several regions many are marked at once, as in the tree; the rows
 * follow. */
static void
test_several_mark (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  GtkWidget *pane = fz_test_child (self, FZ_TYPE_UNION_PANE);
  FzArticleList *list;

  select_also (self, "临安县 (until 1996) 1");
  select_also (self, "甘肃省 1");
  list = fz_union_pane_get_list (FZ_UNION_PANE (pane));
  fz_test_wait (both_are_known, list);
  g_assert_true (gtk_widget_activate_action (pane, "union.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.star", NULL));
  fz_test_wait (two_starred, self);
  fz_test_wait (both_show_a_star, list);
  fz_test_window_picture (self, "several-marked");
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (fz_test_find (pane, GTK_TYPE_LIST_VIEW))), 0, TRUE);
  g_assert_true (gtk_widget_activate_action (pane, "articles.bin", NULL));
  fz_test_wait (one_binned, self);
}

/* An article that is opened at its second region stays selected there. */
static void
test_second_stays (void)
{
  g_autoptr (FzTestWindow) self = filled (1200, 800);
  guint position = position_of (self, "竹报第1篇*");

  gtk_list_view_scroll_to (GTK_LIST_VIEW (fz_test_find (tree (self), GTK_TYPE_LIST_VIEW)), position,
                           GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  g_assert_true (gtk_widget_activate_action (fz_test_find (tree (self), GTK_TYPE_LIST_VIEW), "list.activate-item", "u", position));
  fz_test_window_settle (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "竹报第1篇");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows (self)), position_of (self, "竹报第1篇*")));
}

static void
on_updated (gboolean *updated)
{
  *updated = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* A later update may still be under way when the caller is gone. */
static void
wait_updated (FzRegionForest *forest)
{
  gboolean updated = FALSE;
  gulong handler = g_signal_connect_swapped (forest, "updated", G_CALLBACK (on_updated), &updated);

  fz_test_wait (is_true, &updated);
  g_signal_handler_disconnect (forest, handler);
}

static guint
n_children (FzRegionNode *node)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node)));
}

/* Of a country full of articles only the rows are made that somebody looks at; who
 * asks for a region finds it, with those above it. */
static void
test_made_when_looked_at (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  FzLibrary *library = fz_window_get_library (self->window);
  g_autoptr (FzRegionForest) forest = NULL;
  g_autoptr (FzRegionNode) zhejiang = NULL, jinhua = NULL;

  fz_test_fill (library, FZ_TEST_YIWU, "稠州报", 2);
  fz_test_fill (library, FZ_TEST_DINGXI, "陇中报", 1);
  forest = fz_region_forest_new (library);
  wait_updated (forest);
  zhejiang = g_object_ref (fz_region_forest_lookup (forest, FZ_TEST_ZHEJIANG));
  g_assert_cmpint (fz_region_node_get_total (zhejiang), ==, 2);
  g_assert_cmpuint (n_children (zhejiang), ==, 0);
  fz_region_forest_look_below (forest, zhejiang);
  g_assert_cmpuint (n_children (zhejiang), ==, 1);
  jinhua = g_list_model_get_item (G_LIST_MODEL (fz_region_node_get_children (zhejiang)), 0);
  g_assert_cmpint (fz_region_node_get_total (jinhua), ==, 2);
  g_assert_cmpuint (n_children (jinhua), ==, 0);
  g_assert_nonnull (fz_region_forest_lookup (forest, FZ_TEST_YIWU));
  g_assert_cmpuint (n_children (jinhua), ==, 1);
  g_assert_nonnull (fz_region_forest_lookup (forest, FZ_TEST_DINGXI));
}

/* Who hears of it looks at all regions there are, whose rows are made then. */
static void
look_everywhere (FzRegionNode *node, FzRegionForest *forest)
{
  g_assert_nonnull (fz_region_forest_lookup (forest, FZ_TEST_YIWU));
  g_assert_nonnull (fz_region_forest_lookup (forest, FZ_TEST_DINGXI));
}

static gboolean
has_two (gpointer node)
{
  return fz_region_node_get_total (node) == 2;
}

static void
test_looked_at_while_updated (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  FzLibrary *library = fz_window_get_library (self->window);
  g_autoptr (FzRegionForest) forest = NULL;
  FzRegionNode *zhejiang, *gansu;

  fz_test_fill (library, FZ_TEST_YIWU, "稠州报", 1);
  fz_test_fill (library, FZ_TEST_DINGXI, "陇中报", 1);
  forest = fz_region_forest_new (library);
  wait_updated (forest);
  zhejiang = fz_region_forest_lookup (forest, FZ_TEST_ZHEJIANG);
  gansu = fz_region_forest_lookup (forest, FZ_TEST_GANSU);
  g_signal_connect (zhejiang, "changed", G_CALLBACK (look_everywhere), forest);
  g_signal_connect (gansu, "changed", G_CALLBACK (look_everywhere), forest);
  fz_test_fill (library, FZ_TEST_YIWU, "绣湖报", 1);
  fz_test_fill (library, FZ_TEST_DINGXI, "渭源报", 1);
  fz_test_wait (has_two, zhejiang);
  fz_test_wait (has_two, gansu);
  g_assert_cmpuint (n_children (zhejiang), ==, 1);
  g_assert_cmpuint (n_children (gansu), ==, 1);
}

static void
fill_provinces (FzLibrary *library)
{
  g_autoptr (GArray) provinces = fz_region_children (FZ_REGION_CHINA);

  for (guint i = 0; i < provinces->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("省报%u", i);

      fz_test_fill (library, g_array_index (provinces, FzRegion, i), name, 1);
    }
  fz_test_fill (library, FZ_REGION_NONE, "无地", 1);
}

/* More provinces than there is room for: who opens a library sees the first row. */
static void
test_top (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 400);
  GtkAdjustment *down;

  fill_provinces (fz_window_get_library (self->window));
  fz_test_window_settle (self);
  fz_test_window_close (self);
  fz_test_window_present (self, 1200, 400);
  fz_test_window_settle (self);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_find (tree (self), GTK_TYPE_LIST_VIEW)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, gtk_adjustment_get_page_size (down));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/region-tree/tree", test_tree);
  g_test_add_func ("/display/region-tree/top", test_top);
  g_test_add_func ("/display/region-tree/order", test_order);
  g_test_add_func ("/display/region-tree/whole", test_whole);
  g_test_add_func ("/display/region-tree/find", test_find);
  g_test_add_func ("/display/region-tree/find-goes-there", test_find_goes_there);
  g_test_add_func ("/display/region-tree/several", test_several);
  g_test_add_func ("/display/region-tree/several-step", test_several_step);
  g_test_add_func ("/display/region-tree/several-mark", test_several_mark);
  g_test_add_func ("/display/region-tree/second-stays", test_second_stays);
  g_test_add_func ("/display/region-tree/made-when-looked-at", test_made_when_looked_at);
  g_test_add_func ("/display/region-tree/looked-at-while-updated", test_looked_at_while_updated);
  return g_test_run ();
}
