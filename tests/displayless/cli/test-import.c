/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-run.h"
#include "fz-page.h"
#include "fz-sums.h"

/* A page of one article that no other page is equal to. */
static char *
write_page (const TempFolder *temp, const char *name, guint number)
{
  g_autofree char *text = g_strdup_printf ("竹廊修到第%u村\n\n本报讯 安吉县递铺街道去年新修竹廊%u米。\n", number, number + 1000);

  return temp_folder_write (temp, name, text, -1);
}

static guint
count_articles (const TempFolder *temp, const char *library)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "list", "--format=json", "--library", library, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  return cli_count_lines (run.out);
}

static void
test_twice (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "deep/below/library.db");
  g_autofree char *folder = temp_folder_make (temp, "in");
  g_autofree char *first = write_page (temp, "in/1.txt", 1);
  g_autofree char *second = write_page (temp, "in/2.txt", 2);
  g_auto (CliRun) once = { 0 };
  g_auto (CliRun) twice = { 0 };

  cli_run (&once, temp, "--library", library, "import", folder, NULL);
  g_assert_cmpstr (once.err, ==, "");
  g_assert_cmpstr (once.out, ==, "Came in: 2 pages, 2 articles\n");
  g_assert_cmpint (once.status, ==, 0);
  cli_run (&twice, temp, "import", folder, first, "--library", library, NULL);
  g_assert_cmpstr (twice.out, ==, "Came in: 0 pages, 0 articles\nThere already: 3\n");
  g_assert_cmpint (twice.status, ==, 0);
  g_assert_cmpuint (count_articles (temp, library), ==, 2);
}

/* What was left out of the texts is told once for all of them, and only of pages
 * that came in. */
static void
test_oddities (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "library.db");
  g_autofree char *first = temp_folder_write (temp, "1.txt", "稻田画\x01引来\x02八方客\r\n\r\n新塍镇的稻田画开画了。\r\n", -1);
  g_autofree char *second = temp_folder_write (temp, "2.txt", "老街\x1B修旧如\xC2\xAD旧\n\n新塍镇的老街修好了。\n", -1);
  g_auto (CliRun) once = { 0 }, twice = { 0 };

  cli_run (&once, temp, "--library", library, "import", first, second, NULL);
  g_assert_cmpstr (once.out, ==, "Came in: 2 pages, 2 articles\n3 control characters left out\n1 soft hyphen left out\n");
  cli_run (&twice, temp, "--library", library, "import", first, second, NULL);
  g_assert_cmpstr (twice.out, ==, "Came in: 0 pages, 0 articles\nThere already: 2\n");
}

/* With no --library it is the one of the person's data folder. */
static void
test_default_library (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *page = write_page (temp, "1.txt", 1);
  g_autofree char *library = temp_folder_path (temp, "fangzhi/library.db");
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "import", page, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (count_articles (temp, library), ==, 1);
}

static void
test_stdin (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };
  g_auto (CliRun) list = { 0 };

  cli_run_input (&run, temp, "竹廊\n\n本报讯 安吉县修竹廊12米。\n", -1,
                 "import", "-", "--name=竹.txt", "--newspaper=竹乡晚报", "--date=2019-03-05", NULL);
  g_assert_cmpint (run.status, ==, 0);
  cli_run (&list, temp, "list", "--format=json", NULL);
  g_assert_nonnull (strstr (list.out, "\"source\":\"竹.txt\""));
  g_assert_nonnull (strstr (list.out, "\"newspaper\":\"竹乡晚报\",\"date\":\"2019-03-05\""));
}

/* What a region was stands below what it is, and its articles count for both. */
static void
test_past (TempFolder *temp, gconstpointer unused)
{
  static const struct { const char *date, *page; } pages[] = {
    { "--date=1990-05-06", "临安办起夜校\n\n本报讯 临安的夜校开了课,来了三十人。\n" },
    { "--date=2020-05-06", "临安又办夜校\n\n本报讯 临安的夜校又开了课,来了四十人。\n" },
  };
  g_auto (CliRun) text = { 0 };
  g_auto (CliRun) json = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run_input (&run, temp, pages[i].page, -1, "import", "-", pages[i].date, NULL);
      g_assert_cmpint (run.status, ==, 0);
    }
  cli_run (&text, temp, "regions", NULL);
  g_assert_nonnull (strstr (text.out, "      临安区"));
  g_assert_nonnull (strstr (text.out, "        临安县 until 1996"));
  cli_run (&json, temp, "regions", "--format=json", NULL);
  g_assert_nonnull (strstr (json.out, "\"临安区\"]},\"total\":2,\"own\":1,"));
  g_assert_nonnull (strstr (json.out, "{\"region\":{\"code\":\"330112000253\",\"path\":[\"浙江省\",\"杭州市\",\"临安县\"]},\"total\":1,"));
}

