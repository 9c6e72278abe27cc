/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>

#include "fz-search-match.h"
#include "fz-tokens.h"

typedef struct {
  gsize size;
  gsize places;
} Seen;

static int
check_token (gpointer    data,
             gboolean    same_place,
             const char *token,
             gsize       length,
             gsize       start,
             gsize       end)
{
  Seen *seen = data;

  g_assert_cmpuint (length, >, 0);
  g_assert_true (g_utf8_validate (token, (gssize) length, NULL));
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, seen->size);
  seen->places += !same_place;
  return 0;
}

/* Atoms follow each other, and nothing that could be shown is made of nothing. */
static void
check_atoms (const FzAtoms *atoms,
             gsize          size)
{
  gsize before = 0;

  for (guint i = 0; i < atoms->list->len; i++)
    {
      const FzAtom *atom = fz_atoms_get (atoms, i);

      g_assert_cmpuint (atom->start, >=, before);
      g_assert_cmpuint (atom->end, >, atom->start);
      g_assert_cmpuint (atom->end, <=, size);
      g_assert_true (atom->kind == FZ_ATOM_HAN || atom->code < atoms->words->len);
      before = atom->end;
    }
}

/* Any whole text is found in itself, from its first atom on. */
static void
check_found (FzAtoms *atoms)
{
  FzPhrase phrase = { .atoms = atoms };
  guint start, end;

  if (atoms->list->len == 0)
    return;
  g_assert_true (fz_phrase_find (&phrase, atoms, 0, &start, &end));
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, atoms->list->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (FzAtoms) atoms = fz_atoms_new ((const char *) data, size);
  Seen text = { .size = size }, phrase = { .size = size };

  check_atoms (atoms, size);
  check_found (atoms);
  g_assert_cmpint (fz_tokens_of_text (atoms, check_token, &text), ==, 0);
  g_assert_cmpint (fz_tokens_of_phrase (atoms, FALSE, check_token, &phrase), ==, 0);
  g_assert_cmpuint (phrase.places, <=, text.places);
  fz_tokens_are_open (atoms);
  if (fz_tokens_have_other_way (atoms))
    g_assert_cmpint (fz_tokens_of_phrase (atoms, TRUE, check_token, &phrase), ==, 0);
  return 0;
}
