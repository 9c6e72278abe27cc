/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index for search.
 *
 * `search` is an FTS5 table without a copy of the texts, in the columns of
 * fz-search-row.h, a row for each article.  Its tokens are described in
 * fz-tokens.c.  All of it is derived, and it has a version of its own: where the
 * file has another one it is made anew, while articles, corrections and marks
 * stay as they are.
 *
 * - A source comes into the index and goes out of it in the transaction that
 *   adds, replaces or removes its articles, so the index is never behind them.
 *   `indexed` has the key that an article's row has, by which it is taken out;
 *   that table's reference keeps an article from going while it is in the index.
 * - A new index is filled in steps of one transaction each, from the first
 *   article to the last; `index_state.filled` says up to which one, so that who
 *   was stopped goes on there.
 * - What many small transactions left in many segments is merged in steps of so
 *   many pages when nobody has anything to write, and then two of a size are
 *   merged already, since each query looks into all.  FTS5 merges a part with each
 *   transaction as well; its `optimize` would hold the file for minutes. */

#include "config.h"

#include "fz-search-index.h"

#include <string.h>

#include "fz-search-row.h"

/* Which tokens, columns and keys: a change of any of them is a new version. */
#define INDEX_VERSION 1

/* FTS5 fills its pages up to 4,050 bytes and some more, which with a sum (fz-sums.c)
 * are a few bytes more than a page of the file holds: nearly each would lie on two,
 * one of which SQLite does not even keep in memory.  What was written before is
 * read as it is. */
#define BYTES_OF_PAGE "4032"

#define SET_PAGES "INSERT INTO search (search, rank) VALUES ('pgsz', " BYTES_OF_PAGE ");"
#define HAS_PAGES "SELECT EXISTS (SELECT 1 FROM search_config WHERE k = 'pgsz' AND v = " BYTES_OF_PAGE ")"

#define MAKE_INDEX \
  "DROP TABLE IF EXISTS search;" \
  "CREATE VIRTUAL TABLE search USING fts5 (text, title, author, paper, filed," \
  "  content = '', contentless_delete = 1, tokenize = 'fangzhi');" \
  SET_PAGES \
  "INSERT INTO search (search, rank) VALUES ('automerge', 8);" \
  "INSERT INTO search (search, rank) VALUES ('crisismerge', 64);" \
  "INSERT INTO search (search, rank) VALUES ('usermerge', 2);" \
  "DELETE FROM indexed;" \
  "UPDATE index_state SET version = %d, filled = CASE WHEN EXISTS (SELECT 1 FROM article) THEN 0 END"

/* A step of filling takes so many articles, or fewer where they are long: some
 * tens of milliseconds. */
#define ROWS_A_STEP  256
#define BYTES_A_STEP (1024 * 1024)

/* A step of merging, in pages of 4 KiB. */
#define PAGES_A_STEP 64

typedef struct {
  gint64  article;
  gint64  key;
  char   *title;
  char   *text;
  char   *authors;
  char   *paper;
  char   *filed;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->text);
  g_free (row->authors);
  g_free (row->paper);
  g_free (row->filed);
}

static gboolean
is_current (FzConnection  *writer,
            gboolean      *out_current,
            GError       **error)
{
  gint64 version = 0;

  if (!fz_connection_ask (writer, "SELECT version FROM index_state", &version, error))
    return FALSE;
  *out_current = version == INDEX_VERSION;
  return TRUE;
}

/**
 * fz_search_index_renew:
 * @writer: the connection that writes, in a transaction
 * @error: a #FzLibraryError
 *
 * Makes the index, empty, in the place of the one that there is.
 */
gboolean
fz_search_index_renew (FzConnection  *writer,
                       GError       **error)
{
  g_autofree char *sql = g_strdup_printf (MAKE_INDEX, INDEX_VERSION);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return fz_connection_execute (writer, sql, error);
}

