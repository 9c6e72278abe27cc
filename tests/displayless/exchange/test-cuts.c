/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

#include <string.h>

/* The pages of tests/data/cuts, of many kinds of newspaper, against the cut that
 * a reader makes of them: articles, heads, roles of lines, joins.
 *
 * The weights of the cutter were found from these pages among others, so this
 * says that nothing got worse, not how well pages are cut that nobody has seen:
 * tests/tune/tune-roles --folds says that.  A floor stands a little under what
 * is reached, and is never lowered to let a change pass. */
static const struct {
  GoldMeasure  measure;
  const char  *name;
  double       floors[2]; /* of the first pages, of the later ones */
} floors[] = {
  { GOLD_ARTICLE_SPAN,     "articles span",     { 0.92, 0.88 } },
  { GOLD_ARTICLE_START,    "articles start",    { 0.97, 0.955 } },
  { GOLD_ARTICLE_KIND,     "article kind",      { 0.96, 0.92 } },
  { GOLD_ARTICLE_TITLE,    "article title",     { 0.945, 0.925 } },
  { GOLD_ARTICLE_KICKER,   "article kicker",    { 0.95, 0.92 } },
  { GOLD_ARTICLE_SUBTITLE, "article subtitle",  { 0.96, 0.935 } },
  { GOLD_ARTICLE_DATELINE, "article dateline",  { 0.96, 0.925 } },
  { GOLD_ARTICLE_REGION,   "article region",    { 0.9, 0 } },
  { GOLD_ARTICLE_AUTHORS,  "article authors",   { 0.91, 0.905 } },
  { GOLD_LINE_ROLE,        "line role",         { 0.98, 0.975 } },
  { GOLD_PARAGRAPH_JOINS,  "paragraph joins",   { 0.965, 0.975 } },
};

/* The pages from this one on were written before the cutter was tried on them,
 * as unlike each other and those before as newspapers are. */
#define FIRST_LATER 111

static GoldBoard boards[2];

static void
score_page (const char *page)
{
  g_autoptr (FzAnalysis) found = gold_analyse ("cuts", page);
  g_autoptr (GoldTable) articles = gold_table_read ("cuts", page, "articles");
  g_autoptr (GoldTable) lines = gold_table_read ("cuts", page, "lines");
  GoldBoard *board = &boards[g_ascii_strtoull (page, NULL, 10) >= FIRST_LATER];

  gold_score_articles (board, found, articles);
  gold_score_lines (board, found, lines);
}

static guint
score_pages (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "cuts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      {
        g_autofree char *page = g_strndup (file, strlen (file) - strlen (".txt"));

        score_page (page);
        n++;
      }
  return n;
}

static void
test_floor (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  static const char * const sets[] = { "first", "later" };

  for (guint set = 0; set < G_N_ELEMENTS (boards); set++)
    {
      const GoldCount *count = &boards[set].counts[floors[row].measure];
      double score = count->gold > 0 ? gold_board_score (&boards[set], floors[row].measure) : 1;

      g_test_message ("%s, %s pages: %u of %u (found %u, score %.4f)", floors[row].name, sets[set], count->hit, count->gold, count->found, score);
      g_assert_cmpfloat (score, >=, floors[row].floors[set]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (score_pages (), >=, 30);
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/cuts/", floors[i].name, NULL), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_floor);
    }
  return g_test_run ();
}
