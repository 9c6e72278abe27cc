/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"
#include "sql-plan.h"

static const FzQuery all = FZ_QUERY_ALL;

static void
set_read (Fixture  *fixture,
          gint64    article,
          gboolean  read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_set_read_async (fixture->library, article, read, NULL, keep_result, &result);
  fz_library_set_read_finish (fixture->library, wait_result (&result), &error);
  g_assert_no_error (error);
}

static void
assert_numbers (Fixture    *fixture,
                FzQuery     query,
                const char *expected)
{
  g_autoptr (GPtrArray) rows = fixture_list (fixture, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%.3s ", ((FzEntry *) rows->pdata[i])->source_name);
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpint (fixture_count (fixture, query), ==, rows->len);
}

/* Days of June: 011 is the 12th, 002 the 3rd, 030 the 1st. */
static void
add_three (Fixture *fixture)
{
  fixture_add (fixture, sample_small (11, SAMPLE_HANGZHOU));
  fixture_add (fixture, sample_small (2, SAMPLE_YUHANG));
  fixture_add (fixture, sample_small (30, SAMPLE_CHENGDU));
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  add_three (fixture);
  assert_numbers (fixture, (FzQuery) { .any_region = TRUE, .sort = FZ_SORT_PAGE }, "011 002 030 ");
  assert_numbers (fixture, (FzQuery) { .any_region = TRUE, .sort = FZ_SORT_DATE }, "011 002 030 ");
  fixture_add (fixture, sample_small (20, SAMPLE_YUHANG));
  assert_numbers (fixture, (FzQuery) { .any_region = TRUE, .sort = FZ_SORT_DATE }, "020 011 002 030 ");
}

static void
test_by_region (Fixture       *fixture,
                gconstpointer  data)
{
  add_three (fixture);
  fixture_add (fixture, sample_small (4, FZ_REGION_NONE));
  assert_numbers (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU }, "011 ");
  assert_numbers (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU, .below = TRUE }, "011 002 ");
  assert_numbers (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU, .below = TRUE, .sort = FZ_SORT_DATE }, "011 002 ");
  fixture_add (fixture, sample_small (12, SAMPLE_HANGZHOU));
  assert_numbers (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU }, "011 012 ");
  assert_numbers (fixture, (FzQuery) { .region = SAMPLE_HANGZHOU, .sort = FZ_SORT_DATE }, "012 011 ");
  assert_numbers (fixture, (FzQuery) { .region = FZ_REGION_NONE }, "004 ");
  assert_numbers (fixture, (FzQuery) { .region = FZ_REGION_NONE, .below = TRUE }, "004 ");
}

static void
test_pages_of_rows (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) middle = NULL, behind = NULL;

  add_three (fixture);
  middle = fz_library_list (fixture->library, &all, 1, 1, NULL, NULL);
  g_assert_cmpuint (middle->len, ==, 1);
  g_assert_cmpstr (((FzEntry *) middle->pdata[0])->source_name, ==, "002.txt");
  behind = fz_library_list (fixture->library, &all, 3, 10, NULL, NULL);
  g_assert_cmpuint (behind->len, ==, 0);
}

static void
test_unread (Fixture       *fixture,
             gconstpointer  data)
{
  FzQuery unread = { .any_region = TRUE, .unread = TRUE };
  FzQuery unread_here = { .region = SAMPLE_HANGZHOU, .below = TRUE, .unread = TRUE };
  g_autoptr (FzStored) stored = NULL;

  add_three (fixture);
  set_read (fixture, fixture_id (fixture, 1), TRUE);
  set_read (fixture, fixture_id (fixture, 1), TRUE);
  assert_numbers (fixture, unread, "011 030 ");
  assert_numbers (fixture, unread_here, "011 ");
  fixture_reopen (fixture);
  assert_numbers (fixture, unread, "011 030 ");
  stored = fixture_load (fixture, fixture_id (fixture, 1));
  g_assert_true (stored->entry->read);
  set_read (fixture, fixture_id (fixture, 1), FALSE);
  assert_numbers (fixture, unread, "011 002 030 ");
}

static char *
names_of (Fixture *fixture,
          FzQuery  query)
{
  g_autoptr (GPtrArray) rows = fixture_list (fixture, query);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s ", ((FzEntry *) rows->pdata[i])->source_name);
  return g_string_free_and_steal (names);
}

/* Whatever comes in later, wherever it stands in the order: the rows of a list are
 * those that it had when it was counted. */
static void
test_until (Fixture       *fixture,
            gconstpointer  data)
{
  const FzQuery scopes[] = {
    { .any_region = TRUE }, { .region = SAMPLE_HANGZHOU }, { .region = SAMPLE_HANGZHOU, .below = TRUE },
    { .any_region = TRUE, .unread = TRUE },
  };

  add_three (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (scopes) * FZ_N_SORT; i++)
    {
      FzQuery query = scopes[i / FZ_N_SORT];
      g_autoptr (GArray) counts = fz_library_regions (fixture->library, NULL, NULL);
      g_autofree char *before = NULL, *after = NULL, *now = NULL;

      query.sort = i % FZ_N_SORT;
      before = names_of (fixture, query);
      query.until = g_array_index (counts, FzRegionCount, 0).until;
      fixture_add (fixture, sample_small (100 + i, SAMPLE_HANGZHOU));
      after = names_of (fixture, query);
      g_assert_cmpstr (after, ==, before);
      query.until = 0;
      now = names_of (fixture, query);
      g_assert_cmpstr (now, !=, before);
    }
}

