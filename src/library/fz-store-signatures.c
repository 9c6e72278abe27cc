/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was in a library before there were signatures (fz-store-reprints.c) gets them
 * in steps of one transaction each; `signature_state.filled` says up to which article. */

#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

#define ARTICLES_A_STEP 64

static gboolean
sign_stored (FzConnection  *writer,
             gint64         id,
             GError       **error)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autofree char *text = NULL;
  gint64 source;

  return fz_store_get_source_of (writer, id, &source, error) &&
         (text = fz_store_get_text (writer, id, error)) != NULL &&
         fz_store_get_blocks (writer, id, text, article, error) &&
         fz_store_sign_article (writer, id, source, article, error);
}

/* An article that cannot be read is passed over: those behind it get theirs. */
static gboolean
sign_if_readable (FzConnection  *writer,
                  gint64         id,
                  GError       **error)
{
  g_autoptr (GError) reason = NULL;

  if (sign_stored (writer, id, &reason) || g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * fz_store_get_signature_state:
 * @reader: a connection
 * @state: (out): how many articles have signatures
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_signature_state (FzConnection  *reader,
                              FzIndexState  *state,
                              GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_SIGNATURE_STATE, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  state->whole = fz_statement_take_int (ask) != 0;
  state->done = fz_statement_take_int (ask);
  state->total = fz_statement_take_int (ask);
  return TRUE;
}

/**
 * fz_store_step_signatures:
 * @writer: the connection that writes, in a transaction
 * @out_step: (out): what it did
 * @error: a #FzLibraryError
 *
 * Gives signatures to some of the articles that were there before there were any.
 */
gboolean
fz_store_step_signatures (FzConnection  *writer,
                          FzIndexStep   *out_step,
                          GError       **error)
{
  g_autoptr (GArray) ids = NULL;
  FzIndexState state;
  gint64 filled = -1;

  *out_step = FZ_INDEX_NOTHING;
  if (!fz_store_get_signature_state (writer, &state, error))
    return FALSE;
  if (state.whole)
    return TRUE;
  ids = fz_store_ids_after (writer, FZ_SQL_UNSIGNED_AFTER, state.done, ARTICLES_A_STEP, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      filled = g_array_index (ids, gint64, i);
      if (!sign_if_readable (writer, filled, error))
        return FALSE;
    }
  *out_step = ids->len > 0 ? FZ_INDEX_FILLED : FZ_INDEX_WHOLE;
  return fz_connection_run_on (writer, FZ_SQL_SET_SIGNATURES_FILLED, filled, error);
}
