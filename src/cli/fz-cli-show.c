/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-json.h"
#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-table.h"

/* The part before or behind, or null. */
static void
add_part (FzJson *json, const char *key, const FzStored *part)
{
  fz_json_key (json, key);
  if (part != NULL)
    fz_json_integer (json, part->entry->id);
  else
    fz_json_null (json);
}

/* Where else it stands; of its other parts nobody asked. */
static void
add_reprints (FzJson *json, const GPtrArray *reprints)
{
  fz_json_key (json, "reprints");
  fz_json_open_array (json);
  for (guint i = 0; reprints != NULL && i < reprints->len; i++)
    fz_json_integer (json, ((const FzEntry *) reprints->pdata[i])->id);
  fz_json_close_array (json);
}

static void
print_json (const FzStored *stored, const FzStored *before, const FzStored *behind, GString *out)
{
  FzJson json = FZ_JSON (out);
  const FzEntry *entry = stored->entry;

  fz_json_open_object (&json);
  fz_json_add_integer (&json, "article", entry->id);
  fz_json_add_string (&json, "source", entry->source_name);
  fz_json_add_integer (&json, "source_id", entry->source);
  fz_json_add_string (&json, "newspaper", entry->newspaper);
  fz_json_add_string (&json, "date", entry->date);
  add_part (&json, "continues", before);
  add_part (&json, "continued", behind);
  add_reprints (&json, stored->reprints);
  fz_json_article_fields (&json, stored->article, stored->facts);
  fz_json_close_object (&json);
  fz_json_end_line (&json);
}

static void
add_origin (GString *origin, const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (origin->len > 0)
    g_string_append (origin, " · ");
  fz_text_append_safe (origin, word, -1);
}

static void
print_reprints (const GPtrArray *reprints, GString *out)
{
  for (guint i = 0; reprints != NULL && i < reprints->len; i++)
    {
      const FzEntry *entry = reprints->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
      g_autoptr (GString) origin = g_string_new (NULL);

      add_origin (origin, entry->newspaper);
      add_origin (origin, entry->date);
      add_origin (origin, entry->source_name);
      /* The origin of a reprint, and its number. */
      g_string_append_printf (out, _("also in %s: article %s"), origin->str, id);
      g_string_append_c (out, '\n');
    }
}

static void
print_text (const FzStored *stored, const FzStored *before, const FzStored *behind, GString *out)
{
  g_autofree char *region = fz_region_dup_era (fz_facts_get_filed (stored->facts), "/");
  g_autoptr (GString) origin = g_string_new (NULL);

  add_origin (origin, stored->entry->newspaper);
  add_origin (origin, stored->entry->date);
  add_origin (origin, stored->entry->source_name);
  add_origin (origin, region);
  g_string_append_printf (out, "%s%s\n", before != NULL ? "\n" : "", origin->str);
  print_reprints (stored->reprints, out);
  g_string_append_c (out, '\n');
  fz_article_print_text (stored->article, stored->facts, out);
}

/* The article among the other parts of its story, in reading order. */
static void
print_story (FzStored *stored, FzFormat format, GString *out)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_extend (parts, stored->before, NULL, NULL);
  g_ptr_array_add (parts, stored);
  g_ptr_array_extend (parts, stored->after, NULL, NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const FzStored *before = i > 0 ? parts->pdata[i - 1] : NULL;
      const FzStored *behind = i + 1 < parts->len ? parts->pdata[i + 1] : NULL;

      if (format == FZ_FORMAT_JSON)
        print_json (parts->pdata[i], before, behind, out);
      else
        print_text (parts->pdata[i], before, behind, out);
    }
}

static int
show (FzCli *cli, const char *argument, gint64 article, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  g_autoptr (FzStored) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (library == NULL)
    return fz_cli_status (cli);
  stored = fz_library_load (library, article, cli->cancellable, &error);
  if (stored == NULL)
    fz_cli_fail (cli, argument, error->message);
  else
    print_story (stored, format, out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

int
fz_cli_show (FzCli *cli, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("ARTICLE"),
    _("Prints one article of the library and what it says, with the other parts of its story where it goes on "
      "on another page; ARTICLE is the number that list prints."));
  FzFormat form = FZ_FORMAT_TEXT;
  guint64 article;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form))
    return FZ_EXIT_USAGE;
  if (cli->arguments == NULL || cli->arguments[1] != NULL)
    return fz_cli_usage (_("show needs the number of one article"));
  if (!g_ascii_string_to_unsigned (cli->arguments[0], 10, 1, G_MAXINT64, &article, NULL))
    return fz_cli_usage (_("“%s” is no number of an article"), cli->arguments[0]);
  return show (cli, cli->arguments[0], article, form);
}
