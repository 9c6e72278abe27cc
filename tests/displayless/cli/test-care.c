/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "cli-run.h"
#include "json-contract.h"

/* search, check, backup and restore, over a library of two pages. */

#define HIT_KEYS "article:i source:s title:S region:O snippet:s hits:a"

static const char bamboo[] =
  "安吉县递铺街道竹廊修到山脚下\n\n"
  "本报讯 安吉县递铺街道去年新修竹廊1.2公里,投资350万元,惠及村民2400人。\n";
static const char potato[] =
  "定西市马铃薯“卖出”好价,每斤一元\n\n"
  "本报讯 定西市安定区今年种植马铃薯32万亩,同比增长4.5%,惠及村民。\n";

typedef struct {
  TempFolder  temp;
  char       *library;
  char       *copy;
} Fixture;

static void
import (const TempFolder *temp, const char *text, const char *name, const char *date)
{
  g_autofree char *name_option = g_strconcat ("--name=", name, NULL);
  g_autofree char *date_option = g_strconcat ("--date=", date, NULL);
  g_auto (CliRun) run = { 0 };

  cli_run_input (&run, temp, text, -1, "import", "-", name_option, date_option, NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  temp_folder_init (&self->temp, NULL);
  import (&self->temp, bamboo, "竹.txt", "2022-05-01");
  import (&self->temp, potato, "薯.txt", "2023-06-02");
  self->library = g_build_filename (self->temp.path, "fangzhi", "library.db", NULL);
  self->copy = g_build_filename (self->temp.path, "copy.db", NULL);
  g_assert_true (g_file_test (self->library, G_FILE_TEST_EXISTS));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_free (self->library);
  g_free (self->copy);
  temp_folder_clear (&self->temp, NULL);
}

/* Runs to its good end. */
#define RUN(run, ...) \
  G_STMT_START { \
    cli_run (&run, &self->temp, __VA_ARGS__, NULL); \
    g_assert_cmpstr (run.err, ==, ""); \
    g_assert_cmpint (run.status, ==, 0); \
  } G_STMT_END

static void
assert_count (Fixture *self, const char *query, const char *count)
{
  g_auto (CliRun) run = { 0 };

  RUN (run, "search", "--count", query);
  g_assert_cmpstr (run.out, ==, count);
}

static void
test_search (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) json = { 0 }, text = { 0 }, dated = { 0 }, first = { 0 };
  g_autoptr (JsonObject) hit = NULL;

  assert_count (self, "村民", "2\n");
  assert_count (self, "3500000元", "1\n");
  assert_count (self, "村民 region:甘肃", "1\n");
  assert_count (self, "鯨魚", "0\n");
  RUN (json, "search", "--format=json", "竹廊");
  g_assert_cmpuint (cli_count_lines (json.out), ==, 1);
  hit = json_contract_parse (json.out);
  json_contract_keys (hit, HIT_KEYS);
  g_assert_nonnull (strstr (json.out, "\"snippet\":\"本报讯 安吉县递铺街道去年新修竹廊1.2公里,投资350万元,惠及村民2400人。\",\"hits\":[[7,9],[30,32]]"));
  RUN (text, "search", "竹廊", "投资");
  g_assert_nonnull (strstr (text.out, "浙江省/湖州市/安吉县"));
  RUN (dated, "search", "--order=date", "--format=json", "村民");
  g_assert_true (strstr (dated.out, "薯.txt") < strstr (dated.out, "竹.txt"));
  RUN (first, "search", "--order=date", "--limit=1", "--format=json", "村民");
  g_assert_cmpuint (cli_count_lines (first.out), ==, 1);
}

static void
test_wrong_query (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) bracket = { 0 }, order = { 0 }, none = { 0 };

  cli_run (&bracket, &self->temp, "search", "(竹廊", NULL);
  g_assert_cmpint (bracket.status, ==, 2);
  g_assert_cmpstr (bracket.err, ==, "fangzhi-cli: Character 1: this bracket is not closed\n");
  cli_run (&order, &self->temp, "search", "--order=size", "竹廊", NULL);
  g_assert_cmpint (order.status, ==, 2);
  cli_run (&none, &self->temp, "search", NULL);
  g_assert_cmpint (none.status, ==, 2);
}

static void
overwrite (const char *path, gsize at, gsize length)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, at + length);
  memset (content + at, 'x', length);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

