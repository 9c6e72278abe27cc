/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-statement-private.h"

#include <string.h>

#include "fz-error.h"

struct _FzStatement {
  sqlite3_stmt *handle;
  int           bound;  /* values bound so far */
  int           taken;  /* columns taken of this row so far */
  int           failed; /* the first code that a bind answered, told at the next step */
  gboolean      held;
};

/**
 * fz_statement_new:
 *
 * Takes a prepared @handle, whose values and columns are then counted by the calls.
 *
 * Returns: (transfer full): the statement
 */
FzStatement *
fz_statement_new (sqlite3_stmt *handle)
{
  FzStatement *self = g_new0 (FzStatement, 1);

  self->handle = handle;
  return self;
}

void
fz_statement_free (FzStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->handle);
  g_free (self);
}

/* A statement that is still held would be run inside itself. */
void
fz_statement_hold (FzStatement *self)
{
  g_assert (!self->held);
  self->held = TRUE;
}

/* Readies the statement for the next row of values. */
static void
rewind_statement (FzStatement *self)
{
  sqlite3_reset (self->handle);
  self->bound = 0;
  self->failed = SQLITE_OK;
}

/**
 * fz_statement_release:
 * @self: (nullable): a statement that was lent
 *
 * Gives it back to its connection.
 */
void
fz_statement_release (FzStatement *self)
{
  if (self == NULL)
    return;
  rewind_statement (self);
  sqlite3_clear_bindings (self->handle);
  self->held = FALSE;
}

static void
note_bind (FzStatement *self,
           int          code)
{
  if (self->failed == SQLITE_OK)
    self->failed = code;
}

/**
 * fz_statement_bind_int:
 *
 * Binds the next value; one that SQLite refuses is told by the next step.
 */
void
fz_statement_bind_int (FzStatement *self,
                       gint64       value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, ++self->bound, value));
}

/**
 * fz_statement_bind_real:
 *
 * Binds the next value, as [method@Statement.bind_int].
 */
void
fz_statement_bind_real (FzStatement *self,
                        double       value)
{
  note_bind (self, sqlite3_bind_double (self->handle, ++self->bound, value));
}

/**
 * fz_statement_bind_text:
 * @self: a statement
 * @value: (nullable): text that stays until the statement is run; %NULL is SQL's NULL
 */
void
fz_statement_bind_text (FzStatement *self,
                        const char  *value)
{
  note_bind (self, sqlite3_bind_text64 (self->handle, ++self->bound, value,
                                        value != NULL ? strlen (value) : 0,
                                        SQLITE_STATIC, SQLITE_UTF8));
}

/**
 * fz_statement_bind_own_text:
 * @self: a statement
 * @value: (nullable) (transfer full): text; %NULL is SQL's NULL
 */
void
fz_statement_bind_own_text (FzStatement *self,
                            char        *value)
{
  note_bind (self, sqlite3_bind_text64 (self->handle, ++self->bound, value,
                                        value != NULL ? strlen (value) : 0, g_free, SQLITE_UTF8));
}

/**
 * fz_statement_bind_blob:
 * @self: a statement
 * @data: (nullable): bytes that stay until the statement is run; %NULL only where @length is 0
 * @length: how many
 */
void
fz_statement_bind_blob (FzStatement  *self,
                        gconstpointer data,
                        gsize         length)
{
  note_bind (self, sqlite3_bind_blob64 (self->handle, ++self->bound,
                                        data != NULL ? data : "", length, SQLITE_STATIC));
}

/**
 * fz_statement_step:
 * @self: a statement with its values bound
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether there is a row, none any more, or an error
 */
FzStep
fz_statement_step (FzStatement  *self,
                   GError      **error)
{
  int code = self->failed != SQLITE_OK ? self->failed : sqlite3_step (self->handle);

  self->taken = 0;
  if (code == SQLITE_ROW)
    return FZ_STEP_ROW;
  if (code == SQLITE_DONE)
    return FZ_STEP_DONE;
  fz_error_set_from_sqlite (sqlite3_db_handle (self->handle), code, error);
  return FZ_STEP_ERROR;
}

/**
 * fz_statement_run:
 * @self: a statement with its values bound, that answers no rows
 * @error: as [method@Statement.step]
 *
 * Runs it to its end and readies it for the next values.
 *
 * Returns: %FALSE with @error set
 */
gboolean
fz_statement_run (FzStatement  *self,
                  GError      **error)
{
  FzStep step;

  while ((step = fz_statement_step (self, error)) == FZ_STEP_ROW)
    ;
  rewind_statement (self);
  return step == FZ_STEP_DONE;
}

/**
 * fz_statement_take_int:
 *
 * Returns: the next column, 0 for NULL
 */
gint64
fz_statement_take_int (FzStatement *self)
{
  return sqlite3_column_int64 (self->handle, self->taken++);
}

/**
 * fz_statement_take_real:
 *
 * Returns: the next column, 0 for NULL
 */
double
fz_statement_take_real (FzStatement *self)
{
  return sqlite3_column_double (self->handle, self->taken++);
}

/* A position or a number out of a file that somebody may have tampered with. */
guint
fz_statement_take_uint (FzStatement *self)
{
  gint64 value = fz_statement_take_int (self);

  return (guint) CLAMP (value, 0, G_MAXUINT32);
}

/**
 * fz_statement_take_text:
 * @self: a statement that stands on a row
 *
 * Returns: (transfer none) (nullable): the next column, until the next step
 */
const char *
fz_statement_take_text (FzStatement *self)
{
  return (const char *) sqlite3_column_text (self->handle, self->taken++);
}

/**
 * fz_statement_dup_text:
 * @self: a statement that stands on a row
 *
 * SQLite stores any bytes as text; a tampered file must not bring what is no
 * UTF-8 to where it is drawn.
 *
 * Returns: (transfer full) (nullable): the next column, as valid UTF-8
 */
char *
fz_statement_dup_text (FzStatement *self)
{
  const char *text = fz_statement_take_text (self);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * fz_statement_take_bytes:
 * @self: a statement that stands on a row
 *
 * Returns: (transfer full): the bytes of the next column; none for NULL
 */
GBytes *
fz_statement_take_bytes (FzStatement *self)
{
  int column = self->taken++;
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

/**
 * fz_statement_take_blob:
 * @self: a statement that stands on a row
 * @out_length: (out): how many they are
 *
 * Returns: (transfer none) (nullable): the bytes of the next column, until the next
 *   step; %NULL where there are none
 */
const guint8 *
fz_statement_take_blob (FzStatement *self,
                        gsize       *out_length)
{
  int column = self->taken++;
  const guint8 *bytes = sqlite3_column_blob (self->handle, column);

  *out_length = (gsize) sqlite3_column_bytes (self->handle, column);
  return bytes;
}
