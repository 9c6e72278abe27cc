/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another file in a library's place.
 *
 * What stood there stays beside it under a name that nothing has yet:
 * library.db.before, library.db.before.2 and so on, its journal with it.  It gets
 * that name while it still has its own, and the other file takes the place in one
 * step: at no time is the place empty, where who opens it would make a new library.
 *
 * The journal must be gone from the place before another file is there, and what
 * stood there must be whole when it is: so what the journal holds goes into the file
 * before all else. */

#include "config.h"

#include "fz-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-error.h"
#include "fz-sums.h"

/* Another program is waited for so long. */
#define BUSY_WAIT_MS 20
#define BUSY_WAITS   100

/* A file's journals, and the file. */
static const char * const suffixes[] = { "-wal", "-shm", "-journal", "" };

static gboolean
has_journal (const char *path)
{
  g_autofree char *newer = g_strconcat (path, "-wal", NULL), *older = g_strconcat (path, "-journal", NULL);

  return g_file_test (newer, G_FILE_TEST_EXISTS) || g_file_test (older, G_FILE_TEST_EXISTS);
}

/* The journal itself stays as it is, and so does all where the file cannot be read. */
static void
fold_journal (const char *path)
{
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_READWRITE;
  sqlite3 *db = NULL;

  if (!has_journal (path))
    return;
  if (sqlite3_open_v2 (path, &db, flags, fz_sums_vfs ()) == SQLITE_OK &&
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL) == SQLITE_OK)
    sqlite3_exec (db, "PRAGMA schema_version; PRAGMA wal_checkpoint (PASSIVE)", NULL, NULL, NULL);
  sqlite3_close (db);
}

/* The lock is taken without a look at what the file holds, which may be ruined. */
static int
lock_whole (sqlite3_file *file,
            GCancellable *cancellable)
{
  int code = SQLITE_BUSY;

  for (guint i = 0; i < BUSY_WAITS && code == SQLITE_BUSY && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (i > 0)
        g_usleep (BUSY_WAIT_MS * 1000);
      code = file->pMethods->xLock (file, SQLITE_LOCK_SHARED);
      if (code == SQLITE_OK)
        code = file->pMethods->xLock (file, SQLITE_LOCK_EXCLUSIVE);
      if (code != SQLITE_OK)
        file->pMethods->xUnlock (file, SQLITE_LOCK_NONE);
    }
  return code;
}

/**
 * fz_place_hold:
 * @path: where a library is, or was; sound or not
 * @cancellable: (nullable): stops the waiting for other programs
 * @out_holder: (out) (nullable): to be closed when nobody needs to be kept out any more
 * @error: %FZ_LIBRARY_ERROR_BUSY where another program has it open
 *
 * Keeps every other program from opening the library.
 */
gboolean
fz_place_hold (const char    *path,
               GCancellable  *cancellable,
               sqlite3      **out_holder,
               GError       **error)
{
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE;
  sqlite3_file *file = NULL;
  int code;

  *out_holder = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  fold_journal (path);
  code = sqlite3_open_v2 (path, out_holder, flags, fz_sums_vfs ());
  if (code == SQLITE_OK && sqlite3_db_readonly (*out_holder, "main") == 1)
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    return fz_error_set_from_sqlite (*out_holder, code, error);
  sqlite3_file_control (*out_holder, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  code = lock_whole (file, cancellable);
  if (code == SQLITE_OK)
    return TRUE;
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && fz_error_set_from_sqlite (NULL, code, error);
}

static gboolean
is_free (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (name, suffixes[i], NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) || g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_file (const char *here,
              const char *there)
{
  struct stat one, other;

  return lstat (here, &one) == 0 && lstat (there, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* Who was stopped before the other file took the place left second names of what is
 * still there.  A journal that is there no more is in the file, but where that could
 * not be read: it stays. */
static void
forget_second_names (const char *path,
                     const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *here = g_strconcat (path, suffixes[i], NULL), *there = g_strconcat (name, suffixes[i], NULL);

      if (is_same_file (here, there))
        g_unlink (there);
    }
}

static char *
name_before (const char *path)
{
  char *name = g_strconcat (path, ".before", NULL);

  forget_second_names (path, name);
  for (guint i = 2; !is_free (name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before.%u", path, i);
      forget_second_names (path, name);
    }
  return name;
}

/* A file system without second names leaves the place empty for a moment. */
static int
name_aside (const char *from,
            const char *to)
{
  return link (from, to) == 0 ? 0 : g_rename (from, to);
}

static gboolean
keep_aside (const char  *path,
            const char  *aside,
            GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL), *to = g_strconcat (aside, suffixes[i], NULL);

      if (name_aside (from, to) != 0 && errno != ENOENT)
        return fz_error_set_from_errno (from, errno, error);
    }
  return TRUE;
}

/* A journal that stayed would be taken for the new file's. */
static gboolean
leave_no_journal (const char  *path,
                  GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes) - 1; i++)
    {
      g_autofree char *journal = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (journal) != 0 && errno != ENOENT)
        return fz_error_set_from_errno (journal, errno, error);
    }
  return TRUE;
}

/* Of two names of one file rename() leaves both. */
static void
move_back (const char *path,
           const char *aside)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *to = g_strconcat (path, suffixes[i], NULL), *from = g_strconcat (aside, suffixes[i], NULL);

      if (g_rename (from, to) == 0)
        g_unlink (from);
    }
}

/* The names outlast a power cut, where the file system can promise it. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * fz_place_take:
 * @path: where a library is, or was, that [func@place_hold] holds
 * @whole: a library in the same folder, on the disk and without a journal
 * @out_kept: (out) (optional) (nullable): what is beside it now and stood there, %NULL
 *   where nothing did
 * @error: a #FzLibraryError
 *
 * Returns: %FALSE with @error set, and what stood at @path there as it was
 */
gboolean
fz_place_take (const char  *path,
               const char  *whole,
               char       **out_kept,
               GError     **error)
{
  g_autofree char *aside = name_before (path);

  if (keep_aside (path, aside, error) && leave_no_journal (path, error) &&
      (g_rename (whole, path) == 0 || fz_error_set_from_errno (path, errno, error)))
    {
      sync_folder (path);
      if (out_kept != NULL)
        *out_kept = g_file_test (aside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&aside) : NULL;
      return TRUE;
    }
  move_back (path, aside);
  return FALSE;
}
