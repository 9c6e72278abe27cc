/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

/* More levels than there are; a loop in the gazetteer would be endless. */
#define MOST_LEVELS 8

/* The line of @counts for @region, made where it is missing. */
static FzRegionCount *
count_of (GHashTable *counts,
          FzRegion    region)
{
  FzRegionCount *count = g_hash_table_lookup (counts, &region);

  if (count == NULL)
    {
      count = g_new0 (FzRegionCount, 1);
      count->region = region;
      g_hash_table_insert (counts, &count->region, count);
    }
  return count;
}

/* Adds to @region and to all that it lies in. */
static void
add_upwards (GHashTable *counts,
             FzRegion    region,
             gint64      total,
             gint64      unread)
{
  for (guint level = 0; level < MOST_LEVELS; level++)
    {
      FzRegionCount *count = count_of (counts, region);

      count->total += total;
      count->unread += unread;
      if (region == FZ_REGION_NONE)
        return;
      region = fz_region_parent (region);
      if (region == FZ_REGION_NONE)
        return;
    }
}

/* The rows count the articles of each region, or those of them that were read. */
static gboolean
tally (FzConnection  *reader,
       FzSql          sql,
       gboolean       of_read,
       GHashTable    *counts,
       GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, sql, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzRegion region = (FzRegion) fz_statement_take_int (rows);
      gint64 n = fz_statement_take_int (rows);

      if (!of_read)
        count_of (counts, region)->own += n;
      add_upwards (counts, region, of_read ? 0 : n, of_read ? -n : n);
    }
  return step == FZ_STEP_DONE;
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
 * fz_store_count_regions:
 * @reader: a connection
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzRegionCount): the regions that
 *   articles are filed under and those above them, or %NULL
 */
GArray *
fz_store_count_regions (FzConnection  *reader,
                        GError       **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GArray) answer = NULL;
  GHashTableIter iter;
  gpointer count;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (!tally (reader, FZ_SQL_COUNT_BY_REGION, FALSE, counts, error) ||
      !tally (reader, FZ_SQL_COUNT_READ_BY_REGION, TRUE, counts, error))
    return NULL;
  answer = g_array_sized_new (FALSE, FALSE, sizeof (FzRegionCount), g_hash_table_size (counts));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_array_append_vals (answer, count, 1);
  g_array_sort (answer, compare_counts);
  return g_steal_pointer (&answer);
}
