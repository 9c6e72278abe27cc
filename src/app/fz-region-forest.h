/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-node.h"

G_BEGIN_DECLS

#define FZ_TYPE_REGION_FOREST (fz_region_forest_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionForest, fz_region_forest, FZ, REGION_FOREST, GObject)

FzRegionForest *fz_region_forest_new       (FzLibrary *library);
GListModel     *fz_region_forest_get_roots (FzRegionForest *self);
FzRegionNode   *fz_region_forest_lookup    (FzRegionForest *self, FzRegion region);
gint64          fz_region_forest_get_total (FzRegionForest *self);
FzRegion        fz_region_forest_upper     (FzRegion region);

G_END_DECLS