static void
test_check (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) sound = { 0 }, renewed = { 0 }, damaged = { 0 }, told = { 0 }, again = { 0 };

  RUN (sound, "check");
  g_assert_cmpstr (sound.out, ==, "The library is sound.\n");
  RUN (renewed, "check", "--renew-index");
  g_assert_cmpstr (renewed.out, ==, "The library is sound.\n");
  assert_count (self, "村民", "2\n");
  overwrite (self->library, 40000, 20000);
  cli_run (&damaged, &self->temp, "check", NULL);
  g_assert_cmpint (damaged.status, ==, 1);
  g_assert_nonnull (strstr (damaged.err, "damaged"));
  /* What is to be done about it is said once, then what is wrong. */
  g_assert_cmpuint (cli_count_lines (damaged.err), ==, 1);
  g_assert_cmpuint (cli_count_lines (damaged.out), >, 1);
  g_assert_null (strstr (damaged.out, "put a backup in its place"));
  cli_run (&told, &self->temp, "list", NULL);
  g_assert_nonnull (strstr (told.err, "The library was found damaged"));
  cli_run (&again, &self->temp, "check", NULL);
  g_assert_nonnull (strstr (again.err, "The library is damaged"));
  g_assert_null (strstr (again.err, "The library was found damaged"));
  g_assert_cmpint (told.status, ==, 0);
}

/* @sentence has one %s in it. */
static void
assert_says (const CliRun *run, const char *sentence, const char *name)
{
  g_autoptr (GString) expected = g_string_new (sentence);

  g_string_replace (expected, "%s", name, 1);
  g_assert_cmpstr (run->out, ==, expected->str);
}

static void
test_back (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) backup = { 0 }, restore = { 0 }, check = { 0 };
  g_autofree char *before = g_strconcat (self->library, ".before", NULL);
  g_autofree char *of_before = g_strconcat ("--library=", before, NULL);
  g_autofree char *of_fresh = g_strconcat ("--library=", self->library, ".fresh", NULL);
  g_auto (CliRun) kept = { 0 }, second = { 0 }, fresh = { 0 };

  RUN (backup, "backup", self->copy);
  assert_says (&backup, "The backup is “%s”; it has 2 articles.\n", self->copy);
  import (&self->temp, "鲸鱼搁浅\n\n本报讯 海边来了一头鲸鱼。\n", "鲸.txt", "2024-01-01");
  assert_count (self, "鲸鱼", "1\n");
  RUN (restore, "restore", self->copy);
  assert_count (self, "鲸鱼", "0\n");
  assert_count (self, "村民", "2\n");
  RUN (check, "check");
  RUN (kept, of_before, "search", "--count", "鲸鱼");
  g_assert_cmpstr (kept.out, ==, "1\n");
  assert_says (&restore, "The backup is in place; what was there before is “%s” now.\n", before);
  RUN (second, "restore", self->copy);
  assert_says (&second, "The backup is in place; what was there before is “%s.2” now.\n", before);
  RUN (fresh, of_fresh, "restore", self->copy);
  g_assert_cmpstr (fresh.out, ==, "The backup is in place.\n");
}

/* SQLite's own count, bytes 28 to 31 of the head of a file that nobody writes. */
static guint
count_pages (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;
  guint32 count;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memcpy (&count, content + 28, sizeof count);
  return GUINT32_FROM_BE (count);
}

/* Pages are counted: those of a copy that is put in place when they are looked at, and
 * when they are copied. */
static void
test_progress (Fixture *self, gconstpointer unused)
{
  const char *backup[] = { "backup", self->copy, NULL }, *restore[] = { "restore", self->copy, NULL };
  g_autofree char *made = cli_run_terminal (&self->temp, backup), *back = cli_run_terminal (&self->temp, restore);
  guint n = count_pages (self->copy);
  g_autofree char *first = g_strdup_printf ("\r\033[K%u/%u pages of the file", n, n);
  g_autofree char *second = g_strdup_printf ("\r\033[K0/%u pages of the file", 2 * n);

  g_assert_true (g_str_has_prefix (made, first));
  g_assert_true (g_str_has_prefix (back, second));
  g_assert_true (g_str_has_suffix (back, "\r\033[K"));
}

static guint
count_rows (const char *path)
{
  const char *sql =
    "SELECT count (*) + (SELECT count (*) FROM source_bytes) + (SELECT count (*) FROM correction) "
    "+ (SELECT count (*) FROM article) + (SELECT count (*) FROM article_text) + (SELECT count (*) FROM author) "
    "+ (SELECT count (*) FROM block) + (SELECT count (*) FROM place) + (SELECT count (*) FROM figure) "
    "+ (SELECT count (*) FROM programme) + (SELECT count (*) FROM second_region) FROM source";
  sqlite3 *db;
  sqlite3_stmt *ask;
  guint n;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &ask, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (ask), ==, SQLITE_ROW);
  n = (guint) sqlite3_column_int (ask, 0);
  sqlite3_finalize (ask);
  sqlite3_close (db);
  return n;
}

