/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-label-path.h"

/* The labels of all lines of a page that together have the most weight.
 *
 * A linear chain (Lafferty, McCallum and Pereira, 2001), decoded by Viterbi's
 * algorithm (1967): the best way to each label of a line follows from the best
 * ways to those of the line above.  Of them only the role and the stage count,
 * so that for each pair of these the best one is kept. */

#define IMPOSSIBLE (G_MININT / 4)

/* Of the ways that end in the line above. */
typedef struct {
  int     weight;
  FzLabel label;
} Way;

typedef struct {
  Way    way;
  guint8 stage;
  guint8 above;
} Open;

typedef struct {
  const FzObserved    *observed;
  guint                n;
  const FzRoleWeights *weights;
  FzLabelPrice         price;
  gpointer             user_data;
  Way                  ways[FZ_N_STAGES][FZ_N_ABOVE];
  Open                 open[FZ_N_STAGES * FZ_N_ABOVE]; /* of these, those that there are */
  guint                n_open;
  int                  fences[FZ_N_STAGES][FZ_N_LABELS]; /* 0 where a label may stand behind a stage, else IMPOSSIBLE */
  FzLabel              labels[FZ_N_LABELS]; /* those that exist */
  guint                n_labels;
} Search;

static guint
above_of (FzLabel label)
{
  return fz_label_phase (label) == FZ_PHASE_OUTSIDE ? (guint) FZ_ABOVE_OUTSIDE : (guint) fz_label_role (label);
}

static void
clear_ways (Search *search)
{
  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      search->ways[stage][above].weight = IMPOSSIBLE;
}

static void
search_init (Search *search)
{
  for (guint label = 0; label < FZ_N_LABELS; label++)
    if (fz_label_exists ((FzLabel) label))
      {
        search->labels[search->n_labels++] = (FzLabel) label;
        for (guint stage = 0; stage < FZ_N_STAGES; stage++)
          search->fences[stage][label] = fz_label_stages_before ((FzLabel) label) >> stage & 1 ? 0 : IMPOSSIBLE;
      }
  clear_ways (search);
  search->ways[FZ_STAGE_OUTSIDE][FZ_ABOVE_NOTHING].weight = 0;
}

static void
add_columns (const gint16 seen[][FZ_N_COLUMNS], const FzObserved *observed, int *sums)
{
  for (guint i = 0; i < observed->n; i++)
    for (guint column = 0; column < FZ_N_COLUMNS; column++)
      sums[column] += seen[observed->seen[i]][column];
}

/* What the line at @i and those beside it speak for. */
static void
sum_columns (const Search *search, guint i, int *sums)
{
  for (guint where = 0; where < FZ_N_WHERES; where++)
    {
      guint line = fz_where (i, search->n, where);

      if (line < search->n)
        add_columns (search->weights->seen[where], &search->observed[line], sums);
    }
}

static int
weight_of (const int *sums, FzLabel label)
{
  FzRole role = fz_label_role (label);
  FzPhase phase = fz_label_phase (label);

  return sums[role] + sums[FZ_COLUMN_PHASE + phase] +
         (role == FZ_ROLE_BYLINE && phase == FZ_PHASE_TEXT ? sums[FZ_COLUMN_SIGNATURE] : 0);
}

/* Where the way @open leads to any label better than those before did.  Without
 * a branch, so that the compiler takes many labels at once. */
static void
extend (const Search *search, const Open *open, int *best, int *from)
{
  const gint16 *after = search->weights->after[open->above];
  const int *fence = search->fences[open->stage];

  for (guint label = 0; label < FZ_N_LABELS; label++)
    {
      int weight = open->way.weight + after[label] + fence[label];
      gboolean better = weight > best[label];

      best[label] = better ? weight : best[label];
      from[label] = better ? (int) open->way.label : from[label];
    }
}

/* Most roles cannot stand in most stages: gathers the ways that there are. */
static void
gather_open (Search *search)
{
  search->n_open = 0;
  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      if (search->ways[stage][above].weight > IMPOSSIBLE / 2)
        search->open[search->n_open++] = (Open) { search->ways[stage][above], (guint8) stage, (guint8) above };
}

static void
find_best (const Search *search, int *best, int *from)
{
  for (guint label = 0; label < FZ_N_LABELS; label++)
    {
      best[label] = IMPOSSIBLE;
      from[label] = 0;
    }
  for (guint i = 0; i < search->n_open; i++)
    extend (search, &search->open[i], best, from);
}

/* Takes the line at @i: its ways replace those of the line above. */
static void
step (Search *search, guint i, FzLabel *backs)
{
  int best[FZ_N_LABELS], from[FZ_N_LABELS], sums[FZ_N_COLUMNS] = { 0 };

  sum_columns (search, i, sums);
  gather_open (search);
  find_best (search, best, from);
  clear_ways (search);
  for (guint n = 0; n < search->n_labels; n++)
    {
      FzLabel label = search->labels[n];
      Way *way = &search->ways[fz_label_stage (label)][above_of (label)];
      int weight = best[label] + weight_of (sums, label) + (search->price ? search->price (i, label, search->user_data) : 0);

      backs[label] = (FzLabel) from[label];
      if (weight > way->weight)
        *way = (Way) { weight, label };
    }
}

/* Sums never run far from 0, however long the page is. */
static void
settle (Search *search)
{
  int most = IMPOSSIBLE;

  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      most = MAX (most, search->ways[stage][above].weight);
  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      if (search->ways[stage][above].weight > IMPOSSIBLE / 2)
        search->ways[stage][above].weight -= most;
}

static FzLabel
last_label (const Search *search)
{
  Way best = { G_MININT, 0 };

  for (guint stage = 0; stage < FZ_N_STAGES; stage++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      if (search->ways[stage][above].weight > best.weight)
        best = search->ways[stage][above];

  return best.label;
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
  g_autofree FzLabel *backs = g_new (FzLabel, (gsize) n * FZ_N_LABELS);

  if (n == 0)
    return;
  search_init (&search);
  for (guint i = 0; i < n; i++)
    {
      step (&search, i, backs + (gsize) i * FZ_N_LABELS);
      settle (&search);
    }
  path[n - 1] = last_label (&search);
  for (guint i = n - 1; i > 0; i--)
    path[i - 1] = backs[(gsize) i * FZ_N_LABELS + path[i]];
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
