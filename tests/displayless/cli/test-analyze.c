/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-run.h"
#include "fz-page.h"
#include "json-contract.h"

static const char page[] =
  "竹廊修到山脚下\n"
  "\n"
  "本报讯 安吉县递铺街道去年新修竹廊1.2公里,投资350万元,惠及村民2400人。\n";

static void
test_json (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "竹.txt", page, -1);
  g_autoptr (JsonObject) article = NULL;
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", "--format=json", path, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (json_contract_lines (run.out), ==, 1);
  article = json_contract_parse (run.out);
  g_assert_cmpstr (json_object_get_string_member (article, "source"), ==, "竹.txt");
  g_assert_cmpstr (json_object_get_string_member (article, "title"), ==, "竹廊修到山脚下");
}

static void
test_text (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "── a.txt · 1 · article · lines 1–3"));
  g_assert_nonnull (strstr (run.out, "\n竹廊修到山脚下\n"));
}

static void
test_stdin (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (JsonObject) named = NULL;
  g_autoptr (JsonObject) unnamed = NULL;
  g_auto (CliRun) first = { 0 };
  g_auto (CliRun) second = { 0 };

  cli_run_input (&first, temp, page, -1, "analyze", "--format=json", "-", "--name=001.txt", NULL);
  named = json_contract_parse (first.out);
  g_assert_cmpstr (json_object_get_string_member (named, "source"), ==, "001.txt");
  cli_run_input (&second, temp, page, -1, "analyze", "--format=json", "-", NULL);
  unnamed = json_contract_parse (second.out);
  g_assert_cmpstr (json_object_get_string_member (unnamed, "source"), ==, "-");
}

/* One that fails is told on its line, and the others are done. */
static void
test_several (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *first = temp_folder_write (temp, "1.txt", page, -1);
  g_autofree char *missing = temp_folder_path (temp, "2.txt");
  g_autofree char *third = temp_folder_write (temp, "3.txt", page, -1);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", "--format=json", first, missing, third, NULL);
  cli_assert_failed (&run, 1, missing, "There is no such file");
  g_assert_cmpuint (json_contract_lines (run.out), ==, 2);
}

/* A name that looks like an option stands behind "--". */
static void
test_dashes (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", "--", "--name", "-x", NULL);
  g_assert_cmpstr (run.err, ==, "fangzhi-cli: --name: There is no such file\n"
                                "fangzhi-cli: -x: There is no such file\n");
  g_assert_cmpint (run.status, ==, 1);
}

static void
assert_one_sentence (const CliRun *run, const char *path)
{
  g_autofree char *prefix = g_strdup_printf ("fangzhi-cli: %s: ", path);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, prefix));
  g_assert_cmpuint (cli_count_lines (run->err), ==, 1);
  g_assert_cmpuint (strlen (run->err), >, strlen (prefix) + 5);
}

static void
test_bad (TempFolder *temp, gconstpointer unused)
{
  static const char binary[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\x5c\x72\xa8\x66";
  g_autofree char *empty = temp_folder_write (temp, "empty.txt", "", 0);
  g_autofree char *blank = temp_folder_write (temp, "blank.txt", " \n\t\r\n", -1);
  g_autofree char *image = temp_folder_write (temp, "image.txt", binary, sizeof binary);
  g_autofree char *large = temp_folder_path (temp, "large.txt");
  const char *paths[] = { empty, blank, image, large, temp->path, "/proc/self/mem", "/dev/zero" };
  int fd = open (large, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, 20 * 1024 * 1024), ==, 0);
  close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, temp, "analyze", paths[i], NULL);
      g_test_message ("%s", run.err);
      assert_one_sentence (&run, paths[i]);
    }
}

/* Permissions do not bind root; what is executed from here on lacks the two
 * capabilities by which they do not. */
static void
be_bound_by_permissions (void)
{
  static const int above_permissions[] = { CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH };

  for (guint i = 0; geteuid () == 0 && i < G_N_ELEMENTS (above_permissions); i++)
    g_assert_no_errno (prctl (PR_CAPBSET_DROP, above_permissions[i], 0, 0, 0));
}

static void
test_no_permission (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_auto (CliRun) run = { 0 };

  be_bound_by_permissions ();
  g_assert_cmpint (chmod (path, 0), ==, 0);
  cli_run (&run, temp, "analyze", path, NULL);
  cli_assert_failed (&run, 1, path, "You have no permission to read it");
}

/* Bytes that no encoding reads stand as U+FFFD, or the page is refused; either
 * way what comes out is whole. */
