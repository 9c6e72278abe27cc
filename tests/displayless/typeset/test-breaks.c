/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

#define NEVER (FZ_PROHIBIT_STRICT + 1)

/* A mark, and the first level at which it may not start or end a line: CLREQ's four
 * levels, GB/T 15834—2011, 5.1. */
static const struct {
  const char *marks;
  int         start;
  int         end;
} barred[] = {
  { "，。、；：？！", FZ_PROHIBIT_BASIC, NEVER },
  { "”’）》〉」』】〕", FZ_PROHIBIT_BASIC, NEVER },
  { "“‘（《〈「『【〔", NEVER, FZ_PROHIBIT_BASIC },
  { "・～", FZ_PROHIBIT_BASIC, NEVER },
  { "／", FZ_PROHIBIT_BASIC, FZ_PROHIBIT_GB },
  { "……", FZ_PROHIBIT_STRICT, NEVER },
  { "——", FZ_PROHIBIT_STRICT, NEVER },
};

/* Ragged lines without compression: each takes what fits. */
static FzSetting
plain (FzProhibition level)
{
  FzSetting setting = set_setting ();

  setting.level = level;
  setting.compress = setting.justify = FALSE;
  return setting;
}

static void
assert_first_line (const char *text, double measure, FzSetting setting, const char *expected)
{
  g_auto (SetText) set = { 0 };
  g_autofree char *line = NULL;

  set_text_simple (&set, text, &setting, measure);
  line = set_line_text (&set, 0);
  g_test_message ("%s at %g, level %d", text, measure, setting.level);
  g_assert_cmpstr (line, ==, expected);
}

static void
assert_barred (const char *mark, int start, int end)
{
  g_autofree char *starting = g_strconcat ("春夏秋冬东南西北", mark, "山水风云日", NULL);
  g_autofree char *ending = g_strconcat ("春夏秋冬东南西", mark, "山水风云日", NULL);
  g_autofree char *ended = g_strconcat ("春夏秋冬东南西", mark, NULL);

  for (int level = FZ_PROHIBIT_NONE; level <= FZ_PROHIBIT_STRICT; level++)
    {
      assert_first_line (starting, 8, plain (level), level < start ? "春夏秋冬东南西北" : "春夏秋冬东南西");
      /* Where it may not start a line either, it takes the character before it along. */
      if (end != NEVER)
        assert_first_line (ending, 8, plain (level), level < end ? ended : level < start ? "春夏秋冬东南西" : "春夏秋冬东南");
    }
}

static void
test_levels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (barred); i++)
    if (g_str_equal (barred[i].marks, "……") || g_str_equal (barred[i].marks, "——"))
      assert_barred (barred[i].marks, barred[i].start, barred[i].end);
    else
      for (const char *p = barred[i].marks; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *mark = g_strndup (p, g_utf8_next_char (p) - p);

          assert_barred (mark, barred[i].start, barred[i].end);
        }
}

