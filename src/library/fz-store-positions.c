/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the reader stopped in an article.  After another analysis it is found
 * again by the words that stand there, as a mark is. */

#include "config.h"

#include "fz-store.h"

#include "fz-anchor.h"
#include "fz-error.h"

/* So many code points tell a place again, with those around them. */
#define QUOTE_LENGTH 24

/**
 * fz_store_get_position:
 * @reader: a connection
 * @article: id of an article
 * @out_position: (out): the code point at which the reader stopped, or -1
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_position (FzConnection  *reader,
                       gint64         article,
                       gint64        *out_position,
                       GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_POSITION_OF, error);
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  *out_position = step == FZ_STEP_ROW ? fz_statement_take_int (get) : -1;
  return step != FZ_STEP_ERROR;
}

static gboolean
put_position (FzConnection  *writer,
              gint64         article,
              gint64         position,
              GError       **error)
{
  g_autoptr (FzStatement) put =
    fz_connection_statement (writer, position >= 0 ? FZ_SQL_SET_POSITION : FZ_SQL_REMOVE_POSITION, error);

  if (put == NULL)
    return FALSE;
  fz_statement_bind_int (put, article);
  if (position >= 0)
    fz_statement_bind_int (put, position);
  return fz_statement_run (put, error);
}

/**
 * fz_store_set_position:
 * @writer: the connection that writes
 * @article: id of an article
 * @position: the code point at which the reader stopped, or -1 for none
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_set_position (FzConnection  *writer,
                       gint64         article,
                       gint64         position,
                       GError       **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (writer, FZ_SQL_SOURCE_OF_ARTICLE, error);
  FzStep step;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (find == NULL)
    return FALSE;
  fz_statement_bind_int (find, article);
  step = fz_statement_step (find, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  return step == FZ_STEP_ROW && put_position (writer, article, position, error);
}

/* The words at a position, as a mark on them. */
static FzAnnotation *
take_place (FzStatement *row)
{
  gint64 article = fz_statement_take_int (row);
  gint64 position = fz_statement_take_int (row);
  g_autofree char *text = fz_statement_dup_text (row);
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  guint start = (guint) CLAMP (position, 0, MAX (length - QUOTE_LENGTH, 0));

  return fz_annotation_new (article, text != NULL ? text : "", start, start + QUOTE_LENGTH, 0);
}

/**
 * fz_store_take_positions:
 * @writer: the connection that writes
 * @source: id of a source whose articles are still the old ones
 * @error: a #FzLibraryError
 *
 * Takes the positions in its articles out of the library, to be put back by
 * fz_store_carry_positions() in the same transaction.
 *
 * Returns: (transfer full) (element-type FzAnnotation): the places, or %NULL
 */
GPtrArray *
fz_store_take_positions (FzConnection  *writer,
                         gint64         source,
                         GError       **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_free);
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_POSITIONS_OF_SOURCE, error);
  FzStep step;

  if (rows == NULL)
    return NULL;
  fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    g_ptr_array_add (places, take_place (rows));
  for (guint i = 0; step == FZ_STEP_DONE && i < places->len; i++)
    if (!put_position (writer, ((const FzAnnotation *) places->pdata[i])->article, -1, error))
      step = FZ_STEP_ERROR;
  return step == FZ_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

/**
 * fz_store_carry_positions:
 * @writer: the connection that writes
 * @places: what fz_store_take_positions() took
 * @texts: (element-type FzAnchorText): the texts of the articles that there are now
 * @error: a #FzLibraryError
 *
 * A place whose words are not there any more is forgotten.
 */
gboolean
fz_store_carry_positions (FzConnection     *writer,
                          const GPtrArray  *places,
                          const GArray     *texts,
                          GError          **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      FzAnnotation *place = places->pdata[i];

      if (fz_anchor_find (place, texts) && !put_position (writer, place->article, place->start, error))
        return FALSE;
    }
  return TRUE;
}
