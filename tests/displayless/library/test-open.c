/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-connection.h"
#include "fz-schema.h"
#include "samples.h"

#define NOBODY 65534

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  place->folder = sample_folder ();
  place->path = g_build_filename (place->folder, "library.db", NULL);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  g_free (place->path);
  sample_folder_free (place->folder);
}

static void
write_file (const char *path,
            const void *content,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_opens (const char *path,
              gint64      n_articles)
{
  g_autoptr (GError) error = NULL;
  FzLibrary *library = fz_library_open (path, NULL, &error);
  FzQuery all = FZ_QUERY_ALL;

  g_assert_no_error (error);
  g_assert_cmpint (fz_library_count (library, &all, NULL, &error), ==, n_articles);
  g_assert_no_error (error);
  g_assert_finalize_object (library);
}

/* Refused with @code and one sentence, both ways of opening. */
static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL, async_error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_null (fz_library_open (path, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_null (strchr (error->message, '\n'));
  fz_library_open_async (path, NULL, keep_result, &result);
  g_assert_null (fz_library_open_finish (wait_result (&result), &async_error));
  g_assert_error (async_error, FZ_LIBRARY_ERROR, code);
  g_clear_object (&result);
  fz_library_wait_closed ();
}

/* Refused, with the file as it was and nothing beside it. */
static void
assert_refused_untouched (Place *place,
                          int    code)
{
  g_autoptr (GBytes) before = read_file (place->path);
  g_autoptr (GBytes) after = NULL;

  assert_refused (place->path, code);
  after = read_file (place->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
make_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (FzSource) source = sample_source ();

  g_assert_no_error (error);
  fz_library_add (library, source, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A file made with SQLite by somebody. */
static void
make_database (const char *path,
               const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) connection = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, &error);

  g_assert_no_error (error);
  fz_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_new (Place         *place,
          gconstpointer  data)
{
  g_autofree char *deep = g_build_filename (place->folder, "a", "b", "library.db", NULL);

  assert_opens (place->path, 0);
  assert_opens (place->path, 0);
  assert_opens (deep, 0);
  g_assert_cmpuint (count_files (place->folder), ==, 2);
}

static void
test_empty_file (Place         *place,
                 gconstpointer  data)
{
  write_file (place->path, "", 0);
  assert_opens (place->path, 0);
}

static void
test_odd_paths (Place         *place,
                gconstpointer  data)
{
  static const char * const names[] = {
    "with spaces.db", "100%.db", "%20.db", "why?mode=memory", "no#1.db", "方志 库.db", "file:x.db", ":memory:", "'\";--.db",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, names[i], NULL);

      make_library (path);
      assert_opens (path, 2);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_relative_path (Place         *place,
                    gconstpointer  data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_no_errno (g_chdir (place->folder));
  make_library (":memory:");
  g_assert_no_errno (g_chdir (before));
  g_free (place->path);
  place->path = g_build_filename (place->folder, ":memory:", NULL);
  assert_opens (place->path, 2);
}

static void
test_not_a_database (Place         *place,
                     gconstpointer  data)
{
  static const char text[] = "一页报纸的文字，不是资料库。\n";
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autofree char *big = g_strnfill (5000, 'x');

  write_file (place->path, text, sizeof text - 1);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  write_file (place->path, png, sizeof png);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  write_file (place->path, big, 5000);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
}

static void
test_not_a_file (Place         *place,
                 gconstpointer  data)
{
  g_autofree char *below = g_build_filename (place->path, "library.db", NULL);

  assert_refused (place->folder, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  g_assert_no_errno (mkfifo (place->path, 0600));
  assert_refused (place->path, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  assert_refused (below, FZ_LIBRARY_ERROR_FAILED);
}

static void
test_other_application (Place         *place,
                        gconstpointer  data)
{
  make_database (place->path, "CREATE TABLE sheep (name TEXT)");
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  make_database (place->path, "PRAGMA application_id = 77; PRAGMA user_version = 1; PRAGMA journal_mode = WAL");
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
}

static void
test_from_the_future (Place         *place,
                      gconstpointer  data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", FZ_SCHEMA_CURRENT + 1);

  make_library (place->path);
  make_database (place->path, sql);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_TOO_NEW);
}

/* The head is all that may be read of it: what a later version keeps behind
 * it, SQLite may not even take for a database. */
static void
test_only_the_head_is_of_the_future (Place         *place,
                                     gconstpointer  data)
{
  guint8 head[100] = "SQLite format 3";

  head[63] = FZ_SCHEMA_CURRENT + 1;
  memcpy (head + 68, "FzLb", 4);
  write_file (place->path, head, sizeof head);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_TOO_NEW);
}

/* Raised by another program's transaction that is still in the journal, so that
 * the head of the file does not tell. */
static void
test_from_the_future_in_the_journal (Place         *place,
                                     gconstpointer  data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", FZ_SCHEMA_CURRENT + 1);
  g_autoptr (FzConnection) other = NULL;
  g_autoptr (GError) error = NULL;

  make_library (place->path);
  other = fz_connection_open (place->path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (other, sql, &error));
  g_assert_null (fz_library_open (place->path, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_TOO_NEW);
}

/* As a newer program does it, with a table of its own. */
static void
bring_to_the_future (FzConnection *other)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; CREATE TABLE of_the_future (what TEXT); "
                                          "UPDATE index_state SET filled = 0; PRAGMA user_version = %d; COMMIT",
                                          FZ_SCHEMA_CURRENT + 1);
  g_autoptr (GError) error = NULL;

  fz_connection_execute (other, sql, &error);
  g_assert_no_error (error);
}

static void
assert_too_new (GError **error)
{
  g_assert_error (*error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_TOO_NEW);
  g_assert_cmpstr ((*error)->message, ==, "The library was written by a newer Fangzhi; update Fangzhi to open it");
  g_clear_error (error);
}

/* A newer program brings it up to date while this one has it open: from then on it is
 * neither read nor written here, nor taken for damaged. */
static void
test_brought_to_the_future_meanwhile (Place         *place,
                                      gconstpointer  data)
{
  g_autofree char *mark = g_strconcat (place->path, ".damaged", NULL);
  g_autoptr (FzSource) source = sample_small (7, SAMPLE_YUHANG);
  g_autoptr (FzConnection) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzAnnotation) note = fz_annotation_new (1, "竹廊修好。", 0, 2, 1);
  FzQuery all = FZ_QUERY_ALL;
  FzLibrary *library;
  gint64 before, after;

  make_library (place->path);
  library = fz_library_open (place->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fz_library_count (library, &all, NULL, &error), ==, 2);
  other = fz_connection_open (place->path, FZ_CONNECTION_WRITER, NULL, NULL);
  bring_to_the_future (other);
  g_assert_true (fz_connection_ask (other, "PRAGMA data_version", &before, NULL));

  g_assert_cmpint (fz_library_count (library, &all, NULL, &error), ==, -1);
  assert_too_new (&error);
  g_assert_null (fz_library_load (library, 1, NULL, &error));
  assert_too_new (&error);
  g_assert_false (fz_library_add (library, source, NULL, NULL, &error));
  assert_too_new (&error);
  g_assert_cmpint (fz_library_put_annotation (library, note, NULL, &error), ==, 0);
  assert_too_new (&error);
  g_assert_false (fz_library_fill_index (library, NULL, NULL, NULL, &error));
  assert_too_new (&error);
  g_assert_finalize_object (library);

  /* SQLite has another number for each commit of another connection. */
  g_assert_true (fz_connection_ask (other, "PRAGMA data_version", &after, NULL));
  g_assert_cmpint (after, ==, before);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

static void
test_lacks_a_table (Place         *place,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = NULL;

  make_library (place->path);
  make_database (place->path, "DROP TABLE block");
  library = fz_library_open (place->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fz_library_load (library, 1, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
}

/* The table without what its columns promise, then @change. */
#define UNBOUND(table, change) \
  "PRAGMA foreign_keys = OFF; CREATE TABLE other AS SELECT * FROM " table "; DROP TABLE " table ";" \
  "ALTER TABLE other RENAME TO " table "; UPDATE " table " SET " change

/* Sound for SQLite, but nothing that Fangzhi ever wrote: who draws the article
 * must never see it. */
static void
test_tampered (Place         *place,
               gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE article SET kind = 'poem' WHERE id = 1",
    "UPDATE block SET role = 'chorus' WHERE article = 1 AND ordinal = 0",
    "UPDATE block SET \"end\" = 4000000000 WHERE article = 1 AND ordinal = 1",
    "UPDATE block SET start = start + 1 WHERE article = 1 AND ordinal = 1",
    "UPDATE block SET pieces = x'80' WHERE article = 1 AND ordinal = 1",
    "DELETE FROM block WHERE article = 1 AND ordinal = 2",
    "DELETE FROM article_text WHERE article = 1",
    "UPDATE article_text SET text = CAST (x'ff' || text AS TEXT) WHERE article = 1",
    "UPDATE article_text SET text = replace (text, '万', char (10)) WHERE article = 1",
    "UPDATE figure SET \"end\" = 29 WHERE article = 1 AND ordinal = 0",
    "UPDATE figure SET start = \"end\" + 1 WHERE article = 1 AND ordinal = 0",
    "UPDATE figure SET kind = 'smell' WHERE article = 1 AND ordinal = 0",
    "UPDATE figure SET value = '1e9' WHERE article = 1 AND ordinal = 0",
    "UPDATE place SET block = 3 WHERE article = 1",
    UNBOUND ("article", "opening = NULL"),
    UNBOUND ("source", "name = NULL"),
    UNBOUND ("author", "name = NULL"),
    UNBOUND ("place", "surface = NULL"),
    UNBOUND ("figure", "surface = NULL"),
    UNBOUND ("programme", "name = NULL"),
    "UPDATE programme SET block = -1, start = 90, \"end\" = 91 WHERE article = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", place->path, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FzLibrary) library = NULL;
      g_autoptr (FzStored) stored = NULL;

      make_library (path);
      make_database (path, changes[i]);
      library = fz_library_open (path, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s", changes[i]);
      stored = fz_library_load (library, 1, NULL, &error);
      g_assert_null (stored);
      g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE);
    }
}

static void
test_text_that_is_none (Place         *place,
                        gconstpointer  data)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (FzStored) stored = NULL;

  make_library (place->path);
  make_database (place->path, "UPDATE article SET title = CAST (x'61ff62' AS TEXT) WHERE id = 1;"
                              "UPDATE author SET name = CAST (x'61ff62' AS TEXT), role = name;"
                              "UPDATE figure SET rule = CAST (x'61ff62' AS TEXT)");
  library = fz_library_open (place->path, NULL, NULL);
  stored = fz_library_load (library, 1, NULL, NULL);
  g_assert_cmpstr (stored->entry->title, ==, "a\357\277\275b");
  g_assert_cmpstr (((FzAuthor *) stored->article->authors->pdata[0])->name, ==, "a\357\277\275b");
  g_assert_cmpstr (g_array_index (stored->facts->figures, FzFigure, 0).rule, ==, "a\357\277\275b");
}

static void
test_truncated (Place         *place,
                gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;

  make_library (place->path);
  whole = read_file (place->path);
  write_file (place->path, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole) / 2);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_DAMAGED);
  write_file (place->path, g_bytes_get_data (whole, NULL), 50);
  assert_refused_untouched (place, FZ_LIBRARY_ERROR_NOT_LIBRARY);
}

/* Every page but the first is turned over; the list must say so and leave the
 * file alone. */
static void
test_flipped (Place         *place,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GBytes) whole = NULL, after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree guint8 *bytes = NULL;
  FzQuery all = FZ_QUERY_ALL;
  gsize length;

  make_library (place->path);
  whole = read_file (place->path);
  length = g_bytes_get_size (whole);
  bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
  for (gsize i = 4096; i < length; i++)
    bytes[i] ^= 0x5a;
  write_file (place->path, bytes, length);
  library = fz_library_open (place->path, NULL, &error);
  if (library != NULL)
    rows = fz_library_list (library, &all, 0, 10, NULL, &error);
  g_assert_null (rows);
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
  g_clear_object (&library);
  after = read_file (place->path);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after), bytes, length);
}

