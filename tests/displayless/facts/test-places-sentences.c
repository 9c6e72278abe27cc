/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "place-cases.h"

/* Scores the sentences of tests/data/places: of the places that a reader finds,
 * how many are found as the region that they are (recall), and of those found,
 * how many are right (precision). */

typedef struct {
  guint right;
  guint found;
  guint wanted;
} Score;

typedef enum {
  COLUMN_PROVINCE,
  COLUMN_DATE,
  COLUMN_HOME,
  COLUMN_TEXT,
  COLUMN_PLACES,
  N_COLUMNS,
} Column;

/* How much of the sum must be reached, in thousandths. */
#define FLOOR 970

static guint
f1 (const Score *score)
{
  return 2000 * score->right / MAX (score->found + score->wanted, 1);
}

static void
print_score (const char  *name,
             const Score *score)
{
  g_test_message ("%s: precision %.3f, recall %.3f, F1 %.3f of %u places", name,
                  (double) score->right / MAX (score->found, 1), (double) score->right / MAX (score->wanted, 1),
                  (double) f1 (score) / 1000, score->wanted);
}

static FzPlaceContext
context_of (char **row)
{
  FzPlaceContext context = { 0, FZ_REGION_NONE };

  if (*row[COLUMN_DATE] != '-')
    context.year = (guint) g_ascii_strtoull (row[COLUMN_DATE], NULL, 10);
  if (*row[COLUMN_HOME] != '-')
    context.home = fz_region_from_code (row[COLUMN_HOME]);
  return context;
}

static FzFacts *
read_sentence (char **row)
{
  g_autoptr (FzArticle) article = make_article (NULL, row[COLUMN_TEXT]);
  FzFacts *facts = fz_facts_new ();
  FzPlaceContext context = context_of (row);

  fz_places_find (facts, article, &context);
  return facts;
}

/* Takes the first of @wanted that is @found, so that the order does not shift
 * what follows a missing one. */
static gboolean
take_wanted (char      **wanted,
             const char *found)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (strcmp (wanted[i], found) == 0)
      {
        wanted[i][0] = '\0';
        return TRUE;
      }
  return FALSE;
}

static guint
count_wanted (char **wanted)
{
  guint n = 0;

  for (guint i = 0; wanted[i] != NULL; i++)
    n += *wanted[i] != '\0' && !g_str_has_suffix (wanted[i], "=?") ? 1 : 0;
  return n;
}

static void
score_row (char **row,
           Score *score)
{
  g_autoptr (FzFacts) facts = read_sentence (row);
  g_auto (GStrv) wanted = g_strsplit (strcmp (row[COLUMN_PLACES], "-") != 0 ? row[COLUMN_PLACES] : "", " ", -1);
  g_autofree char *places = list_places (facts);
  guint n_wanted = count_wanted (wanted), right = 0;

  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);
      g_autofree char *path = end_of_path (place->region);
      g_autofree char *found = g_strconcat (place->surface, "=", path, NULL);

      right += take_wanted (wanted, found) ? 1 : 0;
    }
  *score = (Score) { score->right + right, score->found + facts->places->len, score->wanted + n_wanted };
  if (right < n_wanted || right < facts->places->len)
    g_test_message ("%s\n  wanted %s\n  found  %s", row[COLUMN_TEXT], row[COLUMN_PLACES], places);
}

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_build_filename (FZ_TEST_DATA, "places", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

/* The sentences of the provinces that were put aside, or those of the others. */
static void
score_set (const char *name,
           gboolean    aside,
           Score      *score)
{
  g_auto (GStrv) lines = read_lines (name);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      if (g_str_has_suffix (row[COLUMN_PROVINCE], "*") == aside)
        score_row (row, score);
    }
}

static void
test_sentences (void)
{
  Score score = { 0 };

  score_set ("sentences.tsv", FALSE, &score);
  print_score ("sentences", &score);
  g_assert_cmpuint (f1 (&score), >=, FLOOR);
}

static void
test_sentences_put_aside (void)
{
  Score score = { 0 };

  score_set ("sentences.tsv", TRUE, &score);
  print_score ("sentences put aside", &score);
  g_assert_cmpuint (f1 (&score), >=, FLOOR);
}

/* Districts of many cities, organisations, what is abolished, autonomous counties and
 * banners, cities of the Corps, traditional characters; streets and words that are none. */
static void
test_traps (void)
{
  Score score = { 0 };

  score_set ("traps.tsv", FALSE, &score);
  print_score ("traps", &score);
  g_assert_cmpuint (f1 (&score), >=, FLOOR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/sentences", test_sentences);
  g_test_add_func ("/places/sentences-put-aside", test_sentences_put_aside);
  g_test_add_func ("/places/traps", test_traps);
  return g_test_run ();
}
