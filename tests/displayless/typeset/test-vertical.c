/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

/* Lines from top to bottom: what stands upright, what is turned, in which form. */

static void
set_vertical (SetText *set, const char *family, const char *language, const char *text, double measure)
{
  FzSetting setting = set_setting ();

  setting.vertical = TRUE;
  set_text_init (set, family, language, text, strlen (text), &setting, measure, FZ_BREAKING_OPTIMAL);
}

static GArray *
runs_of (const SetText *set, guint line)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, set_line (set, line));

  return fz_set_line_runs (set->paragraph, set_line (set, line), adjustments);
}

/* The turned code points of a text in one line are those that @turned marks with x. */
static void
assert_turned (const char *family, const char *text, const char *turned)
{
  g_autofree char *found = g_strnfill (strlen (turned), '-');
  g_autoptr (GArray) runs = NULL;
  g_auto (SetText) set = { 0 };

  set_vertical (&set, family, "zh-cn", text, 60);
  runs = runs_of (&set, 0);
  for (guint i = 0; i < runs->len; i++)
    for (guint at = g_array_index (runs, FzGlyphRun, i).start; at < g_array_index (runs, FzGlyphRun, i).end; at++)
      if (g_array_index (runs, FzGlyphRun, i).turned && at < strlen (turned))
        found[at] = 'x';
  g_test_message ("%s: %s", family, text);
  g_assert_cmpstr (found, ==, turned);
}

/* How far the pen goes at a code point, in ems. */
static double
advance_at (const SetText *set, guint at)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, set_line (set, 0));
  g_autoptr (GArray) positions = fz_set_line_positions (set->paragraph, set_line (set, 0), adjustments);

  return (double) (g_array_index (positions, gint64, at + 1) - g_array_index (positions, gint64, at))
         / fz_paragraph_get_em (set->paragraph);
}

static void
test_upright_and_turned (void)
{
  assert_turned (SET_FAMILY, "春GDP夏", "-xxx-");
  assert_turned (SET_FAMILY, "春，夏。「秋」（冬）《春》、；：？！", "---------------------");
  assert_turned (SET_FAMILY, "春Ａ５夏％℃", "------");
  assert_turned (SET_FAMILY, "春It’s夏", "-xxxx-");
  assert_turned (SET_FAMILY, "张三·李四", "-----");
}

/* One digit or two stand upright, by themselves; what is longer, or has a sign, a unit or
 * a word beside it, is turned as a whole. */
static void
test_short_numbers (void)
{
  assert_turned (SET_FAMILY, "春7日25日夏", "-------");
  assert_turned (SET_FAMILY, "春365日", "-xxx-");
  assert_turned (SET_FAMILY, "春25%夏3.2万", "-xxx-xxx-");
  assert_turned (SET_FAMILY, "春5G夏G7秋", "-xx-xx-");
  assert_turned (SET_FAMILY, "共 25 人", "-x--x-");
  assert_turned (SET_FAMILY, "北North 25秋", "-xxxxxxxx-");
}

static void
test_digits_side_by_side (void)
{
  g_auto (SetText) set = { 0 };

  set_vertical (&set, SET_FAMILY, "zh-cn", "春25日", 20);
  /* Both are in one em, without a gap to the Han around it. */
  assert_near (advance_at (&set, 0), 1);
  assert_near (advance_at (&set, 1), 0);
  assert_near (advance_at (&set, 2), 1);
  g_assert_cmpuint (set_count (&set, FZ_RULE_GAP), ==, 0);
}

/* Turned Latin keeps the gap of horizontal lines. */
static void
test_gap (void)
{
  g_auto (SetText) set = { 0 };

  set_vertical (&set, SET_FAMILY, "zh-cn", "春GDP夏", 20);
  assert_near (set_amount (&set, FZ_RULE_GAP, 0), .25);
  assert_near (set_amount (&set, FZ_RULE_GAP, 3), .25);
}

/* A dash lies along the line: turned, or by a form that is higher than wide. */
static void
assert_along (const char *family, const char *text, guint at)
{
  g_autoptr (GArray) runs = NULL;
  g_auto (SetText) set = { 0 };

  set_vertical (&set, family, "zh-cn", text, 20);
  runs = runs_of (&set, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);
      PangoRectangle ink;

      if (run->start > at || run->end <= at || run->turned)
        continue;
      pango_font_get_glyph_extents (run->font, run->glyphs->glyphs[at - run->start].glyph, &ink, NULL);
      g_assert_cmpint (ink.height, >, ink.width);
    }
}

static void
assert_dash_of_two (const char *family)
{
  g_auto (SetText) set = { 0 };

  set_vertical (&set, family, "zh-cn", "春——夏", 20);
  assert_near (advance_at (&set, 1) + advance_at (&set, 2), 2);
}

static void
test_dashes_and_ellipses (void)
{
  static const char * const families[] = { "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK TC", "LXGW WenKai" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      assert_along (families[i], "春——夏", 1);
      assert_along (families[i], "春……夏", 1);
      assert_along (families[i], "春～夏", 1);
      assert_dash_of_two (families[i]);
    }
  /* The one has vertical forms, the other has none. */
  assert_turned (SET_FAMILY, "春——夏", "----");
  assert_turned ("LXGW WenKai", "春——夏", "-xx-");
}