/**
 * fz_search_index_renew_old:
 * @writer: the connection that writes, in a transaction
 * @error: a #FzLibraryError
 *
 * Makes the index, empty, where there is none of this version.  That of a million
 * articles takes half an hour to fill again, so whoever brings the tables up to date
 * leaves it where nothing in it has changed.
 */
gboolean
fz_search_index_renew_old (FzConnection  *writer,
                           GError       **error)
{
  gboolean current;

  return is_current (writer, &current, error) && (current || fz_search_index_renew (writer, error));
}

/* That an index cannot be read is told to who searches, not to who opens. */
static gboolean
has_pages (FzConnection *writer)
{
  gint64 has;

  return !fz_connection_ask (writer, HAS_PAGES, &has, NULL) || has != 0;
}

static gboolean
make_index (FzConnection  *writer,
            gpointer       unused,
            GError       **error)
{
  gboolean current;

  if (!is_current (writer, &current, error))
    return FALSE;
  return current ? fz_connection_execute (writer, SET_PAGES, error) : fz_search_index_renew (writer, error);
}

/**
 * fz_search_index_prepare:
 * @writer: the connection that writes
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError
 *
 * Makes the index, empty, where there is none of this version.  One that an earlier
 * Fangzhi made gets its pages of this size as it is written to and merged.
 */
gboolean
fz_search_index_prepare (FzConnection  *writer,
                         GCancellable  *cancellable,
                         GError       **error)
{
  gboolean current;

  return is_current (writer, &current, error) &&
         ((current && has_pages (writer)) ||
          fz_connection_run (writer, FZ_TRANSACTION_WRITE, make_index, NULL, cancellable, error));
}

/* The three parts of a headline, a line each. */
static char *
take_headline (FzStatement *rows)
{
  g_autoptr (GString) headline = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    {
      const char *part = fz_statement_take_text (rows);

      if (part != NULL)
        g_string_append_printf (headline, "%s\n", part);
    }
  return g_string_free_and_steal (g_steal_pointer (&headline));
}

static void
take_row (FzStatement *rows,
          Row         *row)
{
  FzRegion region;
  guint n_figures;

  row->article = fz_statement_take_int (rows);
  row->key = fz_search_key (row->article, fz_statement_take_text (rows));
  row->title = take_headline (rows);
  row->text = fz_statement_dup_text (rows);
  row->authors = fz_statement_dup_text (rows);
  row->paper = fz_statement_dup_text (rows);
  n_figures = fz_statement_take_uint (rows);
  region = (FzRegion) fz_statement_take_int (rows);
  row->filed = fz_search_filed (region, fz_statement_take_text (rows), n_figures);
}

static gboolean
add_row (FzConnection  *writer,
         const Row     *row,
         GError       **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_INDEX_ROW, error);
  g_autoptr (FzStatement) note = add != NULL ? fz_connection_statement (writer, FZ_SQL_ADD_INDEXED, error) : NULL;

  if (note == NULL)
    return FALSE;
  fz_statement_bind_int (note, row->article);
  fz_statement_bind_int (note, row->key);
  fz_statement_bind_int (add, row->key);
  fz_statement_bind_text (add, row->title);
  fz_statement_bind_text (add, row->text);
  fz_statement_bind_text (add, row->authors);
  fz_statement_bind_text (add, row->paper);
  fz_statement_bind_text (add, row->filed);
  return fz_statement_run (add, error) && fz_statement_run (note, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = ((const Row *) a)->key, second = ((const Row *) b)->key;

  return (first > second) - (first < second);
}

/* FTS5 keeps what comes in the order of the keys together. */
static gboolean
add_rows (FzConnection  *writer,
          GArray        *rows,
          GError       **error)
{
  g_array_sort (rows, compare_keys);
  for (guint i = 0; i < rows->len; i++)
    if (!add_row (writer, &g_array_index (rows, Row, i), error))
      return FALSE;
  return TRUE;
}

