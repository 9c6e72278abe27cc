/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-oddities.h"

G_BEGIN_DECLS

/**
 * FzUtf8Tally:
 * @pairs: characters of two bytes, which other encodings make by chance
 * @longer: characters of three and four bytes, halves of surrogates too
 * @broken: sequences that are none
 * @nuls: NUL bytes
 */
typedef struct {
  gsize pairs, longer, broken, nuls;
} FzUtf8Tally;

gboolean     fz_utf8_is_valid   (const char *data, gsize size);
gboolean     fz_utf8_is_certain (const char *data, gsize size);
FzUtf8Tally  fz_utf8_tally (const char *data, gsize size);
GString     *fz_utf8_read  (const char *data, gsize size, FzOddities *odd);

G_END_DECLS
