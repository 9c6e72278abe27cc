/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What still reads of a damaged library, in a new one.
 *
 * The damaged file is only read.  What is made bears its name when it is whole: who
 * is stopped leaves no part of a library under it.
 *
 * Table after table is copied row by row; where a
 * row cannot be read the next one is looked for that can, with longer and longer
 * strides, and from there back to the first that can.  Of tables without row ids
 * the first column of the key is what is gone by.  What is missing then is mended
 * so that the rest is whole:
 *
 * - A page of which only the bytes are left is a source without a name, and is
 *   analysed again; its notes and corrections stay with it.
 * - An article without its source goes; what belongs to an article that is gone
 *   goes with it.
 * - A note is never dropped: without its article it is an orphan, and its source,
 *   where that and the bytes are lost, is one that was removed.
 * - No article that comes in later gets an id that the reader's marks name.
 * - Where anything derived is lost all sources are due for a new analysis, which
 *   makes it again from their bytes; that goes for the index and the signatures in
 *   any case, which are not copied. */

#include "config.h"

#include "fz-salvage.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "fz-connection-private.h"
#include "fz-error.h"
#include "fz-schema.h"

/* Beyond it no row is looked for. */
#define LAST_KEY (G_GINT64_CONSTANT (1) << 52)

/* How far it is is told after so many rows. */
#define ROWS_BETWEEN_TELLING 256

static const struct {
  const char *name;
  const char *key;
} tables[] = {
  { "source", "rowid" }, { "source_bytes", "rowid" }, { "correction", "rowid" }, { "former", "rowid" },
  { "article", "rowid" }, { "article_text", "rowid" }, { "author", "article" }, { "block", "article" },
  { "place", "article" }, { "figure", "article" }, { "programme", "article" }, { "second_region", "region" },
  { "jump", "article" }, { "continuation", "rowid" }, { "annotation", "rowid" }, { "verdict", "article" },
  { "reading", "rowid" }, { "star", "rowid" }, { "bin", "rowid" }, { "position", "rowid" },
  { "saved_search", "rowid" }, { "parted", "article" },
};

#define WITHOUT_TEXT(table) "DELETE FROM " table " WHERE article IN (SELECT article FROM article_text WHERE text = '');"
#define OF_ARTICLE(table) "DELETE FROM " table " WHERE article NOT IN (SELECT id FROM article);"
#define ADD_NAMELESS \
  "INSERT OR IGNORE INTO source (id, sha256, name, encoding, doubtful, replaced, newspaper_by, date_by, edition_by, section_by, " \
  "                              imported, removed) "
#define IDS_OF(table) "ifnull ((SELECT max (article) FROM " table "), 0), "
#define MEND \
  ADD_NAMELESS "SELECT source, fz_digest (bytes), '?', 'UTF-8', 0, 0, 'none', 'none', 'none', 'none', 0, 0 " \
  "  FROM source_bytes WHERE source NOT IN (SELECT id FROM source);" \
  "DELETE FROM article WHERE source NOT IN (SELECT id FROM source);" \
  "INSERT INTO article_text (article, text) SELECT id, '' FROM article WHERE id NOT IN (SELECT article FROM article_text);" \
  OF_ARTICLE ("article_text") OF_ARTICLE ("author") OF_ARTICLE ("block") OF_ARTICLE ("place") OF_ARTICLE ("figure") \
  OF_ARTICLE ("programme") OF_ARTICLE ("second_region") OF_ARTICLE ("jump") \
  WITHOUT_TEXT ("block") WITHOUT_TEXT ("place") WITHOUT_TEXT ("figure") WITHOUT_TEXT ("programme") \
  "DELETE FROM continuation WHERE first NOT IN (SELECT id FROM article) OR second NOT IN (SELECT id FROM article);" \
  ADD_NAMELESS "SELECT DISTINCT source, CAST ('lost ' || source AS BLOB), '?', 'UTF-8', 0, 0, 'none', 'none', 'none', 'none', 0, 1 " \
  "  FROM annotation WHERE source NOT IN (SELECT id FROM source);" \
  "UPDATE annotation SET article = NULL WHERE article NOT IN (SELECT id FROM article);" \
  "DELETE FROM source_bytes WHERE source NOT IN (SELECT id FROM source);" \
  "DELETE FROM correction WHERE source NOT IN (SELECT id FROM source);" \
  "DELETE FROM former WHERE source NOT IN (SELECT id FROM source);" \
  "INSERT INTO sqlite_sequence (name, seq) SELECT 'article', 0 " \
  "  WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'article');" \
  "UPDATE sqlite_sequence SET seq = max (" IDS_OF ("former") IDS_OF ("reading") IDS_OF ("star") IDS_OF ("bin") \
  IDS_OF ("position") IDS_OF ("verdict") IDS_OF ("parted") "seq) WHERE name = 'article';" \
  "UPDATE index_state SET filled = CASE WHEN EXISTS (SELECT 1 FROM article) THEN 0 END;" \
  "UPDATE signature_state SET filled = CASE WHEN EXISTS (SELECT 1 FROM article) THEN 0 END;"
