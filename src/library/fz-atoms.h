/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as a search sees it: folded, and cut into what can be looked for.
 *
 * - A Han character (kana, hangul, private use) is an atom of its own.
 * - A word is a run of letters, GDP; 5G and G20 are a word and a number that
 *   stand together.
 * - A number is its value: 12.30, 1,234 and 12.3万 are 12.3, 1234 and 123000.
 *   The characters of the multiplier follow as the Han that they are, so that
 *   万元 is found in 12.3万元.
 * - Marks are no atoms: what follows one, or the beginning of the text, is
 *   said to stand after a break, whichever the mark.  A single blank between
 *   Han and Latin is the printer's, and no break.
 */
typedef enum {
  FZ_ATOM_HAN,
  FZ_ATOM_WORD,
  FZ_ATOM_NUMBER,
} FzAtomKind;

/**
 * FzAtom:
 * @start: its first byte in the text
 * @end: one past its last; of a number, past its digits
 * @code: the character, or where its NUL-ended string stands in the words
 * @kind: an #FzAtomKind
 * @after_break: whether a mark stands before it
 * @multiplier: of a number: how many Han atoms behind it multiply it; of such a
 *   Han: how many there are from it on; otherwise 0
 */
typedef struct {
  guint32 start;
  guint32 end;
  guint32 code;
  guint8  kind;
  guint8  after_break;
  guint8  multiplier;
} FzAtom;

typedef struct {
  GArray  *list;  /* of FzAtom */
  GString *words;
} FzAtoms;

/* What one atom can hold; longer words are cut into several. */
#define FZ_ATOM_MOST_CHARACTERS 64

FzAtoms *fz_atoms_new        (const char *text, gsize length);
void     fz_atoms_free       (FzAtoms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzAtoms, fz_atoms_free)

guint    fz_atoms_multiplier (const FzAtoms *self, guint at);

static inline const FzAtom *
fz_atoms_get (const FzAtoms *self, guint at)
{
  return &g_array_index (self->list, FzAtom, at);
}

static inline const char *
fz_atoms_string (const FzAtoms *self, const FzAtom *atom)
{
  return self->words->str + atom->code;
}

G_END_DECLS
