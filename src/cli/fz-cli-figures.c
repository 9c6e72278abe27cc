/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-cli-figure-rows.h"
#include "fz-cli.h"

/* What is printed is held back until it is worth a call. */
#define CHUNK (64 * 1024)

typedef struct {
  FzCli            *cli;
  FzFigureRows     *rows;
  GString          *out;
} Figures;

static gboolean
print_row (const FzFigureRow *row, gpointer user_data)
{
  Figures *self = user_data;

  fz_figure_rows_add (self->rows, row, self->out);
  return self->out->len < CHUNK || fz_cli_write (self->cli, self->out);
}

static int
figures (FzCli *cli, const FzFigureQuery *query, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  g_autoptr (FzFigureRows) rows = fz_figure_rows_new (format);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Figures self = { .cli = cli, .rows = rows, .out = out };

  if (library == NULL)
    return fz_cli_status (cli);
  fz_figure_rows_start (rows, out);
  if (!fz_library_figures (library, query, print_row, &self, cli->cancellable, &error))
    fz_cli_fail (cli, fz_library_get_path (library), error->message);
  fz_figure_rows_end (rows, out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

static gboolean
read_kind (const char *value, int *out)
{
  if (value == NULL)
    return TRUE;
  *out = fz_figure_kind_from_name (value);
  if (*out < 0)
    fz_cli_usage (_("there is no --kind=%s"), value);
  return *out >= 0;
}

int
fz_cli_figures (FzCli *cli, char **argv)
{
  g_autofree char *region = NULL, *indicator = NULL, *kind = NULL, *since = NULL, *until = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "region", 0, 0, G_OPTION_ARG_FILENAME, &region, N_("Only of this region and what lies in it: that which the sentence names, or else the article's"), N_("NAME|CODE") },
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &indicator, N_("Only of what has these words in its name"), N_("WORDS") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("Only of this kind: money, count, percent, area …"), N_("KIND") },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_("Only of this day and later, by their period or else by their page"), N_("YYYY-MM-DD") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only of this day and earlier, by their period or else by their page"), N_("YYYY-MM-DD") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: csv, json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Prints the figures that the articles state, with where they come from."));
  FzFigureQuery query = FZ_FIGURE_QUERY_ALL;
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("figures takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_CSV, &form) || !fz_cli_region (region, &query.region)
      || !read_kind (kind, &query.kind) || !fz_cli_check_utf8 ("indicator", indicator)
      || !fz_cli_date ("since", since) || !fz_cli_date ("until", until))
    return FZ_EXIT_USAGE;
  if (since != NULL && until != NULL && strcmp (since, until) > 0)
    return fz_cli_usage (_("--since=%s is after --until=%s"), since, until);
  query.indicator = indicator;
  query.since = since;
  query.until = until;
  return figures (cli, &query, form);
}
