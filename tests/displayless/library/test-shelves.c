/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the reader keeps a library in order: stars, the bin, where one stopped,
 * saved searches, the orders of a list. */

#include "config.h"

#include "samples.h"

static const FzQuery all = FZ_QUERY_ALL;
static const FzQuery starred = { .any_region = TRUE, .shelf = FZ_SHELF_STARRED };
static const FzQuery bin = { .any_region = TRUE, .shelf = FZ_SHELF_BIN };

/* Ids 1, 2, 3 … in the order of import. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_add (fixture, sample_small (11, SAMPLE_HANGZHOU));
  fixture_add (fixture, sample_small (2, SAMPLE_YUHANG));
  fixture_add (fixture, sample_small (30, SAMPLE_CHENGDU));
}

static GArray *
ids_of (gint64 first,
        gint64 second)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, first);
  if (second != 0)
    g_array_append_val (ids, second);
  return ids;
}

/* Marks one article or two; answers how many have changed. */
static guint
mark (Fixture  *fixture,
      gint64    first,
      gint64    second,
      FzMark    which,
      gboolean  on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ids_of (first, second);
  g_autoptr (GArray) changed = fz_library_mark (fixture->library, ids, which, on, NULL, &error);

  g_assert_no_error (error);
  return changed->len;
}

static void
assert_list (Fixture    *fixture,
             FzQuery     query,
             const char *expected)
{
  g_autoptr (GPtrArray) rows = fixture_list (fixture, query);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (ids, "%" G_GINT64_FORMAT " ", ((FzEntry *) rows->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpint (fixture_count (fixture, query), ==, rows->len);
}

static void
assert_hits (Fixture    *fixture,
             const char *query,
             gint64      expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fz_library_count_hits (fixture->library, query, 100, NULL, &error), ==, expected);
  g_assert_no_error (error);
}

static void
test_star (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (FzStored) stored = NULL;

  assert_list (fixture, starred, "");
  g_assert_cmpuint (mark (fixture, 1, 3, FZ_MARK_STARRED, TRUE), ==, 2);
  g_assert_cmpuint (mark (fixture, 2, 3, FZ_MARK_STARRED, TRUE), ==, 1);
  g_assert_cmpuint (mark (fixture, 2, 0, FZ_MARK_STARRED, FALSE), ==, 1);
  g_assert_cmpuint (mark (fixture, 2, 0, FZ_MARK_STARRED, FALSE), ==, 0);
  fixture_reopen (fixture);
  assert_list (fixture, starred, "1 3 ");
  assert_list (fixture, all, "1 2 3 ");
  stored = fixture_load (fixture, 3);
  g_assert_true (stored->entry->starred);
  g_assert_false (stored->entry->binned);
}

/* What is starred, of a region, and of that what is unread. */
static void
test_star_with_others (Fixture       *fixture,
                       gconstpointer  data)
{
  FzQuery here = { .region = SAMPLE_HANGZHOU, .below = TRUE, .shelf = FZ_SHELF_STARRED };

  mark (fixture, 1, 2, FZ_MARK_STARRED, TRUE);
  mark (fixture, 3, 0, FZ_MARK_STARRED, TRUE);
  assert_list (fixture, here, "1 2 ");
  mark (fixture, 1, 0, FZ_MARK_READ, TRUE);
  here.unread = TRUE;
  assert_list (fixture, here, "2 ");
}

static gint64
count_of (Fixture  *fixture,
          FzRegion  region)
{
  g_autoptr (GArray) counts = fz_library_regions (fixture->library, NULL, NULL);

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, FzRegionCount, i).region == region)
      return g_array_index (counts, FzRegionCount, i).total;
  return 0;
}

static gboolean
count_figure (const FzFigureRow *row,
              gpointer           n)
{
  ++*(guint *) n;
  return TRUE;
}

static guint
count_figures (Fixture *fixture)
{
  FzFigureQuery query = FZ_FIGURE_QUERY_ALL;
  guint n = 0;

  g_assert_true (fz_library_figures (fixture->library, &query, count_figure, &n, NULL, NULL));
  return n;
}

