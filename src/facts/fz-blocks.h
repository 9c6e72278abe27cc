/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

/**
 * FzNames:
 *
 * The names of programmes in an article, on the way through its blocks.
 */
typedef struct _FzNames FzNames;

gboolean fz_role_may_hold_facts (FzRole role);

void     fz_figures_find    (FzFacts *self, const FzArticle *article, guint index, FzReading *reading);

FzNames *fz_names_new       (void);
void     fz_names_note      (FzNames *self, const FzReading *reading, guint block);
void     fz_names_hand_over (FzNames *self, FzFacts *facts, const FzArticle *article);

G_END_DECLS
