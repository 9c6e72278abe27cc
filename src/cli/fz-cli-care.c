/* SPDX-License-Identifier: GPL-3.0-or-later */

/* check, backup, restore and salvage: the care of a library. */

#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli-progress.h"
#include "fz-cli.h"

static void
tell_pages (guint done, guint total, gpointer progress)
{
  fz_cli_progress_tell (done, total, _("pages of the file"), progress);
}

static void
tell_tables (guint done, guint total, gpointer progress)
{
  fz_cli_progress_tell (done, total, _("tables"), progress);
}

static void
tell_rows (guint done, guint total, gpointer progress)
{
  fz_cli_progress_tell (done, total, _("rows"), progress);
}

static void
tell_index (gint64 done, gint64 total, gpointer progress)
{
  fz_cli_progress_tell ((guint) done, (guint) total, _("index"), progress);
}

static void
fail (FzCli *cli, const char *path, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fz_cli_fail (cli, path, error->message);
}

static void
say (FzCli *cli, const char *sentence)
{
  g_autoptr (GString) out = g_string_new (sentence);

  g_string_append_c (out, '\n');
  fz_cli_write (cli, out);
}

static void
check_all (FzCli *cli, FzLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  FzCliProgress progress;

  fz_cli_progress_start (&progress);
  faults = fz_library_check (library, tell_tables, &progress, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (faults == NULL)
    fail (cli, fz_library_get_path (library), error);
  else if (faults->len == 0)
    say (cli, _("The library is sound."));
  else
    fz_cli_fail (cli, fz_library_get_path (library),
                 _("The library is damaged; put a backup in its place with “fangzhi-cli restore FILE”, write what still "
                   "reads into a new one with “fangzhi-cli salvage FILE”, or try “fangzhi-cli check --renew-index” where "
                   "only search is concerned"));
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    say (cli, faults->pdata[i]);
}

static void
renew_index (FzCli *cli, FzLibrary *library)
{
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean done;

  fz_cli_progress_start (&progress);
  done = fz_library_renew_index (library, tell_index, &progress, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (!done)
    fail (cli, fz_library_get_path (library), error);
}

int
fz_cli_check (FzCli *cli, char **argv)
{
  gboolean renew = FALSE;
  const GOptionEntry entries[] = {
    { "renew-index", 0, 0, G_OPTION_ARG_NONE, &renew, N_("Make the index for search anew before"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Reads the whole library and says whether it is sound."));
  g_autoptr (FzLibrary) library = NULL;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("check takes no argument"));
  fz_cli_catch_signals (cli);
  library = fz_cli_open_to_check (cli, FALSE);
  if (library == NULL)
    return fz_cli_status (cli);
  if (renew)
    renew_index (cli, library);
  if (fz_cli_status (cli) == FZ_EXIT_DONE)
    check_all (cli, library);
  fz_library_close (library);
  return fz_cli_status (cli);
}

/* Reads options and the one file that backup, restore and salvage take. */
static gboolean
take_file (FzCli *cli, char **argv, const char *summary, int *status)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("FILE"), summary);

  if (!fz_cli_parse (cli, options, argv, status))
    return FALSE;
  if (cli->arguments != NULL && g_strv_length (cli->arguments) == 1)
    return TRUE;
  *status = fz_cli_usage (_("%s takes one file"), argv[0]);
  return FALSE;
}

static void
say_backup (FzCli *cli, const char *copy)
{
  g_autofree char *absolute = g_canonicalize_filename (copy, NULL), *shown = g_filename_display_name (absolute);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = fz_library_count_copy (copy, cli->cancellable, &error);

  if (n < 0)
    {
      fail (cli, copy, error);
      return;
    }
  text = g_strdup_printf (ngettext ("The backup is “%s”; it has %u article.", "The backup is “%s”; it has %u articles.",
                                    (gulong) n), shown, (guint) n);
  say (cli, text);
}

int
fz_cli_backup (FzCli *cli, char **argv)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean done;
  int status;

  if (!take_file (cli, argv, _("Writes a copy of the library, which may be in use meanwhile."), &status))
    return status;
  fz_cli_catch_signals (cli);
  library = fz_cli_open_to_check (cli, FALSE);
  if (library == NULL)
    return fz_cli_status (cli);
  fz_cli_progress_start (&progress);
  done = fz_library_backup (library, cli->arguments[0], tell_pages, &progress, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    fz_cli_fail (cli, fz_library_get_path (library),
                 _("The library is damaged, and so would the copy be; “fangzhi-cli check” says what is, and "
                   "“fangzhi-cli salvage FILE” writes what still reads into a new one"));
  else if (!done)
    fail (cli, cli->arguments[0], error);
  else
    say_backup (cli, cli->arguments[0]);
  fz_library_close (library);
  return fz_cli_status (cli);
}

static void
say_restored (FzCli *cli, const char *kept)
{
  g_autofree char *shown = kept != NULL ? g_filename_display_name (kept) : NULL, *text = NULL;

  if (shown != NULL)
    text = g_strdup_printf (_("The backup is in place; what was there before is “%s” now."), shown);
  say (cli, text != NULL ? text : _("The backup is in place."));
}

int
fz_cli_restore (FzCli *cli, char **argv)
{
  g_autofree char *path = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean done;
  int status;

  if (!take_file (cli, argv, _("Puts a copy in the library's place; what was there stays beside it, with “.before” behind its name."),
                  &status))
    return status;
  fz_cli_catch_signals (cli);
  path = cli->library_path != NULL ? g_strdup (cli->library_path) : fz_library_default_path ();
  fz_cli_progress_start (&progress);
  done = fz_library_restore (path, cli->arguments[0], tell_pages, &progress, &kept, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (!done)
    fail (cli, cli->arguments[0], error);
  else
    say_restored (cli, kept);
  return fz_cli_status (cli);
}

int
fz_cli_salvage (FzCli *cli, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean done, all = FALSE;
  int status;

  if (!take_file (cli, argv, _("Writes what still reads of a damaged library into a new one; the damaged one is left as it is."),
                  &status))
    return status;
  fz_cli_catch_signals (cli);
  path = cli->library_path != NULL ? g_strdup (cli->library_path) : fz_library_default_path ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      fz_cli_fail (cli, path, _("There is no such library"));
      return fz_cli_status (cli);
    }
  fz_cli_progress_start (&progress);
  done = fz_library_salvage (path, cli->arguments[0], tell_rows, &progress, &all, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (!done)
    fail (cli, cli->arguments[0], error);
  else if (all)
    say (cli, _("All of the library was read."));
  else
    say (cli, _("Some of the library could not be read; “fangzhi-cli reanalyze” on the new one makes again what can be."));
  return fz_cli_status (cli);
}
