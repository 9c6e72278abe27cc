/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed in the middle of its work, at moments nobody chose.
 *
 * The test starts itself with --import=FOLDER; that child says that it is open
 * and adds one small page after the other until it is killed.  The library must
 * then open, be sound, and hold each page wholly or not at all, and all of
 * those that the child was told of as committed: each is written down, after
 * the call returned, in a file of the child's own.
 *
 * FANGZHI_KILL_ROUNDS sets the number of kills, 10 by default. */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fz-connection.h"
#include "samples.h"

#define ARTICLES_A_PAGE 5

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
  g_autofree char *log = g_build_filename (folder, "committed", NULL);
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  int fd = open (log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (library == NULL || fd < 0 || write (STDOUT_FILENO, "\n", 1) != 1)
    return EXIT_FAILURE;
  for (guint number = first;; number++)
    {
      g_autoptr (FzSource) source = page_of (number);
      gboolean added;

      if (!fz_library_add (library, source, &added, NULL, NULL) || write (fd, ".", 1) != 1)
        return EXIT_FAILURE;
    }
}

typedef struct {
  GPid pid;
  int  out;
} Child;

/* Starts a child and waits until it has opened the library. */
static Child
start_child (const char *self,
             const char *folder,
             guint       first)
{
  g_autofree char *folder_argument = g_strdup_printf ("--import=%s", folder);
  g_autofree char *first_argument = g_strdup_printf ("%u", first);
  const char *argv[] = { self, folder_argument, first_argument, NULL };
  g_autoptr (GError) error = NULL;
  Child child;
  char byte;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child.pid, NULL, &child.out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (child.out, &byte, 1), ==, 1);
  return child;
}

static void
kill_child (Child child)
{
  int status;

  g_assert_no_errno (kill (child.pid, SIGKILL));
  g_assert_cmpint (waitpid (child.pid, &status, 0), ==, child.pid);
  g_assert_true (WIFSIGNALED (status));
  close (child.out);
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

static guint
count_committed (const char *folder)
{
  g_autofree char *log = g_build_filename (folder, "committed", NULL);
  g_autofree char *dots = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (log, &dots, &length, NULL));
  return (guint) length;
}

static void
test_kill (gconstpointer self)
{
  const char *wanted = g_getenv ("FANGZHI_KILL_ROUNDS");
  guint n_rounds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 10;
  char *folder = sample_folder ();
  guint n_pages = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      guint before = n_pages;
      Child child = start_child (self, folder, before);

      g_usleep ((gulong) g_test_rand_int_range (0, 120 * 1000));
      kill_child (child);
      n_pages = assert_whole (folder);
      g_assert_cmpuint (n_pages, >=, before + count_committed (folder));
      g_assert_cmpuint (n_pages, <=, before + count_committed (folder) + 1);
    }
  g_test_message ("%u kills, %u pages", n_rounds, n_pages);
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
  Child child = start_child (self, folder, 1000000);

  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  for (guint number = 0; number < 50; number++)
    {
      g_autoptr (FzSource) source = page_of (number);

      fz_library_add (library, source, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  kill_child (child);
  g_assert_finalize_object (library);
  g_assert_cmpuint (assert_whole (folder), >=, 50 + count_committed (folder));
  sample_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--import="))
    return import_until_killed (argv[1] + strlen ("--import="), (guint) g_ascii_strtoull (argv[2], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/kill/whole-or-absent", argv[0], test_kill);
  g_test_add_data_func ("/kill/two-programs", argv[0], test_two_programs);
  return g_test_run ();
}
