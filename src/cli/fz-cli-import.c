/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli-progress.h"
#include "fz-cli.h"

static void
print_failures (FzCli *cli, const FzImportSummary *summary)
{
  for (guint i = 0; i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];

      fz_cli_fail (cli, failure->path, failure->reason);
    }
}

static void
print_notes (const FzImportSummary *summary)
{
  for (guint i = 0; i < summary->notes->len; i++)
    {
      const FzFailure *note = summary->notes->pdata[i];

      fz_cli_note (note->path, note->reason);
    }
}

/* What the files have that is not printed, so that nobody wonders where it is. */
static void
print_oddities (const FzImportSummary *summary, GString *out)
{
  g_autoptr (GPtrArray) sentences = fz_oddities_tell (&summary->odd);

  if (summary->doubtful > 0)
    g_string_append_printf (out, _("In a doubtful encoding: %u\n"), summary->doubtful);
  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) sentences->pdata[i]);
}

static void
print_counts (FzCli *cli, const FzImportSummary *summary)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", summary->added), summary->added);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", summary->articles), summary->articles);

  /* Translators: %s are "3 pages" and "12 articles" */
  g_string_append_printf (out, _("Came in: %s, %s\n"), pages, articles);
  if (summary->present > 0)
    g_string_append_printf (out, _("There already: %u\n"), summary->present);
  if (summary->failures->len > 0)
    g_string_append_printf (out, _("Failed: %u\n"), summary->failures->len);
  print_oddities (summary, out);
  if (g_error_matches (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append (out, _("Stopped before the end; what came in stays.\n"));
  fz_cli_write (cli, out);
}

static void
print_summary (FzCli *cli, FzLibrary *library, const FzImportSummary *summary)
{
  print_notes (summary);
  print_failures (cli, summary);
  if (summary->stopped != NULL && !g_error_matches (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fz_cli_fail (cli, fz_library_get_path (library), summary->stopped->message);
  print_counts (cli, summary);
}

static int
import (FzCli *cli, const FzImportOptions *options)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (FzImportSummary) summary = NULL;
  FzCliProgress progress;

  fz_cli_catch_signals (cli);
  library = fz_cli_open (cli, TRUE);
  if (library == NULL)
    return fz_cli_status (cli);
  fz_cli_progress_start (&progress);
  summary = fz_import (library, (const char * const *) cli->arguments, options,
                       fz_cli_progress_tell, &progress, cli->cancellable);
  fz_cli_progress_end (&progress);
  print_summary (cli, library, summary);
  fz_library_close (library);
  return fz_cli_status (cli);
}

static gboolean
check_options (const FzImportOptions *options)
{
  return fz_cli_date ("date", options->date)
    && fz_cli_encoding (options->encoding)
    && fz_cli_check_utf8 ("newspaper", options->newspaper)
    && fz_cli_check_utf8 ("edition", options->edition)
    && fz_cli_check_utf8 ("name", options->name);
}

int
fz_cli_import (FzCli *cli, char **argv)
{
  g_autofree char *newspaper = NULL, *date = NULL, *edition = NULL, *encoding = NULL, *name = NULL;
  const GOptionEntry entries[] = {
    { "newspaper", 0, 0, G_OPTION_ARG_FILENAME, &newspaper, N_("The newspaper that all of them are from"), N_("NAME") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("The day they appeared"), N_("YYYY-MM-DD") },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition, N_("The number of the page in the paper"), N_("NUMBER") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &encoding, N_("The encoding of the files, instead of a guess"), N_("ENCODING") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("What standard input is called"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("FILE|FOLDER…"),
    _("Brings pages into the library. Of folders the files in .txt, .text and .md are taken. “-” is standard input."));
  FzImportOptions said;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  said = (FzImportOptions) { newspaper, date, edition, encoding, name };
  if (!check_options (&said))
    return FZ_EXIT_USAGE;
  if (cli->arguments == NULL)
    return fz_cli_usage (_("import needs a file or a folder"));
  return import (cli, &said);
}
