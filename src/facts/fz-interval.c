/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-interval-point.h"

#include "fz-words.h"

#include <string.h>

/* The days of a time expression, as fz_time_of() copies it from the text.
 *
 *   interval := [自|从|截至|到] point [至 point] [以来|至今|起|期间|来]
 *
 * 截至9月底 runs from the start of its year to that day, 去年9月以来 from its
 * first day to the page's, 到2027年 from the page's to its last. */

static gboolean
take_range (FzDayReader *r, FzInterval *out)
{
  static const char *const joints[] = { "至今", "至", "到", "——", "—", "–", "-", "～", "~" };
  const char *p = r->p;
  FzInterval last;

  for (gsize i = 1; i < G_N_ELEMENTS (joints) && !fz_text_at (p, r->end, joints[0]); i++)
    {
      if (!fz_day_take (r, joints[i]))
        continue;
      if (!fz_day_take_point (r, &last) || g_date_compare (&out->since, &last.until) > 0)
        return FALSE;
      out->until = last.until;
      return TRUE;
    }
  return TRUE;
}

/* Sets the end that 截至, 到 or 以来 leaves open. */
static gboolean
open_end (FzDayReader *r, FzInterval *out, gboolean up_to)
{
  gboolean since = fz_day_take (r, "以来") || fz_day_take (r, "以來") || fz_day_take (r, "至今") || fz_day_take (r, "迄今") || fz_day_take (r, "起");

  if (since || r->ahead)
    {
      if (r->page == NULL)
        return FALSE;
      if (since)
        out->until = *r->page;
      else
        out->since = *r->page;
      return g_date_compare (&out->since, &out->until) <= 0;
    }
  if (up_to)
    {
      r->doubt = TRUE;
      return fz_day_set (&out->since, g_date_get_year (&out->until), 1, 1);
    }
  return TRUE;
}

/* What may stand behind the days and says no others: （5月4日） says them again.
 * 今年春天 and 去年国庆假期 are less than the year before them. */
static gboolean
is_told (FzDayReader *r)
{
  static const char *const tails[] = {
    "期间", "期間", "时期", "時期", "间", "間", "来", "來", "内", "內", "度", "止", "时", "上午", "下午", "中午", "凌晨", "清晨", "早上", "晚上", "傍晚", "夜间",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    if (fz_day_take (r, tails[i]))
      break;
  if (fz_day_take (r, "（") || fz_day_take (r, "("))
    return fz_text_at (r->end - 1, r->end, ")") || fz_text_at (r->end - strlen ("）"), r->end, "）");

  return r->p == r->end;
}

/**
 * fz_interval_resolve:
 * @period: a time expression as printed
 * @page: (nullable): the date of the page that it stands on
 * @out: (out): the days that it names
 *
 * Resolves a period to dates: 今年1月至11月 on a page of 2023 is 1 January to
 * 30 November 2023.  Without @page only what names its year can be told.
 *
 * Returns: whether it could be told, all of it
 */
gboolean
fz_interval_resolve (const char *period, const GDate *page, FzInterval *out)
{
  FzDayReader r = { .p = period, .end = period + strlen (period), .page = page };
  gboolean up_to = fz_day_take (&r, "截至") || fz_day_take (&r, "截止到") || fz_day_take (&r, "截止");

  if (page != NULL && !g_date_valid (page))
    return FALSE;
  g_date_clear (&out->since, 1);
  g_date_clear (&out->until, 1);
  if (!up_to && !fz_day_take (&r, "自从") && !fz_day_take (&r, "自") && !fz_day_take (&r, "从") && !fz_day_take (&r, "從"))
    r.ahead = fz_day_take (&r, "到") || fz_day_take (&r, "至");
  if (!fz_day_take_point (&r, out) || !take_range (&r, out) || !open_end (&r, out, up_to) || !is_told (&r))
    return FALSE;
  out->doubt = r.doubt;
  return TRUE;
}

static gboolean
fails (FzInterval *out)
{
  g_date_clear (&out->since, 1);
  g_date_clear (&out->until, 1);
  out->doubt = FALSE;
  return FALSE;
}

/**
 * fz_interval_resolve_between:
 * @period: a time expression as printed
 * @first: (nullable): the first day that its page can be of
 * @last: the last one; not looked at without @first
 * @out: (out): the days that it names, cleared where they cannot be told
 *
 * As fz_interval_resolve(), for a page whose day is known or follows from what
 * it says.  Where the day matters, every day that the page can be of must tell
 * the same, and the doubt stays.
 *
 * Returns: whether it could be told
 */
gboolean
fz_interval_resolve_between (const char *period, const GDate *first, const GDate *last, FzInterval *out)
{
  FzInterval other;

  if (!fz_interval_resolve (period, first, out))
    return fails (out);
  if (first == NULL || g_date_compare (first, last) == 0 || fz_interval_resolve (period, NULL, &other))
    return TRUE;
  if (!fz_interval_resolve (period, last, &other) || g_date_compare (&out->since, &other.since) != 0 ||
      g_date_compare (&out->until, &other.until) != 0)
    return fails (out);
  out->doubt = TRUE;
  return TRUE;
}

/** fz_interval_is_known: */
gboolean
fz_interval_is_known (const FzInterval *self)
{
  return g_date_valid (&self->since) && g_date_valid (&self->until);
}

/**
 * fz_interval_dup_day:
 * @day: an end of an interval
 *
 * Returns: (transfer full) (nullable): it as ISO 8601 has it; %NULL where it is not known
 */
char *
fz_interval_dup_day (const GDate *day)
{
  if (!g_date_valid (day))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* Returns: the number of @n digits at @text, or -1 */
static int
digits_at (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return -1;
    else
      value = value * 10 + text[i] - '0';
  return value;
}

/**
 * fz_interval_set_day:
 * @day: (out): cleared where @text is no day
 * @text: (nullable): a day as ISO 8601 has it
 *
 * Returns: whether it is one
 */
gboolean
fz_interval_set_day (GDate *day, const char *text)
{
  g_date_clear (day, 1);
  return text != NULL && strlen (text) == 10 && text[4] == '-' && text[7] == '-' &&
         fz_day_set (day, digits_at (text, 4), digits_at (text + 5, 2), digits_at (text + 8, 2) ?: -1);
}
