/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a library as this version makes it: `make-fixture FILE`.  Run once for
 * each version of the schema, when it is released; the file goes to
 * tests/data/library/vN.db and is never made again, so that later versions are
 * tried on what the old program wrote and not on what the new one thinks it
 * wrote.  What is in it stands in test-versions.c. */

#include "config.h"

#include <stdlib.h>

#include "samples.h"

/* A figure that the reader corrected, and one of the reader's own. */
static gboolean
judge (FzLibrary  *library,
       GError    **error)
{
  g_autoptr (FzStored) stored = fz_library_load (library, 1, NULL, error);
  g_autoptr (FzFigure) own = g_new0 (FzFigure, 1);
  FzFigure *range;

  if (stored == NULL)
    return FALSE;
  range = &g_array_index (stored->facts->figures, FzFigure, 1);
  range->verdict = FZ_VERDICT_CORRECTED;
  fz_figure_read_words (range, "三至六", "成");
  g_set_str (&range->indicator, "来过的居民");
  g_set_str (&range->period, "去年");
  own->span = (FzSpan) { 1, 14, 17, 4 };
  own->surface = g_strdup ("添了𠀋");
  own->verdict = FZ_VERDICT_ADDED;
  fz_figure_read_words (own, "12", "把");
  return fz_library_judge (library, 1, range, NULL, NULL, error) &&
         fz_library_judge (library, 1, own, NULL, NULL, error);
}

/* A star, an article in the bin, where the reader stopped, a saved search. */
static gboolean
shelve (FzLibrary  *library,
        GError    **error)
{
  static const gint64 first = 1, second = 2;
  g_autoptr (GArray) starred = g_array_new (FALSE, FALSE, sizeof first);
  g_autoptr (GArray) binned = g_array_new (FALSE, FALSE, sizeof second);
  g_autoptr (GArray) changed = NULL, thrown = NULL;
  g_autoptr (FzSavedSearch) saved = fz_saved_search_new ("凳", "小板凳 OR 课堂", FZ_SEARCH_BY_DATE);

  g_array_append_val (starred, first);
  g_array_append_val (binned, second);
  changed = fz_library_mark (library, starred, FZ_MARK_STARRED, TRUE, NULL, error);
  if (changed != NULL)
    thrown = fz_library_mark (library, binned, FZ_MARK_BINNED, TRUE, NULL, error);
  return thrown != NULL && fz_library_set_position (library, 1, 15, NULL, error) &&
         fz_library_put_saved_search (library, saved, NULL, error) != 0;
}

static gboolean
set_read (FzLibrary  *library,
          gint64      article,
          GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_set_read_async (library, article, TRUE, NULL, keep_result, &result);
  return fz_library_set_read_finish (library, wait_result (&result), error);
}

/* A story in three papers, of which the reader parted one. */
static gboolean
add_reprints (FzLibrary  *library,
              GError    **error)
{
  static const char story[] = "五十六株古樟完成挂牌，村民扫码就能看到树龄和养护记录，养护人由各村推选，每季巡查一次。";
  static const char * const papers[] = { "溪口晚报", "衢江晚报", "浙中日报" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (FzSource) source = sample_story (i, papers[i], story);

      if (!fz_library_add (library, source, NULL, NULL, error) || !set_read (library, source->article, error))
        return FALSE;
    }
  return fz_library_part (library, 4, 6, TRUE, NULL, error);
}

static gboolean
fill (FzLibrary  *library,
      GError    **error)
{
  g_autoptr (FzSource) page = sample_source ();
  g_autoptr (FzSource) other = sample_small (7, SAMPLE_CHENGDU);
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (1, "余杭试点“小板凳课堂”\n", 5, 8, 2);
  FzFacts *facts = other->facts->pdata[0];
  const FzRegion second = SAMPLE_YUHANG;

  g_array_append_val (facts->seconds, second);
  other->corrections = fz_corrections_new ();
  g_ptr_array_add (other->corrections, fz_correction_new (FZ_CORRECTION_TITLE, 10, 0, "白鹭回来了"));
  ((FzCorrection *) other->corrections->pdata[0])->created = 1935964800;
  annotation->note = g_strdup ("再问问");
  annotation->created = 1935792000;
  annotation->modified = 1935878400;
  if (!fz_library_add (library, page, NULL, NULL, error) ||
      !fz_library_add (library, other, NULL, NULL, error) ||
      fz_library_put_annotation (library, annotation, NULL, error) == 0 ||
      !judge (library, error) ||
      !set_read (library, 3, error))
    return FALSE;
  return shelve (library, error) && add_reprints (library, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = NULL;

  if (argc != 2)
    return EXIT_FAILURE;
  library = fz_library_open (argv[1], NULL, &error);
  if (library != NULL && fill (library, &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}
