/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-history.h"
#include "fz-table.h"

/* place TEXT: what places a text names.  A line a mention: where it stands, the
 * region, the score, what it was in the year of the text; or, where nothing
 * tells which of several regions has the name, the candidates.
 */

typedef struct {
  char           *text;
  FzPlaceContext  context;
  FzFormat        format;
} Place;

static FzFacts *
read_text (const char *text, const FzPlaceContext *context)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  FzFacts *facts = fz_facts_new ();
  const FzPiece piece = { 1, 0 };

  article->number = 1;
  fz_article_append_block (article, FZ_ROLE_BODY, 0, text, -1, &piece, 1);
  fz_places_find (facts, article, context);
  return facts;
}

static gboolean
find_former (const Place *self, const FzPlace *place, FzFormer *former)
{
  return fz_history_find (place->region, place->surface, strlen (place->surface), self->context.year, former);
}

static void
add_year (FzJson *json, const char *key, guint year)
{
  fz_json_key (json, key);
  if (year != 0)
    fz_json_integer (json, year);
  else
    fz_json_null (json);
}

static void
add_former (FzJson *json, const Place *self, const FzPlace *place)
{
  g_autofree char *code = NULL;
  FzFormer former;

  fz_json_key (json, "was");
  if (!find_former (self, place, &former))
    {
      fz_json_null (json);
      return;
    }
  fz_json_open_object (json);
  code = former.code != FZ_REGION_NONE ? fz_region_code (former.code) : NULL;
  fz_json_add_string (json, "code", code);
  fz_json_add_string (json, "name", former.name);
  add_year (json, "from", former.from);
  add_year (json, "to", former.to);
  fz_json_add_string (json, "ended", fz_ended_name (former.ended));
  fz_json_close_object (json);
}

static void
add_span (FzJson *json, const FzSpan *span, const char *surface)
{
  fz_json_add_integer (json, "start", span->start);
  fz_json_add_integer (json, "end", span->end);
  fz_json_add_string (json, "surface", surface);
}

static void
print_place_json (FzJson *json, const Place *self, const FzPlace *place)
{
  fz_json_open_object (json);
  add_span (json, &place->span, place->surface);
  fz_json_add_region (json, "region", place->region);
  fz_json_add_integer (json, "score", place->score);
  add_former (json, self, place);
  fz_json_key (json, "candidates");
  fz_json_open_array (json);
  fz_json_close_array (json);
  fz_json_close_object (json);
  fz_json_end_line (json);
}

static void
print_open_json (FzJson *json, const FzOpenPlace *place)
{
  fz_json_open_object (json);
  add_span (json, &place->span, place->surface);
  fz_json_add_region (json, "region", FZ_REGION_NONE);
  fz_json_add_integer (json, "score", 0);
  fz_json_key (json, "was");
  fz_json_null (json);
  fz_json_key (json, "candidates");
  fz_json_open_array (json);
  for (guint i = 0; i < place->candidates->len; i++)
    {
      g_autofree char *code = fz_region_code (g_array_index (place->candidates, FzRegion, i));

      fz_json_string (json, code);
    }
  fz_json_close_array (json);
  fz_json_close_object (json);
  fz_json_end_line (json);
}

static char *
describe_former (const Place *self, const FzPlace *place)
{
  FzFormer former;

  if (!find_former (self, place, &former))
    return g_strdup ("");
  if (former.from == 0)
    return g_strdup_printf (_("%s until %u"), former.name, former.to);
  return g_strdup_printf (_("%s from %u until %u"), former.name, former.from, former.to);
}

static void
add_place_row (FzTable *table, const Place *self, const FzPlace *place)
{
  g_autofree char *path = fz_region_dup_path (place->region);
  g_autofree char *score = g_strdup_printf ("%u", place->score);
  g_autofree char *was = describe_former (self, place);

  fz_table_add (table, place->surface);
  fz_table_add (table, score);
  fz_table_add (table, path);
  fz_table_add (table, was);
}

static void
add_open_row (FzTable *table, const FzOpenPlace *place)
{
  g_autoptr (GString) paths = g_string_new (NULL);

  for (guint i = 0; i < place->candidates->len; i++)
    {
      g_autofree char *path = fz_region_dup_path (g_array_index (place->candidates, FzRegion, i));

      g_string_append_printf (paths, "%s%s", i > 0 ? ", " : "", path);
    }
  fz_table_add (table, place->surface);
  fz_table_add (table, "?");
  fz_table_add (table, paths->str);
  fz_table_add (table, "");
}

/* Settled and open places together, in the order of the text. */
static void
print_places (const Place *self, const FzFacts *facts, FzJson *json, FzTable *table)
{
  guint open = 0;

  for (guint i = 0; i <= facts->places->len; i++)
    {
      const FzPlace *place = i < facts->places->len ? &g_array_index (facts->places, FzPlace, i) : NULL;

      for (; open < facts->open_places->len; open++)
        {
          const FzOpenPlace *one = &g_array_index (facts->open_places, FzOpenPlace, open);

          if (place != NULL && one->span.start > place->span.start)
            break;
          if (self->format == FZ_FORMAT_JSON)
            print_open_json (json, one);
          else
            add_open_row (table, one);
        }
      if (place != NULL && self->format == FZ_FORMAT_JSON)
        print_place_json (json, self, place);
      else if (place != NULL)
        add_place_row (table, self, place);
    }
}

static int
print (FzCli *cli, const Place *self)
{
  g_autoptr (FzFacts) facts = read_text (self->text, &self->context);
  g_autoptr (FzTable) table = fz_table_new (4);
  g_autoptr (GString) out = g_string_new (NULL);
  FzJson json = FZ_JSON (out);

  print_places (self, facts, &json, table);
  if (self->format == FZ_FORMAT_TEXT)
    fz_table_print (table, "", out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

int
fz_cli_place (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL, *date = NULL, *home = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("When the text was printed"), N_("DATE") },
    { "home", 0, 0, G_OPTION_ARG_FILENAME, &home, N_("The region of the newspaper"), N_("REGION") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("TEXT"),
    _("Prints the places that a text names, how sure each is, and what it was in the year of the text."));
  Place self = { .format = FZ_FORMAT_TEXT };
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &self.format) || !fz_cli_date ("date", date)
      || !fz_cli_region (home, &self.context.home))
    return FZ_EXIT_USAGE;
  if (cli->arguments == NULL || cli->arguments[1] != NULL)
    return fz_cli_usage (_("place needs one text"));
  if (!g_utf8_validate (cli->arguments[0], -1, NULL))
    return fz_cli_usage (_("the text is not UTF-8"));
  self.text = cli->arguments[0];
  self.context.year = date != NULL ? (guint) g_ascii_strtoull (date, NULL, 10) : 0;
  return print (cli, &self);
}
