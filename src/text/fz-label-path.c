/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-label-path.h"

/* The labels of all lines of a page that together have the most weight.
 *
 * A linear chain (Lafferty, McCallum and Pereira, 2001), decoded by Viterbi's
 * algorithm (1967): the best way to each label of a line follows from the best
 * ways to those of the line above.  Of them only the role and the stage count,
 * so that for each such state the best one is kept.  On the way down only
 * weights are compared; whence they came is asked on the way back, and there
 * of the one label that was chosen.
 *
 * Weights are whole numbers, the best of each line 0 and what counts beside it
 * far within 2²⁴, so that a float holds them exactly; of floats every processor
 * takes the greater of four at once. */

#define IMPOSSIBLE -1e9f

enum {
  MAX_STATES = 24,
  MAX_LABELS = 32, /* that exist */
};

G_STATIC_ASSERT (FZ_OBSERVED_MAX * FZ_ROLE_WEIGHT_MAX <= G_MAXINT16);

/* What a way may have come to. */
typedef struct {
  FzStage stage;
  guint   above;
} State;

/* A label, the columns that weigh it and the state that it leaves the page in. */
typedef struct {
  FzLabel label;
  guint8  columns[3];
  guint8  state;
} Column;

/* The best ways to the states behind a line. */
typedef struct {
  float   weights[MAX_STATES];
  FzLabel labels[MAX_STATES];
} Ways;

typedef struct {
  const FzObserved    *observed;
  guint                n;
  const FzRoleWeights *weights;
  FzLabelPrice         price;
  gpointer             user_data;
  State                states[MAX_STATES];
  guint                n_states;
  Column               columns[MAX_LABELS];
  guint                n_columns;
  float                moves[MAX_STATES][MAX_LABELS]; /* from a state to a column */
} Search;

/* Behind the columns of the weights one that is always 0. */
#define COLUMN_NONE FZ_N_COLUMNS

static guint
above_of (FzLabel label)
{
  return fz_label_phase (label) == FZ_PHASE_OUTSIDE ? (guint) FZ_ABOVE_OUTSIDE : (guint) fz_label_role (label);
}

/* States stand in the order of their stages: of two ways of one weight the one
 * from the earlier state is taken. */
static void
add_states (Search *search)
{
  gboolean reached[FZ_N_STAGES][FZ_N_ABOVE] = { [FZ_STAGE_OUTSIDE][FZ_ABOVE_NOTHING] = TRUE };

  for (guint label = 0; label < FZ_N_LABELS; label++)
    if (fz_label_exists ((FzLabel) label))
      reached[fz_label_stage ((FzLabel) label)][above_of ((FzLabel) label)] = TRUE;
  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      if (reached[stage][above])
        {
          g_assert (search->n_states < MAX_STATES);
          search->states[search->n_states++] = (State) { stage, above };
        }
}

static guint
state_of (const Search *search, FzStage stage, guint above)
{
  guint i = 0;

  while (search->states[i].stage != stage || search->states[i].above != above)
    i++;

  return i;
}

static void
add_columns (Search *search)
{
  for (guint i = 0; i < FZ_N_LABELS; i++)
    {
      FzLabel label = (FzLabel) i;
      FzRole role = fz_label_role (label);
      FzPhase phase = fz_label_phase (label);
      gboolean signs = role == FZ_ROLE_BYLINE && phase == FZ_PHASE_TEXT;

      if (!fz_label_exists (label))
        continue;
      g_assert (search->n_columns < MAX_LABELS);
      search->columns[search->n_columns++] = (Column) {
        label, { role, FZ_COLUMN_PHASE + phase, signs ? FZ_COLUMN_SIGNATURE : COLUMN_NONE },
        (guint8) state_of (search, fz_label_stage (label), above_of (label)),
      };
    }
}

static void
search_init (Search *search)
{
  add_states (search);
  add_columns (search);
  for (guint c = 0; c < search->n_columns; c++)
    {
      FzLabel label = search->columns[c].label;
      guint before = fz_label_stages_before (label);

      for (guint i = 0; i < search->n_states; i++)
        search->moves[i][c] = before >> search->states[i].stage & 1 ? search->weights->after[search->states[i].above][label] : IMPOSSIBLE;
    }
}

static void
clear_ways (Ways *ways)
{
  *ways = (Ways) { 0 };
  for (guint i = 0; i < MAX_STATES; i++)
    ways->weights[i] = IMPOSSIBLE;
}

/* What the observations of one line speak for.  A weight is so small that the
 * sum of as many as there can be has room in 16 bits, of which a processor adds
 * eight at once. */
static void
add_columns_seen (const FzObserved *observed, const gint16 weights[][FZ_N_COLUMNS], int *sums)
{
  gint16 totals[FZ_N_COLUMNS] = { 0 };

  for (guint o = 0; o < observed->n; o++)
    for (guint column = 0; column < FZ_N_COLUMNS; column++)
      totals[column] = (gint16) (totals[column] + weights[observed->seen[o]][column]);
  for (guint column = 0; column < FZ_N_COLUMNS; column++)
    sums[column] += totals[column];
}

