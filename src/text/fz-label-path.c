/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-label-path.h"

#include <string.h>

#include "fz-stop.h"
#include "fz-vectors.h"

/* The labels of all lines of a page that together have the most weight.
 *
 * A linear chain (Lafferty, McCallum and Pereira, 2001), decoded by Viterbi's
 * algorithm (1967): the best way to each label of a line follows from the best
 * ways to those of the line above.  Of them only the role and the stage count,
 * so that for each of these the best one is kept.  On the way down only
 * weights are compared; whence they came is asked on the way back, and there
 * of the one label that was chosen.
 *
 * Weights are whole numbers, the best of each line 0 and what counts beside it
 * far within 2²⁴, so that a float holds them exactly; of floats every processor
 * takes the greater of four or eight at once.  What a line has seen is added up in
 * 16 bits, twice as many at once. */

#define IMPOSSIBLE -1e9f

/* A row has a lane for each role of one phase, and a few for those of another that are
 * reached from the same stages: the labels outside articles beside those that open
 * one, and the text of an article that may stand directly below its head beside the
 * head.  Rows have such a length that a processor takes them in whole steps. */
enum {
  LANES = 12,
  MORE = 4,
  ROW = LANES + MORE,
  OUTSIDE_FROM = FZ_ROLE_MASTHEAD,
  BELOW_HEAD_FROM = FZ_ROLE_BODY,
};

G_STATIC_ASSERT ((int) FZ_N_ROLES <= (int) LANES && (int) LANES <= (int) FZ_N_COLUMNS && (int) FZ_ABOVE_OUTSIDE == (int) FZ_N_ROLES);
G_STATIC_ASSERT (OUTSIDE_FROM % 4 == 0 && BELOW_HEAD_FROM % 4 == 0);
G_STATIC_ASSERT (FZ_OBSERVED_MAX * FZ_ROLE_WEIGHT_MAX <= G_MAXINT16);

typedef float Four __attribute__ ((vector_size (16)));
typedef gint16 Columns __attribute__ ((vector_size (2 * FZ_N_COLUMNS), aligned (2), may_alias));

#define LANE_FOURS (LANES / 4)

/* What may have been come to above a line: anything, the head or the text of an
 * article. */
typedef enum { FROM_ANY, FROM_HEAD, FROM_TEXT, N_FROMS } From;

/* The best ways to what may stand above the next line: by stage and role, or
 * something outside any article, or nothing.  By which of two labels each was
 * come to: of the role in the head, or of running text, whether it opens. */
typedef struct {
  float   head[LANES], text[LANES];
  float   outside, nothing;
  gint32  opens[LANES];
  FzLabel label_outside;
} Ways;

/* To a label from what stands above. */
typedef struct {
  float weights[N_FROMS][FZ_N_ABOVE][ROW];
} Moves;

/* What the observations of one line speak for, in that line and in those beside it. */
typedef struct {
  Columns columns[FZ_N_WHERES];
} Spoken;

typedef struct {
  const FzObserved    *observed;
  guint                n;
  const FzRoleWeights *weights;
  FzLabelPrice         price;
  gpointer             user_data;
  const Moves         *moves;
  Spoken               spoken[FZ_N_WHERES]; /* of the line at hand, and of those beside it */
} Search;

/* The lane of @label in the rows @from, -1 where it is not reached from there; from
 * anything those are reached that all stages may come before. */
static int
lane_of (FzLabel label, From from)
{
  const guint head = 1u << FZ_STAGE_HEAD, text = 1u << FZ_STAGE_TEXT;
  int role = (int) fz_label_role (label);
  guint before = fz_label_stages_before (label);
  gboolean any = (before >> FZ_STAGE_OUTSIDE & 1) != 0;

  if (!fz_label_exists (label) || any != (from == FROM_ANY))
    return -1;
  if (fz_label_phase (label) == FZ_PHASE_OUTSIDE)
    return LANES + role - OUTSIDE_FROM;
  if (from == FROM_HEAD && fz_label_phase (label) == FZ_PHASE_TEXT)
    return before & head ? LANES + role - BELOW_HEAD_FROM : -1;

  return any || (before & (from == FROM_HEAD ? head : text)) ? role : -1;
}

