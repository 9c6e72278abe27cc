/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-table.h"

/* Rows asked for at a time: the library may hold a million, and the articles
 * of many regions are put in order anew for each of these. */
#define ROWS 10000

static void
print_json (const GPtrArray *entries, GString *out)
{
  FzJson json = FZ_JSON (out);

  for (guint i = 0; i < entries->len; i++)
    {
      const FzEntry *entry = entries->pdata[i];

      fz_json_open_object (&json);
      fz_json_add_integer (&json, "article", entry->id);
      fz_json_add_string (&json, "source", entry->source_name);
      fz_json_add_integer (&json, "source_id", entry->source);
      fz_json_add_integer (&json, "number", entry->number);
      fz_json_add_string (&json, "kind", fz_article_kind_name (entry->kind));
      fz_json_add_string (&json, "newspaper", entry->newspaper);
      fz_json_add_string (&json, "date", entry->date);
      fz_json_add_string (&json, "title", entry->title);
      fz_json_add_string (&json, "opening", entry->opening);
      fz_json_add_region (&json, "region", entry->region);
      fz_json_add_integer (&json, "length", entry->length);
      fz_json_add_integer (&json, "figures", entry->n_figures);
      fz_json_key (&json, "read");
      fz_json_boolean (&json, entry->read);
      fz_json_key (&json, "starred");
      fz_json_boolean (&json, entry->starred);
      fz_json_add_region (&json, "region_then", entry->filed != entry->region ? entry->filed : FZ_REGION_NONE);
      fz_json_close_object (&json);
      fz_json_end_line (&json);
    }
}

static void
add_entry (FzTable *table, const FzEntry *entry)
{
  g_autofree char *id = g_strdup_printf ("%6" G_GINT64_FORMAT, entry->id);
  g_autofree char *region = fz_region_dup_era (entry->filed, "/");

  fz_table_add (table, id);
  fz_table_add (table, entry->date);
  fz_table_add (table, region);
  fz_table_add (table, entry->title != NULL ? entry->title : entry->opening);
}

static void
print_text (const GPtrArray *entries, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (4);

  for (guint i = 0; i < entries->len; i++)
    add_entry (table, entries->pdata[i]);
  fz_table_print (table, "", out);
}

/* Prints the rows from @offset on, and answers how many they were. */
static guint
print_rows (FzCli *cli, FzLibrary *library, const FzQuery *query, FzFormat format, guint offset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_list (library, query, offset, ROWS, cli->cancellable, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (entries == NULL)
    {
      fz_cli_fail (cli, fz_library_get_path (library), error->message);
      return 0;
    }
  if (format == FZ_FORMAT_JSON)
    print_json (entries, out);
  else
    print_text (entries, out);
  return fz_cli_write (cli, out) ? entries->len : 0;
}

static int
list (FzCli *cli, const FzQuery *query, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  guint offset = 0, n = ROWS;

  while (library != NULL && n == ROWS)
    {
      n = print_rows (cli, library, query, format, offset);
      offset += n;
    }
  return fz_cli_status (cli);
}

int
fz_cli_list (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL, *region = NULL, *sort = NULL;
  gboolean starred = FALSE, bin = FALSE, unread = FALSE;
  const GOptionEntry entries[] = {
    { "region", 0, 0, G_OPTION_ARG_FILENAME, &region, N_("Only of this region and what lies in it"), N_("NAME|CODE") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort, N_("In which order: page, date, title (by pinyin) or length"), N_("ORDER") },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &starred, N_("Only what is starred"), NULL },
    { "unread", 0, 0, G_OPTION_ARG_NONE, &unread, N_("Only what was not read"), NULL },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &bin, N_("What lies in the bin, and nothing else"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Lists the articles of the library, a line each: number, date, region, title."));
  FzQuery query = FZ_QUERY_ALL;
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("list takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form) || !fz_cli_region (region, &query.region) ||
      !fz_cli_sort (sort, &query.sort))
    return FZ_EXIT_USAGE;
  if (starred && bin)
    return fz_cli_usage (_("--starred and --bin do not go together: what lies in the bin is in no other list"));
  query.shelf = bin ? FZ_SHELF_BIN : starred ? FZ_SHELF_STARRED : FZ_SHELF_LIBRARY;
  query.unread = unread;
  query.any_region = region == NULL;
  query.below = TRUE;
  return list (cli, &query, form);
}