/* One changed byte anywhere must never crash, hang or lie about its kind. */
static void
test_one_byte_flipped (Place         *place,
                       gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize length;

  make_library (place->path);
  whole = read_file (place->path);
  length = g_bytes_get_size (whole);
  for (guint round = 0; round < 150; round++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GError) error = NULL;
      g_autoptr (FzLibrary) library = NULL;
      FzQuery all = FZ_QUERY_ALL;

      bytes[g_test_rand_int_range (0, (int) length)] ^= (guint8) g_test_rand_int_range (1, 256);
      write_file (place->path, bytes, length);
      library = fz_library_open (place->path, NULL, &error);
      for (gint64 id = 1; library != NULL && id <= 2; id++)
        {
          g_autoptr (FzStored) stored = fz_library_load (library, id, NULL, NULL);
          g_autoptr (GPtrArray) rows = fz_library_list (library, &all, 0, 10, NULL, NULL);
          g_autoptr (GArray) counts = fz_library_regions (library, NULL, NULL);
        }
      g_assert_true (library != NULL || error->domain == FZ_LIBRARY_ERROR);
    }
}

/* Root may write anywhere: the test lays root down while it looks. */
static void
lay_down_root (void)
{
  if (geteuid () == 0)
    g_assert_no_errno (seteuid (NOBODY));
}

