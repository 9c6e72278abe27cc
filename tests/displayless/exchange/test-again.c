/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

#include <string.h>

/* A page that was cut, written out with each paragraph on a line, as pages saved
 * from the web have it, is cut again as it was: where the same story comes from
 * a scan and from the web, it is found under one title. */

/* Of the pages of tests/data/cuts, those of which all titles are as they were,
 * and of the titles those that are.  A little under what is reached. */
#define SAME_PAGES 0.7
#define SAME_TITLES 0.95

static guint pages, same_pages, titles, same_titles;

static FzAnalysis *
cut_again (const FzAnalysis *first)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  FzAnalysis *analysis;

  for (guint i = 0; i < first->page->articles->len; i++)
    g_string_append (text, ((FzArticle *) first->page->articles->pdata[i])->text);
  bytes = g_string_free_to_bytes (text);
  analysis = fz_analysis_new (first->name, bytes, "UTF-8", NULL, &error);
  g_assert_no_error (error);
  return analysis;
}

/* How many of the titles of @articles stand among those of @others, in their order. */
static guint
count_kept (const GPtrArray *articles, const GPtrArray *others)
{
  guint kept = 0, at = 0;

  for (guint i = 0; i < articles->len; i++)
    for (guint other = at; other < others->len; other++)
      if (g_strcmp0 (((FzArticle *) articles->pdata[i])->title, ((FzArticle *) others->pdata[other])->title) == 0)
        {
          kept++;
          at = other + 1;
          break;
        }
  return kept;
}

static void
compare_page (const char *page)
{
  g_autoptr (FzAnalysis) first = gold_analyse ("cuts", page);
  g_autoptr (FzAnalysis) again = cut_again (first);
  const GPtrArray *articles = first->page->articles, *others = again->page->articles;
  guint kept = count_kept (articles, others);

  pages++;
  titles += articles->len;
  same_titles += kept;
  same_pages += kept == articles->len && others->len == articles->len;
}

static void
test_titles_are_found_again (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "cuts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      {
        g_autofree char *page = g_strndup (file, strlen (file) - strlen (".txt"));

        compare_page (page);
      }
  g_test_message ("pages cut again as they were: %u of %u; titles: %u of %u", same_pages, pages, same_titles, titles);
  g_assert_cmpfloat ((double) same_pages, >=, SAME_PAGES * pages);
  g_assert_cmpfloat ((double) same_titles, >=, SAME_TITLES * titles);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/again/titles-are-found-again", test_titles_are_found_again);
  return g_test_run ();
}
