/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Heights one below the other: any of them can be changed, and what lies above one, or
 * which lies at a place, is known, in the time of the logarithm of their number
 * (P. Fenwick, A new data structure for cumulative frequency tables, 1994). */
typedef struct _FzHeights FzHeights;

FzHeights *fz_heights_new    (const int *heights, guint n);
void       fz_heights_free   (FzHeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzHeights, fz_heights_free)

int        fz_heights_get    (const FzHeights *self, guint index);
void       fz_heights_set    (FzHeights *self, guint index, int height);
gint64     fz_heights_above  (const FzHeights *self, guint index);
guint      fz_heights_at     (const FzHeights *self, gint64 y);

G_END_DECLS
