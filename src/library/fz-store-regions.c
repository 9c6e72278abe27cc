/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

/* More levels than there are; a loop in the gazetteer would be endless. */
#define MOST_LEVELS 8

/* Levels of an article's own region and of its second ones. */
#define MOST_COUNTED 64

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

/* The rows count the articles of each region, those in the bin against them, or
 * those of them that were read. */
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

      count_of (counts, region)->own += of_read ? 0 : n;
      count_of (counts, region)->own_unread += of_read ? -n : n;
      add_upwards (counts, region, of_read ? 0 : n, of_read ? -n : n);
    }
  return step == FZ_STEP_DONE;
}

/* The regions that have counted an article already. */
typedef struct {
  gint64   article;
  FzRegion regions[MOST_COUNTED];
  guint    n;
} Counted;

/* Puts @region and all that it lies in among those that have counted; those of
 * them that had not yet add it up. */
static void
count_once (GHashTable *counts,
            Counted    *counted,
            FzRegion    region,
            gint64      total,
            gint64      unread)
{
  for (; region != FZ_REGION_NONE && counted->n < MOST_COUNTED; region = fz_region_parent (region))
    {
      FzRegionCount *count = count_of (counts, region);

      for (guint i = 0; i < counted->n; i++)
        if (counted->regions[i] == region)
          return;
      counted->regions[counted->n++] = region;
      count->total += total;
      count->unread += unread;
    }
}

/* Articles that are strongly about more regions: those count them, too, and what
 * the regions lie in, but nobody counts one twice. */
static gboolean
tally_seconds (FzConnection  *reader,
               GHashTable    *counts,
               GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ALL_SECONDS, error);
  Counted counted = { 0 };
  FzStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 article = fz_statement_take_int (rows);
      FzRegion own = (FzRegion) fz_statement_take_int (rows);
      FzRegion second = (FzRegion) fz_statement_take_int (rows);
      gboolean read = fz_statement_take_int (rows) != 0;

      if (article != counted.article)
        {
          counted = (Counted) { .article = article };
          count_once (counts, &counted, own, 0, 0);
        }
      count_of (counts, second)->also++;
      count_once (counts, &counted, second, 1, read ? 0 : 1);
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
 *   articles are filed under or are strongly about and those above them, or %NULL
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
      !tally (reader, FZ_SQL_COUNT_READ_BY_REGION, TRUE, counts, error) ||
      !tally_seconds (reader, counts, error))
    return NULL;
  answer = g_array_sized_new (FALSE, FALSE, sizeof (FzRegionCount), g_hash_table_size (counts));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    if (((const FzRegionCount *) count)->total > 0)
      g_array_append_vals (answer, count, 1);
  g_array_sort (answer, compare_counts);
  return g_steal_pointer (&answer);
}
