/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli-run.h"

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
  return g_test_run ();
}
