/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <sqlite3.h>

#include "cli-run.h"
#include "fz-sums.h"

/* Correcting, listing what was corrected and analysing anew, from a shell. */

static const char page_text[] =
  "安吉县递铺街道竹廊修到山脚下\n\n"
  "本报讯 安吉县递铺街道去年新修竹廊1.2公里,投资350万元。\n"
  "村里人说竹廊好。\n";

static void
set_up (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  temp_folder_init (temp, NULL);
  cli_run_input (&run, temp, page_text, -1, "import", "-", "--name=竹.txt", "--newspaper=竹乡晚报", NULL);
  g_assert_cmpint (run.status, ==, 0);
}

/* Runs to its good end. */
#define RUN(run, ...) \
  G_STMT_START { \
    cli_run (&run, temp, __VA_ARGS__, NULL); \
    g_assert_cmpstr (run.err, ==, ""); \
    g_assert_cmpint (run.status, ==, 0); \
  } G_STMT_END

static void
test_correct (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) said = { 0 }, shown = { 0 }, list = { 0 }, text = { 0 }, none = { 0 };

  RUN (said, "correct", "--source=1", "title", "3", "竹廊通了", "--format=json");
  g_assert_true (g_str_has_prefix (said.out, "{\"correction\":2,\"source_id\":1,\"kind\":\"title\",\"lines\":[3,3],"
                                             "\"value\":\"竹廊通了\",\"created\":\""));
  RUN (shown, "show", "1");
  g_assert_nonnull (strstr (shown.out, "\n竹廊通了\n"));
  RUN (list, "corrections", "--format=json");
  g_assert_cmpuint (cli_count_lines (list.out), ==, 2);
  g_assert_nonnull (strstr (list.out, "\"kind\":\"newspaper\",\"lines\":null,\"value\":\"竹乡晚报\""));
  RUN (text, "corrections", "--source=1");
  g_assert_cmpuint (cli_count_lines (text.out), ==, 2);
  g_assert_nonnull (strstr (text.out, "title      3  竹廊通了\n"));
  RUN (none, "corrections", "--source=2");
  g_assert_cmpstr (none.out, ==, "");
}

static const char open_text[] =
  "街巷新闻 2024年3月2日 第2版\n"
  "早点铺六点开门\n"
  "\n"
  "本报讯 鼓楼区的早点铺六点开门,豆浆一碗2元。\n"
  "店里实施“早起工程”。\n";

/* What the article and its programmes are about, the index and the list
 * follow what the reader says of a name, in the next engine too, until it is taken back. */
static void
test_place (TempFolder *temp, gconstpointer unused)
{
  static const char * const about[] = { "\"region\":null", "\"region\":{\"code\":\"320106000000\"", "\"region\":null" };
  g_auto (CliRun) in = { 0 }, said = { 0 }, anew = { 0 }, back = { 0 };
  g_autofree char *before = NULL;

  cli_run_input (&in, temp, open_text, -1, "import", "-", "--name=早.txt", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    {
      g_auto (CliRun) shown = { 0 }, found = { 0 }, list = { 0 };

      if (i == 1)
        {
          RUN (said, "correct", "--source=2", "place", "4", "鼓楼区:320106000000", "--format=json");
          g_assert_nonnull (strstr (said.out, "\"kind\":\"place\""));
          RUN (anew, "reanalyze", "--all");
        }
      else if (i == 2)
        {
          RUN (back, "correct", "--source=2", "--remove=2");
        }
      RUN (shown, "show", "2", "--format=json");
      RUN (found, "search", "地区:南京 豆浆", "--count");
      RUN (list, "list", "--region=3201", "--format=json");
      g_assert_nonnull (strstr (shown.out, about[i]));
      g_assert_nonnull (strstr (strstr (shown.out, "\"name\":\"早起工程\""), about[i]));
      g_assert_cmpstr (found.out, ==, i == 1 ? "1\n" : "0\n");
      g_assert_cmpuint (cli_count_lines (list.out), ==, i == 1 ? 1 : 0);
      if (i == 0)
        before = g_strdup (shown.out);
      else
        g_assert_cmpint (strcmp (before, shown.out) == 0, ==, i == 2);
    }
}

static void
test_remove (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) said = { 0 }, removed = { 0 }, again = { 0 }, list = { 0 };

  RUN (said, "correct", "--source=1", "start", "4");
  RUN (list, "list");
  g_assert_cmpuint (cli_count_lines (list.out), ==, 2);
  RUN (removed, "correct", "--source=1", "--remove=2");
  g_assert_cmpstr (removed.out, ==, "");
  cli_run (&again, temp, "list", NULL);
  g_assert_cmpuint (cli_count_lines (again.out), ==, 1);
}

