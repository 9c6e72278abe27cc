/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-pairs.h"

#include "fz-stop.h"
#include "fz-vectors.h"

/* Words cut by the end of a line.
 *
 * Where a column breaks a word, its two characters most often stand together
 * elsewhere on the page; those of a heading and of the paragraph below it do
 * not.  All pairs of Han characters of the page are kept in a set of bits, so
 * that the question costs one look.  Two pairs may share a bit, which makes
 * this evidence and not proof.
 */

enum {
  STEP = 32,  /* characters that are looked at together */
};

G_STATIC_ASSERT ((int) STEP < FZ_LINES_SLACK);

typedef struct {
  guint32 *bits;
  guint    shift;
} Pairs;

static guint32
slot (const Pairs *self,
      gunichar     a,
      gunichar     b)
{
  return (a * 0x9E3779B1u ^ b * 0x85EBCA77u) * 0xC2B2AE3Du >> self->shift;
}

/* Where the bits of the first @n pairs of a step stand, of which @points is the first
 * character, and the bits, none where not both are Han.  There are always as many, behind
 * the end of a line too, so that the compiler takes many at once. */
FZ_VECTORS static void
find_bits (const Pairs      *self,
           const gunichar   *points,
           guint32           n,
           guint32 *restrict words,
           guint32 *restrict bits)
{
  for (guint32 i = 0; i < STEP; i++)
    {
      guint32 first = points[i] - 0x3400 <= 0x9FFF - 0x3400, second = points[i + 1] - 0x3400 <= 0x9FFF - 0x3400;
      guint32 at = slot (self, points[i], points[i + 1]);

      words[i] = at / 32;
      bits[i] = (first & second & (i < n)) << (at % 32);
    }
}

static void
add_line (Pairs          *self,
          const gunichar *points,
          guint           n)
{
  guint32 words[STEP], bits[STEP];

  for (guint from = 0; from + 1 < n; from += STEP)
    {
      find_bits (self, points + from, n - 1 - from, words, bits);
#pragma GCC unroll 8
      for (guint i = 0; i < STEP; i++)
        self->bits[words[i]] |= bits[i];
    }
}

/* 吨,带动…: no sentence begins with one character and a comma. */
static gboolean
starts_with_rest (FzText text)
{
  const char *p = text.start;

  if (text.length < 5 || fz_char_class (fz_char_take (&p)) != FZ_CHAR_HAN)
    return FALSE;

  return fz_char_class (fz_text_first (fz_text_from (text, (gsize) (p - text.start)))) == FZ_CHAR_COMMA;
}

static gboolean
joins_a_word (const Pairs  *self,
              const FzLine *upper,
              const FzLine *lower)
{
  static const char units[] = "万亿元吨亩户人家个公";
  gunichar a = fz_text_last (upper->text), b = fz_text_first (lower->text);
  guint32 at;

  if (fz_char_class (a) == FZ_CHAR_DIGIT && (fz_char_class (b) == FZ_CHAR_DIGIT || g_utf8_strchr (units, -1, b) != NULL))
    return TRUE;
  if (starts_with_rest (lower->text) && fz_char_class (a) == FZ_CHAR_HAN)
    return TRUE;
  if (fz_char_class (a) != FZ_CHAR_HAN || fz_char_class (b) != FZ_CHAR_HAN)
    return FALSE;
  at = slot (self, a, b);

  return (self->bits[at / 32] & (1u << (at % 32))) != 0;
}

static Pairs
pairs_for (const FzLines *lines)
{
  gsize chars = 0;
  guint storage;

  for (guint i = 0; i < lines->lines->len; i++)
    chars += fz_lines_at (lines, i)->chars;
  storage = CLAMP (g_bit_storage (chars) + 5, 16, 26);

  return (Pairs) { g_new0 (guint32, ((gsize) 1 << storage) / 32), 32 - storage };
}

/**
 * fz_pairs_mark:
 * @lines: the lines of a page
 *
 * Marks the lines between which a word seems to be cut.
 */
void
fz_pairs_mark (FzLines *lines)
{
  Pairs pairs = pairs_for (lines);

  for (guint i = 0; i < lines->lines->len && !fz_stop_asked_after (fz_lines_at (lines, i)->text.length); i++)
    add_line (&pairs, lines->points + fz_lines_at (lines, i)->first, fz_lines_at (lines, i)->chars);

  for (guint i = 1; i < lines->lines->len; i++)
    {
      FzLine *upper = fz_lines_at (lines, i - 1), *lower = fz_lines_at (lines, i);

      if (!joins_a_word (&pairs, upper, lower))
        continue;
      upper->marks |= FZ_MARK_RUNS_ON;
      lower->marks |= FZ_MARK_RUNS_IN;
    }
  g_free (pairs.bits);
}
