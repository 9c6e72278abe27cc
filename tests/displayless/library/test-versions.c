/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libraries as each released version wrote them, opened by this one. */

#include "config.h"

#include <glib/gstdio.h>

#include "fz-connection.h"
#include "fz-schema.h"
#include "samples.h"

static gint64
ask (const char *path,
     const char *sql)
{
  g_autoptr (FzConnection) connection = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  fz_connection_ask (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

static void
copy_fixture (const char *name,
              const char *to)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "library", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_first_article (Fixture *fixture)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, 1);
  const FzAnnotation *annotation = stored->annotations->pdata[0];
  const FzFigure *figure = &g_array_index (stored->facts->figures, FzFigure, 0);

  g_assert_cmpstr (stored->entry->title, ==, "余杭试点“小板凳课堂”");
  g_assert_cmpstr (stored->entry->newspaper, ==, "溪口晚报");
  g_assert_false (stored->entry->read);
  g_assert_cmpstr (stored->article->text, ==,
                   "余杭试点“小板凳课堂”\n余杭区投入约32.50万元,添了𠀋凳,三至五成居民来过。\n\n");
  g_assert_cmpuint (stored->article->blocks->len, ==, 3);
  g_assert_cmpuint (fz_block_line_at (fz_article_block (stored->article, 1), 13), ==, 4);
  g_assert_cmpstr (figure->indicator, ==, "投入");
  g_assert_cmpint (fz_decimal_compare (figure->value, (FzDecimal) { 325000, 0 }), ==, 0);
  g_assert_cmpuint (stored->annotations->len, ==, 1);
  g_assert_cmpstr (annotation->quote, ==, "小板凳");
  g_assert_cmpstr (annotation->note, ==, "再问问");
  g_assert_cmpint (annotation->created, ==, 1935792000);
}

