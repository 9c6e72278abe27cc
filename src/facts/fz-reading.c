/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading.h"

#include "fz-period.h"
#include "fz-qualifiers.h"

#include <string.h>

/* A page has many short articles, and each is read with a reading: the thread
 * keeps the last one, unless a huge block has blown it up. */
#define MAX_KEPT_STOPS 0x4000

static void reading_clear (gpointer data);

static GPrivate kept = G_PRIVATE_INIT (reading_clear);

static FzReading *
reading_create (void)
{
  /* Room for what most blocks have. */
  const guint many = 32;
  FzReading *self = g_new0 (FzReading, 1);

  self->sentences = g_array_sized_new (FALSE, FALSE, sizeof (FzStretch), many);
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (FzStretch), many);
  self->quotes = g_array_sized_new (FALSE, FALSE, sizeof (FzQuote), many);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (FzStretch), many);
  self->regions = g_array_sized_new (FALSE, FALSE, sizeof (FzRegion), many);
  self->times = g_array_sized_new (FALSE, FALSE, sizeof (FzTime), many);
  self->plans = g_array_sized_new (FALSE, FALSE, sizeof (FzStretch), many);
  self->carried = g_array_sized_new (FALSE, FALSE, sizeof (int), many);
  return self;
}

static void
reading_clear (gpointer data)
{
  FzReading *self = data;

  g_array_unref (self->sentences);
  g_array_unref (self->items);
  g_array_unref (self->quotes);
  g_array_unref (self->places);
  g_array_unref (self->regions);
  g_array_unref (self->times);
  g_array_unref (self->plans);
  g_array_unref (self->carried);
  g_clear_pointer (&self->found, g_array_unref);
  g_free (self->stops);
  g_free (self);
}

/**
 * fz_reading_new:
 *
 * Returns: (transfer full): a reading that holds no block yet
 */
FzReading *
fz_reading_new (void)
{
  FzReading *self = g_private_get (&kept);

  if (self == NULL)
    return reading_create ();
  g_private_set (&kept, NULL);
  return self;
}

/**
 * fz_reading_free:
 * @self: (transfer full): a reading
 */
void
fz_reading_free (FzReading *self)
{
  if (self->max_stops <= MAX_KEPT_STOPS && g_private_get (&kept) == NULL)
    g_private_set (&kept, self);
  else
    reading_clear (self);
}

static void
append_stretch (GArray *array, gsize start, gsize end)
{
  FzStretch stretch = { start, end };

  g_array_append_val (array, stretch);
}

/* Places count in code points; they come in text order, so one walk turns
 * them all into bytes. */
static void
read_places (FzReading *self, const FzFacts *facts, guint block)
{
  const char *p = self->text, *end = self->text + self->length;
  guint position = 0;

  for (guint i = 0; i < facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);
      gsize start;

      if (place->span.block != block || place->span.start < position)
        continue;
      for (; position < place->span.start && p < end; position++)
        p += fz_char_length_at (p, end);
      start = (gsize) (p - self->text);
      for (; position < place->span.end && p < end; position++)
        p += fz_char_length_at (p, end);
      append_stretch (self->places, start, (gsize) (p - self->text));
      g_array_append_val (self->regions, place->region);
    }
}

/**
 * fz_reading_open:
 * @self: a reading
 * @facts: the facts of @article so far; its places are used
 * @article: an article
 * @block: which of its blocks
 *
 * Reads the marks, sentences, quotations and places of a block, in time that
 * grows with its length alone.
 */
void
fz_reading_open (FzReading *self, const FzFacts *facts, const FzArticle *article, guint block)
{
  const FzBlock *at = fz_article_block (article, block);

  self->text = article->text + at->byte_start;
  self->length = at->byte_end - at->byte_start;
  fz_reading_cut (self);
  read_places (self, facts, block);
}

