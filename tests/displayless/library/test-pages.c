/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of long lists, which are read from either end and in several ways: each
 * is what one reading of all rows, sorted, has there. */

#include "config.h"

#include "fz-connection.h"
#include "fz-statement.h"
#include "samples.h"
#include "sql-plan.h"

#define ZHEJIANG G_GUINT64_CONSTANT (330000000000)
#define PAGE     50

/* 12,000 articles, of which three quarters are of Zhejiang: of 300 days with many
 * on each, some of no day; of 40 lengths; of 700 titles.  Some are of a second
 * region or two, were read, or lie in the bin. */
#define MAKE_MANY \
  "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1200) " \
  "INSERT INTO source (id, sha256, name, encoding, doubtful, replaced, newspaper_by, date, date_by, edition_by, " \
  "                    section_by, imported) " \
  "  SELECT n, randomblob (32), n || '.txt', 'UTF-8', 0, 0, 'read', " \
  "         CASE WHEN n % 7 <> 0 THEN date ('2031-01-01', (n * 7919 % 300) || ' days') END, 'read', 'read', 'read', 0 FROM n;" \
  "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10) " \
  "INSERT INTO article (source, number, kind, engine, first_line, last_line, region, opening, length, n_figures, title_key, day) " \
  "  SELECT source.id, n, 'article', '1', n, n, " \
  "         CASE (source.id * 31 + n * 17) % 8 WHEN 0 THEN 0 WHEN 1 THEN 510100000000 WHEN 2 THEN 330110000000 ELSE 330100000000 END, " \
  "         '', (source.id * 13 + n * 7) % 40, 0, CAST ((source.id * 29 + n * 101) % 700 AS BLOB), " \
  "         coalesce (CAST (julianday (date) AS INTEGER), 0) FROM source CROSS JOIN n;" \
  "INSERT INTO second_region (region, source, number, article, own) " \
  "  SELECT 330100000000, source, number, id, region FROM article WHERE id % 50 = 1 AND region <> 330100000000;" \
  "INSERT INTO second_region (region, source, number, article, own) " \
  "  SELECT 330110000000, source, number, id, region FROM article WHERE id % 100 = 1 AND region <> 330110000000;" \
  "INSERT INTO reading (article) SELECT id FROM article WHERE id % 11 = 0;" \
  "INSERT INTO bin (article, emptied) SELECT id, id % 2 FROM article WHERE id % 37 = 0"

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (FzConnection) writer = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, NULL);
  writer = fz_connection_open (fixture->path, FZ_CONNECTION_WRITER, NULL, &error);
  g_assert_no_error (error);
  fz_connection_execute (writer, "BEGIN;" MAKE_MANY ";COMMIT", &error);
  g_assert_no_error (error);
  fz_connection_execute (writer, fz_sql_text (FZ_SQL_COUNT_ALL_DAYS), &error);
  g_assert_no_error (error);
}

static gboolean
takes (const FzQuery *query,
       const FzEntry *entry,
       gboolean       has_second)
{
  gboolean own = query->any_region || entry->filed == query->region ||
                 (query->below && entry->filed / 10000000000 == query->region / 10000000000);

  return (own || has_second) && !entry->binned && !(query->unread && entry->read);
}

/* The second regions of the fixture are of Zhejiang: 50 n + 1 is of Hangzhou, and
 * of these each second one of Yuhang as well. */
static gboolean
has_second (const FzQuery *query,
            gint64         id)
{
  if (query->below)
    return query->region == ZHEJIANG && id % 50 == 1;
  return (query->region == SAMPLE_HANGZHOU && id % 50 == 1) || (query->region == SAMPLE_YUHANG && id % 100 == 1);
}

static gint64
title_of (gint64 source,
          guint  number)
{
  return (source * 29 + number * 101) % 700;
}

/* As SQL compares the digits that a key was made of. */
static int
compare_titles (gint64 a,
                gint64 b)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, a), *second = g_strdup_printf ("%" G_GINT64_FORMAT, b);

  return g_strcmp0 (first, second);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const FzEntry *first = *(FzEntry * const *) a, *second = *(FzEntry * const *) b;
  const FzQuery *query = data;
  int order = 0;

  if (query->sort == FZ_SORT_DATE) /* the latest first, those of no day last */
    order = g_strcmp0 (second->date, first->date);
  else if (query->sort == FZ_SORT_LENGTH)
    order = (second->length > first->length) - (second->length < first->length);
  else if (query->sort == FZ_SORT_TITLE)
    order = compare_titles (title_of (first->source, first->number), title_of (second->source, second->number));
  if (order == 0)
    order = (first->source > second->source) - (first->source < second->source);
  return order != 0 ? order : (int) first->number - (int) second->number;
}

