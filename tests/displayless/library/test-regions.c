/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where articles hang: under what their region was, under second regions, under
 * several regions at once; each counted once. */

#include "config.h"

#include "samples.h"

#define ZHEJIANG     G_GUINT64_CONSTANT (330000000000)
#define LINAN        G_GUINT64_CONSTANT (330112000000)
#define LINAN_COUNTY G_GUINT64_CONSTANT (330112000253) /* until 1996 */
#define LINAN_CITY   G_GUINT64_CONSTANT (330112000505) /* until 2017 */

/* An article filed under @region and strongly about @seconds, which ends with none. */
static void
add (Fixture        *fixture,
     guint           number,
     FzRegion        region,
     const FzRegion *seconds)
{
  FzSource *source = sample_small (number, FZ_REGION_NONE);
  FzFacts *facts = source->facts->pdata[0];

  fz_facts_set_region (facts, region);
  for (; *seconds != FZ_REGION_NONE; seconds++)
    g_array_append_val (facts->seconds, *seconds);
  g_assert_true (fixture_add (fixture, source));
}

#define ADD(number, region, ...) add (fixture, number, region, (const FzRegion[]) { __VA_ARGS__ FZ_REGION_NONE })

/* Names of what is listed, a * behind what stands there for a second region. */
static void
assert_list (Fixture    *fixture,
             FzQuery     query,
             const char *expected)
{
  g_autoptr (GPtrArray) rows = fixture_list (fixture, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const FzEntry *entry = rows->pdata[i];

      g_string_append_printf (names, "%.3s%s ", entry->source_name, entry->second ? "*" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpint (fixture_count (fixture, query), ==, rows->len);
}

static GArray *
spans_of (guint    n,
          FzRegion first,
          ...)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FzRegionSpan));
  va_list regions;

  va_start (regions, first);
  for (guint i = 0; i < n; i++)
    {
      FzRegion region = i == 0 ? first : va_arg (regions, FzRegion);
      FzRegionSpan span;

      fz_region_span (region, &span.first, &span.last);
      g_array_append_val (spans, span);
    }
  va_end (regions);
  return spans;
}

static void
assert_union (Fixture    *fixture,
              GArray     *spans,
              const char *expected)
{
  assert_list (fixture, (FzQuery) { .spans = spans, .sort = FZ_SORT_PAGE }, expected);
  g_array_unref (spans);
}

static void
assert_count (Fixture    *fixture,
              FzRegion    region,
              const char *expected)
{
  g_autoptr (GArray) counts = fz_library_regions (fixture->library, NULL, NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);
      g_autofree char *found = NULL;

      if (count->region != region)
        continue;
      found = g_strdup_printf ("%d total, %d unread, %d own, %d unread, %d also", (int) count->total,
                               (int) count->unread, (int) count->own, (int) count->own_unread, (int) count->also);
      g_assert_cmpstr (found, ==, expected);
      return;
    }
  g_assert_cmpstr ("nothing", ==, expected);
}

static void
read_article (Fixture *fixture,
              gint64   article)
{
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_set_read_async (fixture->library, article, TRUE, NULL, keep_result, &result);
  g_assert_true (fz_library_set_read_finish (fixture->library, wait_result (&result), NULL));
}

/* What 临安 was holds what was printed then, and 临安区 finds all of it. */
static void
test_past (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (FzStored) stored = NULL;

  ADD (1, LINAN_COUNTY);
  ADD (2, LINAN_CITY);
  ADD (3, LINAN);
  assert_list (fixture, (FzQuery) { .region = LINAN_COUNTY }, "001 ");
  assert_list (fixture, (FzQuery) { .region = LINAN_CITY }, "002 ");
  assert_list (fixture, (FzQuery) { .region = LINAN }, "003 ");
  assert_list (fixture, (FzQuery) { .region = LINAN, .below = TRUE }, "001 002 003 ");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU, .below = TRUE }, "001 002 003 ");
  assert_count (fixture, LINAN, "3 total, 3 unread, 1 own, 1 unread, 0 also");
  assert_count (fixture, LINAN_COUNTY, "1 total, 1 unread, 1 own, 1 unread, 0 also");
  stored = fixture_load (fixture, fixture_id (fixture, 0));
  g_assert_cmpuint (stored->entry->region, ==, LINAN);
  g_assert_cmpuint (stored->entry->filed, ==, LINAN_COUNTY);
  g_assert_cmpuint (stored->facts->region, ==, LINAN);
  g_assert_cmpuint (stored->facts->past, ==, LINAN_COUNTY);
}