/* Reads rows until they are @most or hold @most_bytes. */
static gboolean
read_rows (FzStatement  *statement,
           guint         most,
           gsize         most_bytes,
           GArray       *rows,
           GError      **error)
{
  FzStep step = FZ_STEP_ROW;

  for (gsize bytes = 0; rows->len < most && bytes < most_bytes;)
    {
      Row row = { 0 };

      step = fz_statement_step (statement, error);
      if (step != FZ_STEP_ROW)
        break;
      take_row (statement, &row);
      bytes += row.text != NULL ? strlen (row.text) : 0;
      g_array_append_val (rows, row);
    }
  return step != FZ_STEP_ERROR;
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  return rows;
}

/* Puts all rows that a statement gives of something into the index. */
static gboolean
take_all (FzConnection  *writer,
          FzSql          sql,
          gint64         of,
          GError       **error)
{
  g_autoptr (FzStatement) select = fz_connection_statement (writer, sql, error);
  g_autoptr (GArray) rows = rows_new ();

  if (select == NULL)
    return FALSE;
  fz_statement_bind_int (select, of);
  return read_rows (select, G_MAXUINT, G_MAXSIZE, rows, error) && add_rows (writer, rows, error);
}

/**
 * fz_search_index_take:
 * @writer: the connection that writes
 * @source: id of a source whose articles are there and not in the index
 * @error: a #FzLibraryError
 */
gboolean
fz_search_index_take (FzConnection  *writer,
                      gint64         source,
                      GError       **error)
{
  return take_all (writer, FZ_SQL_INDEX_ROWS_OF_SOURCE, source, error);
}

static gboolean
remove_row (FzConnection  *writer,
            FzSql          sql,
            gint64         id,
            GError       **error)
{
  g_autoptr (FzStatement) remove = fz_connection_statement (writer, sql, error);

  if (remove == NULL)
    return FALSE;
  fz_statement_bind_int (remove, id);
  return fz_statement_run (remove, error);
}

