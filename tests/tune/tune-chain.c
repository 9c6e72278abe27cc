/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tune-chain.h"

#include <math.h>
#include <string.h>

/* How likely each label of each line is, all labels of the page taken together:
 * the weights of what is right are raised by as much as it was doubted, those of
 * all else lowered by as much as it was believed (Lafferty, McCallum and
 * Pereira, 2001, by the forward-backward algorithm).  A line whose label a
 * reader might doubt as well so moves the weights little, where a search for the
 * one best path moves them to and fro.
 *
 * Each time a page is learnt from, one observation in so many is hidden throughout
 * it, so that none comes to be relied on where others would do and a page that
 * lacks it is cut all the same (Srivastava and others, 2014).  The others then
 * weigh more by as much. */

#define HIDDEN 0.25

#define N_STATES (FZ_N_STAGES * FZ_N_ABOVE)
#define START (FZ_STAGE_OUTSIDE * FZ_N_ABOVE + FZ_ABOVE_NOTHING)

typedef struct {
  const Page *page;
  Sums       *weights;
  guint       n;
  double    (*line)[FZ_N_LABELS];   /* how well each label suits a line alone */
  double    (*into)[FZ_N_LABELS];   /* the ways from the top to each label, but for the line itself */
  double    (*out)[FZ_N_LABELS];    /* and from it, the line included, to the end */
  double    (*above)[N_STATES];     /* the ways from the top to each state, n + 1 of them */
  double      below[N_STATES];
  double      moves[N_STATES][FZ_N_LABELS];
  guint       reached[N_STATES];    /* the states that labels leave the page in */
  guint       n_reached;
  double      shares[FZ_N_OBSERVATIONS]; /* of what each weighs: 0 for those that are hidden, more for the others */
} Chain;

static guint
above_of (FzLabel label)
{
  return fz_label_phase (label) == FZ_PHASE_OUTSIDE ? (guint) FZ_ABOVE_OUTSIDE : (guint) fz_label_role (label);
}

static guint
state_of (FzLabel label)
{
  return fz_label_stage (label) * FZ_N_ABOVE + above_of (label);
}

/* The columns that weigh @label. */
static guint
columns_of (FzLabel label, guint columns[3])
{
  FzRole role = fz_label_role (label);
  FzPhase phase = fz_label_phase (label);

  columns[0] = role;
  columns[1] = FZ_COLUMN_PHASE + phase;
  columns[2] = FZ_COLUMN_SIGNATURE;
  return role == FZ_ROLE_BYLINE && phase == FZ_PHASE_TEXT ? 3 : 2;
}

static inline void
add_times (double sums[FZ_N_COLUMNS], const double by[FZ_N_COLUMNS], double times)
{
  for (guint c = 0; c < FZ_N_COLUMNS; c++)
    sums[c] += by[c] * times;
}

/* How well labels suit line @i, the best of them 1. */
static void
weigh_line (Chain *chain, guint i)
{
  double columns[FZ_N_COLUMNS] = { 0 }, most = -INFINITY;

  for (guint where = 0; where < FZ_N_WHERES; where++)
    {
      guint line = fz_where (i, chain->n, where);

      for (guint o = 0; line < chain->n && o < chain->page->observed[line].n; o++)
        add_times (columns, chain->weights->seen[where][chain->page->observed[line].seen[o]], chain->shares[chain->page->observed[line].seen[o]]);
    }
  for (guint label = 0; label < FZ_N_LABELS; label++)
    {
      guint of[3], n = columns_of ((FzLabel) label, of);

      chain->line[i][label] = fz_label_exists ((FzLabel) label) ? 0 : -INFINITY;
      for (guint c = 0; c < n; c++)
        chain->line[i][label] += columns[of[c]];
      most = MAX (most, chain->line[i][label]);
    }
  for (guint label = 0; label < FZ_N_LABELS; label++)
    chain->line[i][label] = exp (chain->line[i][label] - most);
}

static void
weigh_moves (Chain *chain)
{
  gboolean known[N_STATES] = { [START] = TRUE };

  memset (chain->moves, 0, sizeof chain->moves);
  for (guint label = 0; label < FZ_N_LABELS; label++)
    if (fz_label_exists ((FzLabel) label))
      known[state_of ((FzLabel) label)] = TRUE;
  for (guint state = 0; state < N_STATES; state++)
    if (known[state])
      {
        chain->reached[chain->n_reached++] = state;
        for (guint label = 0; label < FZ_N_LABELS; label++)
          if (fz_label_exists ((FzLabel) label) && fz_label_stages_before ((FzLabel) label) >> (state / FZ_N_ABOVE) & 1)
            chain->moves[state][label] = exp (chain->weights->after[state % FZ_N_ABOVE][label]);
      }
}

/* So that products of many do not vanish. */
static void
settle (double ways[N_STATES])
{
  double sum = 0;

  for (guint state = 0; state < N_STATES; state++)
    sum += ways[state];
  for (guint state = 0; state < N_STATES; state++)
    ways[state] /= sum;
}

