/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-sums.h"

/* More levels than there are; a loop in the gazetteer would be endless. */
#define MOST_LEVELS 8

/* Levels of an article's own region and of its second ones. */
#define MOST_COUNTED 64

/* The regions that have counted an article already. */
typedef struct {
  gint64   article;
  FzRegion regions[MOST_COUNTED];
  guint    n;
} Counted;

struct _FzRegionSums {
  GHashTable *counts;        /* (element-type FzRegion FzRegionCount) */
  Counted     counted;
  gint64      not_alone[2];  /* about the whole country and a region of it: those, and the unread of them */
};

/* The line for @region, made where it is missing. */
static FzRegionCount *
count_of (FzRegionSums *self,
          FzRegion      region)
{
  FzRegionCount *count = g_hash_table_lookup (self->counts, &region);

  if (count == NULL)
    {
      count = g_new0 (FzRegionCount, 1);
      count->region = region;
      g_hash_table_insert (self->counts, &count->region, count);
    }
  return count;
}

/* Adds to @region and to all that it lies in. */
static void
add_upwards (FzRegionSums *self,
             FzRegion      region,
             gint64        total,
             gint64        unread)
{
  for (guint level = 0; level < MOST_LEVELS; level++)
    {
      FzRegionCount *count = count_of (self, region);

      count->total += total;
      count->unread += unread;
      if (region == FZ_REGION_NONE)
        return;
      region = fz_region_parent (region);
      if (region == FZ_REGION_NONE)
        return;
    }
}

/* Puts @region and all that it lies in among those that have counted; those of
 * them that had not yet add it up. */
static void
count_once (FzRegionSums *self,
            FzRegion      region,
            gint64        total,
            gint64        unread)
{
  Counted *counted = &self->counted;

  for (; region != FZ_REGION_NONE && counted->n < MOST_COUNTED; region = fz_region_parent (region))
    {
      FzRegionCount *count = count_of (self, region);

      for (guint i = 0; i < counted->n; i++)
        if (counted->regions[i] == region)
          return;
      counted->regions[counted->n++] = region;
      count->total += total;
      count->unread += unread;
    }
}

/* In code order, which puts a region before all that lies in it; the articles
 * of no region, code 0, come last. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  FzRegion left = ((const FzRegionCount *) a)->region - 1;
  FzRegion right = ((const FzRegionCount *) b)->region - 1;

  return (left > right) - (left < right);
}

/**
 * fz_region_sums_new:
 *
 * Returns: (transfer full): sums of nothing
 */
FzRegionSums *
fz_region_sums_new (void)
{
  FzRegionSums *self = g_new0 (FzRegionSums, 1);

  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

/**
 * fz_region_sums_free:
 * @self: (nullable): sums
 */
void
fz_region_sums_free (FzRegionSums *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * fz_region_sums_add:
 * @self: sums
 * @region: a region
 * @n: how many articles are filed under it; fewer than none takes some away
 * @n_unread: how many of them were not read
 */
void
fz_region_sums_add (FzRegionSums *self,
                    FzRegion      region,
                    gint64        n,
                    gint64        n_unread)
{
  FzRegionCount *count = count_of (self, region);

  count->own += n;
  count->own_unread += n_unread;
  add_upwards (self, region, n, n_unread);
}

/**
 * fz_region_sums_add_second:
 * @self: sums
 * @article: id of an article that was added; its second regions follow each other
 * @own: where it is filed
 * @second: what it is strongly about as well
 * @read: whether it was read
 */
void
fz_region_sums_add_second (FzRegionSums *self,
                           gint64        article,
                           FzRegion      own,
                           FzRegion      second,
                           gboolean      read)
{
  if (article != self->counted.article)
    {
      self->counted = (Counted) { .article = article };
      self->not_alone[0] += own == FZ_REGION_CHINA;
      self->not_alone[1] += own == FZ_REGION_CHINA && !read;
      count_once (self, own, 0, 0);
    }
  count_of (self, second)->also++;
  count_once (self, second, 1, read ? 0 : 1);
}

/**
 * fz_region_sums_end:
 * @self: sums
 * @alone: whether the country's own articles are only those about no region of it
 *
 * Returns: (transfer full) (element-type FzRegionCount): the regions that have
 *   articles, in code order, those of none last
 */
GArray *
fz_region_sums_end (FzRegionSums *self,
                    gboolean      alone)
{
  GArray *answer = g_array_sized_new (FALSE, FALSE, sizeof (FzRegionCount), g_hash_table_size (self->counts));
  GHashTableIter iter;
  gpointer count;

  if (alone && self->not_alone[0] > 0)
    {
      count_of (self, FZ_REGION_CHINA)->own -= self->not_alone[0];
      count_of (self, FZ_REGION_CHINA)->own_unread -= self->not_alone[1];
    }
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    if (((const FzRegionCount *) count)->total > 0)
      g_array_append_vals (answer, count, 1);
  g_array_sort (answer, compare_counts);
  return answer;
}
