/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-segments.h"

/* The segments of a text, each parted from the next by '|', walked from its start. */
static char *
parts (FzSegmentKind kind, const char *text)
{
  GString *out = g_string_new (NULL);
  gsize length = strlen (text);

  for (gsize at = 0; at < length;)
    {
      gsize end = fz_segment_end (kind, text, length, at);

      g_assert_cmpuint (fz_segment_start (kind, text, length, at), ==, at);
      if (at > 0)
        g_string_append_c (out, '|');
      g_string_append_len (out, text + at, end - at);
      at = end;
    }
  return g_string_free_and_steal (out);
}

static void
assert_parts (FzSegmentKind kind, const char *text, const char *expected)
{
  g_autofree char *found = parts (kind, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_sentences (void)
{
  assert_parts (FZ_SEGMENT_SENTENCE, "雾还没有散。竹篮摆开了！“卖得出吗？”他问。",
                "雾还没有散。|竹篮摆开了！|“卖得出吗？”|他问。");
  assert_parts (FZ_SEGMENT_SENTENCE, "增长3.5个百分点，没有句号", "增长3.5个百分点，没有句号");
}

static void
test_characters (void)
{
  assert_parts (FZ_SEGMENT_CHARACTER, "竹e\xcc\x81👨‍👩‍👧a", "竹|e\xcc\x81|👨‍👩‍👧|a");
}

static void
test_words (void)
{
  static const char text[] = "我们在北京，GDP增长12.5%";
  gsize length = strlen (text);
  gsize beijing = strstr (text, "北京") - text, gdp = strstr (text, "GDP") - text;

  g_assert_cmpuint (fz_segment_start (FZ_SEGMENT_WORD, text, length, beijing + 3), ==, beijing);
  g_assert_cmpuint (fz_segment_end (FZ_SEGMENT_WORD, text, length, beijing), ==, beijing + 6);
  /* Over the comma, which is no word. */
  g_assert_cmpuint (fz_segment_next (FZ_SEGMENT_WORD, text, length, beijing + 6), ==, gdp + 3);
  g_assert_cmpuint (fz_segment_back (FZ_SEGMENT_WORD, text, length, gdp), ==, beijing);
  g_assert_cmpuint (fz_segment_next (FZ_SEGMENT_WORD, text, length, length), ==, length);
  g_assert_cmpuint (fz_segment_back (FZ_SEGMENT_WORD, text, length, 0), ==, 0);
}

static void
test_nothing (void)
{
  for (int kind = FZ_SEGMENT_CHARACTER; kind <= FZ_SEGMENT_SENTENCE; kind++)
    {
      g_assert_cmpuint (fz_segment_next (kind, "", 0, 0), ==, 0);
      g_assert_cmpuint (fz_segment_back (kind, "", 0, 0), ==, 0);
      g_assert_cmpuint (fz_segment_end (kind, "", 0, 0), ==, 0);
      g_assert_cmpuint (fz_segment_start (kind, "", 0, 0), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segments/sentences", test_sentences);
  g_test_add_func ("/segments/characters", test_characters);
  g_test_add_func ("/segments/words", test_words);
  g_test_add_func ("/segments/nothing", test_nothing);
  return g_test_run ();
}