/* The fixture is opened, read, written to and sound. */
static void
test_version (gconstpointer name)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (GError) error = NULL;
  FzQuery unread = { .any_region = TRUE, .unread = TRUE };

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture (name, fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, &error);
  g_assert_no_error (error);
  assert_first_article (&fixture);
  g_assert_cmpint (fixture_count (&fixture, unread), ==, 2);
  g_assert_false (fixture_add (&fixture, sample_source ()));
  g_assert_true (fixture_add (&fixture, sample_small (8, SAMPLE_HANGZHOU)));
  g_assert_cmpint (ask (fixture.path, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  fixture_tear_down (&fixture, NULL);
}

static void
test_one_of_all (gint64 version)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autofree char *name = g_strdup_printf ("v%d.db", (int) version), *before = NULL;
  g_autoptr (GError) error = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  before = g_strdup_printf ("%s.v%d", fixture.path, (int) version);
  copy_fixture (name, fixture.path);
  g_assert_cmpint (ask (fixture.path, "PRAGMA user_version"), ==, version);
  fixture.library = fz_library_open (fixture.path, NULL, &error);
  g_assert_no_error (error);
  assert_first_article (&fixture);
  g_assert_true (fixture_add (&fixture, sample_small (8, SAMPLE_HANGZHOU)));
  g_assert_cmpint (ask (fixture.path, "PRAGMA user_version"), ==, FZ_SCHEMA_CURRENT);
  g_assert_cmpint (ask (fixture.path, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (ask (fixture.path, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  if (version < FZ_SCHEMA_CURRENT)
    g_assert_cmpint (ask (before, "PRAGMA user_version"), ==, version);
  fixture_tear_down (&fixture, NULL);
}

/* None that was ever written is left out. */
static void
test_all (void)
{
  for (gint64 version = 1; version <= FZ_SCHEMA_CURRENT; version++)
    test_one_of_all (version);
}

/* The index for search is made anew by whoever has another version of it. */
#define SUM_OF_TABLES "SELECT sum (length (sql)) + 1000000 * count (*) FROM sqlite_schema WHERE name NOT LIKE 'search%'"

static void
execute (const char *path,
         const char *sql)
{
  g_autoptr (FzConnection) writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fz_connection_execute (writer, sql, &error);
  g_assert_no_error (error);
}

static void
set_up_v1 (Fixture       *fixture,
           gconstpointer  unused)
{
  *fixture = (Fixture) { .folder = sample_folder () };
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  copy_fixture ("v1.db", fixture->path);
}

/* A released version is frozen: what makes a new library today makes the tables
 * that the fixture of this version has, and so does what brings an older one up
 * to date. */
static void
test_current_is_frozen (void)
{
  Fixture fixture = { NULL }, old = { NULL };
  g_autofree char *current = NULL;
  g_autofree char *name = g_strdup_printf ("v%d.db", FZ_SCHEMA_CURRENT);

  fixture_set_up (&fixture, NULL);
  set_up_v1 (&old, NULL);
  old.library = fz_library_open (old.path, NULL, NULL);
  current = g_build_filename (fixture.folder, "current.db", NULL);
  copy_fixture (name, current);
  g_assert_cmpint (ask (fixture.path, "PRAGMA user_version"), ==, FZ_SCHEMA_CURRENT);
  g_assert_cmpint (ask (fixture.path, SUM_OF_TABLES), ==, ask (current, SUM_OF_TABLES));
  g_assert_cmpint (ask (old.path, SUM_OF_TABLES), ==, ask (current, SUM_OF_TABLES));
  fixture_tear_down (&fixture, NULL);
  fixture_tear_down (&old, NULL);
}

/* The library as it was stays beside the one that is brought up to date. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".v1", NULL);
  g_autofree char *pristine = g_build_filename (fixture->folder, "pristine.db", NULL);
  g_autoptr (GError) error = NULL;

  copy_fixture ("v1.db", pristine);
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, FZ_SCHEMA_CURRENT);
  g_assert_cmpint (ask (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (backup, SUM_OF_TABLES), ==, ask (pristine, SUM_OF_TABLES));
  g_assert_cmpint (ask (backup, "SELECT count (*) FROM annotation"), ==, 1);
  g_assert_cmpint (ask (backup, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
}

/* A library that needs no step is not copied. */
static void
test_no_backup (void)
{
  Fixture fixture = { NULL };
  g_autofree char *backup = NULL;

  fixture_set_up (&fixture, NULL);
  fixture_reopen (&fixture);
  backup = g_strdup_printf ("%s.v%d", fixture.path, FZ_SCHEMA_CURRENT);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  fixture_tear_down (&fixture, NULL);
}

/* Where the copy cannot be made the library stays as it was, and is not opened. */
static void
test_no_room_for_backup (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".v1", NULL);
  g_autofree char *within = g_build_filename (backup, "something", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (within, 0700), ==, 0);
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_null (fixture->library);
  g_assert_nonnull (error);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 1);
  g_rmdir (within);
  g_rmdir (backup);
}

/* What was typed at an import of version 1 is a correction now, and its engine
 * is known, so that it is made anew and loses nothing. */
static void
test_typed_is_kept (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (FzStoredSource) source = NULL;
  const FzCorrection *first, *second;

  execute (fixture->path, "UPDATE source SET newspaper_by = 'typed', edition = 'A6', edition_by = 'typed' WHERE id = 1;"
                          "INSERT INTO verdict VALUES (1, 0, '约32.50万元', 'confirmed')");
  fixture->library = fz_library_open (fixture->path, NULL, NULL);
  source = fz_library_load_source (fixture->library, 1, NULL, NULL);
  g_assert_cmpstr (source->engine, ==, "1");
  g_assert_cmpuint (source->corrections->len, ==, 2);
  first = source->corrections->pdata[0];
  second = source->corrections->pdata[1];
  g_assert_cmpint (first->kind, ==, FZ_CORRECTION_NEWSPAPER);
  g_assert_cmpstr (first->value, ==, "溪口晚报");
  g_assert_cmpint (second->kind, ==, FZ_CORRECTION_EDITION);
  g_assert_cmpstr (second->value, ==, "A6");
  g_assert_cmpint (ask (fixture->path, "SELECT line FROM verdict"), ==, 9);
}

/* What only a library of version 2 has. */
static void
test_v2_corrections (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (GPtrArray) corrections = NULL;
  const FzCorrection *correction;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v2.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  corrections = fz_library_corrections (fixture.library, 0, NULL, NULL);
  g_assert_cmpuint (corrections->len, ==, 1);
  correction = corrections->pdata[0];
  g_assert_cmpint (correction->source, ==, 2);
  g_assert_cmpint (correction->kind, ==, FZ_CORRECTION_TITLE);
  g_assert_cmpuint (correction->first_line, ==, 10);
  g_assert_cmpstr (correction->value, ==, "白鹭回来了");
  g_assert_cmpint (correction->created, ==, 1935964800);
  fixture_tear_down (&fixture, NULL);
}

/* What only a library of version 3 has. */
static void
test_v3_second_regions (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (GPtrArray) rows = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v3.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  rows = fixture_list (&fixture, (FzQuery) { .region = SAMPLE_YUHANG });
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpuint (((FzEntry *) rows->pdata[1])->region, ==, SAMPLE_CHENGDU);
  g_assert_true (((FzEntry *) rows->pdata[1])->second);
  fixture_tear_down (&fixture, NULL);
}

/* What only a library of version 4 has. */
static void
test_v4_verdicts (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (FzStored) stored = NULL;
  const FzFigure *own, *range;
  g_autofree char *until = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v4.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  stored = fixture_load (&fixture, 1);
  g_assert_cmpuint (stored->facts->figures->len, ==, 3);
  own = &g_array_index (stored->facts->figures, FzFigure, 1);
  range = &g_array_index (stored->facts->figures, FzFigure, 2);
  g_assert_cmpint (own->verdict, ==, FZ_VERDICT_ADDED);
  g_assert_cmpstr (own->words, ==, "12把");
  g_assert_cmpint (range->verdict, ==, FZ_VERDICT_CORRECTED);
  g_assert_cmpint (fz_decimal_compare (range->max, (FzDecimal) { 60, 0 }), ==, 0);
  g_assert_cmpstr (range->indicator, ==, "来过的居民");
  until = fz_interval_dup_day (&range->days.until);
  g_assert_cmpstr (until, ==, "2030-12-31");
  fixture_tear_down (&fixture, NULL);
}

/* What only a library of version 6 has; its second article lies in the bin. */
static void
test_v6_shelves (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (FzStored) stored = NULL;
  g_autoptr (GPtrArray) bin = NULL, saved = NULL;
  const FzSavedSearch *search;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v6.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  assert_first_article (&fixture);
  stored = fixture_load (&fixture, 1);
  g_assert_true (stored->entry->starred);
  g_assert_cmpint (stored->position, ==, 15);
  g_assert_cmpint (fixture_count (&fixture, (FzQuery) FZ_QUERY_ALL), ==, 2);
  bin = fixture_list (&fixture, (FzQuery) { .any_region = TRUE, .shelf = FZ_SHELF_BIN });
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpint (((FzEntry *) bin->pdata[0])->id, ==, 2);
  saved = fz_library_saved_searches (fixture.library, NULL, NULL);
  g_assert_cmpuint (saved->len, ==, 1);
  search = saved->pdata[0];
  g_assert_cmpstr (search->name, ==, "凳");
  g_assert_cmpstr (search->query, ==, "小板凳 OR 课堂");
  g_assert_cmpint (search->order, ==, FZ_SEARCH_BY_DATE);
  fixture_tear_down (&fixture, NULL);
}

/* What a list is sorted by is filled in for the articles of an older version. */
static void
test_orders_of_old (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (GPtrArray) by_title = NULL, by_date = NULL;

  fixture->library = fz_library_open (fixture->path, NULL, NULL);
  by_title = fixture_list (fixture, (FzQuery) { .any_region = TRUE, .sort = FZ_SORT_TITLE });
  g_assert_cmpuint (by_title->len, ==, 3);
  g_assert_cmpstr (((FzEntry *) by_title->pdata[0])->title, ==, "白鹭回来了之007");
  g_assert_cmpstr (((FzEntry *) by_title->pdata[1])->opening, ==, "湖面起雾。");
  by_date = fixture_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU, .sort = FZ_SORT_DATE });
  g_assert_cmpuint (by_date->len, ==, 1);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM article WHERE day = julianday ('2031-06-08') - 0.5"), ==, 1);
}

