/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

#include <string.h>

/* What is read of the page itself: articles, heads, the roles of the lines and
 * how they join.  The head of an article counts only where the article starts
 * on its line. */

static const struct {
  GoldMeasure  measure;
  const char  *column;
  gsize        offset;
} head_fields[] = {
  { GOLD_ARTICLE_TITLE,    "title",    G_STRUCT_OFFSET (FzArticle, title) },
  { GOLD_ARTICLE_KICKER,   "kicker",   G_STRUCT_OFFSET (FzArticle, kicker) },
  { GOLD_ARTICLE_SUBTITLE, "subtitle", G_STRUCT_OFFSET (FzArticle, subtitle) },
  { GOLD_ARTICLE_DATELINE, "dateline", G_STRUCT_OFFSET (FzArticle, dateline) },
};

FzAnalysis *
gold_analyse (const char *folder, const char *page)
{
  g_autofree char *file = g_strconcat (page, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;
  FzAnalysis *analysis;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  analysis = fz_analysis_new (file, bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return analysis;
}

/* "-" where @region is none. */
char *
gold_region_path (FzRegion region)
{
  g_auto (GStrv) path = region == FZ_REGION_NONE ? NULL : fz_region_path (region);

  return path == NULL || path[0] == NULL ? g_strdup ("-") : g_strjoinv ("/", path);
}

static gint
article_at (const FzAnalysis *found, guint first_line)
{
  for (guint i = 0; i < found->page->articles->len; i++)
    {
      const FzArticle *article = g_ptr_array_index (found->page->articles, i);

      if (article->first_line == first_line)
        return i;
    }
  return -1;
}

static void
score_spans (GoldBoard *board, const FzAnalysis *found, const GoldTable *articles)
{
  g_autoptr (GoldBag) spans = gold_bag_new ();
  g_autoptr (GoldBag) starts = gold_bag_new ();
  g_autoptr (GoldBag) found_spans = gold_bag_new ();
  g_autoptr (GoldBag) found_starts = gold_bag_new ();

  for (guint i = 0; i < articles->rows->len; i++)
    {
      guint first = gold_table_line (articles, i, "first");

      gold_bag_add_new (starts, g_strdup_printf ("%u", first));
      gold_bag_add_new (spans, g_strdup_printf ("%u-%u", first, gold_table_line (articles, i, "last")));
    }
  for (guint i = 0; i < found->page->articles->len; i++)
    {
      const FzArticle *article = g_ptr_array_index (found->page->articles, i);

      gold_bag_add_new (found_starts, g_strdup_printf ("%u", article->first_line));
      gold_bag_add_new (found_spans, g_strdup_printf ("%u-%u", article->first_line, article->last_line));
    }
  gold_board_bags (board, GOLD_ARTICLE_SPAN, spans, found_spans);
  gold_board_bags (board, GOLD_ARTICLE_START, starts, found_starts);
}

static void
score_authors (GoldBoard *board, const FzArticle *article, const char *gold)
{
  g_autoptr (GoldBag) authors = gold_bag_new ();
  g_autoptr (GoldBag) found = gold_bag_new ();
  g_auto (GStrv) names = g_strsplit (g_str_equal (gold, "-") ? "" : gold, ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    gold_bag_add_new (authors, g_strdup (names[i]));
  for (guint i = 0; article != NULL && i < article->authors->len; i++)
    {
      const FzAuthor *author = g_ptr_array_index (article->authors, i);

      gold_bag_add_new (found, g_strconcat (author->role, ":", author->name, NULL));
    }
  gold_board_bags (board, GOLD_ARTICLE_AUTHORS, authors, found);
}

static gboolean
same_field (const FzArticle *article, gsize offset, const char *gold)
{
  const char *text = article == NULL ? NULL : G_STRUCT_MEMBER (char *, article, offset);

  return article != NULL && g_str_equal (text == NULL ? "-" : text, gold);
}

static void
score_head (GoldBoard *board, const FzAnalysis *found, const GoldTable *articles, guint row)
{
  gint at = article_at (found, gold_table_line (articles, row, "first"));
  const FzArticle *article = at < 0 ? NULL : g_ptr_array_index (found->page->articles, at);
  const FzFacts *facts = at < 0 ? NULL : g_ptr_array_index (found->facts, at);
  g_autofree char *region = facts == NULL ? g_strdup ("") : gold_region_path (facts->region);
  const char *kind = article == NULL ? "" : fz_article_kind_name (article->kind);

  gold_board_check (board, GOLD_ARTICLE_KIND, g_str_equal (kind, gold_table_cell (articles, row, "kind")));
  if (!g_str_equal (gold_table_cell (articles, row, "region"), "?"))
    gold_board_check (board, GOLD_ARTICLE_REGION, g_str_equal (region, gold_table_cell (articles, row, "region")));
  for (guint i = 0; i < G_N_ELEMENTS (head_fields); i++)
    gold_board_check (board, head_fields[i].measure,
                      same_field (article, head_fields[i].offset,
                                  gold_table_cell (articles, row, head_fields[i].column)));
  score_authors (board, article, gold_table_cell (articles, row, "authors"));
}

void
gold_score_articles (GoldBoard *board, const FzAnalysis *found, const GoldTable *articles)
{
  score_spans (board, found, articles);
  for (guint i = 0; i < articles->rows->len; i++)
    score_head (board, found, articles, i);
}

static void
read_block (const FzBlock *block, GHashTable *roles, GoldBag *joins)
{
  guint before = 0;

  for (guint i = 0; i < block->pieces->len; i++)
    {
      guint line = block->pieces->data[i].line;

      g_hash_table_insert (roles, GUINT_TO_POINTER (line), (char *) fz_role_name (block->role));
      if (before != 0)
        gold_bag_add_new (joins, g_strdup_printf ("%u+%u", before, line));
      before = line;
    }
}

/* The line that goes on with the paragraph: the one named in the note as "->NN",
 * else the next in which something is printed. */
static guint
joined_line (const GoldTable *lines, guint row)
{
  const char *arrow = strstr (gold_table_cell (lines, row, "note"), "->");

  return arrow != NULL ? g_ascii_strtoull (arrow + strlen ("->"), NULL, 10)
                       : gold_table_line (lines, row + 1, "line");
}

void
gold_score_lines (GoldBoard *board, const FzAnalysis *found, const GoldTable *lines)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (NULL, NULL);
  g_autoptr (GoldBag) joins = gold_bag_new ();
  g_autoptr (GoldBag) found_joins = gold_bag_new ();

  for (guint i = 0; i < found->page->articles->len; i++)
    {
      const FzArticle *article = g_ptr_array_index (found->page->articles, i);

      for (guint j = 0; j < article->blocks->len; j++)
        read_block (fz_article_block (article, j), roles, found_joins);
    }
  for (guint i = 0; i < lines->rows->len; i++)
    {
      guint line = gold_table_line (lines, i, "line");
      const char *role = g_hash_table_lookup (roles, GUINT_TO_POINTER (line));

      gold_board_check (board, GOLD_LINE_ROLE, g_strcmp0 (role, gold_table_cell (lines, i, "role")) == 0);
      if (g_str_equal (gold_table_cell (lines, i, "joins_next"), "yes"))
        gold_bag_add_new (joins, g_strdup_printf ("%u+%u", line, joined_line (lines, i)));
    }
  gold_board_bags (board, GOLD_PARAGRAPH_JOINS, joins, found_joins);
}