/* Of what is salvaged rows are counted; other tables than those have none here. */
static void
test_progress_of_rows (Fixture *self, gconstpointer unused)
{
  const char *salvage[] = { "salvage", self->copy, NULL };
  g_autofree char *told = cli_run_terminal (&self->temp, salvage);
  g_autofree char *first = g_strdup_printf ("\r\033[K0/%u rows", count_rows (self->library));

  g_assert_true (g_str_has_prefix (told, first));
}

/* A library that cannot be read any more is moved aside, and the copy takes its
 * place. */
static void
test_back_from_ruin (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) backup = { 0 }, restore = { 0 };

  RUN (backup, "backup", self->copy);
  overwrite (self->library, 0, 30000);
  RUN (restore, "restore", self->copy);
  assert_count (self, "村民", "2\n");
}

/* Ctrl-C, at whatever moment: what was there stands whole, or the copy. */
static void
test_interrupted (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) backup = { 0 };
  const char *arguments[] = { "restore", self->copy, NULL };
  const guint n_rounds = 8;

  RUN (backup, "backup", self->copy);
  import (&self->temp, "鲸鱼搁浅\n\n本报讯 海边来了一头鲸鱼。\n", "鲸.txt", "2024-01-01");
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GSubprocessLauncher) launcher = cli_launcher (&self->temp, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GSubprocess) process = cli_spawn (launcher, arguments);
      g_auto (CliRun) check = { 0 }, all = { 0 };

      g_usleep ((gulong) g_test_rand_int_range (0, 40000));
      g_subprocess_send_signal (process, SIGINT);
      g_subprocess_wait (process, NULL, NULL);
      RUN (check, "check");
      RUN (all, "search", "--count", "本报讯");
      g_assert_true (g_str_equal (all.out, "2\n") || g_str_equal (all.out, "3\n"));
      assert_count (self, "村民", "2\n");
    }
}

/* What is no library does not take one's place. */
static void
test_no_copy (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) strange = { 0 }, missing = { 0 }, damaged = { 0 }, same = { 0 }, backup = { 0 };
  g_auto (CliRun) blank = { 0 }, linked = { 0 }, foreign = { 0 };
  g_autofree char *empty = temp_folder_write (&self->temp, "empty.db", "", 0);
  g_autofree char *alias = g_strconcat (self->library, ".alias", NULL), *text = NULL;
  g_autofree char *stranger = temp_folder_write (&self->temp, "stranger.txt", "这不是库\n", -1);

  cli_run (&strange, &self->temp, "restore", stranger, NULL);
  g_assert_cmpint (strange.status, ==, 1);
  cli_run (&blank, &self->temp, "restore", empty, NULL);
  g_assert_cmpint (blank.status, ==, 1);
  assert_count (self, "村民", "2\n");
  g_assert_cmpint (symlink (self->library, alias), ==, 0);
  cli_run (&linked, &self->temp, "backup", alias, NULL);
  g_assert_nonnull (strstr (linked.err, "the library itself"));
  cli_run (&foreign, &self->temp, "backup", stranger, NULL);
  g_assert_cmpint (foreign.status, ==, 1);
  g_assert_true (g_file_get_contents (stranger, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "这不是库\n");
  cli_run (&missing, &self->temp, "restore", self->copy, NULL);
  cli_assert_failed (&missing, 1, self->copy, "This backup cannot be read, and the library stays as it was; choose another "
                                              "(No such file or directory)");
  RUN (backup, "backup", self->copy);
  overwrite (self->copy, 40000, 20000);
  cli_run (&damaged, &self->temp, "restore", self->copy, NULL);
  g_assert_cmpint (damaged.status, ==, 1);
  g_assert_nonnull (strstr (damaged.err, "This backup is damaged"));
  cli_run (&same, &self->temp, "backup", self->library, NULL);
  g_assert_nonnull (strstr (same.err, "the library itself"));
  assert_count (self, "村民", "2\n");
}

/* The titles of a list, a letter each: b for the bamboo, p for the potatoes. */
static void
assert_list (Fixture *self, const char *expected, const char *option, const char *other)
{
  g_auto (CliRun) run = { 0 };
  g_autoptr (GString) found = g_string_new (NULL);

  cli_run (&run, &self->temp, "list", option, other, NULL);
  g_assert_cmpint (run.status, ==, 0);
  for (const char *at = run.out; *at != '\0'; at = g_utf8_next_char (at))
    if (g_str_has_prefix (at, "竹廊") || g_str_has_prefix (at, "马铃薯"))
      g_string_append_c (found, g_str_has_prefix (at, "竹廊") ? 'b' : 'p');
  g_assert_cmpstr (found->str, ==, expected);
}

