/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "house-files.h"

/* No text of the newspapers that lie beside the project is in it.
 *
 * Twenty Han characters in a row that stand in both are taken for a copy, whatever
 * marks are between them.  Line ends do not end a run in a page, since columns break
 * sentences; in any other file they do, since a table has a name on each line, and
 * so does the double quote, which parts names in C.
 */

#define RUN 20

/* Multiplier of a rolling hash modulo 2⁶⁴ (Knuth's MMIX). */
#define FACTOR G_GUINT64_CONSTANT (6364136223846793005)

typedef struct {
  gunichar last[RUN];
  guint    length;
} Run;

typedef gboolean (*RunFunc) (guint64 hash, const Run *run, gpointer user_data);

static guint64
run_hash (const Run *run)
{
  guint64 hash = 0;

  for (guint i = 0; i < RUN; i++)
    hash = hash * FACTOR + run->last[(run->length + i) % RUN];
  return hash;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_passed_over (gunichar c, gboolean across_lines)
{
  return (across_lines && g_unichar_isspace (c)) || (g_unichar_ispunct (c) && c != '"');
}

/* Calls @func with each run of RUN Han characters until it answers %FALSE. */
static void
visit_runs (const char *text, gboolean across_lines, RunFunc func, gpointer user_data)
{
  Run run = { .length = 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_passed_over (c, across_lines))
        continue;
      if (!is_han (c))
        run.length = 0;
      else
        run.last[run.length++ % RUN] = c;
      if (run.length >= RUN && !func (run_hash (&run), &run, user_data))
        return;
    }
}

static gboolean
remember (guint64 hash, const Run *run, gpointer user_data)
{
  g_hash_table_add (user_data, GSIZE_TO_POINTER (hash));
  return TRUE;
}

static gboolean
report_known (guint64 hash, const Run *run, gpointer user_data)
{
  gpointer *known_and_path = user_data;

  if (!g_hash_table_contains (known_and_path[0], GSIZE_TO_POINTER (hash)))
    return TRUE;
  g_test_message ("%s has text of a page that is not ours", (const char *) known_and_path[1]);
  g_test_fail ();
  return FALSE;
}

static void
remember_folder (GHashTable *known, const char *shared, const char *name)
{
  g_autofree char *folder = g_build_filename (shared, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && g_utf8_validate (text, -1, NULL))
        visit_runs (text, TRUE, remember, known);
    }
}

static void
test_runs (void)
{
  const char *split = "一二三四五,六七八九十。\n一二三四五六七八九十";
  const char *parted = "一二三四五六七八九十\", \"一二三四五六七八九十";
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  visit_runs (split, FALSE, remember, known);
  g_assert_cmpuint (g_hash_table_size (known), ==, 0);
  visit_runs (parted, TRUE, remember, known);
  g_assert_cmpuint (g_hash_table_size (known), ==, 0);
  visit_runs (split, TRUE, remember, known);
  g_assert_cmpuint (g_hash_table_size (known), ==, 1);
}

static void
test_none_copied (void)
{
  static const char * const pages[] = { ".txt", NULL };
  const char *shared = g_getenv ("FANGZHI_SHARED");
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) files = house_files ("");

  remember_folder (known, shared, "pages");
  remember_folder (known, shared, "texts");
  if (g_hash_table_size (known) == 0)
    {
      g_test_skip ("no pages lie beside the project");
      return;
    }
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *text = house_contents (files->pdata[i]);
      gpointer known_and_path[] = { known, files->pdata[i] };

      if (g_utf8_validate (text, -1, NULL))
        visit_runs (text, house_has_suffix (files->pdata[i], pages), report_known, known_and_path);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house/shared-text/runs", test_runs);
  g_test_add_func ("/house/shared-text/none-copied", test_none_copied);
  return g_test_run ();
}
