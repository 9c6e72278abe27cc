/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzDiffSpan:
 * @a_start: first character in the one text
 * @a_end: one past the last
 * @b_start: first character in the other text
 * @b_end: one past the last
 * @same: whether the two are the same; otherwise one of them may be empty
 */
typedef struct {
  guint    a_start;
  guint    a_end;
  guint    b_start;
  guint    b_end;
  gboolean same;
} FzDiffSpan;

GArray *fz_diff_new (const gunichar *a, guint n_a, const gunichar *b, guint n_b);

G_END_DECLS
