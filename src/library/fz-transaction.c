/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One transaction of a connection.
 *
 * Durability: in WAL mode a transaction is whole or absent after a crash of
 * the program whatever `synchronous` says; only a power cut can take the last
 * transactions with it, and only where they were not synced.  What the reader
 * made (marks, notes, read flags) exists nowhere else, so its transactions are
 * synced at each commit (FULL).  What was imported can be imported again, and a
 * sync a page would make the disk the measure of an import, so those are
 * synced with the next checkpoint (NORMAL); a power cut may take the last
 * pages, each of them whole.  A synced commit also brings all that was
 * committed before it to the disk.
 *
 * Versions: the version of the tables is asked for in each transaction, of the state
 * that it reads or writes.
 *
 * Cancelling: while a transaction runs, its cancellable is asked by SQLite's
 * progress handler and while waiting for another program's lock; from the
 * commit on it is not asked any more, so a transaction is in or out, never in
 * doubt. */

#include "config.h"

#include "fz-connection-private.h"
#include "fz-error.h"
#include "fz-schema.h"

static gboolean
run_one (FzConnection  *self,
         FzSql          sql,
         GError       **error)
{
  g_autoptr (FzStatement) statement = fz_connection_statement (self, sql, error);

  return statement != NULL && fz_statement_run (statement, error);
}

static gboolean
begin (FzConnection   *self,
       FzTransaction   transaction,
       GError        **error)
{
  if (transaction == FZ_TRANSACTION_READ)
    return run_one (self, FZ_SQL_BEGIN_READ, error);

  g_assert (self->kind == FZ_CONNECTION_WRITER);
  /* SQLite obeys this pragma while it compiles it, so it cannot be prepared once
   * and run again. */
  return fz_connection_execute (self, transaction == FZ_TRANSACTION_WRITE_SYNCED ? "PRAGMA synchronous = FULL"
                                                                                 : "PRAGMA synchronous = NORMAL", error) &&
         run_one (self, FZ_SQL_BEGIN_WRITE, error);
}

/* A newer Fangzhi may bring the library up to date while this one has it open: what its
 * tables say from then on is not known here, and nothing of it is read or written. */
static gboolean
check_version (FzConnection  *self,
               GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (self, FZ_SQL_SCHEMA_VERSION, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  return fz_statement_take_int (ask) <= FZ_SCHEMA_CURRENT || fz_error_set (error, FZ_LIBRARY_ERROR_TOO_NEW, NULL);
}

/* SQLite has undone the transaction itself after some errors. */
static void
roll_back (FzConnection *self)
{
  self->cancellable = NULL;
  if (!sqlite3_get_autocommit (self->db))
    run_one (self, FZ_SQL_ROLLBACK, NULL);
}

static gboolean
commit (FzConnection  *self,
        GCancellable  *cancellable,
        GError       **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = NULL;
  return run_one (self, FZ_SQL_COMMIT, error);
}

/**
 * fz_connection_run:
 * @self: a connection
 * @transaction: what kind of transaction
 * @work: what is done in it
 * @data: for @work
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Runs @work in one transaction, that is committed where @work and the commit
 * succeed and undone whole otherwise.
 */
gboolean
fz_connection_run (FzConnection   *self,
                   FzTransaction   transaction,
                   FzWork          work,
                   gpointer        data,
                   GCancellable   *cancellable,
                   GError        **error)
{
  gboolean done;

  g_assert (self->thread == g_thread_self ());
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = cancellable;
  done = begin (self, transaction, error) &&
         check_version (self, error) &&
         work (self, data, error) &&
         commit (self, cancellable, error);
  if (!done)
    roll_back (self);
  self->cancellable = NULL;
  /* Who was cancelled while another program held the file is not told of that. */
  if (!done && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  return done;
}
