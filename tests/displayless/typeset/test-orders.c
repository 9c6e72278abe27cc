/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

/* The orders in which a line gives way and grows: CLREQ's lists, 6.2.2. */

typedef struct {
  double    amount;
  FzSetRule rule;
} Step;

static double
natural (const char *family, const char *text)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };

  set_text_init (&set, family, "zh-cn", text, strlen (text), &setting, 60, FZ_BREAKING_OPTIMAL);
  g_assert_cmpuint (set.lines->len, ==, 1);
  return (double) set_line (&set, 0)->natural / fz_paragraph_get_em (set.paragraph);
}

static double
total (const SetText *set, const FzSetLine *line, FzSetRule rule)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, line);
  double sum = 0;

  for (guint i = 0; i < adjustments->len; i++)
    if (g_array_index (adjustments, FzAdjustment, i).rule == rule)
      sum += g_array_index (adjustments, FzAdjustment, i).amount;
  return sum / fz_paragraph_get_em (set->paragraph);
}

/* The texts end with a word that would leave its line far too wide by going to the
 * next one. */

/* The first line of @text at @measure is changed by @need ems: each step takes what it
 * can before the next takes any. */
static void
assert_steps (const char *family, const char *text, double measure, double need, const Step *steps, guint n)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };

  set_text_init (&set, family, "zh-cn", text, strlen (text), &setting, measure, FZ_BREAKING_OPTIMAL);
  for (guint i = 0; i < n; i++)
    {
      double part = MIN (need, steps[i].amount);

      g_test_message ("%s: %s %g", text, fz_set_rule_name (steps[i].rule), part);
      assert_near (ABS (total (&set, set_line (&set, 0), steps[i].rule)), part);
      need -= part;
    }
}

static void
test_reduce (void)
{
  const char *text = "春GDP夏（东）秋，冬。西南Internationalization";
  static const Step steps[] = {
    { 1, FZ_RULE_REDUCE_BRACKET }, { .5, FZ_RULE_REDUCE_PAUSE }, { 3 / 8., FZ_RULE_REDUCE_GAP }, { .5, FZ_RULE_REDUCE_STOP },
  };

  for (double need = .1; need < 2.2; need += .3)
    assert_steps (SET_FAMILY, text, natural (SET_FAMILY, text) - need, need, steps, G_N_ELEMENTS (steps));
}

static void
test_reduce_middle (void)
{
  const char *text = "春夏・秋（冬）东Internationalization";
  static const Step steps[] = { { .5, FZ_RULE_REDUCE_MIDDLE }, { 1, FZ_RULE_REDUCE_BRACKET } };

  for (double need = .2; need < 1.4; need += .3)
    assert_steps (SET_FAMILY, text, natural (SET_FAMILY, text) - need, need, steps, G_N_ELEMENTS (steps));
}

/* A word space is no narrower than a quarter em; DejaVu's is wider than that. */
static void
test_reduce_space (void)
{
  const char *family = "DejaVu Sans, Noto Serif CJK SC", *text = "GDP of Anji（夏）秋冬Internationalization";
  double space = natural (family, "a a") - natural (family, "aa");
  Step steps[] = { { 2 * (space - .25), FZ_RULE_REDUCE_SPACE }, { 1, FZ_RULE_REDUCE_BRACKET } };

  g_assert_cmpfloat (space, >, .26);
  for (double need = .05; need < .5; need += .1)
    assert_steps (family, text, natural (family, text) - need, need, steps, G_N_ELEMENTS (steps));
}

/* A stop at the end of a line gives a quarter em more where else a line would be loose: not
 * where there is another line within bounds, and not where it stands in the middle of its
 * em. */
static void
test_reduce_edge (void)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) edge = { 0 };
  g_auto (SetText) loose = { 0 };
  g_auto (SetText) other = { 0 };
  g_auto (SetText) centred = { 0 };

  set_text_simple (&edge, "春夏秋冬东南西。", &setting, 7.3);
  g_assert_cmpuint (edge.lines->len, ==, 1);
  assert_near (set_amount (&edge, FZ_RULE_REDUCE_EDGE, 7), -.2);
  assert_near (set_amount (&edge, FZ_RULE_LINE_END_HALF, 7), -.5);
  set_text_simple (&loose, "春夏秋冬东南西。", &setting, 7.2);
  g_assert_cmpuint (set_count (&loose, FZ_RULE_REDUCE_EDGE), ==, 0);
  g_assert_true (set_line (&loose, 0)->loose);
  set_text_simple (&other, "春夏秋冬东南西北山水风云日月星辰雷电雨雪。春夏秋冬东南西北", &setting, 20.3);
  g_assert_cmpuint (set_count (&other, FZ_RULE_REDUCE_EDGE), ==, 0);
  set_text_init (&centred, "Noto Serif CJK TC", "zh-tw", "春夏秋冬東南西。", strlen ("春夏秋冬東南西。"), &setting, 7.3,
                 FZ_BREAKING_OPTIMAL);
  g_assert_cmpuint (set_count (&centred, FZ_RULE_REDUCE_EDGE), ==, 0);
}

/* What follows cannot come into the line, so that it has to grow. */
static void
test_expand (void)
{
  const char *start = "春夏GDP of秋冬东南西北", *text = "春夏GDP of秋冬东南西北Internationalization";
  double space = natural (SET_FAMILY, "a a") - natural (SET_FAMILY, "aa");
  Step steps[] = {
    { 3 / 8. - space, FZ_RULE_EXPAND_SPACE }, { 2 / 12., FZ_RULE_EXPAND_GAP }, { 6 / 8., FZ_RULE_EXPAND_HAN },
    { G_MAXDOUBLE, FZ_RULE_EXPAND_BEYOND },
  };

  for (double need = .1; need < 1.6; need += .1)
    assert_steps (SET_FAMILY, text, natural (SET_FAMILY, start) + need, need, steps, G_N_ELEMENTS (steps));
}

/* Beyond bounds only where no line within them is, and told. */
static void
test_loose (void)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) loose = { 0 };
  g_auto (SetText) even = { 0 };

  set_text_simple (&loose, "春夏秋Internationalization", &setting, 10);
  g_assert_true (set_line (&loose, 0)->loose);
  g_assert_cmpint (set_line (&loose, 0)->width, ==, set_line (&loose, 0)->measure);
  g_assert_cmpuint (set_count (&loose, FZ_RULE_EXPAND_BEYOND), >, 0);
  set_text_simple (&even, "春夏秋冬东南西北山水风云", &setting, 10);
  g_assert_false (set_line (&even, 0)->loose);
  g_assert_cmpuint (set_count (&even, FZ_RULE_EXPAND_BEYOND), ==, 0);
}

/* A ragged line is as long as it is. */
static void
test_ragged (void)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };

  setting.justify = FALSE;
  set_text_simple (&set, "春夏秋Internationalization", &setting, 10);
  assert_near ((double) set_line (&set, 0)->width / fz_paragraph_get_em (set.paragraph), 3);
  g_assert_cmpuint (set_count (&set, FZ_RULE_EXPAND_HAN), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/orders/reduce", test_reduce);
  g_test_add_func ("/typeset/orders/reduce-middle", test_reduce_middle);
  g_test_add_func ("/typeset/orders/reduce-space", test_reduce_space);
  g_test_add_func ("/typeset/orders/reduce-edge", test_reduce_edge);
  g_test_add_func ("/typeset/orders/expand", test_expand);
  g_test_add_func ("/typeset/orders/loose", test_loose);
  g_test_add_func ("/typeset/orders/ragged", test_ragged);
  return g_test_run ();
}