#define ANALYSE_AGAIN "UPDATE source SET engine = NULL WHERE id IN (SELECT source FROM source_bytes)"

typedef struct {
  FzConnection *from;
  FzCopyFunc    func;
  gpointer      user_data;
  gboolean      all; /* whether each row could be read */
  guint64       done;
  guint64       total; /* rows, as far as they could be counted */
  guint64       n_rows[G_N_ELEMENTS (tables)];
} Salvage;

typedef struct {
  Salvage      *salvage;
  guint64       n_rows; /* that were copied */
  guint64       most;   /* that are told of */
  sqlite3_stmt *read;  /* the key, then the columns; from a key on */
  sqlite3_stmt *write;
} Table;

static void
table_clear (Table *self)
{
  sqlite3_finalize (self->read);
  sqlite3_finalize (self->write);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
is_damage (int code)
{
  return code == SQLITE_IOERR_DATA || (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

/* The columns that the damaged library has of a table; fewer in one of an earlier
 * version, none where it has no such table. */
static char *
list_columns (sqlite3    *db,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat ('\"' || name || '\"', ', ') FROM pragma_table_info ('%s')", table);
  sqlite3_stmt *ask = NULL;
  char *columns = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &ask, NULL) == SQLITE_OK && sqlite3_step (ask) == SQLITE_ROW)
    columns = g_strdup ((const char *) sqlite3_column_text (ask, 0));
  sqlite3_finalize (ask);
  return columns;
}

/* Only for telling how far it is: where they cannot be counted nothing is lost. */
static gint64
count_rows (sqlite3    *db,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  sqlite3_stmt *ask = NULL;
  gint64 n = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &ask, NULL) == SQLITE_OK && sqlite3_step (ask) == SQLITE_ROW)
    n = sqlite3_column_int64 (ask, 0);
  sqlite3_finalize (ask);
  return n;
}

static void
count_all (Salvage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      self->n_rows[i] = (guint64) count_rows (self->from->db, tables[i].name);
      self->total += self->n_rows[i];
    }
}

static void
tell (const Salvage *self,
      guint64        done)
{
  if (self->func != NULL)
    self->func ((guint) MIN (done, self->total), (guint) self->total, self->user_data);
}

static void
tell_row (Table *self)
{
  if (++self->n_rows % ROWS_BETWEEN_TELLING == 0)
    tell (self->salvage, self->salvage->done + MIN (self->n_rows, self->most));
}

