/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-library.h"
#include "fz-region-forest.h"

/* How long the window is held while the tree takes the counts of a library that has
 * an article of each region there is: the longest and all turns of the main loop from
 * the question to the answer, when the tree is made, when the library has changed, and
 * when it is to have the regions without articles, too.
 */

#define ARTICLES_A_PAGE 1000

static void
add_below (GArray *regions, FzRegion region)
{
  g_autoptr (GArray) children = fz_region_children (region);

  for (guint i = 0; i < children->len; i++)
    {
      g_array_append_val (regions, g_array_index (children, FzRegion, i));
      add_below (regions, g_array_index (children, FzRegion, i));
    }
}

static FzArticle *
make_article (guint number)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { .line = number };

  article->number = number;
  article->first_line = article->last_line = number;
  article->title = g_strdup_printf ("第%u篇", number);
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, article->title, -1, &piece, 1);
  return article;
}

/* A page with an article of each of @n regions. */
static void
add_page (FzLibrary *library, const FzRegion *regions, guint n)
{
  g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, regions[0]);
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  FzPage *page = g_new0 (FzPage, 1);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
  g_autoptr (FzSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_ref_count_init (&page->refs);
  page->encoding = g_strdup ("UTF-8");
  page->text = g_strdup (name);
  page->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (page->articles, make_article (i + 1));
      g_ptr_array_add (facts, fz_facts_new ());
      fz_facts_set_region (facts->pdata[i], regions[i]);
    }
  source = fz_source_new (name, bytes, page, facts);
  fz_page_unref (page);
  if (!fz_library_add (library, source, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
on_updated (gboolean *done)
{
  *done = TRUE;
}

/* Turns the main loop until the forest has answered. */
static void
measure (FzRegionForest *forest, const char *name)
{
  gboolean done = FALSE;
  gulong handler = g_signal_connect_swapped (forest, "updated", G_CALLBACK (on_updated), &done);
  gint64 longest = 0, all = 0;

  while (!done)
    {
      gint64 begin, taken;

      while (!g_main_context_pending (NULL))
        g_usleep (200);
      begin = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      taken = g_get_monotonic_time () - begin;
      longest = MAX (longest, taken);
      all += taken;
    }
  g_signal_handler_disconnect (forest, handler);
  g_print ("tree-%s-longest\t%.2f\tms\t\ntree-%s-all\t%.2f\tms\t\n", name, longest / 1000.0, name, all / 1000.0);
}

static void
look_below_roots (FzRegionForest *forest)
{
  GListModel *roots = fz_region_forest_get_roots (forest);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (FzRegionNode) node = g_list_model_get_item (roots, i);

      fz_region_forest_look_below (forest, node);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bench-tree-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autoptr (FzRegionForest) forest = NULL;
  gint64 begin;

  add_below (regions, FZ_REGION_CHINA);
  for (guint i = 0; i < regions->len; i += ARTICLES_A_PAGE)
    add_page (library, &g_array_index (regions, FzRegion, i), MIN (ARTICLES_A_PAGE, regions->len - i));
  g_print ("tree-regions\t%u\tregions\t\n", regions->len);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  forest = fz_region_forest_new (library);
  measure (forest, "made");
  begin = g_get_monotonic_time ();
  look_below_roots (forest);
  g_print ("tree-looked-below-provinces\t%.2f\tms\t\n", (g_get_monotonic_time () - begin) / 1000.0);
  g_signal_emit_by_name (library, "changed");
  measure (forest, "changed");
  begin = g_get_monotonic_time ();
  fz_region_forest_set_whole (forest, TRUE);
  g_print ("tree-asked-whole\t%.2f\tms\t\n", (g_get_monotonic_time () - begin) / 1000.0);
  measure (forest, "whole");
  g_clear_object (&forest);
  fz_library_close (library);
  for (guint i = 0; i < 4; i++)
    {
      static const char * const suffixes[] = { "", "-wal", "-shm", ".damaged" };
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
