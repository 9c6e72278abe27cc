/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a page of a list by date begins.
 *
 * `day_count` has how many articles of an area are of which days: of all, of each
 * province and of each prefecture, by sixteen days, those of no day by 512 sources.
 * Whoever wants a page of a long list adds up, from the latest days on, until the page
 * is among them, and goes through the index from there; else the half of a list would
 * be gone through for the page in its middle.  Areas and days are few, so what comes
 * in changes the same few rows again and again.
 *
 * The days are the greater the earlier they stand in the list: the Julian day divided
 * by 16, and, for no day, -1 less the source divided by 512. */

#include "config.h"

#include "fz-store.h"

#define DAYS_TOGETHER    16
#define SOURCES_TOGETHER 512

#define EVERYWHERE -1

/* What is counted of a source: of each area the articles that have been found to be
 * of it. */
typedef struct {
  gint64 area;
  gint64 n;
  gint64 article; /* the last of them */
} Area;

static void
count_once (GArray *areas,
            gint64  area,
            gint64  article)
{
  Area fresh = { area, 1, article };

  for (guint i = 0; i < areas->len; i++)
    {
      Area *known = &g_array_index (areas, Area, i);

      if (known->area != area)
        continue;
      known->n += known->article != article;
      known->article = article;
      return;
    }
  g_array_append_val (areas, fresh);
}

static void
count_region (GArray   *areas,
              FzRegion  region,
              gint64    article)
{
  count_once (areas, (gint64) (region - region % FZ_REGION_PROVINCE_UNIT), article);
  count_once (areas, (gint64) (region - region % FZ_REGION_PREFECTURE_UNIT), article);
}

/* All articles of a source are of its day. */
static gboolean
read_areas (FzConnection  *writer,
            gint64         source,
            GArray        *areas,
            gint64        *out_days,
            GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_AREAS_OF_SOURCE, error);
  FzStep step;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 article = fz_statement_take_int (rows);
      FzRegion second;

      *out_days = fz_statement_take_int (rows);
      count_once (areas, EVERYWHERE, article);
      count_region (areas, (FzRegion) fz_statement_take_int (rows), article);
      second = (FzRegion) fz_statement_take_int (rows);
      if (second != FZ_REGION_NONE)
        count_region (areas, second, article);
    }
  return step == FZ_STEP_DONE;
}

/**
 * fz_store_count_days:
 * @writer: the connection that writes
 * @source: id of a source
 * @come: whether its articles have just come, or are about to go
 * @error: a #FzLibraryError
 */
gboolean
fz_store_count_days (FzConnection  *writer,
                     gint64         source,
                     gboolean       come,
                     GError       **error)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (Area));
  gint64 days = 0;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!read_areas (writer, source, areas, &days, error))
    return FALSE;
  for (guint i = 0; i < areas->len; i++)
    {
      const Area *area = &g_array_index (areas, Area, i);
      const gint64 numbers[] = { area->area, days, come ? area->n : -area->n };

      if (!fz_connection_run_on_all (writer, FZ_SQL_COUNT_DAYS, numbers, G_N_ELEMENTS (numbers), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_has_days:
 * @query: which articles
 * @spans: (element-type FzRegionSpan): of which regions
 * @out_area: (out): what is counted of them
 *
 * Returns: whether what is asked for is counted by days
 */
gboolean
fz_store_has_days (const FzQuery *query,
                   const GArray  *spans,
                   gint64        *out_area)
{
  static const FzRegion units[] = { FZ_REGION_PROVINCE_UNIT, FZ_REGION_PREFECTURE_UNIT };
  const FzRegionSpan *span = &g_array_index (spans, FzRegionSpan, 0);

  if (query->sort != FZ_SORT_DATE || query->unread || query->shelf != FZ_SHELF_LIBRARY || spans->len != 1)
    return FALSE;
  *out_area = query->any_region && query->spans == NULL ? EVERYWHERE : (gint64) span->first;
  if (*out_area == EVERYWHERE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (span->first > 0 && span->first % units[i] == 0 && span->last == span->first + units[i] - 1)
      return TRUE;
  return FALSE;
}

static void
begin_at (FzListStart *start,
          gint64       days)
{
  start->day = days < 0 ? 0 : days * DAYS_TOGETHER + DAYS_TOGETHER - 1;
  start->source = days < 0 ? (-1 - days) * SOURCES_TOGETHER : 0;
}

/**
 * fz_store_find_days:
 * @reader: a connection
 * @area: as [func@store_has_days] says
 * @spans: (transfer full): its regions, as the statements of fz-sql-lists.c read them
 * @offset: how many are passed over
 * @start: (out): where the days begin that the page begins on
 * @out_count: (out): how many there are
 * @error: a #FzLibraryError
 */
gboolean
fz_store_find_days (FzConnection  *reader,
                    gint64         area,
                    char          *spans,
                    gint64         offset,
                    FzListStart   *start,
                    gint64        *out_count,
                    GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_DAYS_OF_AREA, error);
  FzStep step;

  *out_count = 0;
  if (rows == NULL)
    {
      g_free (spans);
      return FALSE;
    }
  fz_statement_bind_own_text (rows, spans);
  fz_statement_bind_int (rows, area);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gint64 days = fz_statement_take_int (rows);

      if (*out_count <= offset)
        {
          begin_at (start, days);
          start->passed = *out_count;
        }
      *out_count += fz_statement_take_int (rows);
    }
  return step == FZ_STEP_DONE;
}