static void
assert_page (Fixture         *fixture,
             const FzQuery   *query,
             const GPtrArray *expected,
             guint            offset,
             guint            limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = fz_library_list (fixture->library, query, offset, limit, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, MIN (limit, expected->len - MIN (offset, expected->len)));
  for (guint i = 0; i < page->len; i++)
    g_assert_cmpint (((FzEntry *) page->pdata[i])->id, ==, ((FzEntry *) expected->pdata[offset + i])->id);
}

static void
assert_pages (Fixture   *fixture,
              GPtrArray *all,
              FzQuery    query)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  guint n;

  for (guint i = 0; i < all->len; i++)
    if (takes (&query, all->pdata[i], has_second (&query, ((FzEntry *) all->pdata[i])->id)))
      g_ptr_array_add (expected, all->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare, &query);
  n = expected->len;
  g_assert_cmpint (fixture_count (fixture, query), ==, n);
  for (guint offset = 0; offset < n; offset += n / 4)
    assert_page (fixture, &query, expected, offset, PAGE);
  for (guint i = 0; i < 4; i++)
    assert_page (fixture, &query, expected, (guint) g_test_rand_int_range (0, (gint32) n), (guint) g_test_rand_int_range (1, PAGE));
  assert_page (fixture, &query, expected, n / 2 - 1, PAGE);
  assert_page (fixture, &query, expected, n / 2, 1);
  assert_page (fixture, &query, expected, n - MIN (n, PAGE), PAGE);
  assert_page (fixture, &query, expected, n - 1, PAGE);
  assert_page (fixture, &query, expected, n, PAGE);
  assert_page (fixture, &query, expected, n + 7, PAGE);
}

static const FzQuery scopes[] = {
  { .any_region = TRUE },
  { .region = ZHEJIANG, .below = TRUE },           /* many */
  { .region = SAMPLE_HANGZHOU },
  { .region = SAMPLE_YUHANG },                     /* few */
  { .region = SAMPLE_CHENGDU, .below = TRUE },
  { .region = FZ_REGION_NONE },
};

/* All of them in the order of pages, bin and all, are what the rest is told from. */
static GPtrArray *
list_all (Fixture *fixture)
{
  FzQuery kept = FZ_QUERY_ALL, bin = { .any_region = TRUE, .shelf = FZ_SHELF_BIN };
  g_autoptr (GPtrArray) rows = fixture_list (fixture, kept), binned = fixture_list (fixture, bin);

  g_assert_cmpuint (rows->len, ==, 12000 - 12000 / 37);
  g_assert_cmpuint (binned->len, ==, 12000 / 37 / 2);
  return g_steal_pointer (&rows);
}

static void
test_any_page (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) all = list_all (fixture);
  FzSort sort = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    for (int unread = 0; unread < 2; unread++)
      {
        FzQuery query = scopes[i];

        query.sort = sort;
        query.unread = unread != 0;
        assert_pages (fixture, all, query);
      }
}

/* Several regions that make up a large one are listed as it is. */
static void
test_spans (Fixture       *fixture,
            gconstpointer  data)
{
  const FzRegionSpan parts[] = {
    { SAMPLE_YUHANG, ZHEJIANG + 9999999999 }, { ZHEJIANG, SAMPLE_YUHANG - 1 }, { SAMPLE_HANGZHOU, SAMPLE_HANGZHOU },
  };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FzRegionSpan));
  FzQuery one = { .region = ZHEJIANG, .below = TRUE, .sort = FZ_SORT_DATE }, several = { .spans = spans, .sort = FZ_SORT_DATE };
  g_autoptr (GPtrArray) expected = NULL;

  g_array_append_vals (spans, parts, G_N_ELEMENTS (parts));
  expected = fz_library_list (fixture->library, &one, 0, 12000, NULL, NULL);
  g_assert_cmpuint (expected->len, ==, fixture_count (fixture, several));
  for (guint offset = 0; offset < expected->len; offset += 700)
    assert_page (fixture, &several, expected, offset, PAGE);
}

