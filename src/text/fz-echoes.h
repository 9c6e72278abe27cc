/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

/* Pairs of neighbouring Han characters, as a set: one bit each, by a hash, so
 * that now and then a pair seems to be there that is not. */
typedef struct {
  guint64 bits[64];
} FzEchoes;

void  fz_echoes_clear (FzEchoes *self);
void  fz_echoes_add   (FzEchoes *self, FzText text);
guint fz_echoes_count (const FzEchoes *self, FzText text);

G_END_DECLS
