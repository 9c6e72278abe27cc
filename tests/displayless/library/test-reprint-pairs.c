/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pairs of tests/data/reprints, same*.txt and other*.txt: how many of those that
 * are found are right, and how many of those that are right are found. */

#include "config.h"

#include <string.h>

#include "fz-folded.h"
#include "fz-reprint.h"
#include "fz-signature.h"

typedef struct {
  guint n;
  guint joined;
  guint met;    /* share something in their signatures, and so are compared at all */
} Tally;

static FzFolded *
fold (const char *text)
{
  FzFolded *folded = fz_folded_new ();

  fz_folded_take (folded, text, strlen (text), 0);
  return folded;
}

static void
judge (const char *name,
       const char *one,
       const char *other,
       Tally      *tally)
{
  g_autoptr (FzFolded) a = fold (one), b = fold (other);
  FzSignature first, second;
  FzLikeness likeness;
  guint n_a, n_b;
  const gunichar *chars_a = fz_folded_chars (a, &n_a), *chars_b = fz_folded_chars (b, &n_b);
  gboolean met, joined;

  fz_signature_make (&first, chars_a, n_a);
  fz_signature_make (&second, chars_b, n_b);
  fz_likeness_measure (&likeness, chars_a, n_a, chars_b, n_b);
  met = fz_signature_likeness (&first, &second) > 0;
  joined = fz_likeness_judge (&likeness);
  g_test_message ("%s: %s%s; shared %u of %u and %u, changed %u, own words %u, misread %u, numbers %u", name,
                  joined ? "joined" : "apart", met ? "" : ", never met", likeness.shared, likeness.shorter,
                  likeness.longer, likeness.changed, likeness.own_words, likeness.misread, likeness.numbers);
  tally->n++;
  tally->met += met;
  tally->joined += met && joined;
}

static void
read_pairs (const char *file,
            Tally      *tally)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reprints", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pairs = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  pairs = g_strsplit (text, "\n@ ", -1);
  for (guint i = 1; pairs[i] != NULL; i++)
    {
      char *one = strchr (pairs[i], '\n');
      char *other = strstr (pairs[i], "\n=\n");

      g_assert_nonnull (other);
      *one = *other = '\0';
      judge (pairs[i], one + 1, other + 3, tally);
    }
}

static void
test_pairs (void)
{
  Tally same = { 0 }, other = { 0 };

  read_pairs ("same.txt", &same);
  read_pairs ("same-later.txt", &same);
  read_pairs ("other.txt", &other);
  read_pairs ("other-later.txt", &other);
  g_test_message ("precision %u/%u, recall %u/%u", same.joined, same.joined + other.joined, same.joined, same.n);
  g_assert_cmpuint (same.n, >=, 32);
  g_assert_cmpuint (other.n, >=, 40);
  g_assert_cmpuint (other.joined, ==, 0);
  g_assert_cmpuint (same.joined, >=, 31);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reprint-pairs/all", test_pairs);
  return g_test_run ();
}
