/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-json.h"

/* The JSON of one article.  Keys stand in this order and all of them always;
 * what is not known is null:
 *
 *   number kind lines title kicker subtitle dateline authors region
 *   blocks      role lines start end text flags
 *   places      block start end line surface code path primary
 *   figures     block start end line surface kind value max unit qualifiers
 *               change indicator period rule against indicator_region
 *   programmes  block start end line name kind region year figures
 *   region_then what region was called when the page was printed, where that differs
 *
 * Positions count code points: a block's in the article's canonical text, a
 * fact's in its block.  Lines count from 1 in the file.
 */

static const struct {
  FzBlockFlags  flag;
  const char   *name;
} block_flags[] = {
  { FZ_BLOCK_FLAG_REPEATED, "repeated" },
  { FZ_BLOCK_FLAG_MISPLACED, "misplaced" },
  { FZ_BLOCK_FLAG_TRUNCATED, "truncated" },
};

static void
add_path (FzJson *self, FzRegion region)
{
  const char *names[FZ_REGION_MAX_DEPTH];
  guint n = fz_region_names (region, names);

  fz_json_key (self, "path");
  fz_json_open_array (self);
  for (guint i = 0; i < n; i++)
    fz_json_word (self, names[i]);
  fz_json_close_array (self);
}

static void
add_code_and_path (FzJson *self, FzRegion region)
{
  g_autofree char *code = fz_region_code (region);

  fz_json_add_word (self, "code", code);
  add_path (self, region);
}

/**
 * fz_json_add_region:
 * @key: the key it is written under
 * @region: a region, or %FZ_REGION_NONE for null
 */
void
fz_json_add_region (FzJson *self, const char *key, FzRegion region)
{
  fz_json_key (self, key);
  if (region == FZ_REGION_NONE)
    {
      fz_json_null (self);
      return;
    }
  fz_json_open_object (self);
  add_code_and_path (self, region);
  fz_json_close_object (self);
}

static void
add_authors (FzJson *self, const GPtrArray *authors)
{
  fz_json_key (self, "authors");
  fz_json_open_array (self);
  for (guint i = 0; i < authors->len; i++)
    {
      const FzAuthor *author = authors->pdata[i];

      fz_json_open_object (self);
      fz_json_add_string (self, "role", author->role);
      fz_json_add_string (self, "name", author->name);
      fz_json_close_object (self);
    }
  fz_json_close_array (self);
}

static void
add_line_range (FzJson *self, const FzArticle *article)
{
  fz_json_key (self, "lines");
  fz_json_open_array (self);
  fz_json_integer (self, article->first_line);
  fz_json_integer (self, article->last_line);
  fz_json_close_array (self);
}

static void
add_piece_lines (FzJson *self, const FzBlock *block)
{
  fz_json_key (self, "lines");
  fz_json_open_array (self);
  for (guint i = 0; i < block->pieces->len; i++)
    fz_json_integer (self, block->pieces->data[i].line);
  fz_json_close_array (self);
}

static void
add_flags (FzJson *self, FzBlockFlags flags)
{
  fz_json_key (self, "flags");
  fz_json_open_array (self);
  for (guint i = 0; i < G_N_ELEMENTS (block_flags); i++)
    if (flags & block_flags[i].flag)
      fz_json_word (self, block_flags[i].name);
  fz_json_close_array (self);
}

static void
write_block (FzJson *self, const FzArticle *article, const FzBlock *block)
{
  fz_json_open_object (self);
  fz_json_add_word (self, "role", fz_role_name (block->role));
  add_piece_lines (self, block);
  fz_json_add_integer (self, "start", block->start);
  fz_json_add_integer (self, "end", block->end);
  fz_json_key (self, "text");
  fz_json_string_len (self, article->text + block->byte_start, block->byte_end - block->byte_start);
  add_flags (self, block->flags);
  fz_json_close_object (self);
}

static void
add_span (FzJson *self, const FzSpan *span)
{
  fz_json_add_integer (self, "block", span->block);
  fz_json_add_integer (self, "start", span->start);
  fz_json_add_integer (self, "end", span->end);
  fz_json_add_integer (self, "line", span->line);
}

static void
write_place (FzJson *self, const FzPlace *place)
{
  fz_json_open_object (self);
  add_span (self, &place->span);
  fz_json_add_string (self, "surface", place->surface);
  add_code_and_path (self, place->region);
  fz_json_key (self, "primary");
  fz_json_boolean (self, place->primary);
  fz_json_close_object (self);
}

static void
add_qualifiers (FzJson *self, FzQualifiers qualifiers)
{
  fz_json_key (self, "qualifiers");
  fz_json_open_array (self);
  for (guint bit = FZ_QUALIFIER_APPROX; bit <= FZ_QUALIFIER_TARGET; bit <<= 1)
    if (qualifiers & bit)
      fz_json_word (self, fz_qualifier_name (bit));
  fz_json_close_array (self);
}

static void
add_values (FzJson *self, const FzFigure *figure)
{
  fz_json_key (self, "value");
  fz_json_decimal (self, figure->value);
  fz_json_key (self, "max");
  if (figure->qualifiers & FZ_QUALIFIER_RANGE)
    fz_json_decimal (self, figure->max);
  else
    fz_json_null (self);
}

