/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "cli-run.h"
#include "page-maker.h"
#include "fz-sums.h"
#include "fz-tokenizer.h"

/* Analysing anew that is killed.
 *
 * A library is made to look as an older engine would have made it.  Each round
 * analyses it anew and kills the program (SIGKILL) at a random moment of the
 * time that the whole takes.  After it SQLite has to find the file in order,
 * each page has to be wholly as the old engine or wholly as the new one made
 * it, and each mark and correction has to be there, with its words; then the
 * rest is done.
 *
 * A few rounds over few pages are the ordinary test.  The whole trial:
 *
 *   FANGZHI_KILL_ROUNDS=50 FANGZHI_KILL_PAGES=1000
 *
 * The seed of the moments is the one that the test prints (--seed).
 */

typedef struct {
  TempFolder  temp;
  guint       pages;
  char       *library;
  char       *expected; /* all rows of a library that this engine made */
  gint64      duration; /* of a whole run, in microseconds */
} Trial;

static const char make_old[] =
  "UPDATE source SET engine = '0';"
  "UPDATE article SET engine = '0', title = 'old', region = 0, n_figures = 0;"
  "DELETE FROM figure; DELETE FROM place; DELETE FROM programme";

/* A mark on the first words of each article, and a title corrected. */
static const char make_marks[] =
  "INSERT INTO annotation (article, source, start, \"end\", quote, prefix, suffix, color, created, modified)"
  "  SELECT id, source, 0, 6, substr (text, 1, 6), '', substr (text, 7, 32), 0, 0, 0"
  "  FROM article JOIN article_text ON article_text.article = article.id;"
  "INSERT INTO correction (source, kind, first_line, last_line, value, created)"
  "  SELECT id, 'title', 1, 1, '更正的题', 0 FROM source WHERE id % 2 = 0";

static guint
read_setting (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint) atoi (value) : otherwise;
}

static int
append_row (void *data, int n, char **values, char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (data, "%s|", values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (data, '\n');
  return 0;
}

/* What SQLite answers to another program than ours, a line a row. */
static char *
ask (const Trial *self, const char *sql)
{
  g_autoptr (GString) out = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->library, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (fz_tokenizer_register (db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, append_row, out, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
assert_answer (const Trial *self, const char *sql, const char *expected)
{
  g_autofree char *answer = ask (self, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static char *
dump (const Trial *self)
{
  return ask (self,
    "SELECT id, source, number, engine, first_line, last_line, title, region, n_figures FROM article ORDER BY id;"
    "SELECT article, ordinal, surface, value, period FROM figure ORDER BY 1, 2;"
    "SELECT article, ordinal, surface, region, is_primary FROM place ORDER BY 1, 2;"
    "SELECT id, article, start, quote FROM annotation ORDER BY id");
}

static void
import_pages (Trial *self)
{
  g_autofree char *folder = temp_folder_path (&self->temp, "in");
  g_auto (CliRun) run = { 0 };

  for (guint i = 0; i < self->pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%04u.txt", i);
      g_autofree char *text = page_maker_text (i);

      g_free (temp_folder_write (&self->temp, name, text, -1));
    }
  cli_run (&run, &self->temp, "--library", self->library, "import", folder, NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static GSubprocess *
start_reanalysis (const Trial *self)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (&self->temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *arguments[] = { "--library", self->library, "reanalyze", NULL };

  return cli_spawn (launcher, arguments);
}

/* Does all that is not done, and answers how long that took. */
static gint64
reanalyze_rest (const Trial *self)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = start_reanalysis (self);
  g_auto (CliRun) run = { 0 };

  cli_finish (&run, process, NULL, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  return g_get_monotonic_time () - begin;
}

static void
assert_done (const Trial *self)
{
  g_autofree char *now = dump (self);

  g_assert_cmpstr (now, ==, self->expected);
}

static void
assert_whole (const Trial *self)
{
  assert_answer (self, "PRAGMA integrity_check", "ok|\n");
  assert_answer (self, "SELECT count (*) FROM article JOIN source ON source.id = article.source "
                       "WHERE article.engine <> source.engine OR (source.engine = '0') <> (article.title = 'old')", "0|\n");
  assert_answer (self, "SELECT count (*) FROM source WHERE NOT EXISTS (SELECT 1 FROM article WHERE source = source.id)", "0|\n");
  assert_answer (self, "SELECT count (*) FROM annotation LEFT JOIN article_text ON article_text.article = annotation.article "
                       "WHERE text IS NULL OR substr (text, start + 1, \"end\" - start) <> quote", "0|\n");
  assert_answer (self, "SELECT (SELECT count (*) FROM annotation) = (SELECT count (*) FROM article), "
                       "(SELECT count (*) FROM correction) = (SELECT count (*) FROM source WHERE id % 2 = 0)", "1|1|\n");
}

static void
set_up (Trial *self, gconstpointer unused)
{
  temp_folder_init (&self->temp, NULL);
  self->pages = read_setting ("FANGZHI_KILL_PAGES", 40);
  self->library = temp_folder_path (&self->temp, "library.db");
  import_pages (self);
  g_free (ask (self, make_marks));
  g_free (ask (self, make_old));
  self->duration = reanalyze_rest (self);
  self->expected = dump (self);
  assert_whole (self);
  assert_answer (self, "SELECT count (*) > 0 FROM article WHERE title = '更正的题'", "1|\n");
}

static void
tear_down (Trial *self, gconstpointer unused)
{
  g_free (self->library);
  g_free (self->expected);
  temp_folder_clear (&self->temp, NULL);
}

static void
kill_reanalysis (const Trial *self)
{
  g_autoptr (GSubprocess) process = start_reanalysis (self);

  g_usleep ((gulong) g_test_rand_int_range (0, (gint32) self->duration));
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

static void
test_kill (Trial *self, gconstpointer unused)
{
  guint rounds = read_setting ("FANGZHI_KILL_ROUNDS", 5);

  for (guint round = 1; round <= rounds; round++)
    {
      g_autofree char *left = NULL;

      g_free (ask (self, make_old));
      kill_reanalysis (self);
      assert_whole (self);
      left = ask (self, "SELECT count (*) FROM source WHERE engine = '0'");
      reanalyze_rest (self);
      assert_done (self);
      g_test_message ("round %u: killed with %u of %u pages left", round, (guint) atoi (left), self->pages);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/kill-reanalyze", Trial, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
