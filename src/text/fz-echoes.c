/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-echoes.h"

/* Which words two texts have in common, told by pairs of Han characters without
 * looking for words.  A headline says in short what the text below it begins
 * with; a heading less so, and of a story the parts above and below a heading
 * speak of the same people and things. */

enum { HAN_BYTES = 3 };

/* What is left of a text, and the Han character just before it, 0 for none. */
typedef struct {
  const char *p, *end;
  guint       before;
} Rest;

/* The next character and the one before it as 12 bits of hash; whether they are a
 * @pair.  Han is what stands from U+4000 to U+9FFF, three bytes in UTF-8.  Without a
 * branch, since marks stand anywhere. */
static inline guint
next_pair (Rest *rest, guint *pair)
{
  guint before = rest->before, code = fz_char_of_three (rest->p);
  guint han = code - 0x4000 <= 0x9FFF - 0x4000;

  *pair = han & (before != 0);
  rest->before = code & (0 - han);
  rest->p += (guchar) *rest->p >= 0xE0 ? HAN_BYTES : 1;

  return ((before << 16 | code) * 2654435761u) >> 20;
}

/**
 * fz_echoes_clear:
 * @self: (out caller-allocates): a set to begin with
 */
void
fz_echoes_clear (FzEchoes *self)
{
  *self = (FzEchoes) { 0 };
}

/**
 * fz_echoes_add:
 * @self: a set of pairs
 * @text: UTF-8
 *
 * Adds the pairs of @text.
 */
void
fz_echoes_add (FzEchoes *self, FzText text)
{
  Rest rest = { text.start, text.start + text.length, 0 };

  while (rest.end - rest.p >= HAN_BYTES)
    {
      guint pair, hash = next_pair (&rest, &pair);

      self->bits[hash / 64] |= (guint64) pair << (hash % 64);
    }
}

/**
 * fz_echoes_count:
 * @self: a set of pairs
 * @text: UTF-8
 *
 * Returns: how many pairs of @text are among them
 */
guint
fz_echoes_count (const FzEchoes *self, FzText text)
{
  Rest rest = { text.start, text.start + text.length, 0 };
  guint n = 0;

  while (rest.end - rest.p >= HAN_BYTES)
    {
      guint pair, hash = next_pair (&rest, &pair);

      n += (guint) (self->bits[hash / 64] >> (hash % 64)) & pair;
    }

  return n;
}