/* What a region was when an article was printed is told beside what it is, of the
 * old article alone. */
static void
test_era (TempFolder *temp, gconstpointer unused)
{
  static const struct { const char *date, *text, *json; } pages[] = {
    { "--date=1990-05-06", "浙江省/杭州市/临安县 (now 临安区)",
      "\"region_then\":{\"code\":\"330112000253\",\"path\":[\"浙江省\",\"杭州市\",\"临安县\"]}}\n" },
    { "--date=2020-05-06", "浙江省/杭州市/临安区  ", "\"region_then\":null}\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = temp_folder_path (temp, pages[i].date + 2);
      g_autofree char *library = g_strconcat ("--library=", path, NULL);
      g_auto (CliRun) run = { 0 };
      g_auto (CliRun) text = { 0 };
      g_auto (CliRun) list = { 0 };
      g_auto (CliRun) show = { 0 };

      cli_run_input (&run, temp, "临安办起夜校\n\n本报讯 临安的夜校开了课,来了三十人。\n", -1,
                     library, "import", "-", pages[i].date, NULL);
      g_assert_cmpint (run.status, ==, 0);
      cli_run (&text, temp, library, "list", NULL);
      g_assert_nonnull (strstr (text.out, pages[i].text));
      cli_run (&list, temp, library, "list", "--format=json", NULL);
      g_assert_true (g_str_has_suffix (list.out, pages[i].json));
      cli_run (&show, temp, library, "show", "1", "--format=json", NULL);
      g_assert_true (g_str_has_suffix (show.out, pages[i].json));
    }
}

static void
test_failures (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "l.db");
  g_autofree char *folder = temp_folder_make (temp, "in");
  g_autofree char *page = write_page (temp, "in/1.txt", 1);
  g_autofree char *empty = temp_folder_write (temp, "in/2.txt", "", 0);
  g_autofree char *large = temp_folder_write (temp, "in/3.txt", "", 0);
  g_autofree char *missing = temp_folder_path (temp, "missing.txt");
  g_auto (CliRun) run = { 0 };

  g_assert_cmpint (truncate (large, 40 * 1024 * 1024), ==, 0);
  cli_run (&run, temp, "--library", library, "import", missing, folder, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (run.out, ==, "Came in: 1 page, 1 article\nFailed: 3\n");
  g_assert_cmpuint (cli_count_lines (run.err), ==, 3);
  g_assert_nonnull (strstr (run.err, "missing.txt: There is no such file\n"));
  g_assert_nonnull (strstr (run.err, "in/3.txt: It is larger than a page can be (32 MB)\n"));
  g_assert_cmpuint (count_articles (temp, library), ==, 1);
}

/* A link that leads back keeps no page out: it is told, and all is done. */
static void
test_loop (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *folder = temp_folder_make (temp, "in");
  g_autofree char *page = write_page (temp, "in/1.txt", 1);
  g_autofree char *loop = temp_folder_path (temp, "in/loop");
  g_auto (CliRun) run = { 0 };

  temp_folder_link (temp, "in/loop", "../in");
  cli_run (&run, temp, "import", folder, NULL);
  cli_assert_failed (&run, 0, loop, "It leads back to a folder that it lies in, and was not followed");
  g_assert_cmpstr (run.out, ==, "Came in: 1 page, 1 article\n");
}

/* Tries every verb on a library that cannot be one. */
static void
assert_no_library (const TempFolder *temp, const char *library)
{
  g_autofree char *page = write_page (temp, "page.txt", 1);
  const char *verbs[][3] = { { "import", page }, { "list" }, { "show", "1" }, { "figures" }, { "regions" } };
  g_autofree char *prefix = g_strdup_printf ("fangzhi-cli: %s: ", library);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, temp, "--library", library, verbs[i][0], verbs[i][1], NULL);
      g_test_message ("%s", run.err);
      g_assert_cmpint (run.status, ==, 1);
      g_assert_true (g_str_has_prefix (run.err, prefix));
      g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
      g_assert_cmpstr (run.out, ==, "");
    }
}

