/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-cli.h"
#include "fz-cli-progress.h"
#include "fz-table.h"

/* Stories asked for at a time. */
#define STORIES 1000

static void
print_json (gint64 story, const GPtrArray *entries, GString *out)
{
  FzJson json = FZ_JSON (out);

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "story", story);
  fz_json_key (&json, "articles");
  fz_json_open_array (&json);
  for (guint i = 0; i < entries->len; i++)
    {
      const FzEntry *entry = entries->pdata[i];

      fz_json_open_object (&json);
      fz_json_add_integer (&json, "article", entry->id);
      fz_json_add_string (&json, "source", entry->source_name);
      fz_json_add_integer (&json, "source_id", entry->source);
      fz_json_add_string (&json, "newspaper", entry->newspaper);
      fz_json_add_string (&json, "date", entry->date);
      fz_json_add_string (&json, "edition", entry->edition);
      fz_json_add_string (&json, "title", entry->title);
      fz_json_add_integer (&json, "length", entry->length);
      fz_json_close_object (&json);
    }
  fz_json_close_array (&json);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

/* An empty line parts one story from the next. */
static void
print_text (const GPtrArray *entries, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (4);

  for (guint i = 0; i < entries->len; i++)
    {
      const FzEntry *entry = entries->pdata[i];
      g_autofree char *id = g_strdup_printf ("%6" G_GINT64_FORMAT, entry->id);

      fz_table_add (table, id);
      fz_table_add (table, entry->date);
      fz_table_add (table, entry->newspaper != NULL ? entry->newspaper : entry->source_name);
      fz_table_add (table, entry->title != NULL ? entry->title : entry->opening);
    }
  fz_table_print (table, "", out);
  g_string_append_c (out, '\n');
}

static gboolean
print_story (FzCli *cli, FzLibrary *library, FzFormat format, gint64 story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_story (library, story, cli->cancellable, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (entries == NULL)
    {
      fz_cli_fail (cli, fz_library_get_path (library), error->message);
      return FALSE;
    }
  /* Somebody may have parted it since it was listed. */
  if (entries->len < 2)
    return TRUE;
  if (format == FZ_FORMAT_JSON)
    print_json (story, entries, out);
  else
    print_text (entries, out);
  return fz_cli_write (cli, out);
}

/* Prints the stories behind @after, and answers which was the last; 0 at the end. */
static gint64
print_stories (FzCli *cli, FzLibrary *library, FzFormat format, gint64 after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stories = fz_library_stories (library, after, STORIES, cli->cancellable, &error);

  if (stories == NULL)
    fz_cli_fail (cli, fz_library_get_path (library), error->message);
  for (guint i = 0; stories != NULL && i < stories->len; i++)
    if (!print_story (cli, library, format, g_array_index (stories, gint64, i)))
      return 0;
  return stories != NULL && stories->len == STORIES ? g_array_index (stories, gint64, STORIES - 1) : 0;
}

static void
tell (gint64 done, gint64 total, gpointer progress)
{
  fz_cli_progress_tell ((guint) done, (guint) total, _("reprints"), progress);
}

static gboolean
fill (FzCli *cli, FzLibrary *library)
{
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean filled;

  fz_cli_progress_start (&progress);
  filled = fz_library_fill_signatures (library, tell, &progress, cli->cancellable, &error);
  fz_cli_progress_end (&progress);
  if (!filled && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fz_cli_fail (cli, fz_library_get_path (library), error->message);
  return filled;
}

static int
reprints (FzCli *cli, FzFormat format)
{
  g_autoptr (FzLibrary) library = NULL;
  gint64 after = 0;

  fz_cli_catch_signals (cli);
  library = fz_cli_open (cli, FALSE);
  if (library == NULL)
    return fz_cli_status (cli);
  if (fill (cli, library))
    do
      after = print_stories (cli, library, format, after);
    while (after > 0);
  fz_library_close (library);
  return fz_cli_status (cli);
}

int
fz_cli_reprints (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], NULL,
    _("Lists the stories that stand in more papers or editions than one: of each article number, date, newspaper, "
      "title."));
  FzFormat form = FZ_FORMAT_TEXT;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments != NULL)
    return fz_cli_usage (_("reprints takes no argument"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form))
    return FZ_EXIT_USAGE;
  return reprints (cli, form);
}
