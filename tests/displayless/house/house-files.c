/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "house-files.h"

static gboolean
is_ours (const char *name)
{
  return !g_str_has_prefix (name, "_build") && name[0] != '.';
}

static void
walk (const char *folder, GPtrArray *files)
{
  g_autofree char *full = g_build_filename (FZ_SOURCE_ROOT, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = *folder != '\0' ? g_build_filename (folder, name, NULL) : g_strdup (name);
      g_autofree char *whole = g_build_filename (FZ_SOURCE_ROOT, path, NULL);

      if (!is_ours (name) || g_file_test (whole, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        walk (path, files);
      else
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * house_files:
 * @folder: a folder of the project; "" is the project
 *
 * Returns: (transfer full) (element-type filename): the files below it, in
 *   order, each as a path in the project; neither build folders nor dot files
 */
GPtrArray *
house_files (const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  walk (folder, files);
  g_ptr_array_sort (files, compare_paths);
  return g_steal_pointer (&files);
}

/**
 * house_contents:
 * @path: of a file, in the project
 *
 * Returns: (transfer full): its bytes, ended by a NUL
 */
char *
house_contents (const char *path)
{
  g_autofree char *full = g_build_filename (FZ_SOURCE_ROOT, path, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (full, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

gboolean
house_has_suffix (const char *path, const char * const *suffixes)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return TRUE;
  return FALSE;
}
