/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

/* What the reader says of figures. */

/* A copy of one of the figures of article 1 as the library gives them now. */
static FzFigure *
figure_at (Fixture *fixture, guint index)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, 1);

  g_assert_cmpuint (index, <, stored->facts->figures->len);
  return fz_figure_copy (&g_array_index (stored->facts->figures, FzFigure, index));
}

static guint
count_figures (Fixture *fixture)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, 1);

  g_assert_cmpuint (stored->entry->n_figures, ==, stored->facts->figures->len);
  return stored->facts->figures->len;
}

static guint
judge (Fixture *fixture, const FzFigure *figure)
{
  g_autoptr (GError) error = NULL;
  guint ordinal;

  fz_library_judge (fixture->library, 1, figure, &ordinal, NULL, &error);
  g_assert_no_error (error);
  return ordinal;
}

static void
say (Fixture *fixture, guint index, FzVerdict verdict)
{
  g_autoptr (FzFigure) figure = figure_at (fixture, index);

  figure->verdict = verdict;
  judge (fixture, figure);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, unused);
  g_assert_true (fixture_add (fixture, sample_source ()));
}

static void
test_confirmed_and_rejected (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzFigure) first = NULL;
  g_autoptr (FzFigure) second = NULL;

  say (fixture, 0, FZ_VERDICT_CONFIRMED);
  say (fixture, 1, FZ_VERDICT_CONFIRMED);
  say (fixture, 1, FZ_VERDICT_REJECTED);
  first = figure_at (fixture, 0);
  second = figure_at (fixture, 1);
  g_assert_cmpint (first->verdict, ==, FZ_VERDICT_CONFIRMED);
  g_assert_cmpint (second->verdict, ==, FZ_VERDICT_REJECTED);
  g_assert_cmpint (fz_decimal_compare (first->value, (FzDecimal) { 325000, 0 }), ==, 0);
  g_assert_cmpstr (first->indicator, ==, "投入");
  g_assert_null (first->words);
  g_clear_pointer (&first, fz_figure_free);
  say (fixture, 0, FZ_VERDICT_AUTO);
  first = figure_at (fixture, 0);
  g_assert_cmpint (first->verdict, ==, FZ_VERDICT_AUTO);
}

static void
correct (Fixture *fixture)
{
  g_autoptr (FzFigure) figure = figure_at (fixture, 0);

  g_assert_true (fz_figure_read_words (figure, "30至40万", "元"));
  g_set_str (&figure->indicator, "课堂投入");
  g_set_str (&figure->period, "去年");
  figure->verdict = FZ_VERDICT_CORRECTED;
  judge (fixture, figure);
}

static void
assert_corrected (const FzFigure *figure)
{
  g_autofree char *since = fz_interval_dup_day (&figure->days.since);
  g_autofree char *against = fz_interval_dup_day (&figure->against_days.since);

  g_assert_cmpint (figure->verdict, ==, FZ_VERDICT_CORRECTED);
  g_assert_cmpstr (figure->surface, ==, "约32.50万元");
  g_assert_cmpstr (figure->words, ==, "30至40万元");
  g_assert_cmpint (fz_decimal_compare (figure->value, (FzDecimal) { 300000, 0 }), ==, 0);
  g_assert_cmpint (fz_decimal_compare (figure->max, (FzDecimal) { 400000, 0 }), ==, 0);
  g_assert_cmpint (figure->qualifiers, ==, FZ_QUALIFIER_APPROX | FZ_QUALIFIER_RANGE);
  g_assert_cmpint (figure->change, ==, FZ_CHANGE_UP);
  g_assert_cmpstr (figure->indicator, ==, "课堂投入");
  g_assert_cmpstr (figure->period, ==, "去年");
  g_assert_cmpstr (figure->rule, ==, "sample-money");
  /* The page is of 2031. */
  g_assert_cmpstr (since, ==, "2030-01-01");
  g_assert_cmpstr (figure->against, ==, "比上年");
  g_assert_cmpstr (against, ==, "2029-01-01");
}

