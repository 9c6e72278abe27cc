/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "fz-pool.h"
#include "fz-store.h"
#include "samples.h"

static const FzQuery all = FZ_QUERY_ALL;

static guint
count_own_threads (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "comm", NULL);
      g_autofree char *comm = NULL;

      if (g_file_get_contents (path, &comm, NULL, NULL) && g_str_has_prefix (comm, "fz-"))
        n++;
    }
  return n;
}

static void
test_no_thread_is_left (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);

  fixture_add (fixture, sample_source ());
  g_assert_cmpint (fixture_count (fixture, all), ==, 2);
  g_assert_cmpuint (count_own_threads (), ==, 4);
  fz_library_close (fixture->library);
  g_assert_cmpuint (count_own_threads (), ==, 0);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL, async_error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_close (fixture->library);
  fz_library_close (fixture->library);
  g_assert_cmpint (fz_library_count (fixture->library, &all, NULL, &error), ==, -1);
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED);
  fz_library_count_async (fixture->library, &all, NULL, keep_result, &result);
  g_assert_null (result);
  fz_library_count_finish (fixture->library, wait_result (&result), &async_error);
  g_assert_error (async_error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED);
}

/* What was begun before the close is done. */
static void
test_close_waits (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_large (500);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean added = FALSE;

  fz_library_add_async (fixture->library, source, NULL, keep_result, &result);
  fz_library_close (fixture->library);
  g_assert_true (fz_library_add_finish (fixture->library, wait_result (&result), &added, NULL));
  g_assert_true (added);
  g_clear_object (&result);
  fixture_reopen (fixture);
  g_assert_cmpint (fixture_count (fixture, all), ==, 500);
}

/* The question keeps the library alive; the answer lets it go in this thread. */
static void
test_dropped_with_a_question (Fixture       *fixture,
                              gconstpointer  data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FzLibrary *library = fixture->library;

  fixture_add (fixture, sample_source ());
  fz_library_list_async (library, &all, 0, 10, NULL, keep_result, &result);
  g_object_unref (library);
  wait_result (&result);
  rows = fz_library_list_finish (library, result, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  g_object_unref (result);
  while (library != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_own_threads (), ==, 0);
  fixture->library = fz_library_open (fixture->path, NULL, NULL);
}

static void
test_open_async (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FzLibrary) library = NULL;

  fixture_add (fixture, sample_source ());
  fz_library_open_async (fixture->path, NULL, keep_result, &result);
  library = fz_library_open_finish (wait_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (fz_library_count (library, &all, NULL, NULL), ==, 2);
}

static void
test_all_async (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GAsyncResult) list = NULL, count = NULL, regions = NULL, load = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (FzStored) stored = NULL;

  fixture_add (fixture, sample_source ());
  fz_library_list_async (fixture->library, &all, 0, 10, NULL, keep_result, &list);
  fz_library_count_async (fixture->library, &all, NULL, keep_result, &count);
  fz_library_regions_async (fixture->library, NULL, keep_result, &regions);
  fz_library_load_async (fixture->library, 1, NULL, keep_result, &load);
  rows = fz_library_list_finish (fixture->library, wait_result (&list), NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (fz_library_count_finish (fixture->library, wait_result (&count), NULL), ==, 2);
  counts = fz_library_regions_finish (fixture->library, wait_result (&regions), NULL);
  g_assert_cmpuint (counts->len, >=, 2);
  stored = fz_library_load_finish (fixture->library, wait_result (&load), NULL);
  g_assert_cmpstr (stored->entry->title, ==, "余杭试点“小板凳课堂”");
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (GError) read_error = NULL, write_error = NULL, open_error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (fz_library_count (fixture->library, &all, cancellable, &read_error), ==, -1);
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (fz_library_add (fixture->library, source, NULL, cancellable, &write_error));
  g_assert_error (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_count (fixture, all), ==, 0);
}

/* A cancellable that is cancelled by the work itself, in its middle. */
typedef struct {
  GCancellable *cancellable;
  FzSource     *source;
} Middle;

static gboolean
add_then_cancel (FzConnection  *writer,
                 gpointer       data,
                 GError       **error)
{
  Middle *middle = data;
  gboolean added;

  if (!fz_store_add_source (writer, middle->source, &added, error))
    return FALSE;
  g_cancellable_cancel (middle->cancellable);
  return TRUE;
}

static gboolean
read_for_ever (FzConnection  *reader,
               gpointer       data,
               GError       **error)
{
  gint64 answer;

  g_cancellable_cancel (data);
  return fz_connection_ask (reader, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) "
                                    "SELECT count (*) FROM n", &answer, error);
}

static gboolean
write_for_ever (FzConnection  *writer,
                gpointer       data,
                GError       **error)
{
  g_cancellable_cancel (data);
  return fz_connection_execute (writer, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) "
                                        "INSERT INTO reading SELECT i FROM n", error);
}

static void
ignore_change (gpointer data)
{
}

/* Three ways to be cancelled once it has begun; each leaves the library as it
 * was, and the connection able to go on. */
