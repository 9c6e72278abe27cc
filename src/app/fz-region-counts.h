/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/* FzRegionCounts: what the library counts of each region, in the order in which the
 * tree asks for it: by the region that a row stands below. */
typedef struct _FzRegionCounts FzRegionCounts;

FzRegion        fz_region_counts_upper  (FzRegion region);
FzRegionCounts *fz_region_counts_new    (const GArray *counts);
void            fz_region_counts_free   (FzRegionCounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzRegionCounts, fz_region_counts_free)

FzRegionCount  *fz_region_counts_find   (FzRegionCounts *self, FzRegion region);
guint           fz_region_counts_below  (FzRegionCounts *self, FzRegion upper, guint *out_first);
FzRegionCount  *fz_region_counts_at     (FzRegionCounts *self, guint i);
guint           fz_region_counts_length (FzRegionCounts *self);
gint64          fz_region_counts_total  (FzRegionCounts *self);
gint64          fz_region_counts_unread (FzRegionCounts *self);

void            fz_region_counts_async  (FzLibrary *library, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
FzRegionCounts *fz_region_counts_finish (FzLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