static void
moves_init (Moves *self, const FzRoleWeights *weights)
{
  for (guint from = 0; from < N_FROMS; from++)
    for (guint above = 0; above < FZ_N_ABOVE; above++)
      for (guint lane = 0; lane < ROW; lane++)
        self->weights[from][above][lane] = IMPOSSIBLE;
  for (guint label = 0; label < FZ_N_LABELS; label++)
    for (guint from = 0; from < N_FROMS; from++)
      {
        int lane = lane_of ((FzLabel) label, from);

        g_assert (lane < ROW);
        for (guint above = 0; lane >= 0 && above < FZ_N_ABOVE; above++)
          self->weights[from][above][lane] = weights->after[above][label];
      }
}

/* Those of the weights that are built in are the same for every page. */
static const Moves *
usual_moves (void)
{
  static Moves moves;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      moves_init (&moves, &fz_role_weights);
      g_once_init_leave (&ready, 1);
    }

  return &moves;
}

/* Adds up what the observations of one line speak for; there are not so many that a
 * sum has no room in 16 bits. */
FZ_VECTORS static void
add_up (const FzObserved *observed, const FzRoleWeights *weights, Spoken *spoken)
{
  Columns here = { 0 }, above = { 0 }, below = { 0 };

  for (guint o = 0; o < observed->n; o++)
    {
      const guint seen = observed->seen[o];

      here += *(const Columns *) weights->seen[FZ_WHERE_HERE][seen];
      above += *(const Columns *) weights->seen[FZ_WHERE_ABOVE][seen];
      below += *(const Columns *) weights->seen[FZ_WHERE_BELOW][seen];
    }
  *spoken = (Spoken) { { [FZ_WHERE_HERE] = here, [FZ_WHERE_ABOVE] = above, [FZ_WHERE_BELOW] = below } };
}

/* Takes the line at @i for the one at hand, behind the one above it. */
static void
move_to (Search *search, guint i)
{
  Spoken *spoken = search->spoken;

  spoken[FZ_WHERE_ABOVE] = spoken[FZ_WHERE_HERE];
  spoken[FZ_WHERE_HERE] = spoken[FZ_WHERE_BELOW];
  if (i + 1 < search->n)
    add_up (&search->observed[i + 1], search->weights, &spoken[FZ_WHERE_BELOW]);
  else
    spoken[FZ_WHERE_BELOW] = (Spoken) { 0 };
}

/* What the line at hand and those beside it speak for. */
static inline void
sum_columns (const Search *search, float *seen)
{
  gint16 columns[FZ_N_WHERES][FZ_N_COLUMNS];

  for (guint where = 0; where < FZ_N_WHERES; where++)
    memcpy (columns[where], &search->spoken[where].columns[where], sizeof columns[where]);
  for (guint column = 0; column < FZ_N_COLUMNS; column++)
    seen[column] = (float) (columns[FZ_WHERE_HERE][column] + columns[FZ_WHERE_ABOVE][column] + columns[FZ_WHERE_BELOW][column]);
}

static inline Four
greater (Four a, Four b)
{
#ifdef __SSE__
  return __builtin_ia32_maxps (a, b);
#else
  for (guint i = 0; i < 4; i++)
    a[i] = MAX (a[i], b[i]);
  return a;
#endif
}

static inline Four
four_of (float a)
{
  return (Four) { a, a, a, a };
}

/* The best ways to a row of labels from @n things that may stand above. */
static inline void
go_on (const float *ways, guint n, const float moves[][ROW], float *best)
{
  float row[ROW];

  for (guint lane = 0; lane < ROW; lane++)
    row[lane] = IMPOSSIBLE;
#pragma GCC unroll 16
  for (guint above = 0; above < n; above++)
    for (guint lane = 0; lane < ROW; lane++)
      {
        float way = moves[above][lane] + ways[above];

        row[lane] = MAX (row[lane], way);
      }
  memcpy (best, row, sizeof row);
}