static void
test_cancelled_in_the_middle (Fixture       *fixture,
                              gconstpointer  data)
{
  static const struct { FzJobKind kind; FzWork work; } jobs[] = {
    { FZ_JOB_READ, read_for_ever }, { FZ_JOB_WRITE, write_for_ever }, { FZ_JOB_WRITE_SYNCED, write_for_ever },
  };
  FzPool *pool = fz_pool_new (fixture->path, ignore_change, NULL, ignore_change, NULL);
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (GCancellable) last = g_cancellable_new ();
  g_autoptr (GError) last_error = NULL;

  g_assert_true (fz_pool_run (pool, FZ_JOB_OPEN, NULL, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (fz_pool_run (pool, jobs[i].kind, jobs[i].work, cancellable, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_false (fz_pool_run (pool, FZ_JOB_WRITE, add_then_cancel, &(Middle) { last, source }, last, &last_error));
  g_assert_error (last_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fz_pool_free (pool);
  g_assert_cmpint (fixture_count (fixture, all), ==, 0);
  g_assert_true (fixture_add (fixture, sample_source ()));
}

typedef struct {
  GThread *thread;
  guint    n;
} Heard;

static void
on_changed (FzLibrary *library,
            gpointer   user_data)
{
  Heard *heard = user_data;

  heard->thread = g_thread_self ();
  heard->n++;
}

static void
iterate_all (GMainContext *context)
{
  while (g_main_context_iteration (context, FALSE))
    ;
}

/* Told in the context of the opener, once for two commits; not for the same
 * bytes again and not for a failure. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (FzSource) broken = sample_source ();
  Heard heard = { NULL, 0 };

  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed), &heard);
  sample_cut (broken, 1);
  g_assert_false (fz_library_add (fixture->library, broken, NULL, NULL, NULL));
  iterate_all (NULL);
  g_assert_cmpuint (heard.n, ==, 0);
  fixture_add (fixture, sample_source ());
  fixture_add (fixture, sample_small (1, SAMPLE_HANGZHOU));
  g_assert_cmpuint (heard.n, ==, 0);
  iterate_all (NULL);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_true (heard.thread == g_thread_self ());
  fixture_add (fixture, sample_source ());
  iterate_all (NULL);
  g_assert_cmpuint (heard.n, ==, 1);
}

static void
test_changed_in_its_context (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (FzSource) source = sample_source ();
  FzLibrary *library;
  Heard heard = { NULL, 0 };

  g_main_context_push_thread_default (context);
  library = fz_library_open (fixture->path, NULL, NULL);
  g_main_context_pop_thread_default (context);
  g_signal_connect (library, "changed", G_CALLBACK (on_changed), &heard);
  g_assert_true (fz_library_add (library, source, NULL, NULL, NULL));
  iterate_all (NULL);
  g_assert_cmpuint (heard.n, ==, 0);
  iterate_all (context);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_finalize_object (library);
}

typedef struct {
  const char *path;
  guint       first;
} Importer;

static gpointer
import_some (gpointer data)
{
  const Importer *importer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (importer->path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (FzSource) source = sample_small (importer->first + i, SAMPLE_HANGZHOU);

      fz_library_add (library, source, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

/* Numbers 0 to 39 and 20 to 59: who comes second finds twenty there. */
static void
test_two_libraries_on_one_file (Fixture       *fixture,
                                gconstpointer  data)
{
  Importer a = { fixture->path, 0 }, b = { fixture->path, 20 };
  GThread *other = g_thread_new ("importer", import_some, &b);

  import_some (&a);
  g_thread_join (other);
  g_assert_cmpint (fixture_count (fixture, all), ==, 60);
}

static gpointer
read_while_written (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) rows = fixture_list (fixture, all);
      g_autoptr (GArray) counts = fz_library_regions (fixture->library, NULL, NULL);

      g_assert_nonnull (counts);
      for (guint row = 0; row < rows->len; row += 10)
        fz_stored_free (fixture_load (fixture, ((FzEntry *) rows->pdata[row])->id));
    }
  return NULL;
}

static void
test_read_while_written (Fixture       *fixture,
                         gconstpointer  data)
{
  GThread *readers[3];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("asker", read_while_written, fixture);
  for (guint i = 0; i < 60; i++)
    fixture_add (fixture, sample_small (i, SAMPLE_YUHANG));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_thread_join (readers[i]);
  g_assert_cmpint (fixture_count (fixture, all), ==, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/threads/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("no-thread-is-left", test_no_thread_is_left);
  ADD ("closed", test_closed);
  ADD ("close-waits", test_close_waits);
  ADD ("dropped-with-a-question", test_dropped_with_a_question);
  ADD ("open-async", test_open_async);
  ADD ("all-async", test_all_async);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("cancelled-in-the-middle", test_cancelled_in_the_middle);
  ADD ("changed", test_changed);
  ADD ("changed-in-its-context", test_changed_in_its_context);
  ADD ("two-libraries-on-one-file", test_two_libraries_on_one_file);
  ADD ("read-while-written", test_read_while_written);
#undef ADD
  return g_test_run ();
}
