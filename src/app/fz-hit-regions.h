/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region-node.h"
#include "fz-region-order.h"

G_BEGIN_DECLS

#define FZ_TYPE_HIT_REGIONS (fz_hit_regions_get_type ())
G_DECLARE_FINAL_TYPE (FzHitRegions, fz_hit_regions, FZ, HIT_REGIONS, GObject)

FzHitRegions *fz_hit_regions_new       (FzLibrary *library);
void          fz_hit_regions_update    (FzHitRegions *self, GArray *counts, gint64 total);
void          fz_hit_regions_look_below (FzHitRegions *self, FzRegionNode *node);
void          fz_hit_regions_set_order (FzHitRegions *self, FzRegionOrder order);
GListModel   *fz_hit_regions_get_roots (FzHitRegions *self);
gint64        fz_hit_regions_get_hits  (FzHitRegions *self, FzRegion region);
guint         fz_hit_regions_get_n     (FzHitRegions *self);

G_END_DECLS