/* What lies in the bin is seen there and nowhere else. */
static void
assert_two_thrown (Fixture *fixture)
{
  FzQuery here = { .region = SAMPLE_HANGZHOU, .below = TRUE };
  FzQuery own = { .region = SAMPLE_CHENGDU };
  FzQuery unread = { .any_region = TRUE, .unread = TRUE };

  assert_list (fixture, all, "1 ");
  assert_list (fixture, unread, "1 ");
  assert_list (fixture, here, "1 ");
  assert_list (fixture, own, "");
  for (FzSort sort = 0; sort < FZ_N_SORT; sort++)
    assert_list (fixture, (FzQuery) { .any_region = TRUE, .sort = sort }, "1 ");
  g_assert_cmpint (count_of (fixture, SAMPLE_HANGZHOU), ==, 1);
  g_assert_cmpint (count_of (fixture, SAMPLE_YUHANG), ==, 0);
  g_assert_cmpint (count_of (fixture, SAMPLE_CHENGDU), ==, 0);
  g_assert_cmpuint (count_figures (fixture), ==, 1);
  assert_hits (fixture, "白鹭", 1);
  assert_hits (fixture, "NOT 余杭", 1);
  assert_list (fixture, starred, "");
}

static void
test_bin (Fixture       *fixture,
          gconstpointer  data)
{
  mark (fixture, 2, 0, FZ_MARK_STARRED, TRUE);
  mark (fixture, 3, 0, FZ_MARK_READ, TRUE);
  g_assert_cmpuint (mark (fixture, 2, 3, FZ_MARK_BINNED, TRUE), ==, 2);
  assert_two_thrown (fixture);
  assert_list (fixture, bin, "2 3 ");
  fixture_reopen (fixture);
  assert_two_thrown (fixture);
  g_assert_cmpuint (mark (fixture, 2, 3, FZ_MARK_BINNED, FALSE), ==, 2);
  assert_list (fixture, bin, "");
  assert_list (fixture, all, "1 2 3 ");
  assert_list (fixture, starred, "2 ");
  assert_hits (fixture, "白鹭", 3);
  g_assert_cmpint (count_of (fixture, SAMPLE_YUHANG), ==, 1);
}

/* An index that is made anew leaves out what lies in the bin; and what comes back
 * while it is being made is in it once. */
static void
test_bin_and_index (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) faults = NULL;

  mark (fixture, 2, 0, FZ_MARK_BINNED, TRUE);
  g_assert_true (fz_library_renew_index (fixture->library, NULL, NULL, NULL, NULL));
  assert_hits (fixture, "白鹭", 2);
  faults = fz_library_check (fixture->library, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  mark (fixture, 2, 0, FZ_MARK_BINNED, FALSE);
  g_assert_true (fz_library_fill_index (fixture->library, NULL, NULL, NULL, NULL));
  assert_hits (fixture, "白鹭", 3);
}

