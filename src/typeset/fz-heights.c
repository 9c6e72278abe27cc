/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-heights.h"

/* @sums[i] is the sum of as many heights before i, itself among them, as the lowest bit
 * of i says; it is counted from 1. */
struct _FzHeights {
  int    *heights;
  gint64 *sums;
  guint   n;
};

static inline guint
lowest_bit (guint i)
{
  return i & -i;
}

/**
 * fz_heights_new:
 * @heights: (array length=n): none below 0
 *
 * Returns: (transfer full): a copy of them, with their sums
 */
FzHeights *
fz_heights_new (const int *heights, guint n)
{
  FzHeights *self = g_new0 (FzHeights, 1);

  self->n = n;
  self->heights = g_memdup2 (heights, n * sizeof (int));
  self->sums = g_new0 (gint64, n + 1);
  for (guint i = 1; i <= n; i++)
    {
      guint up = i + lowest_bit (i);

      self->sums[i] += heights[i - 1];
      if (up <= n)
        self->sums[up] += self->sums[i];
    }
  return self;
}

void
fz_heights_free (FzHeights *self)
{
  g_free (self->heights);
  g_free (self->sums);
  g_free (self);
}

/** fz_heights_get: */
int
fz_heights_get (const FzHeights *self, guint index)
{
  return self->heights[index];
}

/** fz_heights_set: */
void
fz_heights_set (FzHeights *self, guint index, int height)
{
  int more = height - self->heights[index];

  self->heights[index] = height;
  for (guint i = index + 1; more != 0 && i <= self->n; i += lowest_bit (i))
    self->sums[i] += more;
}

/**
 * fz_heights_above:
 * @index: of one of them; their number for all
 *
 * Returns: the sum of those before it
 */
gint64
fz_heights_above (const FzHeights *self, guint index)
{
  gint64 sum = 0;

  for (guint i = MIN (index, self->n); i > 0; i -= lowest_bit (i))
    sum += self->sums[i];
  return sum;
}

/**
 * fz_heights_at:
 * @y: from the top of the first
 *
 * Returns: the index of the one that lies there; the first for what lies above all of
 *   them, the last for what lies below.  There must be one.
 */
guint
fz_heights_at (const FzHeights *self, gint64 y)
{
  guint i = 0, step = 1;

  while (step <= self->n / 2)
    step *= 2;
  for (; step > 0; step /= 2)
    if (i + step <= self->n && self->sums[i + step] <= y)
      {
        i += step;
        y -= self->sums[i];
      }
  return MIN (i, self->n - 1);
}
