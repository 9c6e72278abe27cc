/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that is full at each write, cut and sync of an operation in turn, and
 * stays so until the program has ended: what was committed before is there
 * afterwards, what was being done is there whole or not at all, and whole where it
 * was said to be done.  Who asked is told that there is no space left, and
 * nothing else.  FANGZHI_FULL_ALWAYS, as build-aux/soak sets it, leaves out none. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fz-connection.h"
#include "fz-schema.h"
#include "odd-store.h"
#include "samples.h"

/* No operation writes so often. */
#define MOST_WRITES 3000

typedef struct {
  const char *name;
  const char *fixture; /* the library before it, (nullable): one of this version */
  gboolean  (*operate) (FzLibrary *library, const char *folder, GError **error);
  const char *sql;     /* a number that tells before from after */
  gint64      before;
  gint64      after;
  guint       stride;  /* each so many moments is tried, from one of the first on */
} Case;

static gboolean
do_nothing (FzLibrary   *library,
            const char  *folder,
            GError     **error)
{
  return TRUE;
}

static gboolean
do_import (FzLibrary   *library,
           const char  *folder,
           GError     **error)
{
  g_autoptr (FzSource) source = sample_large (20);

  return fz_library_add (library, source, NULL, NULL, error);
}

static gboolean
do_annotate (FzLibrary   *library,
             const char  *folder,
             GError     **error)
{
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (1, "余杭试点“小板凳课堂”\n", 2, 4, 2);

  return fz_library_put_annotation (library, annotation, NULL, error) != 0;
}

static gboolean
do_correct (FzLibrary   *library,
            const char  *folder,
            GError     **error)
{
  g_autoptr (FzSource) analysis = sample_source ();
  g_autoptr (GPtrArray) known = fz_library_corrections (library, 1, NULL, NULL), add = fz_corrections_new ();
  FzRevision revision = { .source = 1, .analysis = analysis, .known = known, .add = add };

  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_TITLE, 3, 0, "小板凳"));
  return known != NULL && fz_library_replace (library, &revision, NULL, error);
}

static gboolean
do_renew (FzLibrary   *library,
          const char  *folder,
          GError     **error)
{
  return fz_library_renew_index (library, NULL, NULL, NULL, error);
}

static gboolean
do_backup (FzLibrary   *library,
           const char  *folder,
           GError     **error)
{
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);

  return fz_library_backup (library, copy, NULL, NULL, NULL, error);
}

#define N_INDEXED "SELECT (SELECT filled IS NULL FROM index_state) * (SELECT count (*) FROM indexed)"

static const Case cases[] = {
  { "import", NULL, do_import, "SELECT count (*) FROM article", 2, 22, 1 },
  { "annotation", NULL, do_annotate, "SELECT count (*) FROM annotation", 1, 2, 1 },
  { "correction", NULL, do_correct, "SELECT count (*) FROM correction", 0, 1, 2 },
  { "migration", "v1.db", do_nothing, "PRAGMA user_version", 1, FZ_SCHEMA_CURRENT, 5 },
  { "index", NULL, do_renew, N_INDEXED, 0, 2, 2 }, /* not yet filled is no loss */
  { "backup", NULL, do_backup, "SELECT count (*) FROM article", 2, 2, 2 },
};

static void
make_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (1, "余杭试点“小板凳课堂”\n", 5, 8, 2);

  g_assert_no_error (error);
  fz_library_add (library, source, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fz_library_put_annotation (library, annotation, NULL, &error), >, 0);
}

