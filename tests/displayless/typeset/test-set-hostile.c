/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-check.h"

/* Text that nobody means well with: it is set, all of it, and in linear time. */

static void
check (const char *text, gsize length)
{
  FzSetting setting = FZ_SETTING_DEFAULT;
  SetTally tally = { 0 };

  for (int way = FZ_BREAKING_GREEDY; way <= FZ_BREAKING_OPTIMAL; way++)
    for (double measure = 8; measure < 40; measure += 16)
      {
        g_auto (SetText) set = { 0 };

        set_text_init (&set, SET_FAMILY, "zh-cn", text, length, &setting, measure, way);
        g_assert_cmpuint (set.lines->len > 0, ==, length > 0);
        /* Each line is walked over once more for its positions, so that a few are enough. */
        if (set.lines->len < 2000)
          set_check (&set, setting.level, &tally);
      }
}

static void
check_repeated (const char *piece, guint times)
{
  g_autoptr (GString) text = g_string_new ("春");

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  g_string_append (text, "夏");
  check (text->str, text->len);
}

static void
test_empty (void)
{
  check ("", 0);
  check (" ", 1);
  check ("　", 3);
  check ("。", 3);
}

static void
test_combining (void)
{
  check_repeated ("\u0301", 100000);
}

/* Rows of one thing, each of which has nowhere to break or everywhere. */
static void
test_rows (void)
{
  static const char * const pieces[] = { " ", "《", "）", "a", "1", "—", "…", "(", "!", ")(", "　", "\u200d", "\u00a0", "·" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    check_repeated (pieces[i], 20000);
}

static void
test_bidi_controls (void)
{
  static const gunichar controls[] = { 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x5d0, 0x6625 };
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_unichar (text, controls[g_rand_int_range (random, 0, G_N_ELEMENTS (controls))]);
  check (text->str, text->len);
}

/* Any scalar value: planes without characters, controls, private use. */
static void
test_planes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    {
      gunichar c = g_rand_int_range (random, 1, 0x110000);

      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
  check (text->str, text->len);
}

static void
test_long_paragraph (void)
{
  check_repeated ("春天，安吉县（浙江省）的GDP增长了7.5%——风吹过", 20000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/hostile/empty", test_empty);
  g_test_add_func ("/typeset/hostile/combining", test_combining);
  g_test_add_func ("/typeset/hostile/rows", test_rows);
  g_test_add_func ("/typeset/hostile/bidi-controls", test_bidi_controls);
  g_test_add_func ("/typeset/hostile/planes", test_planes);
  g_test_add_func ("/typeset/hostile/long-paragraph", test_long_paragraph);
  return g_test_run ();
}
