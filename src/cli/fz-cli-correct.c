/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli.h"

/* LINES is 12 or 12-14; a correction of the page as a whole has "-". */
static gboolean
read_lines (const char *text, guint *first, guint *last)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  guint64 numbers[2] = { 0, 0 };

  *first = *last = 0;
  if (g_str_equal (text, "-"))
    return TRUE;
  for (guint i = 0; i < 2 && parts[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXUINT32, &numbers[i], NULL))
      return FALSE;
  *first = (guint) numbers[0];
  *last = (guint) MAX (numbers[0], numbers[1]);
  return numbers[1] == 0 || numbers[1] >= numbers[0];
}

/* What stands behind the options, or NULL after telling what is wrong. */
static FzCorrection *
read_correction (FzCli *cli)
{
  guint n = cli->arguments != NULL ? g_strv_length (cli->arguments) : 0;
  g_autoptr (FzCorrection) correction = NULL;
  g_autoptr (GError) error = NULL;
  guint first, last;
  int kind;

  if (n < 2 || n > 3)
    {
      fz_cli_usage (_("correct needs a kind, lines and what it is to be"));
      return NULL;
    }
  kind = fz_correction_kind_from_name (cli->arguments[0]);
  if (kind < 0)
    fz_cli_usage (_("there is no correction “%s”"), cli->arguments[0]);
  else if (!read_lines (cli->arguments[1], &first, &last))
    fz_cli_usage (_("“%s” are no lines; write 12, 12-14 or - for the whole page"), cli->arguments[1]);
  else
    correction = fz_correction_new ((FzCorrectionKind) kind, first, last, cli->arguments[2]);
  if (correction != NULL && !fz_correction_check (correction, &error))
    {
      fz_cli_usage ("%s", error->message);
      return NULL;
    }
  return g_steal_pointer (&correction);
}

static int
correct (FzCli *cli, const char *name, gint64 source, const GPtrArray *add, const GArray *remove, FzFormat format)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (library == NULL)
    return fz_cli_status (cli);
  added = fz_correct (library, source, add, remove, cli->cancellable, &error);
  if (added == NULL)
    fz_cli_fail (cli, name, error->message);
  else
    fz_cli_print_corrections (added, format, out);
  fz_cli_write (cli, out);
  return fz_cli_status (cli);
}

/* With --remove= the arguments are none. */
static int
correct_or_remove (FzCli *cli, const char *name, gint64 source, gint64 removed, FzFormat format)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  g_autoptr (GArray) remove = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (removed != 0)
    g_array_append_val (remove, removed);
  if (removed != 0 && cli->arguments != NULL)
    return fz_cli_usage (_("correct --remove= takes no argument"));
  if (removed == 0)
    {
      FzCorrection *correction = read_correction (cli);

      if (correction == NULL)
        return FZ_EXIT_USAGE;
      g_ptr_array_add (add, correction);
    }
  return correct (cli, name, source, add, remove, format);
}

int
fz_cli_correct (FzCli *cli, char **argv)
{
  g_autofree char *source = NULL, *remove = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_("The page, by the number that list --format=json prints"), N_("NUMBER") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &remove, N_("Take this correction back"), N_("NUMBER") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("KIND LINES [VALUE]"),
    _("Says what a page got wrong and makes it anew. KIND is start or join (an article begins at the line, or none "
      "does), role, title, kicker, subtitle, authors, region, place (of a name that several regions have: "
      "朝阳区:110105000000), or of the whole page newspaper, date, edition, section, encoding. LINES are 12 or 12-14, or - for the whole page."));
  FzFormat form = FZ_FORMAT_TEXT;
  gint64 id = 0, removed = 0;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (!fz_cli_format (format, FZ_FORMAT_JSON, &form) ||
      !fz_cli_number ("source", source, &id) || !fz_cli_number ("remove", remove, &removed))
    return FZ_EXIT_USAGE;
  if (id == 0)
    return fz_cli_usage (_("correct needs --source="));
  return correct_or_remove (cli, source, id, removed, form);
}
