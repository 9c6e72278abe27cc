/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-run.h"

/* Each is wrong usage: status 2, a sentence, and nothing done. */
static const char * const wrong[][7] = {
  { NULL },
  { "fly", NULL },
  { "--fly", NULL },
  { "seek", "竹", NULL },
  { "analyze", NULL },
  { "analyze", "--format=xml", "a.txt", NULL },
  { "analyze", "--format=csv", "a.txt", NULL },
  { "analyze", "--fly", "a.txt", NULL },
  { "analyze", "--name=a", "a.txt", NULL },
  { "analyze", "--name=\xff", "-", NULL },
  { "import", NULL },
  { "import", "--date=yesterday", "a.txt", NULL },
  { "import", "--date=2023-02-29", "a.txt", NULL },
  { "import", "--date=2023-1-1", "a.txt", NULL },
  { "import", "--date=2023-01-01T00", "a.txt", NULL },
  { "import", "--newspaper=\xff", "a.txt", NULL },
  { "import", "--encoding=nonsense", "a.txt", NULL },
  { "import", "--encoding=", "a.txt", NULL },
  { "analyze", "--encoding=\xff", "a.txt", NULL },
  { "list", "a", NULL },
  { "list", "--region=无此地名", NULL },
  { "list", "--region=", NULL },
  { "list", "--region=\xff", NULL },
  { "list", "--format=csv", NULL },
  { "list", "--sort=size", NULL },
  { "list", "--starred", "--bin", NULL },
  { "mark", "1", NULL },
  { "mark", "--star", NULL },
  { "mark", "--star", "0", NULL },
  { "mark", "--star", "--unstar", "1", NULL },
  { "remove", NULL },
  { "remove", "--yes", "a", NULL },
  { "show", NULL },
  { "show", "one", NULL },
  { "show", "0", NULL },
  { "show", "-1", NULL },
  { "show", "99999999999999999999", NULL },
  { "show", "1", "2", NULL },
  { "figures", "a", NULL },
  { "figures", "--kind=colour", NULL },
  { "figures", "--since=2023", NULL },
  { "figures", "--until=2023-13-01", NULL },
  { "figures", "--since=2023-02-02", "--until=2023-02-01", NULL },
  { "regions", "a", "b", NULL },
  { "place", NULL },
  { "place", "a", "b", NULL },
  { "place", "a", "--date=1990", NULL },
  { "place", "a", "--home=无此地名", NULL },
  { "typeset", "a.txt", NULL },
  { "typeset", "--width=20", NULL },
  { "typeset", "--width=20", "a.txt", "b.txt", NULL },
  { "typeset", "--width=wide", "a.txt", NULL },
  { "typeset", "--width=0", "a.txt", NULL },
  { "typeset", "--width=nan", "a.txt", NULL },
  { "typeset", "--width=20", "--size=0", "a.txt", NULL },
  { "typeset", "--width=20", "--level=law", "a.txt", NULL },
  { "typeset", "--width=20", "--format=csv", "a.txt", NULL },
  { "typeset", "--width=20", "--font=\xff", "a.txt", NULL },
  { "reanalyze", "1", NULL },
  { "reanalyze", "--format=csv", NULL },
  { "corrections", "1", NULL },
  { "corrections", "--source=one", NULL },
  { "corrections", "--source=0", NULL },
  { "correct", "title", "3", "竹", NULL },
  { "correct", "--source=1", NULL },
  { "correct", "--source=1", "title", NULL },
  { "correct", "--source=1", "colour", "3", NULL },
  { "correct", "--source=1", "role", "3", NULL },
  { "correct", "--source=1", "start", "0", NULL },
  { "correct", "--source=1", "start", "-", NULL },
  { "correct", "--source=1", "date", "-", "2023-02-29", NULL },
  { "correct", "--source=1", "--remove=1", "start", "3", NULL },
  { "--library", NULL },
  { "--library=", "list", NULL },
  { "import", "a.txt", "--library=", NULL },
};

static void
run_list (CliRun *self, const TempFolder *temp, const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = cli_spawn (launcher, arguments);

  cli_finish (self, process, NULL, 0);
}

static void
test_wrong (TempFolder *temp, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (CliRun) run = { 0 };
      g_autofree char *library = temp_folder_path (temp, "fangzhi");

      run_list (&run, temp, wrong[i]);
      g_test_message ("%s", run.err);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_str_has_prefix (run.err, "fangzhi-cli: "));
      g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
      g_assert_false (g_file_test (library, G_FILE_TEST_EXISTS));
    }
}

static void
test_sentences (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) date = { 0 };
  g_auto (CliRun) kind = { 0 };
  g_auto (CliRun) region = { 0 };
  g_auto (CliRun) encoding = { 0 };

  cli_run (&date, temp, "import", "--date=2023-02-29", "a.txt", NULL);
  g_assert_cmpstr (date.err, ==, "fangzhi-cli: --date=2023-02-29 is no date; write it like 2023-01-31\n");
  cli_run (&kind, temp, "figures", "--kind=colour", NULL);
  g_assert_cmpstr (kind.err, ==, "fangzhi-cli: there is no --kind=colour\n");
  cli_run (&encoding, temp, "import", "--encoding=nonsense", "a.txt", "b.txt", NULL);
  g_assert_cmpstr (encoding.err, ==, "fangzhi-cli: there is no --encoding=nonsense\n");
  cli_run (&region, temp, "list", "--region=无此地名", NULL);
  g_assert_cmpstr (region.err, ==, "fangzhi-cli: there is no region “无此地名”\n");
}

static void
test_help (TempFolder *temp, gconstpointer unused)
{
  static const char * const verbs[] = { "analyze", "import", "list", "show", "figures", "regions", "place", "search", "mark", "remove", "check", "backup", "restore", "salvage" };
  g_auto (CliRun) help = { 0 };

  cli_run (&help, temp, "--help", NULL);
  g_assert_cmpint (help.status, ==, 0);
  g_assert_cmpstr (help.err, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage = g_strdup_printf ("fangzhi-cli %s [OPTION…]", verbs[i]);
      g_auto (CliRun) run = { 0 };

      g_assert_nonnull (strstr (help.out, verbs[i]));
      cli_run (&run, temp, verbs[i], "--help", NULL);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (run.out, usage));
      g_assert_nonnull (strstr (run.out, "--library=FILE"));
    }
}

static void
test_version (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "--version", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "fangzhi-cli " FZ_VERSION "\n");
}

#define ADD(name, func) g_test_add ("/cli/usage/" name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("wrong", test_wrong);
  ADD ("sentences", test_sentences);
  ADD ("help", test_help);
  ADD ("version", test_version);
  return g_test_run ();
}