/* A file that is refused stays as it was, and nothing is put beside it. */
static void
assert_refused_whole (const TempFolder *temp, const char *library, const char *content, gsize length)
{
  g_autofree char *wal = g_strconcat (library, "-wal", NULL);
  g_autofree char *after = NULL;
  gsize after_length;

  assert_no_library (temp, library);
  g_assert_true (g_file_get_contents (library, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, content, length);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_no_database (TempFolder *temp, gconstpointer unused)
{
  static const char text[] = "这是一篇日记，不是数据库。";
  g_autofree char *library = temp_folder_write (temp, "diary.db", text, -1);

  assert_refused_whole (temp, library, text, strlen (text));
  assert_no_library (temp, temp->path);
}

/* A library whose head is changed: SQLite keeps user_version at byte 60 and
 * application_id at 68, both big-endian. */
static void
assert_head_refused (const TempFolder *temp, gsize at, const char *value)
{
  g_autofree char *library = temp_folder_path (temp, "head.db");
  g_autofree char *page = write_page (temp, "1.txt", 1);
  g_autofree char *content = NULL;
  gsize length;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "--library", library, "import", page, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_file_get_contents (library, &content, &length, NULL));
  memcpy (content + at, value, 4);
  g_assert_true (g_file_set_contents (library, content, length, NULL));
  assert_refused_whole (temp, library, content, length);
}

static void
test_newer (TempFolder *temp, gconstpointer unused)
{
  assert_head_refused (temp, 60, "\0\0\x7f\xff");
}

static void
test_foreign (TempFolder *temp, gconstpointer unused)
{
  assert_head_refused (temp, 68, "\x01\x02\x03\x04");
}

/* Root may write where the mode forbids it; nobody may in /proc. */
static void
test_read_only (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *page = write_page (temp, "1.txt", 1);
  g_autofree char *folder = temp_folder_make (temp, "locked");
  g_autofree char *locked = g_build_filename (geteuid () == 0 ? "/proc" : folder, "library.db", NULL);
  g_auto (CliRun) run = { 0 };

  g_assert_cmpint (chmod (folder, 0500), ==, 0);
  cli_run (&run, temp, "--library", locked, "import", page, NULL);
  g_test_message ("%s", run.err);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, "fangzhi-cli: "));
  g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
  g_assert_cmpstr (run.out, ==, "");
}

static void
test_no_library (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "none.db");
  g_auto (CliRun) named = { 0 };
  g_auto (CliRun) own = { 0 };

  cli_run (&named, temp, "--library", library, "list", NULL);
  cli_assert_failed (&named, 1, library, "There is no such library");
  g_assert_false (g_file_test (library, G_FILE_TEST_EXISTS));
  /* A person's own that was never written to is empty, not wrong. */
  cli_run (&own, temp, "list", NULL);
  g_assert_cmpint (own.status, ==, 0);
  g_assert_cmpstr (own.out, ==, "");
}

/* On a terminal the work is told, and the line is empty again at the end. */
static void
test_progress (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *page = write_page (temp, "竹\x1b[31m廊.txt", 1);
  const char *arguments[] = { "import", page, NULL };
  g_autofree char *text = cli_run_terminal (temp, arguments);

  g_assert_cmpstr (text, ==, "\r\033[K0/1 竹\xef\xbf\xbd[31m廊.txt\r\033[K");
}

static void
wait_for_articles (const TempFolder *temp, const char *library, guint n)
{
  while (!g_file_test (library, G_FILE_TEST_EXISTS) || count_articles (temp, library) < n)
    g_usleep (1000);
}

/* A file that may not grow further is told by signal, too. */
static void
limit_files (gpointer unused)
{
  const struct rlimit limit = { 512 * 1024, 512 * 1024 };

  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_full (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "l.db");
  g_autofree char *folder = temp_folder_path (temp, "in");
  const char *arguments[] = { "--library", library, "import", folder, NULL };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (CliRun) run = { 0 };

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", i);

      g_free (write_page (temp, name, i));
    }
  g_subprocess_launcher_set_child_setup (launcher, limit_files, NULL, NULL);
  process = cli_spawn (launcher, arguments);
  cli_finish (&run, process, NULL, 0);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
  g_assert_nonnull (strstr (run.err, ": There is no space left for the library; free some and try again"));
  g_assert_true (g_str_has_prefix (run.out, "Came in: "));
  g_assert_cmpuint (count_articles (temp, library), ==, (guint) atoi (run.out + strlen ("Came in: ")));
}

/* Another program begins to write when the first page has come in, and does
 * not end. */
