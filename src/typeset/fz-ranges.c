/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-ranges.h"

/* Passages of a text that something is said of; they may lie over each other.
 *
 * They are sorted by their starts when they are first asked for.  Beside each stands
 * how far it or any before it reaches, so that the first that reaches into a line is
 * found without looking at all that lie before it. */

struct _FzRanges {
  GArray   *ranges; /* FzRange */
  GArray   *reach;  /* guint */
  gboolean  sorted;
};

FzRanges *
fz_ranges_new (void)
{
  FzRanges *self = g_new0 (FzRanges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (FzRange));
  self->reach = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sorted = TRUE;
  return self;
}

void
fz_ranges_free (FzRanges *self)
{
  g_array_unref (self->ranges);
  g_array_unref (self->reach);
  g_free (self);
}

/** fz_ranges_clear: */
void
fz_ranges_clear (FzRanges *self)
{
  g_array_set_size (self->ranges, 0);
  g_array_set_size (self->reach, 0);
  self->sorted = TRUE;
}

/**
 * fz_ranges_add:
 * @start: first code point
 * @end: one past the last; an empty range is left out
 * @value: what it says
 */
void
fz_ranges_add (FzRanges *self, guint start, guint end, guint value)
{
  const FzRange range = { start, end, value };

  if (start >= end)
    return;
  g_array_append_val (self->ranges, range);
  self->sorted = FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const FzRange *x = a, *y = b;

  return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->end > y->end) - (x->end < y->end);
}

static void
sort (FzRanges *self)
{
  guint reach = 0;

  if (self->sorted)
    return;
  g_array_sort (self->ranges, compare);
  g_array_set_size (self->reach, self->ranges->len);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      reach = MAX (reach, g_array_index (self->ranges, FzRange, i).end);
      g_array_index (self->reach, guint, i) = reach;
    }
  self->sorted = TRUE;
}

/** fz_ranges_n: */
guint
fz_ranges_n (FzRanges *self)
{
  return self->ranges->len;
}

/**
 * fz_ranges_get:
 *
 * Returns: (transfer none): the one at @index, in the order of their starts
 */
const FzRange *
fz_ranges_get (FzRanges *self, guint index)
{
  sort (self);
  return &g_array_index (self->ranges, FzRange, index);
}

static guint
first_reaching (FzRanges *self, guint start)
{
  guint low = 0, high = self->reach->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reach, guint, middle) > start)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * fz_ranges_next:
 * @start: first code point of what is asked about
 * @end: one past the last
 * @index: (inout): %G_MAXUINT before the first; where to go on
 *
 * Walks over the ranges that have anything in common with those code points.
 *
 * Returns: (transfer none) (nullable): the next of them
 */
const FzRange *
fz_ranges_next (FzRanges *self, guint start, guint end, guint *index)
{
  sort (self);
  for (*index = *index == G_MAXUINT ? first_reaching (self, start) : *index + 1; *index < self->ranges->len; (*index)++)
    {
      const FzRange *range = &g_array_index (self->ranges, FzRange, *index);

      if (range->start >= end)
        return NULL;
      if (range->end > start)
        return range;
    }
  return NULL;
}

/**
 * fz_ranges_at:
 * @position: a code point
 *
 * Returns: (transfer none) (nullable): the first that covers it
 */
const FzRange *
fz_ranges_at (FzRanges *self, guint position)
{
  guint index = G_MAXUINT;

  return fz_ranges_next (self, position, position + 1, &index);
}
