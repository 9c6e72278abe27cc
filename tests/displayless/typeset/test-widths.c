/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

static void
assert_amount (const char *text, double measure, FzSetting setting, FzSetRule rule, guint at, double expected)
{
  g_auto (SetText) set = { 0 };

  set_text_simple (&set, text, &setting, measure);
  g_test_message ("%s: %s at %u", text, fz_set_rule_name (rule), at);
  assert_near (set_amount (&set, rule, at), expected);
}

static void
assert_nowhere (const char *text, double measure, FzSetting setting, FzSetRule rule)
{
  g_auto (SetText) set = { 0 };

  set_text_simple (&set, text, &setting, measure);
  g_test_message ("%s: no %s", text, fz_set_rule_name (rule));
  g_assert_cmpuint (set_count (&set, rule), ==, 0);
}

/* Two marks side by side, which rule takes half an em, from which of them. */
static void
test_adjacent (void)
{
  static const struct {
    const char *text;
    FzSetRule   rule;
    guint       at;
  } pairs[] = {
    { "春》（夏", FZ_RULE_CLOSE_BEFORE_OPEN, 1 },
    { "春，“夏", FZ_RULE_CLOSE_BEFORE_OPEN, 1 },
    { "春。《夏", FZ_RULE_CLOSE_BEFORE_OPEN, 1 },
    { "春》”夏", FZ_RULE_CLOSE_BEFORE_CLOSE, 1 },
    { "春”，夏", FZ_RULE_CLOSE_BEFORE_CLOSE, 1 },
    { "春）。夏", FZ_RULE_CLOSE_BEFORE_CLOSE, 1 },
    { "春。”夏", FZ_RULE_CLOSE_BEFORE_CLOSE, 1 },
    { "春》・夏", FZ_RULE_CLOSE_BEFORE_MIDDLE, 1 },
    { "春？！夏", FZ_RULE_STOP_BEFORE_STOP, 1 },
    { "春“《夏", FZ_RULE_OPEN_AFTER_OPEN, 2 },
    { "春・《夏", FZ_RULE_OPEN_AFTER_MIDDLE, 2 },
  };
  FzSetting without = set_setting ();

  without.compress = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      assert_amount (pairs[i].text, 20, set_setting (), pairs[i].rule, pairs[i].at, -.5);
      assert_nowhere (pairs[i].text, 20, without, pairs[i].rule);
    }
  assert_nowhere ("春》夏（秋", 20, set_setting (), FZ_RULE_CLOSE_BEFORE_OPEN);
  assert_nowhere ("春（”夏", 20, set_setting (), FZ_RULE_CLOSE_BEFORE_CLOSE);
}

static void
test_line_start_half (void)
{
  FzSetting ragged = set_setting ();

  ragged.justify = FALSE;
  assert_amount ("春夏秋冬（东南", 4, ragged, FZ_RULE_LINE_START_HALF, 4, -.5);
  assert_nowhere ("春夏秋（东南西）北", 20, set_setting (), FZ_RULE_LINE_START_HALF);
}

static void
test_line_end_half (void)
{
  assert_amount ("春夏秋冬东南西，山水风云日", 7.5, set_setting (), FZ_RULE_LINE_END_HALF, 7, -.5);
  assert_amount ("春夏秋冬东南西”山水风云日", 7.5, set_setting (), FZ_RULE_LINE_END_HALF, 7, -.5);
  assert_nowhere ("春夏，秋冬东南西北山水风云", 8, set_setting (), FZ_RULE_LINE_END_HALF);
  /* —— has no empty half. */
  assert_nowhere ("春夏秋冬东南西——", 20, set_setting (), FZ_RULE_LINE_END_HALF);
}

static void
test_hang (void)
{
  FzSetting hanging = set_setting ();
  g_auto (SetText) set = { 0 };
  g_autofree char *line = NULL;

  hanging.hang = TRUE;
  set_text_simple (&set, "春夏秋冬东南西，山水风云日", &hanging, 7);
  line = set_line_text (&set, 0);
  g_assert_cmpstr (line, ==, "春夏秋冬东南西，");
  g_assert_cmpint (set_line (&set, 0)->width, ==, set_line (&set, 0)->measure);
  assert_near (set_amount (&set, FZ_RULE_HANG, 7), -1);
  /* Only stops and commas hang. */
  assert_nowhere ("春夏秋冬东南西）山水风云日", 7.5, hanging, FZ_RULE_HANG);
  assert_nowhere ("春夏秋冬东南西，山水风云日", 7.5, set_setting (), FZ_RULE_HANG);
}

