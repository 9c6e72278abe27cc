/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-inferred.h"

#include <string.h>

#include "fz-dated.h"
#include "fz-stop.h"

/* When a page appeared that does not say so, as far as its texts tell.
 *
 *  1. What gives days with their year (今年（2024年）, 截至2023年9月底) bounds the
 *     page; bounds that do not meet contradict each other, and nothing is said.
 *  2. An event of a year bounds it too where days are given without their year
 *     (本报嘉兴1月31日电 beside 2024浙江省春风行动) and all events agree; but only one
 *     that is said to be recent or that a story with such a day is about.
 *  3. Each day without a year (1月31日电, 昨日（3月5日）) bounds the page in every
 *     year.  Days that no one date fits widen the answer to behind the latest;
 *     days further apart than two weeks say nothing.
 *  4. Of the years that are left, those in which a weekday does not fit go out.
 *     What is left of several years is one wide interval.
 *  5. A year that is named in the past and lies behind the answer refutes it.
 *
 * The answer is an interval and its grounds, never a date: a page that was saved
 * or printed again later looks the same. */

enum {
  LEAD_DAYS = 61,     /* an event is announced that long before its year begins */
  MAX_SPREAD = 14,
  MAX_YEARS = 3,
};

typedef struct {
  gint64 since, until;
} Span;

typedef struct {
  GArray   *found;     /* (element-type FzDated) */
  Span      window;    /* the days that the page can be of */
  gboolean  bounded;   /* by anything at all */
  gboolean  by_events; /* by events too */
} Inference;

static const FzDated *
dated_at (const Inference *self,
          guint            index)
{
  return &g_array_index (self->found, FzDated, index);
}

static gboolean
meet (Span *self,
      Span  other)
{
  self->since = MAX (self->since, other.since);
  self->until = MIN (self->until, other.until);

  return self->since <= self->until;
}

/* Narrows the window by all of @kind; %FALSE where they contradict. */
static gboolean
bound_by (Inference   *self,
          FzDatedKind  kind,
          gint64       lead)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const FzDated *dated = dated_at (self, i);

      if (dated->kind != kind)
        continue;
      self->bounded = TRUE;
      if (!meet (&self->window, (Span) { dated->since - lead, dated->until }))
        return FALSE;
    }

  return TRUE;
}

/* Events bound the page where they agree with each other and with the bounds;
 * else one of them is only told of. */
static void
bound_by_events (Inference *self)
{
  Inference bounded = *self;

  self->by_events = bound_by (&bounded, FZ_DATED_EVENT, LEAD_DAYS);
  if (!self->by_events)
    return;
  self->window = bounded.window;
  self->bounded = bounded.bounded;
}

/* What happened on a date with a year was printed on it or later. */
static gboolean
raise_floor (Inference *self)
{
  for (guint i = 0; i < self->found->len; i++)
    if (dated_at (self, i)->kind == FZ_DATED_AFTER)
      self->window.since = MAX (self->window.since, dated_at (self, i)->since);

  return self->window.since <= self->window.until;
}

static int
year_of (gint64 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return g_date_get_year (&date);
}

