/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-echoes.h"

#include <string.h>

#include "fz-lines.h"
#include "fz-vectors.h"

/* Which words two texts have in common, told by pairs of Han characters without
 * looking for words.  A headline says in short what the text below it begins
 * with; a heading less so, and of a story the parts above and below a heading
 * speak of the same people and things. */

enum {
  STEP = 32,  /* characters that are looked at together */
};

G_STATIC_ASSERT ((int) STEP < FZ_LINES_SLACK);

/* Han as far as it stands from U+4000 to U+9FFF. */
static inline guint32
is_han (gunichar c)
{
  return c - 0x4000 <= 0x9FFF - 0x4000;
}

/* Where the bits of a set stand that the first @n pairs of a step have, of which @points
 * is the first character, and the bits, none where not both are Han.  There are always as
 * many, so that the compiler takes many at once. */
FZ_VECTORS static void
find_bits (const gunichar   *points,
           guint32           n,
           guint32 *restrict words,
           guint32 *restrict bits)
{
  for (guint32 i = 0; i < STEP; i++)
    {
      guint32 hash = ((points[i] << 16 | points[i + 1]) * 2654435761u) >> 18;

      words[i] = hash / 32;
      bits[i] = (is_han (points[i]) & is_han (points[i + 1]) & (i < n)) << hash % 32;
    }
}

/**
 * fz_echoes_clear:
 * @self: (out caller-allocates): a set to begin with
 */
void
fz_echoes_clear (FzEchoes *self)
{
  memset (self, 0, sizeof *self);
}

/**
 * fz_echoes_add:
 * @self: a set of pairs
 * @points: (array length=n): characters, and behind them room as behind those of #FzLines
 * @n: how many
 *
 * Adds the pairs of a text.
 */
void
fz_echoes_add (FzEchoes       *self,
               const gunichar *points,
               guint           n)
{
  guint32 words[STEP], bits[STEP];

  for (guint from = 0; from + 1 < n; from += STEP)
    {
      find_bits (points + from, n - 1 - from, words, bits);
#pragma GCC unroll 8
      for (guint i = 0; i < STEP; i++)
        self->bits[words[i]] |= bits[i];
    }
}

/**
 * fz_echoes_count:
 * @self: a set of pairs
 * @points: (array length=n): characters, and behind them room as behind those of #FzLines
 * @n: how many
 * @enough: where to stop counting
 *
 * Returns: how many pairs of a text are among them, or not fewer than @enough
 */
guint
fz_echoes_count (const FzEchoes *self,
                 const gunichar *points,
                 guint           n,
                 guint           enough)
{
  guint32 words[STEP], bits[STEP];
  guint found = 0;

  for (guint from = 0; from + 1 < n && found < enough; from += STEP)
    {
      find_bits (points + from, n - 1 - from, words, bits);
#pragma GCC unroll 8
      for (guint i = 0; i < MIN (n - 1 - from, STEP); i++)
        found += (self->bits[words[i]] & bits[i]) != 0;
    }

  return found;
}
