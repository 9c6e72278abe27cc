/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index keeps to the articles: it is filled where there is none, goes on
 * where it was stopped, follows corrections, and is merged in short steps. */

#include "config.h"

#include <glib/gstdio.h>

#include "fz-schema.h"
#include "fz-search-index.h"
#include "samples.h"

#define N_SOURCES 600

static gint64
count (Fixture    *fixture,
       const char *query)
{
  g_autoptr (GError) error = NULL;
  gint64 n = fz_library_count_hits (fixture->library, query, 100000, NULL, &error);

  g_assert_no_error (error);
  return n;
}

static gint64
ask (FzConnection *connection,
     const char   *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  fz_connection_ask (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (FzConnection) reader = fz_connection_open (fixture->path, FZ_CONNECTION_READER, NULL, NULL);

  g_assert_cmpint (ask (reader, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM article"), ==, ask (reader, "SELECT count (*) FROM indexed"));
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM article"), ==, ask (reader, "SELECT count (*) FROM search WHERE search MATCH 'filed : all'"));
}

static void
work_on (Fixture    *fixture,
         FzWork      work,
         gpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) writer = fz_schema_open (fixture->path, NULL, &error);

  g_assert_no_error (error);
  fz_connection_run (writer, FZ_TRANSACTION_WRITE, work, data, NULL, &error);
  g_assert_no_error (error);
}

/* As another version of the index would leave the file. */
static gboolean
outdate (FzConnection  *writer,
         gpointer       unused,
         GError       **error)
{
  return fz_connection_execute (writer, "UPDATE index_state SET version = 0", error);
}

static gboolean
step (FzConnection  *writer,
      gpointer       out_step,
      GError       **error)
{
  return fz_search_index_step (writer, out_step, error);
}

static void
close_library (Fixture *fixture)
{
  fz_library_close (fixture->library);
  g_clear_object (&fixture->library);
}

static void
open_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
add_many (Fixture *fixture)
{
  for (guint i = 1; i <= N_SOURCES; i++)
    g_assert_true (fixture_add (fixture, sample_small (i, SAMPLE_HANGZHOU)));
}

static void
count_up (gint64   done,
          gint64   total,
          gpointer n)
{
  g_assert_cmpint (done, <=, total);
  (*(guint *) n)++;
}

/* A new version of the index is filled step by step, and who was stopped goes on
 * where he was; what came in meanwhile is in it once. */
static void
test_fill (Fixture       *fixture,
           gconstpointer  unused)
{
  FzIndexStep done;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  add_many (fixture);
  close_library (fixture);
  work_on (fixture, outdate, NULL);
  work_on (fixture, step, &done);
  g_assert_cmpint (done, ==, FZ_INDEX_FILLED);
  open_library (fixture);
  g_assert_true (fixture_add (fixture, sample_small (N_SOURCES + 1, SAMPLE_CHENGDU)));
  g_assert_true (fz_library_fill_index (fixture->library, count_up, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "白鹭"), ==, N_SOURCES + 1);
  g_assert_cmpint (count (fixture, "region:成都 白鹭"), ==, 1);
  assert_sound (fixture);
}

/* A fill that begins does not begin from the start: the first step took some. */
static void
test_steps_are_short (Fixture       *fixture,
                      gconstpointer  unused)
{
  FzIndexStep done;
  g_autoptr (FzConnection) reader = NULL;
  gint64 first;

  add_many (fixture);
  close_library (fixture);
  work_on (fixture, outdate, NULL);
  work_on (fixture, step, &done);
  reader = fz_connection_open (fixture->path, FZ_CONNECTION_READER, NULL, NULL);
  first = ask (reader, "SELECT count (*) FROM indexed");
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (first, <, N_SOURCES);
  work_on (fixture, step, &done);
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM indexed"), >, first);
  open_library (fixture);
}

/* While nobody asks for anything, the library fills it by itself. */
static void
test_by_itself (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (FzConnection) reader = NULL;

  add_many (fixture);
  close_library (fixture);
  work_on (fixture, outdate, NULL);
  open_library (fixture);
  reader = fz_connection_open (fixture->path, FZ_CONNECTION_READER, NULL, NULL);
  while (ask (reader, "SELECT filled IS NULL FROM index_state") == 0)
    g_usleep (10000);
  g_assert_cmpint (count (fixture, "白鹭"), ==, N_SOURCES);
}

/* A library from before there was an index is searched. */
static void
test_old_library (gconstpointer name)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "library", name, NULL);
  g_autofree char *content = NULL;
  gsize length;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture.path, content, (gssize) length, NULL));
  open_library (&fixture);
  g_assert_true (fz_library_fill_index (fixture.library, NULL, NULL, NULL, NULL));
  g_assert_cmpint (count (&fixture, "小板凳课堂"), ==, 1);
  g_assert_cmpint (count (&fixture, "𠀋凳"), ==, 1);
  g_assert_cmpint (count (&fixture, "325000元"), ==, 1);
  g_assert_cmpint (count (&fixture, "has:figures 小板凳"), ==, 1);
  g_assert_cmpint (count (&fixture, "author:钟小麦"), ==, 1);
  g_assert_cmpint (count (&fixture, "region:杭州 小板凳"), ==, 1);
  assert_sound (&fixture);
  fixture_tear_down (&fixture, NULL);
}

