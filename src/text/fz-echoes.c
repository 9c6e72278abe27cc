/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-echoes.h"

/* Which words two texts have in common, told by pairs of Han characters without
 * looking for words.  A headline says in short what the text below it begins
 * with; a heading less so, and of a story the parts above and below a heading
 * speak of the same people and things. */

enum { HAN_BYTES = 3 };

/* U+4000 to U+9FFF, three bytes in UTF-8. */
static inline gboolean
is_han (const char *p, const char *end)
{
  return end - p >= HAN_BYTES && (guchar) *p >= 0xE4 && (guchar) *p <= 0xE9;
}

static inline guint
code_of (const char *p)
{
  return (guint) ((guchar) p[0] & 0x0F) << 12 | (guint) ((guchar) p[1] & 0x3F) << 6 | (guint) ((guchar) p[2] & 0x3F);
}

/* The next pair of @text from @p on, 12 bits of hash; -1 where there is none. */
static inline int
next_pair (const char **p, const char *end)
{
  for (; *p < end; (*p)++)
    if (is_han (*p, end) && is_han (*p + HAN_BYTES, end))
      {
        guint hash = (code_of (*p) << 16 | code_of (*p + HAN_BYTES)) * 2654435761u;

        *p += HAN_BYTES;
        return (int) (hash >> 20);
      }

  return -1;
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
  const char *p = text.start, *end = text.start + text.length;

  for (int pair = next_pair (&p, end); pair >= 0; pair = next_pair (&p, end))
    self->bits[pair / 64] |= G_GUINT64_CONSTANT (1) << (pair % 64);
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
  const char *p = text.start, *end = text.start + text.length;
  guint n = 0;

  for (int pair = next_pair (&p, end); pair >= 0; pair = next_pair (&p, end))
    n += self->bits[pair / 64] >> (pair % 64) & 1;

  return n;
}
