/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-finder.h"
#include "temp-folder.h"

#define NOBODY 65534

typedef struct {
  TempFolder  temp;
  FzFinder    finder;
  GString    *failures; /* "NAME: sentence\n" of each */
  GString    *notes;    /* likewise */
  guint       folders;
} Fixture;

static const char *
below (const Fixture *self, const char *path)
{
  return g_str_has_prefix (path, self->temp.path) ? path + strlen (self->temp.path) : path;
}

static void
failed (const char *path, const char *reason, gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->failures, "%s: %s\n", below (self, path), reason);
}

static void
noted (const char *path, const char *reason, gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->notes, "%s: %s\n", below (self, path), reason);
}

static void
found (const char *path, gpointer user_data)
{
  Fixture *self = user_data;

  self->folders++;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  temp_folder_init (&self->temp, NULL);
  self->failures = g_string_new (NULL);
  self->notes = g_string_new (NULL);
  self->finder.failed = failed;
  self->finder.noted = noted;
  self->finder.found = found;
  self->finder.user_data = self;
  fz_finder_init (&self->finder);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  fz_finder_clear (&self->finder);
  g_string_free (self->failures, TRUE);
  g_string_free (self->notes, TRUE);
  temp_folder_clear (&self->temp, NULL);
}

static void
touch (Fixture *self, const char *name)
{
  g_free (temp_folder_write (&self->temp, name, name, -1));
}

/* @expected: the files found, each before a space. */
static void
assert_walk (Fixture *self, const char *expected, const char *failures)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->finder.files->len; i++)
    g_string_append_printf (names, "%s ", below (self, self->finder.files->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpstr (self->failures->str, ==, failures);
}

static void
test_choice (Fixture *self, gconstpointer unused)
{
  g_autofree char *pipe = temp_folder_path (&self->temp, "pipe.txt");
  static const char *names[] = { "a.txt", "b.TXT", "c.text", "d.md", "e.pdf", "f", ".hidden.txt", ".git/x.txt", "txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    touch (self, names[i]);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "/a.txt /b.TXT /c.text /d.md ", "");
}

static void
test_order (Fixture *self, gconstpointer unused)
{
  static const char *names[] = { "10.txt", "9.txt", "b/2.txt", "b/1.txt", "a/1.txt", "z.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    touch (self, names[i]);
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "/9.txt /10.txt /z.txt /a/1.txt /b/1.txt /b/2.txt ", "");
  g_assert_cmpuint (self->folders, ==, 3);
}

/* What a person names is tried, whatever it is called, in the order named. */
static void
test_named (Fixture *self, gconstpointer unused)
{
  g_autofree char *pdf = temp_folder_path (&self->temp, "e.pdf");
  g_autofree char *missing = temp_folder_path (&self->temp, "missing");

  touch (self, "e.pdf");
  fz_finder_add (&self->finder, missing);
  fz_finder_add (&self->finder, pdf);
  fz_finder_add (&self->finder, "-");
  assert_walk (self, "/missing /e.pdf - ", "");
}

static void
test_loop (Fixture *self, gconstpointer unused)
{
  touch (self, "a.txt");
  touch (self, "deep/b.txt");
  temp_folder_link (&self->temp, "deep/up", "..");
  temp_folder_link (&self->temp, "deep/self.txt", "self.txt");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "/a.txt /deep/b.txt ", "/deep/self.txt: Its links lead in a circle\n");
  g_assert_cmpstr (self->notes->str, ==,
                   "/deep/up: It leads back to a folder that it lies in, and was not followed\n");
}

/* A loop stands for no page: without any the folder has failed. */
static void
test_only_a_loop (Fixture *self, gconstpointer unused)
{
  temp_folder_link (&self->temp, "self", ".");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "", ": There is no text file in the folder\n");
  g_assert_cmpuint (self->notes->len, >, 0);
}

/* A folder that was walked already has no pages to add, and has not failed. */
static void
test_named_again (Fixture *self, gconstpointer unused)
{
  g_autofree char *below_it = temp_folder_path (&self->temp, "a");

  touch (self, "a/1.txt");
  fz_finder_add (&self->finder, below_it);
  fz_finder_add (&self->finder, self->temp.path);
  fz_finder_add (&self->finder, below_it);
  assert_walk (self, "/a/1.txt ", "");
}

