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

/* A step of merging, in pages of 4 KiB. */
#define PAGES_A_STEP 64

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
fill (FzConnection  *writer,
      gint64         filled,
      FzIndexStep   *out_step,
      GError       **error)
{
  gint64 last;

  if (!fz_search_index_take_after (writer, filled, &last, error))
    return FALSE;
  *out_step = last >= 0 ? FZ_INDEX_FILLED : FZ_INDEX_WHOLE;
  return fz_connection_run_on (writer, FZ_SQL_SET_INDEX_FILLED, last, error);
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
