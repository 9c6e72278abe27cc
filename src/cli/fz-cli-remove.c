/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli.h"

static gboolean
say_what_goes (FzCli *cli, const char *name, const FzRemoval *removal)
{
  g_autoptr (GString) out = g_string_new (name);

  g_string_append (out, ": ");
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u article goes", "%u articles go", removal->n_articles),
                          removal->n_articles);
  if (removal->n_corrections > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, ", and %u correction", ", and %u corrections",
                                              removal->n_corrections), removal->n_corrections);
  if (removal->n_notes > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "; %u note is kept without its article",
                                              "; %u notes are kept without their articles", removal->n_notes),
                            removal->n_notes);
  g_string_append_c (out, '\n');
  return fz_cli_write (cli, out);
}

static void
remove_one (FzCli *cli, FzLibrary *library, const char *name, gint64 source, gboolean yes)
{
  g_autoptr (GError) error = NULL;
  FzRemoval removal;

  if (!fz_library_weigh_removal (library, source, &removal, cli->cancellable, &error) ||
      (yes && !fz_library_remove_source (library, source, cli->cancellable, &error)))
    fz_cli_fail (cli, name, error->message);
  else if (say_what_goes (cli, name, &removal) && !yes)
    fz_cli_fail (cli, name, _("nothing was removed; say --yes to remove it"));
}

int
fz_cli_remove (FzCli *cli, char **argv)
{
  gboolean yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Remove them; without it only what would go is printed"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("SOURCE…"),
    _("Removes pages with their articles and corrections. Notes are kept, and find their places again when the same "
      "file is imported again. A page is named by the number that list --format=json prints as source_id."));
  g_autoptr (FzLibrary) library = NULL;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (cli->arguments == NULL)
    return fz_cli_usage (_("remove needs the numbers of pages"));
  for (guint i = 0; cli->arguments[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (cli->arguments[i], 10, 1, G_MAXINT64, NULL, NULL))
      return fz_cli_usage (_("“%s” is no number of a page"), cli->arguments[i]);
  fz_cli_catch_signals (cli);
  library = fz_cli_open (cli, FALSE);
  for (guint i = 0; library != NULL && cli->arguments[i] != NULL; i++)
    remove_one (cli, library, cli->arguments[i], g_ascii_strtoll (cli->arguments[i], NULL, 10), yes);
  return fz_cli_status (cli);
}
