/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

typedef enum {
  SCOPE_ALL,
  SCOPE_SPANS,
  SCOPE_REGION,
  SCOPE_STARRED,
  SCOPE_BIN,
} Scope;

#define ORDERS(scope) \
  { \
    [FZ_SORT_PAGE] = FZ_SQL_LIST_ ## scope ## _BY_PAGE, [FZ_SORT_DATE] = FZ_SQL_LIST_ ## scope ## _BY_DATE, \
    [FZ_SORT_TITLE] = FZ_SQL_LIST_ ## scope ## _BY_TITLE, [FZ_SORT_LENGTH] = FZ_SQL_LIST_ ## scope ## _BY_LENGTH, \
  }

static const FzSql lists[][FZ_N_SORT] = {
  [SCOPE_ALL] = ORDERS (ALL),
  [SCOPE_SPANS] = ORDERS (SPANS),
  [SCOPE_REGION] = ORDERS (REGION),
  [SCOPE_STARRED] = ORDERS (STARRED),
  [SCOPE_BIN] = ORDERS (BIN),
};

/**
 * fz_query_span:
 * @any: whether every region is asked for, none included
 * @region: otherwise this one
 * @below: and all that lie in it
 * @first: (out): the lowest code of the span
 * @last: (out): the highest
 *
 * A region and what lies in it are neighbours in the order of the codes.
 */
void
fz_query_span (gboolean  any,
               FzRegion  region,
               gboolean  below,
               FzRegion *first,
               FzRegion *last)
{
  *first = *last = region;
  if (any)
    {
      *first = FZ_REGION_NONE;
      *last = G_MAXINT64;
    }
  else if (below && region != FZ_REGION_NONE)
    fz_region_span (region, first, last);
}

static Scope
scope_of (const FzQuery *query)
{
  if (query->shelf != FZ_SHELF_LIBRARY)
    return query->shelf == FZ_SHELF_BIN ? SCOPE_BIN : SCOPE_STARRED;
  if (query->spans != NULL)
    return SCOPE_SPANS;
  if (query->any_region)
    return SCOPE_ALL;
  return (query->below && query->region != FZ_REGION_NONE) ? SCOPE_SPANS : SCOPE_REGION;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const FzRegionSpan *left = a, *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

/* The spans of a query in order, those that overlap as one. */
static GArray *
list_spans (const FzQuery *query)
{
  g_autoptr (GArray) sorted = NULL;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FzRegionSpan));
  FzRegionSpan one;

  fz_query_span (query->any_region, query->region, query->below, &one.first, &one.last);
  if (query->spans == NULL)
    return g_array_append_val (spans, one);
  sorted = g_array_copy (query->spans);
  g_array_sort (sorted, compare_spans);
  for (guint i = 0; i < sorted->len; i++)
    {
      const FzRegionSpan *next = &g_array_index (sorted, FzRegionSpan, i);
      FzRegionSpan *last = spans->len > 0 ? &g_array_index (spans, FzRegionSpan, spans->len - 1) : NULL;

      if (last != NULL && next->first <= last->last)
        last->last = MAX (last->last, next->last);
      else
        g_array_append_val (spans, *next);
    }
  return spans;
}

/* As FZ_SQL_LIST_SPANS_BY_PAGE and its like read them. */
static void
bind_spans (FzStatement   *statement,
            const FzQuery *query)
{
  g_autoptr (GArray) spans = list_spans (query);
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < spans->len; i++)
    {
      const FzRegionSpan *span = &g_array_index (spans, FzRegionSpan, i);

      g_string_append_printf (json, "%s[%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT "]", i > 0 ? "," : "",
                              span->first, span->last);
    }
  g_string_append_c (json, ']');
  fz_statement_bind_own_text (statement, g_string_free_and_steal (g_steal_pointer (&json)));
}

static void
bind_scope (FzStatement   *list,
            const FzQuery *query)
{
  Scope scope = scope_of (query);

  if (scope == SCOPE_ALL || scope == SCOPE_REGION)
    fz_statement_bind_int (list, (gint64) query->region);
  else
    bind_spans (list, query);
  fz_statement_bind_int (list, 0);
  fz_statement_bind_int (list, query->unread);
}

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
  if (kind < 0 || entry->opening == NULL || entry->source_name == NULL)
    {
      fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, "article");
      return NULL;
    }
  entry->kind = (FzArticleKind) kind;
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

static gboolean
take_entries (FzStatement  *rows,
              GPtrArray    *entries,
              GError      **error)
{
  FzStep step;

  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzEntry *entry = take_entry (rows, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (entries, entry);
    }
  return step == FZ_STEP_DONE;
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
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_entry_free);
  g_autoptr (FzStatement) list = fz_connection_statement (reader, sql, error);

  if (list == NULL)
    return NULL;
  fz_statement_bind_int (list, of);
  return take_entries (list, entries, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * fz_store_list:
 * @reader: a connection
 * @query: which articles, in which order
 * @offset: how many to pass over
 * @limit: how many at most
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzEntry): the rows, or %NULL
 */
GPtrArray *
fz_store_list (FzConnection   *reader,
               const FzQuery  *query,
               guint           offset,
               guint           limit,
               GError        **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_entry_free);
  g_autoptr (FzStatement) list = fz_connection_statement (reader, lists[scope_of (query)][query->sort], error);

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (list == NULL)
    return NULL;
  bind_scope (list, query);
  fz_statement_bind_int (list, limit);
  fz_statement_bind_int (list, offset);
  return take_entries (list, rows, error) ? g_steal_pointer (&rows) : NULL;
}

static gboolean
count (FzConnection   *reader,
       FzSql           all,
       FzSql           spans,
       const FzQuery  *query,
       gint64         *out_count,
       GError        **error)
{
  gboolean any = scope_of (query) == SCOPE_ALL;
  g_autoptr (FzStatement) statement = fz_connection_statement (reader, any ? all : spans, error);

  if (statement == NULL)
    return FALSE;
  if (!any)
    bind_spans (statement, query);
  if (fz_statement_step (statement, error) != FZ_STEP_ROW)
    return FALSE;
  *out_count = fz_statement_take_int (statement);
  return TRUE;
}

static gboolean
count_shelf (FzConnection   *reader,
             const FzQuery  *query,
             gint64         *out_count,
             GError        **error)
{
  FzSql sql = query->shelf == FZ_SHELF_BIN ? FZ_SQL_COUNT_BIN : FZ_SQL_COUNT_STARRED;
  g_autoptr (FzStatement) statement = fz_connection_statement (reader, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_scope (statement, query);
  if (fz_statement_step (statement, error) != FZ_STEP_ROW)
    return FALSE;
  *out_count = fz_statement_take_int (statement);
  return TRUE;
}

/**
 * fz_store_count:
 * @reader: a connection
 * @query: which articles
 * @out_count: (out): how many
 * @error: a #FzLibraryError
 *
 * What was read is taken off the whole: a reader has read hundreds, a library
 * may hold a million.
 */
gboolean
fz_store_count (FzConnection   *reader,
                const FzQuery  *query,
                gint64         *out_count,
                GError        **error)
{
  gint64 read = 0;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (query->shelf != FZ_SHELF_LIBRARY)
    return count_shelf (reader, query, out_count, error);
  if (!count (reader, FZ_SQL_COUNT_ALL, FZ_SQL_COUNT_SPANS, query, out_count, error) ||
      (query->unread && !count (reader, FZ_SQL_COUNT_READ_ALL, FZ_SQL_COUNT_READ_SPANS, query, &read, error)))
    return FALSE;
  *out_count -= read;
  return TRUE;
}
