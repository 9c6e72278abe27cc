/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From atoms to the tokens of the index, so that a phrase of tokens stands in the
 * index where, and only where, its atoms stand in the text:
 *
 * - Each Han character is one place.  Its token is it and the next one, 今天气 is
 *   今天 天气 气; it stands alone at the end of its run.  A run of two or more is
 *   found without that last token, a single character by the prefix.
 * - A word is one place, a number too.
 * - A break is a place of its own, the token /, where a word or a number stands
 *   beside it: GDP，增长 is no GDP增长.  Between two runs of Han the token that
 *   stands alone says it already.
 * - What begins a run, behind a word, a number or a break, has a token of its own
 *   besides, marked with =, so that 2023年 is found without going through all
 *   tokens that 年 begins.
 * - The multiplier of a number takes no place behind it: 12.3万元 is the number
 *   123000 and then 元, as 123000元 is.  Its characters are there for who looks
 *   for 万元: marked with +, the last one at the number's place, others before.
 *   A phrase may begin with them, and nothing can stand before them in it.  As
 *   behind any number, a break behind them is a place; behind the same characters
 *   in a run of Han it is none.  A phrase like 万，今天 is therefore looked for in
 *   both ways. */

#include "config.h"

#include "fz-tokens.h"

#include <string.h>

#define BREAK_TOKEN     "/"
#define OF_NUMBER       '+'
#define BEGINS_RUN      '='
#define MOST_BYTES      (1 + 2 * 6)

typedef struct {
  const FzAtoms *atoms;
  FzTokenFunc    func;
  gpointer       data;
} Walk;

static int
emit (const Walk *walk,
      gboolean    same_place,
      const char *token,
      gsize       length,
      const FzAtom *from,
      const FzAtom *to)
{
  return walk->func (walk->data, same_place, token, length, from->start, to->end);
}

static int
emit_string (const Walk   *walk,
             const FzAtom *atom)
{
  const char *string = fz_atoms_string (walk->atoms, atom);

  return emit (walk, FALSE, string, strlen (string), atom, atom);
}

static gboolean
continues (const FzAtoms *atoms,
           guint          at)
{
  const FzAtom *atom;

  if (at >= atoms->list->len)
    return FALSE;
  atom = fz_atoms_get (atoms, at);
  return atom->kind == FZ_ATOM_HAN && !atom->after_break;
}

static int
emit_han (const Walk *walk,
          guint       at,
          gboolean    of_number,
          gboolean    same_place)
{
  const FzAtom *first = fz_atoms_get (walk->atoms, at), *last = first;
  char token[MOST_BYTES];
  gsize length = 0;

  if (of_number)
    token[length++] = OF_NUMBER;
  length += (gsize) g_unichar_to_utf8 (first->code, token + length);
  if (continues (walk->atoms, at + 1))
    {
      last = fz_atoms_get (walk->atoms, at + 1);
      length += (gsize) g_unichar_to_utf8 (last->code, token + length);
    }
  return emit (walk, same_place, token, length, first, last);
}

static gboolean
is_plain_han (const FzAtom *atom)
{
  return atom->kind == FZ_ATOM_HAN && atom->multiplier == 0;
}

/* Of a text's first character nobody asks that. */
static gboolean
begins_run (const FzAtoms *atoms,
            guint          at)
{
  const FzAtom *atom = fz_atoms_get (atoms, at);

  return at > 0 && is_plain_han (atom) && (atom->after_break || !is_plain_han (fz_atoms_get (atoms, at - 1)));
}

static int
emit_beginning (const Walk *walk,
                guint       at,
                gboolean    same_place)
{
  const FzAtom *atom = fz_atoms_get (walk->atoms, at);
  char token[MOST_BYTES] = { BEGINS_RUN };
  gsize length = 1 + (gsize) g_unichar_to_utf8 (atom->code, token + 1);

  return emit (walk, same_place, token, length, atom, atom);
}

/* Whether the break before an atom is not seen from its neighbours' tokens. */
static gboolean
needs_break (const FzAtoms *atoms,
             guint          at)
{
  return at > 0 && fz_atoms_get (atoms, at)->after_break &&
         !(is_plain_han (fz_atoms_get (atoms, at - 1)) && is_plain_han (fz_atoms_get (atoms, at)));
}

static int
emit_break (const Walk *walk,
            guint       at)
{
  const FzAtom *atom = fz_atoms_get (walk->atoms, at);

  return walk->func (walk->data, FALSE, BREAK_TOKEN, strlen (BREAK_TOKEN), atom->start, atom->start);
}

