/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-period.h"

#include <string.h>

/* Which time expression governs a figure.
 *
 * A figure takes the last expression before it in its item (a sentence cut at
 * ；), else the last one in the sentence's first item, else what an earlier
 * sentence that opens with 今年, 自…, 截至…, …以来 or a range of months lends.
 * A planned figure takes only what looks forward. */

/* What opens a sentence before its first comma may be lent to later ones. */
static gboolean
opens_sentence (const FzReading *reading, const FzStretch *sentence, const FzTime *time)
{
  const char *from = reading->text + sentence->start;
  gsize length = time->start - sentence->start;

  if (!(time->flags & FZ_TIME_CARRY) || length > 24)
    return FALSE;
  return memchr (from, ',', length) == NULL && memmem (from, length, "，", strlen ("，")) == NULL;
}

/**
 * fz_times_lend:
 * @reading: a reading whose times are found
 *
 * Tells for each sentence which time an earlier one lends it.
 */
void
fz_times_lend (FzReading *reading)
{
  int lent = -1;
  guint t = 0;

  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const FzStretch *sentence = &g_array_index (reading->sentences, FzStretch, s);

      g_array_append_val (reading->carried, lent);
      for (; t < reading->times->len; t++)
        {
          const FzTime *time = &g_array_index (reading->times, FzTime, t);

          if (time->start >= sentence->end)
            break;
          if (time->start >= sentence->start && opens_sentence (reading, sentence, time))
            lent = (int) t;
        }
    }
}

/* The year of 《2023年工作要点》 is the document's, not that of what is said of it;
 * that of 《2023年统计公报》 is of its figures, too. */
static gboolean
is_of_title (const FzReading *reading, const FzTime *time)
{
  guint i = fz_reading_last (reading->quotes, time->start);
  const FzQuote *quote = i != FZ_NOT_FOUND ? &g_array_index (reading->quotes, FzQuote, i) : NULL;
  static const char *const reports[] = { "公报", "公報", "年鉴", "年鑑", "报告", "報告", "快报", "月报", "季报", "年报", "排行榜", "白皮书" };

  if (quote == NULL || quote->kind != FZ_QUOTE_BOOK || time->end > quote->inner_end)
    return FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS (reports); k++)
    if (fz_text_before (reading->text + time->end, reading->text + quote->inner_end, reports[k]))
      return FALSE;
  return TRUE;
}

static const FzTime *
last_time_in (const FzReading *reading, gsize from, gsize before, gboolean planned)
{
  guint i = before == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->times, before - 1);

  for (guint n = 0; i != FZ_NOT_FOUND && n < 16; n++, i--)
    {
      const FzTime *time = &g_array_index (reading->times, FzTime, i);

      if (time->start < from)
        return NULL;
      if (time->end <= before && (!planned || time->flags & FZ_TIME_FORWARD) && !is_of_title (reading, time))
        return time;
      if (i == 0)
        break;
    }
  return NULL;
}

/**
 * fz_time_of:
 * @reading: a reading
 * @position: where a figure starts
 * @planned: whether it is planned or expected
 *
 * Finds the time expression that governs the figure.
 *
 * Returns: (transfer none) (nullable): the expression
 */
const FzTime *
fz_time_of (const FzReading *reading, gsize position, gboolean planned)
{
  guint s = fz_reading_last (reading->sentences, position);
  guint i = fz_reading_last (reading->items, position);
  const FzStretch *sentence, *item, *first;
  const FzTime *time;
  int lent;

  if (s == FZ_NOT_FOUND || i == FZ_NOT_FOUND)
    return NULL;
  sentence = &g_array_index (reading->sentences, FzStretch, s);
  item = &g_array_index (reading->items, FzStretch, i);
  time = last_time_in (reading, item->start, position, planned);
  if (time != NULL)
    return time;

  first = &g_array_index (reading->items, FzStretch, fz_reading_last (reading->items, sentence->start));
  if (first != item)
    time = last_time_in (reading, first->start, first->end, planned);
  if (time != NULL)
    return time;

  lent = g_array_index (reading->carried, int, s);
  if (lent < 0)
    return NULL;
  /* What is lent tells what has been, not what is planned. */
  return planned ? NULL : &g_array_index (reading->times, FzTime, lent);
}
