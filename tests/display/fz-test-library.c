/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-library.h"

/* Pages made by hand, so that what a list must show is known without asking the
 * layers that read pages. */

static FzArticle *
article_new (const char *name, guint number)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { .line = 2 * number - 1 };

  article->number = number;
  article->first_line = 2 * number - 1;
  article->last_line = 2 * number;
  article->title = g_strdup_printf ("%s第%u篇", name, number);
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, article->title, -1, &piece, 1);
  piece.line++;
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "这一篇是为测试写的。", -1, &piece, 1);
  return article;
}

static FzPage *
page_new (const char *name, guint n_articles)
{
  FzPage *page = g_new0 (FzPage, 1);

  g_ref_count_init (&page->refs);
  page->encoding = g_strdup ("UTF-8");
  page->text = g_strdup (name);
  page->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  for (guint i = 1; i <= n_articles; i++)
    g_ptr_array_add (page->articles, article_new (name, i));
  return page;
}

static GPtrArray *
facts_new (FzRegion region, FzRegion second, guint n_articles)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);

  for (guint i = 0; i < n_articles; i++)
    {
      FzFacts *facts = fz_facts_new ();

      fz_facts_set_region (facts, region);
      if (second != FZ_REGION_NONE)
        g_array_append_val (facts->seconds, second);
      g_ptr_array_add (all, facts);
    }
  return all;
}

static void
add_page (FzLibrary *library, const char *name, guint n_articles, GPtrArray *facts)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  g_autoptr (FzPage) page = page_new (name, n_articles);
  g_autoptr (FzSource) source = fz_source_new (name, bytes, page, facts);
  g_autoptr (GError) error = NULL;
  gboolean added = FALSE;

  fz_library_add (library, source, &added, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  g_ptr_array_unref (facts);
}

/* Adds a page called @name with @n_articles articles, all of them about @region,
 * titled @name第1篇 and so on. */
void
fz_test_fill (FzLibrary *library, FzRegion region, const char *name, guint n_articles)
{
  add_page (library, name, n_articles, facts_new (region, FZ_REGION_NONE, n_articles));
}

/* Adds a page of one article that is strongly about @second as well. */
void
fz_test_fill_second (FzLibrary *library, FzRegion region, FzRegion second, const char *name)
{
  add_page (library, name, 1, facts_new (region, second, 1));
}
