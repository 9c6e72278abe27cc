/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "fz-stops.h"
#include "set-check.h"

/* What holds for every text: random Chinese, Latin and numbers, at every measure from
 * 8 to 60 em, in three fonts, at each level. */

#define TEXTS 24
#define PIECES 160

static const char * const families[] = { "Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai" };

static const char han[] = "春夏秋冬东南西北山水风云日月星辰天地人和田园村镇河桥茶竹稻麦";
static const char * const words[] = { "GDP", "Anji", "wind", "North", "Internationalization", "It’s", "km/h", "5G" };
static const char * const marks[] = {
  "，", "，", "，", "。", "、", "；", "：", "？", "！", "”", "“", "（", "）", "《", "》", "「", "」", "・", "～", "／",
  "——", "……", ",", ":", "(", ")", "’", "‘",
};

static void
add_han (GString *text, GRand *random)
{
  const char *at = g_utf8_offset_to_pointer (han, g_rand_int_range (random, 0, g_utf8_strlen (han, -1)));

  g_string_append_len (text, at, g_utf8_next_char (at) - at);
}

static void
add_piece (GString *text, GRand *random)
{
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      break;
    case 1:
      g_string_append_printf (text, g_rand_boolean (random) ? "%d" : "%d.5%%", g_rand_int_range (random, 0, 30000));
      break;
    case 2:
      g_string_append_c (text, ' ');
      break;
    case 3:
    case 4:
      g_string_append (text, marks[g_rand_int_range (random, 0, G_N_ELEMENTS (marks))]);
      break;
    default:
      for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
        add_han (text, random);
    }
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < PIECES; i++)
    add_piece (text, random);
  return g_string_free_and_steal (text);
}

static void
check_widths (const char *family, const char *text, const FzSetting *setting, SetTally *optimal, SetTally *greedy)
{
  g_auto (SetText) set = { 0 };

  set_text_init (&set, family, "zh-cn", text, strlen (text), setting, 60, FZ_BREAKING_OPTIMAL);
  for (double measure = 8; measure <= 60; measure++)
    for (int way = FZ_BREAKING_GREEDY; way <= FZ_BREAKING_OPTIMAL; way++)
      {
        g_clear_pointer (&set.lines, g_array_unref);
        set.lines = fz_paragraph_break (set.paragraph, measure, way);
        set_check (&set, setting->level, way == FZ_BREAKING_OPTIMAL ? optimal : greedy);
      }
}

static void
check_random (const char *family, gboolean vertical)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (15834);
  SetTally optimal = { 0 }, greedy = { 0 };

  for (guint i = 0; i < TEXTS; i++)
    {
      g_autofree char *text = make_text (random);
      FzSetting setting = FZ_SETTING_DEFAULT;

      setting.level = i % (FZ_PROHIBIT_STRICT + 1);
      setting.hang = i % 3 == 2;
      setting.vertical = vertical;
      check_widths (family, text, &setting, &optimal, &greedy);
    }
  g_test_message ("%s: of %u lines %u loose, of which %u without a gap, %u broken; one by one %u of %u loose", family,
                  optimal.lines, optimal.loose, optimal.short_, optimal.broken, greedy.loose, greedy.lines);
  g_assert_cmpuint (optimal.lines, >, 1000);
  g_assert_cmpuint (optimal.loose, <=, greedy.loose);
}

static void
test_random (gconstpointer family)
{
  check_random (family, FALSE);
}

static void
test_random_vertical (gconstpointer family)
{
  check_random (family, TRUE);
}

/* The least cost over every start of every line, without a window. */
static double
least_cost (FzBreaker *breaker)
{
  g_autofree double *costs = g_new0 (double, breaker->stops->len);

  for (guint to = 1; to < breaker->stops->len; to++)
    {
      costs[to] = INFINITY;
      for (guint from = 0; from < to; from++)
        {
          gint64 room;
          double cost = fz_badness (breaker, &g_array_index (breaker->stops, FzStop, from),
                                    &g_array_index (breaker->stops, FzStop, to), &room);

          costs[to] = MIN (costs[to], costs[from] + cost);
        }
    }
  return costs[breaker->stops->len - 1];
}

/* The window in which starts are looked for leaves no better one out: a line is loose
 * only where no choice of lines is better. */
static void
test_window (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1981);
  g_autoptr (FzFace) face = fz_face_new (pango_cairo_font_map_get_default (), families[0], 20, "zh-cn");
  FzSetting setting = FZ_SETTING_DEFAULT;

  for (guint i = 0; i < TEXTS; i++)
    {
      g_autofree char *text = make_text (random);
      g_autoptr (FzParagraph) paragraph = fz_paragraph_new (face, text, strlen (text), &setting);

      for (gint64 em = fz_paragraph_get_em (paragraph), measure = 8; measure < 40; measure += 5)
        {
          FzBreaker breaker = { .paragraph = paragraph, .measure = measure * em, .indent = 2 * em };
          double cost;

          fz_stops_collect (&breaker);
          fz_break_optimal (&breaker);
          cost = g_array_index (breaker.stops, FzStop, breaker.stops->len - 1).cost;
          g_assert_cmpfloat_with_epsilon (cost, least_cost (&breaker), cost * 1e-9);
          g_array_unref (breaker.stops);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *name = g_strconcat ("/typeset/properties/", families[i], NULL);
      g_autofree char *vertical = g_strconcat (name, "/vertical", NULL);

      g_test_add_data_func (name, families[i], test_random);
      g_test_add_data_func (vertical, families[i], test_random_vertical);
    }
  g_test_add_func ("/typeset/properties/window", test_window);
  return g_test_run ();
}
