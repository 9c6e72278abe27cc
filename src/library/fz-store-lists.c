/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

static FzEntry *
take_entry (FzStatement  *row,
            GError      **error)
{
  g_autoptr (FzEntry) entry = g_new0 (FzEntry, 1);
  int kind;

  entry->id = fz_statement_take_int (row);
  entry->source = fz_statement_take_int (row);
  entry->number = fz_statement_take_uint (row);
  kind = fz_article_kind_from_name (fz_statement_take_text (row));
  entry->filed = (FzRegion) fz_statement_take_int (row);
  entry->region = fz_region_today (entry->filed);
  entry->title = fz_statement_dup_text (row);
  entry->opening = fz_statement_dup_text (row);
  entry->source_name = fz_statement_dup_text (row);
  entry->newspaper = fz_statement_dup_text (row);
  entry->date = fz_statement_dup_text (row);
  entry->edition = fz_statement_dup_text (row);
  entry->section = fz_statement_dup_text (row);
  entry->length = fz_statement_take_uint (row);
  entry->n_figures = fz_statement_take_uint (row);
  entry->read = fz_statement_take_int (row) != 0;
  entry->starred = fz_statement_take_int (row) != 0;
  entry->binned = fz_statement_take_int (row) != 0;
  entry->second = fz_statement_take_int (row) != 0;
  /* What kind an article is, who opens it is told. */
  if (entry->opening == NULL || entry->source_name == NULL)
    {
      fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "article");
      return NULL;
    }
  entry->kind = (FzArticleKind) MAX (kind, 0);
  return g_steal_pointer (&entry);
}

/**
 * fz_store_get_entry:
 * @reader: a connection
 * @article: id of an article
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): what a list shows of it, or %NULL
 */
FzEntry *
fz_store_get_entry (FzConnection  *reader,
                    gint64         article,
                    GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_ENTRY, error);
  FzStep step;

  if (get == NULL)
    return NULL;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
  return step == FZ_STEP_ROW ? take_entry (get, error) : NULL;
}

/**
 * fz_store_last_article:
 * @reader: a connection
 * @out_last: (out): the greatest id of an article
 * @error: a #FzLibraryError
 *
 * None that comes in later has a smaller one.
 */
gboolean
fz_store_last_article (FzConnection  *reader,
                       gint64        *out_last,
                       GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_LAST_ARTICLE, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_last = fz_statement_take_int (ask);
  return TRUE;
}

/**
 * fz_store_take_entries:
 * @rows: a statement whose rows are what an entry is made of
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzEntry): the entries, or %NULL
 */
GPtrArray *
fz_store_take_entries (FzStatement  *rows,
                       GError      **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_entry_free);
  FzStep step;

  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzEntry *entry = take_entry (rows, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * fz_store_list_of:
 * @reader: a connection
 * @sql: a statement that gives entries of something
 * @of: what that is: a source, a story, an article
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzEntry): the entries, or %NULL
 */
GPtrArray *
fz_store_list_of (FzConnection  *reader,
                  FzSql          sql,
                  gint64         of,
                  GError       **error)
{
  g_autoptr (FzStatement) list = fz_connection_statement (reader, sql, error);

  if (list == NULL)
    return NULL;
  fz_statement_bind_int (list, of);
  return fz_store_take_entries (list, error);
}