static void
replace (Fixture  *fixture,
         FzSource *analysis)
{
  g_autoptr (FzSource) owned = analysis;
  g_autoptr (GPtrArray) known = fz_library_corrections (fixture->library, 1, NULL, NULL);
  FzRevision revision = { .source = 1, .analysis = analysis, .known = known };
  g_autoptr (GError) error = NULL;

  g_assert_true (fz_library_replace (fixture->library, &revision, NULL, &error));
  g_assert_no_error (error);
}

/* Another analysis: what it no longer says is no longer found, what it says is,
 * under its new date, region and newspaper. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  unused)
{
  FzSource *analysis = sample_source ();

  g_assert_true (fixture_add (fixture, sample_small (1, SAMPLE_CHENGDU)));
  g_assert_cmpint (count (fixture, "白鹭 region:成都"), ==, 1);
  fz_claim_set (&analysis->date, "1999-09-09", FZ_PROVENANCE_READ);
  fz_claim_set (&analysis->newspaper, "溪口晚报", FZ_PROVENANCE_READ);
  replace (fixture, analysis);
  g_assert_cmpint (count (fixture, "白鹭"), ==, 0);
  g_assert_cmpint (count (fixture, "region:成都"), ==, 0);
  g_assert_cmpint (count (fixture, "小板凳 date:1999-09 paper:溪口晚报"), ==, 1);
  assert_sound (fixture);

  analysis = sample_small (1, SAMPLE_CHENGDU);
  fz_claim_set (&analysis->date, "2001-01-01", FZ_PROVENANCE_TYPED);
  replace (fixture, analysis);
  g_assert_cmpint (count (fixture, "小板凳"), ==, 0);
  g_assert_cmpint (count (fixture, "date:1999"), ==, 0);
  g_assert_cmpint (count (fixture, "白鹭 date:2001"), ==, 1);
  assert_sound (fixture);
}

/* An article is found below each region that it is listed under. */
static void
test_second_region (Fixture       *fixture,
                    gconstpointer  unused)
{
  FzSource *source = sample_small (1, SAMPLE_CHENGDU);
  FzRegion second = SAMPLE_YUHANG;

  g_array_append_val (((FzFacts *) source->facts->pdata[0])->seconds, second);
  g_assert_true (fixture_add (fixture, source));
  g_assert_cmpint (count (fixture, "region:成都"), ==, 1);
  g_assert_cmpint (count (fixture, "region:杭州"), ==, 1);
  g_assert_cmpint (count (fixture, "region:北京"), ==, 0);
}

/* A figure that the reader adds, and takes back, is known to the index. */
static void
test_own_figure (Fixture       *fixture,
                 gconstpointer  unused)
{
  FzSource *source = sample_small (1, SAMPLE_CHENGDU);
  FzFigure figure = {
    .span = { 1, 0, 2, 10 }, .surface = (char *) "七只", .kind = FZ_FIGURE_COUNT, .value = { 7, 0 }, .rule = "own",
    .verdict = FZ_VERDICT_ADDED, .ordinal = FZ_FIGURE_NEW,
  };
  g_autoptr (GError) error = NULL;

  g_array_set_size (((FzFacts *) source->facts->pdata[0])->figures, 0);
  g_assert_true (fixture_add (fixture, source));
  g_assert_cmpint (count (fixture, "has:figures"), ==, 0);
  g_assert_true (fz_library_judge (fixture->library, 1, &figure, &figure.ordinal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "has:figures 白鹭"), ==, 1);
  figure.verdict = FZ_VERDICT_AUTO;
  g_assert_true (fz_library_judge (fixture->library, 1, &figure, &figure.ordinal, NULL, &error));
  g_assert_cmpint (count (fixture, "has:figures"), ==, 0);
  assert_sound (fixture);
}

