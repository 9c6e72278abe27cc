/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "fz-cli.h"

typedef struct {
  const char *name;
  const char *summary;
  int       (*run) (FzCli *self, char **argv);
} Verb;

static const Verb verbs[] = {
  { "analyze", N_("print the whole analysis of pages; touches no library"), fz_cli_analyze },
  { "import", N_("bring pages into the library"), fz_cli_import },
  { "list", N_("list the articles"), fz_cli_list },
  { "mark", N_("star articles, mark them as read, move them to the bin"), fz_cli_mark },
  { "remove", N_("remove pages with their articles"), fz_cli_remove },
  { "show", N_("print one article"), fz_cli_show },
  { "search", N_("find articles"), fz_cli_search },
  { "reprints", N_("list the stories that stand in several papers"), fz_cli_reprints },
  { "figures", N_("print the figures, with where they come from"), fz_cli_figures },
  { "regions", N_("print the regions that the articles are filed under"), fz_cli_regions },
  { "place", N_("print the places that a text names"), fz_cli_place },
  { "typeset", N_("print the lines of a text as they would be set"), fz_cli_typeset },
  { "correct", N_("say what a page got wrong, and make it anew"), fz_cli_correct },
  { "corrections", N_("list what was corrected"), fz_cli_corrections },
  { "reanalyze", N_("make pages of an older version anew"), fz_cli_reanalyze },
  { "check", N_("say whether the library is sound"), fz_cli_check },
  { "backup", N_("write a copy of the library"), fz_cli_backup },
  { "restore", N_("put a copy in the library's place"), fz_cli_restore },
  { "salvage", N_("write what still reads of a damaged library into a new one"), fz_cli_salvage },
};

static void
start_locale (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
describe_verbs (void)
{
  g_autoptr (GString) text = g_string_new (_("Verbs:"));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "\n  %-11s %s", verbs[i].name, _(verbs[i].summary));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static int
print_version (FzCli *self)
{
  g_autoptr (GString) out = g_string_new ("fangzhi-cli " FZ_VERSION "\n");

  fz_cli_write (self, out);
  return fz_cli_status (self);
}

static int
run_verb (FzCli *self, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, argv[0]))
      return verbs[i].run (self, argv);
  return fz_cli_usage (_("there is no verb “%s”; see fangzhi-cli --help"), argv[0]);
}

static int
run (FzCli *self, char **argv)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *summary = describe_verbs ();
  g_auto (GStrv) verb = NULL;
  g_autoptr (GOptionContext) options = fz_cli_options (self, entries, NULL, _("VERB …"), summary);
  int status;

  g_option_context_set_strict_posix (options, TRUE);
  g_option_context_set_description (options, _("Exit status: 0 done; 1 some inputs failed and the rest is done; 2 wrong usage; 130 interrupted."));
  if (!fz_cli_parse (self, options, argv, &status))
    return status;
  if (version)
    return print_version (self);
  verb = g_steal_pointer (&self->arguments);
  if (verb == NULL)
    return fz_cli_usage (_("name a verb; see fangzhi-cli --help"));
  return run_verb (self, verb);
}

int
main (int argc, char **argv)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) copy = g_strdupv (argv);
  FzCli self = { .cancellable = cancellable };
  int status;

  fz_cli_keep_streams ();
  start_locale ();
  status = run (&self, copy);
  g_strfreev (self.arguments);
  g_free (self.library_path);
  return status;
}
