/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-scan.h"

#include "fz-figures-compound.h"
#include "fz-figures-exclude.h"
#include "fz-figures-rules.h"
#include "fz-qualifiers.h"

#include <string.h>

/* Which numbers of a text are figures.
 *
 * A figure is a number with a unit or classifier behind it, or a rank.  Rules,
 * by the names that figures carry:
 *
 *   currency-sign    ￥128, US$300万
 *   arabic-unit      260件, 7.5亿元, 1.2万人次
 *   chinese-unit     四家, 五千多年, 数千万元; 一 alone says nothing
 *   range            3至6个月, 10%-20%
 *   rank             全省第二, 全国前三
 *   discount         八折, 7.5折
 *   percent-words    百分之三十
 *   fraction         三分之一
 *   proportion       1.9:1, 1/5
 *   speed            时速60公里
 *
 * None are dates, clock times, ordinals, numbers in names and quoted slogans,
 * and the fixed words of fz-figures-exclude. */

#define FAR_MORE 10

/**
 * fz_range_mark_at:
 *
 * Returns: the bytes of the mark or word between two ends of a range at @p, or 0
 */
gsize
fz_range_mark_at (const char *p, const char *end)
{
  static const char *const marks[] = { "——", "--", "—", "–", "-", "~", "～", "－" };

  if (fz_text_at (p, end, "至") || fz_text_at (p, end, "到"))
    return strlen ("至");
  /* No Han character is a mark. */
  for (gsize i = 0; p < end && !fz_byte_is_wide (*p) && i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, end, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* A number with the unit behind it, if there is one: both as fz_unit_behind() reads
 * them. */
typedef struct {
  const char   *start;
  const char   *behind_number;
  FzNumber      number;
  const FzUnit *unit;
  const char   *unit_at;
  gsize         unit_length;
} Measured;

static Measured
measure (const FzReading *reading, const char *p, FzNumber number)
{
  Measured m = { .start = p, .behind_number = p + number.length, .number = number };

  m.unit = fz_unit_behind (reading, m.behind_number, &m.number, &m.unit_at, &m.unit_length);
  return m;
}

typedef struct {
  const char *start;      /* of the surface */
  const char *unit_at;
  const char *behind;     /* one past the surface */
  FzNumber    lower, upper;
  const FzUnit *unit;
} Range;

/* 3至5万, 一百二十到一百五十万: the lower end takes the multiplier of the upper
 * one, where it has none as large. */
static gboolean
share_power (FzNumber *lower, const FzNumber *upper, gboolean own_unit)
{
  FzDecimal scaled = lower->value;
  guint shared = lower->power == 0 ? upper->power : upper->power >= 8 ? 8 : upper->power >= 4 ? 4 : 0;

  if (own_unit || lower->power >= 4 || shared == 0)
    return TRUE;
  if (!fz_number_scale (&scaled, shared))
    return FALSE;
  if (fz_decimal_compare (scaled, upper->value) < 0)
    lower->value = scaled;
  return TRUE;
}

/* 1万（含）至5万元 */
static const char *
behind_included (const char *p, const char *end)
{
  static const char *const marks[] = { "（含）", "(含)" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, end, marks[i]))
      return p + strlen (marks[i]);
  return p;
}

/* 六角到八角钱: the two units need not be written alike. */
static gboolean
is_same_measure (const FzUnit *a, const FzUnit *b)
{
  return a == b || (a->base != NULL && b->base != NULL && a->kind == b->kind && g_str_equal (a->base, b->base) &&
                    fz_decimal_compare (a->factor, b->factor) == 0);
}

/* Rule "changed-to": 減少5,300人至369萬人: by how much stands before to what, which is
 * far more. */
static gboolean
is_change_to (const FzReading *reading, const char *p, const FzNumber *lower, const FzNumber *upper)
{
  const FzCandidate first = { .start = (gsize) (p - reading->text) };
  FzDecimal far;

  return fz_decimal_multiply (lower->value, (FzDecimal) { FAR_MORE, 0 }, &far) && fz_decimal_compare (upper->value, far) > 0 &&
         fz_change_of (reading, &first) != FZ_CHANGE_NONE;
}

static gboolean
range_at (const FzReading *reading, const Measured *first, Range *out)
{
  const char *end = reading->text + reading->length, *p = first->start, *q = first->behind_number;
  gsize separator, length, spaced;
  const FzUnit *own = first->unit;
  FzNumber lower = first->number, upper;

  q = behind_included (own != NULL ? first->unit_at + first->unit_length : q, end);
  spaced = q < end && *q == ' ';
  separator = fz_range_mark_at (q + spaced, end);
  /* 从3家到8家 is a change, 从三到八家 a range. */
  if (separator == 0 || (own != NULL && (fz_text_before (reading->text, p, "从") || fz_text_before (reading->text, p, "由"))))
    return FALSE;
  q += spaced + separator;
  q += spaced && q < end && *q == ' ';
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &upper) ||
      (lower.flags ^ upper.flags) & FZ_NUMBER_CHINESE)
    return FALSE;
  out->unit = fz_unit_behind (reading, q + upper.length, &upper, &out->unit_at, &length);
  if (out->unit == NULL || (own != NULL && !is_same_measure (own, out->unit)) ||
      !share_power (&lower, &upper, own != NULL) ||
      fz_decimal_compare (lower.value, upper.value) >= 0 || is_change_to (reading, p, &lower, &upper))
    return FALSE;

  out->start = p;
  out->behind = out->unit_at + length;
  out->lower = lower;
  out->upper = upper;
  return !(out->unit->flags & FZ_UNIT_YEAR && fz_year_is_date (&upper, out->behind, end));
}

