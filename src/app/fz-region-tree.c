/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

#include "fz-article-menu.h"
#include "fz-closures.h"
#include "fz-tree-row.h"

/* The list at the left: regions, below each region the articles filed under it.
 *
 * A region new to the tree is opened when it is the only one beside its
 * siblings, or when the library has so few articles that all can be shown; from
 * then on it is the reader's to open and close.  During an import nobody knows
 * yet how many there will be: what is new then is opened when it is over and
 * they are counted.
 *
 * Above it an entry finds regions, see fz-region-tree-find.c; below it stand the
 * articles of several regions, see fz-region-tree-union.c. */

/* So many articles fit on a screen or two. */
#define FEW_ARTICLES 60

G_DEFINE_FINAL_TYPE_WITH_CODE (FzRegionTree, fz_region_tree, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FZ_TYPE_ARTICLE_PICKER, fz_region_tree_picker_init))

enum { PROP_0, PROP_N_ARTICLES, PROP_IMPORTING, PROP_ORDER, PROP_SORT, PROP_WHOLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { ARTICLE_ACTIVATED, SEARCH_ACTIVATED, FILE_DROPPED, UPDATED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GListModel *
rows_below (gpointer item, gpointer user_data)
{
  if (!FZ_IS_REGION_NODE (item) || fz_region_node_get_saved (item) || fz_region_node_get_row (item) == FZ_NODE_ROW_ORPHANS)
    return NULL;
  fz_region_forest_look_below (user_data, FZ_REGION_NODE (item));
  return g_object_ref (fz_region_node_get_model (FZ_REGION_NODE (item)));
}

/* What stands beside the regions stands before them. */
static guint
n_regions (GListModel *siblings)
{
  guint n = g_list_model_get_n_items (siblings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FzRegionNode) node = g_list_model_get_item (siblings, i);

      if (fz_region_node_get_row (node) == FZ_NODE_ROW_REGION)
        return n - i;
    }
  return 0;
}

static gboolean
opens_by_itself (FzRegionTree *self, FzRegionNode *node)
{
  FzRegionNode *upper;
  GListModel *siblings;

  if (fz_region_node_get_total (node) == 0 || fz_region_node_get_row (node) != FZ_NODE_ROW_REGION)
    return FALSE;
  if (fz_region_forest_get_total (self->forest) <= FEW_ARTICLES)
    return TRUE;
  upper = fz_region_forest_lookup (self->forest, fz_region_forest_upper (fz_region_node_get_region (node)));
  siblings = upper && upper != node ? G_LIST_MODEL (fz_region_node_get_children (upper))
                                    : fz_region_forest_get_roots (self->forest);
  return n_regions (siblings) == 1;
}

static void open_if_new (FzRegionTree *self, GtkTreeListRow *row);

/* Only the rows of regions are walked: they stand before the articles, and an
 * article that is looked at would be asked for. */
static void
open_new_below (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node)
{
  GListModel *children = G_LIST_MODEL (fz_region_node_get_children (node));

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (GtkTreeListRow) child = gtk_tree_list_row_get_child_row (row, i);

      if (child)
        open_if_new (self, child);
    }
}

static void
open_if_new (FzRegionTree *self, GtkTreeListRow *row)
{
  g_autoptr (FzRegionNode) node = gtk_tree_list_row_get_item (row);

  if (fz_region_node_take_new (node) && opens_by_itself (self, node))
    gtk_tree_list_row_set_expanded (row, TRUE);
  if (gtk_tree_list_row_get_expanded (row))
    open_new_below (self, row, node);
}

static void
open_new_regions (FzRegionTree *self)
{
  guint n_roots = self->forest ? g_list_model_get_n_items (fz_region_forest_get_roots (self->forest)) : 0;

  if (self->importing || n_roots == 0 || fz_region_forest_is_counting (self->forest))
    return;
  for (guint i = 0; i < n_roots; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      if (row)
        open_if_new (self, row);
    }
}