/* Shown is what the reader says; taken back, what the engine read. */
static void
test_corrected (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzFigure) figure = NULL;
  g_autoptr (FzFigure) again = NULL;

  correct (fixture);
  figure = figure_at (fixture, 0);
  assert_corrected (figure);
  say (fixture, 0, FZ_VERDICT_AUTO);
  again = figure_at (fixture, 0);
  g_assert_cmpint (fz_decimal_compare (again->value, (FzDecimal) { 325000, 0 }), ==, 0);
  g_assert_cmpstr (again->indicator, ==, "投入");
  g_assert_cmpstr (again->period, ==, "今年");
  g_assert_null (again->words);
}

static gboolean
count_row (const FzFigureRow *row, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

static guint
count_matching (Fixture *fixture, const FzFigureQuery *query)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  fz_library_figures (fixture->library, query, count_row, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

/* A question is answered by what the reader says. */
static void
test_queries (Fixture *fixture, gconstpointer unused)
{
  FzFigureQuery of_class = FZ_FIGURE_QUERY_ALL, of_2030 = FZ_FIGURE_QUERY_ALL, of_2031 = FZ_FIGURE_QUERY_ALL;

  of_class.indicator = "课堂";
  of_2030.until = "2030-12-31";
  of_2031.since = "2031-01-01";
  g_assert_cmpuint (count_matching (fixture, &of_class), ==, 0);
  g_assert_cmpuint (count_matching (fixture, &of_2030), ==, 0);
  g_assert_cmpuint (count_matching (fixture, &of_2031), ==, 2);
  correct (fixture);
  g_assert_cmpuint (count_matching (fixture, &of_class), ==, 1);
  g_assert_cmpuint (count_matching (fixture, &of_2030), ==, 1);
  g_assert_cmpuint (count_matching (fixture, &of_2031), ==, 1);
}

static FzFigure *
own_figure (void)
{
  FzFigure *figure = g_new0 (FzFigure, 1);

  figure->span = (FzSpan) { 1, 3, 5, 9 };
  figure->surface = g_strdup ("投入");
  g_assert_true (fz_figure_read_words (figure, "2", "次"));
  figure->indicator = g_strdup ("次数");
  figure->verdict = FZ_VERDICT_ADDED;
  figure->ordinal = FZ_FIGURE_NEW;
  return figure;
}

/* It stands among the others in the order of the text, and goes without a trace. */
static void
test_added (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzFigure) own = own_figure ();
  g_autoptr (FzFigure) kept = NULL;
  g_autoptr (FzFigure) changed = NULL;

  own->ordinal = judge (fixture, own);
  g_assert_cmpuint (own->ordinal, ==, 2);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
  kept = figure_at (fixture, 0);
  g_assert_cmpstr (kept->surface, ==, "投入");
  g_assert_cmpstr (kept->words, ==, "2次");
  g_assert_cmpstr (kept->unit, ==, "次");
  g_assert_cmpstr (kept->rule, ==, FZ_RULE_READER);
  g_assert_cmpint (kept->verdict, ==, FZ_VERDICT_ADDED);
  g_assert_cmpuint (kept->span.end, ==, 5);

  g_assert_true (fz_figure_read_words (kept, "3", "次"));
  judge (fixture, kept);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
  changed = figure_at (fixture, 0);
  g_assert_cmpstr (changed->words, ==, "3次");

  say (fixture, 0, FZ_VERDICT_AUTO);
  g_assert_cmpuint (count_figures (fixture), ==, 2);
}

/* No engine found what else could be corrected or rejected: it stays, as it is said. */
static void
test_own_is_judged (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzFigure) own = own_figure ();
  g_autoptr (FzFigure) kept = NULL;

  own->ordinal = judge (fixture, own);
  own->verdict = FZ_VERDICT_CORRECTED;
  g_assert_true (fz_figure_read_words (own, "4", "次"));
  judge (fixture, own);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
  kept = figure_at (fixture, 0);
  g_assert_cmpint (kept->verdict, ==, FZ_VERDICT_ADDED);
  g_assert_cmpstr (kept->words, ==, "4次");
  own->verdict = FZ_VERDICT_REJECTED;
  judge (fixture, own);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
}