/* Listed in both regions, marked in the second; in what holds both only once. */
static void
test_seconds (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (FzStored) stored = NULL;

  ADD (1, LINAN, SAMPLE_YUHANG, SAMPLE_CHENGDU,);
  ADD (2, SAMPLE_YUHANG);
  ADD (3, LINAN);
  assert_list (fixture, (FzQuery) { .region = SAMPLE_YUHANG }, "001* 002 ");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU }, "001* ");
  assert_list (fixture, (FzQuery) { .region = LINAN }, "001 003 ");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU, .below = TRUE }, "001 002 003 ");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU, .sort = FZ_SORT_DATE }, "001* ");
  assert_list (fixture, (FzQuery) FZ_QUERY_ALL, "001 002 003 ");
  assert_count (fixture, LINAN, "2 total, 2 unread, 2 own, 2 unread, 0 also");
  assert_count (fixture, SAMPLE_YUHANG, "2 total, 2 unread, 1 own, 1 unread, 1 also");
  assert_count (fixture, SAMPLE_HANGZHOU, "3 total, 3 unread, 0 own, 0 unread, 0 also");
  assert_count (fixture, SAMPLE_CHENGDU, "1 total, 1 unread, 0 own, 0 unread, 1 also");
  assert_count (fixture, FZ_REGION_CHINA, "3 total, 3 unread, 0 own, 0 unread, 0 also");
  stored = fixture_load (fixture, fixture_id (fixture, 0));
  g_assert_cmpuint (stored->facts->seconds->len, ==, 2);
}

static void
test_seconds_read (Fixture       *fixture,
                   gconstpointer  unused)
{
  ADD (1, LINAN, SAMPLE_YUHANG, SAMPLE_CHENGDU,);
  ADD (2, SAMPLE_YUHANG);
  read_article (fixture, fixture_id (fixture, 0));
  assert_count (fixture, SAMPLE_YUHANG, "2 total, 1 unread, 1 own, 1 unread, 1 also");
  assert_count (fixture, SAMPLE_CHENGDU, "1 total, 0 unread, 0 own, 0 unread, 1 also");
  assert_count (fixture, SAMPLE_HANGZHOU, "2 total, 1 unread, 0 own, 0 unread, 0 also");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_YUHANG, .unread = TRUE }, "002 ");
  assert_list (fixture, (FzQuery) { .region = ZHEJIANG, .below = TRUE, .unread = TRUE }, "002 ");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU, .below = TRUE, .unread = TRUE }, "");
}

/* Several at once: each article once, though it is of two of them, or they lie
 * in each other. */
static void
test_union (Fixture       *fixture,
            gconstpointer  unused)
{
  ADD (1, LINAN, SAMPLE_YUHANG, SAMPLE_CHENGDU,);
  ADD (2, SAMPLE_YUHANG);
  ADD (3, SAMPLE_CHENGDU);
  ADD (4, LINAN_COUNTY);
  ADD (5, FZ_REGION_NONE);
  ADD (6, ZHEJIANG);
  assert_union (fixture, spans_of (2, LINAN, SAMPLE_YUHANG), "001 002 004 ");
  assert_union (fixture, spans_of (2, SAMPLE_YUHANG, SAMPLE_CHENGDU), "001* 002 003 ");
  assert_union (fixture, spans_of (3, SAMPLE_HANGZHOU, LINAN, SAMPLE_HANGZHOU), "001 002 004 ");
  assert_union (fixture, spans_of (2, LINAN_COUNTY, FZ_REGION_NONE), "004 005 ");
  assert_union (fixture, spans_of (1, ZHEJIANG), "001 002 004 006 ");
  assert_union (fixture, spans_of (0, FZ_REGION_NONE), "");
}

/* A correction takes them away with the article and brings what is said now. */
static void
test_made_anew (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (FzSource) anew = sample_small (1, SAMPLE_CHENGDU);
  g_autoptr (GPtrArray) known = fz_corrections_new ();
  g_autoptr (GError) error = NULL;
  FzRevision revision = { .source = 1, .analysis = anew, .known = known };

  ADD (1, LINAN, SAMPLE_YUHANG,);
  fz_library_replace (fixture->library, &revision, NULL, &error);
  g_assert_no_error (error);
  assert_list (fixture, (FzQuery) { .region = SAMPLE_YUHANG }, "");
  assert_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU }, "001 ");
  assert_count (fixture, SAMPLE_YUHANG, "nothing");
}

