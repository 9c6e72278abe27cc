/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "killed.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fz-connection.h"

static int dots = -1;

/**
 * killed_begin:
 * @folder: the child's
 *
 * Says to the test that the work begins, and from now on counts what is done in a
 * file of @folder.
 */
gboolean
killed_begin (const char *folder)
{
  g_autofree char *log = g_build_filename (folder, "committed", NULL);

  dots = open (log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  return dots >= 0 && write (STDOUT_FILENO, "\n", 1) == 1;
}

/**
 * killed_dot:
 *
 * Notes that one more thing is done.
 */
gboolean
killed_dot (void)
{
  return write (dots, ".", 1) == 1;
}

/**
 * killed_start:
 *
 * Starts a child and waits until it begins.
 */
Killed
killed_start (const char *self,
              const char *work,
              const char *folder,
              guint       number)
{
  g_autofree char *folder_argument = g_strdup_printf ("--%s=%s", work, folder);
  g_autofree char *number_argument = g_strdup_printf ("%u", number);
  const char *argv[] = { self, folder_argument, number_argument, NULL };
  g_autoptr (GError) error = NULL;
  Killed child;
  char byte;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child.pid, NULL, &child.out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (child.out, &byte, 1), ==, 1);
  return child;
}

/**
 * killed_end:
 *
 * Kills a child, that must not have ended by itself.
 */
void
killed_end (Killed child)
{
  g_assert_no_errno (kill (child.pid, SIGKILL));
  g_assert_true (killed_wait (child));
}

/**
 * killed_wait:
 *
 * Waits for a child that ends, or kills itself.
 *
 * Returns: whether it was killed
 */
gboolean
killed_wait (Killed child)
{
  int status;

  g_assert_cmpint (waitpid (child.pid, &status, 0), ==, child.pid);
  close (child.out);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == EXIT_SUCCESS);
  return WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
}

/**
 * killed_work:
 *
 * Lets a child work for at most so long, and kills it.
 */
void
killed_work (const char *self,
             const char *work,
             const char *folder,
             guint       number,
             gint        msec)
{
  Killed child = killed_start (self, work, folder, number);

  g_usleep ((gulong) g_test_rand_int_range (0, msec * 1000));
  killed_end (child);
}

/**
 * killed_committed:
 *
 * Returns: how many things the last child was told are done
 */
guint
killed_committed (const char *folder)
{
  g_autofree char *log = g_build_filename (folder, "committed", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (log, &content, &length, NULL));
  return (guint) length;
}

/**
 * killed_rounds:
 *
 * Returns: how often each work is killed
 */
guint
killed_rounds (void)
{
  const char *wanted = g_getenv ("FANGZHI_KILL_ROUNDS");

  return wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 5;
}

/**
 * killed_ask:
 *
 * Returns: the one number that a library answers to @sql
 */
gint64
killed_ask (const char *path,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, &error);
  gint64 answer = -1;

  g_assert_no_error (error);
  fz_connection_ask (reader, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

/**
 * killed_main:
 * @works: what the child can do, with its test
 * @tests: those without a work of their own
 *
 * The main() of such a test.
 */
int
killed_main (int                argc,
             char             **argv,
             const KilledWork  *works,
             guint              n_works,
             const KilledWork  *tests,
             guint              n_tests)
{
  for (guint i = 0; argc == 3 && i < n_works; i++)
    {
      g_autofree char *option = g_strdup_printf ("--%s=", works[i].work);

      if (g_str_has_prefix (argv[1], option))
        return works[i].run (argv[1] + strlen (option), (guint) g_ascii_strtoull (argv[2], NULL, 10));
    }
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_works + n_tests; i++)
    {
      const KilledWork *work = i < n_works ? &works[i] : &tests[i - n_works];
      g_autofree char *path = g_strconcat ("/kill/", work->work, NULL);

      g_test_add_data_func (path, argv[0], work->test);
    }
  return g_test_run ();
}
