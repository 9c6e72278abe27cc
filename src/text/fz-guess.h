/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-utf8.h"

G_BEGIN_DECLS

/**
 * FzGuess:
 * @encoding: the encoding that most likely was meant
 * @rival: (nullable): the next best, where it is at all likely
 * @doubt: how likely the guess is wrong, 0 to 100
 */
typedef struct {
  char  *encoding;
  char  *rival;
  guint  doubt;
} FzGuess;

/* A guess of so much doubt is shown as doubtful. */
#define FZ_GUESS_DOUBTFUL 5

void     fz_guess_make       (FzGuess *self, const char *data, gsize size, const FzUtf8Tally *tally);
gboolean fz_guess_looks_wide (const char *data, gsize size);
void     fz_guess_clear      (FzGuess *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FzGuess, fz_guess_clear)

G_END_DECLS
