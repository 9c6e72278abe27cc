/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "fz-table.h"

#define NAME "fangzhi-cli"

/**
 * fz_cli_options:
 * @entries: the verb's own; strings as %G_OPTION_ARG_FILENAME, since the other
 *   kind is refused wherever the locale is not UTF-8
 * @verb: (nullable): the verb, or %NULL for what stands before it
 * @parameters: what stands behind the options
 *
 * Returns: (transfer full): options that fz_cli_parse() takes
 */
GOptionContext *
fz_cli_options (FzCli *self, const GOptionEntry *entries, const char *verb, const char *parameters, const char *summary)
{
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &self->library_path, N_("The library to use"), N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_("Print this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *name = verb != NULL ? g_strconcat (NAME " ", verb, NULL) : g_strdup (NAME);
  GOptionContext *options = g_option_context_new (parameters);

  g_set_prgname (name);
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_set_summary (options, summary);
  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, common, GETTEXT_PACKAGE);
  return options;
}

static int
print_help (FzCli *self, GOptionContext *options)
{
  g_autofree char *help = g_option_context_get_help (options, TRUE, NULL);
  g_autoptr (GString) out = g_string_new (help);

  fz_cli_write (self, out);
  return fz_cli_status (self);
}

/**
 * fz_cli_parse:
 * @argv: the verb and what stands behind it
 * @status: (out): what to exit with where it answers %FALSE
 *
 * Reads the options into what their entries point to, and the rest into
 * @self's arguments.
 *
 * Returns: whether there is something to do
 */
gboolean
fz_cli_parse (FzCli *self, GOptionContext *options, char **argv, int *status)
{
  g_auto (GStrv) copy = g_strdupv (argv);
  g_autofree char *before = g_steal_pointer (&self->library_path);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse_strv (options, &copy, &error))
    {
      *status = fz_cli_usage ("%s", error->message);
      return FALSE;
    }
  if (self->library_path == NULL)
    self->library_path = g_steal_pointer (&before);
  if (self->help)
    *status = print_help (self, options);
  else if (g_strcmp0 (self->library_path, "") == 0)
    *status = fz_cli_usage (_("--library= names no file"));
  else
    return TRUE;
  return FALSE;
}

static void
write_error_line (GString *line)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  fz_text_append_safe (safe, line->str, line->len);
  g_strdelimit (safe->str, "\n", ' ');
  g_string_append_c (safe, '\n');
  fz_cli_write_all (STDERR_FILENO, safe->str, safe->len);
}

/**
 * fz_cli_usage:
 * @format: what is wrong with the command line
 *
 * Returns: %FZ_EXIT_USAGE
 */
int
fz_cli_usage (const char *format, ...)
{
  g_autoptr (GString) line = g_string_new (NAME ": ");
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (line, format, args);
  va_end (args);
  write_error_line (line);
  return FZ_EXIT_USAGE;
}

/**
 * fz_cli_note:
 * @what: the input
 * @reason: one sentence
 *
 * Tells something about an input that is no failure.
 */
void
fz_cli_note (const char *what, const char *reason)
{
  g_autofree char *name = g_filename_display_name (what);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_printf (line, NAME ": %s: %s", name, reason);
  write_error_line (line);
}

/**
 * fz_cli_fail:
 * @what: the input
 * @reason: one sentence
 *
 * Tells that an input failed; the exit status will say so too.
 */
void
fz_cli_fail (FzCli *self, const char *what, const char *reason)
{
  fz_cli_note (what, reason);
  self->failed = TRUE;
}

/**
 * fz_cli_write:
 * @out: what goes to standard output; empty afterwards
 *
 * Returns: whether there is use in writing more.  A reader that went away (a
 *   pager, head) is no error.
 */
gboolean
fz_cli_write (FzCli *self, GString *out)
{
  if (!self->closed && !fz_cli_write_all (STDOUT_FILENO, out->str, out->len))
    {
      if (errno != EPIPE)
        fz_cli_fail (self, _("standard output"), g_strerror (errno));
      self->closed = TRUE;
    }
  g_string_truncate (out, 0);
  return !self->closed;
}

/**
 * fz_cli_status:
 *
 * Returns: what to exit with, see #FzExit
 */
int
fz_cli_status (FzCli *self)
{
  int number = g_atomic_int_get (&self->signal);

  if (number != 0)
    return FZ_EXIT_SIGNAL + number;
  return self->failed ? FZ_EXIT_FAILED : FZ_EXIT_DONE;
}

/**
 * fz_cli_open_to_check:
 * @make: whether a library that is named and missing is to be made
 *
 * Says nothing of a fault that somebody met before: for what reads all of it.
 *
 * Returns: (transfer full): the library, or %NULL after telling why not
 */
FzLibrary *
fz_cli_open_to_check (FzCli *self, gboolean make)
{
  g_autofree char *path = self->library_path != NULL ? g_strdup (self->library_path) : fz_library_default_path ();
  g_autoptr (GError) error = NULL;
  FzLibrary *library = NULL;

  if (!make && self->library_path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    fz_cli_fail (self, path, _("There is no such library"));
  else if ((library = fz_library_open (path, self->cancellable, &error)) == NULL)
    fz_cli_fail (self, path, error->message);
  return library;
}

/**
 * fz_cli_open:
 * @make: whether a library that is named and missing is to be made
 *
 * Returns: (transfer full): the library, or %NULL after telling why not
 */
FzLibrary *
fz_cli_open (FzCli *self, gboolean make)
{
  FzLibrary *library = fz_cli_open_to_check (self, make);

  if (library != NULL && fz_library_was_damaged (library))
    fz_cli_note (fz_library_get_path (library),
                 _("The library was found damaged; “fangzhi-cli check” says what is wrong"));
  return library;
}