/**
 * fz_json_figure_fields:
 * @figure: a figure
 *
 * The keys of a figure, from `block` to `rule`, into the object that is open.
 */
void
fz_json_figure_fields (FzJson *self, const FzFigure *figure)
{
  gboolean changes = figure->change != FZ_CHANGE_NONE;

  add_span (self, &figure->span);
  fz_json_add_string (self, "surface", figure->surface);
  fz_json_add_word (self, "kind", fz_figure_kind_name (figure->kind));
  add_values (self, figure);
  fz_json_add_string (self, "unit", figure->unit);
  add_qualifiers (self, figure->qualifiers);
  fz_json_add_string (self, "change", changes ? fz_change_name (figure->change) : NULL);
  fz_json_add_string (self, "indicator", figure->indicator);
  fz_json_add_string (self, "period", figure->period);
  fz_json_add_string (self, "rule", figure->rule);
}

/* With what a change is compared, and when that was, as far as it can be told. */
static void
add_against (FzJson *self, const FzFigure *figure)
{
  g_autofree char *since = fz_interval_dup_day (&figure->against_days.since);
  g_autofree char *until = fz_interval_dup_day (&figure->against_days.until);

  fz_json_key (self, "against");
  if (figure->against == NULL)
    {
      fz_json_null (self);
      return;
    }
  fz_json_open_object (self);
  fz_json_add_string (self, "surface", figure->against);
  fz_json_add_string (self, "since", since);
  fz_json_add_string (self, "until", until);
  fz_json_key (self, "doubt");
  if (fz_interval_is_known (&figure->against_days))
    fz_json_boolean (self, figure->against_days.doubt);
  else
    fz_json_null (self);
  fz_json_close_object (self);
}

/**
 * fz_json_figure_more:
 * @figure: a figure
 *
 * The keys of a figure that stand at the end of its object.
 */
void
fz_json_figure_more (FzJson *self, const FzFigure *figure)
{
  add_against (self, figure);
  fz_json_add_region (self, "indicator_region", figure->region);
}

static void
write_figure (FzJson *self, const FzFigure *figure)
{
  fz_json_open_object (self);
  fz_json_figure_fields (self, figure);
  fz_json_figure_more (self, figure);
  fz_json_close_object (self);
}

static void
write_programme (FzJson *self, const FzProgramme *programme, const FzProgrammeTold *told)
{
  fz_json_open_object (self);
  add_span (self, &programme->span);
  fz_json_add_string (self, "name", programme->name);
  fz_json_add_word (self, "kind", fz_programme_kind_name (programme->kind));
  fz_json_add_region (self, "region", told->region);
  fz_json_key (self, "year");
  if (told->year != 0)
    fz_json_integer (self, told->year);
  else
    fz_json_null (self);
  fz_json_key (self, "figures");
  fz_json_open_array (self);
  for (guint i = 0; i < told->figures->len; i++)
    fz_json_integer (self, g_array_index (told->figures, guint, i));
  fz_json_close_array (self);
  fz_json_close_object (self);
}

static void
add_blocks (FzJson *self, const FzArticle *article)
{
  fz_json_key (self, "blocks");
  fz_json_open_array (self);
  for (guint i = 0; i < article->blocks->len; i++)
    write_block (self, article, fz_article_block (article, i));
  fz_json_close_array (self);
}

static void
add_programmes (FzJson *self, const FzArticle *article, const FzFacts *facts)
{
  g_autoptr (GArray) told = NULL;

  fz_json_key (self, "programmes");
  fz_json_open_array (self);
  if (facts->programmes->len > 0)
    told = fz_facts_tell_programmes (facts, article, &facts->page);
  for (guint i = 0; i < facts->programmes->len; i++)
    write_programme (self, &g_array_index (facts->programmes, FzProgramme, i), &g_array_index (told, FzProgrammeTold, i));
  fz_json_close_array (self);
}

static void
add_facts (FzJson *self, const FzArticle *article, const FzFacts *facts)
{
  fz_json_key (self, "places");
  fz_json_open_array (self);
  for (guint i = 0; i < facts->places->len; i++)
    write_place (self, &g_array_index (facts->places, FzPlace, i));
  fz_json_close_array (self);

  fz_json_key (self, "figures");
  fz_json_open_array (self);
  for (guint i = 0; i < facts->figures->len; i++)
    write_figure (self, &g_array_index (facts->figures, FzFigure, i));
  fz_json_close_array (self);

  add_programmes (self, article, facts);
}

/**
 * fz_json_article_fields:
 * @article: an article
 * @facts: what it says
 *
 * The keys of an article, from `number` to `region_then`, into the object that
 * is open.
 */
void
fz_json_article_fields (FzJson *self, const FzArticle *article, const FzFacts *facts)
{
  fz_json_add_integer (self, "number", article->number);
  fz_json_add_word (self, "kind", fz_article_kind_name (article->kind));
  add_line_range (self, article);
  fz_json_add_string (self, "title", article->title);
  fz_json_add_string (self, "kicker", article->kicker);
  fz_json_add_string (self, "subtitle", article->subtitle);
  fz_json_add_string (self, "dateline", article->dateline);
  add_authors (self, article->authors);
  fz_json_add_region (self, "region", facts->region);
  add_blocks (self, article);
  add_facts (self, article, facts);
  fz_json_add_region (self, "region_then", facts->past);
}