static void
test_gap (void)
{
  FzSetting without = set_setting (), ragged = set_setting ();

  assert_amount ("春GDP夏", 20, set_setting (), FZ_RULE_GAP, 0, .25);
  assert_amount ("春GDP夏", 20, set_setting (), FZ_RULE_GAP, 3, .25);
  assert_amount ("春12%夏", 20, set_setting (), FZ_RULE_GAP, 3, .25);
  without.gap = FALSE;
  assert_nowhere ("春GDP夏", 20, without, FZ_RULE_GAP);
  assert_nowhere ("春，GDP。夏", 20, set_setting (), FZ_RULE_GAP);
  assert_nowhere ("春 GDP 夏", 20, set_setting (), FZ_RULE_GAP);
  assert_nowhere ("春１２夏", 20, set_setting (), FZ_RULE_GAP);
  /* None at the edges of lines. */
  ragged.justify = FALSE;
  assert_nowhere ("春夏秋冬AnjiTea东南西北", 4, ragged, FZ_RULE_GAP);
}

/* A half-width mark beside Chinese is an em wide, and stays what it is in the text. */
static void
assert_shown (const char *text, guint at, gboolean full)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };
  g_autoptr (GArray) adjustments = NULL, positions = NULL;
  g_autofree char *line = NULL;
  gint64 advance;

  setting.compress = setting.gap = FALSE;
  set_text_simple (&set, text, &setting, 40);
  adjustments = fz_set_line_adjust (set.paragraph, set_line (&set, 0));
  positions = fz_set_line_positions (set.paragraph, set_line (&set, 0), adjustments);
  advance = g_array_index (positions, gint64, at + 1) - g_array_index (positions, gint64, at);
  g_test_message ("%s at %u", text, at);
  g_assert_cmpint (advance >= fz_paragraph_get_em (set.paragraph) * 9 / 10, ==, full);
  line = set_line_text (&set, 0);
  g_assert_cmpstr (line, ==, text);
}

static void
test_full_width (void)
{
  FzSetting without = set_setting ();

  assert_shown ("春,夏", 1, TRUE);
  assert_shown ("春;夏:秋?冬!", 1, TRUE);
  assert_shown ("春;夏:秋?冬!", 3, TRUE);
  assert_shown ("春;夏:秋?冬!", 5, TRUE);
  assert_shown ("春;夏:秋?冬!", 7, TRUE);
  assert_shown ("GDP,春", 3, TRUE);
  assert_shown ("春5%,夏", 3, TRUE);
  assert_shown ("春(GDP)夏", 1, TRUE);
  assert_shown ("春(GDP)夏", 5, TRUE);
  assert_shown ("GDP(春)", 3, TRUE);
  assert_shown ("GDP(春夏GDP)", 9, TRUE);
  assert_shown ("春),夏", 2, TRUE);
  assert_shown ("春8:30夏", 2, FALSE);
  assert_shown ("春1,234夏", 2, FALSE);
  assert_shown ("春North, wind夏", 6, FALSE);
  assert_shown ("春http://a.cn", 5, FALSE);
  assert_shown ("春f(x) a夏", 2, FALSE);
  without.full_width = FALSE;
  assert_nowhere ("春,夏", 20, without, FZ_RULE_FULL_WIDTH);
  assert_amount ("春,“夏", 20, set_setting (), FZ_RULE_CLOSE_BEFORE_OPEN, 1, -.5);
}

static void
test_indent (void)
{
  FzSetting setting = FZ_SETTING_DEFAULT;

  assert_amount ("春夏秋冬东南西北", 20, setting, FZ_RULE_INDENT, 0, 2);
  assert_nowhere ("春夏秋冬东南西北", 20, set_setting (), FZ_RULE_INDENT);
  /* The two spaces that a text brings are the indent. */
  assert_amount ("　　春夏秋冬东南西北", 20, setting, FZ_RULE_LINE_START_SPACE, 1, -1);
  assert_nowhere ("　　春夏秋冬东南西北", 20, set_setting (), FZ_RULE_LINE_START_SPACE);
}

static void
test_line_end_space (void)
{
  g_auto (SetText) set = { 0 };
  FzSetting setting = set_setting ();

  set_text_simple (&set, "North wind blows", &setting, 5);
  g_assert_cmpfloat (set_amount (&set, FZ_RULE_LINE_END_SPACE, 10), <, 0);
  assert_nowhere ("North wind", 20, setting, FZ_RULE_LINE_END_SPACE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/widths/adjacent", test_adjacent);
  g_test_add_func ("/typeset/widths/line-start-half", test_line_start_half);
  g_test_add_func ("/typeset/widths/line-end-half", test_line_end_half);
  g_test_add_func ("/typeset/widths/hang", test_hang);
  g_test_add_func ("/typeset/widths/gap", test_gap);
  g_test_add_func ("/typeset/widths/full-width", test_full_width);
  g_test_add_func ("/typeset/widths/indent", test_indent);
  g_test_add_func ("/typeset/widths/line-end-space", test_line_end_space);
  return g_test_run ();
}
