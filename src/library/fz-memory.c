/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that a connection remembers until somebody writes: how many articles a
 * list has is asked with each of its pages, and counting a million takes as long
 * as half a page. */

#include "config.h"

#include "fz-connection-private.h"

/* Lists that are looked at in turns are few. */
#define MOST_REMEMBERED 64

/* A commit of any other connection changes the answer; one's own do not, so the one
 * that writes remembers nothing. */
static gboolean
get_version (FzConnection *self,
             gint64       *out_version)
{
  g_autoptr (FzStatement) ask = NULL;

  if (self->kind != FZ_CONNECTION_READER)
    return FALSE;
  ask = fz_connection_statement (self, FZ_SQL_DATA_VERSION, NULL);
  if (ask == NULL || fz_statement_step (ask, NULL) != FZ_STEP_ROW)
    return FALSE;
  *out_version = fz_statement_take_int (ask);
  return TRUE;
}

/**
 * fz_connection_recall:
 * @self: a connection, in a transaction
 * @what: what number
 * @out_number: (out): what was remembered
 *
 * Returns: whether it was remembered, and nothing was written since
 */
gboolean
fz_connection_recall (FzConnection *self,
                      const char   *what,
                      gint64       *out_number)
{
  const gint64 *number;
  gint64 version;

  if (self->remembered == NULL || !get_version (self, &version))
    return FALSE;
  if (version != self->version)
    g_hash_table_remove_all (self->remembered);
  number = g_hash_table_lookup (self->remembered, what);
  if (number != NULL)
    *out_number = *number;
  return number != NULL;
}

/**
 * fz_connection_remember:
 * @self: a connection, in the transaction that @number was asked in
 * @what: what number
 * @number: the number
 */
void
fz_connection_remember (FzConnection *self,
                        const char   *what,
                        gint64        number)
{
  gint64 version;

  if (!get_version (self, &version))
    return;
  if (self->remembered == NULL)
    self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (version != self->version || g_hash_table_size (self->remembered) >= MOST_REMEMBERED)
    g_hash_table_remove_all (self->remembered);
  self->version = version;
  g_hash_table_insert (self->remembered, g_strdup (what), g_memdup2 (&number, sizeof number));
}