static gboolean
take_range (const FzReading *reading, const Range *range, FzCandidate *out)
{
  if (!fz_is_quantity (reading, range->start, &range->upper, range->unit, range->unit_at, range->behind))
    return FALSE;
  *out = (FzCandidate) {
    .number = range->upper, .unit = range->unit, .rule = "range",
    .value = range->lower.value, .max = range->upper.value,
    .qualifiers = FZ_QUALIFIER_RANGE | fz_candidate_own_qualifiers (&range->upper, reading->text, range->start),
  };
  return fz_candidate_finish (reading, out, range->start, range->unit_at, range->behind);
}

static gboolean
take_single (const FzReading *reading, const Measured *m, FzCandidate *out)
{
  const FzNumber *number = &m->number;
  const char *behind = m->unit_at + m->unit_length;

  if (m->unit == NULL)
    return fz_take_headed (reading, m->start, *number, out);
  if (!fz_is_quantity (reading, m->start, number, m->unit, m->unit_at, behind))
    return FALSE;
  *out = (FzCandidate) {
    .number = *number, .unit = m->unit,
    .rule = number->flags & FZ_NUMBER_CHINESE ? "chinese-unit" : "arabic-unit",
    .value = number->value, .max = number->top,
    .qualifiers = fz_candidate_own_qualifiers (number, reading->text, m->start),
  };
  if (number->flags & FZ_NUMBER_PAIR)
    out->qualifiers |= FZ_QUALIFIER_RANGE;
  return fz_candidate_finish (reading, out, m->start, m->unit_at, behind);
}

static gboolean
is_of_coins (const char *p, const char *end, FzNumber number)
{
  return fz_text_at (p, end, "角") && fz_unit_of_coins (p, end, &number) > 0;
}

/* A fixed word, an ordinal, or Arabic figures in a name.  @behind is where to
 * go on. */
