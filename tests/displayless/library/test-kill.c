/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed in the middle of its work, at moments nobody chose.
 *
 * The test starts itself with --WORK=FOLDER; that child says that it begins, and
 * imports pages, writes annotations, brings a library of version 1 up to date or
 * makes the index anew, until it is killed.  The library must then open, be
 * sound, and hold each page and annotation wholly or not at all, and all of those
 * that the child was told of as committed: each is written down, after the call
 * returned, in a file of the child's own.
 *
 * FANGZHI_KILL_ROUNDS sets the number of kills of each kind of work, 5 by
 * default; build-aux/soak makes hundreds. */

#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "fz-connection.h"
#include "fz-schema.h"
#include "fz-search-index.h"
#include "killed.h"
#include "samples.h"

#define ARTICLES_A_PAGE 5
#define WORD            "写不完"

static char *
library_in (const char *folder)
{
  return g_build_filename (folder, "library.db", NULL);
}

static FzSource *
page_of (guint number)
{
  FzSource *source = sample_large (ARTICLES_A_PAGE);
  g_autofree char *content = g_strdup_printf ("page %u", number);

  g_bytes_unref (source->bytes);
  source->bytes = g_bytes_new (content, strlen (content));
  g_free (source->name);
  source->name = g_strdup_printf ("%u", number);
  return source;
}

static int
import_until_killed (const char *folder,
                     guint       first)
{
  g_autofree char *path = library_in (folder);
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);

  if (library == NULL || !killed_begin (folder))
    return EXIT_FAILURE;
  for (guint number = first;; number++)
    {
      g_autoptr (FzSource) source = page_of (number);
      gboolean added;

      if (!fz_library_add (library, source, &added, NULL, NULL) || !killed_dot ())
        return EXIT_FAILURE;
    }
}

static int
annotate_until_killed (const char *folder,
                       guint       first)
{
  g_autofree char *path = library_in (folder);
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (1, "余杭试点“小板凳课堂”\n", 5, 8, 2);

  if (library == NULL || !killed_begin (folder))
    return EXIT_FAILURE;
  for (;;)
    if (fz_library_put_annotation (library, annotation, NULL, NULL) == 0 || !killed_dot ())
      return EXIT_FAILURE;
}

static int
migrate_until_killed (const char *folder,
                      guint       first)
{
  g_autofree char *path = library_in (folder);
  g_autoptr (FzLibrary) library = NULL;

  if (!killed_begin (folder))
    return EXIT_FAILURE;
  library = fz_library_open (path, NULL, NULL);
  if (library == NULL || !killed_dot ())
    return EXIT_FAILURE;
  for (;;)
    pause ();
}

static gboolean
renew (FzConnection  *writer,
       gpointer       out_step,
       GError       **error)
{
  *(FzIndexStep *) out_step = FZ_INDEX_FILLED;
  return fz_search_index_renew (writer, error);
}

static gboolean
take_step (FzConnection  *writer,
           gpointer       out_step,
           GError       **error)
{
  return fz_search_index_step (writer, out_step, error);
}

/* Makes the index anew, fills it and, when that is done, merges it. */
static int
index_until_killed (const char *folder,
                    guint       first)
{
  g_autofree char *path = library_in (folder);
  g_autoptr (FzConnection) writer = fz_schema_open (path, NULL, NULL);
  FzIndexStep step = FZ_INDEX_NOTHING;

  if (writer == NULL || !killed_begin (folder))
    return EXIT_FAILURE;
  for (;;)
    {
      FzWork work = step == FZ_INDEX_NOTHING ? renew : take_step;

      if (!fz_connection_run (writer, FZ_TRANSACTION_WRITE, work, &step, NULL, NULL))
        return EXIT_FAILURE;
    }
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

static guint
assert_whole (const char *folder)
{
  g_autofree char *path = library_in (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (FzConnection) connection = NULL;
  FzQuery all = FZ_QUERY_ALL;
  guint n_pages;

  g_assert_no_error (error);
  connection = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  n_pages = (guint) ask (connection, "SELECT count (*) FROM source");
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM source_bytes"), ==, n_pages);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM (SELECT 1 FROM article GROUP BY source HAVING count (*) = 5)"),
                   ==, n_pages);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM figure"), ==, n_pages * ARTICLES_A_PAGE);
  g_assert_cmpint (fz_library_count (library, &all, NULL, NULL), ==, n_pages * ARTICLES_A_PAGE);
  return n_pages;
}

static void
test_import (gconstpointer self)
{
  char *folder = sample_folder ();
  guint n_pages = 0;

  for (guint round = 0; round < killed_rounds (); round++)
    {
      guint before = n_pages;

      killed_work (self, "import", folder, before, 120);
      n_pages = assert_whole (folder);
      g_assert_cmpuint (n_pages, >=, before + killed_committed (folder));
      g_assert_cmpuint (n_pages, <=, before + killed_committed (folder) + 1);
    }
  g_test_message ("%u kills, %u pages", killed_rounds (), n_pages);
  sample_folder_free (folder);
}

static gint64
ask_library (const char *folder,
             const char *sql)
{
  g_autofree char *path = library_in (folder);

  return killed_ask (path, sql);
}