/* 安吉 stands before 定西; the bamboo was printed first. */
static void
test_shelves (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) star = { 0 }, bin = { 0 }, unbin = { 0 }, wrong = { 0 };

  assert_list (self, "bp", "--sort=title", NULL);
  assert_list (self, "pb", "--sort=date", NULL);
  RUN (star, "mark", "--star", "--read", "2");
  assert_list (self, "p", "--starred", NULL);
  assert_list (self, "b", "--unread", NULL);
  assert_list (self, "", "--starred", "--region=浙江省");
  RUN (bin, "mark", "--bin", "2");
  assert_list (self, "p", "--bin", NULL);
  assert_list (self, "b", NULL, NULL);
  assert_list (self, "", "--starred", NULL);
  RUN (unbin, "mark", "--unbin", "--unstar", "2");
  assert_list (self, "bp", NULL, NULL);
  assert_list (self, "", "--starred", NULL);
  cli_run (&wrong, &self->temp, "mark", "--star", "9", "1", NULL);
  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_true (g_str_has_prefix (wrong.err, "fangzhi-cli: 9: "));
  assert_list (self, "b", "--starred", NULL);
}

/* Nothing goes before it was said twice. */
static void
test_remove (Fixture *self, gconstpointer unused)
{
  g_auto (CliRun) asked = { 0 }, removed = { 0 }, again = { 0 };

  cli_run (&asked, &self->temp, "remove", "2", NULL);
  g_assert_cmpint (asked.status, ==, 1);
  g_assert_cmpstr (asked.out, ==, "2: 1 article goes, and 1 correction\n");
  g_assert_cmpstr (asked.err, ==, "fangzhi-cli: 2: nothing was removed; say --yes to remove it\n");
  assert_list (self, "bp", NULL, NULL);
  RUN (removed, "remove", "--yes", "2");
  assert_list (self, "b", NULL, NULL);
  cli_run (&again, &self->temp, "remove", "--yes", "2", NULL);
  g_assert_cmpint (again.status, ==, 1);
  g_assert_cmpstr (again.out, ==, "");
  import (&self->temp, potato, "薯.txt", "2023-06-02");
  assert_list (self, "bp", NULL, NULL);
}

/* A page of the texts is damaged: the rest is written into a new library, and what can
 * be made from the bytes of the pages is made again. */
static void
test_salvage (Fixture *self, gconstpointer unused)
{
  g_autofree char *option = g_strconcat ("--library=", self->copy, NULL), *content = NULL;
  g_autofree char *nowhere = g_strconcat (self->library, ".nowhere", NULL);
  g_autofree char *of_missing = g_strconcat ("--library=", nowhere, NULL);
  g_auto (CliRun) whole = { 0 }, again = { 0 }, damaged = { 0 }, reanalyzed = { 0 }, found = { 0 }, sound = { 0 };
  g_auto (CliRun) missing = { 0 };
  const char needle[] = "竹廊修到山脚下\n本报讯";
  char *at;
  gsize length;

  RUN (whole, "salvage", self->copy);
  g_assert_cmpstr (whole.out, ==, "All of the library was read.\n");
  cli_run (&again, &self->temp, "salvage", self->copy, NULL);
  g_assert_cmpint (again.status, ==, 1);
  cli_run (&missing, &self->temp, of_missing, "salvage", self->copy, NULL);
  cli_assert_failed (&missing, 1, nowhere, "There is no such library");
  g_assert_cmpint (g_unlink (self->copy), ==, 0);

  g_assert_true (g_file_get_contents (self->library, &content, &length, NULL));
  /* So it stands in its text alone: the page as imported has an empty line there. */
  at = memmem (content, length, needle, strlen (needle));
  g_assert_nonnull (at);
  *at ^= 1;
  g_assert_true (g_file_set_contents (self->library, content, (gssize) length, NULL));
  RUN (damaged, "salvage", self->copy);
  g_assert_nonnull (strstr (damaged.out, "Some of the library could not be read"));
  RUN (sound, option, "check");
  RUN (reanalyzed, option, "reanalyze");
  RUN (found, option, "search", "--count", "惠及村民");
  g_assert_cmpstr (found.out, ==, "2\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/care/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/cli/care/wrong-query", Fixture, NULL, set_up, test_wrong_query, tear_down);
  g_test_add ("/cli/care/shelves", Fixture, NULL, set_up, test_shelves, tear_down);
  g_test_add ("/cli/care/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/cli/care/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/cli/care/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/cli/care/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/cli/care/progress-of-rows", Fixture, NULL, set_up, test_progress_of_rows, tear_down);
  g_test_add ("/cli/care/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/cli/care/back-from-ruin", Fixture, NULL, set_up, test_back_from_ruin, tear_down);
  g_test_add ("/cli/care/salvage", Fixture, NULL, set_up, test_salvage, tear_down);
  g_test_add ("/cli/care/no-copy", Fixture, NULL, set_up, test_no_copy, tear_down);
  return g_test_run ();
}
