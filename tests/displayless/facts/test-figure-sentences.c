/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "one-block.h"

/* Scores the sentences of tests/data/figures, whose README tells their form.
 * With --verbose each miss is told. */

enum { SURFACE, KIND, VALUE, UNIT, QUALIFIERS, CHANGE, INDICATOR, PERIOD, N_CELLS };

static const char *const cell_names[N_CELLS] = { "surface", "kind", "value", "unit", "qualifiers", "change", "indicator", "period" };

typedef struct {
  guint asked;
  guint told;
  guint found;
  guint right[N_CELLS];
} Score;

/* What must be reached, in thousandths: F1 in the cell of the surface, and of
 * the figures found the share whose cell is right. */
typedef struct {
  const char *path;
  guint       floors[N_CELLS];
} Floors;

static const char *
name_or_dash (const char *name)
{
  return name != NULL ? name : "-";
}

static char *
print_value (const FzFigure *figure)
{
  g_autofree char *value = fz_decimal_print (figure->value), *max = fz_decimal_print (figure->max);

  if (fz_decimal_compare (figure->max, figure->value) <= 0)
    return g_steal_pointer (&value);
  return g_strconcat (value, "..", max, NULL);
}

static char *
print_qualifiers (FzQualifiers all)
{
  static const FzQualifiers sorted[] = { FZ_QUALIFIER_APPROX, FZ_QUALIFIER_EACH, FZ_QUALIFIER_OVER,
                                         FZ_QUALIFIER_RANGE, FZ_QUALIFIER_TARGET, FZ_QUALIFIER_UNDER };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    if (all & sorted[i])
      g_string_append_printf (line, "%s%s", line->len > 0 ? "+" : "", fz_qualifier_name (sorted[i]));
  return g_strdup (line->len > 0 ? line->str : "exact");
}

static char **
cells_of (const FzFigure *figure)
{
  char **cells = g_new0 (char *, N_CELLS + 1);

  cells[SURFACE] = g_strdup (figure->surface);
  cells[KIND] = g_strdup (fz_figure_kind_name (figure->kind));
  cells[VALUE] = print_value (figure);
  cells[UNIT] = g_strdup (name_or_dash (figure->unit));
  cells[QUALIFIERS] = print_qualifiers (figure->qualifiers);
  cells[CHANGE] = g_strdup (figure->change == FZ_CHANGE_NONE ? "-" : fz_change_name (figure->change));
  cells[INDICATOR] = g_strdup (name_or_dash (figure->indicator));
  cells[PERIOD] = g_strdup (name_or_dash (figure->period));
  return cells;
}

/* Returns: the characters of the longest run that @a and @b share. */
static glong
shared_run (const char *a, const char *b)
{
  glong best = 0;

  for (const char *p = a; *p != '\0'; p = g_utf8_next_char (p))
    for (const char *q = b; *q != '\0'; q = g_utf8_next_char (q))
      {
        gsize n = 0;

        while (p[n] != '\0' && p[n] == q[n])
          n++;
        best = MAX (best, g_utf8_strlen (p, (gssize) n));
      }
  return best;
}

/* A longer indicator does no harm, a bare head may. */
static gboolean
cell_is_right (guint cell, const char *asked, const char *told)
{
  if (cell == INDICATOR)
    return shared_run (asked, told) * 10 >= g_utf8_strlen (asked, -1) * 6;
  return g_str_equal (asked, told);
}

static void
score_pair (const char *sentence, char **asked, char **told, Score *score)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (cell_is_right (i, asked[i], told[i]))
      score->right[i]++;
    else if (g_test_verbose ())
      g_test_message ("%s %s: %s, not %s | %s", cell_names[i], asked[SURFACE], asked[i], told[i], sentence);
}

typedef struct {
  char  **cells;
  guint   start;
  guint   end;
  gboolean may;
} Asked;

static void
asked_clear (gpointer data)
{
  g_strfreev (((Asked *) data)->cells);
}

static gboolean
is_may (GArray *asked, const FzFigure *figure)
{
  for (guint i = 0; i < asked->len; i++)
    {
      const Asked *one = &g_array_index (asked, Asked, i);

      if (one->may && figure->span.start < one->end && figure->span.end > one->start)
        return TRUE;
    }
  return FALSE;
}

static const Asked *
asked_at (GArray *asked, const FzFigure *figure)
{
  for (guint i = 0; i < asked->len; i++)
    {
      const Asked *one = &g_array_index (asked, Asked, i);

      if (!one->may && one->start == figure->span.start && g_str_equal (one->cells[SURFACE], figure->surface))
        return one;
    }
  return NULL;
}

static void
score_figure (const char *sentence, GArray *asked, const FzFigure *figure, Score *score)
{
  const Asked *one = asked_at (asked, figure);
  g_auto (GStrv) told = cells_of (figure);

  if (one == NULL && is_may (asked, figure))
    return;
  score->told++;
  if (one == NULL)
    {
      if (g_test_verbose ())
        g_test_message ("too many %s %s | %s", figure->surface, figure->rule, sentence);
      return;
    }
  score->found++;
  score_pair (sentence, one->cells, told, score);
}

