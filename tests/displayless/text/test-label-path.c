/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-columns.h"
#include "fz-kinds.h"
#include "fz-label-path.h"

#include <string.h>

/* The search for the labels of a page against all ways that there are. */

#define MANY G_MAXINT16

static const FzPlaces nowhere;

static FzLines *
read_lines (const char *text)
{
  FzLines *lines = fz_lines_new (text, strlen (text));

  fz_columns_mark (lines);
  fz_kinds_mark (lines);
  return lines;
}

static guint
above_of (const FzLabel *path, guint i)
{
  if (i == 0)
    return FZ_ABOVE_NOTHING;
  return fz_label_phase (path[i - 1]) == FZ_PHASE_OUTSIDE ? (guint) FZ_ABOVE_OUTSIDE : (guint) fz_label_role (path[i - 1]);
}

static gboolean
may_follow (const FzLabel *path, guint i)
{
  FzStage before = i == 0 ? FZ_STAGE_OUTSIDE : fz_label_stage (path[i - 1]);

  return fz_label_exists (path[i]) && (fz_label_stages_before (path[i]) >> before & 1);
}

static int
weigh_seen (const gint16 seen[][FZ_N_COLUMNS], const FzObserved *observed, FzLabel label)
{
  FzRole role = fz_label_role (label);
  FzPhase phase = fz_label_phase (label);
  int sum = 0;

  for (guint o = 0; o < observed->n; o++)
    {
      sum += seen[observed->seen[o]][role] + seen[observed->seen[o]][FZ_COLUMN_PHASE + phase];
      if (role == FZ_ROLE_BYLINE && phase == FZ_PHASE_TEXT)
        sum += seen[observed->seen[o]][FZ_COLUMN_SIGNATURE];
    }
  return sum;
}

static int
weigh (const FzLines *lines, const FzRoleWeights *weights, const FzLabel *path)
{
  g_autofree FzObserved *observed = fz_observe (lines, &nowhere);
  guint n = lines->lines->len;
  int sum = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += weights->after[above_of (path, i)][path[i]] + weigh_seen (weights->seen[FZ_WHERE_HERE], &observed[i], path[i]);
      if (i > 0)
        sum += weigh_seen (weights->seen[FZ_WHERE_ABOVE], &observed[i - 1], path[i]);
      if (i + 1 < n)
        sum += weigh_seen (weights->seen[FZ_WHERE_BELOW], &observed[i + 1], path[i]);
    }
  return sum;
}

/* The most that any way weighs whose labels up to @i are those of @path. */
static int
most (const FzLines *lines, const FzRoleWeights *weights, FzLabel *path, guint i)
{
  int best = G_MININT;

  if (i == lines->lines->len)
    return weigh (lines, weights, path);
  for (guint label = 0; label < FZ_N_LABELS; label++)
    {
      path[i] = (FzLabel) label;
      if (may_follow (path, i))
        best = MAX (best, most (lines, weights, path, i + 1));
    }
  return best;
}

static void
fill (FzRoleWeights *weights, GRand *random)
{
  for (guint where = 0; where < FZ_N_WHERES; where++)
    for (guint i = 0; i < FZ_N_OBSERVATIONS; i++)
      for (guint c = 0; c < FZ_N_COLUMNS; c++)
        weights->seen[where][i][c] = (gint16) g_rand_int_range (random, -50, 50);
  for (guint i = 0; i < FZ_N_ABOVE; i++)
    for (guint c = 0; c < FZ_N_LABELS; c++)
      weights->after[i][c] = (gint16) g_rand_int_range (random, -200, 200);
}

static void
test_best (void)
{
  g_autoptr (FzLines) lines = read_lines ("茶香飘万家\n\n本报讯 茶农笑了。\n\n周既望 摄\n");
  g_autofree FzRoleWeights *weights = g_new (FzRoleWeights, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3; round++)
    {
      FzLabel found[3], any[3];

      fill (weights, random);
      fz_label_path_find (lines, &nowhere, weights, NULL, NULL, found);
      for (guint i = 0; i < lines->lines->len; i++)
        g_assert_true (may_follow (found, i));
      g_assert_cmpint (weigh (lines, weights, found), ==, most (lines, weights, any, 0));
    }
}

static int
only_jumps (guint i, FzLabel label, gpointer user_data)
{
  return fz_label_role (label) == FZ_ROLE_JUMP ? MANY * 8 : 0;
}

/* A price outweighs the evidence. */
static void
test_price (void)
{
  g_autoptr (FzLines) lines = read_lines ("茶香飘万家\n\n本报讯 茶农笑了。\n");
  FzLabel path[2];

  fz_label_path_find (lines, &nowhere, &fz_role_weights, only_jumps, NULL, path);
  g_assert_cmpint (fz_label_role (path[0]), ==, FZ_ROLE_JUMP);
  g_assert_cmpint (fz_label_role (path[1]), ==, FZ_ROLE_JUMP);
}

/* No headline stands outside an article, no heading opens one. */
static void
test_labels (void)
{
  g_assert_true (fz_label_exists (fz_label (FZ_ROLE_TITLE, FZ_PHASE_OPENS)));
  g_assert_false (fz_label_exists (fz_label (FZ_ROLE_TITLE, FZ_PHASE_OUTSIDE)));
  g_assert_false (fz_label_exists (fz_label (FZ_ROLE_HEADING, FZ_PHASE_OPENS)));
  g_assert_false (fz_label_exists (fz_label (FZ_ROLE_BODY, FZ_PHASE_HEAD)));
  g_assert_cmpint (fz_label_stage (fz_label (FZ_ROLE_BODY, FZ_PHASE_OPENS)), ==, FZ_STAGE_TEXT);
  g_assert_cmpint (fz_label_stages_before (fz_label (FZ_ROLE_CAPTION, FZ_PHASE_HEAD)), ==, 1 << FZ_STAGE_HEAD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/label-path/best", test_best);
  g_test_add_func ("/text/label-path/price", test_price);
  g_test_add_func ("/text/label-path/labels", test_labels);
  return g_test_run ();
}