static GArray *
indexed_of (FzConnection  *writer,
            FzSql          sql,
            gint64         of,
            GError       **error)
{
  g_autoptr (FzStatement) select = fz_connection_statement (writer, sql, error);
  g_autoptr (GArray) rows = rows_new ();
  FzStep step;

  if (select == NULL)
    return NULL;
  fz_statement_bind_int (select, of);
  while ((step = fz_statement_step (select, error)) == FZ_STEP_ROW)
    {
      Row row = { 0 };

      row.article = fz_statement_take_int (select);
      row.key = fz_statement_take_int (select);
      g_array_append_val (rows, row);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
forget_rows (FzConnection  *writer,
             const GArray  *rows,
             GError       **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (!remove_row (writer, FZ_SQL_REMOVE_INDEX_ROW, row->key, error) ||
          !remove_row (writer, FZ_SQL_REMOVE_INDEXED, row->article, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_search_index_forget:
 * @writer: the connection that writes
 * @source: id of a source whose articles are about to go
 * @error: a #FzLibraryError
 */
gboolean
fz_search_index_forget (FzConnection  *writer,
                        gint64         source,
                        GError       **error)
{
  g_autoptr (GArray) rows = indexed_of (writer, FZ_SQL_INDEXED_OF_SOURCE, source, error);

  return rows != NULL && forget_rows (writer, rows, error);
}

/**
 * fz_search_index_retake:
 * @writer: the connection that writes
 * @article: id of an article of which something has changed that the index knows
 * @error: a #FzLibraryError
 *
 * Where the article is not in the index yet, it will come into it as it is then.
 */
gboolean
fz_search_index_retake (FzConnection  *writer,
                        gint64         article,
                        GError       **error)
{
  g_autoptr (GArray) rows = indexed_of (writer, FZ_SQL_INDEXED_OF_ARTICLE, article, error);

  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  return forget_rows (writer, rows, error) && take_all (writer, FZ_SQL_INDEX_ROW_OF_ARTICLE, article, error);
}

/**
 * fz_search_index_follow:
 * @writer: the connection that writes
 * @article: id of an article that has come into the bin, or out of it
 * @error: a #FzLibraryError
 *
 * Takes the article out of the index, or into it.
 */
gboolean
fz_search_index_follow (FzConnection  *writer,
                        gint64         article,
                        GError       **error)
{
  g_autoptr (GArray) rows = indexed_of (writer, FZ_SQL_INDEXED_OF_ARTICLE, article, error);

  return rows != NULL && forget_rows (writer, rows, error) &&
         take_all (writer, FZ_SQL_INDEX_ROW_OF_ARTICLE, article, error);
}

/**
 * fz_search_index_state:
 * @reader: a connection
 * @state: (out): how far the index is
 * @error: a #FzLibraryError
 */
gboolean
fz_search_index_state (FzConnection  *reader,
                       FzIndexState  *state,
                       GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_INDEX_STATE, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  state->whole = fz_statement_take_int (ask) != 0;
  state->done = fz_statement_take_int (ask);
  state->total = fz_statement_take_int (ask);
  return TRUE;
}

static gboolean
set_filled (FzConnection  *writer,
            gint64         filled,
            GError       **error)
{
  g_autoptr (FzStatement) set = fz_connection_statement (writer, FZ_SQL_SET_INDEX_FILLED, error);

  if (set == NULL)
    return FALSE;
  fz_statement_bind_int (set, filled);
  return fz_statement_run (set, error);
}

static gboolean
read_rows_after (FzConnection  *writer,
                 gint64         filled,
                 GArray        *rows,
                 GError       **error)
{
  g_autoptr (FzStatement) select = fz_connection_statement (writer, FZ_SQL_INDEX_ROWS_AFTER, error);

  if (select == NULL)
    return FALSE;
  fz_statement_bind_int (select, filled);
  return read_rows (select, ROWS_A_STEP, BYTES_A_STEP, rows, error);
}

static gboolean
fill (FzConnection  *writer,
      gint64         filled,
      FzIndexStep   *out_step,
      GError       **error)
{
  g_autoptr (GArray) rows = rows_new ();

  if (!read_rows_after (writer, filled, rows, error))
    return FALSE;
  filled = rows->len > 0 ? g_array_index (rows, Row, rows->len - 1).article : -1;
  *out_step = rows->len > 0 ? FZ_INDEX_FILLED : FZ_INDEX_WHOLE;
  return add_rows (writer, rows, error) && set_filled (writer, filled, error);
}

/* FTS5 says that nothing was left to merge by changing less than two rows. */
static gboolean
merge (FzConnection  *writer,
       FzIndexStep   *out_step,
       GError       **error)
{
  g_autoptr (FzStatement) merge = fz_connection_statement (writer, FZ_SQL_MERGE_INDEX, error);
  gint64 before = fz_connection_changes (writer);

  if (merge == NULL)
    return FALSE;
  fz_statement_bind_int (merge, PAGES_A_STEP);
  if (!fz_statement_run (merge, error))
    return FALSE;
  *out_step = fz_connection_changes (writer) - before >= 2 ? FZ_INDEX_MERGED : FZ_INDEX_NOTHING;
  return TRUE;
}

/**
 * fz_search_index_step:
 * @writer: the connection that writes, in a transaction
 * @out_step: (out): what it did
 * @error: a #FzLibraryError
 *
 * Does a bounded part of what is left to do for the index: filling it, then
 * merging it.
 */
gboolean
fz_search_index_step (FzConnection  *writer,
                      FzIndexStep   *out_step,
                      GError       **error)
{
  FzIndexState state;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_search_index_state (writer, &state, error))
    return FALSE;
  return state.whole ? merge (writer, out_step, error) : fill (writer, state.done, out_step, error);
}
