/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

static GArray *
runs_of (const SetText *set, guint line)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, set_line (set, line));

  return fz_set_line_runs (set->paragraph, set_line (set, line), adjustments);
}

/* The glyph that stands for the code point @at of a line of one glyph a code point. */
static PangoGlyphInfo
glyph_at (const SetText *set, guint line, guint at)
{
  g_autoptr (GArray) runs = runs_of (set, line);

  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);

      if (run->start <= at && at < run->end)
        return run->glyphs->glyphs[at - run->start];
    }
  g_assert_not_reached ();
}

static void
assert_shifted (const char *family, const char *language, const char *text, guint at, double shift)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };
  PangoGlyphInfo glyph;

  set_text_init (&set, family, language, text, strlen (text), &setting, 20, FZ_BREAKING_OPTIMAL);
  glyph = glyph_at (&set, 0, at);
  g_test_message ("%s, %s: %u", family, text, at);
  assert_near ((double) glyph.geometry.width / fz_paragraph_get_em (set.paragraph), .5);
  assert_near ((double) glyph.geometry.x_offset / fz_paragraph_get_em (set.paragraph), shift);
}

/* Half an em goes from where the ink is not. */
static void
test_half_width (void)
{
  assert_shifted (SET_FAMILY, "zh-cn", "春》（夏", 1, 0);
  assert_shifted (SET_FAMILY, "zh-cn", "（夏", 0, -.5);
  assert_shifted (SET_FAMILY, "zh-cn", "春“《夏", 2, -.5);
  assert_shifted (SET_FAMILY, "zh-cn", "春，（夏", 1, 0);
  /* Traditional marks stand in the middle. */
  assert_shifted ("Noto Serif CJK TC", "zh-tw", "春，「夏", 1, -.25);
  assert_shifted ("Noto Serif CJK TC", "zh-tw", "春。「夏", 1, -.25);
}

static void
assert_sums (const char *text, double measure, FzSetting setting)
{
  g_auto (SetText) set = { 0 };

  set_text_simple (&set, text, &setting, measure);
  for (guint i = 0; i < set.lines->len; i++)
    {
      g_autoptr (GArray) runs = runs_of (&set, i);
      gint64 x = set_line (&set, i)->indent;

      for (guint n = 0; n < runs->len; n++)
        {
          const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, n);

          g_assert_cmpint (run->x, ==, x);
          x += pango_glyph_string_get_width (run->glyphs);
        }
      g_assert_cmpint (x, ==, set_line (&set, i)->width);
    }
}

static void
test_sums (void)
{
  FzSetting setting = FZ_SETTING_DEFAULT;

  for (double measure = 5; measure < 30; measure += .7)
    {
      assert_sums ("春天，安吉县（浙江省）的GDP增长了7.5%——“竹海”里 North wind 吹过……", measure, setting);
      assert_sums ("春夏שלום עולם秋冬 مرحبا 东南西北", measure, setting);
    }
}

/* What runs from right to left comes whole and turned round. */
static void
test_bidi (void)
{
  FzSetting setting = set_setting ();
  g_auto (SetText) set = { 0 };
  g_autoptr (GArray) runs = NULL;
  guint covered = 0;

  set_text_simple (&set, "春 אב גד 夏", &setting, 20);
  runs = runs_of (&set, 0);
  for (guint i = 0; i < runs->len; i++)
    covered += g_array_index (runs, FzGlyphRun, i).end - g_array_index (runs, FzGlyphRun, i).start;
  g_assert_cmpuint (covered, ==, fz_paragraph_get_length (set.paragraph));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/runs/half-width", test_half_width);
  g_test_add_func ("/typeset/runs/sums", test_sums);
  g_test_add_func ("/typeset/runs/bidi", test_bidi);
  return g_test_run ();
}
