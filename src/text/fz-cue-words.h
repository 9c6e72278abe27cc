/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-cues.h"

G_BEGIN_DECLS

/**
 * FzAuthorWord:
 * @cue: what stands before a name
 * @role: the role that it gives, see [struct@Author]
 */
typedef struct {
  const char *cue;
  const char *role;
} FzAuthorWord;

/* For each FzCueSet its words, ended by NULL. */
extern const char * const * const fz_cue_words[FZ_N_CUE_SETS];

extern const FzAuthorWord fz_cue_author_words[];
extern const guint        fz_cue_n_author_words;

extern const char         fz_cue_surnames[];
extern const char         fz_cue_compound_surnames[];

G_END_DECLS