/* The day of @dated in @year, 0 where that year has none. */
static gint64
day_in (const FzDated *dated,
        int            year)
{
  GDate date;

  if (!g_date_valid_dmy ((GDateDay) dated->day, (GDateMonth) dated->month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) dated->day, (GDateMonth) dated->month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static gboolean
weekday_fits (const FzDated *dated,
              int            year)
{
  GDate date;
  gint64 day = day_in (dated, year);

  if (dated->weekday == 0)
    return TRUE;
  if (day == 0)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return (int) g_date_get_weekday (&date) == dated->weekday;
}

/* The days of @year that all days without a year allow: where no date fits them
 * all, those from the latest on. */
static gboolean
days_in_year (const Inference *self,
              int              year,
              Span            *span)
{
  gint64 earliest = G_MAXINT64, last = 0;

  *span = (Span) { 0, G_MAXINT64 };
  for (guint i = 0; i < self->found->len; i++)
    {
      const FzDated *dated = dated_at (self, i);
      gint64 day = dated->kind == FZ_DATED_DAY ? day_in (dated, year) : 0;

      if ((dated->kind == FZ_DATED_DAY || dated->kind == FZ_DATED_WEEKDAY) && !weekday_fits (dated, year))
        return FALSE;
      if (day == 0)
        continue;
      earliest = MIN (earliest, day);
      last = MAX (last, day + dated->last);
      meet (span, (Span) { day + dated->first, day + dated->last });
    }
  if (span->since > span->until)
    span->until = last;

  return last > 0 && span->since - earliest <= MAX_SPREAD;
}

static gboolean
has_kind (const Inference *self,
          FzDatedKind      kind)
{
  for (guint i = 0; i < self->found->len; i++)
    if (dated_at (self, i)->kind == kind)
      return TRUE;

  return FALSE;
}

/* Narrows the window to what the days leave of it; %FALSE where nothing is.  The
 * day after the last of a year is of the next one. */
static gboolean
narrow_by_days (Inference *self)
{
  int first = year_of (self->window.since), last = year_of (self->window.until);
  Span all = { G_MAXINT64, 0 };

  if (last - first >= MAX_YEARS)
    return FALSE;
  for (int year = first - 1; year <= last + 1; year++)
    {
      Span span;

      if (!days_in_year (self, year, &span) || !meet (&span, self->window))
        continue;
      all.since = MIN (all.since, span.since);
      all.until = MAX (all.until, span.until);
    }
  self->window = all;

  return all.since <= all.until;
}

static gboolean
is_refuted (const Inference *self)
{
  for (guint i = 0; i < self->found->len; i++)
    if (dated_at (self, i)->kind == FZ_DATED_NAMED && dated_at (self, i)->since > self->window.until)
      return TRUE;

  return FALSE;
}

static gboolean
infer (Inference *self)
{
  gboolean has_days = has_kind (self, FZ_DATED_DAY);

  if (!bound_by (self, FZ_DATED_WINDOW, 0))
    return FALSE;
  if (has_days)
    bound_by_events (self);
  if (!self->bounded || !raise_floor (self))
    return FALSE;
  if (has_days && !narrow_by_days (self))
    return FALSE;

  return !is_refuted (self);
}

static char *
format_day (gint64 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

/* The words that bound the answer, each with its line: "5: 本报嘉兴1月31日电". */
static char *
tell_grounds (const Inference *self)
{
  g_autoptr (GString) grounds = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->found->len; i++)
    {
      const FzDated *dated = dated_at (self, i);
      g_autofree char *words = g_strndup (dated->words.start, dated->words.length);

      if (dated->kind == FZ_DATED_NAMED || (dated->kind == FZ_DATED_EVENT && !self->by_events))
        continue;
      if (g_hash_table_contains (told, words))
        continue;
      g_string_append_printf (grounds, "%s%u: %s", grounds->len > 0 ? "\n" : "", dated->line, words);
      g_hash_table_add (told, g_steal_pointer (&words));
    }

  return g_string_free_and_steal (g_steal_pointer (&grounds));
}

/* What a story is about counts where the story gives a day. */
static void
find_in_article (const FzArticle *article,
                 GArray          *found)
{
  guint from = found->len;
  gboolean has_day = FALSE;

  fz_dated_find (article, found);
  for (guint i = from; i < found->len; i++)
    has_day |= g_array_index (found, FzDated, i).kind == FZ_DATED_DAY;
  for (guint i = from; i < found->len; i++)
    if (g_array_index (found, FzDated, i).kind == FZ_DATED_TOPIC)
      g_array_index (found, FzDated, i).kind = has_day ? FZ_DATED_EVENT : FZ_DATED_NAMED;
}

/**
 * fz_inferred_read:
 * @page: a page that is cut
 *
 * Where the page says no date, sets `date_since`, `date_until` and `date_ground`
 * if its texts tell when it appeared.  `date` stays %NULL.
 */
void
fz_inferred_read (FzPage *page)
{
  g_autoptr (GArray) found = NULL;
  Inference self = { .window = { 1, G_MAXUINT16 * (gint64) 366 } };

  if (page->date != NULL)
    return;
  found = g_array_new (FALSE, FALSE, sizeof (FzDated));
  for (guint i = 0; i < page->articles->len && found->len < FZ_DATED_MAX && !fz_stop_asked (); i++)
    find_in_article (g_ptr_array_index (page->articles, i), found);
  self.found = found;
  if (!infer (&self))
    return;
  page->date_since = format_day (self.window.since);
  page->date_until = format_day (self.window.until);
  page->date_ground = tell_grounds (&self);
}
