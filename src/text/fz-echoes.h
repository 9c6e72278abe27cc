/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pairs of neighbouring Han characters, as a set: one bit each, by a hash, so
 * that now and then a pair seems to be there that is not. */
typedef struct {
  guint32 bits[512];
} FzEchoes;

void  fz_echoes_clear (FzEchoes *self);
void  fz_echoes_add   (FzEchoes *self, const gunichar *points, guint n);
guint fz_echoes_count (const FzEchoes *self, const gunichar *points, guint n, guint enough);

G_END_DECLS
