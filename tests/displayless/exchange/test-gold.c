/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

/* Whole pages, from their bytes to the facts, against tables that were filled
 * in by hand from the printed page: see the README of tests/data/gold.
 *
 * A floor stands a little under what the rules reach.  It is raised when rules
 * improve, and never lowered to let a change pass. */
static const struct {
  GoldMeasure  measure;
  const char  *name;
  double       floor;
} floors[] = {
  { GOLD_ARTICLE_SPAN,     "articles span",    0.960 },
  { GOLD_ARTICLE_START,    "articles start",   0.970 },
  { GOLD_ARTICLE_KIND,     "article kind",     0.970 },
  { GOLD_ARTICLE_TITLE,    "article title",    0.970 },
  { GOLD_ARTICLE_KICKER,   "article kicker",   0.970 },
  { GOLD_ARTICLE_SUBTITLE, "article subtitle", 0.970 },
  { GOLD_ARTICLE_DATELINE, "article dateline", 0.970 },
  { GOLD_ARTICLE_REGION,   "article region",   0.960 },
  { GOLD_ARTICLE_AUTHORS,  "article authors",  0.970 },
  { GOLD_LINE_ROLE,        "line role",        0.980 },
  { GOLD_PARAGRAPH_JOINS,  "paragraph joins",  0.940 },
  { GOLD_PLACES,           "places resolved",  0.990 },
  { GOLD_FIGURES,          "figures found",    0.990 },
  { GOLD_FIGURE_VALUE,     "figure value",     0.990 },
  { GOLD_FIGURE_UNIT,      "figure unit",      0.985 },
  { GOLD_FIGURE_KIND,      "figure kind",      0.985 },
  { GOLD_FIGURE_QUALIFIER, "figure qualifier", 0.980 },
  { GOLD_FIGURE_INDICATOR, "figure indicator", 0.955 },
  { GOLD_FIGURE_PERIOD,    "figure period",    0.965 },
  { GOLD_PROGRAMMES,       "programmes",       0.970 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (floors) == GOLD_N_MEASURES);

static const char *const pages[] = {
  "01-xinyang-front-page",
  "02-xupu-feature",
  "03-guangxi-indented-columns",
  "04-dali-columns",
  "05-luan-1984",
  "06-liaoning-pictures",
  "07-shaanxi-briefs",
  "08-jianghai-evening",
  "09-hsinchu-traditional",
};

static void
score_page (GoldBoard *board, const char *page)
{
  g_autoptr (FzAnalysis) found = gold_analyse ("gold/pages", page);
  g_autoptr (GoldTable) articles = gold_table_read ("gold", page, "articles");
  g_autoptr (GoldTable) lines = gold_table_read ("gold", page, "lines");
  g_autoptr (GoldTable) places = gold_table_read ("gold", page, "places");
  g_autoptr (GoldTable) figures = gold_table_read ("gold", page, "figures");
  g_autoptr (GoldTable) programmes = gold_table_read ("gold", page, "programmes");

  gold_score_articles (board, found, articles);
  gold_score_lines (board, found, lines);
  gold_score_places (board, found, places);
  gold_score_figures (board, found, figures);
  gold_score_programmes (board, found, programmes, articles);
}

static const GoldBoard *
all_pages (void)
{
  static GoldBoard board;
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        score_page (&board, pages[i]);
      g_once_init_leave (&done, 1);
    }
  return &board;
}

static void
test_floor (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  const GoldBoard *board = all_pages ();
  const GoldCount *count = &board->counts[floors[row].measure];
  double score = gold_board_score (board, floors[row].measure);

  g_test_message ("%s: %u of %u (found %u, score %.4f)", floors[row].name,
                  count->hit, count->gold, count->found, score);
  g_assert_cmpfloat (score, >=, floors[row].floor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/gold/", floors[i].name, NULL), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_floor);
    }
  return g_test_run ();
}
