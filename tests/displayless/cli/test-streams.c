/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli-run.h"
#include "fz-sums.h"

static const char page[] = "竹廊修到村口\n\n本报讯 安吉县递铺街道去年新修竹廊1200米。\n";

#define CLOSED "fangzhi-cli: standard output: Bad file descriptor\n"

/* What a shell makes of a command line; "$FZ" is the program. */
static void
run_shell (CliRun *self, const TempFolder *temp, const char *command)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_setenv (launcher, "FZ", g_getenv ("FANGZHI_CLI"), TRUE);
  g_subprocess_launcher_set_cwd (launcher, temp->path);
  process = g_subprocess_launcher_spawn (launcher, &error, "/bin/sh", "-c", command, NULL);
  g_assert_no_error (error);
  cli_finish (self, process, NULL, 0);
}

static void
assert_shell (const TempFolder *temp, const char *command, int status, const char *err)
{
  g_auto (CliRun) run = { 0 };

  run_shell (&run, temp, command);
  g_test_message ("%s", command);
  g_assert_cmpstr (run.err, ==, err);
  g_assert_cmpint (run.status, ==, status);
}

/* The library must not be opened in the place of a closed stream, nor must the
 * answer go anywhere else. */
static void
test_closed (TempFolder *temp, gconstpointer unused)
{
  g_free (temp_folder_write (temp, "1.txt", page, -1));
  assert_shell (temp, "\"$FZ\" analyze 1.txt >&-", 1, CLOSED);
  assert_shell (temp, "\"$FZ\" import 1.txt >&-", 1, CLOSED);
  assert_shell (temp, "\"$FZ\" list >&-", 1, CLOSED);
  assert_shell (temp, "\"$FZ\" list <&- >&- 2>&-", 1, "");
  assert_shell (temp, "\"$FZ\" analyze - <&-", 1, "fangzhi-cli: -: It is closed\n");
  assert_shell (temp, "\"$FZ\" show 1 <&-", 0, "");
}

static void
test_full (TempFolder *temp, gconstpointer unused)
{
  static const char reason[] = "fangzhi-cli: standard output: No space left on device\n";

  g_free (temp_folder_write (temp, "1.txt", page, -1));
  assert_shell (temp, "\"$FZ\" analyze 1.txt >/dev/full", 1, reason);
  assert_shell (temp, "\"$FZ\" --help >/dev/full", 1, reason);
  assert_shell (temp, "\"$FZ\" import 1.txt >/dev/full", 1, reason);
  assert_shell (temp, "\"$FZ\" figures --format=csv >/dev/full", 1, reason);
}

static void
test_folder_as_input (TempFolder *temp, gconstpointer unused)
{
  assert_shell (temp, "\"$FZ\" analyze - <.", 1, "fangzhi-cli: -: It is a folder, not a file\n");
}

/* A reader that goes away is no failure. */
static void
test_reader_gone (TempFolder *temp, gconstpointer unused)
{
  g_free (temp_folder_write (temp, "1.txt", page, -1));
  assert_shell (temp, "(\"$FZ\" analyze 1.txt 1.txt; echo $? >&2) | true", 0, "0\n");
}

static void
wait_until_full (int fd)
{
  int waiting = 0;

  while (waiting < fcntl (fd, F_GETPIPE_SZ))
    {
      g_assert_no_errno (ioctl (fd, FIONREAD, &waiting));
      g_usleep (1000);
    }
}

static GString *
read_to_end (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_cmpint (n, ==, 0);
  return text;
}

/* More than a pipe holds, and than is written in one piece (PIPE_BUF). */
static char *
write_large_page (const TempFolder *temp)
{
  g_autoptr (GString) text = g_string_new (page);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "村村有竹廊。");
  return temp_folder_write (temp, "1.txt", text->str, -1);
}

