/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-library.h"
#include "samples.h"

static void
assert_blocks_equal (const FzArticle *a,
                     const FzArticle *b)
{
  g_assert_cmpuint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      const FzBlock *x = fz_article_block (a, i);
      const FzBlock *y = fz_article_block (b, i);

      g_assert_cmpint (x->role, ==, y->role);
      g_assert_cmpint (x->flags, ==, y->flags);
      g_assert_cmpuint (x->start, ==, y->start);
      g_assert_cmpuint (x->end, ==, y->end);
      g_assert_cmpuint (x->byte_start, ==, y->byte_start);
      g_assert_cmpuint (x->byte_end, ==, y->byte_end);
      g_assert_cmpmem (x->pieces->data, x->pieces->len * sizeof (FzPiece),
                       y->pieces->data, y->pieces->len * sizeof (FzPiece));
    }
}

static void
assert_articles_equal (const FzArticle *a,
                       const FzArticle *b)
{
  g_assert_cmpuint (a->number, ==, b->number);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->first_line, ==, b->first_line);
  g_assert_cmpuint (a->last_line, ==, b->last_line);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->kicker, ==, b->kicker);
  g_assert_cmpstr (a->subtitle, ==, b->subtitle);
  g_assert_cmpstr (a->dateline, ==, b->dateline);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->authors->len, ==, b->authors->len);
  for (guint i = 0; i < a->authors->len; i++)
    {
      const FzAuthor *x = g_ptr_array_index (a->authors, i);
      const FzAuthor *y = g_ptr_array_index (b->authors, i);

      g_assert_cmpstr (x->role, ==, y->role);
      g_assert_cmpstr (x->name, ==, y->name);
    }
  assert_blocks_equal (a, b);
}

static void
assert_spans_equal (FzSpan a,
                    FzSpan b)
{
  g_assert_cmpuint (a.block, ==, b.block);
  g_assert_cmpuint (a.start, ==, b.start);
  g_assert_cmpuint (a.end, ==, b.end);
  g_assert_cmpuint (a.line, ==, b.line);
}

static void
assert_decimals_equal (FzDecimal a,
                       FzDecimal b)
{
  g_assert_cmpint (fz_decimal_compare (a, b), ==, 0);
}

static void
assert_days_equal (const FzInterval *a,
                   const FzInterval *b)
{
  g_autofree char *since = fz_interval_dup_day (&a->since), *until = fz_interval_dup_day (&a->until);
  g_autofree char *other_since = fz_interval_dup_day (&b->since), *other_until = fz_interval_dup_day (&b->until);

  g_assert_cmpstr (since, ==, other_since);
  g_assert_cmpstr (until, ==, other_until);
  g_assert_true (a->doubt == b->doubt);
}

static void
assert_figures_equal (const FzFigure *a,
                      const FzFigure *b)
{
  assert_spans_equal (a->span, b->span);
  g_assert_cmpstr (a->surface, ==, b->surface);
  g_assert_cmpint (a->kind, ==, b->kind);
  assert_decimals_equal (a->value, b->value);
  if (a->qualifiers & FZ_QUALIFIER_RANGE)
    assert_decimals_equal (a->max, b->max);
  g_assert_cmpstr (a->unit, ==, b->unit);
  g_assert_cmpint (a->qualifiers, ==, b->qualifiers);
  g_assert_cmpint (a->change, ==, b->change);
  g_assert_cmpstr (a->indicator, ==, b->indicator);
  g_assert_cmpstr (a->period, ==, b->period);
  g_assert_cmpstr (a->rule, ==, b->rule);
  assert_days_equal (&a->days, &b->days);
  g_assert_cmpstr (a->against, ==, b->against);
  assert_days_equal (&a->against_days, &b->against_days);
  g_assert_cmpuint (a->region, ==, b->region);
}

static void
assert_facts_equal (const FzFacts *a,
                    const FzFacts *b)
{
  g_assert_cmpuint (a->region, ==, b->region);
  g_assert_cmpuint (a->places->len, ==, b->places->len);
  g_assert_cmpuint (a->figures->len, ==, b->figures->len);
  g_assert_cmpuint (a->programmes->len, ==, b->programmes->len);
  for (guint i = 0; i < a->places->len; i++)
    {
      const FzPlace *x = &g_array_index (a->places, FzPlace, i);
      const FzPlace *y = &g_array_index (b->places, FzPlace, i);

      assert_spans_equal (x->span, y->span);
      g_assert_cmpstr (x->surface, ==, y->surface);
      g_assert_cmpuint (x->region, ==, y->region);
      g_assert_cmpint (x->primary, ==, y->primary);
    }
  for (guint i = 0; i < a->figures->len; i++)
    assert_figures_equal (&g_array_index (a->figures, FzFigure, i), &g_array_index (b->figures, FzFigure, i));
  for (guint i = 0; i < a->programmes->len; i++)
    {
      const FzProgramme *x = &g_array_index (a->programmes, FzProgramme, i);
      const FzProgramme *y = &g_array_index (b->programmes, FzProgramme, i);

      assert_spans_equal (x->span, y->span);
      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpint (x->kind, ==, y->kind);
    }
}