static void
take_up_root (void)
{
  if (getuid () == 0)
    g_assert_no_errno (seteuid (0));
}

static void
test_read_only_folder (Place         *place,
                       gconstpointer  data)
{
  g_autofree char *below = g_build_filename (place->folder, "a", "library.db", NULL);

  g_assert_no_errno (g_chmod (place->folder, 0555));
  lay_down_root ();
  assert_refused (place->path, FZ_LIBRARY_ERROR_READ_ONLY);
  assert_refused (below, FZ_LIBRARY_ERROR_READ_ONLY);
  take_up_root ();
  g_assert_no_errno (g_chmod (place->folder, 0755));
  g_assert_cmpuint (count_files (place->folder), ==, 0);
}

/* It is read, searched, checked and copied, and what would change it is refused
 * in a sentence. */
static void
assert_only_read (Place *place)
{
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "fz-read-only-copy.db", NULL);
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (place->path, NULL, &error);
  g_autoptr (FzSource) source = sample_small (5, SAMPLE_HANGZHOU);
  FzSearchRequest request = { .query = "小板凳", .limit = 10 };
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (FzStored) stored = NULL;
  g_autoptr (FzHits) hits = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (fz_library_count (library, &all, NULL, &error), ==, 2);
  stored = fz_library_load (library, 1, NULL, &error);
  g_assert_no_error (error);
  fz_library_fill_index (library, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fz_library_fill_signatures (library, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  hits = fz_library_search (library, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->rows->len, ==, 1);
  faults = fz_library_check (library, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (fz_library_backup (library, copy, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_unlink (copy);
  g_assert_false (fz_library_add (library, source, NULL, NULL, &refused));
  g_assert_error (refused, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_READ_ONLY);
  g_assert_null (strchr (refused->message, '\n'));
}

static void
set_modes (Place *place,
           int    file,
           int    folder)
{
  g_assert_no_errno (g_chmod (place->path, file));
  g_assert_no_errno (g_chmod (place->folder, folder));
}

static void
test_read_only_library (Place         *place,
                        gconstpointer  data)
{
  static const int modes[][2] = { { 0444, 0777 }, { 0666, 0555 }, { 0444, 0555 } };

  make_library (place->path);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      set_modes (place, modes[i][0], modes[i][1]);
      lay_down_root ();
      assert_only_read (place);
      take_up_root ();
      set_modes (place, 0666, 0755);
      assert_opens (place->path, 2);
    }
}

/* Another person may write it: what was committed meanwhile is read. */
static void
test_read_only_for_one (Place         *place,
                        gconstpointer  data)
{
  g_autoptr (FzLibrary) reader = NULL, writer = NULL;
  g_autoptr (FzSource) source = sample_small (5, SAMPLE_HANGZHOU);
  g_autoptr (GError) error = NULL;
  FzQuery all = FZ_QUERY_ALL;

  make_library (place->path);
  set_modes (place, 0644, 0755);
  lay_down_root ();
  reader = fz_library_open (place->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fz_library_count (reader, &all, NULL, &error), ==, 2);
  take_up_root ();
  writer = fz_library_open (place->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fz_library_add (writer, source, NULL, NULL, &error));
  lay_down_root ();
  g_assert_cmpint (fz_library_count (reader, &all, NULL, &error), ==, 3);
  g_assert_no_error (error);
  take_up_root ();
  g_clear_object (&writer);
  lay_down_root ();
  g_assert_cmpint (fz_library_count (reader, &all, NULL, &error), ==, 3);
  g_assert_no_error (error);
  fz_library_close (reader);
  take_up_root ();
}

static void
count_change (FzLibrary *library,
              guint     *n)
{
  ++*n;
}

/* And who only reads is told of it. */
static void
test_read_only_is_told (Place         *place,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FzLibrary) reader = NULL, writer = NULL;
  g_autoptr (FzSource) source = sample_small (5, SAMPLE_HANGZHOU);
  g_autoptr (GError) error = NULL;
  FzQuery all = FZ_QUERY_ALL;
  guint n = 0;

  make_library (place->path);
  set_modes (place, 0644, 0755);
  writer = fz_library_open (place->path, NULL, &error);
  g_assert_no_error (error);
  lay_down_root ();
  fz_library_open_async (place->path, NULL, keep_result, &result);
  reader = fz_library_open_finish (wait_result (&result), &error);
  g_assert_no_error (error);
  g_signal_connect (reader, "changed", G_CALLBACK (count_change), &n);
  g_assert_cmpint (fz_library_count (reader, &all, NULL, &error), ==, 2);
  g_assert_cmpuint (n, ==, 0);
  take_up_root ();
  g_assert_true (fz_library_add (writer, source, NULL, NULL, &error));
  lay_down_root ();
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fz_library_count (reader, &all, NULL, &error), ==, 3);
  fz_library_close (reader);
  take_up_root ();
}


/* A library of an older version cannot be brought up to date then. */
static void
test_read_only_of_old (Place         *place,
                       gconstpointer  data)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library", "v1.db", NULL);
  g_autoptr (GBytes) bytes = read_file (old);

  write_file (place->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  set_modes (place, 0444, 0555);
  lay_down_root ();
  assert_refused (place->path, FZ_LIBRARY_ERROR_READ_ONLY);
  take_up_root ();
  set_modes (place, 0666, 0755);
}

static gpointer
open_in_thread (gpointer path)
{
  make_library (path);
  return NULL;
}

/* Whoever comes second finds the tables made, not an error. */
static void
test_made_by_many_at_once (Place         *place,
                           gconstpointer  data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", place->path, round);
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("opener", open_in_thread, path);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
      assert_opens (path, 2);
    }
}