static gboolean
is_no_quantity (const FzReading *reading, const char *p, const FzNumber *number, const char **behind)
{
  const char *start = reading->text, *end = start + reading->length;
  gsize fixed = fz_fixed_word_at (p, end), unit_length;
  const FzUnit *unit = fixed > 0 ? fz_unit_at (p + number->length, end, &unit_length) : NULL;

  /* 三期 is the third, 夜校三期 are three courses. */
  if (fixed > 0 && fz_unit_told (reading, p, p + number->length) != NULL)
    fixed = 0;
  /* 十分 is an adverb, 十分钟 a time; 百年 a word, 百年以上 an age. */
  if (unit != NULL && unit->kind != FZ_FIGURE_COUNT &&
      (number->length + unit_length > fixed || fz_text_at (p + number->length + unit_length, end, "以上")))
    fixed = 0;

  /* 三里 is a name, 三里半 a way; 三角 a shape, 三角五分 a price. */
  if (fz_text_at (p + fixed, end, "半") || (fixed > 0 && is_of_coins (p + number->length, end, *number)))
    fixed = 0;

  if (fixed >= number->length && fixed > 0 && !fz_near_before (start, p))
    {
      *behind = p + fixed;
      return TRUE;
    }
  if (fz_ordinal_before (start, p, number, end))
    return TRUE;
  return !(number->flags & FZ_NUMBER_CHINESE) &&
         (fz_in_code (start, p, p + number->length, end) || fz_in_ordinals (start, p, p + number->length, end));
}

/* Returns: whether a figure stands at @p, which is a stop; @behind is where to go
 * on. */
static gboolean
take_at (const FzReading *reading, const char *p, FzStop *stop, FzCandidate *out, const char **behind)
{
  const char *end = reading->text + reading->length;
  FzNumber number;
  Measured measured;
  Range range;
  gboolean fits;

  if (fz_take_percent_words (reading, p, out))
    return TRUE;
  fits = fz_number_read (p, end, &number);
  *behind = p + number.length;
  stop->number = (guint32) number.length;
  if (fits && fz_take_rank (reading, p, number, out))
    return TRUE;
  if (fits && number.flags & FZ_NUMBER_CHINESE && fz_take_fraction (reading, p, number, out))
    return TRUE;
  if (fits && !(number.flags & FZ_NUMBER_CHINESE) && fz_take_proportion (reading, p, number, out))
    return TRUE;
  if (fz_take_discount (reading, p, number, fits, out))
    return TRUE;
  if (fits && fz_take_currency (reading, p, number, out))
    return TRUE;
  if (is_no_quantity (reading, p, &number, behind) || !fits)
    return FALSE;
  measured = measure (reading, p, number);
  if (range_at (reading, &measured, &range))
    {
      *behind = range.behind;
      return take_range (reading, &range, out);
    }
  return take_single (reading, &measured, out);
}

/* The 数 of 人数 opens no number. */
static gboolean
may_start (const FzReading *reading, const char *p, const char *end)
{
  if (!fz_number_starts_at (p, end))
    return FALSE;
  return !((fz_text_at (p, end, "数") || fz_text_at (p, end, "數")) && fz_counting_noun_before (reading->text, p + 3));
}

/* A rank may open with the place that it is taken in. */
static gboolean
stands_free (const FzReading *reading, const FzCandidate *c)
{
  return !fz_reading_in_name (reading, c->start) && !fz_reading_in_place (reading, c->unit_start, c->end) &&
         (c->kind == FZ_FIGURE_RANK || !fz_reading_in_place (reading, c->start, c->end));
}

/**
 * fz_candidate_next:
 * @reading: a reading
 * @position: (inout): where to look on from; 0 at first
 * @out: (out): the figure found
 *
 * Finds the next figure of the block.  Each place is read at most a few times,
 * however long a number is.
 *
 * Returns: whether there was one
 */
gboolean
fz_candidate_next (const FzReading *reading, gsize *position, FzCandidate *out)
{
  const char *end = reading->text + reading->length;
  const char *p = reading->text + *position;
  guint stop = fz_reading_first_stop (reading, *position);

  while ((p = fz_reading_next_stop (reading, &stop, p, FZ_STOP_NUMBER)) < end)
    {
      const char *behind = p;
      gboolean found;

      if (!may_start (reading, p, end))
        {
          p += fz_char_length_at (p, end);
          continue;
        }
      found = take_at (reading, p, &reading->stops[stop], out, &behind);
      if (found)
        behind = reading->text + out->end;
      p = MAX (behind, p + fz_char_length_at (p, end));
      if (found && stands_free (reading, out))
        {
          *position = (gsize) (p - reading->text);
          return TRUE;
        }
    }
  *position = reading->length;
  return FALSE;
}
