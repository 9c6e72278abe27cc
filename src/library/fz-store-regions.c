/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many articles there are of each region: of all of them, of a few, and of
 * those that a search finds.
 *
 * The hits of a search are counted where they lie: of few each is looked up; more
 * are marked in a row of bits, and the index of the articles by region, which is
 * in order, is gone through once with it. */

#include "config.h"

#include "fz-store.h"

#include "fz-region-sums.h"
#include "fz-search-index.h"
#include "fz-search-row.h"

/* To look an article up takes as long as to go through so many. */
#define LOOK_UP 10

/* The rows count the articles of each region, those in the bin against them, or
 * those of them that were read. */
static gboolean
tally (FzConnection  *reader,
       FzSql          sql,
       gboolean       of_read,
       FzRegionSums  *sums,
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

      fz_region_sums_add (sums, region, of_read ? 0 : n, of_read ? -n : n);
    }
  return step == FZ_STEP_DONE;
}

static gboolean
is_set (const guint8 *set,
        gsize         n_bits,
        gint64        article)
{
  return article >= 0 && (gsize) article < n_bits && (set[article >> 3] >> (article & 7) & 1);
}

/* Articles that are strongly about more regions; with @set those that are in it. */
static gboolean
tally_seconds (FzConnection  *reader,
               const guint8  *set,
               gsize          n_bits,
               FzRegionSums  *sums,
               GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ALL_SECONDS, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 article = fz_statement_take_int (rows);
      FzRegion own = (FzRegion) fz_statement_take_int (rows);
      FzRegion second = (FzRegion) fz_statement_take_int (rows);
      gboolean read = fz_statement_take_int (rows) != 0;

      if (set == NULL || is_set (set, n_bits, article))
        fz_region_sums_add_second (sums, article, own, second, read);
    }
  return step == FZ_STEP_DONE;
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
  g_autoptr (FzRegionSums) sums = fz_region_sums_new ();
  GArray *counts;
  gint64 last;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (!fz_store_last_article (reader, &last, error) ||
      !tally (reader, FZ_SQL_COUNT_BY_REGION, FALSE, sums, error) ||
      !tally (reader, FZ_SQL_COUNT_READ_BY_REGION, TRUE, sums, error) ||
      !tally_seconds (reader, NULL, 0, sums, error))
    return NULL;
  counts = fz_region_sums_end (sums, FALSE);
  for (guint i = 0; i < counts->len; i++)
    g_array_index (counts, FzRegionCount, i).until = last;
  return counts;
}

static gboolean
tally_article (FzConnection  *connection,
               gint64         article,
               FzRegionSums  *sums,
               GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (connection, FZ_SQL_REGIONS_OF, error);
  gboolean first = TRUE;
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, article);
  for (; (step = fz_statement_step (rows, error)) == FZ_STEP_ROW; first = FALSE)
    {
      FzRegion own = (FzRegion) fz_statement_take_int (rows);
      FzRegion second = (FzRegion) fz_statement_take_int (rows);
      gboolean read = fz_statement_take_int (rows) != 0;

      if (first)
        fz_region_sums_add (sums, own, 1, !read);
      if (second != FZ_REGION_NONE)
        fz_region_sums_add_second (sums, article, own, second, read);
    }
  return step == FZ_STEP_DONE;
}

static gboolean
tally_articles (FzConnection  *connection,
                const GArray  *articles,
                FzRegionSums  *sums,
                GError       **error)
{
  for (guint i = 0; i < articles->len; i++)
    if (!tally_article (connection, g_array_index (articles, gint64, i), sums, error))
      return FALSE;
  return TRUE;
}

/**
 * fz_store_count_regions_of:
 * @connection: a connection
 * @articles: (element-type gint64): ids of articles; what lies in the bin is passed over
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzRegionCount): as [func@store_count_regions],
 *   of these articles
 */
GArray *
fz_store_count_regions_of (FzConnection  *connection,
                           const GArray  *articles,
                           GError       **error)
{
  g_autoptr (FzRegionSums) sums = fz_region_sums_new ();

  return tally_articles (connection, articles, sums, error) ? fz_region_sums_end (sums, FALSE) : NULL;
}

static guint8 *
set_of (const GArray *articles,
        gsize        *out_n_bits)
{
  gint64 most = 0;
  guint8 *set;

  for (guint i = 0; i < articles->len; i++)
    most = MAX (most, g_array_index (articles, gint64, i));
  *out_n_bits = (gsize) most + 1;
  set = g_malloc0 (*out_n_bits / 8 + 1);
  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);

      set[article >> 3] |= (guint8) (1 << (article & 7));
    }
  return set;
}

/* Goes through all articles, in the order of their regions. */
static gboolean
tally_set (FzConnection  *reader,
           const GArray  *articles,
           FzRegionSums  *sums,
           GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ALL_BY_REGION, error);
  gsize n_bits;
  g_autofree guint8 *set = set_of (articles, &n_bits);
  FzRegion region = FZ_REGION_NONE;
  gint64 n = 0;
  FzStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 article = fz_statement_take_int (rows);
      FzRegion next = (FzRegion) fz_statement_take_int (rows);

      if (next != region && n > 0)
        fz_region_sums_add (sums, region, n, 0);
      n = (next == region ? n : 0) + is_set (set, n_bits, article);
      region = next;
    }
  if (n > 0)
    fz_region_sums_add (sums, region, n, 0);
  return step == FZ_STEP_DONE && tally_seconds (reader, set, n_bits, sums, error);
}

typedef struct {
  GArray *articles;
  gint64  most;
} Found;

static gboolean
take_hit (gint64   key,
          gpointer data)
{
  Found *found = data;
  gint64 article = fz_search_article (key);

  if (found->articles->len == found->most)
    return FALSE;
  g_array_append_val (found->articles, article);
  return TRUE;
}

/**
 * fz_store_count_hits_by_region:
 * @reader: a connection
 * @query: what is looked for
 * @most: so many hits are counted, the latest
 * @out_count: (out): how many were counted
 * @error: %FZ_LIBRARY_ERROR_QUERY and others
 *
 * What was read is not counted.  The country's own are those that narrowing the
 * search to it finds, see fz_search_plan_narrow().
 *
 * Returns: (transfer full) (element-type FzRegionCount): the regions that have hits
 *   and those above them; or %NULL
 */
GArray *
fz_store_count_hits_by_region (FzConnection  *reader,
                               const char    *query,
                               gint64         most,
                               gint64        *out_count,
                               GError       **error)
{
  g_autoptr (FzRegionSums) sums = fz_region_sums_new ();
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  Found found = { articles, most };
  FzIndexState state;
  gboolean few;

  if (!fz_store_each_hit (reader, query, take_hit, &found, error) || !fz_search_index_state (reader, &state, error))
    return NULL;
  *out_count = articles->len;
  few = (gint64) articles->len * LOOK_UP < state.total;
  if (!(few ? tally_articles : tally_set) (reader, articles, sums, error))
    return NULL;
  return fz_region_sums_end (sums, TRUE);
}
