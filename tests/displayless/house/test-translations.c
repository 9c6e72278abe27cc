/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "house-files.h"

/* The translations are whole: every file with words for a person is listed in
 * po/POTFILES.in, and every message of those files has its Chinese. */

static const char * const whole_languages[] = { "zh_CN" };

static char *
run (const char *folder, const char * const *command)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, command, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (g_subprocess_get_exit_status (process) != 0)
    g_test_fail_printf ("%s: %s", command[0], output);
  return output;
}

static gboolean
has_words (const char *path)
{
  static const char * const sources[] = { ".c", ".h", ".ui", ".desktop.in.in", ".metainfo.xml.in.in", NULL };
  static const char * const own[] = { ".desktop.in.in", ".metainfo.xml.in.in", NULL };
  g_autofree char *contents = house_contents (path);

  if (!house_has_suffix (path, sources))
    return FALSE;
  return house_has_suffix (path, own) ||
         g_regex_match_simple ("(?<![\\w])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?) ?\\(\\s*\"|translatable=\"(yes|true)",
                               contents, G_REGEX_RAW, 0);
}

static void
assert_listed (const char *folder, const char * const *listed)
{
  g_autoptr (GPtrArray) files = house_files (folder);

  for (guint i = 0; i < files->len; i++)
    if (has_words (files->pdata[i]) && !g_strv_contains (listed, files->pdata[i]))
      g_test_fail_printf ("%s is not in po/POTFILES.in", (const char *) files->pdata[i]);
}

static void
test_potfiles (void)
{
  g_autofree char *contents = house_contents ("po/POTFILES.in");
  g_auto (GStrv) listed = g_strsplit (contents, "\n", -1);

  assert_listed ("src", (const char * const *) listed);
  assert_listed ("data", (const char * const *) listed);
  for (guint i = 0; listed[i] != NULL; i++)
    {
      g_autofree char *full = g_build_filename (FZ_SOURCE_ROOT, listed[i], NULL);

      if (*listed[i] != '\0' && *listed[i] != '#' && !g_file_test (full, G_FILE_TEST_EXISTS))
        g_test_fail_printf ("%s of po/POTFILES.in is not there", listed[i]);
    }
}

static void
extract_messages (const char *pot)
{
  g_autofree char *output = g_strconcat ("--output=", pot, NULL);
  const char *command[] = {
    "xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", output,
    "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
    "--keyword=g_dngettext:2,3", "--keyword=ngettext:1,2", "--keyword=g_dpgettext2:2c,3", NULL,
  };

  g_free (run (FZ_SOURCE_ROOT, command));
}

static void
assert_whole (const char *folder, const char *pot, const char *language)
{
  g_autofree char *translation = g_strdup_printf ("po/%s.po", language);
  g_autofree char *merged = g_build_filename (folder, "merged.po", NULL);
  const char *merge[] = { "msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, translation, pot, NULL };
  const char *count[] = { "msgfmt", "--check", "--statistics", "-o", "/dev/null", merged, NULL };
  g_autofree char *said = run (FZ_SOURCE_ROOT, merge);
  g_autofree char *statistics = run (FZ_SOURCE_ROOT, count);

  g_test_message ("%s: %s", language, statistics);
  if (strstr (statistics, "untranslated") != NULL || strstr (statistics, "fuzzy") != NULL)
    g_test_fail ();
  g_assert_nonnull (strstr (statistics, "translated"));
  g_unlink (merged);
}

static void
test_whole (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fangzhi-po-XXXXXX", NULL);
  g_autofree char *pot = g_build_filename (folder, "fangzhi.pot", NULL);

  extract_messages (pot);
  for (guint i = 0; i < G_N_ELEMENTS (whole_languages); i++)
    assert_whole (folder, pot, whole_languages[i]);
  g_unlink (pot);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house/translations/potfiles", test_potfiles);
  g_test_add_func ("/house/translations/whole", test_whole);
  return g_test_run ();
}
