/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of the lists of articles, and how long the lists are; the statements stand
 * in fz-sql-lists.c. */

#include "config.h"

#include "fz-store.h"

/* Before so many articles the end is not looked for. */
#define FAR 4096

/* A list of so many is sorted for each of its pages; that of more is read in the
 * order of an index, with what is of other regions passed over. */
#define MOST_SORTED 8192

typedef enum {
  SCOPE_ALL,
  SCOPE_SPANS,
  SCOPE_STARRED,
  SCOPE_BIN,
} Scope;

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
  return query->spans == NULL && query->any_region ? SCOPE_ALL : SCOPE_SPANS;
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

/* As the statements of fz-sql-lists.c read them. */
static char *
print_spans (const GArray *spans)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < spans->len; i++)
    {
      const FzRegionSpan *span = &g_array_index (spans, FzRegionSpan, i);

      g_string_append_printf (json, "%s[%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT "]", i > 0 ? "," : "",
                              span->first, span->last);
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

static void
bind_query (FzStatement   *statement,
            const FzQuery *query,
            const GArray  *spans)
{
  fz_statement_bind_own_text (statement, print_spans (spans));
  fz_statement_bind_int (statement, query->until);
  fz_statement_bind_int (statement, query->unread);
}

#define ORDERS(scope) \
  { \
    [FZ_SORT_PAGE] = FZ_SQL_ ## scope ## _BY_PAGE, [FZ_SORT_DATE] = FZ_SQL_ ## scope ## _BY_DATE, \
    [FZ_SORT_TITLE] = FZ_SQL_ ## scope ## _BY_TITLE, [FZ_SORT_LENGTH] = FZ_SQL_ ## scope ## _BY_LENGTH, \
  }

/* How a page is found. */
typedef enum {
  WAY_ALL,
  WAY_ALL_BACK,
  WAY_SORTED,
  WAY_WIDE,
  WAY_WIDE_FAR,
  WAY_WIDE_BACK,
  WAY_WIDE_FAR_BACK,
  WAY_STARRED,
  WAY_BIN,
} Way;

static const FzSql lists[][FZ_N_SORT] = {
  [WAY_ALL] = ORDERS (LIST_ALL),
  [WAY_ALL_BACK] = ORDERS (BACK_ALL),
  [WAY_SORTED] = ORDERS (LIST_SPANS),
  [WAY_WIDE] = ORDERS (LIST_WIDE),
  [WAY_WIDE_FAR] = ORDERS (FAR_WIDE),
  [WAY_WIDE_BACK] = ORDERS (BACK_WIDE),
  [WAY_WIDE_FAR_BACK] = ORDERS (FAR_BACK_WIDE),
  [WAY_STARRED] = ORDERS (LIST_STARRED),
  [WAY_BIN] = ORDERS (LIST_BIN),
};

/* A page of a list, and the way to it. */
typedef struct {
  const GArray *spans;
  Way           way;
  guint         offset;
  guint         limit;
  FzListStart   start;
} Page;

/* How many there are in the whole list. */
static gboolean
count_once (FzConnection   *reader,
            const FzQuery  *query,
            const GArray   *spans,
            gint64         *out_count,
            GError        **error)
{
  g_autofree char *regions = print_spans (spans);
  g_autofree char *what = g_strdup_printf ("%d %d %s", query->any_region && query->spans == NULL, query->unread, regions);

  if (fz_connection_recall (reader, what, out_count))
    return TRUE;
  if (!fz_store_count (reader, query, out_count, error))
    return FALSE;
  fz_connection_remember (reader, what, *out_count);
  return TRUE;
}

/* From the end, where that is nearer. */
static void
turn_around (Page   *page,
             gint64  count)
{
  if (page->offset < count / 2)
    return;
  if (page->way == WAY_ALL)
    page->way = WAY_ALL_BACK;
  else
    page->way = count - page->offset > FAR ? WAY_WIDE_FAR_BACK : WAY_WIDE_BACK;
  page->limit = (guint) MIN (page->limit, MAX (count - page->offset, 0));
  page->offset = (guint) MAX (count - page->offset - page->limit, 0);
}

