/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "temp-folder.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

void
temp_folder_init (TempFolder *self, gconstpointer unused)
{
  self->path = g_dir_make_tmp ("fangzhi-test-XXXXXX", NULL);
  g_assert_nonnull (self->path);
}

static int
remove_one (const char *path, const struct stat *status, int type, struct FTW *where)
{
  return remove (path);
}

void
temp_folder_clear (TempFolder *self, gconstpointer unused)
{
  g_assert_cmpint (nftw (self->path, remove_one, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_clear_pointer (&self->path, g_free);
}

char *
temp_folder_path (const TempFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/* Makes the folder @name, and those above it. */
char *
temp_folder_make (const TempFolder *self, const char *name)
{
  char *path = temp_folder_path (self, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return path;
}

char *
temp_folder_write (const TempFolder *self, const char *name, const char *content, gssize length)
{
  char *path = temp_folder_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return path;
}

void
temp_folder_link (const TempFolder *self, const char *name, const char *target)
{
  g_autofree char *path = temp_folder_path (self, name);

  g_assert_cmpint (symlink (target, path), ==, 0);
}
