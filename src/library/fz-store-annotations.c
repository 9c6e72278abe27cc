/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

/**
 * fz_store_get_source_of:
 * @reader: a connection
 * @article: id of an article
 * @out_source: (out): id of the source that it was cut from
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_get_source_of (FzConnection  *reader,
                        gint64         article,
                        gint64        *out_source,
                        GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_SOURCE_OF_ARTICLE, error);
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  if (step != FZ_STEP_ROW)
    return FALSE;
  *out_source = fz_statement_take_int (get);
  return TRUE;
}

static void
bind_annotation (FzStatement        *put,
                 const FzAnnotation *annotation,
                 gint64              source)
{
  fz_statement_bind_int (put, annotation->article);
  fz_statement_bind_int (put, source);
  fz_statement_bind_int (put, annotation->start);
  fz_statement_bind_int (put, annotation->end);
  fz_statement_bind_text (put, annotation->quote);
  fz_statement_bind_text (put, annotation->prefix);
  fz_statement_bind_text (put, annotation->suffix);
  fz_statement_bind_int (put, annotation->color);
  fz_statement_bind_text (put, annotation->note);
  fz_statement_bind_int (put, annotation->created);
  fz_statement_bind_int (put, annotation->modified);
}

/**
 * fz_store_put_annotation:
 * @writer: the connection that writes
 * @annotation: what to keep; with id 0 as a new one
 * @out_id: (out): its id from now on
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where there is no such article, and others
 */
gboolean
fz_store_put_annotation (FzConnection        *writer,
                         const FzAnnotation  *annotation,
                         gint64              *out_id,
                         GError             **error)
{
  gboolean is_new = annotation->id == 0;
  g_autoptr (FzStatement) put = NULL;
  gint64 source;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_store_get_source_of (writer, annotation->article, &source, error))
    return FALSE;
  put = fz_connection_statement (writer, is_new ? FZ_SQL_ADD_ANNOTATION : FZ_SQL_PUT_ANNOTATION, error);
  if (put == NULL)
    return FALSE;
  bind_annotation (put, annotation, source);
  if (!is_new)
    fz_statement_bind_int (put, annotation->id);
  if (!fz_statement_run (put, error))
    return FALSE;
  *out_id = is_new ? fz_connection_last_id (writer) : annotation->id;
  return TRUE;
}

/**
 * fz_store_remove_annotation:
 * @writer: the connection that writes
 * @annotation: id of an annotation
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_remove_annotation (FzConnection  *writer,
                            gint64         annotation,
                            GError       **error)
{
  gint64 before = fz_connection_changes (writer);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_connection_run_on (writer, FZ_SQL_REMOVE_ANNOTATION, annotation, error))
    return FALSE;
  return fz_connection_changes (writer) > before || fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
}

static FzAnnotation *
take_annotation (FzStatement *row)
{
  FzAnnotation *annotation = g_new0 (FzAnnotation, 1);

  annotation->id = fz_statement_take_int (row);
  annotation->article = fz_statement_take_int (row);
  annotation->start = fz_statement_take_uint (row);
  annotation->end = fz_statement_take_uint (row);
  annotation->quote = fz_statement_dup_text (row);
  annotation->prefix = fz_statement_dup_text (row);
  annotation->suffix = fz_statement_dup_text (row);
  annotation->color = fz_statement_take_uint (row);
  annotation->note = fz_statement_dup_text (row);
  annotation->created = fz_statement_take_int (row);
  annotation->modified = fz_statement_take_int (row);
  return annotation;
}

/**
 * fz_store_move_annotation:
 * @writer: the connection that writes
 * @annotation: one that is there, with its new place: article, 0 for none, and positions
 * @error: a #FzLibraryError
 */
gboolean
fz_store_move_annotation (FzConnection        *writer,
                          const FzAnnotation  *annotation,
                          GError             **error)
{
  g_autoptr (FzStatement) move = fz_connection_statement (writer, FZ_SQL_MOVE_ANNOTATION, error);

  if (move == NULL)
    return FALSE;
  fz_statement_bind_int (move, annotation->article);
  fz_statement_bind_int (move, annotation->start);
  fz_statement_bind_int (move, annotation->end);
  fz_statement_bind_int (move, annotation->id);
  return fz_statement_run (move, error);
}

/**
 * fz_store_get_annotations:
 * @reader: a connection
 * @sql: %FZ_SQL_GET_ANNOTATIONS of an article, by position; or
 *   %FZ_SQL_ANNOTATIONS_OF_SOURCE or %FZ_SQL_ORPHANS_OF_SOURCE, by age
 * @of: id of that article or source
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzAnnotation): the marks, or %NULL
 */
GPtrArray *
fz_store_get_annotations (FzConnection  *reader,
                          FzSql          sql,
                          gint64         of,
                          GError       **error)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_free);
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, sql, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return NULL;
  fz_statement_bind_int (rows, of);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    g_ptr_array_add (annotations, take_annotation (rows));
  return step == FZ_STEP_DONE ? g_steal_pointer (&annotations) : NULL;
}

/**
 * fz_store_get_orphans:
 * @reader: a connection
 * @limit: how many at most
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzOrphan): marks without an article, those
 *   of a source together; or %NULL
 */
GPtrArray *
fz_store_get_orphans (FzConnection  *reader,
                      guint          limit,
                      GError       **error)
{
  g_autoptr (GPtrArray) orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_orphan_free);
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_ALL_ORPHANS, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return NULL;
  fz_statement_bind_int (rows, limit);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzOrphan *orphan = g_new0 (FzOrphan, 1);

      g_ptr_array_add (orphans, orphan);
      orphan->annotation = take_annotation (rows);
      orphan->source_name = fz_statement_dup_text (rows);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&orphans) : NULL;
}