static int
prepare_table (Table        *self,
               FzConnection *to,
               guint         i,
               const char   *columns)
{
  g_autofree char *select = g_strdup_printf ("SELECT %s, %s FROM %s WHERE %s >= ? ORDER BY %s", tables[i].key, columns,
                                             tables[i].name, tables[i].key, tables[i].key);
  g_autoptr (GString) insert = g_string_new (NULL);
  int code = sqlite3_prepare_v2 (self->salvage->from->db, select, -1, &self->read, NULL);

  g_string_printf (insert, "INSERT OR IGNORE INTO %s (%s) VALUES (?", tables[i].name, columns);
  for (int k = 2; code == SQLITE_OK && k < sqlite3_column_count (self->read); k++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  return code == SQLITE_OK ? sqlite3_prepare_v2 (to->db, insert->str, -1, &self->write, NULL) : code;
}

static int
begin_at (Table  *self,
          gint64  key)
{
  sqlite3_reset (self->read);
  sqlite3_bind_int64 (self->read, 1, key);
  return sqlite3_step (self->read);
}

static int
copy_row (Table *self)
{
  int code;

  for (int i = 1; i < sqlite3_column_count (self->read); i++)
    sqlite3_bind_value (self->write, i, sqlite3_column_value (self->read, i));
  code = sqlite3_step (self->write);
  sqlite3_reset (self->write);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* The least key from @failed + 1 on from which a row can be read; the statement
 * stands there. */
static int
find_next (Table  *self,
           gint64  failed)
{
  gint64 stride = 1, bad = failed, good = 0;
  int code = SQLITE_DONE;

  for (; failed + stride < LAST_KEY && good == 0; stride *= 2)
    {
      code = begin_at (self, failed + stride);
      if (is_damage (code))
        bad = failed + stride;
      else
        good = failed + stride;
    }
  if (good == 0 || (code != SQLITE_ROW && code != SQLITE_DONE))
    return good == 0 ? SQLITE_DONE : code;
  while (good - bad > 1)
    {
      gint64 middle = bad + (good - bad) / 2;

      if (is_damage (begin_at (self, middle)))
        bad = middle;
      else
        good = middle;
    }
  return begin_at (self, good);
}

/* A value that is long is read only when it is taken, and fails then. */
static int
copy_rows (Table *self)
{
  gint64 key = -1;
  int code = begin_at (self, G_MININT64);

  while (code == SQLITE_ROW || is_damage (code))
    {
      if (code == SQLITE_ROW)
        {
          key = sqlite3_column_int64 (self->read, 0);
          tell_row (self);
          code = copy_row (self);
          if (code != SQLITE_OK && !is_damage (code))
            return code;
          code = code == SQLITE_OK ? sqlite3_step (self->read) : code;
        }
      if (is_damage (code))
        {
          self->salvage->all = FALSE;
          code = find_next (self, key);
        }
    }
  return code;
}

static gboolean
copy_table (Salvage       *salvage,
            FzConnection  *to,
            guint          i,
            GError       **error)
{
  g_autofree char *columns = list_columns (salvage->from->db, tables[i].name);
  g_auto (Table) table = { .salvage = salvage, .most = salvage->n_rows[i] };
  int code;

  if (columns == NULL)
    return TRUE;
  code = prepare_table (&table, to, i, columns);
  if (code == SQLITE_OK)
    code = copy_rows (&table);
  if (code == SQLITE_DONE)
    return TRUE;
  if (is_damage (code))
    {
      salvage->all = FALSE;
      return TRUE;
    }
  return fz_error_set_from_sqlite (to->db, code, error);
}

static gboolean
copy_all (FzConnection  *to,
          gpointer       data,
          GError       **error)
{
  Salvage *self = data;

  count_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      tell (self, self->done);
      if (!copy_table (self, to, i, error))
        return FALSE;
      self->done += self->n_rows[i];
    }
  tell (self, self->total);
  return fz_connection_execute (to, MEND, error) && fz_connection_execute (to, fz_sql_text (FZ_SQL_COUNT_ALL_DAYS), error) &&
         (self->all || fz_connection_execute (to, ANALYSE_AGAIN, error));
}

/* By which a page that comes in again is known. */
static void
digest (sqlite3_context  *context,
        int               n,
        sqlite3_value   **values)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 sum[32];
  gsize length = sizeof sum;

  g_checksum_update (checksum, sqlite3_value_blob (values[0]), sqlite3_value_bytes (values[0]));
  g_checksum_get_digest (checksum, sum, &length);
  sqlite3_result_blob (context, sum, (int) length, SQLITE_TRANSIENT);
}

static gboolean
salvage_into (const char    *path,
              const char    *to,
              Salvage       *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (FzConnection) from = NULL, writer = NULL;
  gint64 n = 0;

  if (!fz_schema_inspect (path, error) || (from = fz_connection_open (path, FZ_CONNECTION_READER, cancellable, error)) == NULL ||
      !fz_connection_ask (from, "SELECT count (*) FROM sqlite_schema", &n, error))
    return FALSE;
  writer = fz_schema_open (to, cancellable, error);
  if (writer == NULL || !fz_connection_execute (writer, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  if (sqlite3_create_function (writer->db, "fz_digest", 1, SQLITE_UTF8, NULL, digest, NULL, NULL) != SQLITE_OK)
    return fz_error_set_from_sqlite (writer->db, sqlite3_errcode (writer->db), error);
  self->from = from;
  from->cancellable = cancellable;
  /* As a copy it has no journal, and who only reads it leaves none. */
  return fz_connection_run (writer, FZ_TRANSACTION_WRITE_SYNCED, copy_all, self, cancellable, error) &&
         fz_connection_execute (writer, "PRAGMA journal_mode = DELETE", error);
}

/* What was not made to its end. */
static void
remove_part (const char *to)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (to, suffixes[i], NULL);

      g_unlink (file);
    }
}

/**
 * fz_salvage:
 * @path: a library that is damaged; it is not written
 * @to: where a new one is made; nothing may be there
 * @func: (nullable): told how far it is
 * @user_data: for @func
 * @out_all: (out): whether each row could be read
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set, and nothing at @to
 */
gboolean
fz_salvage (const char    *path,
            const char    *to,
            FzCopyFunc     func,
            gpointer       user_data,
            gboolean      *out_all,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  Salvage self = { .func = func, .user_data = user_data, .all = TRUE };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return fz_error_set_from_errno (path, ENOENT, error);
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return fz_error_set_from_errno (to, EEXIST, error);
  remove_part (part);
  if (salvage_into (path, part, &self, cancellable, error) &&
      (g_rename (part, to) == 0 || fz_error_set_from_errno (to, errno, error)))
    {
      *out_all = self.all;
      return TRUE;
    }
  remove_part (part);
  return FALSE;
}
