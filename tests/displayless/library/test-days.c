/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many articles of an area are of which days is what counting all of them again
 * says, whatever comes, goes or is made anew. */

#include "config.h"

#include "fz-connection.h"
#include "samples.h"

#define DAYS "CASE article.day WHEN 0 THEN -1 - article.source / 512 ELSE article.day / 16 END"
#define N_WRONG \
  "WITH place (id, days, region) AS (" \
  "  SELECT id, " DAYS ", region FROM article UNION " \
  "  SELECT article.id, " DAYS ", second.region FROM second_region AS second JOIN article ON article.id = second.article), " \
  "counted (area, days, n) AS (" \
  "  SELECT -1, days, count (DISTINCT id) FROM place GROUP BY days UNION ALL " \
  "  SELECT region / 10000000000 * 10000000000 AS area, days, count (DISTINCT id) FROM place GROUP BY area, days UNION ALL " \
  "  SELECT region / 100000000 * 100000000 AS area, days, count (DISTINCT id) FROM place " \
  "  WHERE region % 10000000000 >= 100000000 GROUP BY area, days) " \
  "SELECT (SELECT count (*) FROM (SELECT * FROM counted EXCEPT SELECT area, days, n FROM day_count)) " \
  "     + (SELECT count (*) FROM (SELECT area, days, n FROM day_count WHERE n <> 0 EXCEPT SELECT * FROM counted))"
#define N_ALL "SELECT sum (n) FROM day_count WHERE area = -1"

static gint64
ask (const char *path,
     const char *sql)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  fz_connection_ask (reader, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

static void
assert_counted (const char *path,
                gint64      n)
{
  g_assert_cmpint (ask (path, N_WRONG), ==, 0);
  g_assert_cmpint (ask (path, N_ALL), ==, n);
}

/* Of Chengdu, Hangzhou and Yuhang, which is of Hangzhou. */
static FzSource *
strewn (guint number)
{
  static const FzRegion seconds[] = { SAMPLE_HANGZHOU, SAMPLE_YUHANG };
  FzSource *source = sample_small (number, SAMPLE_CHENGDU);
  FzFacts *facts = source->facts->pdata[0];

  g_array_append_vals (facts->seconds, seconds, G_N_ELEMENTS (seconds));
  return source;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture_set_up (fixture, unused);
  g_assert_true (fixture_add (fixture, sample_small (1, SAMPLE_HANGZHOU)));
  g_assert_true (fixture_add (fixture, strewn (2)));
  g_assert_true (fixture_add (fixture, sample_small (3, FZ_REGION_NONE)));
  g_assert_true (fixture_add (fixture, sample_large (12)));
}

static void
test_added (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_counted (fixture->path, 15);
  /* The first two; the second is of each area once. */
  g_assert_cmpint (ask (fixture->path, "SELECT n FROM day_count WHERE area = 330100000000 "
                                       "AND days = CAST (julianday ('2031-06-03') AS INTEGER) / 16"), ==, 2);
  g_assert_cmpint (ask (fixture->path, "SELECT sum (n) FROM day_count WHERE area = 510000000000"), ==, 13);
}

/* Of another region and another day than before; the large page is of Chengdu. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (FzSource) analysis = sample_small (29, SAMPLE_HANGZHOU);
  g_autoptr (GPtrArray) known = fz_library_corrections (fixture->library, 2, NULL, NULL);
  g_autoptr (GError) error = NULL;
  FzRevision revision = { .source = 2, .analysis = analysis, .known = known };

  fz_library_replace (fixture->library, &revision, NULL, &error);
  g_assert_no_error (error);
  assert_counted (fixture->path, 15);
  g_assert_cmpint (ask (fixture->path, "SELECT sum (n) FROM day_count WHERE area = 510000000000"), ==, 12);
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  fz_library_remove_source (fixture->library, 2, NULL, &error);
  g_assert_no_error (error);
  assert_counted (fixture->path, 14);
  g_assert_true (fixture_add (fixture, strewn (2)));
  assert_counted (fixture->path, 15);
}

static void
test_salvaged (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *to = g_strconcat (fixture->path, ".new", NULL);
  g_autoptr (GError) error = NULL;
  gboolean all;

  fz_library_salvage (fixture->path, to, NULL, NULL, &all, NULL, &error);
  g_assert_no_error (error);
  assert_counted (to, 15);
}

/* A library of the version before has none. */
static void
test_old (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library", "v10.db", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  g_assert_true (g_file_get_contents (old, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture.path, content, (gssize) length, NULL));
  fixture.library = fz_library_open (fixture.path, NULL, &error);
  g_assert_no_error (error);
  assert_counted (fixture.path, 6);
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/days/" path, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("added", test_added);
  ADD ("replaced", test_replaced);
  ADD ("removed", test_removed);
  ADD ("salvaged", test_salvaged);
#undef ADD
  g_test_add_func ("/days/old", test_old);
  return g_test_run ();
}
