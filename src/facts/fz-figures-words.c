/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-facts.h"

#include "fz-against.h"
#include "fz-figures-scan.h"

#include <string.h>

/* Figures as a person writes them: 32.37亿元 for 3237000000, and back. */

/* What a number is told in, the largest first: only where few digits stand
 * behind the point, for nothing is rounded. */
static const struct {
  const char *word;
  guint8      power;
  gint64      least;
  guint8      places; /* behind the point at most */
} scales[] = {
  { "亿", 8, 100000000, 4 },
  { "万", 4, 1000000, 4 },
  { "万", 4, 10000, 2 },
};

static char *
dup_scaled (FzDecimal value, const char **scale)
{
  FzDecimal size = { ABS (value.digits), value.scale };

  *scale = "";
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      FzDecimal scaled;

      if (fz_decimal_compare (size, (FzDecimal) { scales[i].least, 0 }) < 0 ||
          !fz_decimal_multiply (value, (FzDecimal) { 1, scales[i].power }, &scaled) ||
          scaled.scale > scales[i].places)
        continue;
      *scale = scales[i].word;
      return fz_decimal_print (scaled);
    }
  return fz_decimal_print (value);
}

/* 3—5万元; where the ends are told in different words, 8000—1.2万元. */
static char *
dup_value (const FzFigure *self)
{
  const char *scale, *top_scale = "";
  g_autofree char *lower = dup_scaled (self->value, &scale);
  g_autofree char *upper = NULL;

  if (!(self->qualifiers & FZ_QUALIFIER_RANGE))
    return g_strconcat (lower, scale, self->unit, NULL);
  upper = dup_scaled (self->max, &top_scale);
  return g_strconcat (lower, g_str_equal (scale, top_scale) ? "" : scale, "—", upper, top_scale, self->unit, NULL);
}

/* 数千万, 三四十, 上百: no digits say what they say. */
static gboolean
is_vague (const FzFigure *self)
{
  gunichar first = g_utf8_get_char (self->surface);

  return strstr (self->surface, "几") != NULL || strstr (self->surface, "数") != NULL ||
         (self->qualifiers & FZ_QUALIFIER_APPROX && g_unichar_digit_value (first) < 0);
}

/**
 * fz_figure_dup_readable:
 * @self: a figure
 *
 * Number and unit for a person: in 亿 and 万 and digits, in the unit that is
 * printed.  Nothing is rounded; where the words say more than digits could, or
 * the unit is not the one that values are given in, they are left alone.
 *
 * Returns: (transfer full): it
 */
char *
fz_figure_dup_readable (const FzFigure *self)
{
  if (self->words != NULL)
    return g_strdup (self->words);
  if (self->unit == NULL || is_vague (self) ||
      (!g_str_has_suffix (self->surface, self->unit) && !g_str_equal (self->unit, "%")))
    return g_strdup (self->surface);
  return dup_value (self);
}

/* The first figure of @text, which @reading is to read. */
static gboolean
find_candidate (FzReading *reading, const char *text, FzCandidate *out)
{
  gsize position = 0;

  reading->text = text;
  reading->length = strlen (text);
  fz_reading_cut (reading);
  return fz_candidate_next (reading, &position, out);
}

/**
 * fz_figure_find_words:
 * @text: what the reader selected
 * @start: (out): the first code point of the figure in it
 * @end: (out): one past the last
 *
 * Returns: whether one is written there
 */
gboolean
fz_figure_find_words (const char *text, guint *start, guint *end)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  FzCandidate c;

  if (!find_candidate (reading, text, &c))
    return FALSE;
  *start = (guint) g_utf8_strlen (text, (gssize) c.start);
  *end = *start + (guint) g_utf8_strlen (text + c.start, (gssize) (c.end - c.start));
  return TRUE;
}

/**
 * fz_figure_split_words:
 * @words: a figure as it is written
 * @number: (out) (transfer full): what says how much
 * @unit: (out) (transfer full): what says of what, may be empty
 *
 * Cuts 32.37亿元 into 32.37亿 and 元.
 */
void
fz_figure_split_words (const char *words, char **number, char **unit)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  FzCandidate c;
  gsize cut = strlen (words);

  if (find_candidate (reading, words, &c) && c.end == reading->length && c.unit != NULL)
    cut = c.unit_start;
  *number = g_strndup (words, cut);
  *unit = g_strdup (words + cut);
}

/* A unit that no table has is the reader's own. */
static gboolean
read_plain (FzFigure *self, const char *number, const char *unit)
{
  const char *end = number + strlen (number);
  FzNumber read;

  if (*number == '\0' || !fz_number_starts_at (number, end) || !fz_number_read (number, end, &read) ||
      number + read.length != end)
    return FALSE;
  self->value = read.value;
  self->max = read.top;
  self->kind = *unit != '\0' ? FZ_FIGURE_COUNT : FZ_FIGURE_OTHER;
  self->qualifiers &= ~FZ_QUALIFIER_RANGE;
  g_set_str (&self->unit, *unit != '\0' ? unit : NULL);
  return TRUE;
}

static void
take_candidate (FzFigure *self, const FzReading *reading, const FzCandidate *c)
{
  g_autofree char *unit = fz_candidate_dup_unit (reading, c);

  self->value = c->value;
  self->max = c->max;
  self->kind = c->kind;
  self->qualifiers = (self->qualifiers & ~FZ_QUALIFIER_RANGE) | (c->qualifiers & FZ_QUALIFIER_RANGE);
  g_set_str (&self->unit, unit);
}

/**
 * fz_figure_read_words:
 * @number: how much, as the reader writes it: 32.37亿, 3至5万
 * @unit: of what: 元, or nothing
 *
 * Sets value, kind and unit from what the reader wrote, and keeps the words.
 *
 * Returns: whether @number is one; if not nothing is set
 */
gboolean
fz_figure_read_words (FzFigure *self, const char *number, const char *unit)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  g_autofree char *words = g_strconcat (number, unit, NULL);
  FzCandidate c;

  if (find_candidate (reading, words, &c) && c.start == 0 && c.end == reading->length)
    take_candidate (self, reading, &c);
  else if (!read_plain (self, number, unit))
    return FALSE;
  g_set_str (&self->words, words);
  return TRUE;
}

/**
 * fz_figure_clear:
 * @self: a figure; what it owns is freed
 */
void
fz_figure_clear (FzFigure *self)
{
  g_free (self->surface);
  g_free (self->unit);
  g_free (self->indicator);
  g_free (self->period);
  g_free (self->words);
  g_free (self->against);
}

void
fz_figure_free (FzFigure *self)
{
  fz_figure_clear (self);
  g_free (self);
}

/**
 * fz_figure_read_against:
 * @self: a figure whose indicator is known
 *
 * Reads from the indicator of a change what it is compared with, where the text
 * around it is not at hand: 外贸出口额同比增长.
 */
void
fz_figure_read_against (FzFigure *self)
{
  if (self->against == NULL && self->change != FZ_CHANGE_NONE && self->indicator != NULL)
    self->against = fz_against_before (self->indicator, self->indicator + strlen (self->indicator));
}

/**
 * fz_figure_copy:
 *
 * Returns: (transfer full): the same figure again
 */
FzFigure *
fz_figure_copy (const FzFigure *self)
{
  FzFigure *copy = g_memdup2 (self, sizeof *self);

  copy->surface = g_strdup (self->surface);
  copy->unit = g_strdup (self->unit);
  copy->indicator = g_strdup (self->indicator);
  copy->period = g_strdup (self->period);
  copy->words = g_strdup (self->words);
  copy->against = g_strdup (self->against);
  return copy;
}
