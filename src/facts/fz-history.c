/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-history.h"

#include <string.h>

/* What a region was before: of 临安区, 临安县 until 1996 and 临安市 until 2017.
 *
 * Each has a number in its region of today, which libraries keep: the year in
 * which it went, and which of those it is that went in that year.  No later table
 * changes it, unless it finds another one that went into the same region in the
 * same year.  The number stands in the digits of the code that are a village's, so
 * that what a region was lies in it as its towns do. */

#define CODE_FACTOR G_GUINT64_CONSTANT (1000)

enum {
  FIRST_YEAR    = 1975,
  MOST_IN_YEAR  = 12,
};

static const char *const ended_names[] = {
  [FZ_ENDED_RENAMED] = "renamed",       [FZ_ENDED_UPGRADED] = "upgraded",
  [FZ_ENDED_DISTRICT] = "district",     [FZ_ENDED_CITY] = "city",
  [FZ_ENDED_RE_PARENTED] = "re-parented", [FZ_ENDED_RENUMBERED] = "renumbered",
  [FZ_ENDED_MERGED] = "merged",         [FZ_ENDED_DIVIDED] = "divided",
};

static FzRegion
today_at (guint index)
{
  guint n;

  return GUINT32_FROM_LE (fz_gazetteer_history (&n)[index].today) * CODE_FACTOR;
}

/**
 * fz_history_n:
 *
 * Returns: how many regions of the past there are
 */
guint
fz_history_n (void)
{
  guint n;

  fz_gazetteer_history (&n);
  return n;
}

static guint
year_at (guint index)
{
  guint n;

  return GUINT16_FROM_LE (fz_gazetteer_history (&n)[index].to);
}

static FzRegion
region_at (guint index)
{
  guint nth = 0;

  while (nth < index && today_at (index - nth - 1) == today_at (index) && year_at (index - nth - 1) == year_at (index))
    nth++;
  return today_at (index) + (year_at (index) - FIRST_YEAR) * MOST_IN_YEAR + nth + 1;
}

/**
 * fz_history_at:
 * @index: under fz_history_n()
 *
 * Returns: a region of the past
 */
FzFormer
fz_history_at (guint index)
{
  guint n;
  const FzGazetteerFormer *row = &fz_gazetteer_history (&n)[index];

  return (FzFormer) {
    .region = region_at (index),
    .name = fz_gazetteer_string (row->name),
    .pinyin = fz_gazetteer_string (row->pinyin),
    .code = GUINT32_FROM_LE (row->code) * CODE_FACTOR,
    .from = GUINT16_FROM_LE (row->from),
    .to = GUINT16_FROM_LE (row->to),
    .ended = (FzEnded) GUINT32_FROM_LE (row->ended),
    .successor = GUINT32_FROM_LE (row->successor) * CODE_FACTOR,
    .today = GUINT32_FROM_LE (row->today) * CODE_FACTOR,
  };
}

/**
 * fz_history_of:
 * @today: a region
 * @first: (out): the index of the first that it was
 *
 * Returns: how many, one behind the other, are part of it today
 */
guint
fz_history_of (FzRegion  today,
               guint    *first)
{
  guint low = 0, high = fz_history_n (), n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (today_at (middle) < today)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low + n < fz_history_n () && today_at (low + n) == today)
    n++;
  return n;
}

static gboolean
stood_in (const FzFormer *former,
          guint           year)
{
  return former->from <= year && year <= former->to;
}

/* 临安 of 临安县: as long as what is called so, or the name without its level. */
static gboolean
is_called (const FzFormer *former,
           const char     *name,
           gsize           length)
{
  gsize whole = strlen (former->name);

  return strncmp (former->name, name, length) == 0 && (length == whole || length + strlen ("县") == whole);
}

static gboolean
is_called_in_full (const FzFormer *former,
                   const char     *name,
                   gsize           length)
{
  return strlen (former->name) == length && strncmp (former->name, name, length) == 0;
}

/**
 * fz_history_get:
 * @region: a region
 * @former: (out caller-allocates): what is known of it
 *
 * Returns: whether it is one of the past
 */
gboolean
fz_history_get (FzRegion  region,
                FzFormer *former)
{
  guint first, n;

  if (region == fz_region_today (region))
    return FALSE;
  n = fz_history_of (fz_region_today (region), &first);
  for (guint i = first; i < first + n; i++)
    if (region_at (i) == region)
      {
        *former = fz_history_at (i);
        return TRUE;
      }
  return FALSE;
}

/**
 * fz_history_in:
 * @today: a region of today
 * @year: a year, or 0
 * @former: (out caller-allocates): what it was in it
 *
 * One that was merged into it or divided was not what it is.
 *
 * Returns: whether it was another in @year
 */
gboolean
fz_history_in (FzRegion  today,
               guint     year,
               FzFormer *former)
{
  guint first, n = fz_history_of (today, &first);

  for (guint i = first; i < first + n; i++)
    {
      FzFormer one = fz_history_at (i);

      if (one.ended == FZ_ENDED_MERGED || one.ended == FZ_ENDED_DIVIDED || one.from > year || year >= one.to)
        continue;
      *former = one;
      return TRUE;
    }
  return FALSE;
}

/**
 * fz_history_find:
 * @today: a region of today
 * @name: what the text calls it
 * @length: its bytes
 * @year: of the text, or 0
 * @former: (out caller-allocates): what it was
 *
 * Which region of the past is meant: the one that the text names in full, in
 * its time if there are several (临安县 is that of before 1996, whatever the
 * date); by another name the one that stood in @year.
 *
 * Returns: whether one of the past is meant, and not @today itself
 */
gboolean
fz_history_find (FzRegion    today,
                 const char *name,
                 gsize       length,
                 guint       year,
                 FzFormer   *former)
{
  const char *now = fz_region_name (today);
  gboolean in_use = now != NULL && strlen (now) == length && strncmp (now, name, length) == 0;
  gboolean found = FALSE;
  guint first, n = fz_history_of (today, &first);

  for (guint i = first; i < first + n; i++)
    {
      FzFormer one = fz_history_at (i);
      gboolean timely = year != 0 && stood_in (&one, year);

      if (!timely && (in_use || !is_called_in_full (&one, name, length)))
        continue;
      if (!is_called (&one, name, length) || (found && !timely))
        continue;
      *former = one;
      found = TRUE;
      /* In the year of a change the later one is meant. */
      if (timely && one.to > year)
        break;
    }
  return found;
}

/**
 * fz_ended_name:
 * @ended: how a region of the past ended
 *
 * Returns: the word of the tables for it
 */
const char *
fz_ended_name (FzEnded ended)
{
  return ended < G_N_ELEMENTS (ended_names) ? ended_names[ended] : NULL;
}