/* @number is the last one with a multiplier: it comes with the last of that. */
static int
emit_of_text (const Walk   *walk,
              guint         at,
              const FzAtom *number)
{
  const FzAtom *atom = fz_atoms_get (walk->atoms, at);
  int code = 0;

  if (atom->kind == FZ_ATOM_NUMBER && atom->multiplier > 0)
    return 0;
  if (atom->kind != FZ_ATOM_HAN)
    return emit_string (walk, atom);
  if (atom->multiplier == 1)
    code = emit_string (walk, number);
  if (code == 0)
    code = emit_han (walk, at, atom->multiplier > 0, atom->multiplier > 0);
  return code != 0 || !begins_run (walk->atoms, at) ? code : emit_beginning (walk, at, TRUE);
}

/**
 * fz_tokens_of_text:
 * @atoms: of a text
 * @func: called for each token
 * @data: for @func
 *
 * Returns: 0, or what @func answered last
 */
int
fz_tokens_of_text (const FzAtoms *atoms,
                   FzTokenFunc    func,
                   gpointer       data)
{
  Walk walk = { atoms, func, data };
  const FzAtom *number = NULL;
  int code = 0;

  for (guint i = 0; code == 0 && i < atoms->list->len; i++)
    {
      const FzAtom *atom = fz_atoms_get (atoms, i);

      if (atom->kind == FZ_ATOM_NUMBER)
        number = atom;
      if (needs_break (atoms, i))
        code = emit_break (&walk, i);
      if (code == 0)
        code = emit_of_text (&walk, i, number);
    }
  return code;
}

/* The last of a run of two or more is in the token before it. */
static gboolean
is_in_token_before (const FzAtoms *atoms,
                    guint          at)
{
  return at + 1 == atoms->list->len && continues (atoms, at) && at > 0 &&
         is_plain_han (fz_atoms_get (atoms, at - 1));
}

/* How many of the first characters may be the multiplier of a number. */
static guint
count_perhaps_of_number (const FzAtoms *atoms)
{
  return atoms->list->len > 0 ? fz_atoms_multiplier (atoms, 0) : 0;
}

static int
emit_of_phrase (const Walk *walk,
                guint       at,
                guint       perhaps_of_number)
{
  const FzAtom *atom = fz_atoms_get (walk->atoms, at);
  int code;

  if (atom->kind != FZ_ATOM_HAN)
    return emit_string (walk, atom);
  if (atom->multiplier > 0 || is_in_token_before (walk->atoms, at))
    return 0;
  if (at + 1 == walk->atoms->list->len && begins_run (walk->atoms, at))
    return emit_beginning (walk, at, FALSE);
  code = emit_han (walk, at, FALSE, FALSE);
  return code != 0 || at >= perhaps_of_number ? code : emit_han (walk, at, TRUE, TRUE);
}

/**
 * fz_tokens_of_phrase:
 * @atoms: of what is looked for
 * @of_number: where [func@tokens_have_other_way]: the other way
 * @func: called for each token; those of the same place are alternatives
 * @data: for @func
 *
 * Where [func@tokens_are_open] the last token is the beginning of one.
 *
 * Returns: 0, or what @func answered last
 */
int
fz_tokens_of_phrase (const FzAtoms *atoms,
                     gboolean       of_number,
                     FzTokenFunc    func,
                     gpointer       data)
{
  Walk walk = { atoms, func, data };
  guint n = count_perhaps_of_number (atoms);
  int code = 0;

  for (guint i = 0; code == 0 && i < atoms->list->len; i++)
    {
      if (needs_break (atoms, i) || (of_number && i == n))
        code = emit_break (&walk, i);
      if (code == 0)
        code = of_number && i < n ? emit_han (&walk, i, TRUE, FALSE) : emit_of_phrase (&walk, i, n);
    }
  return code;
}

/**
 * fz_tokens_have_other_way:
 * @atoms: of what is looked for
 *
 * Returns: whether it begins with what may be the multiplier of a number, and
 *   goes on behind a break with Han; then both ways have to be looked for
 */
gboolean
fz_tokens_have_other_way (const FzAtoms *atoms)
{
  guint n = count_perhaps_of_number (atoms);

  return n > 0 && n < atoms->list->len && fz_atoms_get (atoms, n)->after_break &&
         is_plain_han (fz_atoms_get (atoms, n));
}

/**
 * fz_tokens_are_open:
 * @atoms: of what is looked for
 *
 * Returns: whether it ends in a Han character that has no token with another
 */
gboolean
fz_tokens_are_open (const FzAtoms *atoms)
{
  guint last = atoms->list->len - 1;

  return atoms->list->len > 0 && is_plain_han (fz_atoms_get (atoms, last)) &&
         !is_in_token_before (atoms, last) && !begins_run (atoms, last);
}
