/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-node-private.h"

#include <gtk/gtk.h>

#include "fz-closures.h"

/* A region of the tree, with what lies below it.  What stands beside the regions is
 * the matter of fz-region-node-shelf.c. */

G_DEFINE_FINAL_TYPE (FzRegionNode, fz_region_node, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fz_region_node_dispose (GObject *object)
{
  FzRegionNode *self = FZ_REGION_NODE (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->model);
  g_clear_object (&self->articles);
  g_clear_object (&self->children);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_region_node_parent_class)->dispose (object);
}

static void
fz_region_node_finalize (GObject *object)
{
  FzRegionNode *self = FZ_REGION_NODE (object);

  g_free (self->name);
  g_clear_pointer (&self->saved, fz_saved_search_free);
  G_OBJECT_CLASS (fz_region_node_parent_class)->finalize (object);
}

/* Its row shows something else now. */
void
fz_region_node_changed (FzRegionNode *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fz_region_node_class_init (FzRegionNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fz_region_node_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_region_node_finalize;
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_REGION_NODE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_region_node_init (FzRegionNode *self)
{
  self->row = FZ_NODE_ROW_REGION;
  self->children = g_list_store_new (FZ_TYPE_REGION_NODE);
  self->is_new = TRUE;
}

/**
 * fz_region_node_new:
 * @library: where the articles are
 * @region: a region, %FZ_REGION_NONE for the articles without one
 *
 * A region of the tree.  It emits `changed` when its counts do.
 *
 * Returns: (transfer full): the node
 */
FzRegionNode *
fz_region_node_new (FzLibrary *library, FzRegion region)
{
  FzRegionNode *self = g_object_new (FZ_TYPE_REGION_NODE, NULL);

  self->library = g_object_ref (library);
  self->count.region = region;
  self->name = fz_region_shown_name (region);
  return self;
}

/**
 * fz_region_node_new_found:
 * @library: where the articles are
 * @region: a region, %FZ_REGION_NONE for the articles without one
 *
 * Returns: (transfer full): the node of a region that has hits; it counts those, and
 *   has no articles
 */
FzRegionNode *
fz_region_node_new_found (FzLibrary *library, FzRegion region)
{
  FzRegionNode *self = fz_region_node_new (library, region);

  self->row = FZ_NODE_ROW_FOUND;
  return self;
}

/**
 * fz_region_node_get_row:
 * @self: a node
 *
 * Returns: what its row is about
 */
FzNodeRow
fz_region_node_get_row (FzRegionNode *self)
{
  return self->row;
}

/**
 * fz_region_node_set_sort:
 * @self: a node
 * @sort: in which order its articles stand
 */
void
fz_region_node_set_sort (FzRegionNode *self, FzSort sort)
{
  self->sort = sort;
  if (self->articles)
    fz_article_list_set_sort (self->articles, sort);
}

/* The articles that stand below it: those of this very region, and those that are
 * strongly about it. */
static guint
n_articles (FzRegionNode *self)
{
  return (guint) CLAMP (self->count.own + self->count.also, 0, G_MAXINT);
}

/**
 * fz_region_node_update:
 * @self: a node
 * @count: what the library counts under it now
 */
void
fz_region_node_update (FzRegionNode *self, const FzRegionCount *count)
{
  g_return_if_fail (FZ_IS_REGION_NODE (self));
  g_return_if_fail (count->region == self->count.region);

  self->count = *count;
  if (self->articles)
    fz_article_list_refresh (self->articles, n_articles (self), self->count.until);
  fz_region_node_changed (self);
}

/**
 * fz_region_node_counts_as:
 * @self: a node
 * @count: what the library counts under it
 *
 * Returns: whether that is known, and nothing else can have changed below it
 */
gboolean
fz_region_node_counts_as (FzRegionNode *self, const FzRegionCount *count)
{
  return !self->articles && self->count.total == count->total && self->count.unread == count->unread &&
         self->count.own == count->own && self->count.own_unread == count->own_unread && self->count.also == count->also;
}

/**
 * fz_region_node_set_until:
 * @self: a node
 * @until: the greatest id of an article when they were counted
 *
 * As many articles as before may be others: a list of them that is made later goes
 * until this one.
 */
void
fz_region_node_set_until (FzRegionNode *self, gint64 until)
{
  self->count.until = until;
}

/**
 * fz_region_node_add_unread:
 * @self: a node
 * @unread: how many more articles in it and below it are unread
 */
void
fz_region_node_add_unread (FzRegionNode *self, gint64 unread)
{
  self->count.unread += unread;
  fz_region_node_changed (self);
}

/**
 * fz_region_node_mark:
 * @self: a node
 * @articles: (element-type gint64): articles of which the reader said something
 * @mark: what
 * @on: whether it holds now
 *
 * The rows of those that are shown follow.
 */
void
fz_region_node_mark (FzRegionNode *self, const GArray *articles, FzMark mark, gboolean on)
{
  if (self->articles)
    fz_paged_list_mark (FZ_PAGED_LIST (self->articles), articles, mark, on);
}

/**
 * fz_region_node_get_region:
 * @self: a node
 *
 * Returns: its region
 */
FzRegion
fz_region_node_get_region (FzRegionNode *self)
{
  return self->count.region;
}

/**
 * fz_region_node_get_total:
 * @self: a node
 *
 * Returns: how many articles are in it and below it
 */
gint64
fz_region_node_get_total (FzRegionNode *self)
{
  return self->count.total;
}

/**
 * fz_region_node_get_unread:
 * @self: a node
 *
 * Returns: how many of them are unread
 */
gint64
fz_region_node_get_unread (FzRegionNode *self)
{
  return self->count.unread;
}

/**
 * fz_region_node_get_name:
 * @self: a node
 *
 * Returns: (transfer none): what the tree calls it
 */
const char *
fz_region_node_get_name (FzRegionNode *self)
{
  return self->name;
}

/**
 * fz_region_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none) (element-type FzRegionNode): the regions below it
 */
GListStore *
fz_region_node_get_children (FzRegionNode *self)
{
  return self->children;
}

/**
 * fz_region_node_get_articles:
 * @self: a node
 *
 * Returns: (transfer none): the articles of this very region
 */
FzArticleList *
fz_region_node_get_articles (FzRegionNode *self)
{
  FzQuery query = { .region = self->count.region, .sort = self->sort };

  if (self->row != FZ_NODE_ROW_REGION)
    query = (FzQuery) { .any_region = TRUE, .sort = self->sort,
                        .shelf = self->row == FZ_NODE_ROW_BIN ? FZ_SHELF_BIN : FZ_SHELF_STARRED };
  if (!self->articles)
    {
      self->articles = fz_article_list_new (self->library, &query);
      fz_article_list_refresh (self->articles, n_articles (self), self->count.until);
    }
  return self->articles;
}

/**
 * fz_region_node_get_model:
 * @self: a node
 *
 * Returns: (transfer none): the rows below it: regions, then articles
 */
GListModel *
fz_region_node_get_model (FzRegionNode *self)
{
  GListStore *parts;

  if (self->model)
    return self->model;
  parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (parts, self->children);
  g_list_store_append (parts, fz_region_node_get_articles (self));
  self->model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  return self->model;
}

/**
 * fz_region_node_take_new:
 * @self: a node
 *
 * Returns: whether this is asked for the first time: a region that is new to
 *   the tree may be opened by it, one that was there is the reader's to open
 */
gboolean
fz_region_node_take_new (FzRegionNode *self)
{
  gboolean is_new = self->is_new;

  self->is_new = FALSE;
  return is_new;
}