/* What the best way to each label weighs before the line itself does. */
FZ_VECTORS static void
find_best (const Moves *moves, const Ways *above, float best[FZ_N_PHASES][LANES])
{
  float any[LANES + 1], from_any[ROW], from_head[ROW], from_text[ROW];

  for (guint role = 0; role < LANES; role++)
    any[role] = MAX (above->head[role], above->text[role]);
  any[FZ_ABOVE_OUTSIDE] = above->outside;
  any[FZ_ABOVE_NOTHING] = above->nothing;
  go_on (any, FZ_N_ABOVE, moves->weights[FROM_ANY], from_any);
  go_on (above->head, FZ_N_ROLES, moves->weights[FROM_HEAD], from_head);
  go_on (above->text, FZ_N_ROLES, moves->weights[FROM_TEXT], from_text);
  memcpy (best[FZ_PHASE_OPENS], from_any, LANES * sizeof (float));
  memcpy (best[FZ_PHASE_HEAD], from_head, LANES * sizeof (float));
  memcpy (best[FZ_PHASE_TEXT], from_text, LANES * sizeof (float));
  for (guint lane = 0; lane < LANES; lane++)
    best[FZ_PHASE_OUTSIDE][lane] = IMPOSSIBLE;
  for (guint lane = 0; lane < MORE; lane++)
    {
      best[FZ_PHASE_OUTSIDE][OUTSIDE_FROM + lane] = from_any[LANES + lane];
      best[FZ_PHASE_TEXT][BELOW_HEAD_FROM + lane] = MAX (from_text[BELOW_HEAD_FROM + lane], from_head[LANES + lane]);
    }
}

/* Adds what speaks for each label of the line at @i beside its evidence. */
static void
add_prices (const Search *search, guint i, float best[FZ_N_PHASES][LANES])
{
  for (guint n = 0; n < FZ_N_LABELS; n++)
    {
      FzLabel label = (FzLabel) n;

      best[fz_label_phase (label)][fz_label_role (label)] += (float) search->price (i, label, search->user_data);
    }
}

/* Adds what the line at hand itself weighs. */
static void
add_line (const Search *search, Four best[FZ_N_PHASES][LANE_FOURS])
{
  float seen[FZ_N_COLUMNS];
  Four roles[LANE_FOURS];

  sum_columns (search, seen);
  memcpy (roles, seen, sizeof roles);
  for (guint phase = 0; phase < FZ_N_PHASES; phase++)
    for (guint n = 0; n < LANE_FOURS; n++)
      best[phase][n] += roles[n] + four_of (seen[FZ_COLUMN_PHASE + phase]);
  best[FZ_PHASE_TEXT][FZ_ROLE_BYLINE / 4][FZ_ROLE_BYLINE % 4] += seen[FZ_COLUMN_SIGNATURE];
}

/* The best way weighs 0: weights never run far from it, however long the page is.
 * What is impossible stays so. */
static void
settle (Ways *ways)
{
  Four most = four_of (MAX (ways->outside, IMPOSSIBLE)), states[2 * LANE_FOURS];

  memcpy (states, ways->head, sizeof states);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    most = greater (most, states[i]);
  most = four_of (MAX (MAX (most[0], most[1]), MAX (most[2], most[3])));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    states[i] = greater (states[i], four_of (IMPOSSIBLE)) - most;
  memcpy (ways->head, states, sizeof states);
  ways->outside = MAX (ways->outside, IMPOSSIBLE) - most[0];
  ways->nothing = IMPOSSIBLE;
}

/* Of each role the better label: the one that opens an article or, behind such a line,
 * the one in its head; of running text the one in its text. */
static inline void
choose (const float best[FZ_N_PHASES][LANES], Ways *ways)
{
  const float *opens = best[FZ_PHASE_OPENS], *head = best[FZ_PHASE_HEAD], *text = best[FZ_PHASE_TEXT];

  for (guint role = 0; role < LANES; role++)
    ways->opens[role] = opens[role] >= head[role];
  for (guint role = 0; role < LANES; role++)
    ways->head[role] = MAX (opens[role], head[role]);
  memcpy (ways->text, text, sizeof ways->text);
  ways->opens[FZ_ROLE_BODY] = opens[FZ_ROLE_BODY] >= text[FZ_ROLE_BODY];
  ways->head[FZ_ROLE_BODY] = IMPOSSIBLE;
  ways->text[FZ_ROLE_BODY] = MAX (opens[FZ_ROLE_BODY], text[FZ_ROLE_BODY]);
}

static inline void
choose_outside (const float *best, Ways *ways)
{
  ways->outside = IMPOSSIBLE;
  ways->label_outside = 0;
  for (guint role = OUTSIDE_FROM; role < FZ_N_ROLES; role++)
    if (best[role] > ways->outside)
      {
        ways->outside = best[role];
        ways->label_outside = fz_label (role, FZ_PHASE_OUTSIDE);
      }
}

