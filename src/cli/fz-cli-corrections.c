/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli.h"
#include "fz-json.h"
#include "fz-table.h"

static void
add_lines (FzJson *json, const FzCorrection *correction)
{
  fz_json_key (json, "lines");
  if (fz_correction_is_of_source (correction->kind))
    {
      fz_json_null (json);
      return;
    }
  fz_json_open_array (json);
  fz_json_integer (json, correction->first_line);
  fz_json_integer (json, correction->last_line);
  fz_json_close_array (json);
}

static void
print_json (const FzCorrection *correction, GString *out)
{
  FzJson json = FZ_JSON (out);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (correction->created);
  g_autofree char *time = created != NULL ? g_date_time_format_iso8601 (created) : NULL;

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "correction", correction->id);
  fz_json_add_integer (&json, "source_id", correction->source);
  fz_json_add_string (&json, "kind", fz_correction_kind_name (correction->kind));
  add_lines (&json, correction);
  fz_json_add_string (&json, "value", correction->value);
  fz_json_add_string (&json, "created", time);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static char *
dup_lines (const FzCorrection *correction)
{
  if (fz_correction_is_of_source (correction->kind))
    return g_strdup ("-");
  if (correction->first_line == correction->last_line)
    return g_strdup_printf ("%u", correction->first_line);
  return g_strdup_printf ("%u-%u", correction->first_line, correction->last_line);
}

static void
add_row (FzTable *table, const FzCorrection *correction)
{
  g_autofree char *id = g_strdup_printf ("%6" G_GINT64_FORMAT, correction->id);
  g_autofree char *source = g_strdup_printf ("%6" G_GINT64_FORMAT, correction->source);
  g_autofree char *lines = dup_lines (correction);

  fz_table_add (table, id);
  fz_table_add (table, source);
  fz_table_add (table, fz_correction_kind_name (correction->kind));
  fz_table_add (table, lines);
  fz_table_add (table, correction->value);
}

/**
 * fz_cli_print_corrections:
 * @corrections: (element-type FzCorrection): what was corrected
 * @format: JSON or text
 * @out: a line for each is appended to it: number, source, kind, lines, value
 */
void
fz_cli_print_corrections (const GPtrArray *corrections, FzFormat format, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (5);

  for (guint i = 0; i < corrections->len; i++)
    if (format == FZ_FORMAT_JSON)
      print_json (corrections->pdata[i], out);
    else
      add_row (table, corrections->pdata[i]);
  fz_table_print (table, "", out);
}

static int
list (FzCli *cli, gint64 source, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (library == NULL)
    return fz_cli_status (cli);
  corrections = fz_library_corrections (library, source, cli->cancellable, &error);
  if (corrections == NULL)
    fz_cli_fail (cli, fz_library_get_path (library), error->message);
  else
    fz_cli_print_corrections (corrections, format, out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

int
fz_cli_corrections (FzCli *cli, char **argv)
{
  g_autofree char *source = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_("Only of this page"), N_("NUMBER") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Lists what was corrected, a line each: number, page, kind, lines, value."));
  FzFormat form = FZ_FORMAT_TEXT;
  gint64 id = 0;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("corrections takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form) || !fz_cli_number ("source", source, &id))
    return FZ_EXIT_USAGE;
  return list (cli, id, form);
}
