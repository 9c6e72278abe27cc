/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-row.h"

#include <stdio.h>

/* 67 million articles; the fewer bits, the smaller the index, which has the steps
 * from key to key. */
#define ARTICLE_BITS 26
#define LAST_ARTICLE ((G_GINT64_CONSTANT (1) << ARTICLE_BITS) - 1)

/**
 * fz_search_day:
 * @date: (nullable): ISO 8601
 *
 * Returns: its number, 0 where it is none; later days have greater numbers
 */
gint64
fz_search_day (const char *date)
{
  int year, month, day;
  GDate gdate;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&gdate);
}

/**
 * fz_search_key:
 * @article: id of an article
 * @date: (nullable): of its page
 *
 * From the greatest key to the least articles follow each other from the
 * latest to the earliest, those of one day as they were imported, those of no
 * date last.
 *
 * Returns: the key of its row of the index
 */
gint64
fz_search_key (gint64      article,
               const char *date)
{
  return (fz_search_day (date) << ARTICLE_BITS) | (LAST_ARTICLE - (article & LAST_ARTICLE));
}

/**
 * fz_search_article:
 * @key: of a row of the index
 *
 * Returns: the id of its article
 */
gint64
fz_search_article (gint64 key)
{
  return LAST_ARTICLE - (key & LAST_ARTICLE);
}

/* A region and all that it lies in. */
static void
add_region (GString  *filed,
            FzRegion  region)
{
  for (; region != FZ_REGION_NONE; region = fz_region_parent (region))
    g_string_append_printf (filed, "%" G_GUINT64_FORMAT "\n", (guint64) region);
}

/**
 * fz_search_filed:
 * @region: where an article is filed
 * @others: (nullable): the codes of others that it is listed under, blanks between
 * @n_figures: how many figures it has
 *
 * Returns: (transfer full): what its row has in the last column
 */
char *
fz_search_filed (FzRegion    region,
                 const char *others,
                 guint       n_figures)
{
  g_autoptr (GString) filed = g_string_new (FZ_SEARCH_FILED_ALL "\n");
  g_auto (GStrv) codes = g_strsplit (others != NULL ? others : "", " ", -1);

  if (n_figures > 0)
    g_string_append (filed, FZ_SEARCH_FILED_FIGURES "\n");
  if (region == FZ_REGION_NONE)
    g_string_append (filed, FZ_SEARCH_FILED_NOWHERE "\n");
  add_region (filed, region);
  for (guint i = 0; codes[i] != NULL; i++)
    add_region (filed, g_ascii_strtoull (codes[i], NULL, 10));
  return g_string_free_and_steal (g_steal_pointer (&filed));
}
