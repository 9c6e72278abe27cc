/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"

#include "fz-figures-exclude.h"

#include <string.h>

/* What a number with its unit is worth in base units, and how exact it is. */

/* 时速60公里 */
static gboolean
speed_before (const char *start, const char *p)
{
  static const char *const words[] = { "时速", "時速", "车速", "車速" };
  static const char *const between[] = { "约", "約", "达", "達", "为", "為", "可达", "达到", "超过", "超", "近", "最高" };

  for (guint n = 0; n < 3; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
      if (fz_text_before (start, p, between[i]))
        {
          p -= strlen (between[i]);
          break;
        }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_candidate_own_qualifiers:
 * @number: a number
 * @start: the start of the text
 * @p: where the number starts
 *
 * Returns: what the number itself says of how exact it is
 */
FzQualifiers
fz_candidate_own_qualifiers (const FzNumber *number, const char *start, const char *p)
{
  FzQualifiers qualifiers = 0;

  if (number->flags & FZ_NUMBER_MORE)
    qualifiers |= FZ_QUALIFIER_OVER;
  if (number->flags & (FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR))
    qualifiers |= FZ_QUALIFIER_APPROX;
  if (number->flags & FZ_NUMBER_BARE && !fz_near_before (start, p) && !(number->flags & FZ_NUMBER_MORE))
    qualifiers |= FZ_QUALIFIER_APPROX;
  return qualifiers;
}

/* 零下5℃, -5℃ */
static void
below_zero (FzCandidate *c, const char *start, const char *p)
{
  if (c->kind == FZ_FIGURE_OTHER && c->base != NULL && g_str_equal (c->base, "℃") &&
      (fz_text_before (start, p, "零下") || fz_text_before (start, p, "-") || fz_text_before (start, p, "－")))
    {
      c->value.digits = -c->value.digits;
      c->max.digits = -c->max.digits;
    }
}

/**
 * fz_candidate_finish:
 * @reading: a reading
 * @c: (inout): a candidate whose number and unit are set
 * @p: where its surface starts
 * @unit_at: where its unit starts
 * @behind: one past its surface
 *
 * Sets where the candidate stands and turns its values into base units.
 *
 * Returns: whether they fit
 */
gboolean
fz_candidate_finish (const FzReading *reading, FzCandidate *c, const char *p, const char *unit_at, const char *behind)
{
  c->start = (gsize) (p - reading->text);
  c->unit_start = (gsize) (unit_at - reading->text);
  c->end = (gsize) (behind - reading->text);
  if (c->unit == NULL)
    return TRUE;

  c->kind = c->unit->kind;
  c->base = c->unit->base;
  if (c->kind == FZ_FIGURE_LENGTH && speed_before (reading->text, p))
    {
      c->kind = FZ_FIGURE_SPEED;
      c->base = "公里/小时";
      c->rule = "speed";
      return TRUE;
    }
  below_zero (c, reading->text, p);
  return fz_decimal_multiply (c->value, c->unit->factor, &c->value) &&
         fz_decimal_multiply (c->max, c->unit->factor, &c->max);
}