/* A single — between two ends joins them as ～ does, and starts no line from basic on. */
static void
test_single_dash (void)
{
  assert_first_line ("春夏秋冬东南西北—山水风云", 8, plain (FZ_PROHIBIT_NONE), "春夏秋冬东南西北");
  assert_first_line ("春夏秋冬东南西北—山水风云", 8, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东南西");
}

static void
test_whole (void)
{
  assert_first_line ("春夏秋冬东南西——山水风云", 8, plain (FZ_PROHIBIT_NONE), "春夏秋冬东南西");
  assert_first_line ("春夏秋冬东南西……山水风云", 8, plain (FZ_PROHIBIT_NONE), "春夏秋冬东南西");
  assert_first_line ("春夏秋冬东南——山水风云", 8, plain (FZ_PROHIBIT_NONE), "春夏秋冬东南——");
}

static void
test_numbers (void)
{
  assert_first_line ("春夏秋冬东12345山水", 7, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东");
  assert_first_line ("春夏秋冬东1234.56山水", 7, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东");
  assert_first_line ("春夏秋冬东￥12山水", 6.5, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东");
  assert_first_line ("春夏秋冬东123%山水", 7, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东");
  assert_first_line ("春夏秋冬东12℃山水", 6.8, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东");
  /* Nothing holds a number to the word behind it. */
  assert_first_line ("春夏秋冬东12山水", 6.8, plain (FZ_PROHIBIT_BASIC), "春夏秋冬东12");
}

static void
test_words (void)
{
  FzSetting setting = plain (FZ_PROHIBIT_BASIC);
  g_auto (SetText) set = { 0 };

  assert_first_line ("春夏秋冬东GDP山水", 6, setting, "春夏秋冬东");
  assert_first_line ("North wind and sun", 6, setting, "North wind ");
  assert_first_line ("春夏秋冬It’s山水", 5.3, setting, "春夏秋冬");
  set_text_simple (&set, "春夏秋冬东GDP山水", &setting, 6);
  for (guint i = 0; i < set.lines->len; i++)
    g_assert_false (set_line (&set, i)->broken);
}

/* A word longer than the line is broken, and told; no mark is then left alone. */
static void
test_long_word (void)
{
  FzSetting setting = plain (FZ_PROHIBIT_BASIC);
  g_auto (SetText) set = { 0 };

  set_text_simple (&set, "（Internationalization）", &setting, 4);
  g_assert_cmpuint (set.lines->len, >, 2);
  for (guint i = 0; i < set.lines->len; i++)
    {
      g_autofree char *line = set_line_text (&set, i);

      g_assert_true (set_line (&set, i)->broken != set_line (&set, i)->last);
      g_assert_cmpint (set_line (&set, i)->width, <=, set_line (&set, i)->measure);
      g_assert_cmpstr (line, !=, "（");
      g_assert_cmpstr (line, !=, "）");
    }
}

/* Where marks alone are longer than a line, a prohibition gives way, and is told. */
static void
test_distress (void)
{
  FzSetting setting = plain (FZ_PROHIBIT_STRICT);
  g_auto (SetText) set = { 0 };

  set_text_simple (&set, "《《《《《《《《《山", &setting, 4);
  g_assert_cmpuint (set.lines->len, >, 1);
  g_assert_true (set_line (&set, 0)->broken);
}

static void
test_last_line (void)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) one = { 0 };
  g_auto (SetText) stop = { 0 };
  g_auto (SetText) enough = { 0 };
  g_autofree char *lines = NULL, *with_stop = NULL, *two = NULL;

  set_text_simple (&one, "春夏秋冬东南西北山", &setting, 8);
  lines = set_lines (&one);
  g_assert_cmpstr (lines, ==, "春夏秋冬东南西|北山");
  set_text_simple (&stop, "春夏秋冬东南西北山。", &setting, 8);
  with_stop = set_lines (&stop);
  g_assert_cmpstr (with_stop, ==, "春夏秋冬东南西|北山。");
  set_text_simple (&enough, "春夏秋冬东南西北山水", &setting, 8);
  two = set_lines (&enough);
  g_assert_cmpstr (two, ==, "春夏秋冬东南西北|山水");
}

/* Lines are weighed together: what is best for the first alone would leave the second
 * one wide. */
static void
test_together (void)
{
  const char *text = "春夏秋冬东南西北，山水风云日月星辰Anji，天地人和";
  FzSetting setting = set_setting ();
  gint64 worst[2] = { 0, 0 };

  for (guint way = 0; way < 2; way++)
    {
      g_auto (SetText) set = { 0 };

      set_text_init (&set, SET_FAMILY, "zh-cn", text, strlen (text), &setting, 9,
                     way == 0 ? FZ_BREAKING_GREEDY : FZ_BREAKING_OPTIMAL);
      for (guint i = 0; i < set.lines->len; i++)
        worst[way] = MAX (worst[way], set_line (&set, i)->width - set_line (&set, i)->natural);
    }
  g_assert_cmpint (worst[1], <=, worst[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/breaks/levels", test_levels);
  g_test_add_func ("/typeset/breaks/single-dash", test_single_dash);
  g_test_add_func ("/typeset/breaks/whole", test_whole);
  g_test_add_func ("/typeset/breaks/numbers", test_numbers);
  g_test_add_func ("/typeset/breaks/words", test_words);
  g_test_add_func ("/typeset/breaks/long-word", test_long_word);
  g_test_add_func ("/typeset/breaks/distress", test_distress);
  g_test_add_func ("/typeset/breaks/last-line", test_last_line);
  g_test_add_func ("/typeset/breaks/together", test_together);
  return g_test_run ();
}