/* Keys that another version of the order made are made anew. */
static void
test_other_collation (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GPtrArray) rows = NULL;

  fixture_set_up (&fixture, NULL);
  fixture_add (&fixture, sample_source ());
  fz_library_close (fixture.library);
  execute (fixture.path, "UPDATE article SET title_key = x'00' || id; UPDATE collation SET version = '0'");
  fixture_reopen (&fixture);
  rows = fixture_list (&fixture, (FzQuery) { .any_region = TRUE, .sort = FZ_SORT_TITLE });
  g_assert_cmpstr (((FzEntry *) rows->pdata[0])->opening, ==, "湖面起雾。");
  g_assert_cmpint (ask (fixture.path, "SELECT version <> '0' FROM collation"), ==, 1);
  fixture_tear_down (&fixture, NULL);
}

/* What only a library with reprints has: found at import, and parted. */
static void
test_v7_reprints (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (FzStored) first = NULL, third = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v7.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  first = fixture_load (&fixture, 4);
  third = fixture_load (&fixture, 6);
  g_assert_cmpuint (first->reprints->len, ==, 1);
  g_assert_cmpint (((FzEntry *) first->reprints->pdata[0])->id, ==, 5);
  g_assert_cmpuint (third->reprints->len, ==, 0);
  fixture_tear_down (&fixture, NULL);
}

