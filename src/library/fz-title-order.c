/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles in the order of pinyin.
 *
 * The key of a title stands with its article, so that an index gives the order.
 * It is made by ICU, whose order changes from version to version: where the file
 * has keys of another one they are made anew when it is opened. */

#include "config.h"

#include "fz-title-order.h"

#include "fz-collation.h"

#define MAKE_KEYS \
  "UPDATE article SET title_key = fz_title_key (coalesce (title, opening));" \
  "UPDATE collation SET version = fz_collation ()"

static void
on_title_key (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  const char *title = (const char *) sqlite3_value_text (values[0]);
  g_autoptr (GBytes) key = fz_collation_key (title != NULL ? title : "");
  gsize length;
  gconstpointer data = g_bytes_get_data (key, &length);

  sqlite3_result_blob64 (context, data != NULL ? data : "", length, SQLITE_TRANSIENT);
}

static void
on_collation (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  sqlite3_result_text (context, fz_collation_version (), -1, SQLITE_STATIC);
}

/**
 * fz_title_order_register:
 * @db: a database that was just opened
 *
 * Makes the functions fz_title_key (TITLE) and fz_collation () known to @db.
 *
 * Returns: %SQLITE_OK, or why not
 */
int
fz_title_order_register (sqlite3 *db)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (db, "fz_title_key", 1, flags, NULL, on_title_key, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db, "fz_collation", 0, flags, NULL, on_collation, NULL, NULL, NULL);
  return code;
}

static gboolean
make_keys (FzConnection  *writer,
           gpointer       unused,
           GError       **error)
{
  return fz_connection_execute (writer, MAKE_KEYS, error);
}

/**
 * fz_title_order_prepare:
 * @writer: the connection that writes
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError
 *
 * Makes the keys anew where they are of another version.
 */
gboolean
fz_title_order_prepare (FzConnection  *writer,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gint64 is_old;

  if (!fz_connection_ask (writer, "SELECT EXISTS (SELECT 1 FROM collation WHERE version <> fz_collation ())", &is_old, error))
    return FALSE;
  return !is_old || fz_connection_run (writer, FZ_TRANSACTION_WRITE, make_keys, NULL, cancellable, error);
}
