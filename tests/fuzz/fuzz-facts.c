/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <string.h>

#include "fz-facts.h"

/* Any valid text as one paragraph of an article; each line of it as another. */
static FzArticle *
article_of (const char *text)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };
  g_auto (GStrv) lines = g_strsplit (text, "\n", 64);

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, text, -1, &piece, 1);
  for (guint i = 0; lines[i] != NULL; i++)
    fz_article_append_block (article, FZ_ROLE_BODY, 0, lines[i], -1, &piece, 1);
  return article;
}

static void
check_span (const FzArticle *article, const FzSpan *span)
{
  const FzBlock *block;

  g_assert_cmpuint (span->block, <, article->blocks->len);
  block = fz_article_block (article, span->block);
  g_assert_cmpuint (span->start, <, span->end);
  g_assert_cmpuint (span->end, <=, block->end - block->start);
}

static void
check_figure (const FzArticle *article, const FzFigure *figure)
{
  g_autofree char *text = fz_article_dup_block (article, figure->span.block);
  g_autofree char *there = g_utf8_substring (text, figure->span.start, figure->span.end);

  check_span (article, &figure->span);
  g_assert_cmpstr (there, ==, figure->surface);
  g_assert_true (figure->unit == NULL || g_utf8_validate (figure->unit, -1, NULL));
  g_assert_true (figure->indicator == NULL || g_utf8_validate (figure->indicator, -1, NULL));
  g_assert_true (figure->period == NULL || strstr (text, figure->period) != NULL);
  g_assert_true (figure->against == NULL || strstr (text, figure->against) != NULL);
  if (fz_interval_is_known (&figure->against_days))
    g_assert_cmpint (g_date_compare (&figure->against_days.since, &figure->against_days.until), <=, 0);
}

/* What a person is shown of it can be taken apart and read again. */
static void
check_words (const FzFigure *figure)
{
  g_autofree char *readable = fz_figure_dup_readable (figure);
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *again = NULL;
  g_autoptr (FzFigure) copy = fz_figure_copy (figure);

  fz_figure_split_words (readable, &number, &unit);
  again = g_strconcat (number, unit, NULL);
  g_assert_cmpstr (again, ==, readable);
  fz_figure_read_words (copy, number, unit);
  if (fz_interval_is_known (&figure->days))
    g_assert_cmpint (g_date_compare (&figure->days.since, &figure->days.until), <=, 0);
}

static void
check_mentions (const FzArticle *article, const FzFacts *facts)
{
  g_autoptr (GArray) mentions = fz_facts_find_mentions (facts, article);

  for (guint i = 0; i < mentions->len; i++)
    {
      const FzProgrammeMention *mention = &g_array_index (mentions, FzProgrammeMention, i);

      g_assert_cmpuint (mention->programme, <, facts->programmes->len);
      check_span (article, &mention->span);
    }
}

static void
check_told (const FzArticle *article, const FzFacts *facts)
{
  g_autoptr (GArray) told = fz_facts_tell_programmes (facts, article, &facts->page);

  g_assert_cmpuint (told->len, ==, facts->programmes->len);
  for (guint i = 0; i < told->len; i++)
    {
      const GArray *figures = g_array_index (told, FzProgrammeTold, i).figures;

      for (guint k = 0; k < figures->len; k++)
        g_assert_cmpuint (g_array_index (figures, guint, k), <, facts->figures->len);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 1 << 16));
  g_autoptr (FzArticle) article = article_of (text);
  g_autoptr (FzFacts) facts = fz_facts_read (article, NULL);

  fz_facts_tell_days (facts, size % 2 ? "2023-05-31" : NULL, "2023-12-01", "2024-02-29");
  for (guint i = 0; i < facts->figures->len; i++)
    {
      check_figure (article, &g_array_index (facts->figures, FzFigure, i));
      check_words (&g_array_index (facts->figures, FzFigure, i));
    }
  for (guint i = 0; i < facts->places->len; i++)
    check_span (article, &g_array_index (facts->places, FzPlace, i).span);
  for (guint i = 0; i < facts->programmes->len; i++)
    check_span (article, &g_array_index (facts->programmes, FzProgramme, i).span);
  check_mentions (article, facts);
  check_told (article, facts);
  return 0;
}