static void
test_held (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "l.db");
  g_autofree char *first = write_page (temp, "1.txt", 1);
  g_autofree char *second = write_page (temp, "2.txt", 2);
  const char *arguments[] = { "--library", library, "import", first, "-", second, NULL };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *line = g_strdup_printf ("fangzhi-cli: %s: The library is held by another program; try again later (database is locked)\n", library);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (CliRun) run = { 0 };
  sqlite3 *other;

  process = cli_spawn (launcher, arguments);
  wait_for_articles (temp, library, 1);
  g_assert_cmpint (sqlite3_open_v2 (library, &other, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  cli_finish (&run, process, "竹廊\n\n本报讯 安吉县修竹廊12米。\n", -1);
  sqlite3_close (other);
  g_assert_cmpstr (run.err, ==, line);
  g_assert_cmpstr (run.out, ==, "Came in: 1 page, 1 article\n");
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (count_articles (temp, library), ==, 1);
}

/* A newer program brings the library up to date when the first page has come in. */
static void
test_upgraded_meanwhile (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *library = temp_folder_path (temp, "l.db");
  g_autofree char *first = write_page (temp, "1.txt", 1);
  const char *arguments[] = { "--library", library, "import", first, "-", NULL };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *line = g_strdup_printf ("fangzhi-cli: %s: The library was written by a newer Fangzhi; update Fangzhi to open it\n", library);
  g_autoptr (GSubprocess) process = cli_spawn (launcher, arguments);
  g_auto (CliRun) run = { 0 };
  sqlite3_stmt *ask = NULL;
  sqlite3 *other;

  wait_for_articles (temp, library, 1);
  g_assert_cmpint (sqlite3_open_v2 (library, &other, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA user_version = 32767", NULL, NULL, NULL), ==, SQLITE_OK);
  cli_finish (&run, process, "竹廊\n\n本报讯 安吉县修竹廊12米。\n", -1);
  g_assert_cmpstr (run.err, ==, line);
  g_assert_cmpstr (run.out, ==, "Came in: 1 page, 1 article\n");
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpint (sqlite3_prepare_v2 (other, "SELECT count (*) FROM article", -1, &ask, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (ask), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (ask, 0), ==, 1);
  sqlite3_finalize (ask);
  sqlite3_close (other);
}

/* After the pages of the folder it waits for standard input, which never ends:
 * only the signal does, and what came in stays. */
static void
interrupt (const TempFolder *temp, int number)
{
  g_autofree char *library = temp_folder_path (temp, "l.db");
  g_autofree char *folder = temp_folder_path (temp, "in");
  const char *arguments[] = { "--library", library, "import", folder, "-", NULL };
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (CliRun) again = { 0 };
  char text[256] = "";

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", i);

      g_free (write_page (temp, name, i));
    }
  process = cli_spawn (launcher, arguments);
  wait_for_articles (temp, library, 3);
  g_subprocess_send_signal (process, number);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 128 + number);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), text, sizeof text - 1, NULL, NULL), >, 0);
  g_assert_cmpstr (text, ==, "Came in: 3 pages, 3 articles\nStopped before the end; what came in stays.\n");
  cli_run (&again, temp, "--library", library, "import", folder, NULL);
  g_assert_cmpstr (again.out, ==, "Came in: 0 pages, 0 articles\nThere already: 3\n");
}

static void
test_interrupted (TempFolder *temp, gconstpointer unused)
{
  interrupt (temp, SIGINT);
}

static void
test_terminated (TempFolder *temp, gconstpointer unused)
{
  interrupt (temp, SIGTERM);
}

#define ADD(name, func) g_test_add ("/cli/import/" name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("twice", test_twice);
  ADD ("oddities", test_oddities);
  ADD ("default-library", test_default_library);
  ADD ("stdin", test_stdin);
  ADD ("past", test_past);
  ADD ("era", test_era);
  ADD ("failures", test_failures);
  ADD ("full", test_full);
  ADD ("held", test_held);
  ADD ("loop", test_loop);
  ADD ("no-database", test_no_database);
  ADD ("newer", test_newer);
  ADD ("foreign", test_foreign);
  ADD ("read-only", test_read_only);
  ADD ("no-library", test_no_library);
  ADD ("progress", test_progress);
  ADD ("upgraded-meanwhile", test_upgraded_meanwhile);
  ADD ("interrupted", test_interrupted);
  ADD ("terminated", test_terminated);
  return g_test_run ();
}