static void
assert_page_comes_back (Fixture        *fixture,
                        const FzSource *source,
                        guint           first_row)
{
  for (guint i = 0; i < source->page->articles->len; i++)
    {
      g_autoptr (FzStored) stored = fixture_load (fixture, fixture_id (fixture, first_row + i));

      assert_articles_equal (stored->article, g_ptr_array_index (source->page->articles, i));
      assert_facts_equal (stored->facts, g_ptr_array_index (source->facts, i));
    }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (GError) error = NULL;
  gboolean added;

  g_assert_true (fz_library_add (fixture->library, source, &added, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (added);
  assert_page_comes_back (fixture, source, 0);
}

static void
test_reopened (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();

  fixture_add (fixture, sample_source ());
  fixture_reopen (fixture);
  assert_page_comes_back (fixture, source, 0);
}

/* What the engine makes of whole pages, whatever that is today. */
static void
test_real_pages (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint first_row = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
      g_autoptr (FzPage) page = fz_page_read (bytes, NULL, NULL, NULL, NULL);
      g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
      g_autoptr (FzSource) source = NULL;

      g_assert_nonnull (page);
      for (guint i = 0; i < page->articles->len; i++)
        g_ptr_array_add (facts, fz_facts_read (g_ptr_array_index (page->articles, i), NULL));
      source = fz_source_new (name, bytes, page, facts);
      g_assert_true (fz_library_add (fixture->library, source, NULL, NULL, NULL));
      assert_page_comes_back (fixture, source, first_row);
      first_row += page->articles->len;
    }
  g_assert_cmpuint (first_row, >, 0);
}

static void
test_entry (Fixture       *fixture,
            gconstpointer  data)
{
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (GPtrArray) rows = NULL;
  const FzEntry *first, *second;

  fixture_add (fixture, sample_source ());
  rows = fixture_list (fixture, all);
  g_assert_cmpuint (rows->len, ==, 2);
  first = g_ptr_array_index (rows, 0);
  second = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (first->title, ==, "余杭试点“小板凳课堂”");
  g_assert_cmpstr (first->opening, ==, "余杭区投入约32.50万元,添了𠀋凳,三至五成居民来过。");
  g_assert_cmpuint (first->length, ==, 28);
  g_assert_cmpuint (first->n_figures, ==, 2);
  g_assert_cmpuint (first->region, ==, SAMPLE_YUHANG);
  g_assert_cmpstr (first->source_name, ==, "溪口 05版.txt");
  g_assert_cmpstr (first->newspaper, ==, "溪口晚报");
  g_assert_cmpstr (first->date, ==, "2031-05-06");
  g_assert_false (first->read);
  g_assert_null (second->title);
  g_assert_cmpstr (second->opening, ==, "湖面起雾。");
  g_assert_cmpuint (second->region, ==, FZ_REGION_NONE);
  g_assert_cmpuint (second->number, ==, 2);
}

/* The vector of FIPS 180-4 for "abc". */
static void
test_hash_and_bytes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FzQuery all = FZ_QUERY_ALL;

  g_assert_true (fz_library_add (fixture->library, source, NULL, NULL, NULL));
  g_assert_cmpstr (source->hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  rows = fixture_list (fixture, all);
  bytes = fz_library_source_bytes (fixture->library, ((FzEntry *) rows->pdata[0])->source, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abc", 3);
}

static void
test_same_bytes_twice (Fixture       *fixture,
                       gconstpointer  data)
{
  FzQuery all = FZ_QUERY_ALL;

  g_assert_true (fixture_add (fixture, sample_source ()));
  g_assert_false (fixture_add (fixture, sample_source ()));
  g_assert_cmpint (fixture_count (fixture, all), ==, 2);
}

/* The first article of a source is told when it comes in and when it was there. */
static void
test_first_article (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (FzSource) again = sample_source ();
  g_autoptr (GPtrArray) rows = NULL;
  FzQuery all = FZ_QUERY_ALL;

  g_assert_true (fz_library_add (fixture->library, source, NULL, NULL, NULL));
  g_assert_true (fz_library_add (fixture->library, again, NULL, NULL, NULL));
  rows = fixture_list (fixture, all);
  g_assert_cmpint (source->article, ==, ((FzEntry *) rows->pdata[0])->id);
  g_assert_cmpint (again->article, ==, source->article);
}

static void
test_failure_leaves_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (FzSource) source = sample_source ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FzQuery all = FZ_QUERY_ALL;
  gboolean added = FALSE;

  sample_cut (source, 1);
  g_assert_false (fz_library_add (fixture->library, source, &added, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED);
  g_assert_false (added);
  g_assert_cmpint (fixture_count (fixture, all), ==, 0);
  bytes = fz_library_source_bytes (fixture->library, 1, NULL, NULL);
  g_assert_null (bytes);
  g_assert_true (fixture_add (fixture, sample_source ()));
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) load_error = NULL, bytes_error = NULL, put_error = NULL, remove_error = NULL;
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (99, "湖面", 0, 1, 0);

  g_assert_null (fz_library_load (fixture->library, 99, NULL, &load_error));
  g_assert_error (load_error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
  g_assert_null (fz_library_source_bytes (fixture->library, 99, NULL, &bytes_error));
  g_assert_error (bytes_error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
  g_assert_cmpint (fz_library_put_annotation (fixture->library, annotation, NULL, &put_error), ==, 0);
  g_assert_error (put_error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
  g_assert_false (fz_library_remove_annotation (fixture->library, 99, NULL, &remove_error));
  g_assert_error (remove_error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/library/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("reopened", test_reopened);
  ADD ("real-pages", test_real_pages);
  ADD ("entry", test_entry);
  ADD ("hash-and-bytes", test_hash_and_bytes);
  ADD ("first-article", test_first_article);
  ADD ("same-bytes-twice", test_same_bytes_twice);
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing);
  ADD ("not-found", test_not_found);
#undef ADD
  return g_test_run ();
}
