/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader says of articles: read, starred, thrown into the bin.
 *
 * What lies in the bin is not in the index for search either, so that no search
 * has to ask for it.  Emptying the bin deletes no note: the notes of what lay
 * there are orphans of their source then. */

#include "config.h"

#include "fz-store.h"

#include "fz-error.h"
#include "fz-search-index.h"

static const struct {
  FzSql add;
  FzSql remove;
} statements[] = {
  [FZ_MARK_READ] = { FZ_SQL_ADD_READ, FZ_SQL_REMOVE_READ },
  [FZ_MARK_STARRED] = { FZ_SQL_ADD_STAR, FZ_SQL_REMOVE_STAR },
  [FZ_MARK_BINNED] = { FZ_SQL_ADD_BINNED, FZ_SQL_REMOVE_BINNED },
};

static gboolean
has_article (FzConnection  *connection,
             gint64         article,
             gboolean      *out_has,
             GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (connection, FZ_SQL_SOURCE_OF_ARTICLE, error);
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  *out_has = step == FZ_STEP_ROW;
  return step != FZ_STEP_ERROR;
}

static gboolean
set_mark (FzConnection  *writer,
          gint64         article,
          FzMark         mark,
          gboolean       on,
          gboolean      *out_changed,
          GError       **error)
{
  gint64 before = fz_connection_changes (writer);

  if (!fz_connection_run_on (writer, on ? statements[mark].add : statements[mark].remove, article, error))
    return FALSE;
  *out_changed = fz_connection_changes (writer) > before;
  return mark != FZ_MARK_BINNED || !*out_changed || fz_search_index_follow (writer, article, error);
}

/**
 * fz_store_mark:
 * @writer: the connection that writes
 * @articles: (element-type gint64): ids of articles; those that are gone are passed over
 * @mark: what is said of them
 * @on: whether it holds
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where none of them is there, and others
 *
 * Returns: (transfer full) (element-type gint64): those of which it did not hold
 *   before, or did; or %NULL
 */
GArray *
fz_store_mark (FzConnection  *writer,
               const GArray  *articles,
               FzMark         mark,
               gboolean       on,
               GError       **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_found = 0;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);
      gboolean has, did = FALSE;

      if (!has_article (writer, article, &has, error) || (has && !set_mark (writer, article, mark, on, &did, error)))
        return NULL;
      n_found += has;
      if (did)
        g_array_append_val (changed, article);
    }
  if (n_found > 0 || articles->len == 0)
    return g_steal_pointer (&changed);
  fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  return NULL;
}

/**
 * fz_store_inherit_marks:
 * @writer: the connection that writes
 * @extent: an article that was part of another one
 * @error: a #FzLibraryError
 *
 * Says of it what the reader said of that.
 */
gboolean
fz_store_inherit_marks (FzConnection    *writer,
                        const FzExtent  *extent,
                        GError         **error)
{
  return (!extent->read || fz_connection_run_on (writer, FZ_SQL_ADD_READ, extent->id, error)) &&
         (!extent->starred || fz_connection_run_on (writer, FZ_SQL_ADD_STAR, extent->id, error)) &&
         (extent->binned == 0 || fz_connection_run_on (writer, FZ_SQL_ADD_BINNED, extent->id, error)) &&
         (extent->binned < 2 || fz_connection_run_on (writer, FZ_SQL_EMPTY_OUT, extent->id, error));
}

static gboolean
run (FzConnection  *writer,
     FzSql          sql,
     GError       **error)
{
  g_autoptr (FzStatement) statement = fz_connection_statement (writer, sql, error);

  return statement != NULL && fz_statement_run (statement, error);
}

/**
 * fz_store_empty_bin:
 * @writer: the connection that writes
 * @error: a #FzLibraryError
 *
 * What lies in the bin is seen there no more, nor elsewhere but on its page; its
 * notes are orphans.
 */
gboolean
fz_store_empty_bin (FzConnection  *writer,
                    GError       **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return run (writer, FZ_SQL_ORPHAN_BINNED, error) && run (writer, FZ_SQL_EMPTY_BIN, error);
}
