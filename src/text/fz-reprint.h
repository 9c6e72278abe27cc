/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of less says too little of itself to be known again. */
#define FZ_REPRINT_FEWEST 30

/**
 * FzLikeness:
 * @shorter: characters of the shorter text
 * @longer: characters of the longer one
 * @shared: characters that stand in both, in runs long enough to be no chance
 * @changed: stretches that say something else in the one than in the other
 * @own_words: those of them where a paper says where and when it is itself, 我市
 *   or 昨天, for what another paper names; not among @changed
 * @misread: single characters for others, as a scan has them; not among @changed
 * @numbers: numbers that are other numbers
 * @is_notice: whether one of them is a notice as many are printed
 */
typedef struct {
  guint    shorter;
  guint    longer;
  guint    shared;
  guint    changed;
  guint    own_words;
  guint    misread;
  guint    numbers;
  gboolean is_notice;
} FzLikeness;

void     fz_likeness_measure (FzLikeness *self, const gunichar *a, guint n_a, const gunichar *b, guint n_b);
gboolean fz_likeness_judge   (const FzLikeness *self);

G_END_DECLS
