/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-list.h"
#include "fz-test-library.h"
#include "fz-test-window.h"

#include <glib/gstdio.h>

#define MANY 10000

typedef struct {
  char          *folder;
  FzLibrary     *library;
  FzArticleList *list;
  guint          changes;  /* `items-changed` so far */
  guint          position; /* what the last of them said */
  guint          removed;
  guint          added;
} Fixture;

static void
on_changed (GListModel *list, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->changes++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture *fixture, gconstpointer n_articles)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  FzQuery query = FZ_QUERY_ALL;

  fixture->folder = g_dir_make_tmp ("fangzhi-list-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  fz_test_fill (fixture->library, FZ_TEST_JINHUA, "甲报", GPOINTER_TO_UINT (n_articles));
  fixture->list = fz_article_list_new (fixture->library, &query);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_changed), fixture);
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Questions that were given up still hold the library until their thread is back. */
static void
close_library (Fixture *fixture)
{
  fz_library_close (fixture->library);
  g_object_add_weak_pointer (G_OBJECT (fixture->library), (gpointer *) &fixture->library);
  g_object_unref (fixture->library);
  fz_test_wait (is_null, &fixture->library);
}

static void
tear_down (Fixture *fixture, gconstpointer n_articles)
{
  static const char * const names[] = { "library.db", "library.db-wal", "library.db-shm" };

  g_assert_finalize_object (fixture->list);
  close_library (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_counted (gpointer user_data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) user_data)->list)) > 0;
}

static void
count (Fixture *fixture)
{
  fz_article_list_count (fixture->list);
  fz_test_wait (is_counted, fixture);
}

static gboolean
is_filled (gpointer item)
{
  return fz_article_item_get_entry (item) != NULL;
}

static FzArticleItem *
item_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static FzArticleItem *
wanted_at (Fixture *fixture, guint position)
{
  FzArticleItem *item = item_at (fixture, position);

  g_assert_nonnull (item);
  fz_article_item_want (item);
  return item;
}

/* The row at @position comes, and is article @position + 1 of the page. */
static void
assert_row (Fixture *fixture, guint position)
{
  g_autoptr (FzArticleItem) item = wanted_at (fixture, position);
  g_autofree char *title = g_strdup_printf ("甲报第%u篇", position + 1);

  fz_test_wait (is_filled, item);
  g_assert_cmpstr (fz_article_item_get_entry (item)->title, ==, title);
}

static void
test_pages (Fixture *fixture, gconstpointer n_articles)
{
  static const guint positions[] = { 0, 63, 64, 5000, 9936, 9999 };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  count (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, MANY);
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fixture->list)), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    assert_row (fixture, positions[i]);
  /* Rows 0..63, 64..127, 4992..5055, 9920..9983 and 9984..9999. */
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fixture->list)), ==, 5);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_null (item_at (fixture, MANY));
}

/* A model above may take every row into its hand: that alone asks for nothing,
 * and a row whose page was given up is empty until it is wanted again. */
static void
test_held (Fixture *fixture, gconstpointer n_articles)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  count (fixture);
  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (held, item_at (fixture, i));
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fixture->list)), ==, 0);
  for (guint i = 0; i <= FZ_PAGED_LIST_PAGES; i++)
    assert_row (fixture, i * FZ_ARTICLE_LIST_PAGE);
  g_assert_false (is_filled (held->pdata[0]));
  g_assert_true (is_filled (held->pdata[FZ_ARTICLE_LIST_PAGE]));
  fz_article_item_want (held->pdata[0]);
  fz_test_wait (is_filled, held->pdata[0]);
}

static void
test_bounded (Fixture *fixture, gconstpointer n_articles)
{
  count (fixture);
  for (guint i = 0; i < MANY; i += FZ_ARTICLE_LIST_PAGE)
    {
      g_autoptr (FzArticleItem) item = wanted_at (fixture, i);

      g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fixture->list)), <=, FZ_PAGED_LIST_PAGES);
    }
  assert_row (fixture, 9999);
  assert_row (fixture, 17);
}

/* Rows that stay are the same objects; new ones are told as one insertion. */
static void
test_growth (Fixture *fixture, gconstpointer n_articles)
{
  g_autoptr (FzArticleItem) before = NULL;
  g_autoptr (FzArticleItem) after = NULL;
  g_autoptr (FzArticleItem) fresh = NULL;

  count (fixture);
  assert_row (fixture, 9);
  before = item_at (fixture, 9);
  fz_test_fill (fixture->library, FZ_TEST_YIWU, "乙报", 3);
  fixture->changes = 0;
  fz_article_list_refresh (fixture->list, 13, 0);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 10);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 3);
  fresh = wanted_at (fixture, 12);
  fz_test_wait (is_filled, fresh);
  g_assert_cmpstr (fz_article_item_get_entry (fresh)->title, ==, "乙报第3篇");
  after = item_at (fixture, 9);
  g_assert_true (before == after);
  g_assert_cmpuint (fixture->changes, ==, 1);
}

static void
test_shrinking (Fixture *fixture, gconstpointer n_articles)
{
  count (fixture);
  assert_row (fixture, 9);
  fixture->changes = 0;
  fz_article_list_refresh (fixture->list, 4, 0);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 4);
  g_assert_cmpuint (fixture->removed, ==, 6);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_null (item_at (fixture, 4));
  assert_row (fixture, 3);
  fz_article_list_refresh (fixture->list, 0, 0);
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fixture->list)), ==, 0);
}

static void
count_loaded (guint *n_loaded)
{
  ++*n_loaded;
}

/* Of three questions for the same page only the last answer counts. */
static void
test_late (Fixture *fixture, gconstpointer n_articles)
{
  g_autoptr (FzArticleItem) item = NULL;
  guint n_loaded = 0;

  count (fixture);
  g_signal_connect_swapped (fixture->list, "loaded", G_CALLBACK (count_loaded), &n_loaded);
  item = wanted_at (fixture, 0);
  fz_article_list_refresh (fixture->list, 10, 0);
  fz_article_list_refresh (fixture->list, 10, 0);
  fz_test_wait (is_filled, item);
  fz_test_pause (200);
  g_assert_cmpuint (n_loaded, ==, 1);
}

/* A list that nobody wants any more takes no answer. */
static void
test_dropped (Fixture *fixture, gconstpointer n_articles)
{
  g_autoptr (FzArticleItem) item = NULL;
  FzQuery query = FZ_QUERY_ALL;

  count (fixture);
  item = wanted_at (fixture, 0);
  g_assert_finalize_object (fixture->list);
  fz_test_pause (200);
  g_assert_false (is_filled (item));
  fixture->list = fz_article_list_new (fixture->library, &query);
}

static void
add (const char *name, guint n_articles, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, GUINT_TO_POINTER (n_articles), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/display/article-list/pages", MANY, test_pages);
  add ("/display/article-list/held", MANY, test_held);
  add ("/display/article-list/bounded", MANY, test_bounded);
  add ("/display/article-list/growth", 10, test_growth);
  add ("/display/article-list/shrinking", 10, test_shrinking);
  add ("/display/article-list/late", 10, test_late);
  add ("/display/article-list/dropped", 10, test_dropped);
  return g_test_run ();
}
