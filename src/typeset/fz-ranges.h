/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzRange:
 * @start: first code point
 * @end: one past the last
 * @value: what it says
 */
typedef struct {
  guint start;
  guint end;
  guint value;
} FzRange;

typedef struct _FzRanges FzRanges;

FzRanges      *fz_ranges_new   (void);
void           fz_ranges_free  (FzRanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzRanges, fz_ranges_free)

void           fz_ranges_clear (FzRanges *self);
void           fz_ranges_add   (FzRanges *self, guint start, guint end, guint value);
guint          fz_ranges_n     (FzRanges *self);
const FzRange *fz_ranges_get   (FzRanges *self, guint index);
const FzRange *fz_ranges_next  (FzRanges *self, guint start, guint end, guint *index);
const FzRange *fz_ranges_at    (FzRanges *self, guint position);

G_END_DECLS
