/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

/* Pinyin over words: how wide a word gets by it, and where it stands. */

static const FzRubyWord words[] = { { 1, 3, "Ānjí" }, { 4, 6, "zhuàngguāng" } };
#define TEXT "在安吉县壮光村的竹海边"

static void
set_ruby (SetText *set, const char *text, double measure, gboolean vertical, const FzRubyWord *own, guint n)
{
  g_autoptr (FzFace) face = fz_face_new (pango_cairo_font_map_get_default (), SET_FAMILY, 20, "zh-cn");
  FzSetting setting = set_setting ();

  setting.vertical = vertical;
  set->text = g_strdup (text);
  set->paragraph = fz_paragraph_new_ruby (face, text, strlen (text), &setting, own, n);
  set->lines = fz_paragraph_break (set->paragraph, measure, FZ_BREAKING_OPTIMAL);
}

static GArray *
positions_of (const SetText *set, guint line)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, set_line (set, line));

  return fz_set_line_positions (set->paragraph, set_line (set, line), adjustments);
}

/* From where to where the annotation of a word reaches. */
static void
reach_of (const SetText *set, guint line, guint start, gint64 *from, gint64 *to)
{
  g_autoptr (GArray) positions = positions_of (set, line);
  g_autoptr (GArray) runs = fz_set_line_ruby (set->paragraph, set_line (set, line), positions);

  *from = G_MAXINT64;
  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);

      if (run->start != start)
        continue;
      *from = MIN (*from, run->x);
      *to = run->x + run->length;
    }
  g_assert_cmpint (*from, !=, G_MAXINT64);
}

/* A short annotation changes nothing and stands over the middle of its word. */
static void
test_short (void)
{
  g_auto (SetText) set = { 0 };
  gint64 from, to;
  int em;

  set_ruby (&set, "在安吉县", 20, FALSE, words, 1);
  em = fz_paragraph_get_em (set.paragraph);
  g_assert_cmpuint (set_count (&set, FZ_RULE_RUBY), ==, 0);
  g_assert_cmpint (set_line (&set, 0)->width, ==, 4 * em);
  reach_of (&set, 0, 1, &from, &to);
  g_assert_cmpint (ABS (from + to - 2 * 2 * em), <=, 2);
  g_assert_cmpint (to - from, <, 2 * em);
}

/* A longer one spaces its word out to its own length, each character alike. */
static void
test_long (void)
{
  g_auto (SetText) set = { 0 };
  g_autoptr (GArray) positions = NULL;
  gint64 from, to;
  int em;

  set_ruby (&set, TEXT, 30, FALSE, words, 2);
  em = fz_paragraph_get_em (set.paragraph);
  positions = positions_of (&set, 0);
  reach_of (&set, 0, 4, &from, &to);
  g_assert_cmpint (to - from, >, 2 * em);
  g_assert_cmpint (g_array_index (positions, gint64, 6) - g_array_index (positions, gint64, 4), ==, to - from);
  g_assert_cmpint (from, ==, g_array_index (positions, gint64, 4));
  assert_near (set_amount (&set, FZ_RULE_RUBY, 4), set_amount (&set, FZ_RULE_RUBY, 5));
  g_assert_cmpuint (set_count (&set, FZ_RULE_RUBY), ==, 2);
}

/* Half of the room stands before a character: 1-2-1. */
static void
test_room_on_both_sides (void)
{
  g_auto (SetText) set = { 0 };

  for (gboolean vertical = FALSE; vertical <= TRUE; vertical++)
    {
      g_autoptr (GArray) adjustments = NULL;
      g_autoptr (GArray) runs = NULL;
      const PangoGlyphString *glyphs;
      double shift;

      set_text_clear (&set);
      set_ruby (&set, TEXT, 30, vertical, words, 2);
      adjustments = fz_set_line_adjust (set.paragraph, set_line (&set, 0));
      runs = fz_set_line_runs (set.paragraph, set_line (&set, 0), adjustments);
      g_assert_cmpuint (runs->len, ==, 1);
      glyphs = g_array_index (runs, FzGlyphRun, 0).glyphs;
      shift = vertical ? glyphs->glyphs[4].geometry.y_offset - (4 + FZ_HAN_ASCENT) * fz_paragraph_get_em (set.paragraph)
                       : glyphs->glyphs[4].geometry.x_offset;
      assert_near (shift / fz_paragraph_get_em (set.paragraph), set_amount (&set, FZ_RULE_RUBY, 4) / 2);
    }
}

/* At every measure lines add up, no word is parted from half of its annotation, and
 * annotations do not meet. */
static void
test_lines (void)
{
  for (double measure = 5; measure < 14; measure += .5)
    {
      g_auto (SetText) set = { 0 };

      set_ruby (&set, TEXT, measure, measure > 9, words, 2);
      for (guint i = 0; i < set.lines->len; i++)
        {
          g_autoptr (GArray) positions = positions_of (&set, i);
          g_autoptr (GArray) runs = fz_set_line_ruby (set.paragraph, set_line (&set, i), positions);
          gint64 behind = -1;

          g_assert_cmpint (g_array_index (positions, gint64, positions->len - 1), ==, set_line (&set, i)->width);
          g_assert_cmpuint (set_line (&set, i)->stop, !=, 2);
          g_assert_cmpuint (set_line (&set, i)->stop, !=, 5);
          for (guint n = 0; n < runs->len; n++)
            {
              g_assert_cmpint (g_array_index (runs, FzGlyphRun, n).x, >=, behind);
              g_assert_cmpint (g_array_index (runs, FzGlyphRun, n).turned, ==, measure > 9);
              behind = g_array_index (runs, FzGlyphRun, n).x + g_array_index (runs, FzGlyphRun, n).length;
            }
        }
    }
}

/* Lines keep half an em for annotations where there are any. */
static void
test_room (void)
{
  g_auto (SetText) with = { 0 }, without = { 0 };

  set_ruby (&with, TEXT, 20, FALSE, words, 2);
  set_ruby (&without, TEXT, 20, FALSE, NULL, 0);
  g_assert_cmpint (fz_paragraph_get_ruby_room (with.paragraph), ==, fz_paragraph_get_em (with.paragraph) / 2);
  g_assert_cmpint (fz_paragraph_get_ruby_room (without.paragraph), ==, 0);
}

/* Words that lie over each other, behind the text or nowhere. */
static void
test_odd_words (void)
{
  static const FzRubyWord odd[] = { { 1, 3, "ān" }, { 2, 4, "jí" }, { 5, 5, "x" }, { 9, 90, "" }, { 80, 90, "y" } };
  g_auto (SetText) set = { 0 };

  set_ruby (&set, TEXT, 8, FALSE, odd, G_N_ELEMENTS (odd));
  for (guint i = 0; i < set.lines->len; i++)
    {
      g_autoptr (GArray) positions = positions_of (&set, i);
      g_autoptr (GArray) runs = fz_set_line_ruby (set.paragraph, set_line (&set, i), positions);

      for (guint n = 1; n < runs->len; n++)
        g_assert_cmpuint (g_array_index (runs, FzGlyphRun, n).start, >=, g_array_index (runs, FzGlyphRun, n - 1).end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/ruby/short", test_short);
  g_test_add_func ("/typeset/ruby/long", test_long);
  g_test_add_func ("/typeset/ruby/room-on-both-sides", test_room_on_both_sides);
  g_test_add_func ("/typeset/ruby/lines", test_lines);
  g_test_add_func ("/typeset/ruby/room", test_room);
  g_test_add_func ("/typeset/ruby/odd-words", test_odd_words);
  return g_test_run ();
}