/* Whether there are more than are sorted; the rest of them is not counted. */
static gboolean
is_wide (FzConnection  *reader,
         const GArray  *spans,
         gboolean      *out_wide,
         GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_COUNT_SPANS_TO, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_own_text (ask, print_spans (spans));
  fz_statement_bind_int (ask, MOST_SORTED + 1);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_wide = fz_statement_take_int (ask) > MOST_SORTED;
  return TRUE;
}

/* From the days on that it begins on, where those are counted. */
static gboolean
find_days (FzConnection  *reader,
           gint64         area,
           Page          *page,
           GError       **error)
{
  FzListStart start = page->start;
  gint64 count;

  if (!fz_store_find_days (reader, area, print_spans (page->spans), page->offset, &start, &count, error))
    return FALSE;
  if (count - page->offset <= FAR)
    {
      turn_around (page, count);
      return TRUE;
    }
  page->start = start;
  page->offset -= (guint) start.passed;
  return TRUE;
}

static gboolean
find_far (FzConnection   *reader,
          const FzQuery  *query,
          Page           *page,
          GError        **error)
{
  gint64 area, count;

  if (fz_store_has_days (query, page->spans, &area))
    return find_days (reader, area, page, error);
  if (!count_once (reader, query, page->spans, &count, error))
    return FALSE;
  page->way = page->way == WAY_WIDE ? WAY_WIDE_FAR : page->way;
  turn_around (page, count);
  return TRUE;
}

static gboolean
find_way (FzConnection   *reader,
          const FzQuery  *query,
          Page           *page,
          GError        **error)
{
  static const Way ways[] = {
    [SCOPE_ALL] = WAY_ALL, [SCOPE_SPANS] = WAY_SORTED, [SCOPE_STARRED] = WAY_STARRED, [SCOPE_BIN] = WAY_BIN,
  };
  gboolean wide = FALSE;
  gint64 last = 0;

  page->way = ways[scope_of (query)];
  if (page->way == WAY_SORTED && !is_wide (reader, page->spans, &wide, error))
    return FALSE;
  if (wide)
    page->way = WAY_WIDE;
  if (page->offset < FAR || (page->way != WAY_ALL && page->way != WAY_WIDE))
    return TRUE;
  if (query->until != 0 && !fz_store_last_article (reader, &last, error))
    return FALSE;
  if (last <= query->until)
    return find_far (reader, query, page, error);
  /* How many there are of those that are asked for is not known while others came in. */
  page->way = wide ? WAY_WIDE_FAR : page->way;
  return TRUE;
}

/* Of the lists by date those begin somewhere that are read from the front. */
static void
bind_start (FzStatement   *list,
            const FzQuery *query,
            const Page    *page)
{
  if (query->sort != FZ_SORT_DATE || (page->way != WAY_ALL && page->way != WAY_WIDE))
    return;
  fz_statement_bind_int (list, page->start.day);
  fz_statement_bind_int (list, page->start.source);
}

static void
bind_page (FzStatement   *list,
           const FzQuery *query,
           const Page    *page)
{
  const FzRegionSpan *spans = (const FzRegionSpan *) (gpointer) page->spans->data;

  bind_query (list, query, page->spans);
  fz_statement_bind_int (list, page->limit);
  fz_statement_bind_int (list, page->offset);
  if (page->way >= WAY_WIDE && page->way <= WAY_WIDE_FAR_BACK)
    {
      fz_statement_bind_int (list, (gint64) spans[0].first);
      fz_statement_bind_int (list, (gint64) spans[page->spans->len - 1].last);
      fz_statement_bind_int (list, page->spans->len == 1);
    }
  bind_start (list, query, page);
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
  g_autoptr (GArray) spans = list_spans (query);
  g_autoptr (FzStatement) list = NULL;
  Page page = { .spans = spans, .offset = offset, .limit = limit, .start = { .day = G_MAXINT64 } };

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (!find_way (reader, query, &page, error))
    return NULL;
  list = fz_connection_statement (reader, lists[page.way][query->sort], error);
  if (list == NULL)
    return NULL;
  bind_page (list, query, &page);
  return fz_store_take_entries (list, error);
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
    {
      g_autoptr (GArray) regions = list_spans (query);

      fz_statement_bind_own_text (statement, print_spans (regions));
    }
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
  g_autoptr (GArray) spans = list_spans (query);

  if (statement == NULL)
    return FALSE;
  bind_query (statement, query, spans);
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