static void
test_not_there (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) page = { 0 }, correction = { 0 }, region = { 0 };

  cli_run (&page, temp, "correct", "--source=7", "start", "4", NULL);
  cli_assert_failed (&page, 1, "7", "This is not in the library, or not any more");
  cli_run (&correction, temp, "correct", "--source=1", "--remove=9", NULL);
  cli_assert_failed (&correction, 1, "1", "This is not in the library, or not any more");
  cli_run (&region, temp, "correct", "--source=1", "region", "3", "999999000000", NULL);
  cli_assert_failed (&region, 1, "1", "There is no region “999999000000”");
}

static void
make_old (const TempFolder *temp)
{
  g_autofree char *path = temp_folder_path (temp, "fangzhi/library.db");
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE source SET engine = '0'; UPDATE article SET title = 'x'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_reanalyze (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) said = { 0 }, nothing = { 0 }, old = { 0 }, all = { 0 }, shown = { 0 };

  RUN (said, "correct", "--source=1", "kicker", "1", "山乡见闻");
  RUN (nothing, "reanalyze");
  g_assert_cmpstr (nothing.out, ==, "Made anew: 0 pages, 0 articles\n");
  make_old (temp);
  RUN (old, "reanalyze");
  g_assert_cmpstr (old.out, ==, "Made anew: 1 page, 1 article\n");
  RUN (shown, "show", "1", "--format=json");
  g_assert_nonnull (strstr (shown.out, "\"newspaper\":\"竹乡晚报\""));
  g_assert_nonnull (strstr (shown.out, "\"title\":\"安吉县递铺街道竹廊修到山脚下\",\"kicker\":\"山乡见闻\""));
  RUN (all, "reanalyze", "--all", "--format=json");
  g_assert_cmpstr (all.out, ==, "{\"sources\":1,\"articles\":1,\"failed\":0,\"stopped\":false}\n");
}

/* What cannot be read any more is told, and the exit says so. */
static void
test_reanalyze_failure (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_path (temp, "fangzhi/library.db");
  g_auto (CliRun) run = { 0 };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO correction (source, kind, first_line, last_line, value, created) "
                                     "VALUES (1, 'encoding', 0, 0, 'US-ASCII', 0)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  cli_run (&run, temp, "reanalyze", "--all", NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, "fangzhi-cli: 竹.txt: "));
  g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
  g_assert_cmpstr (run.out, ==, "Made anew: 0 pages, 0 articles\nFailed: 1\n");
}

/* Both parts of a story are shown, whichever is asked for. */
static void
test_show_story (TempFolder *temp, gconstpointer unused)
{
  static const char first[] =
    "竹乡晚报 2024年3月1日 第1版\n\n戏班子进山来\n\n本报讯 戏班子昨日进了安吉县的山,唱了三天,\n(下转第4版)\n";
  static const char second[] =
    "竹乡晚报 2024年3月1日 第4版\n\n(上接第一版)又唱了两天,村里人看了还想看。\n";
  g_auto (CliRun) one = { 0 }, two = { 0 }, shown = { 0 }, other = { 0 }, text = { 0 };
  g_auto (GStrv) lines = NULL;

  cli_run_input (&one, temp, second, -1, "import", "-", "--name=4.txt", NULL);
  cli_run_input (&two, temp, first, -1, "import", "-", "--name=1.txt", NULL);
  RUN (shown, "show", "2", "--format=json");
  RUN (other, "show", "3", "--format=json");
  g_assert_cmpstr (shown.out, ==, other.out);
  lines = g_strsplit (shown.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[0], "\"article\":3,\"source\":\"1.txt\",\"source_id\":3,"));
  g_assert_nonnull (strstr (lines[0], "\"continues\":null,\"continued\":2,"));
  g_assert_nonnull (strstr (lines[1], "\"article\":2,\"source\":\"4.txt\",\"source_id\":2,"));
  g_assert_nonnull (strstr (lines[1], "\"continues\":3,\"continued\":null,"));
  RUN (text, "show", "2");
  g_assert_true (strstr (text.out, "戏班子进山来") < strstr (text.out, "又唱了两天"));
}

#define ADD(name, func) g_test_add ("/cli/correct/" name, TempFolder, NULL, set_up, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("correct", test_correct);
  ADD ("remove", test_remove);
  ADD ("not-there", test_not_there);
  ADD ("place", test_place);
  ADD ("reanalyze", test_reanalyze);
  ADD ("reanalyze-failure", test_reanalyze_failure);
  ADD ("show-story", test_show_story);
  return g_test_run ();
}