/* Emptying the bin deletes no note. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (FzAnnotation) note = fz_annotation_new (2, "白鹭回来了之002\n", 0, 2, 1);
  g_autoptr (FzStoredSource) source = NULL;
  g_autoptr (GError) error = NULL;

  note->note = g_strdup ("记");
  fz_library_put_annotation (fixture->library, note, NULL, NULL);
  mark (fixture, 2, 0, FZ_MARK_BINNED, TRUE);
  fz_library_empty_bin (fixture->library, NULL, &error);
  g_assert_no_error (error);
  assert_list (fixture, bin, "");
  assert_list (fixture, all, "1 3 ");
  assert_hits (fixture, "白鹭", 2);
  g_assert_cmpuint (mark (fixture, 2, 0, FZ_MARK_BINNED, FALSE), ==, 0);
  source = fz_library_load_source (fixture->library, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (source->orphans->len, ==, 1);
  g_assert_cmpstr (((FzAnnotation *) source->orphans->pdata[0])->quote, ==, "白鹭");
  g_assert_cmpstr (((FzAnnotation *) source->orphans->pdata[0])->note, ==, "记");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ids_of (98, 99);

  g_assert_cmpuint (mark (fixture, 1, 99, FZ_MARK_STARRED, TRUE), ==, 1);
  g_assert_null (fz_library_mark (fixture->library, ids, FZ_MARK_STARRED, TRUE, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

static gint64
position_of (Fixture *fixture,
             gint64   article)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);

  return stored->position;
}

static void
count_signal (FzLibrary *library,
              guint     *n)
{
  ++*n;
}

/* Where the reader stopped is kept; nobody draws anything anew for it. */
static void
test_position (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE));
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_signal), &n);
  g_assert_cmpint (position_of (fixture, 1), ==, -1);
  g_assert_true (fz_library_set_position (fixture->library, 1, 0, NULL, NULL));
  g_assert_cmpint (position_of (fixture, 1), ==, 0);
  g_assert_true (fz_library_set_position (fixture->library, 1, 7, NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (n, ==, 0);
  fixture_reopen (fixture);
  g_assert_cmpint (position_of (fixture, 1), ==, 7);
  g_assert_cmpint (position_of (fixture, 2), ==, -1);
  g_assert_true (fz_library_set_position (fixture->library, 1, -1, NULL, NULL));
  g_assert_cmpint (position_of (fixture, 1), ==, -1);
  g_assert_false (fz_library_set_position (fixture->library, 99, 7, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

typedef struct {
  guint    n;
  gint64   article;
  FzMark   mark;
  gboolean on;
  guint    n_regions;
} Marked;

static void
on_marked (FzLibrary *library,
           GArray    *articles,
           guint      mark,
           gboolean   on,
           GArray    *counts,
           Marked    *marked)
{
  marked->n++;
  marked->article = g_array_index (articles, gint64, 0);
  marked->mark = mark;
  marked->on = on;
  marked->n_regions = counts->len;
  for (guint i = 0; i < counts->len; i++)
    g_assert_cmpint (g_array_index (counts, FzRegionCount, i).total, ==, articles->len);
}

static void
mark_async (Fixture  *fixture,
            FzMark    which,
            gboolean  on)
{
  g_autoptr (GArray) ids = ids_of (2, 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) changed = NULL;

  fz_library_mark_async (fixture->library, ids, which, on, NULL, keep_result, &result);
  changed = fz_library_mark_finish (fixture->library, wait_result (&result), NULL);
  g_assert_nonnull (changed);
  while (g_main_context_iteration (NULL, FALSE));
}

/* Of an article that is marked the regions it counts for are told; of one that comes
 * into the bin, that all may be different. */
static void
test_marked (Fixture       *fixture,
             gconstpointer  data)
{
  Marked marked = { 0 };
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE));
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_signal), &n);
  g_signal_connect (fixture->library, "marked", G_CALLBACK (on_marked), &marked);
  mark_async (fixture, FZ_MARK_READ, TRUE);
  g_assert_cmpuint (marked.n, ==, 1);
  g_assert_cmpint (marked.article, ==, 2);
  g_assert_cmpint (marked.mark, ==, FZ_MARK_READ);
  g_assert_true (marked.on);
  g_assert_cmpuint (marked.n_regions, ==, 4);
  mark_async (fixture, FZ_MARK_READ, TRUE);
  g_assert_cmpuint (marked.n, ==, 1);
  mark_async (fixture, FZ_MARK_STARRED, TRUE);
  mark_async (fixture, FZ_MARK_STARRED, FALSE);
  g_assert_cmpuint (marked.n, ==, 3);
  g_assert_false (marked.on);
  g_assert_cmpuint (n, ==, 0);
  mark_async (fixture, FZ_MARK_BINNED, TRUE);
  g_assert_cmpuint (marked.n, ==, 3);
  g_assert_cmpuint (n, ==, 1);
}