static void
on_forest_updated (FzRegionTree *self)
{
  open_new_regions (self);
  fz_region_tree_try_wanted (self);
  fz_union_pane_refresh (self->pane);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
on_forest_failed (FzRegionForest *forest, GError *error, FzRegionTree *self)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* Opens the article of @pending, at once or when its entry comes. */
static void
open_pending (FzRegionTree *self)
{
  const FzEntry *entry = self->pending ? fz_article_item_get_entry (self->pending) : NULL;

  if (!entry)
    return;
  g_signal_handlers_disconnect_by_func (self->pending, open_pending, self);
  g_signal_emit (self, signals[ARTICLE_ACTIVATED], 0, entry->id);
  g_clear_object (&self->pending);
}

static void
set_pending (FzRegionTree *self, FzArticleItem *item)
{
  if (self->pending)
    g_signal_handlers_disconnect_by_func (self->pending, open_pending, self);
  if (g_set_object (&self->pending, item) && item)
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (open_pending), self, G_CONNECT_SWAPPED);
      fz_article_item_want (item);
    }
  open_pending (self);
}

/* Opens the article of @item. */
void
fz_region_tree_open_item (FzRegionTree *self, FzArticleItem *item)
{
  fz_region_tree_forget_wanted (self);
  set_pending (self, item);
}

/* Opens an article, opens or closes a region. */
void
fz_region_tree_activate (FzRegionTree *self, GtkTreeListRow *row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  if (FZ_IS_REGION_NODE (item) && fz_region_node_get_saved (FZ_REGION_NODE (item)))
    {
      g_signal_emit (self, signals[SEARCH_ACTIVATED], 0, item);
      return;
    }
  if (FZ_IS_REGION_NODE (item) && fz_region_node_get_row (FZ_REGION_NODE (item)) == FZ_NODE_ROW_ORPHANS)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-orphans", NULL);
      return;
    }
  if (FZ_IS_REGION_NODE (item))
    {
      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
      return;
    }
  fz_region_tree_open_item (self, FZ_ARTICLE_ITEM (item));
}

static void
on_activate (GtkListView *view, guint position, FzRegionTree *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

  if (row)
    fz_region_tree_activate (self, row);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, FzRegionTree *self)
{
  gtk_list_item_set_child (list_item, fz_tree_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, FzRegionTree *self)
{
  fz_tree_row_bind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, FzRegionTree *self)
{
  fz_tree_row_unbind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)));
}

static void
drop_library (FzRegionTree *self)
{
  fz_region_tree_forget_wanted (self);
  set_pending (self, NULL);
  if (self->forest)
    g_signal_handlers_disconnect_by_data (self->forest, self);
  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  if (self->found)
    g_list_store_remove_all (self->found);
  if (self->pane)
    {
      fz_union_pane_set_regions (self->pane, NULL, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->pane), FALSE);
    }
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_object (&self->selection);
  self->tree = NULL;
  g_clear_object (&self->forest);
}