static void
test_invalid (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (page);
  g_auto (CliRun) run = { 0 };

  g_string_append_len (text, "\xe7\xab", 2);
  g_string_append (text, page);
  cli_run_input (&run, temp, text->str, text->len, "analyze", "--format=json", "--encoding=UTF-8", "-", NULL);
  if (run.status == 0)
    g_assert_cmpuint (json_contract_lines (run.out), >=, 1);
  else
    assert_one_sentence (&run, "-");
}

/* There is such an encoding, and the page is in another. */
static void
test_encoding (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", "--encoding=US-ASCII", path, NULL);
  assert_one_sentence (&run, path);
}

/* How a page was read, and when it appeared as far as its text tells, stand
 * before its articles, each on a line. */
static void
test_notes (TempFolder *temp, gconstpointer unused)
{
  static const char dated[] =
    "稻田画引来八方客\r\n\r\n本报嘉兴1月31日电（记者 于山）2024浙江省春风行动今天在南湖区开场，\x01三百家企业到场招人。\r\n";
  gsize length;
  g_autofree char *gb = g_convert (dated, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autofree char *path = temp_folder_write (temp, "a.txt", gb, (gssize) length);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", path, NULL);
  g_assert_true (g_str_has_prefix (run.out,
                                   "a.txt: Read as gb18030\n"
                                   "a.txt: 1 control character left out\n"
                                   "a.txt: 3 line ends CR LF\n"
                                   "a.txt: Not dated; probably of 2024-01-31 to 2024-02-03 "
                                   "(by line 3: 本报嘉兴1月31日电; 3: 2024浙江省春风行动)\n"
                                   "── a.txt · 1 · "));
}

static void
test_gb18030 (TempFolder *temp, gconstpointer unused)
{
  gsize length;
  g_autofree char *gb = g_convert (page, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_auto (CliRun) utf8 = { 0 };
  g_auto (CliRun) guessed = { 0 };
  g_auto (CliRun) named = { 0 };

  cli_run_input (&utf8, temp, page, -1, "analyze", "--format=json", "-", NULL);
  cli_run_input (&guessed, temp, gb, length, "analyze", "--format=json", "-", NULL);
  cli_run_input (&named, temp, gb, length, "analyze", "--format=json", "--encoding=GB18030", "-", NULL);
  g_assert_cmpint (utf8.status, ==, 0);
  g_assert_cmpstr (guessed.out, ==, utf8.out);
  g_assert_cmpstr (named.out, ==, utf8.out);
}

/* A file's name can be any bytes but NUL and /. */
static void
test_strange_name (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a\xff\x1b[31m\n.txt", page, -1);
  g_autofree char *missing = temp_folder_path (temp, "b\xff\x1b[31m\n.txt");
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "analyze", "--format=json", path, missing, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (json_contract_lines (run.out), ==, 1);
  g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
  g_assert_null (strchr (run.err, '\x1b'));
}

static int
run_into (const TempFolder *temp, const char *path, const char *out, char **err)
{
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *arguments[] = { "analyze", path, path, NULL };
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, out);
  process = cli_spawn (launcher, arguments);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
test_full (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_autofree char *err = NULL;

  g_assert_cmpint (run_into (temp, path, "/dev/full", &err), ==, 1);
  g_assert_cmpstr (err, ==, "fangzhi-cli: standard output: No space left on device\n");
}

/* A reader that has seen enough, such as head, is no failure. */
static void
test_closed (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *arguments[] = { "analyze", path, path, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *err = NULL;
  int ends[2];

  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  close (ends[0]);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = cli_spawn (launcher, arguments);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpstr (err, ==, "");
}

/* Nobody writes to its standard input: only the signal ends it. */
static void
test_interrupted (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_write (temp, "a.txt", page, -1);
  g_autoptr (GSubprocessLauncher) launcher = cli_launcher (temp,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *arguments[] = { "analyze", "--format=json", path, "-", NULL };
  g_autoptr (GSubprocess) process = cli_spawn (launcher, arguments);
  char first, complaint;

  /* Its first byte says that the page is done and the wait begun. */
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &first, 1, NULL, NULL), ==, 1);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 130);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stderr_pipe (process), &complaint, 1, NULL, NULL), ==, 0);
}

#define ADD(name, func) g_test_add ("/cli/analyze/" name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("json", test_json);
  ADD ("text", test_text);
  ADD ("stdin", test_stdin);
  ADD ("several", test_several);
  ADD ("dashes", test_dashes);
  ADD ("bad", test_bad);
  ADD ("no-permission", test_no_permission);
  ADD ("invalid", test_invalid);
  ADD ("encoding", test_encoding);
  ADD ("notes", test_notes);
  ADD ("gb18030", test_gb18030);
  ADD ("strange-name", test_strange_name);
  ADD ("full", test_full);
  ADD ("closed", test_closed);
  ADD ("interrupted", test_interrupted);
  return g_test_run ();
}
