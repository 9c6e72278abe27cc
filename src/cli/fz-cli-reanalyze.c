/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli-progress.h"
#include "fz-cli.h"
#include "fz-json.h"

static gboolean
was_cancelled (const FzReanalysisSummary *summary)
{
  return g_error_matches (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
print_json (const FzReanalysisSummary *summary, GString *out)
{
  FzJson json = FZ_JSON (out);

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "sources", summary->done);
  fz_json_add_integer (&json, "articles", summary->articles);
  fz_json_add_integer (&json, "failed", summary->failures->len);
  fz_json_key (&json, "stopped");
  fz_json_boolean (&json, summary->stopped != NULL);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static void
print_text (const FzReanalysisSummary *summary, GString *out)
{
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", summary->done), summary->done);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", summary->articles), summary->articles);

  /* Translators: %s are "3 pages" and "12 articles" */
  g_string_append_printf (out, _("Made anew: %s, %s\n"), pages, articles);
  if (summary->failures->len > 0)
    g_string_append_printf (out, _("Failed: %u\n"), summary->failures->len);
  if (was_cancelled (summary))
    g_string_append (out, _("Stopped before the end; the rest is as it was.\n"));
}

static void
print_summary (FzCli *cli, FzLibrary *library, const FzReanalysisSummary *summary, FzFormat format)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];

      fz_cli_fail (cli, failure->path, failure->reason);
    }
  if (summary->stopped != NULL && !was_cancelled (summary))
    fz_cli_fail (cli, fz_library_get_path (library), summary->stopped->message);
  if (format == FZ_FORMAT_JSON)
    print_json (summary, out);
  else
    print_text (summary, out);
  fz_cli_write (cli, out);
}

static int
reanalyze (FzCli *cli, gboolean all, FzFormat format)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (FzReanalysisSummary) summary = NULL;
  FzCliProgress progress;

  fz_cli_catch_signals (cli);
  library = fz_cli_open (cli, FALSE);
  if (library == NULL)
    return fz_cli_status (cli);
  fz_cli_progress_start (&progress);
  summary = fz_reanalyze (library, all ? FZ_REANALYSIS_ALL : FZ_REANALYSIS_OUTDATED, fz_cli_progress_tell, &progress, cli->cancellable);
  fz_cli_progress_end (&progress);
  print_summary (cli, library, summary, format);
  fz_library_close (library);
  return fz_cli_status (cli);
}

int
fz_cli_reanalyze (FzCli *cli, char **argv)
{
  gboolean all = FALSE;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Also pages that this version made"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Makes the articles and figures of pages that an older version of Fangzhi made anew; what was corrected, "
      "highlighted and noted stays."));
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("reanalyze takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form))
    return FZ_EXIT_USAGE;
  return reanalyze (cli, all, form);
}