static void
score_sentence (const char *sentence, GArray *asked, Score *score)
{
  g_autoptr (FzFacts) facts = facts_of (sentence);

  for (guint i = 0; i < facts->figures->len; i++)
    score_figure (sentence, asked, &g_array_index (facts->figures, FzFigure, i), score);
  for (guint i = 0; i < asked->len; i++)
    {
      const Asked *one = &g_array_index (asked, Asked, i);
      gboolean found = one->may;

      for (guint k = 0; k < facts->figures->len && !found; k++)
        found = asked_at (asked, &g_array_index (facts->figures, FzFigure, k)) == one;
      score->asked += !one->may;
      if (!found && g_test_verbose ())
        g_test_message ("missing %s | %s", one->cells[SURFACE], sentence);
    }
}

/* Surfaces stand in text order, so each is looked for behind the one before. */
static void
append_asked (GArray *asked, const char *sentence, const char *line)
{
  Asked one = { .cells = g_strsplit (line, "\t", -1) };
  guint n_cells = g_strv_length (one.cells);
  const char *from = sentence, *at;

  if (asked->len > 0)
    from = g_utf8_offset_to_pointer (sentence, g_array_index (asked, Asked, asked->len - 1).end);
  at = strstr (from, one.cells[SURFACE]);
  if (at == NULL || (n_cells != N_CELLS && n_cells != 2))
    g_error ("%s does not stand in %s, or has %u cells", one.cells[SURFACE], sentence, n_cells);
  one.may = n_cells == 2;
  one.start = (guint) g_utf8_pointer_to_offset (sentence, at);
  one.end = one.start + (guint) g_utf8_strlen (one.cells[SURFACE], -1);
  g_array_append_val (asked, one);
}

static void
score_file (const char *path, Score *score)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) asked = g_array_new (FALSE, TRUE, sizeof (Asked));
  g_autoptr (GError) error = NULL;
  const char *sentence = NULL;

  g_array_set_clear_func (asked, asked_clear);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '\t')
      append_asked (asked, sentence, lines[i] + 1);
    else
      {
        if (sentence != NULL)
          score_sentence (sentence, asked, score);
        g_array_set_size (asked, 0);
        sentence = lines[i];
      }
}

static void
check_floors (gconstpointer data)
{
  const Floors *floors = data;
  g_autofree char *path = g_build_filename (FZ_TEST_FIGURES, floors->path, NULL);
  Score score = { 0 };
  guint reached[N_CELLS];

  score_file (path, &score);
  g_assert_cmpuint (score.found, >, 0);
  reached[SURFACE] = 2000 * score.found / (score.asked + score.told);
  for (guint i = KIND; i < N_CELLS; i++)
    reached[i] = 1000 * score.right[i] / score.found;
  g_test_message ("%s: asked %u told %u found %u", floors->path, score.asked, score.told, score.found);
  for (guint i = 0; i < N_CELLS; i++)
    g_test_message ("%s: %s .%03u", floors->path, i == SURFACE ? "found F1" : cell_names[i], reached[i]);
  for (guint i = 0; i < N_CELLS; i++)
    g_assert_cmpuint (reached[i], >=, floors->floors[i]);
}

static const Floors files[] = {
  { "aside.tsv", { 992, 1000, 1000, 1000, 980, 985, 902, 995 } },
  { "economy.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 976, 1000 } },
  { "eighties.tsv", { 992, 1000, 1000, 1000, 985, 1000, 911, 1000 } },
  { "farming.tsv", { 1000, 1000, 1000, 1000, 1000, 971, 913, 1000 } },
  { "forms.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 945, 994 } },
  { "health-schools.tsv", { 1000, 1000, 1000, 1000, 972, 972, 972, 986 } },
  { "later.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 948, 1000 } },
  { "mixed.tsv", { 988, 1000, 1000, 1000, 1000, 1000, 955, 1000 } },
  { "short.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 948, 993 } },
  { "sport-weather.tsv", { 991, 1000, 1000, 1000, 1000, 983, 983, 1000 } },
  { "taiwan-hongkong.tsv", { 992, 1000, 1000, 1000, 1000, 1000, 957, 985 } },
  { "transport-police.tsv", { 1000, 1000, 1000, 1000, 1000, 957, 957, 1000 } },
  { "recognised.tsv", { 1000, 1000, 1000, 1000, 1000, 984, 984, 1000 } },
  { "unseen.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 957, 996 } },
  { "yearbook.tsv", { 1000, 1000, 1000, 1000, 1000, 1000, 979, 1000 } },
  { "fresh.tsv", { 1000, 1000, 1000, 1000, 986, 995, 954, 1000 } },
  { "press.tsv", { 1000, 1000, 1000, 1000, 1000, 994, 969, 1000 } },
  { "varied.tsv", { 1000, 1000, 1000, 1000, 991, 1000, 950, 983 } },
};

int
main (int argc, char *argv[])
{
  /* Misses are told in Chinese. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/facts/figure-sentences/", files[i].path, NULL);

      g_test_add_data_func (path, &files[i], check_floors);
    }
  return g_test_run ();
}
