/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"

#include <pty.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

GSubprocessLauncher *
cli_launcher (const TempFolder *temp, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", temp->path, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  return launcher;
}

GSubprocess *
cli_spawn (GSubprocessLauncher *launcher, const char * const *arguments)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_strv_builder_add (argv, g_getenv ("FANGZHI_CLI"));
  g_strv_builder_addv (argv, (const char **) arguments);
  list = g_strv_builder_end (argv);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) list, &error);
  g_assert_no_error (error);
  return process;
}

static char *
take_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_strndup (data != NULL ? data : "", size);

  g_assert_true (g_utf8_validate (text, size, NULL));
  return text;
}

/**
 * cli_finish:
 * @input: (nullable): what standard input gives
 *
 * Waits for @process and takes what it wrote, which has to be UTF-8.
 */
void
cli_finish (CliRun *self, GSubprocess *process, const char *input, gssize length)
{
  g_autoptr (GBytes) in = input != NULL ? g_bytes_new (input, length < 0 ? strlen (input) : (gsize) length) : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  g_assert_no_error (error);
  self->out = take_text (out);
  self->err = take_text (err);
  self->status = g_subprocess_get_if_exited (process)
    ? g_subprocess_get_exit_status (process) : 128 + g_subprocess_get_term_sig (process);
}

static void
run (CliRun *self, const TempFolder *temp, const char *input, gssize length, va_list args)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE
    | (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  const char *argument;

  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  g_ptr_array_add (arguments, NULL);
  process = cli_spawn (launcher, (const char * const *) arguments->pdata);
  cli_finish (self, process, input, length);
}

void
cli_run (CliRun *self, const TempFolder *temp, ...)
{
  va_list args;

  va_start (args, temp);
  run (self, temp, NULL, 0, args);
  va_end (args);
}

char *
cli_run_terminal (const TempFolder *temp, const char * const *arguments)
{
  GSubprocessLauncher *launcher = cli_launcher (temp, G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  GString *text = g_string_new (NULL);
  char part[256];
  int master, slave;
  gssize n;

  g_assert_cmpint (openpty (&master, &slave, NULL, NULL, NULL), ==, 0);
  g_subprocess_launcher_take_stderr_fd (launcher, slave);
  process = cli_spawn (launcher, arguments);
  /* The last one that holds the other end is the process. */
  g_object_unref (launcher);
  while ((n = read (master, part, sizeof part)) > 0)
    g_string_append_len (text, part, n);
  close (master);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  return g_string_free_and_steal (text);
}

void
cli_run_input (CliRun *self, const TempFolder *temp, const char *input, gssize length, ...)
{
  va_list args;

  va_start (args, length);
  run (self, temp, input, length, args);
  va_end (args);
}

void
cli_run_clear (CliRun *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

void
cli_assert_failed (const CliRun *self, int status, const char *what, const char *reason)
{
  g_autofree char *line = g_strdup_printf ("fangzhi-cli: %s: %s\n", what, reason);

  g_assert_cmpstr (self->err, ==, line);
  g_assert_cmpint (self->status, ==, status);
}

guint
cli_count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;
  return n;
}
