/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-counts.h"

/* A library may have articles of every region of the country, tens of thousands: they
 * are put in order in a thread, and the window looks up those whose rows there are. */

typedef struct {
  FzRegion      upper;
  FzRegionCount count;
} Row;

struct _FzRegionCounts {
  GArray *rows;   /* (element-type Row): by upper, then by region */
  gint64  total;
  gint64  unread;
};

/**
 * fz_region_counts_upper:
 * @region: a region
 *
 * Returns: the region that its row stands below, %FZ_REGION_NONE where it is a root
 */
FzRegion
fz_region_counts_upper (FzRegion region)
{
  FzRegion parent = fz_region_parent (region);

  return parent == FZ_REGION_CHINA ? FZ_REGION_NONE : parent;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  if (left->upper != right->upper)
    return left->upper < right->upper ? -1 : 1;
  return (left->count.region > right->count.region) - (left->count.region < right->count.region);
}

/* The country's row stands beside the provinces: it counts its own articles. */
static FzRegionCount
country_alone (const FzRegionCount *count)
{
  FzRegionCount country = *count;

  country.total = country.own;
  country.unread = country.own_unread;
  return country;
}

/**
 * fz_region_counts_new:
 * @counts: (element-type FzRegionCount): as [method@Library.regions] answers
 *
 * Returns: (transfer full): those that have any article
 */
FzRegionCounts *
fz_region_counts_new (const GArray *counts)
{
  FzRegionCounts *self = g_new0 (FzRegionCounts, 1);

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), counts->len);
  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);
      Row row = { fz_region_counts_upper (count->region), *count };

      if (count->region == FZ_REGION_CHINA)
        row.count = country_alone (count);
      self->total += count->own;
      self->unread += count->own_unread;
      if (row.count.total > 0)
        g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare);
  return self;
}

/**
 * fz_region_counts_free:
 */
void
fz_region_counts_free (FzRegionCounts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

/* The first that does not stand before @upper and @region. */
static guint
lower_bound (FzRegionCounts *self, FzRegion upper, FzRegion region)
{
  const Row sought = { .upper = upper, .count.region = region };
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (&g_array_index (self->rows, Row, middle), &sought) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * fz_region_counts_find:
 * @self: counts
 * @region: a region
 *
 * Returns: (transfer none) (nullable): what is counted of it
 */
FzRegionCount *
fz_region_counts_find (FzRegionCounts *self, FzRegion region)
{
  guint i = lower_bound (self, fz_region_counts_upper (region), region);
  FzRegionCount *count = i < self->rows->len ? fz_region_counts_at (self, i) : NULL;

  return count != NULL && count->region == region ? count : NULL;
}

/**
 * fz_region_counts_below:
 * @self: counts
 * @upper: a region, %FZ_REGION_NONE for the roots
 * @out_first: (out): which is the first that stands below it
 *
 * Returns: how many there are
 */
guint
fz_region_counts_below (FzRegionCounts *self, FzRegion upper, guint *out_first)
{
  guint i = *out_first = lower_bound (self, upper, 0);

  while (i < self->rows->len && g_array_index (self->rows, Row, i).upper == upper)
    i++;
  return i - *out_first;
}

/**
 * fz_region_counts_at:
 * @self: counts
 * @i: which
 *
 * Returns: (transfer none): it
 */
FzRegionCount *
fz_region_counts_at (FzRegionCounts *self, guint i)
{
  return &g_array_index (self->rows, Row, i).count;
}

/**
 * fz_region_counts_length:
 * @self: counts
 *
 * Returns: how many regions have articles
 */
guint
fz_region_counts_length (FzRegionCounts *self)
{
  return self->rows->len;
}

/**
 * fz_region_counts_total:
 * @self: counts
 *
 * Returns: how many articles there are
 */
gint64
fz_region_counts_total (FzRegionCounts *self)
{
  return self->total;
}

/**
 * fz_region_counts_unread:
 * @self: counts
 *
 * Returns: how many of them are unread
 */
gint64
fz_region_counts_unread (FzRegionCounts *self)
{
  return self->unread;
}

static void
sort_in_thread (GTask *task, gpointer library, gpointer counts, GCancellable *cancellable)
{
  g_task_return_pointer (task, fz_region_counts_new (counts), (GDestroyNotify) fz_region_counts_free);
}

static void
on_regions (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GArray *counts = fz_library_regions_finish (FZ_LIBRARY (library), result, &error);

  if (counts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, counts, (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * fz_region_counts_async:
 * @library: a library
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Counts the articles of each region.
 */
void
fz_region_counts_async (FzLibrary *library, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, fz_region_counts_async);
  fz_library_regions_async (library, cancellable, on_regions, task);
}

/**
 * fz_region_counts_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the counts, or %NULL
 */
FzRegionCounts *
fz_region_counts_finish (FzLibrary *library, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
