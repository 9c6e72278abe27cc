/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-blocks.h"

#include "fz-against.h"
#include "fz-indicator.h"
#include "fz-period.h"
#include "fz-qualifiers.h"
#include "fz-stop.h"

#include <string.h>

/* Reads the figures of a block: what is one (fz-figures-scan), what is said of
 * it (fz-qualifiers), what it measures (fz-indicator) and of when it is
 * (fz-period). */

static void
found_clear (gpointer data)
{
  g_free (((FzFound *) data)->indicator);
}

static char *
copy (const FzReading *reading, gsize start, gsize end)
{
  return g_strndup (reading->text + start, end - start);
}

/* 元每平方米 is written 元/平方米. */
static char *
rate_unit (const FzReading *reading, const FzCandidate *c)
{
  g_autofree char *printed = copy (reading, c->unit_start, c->end);
  g_autoptr (GString) unit = g_string_new (printed);

  g_string_replace (unit, "每", "/", 1);
  g_string_replace (unit, "／", "/", 1);
  return g_strdup (unit->str);
}

/* Without the half or the digits that stand behind it: 两天半, 12秒3. */
static char *
printed_unit (const FzReading *reading, const FzCandidate *c)
{
  const char *start = reading->text + c->unit_start, *end = reading->text + c->end;

  if (c->number.value.scale > 0 && c->unit->kind != FZ_FIGURE_COUNT)
    {
      end -= fz_text_before (start, end, "半") ? strlen ("半") : 0;
      while (end > start && g_ascii_isdigit (end[-1]))
        end--;
    }
  return g_strndup (start, (gsize) (end - start));
}

/**
 * fz_candidate_dup_unit:
 * @reading: what it was found in
 * @c: a figure
 *
 * Returns: (transfer full) (nullable): the unit that its value is given in
 */
char *
fz_candidate_dup_unit (const FzReading *reading, const FzCandidate *c)
{
  if (c->unit == NULL)
    return NULL;
  if (c->rate)
    return rate_unit (reading, c);
  return c->base != NULL ? g_strdup (c->base) : printed_unit (reading, c);
}

/* Rule "or": 跌312點或1.5%, 升20元，或2%: the same change, in other units. */
static gboolean
says_again (const FzReading *reading, const FzCandidate *a, const FzCandidate *b)
{
  static const char joints[] = "或 ，或 或約 或约 ，或約 ，或约";
  static FzWords *words;
  const char *p = reading->text + a->end, *end = reading->text + b->start;

  return a->kind != b->kind && b->kind == FZ_FIGURE_PERCENT &&
         fz_words_at (fz_words_of_list (&words, joints), p, end, NULL) == (gsize) (end - p) && end > p;
}

/* 分别下降15.4%、21.9%: a list has one change word for all of it. */
static FzChange
change_of (const FzReading *reading, const FzFound *first, const FzFound *found)
{
  FzChange change = fz_change_of (reading, &found->candidate);

  if (change == FZ_CHANGE_NONE && found->leader > 0)
    change = fz_change_of (reading, &found[-(gssize) found->leader].candidate);
  if (change == FZ_CHANGE_NONE && found > first && says_again (reading, &found[-1].candidate, &found->candidate))
    change = fz_change_of (reading, &found[-1].candidate);
  if (change == FZ_CHANGE_NONE && found->indicator != NULL)
    change = fz_change_of_object (reading, &found->candidate, found->indicator);
  return change;
}

/* 贷款余额比年初增加28亿元: with what it is compared is no part of the thing. */
static void
trim_indicator (FzFigure *figure)
{
  gsize length = figure->against != NULL && figure->indicator != NULL ? strlen (figure->indicator) : 0;

  if (length > 0 && g_str_has_suffix (figure->indicator, figure->against) && strlen (figure->against) < length)
    figure->indicator[length - strlen (figure->against)] = '\0';
}

static FzFigure
figure_of (const FzReading *reading, const FzFound *first, FzFound *found)
{
  const FzCandidate *c = &found->candidate;
  FzChange change = change_of (reading, first, found);
  FzFigure figure = {
    .surface = copy (reading, c->start, c->end), .kind = c->kind, .value = c->value, .max = c->max,
    .unit = fz_candidate_dup_unit (reading, c), .qualifiers = fz_qualifiers_of (reading, c),
    .change = change, .indicator = g_steal_pointer (&found->indicator), .rule = c->rule,
    .region = found->region,
  };
  const FzTime *time = fz_time_of (reading, c->start, (figure.qualifiers & FZ_QUALIFIER_TARGET) != 0);

  if (time != NULL)
    figure.period = copy (reading, time->start, time->end);
  if (change != FZ_CHANGE_NONE)
    figure.against = fz_against_before (reading->text, reading->text + c->start);
  trim_indicator (&figure);
  return figure;
}

/* Figures come in text order, so one walk counts the code points of them all. */
static void
append_figures (FzFacts *self, const FzReading *reading, const FzBlock *block, guint index, GArray *found)
{
  gsize bytes = 0;
  guint position = 0;

  for (guint i = 0; i < found->len && !fz_stop_asked_after (FZ_FIGURE_BYTES); i++)
    {
      FzFound *one = &g_array_index (found, FzFound, i);
      FzFigure figure = figure_of (reading, (const FzFound *) found->data, one);

      position += (guint) g_utf8_strlen (reading->text + bytes, (gssize) (one->candidate.start - bytes));
      bytes = one->candidate.start;
      figure.span.block = index;
      figure.span.start = position;
      figure.span.end = position + (guint) g_utf8_strlen (figure.surface, -1);
      figure.span.line = fz_block_line_at (block, position);
      g_array_append_val (self->figures, figure);
    }
}

/* Returns: where the figures of a block are kept on their way, none as yet. */
static GArray *
found_of (FzReading *reading)
{
  if (reading->found == NULL)
    {
      reading->found = g_array_new (FALSE, TRUE, sizeof (FzFound));
      g_array_set_clear_func (reading->found, found_clear);
    }
  g_array_set_size (reading->found, 0);
  return reading->found;
}

/**
 * fz_figures_find:
 * @self: the facts of @article, its places already found
 * @article: an article
 * @index: one of its blocks
 * @reading: the block as it is read; its times and plans are told where it has
 *   figures
 *
 * Appends the figures of a block in text order.
 */
void
fz_figures_find (FzFacts *self, const FzArticle *article, guint index, FzReading *reading)
{
  GArray *found = found_of (reading);
  FzFound one = { 0 };
  gsize position = 0;

  while (fz_candidate_next (reading, &position, &one.candidate) && !fz_stop_asked_after (FZ_FIGURE_BYTES))
    g_array_append_val (found, one);
  if (found->len == 0)
    return;
  fz_reading_tell_times (reading, g_array_index (found, FzFound, found->len - 1).candidate.start);
  fz_indicators_find (reading, found);
  fz_figures_tell_regions (reading, self->region, found);
  append_figures (self, reading, fz_article_block (article, index), index, found);
}