/* A pipe that somebody set not to block, full before it is read. */
static void
test_not_blocking (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = write_large_page (temp);
  const char *arguments[] = { "analyze", "--format=json", path, NULL };
  g_auto (CliRun) whole = { 0 };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp, G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GString) text = NULL;
  int ends[2];

  g_assert_no_errno (pipe2 (ends, O_CLOEXEC));
  g_assert_no_errno (fcntl (ends[1], F_SETPIPE_SZ, 4096));
  g_assert_no_errno (fcntl (ends[1], F_SETFL, O_NONBLOCK));
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = cli_spawn (launcher, arguments);
  g_clear_object (&launcher);
  wait_until_full (ends[0]);
  text = read_to_end (ends[0]);
  close (ends[0]);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  cli_run (&whole, temp, "analyze", "--format=json", path, NULL);
  g_assert_cmpstr (text->str, ==, whole.out);
}

#define N_PAGES 60

static void
import_pages (const TempFolder *temp)
{
  g_autofree char *folder = temp_folder_path (temp, "pages");
  g_auto (CliRun) run = { 0 };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("pages/%u.txt", i);
      g_autofree char *text = g_strdup_printf ("竹廊修到第%u村\n\n本报讯 安吉县第%u村去年新修竹廊%u米。\n", i, i, i + 100);

      g_free (temp_folder_write (temp, name, text, -1));
    }
  cli_run (&run, temp, "import", folder, NULL);
  g_assert_cmpint (run.status, ==, 0);
}

/* Searches, prints into a pipe that holds a few hits, and has printed some. */
static GSubprocess *
begin_search (const TempFolder *temp, int *out_end)
{
  const char *arguments[] = { "search", "--format=json", "竹廊", NULL };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp, G_SUBPROCESS_FLAGS_NONE);
  GSubprocess *process;
  int ends[2];
  char brace;

  g_assert_no_errno (pipe2 (ends, O_CLOEXEC));
  g_assert_no_errno (fcntl (ends[1], F_SETPIPE_SZ, 4096));
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = cli_spawn (launcher, arguments);
  g_assert_cmpint (read (ends[0], &brace, 1), ==, 1);
  *out_end = ends[0];
  return process;
}

/* Until nobody reads an older state of the library; twenty seconds are the end of it. */
static gboolean
can_fold_journal (const char *path)
{
  sqlite3 *db;
  int code = SQLITE_BUSY;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  for (guint i = 0; i < 2000 && code == SQLITE_BUSY; i++)
    {
      code = sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
      g_usleep (10000);
    }
  sqlite3_close (db);
  return code == SQLITE_OK;
}

/* A pager that takes no more holds no state of the library: what others write does not
 * pile up behind it.  It gets all that was found before. */
static void
test_stalled_pager (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (temp->path, "fangzhi", "library.db", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GString) text = NULL;
  g_auto (CliRun) mark = { 0 };
  int end;

  import_pages (temp);
  process = begin_search (temp, &end);
  cli_run (&mark, temp, "mark", "--bin", "1", NULL);
  g_assert_cmpint (mark.status, ==, 0);
  g_assert_true (can_fold_journal (path));
  g_assert_nonnull (g_subprocess_get_identifier (process));
  text = read_to_end (end);
  close (end);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_assert_cmpuint (cli_count_lines (text->str), ==, N_PAGES);
}

/* Ctrl-C waits for no pager. */
static void
test_interrupted_pager (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (GSubprocess) process = NULL;
  int end;

  import_pages (temp);
  process = begin_search (temp, &end);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 128 + SIGINT);
  close (end);
}

#define ADD(name, func) g_test_add ("/cli/streams/" name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("closed", test_closed);
  ADD ("full", test_full);
  ADD ("folder-as-input", test_folder_as_input);
  ADD ("reader-gone", test_reader_gone);
  ADD ("not-blocking", test_not_blocking);
  ADD ("stalled-pager", test_stalled_pager);
  ADD ("interrupted-pager", test_interrupted_pager);
  return g_test_run ();
}
