/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-node.h"
#include "fz-region-order.h"

G_BEGIN_DECLS

#define FZ_TYPE_REGION_FOREST (fz_region_forest_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionForest, fz_region_forest, FZ, REGION_FOREST, GObject)

FzRegionForest *fz_region_forest_new       (FzLibrary *library);
GListModel     *fz_region_forest_get_roots (FzRegionForest *self);
FzRegionNode   *fz_region_forest_lookup    (FzRegionForest *self, FzRegion region);
gint64          fz_region_forest_get_total (FzRegionForest *self);
gboolean        fz_region_forest_is_counting (FzRegionForest *self);
FzRegion        fz_region_forest_upper     (FzRegion region);
FzLibrary      *fz_region_forest_get_library (FzRegionForest *self);
void            fz_region_forest_set_order (FzRegionForest *self, FzRegionOrder order);
void            fz_region_forest_set_whole (FzRegionForest *self, gboolean whole);
void            fz_region_forest_look_below (FzRegionForest *self, FzRegionNode *node);
void            fz_region_forest_set_sort (FzRegionForest *self, FzSort sort);
gint64          fz_region_forest_get_binned (FzRegionForest *self);
GPtrArray      *fz_region_forest_find      (FzRegionForest *self, const char *query, guint most);

G_END_DECLS
