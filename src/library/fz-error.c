/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

static const char * const sentences[] = {
  [FZ_LIBRARY_ERROR_FAILED] = N_("The library could not be used"),
  [FZ_LIBRARY_ERROR_NOT_LIBRARY] = N_("This is not a Fangzhi library; choose another file"),
  [FZ_LIBRARY_ERROR_TOO_NEW] = N_("The library was written by a newer Fangzhi; update Fangzhi to open it"),
  [FZ_LIBRARY_ERROR_DAMAGED] = N_("The library is damaged; put a backup in its place"),
  [FZ_LIBRARY_ERROR_READ_ONLY] = N_("The library cannot be written; its file or folder is read-only"),
  [FZ_LIBRARY_ERROR_BUSY] = N_("The library is held by another program; try again later"),
  [FZ_LIBRARY_ERROR_FULL] = N_("There is no space left for the library; free some and try again"),
  [FZ_LIBRARY_ERROR_NOT_FOUND] = N_("This is not in the library, or not any more"),
  [FZ_LIBRARY_ERROR_CHANGED] = N_("Somebody else corrected this page at the same time; try again"),
  [FZ_LIBRARY_ERROR_QUERY] = N_("What was looked for cannot be understood"),
  [FZ_LIBRARY_ERROR_UNREADABLE] = N_("This article cannot be read as it was stored; its page must be analysed anew"),
  [FZ_LIBRARY_ERROR_BAD_BACKUP] = N_("This backup is damaged, and the library stays as it was; choose another"),
  [FZ_LIBRARY_ERROR_NO_BACKUP] = N_("This backup cannot be read, and the library stays as it was; choose another"),
  [FZ_LIBRARY_ERROR_SAME_FILE] = N_("This file is the library itself; choose another"),
};

static gboolean
is_forbidden (int system_errno)
{
  return system_errno == EACCES || system_errno == EROFS || system_errno == EPERM;
}

/* SQLite knows of a full disk, but not of a quota or of a limit set for files. */
static gboolean
is_full (int system_errno)
{
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

static FzLibraryError
translate_file_error (int system_errno)
{
  if (is_forbidden (system_errno))
    return FZ_LIBRARY_ERROR_READ_ONLY;
  return is_full (system_errno) ? FZ_LIBRARY_ERROR_FULL : FZ_LIBRARY_ERROR_FAILED;
}

static FzLibraryError
translate (sqlite3 *db,
           int      code)
{
  if (code == SQLITE_IOERR_DATA)
    return FZ_LIBRARY_ERROR_DAMAGED;
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return FZ_LIBRARY_ERROR_NOT_LIBRARY;
    case SQLITE_CORRUPT:
      return FZ_LIBRARY_ERROR_DAMAGED;
    case SQLITE_READONLY:
      return FZ_LIBRARY_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FZ_LIBRARY_ERROR_BUSY;
    case SQLITE_FULL:
      return FZ_LIBRARY_ERROR_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return translate_file_error (sqlite3_system_errno (db));
    default:
      return FZ_LIBRARY_ERROR_FAILED;
    }
}

/**
 * fz_error_set:
 * @error: where to put it
 * @code: which one
 * @detail: (nullable): what stands in brackets behind the sentence
 *
 * Returns: %FALSE
 */
gboolean
fz_error_set (GError         **error,
              FzLibraryError   code,
              const char      *detail)
{
  if (detail != NULL)
    g_set_error (error, FZ_LIBRARY_ERROR, code, "%s (%s)", _(sentences[code]), detail);
  else
    g_set_error_literal (error, FZ_LIBRARY_ERROR, code, _(sentences[code]));
  return FALSE;
}

/**
 * fz_error_set_from_sqlite:
 * @db: (nullable): the database that answered @code
 * @code: what it answered
 * @error: where to put it; %G_IO_ERROR_CANCELLED where the work was interrupted
 *
 * Returns: %FALSE
 */
gboolean
fz_error_set_from_sqlite (sqlite3  *db,
                          int       code,
                          GError  **error)
{
  if ((code & 0xff) != SQLITE_INTERRUPT)
    return fz_error_set (error, translate (db, code), db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
  return FALSE;
}

/**
 * fz_error_set_from_prepare:
 * @db: the database that could not prepare a statement
 * @code: what it answered
 * @error: where to put it
 *
 * The words of a statement are ours, so SQLite can only refuse them where the
 * tables of the file are not those of its version.
 *
 * Returns: %FALSE
 */
gboolean
fz_error_set_from_prepare (sqlite3  *db,
                           int       code,
                           GError  **error)
{
  if ((code & 0xff) == SQLITE_ERROR)
    return fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, sqlite3_errmsg (db));
  return fz_error_set_from_sqlite (db, code, error);
}

/**
 * fz_error_set_from_errno:
 * @path: the library's file
 * @saved_errno: why the system refused it
 * @error: where to put it
 *
 * Returns: %FALSE
 */
gboolean
fz_error_set_from_errno (const char  *path,
                         int          saved_errno,
                         GError     **error)
{
  g_autofree char *detail = g_strdup_printf ("%s: %s", path, g_strerror (saved_errno));

  return fz_error_set (error, translate_file_error (saved_errno), detail);
}

/**
 * fz_error_dup_detail:
 * @error: a #FzLibraryError
 *
 * For where the sentence was said before.
 *
 * Returns: (transfer full): what stands in brackets behind it, or all where there is
 *   nothing
 */
char *
fz_error_dup_detail (const GError *error)
{
  const char *sentence = _(sentences[error->code]);
  const char *behind;

  g_assert (error->domain == FZ_LIBRARY_ERROR);
  if (!g_str_has_prefix (error->message, sentence))
    return g_strdup (error->message);
  behind = error->message + strlen (sentence);
  if (!g_str_has_prefix (behind, " (") || !g_str_has_suffix (behind, ")"))
    return g_strdup (error->message);
  return g_strndup (behind + 2, strlen (behind) - 3);
}
