/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-cli.h"
#include "fz-table.h"

static void
print_json (const GArray *counts, GString *out)
{
  FzJson json = FZ_JSON (out);

  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);

      fz_json_open_object (&json);
      fz_json_add_region (&json, "region", count->region);
      fz_json_add_integer (&json, "total", count->total);
      fz_json_add_integer (&json, "own", count->own);
      fz_json_add_integer (&json, "unread", count->unread);
      fz_json_close_object (&json);
      fz_json_end_line (&json);
    }
}

/* How many regions lie above it. */
static int
depth_of (FzRegion region)
{
  int depth = 0;

  for (FzRegion upper = fz_region_parent (region); upper != FZ_REGION_NONE; upper = fz_region_parent (upper))
    depth++;
  return depth;
}

static void
add_count (FzTable *table, const FzRegionCount *count)
{
  gboolean filed = count->region != FZ_REGION_NONE;
  const char *name = filed ? fz_region_name (count->region) : _("(no region)");
  g_autofree char *indented = g_strdup_printf ("%*s%s", filed ? 2 * depth_of (count->region) : 0, "", name);
  g_autofree char *total = g_strdup_printf ("%6" G_GINT64_FORMAT, count->total);

  fz_table_add (table, indented);
  fz_table_add (table, total);
}

static void
print_text (const GArray *counts, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (2);

  for (guint i = 0; i < counts->len; i++)
    add_count (table, &g_array_index (counts, FzRegionCount, i));
  fz_table_print (table, "", out);
}

static int
regions (FzCli *cli, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (library == NULL)
    return fz_cli_status (cli);
  counts = fz_library_regions (library, cli->cancellable, &error);
  if (counts == NULL)
    fz_cli_fail (cli, fz_library_get_path (library), error->message);
  else if (format == FZ_FORMAT_JSON)
    print_json (counts, out);
  else
    print_text (counts, out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

int
fz_cli_regions (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Prints the tree of the regions that articles are filed under, with how many they are."));
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("regions takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form))
    return FZ_EXIT_USAGE;
  return regions (cli, form);
}
