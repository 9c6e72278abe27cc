/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libraries as each released version wrote them, opened by this one. */

#include "config.h"

#include <glib/gstdio.h>

#include "fz-connection.h"
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

/* A released version is frozen: what makes a new library today makes the tables
 * that the fixture of this version has. */
static void
test_current_is_frozen (void)
{
  Fixture fixture = { NULL };
  g_autofree char *old = NULL;
  const char *sum = "SELECT sum (length (sql)) + 1000000 * count (*) FROM sqlite_schema";

  fixture_set_up (&fixture, NULL);
  old = g_build_filename (fixture.folder, "old.db", NULL);
  copy_fixture ("v1.db", old);
  g_assert_cmpint (ask (fixture.path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (fixture.path, sum), ==, ask (old, sum));
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/versions/v1", "v1.db", test_version);
  g_test_add_func ("/versions/current-is-frozen", test_current_is_frozen);
  return g_test_run ();
}