/* “ ” are ﹃ ﹄ on the mainland, ﹁ ﹂ elsewhere; an apostrophe stays one. */
static void
assert_quotes (const char *language, const char *text, const char *same)
{
  g_autoptr (GArray) curved = NULL, corners = NULL;
  g_auto (SetText) set = { 0 }, other = { 0 };

  set_vertical (&set, SET_FAMILY, language, text, 20);
  set_vertical (&other, SET_FAMILY, language, same, 20);
  curved = runs_of (&set, 0);
  corners = runs_of (&other, 0);
  g_assert_cmpuint (curved->len, ==, corners->len);
  for (guint i = 0; i < curved->len; i++)
    {
      const PangoGlyphString *a = g_array_index (curved, FzGlyphRun, i).glyphs, *b = g_array_index (corners, FzGlyphRun, i).glyphs;

      g_assert_cmpint (a->num_glyphs, ==, b->num_glyphs);
      for (int n = 0; n < a->num_glyphs; n++)
        g_assert_cmpuint (a->glyphs[n].glyph, ==, b->glyphs[n].glyph);
    }
}

static void
test_quotes (void)
{
  g_auto (SetText) set = { 0 };

  assert_quotes ("zh-cn", "春“夏‘秋’冬”春", "春『夏「秋」冬』春");
  assert_quotes ("zh-tw", "春“夏‘秋’冬”春", "春「夏『秋』冬」春");
  assert_quotes ("zh-hk", "春“夏”", "春「夏」");
  assert_quotes ("zh-tw", "春「夏」", "春「夏」");
  set_vertical (&set, SET_FAMILY, "zh-cn", "春“夏”It’s", 20);
  g_assert_cmpuint (set_count (&set, FZ_RULE_VERTICAL_QUOTE), ==, 2);
}

/* Stops and brackets give up half an em, by where their vertical forms have ink; ？ and ：
 * are too high for half of one. */
static void
test_half_height (void)
{
  g_auto (SetText) set = { 0 }, tall = { 0 }, traditional = { 0 };

  set_vertical (&set, SET_FAMILY, "zh-cn", "春，（夏）（秋）", 20);
  assert_near (set_amount (&set, FZ_RULE_CLOSE_BEFORE_OPEN, 1), -.5);
  assert_near (set_amount (&set, FZ_RULE_CLOSE_BEFORE_OPEN, 4), -.5);
  assert_near (advance_at (&set, 1), .5);
  set_vertical (&tall, SET_FAMILY, "zh-cn", "春？（夏：“秋", 20);
  g_assert_cmpuint (set_count (&tall, FZ_RULE_CLOSE_BEFORE_OPEN), ==, 0);
  set_vertical (&traditional, "Noto Serif CJK TC", "zh-tw", "春，「夏", 20);
  assert_near (set_amount (&traditional, FZ_RULE_CLOSE_BEFORE_OPEN, 1), -.5);
}

/* The glyph that stands for a code point of a line of one glyph each. */
static PangoGlyphGeometry
geometry_at (const SetText *set, guint at)
{
  g_autoptr (GArray) runs = runs_of (set, 0);

  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);

      if (run->start <= at && at < run->end)
        return run->glyphs->glyphs[at - run->start].geometry;
    }
  g_assert_not_reached ();
}

/* An upright glyph stands with its baseline in its em, each an em below the one before;
 * a mark that gave up what stood before it is drawn half an em higher. */
static void
test_placement (void)
{
  g_auto (SetText) set = { 0 }, opening = { 0 };
  double em;

  set_vertical (&set, SET_FAMILY, "zh-cn", "春夏秋", 20);
  em = fz_paragraph_get_em (set.paragraph);
  for (guint i = 0; i < 3; i++)
    {
      assert_near (geometry_at (&set, i).y_offset / em, i + FZ_HAN_ASCENT);
      assert_near (geometry_at (&set, i).x_offset / em, 0);
      g_assert_cmpint (geometry_at (&set, i).width, ==, 0);
    }
  set_vertical (&opening, SET_FAMILY, "zh-cn", "（夏", 20);
  assert_near (geometry_at (&opening, 0).y_offset / em, FZ_HAN_ASCENT - .5);
  assert_near (geometry_at (&opening, 1).y_offset / em, FZ_HAN_ASCENT + .5);
}

/* The runs are the line: each starts where the one before ended. */
static void
test_sums (void)
{
  const char *text = "春天，安吉县（浙江省）的GDP增长了7.5%——“竹海”里 North wind 吹过25天……张三·李四说：好！";

  for (double measure = 5; measure < 30; measure += .7)
    {
      g_auto (SetText) set = { 0 };

      set_vertical (&set, SET_FAMILY, "zh-cn", text, measure);
      for (guint i = 0; i < set.lines->len; i++)
        {
          g_autoptr (GArray) runs = runs_of (&set, i);
          gint64 at = 0;

          for (guint n = 0; n < runs->len; n++)
            {
              g_assert_cmpint (g_array_index (runs, FzGlyphRun, n).x, ==, at);
              at += g_array_index (runs, FzGlyphRun, n).length;
            }
          g_assert_cmpint (at, ==, set_line (&set, i)->width);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/vertical/upright-and-turned", test_upright_and_turned);
  g_test_add_func ("/typeset/vertical/short-numbers", test_short_numbers);
  g_test_add_func ("/typeset/vertical/digits-side-by-side", test_digits_side_by_side);
  g_test_add_func ("/typeset/vertical/gap", test_gap);
  g_test_add_func ("/typeset/vertical/dashes-and-ellipses", test_dashes_and_ellipses);
  g_test_add_func ("/typeset/vertical/quotes", test_quotes);
  g_test_add_func ("/typeset/vertical/half-height", test_half_height);
  g_test_add_func ("/typeset/vertical/placement", test_placement);
  g_test_add_func ("/typeset/vertical/sums", test_sums);
  return g_test_run ();
}
