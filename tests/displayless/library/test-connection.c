/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <sys/resource.h>

#include "fz-connection.h"
#include "fz-schema.h"
#include "fz-store.h"
#include "samples.h"

typedef struct {
  char         *folder;
  char         *path;
  FzConnection *writer;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  place->folder = sample_folder ();
  place->path = g_build_filename (place->folder, "library.db", NULL);
  place->writer = fz_schema_open (place->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  fz_connection_close (place->writer);
  g_free (place->path);
  sample_folder_free (place->folder);
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
execute (FzConnection *connection,
         const char   *sql)
{
  g_autoptr (GError) error = NULL;

  fz_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_settings (Place         *place,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (place->writer, "PRAGMA application_id"), ==, FZ_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (ask (place->writer, "PRAGMA user_version"), ==, FZ_SCHEMA_CURRENT);
  g_assert_cmpint (ask (place->writer, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  g_assert_cmpint (ask (place->writer, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (place->writer, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (place->writer, "PRAGMA cell_size_check"), ==, 1);
  g_assert_false (fz_connection_execute (place->writer, "INSERT INTO source_bytes VALUES (9, 'x')", NULL));
  execute (place->writer, "PRAGMA writable_schema = ON");
  g_assert_false (fz_connection_execute (place->writer, "DELETE FROM sqlite_schema", NULL));
  g_assert_false (fz_connection_execute (place->writer, "ATTACH ':memory:' AS other", &error));
}

static gboolean
ask_synchronous (FzConnection  *writer,
                 gpointer       data,
                 GError       **error)
{
  return fz_connection_ask (writer, "PRAGMA synchronous", data, error);
}

/* 1 is NORMAL and 2 is FULL; each time anew, whatever ran before. */
static void
test_durability (Place         *place,
                 gconstpointer  data)
{
  for (guint round = 0; round < 2; round++)
    {
      gint64 level = -1;

      g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE_SYNCED, ask_synchronous, &level, NULL, NULL));
      g_assert_cmpint (level, ==, 2);
      g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, ask_synchronous, &level, NULL, NULL));
      g_assert_cmpint (level, ==, 1);
    }
}

static void
test_reader_cannot_write (Place         *place,
                          gconstpointer  data)
{
  g_autoptr (FzConnection) reader = fz_connection_open (place->path, FZ_CONNECTION_READER, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (fz_connection_is (reader, FZ_CONNECTION_READER));
  g_assert_false (fz_connection_is (reader, FZ_CONNECTION_WRITER));
  g_assert_true (fz_connection_is (place->writer, FZ_CONNECTION_READER));
  g_assert_false (fz_connection_execute (reader, "INSERT INTO reading VALUES (1)", &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_READ_ONLY);
}

static gpointer
ask_whose (gpointer connection)
{
  return GINT_TO_POINTER (fz_connection_is (connection, FZ_CONNECTION_READER));
}

static void
test_knows_its_thread (Place         *place,
                       gconstpointer  data)
{
  GThread *other = g_thread_new ("stranger", ask_whose, place->writer);

  g_assert_false (GPOINTER_TO_INT (g_thread_join (other)));
}

/* Every statement of the table is understood by SQLite, and comes back reset. */
static void
test_statements (Place         *place,
                 gconstpointer  data)
{
  for (FzSql sql = 0; sql < FZ_N_SQL; sql++)
    {
      g_autoptr (GError) error = NULL;
      FzStatement *first = fz_connection_statement (place->writer, sql, &error);

      g_assert_no_error (error);
      fz_statement_release (first);
      g_assert_true (fz_connection_statement (place->writer, sql, NULL) == first);
      fz_statement_release (first);
    }
}

typedef struct {
  FzSource *source;
  gboolean  added;
} Add;

static gboolean
work_add (FzConnection  *writer,
          gpointer       data,
          GError       **error)
{
  Add *add = data;

  return fz_store_add_source (writer, add->source, &add->added, error);
}

static void
assert_nothing_but (Place  *place,
                    gint64  n_sources,
                    gint64  n_articles)
{
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM source"), ==, n_sources);
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM source_bytes"), ==, n_sources);
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM article"), ==, n_articles);
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM article_text"), ==, n_articles);
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (ask (place->writer, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* What is known about a source, and how. */
static void
test_claims (Place         *place,
             gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();

  g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { source }, NULL, NULL));
  g_assert_cmpint (ask (place->writer,
                        "SELECT count (*) FROM source WHERE newspaper = '溪口晚报' AND newspaper_by = 'read' "
                        "AND date = '2031-05-06' AND date_by = 'read' AND edition = '5' AND edition_by = 'typed' "
                        "AND section IS NULL AND section_by = 'none' "
                        "AND encoding = 'UTF-8' AND doubtful = 1 AND replaced = 2"), ==, 1);
}

/* The disk fills up in the middle of a page of many articles. */
static void
test_full (Place         *place,
           gconstpointer  data)
{
  g_autoptr (FzSource) small = sample_small (1, SAMPLE_HANGZHOU);
  g_autoptr (FzSource) large = sample_large (2000);
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                                            ask (place->writer, "PRAGMA page_count") + 20);
  g_autoptr (GError) error = NULL;

  g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { small }, NULL, NULL));
  execute (place->writer, limit);
  g_assert_false (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { large }, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FULL);
  assert_nothing_but (place, 1, 1);
  execute (place->writer, "PRAGMA max_page_count = 1000000");
  g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { large }, NULL, NULL));
  assert_nothing_but (place, 2, 2001);
}

/* The system refuses to write on: not SQLite's own limit but a true failure of
 * write(2), in the journal. */
static void
test_write_fails (Place         *place,
                  gconstpointer  data)
{
  g_autoptr (FzSource) large = sample_large (2000);
  g_autoptr (GError) error = NULL;
  struct rlimit before, low;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  low = before;
  low.rlim_cur = 200 * 1024;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &low));
  g_assert_false (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { large }, NULL, &error));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  g_assert_nonnull (error);
  g_assert_true (error->domain == FZ_LIBRARY_ERROR);
  assert_nothing_but (place, 0, 0);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Somebody else holds the file; who is cancelled does not wait on. */
static void
test_busy (Place         *place,
           gconstpointer  data)
{
  g_autoptr (FzConnection) other = fz_schema_open (place->path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FzSource) source = sample_small (1, SAMPLE_HANGZHOU);
  g_autoptr (GError) error = NULL;
  GThread *thread;

  execute (other, "BEGIN IMMEDIATE");
  thread = g_thread_new ("canceller", cancel_soon, cancellable);
  g_assert_false (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { source }, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  execute (other, "COMMIT");
  g_assert_true (fz_connection_run (place->writer, FZ_TRANSACTION_WRITE, work_add, &(Add) { source }, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/connection/" path, Place, NULL, set_up, func, tear_down)
  ADD ("settings", test_settings);
  ADD ("durability", test_durability);
  ADD ("reader-cannot-write", test_reader_cannot_write);
  ADD ("knows-its-thread", test_knows_its_thread);
  ADD ("statements", test_statements);
  ADD ("claims", test_claims);
  ADD ("full", test_full);
  ADD ("write-fails", test_write_fails);
  ADD ("busy", test_busy);
#undef ADD
  return g_test_run ();
}