static void
test_annotate (gconstpointer self)
{
  char *folder = sample_folder ();
  g_autofree char *path = library_in (folder);
  Fixture fixture = { .path = path };
  guint n = 0;

  fixture.library = fz_library_open (path, NULL, NULL);
  g_assert_true (fixture_add (&fixture, sample_source ()));
  g_assert_finalize_object (fixture.library);
  for (guint round = 0; round < killed_rounds (); round++)
    {
      guint before = n;

      killed_work (self, "annotate", folder, 0, 80);
      n = (guint) ask_library (folder, "SELECT count (*) FROM annotation WHERE quote = '小板凳'");
      g_assert_cmpuint (n, >=, before + killed_committed (folder));
      g_assert_cmpuint (n, <=, before + killed_committed (folder) + 1);
      g_assert_cmpint (ask_library (folder, KILLED_N_FAULTS), ==, 0);
    }
  g_test_message ("%u kills, %u annotations", killed_rounds (), n);
  sample_folder_free (folder);
}

static void
copy_old (const char *path)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library", "v1.db", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (old, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* It is of the one version or the other, and opens; a copy that bears the name is
 * one. */
static void
assert_migrates (const char *folder)
{
  g_autofree char *path = library_in (folder);
  g_autofree char *copy = g_strconcat (path, ".v1", NULL);
  gint64 version = ask_library (folder, "PRAGMA user_version");
  Fixture fixture = { .path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = NULL;

  g_assert_true (version == FZ_SCHEMA_CURRENT || (version == 1 && killed_committed (folder) == 0));
  g_assert_cmpint (ask_library (folder, KILLED_N_FAULTS), ==, 0);
  fixture.library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  stored = fixture_load (&fixture, 1);
  g_assert_cmpuint (stored->annotations->len, ==, 1);
  g_assert_cmpint (fixture_count (&fixture, (FzQuery) FZ_QUERY_ALL), ==, 3);
  g_assert_finalize_object (fixture.library);
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    {
      g_autoptr (FzConnection) reader = fz_connection_open (copy, FZ_CONNECTION_READER, NULL, NULL);

      g_assert_cmpint (ask (reader, KILLED_N_FAULTS), ==, 0);
      g_assert_cmpint (ask (reader, "SELECT count (*) FROM annotation"), ==, 1);
    }
}

static void
test_migrate (gconstpointer self)
{
  guint n_done = 0;

  for (guint round = 0; round < killed_rounds (); round++)
    {
      char *folder = sample_folder ();
      g_autofree char *path = library_in (folder);

      copy_old (path);
      killed_work (self, "migrate", folder, 0, 100);
      n_done += killed_committed (folder);
      assert_migrates (folder);
      sample_folder_free (folder);
    }
  g_test_message ("%u kills, %u behind the end", killed_rounds (), n_done);
}

/* Whatever was half made is made to its end by who opens the library: more articles
 * than are filled in at once. */
static void
test_index (gconstpointer self)
{
  char *folder = sample_folder ();
  g_autofree char *path = library_in (folder);
  Fixture fixture = { .path = path };
  const guint n_pages = 120;
  gint64 n_hits;

  fixture.library = fz_library_open (path, NULL, NULL);
  for (guint i = 0; i < n_pages; i++)
    g_assert_true (fixture_add (&fixture, page_of (i)));
  n_hits = fz_library_count_hits (fixture.library, WORD, G_MAXINT64, NULL, NULL);
  g_assert_cmpint (n_hits, ==, n_pages * ARTICLES_A_PAGE);
  g_assert_finalize_object (fixture.library);
  for (guint round = 0; round < killed_rounds (); round++)
    {
      g_autoptr (GError) error = NULL;

      killed_work (self, "index", folder, 0, 200);
      g_assert_cmpuint (assert_whole (folder), ==, n_pages);
      fixture.library = fz_library_open (path, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (fz_library_fill_index (fixture.library, NULL, NULL, NULL, &error));
      g_assert_cmpint (fz_library_count_hits (fixture.library, WORD, G_MAXINT64, NULL, &error), ==, n_hits);
      g_assert_finalize_object (fixture.library);
    }
  sample_folder_free (folder);
}

/* Another program imports all the while; nothing of ours is refused, and none
 * of it lost when the other one is killed. */
static void
test_two_programs (gconstpointer self)
{
  char *folder = sample_folder ();
  g_autofree char *path = library_in (folder);
  g_autoptr (GError) error = NULL;
  FzLibrary *library = NULL;
  Killed child = killed_start (self, "import", folder, 1000000);

  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  for (guint number = 0; number < 50; number++)
    {
      g_autoptr (FzSource) source = page_of (number);

      fz_library_add (library, source, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  killed_end (child);
  g_assert_finalize_object (library);
  g_assert_cmpuint (assert_whole (folder), >=, 50 + killed_committed (folder));
  sample_folder_free (folder);
}

static const KilledWork works[] = {
  { "import", import_until_killed, test_import },
  { "annotate", annotate_until_killed, test_annotate },
  { "migrate", migrate_until_killed, test_migrate },
  { "index", index_until_killed, test_index },
};

static const KilledWork tests[] = { { "two-programs", NULL, test_two_programs } };

int
main (int   argc,
      char *argv[])
{
  return killed_main (argc, argv, works, G_N_ELEMENTS (works), tests, G_N_ELEMENTS (tests));
}
