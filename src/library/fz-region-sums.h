/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

G_BEGIN_DECLS

/* Articles summed up by region: each counts for the region that it is filed under
 * and for all that lies above it; one that is strongly about second regions counts
 * for those, too, but nowhere twice. */
typedef struct _FzRegionSums FzRegionSums;

FzRegionSums *fz_region_sums_new         (void);
void          fz_region_sums_free        (FzRegionSums *self);
void          fz_region_sums_add         (FzRegionSums *self, FzRegion region, gint64 n, gint64 n_unread);
void          fz_region_sums_add_second  (FzRegionSums *self, gint64 article, FzRegion own, FzRegion second, gboolean read);
GArray       *fz_region_sums_end         (FzRegionSums *self, gboolean alone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzRegionSums, fz_region_sums_free)

G_END_DECLS