/* What an older engine read tells no comparison and no region, and is due for a new
 * analysis. */
static void
test_v7_figures (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autofree char *backup = NULL;
  g_autoptr (GArray) due = NULL;
  g_autoptr (FzStored) stored = NULL;
  const FzFigure *money;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  backup = g_strconcat (fixture.path, ".v7", NULL);
  copy_fixture ("v7.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  stored = fixture_load (&fixture, 1);
  money = &g_array_index (stored->facts->figures, FzFigure, 0);
  g_assert_cmpint (money->change, ==, FZ_CHANGE_UP);
  g_assert_null (money->against);
  g_assert_cmpuint (money->region, ==, FZ_REGION_NONE);
  due = fz_library_sources (fixture.library, FZ_ENGINE_VERSION, NULL, NULL);
  g_assert_cmpuint (due->len, ==, 5);
  g_assert_cmpint (ask (fixture.path, "PRAGMA user_version"), ==, FZ_SCHEMA_CURRENT);
  g_assert_cmpint (ask (backup, "PRAGMA user_version"), ==, 7);
  fixture_tear_down (&fixture, NULL);
}

/* What only a library of version 8 has. */
static void
test_v8_comparisons (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (FzStored) stored = NULL;
  g_autofree char *since = NULL, *until = NULL;
  const FzFigure *money, *range;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v8.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  assert_first_article (&fixture);
  stored = fixture_load (&fixture, 1);
  money = &g_array_index (stored->facts->figures, FzFigure, 0);
  range = &g_array_index (stored->facts->figures, FzFigure, 2);
  since = fz_interval_dup_day (&money->against_days.since);
  until = fz_interval_dup_day (&money->against_days.until);
  g_assert_cmpstr (money->against, ==, "比上年");
  g_assert_cmpstr (since, ==, "2030-01-01");
  g_assert_cmpstr (until, ==, "2030-12-31");
  g_assert_true (money->against_days.doubt);
  g_assert_cmpuint (money->region, ==, FZ_REGION_NONE);
  g_assert_cmpuint (range->region, ==, SAMPLE_CHENGDU);
  g_assert_null (range->against);
  fixture_tear_down (&fixture, NULL);
}

/* A library of version 9 has an index for each order; here each gives another one. */
static void
test_v9_orders (void)
{
  Fixture fixture = { .folder = sample_folder () };
  static const gint64 firsts[FZ_N_SORT] = {
    [FZ_SORT_PAGE] = 1, [FZ_SORT_DATE] = 6, [FZ_SORT_TITLE] = 3, [FZ_SORT_LENGTH] = 4,
  };

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v9.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  assert_first_article (&fixture);
  for (FzSort sort = FZ_SORT_PAGE; sort < FZ_N_SORT; sort++)
    {
      g_autoptr (GPtrArray) rows = fixture_list (&fixture, (FzQuery) { .any_region = TRUE, .sort = sort });

      g_assert_cmpuint (rows->len, ==, 5);
      g_assert_cmpint (((FzEntry *) rows->pdata[0])->id, ==, firsts[sort]);
    }
  fixture_tear_down (&fixture, NULL);
}

/* What only a library of version 10 has: reprints are found by what is written many
 * at a time. */
static void
test_v10_recent (void)
{
  Fixture fixture = { .folder = sample_folder () };
  g_autoptr (FzStored) first = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture ("v10.db", fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  assert_first_article (&fixture);
  g_assert_cmpint (ask (fixture.path, "SELECT count (*) FROM recent_band"), ==, 3);
  first = fixture_load (&fixture, 4);
  g_assert_cmpuint (first->reprints->len, ==, 1);
  fixture_tear_down (&fixture, NULL);
}

/* Whether all articles are in the index once the tables are up to date, before
 * anybody fills it. */
static gboolean
is_index_whole (const char *name)
{
  g_autofree char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (FzConnection) writer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 whole = -1;

  copy_fixture (name, path);
  writer = fz_schema_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fz_connection_ask (writer, "SELECT filled IS NULL AND (SELECT count (*) FROM indexed) > 0 FROM index_state",
                                    &whole, NULL));
  g_clear_pointer (&writer, fz_connection_close);
  sample_folder_free (g_steal_pointer (&folder));
  return whole != 0;
}

/* Filling it again takes half an hour where there are a million. */
static void
test_index_is_kept (void)
{
  g_assert_true (is_index_whole ("v8.db"));
  g_assert_true (is_index_whole ("v7.db"));
  g_assert_false (is_index_whole ("v4.db"));
}

/* And it answers. */
static void
test_kept_index_answers (gconstpointer name)
{
  Fixture fixture = { .folder = sample_folder () };
  FzSearchRequest request = { .query = "小板凳", .limit = 10 };
  g_autoptr (FzHits) hits = NULL;

  fixture.path = g_build_filename (fixture.folder, "library.db", NULL);
  copy_fixture (name, fixture.path);
  fixture.library = fz_library_open (fixture.path, NULL, NULL);
  hits = fz_library_search (fixture.library, &request, NULL, NULL);
  g_assert_cmpuint (hits->rows->len, ==, 1);
  fixture_tear_down (&fixture, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  if (fixture->library != NULL)
    {
      fixture_tear_down (fixture, unused);
      return;
    }
  sample_folder_free (fixture->folder);
  g_free (fixture->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/versions/v1", "v1.db", test_version);
  g_test_add_data_func ("/versions/v2", "v2.db", test_version);
  g_test_add_func ("/versions/all", test_all);
  g_test_add_func ("/versions/v2/corrections", test_v2_corrections);
  g_test_add_data_func ("/versions/v3", "v3.db", test_version);
  g_test_add_func ("/versions/v3/second-regions", test_v3_second_regions);
  g_test_add_data_func ("/versions/v4", "v4.db", test_version);
  g_test_add_func ("/versions/v4/verdicts", test_v4_verdicts);
  g_test_add_data_func ("/versions/v5", "v5.db", test_version);
  g_test_add_func ("/versions/v6/shelves", test_v6_shelves);
  g_test_add_func ("/versions/other-collation", test_other_collation);
  g_test_add ("/versions/orders-of-old", Fixture, NULL, set_up_v1, test_orders_of_old, tear_down);
  g_test_add_func ("/versions/v7/reprints", test_v7_reprints);
  g_test_add_func ("/versions/v7/figures", test_v7_figures);
  g_test_add_func ("/versions/v8/comparisons", test_v8_comparisons);
  g_test_add_func ("/versions/v9/orders", test_v9_orders);
  g_test_add_func ("/versions/v10/recent", test_v10_recent);
  g_test_add_func ("/versions/index-is-kept", test_index_is_kept);
  g_test_add_data_func ("/versions/v5/search", "v5.db", test_kept_index_answers);
  g_test_add_data_func ("/versions/v6/search", "v6.db", test_kept_index_answers);
  g_test_add_data_func ("/versions/v7/search", "v7.db", test_kept_index_answers);
  g_test_add_data_func ("/versions/v8/search", "v8.db", test_kept_index_answers);
  g_test_add_func ("/versions/current-is-frozen", test_current_is_frozen);
  g_test_add ("/versions/backup", Fixture, NULL, set_up_v1, test_backup, tear_down);
  g_test_add_func ("/versions/no-backup", test_no_backup);
  g_test_add ("/versions/no-room-for-backup", Fixture, NULL, set_up_v1, test_no_room_for_backup, tear_down);
  g_test_add ("/versions/typed-is-kept", Fixture, NULL, set_up_v1, test_typed_is_kept, tear_down);
  return g_test_run ();
}
