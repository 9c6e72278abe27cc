/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article-list.h"

G_BEGIN_DECLS

#define FZ_TYPE_REGION_NODE (fz_region_node_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionNode, fz_region_node, FZ, REGION_NODE, GObject)

/* What a row of the tree is about, in the order in which they stand. */
typedef enum {
  FZ_NODE_ROW_UNREAD,
  FZ_NODE_ROW_STARRED,
  FZ_NODE_ROW_SAVED, /* a search that the reader keeps */
  FZ_NODE_ROW_BIN,
  FZ_NODE_ROW_ORPHANS, /* notes whose articles are gone */
  FZ_NODE_ROW_REGION,
  FZ_NODE_ROW_ALL,   /* among the regions with hits: all of them */
  FZ_NODE_ROW_FOUND, /* a region with hits */
} FzNodeRow;

FzRegionNode  *fz_region_node_new_shelf     (FzLibrary *library, FzNodeRow row);
FzRegionNode  *fz_region_node_new_saved     (FzLibrary *library, const FzSavedSearch *saved);
FzRegionNode  *fz_region_node_new_found     (FzLibrary *library, FzRegion region);
FzNodeRow      fz_region_node_get_row       (FzRegionNode *self);
const FzSavedSearch *fz_region_node_get_saved (FzRegionNode *self);
void           fz_region_node_set_saved     (FzRegionNode *self, const FzSavedSearch *saved);
void           fz_region_node_recount       (FzRegionNode *self);
void           fz_region_node_add_unread    (FzRegionNode *self, gint64 unread);
void           fz_region_node_mark          (FzRegionNode *self, const GArray *articles, FzMark mark, gboolean on);
void           fz_region_node_want_count    (FzRegionNode *self);
void           fz_region_node_set_sort      (FzRegionNode *self, FzSort sort);
FzRegionNode  *fz_region_node_new           (FzLibrary *library, FzRegion region);
void           fz_region_node_update        (FzRegionNode *self, const FzRegionCount *count);
gboolean       fz_region_node_counts_as      (FzRegionNode *self, const FzRegionCount *count);
void           fz_region_node_set_until      (FzRegionNode *self, gint64 until);
FzRegion       fz_region_node_get_region    (FzRegionNode *self);
gint64         fz_region_node_get_total     (FzRegionNode *self);
gint64         fz_region_node_get_unread    (FzRegionNode *self);
const char    *fz_region_node_get_name      (FzRegionNode *self);
GListStore    *fz_region_node_get_children  (FzRegionNode *self);
FzArticleList *fz_region_node_get_articles  (FzRegionNode *self);
GListModel    *fz_region_node_get_model     (FzRegionNode *self);
gboolean       fz_region_node_take_new      (FzRegionNode *self);

G_END_DECLS
