/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-cli.h"

typedef struct {
  FzFormat  format;
  char     *name;
  char     *encoding;
} Analyze;

static char *
name_page (const Analyze *self, const char *path)
{
  if (g_str_equal (path, "-"))
    return g_strdup (self->name != NULL ? self->name : path);
  return g_filename_display_basename (path);
}

static gboolean
analyze_file (FzCli *cli, const Analyze *self, const char *path, GString *out, GError **error)
{
  g_autofree char *name = name_page (self, path);
  g_autoptr (GBytes) bytes = fz_input_read (path, cli->cancellable, error);
  g_autoptr (FzAnalysis) analysis = NULL;

  if (bytes != NULL)
    analysis = fz_analysis_new (name, bytes, self->encoding, cli->cancellable, error);
  if (analysis == NULL)
    return FALSE;
  if (self->format == FZ_FORMAT_JSON)
    fz_analysis_print_json (analysis, out);
  else
    fz_analysis_print_text (analysis, out);
  return TRUE;
}

static int
analyze_files (FzCli *cli, const Analyze *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; cli->arguments[i] != NULL && !g_cancellable_is_cancelled (cli->cancellable); i++)
    {
      const char *path = cli->arguments[i];
      g_autoptr (GError) error = NULL;

      if (!analyze_file (cli, self, path, out, &error)
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fz_cli_fail (cli, path, error->message);
      if (!fz_cli_write (cli, out))
        break;
    }
  return fz_cli_status (cli);
}

int
fz_cli_analyze (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL, *name = NULL, *encoding = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("What standard input is called"), N_("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &encoding, N_("The encoding of the files, instead of a guess"), N_("ENCODING") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("FILE…"),
    _("Cuts pages into their articles and prints what they say. “-” is standard input."));
  Analyze self = { .format = FZ_FORMAT_TEXT };
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &self.format) || !fz_cli_check_utf8 ("name", name)
      || !fz_cli_encoding (encoding))
    return FZ_EXIT_USAGE;
  if (cli->arguments == NULL)
    return fz_cli_usage (_("analyze needs a file"));
  if (name != NULL && !g_strv_contains ((const char * const *) cli->arguments, "-"))
    return fz_cli_usage (_("--name names standard input, and “-” is not among the files"));
  self.name = name;
  self.encoding = encoding;
  fz_cli_catch_signals (cli);
  return analyze_files (cli, &self);
}
