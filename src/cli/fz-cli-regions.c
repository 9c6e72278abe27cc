/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-history.h"
#include "fz-region-search.h"
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

/* What a region was is told from what it is by the year in which it went. */
static char *
dup_name (FzRegion region)
{
  FzFormer former;

  if (fz_history_get (region, &former))
    return g_strdup_printf (_("%s until %u"), former.name, former.to);
  return g_strdup (region != FZ_REGION_NONE ? fz_region_name (region) : _("(no region)"));
}

static void
add_count (FzTable *table, const FzRegionCount *count)
{
  gboolean filed = count->region != FZ_REGION_NONE;
  g_autofree char *name = dup_name (count->region);
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

/* More than a person reads through. */
#define FOUND 100

/* What a region was, the first first. */
static char *
describe_past (FzRegion region)
{
  g_autoptr (GString) past = g_string_new (NULL);
  guint first, n = fz_history_of (region, &first);

  for (guint i = first; i < first + n; i++)
    {
      FzFormer former = fz_history_at (i);

      g_string_append_printf (past, "%s%s–%u", past->len > 0 ? ", " : "", former.name, former.to);
    }
  return g_string_free_and_steal (g_steal_pointer (&past));
}

static void
print_found_json (FzRegion region, GString *out)
{
  FzJson json = FZ_JSON (out);

  fz_json_open_object (&json);
  fz_json_add_region (&json, "region", region);
  fz_json_add_string (&json, "pinyin", fz_region_pinyin (region));
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static void
add_found_row (FzTable *table, FzRegion region)
{
  g_autofree char *code = fz_region_code (region);
  g_autofree char *path = fz_region_dup_path (region);
  g_autofree char *past = describe_past (region);

  fz_table_add (table, code);
  fz_table_add (table, path);
  fz_table_add (table, past);
}

/* Regions of the gazetteer by name, pinyin or initials; needs no library. */
static int
find (FzCli *cli, const char *query, FzFormat format)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (FzTable) table = fz_table_new (3);
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_utf8_validate (query, -1, NULL))
    return fz_cli_usage (_("the text is not UTF-8"));
  found = fz_region_search (query, FOUND);
  for (guint i = 0; i < found->len; i++)
    {
      FzRegion region = fz_region_today (g_array_index (found, FzRegion, i));

      if (!g_hash_table_add (seen, g_memdup2 (&region, sizeof region)))
        continue;
      if (format == FZ_FORMAT_JSON)
        print_found_json (region, out);
      else
        add_found_row (table, region);
    }
  if (format != FZ_FORMAT_JSON)
    fz_table_print (table, "", out);
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
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("[QUERY]"),
    _("Prints the tree of the regions that articles are filed under, with how many they are; "
      "or the regions of China whose name, pinyin or initials begin with QUERY."));
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL && cli->arguments[1] != NULL)
    return fz_cli_usage (_("regions takes one query"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form))
    return FZ_EXIT_USAGE;
  return cli->arguments != NULL ? find (cli, cli->arguments[0], form) : regions (cli, form);
}
