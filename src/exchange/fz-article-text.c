/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-text.h"

#include <glib/gi18n.h>

#include "fz-table.h"

/**
 * fz_region_dup_path:
 *
 * Returns: (transfer full): 浙江省/金华市, or "" for %FZ_REGION_NONE
 */
char *
fz_region_dup_path (FzRegion region)
{
  g_auto (GStrv) path = region != FZ_REGION_NONE ? fz_region_path (region) : NULL;

  return path != NULL ? g_strjoinv ("/", path) : g_strdup ("");
}

/**
 * fz_region_dup_era:
 * @filed: where an article is filed, see [struct@Entry]
 * @separator: stands between the regions
 *
 * Returns: (transfer full): the regions from the province down as they were when
 *   it was printed, and, where that is another one, what the last is today:
 *   浙江省/杭州市/临安县（今临安区）; "" for %FZ_REGION_NONE
 */
char *
fz_region_dup_era (FzRegion filed, const char *separator)
{
  FzRegion today = fz_region_today (filed);
  g_auto (GStrv) then = filed != FZ_REGION_NONE ? fz_region_path (filed) : NULL;
  g_autofree char *path = then != NULL ? g_strjoinv (separator, then) : g_strdup ("");
  g_auto (GStrv) now = NULL;
  g_autofree char *now_path = NULL;

  if (then == NULL || today == filed || today == FZ_REGION_NONE)
    return g_steal_pointer (&path);
  /* What only lies elsewhere today has the name that it had. */
  now = fz_region_path (today);
  now_path = g_strjoinv (separator, now);
  /* Translators: a region as it was when an article was printed, and what it is today */
  return g_strdup_printf (_("%s (now %s)"), path,
                          g_strcmp0 (fz_region_name (today), fz_region_name (filed)) ? fz_region_name (today) : now_path);
}

/**
 * fz_figure_dup_qualifiers:
 *
 * Returns: (transfer full): the names of its qualifiers, in their fixed order
 */
char *
fz_figure_dup_qualifiers (const FzFigure *figure, const char *separator)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint bit = FZ_QUALIFIER_APPROX; bit <= FZ_QUALIFIER_TARGET; bit <<= 1)
    if (figure->qualifiers & bit)
      g_string_append_printf (names, "%s%s", names->len > 0 ? separator : "", fz_qualifier_name (bit));
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
print_line (GString *out, const char *text)
{
  if (text == NULL)
    return;
  fz_text_append_safe (out, text, -1);
  g_string_append_c (out, '\n');
}

static void
print_authors (const FzArticle *article, GString *out)
{
  g_autoptr (GString) line = g_string_new (article->dateline);

  for (guint i = 0; i < article->authors->len; i++)
    {
      const FzAuthor *author = article->authors->pdata[i];

      g_string_append_printf (line, "%s%s %s", line->len > 0 ? "  " : "", author->role, author->name);
    }
  print_line (out, line->len > 0 ? line->str : NULL);
}

static void
print_head (const FzArticle *article, GString *out)
{
  print_line (out, article->kicker);
  print_line (out, article->title);
  print_line (out, article->subtitle);
  print_authors (article, out);
}

/* What is read as the article's text; the head is printed from its fields. */
static gboolean
is_text (FzRole role)
{
  return role == FZ_ROLE_BODY || role == FZ_ROLE_HEADING || role == FZ_ROLE_CAPTION || role == FZ_ROLE_CREDIT;
}

static void
print_blocks (const FzArticle *article, GString *out)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      if (!is_text (block->role))
        continue;
      g_string_append_c (out, '\n');
      fz_text_append_safe (out, article->text + block->byte_start, block->byte_end - block->byte_start);
      g_string_append_c (out, '\n');
    }
}

static void
print_section (const char *heading, FzTable *table, GString *out)
{
  g_string_append_printf (out, "\n%s\n", heading);
  fz_table_print (table, "  ", out);
}

/* 同比 2022-01-01—2022-11-30, with a question mark where the days are in doubt. */
static char *
dup_against (const FzFigure *figure)
{
  g_autofree char *since = fz_interval_dup_day (&figure->against_days.since);
  g_autofree char *until = fz_interval_dup_day (&figure->against_days.until);

  if (figure->against == NULL || since == NULL)
    return g_strdup (figure->against);
  return g_strdup_printf ("%s %s—%s%s", figure->against, since, until, figure->against_days.doubt ? "?" : "");
}

static void
print_figures (const FzFacts *facts, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (7);

  for (guint i = 0; i < facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (facts->figures, FzFigure, i);
      g_autofree char *qualifiers = fz_figure_dup_qualifiers (figure, " ");
      g_autofree char *against = dup_against (figure);

      fz_table_add (table, figure->surface);
      fz_table_add (table, figure->indicator);
      fz_table_add (table, figure->period);
      fz_table_add (table, fz_figure_kind_name (figure->kind));
      fz_table_add (table, qualifiers);
      fz_table_add (table, against);
      fz_table_add (table, figure->region != FZ_REGION_NONE ? fz_region_name (figure->region) : NULL);
    }
  if (facts->figures->len > 0)
    print_section (_("Figures"), table, out);
}

/* Each place once, where it is named first. */
static void
print_places (const FzFacts *facts, GString *out)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  g_autoptr (FzTable) table = fz_table_new (2);

  for (guint i = 0; i < facts->places->len; i++)
    {
      FzPlace *place = &g_array_index (facts->places, FzPlace, i);
      g_autofree char *path = fz_region_dup_path (place->region);

      if (!g_hash_table_add (seen, &place->region))
        continue;
      fz_table_add (table, place->surface);
      fz_table_add (table, path);
    }
  if (facts->places->len > 0)
    print_section (_("Places"), table, out);
}

/* How often each of @n programmes is named, told by one walk. */
static guint *
count_mentions (const GArray *mentions, guint n)
{
  guint *counts = g_new0 (guint, n);

  for (guint i = 0; i < mentions->len; i++)
    counts[g_array_index (mentions, FzProgrammeMention, i).programme]++;
  return counts;
}

static void
print_programmes (const FzArticle *article, const FzFacts *facts, GString *out)
{
  g_autoptr (GArray) mentions = fz_facts_find_mentions (facts, article);
  g_autoptr (GArray) told = fz_facts_tell_programmes (facts, article, &facts->page);
  g_autoptr (FzTable) table = fz_table_new (5);
  g_autofree guint *counts = count_mentions (mentions, facts->programmes->len);

  for (guint i = 0; i < facts->programmes->len; i++)
    {
      const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, i);
      const FzProgrammeTold *one = &g_array_index (told, FzProgrammeTold, i);
      g_autofree char *times = counts[i] > 1 ? g_strdup_printf ("×%u", counts[i]) : NULL;
      g_autofree char *year = one->year != 0 ? g_strdup_printf ("%d", one->year) : NULL;

      fz_table_add (table, programme->name);
      fz_table_add (table, fz_programme_kind_name (programme->kind));
      fz_table_add (table, times);
      fz_table_add (table, one->region != FZ_REGION_NONE ? fz_region_name (one->region) : NULL);
      fz_table_add (table, year);
    }
  if (facts->programmes->len > 0)
    print_section (_("Programmes"), table, out);
}

/**
 * fz_article_print_text:
 *
 * Appends the head of @article, its text, and the figures, places and
 * programmes in it, to be read on a terminal.
 */
void
fz_article_print_text (const FzArticle *article, const FzFacts *facts, GString *out)
{
  print_head (article, out);
  print_blocks (article, out);
  print_figures (facts, out);
  print_places (facts, out);
  print_programmes (article, facts, out);
}