static GBytes *
bytes_before (const Case *test)
{
  char *folder = sample_folder ();
  g_autofree char *made = g_build_filename (folder, "library.db", NULL);
  g_autofree char *kept = test->fixture != NULL ? g_test_build_filename (G_TEST_DIST, "data", "library", test->fixture, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  if (kept == NULL)
    make_library (made);
  g_file_get_contents (kept != NULL ? kept : made, &content, &length, &error);
  g_assert_no_error (error);
  sample_folder_free (folder);
  return g_bytes_new_take (content, length);
}

static gint64
ask (const char *path,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) connection = fz_connection_open (path, FZ_CONNECTION_READER, NULL, &error);
  gint64 answer = -1;

  g_assert_no_error (error);
  fz_connection_ask (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

#define N_FAULTS "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"

/* As it is before anybody opens it and brings it up to date. */
static void
assert_before_or_after (const Case *test,
                        const char *path,
                        gboolean    done)
{
  gint64 found = ask (path, test->sql);

  if (done)
    g_assert_cmpint (found, ==, test->after);
  else
    g_assert_true (found == test->before || found == test->after);
  g_assert_cmpint (ask (path, N_FAULTS), ==, 0);
}

/* The library opens when there is room again, with all that it had, and can be
 * written and searched. */
static void
assert_usable (const char *path)
{
  Fixture fixture = { .path = (char *) path };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = NULL;
  FzSearchRequest request = { .query = "小板凳", .limit = 10 };
  g_autoptr (FzHits) hits = NULL;

  fixture.library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  stored = fixture_load (&fixture, 1);
  g_assert_cmpuint (stored->annotations->len, >=, 1);
  g_assert_true (fixture_add (&fixture, sample_small (9, SAMPLE_HANGZHOU)));
  g_assert_true (fz_library_fill_index (fixture.library, NULL, NULL, NULL, &error));
  hits = fz_library_search (fixture.library, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->rows->len, ==, 1);
  g_assert_finalize_object (fixture.library);
}

/* A copy that has the name of one is one. */
static void
assert_copies_whole (const char *folder)
{
  static const char * const names[] = { "copy.db", "library.db.v1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *copy = g_build_filename (folder, names[i], NULL);

      if (!g_file_test (copy, G_FILE_TEST_EXISTS))
        continue;
      g_assert_cmpint (ask (copy, N_FAULTS), ==, 0);
      g_assert_cmpint (ask (copy, "SELECT count (*) FROM annotation"), ==, 1);
    }
}

/* An earlier copy of the same, which stays until the new one is whole. */
static char *
make_earlier_copy (const Case *test,
                   const char *folder,
                   GBytes     *before)
{
  char *copy = g_build_filename (folder, "copy.db", NULL);

  if (test->operate == do_backup)
    g_file_set_contents (copy, g_bytes_get_data (before, NULL), (gssize) g_bytes_get_size (before), NULL);
  return copy;
}

/* Says whether the disk was full then. */
static gboolean
try_with_room_for (const Case *test,
                   GBytes     *before,
                   guint       n_writes)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = make_earlier_copy (test, folder, before);
  g_autoptr (GError) error = NULL;
  FzLibrary *library;
  gboolean done, was_full;

  g_file_set_contents (path, g_bytes_get_data (before, NULL), (gssize) g_bytes_get_size (before), NULL);
  odd_store_fill (n_writes);
  library = fz_library_open (path, NULL, &error);
  done = library != NULL && test->operate (library, folder, &error);
  g_clear_object (&library);
  was_full = odd_store_was_full ();
  odd_store_fill (0);
  if (!done)
    g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FULL);
  assert_before_or_after (test, path, done);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS) == (test->operate == do_backup));
  assert_copies_whole (folder);
  assert_usable (path);
  sample_folder_free (folder);
  return was_full;
}

static void
test_full (gconstpointer data)
{
  const Case *test = data;
  guint stride = g_getenv ("FANGZHI_FULL_ALWAYS") != NULL ? 1 : test->stride;
  guint n = (guint) g_test_rand_int_range (1, (gint32) stride + 1);
  g_autoptr (GBytes) before = bytes_before (test);

  while (try_with_room_for (test, before, n) && n < MOST_WRITES)
    n += stride;
  g_test_message ("%s: %u moments, each %u", test->name, n - 1, stride);
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, MOST_WRITES);
}

static gboolean
is_file_of (const char *path,
            GBytes     *expected)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) && length == g_bytes_get_size (expected) &&
         memcmp (content, g_bytes_get_data (expected, NULL), length) == 0;
}

/* Says whether it was done. */
static gboolean
bring_back_with_room_for (GBytes   *ruined,
                          GBytes   *whole,
                          gboolean  mends,
                          guint     n_writes)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *before = g_strconcat (path, ".before", NULL), *beside = g_strconcat (path, ".salvaged", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done, all;

  g_file_set_contents (path, g_bytes_get_data (ruined, NULL), (gssize) g_bytes_get_size (ruined), NULL);
  g_file_set_contents (copy, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole), NULL);
  odd_store_fill (n_writes);
  done = mends ? fz_library_mend (path, NULL, NULL, &all, NULL, NULL, &error) : fz_library_restore (path, copy, NULL, NULL, NULL, NULL, &error);
  odd_store_fill (0);
  if (!done)
    g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FULL);
  g_assert_true (is_file_of (done ? before : path, ruined));
  g_assert_true (done == g_file_test (before, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  if (done)
    assert_usable (path);
  sample_folder_free (folder);
  return done;
}

/* A library that is damaged stays where it is, byte for byte, until all of what
 * takes its place is there. */
static void
test_back (gconstpointer mends)
{
  const Case sample = { 0 };
  g_autoptr (GBytes) whole = bytes_before (&sample);
  gsize length = g_bytes_get_size (whole);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
  g_autoptr (GBytes) ruined = NULL;
  guint n = 1;

  memset (bytes + (mends != NULL ? length - 1000 : 0), 'x', 1000);
  ruined = g_bytes_new_take (bytes, length);
  while (!bring_back_with_room_for (ruined, whole, mends != NULL, n) && n < MOST_WRITES)
    n += mends != NULL && g_getenv ("FANGZHI_FULL_ALWAYS") == NULL ? 7 : 1;
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <, MOST_WRITES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  odd_store_install ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/full/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_full);
    }
  g_test_add_data_func ("/full/restore", NULL, test_back);
  g_test_add_data_func ("/full/mend", GINT_TO_POINTER (TRUE), test_back);
  return g_test_run ();
}