/* Whoever takes an article away without its row of the index is refused. */
static void
test_no_article_goes_alone (Fixture       *fixture,
                            gconstpointer  unused)
{
  g_autoptr (FzConnection) writer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_add (fixture, sample_small (1, SAMPLE_CHENGDU)));
  close_library (fixture);
  writer = fz_schema_open (fixture->path, NULL, NULL);
  g_assert_false (fz_connection_execute (writer, "DELETE FROM article", &error));
  g_assert_nonnull (error);
  open_library (fixture);
}

/* Merging ends, and the hits are those from before. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  unused)
{
  FzIndexStep done = FZ_INDEX_MERGED;
  guint n = 0;

  add_many (fixture);
  close_library (fixture);
  for (; done != FZ_INDEX_NOTHING; n++)
    {
      g_assert_cmpuint (n, <, 1000);
      work_on (fixture, step, &done);
    }
  g_assert_cmpuint (n, >, 1);
  open_library (fixture);
  g_assert_cmpint (count (fixture, "白鹭"), ==, N_SOURCES);
  assert_sound (fixture);
}

static gboolean
set_large_pages (FzConnection  *writer,
                 gpointer       unused,
                 GError       **error)
{
  return fz_connection_execute (writer, "INSERT INTO search (search, rank) VALUES ('pgsz', 4050)", error);
}

/* The largest page of the index, where the library has some that are full. */
static gint64
largest_page (Fixture *fixture)
{
  g_autoptr (FzConnection) reader = fz_connection_open (fixture->path, FZ_CONNECTION_READER, NULL, NULL);

  return ask (reader, "SELECT max (length (block)) FROM search_data");
}

/* A page of the index and what stands before it in its row, four bytes, lie on one
 * page of the file, which has 35 of its own and the eight of its sum; in a library
 * whose index an earlier Fangzhi made as soon as the index is written anew. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  unused)
{
  const gint64 most = 4096 - 8 - 35 - 4;
  FzIndexStep done = FZ_INDEX_MERGED;

  close_library (fixture);
  work_on (fixture, set_large_pages, NULL);
  open_library (fixture);
  add_many (fixture);
  close_library (fixture);
  while (done != FZ_INDEX_NOTHING)
    work_on (fixture, step, &done);
  g_assert_cmpint (largest_page (fixture), <=, most);
  g_assert_cmpint (largest_page (fixture), >, most - 100);
  open_library (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-index/fill", Fixture, NULL, fixture_set_up, test_fill, fixture_tear_down);
  g_test_add ("/search-index/steps-are-short", Fixture, NULL, fixture_set_up, test_steps_are_short, fixture_tear_down);
  g_test_add ("/search-index/by-itself", Fixture, NULL, fixture_set_up, test_by_itself, fixture_tear_down);
  g_test_add_data_func ("/search-index/v1", "v1.db", test_old_library);
  g_test_add_data_func ("/search-index/v2", "v2.db", test_old_library);
  g_test_add_data_func ("/search-index/v3", "v3.db", test_old_library);
  g_test_add_data_func ("/search-index/v4", "v4.db", test_old_library);
  g_test_add ("/search-index/replaced", Fixture, NULL, fixture_set_up, test_replaced, fixture_tear_down);
  g_test_add ("/search-index/second-region", Fixture, NULL, fixture_set_up, test_second_region, fixture_tear_down);
  g_test_add ("/search-index/own-figure", Fixture, NULL, fixture_set_up, test_own_figure, fixture_tear_down);
  g_test_add ("/search-index/no-article-goes-alone", Fixture, NULL, fixture_set_up, test_no_article_goes_alone, fixture_tear_down);
  g_test_add ("/search-index/pages", Fixture, NULL, fixture_set_up, test_pages, fixture_tear_down);
  g_test_add ("/search-index/merge", Fixture, NULL, fixture_set_up, test_merge, fixture_tear_down);
  return g_test_run ();
}
