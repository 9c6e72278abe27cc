/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-finder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "fz-input.h"

/* What is taken of a folder.
 *
 * A file that a person names is always tried.  In a folder are taken the
 * regular files whose suffix says that they are text and that are not hidden,
 * in the order of their names, numbers in them as numbers; folders after the
 * files beside them.  Links are followed.  A folder is entered once, however
 * many links lead to it or however often it is named; one that is met again
 * below itself is a loop.  That is noted and no failure: all its pages are
 * taken, where the folder was met first.
 */

/* Deeper than any folder that a person made. */
#define MAX_DEPTH 64

static const char *suffixes[] = { ".txt", ".text", ".md" };

typedef enum {
  FOLDER_OPEN = 1, /* being walked: meeting it again closes a loop */
  FOLDER_DONE,
} FolderState;

static gboolean
has_text_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (dot, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

static int
by_name (const void *a, const void *b)
{
  return strverscmp (*(const char * const *) a, *(const char * const *) b);
}

static void
fail (FzFinder *self, const char *path, const char *reason)
{
  self->met++;
  self->failed (path, reason, self->user_data);
}

static void
fail_errno (FzFinder *self, const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  fz_input_set_error (&error, code);
  fail (self, path, error->message);
}

static void
take (FzFinder *self, const char *path)
{
  self->met++;
  g_ptr_array_add (self->files, g_strdup (path));
}

/* The names in a folder, without the hidden ones; NULL with errno set.  A
 * folder whose names may be read, but not what bears them, is refused here once
 * and not at each name. */
static GPtrArray *
read_names (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean open = faccessat (AT_FDCWD, path, X_OK, AT_EACCESS) == 0;
  DIR *dir = open ? opendir (path) : NULL;
  struct dirent *entry;

  if (dir == NULL)
    return NULL;
  while ((entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (names, g_strdup (entry->d_name));
  closedir (dir);
  g_ptr_array_sort (names, by_name);
  return g_steal_pointer (&names);
}

static void walk_folder (FzFinder *self, const char *path, const struct stat *status);

/* Of what stands in a folder: files are taken or left, folders remembered.
 * What cannot be looked at is of no matter unless it is called a text, or lies
 * too deep for its path and may be a folder. */
static void
sort_out (FzFinder *self, const char *path, GPtrArray *folders)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      if (errno == ENAMETOOLONG || has_text_suffix (path))
        fail_errno (self, path, errno);
    }
  else if (S_ISDIR (status.st_mode))
    g_ptr_array_add (folders, g_strdup (path));
  else if (S_ISREG (status.st_mode) && has_text_suffix (path))
    take (self, path);
}

static void
walk_names (FzFinder *self, const char *path, const GPtrArray *names)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  struct stat status;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);

      sort_out (self, child, folders);
    }
  self->found (path, self->user_data);
  for (guint i = 0; i < folders->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    if (stat (folders->pdata[i], &status) == 0)
      walk_folder (self, folders->pdata[i], &status);
    else
      fail_errno (self, folders->pdata[i], errno);
}

static void
enter_folder (FzFinder *self, const char *path)
{
  g_autoptr (GPtrArray) names = read_names (path);

  if (names == NULL)
    fail_errno (self, path, errno);
  else if (self->depth >= MAX_DEPTH)
    fail (self, path, _("The folders are nested too deep"));
  else
    {
      self->depth++;
      walk_names (self, path, names);
      self->depth--;
    }
}

static void
walk_folder (FzFinder *self, const char *path, const struct stat *status)
{
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                          (guint64) status->st_dev, (guint64) status->st_ino);
  FolderState state = GPOINTER_TO_INT (g_hash_table_lookup (self->folders, key));

  if (state == FOLDER_OPEN)
    self->noted (path, _("It leads back to a folder that it lies in, and was not followed"), self->user_data);
  else if (state == FOLDER_DONE)
    self->met++;
  if (state != 0)
    return;
  g_hash_table_insert (self->folders, g_strdup (key), GINT_TO_POINTER (FOLDER_OPEN));
  enter_folder (self, path);
  g_hash_table_insert (self->folders, g_steal_pointer (&key), GINT_TO_POINTER (FOLDER_DONE));
}

/**
 * fz_finder_init:
 * @self: with its callbacks and @cancellable set
 */
void
fz_finder_init (FzFinder *self)
{
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
fz_finder_clear (FzFinder *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->folders, g_hash_table_unref);
}

/**
 * fz_finder_add:
 * @path: a folder, or a file, which is taken whatever it is called
 *
 * Appends the pages that @path stands for to the files of @self.  A folder in
 * which nothing at all was met has failed.
 */
void
fz_finder_add (FzFinder *self, const char *path)
{
  struct stat status;
  guint before = self->met;

  if (stat (path, &status) != 0 || !S_ISDIR (status.st_mode))
    {
      take (self, path);
      return;
    }
  walk_folder (self, path, &status);
  if (self->met == before && !g_cancellable_is_cancelled (self->cancellable))
    fail (self, path, _("There is no text file in the folder"));
}