/**
 * fz_reading_tell_times:
 * @self: a reading of a block
 * @position: where its last figure starts
 *
 * Finds the times and the plans of the block as well, which only figures ask
 * for, as far as the end of the sentence at @position.
 */
void
fz_reading_tell_times (FzReading *self, gsize position)
{
  guint last = fz_reading_last (self->sentences, position);
  gsize until = last == FZ_NOT_FOUND ? self->length : g_array_index (self->sentences, FzStretch, last).end;

  fz_plans_find (self, until);
  fz_times_find (self, until);
}

/**
 * fz_reading_search_last:
 * @array: an array of structs that open with their start, sorted
 * @position: a position
 *
 * What fz_reading_last() asks of an array that is not empty.
 *
 * Returns: the index of the last one that starts at or before @position, or
 *   %FZ_NOT_FOUND
 */
guint
fz_reading_search_last (const GArray *array, gsize position)
{
  gsize element = g_array_get_element_size ((GArray *) array);
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gsize start;

      memcpy (&start, array->data + middle * element, sizeof start);
      if (start <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? FZ_NOT_FOUND : low - 1;
}

/**
 * fz_reading_first_stop:
 * @self: a reading
 * @position: a position
 *
 * Returns: the first stop at or behind @position, the number of stops where
 *   there is none
 */
guint
fz_reading_first_stop (const FzReading *self, gsize position)
{
  guint low = 0, high = self->n_stops;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->stops[middle].start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * fz_reading_in_name:
 * @self: a reading
 * @position: a position
 *
 * Returns: whether a quoted name or a title stands around @position
 */
gboolean
fz_reading_in_name (const FzReading *self, gsize position)
{
  guint i = fz_reading_last (self->quotes, position);

  /* Those around a place open at most a few quotations before it. */
  for (guint n = 0; i != FZ_NOT_FOUND && n < 16; n++, i--)
    {
      const FzQuote *quote = &g_array_index (self->quotes, FzQuote, i);

      if (position < quote->inner_end && quote->kind != FZ_QUOTE_SPEECH)
        return TRUE;
      if (i == 0)
        break;
    }
  return FALSE;
}

/**
 * fz_reading_in_place:
 * @self: a reading
 * @start: a position
 * @end: one behind it
 *
 * Returns: whether a place covers some of it
 */
gboolean
fz_reading_in_place (const FzReading *self, gsize start, gsize end)
{
  guint i = fz_reading_last (self->places, end - 1);

  return i != FZ_NOT_FOUND && g_array_index (self->places, FzStretch, i).end > start;
}

/**
 * fz_reading_quote_starting:
 * @self: a reading
 * @start: a position
 *
 * Returns: (nullable): the quotation whose opening mark stands at @start
 */
const FzQuote *
fz_reading_quote_starting (const FzReading *self, gsize start)
{
  guint i = fz_reading_last (self->quotes, start);
  const FzQuote *quote;

  if (i == FZ_NOT_FOUND)
    return NULL;
  quote = &g_array_index (self->quotes, FzQuote, i);
  return quote->start == start ? quote : NULL;
}

/**
 * fz_reading_quote_ending:
 * @self: a reading
 * @end: a position
 *
 * Returns: (nullable): the quotation whose closing mark ends at @end; asked
 *   behind nearly every character, of which the most are no marks by their
 *   first byte
 */
const FzQuote *
fz_reading_quote_ending (const FzReading *self, gsize end)
{
  gboolean after_mark = end >= 3 && ((guchar) self->text[end - 3] == 0xe2 || (guchar) self->text[end - 3] == 0xe3);
  guint i = after_mark ? fz_reading_last (self->quotes, end - 1) : FZ_NOT_FOUND;

  for (guint n = 0; i != FZ_NOT_FOUND && n < FZ_READING_MAX_DEPTH; n++, i--)
    {
      const FzQuote *quote = &g_array_index (self->quotes, FzQuote, i);

      if (quote->end == end)
        return quote;
      if (i == 0)
        break;
    }
  return NULL;
}