static void
assert_not_found (Fixture *fixture, gint64 article, const FzFigure *figure)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fz_library_judge (fixture->library, article, figure, NULL, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

/* What the reader did not see is not judged, and no figure lies outside the text. */
static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzFigure) figure = figure_at (fixture, 0);
  g_autoptr (FzFigure) own = own_figure ();

  figure->verdict = FZ_VERDICT_CONFIRMED;
  assert_not_found (fixture, 2, figure);
  assert_not_found (fixture, 77, figure);
  g_set_str (&figure->surface, "约33万元");
  assert_not_found (fixture, 1, figure);
  own->span.end = 5000;
  assert_not_found (fixture, 1, own);
  own->span = (FzSpan) { 9, 0, 1, 9 };
  assert_not_found (fixture, 1, own);
  own->span = (FzSpan) { 1, 3, 3, 9 };
  assert_not_found (fixture, 1, own);
  g_assert_cmpuint (count_figures (fixture), ==, 2);
}

static void
analyse_again (Fixture *fixture, FzSource *analysis)
{
  g_autoptr (GPtrArray) known = fz_library_corrections (fixture->library, 1, NULL, NULL);
  FzRevision revision = { .source = 1, .analysis = analysis, .known = known };
  g_autoptr (GError) error = NULL;

  fz_library_replace (fixture->library, &revision, NULL, &error);
  g_assert_no_error (error);
}

/* All of it is there after another analysis; the days follow the page's date. */
static void
test_carried (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzSource) same = sample_source ();
  g_autoptr (FzFigure) own = own_figure ();
  g_autoptr (FzFigure) kept = NULL;
  g_autoptr (FzFigure) corrected = NULL;
  g_autoptr (FzFigure) rejected = NULL;

  correct (fixture);
  say (fixture, 1, FZ_VERDICT_REJECTED);
  judge (fixture, own);
  analyse_again (fixture, same);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
  kept = figure_at (fixture, 0);
  corrected = figure_at (fixture, 1);
  rejected = figure_at (fixture, 2);
  g_assert_cmpint (kept->verdict, ==, FZ_VERDICT_ADDED);
  g_assert_cmpstr (kept->words, ==, "2次");
  g_assert_cmpstr (kept->indicator, ==, "次数");
  g_assert_cmpuint (kept->span.block, ==, 1);
  g_assert_cmpuint (kept->span.start, ==, 3);
  assert_corrected (corrected);
  g_assert_cmpint (rejected->verdict, ==, FZ_VERDICT_REJECTED);
}

/* What the reader added and the engine finds now is one figure, as the reader
 * said it. */
static void
test_found_at_last (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzSource) without = sample_source ();
  g_autoptr (FzSource) with = sample_source ();
  g_autoptr (FzFigure) own = own_figure ();
  g_autoptr (FzFigure) kept = NULL;
  FzFacts *facts = without->facts->pdata[0];

  g_array_set_size (facts->figures, 0);
  analyse_again (fixture, without);
  g_set_str (&own->surface, "约32.50万元");
  own->span = (FzSpan) { 1, 5, 12, 9 };
  judge (fixture, own);
  g_assert_cmpuint (count_figures (fixture), ==, 1);
  analyse_again (fixture, with);
  g_assert_cmpuint (count_figures (fixture), ==, 2);
  kept = figure_at (fixture, 0);
  g_assert_cmpint (kept->verdict, ==, FZ_VERDICT_CORRECTED);
  g_assert_cmpstr (kept->words, ==, "2次");
}

/* Words that are gone are waited for. */
static void
test_added_waits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzSource) other = sample_small (1, SAMPLE_CHENGDU);
  g_autoptr (FzSource) same = sample_source ();
  g_autoptr (FzFigure) own = own_figure ();
  g_autoptr (FzFigure) kept = NULL;

  judge (fixture, own);
  analyse_again (fixture, other);
  g_assert_cmpuint (count_figures (fixture), ==, 1);
  analyse_again (fixture, same);
  g_assert_cmpuint (count_figures (fixture), ==, 3);
  kept = figure_at (fixture, 0);
  g_assert_cmpint (kept->verdict, ==, FZ_VERDICT_ADDED);
  g_assert_cmpstr (kept->words, ==, "2次");
}

#define ADD(name, func) g_test_add ("/verdicts/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("confirmed-and-rejected", test_confirmed_and_rejected);
  ADD ("corrected", test_corrected);
  ADD ("queries", test_queries);
  ADD ("added", test_added);
  ADD ("own-is-judged", test_own_is_judged);
  ADD ("refused", test_refused);
  ADD ("carried", test_carried);
  ADD ("found-at-last", test_found_at_last);
  ADD ("added-waits", test_added_waits);
  return g_test_run ();
}
