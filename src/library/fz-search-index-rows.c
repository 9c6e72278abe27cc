/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-index.h"

#include <string.h>

#include "fz-search-row.h"

/* The rows of the index: how they are made of articles and put in, and taken out. */

/* A step of filling takes so many articles, or fewer where they are long: some
 * tens of milliseconds. */
#define ROWS_A_STEP  256
#define BYTES_A_STEP (1024 * 1024)

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

      if (!fz_connection_run_on (writer, FZ_SQL_REMOVE_INDEX_ROW, row->key, error) ||
          !fz_connection_run_on (writer, FZ_SQL_REMOVE_INDEXED, row->article, error))
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

/**
 * fz_search_index_take_after:
 * @writer: the connection that writes
 * @filled: id of the article up to which all are in the index
 * @out_last: (out): id of the article up to which they are now, -1 where @filled was the last
 * @error: a #FzLibraryError
 *
 * Takes some of the articles behind that one into the index, in the order of their ids.
 */
gboolean
fz_search_index_take_after (FzConnection  *writer,
                            gint64         filled,
                            gint64        *out_last,
                            GError       **error)
{
  g_autoptr (GArray) rows = rows_new ();

  if (!read_rows_after (writer, filled, rows, error))
    return FALSE;
  /* Before they are sorted. */
  *out_last = rows->len > 0 ? g_array_index (rows, Row, rows->len - 1).article : -1;
  return add_rows (writer, rows, error);
}
