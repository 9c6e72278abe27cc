/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "cli-run.h"
#include "json-contract.h"
#include "page-maker.h"
#include "fz-sums.h"
#include "fz-tokenizer.h"

/* Imports that are killed.
 *
 * Each round imports the same pages into a new library and kills the program
 * (SIGKILL) at a random moment of the time that a whole import takes.  After
 * it SQLite has to find the file in order, and each page has to be in it with
 * all of its articles and figures or not at all; then the rest is imported.
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
  char       *folder;
  char       *library;
  GHashTable *expected; /* source → "number:figures number:figures …" */
  gint64      duration; /* of a whole import, in microseconds */
} Trial;

static guint
read_setting (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint) atoi (value) : otherwise;
}

/* Notes an article and how many figures it has, under its source. */
static void
note (GHashTable *sources, const char *source, gint64 number, gint64 figures)
{
  const char *before = g_hash_table_lookup (sources, source);

  g_hash_table_insert (sources, g_strdup (source),
                       g_strdup_printf ("%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT " ",
                                        before != NULL ? before : "", number, figures));
}

static gint64
count_figures (JsonObject *article)
{
  JsonNode *figures = json_object_get_member (article, "figures");

  return JSON_NODE_HOLDS_ARRAY (figures) ? json_array_get_length (json_node_get_array (figures)) : json_node_get_int (figures);
}

/* What the JSON lines of `analyze` or of `list` tell of each source. */
static GHashTable *
read_sources (const char *lines)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      g_autoptr (JsonObject) article = json_contract_parse (list[i]);

      note (sources, json_object_get_string_member (article, "source"),
            json_object_get_int_member (article, "number"), count_figures (article));
    }
  return sources;
}

static GSubprocess *
start (const Trial *self, const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (&self->temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  return cli_spawn (launcher, arguments);
}

static GSubprocess *
start_import (const Trial *self)
{
  const char *arguments[] = { "--library", self->library, "import", self->folder, NULL };

  return start (self, arguments);
}

static void
write_pages (Trial *self)
{
  for (guint i = 0; i < self->pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%04u.txt", i);
      g_autofree char *text = page_maker_text (i);

      g_free (temp_folder_write (&self->temp, name, text, -1));
    }
  self->folder = temp_folder_path (&self->temp, "in");
}

static void
analyze_pages (Trial *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (CliRun) run = { 0 };

  g_strv_builder_add_many (builder, "analyze", "--format=json", NULL);
  for (guint i = 0; i < self->pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%04u.txt", i);

      g_strv_builder_take (builder, temp_folder_path (&self->temp, name));
    }
  arguments = g_strv_builder_end (builder);
  process = start (self, (const char * const *) arguments);
  cli_finish (&run, process, NULL, 0);
  g_assert_cmpint (run.status, ==, 0);
  self->expected = read_sources (run.out);
  g_assert_cmpuint (g_hash_table_size (self->expected), ==, self->pages);
}

static void
name_library (Trial *self, guint round)
{
  g_autofree char *name = g_strdup_printf ("%u.db", round);

  g_free (self->library);
  self->library = temp_folder_path (&self->temp, name);
}

/* Imports all that is not there, and answers how long that took. */
static gint64
import_rest (const Trial *self, guint present)
{
  g_autoptr (GSubprocess) process = NULL;
  g_auto (CliRun) run = { 0 };
  g_autofree char *came_in = g_strdup_printf ("Came in: %u page", self->pages - present);
  gint64 begin = g_get_monotonic_time ();

  process = start_import (self);
  cli_finish (&run, process, NULL, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, came_in));
  return g_get_monotonic_time () - begin;
}

static void
kill_import (const Trial *self)
{
  g_autoptr (GSubprocess) process = start_import (self);

  g_usleep (g_test_rand_int_range (0, self->duration));
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

static int
is_ok (void *unused, int n, char **values, char **names)
{
  g_assert_cmpstr (values[0], ==, "ok");
  return 0;
}

/* Opening it as any other program does also takes in what the log still holds. */
static void
check_integrity (const Trial *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->library, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (fz_tokenizer_register (db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA integrity_check", is_ok, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Answers how many pages are in. */
static guint
check_sources (const Trial *self)
{
  g_autoptr (GHashTable) found = NULL;
  g_auto (CliRun) run = { 0 };
  GHashTableIter iter;
  gpointer source, articles;

  cli_run (&run, &self->temp, "--library", self->library, "list", "--format=json", NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  found = read_sources (run.out);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &source, &articles))
    g_assert_cmpstr (articles, ==, g_hash_table_lookup (self->expected, source));
  return g_hash_table_size (found);
}

static void
set_up (Trial *self, gconstpointer unused)
{
  temp_folder_init (&self->temp, NULL);
  self->pages = read_setting ("FANGZHI_KILL_PAGES", 40);
  write_pages (self);
  analyze_pages (self);
  name_library (self, 0);
  self->duration = import_rest (self, 0);
  g_assert_cmpuint (check_sources (self), ==, self->pages);
}

static void
tear_down (Trial *self, gconstpointer unused)
{
  g_hash_table_unref (self->expected);
  g_free (self->folder);
  g_free (self->library);
  temp_folder_clear (&self->temp, NULL);
}

static void
test_kill (Trial *self, gconstpointer unused)
{
  guint rounds = read_setting ("FANGZHI_KILL_ROUNDS", 5);

  for (guint round = 1; round <= rounds; round++)
    {
      guint present = 0;

      name_library (self, round);
      kill_import (self);
      if (g_file_test (self->library, G_FILE_TEST_EXISTS))
        {
          present = check_sources (self);
          check_integrity (self);
        }
      import_rest (self, present);
      g_assert_cmpuint (check_sources (self), ==, self->pages);
      g_test_message ("round %u: killed with %u of %u pages in", round, present, self->pages);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/kill-import", Trial, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
