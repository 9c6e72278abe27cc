/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-cli.h"

/* What can be said of articles, by the options that say it. */
enum { STAR, UNSTAR, READ, UNREAD, BIN, UNBIN, N_ACTS };

static const struct {
  FzMark   mark;
  gboolean on;
} acts[N_ACTS] = {
  [STAR] = { FZ_MARK_STARRED, TRUE }, [UNSTAR] = { FZ_MARK_STARRED, FALSE },
  [READ] = { FZ_MARK_READ, TRUE }, [UNREAD] = { FZ_MARK_READ, FALSE },
  [BIN] = { FZ_MARK_BINNED, TRUE }, [UNBIN] = { FZ_MARK_BINNED, FALSE },
};

static GArray *
take_articles (FzCli *cli)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; cli->arguments != NULL && cli->arguments[i] != NULL; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (cli->arguments[i], 10, 1, G_MAXINT64, &number, NULL))
        {
          fz_cli_usage (_("“%s” is no number of an article"), cli->arguments[i]);
          return NULL;
        }
      g_array_append_val (articles, number);
    }
  if (articles->len > 0)
    return g_steal_pointer (&articles);
  fz_cli_usage (_("mark needs the numbers of articles; list prints them"));
  return NULL;
}

/* One after another, so that each that is not there is named. */
static int
mark (FzCli *cli, const GArray *articles, const gboolean *wanted)
{
  g_autoptr (FzLibrary) library = fz_cli_open (cli, FALSE);

  for (guint i = 0; library != NULL && i < articles->len; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (articles, gint64, i));

      g_array_append_val (one, g_array_index (articles, gint64, i));
      for (guint act = 0; act < N_ACTS; act++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GArray) changed =
            wanted[act] ? fz_library_mark (library, one, acts[act].mark, acts[act].on, cli->cancellable, &error) : NULL;

          if (error != NULL)
            fz_cli_fail (cli, name, error->message);
        }
    }
  return fz_cli_status (cli);
}

int
fz_cli_mark (FzCli *cli, char **argv)
{
  gboolean wanted[N_ACTS] = { FALSE };
  const GOptionEntry entries[] = {
    { "star", 0, 0, G_OPTION_ARG_NONE, &wanted[STAR], N_("Star them"), NULL },
    { "unstar", 0, 0, G_OPTION_ARG_NONE, &wanted[UNSTAR], N_("Take their stars away"), NULL },
    { "read", 0, 0, G_OPTION_ARG_NONE, &wanted[READ], N_("Mark them as read"), NULL },
    { "unread", 0, 0, G_OPTION_ARG_NONE, &wanted[UNREAD], N_("Mark them as unread"), NULL },
    { "bin", 0, 0, G_OPTION_ARG_NONE, &wanted[BIN], N_("Move them to the bin"), NULL },
    { "unbin", 0, 0, G_OPTION_ARG_NONE, &wanted[UNBIN], N_("Take them out of the bin"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("ARTICLE…"),
    _("Stars articles, marks them as read, moves them to the bin, or takes that back."));
  g_autoptr (GArray) articles = NULL;
  guint n = 0;
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  for (guint act = 0; act < N_ACTS; act++)
    n += wanted[act];
  if (n == 0)
    return fz_cli_usage (_("say what to mark articles as; see fangzhi-cli mark --help"));
  for (guint act = 0; act < N_ACTS; act += 2)
    if (wanted[act] && wanted[act + 1])
      return fz_cli_usage (_("an article is not both marked and unmarked"));
  articles = take_articles (cli);
  return articles != NULL ? mark (cli, articles, wanted) : FZ_EXIT_USAGE;
}
