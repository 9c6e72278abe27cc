/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-cli-progress.h"
#include "fz-cli-spool.h"
#include "fz-cli.h"
#include "fz-table.h"

/* Hits asked for at a time. */
#define ROWS 500

typedef struct {
  FzCli           *cli;
  FzLibrary       *library;
  FzSearchRequest  request;
  FzFormat         format;
  gint64           limit; /* 0 for all */
  GHashTable      *seen;  /* (nullable) (element-type gint64): the stories that were shown, where each is once */
  gint64           shown;
  FzCliSpool      *spool;  /* (nullable): none where they are only counted */
} Search;

static void
add_ranges (FzJson *json, const char *key, const GArray *ranges)
{
  fz_json_key (json, key);
  fz_json_open_array (json);
  for (guint i = 0; i < ranges->len; i++)
    {
      FzTextRange range = g_array_index (ranges, FzTextRange, i);

      fz_json_open_array (json);
      fz_json_integer (json, range.start);
      fz_json_integer (json, range.end);
      fz_json_close_array (json);
    }
  fz_json_close_array (json);
}

static void
print_json (const Search *self, const FzHit *hit, GString *out)
{
  FzJson json = FZ_JSON (out);

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "article", hit->entry->id);
  fz_json_add_string (&json, "source", hit->entry->source_name);
  fz_json_add_string (&json, "title", hit->entry->title);
  fz_json_add_region (&json, "region", hit->entry->region);
  fz_json_add_string (&json, "snippet", hit->snippet);
  add_ranges (&json, "hits", hit->ranges);
  if (self->seen != NULL)
    fz_json_add_integer (&json, "reprints", hit->reprints);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static void
add_reprints (guint n, GString *out)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u reprint", "and %u reprints", n), n);

  g_string_append (out, "        ");
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

static void
print_text (const Search *self, const FzHit *hit, GString *out)
{
  g_autoptr (FzTable) table = fz_table_new (4);
  g_autofree char *id = g_strdup_printf ("%6" G_GINT64_FORMAT, hit->entry->id);
  g_autofree char *region = fz_region_dup_path (hit->entry->region);

  fz_table_add (table, id);
  fz_table_add (table, hit->entry->date);
  fz_table_add (table, region);
  fz_table_add (table, hit->entry->title != NULL ? hit->entry->title : hit->entry->opening);
  fz_table_print (table, "", out);
  g_string_append (out, "        ");
  fz_text_append_safe (out, hit->snippet, -1);
  g_string_append_c (out, '\n');
  if (hit->reprints > 0)
    add_reprints (hit->reprints, out);
}

static void
tell (gint64 done, gint64 total, gpointer progress)
{
  fz_cli_progress_tell ((guint) done, (guint) total, _("index"), progress);
}

/* A query that cannot be understood is wrong usage; all else is a failure. */
static int
refuse (Search *self, const GError *error)
{
  if (g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_QUERY))
    return fz_cli_usage ("%s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fz_cli_fail (self->cli, fz_library_get_path (self->library), error->message);
  return fz_cli_status (self->cli);
}

/* Whether it is to be shown: the first of a story stands for all of it, also for those
 * that were not found. */
static gboolean
is_first (Search *self, const FzHit *hit)
{
  return self->seen == NULL || hit->story == 0 || g_hash_table_add (self->seen, g_memdup2 (&hit->story, sizeof hit->story));
}

/* In the thread that reads. */
static gboolean
print_page (const FzHits *hits, gpointer user_data)
{
  Search *self = user_data;
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 most = self->limit > 0 ? self->limit : G_MAXINT64;

  for (guint i = 0; i < hits->rows->len && self->shown < most; i++)
    {
      const FzHit *hit = hits->rows->pdata[i];

      if (!is_first (self, hit))
        continue;
      self->shown++;
      if (self->spool != NULL)
        (self->format == FZ_FORMAT_JSON ? print_json : print_text) (self, hit, out);
    }
  return (self->spool == NULL || fz_cli_spool_write (self->spool, out)) && self->shown < most;
}

static int
look_at_hits (Search *self)
{
  g_autoptr (GError) error = NULL;

  self->request.stories = self->seen != NULL;
  self->request.limit = (guint) (self->limit > 0 && self->seen == NULL ? MIN (self->limit, ROWS) : ROWS);
  if (!fz_library_search_all (self->library, &self->request, print_page, self, self->cli->cancellable, &error))
    return refuse (self, error);
  return fz_cli_status (self->cli);
}