static void
walk_down (Chain *chain)
{
  chain->above[0][START] = 1;
  for (guint i = 0; i < chain->n; i++)
    {
      for (guint s = 0; s < chain->n_reached; s++)
        {
          double way = chain->above[i][chain->reached[s]];

          for (guint label = 0; label < FZ_N_LABELS; label++)
            chain->into[i][label] += way * chain->moves[chain->reached[s]][label];
        }
      for (guint label = 0; label < FZ_N_LABELS; label++)
        chain->above[i + 1][state_of ((FzLabel) label)] += chain->into[i][label] * chain->line[i][label];
      settle (chain->above[i + 1]);
    }
}

static void
walk_up (Chain *chain)
{
  for (guint state = 0; state < N_STATES; state++)
    chain->below[state] = 1;
  for (guint i = chain->n; i-- > 0;)
    {
      for (guint label = 0; label < FZ_N_LABELS; label++)
        chain->out[i][label] = chain->line[i][label] * chain->below[state_of ((FzLabel) label)];
      memset (chain->below, 0, sizeof chain->below);
      for (guint s = 0; s < chain->n_reached; s++)
        for (guint label = 0; label < FZ_N_LABELS; label++)
          chain->below[chain->reached[s]] += chain->moves[chain->reached[s]][label] * chain->out[i][label];
      settle (chain->below);
    }
}

static void
add_to_columns (double columns[FZ_N_COLUMNS], FzLabel label, double by)
{
  guint of[3], n = columns_of (label, of);

  for (guint c = 0; c < n; c++)
    columns[of[c]] += by;
}

/* Lowers each move to line @i by how likely it is, raises the right one, and
 * says by how much each column is to be raised. */
static void
learn_moves (const Chain *chain, guint i, double rate, double columns[FZ_N_COLUMNS])
{
  guint before = i > 0 ? above_of (chain->page->gold[i - 1]) : (guint) FZ_ABOVE_NOTHING;
  double sum = 0;

  for (guint label = 0; label < FZ_N_LABELS; label++)
    sum += chain->into[i][label] * chain->out[i][label];
  for (guint s = 0; s < chain->n_reached; s++)
    {
      double way = rate * chain->above[i][chain->reached[s]] / sum;
      double *after = chain->weights->after[chain->reached[s] % FZ_N_ABOVE];

      for (guint label = 0; label < FZ_N_LABELS; label++)
        after[label] -= way * chain->moves[chain->reached[s]][label] * chain->out[i][label];
    }
  for (guint label = 0; label < FZ_N_LABELS; label++)
    add_to_columns (columns, (FzLabel) label, -rate * chain->into[i][label] * chain->out[i][label] / sum);
  chain->weights->after[before][chain->page->gold[i]] += rate;
  add_to_columns (columns, chain->page->gold[i], rate);
}

static void
learn_line (const Chain *chain, guint i, double rate, double beside)
{
  double columns[FZ_N_COLUMNS] = { 0 };

  learn_moves (chain, i, rate, columns);
  for (guint where = 0; where < FZ_N_WHERES; where++)
    {
      guint line = fz_where (i, chain->n, where);
      double share = where == FZ_WHERE_HERE ? 1 : beside;

      for (guint o = 0; line < chain->n && o < chain->page->observed[line].n; o++)
        if (chain->shares[chain->page->observed[line].seen[o]] > 0)
          add_times (chain->weights->seen[where][chain->page->observed[line].seen[o]], columns, share);
    }
}

static void
hide (Chain *chain, GRand *random)
{
  for (guint o = 0; o < FZ_N_OBSERVATIONS; o++)
    chain->shares[o] = g_rand_double (random) < HIDDEN ? 0 : 1 / (1 - HIDDEN);
}

/* Moves @weights towards those by which the labels of @page are likely. */
void
tune_chain_learn (Sums *weights, const Page *page, double rate, double beside, GRand *random)
{
  guint n = page->lines->lines->len;
  Chain chain = { .page = page, .weights = weights, .n = n };
  g_autofree double *line = g_new0 (double, n * FZ_N_LABELS);
  g_autofree double *above = g_new0 (double, (n + 1) * N_STATES);
  g_autofree double *into = g_new0 (double, n * FZ_N_LABELS);
  g_autofree double *out = g_new0 (double, n * FZ_N_LABELS);

  chain.line = (double (*)[FZ_N_LABELS]) line;
  chain.above = (double (*)[N_STATES]) above;
  chain.into = (double (*)[FZ_N_LABELS]) into;
  chain.out = (double (*)[FZ_N_LABELS]) out;
  hide (&chain, random);
  for (guint i = 0; i < n; i++)
    weigh_line (&chain, i);
  weigh_moves (&chain);
  walk_down (&chain);
  walk_up (&chain);
  for (guint i = 0; i < n; i++)
    learn_line (&chain, i, rate, beside);
}