static void
fz_region_tree_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzRegionTree *self = FZ_REGION_TREE (object);

  switch (id)
    {
    case PROP_N_ARTICLES:
      g_value_set_int64 (value, self->forest ? fz_region_forest_get_total (self->forest)
                                         + fz_region_forest_get_binned (self->forest) : 0);
      break;
    case PROP_ORDER:
      g_value_set_string (value, fz_region_order_name (self->order));
      break;
    case PROP_SORT:
      g_value_set_string (value, fz_article_sort_name (self->sort));
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_region_tree_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzRegionTree *self = FZ_REGION_TREE (object);

  switch (id)
    {
    case PROP_IMPORTING:
      self->importing = g_value_get_boolean (value);
      open_new_regions (self);
      break;
    case PROP_ORDER:
      self->order = fz_region_order_from_name (g_value_get_string (value));
      fz_region_tree_reorder (self);
      break;
    case PROP_SORT:
      self->sort = fz_article_sort_from_name (g_value_get_string (value));
      if (self->forest)
        fz_region_forest_set_sort (self->forest, self->sort);
      break;
    case PROP_WHOLE:
      self->whole = g_value_get_boolean (value);
      if (self->forest)
        fz_region_forest_set_whole (self->forest, self->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_region_tree_dispose (GObject *object)
{
  drop_library (FZ_REGION_TREE (object));
  g_clear_object (&FZ_REGION_TREE (object)->article_menu);
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_REGION_TREE);
  G_OBJECT_CLASS (fz_region_tree_parent_class)->dispose (object);
}

static void
fz_region_tree_class_init (FzRegionTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fz_region_tree_get_property;
  object_class->set_property = fz_region_tree_set_property;
  object_class->dispose = fz_region_tree_dispose;
  properties[PROP_N_ARTICLES] = g_param_spec_int64 ("n-articles", NULL, NULL, 0, G_MAXINT64, 0,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORTING] = g_param_spec_boolean ("importing", NULL, NULL, FALSE,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /* How the regions below each are ordered: code or pinyin. */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "code", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* How the articles below each are ordered: page, date, title or length. */
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "page", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Whether regions without articles are shown. */
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ARTICLE_ACTIVATED] = g_signal_new ("article-activated", FZ_TYPE_REGION_TREE, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SEARCH_ACTIVATED] = g_signal_new ("search-activated", FZ_TYPE_REGION_TREE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, FZ_TYPE_REGION_NODE);
  signals[FILE_DROPPED] = g_signal_new ("file-dropped", FZ_TYPE_REGION_TREE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT64);
  signals[UPDATED] = g_signal_new ("updated", FZ_TYPE_REGION_TREE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_REGION_TREE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  g_type_ensure (FZ_TYPE_REGION_NODE);
  g_type_ensure (FZ_TYPE_UNION_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-region-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, FzRegionTree, bar);
  gtk_widget_class_bind_template_child (widget_class, FzRegionTree, paned);
  gtk_widget_class_bind_template_child (widget_class, FzRegionTree, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  fz_region_tree_bind_finder (widget_class);
  fz_region_tree_bind_union (widget_class);
  fz_region_tree_bind_filing (widget_class);
  fz_region_tree_bind_marking (widget_class);
  fz_region_tree_install_actions (widget_class);
}

static void
fz_region_tree_init (FzRegionTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->article_menu = fz_article_menu_model ();
}

/**
 * fz_region_tree_new:
 *
 * The signal `article-activated` tells which article the reader opens,
 * `search-activated` which search is to be made,
 * `file-dropped` under which region an article was dropped, `updated` that the counts of the library are in, `failed` why they are not.
 *
 * Returns: an empty tree
 */
GtkWidget *
fz_region_tree_new (void)
{
  return g_object_new (FZ_TYPE_REGION_TREE, NULL);
}

/**
 * fz_region_tree_set_library:
 * @self: a tree
 * @library: (nullable): whose regions it shows
 */
void
fz_region_tree_set_library (FzRegionTree *self, FzLibrary *library)
{
  g_return_if_fail (FZ_IS_REGION_TREE (self));

  drop_library (self);
  if (!library)
    return;
  self->forest = fz_region_forest_new (library);
  fz_region_forest_set_order (self->forest, self->order);
  fz_region_forest_set_sort (self->forest, self->sort);
  fz_region_forest_set_whole (self->forest, self->whole);
  self->tree = gtk_tree_list_model_new (g_object_ref (fz_region_forest_get_roots (self->forest)),
                                        FALSE, FALSE, rows_below, g_object_ref (self->forest), g_object_unref);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->tree));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (fz_region_tree_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (fz_region_tree_selection_changed),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (fz_region_tree_keep_top), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forest, "updated", G_CALLBACK (on_forest_updated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forest, "failed", G_CALLBACK (on_forest_failed), self, G_CONNECT_DEFAULT);
}
