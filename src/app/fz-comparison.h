/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/**
 * FzDifference:
 * @start: in the canonical text of each of the two
 * @end: one past the last; @start where the one lacks what the other has
 */
typedef struct {
  guint start[2];
  guint end[2];
} FzDifference;

/**
 * FzComparison:
 * @stored: the two articles
 * @differences: (element-type FzDifference): in the order of the text
 *
 * In what two articles tell the same story differently: not in width, script or
 * marks.
 */
typedef struct {
  FzStored *stored[2];
  GArray   *differences;
} FzComparison;

void          fz_comparison_free        (FzComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzComparison, fz_comparison_free)

void          fz_comparison_load_async  (FzLibrary *library, gint64 article, gint64 other, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
FzComparison *fz_comparison_load_finish (GAsyncResult *result, GError **error);
char         *fz_comparison_dup_words   (const FzComparison *self, guint difference, guint side);

G_END_DECLS