static int
print_hits (Search *self)
{
  int status;

  self->spool = fz_cli_spool_new (self->cli);
  status = look_at_hits (self);
  fz_cli_spool_end (g_steal_pointer (&self->spool));
  return status == FZ_EXIT_DONE ? fz_cli_status (self->cli) : status;
}

/* Where reprints are one each hit is looked at. */
static int
print_folded_count (Search *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int status = look_at_hits (self);

  if (status != FZ_EXIT_DONE)
    return status;
  g_string_printf (out, "%" G_GINT64_FORMAT "\n", self->shown);
  fz_cli_write (self->cli, out);
  return fz_cli_status (self->cli);
}

static int
print_count (Search *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 count = fz_library_count_hits (self->library, self->request.query, self->limit > 0 ? self->limit : G_MAXINT64,
                                        self->cli->cancellable, &error);

  if (count < 0)
    return refuse (self, error);
  g_string_printf (out, "%" G_GINT64_FORMAT "\n", count);
  fz_cli_write (self->cli, out);
  return fz_cli_status (self->cli);
}

static int
search (Search *self, gboolean count)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  FzCliProgress progress;
  gboolean filled;
  int status;

  fz_cli_catch_signals (self->cli);
  library = self->library = fz_cli_open (self->cli, FALSE);
  if (library == NULL)
    return fz_cli_status (self->cli);
  fz_cli_progress_start (&progress);
  filled = fz_library_fill_index (library, tell, &progress, self->cli->cancellable, &error) &&
           (self->seen == NULL || fz_library_fill_signatures (library, tell, &progress, self->cli->cancellable, &error));
  fz_cli_progress_end (&progress);
  if (!filled)
    status = refuse (self, error);
  else if (count)
    status = self->seen != NULL ? print_folded_count (self) : print_count (self);
  else
    status = print_hits (self);
  fz_library_close (library);
  return status;
}

static gboolean
find_order (const char *value, FzSearchOrder *order)
{
  if (value == NULL || g_str_equal (value, "relevance"))
    *order = FZ_SEARCH_BY_RELEVANCE;
  else if (g_str_equal (value, "date"))
    *order = FZ_SEARCH_BY_DATE;
  else
    {
      fz_cli_usage (_("--order= is “relevance” or “date”, not “%s”"), value);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_reprints (const char *value, gboolean *fold)
{
  *fold = value != NULL && g_str_equal (value, "fold");
  if (value == NULL || *fold || g_str_equal (value, "all"))
    return TRUE;
  fz_cli_usage (_("--reprints= is “all” or “fold”, not “%s”"), value);
  return FALSE;
}

int
fz_cli_search (FzCli *cli, char **argv)
{
  gboolean count = FALSE, fold;
  g_autofree char *format = NULL, *order = NULL, *limit = NULL, *reprints = NULL, *query = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const GOptionEntry entries[] = {
    { "count", 0, 0, G_OPTION_ARG_NONE, &count, N_("Print how many they are, and no more"), NULL },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &order, N_("What comes first: relevance or date"), N_("ORDER") },
    { "limit", 0, 0, G_OPTION_ARG_FILENAME, &limit, N_("How many at most"), N_("NUMBER") },
    { "reprints", 0, 0, G_OPTION_ARG_FILENAME, &reprints,
      N_("Whether each article of a story that several papers have is shown: all, or fold for one of them"), N_("HOW") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("QUERY"),
    _("Finds articles. A query is words, all of which must be there; “words that follow each other”; AND OR NOT and "
      "brackets; NEAR(水库 移民, 30); region: paper: author: title: date:2021..2023-05 tag: note: has:figures unread: starred: is:read."));
  Search self = { .cli = cli, .format = FZ_FORMAT_TEXT };
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments == NULL)
    return fz_cli_usage (_("search needs a query"));
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &self.format) || !find_order (order, &self.request.order) ||
      !find_reprints (reprints, &fold) ||
      (limit != NULL && !fz_cli_number ("limit", limit, &self.limit)))
    return FZ_EXIT_USAGE;
  query = g_strjoinv (" ", cli->arguments);
  if (!fz_cli_check_utf8 ("query", query))
    return FZ_EXIT_USAGE;
  self.request.query = query;
  self.seen = fold ? seen : NULL;
  return search (&self, count);
}