static void
assert_saved (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) saved = fz_library_saved_searches (fixture->library, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < saved->len; i++)
    {
      const FzSavedSearch *search = saved->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s: %s%s; ", search->id, search->name, search->query,
                              search->order == FZ_SEARCH_BY_DATE ? " by date" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* One that is removed and put back stands where it stood. */
static void
assert_put_back (Fixture    *fixture,
                 guint       number,
                 const char *expected)
{
  g_autoptr (GPtrArray) saved = fz_library_saved_searches (fixture->library, NULL, NULL);
  const FzSavedSearch *search = saved->pdata[number];

  g_assert_true (fz_library_remove_saved_search (fixture->library, search->id, NULL, NULL));
  g_assert_cmpint (fz_library_put_saved_search (fixture->library, search, NULL, NULL), ==, search->id);
  assert_saved (fixture, expected);
}

static void
test_saved_searches (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (FzSavedSearch) birds = fz_saved_search_new ("鸟", "白鹭 OR 大雁", FZ_SEARCH_BY_RELEVANCE);
  g_autoptr (FzSavedSearch) water = fz_saved_search_new ("水", "水库", FZ_SEARCH_BY_DATE);
  g_autoptr (GError) error = NULL;

  birds->id = fz_library_put_saved_search (fixture->library, birds, NULL, NULL);
  water->id = fz_library_put_saved_search (fixture->library, water, NULL, NULL);
  fixture_reopen (fixture);
  assert_saved (fixture, "1 鸟: 白鹭 OR 大雁; 2 水: 水库 by date; ");
  g_set_str (&birds->name, "候鸟");
  fz_library_put_saved_search (fixture->library, birds, NULL, NULL);
  assert_saved (fixture, "1 候鸟: 白鹭 OR 大雁; 2 水: 水库 by date; ");
  g_assert_true (fz_library_remove_saved_search (fixture->library, 1, NULL, NULL));
  assert_saved (fixture, "2 水: 水库 by date; ");
  g_assert_cmpint (fz_library_put_saved_search (fixture->library, birds, NULL, NULL), ==, 1);
  assert_saved (fixture, "1 候鸟: 白鹭 OR 大雁; 2 水: 水库 by date; ");
  water->id = 0;
  g_assert_true (fz_library_remove_saved_search (fixture->library, 2, NULL, NULL));
  g_assert_cmpint (fz_library_put_saved_search (fixture->library, water, NULL, NULL), ==, 3);
  assert_saved (fixture, "1 候鸟: 白鹭 OR 大雁; 3 水: 水库 by date; ");
  birds->id = 0;
  g_assert_cmpint (fz_library_put_saved_search (fixture->library, birds, NULL, NULL), ==, 4);
  assert_put_back (fixture, 0, "1 候鸟: 白鹭 OR 大雁; 3 水: 水库 by date; 4 候鸟: 白鹭 OR 大雁; ");
  assert_put_back (fixture, 1, "1 候鸟: 白鹭 OR 大雁; 3 水: 水库 by date; 4 候鸟: 白鹭 OR 大雁; ");
  assert_put_back (fixture, 2, "1 候鸟: 白鹭 OR 大雁; 3 水: 水库 by date; 4 候鸟: 白鹭 OR 大雁; ");
  g_assert_false (fz_library_remove_saved_search (fixture->library, 9, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

static void
add_titled (Fixture    *fixture,
            guint       number,
            const char *title,
            const char *body)
{
  FzSource *source = sample_small (number, SAMPLE_CHENGDU);
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };

  article->number = 1;
  article->first_line = article->last_line = 1;
  article->title = g_strdup (title);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, body, -1, &piece, 1);
  g_ptr_array_set_size (source->page->articles, 0);
  g_ptr_array_add (source->page->articles, article);
  fixture_add (fixture, source);
}

/* The same order in the whole library, in a region and what lies in it, in one
 * alone. */
static void
assert_order (Fixture    *fixture,
              FzSort      sort,
              const char *expected)
{
  assert_list (fixture, (FzQuery) { .any_region = TRUE, .sort = sort }, expected);
  assert_list (fixture, (FzQuery) { .region = G_GUINT64_CONSTANT (510000000000), .below = TRUE, .sort = sort }, expected);
  assert_list (fixture, (FzQuery) { .region = SAMPLE_CHENGDU, .sort = sort }, expected);
}

/* ānjū, báitǎ, lùdēng, lǜdào, zhúlín; CLDR's order for zh has Latin letters behind
 * them, and ａ is a.  Where a title is missing it is what the article begins with. */
static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  add_titled (fixture, 5, "竹林", "四字而已");
  add_titled (fixture, 9, "安居", "六个字在这里");
  add_titled (fixture, 1, "绿道", "一");
  add_titled (fixture, 7, NULL, "路灯亮了");
  add_titled (fixture, 3, "Ａ区", "二二");
  add_titled (fixture, 8, "a座", "三三三");
  add_titled (fixture, 2, "白塔", "七个字也写在此");
  assert_order (fixture, FZ_SORT_PAGE, "1 2 3 4 5 6 7 ");
  assert_order (fixture, FZ_SORT_DATE, "2 6 4 1 5 7 3 ");
  assert_order (fixture, FZ_SORT_LENGTH, "7 2 1 4 6 5 3 ");
  assert_order (fixture, FZ_SORT_TITLE, "2 7 4 3 1 5 6 ");
}

/* A second region's articles stand among its own. */
static void
test_orders_with_seconds (Fixture       *fixture,
                          gconstpointer  data)
{
  FzSource *source = sample_small (20, SAMPLE_HANGZHOU);
  const FzRegion second = SAMPLE_CHENGDU;
  FzQuery query = { .region = SAMPLE_CHENGDU };

  g_array_append_val (((FzFacts *) source->facts->pdata[0])->seconds, second);
  fixture_add (fixture, source);
  fixture_add (fixture, sample_small (12, SAMPLE_CHENGDU));
  for (query.sort = FZ_SORT_PAGE; query.sort <= FZ_SORT_TITLE; query.sort++)
    {
      static const char * const expected[] = { "3 4 5 ", "4 5 3 ", "5 4 3 " };

      assert_list (fixture, query, expected[query.sort]);
    }
}

/* Who has the file open elsewhere sees it, and a copy has it. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (FzSavedSearch) birds = fz_saved_search_new ("鸟", "白鹭", FZ_SEARCH_BY_DATE);
  Fixture other = { .path = fixture->path };
  Fixture restored = { .path = copy };

  other.library = fz_library_open (fixture->path, NULL, NULL);
  mark (fixture, 1, 0, FZ_MARK_STARRED, TRUE);
  mark (fixture, 2, 0, FZ_MARK_BINNED, TRUE);
  fz_library_set_position (fixture->library, 3, 5, NULL, NULL);
  fz_library_put_saved_search (fixture->library, birds, NULL, NULL);
  g_assert_true (fz_library_backup (other.library, copy, NULL, NULL, NULL, NULL));
  restored.library = fz_library_open (copy, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      Fixture *there = i == 0 ? &other : &restored;

      assert_list (there, starred, "1 ");
      assert_list (there, bin, "2 ");
      assert_list (there, all, "1 3 ");
      assert_hits (there, "白鹭", 2);
      g_assert_cmpint (position_of (there, 3), ==, 5);
      assert_saved (there, "1 鸟: 白鹭 by date; ");
    }
  g_assert_finalize_object (other.library);
  g_assert_finalize_object (restored.library);
}

/* Whoever shows a library is told of what another one writes into the file. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  Fixture shown = { .path = fixture->path };
  guint n = 0;

  fz_library_open_async (fixture->path, NULL, keep_result, &result);
  shown.library = fz_library_open_finish (wait_result (&result), NULL);
  g_clear_object (&result);
  assert_list (&shown, starred, "");
  g_signal_connect (shown.library, "changed", G_CALLBACK (count_signal), &n);
  mark (fixture, 1, 0, FZ_MARK_STARRED, TRUE);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_list (&shown, starred, "1 ");
  g_assert_finalize_object (shown.library);
}

static void
annotate (Fixture *fixture,
          gint64   article)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);
  g_autoptr (FzAnnotation) note = fz_annotation_new (article, stored->article->text, 3, 8, 1);

  note->note = g_strdup ("记");
  g_assert_cmpint (fz_library_put_annotation (fixture->library, note, NULL, NULL), >, 0);
}

static void
assert_removal (Fixture *fixture,
                guint    n_articles,
                guint    n_notes)
{
  g_autoptr (GError) error = NULL;
  FzRemoval removal;

  fz_library_weigh_removal (fixture->library, 2, &removal, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (removal.n_articles, ==, n_articles);
  g_assert_cmpuint (removal.n_notes, ==, n_notes);
  fz_library_remove_source (fixture->library, 2, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) faults = fz_library_check (fixture->library, NULL, NULL, NULL, NULL);

  g_assert_nonnull (faults);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* A page goes with all that is of it; another keeps what it has. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sources = NULL;

  mark (fixture, 2, 3, FZ_MARK_STARRED, TRUE);
  assert_removal (fixture, 1, 0);
  assert_list (fixture, all, "1 3 ");
  assert_list (fixture, starred, "3 ");
  assert_hits (fixture, "白鹭", 2);
  sources = fz_library_sources (fixture->library, NULL, NULL, NULL);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_null (fz_library_source_bytes (fixture->library, 2, NULL, NULL));
  g_assert_false (fz_library_remove_source (fixture->library, 2, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
  assert_sound (fixture);
  g_assert_true (fixture_add (fixture, sample_small (2, SAMPLE_YUHANG)));
  assert_list (fixture, starred, "3 ");
}

static void
assert_orphan (Fixture    *fixture,
               const char *quote)
{
  g_autoptr (GPtrArray) orphans = fz_library_orphans (fixture->library, 10, NULL, NULL);
  const FzOrphan *orphan;

  g_assert_cmpuint (orphans->len, ==, 1);
  orphan = orphans->pdata[0];
  g_assert_cmpstr (orphan->annotation->quote, ==, quote);
  g_assert_cmpstr (orphan->annotation->note, ==, "记");
  g_assert_cmpstr (orphan->source_name, ==, "002.txt");
}

/* A note of a page that went waits for it. */
static void
test_remove_and_return (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (FzStored) stored = NULL;
  g_autoptr (GArray) sources = NULL;

  annotate (fixture, 2);
  mark (fixture, 2, 0, FZ_MARK_STARRED, TRUE);
  assert_removal (fixture, 1, 1);
  fixture_reopen (fixture);
  sources = fz_library_sources (fixture->library, NULL, NULL, NULL);
  g_assert_cmpuint (sources->len, ==, 2);
  assert_orphan (fixture, "来了之00");
  assert_sound (fixture);
  g_assert_true (fixture_add (fixture, sample_small (2, SAMPLE_YUHANG)));
  assert_list (fixture, all, "1 4 3 ");
  assert_list (fixture, starred, "");
  stored = fixture_load (fixture, 4);
  g_assert_cmpint (stored->entry->source, ==, 2);
  g_assert_cmpuint (stored->annotations->len, ==, 1);
  g_assert_cmpstr (((FzAnnotation *) stored->annotations->pdata[0])->note, ==, "记");
  g_assert_cmpuint (((FzAnnotation *) stored->annotations->pdata[0])->start, ==, 3);
  assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/shelves/" path, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("star", test_star);
  ADD ("star-with-others", test_star_with_others);
  ADD ("bin", test_bin);
  ADD ("bin-and-index", test_bin_and_index);
  ADD ("empty", test_empty);
  ADD ("gone", test_gone);
  ADD ("position", test_position);
  ADD ("marked", test_marked);
  ADD ("saved-searches", test_saved_searches);
  ADD ("orders-with-seconds", test_orders_with_seconds);
  ADD ("elsewhere", test_elsewhere);
  ADD ("told", test_told);
  ADD ("remove", test_remove);
  ADD ("remove-and-return", test_remove_and_return);
#undef ADD
  g_test_add ("/shelves/orders", Fixture, NULL, fixture_set_up, test_orders, fixture_tear_down);
  return g_test_run ();
}
