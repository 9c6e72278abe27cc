/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "lists.h"

#include <time.h>

#include "fz-library.h"

#define PAGE 50

#define ZHEJIANG G_GUINT64_CONSTANT (330000000000)

static const FzQuery everywhere = FZ_QUERY_ALL;
static const FzQuery by_date = { .any_region = TRUE, .sort = FZ_SORT_DATE };
static const FzQuery by_title = { .any_region = TRUE, .sort = FZ_SORT_TITLE };
static const FzQuery by_length = { .any_region = TRUE, .sort = FZ_SORT_LENGTH };
static const FzQuery province = { .region = ZHEJIANG, .below = TRUE, .sort = FZ_SORT_DATE };

/* What the sidebar and the list ask for, the list of 100 parts of its length: the
 * first page, the middle, where there is most to pass over, the last. */
static const struct {
  const char    *name;
  const FzQuery *query; /* NULL: the counts of all regions */
  guint          part;
} asks[] = {
  { "search-regions", NULL, 0 },
  { "search-list-first", &everywhere, 0 },
  { "search-list-middle", &everywhere, 50 },
  { "search-list-last", &everywhere, 100 },
  { "search-list-first-by-date", &by_date, 0 },
  { "search-list-middle-by-date", &by_date, 50 },
  { "search-list-last-by-date", &by_date, 100 },
  { "search-list-middle-by-title", &by_title, 50 },
  { "search-list-last-by-title", &by_title, 100 },
  { "search-list-middle-by-length", &by_length, 50 },
  { "search-list-last-by-length", &by_length, 100 },
  { "search-list-first-of-province", &province, 0 },
  { "search-list-middle-of-province", &province, 50 },
  { "search-list-last-of-province", &province, 100 },
};

static void
ask_once (FzLibrary     *library,
          const FzQuery *query,
          guint          offset)
{
  g_autoptr (GArray) regions = query == NULL ? fz_library_regions (library, NULL, NULL) : NULL;
  g_autoptr (GPtrArray) rows = query != NULL ? fz_library_list (library, query, offset, PAGE, NULL, NULL) : NULL;

  bench_check (query == NULL ? regions != NULL : rows != NULL, NULL);
}

/* In a library that was just opened, and a second time, as while one reads. */
void
lists_time (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
      const FzQuery *query = asks[i].query;
      gint64 n = fz_library_count (library, query != NULL ? query : &everywhere, NULL, NULL);
      guint offset = (guint) (MAX (n - PAGE, 0) * asks[i].part / 100);
      double start = bench_seconds_now (), first;

      ask_once (library, query, offset);
      first = bench_seconds_now () - start;
      start = bench_seconds_now ();
      ask_once (library, query, offset);
      g_print ("%s\t%.2f\tms\t%.2f\tthe first time, of %" G_GINT64_FORMAT " articles: %.2f ms\n", asks[i].name,
               (bench_seconds_now () - start) * 1000, (bench_seconds_now () - start) / first, n, first * 1000);
      fz_library_close (library);
    }
}