/* How many hits the region has, and that narrowing the search to it finds them. */
static void
assert_narrowed (Fixture             *fixture,
                 const char          *query,
                 const FzRegionCount *count)
{
  const FzSearchRequest request = { .query = query, .limit = 50, .order = FZ_SEARCH_BY_DATE,
                                    .narrowed = TRUE, .region = count->region };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzHits) hits = fz_library_search (fixture->library, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->rows->len, ==, count->region == FZ_REGION_CHINA ? count->own : count->total);
}

static GArray *
count_by_region (Fixture     *fixture,
                 const char  *query,
                 gint64       most,
                 gint64      *out_count,
                 GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_count_hits_by_region_async (fixture->library, query, most, NULL, keep_result, &result);
  return fz_library_count_hits_by_region_finish (fixture->library, wait_result (&result), out_count, error);
}

/* By the names of the regions, 全国 with what is of no region of it. */
static void
assert_hits (Fixture    *fixture,
             const char *query,
             gint64      most,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  g_autoptr (GArray) counts = count_by_region (fixture, query, most, &n, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);
      gboolean country = count->region == FZ_REGION_CHINA;

      g_string_append_printf (found, "%s %d, ", count->region == FZ_REGION_NONE ? "none" : fz_region_name (count->region),
                              (int) (country ? count->own : count->total));
      if (most > n)
        assert_narrowed (fixture, query, count);
    }
  g_string_append_printf (found, "of %d", (int) n);
  g_assert_cmpstr (found->str, ==, expected);
}

/* The hits of a search, of few articles and of many: each counts where it stands. */
static void
test_hits (Fixture       *fixture,
           gconstpointer  unused)
{
  ADD (1, LINAN, SAMPLE_YUHANG, SAMPLE_CHENGDU,);
  ADD (2, SAMPLE_YUHANG);
  ADD (3, LINAN_COUNTY);
  ADD (4, FZ_REGION_CHINA);
  ADD (5, FZ_REGION_CHINA, SAMPLE_CHENGDU,);
  ADD (6, FZ_REGION_NONE);
  assert_hits (fixture, "region:临安", 100, "中国 0, 浙江省 2, 杭州市 2, 余杭区 1, 临安区 2, 临安县 1, 四川省 1, 成都市 1, of 2");
  assert_hits (fixture, "unread:", 100,
               "中国 1, 浙江省 3, 杭州市 3, 余杭区 2, 临安区 2, 临安县 1, 四川省 2, 成都市 2, none 1, of 6");
  for (gint64 i = 7; i <= 40; i++)
    ADD (i, SAMPLE_YUHANG);
  assert_hits (fixture, "region:临安", 100, "中国 0, 浙江省 2, 杭州市 2, 余杭区 1, 临安区 2, 临安县 1, 四川省 1, 成都市 1, of 2");
  assert_hits (fixture, "region:成都", 100, "中国 0, 浙江省 1, 杭州市 1, 余杭区 1, 临安区 1, 四川省 2, 成都市 2, of 2");
  assert_hits (fixture, "region:-", 100, "none 1, of 1");
  assert_hits (fixture, "白驹过隙", 100, "of 0");
}

/* The latest are counted where there are more. */
static void
test_hits_most (Fixture       *fixture,
                gconstpointer  unused)
{
  ADD (1, SAMPLE_CHENGDU);
  ADD (2, SAMPLE_YUHANG);
  ADD (3, SAMPLE_YUHANG);
  assert_hits (fixture, "unread:", 1, "中国 0, 浙江省 1, 杭州市 1, 余杭区 1, of 1");
  assert_hits (fixture, "unread:", 3, "中国 0, 浙江省 2, 杭州市 2, 余杭区 2, 四川省 1, 成都市 1, of 3");
}

static void
test_hits_wrong (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_assert_null (count_by_region (fixture, "region:", 10, &n, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_QUERY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/regions/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("past", test_past);
  TEST ("seconds", test_seconds);
  TEST ("seconds-read", test_seconds_read);
  TEST ("union", test_union);
  TEST ("hits", test_hits);
  TEST ("hits-most", test_hits_most);
  TEST ("hits-wrong", test_hits_wrong);
  TEST ("made-anew", test_made_anew);
  return g_test_run ();
}