/* Takes the line at hand, the one at @i: from the ways to the line above to those to it. */
static void
step (const Search *search, guint i, const Ways *above, Ways *ways)
{
  Four fours[FZ_N_PHASES][LANE_FOURS];
  float best[FZ_N_PHASES][LANES];

  find_best (search->moves, above, best);
  memcpy (fours, best, sizeof fours);
  add_line (search, fours);
  memcpy (best, fours, sizeof best);
  if (search->price != NULL)
    add_prices (search, i, best);
  choose (best, ways);
  choose_outside (best[FZ_PHASE_OUTSIDE], ways);
  settle (ways);
}

/* The label by which the way to @role in @stage came there. */
static FzLabel
label_of (const Ways *ways, FzStage stage, guint role)
{
  gboolean either = stage == FZ_STAGE_HEAD || role == FZ_ROLE_BODY;

  if (either && ways->opens[role])
    return fz_label (role, FZ_PHASE_OPENS);
  return fz_label (role, stage == FZ_STAGE_HEAD ? FZ_PHASE_HEAD : FZ_PHASE_TEXT);
}

/* Of two ways of one weight the one from the earlier stage, and there from the earlier
 * role, is taken. */
static void
take_better (const Ways *ways, FzStage stage, const Search *search, const FzLabel *below, float *most, FzLabel *label)
{
  const float *weights = stage == FZ_STAGE_HEAD ? ways->head : ways->text;
  guint best = FZ_N_ROLES;

  for (guint role = 0; role < FZ_N_ROLES; role++)
    {
      float weight = weights[role] + (below != NULL ? search->weights->after[role][*below] : 0);

      if (weight > *most)
        {
          *most = weight;
          best = role;
        }
    }
  if (best < FZ_N_ROLES)
    *label = label_of (ways, stage, best);
}

/* The label from which @below is best reached, or with %NULL the best of all. */
static FzLabel
label_before (const Search *search, const Ways *ways, const FzLabel *below)
{
  guint stages = below != NULL ? fz_label_stages_before (*below) : ~0u;
  float most = 2 * IMPOSSIBLE, outside = ways->outside;
  FzLabel label = ways->label_outside;

  if (below != NULL)
    outside += search->weights->after[FZ_ABOVE_OUTSIDE][*below];
  if (stages >> FZ_STAGE_HEAD & 1)
    take_better (ways, FZ_STAGE_HEAD, search, below, &most, &label);
  if (stages >> FZ_STAGE_TEXT & 1)
    take_better (ways, FZ_STAGE_TEXT, search, below, &most, &label);

  return (stages >> FZ_STAGE_OUTSIDE & 1) && outside > most ? ways->label_outside : label;
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
 * memory linear in the lines.  Where it is asked to stop, the labels are any.
 */
void
fz_label_path_search (const FzObserved *observed, guint n, const FzRoleWeights *weights,
                      FzLabelPrice price, gpointer user_data, FzLabel *path)
{
  Search search = { .observed = observed, .n = n, .weights = weights, .price = price, .user_data = user_data };
  g_autofree Ways *ways = g_new (Ways, (gsize) n + 1);
  Moves own;

  if (n == 0)
    return;
  search.moves = weights == &fz_role_weights ? usual_moves () : &own;
  if (search.moves == &own)
    moves_init (&own, weights);
  for (guint role = 0; role < LANES; role++)
    ways[0].head[role] = ways[0].text[role] = IMPOSSIBLE;
  ways[0].outside = IMPOSSIBLE;
  ways[0].nothing = 0;
  memset (path, 0, n * sizeof *path);
  add_up (&observed[0], weights, &search.spoken[FZ_WHERE_BELOW]);
  for (guint i = 0; i < n; i++)
    {
      move_to (&search, i);
      step (&search, i, &ways[i], &ways[i + 1]);
      if (fz_stop_asked_after (sizeof ways[i]))
        return;
    }
  path[n - 1] = label_before (&search, &ways[n], NULL);
  for (guint i = n - 1; i > 0; i--)
    path[i - 1] = label_before (&search, &ways[i], &path[i]);
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