/* What the line at @i and those beside it speak for. */
static void
sum_columns (const Search *search, guint i, int *sums)
{
  for (guint where = 0; where < FZ_N_WHERES; where++)
    {
      guint line = fz_where (i, search->n, where);

      if (line < search->n)
        add_columns_seen (&search->observed[line], search->weights->seen[where], sums);
    }
}

/* What the best way to each label weighs before the line itself does. */
static void
find_best (const Search *search, const Ways *ways, float *best)
{
  for (guint c = 0; c < MAX_LABELS; c++)
    best[c] = IMPOSSIBLE;
  for (guint i = 0; i < search->n_states; i++)
    for (guint c = 0; c < MAX_LABELS; c++)
      {
        float weight = ways->weights[i] + search->moves[i][c];

        best[c] = weight > best[c] ? weight : best[c];
      }
}

/* Weights never run far from 0, however long the page is. */
static void
settle (Ways *ways)
{
  float most = IMPOSSIBLE;

  for (guint i = 0; i < MAX_STATES; i++)
    most = MAX (most, ways->weights[i]);
  for (guint i = 0; i < MAX_STATES; i++)
    ways->weights[i] -= most;
}

/* Takes the line at @i: from the ways to the line above to those to it. */
static void
step (const Search *search, guint i, const Ways *above, Ways *ways)
{
  float best[MAX_LABELS];
  int sums[FZ_N_COLUMNS + 1] = { 0 };

  sum_columns (search, i, sums);
  find_best (search, above, best);
  clear_ways (ways);
  for (guint c = 0; c < search->n_columns; c++)
    {
      const Column *column = &search->columns[c];
      int seen = sums[column->columns[0]] + sums[column->columns[1]] + sums[column->columns[2]];
      int price = search->price ? search->price (i, column->label, search->user_data) : 0;
      float weight = best[c] + (float) (seen + price);

      if (weight > ways->weights[column->state])
        {
          ways->weights[column->state] = weight;
          ways->labels[column->state] = column->label;
        }
    }
  settle (ways);
}

/* The label from which @column is best reached, or with %NULL the best of all. */
static FzLabel
label_before (const Search *search, const Ways *ways, const Column *column)
{
  guint best = 0;
  float most = 2 * IMPOSSIBLE;

  for (guint i = 0; i < search->n_states; i++)
    {
      float weight = ways->weights[i] + (column != NULL ? search->moves[i][column - search->columns] : 0);

      if (weight > most)
        {
          most = weight;
          best = i;
        }
    }

  return ways->labels[best];
}

static const Column *
column_of (const Search *search, FzLabel label)
{
  const Column *column = search->columns;

  while (column->label != label)
    column++;

  return column;
}

/**
 * fz_label_path_search:
 * @observed: (array length=n): what is seen of each line
 * @n: how many
 * @weights: what the evidence weighs
 * @price: (nullable) (scope call): what is added to it
 * @user_data: for @price
 * @path: (out caller-allocates): a label for each line
 *
 * Finds the labels that weigh most together (Viterbi, 1967).  Takes time and
 * memory linear in the lines.
 */
void
fz_label_path_search (const FzObserved *observed, guint n, const FzRoleWeights *weights,
                      FzLabelPrice price, gpointer user_data, FzLabel *path)
{
  Search search = { .observed = observed, .n = n, .weights = weights, .price = price, .user_data = user_data };
  g_autofree Ways *ways = g_new (Ways, (gsize) n + 1);

  if (n == 0)
    return;
  search_init (&search);
  clear_ways (&ways[0]);
  ways[0].weights[state_of (&search, FZ_STAGE_OUTSIDE, FZ_ABOVE_NOTHING)] = 0;
  for (guint i = 0; i < n; i++)
    step (&search, i, &ways[i], &ways[i + 1]);
  path[n - 1] = label_before (&search, &ways[n], NULL);
  for (guint i = n - 1; i > 0; i--)
    path[i - 1] = label_before (&search, &ways[i], column_of (&search, path[i]));
}

/**
 * fz_label_path_find:
 * @lines: the lines of a page, their kinds known
 * @places: who knows the regions
 * @weights: what the evidence weighs
 * @price: (nullable) (scope call): what is added to it
 * @user_data: for @price
 * @path: (out caller-allocates): a label for each line
 *
 * Finds what the lines most likely are.  Takes time and memory linear in them.
 */
void
fz_label_path_find (const FzLines *lines, const FzPlaces *places, const FzRoleWeights *weights,
                    FzLabelPrice price, gpointer user_data, FzLabel *path)
{
  g_autofree FzObserved *observed = fz_observe (lines, places);

  fz_label_path_search (observed, lines->lines->len, weights, price, user_data, path);
}
