/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed while a copy takes a library's place, while what still reads
 * of a damaged one does, and while that is written into a new one: at random moments,
 * and before each of its own calls by which a name comes, goes or is another file's.
 *
 * In the library's place stands what stood there, whole, or the other one, whole; and
 * then what stood there is beside it.  A new library is whole or not there.  What was
 * committed last is in the journal alone when the work begins, as a program leaves it
 * that was killed itself.  Done once more to its end the work leaves nothing else
 * behind. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-connection.h"
#include "killed.h"
#include "samples.h"

#define OLD_PAGES  12
#define COPY_PAGES 20

#define N_SOURCES   "SELECT count (*) FROM source_bytes"
#define N_NOTES     "SELECT count (*) FROM annotation WHERE note = '再问问'"
#define N_TO_BE_ANALYSED "SELECT count (*) FROM source WHERE engine IS NULL"

/* The child kills itself before the call of this number; 0 for never. */
static guint kill_at, n_calls;

int __real_link (const char *from, const char *to);
int __real_rename (const char *from, const char *to);
int __real_g_unlink (const char *path);
int __wrap_link (const char *from, const char *to);
int __wrap_rename (const char *from, const char *to);
int __wrap_g_unlink (const char *path);

static void
count_call (void)
{
  if (++n_calls == kill_at)
    kill (getpid (), SIGKILL);
}

int
__wrap_link (const char *from, const char *to)
{
  count_call ();
  return __real_link (from, to);
}

int
__wrap_rename (const char *from, const char *to)
{
  count_call ();
  return __real_rename (from, to);
}

int
__wrap_g_unlink (const char *path)
{
  count_call ();
  return __real_g_unlink (path);
}

static char *
in_folder (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static FzSource *
page_of (guint number)
{
  FzSource *source = sample_large (3);
  g_autofree char *content = g_strdup_printf ("page %u", number);

  g_bytes_unref (source->bytes);
  source->bytes = g_bytes_new (content, strlen (content));
  g_free (source->name);
  source->name = g_strdup_printf ("%u", number);
  return source;
}

static FzLibrary *
make_library (const char *path, guint n_pages)
{
  Fixture fixture = { .path = (char *) path };
  g_autoptr (GError) error = NULL;

  fixture.library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_pages; i++)
    g_assert_true (fixture_add (&fixture, page_of (i)));
  g_assert_true (fz_library_fill_index (fixture.library, NULL, NULL, NULL, &error));
  return fixture.library;
}

