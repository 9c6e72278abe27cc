/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what is looked for stands in a text, found on its atoms alone.  This is
 * what a hit means; the index finds the same ones. */

#include "config.h"

#include "fz-search-match.h"

static gboolean
is_same (const FzPhrase *self,
         const FzAtom   *wanted,
         const FzAtoms  *text,
         const FzAtom   *there,
         gboolean        is_last)
{
  const char *wanted_string, *there_string;

  if (wanted->kind != there->kind)
    return FALSE;
  if (wanted->kind == FZ_ATOM_HAN)
    return wanted->code == there->code;
  wanted_string = fz_atoms_string (self->atoms, wanted);
  there_string = fz_atoms_string (text, there);
  return self->open && is_last ? g_str_has_prefix (there_string, wanted_string)
                               : g_str_equal (there_string, wanted_string);
}

/* A number takes the characters that multiply it with it. */
static guint
width_of (const FzAtom *atom)
{
  return atom->kind == FZ_ATOM_NUMBER ? 1 + atom->multiplier : 1;
}

/**
 * fz_phrase_stands_at:
 * @self: what is looked for
 * @text: where
 * @at: an atom of @text
 * @end: (out): one past its last atom there
 *
 * Returns: whether @self stands in @text from @at on
 */
gboolean
fz_phrase_stands_at (const FzPhrase *self,
                     const FzAtoms  *text,
                     guint           at,
                     guint          *end)
{
  guint n = self->atoms->list->len;

  for (guint i = 0; i < n;)
    {
      const FzAtom *wanted = fz_atoms_get (self->atoms, i);
      const FzAtom *there;

      if (at >= text->list->len)
        return FALSE;
      there = fz_atoms_get (text, at);
      if ((i > 0 && wanted->after_break != there->after_break) ||
          !is_same (self, wanted, text, there, i + 1 == n))
        return FALSE;
      i += width_of (wanted);
      at += width_of (there);
    }
  *end = at;
  return n > 0;
}

/**
 * fz_phrase_find:
 * @self: what is looked for
 * @text: where
 * @from: the first atom to look at
 * @start: (out): its first atom there
 * @end: (out): one past its last
 *
 * Returns: whether @self stands in @text from @from on
 */
gboolean
fz_phrase_find (const FzPhrase *self,
                const FzAtoms  *text,
                guint           from,
                guint          *start,
                guint          *end)
{
  for (guint at = from; at < text->list->len; at++)
    if (fz_phrase_stands_at (self, text, at, end))
      {
        *start = at;
        return TRUE;
      }
  return FALSE;
}