/* How many there are is remembered only until somebody writes. */
static void
test_while_written (Fixture       *fixture,
                    gconstpointer  data)
{
  FzQuery unread = { .any_region = TRUE, .sort = FZ_SORT_DATE, .unread = TRUE };
  gint64 n = fixture_count (fixture, unread);
  g_autoptr (GPtrArray) last = fz_library_list (fixture->library, &unread, (guint) n - 2, PAGE, NULL, NULL);
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64)), marked = NULL;

  g_assert_cmpuint (last->len, ==, 2);
  g_array_append_val (articles, ((FzEntry *) last->pdata[1])->id);
  marked = fz_library_mark (fixture->library, articles, FZ_MARK_READ, TRUE, NULL, NULL);
  g_assert_cmpuint (marked->len, ==, 1);
  now = fz_library_list (fixture->library, &unread, (guint) n - 3, PAGE, NULL, NULL);
  g_assert_cmpuint (now->len, ==, 2);
  g_assert_cmpint (((FzEntry *) now->pdata[1])->id, ==, ((FzEntry *) last->pdata[0])->id);
}

#define FROM_DAY "article_by_day (day<?)"

/* No page of a long list sorts it, or looks up rows that it passes over. */
static void
test_indexed (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    FzSql       sql;
    const char *index;
  } lists[] = {
    { FZ_SQL_LIST_ALL_BY_PAGE, "article_by_page" },   { FZ_SQL_BACK_ALL_BY_PAGE, "article_by_page" },
    { FZ_SQL_LIST_ALL_BY_DATE, FROM_DAY },            { FZ_SQL_BACK_ALL_BY_DATE, "article_by_day" },
    { FZ_SQL_LIST_ALL_BY_TITLE, "article_by_title" }, { FZ_SQL_BACK_ALL_BY_TITLE, "article_by_title" },
    { FZ_SQL_LIST_ALL_BY_LENGTH, "article_by_length" }, { FZ_SQL_BACK_ALL_BY_LENGTH, "article_by_length" },
    { FZ_SQL_LIST_WIDE_BY_PAGE, "article_by_page" },  { FZ_SQL_BACK_WIDE_BY_PAGE, "article_by_page" },
    { FZ_SQL_LIST_WIDE_BY_DATE, FROM_DAY },           { FZ_SQL_BACK_WIDE_BY_DATE, "article_by_day" },
    { FZ_SQL_LIST_WIDE_BY_TITLE, "article_by_title" }, { FZ_SQL_BACK_WIDE_BY_TITLE, "article_by_title" },
    { FZ_SQL_LIST_WIDE_BY_LENGTH, "article_by_length" }, { FZ_SQL_BACK_WIDE_BY_LENGTH, "article_by_length" },
    { FZ_SQL_FAR_WIDE_BY_PAGE, "article_by_page" },   { FZ_SQL_FAR_WIDE_BY_DATE, "article_by_day" },
    { FZ_SQL_FAR_WIDE_BY_TITLE, "article_by_title" }, { FZ_SQL_FAR_WIDE_BY_LENGTH, "article_by_length" },
    { FZ_SQL_FAR_BACK_WIDE_BY_PAGE, "article_by_page" }, { FZ_SQL_FAR_BACK_WIDE_BY_DATE, "article_by_day" },
    { FZ_SQL_FAR_BACK_WIDE_BY_TITLE, "article_by_title" }, { FZ_SQL_FAR_BACK_WIDE_BY_LENGTH, "article_by_length" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *plan = sql_plan (fixture->path, lists[i].sql);
      gboolean from_day = g_str_equal (lists[i].index, FROM_DAY);
      g_autofree char *scan = g_strconcat (from_day ? "SEARCH" : "SCAN", " article USING COVERING INDEX ", lists[i].index, "\n", NULL);
      const char *at = strstr (plan, scan);
      g_auto (GStrv) lookups = g_strsplit (plan, "SEARCH article USING", -1);

      g_test_message ("%s", plan);
      g_assert_nonnull (at);
      /* The page's own rows alone are looked up, and their order made. */
      g_assert_cmpuint (g_strv_length (lookups), ==, from_day ? 3 : 2);
      g_assert_null (g_strstr_len (plan, at - plan, "USE TEMP B-TREE FOR ORDER BY"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func) g_test_add ("/pages/" path, Fixture, GINT_TO_POINTER (data), set_up, func, fixture_tear_down)
  ADD ("by-page", FZ_SORT_PAGE, test_any_page);
  ADD ("by-date", FZ_SORT_DATE, test_any_page);
  ADD ("by-title", FZ_SORT_TITLE, test_any_page);
  ADD ("by-length", FZ_SORT_LENGTH, test_any_page);
  ADD ("spans", 0, test_spans);
  ADD ("while-written", 0, test_while_written);
  ADD ("indexed", 0, test_indexed);
#undef ADD
  return g_test_run ();
}