static void
test_default_path (void)
{
  g_autofree char *path = fz_library_default_path ();
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "fangzhi", "library.db", NULL);

  g_assert_cmpstr (path, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/default-path", test_default_path);
#define ADD(path, func) g_test_add ("/open/" path, Place, NULL, set_up, func, tear_down)
  ADD ("new", test_new);
  ADD ("empty-file", test_empty_file);
  ADD ("odd-paths", test_odd_paths);
  ADD ("relative-path", test_relative_path);
  ADD ("not-a-database", test_not_a_database);
  ADD ("not-a-file", test_not_a_file);
  ADD ("other-application", test_other_application);
  ADD ("from-the-future", test_from_the_future);
  ADD ("only-the-head-is-of-the-future", test_only_the_head_is_of_the_future);
  ADD ("from-the-future-in-the-journal", test_from_the_future_in_the_journal);
  ADD ("brought-to-the-future-meanwhile", test_brought_to_the_future_meanwhile);
  ADD ("lacks-a-table", test_lacks_a_table);
  ADD ("tampered", test_tampered);
  ADD ("text-that-is-none", test_text_that_is_none);
  ADD ("truncated", test_truncated);
  ADD ("flipped", test_flipped);
  ADD ("one-byte-flipped", test_one_byte_flipped);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("read-only-library", test_read_only_library);
  ADD ("read-only-for-one", test_read_only_for_one);
  ADD ("read-only-is-told", test_read_only_is_told);
  ADD ("read-only-of-old", test_read_only_of_old);
  ADD ("made-by-many-at-once", test_made_by_many_at_once);
#undef ADD
  return g_test_run ();
}