static void
copy_bytes (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

static void
copy_with_journal (const char *from, const char *to)
{
  g_autofree char *from_journal = g_strconcat (from, "-wal", NULL), *to_journal = g_strconcat (to, "-wal", NULL);

  copy_bytes (from, to);
  copy_bytes (from_journal, to_journal);
}

/* A library whose note is in its journal alone. */
static void
make_old (const char *folder)
{
  g_autofree char *path = in_folder (folder, "being-made.db"), *old = in_folder (folder, "old.db");
  g_autofree char *alone = in_folder (folder, "alone.db");
  g_autoptr (FzAnnotation) note = fz_annotation_new (1, "一页写不完的事。", 2, 5, 1);
  g_autoptr (FzLibrary) library = make_library (path, OLD_PAGES);

  g_assert_finalize_object (g_steal_pointer (&library));
  library = fz_library_open (path, NULL, NULL);
  note->note = g_strdup ("再问问");
  g_assert_cmpint (fz_library_put_annotation (library, note, NULL, NULL), >, 0);
  copy_with_journal (path, old);
  copy_bytes (path, alone);
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_cmpint (killed_ask (alone, N_NOTES), ==, 0);
}

/* One page of its texts has another byte. */
static void
make_damaged (const char *folder)
{
  g_autofree char *old = in_folder (folder, "old.db"), *damaged = in_folder (folder, "damaged.db");
  g_autofree char *content = NULL;
  gsize length;
  char *at;

  copy_with_journal (old, damaged);
  g_assert_true (g_file_get_contents (damaged, &content, &length, NULL));
  at = memmem (content, length, "一页写不完的事。", strlen ("一页写不完的事。"));
  g_assert_nonnull (at);
  *at ^= 1;
  g_assert_true (g_file_set_contents (damaged, content, (gssize) length, NULL));
}

static void
make_copy (const char *folder)
{
  g_autofree char *path = in_folder (folder, "other.db"), *copy = in_folder (folder, "copy.db");
  g_autoptr (FzLibrary) library = make_library (path, COPY_PAGES);

  g_assert_true (fz_library_backup (library, copy, NULL, NULL, NULL, NULL));
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* Each work is done in a folder of its own, in which library.db, and copy.db for what
 * takes a copy, come from the folder above it. */
typedef struct {
  const char *name;
  const char *from;
  gboolean  (*run) (const char *folder, GError **error);
  gboolean  (*is_done) (const char *folder);
  gboolean    leaves_old;
} Work;

static gboolean
run_restore (const char *folder, GError **error)
{
  g_autofree char *path = in_folder (folder, "library.db"), *copy = in_folder (folder, "../copy.db");

  return fz_library_restore (path, copy, NULL, NULL, NULL, NULL, error);
}

static gboolean
run_mend (const char *folder, GError **error)
{
  g_autofree char *path = in_folder (folder, "library.db");
  gboolean all = TRUE;

  return fz_library_mend (path, NULL, NULL, &all, NULL, NULL, error) && !all;
}

static gboolean
run_salvage (const char *folder, GError **error)
{
  g_autofree char *path = in_folder (folder, "library.db"), *to = in_folder (folder, "new.db");
  gboolean all = TRUE;

  return fz_library_salvage (path, to, NULL, NULL, &all, NULL, error) && !all;
}

static void
assert_old (const char *path)
{
  g_assert_cmpint (killed_ask (path, N_SOURCES), ==, OLD_PAGES);
  g_assert_cmpint (killed_ask (path, N_NOTES), ==, 1);
  g_assert_cmpint (killed_ask (path, N_TO_BE_ANALYSED), ==, 0);
}

static void
assert_salvaged (const char *path)
{
  g_assert_cmpint (killed_ask (path, KILLED_N_FAULTS), ==, 0);
  g_assert_cmpint (killed_ask (path, N_SOURCES), ==, OLD_PAGES);
  g_assert_cmpint (killed_ask (path, N_NOTES), ==, 1);
  g_assert_cmpint (killed_ask (path, N_TO_BE_ANALYSED), ==, OLD_PAGES);
}

static gboolean
is_restored (const char *folder)
{
  g_autofree char *path = in_folder (folder, "library.db");

  g_assert_cmpint (killed_ask (path, KILLED_N_FAULTS), ==, 0);
  if (killed_ask (path, N_SOURCES) != COPY_PAGES)
    {
      assert_old (path);
      return FALSE;
    }
  g_assert_cmpint (killed_ask (path, N_NOTES), ==, 0);
  return TRUE;
}

static gboolean
is_mended (const char *folder)
{
  g_autofree char *path = in_folder (folder, "library.db");
  gboolean done = killed_ask (path, N_TO_BE_ANALYSED) > 0;

  (done ? assert_salvaged : assert_old) (path);
  return done;
}

static gboolean
is_salvaged (const char *folder)
{
  g_autofree char *path = in_folder (folder, "library.db"), *to = in_folder (folder, "new.db");

  assert_old (path);
  if (!g_file_test (to, G_FILE_TEST_EXISTS))
    return FALSE;
  assert_salvaged (to);
  return TRUE;
}

static const Work works[] = {
  { "restore", "old.db", run_restore, is_restored, TRUE },
  { "mend", "damaged.db", run_mend, is_mended, TRUE },
  { "salvage", "damaged.db", run_salvage, is_salvaged, FALSE },
};

static const Work *
find_work (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (works[i].name, name))
      return &works[i];
  g_assert_not_reached ();
}

static int
run_killed (const char *folder, const char *name, guint at)
{
  if (!killed_begin (folder))
    return EXIT_FAILURE;
  kill_at = at;
  if (!find_work (name)->run (folder, NULL) || !killed_dot ())
    return EXIT_FAILURE;
  while (at == 0)
    pause ();
  return EXIT_SUCCESS;
}

static int
restore_killed (const char *folder, guint at)
{
  return run_killed (folder, "restore", at);
}

static int
mend_killed (const char *folder, guint at)
{
  return run_killed (folder, "mend", at);
}

static int
salvage_killed (const char *folder, guint at)
{
  return run_killed (folder, "salvage", at);
}

/* Only whole libraries are left, each under one name, and of what stood in the
 * place all is there under another one. */
static void
assert_tidy (const Work *work, const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n_old = 0;

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    {
      g_autofree char *path = in_folder (folder, name);
      struct stat status;

      g_assert_cmpint (lstat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_nlink, ==, 1);
      g_assert_null (strstr (name, ".part"));
      if (!g_str_has_prefix (name, "library.db.before") || g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm"))
        continue;
      assert_old (path);
      n_old++;
    }
  g_assert_cmpuint (n_old, ==, work->leaves_old);
}

static char *
set_out (const Work *work, const char *above)
{
  g_autofree char *from = in_folder (above, work->from), *to = NULL;
  char *folder = in_folder (above, "round");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  to = in_folder (folder, "library.db");
  copy_with_journal (from, to);
  return folder;
}

static void
finish (const Work *work, char *folder)
{
  g_autoptr (GError) error = NULL;
  gboolean done = work->is_done (folder);

  g_assert_cmpuint (killed_committed (folder), <=, done);
  if (!done)
    {
      g_assert_true (work->run (folder, &error));
      g_assert_no_error (error);
      g_assert_true (work->is_done (folder));
    }
  assert_tidy (work, folder);
  sample_folder_free (folder);
}

/* How long it takes when nobody stops it. */
static gint
measure (const Work *work, const char *above)
{
  char *folder = set_out (work, above);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  gint64 taken;

  g_assert_true (work->run (folder, &error));
  taken = g_get_monotonic_time () - begin;
  assert_tidy (work, folder);
  sample_folder_free (folder);
  return (gint) (taken / 1000) + 2;
}

static void
kill_at_random (const Work *work, const char *self, const char *above)
{
  gint msec = measure (work, above);
  guint n_done = 0;

  for (guint round = 0; round < killed_rounds (); round++)
    {
      char *folder = set_out (work, above);

      killed_work (self, work->name, folder, 0, msec);
      n_done += work->is_done (folder);
      finish (work, folder);
    }
  g_test_message ("%s: %u kills within %d ms, %u behind the end", work->name, killed_rounds (), msec, n_done);
}

static void
kill_at_each_call (const Work *work, const char *self, const char *above)
{
  gboolean killed = TRUE;
  guint at;

  for (at = 1; killed; at++)
    {
      char *folder = set_out (work, above);

      killed = killed_wait (killed_start (self, work->name, folder, at));
      g_assert_true (killed || work->is_done (folder));
      finish (work, folder);
    }
  g_test_message ("%s: killed before each of %u calls", work->name, at - 2);
  g_assert_cmpuint (at, >, 3);
}

static void
test_work (const char *name, gconstpointer self)
{
  const Work *work = find_work (name);
  char *above = sample_folder ();

  make_old (above);
  make_damaged (above);
  make_copy (above);
  kill_at_each_call (work, self, above);
  kill_at_random (work, self, above);
  sample_folder_free (above);
}

static void
test_restore (gconstpointer self)
{
  test_work ("restore", self);
}

static void
test_mend (gconstpointer self)
{
  test_work ("mend", self);
}

static void
test_salvage (gconstpointer self)
{
  test_work ("salvage", self);
}

static const KilledWork killed_works[] = {
  { "restore", restore_killed, test_restore },
  { "mend", mend_killed, test_mend },
  { "salvage", salvage_killed, test_salvage },
};

int
main (int argc, char **argv)
{
  return killed_main (argc, argv, killed_works, G_N_ELEMENTS (killed_works), NULL, 0);
}