static void
assert_count (GArray   *counts,
              FzRegion  region,
              gint64    own,
              gint64    total,
              gint64    unread)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);

      if (count->region != region)
        continue;
      g_assert_cmpint (count->own, ==, own);
      g_assert_cmpint (count->total, ==, total);
      g_assert_cmpint (count->unread, ==, unread);
      return;
    }
  g_assert_not_reached ();
}

static void
test_regions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) counts = NULL;

  add_three (fixture);
  fixture_add (fixture, sample_small (4, FZ_REGION_NONE));
  set_read (fixture, fixture_id (fixture, 1), TRUE);
  counts = fz_library_regions (fixture->library, NULL, NULL);
  assert_count (counts, G_GUINT64_CONSTANT (330000000000), 0, 2, 1);
  assert_count (counts, SAMPLE_HANGZHOU, 1, 2, 1);
  assert_count (counts, SAMPLE_YUHANG, 1, 1, 0);
  assert_count (counts, SAMPLE_CHENGDU, 1, 1, 1);
  assert_count (counts, FZ_REGION_NONE, 1, 1, 1);
  for (guint i = 2; i < counts->len; i++)
    g_assert_cmpuint (g_array_index (counts, FzRegionCount, i - 2).region, <,
                      g_array_index (counts, FzRegionCount, i - 1).region);
  g_assert_cmpuint (g_array_index (counts, FzRegionCount, counts->len - 1).region, ==, FZ_REGION_NONE);
}

static void
test_regions_of_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GArray) counts = fz_library_regions (fixture->library, NULL, NULL);

  g_assert_cmpuint (counts->len, ==, 0);
  g_assert_cmpint (fixture_count (fixture, all), ==, 0);
}

static gboolean
note_figure (const FzFigureRow *row,
             gpointer           user_data)
{
  g_string_append_printf (user_data, "%.3s %s %s;", row->source_name, row->figure->surface, row->figure->rule);
  return TRUE;
}

static void
assert_figures (Fixture       *fixture,
                FzFigureQuery  query,
                const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  fz_library_figures (fixture->library, &query, note_figure, got, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  add_three (fixture);
  fixture_add (fixture, sample_source ());
  assert_figures (fixture, (FzFigureQuery) { .kind = -1, .indicator = "白鹭" },
                  "011 七只 sample-count;002 七只 sample-count;030 七只 sample-count;");
  assert_figures (fixture, (FzFigureQuery) { .kind = FZ_FIGURE_PERCENT }, "溪 三至五成 sample-range;");
  assert_figures (fixture, (FzFigureQuery) { .kind = -1, .region = SAMPLE_CHENGDU },
                  "030 七只 sample-count;溪 三至五成 sample-range;");
  assert_figures (fixture, (FzFigureQuery) { .kind = -1, .region = SAMPLE_YUHANG },
                  "002 七只 sample-count;溪 约32.50万元 sample-money;");
  assert_figures (fixture, (FzFigureQuery) { .kind = FZ_FIGURE_PERCENT, .region = SAMPLE_YUHANG }, "");
  assert_figures (fixture, (FzFigureQuery) { .kind = -1, .since = "2031-06-02", .until = "2031-06-03" },
                  "002 七只 sample-count;");
  assert_figures (fixture, (FzFigureQuery) { .kind = FZ_FIGURE_RANK }, "");
}

/* Articles that have none of what is asked for are left out where they are counted:
 * of each only its own figures are looked at. */
static void
test_figures_indexed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *plan = sql_plan (fixture->path, FZ_SQL_ARTICLES_WITH_FIGURES);

  g_test_message ("%s", plan);
  g_assert_nonnull (strstr (plan, "SEARCH figure USING PRIMARY KEY (article=?)"));
  g_assert_nonnull (strstr (plan, "SEARCH verdict USING PRIMARY KEY (article=? AND ordinal=?)"));
  g_assert_nonnull (strstr (plan, "SEARCH article USING COVERING INDEX article_by_region (region>? AND region<?)"));
  g_assert_nonnull (strstr (plan, "SEARCH figure USING COVERING INDEX figure_by_region (region>? AND region<?)"));
  g_assert_null (strstr (plan, "SCAN figure"));
  g_assert_null (strstr (plan, "SCAN source"));
}

static gboolean
count_to_two (const FzFigureRow *row,
              gpointer           user_data)
{
  guint *n = user_data;

  return ++*n < 2;
}

static void
test_figures_stopped (Fixture       *fixture,
                      gconstpointer  data)
{
  FzFigureQuery query = FZ_FIGURE_QUERY_ALL;
  guint n = 0;

  add_three (fixture);
  g_assert_true (fz_library_figures (fixture->library, &query, count_to_two, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 2);
}

static gboolean
count_all (const FzFigureRow *row,
           gpointer           user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

/* More than are fetched at a time. */
static void
test_many_figures (Fixture       *fixture,
                   gconstpointer  data)
{
  FzFigureQuery query = FZ_FIGURE_QUERY_ALL;
  guint n = 0;

  fixture_add (fixture, sample_large (1000));
  g_assert_true (fz_library_figures (fixture->library, &query, count_all, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/lists/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("orders", test_orders);
  ADD ("by-region", test_by_region);
  ADD ("pages-of-rows", test_pages_of_rows);
  ADD ("unread", test_unread);
  ADD ("until", test_until);
  ADD ("regions", test_regions);
  ADD ("regions-of-nothing", test_regions_of_nothing);
  ADD ("figures", test_figures);
  ADD ("figures-indexed", test_figures_indexed);
  ADD ("figures-stopped", test_figures_stopped);
  ADD ("many-figures", test_many_figures);
#undef ADD
  return g_test_run ();
}
