/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source goes, with its bytes and its articles.  Notes stay: while there are
 * any, its row stays to name them, `removed`, and when the same bytes are imported
 * again they find their places again. */

#include "config.h"

#include "fz-store.h"

#include "fz-anchor.h"
#include "fz-error.h"
#include "fz-search-index.h"

/* What goes with the articles, and then what is of the source itself. */
static const FzSql acts[] = {
  FZ_SQL_DROP_READ, FZ_SQL_DROP_STARS, FZ_SQL_DROP_BINNED, FZ_SQL_DROP_POSITIONS, FZ_SQL_DROP_PARTED,
  FZ_SQL_REMOVE_VERDICTS, FZ_SQL_FORGET_RECENT_BANDS,
  FZ_SQL_REMOVE_ARTICLES, FZ_SQL_DROP_FORMER, FZ_SQL_DROP_CORRECTIONS, FZ_SQL_DROP_BYTES,
  FZ_SQL_DROP_SOURCE, FZ_SQL_SET_REMOVED,
};

/**
 * fz_store_weigh_removal:
 * @reader: a connection
 * @source: id of a source
 * @out: (out caller-allocates): what would go with it, and what would stay
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_weigh_removal (FzConnection  *reader,
                        gint64         source,
                        FzRemoval     *out,
                        GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_WEIGH_REMOVAL, error);
  FzStep step;

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, source);
  step = fz_statement_step (ask, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  if (step != FZ_STEP_ROW)
    return FALSE;
  out->n_articles = fz_statement_take_uint (ask);
  out->n_notes = fz_statement_take_uint (ask);
  out->n_corrections = fz_statement_take_uint (ask);
  return TRUE;
}

/**
 * fz_store_remove_source:
 * @writer: the connection that writes
 * @source: id of a source
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_remove_source (FzConnection  *writer,
                        gint64         source,
                        GError       **error)
{
  g_autoptr (FzStoredSource) old = NULL;
  FzRemoval removal;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_store_weigh_removal (writer, source, &removal, error) ||
      (old = fz_store_get_source (writer, source, error)) == NULL ||
      !fz_search_index_forget (writer, source, error) || !fz_store_count_days (writer, source, FALSE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (!fz_connection_run_on (writer, acts[i], source, error))
      return FALSE;
  return fz_store_link_issue (writer, old->newspaper.value, old->date.value, error);
}

static gboolean
take_ids (FzConnection  *writer,
          gint64         source,
          GArray        *texts,
          GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_EXTENTS_OF_SOURCE, error);
  FzStep step = FZ_STEP_ERROR;

  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, source);
  for (guint i = 0; (step = fz_statement_step (rows, error)) == FZ_STEP_ROW && i < texts->len; i++)
    g_array_index (texts, FzAnchorText, i).article = fz_statement_take_int (rows);
  return step != FZ_STEP_ERROR;
}

/**
 * fz_store_take_orphans_back:
 * @writer: the connection that writes
 * @id: id of a source that was removed and has come again
 * @source: what it is
 * @error: a #FzLibraryError
 *
 * Gives its notes the places that they had.
 */
gboolean
fz_store_take_orphans_back (FzConnection    *writer,
                            gint64           id,
                            const FzSource  *source,
                            GError         **error)
{
  g_autoptr (GPtrArray) orphans = fz_store_get_annotations (writer, FZ_SQL_ORPHANS_OF_SOURCE, id, error);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (FzAnchorText));

  if (orphans == NULL)
    return FALSE;
  for (guint i = 0; i < source->page->articles->len; i++)
    {
      FzAnchorText text = { 0, ((const FzArticle *) source->page->articles->pdata[i])->text };

      g_array_append_val (texts, text);
    }
  return take_ids (writer, id, texts, error) && fz_store_carry_annotations (writer, orphans, texts, error);
}
