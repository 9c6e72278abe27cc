/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-connection.h"
#include "fz-library.h"
#include "lists.h"

/* The lists of a library of a million articles that have no texts: a library with
 * them takes an hour to make (bench-search), and no list reads them.
 *
 *   bench-lists [--articles=N] */

/* Eight on a page; 8,000 days, a seventh of the pages without one; two of five of
 * Zhejiang, a twentieth of no region, some of a second one. */
#define MAKE_ROWS \
  "BEGIN;" \
  "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < %d / 8) " \
  "INSERT INTO source (id, sha256, name, encoding, doubtful, replaced, newspaper, newspaper_by, date, date_by, edition_by, " \
  "                    section_by, imported) " \
  "  SELECT n, randomblob (32), n || '.txt', 'UTF-8', 0, 0, '浙中日报', 'read', " \
  "         CASE WHEN n %% 7 <> 0 THEN date ('2002-01-01', (n * 7919 %% 8000) || ' days') END, 'read', 'read', 'read', 0 FROM n;" \
  "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 8), " \
  "row (source, number, chance, day) AS (SELECT source.id, n, abs (random ()), " \
  "  coalesce (CAST (julianday (date) AS INTEGER), 0) FROM source CROSS JOIN n) " \
  "INSERT INTO article (source, number, kind, engine, first_line, last_line, title, region, opening, length, n_figures, " \
  "                     title_key, day) " \
  "  SELECT source, number, 'article', '1', number, number, '白鹭回来了之' || number, " \
  "         CASE WHEN chance %% 20 = 0 THEN 0 WHEN chance %% 20 < 9 THEN 330100000000 + chance / 20 %% 1000 * 1000000 " \
  "              ELSE 510100000000 + chance / 20 %% 3000 * 1000000 END, " \
  "         '七只白鹭落在田里。', chance %% 3000, 0, randomblob (24), day FROM row;" \
  "INSERT INTO second_region (region, source, number, article, own) " \
  "  SELECT 330100000000, source, number, id, region FROM article WHERE id %% 50 = 1 AND region <> 330100000000;" \
  "COMMIT"

static void
check (gboolean  done,
       GError   *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
make_rows (const char *path,
           int         n_articles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (FzConnection) writer = NULL;
  g_autofree char *sql = g_strdup_printf (MAKE_ROWS, n_articles);

  check (library != NULL, error);
  fz_library_close (library);
  writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, &error);
  check (writer != NULL && fz_connection_execute (writer, sql, &error) &&
         fz_connection_execute (writer, fz_sql_text (FZ_SQL_COUNT_ALL_DAYS), &error), error);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  int n_articles = 1000000;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_INT, &n_articles, "How many", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  g_option_context_add_main_entries (options, entries, NULL);
  check (g_option_context_parse (options, &argc, &argv, &error), error);
  make_rows (path, n_articles);
  lists_time (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
