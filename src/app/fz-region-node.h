/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article-list.h"

G_BEGIN_DECLS

#define FZ_TYPE_REGION_NODE (fz_region_node_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionNode, fz_region_node, FZ, REGION_NODE, GObject)

FzRegionNode  *fz_region_node_new           (FzLibrary *library, FzRegion region);
void           fz_region_node_update        (FzRegionNode *self, const FzRegionCount *count);
FzRegion       fz_region_node_get_region    (FzRegionNode *self);
gint64         fz_region_node_get_total     (FzRegionNode *self);
gint64         fz_region_node_get_unread    (FzRegionNode *self);
const char    *fz_region_node_get_name      (FzRegionNode *self);
GListStore    *fz_region_node_get_children  (FzRegionNode *self);
FzArticleList *fz_region_node_get_articles  (FzRegionNode *self);
GListModel    *fz_region_node_get_model     (FzRegionNode *self);
gboolean       fz_region_node_take_new      (FzRegionNode *self);

G_END_DECLS
