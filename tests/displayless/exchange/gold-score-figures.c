/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-score.h"

#include <math.h>
#include <string.h>

/* Figures.  Each row of the table takes one figure of its line: the same
 * surface, or a longer or shorter one of the same value.  Rows that must be
 * found come first; those that may be found are neither asked for nor errors.
 * What is left over is found too much. */

/* Shares of the phrase of the table that must stand, as one run, in what was
 * found: an indicator may be longer or shorter, a period hardly. */
#define INDICATOR_SHARE 0.6
#define PERIOD_SHARE    0.8

/* Areas are rounded in the table: 亩 is 666.6667 square metres. */
#define VALUE_TOLERANCE 1e-4

static gboolean
same_number (double gold, FzDecimal found)
{
  double value = fz_decimal_to_double (found);

  return fabs (gold - value) <= VALUE_TOLERANCE * MAX (fabs (gold), fabs (value));
}

/* A range is printed "3..6". */
static gboolean
same_value (const char *gold, const FzFigure *figure)
{
  const char *dots = strstr (gold, "..");

  if (dots == NULL)
    return same_number (g_ascii_strtod (gold, NULL), figure->value);
  return (figure->qualifiers & FZ_QUALIFIER_RANGE) != 0
         && same_number (g_ascii_strtod (gold, NULL), figure->value)
         && same_number (g_ascii_strtod (dots + strlen (".."), NULL), figure->max);
}

/* The longest run of characters that both have. */
static guint
longest_run (const gunichar *a, glong a_length, const gunichar *b, glong b_length)
{
  g_autofree guint *runs = g_new0 (guint, b_length + 1);
  guint longest = 0;

  for (glong i = 0; i < a_length; i++)
    for (glong j = b_length; j > 0; j--)
      {
        runs[j] = a[i] == b[j - 1] ? runs[j - 1] + 1 : 0;
        longest = MAX (longest, runs[j]);
      }
  return longest;
}

static gboolean
same_phrase (const char *gold, const char *found, double share)
{
  glong gold_length, found_length;
  g_autofree gunichar *gold_chars = g_utf8_to_ucs4_fast (gold, -1, &gold_length);
  g_autofree gunichar *found_chars = NULL;

  if (found == NULL)
    return g_str_equal (gold, "-");
  found_chars = g_utf8_to_ucs4_fast (found, -1, &found_length);
  return longest_run (gold_chars, gold_length, found_chars, found_length) >= share * gold_length;
}

static FzQualifiers
read_qualifiers (const char *cell)
{
  g_auto (GStrv) names = g_strsplit (cell, "+", -1);
  FzQualifiers qualifiers = 0;

  for (guint i = 0; names[i] != NULL; i++)
    qualifiers |= fz_qualifier_from_name (names[i]);
  return qualifiers;
}

static gboolean
is_figure (const GoldTable *figures, guint row, const FzFigure *figure)
{
  const char *surface = gold_table_cell (figures, row, "surface");

  if (figure->span.line != gold_table_line (figures, row, "line"))
    return FALSE;
  if (g_str_equal (surface, figure->surface))
    return TRUE;
  return (strstr (surface, figure->surface) != NULL || strstr (figure->surface, surface) != NULL)
         && same_value (gold_table_cell (figures, row, "value"), figure);
}

/* Takes the figure of the row out of @left. */
static const FzFigure *
take_figure (const GoldTable *figures, guint row, GPtrArray *left)
{
  for (guint i = 0; i < left->len; i++)
    if (is_figure (figures, row, g_ptr_array_index (left, i)))
      return g_ptr_array_steal_index (left, i);
  return NULL;
}

static void
score_fields (GoldBoard *board, const GoldTable *figures, guint row, const FzFigure *figure)
{
  const char *unit = figure == NULL || figure->unit == NULL ? "-" : figure->unit;
  const struct {
    GoldMeasure measure;
    gboolean    right;
  } fields[] = {
    { GOLD_FIGURE_VALUE, figure != NULL && same_value (gold_table_cell (figures, row, "value"), figure) },
    { GOLD_FIGURE_UNIT, g_str_equal (gold_table_cell (figures, row, "unit"), unit) },
    { GOLD_FIGURE_KIND, figure != NULL && g_str_equal (gold_table_cell (figures, row, "kind"),
                                                       fz_figure_kind_name (figure->kind)) },
    { GOLD_FIGURE_QUALIFIER, figure != NULL && read_qualifiers (gold_table_cell (figures, row, "qualifier"))
                                               == figure->qualifiers },
    { GOLD_FIGURE_INDICATOR, figure != NULL && same_phrase (gold_table_cell (figures, row, "indicator"),
                                                            figure->indicator, INDICATOR_SHARE) },
    { GOLD_FIGURE_PERIOD, figure != NULL && same_phrase (gold_table_cell (figures, row, "period"),
                                                         figure->period, PERIOD_SHARE) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gold_board_check (board, fields[i].measure, figure != NULL && fields[i].right);
}

static GPtrArray *
all_figures (const FzAnalysis *found)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < found->facts->len; i++)
    {
      const FzFacts *facts = g_ptr_array_index (found->facts, i);

      for (guint j = 0; j < facts->figures->len; j++)
        g_ptr_array_add (all, &g_array_index (facts->figures, FzFigure, j));
    }
  return all;
}

void
gold_score_figures (GoldBoard *board, const FzAnalysis *found, const GoldTable *figures)
{
  g_autoptr (GPtrArray) left = all_figures (found);
  guint hit = 0, gold = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < figures->rows->len; i++)
      {
        gboolean must = g_str_equal (gold_table_cell (figures, i, "need"), "must");
        const FzFigure *figure = must == (pass == 0) ? take_figure (figures, i, left) : NULL;

        if (!must || pass != 0)
          continue;
        gold++;
        hit += figure != NULL;
        score_fields (board, figures, i, figure);
      }
  gold_board_add (board, GOLD_FIGURES, hit, gold, hit + left->len);
}
