/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-find.h"

#include "fz-fold.h"

/* Finds words in a manuscript, in one walk over it whatever they are (D. Knuth,
 * J. Morris, V. Pratt, Fast pattern matching in strings, 1977).  What is
 * one to a search of the library is one here: large and small letters, full-width and
 * half-width ones, traditional and simplified characters. */

#define MAX_WORDS 256

typedef struct {
  gunichar words[MAX_WORDS];
  guint    back[MAX_WORDS + 1]; /* how much of the words still fits where one does not */
  guint    n;
} Pattern;

static void
make_pattern (Pattern *self, const char *words)
{
  guint k = 0;

  self->n = 0;
  for (const char *p = words; *p != '\0' && self->n < MAX_WORDS; p = g_utf8_next_char (p))
    self->words[self->n++] = fz_fold_char (g_utf8_get_char (p));
  self->back[0] = self->back[1] = 0;
  for (guint i = 1; i < self->n; i++)
    {
      while (k > 0 && self->words[i] != self->words[k])
        k = self->back[k];
      if (self->words[i] == self->words[k])
        k++;
      self->back[i + 1] = k;
    }
}

/**
 * fz_find:
 * @words: what to look for; nothing is nowhere
 * @hits: is cleared, and takes where they stand, none over another
 *
 * Returns: how many there are, %FZ_FIND_MAX at most
 */
guint
fz_find (const FzManuscript *text, const char *words, FzRanges *hits)
{
  g_autofree Pattern *pattern = g_new (Pattern, 1);
  gsize length;
  const char *p = fz_manuscript_get_text (text, &length), *end = p + length;
  guint k = 0;

  fz_ranges_clear (hits);
  make_pattern (pattern, words);
  for (guint at = 0; pattern->n > 0 && p < end && fz_ranges_n (hits) < FZ_FIND_MAX; p = g_utf8_next_char (p), at++)
    {
      gunichar c = fz_fold_char (g_utf8_get_char (p));

      while (k > 0 && c != pattern->words[k])
        k = pattern->back[k];
      if (c == pattern->words[k])
        k++;
      if (k < pattern->n)
        continue;
      fz_ranges_add (hits, at + 1 - pattern->n, at + 1, 0);
      k = 0;
    }
  return fz_ranges_n (hits);
}