/* Two ways to one folder are no loop; its pages are there once. */
static void
test_two_ways (Fixture *self, gconstpointer unused)
{
  g_autofree char *again = temp_folder_path (&self->temp, "a");

  touch (self, "a/1.txt");
  temp_folder_link (&self->temp, "b", "a");
  temp_folder_link (&self->temp, "c.txt", "a/1.txt");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "/c.txt /a/1.txt ", "");
}

static void
test_dangling (Fixture *self, gconstpointer unused)
{
  touch (self, "a.txt");
  temp_folder_link (&self->temp, "gone.txt", "nowhere");
  temp_folder_link (&self->temp, "gone", "nowhere");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "/a.txt ", "/gone.txt: There is no such file\n");
}

static void
test_nothing_there (Fixture *self, gconstpointer unused)
{
  touch (self, "a.pdf");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "", ": There is no text file in the folder\n");
}

/* One sentence is enough where the folder's only page failed. */
static void
test_only_a_failure (Fixture *self, gconstpointer unused)
{
  temp_folder_link (&self->temp, "gone.txt", "nowhere");
  fz_finder_add (&self->finder, self->temp.path);
  assert_walk (self, "", "/gone.txt: There is no such file\n");
}

/* Root may read anything: the test lays root down while it looks. */
static void
walk_as_nobody (Fixture *self, const char *path)
{
  uid_t before = geteuid ();

  g_assert_no_errno (chmod (self->temp.path, 0755));
  if (before == 0)
    g_assert_no_errno (seteuid (NOBODY));
  fz_finder_add (&self->finder, path);
  g_assert_no_errno (seteuid (before));
}

static void
test_forbidden (Fixture *self, gconstpointer unused)
{
  static const mode_t modes[] = { 0, 0444, 0111 };
  g_autofree char *locked = temp_folder_path (&self->temp, "locked");

  touch (self, "locked/1.txt");
  touch (self, "locked/2.txt");
  touch (self, "locked/sub/3.txt");
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_string_truncate (self->failures, 0);
      g_hash_table_remove_all (self->finder.folders);
      g_assert_no_errno (chmod (locked, modes[i]));
      walk_as_nobody (self, locked);
      g_assert_no_errno (chmod (locked, 0755));
      assert_walk (self, "", "/locked: You have no permission to read it\n");
    }
}

/* Folders below folders until a path can no longer name them. */
static void
test_path_too_long (Fixture *self, gconstpointer unused)
{
  g_autofree char *name = g_strnfill (250, 'd');
  g_autofree char *before = g_get_current_dir ();

  g_assert_no_errno (chdir (self->temp.path));
  for (guint i = 0; i < 17; i++)
    {
      g_assert_no_errno (mkdir (name, 0755));
      g_assert_no_errno (chdir (name));
    }
  fz_finder_add (&self->finder, self->temp.path);
  for (guint i = 0; i < 17; i++)
    {
      g_assert_no_errno (chdir (".."));
      g_assert_no_errno (rmdir (name));
    }
  g_assert_no_errno (chdir (before));
  g_assert_cmpuint (self->finder.files->len, ==, 0);
  g_assert_true (g_str_has_suffix (self->failures->str, "d: Its name is too long\n"));
  g_assert_cmpstr (strchr (self->failures->str, '\n'), ==, "\n");
}

static void
test_depth (Fixture *self, gconstpointer unused)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 63; i++)
    g_string_append (deep, "d/");
  g_string_append (deep, "in.txt");
  touch (self, deep->str);
  g_string_truncate (deep, deep->len - strlen ("in.txt"));
  g_string_append (deep, "d/out.txt");
  touch (self, deep->str);
  fz_finder_add (&self->finder, self->temp.path);
  g_assert_cmpuint (self->finder.files->len, ==, 1);
  g_assert_true (g_str_has_suffix (self->finder.files->pdata[0], "/in.txt"));
  g_assert_true (g_str_has_suffix (self->failures->str, "/d: The folders are nested too deep\n"));
}

#define ADD(name, func) g_test_add ("/exchange/finder/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("choice", test_choice);
  ADD ("order", test_order);
  ADD ("named", test_named);
  ADD ("loop", test_loop);
  ADD ("only-a-loop", test_only_a_loop);
  ADD ("named-again", test_named_again);
  ADD ("two-ways", test_two_ways);
  ADD ("dangling", test_dangling);
  ADD ("nothing-there", test_nothing_there);
  ADD ("only-a-failure", test_only_a_failure);
  ADD ("forbidden", test_forbidden);
  ADD ("path-too-long", test_path_too_long);
  ADD ("depth", test_depth);
  return g_test_run ();
}
