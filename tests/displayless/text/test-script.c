/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-script.h"

/* Each sentence in both scripts: what stands beside a character says what it becomes. */
static const struct {
  const char *simplified;
  const char *traditional;
} pairs[] = {
  { "发展农业，头发花白", "發展農業，頭髮花白" },
  { "干部干活，不干涉，饼干", "幹部幹活，不干涉，餅乾" },
  { "皇后以后，后来居上", "皇后以後，後來居上" },
  { "屋里面，三里路", "屋裏面，三里路" },
  { "面条，面积", "麪條，面積" },
  { "GDP增长12.5%，“稳中有进”。", "GDP增長12.5%，“穩中有進”。" },
};

static void
assert_becomes (const char *text, FzScript script, const char *expected)
{
  g_autofree char *shown = fz_script_convert (text, strlen (text), script);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_to_traditional (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_becomes (pairs[i].simplified, FZ_SCRIPT_TRADITIONAL, pairs[i].traditional);
}

static void
test_to_simplified (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_becomes (pairs[i].traditional, FZ_SCRIPT_SIMPLIFIED, pairs[i].simplified);
  assert_becomes ("乾坤，乾燥", FZ_SCRIPT_SIMPLIFIED, "乾坤，干燥");
}

/* The longest phrase counts: 人才 is one, and 才是 none of it. */
static void
test_longest_phrase (void)
{
  assert_becomes ("人才是第一资源", FZ_SCRIPT_TRADITIONAL, "人才是第一資源");
  assert_becomes ("村部发布", FZ_SCRIPT_TRADITIONAL, "村部發布");
  assert_becomes ("发", FZ_SCRIPT_TRADITIONAL, "發");
  assert_becomes ("", FZ_SCRIPT_TRADITIONAL, "");
}

static void
test_as_printed (void)
{
  assert_becomes ("發展发展", FZ_SCRIPT_AS_PRINTED, "發展发展");
}

/* Whatever it is, it stays as long as it is. */
static void
test_positions_stay (void)
{
  static const gunichar odd[] = { 0x301, 0x202e, 0x20000, 0xe0001, 0x10ffff, '\n', 0xfffd, ' ', '=' };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *shown = NULL;

      for (guint i = 0; i < 500; i++)
        g_string_append_unichar (text, g_test_rand_bit () ? (gunichar) g_test_rand_int_range (0x4e00, 0x9fa6)
                                                         : odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
      shown = fz_script_convert (text->str, text->len, round % 2 ? FZ_SCRIPT_SIMPLIFIED : FZ_SCRIPT_TRADITIONAL);
      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, g_utf8_strlen (text->str, -1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/script/to-traditional", test_to_traditional);
  g_test_add_func ("/text/script/to-simplified", test_to_simplified);
  g_test_add_func ("/text/script/longest-phrase", test_longest_phrase);
  g_test_add_func ("/text/script/as-printed", test_as_printed);
  g_test_add_func ("/text/script/positions-stay", test_positions_stay);
  return g_test_run ();
}
