/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-heights.h"
#include "fz-manuscript.h"
#include "fz-ranges.h"

static void
append (FzManuscript *self, guint8 style, const char *text)
{
  fz_manuscript_append (self, style, 0, text, strlen (text));
}

static void
test_positions (void)
{
  g_autoptr (FzManuscript) self = fz_manuscript_new ();
  g_autofree char *piece = NULL;
  gsize length;

  append (self, 1, "竹器𠮷ab");
  append (self, 2, "");
  append (self, 3, "出山");
  g_assert_cmpstr (fz_manuscript_get_text (self, &length), ==, "竹器𠮷ab\n\n出山\n");
  g_assert_cmpuint (length, ==, 21);
  g_assert_cmpuint (fz_manuscript_get_length (self), ==, 10);
  g_assert_cmpuint (fz_manuscript_n_passages (self), ==, 3);
  g_assert_cmpuint (fz_manuscript_passage_at (self, 0), ==, 0);
  g_assert_cmpuint (fz_manuscript_passage_at (self, 5), ==, 0);
  g_assert_cmpuint (fz_manuscript_passage_at (self, 6), ==, 1);
  g_assert_cmpuint (fz_manuscript_passage_at (self, 7), ==, 2);
  g_assert_cmpuint (fz_manuscript_passage_at (self, 99), ==, 2);
  g_assert_cmpuint (fz_manuscript_get_passage (self, 2)->style, ==, 3);
  g_assert_cmpuint (fz_manuscript_get_passage (self, 2)->start, ==, 7);
  g_assert_cmpuint (fz_manuscript_get_passage (self, 2)->end, ==, 9);
  g_assert_cmpuint (fz_manuscript_byte_at (self, 3), ==, 10);
  g_assert_cmpuint (fz_manuscript_position_at (self, 10), ==, 3);
  piece = fz_manuscript_dup (self, 1, 4);
  g_assert_cmpstr (piece, ==, "器𠮷a");
}

/* Over many steps of the index, whatever planes the characters are from. */
static void
test_bytes_and_back (void)
{
  static const char * const pieces[] = { "春", "a", "𠮷", "é" };
  g_autoptr (FzManuscript) self = fz_manuscript_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *all, *p;
  gsize length;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, pieces[i * 7 / 3 % G_N_ELEMENTS (pieces)]);
  append (self, 0, text->str);
  append (self, 0, text->str);
  p = all = fz_manuscript_get_text (self, &length);
  for (guint i = 0; i < fz_manuscript_get_length (self); i++, p = g_utf8_next_char (p))
    {
      g_assert_cmpuint (fz_manuscript_byte_at (self, i), ==, p - all);
      g_assert_cmpuint (fz_manuscript_position_at (self, p - all), ==, i);
    }
  g_assert_cmpuint (fz_manuscript_byte_at (self, G_MAXUINT), ==, length);
}

/* A paragraph without end is cut, behind a sentence, and nothing is lost. */
static void
test_endless (void)
{
  g_autoptr (FzManuscript) self = fz_manuscript_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *all;
  gsize length;

  while (text->len < 200000)
    g_string_append (text, "山上有竹，竹下有路，路边有人家。");
  append (self, 4, text->str);
  all = fz_manuscript_get_text (self, &length);
  g_assert_cmpuint (fz_manuscript_n_passages (self), >, 5);
  for (guint i = 0; i < fz_manuscript_n_passages (self); i++)
    {
      const FzPassage *passage = fz_manuscript_get_passage (self, i);

      g_assert_cmpuint (passage->end - passage->start, <=, FZ_PASSAGE_MAX);
      g_assert_cmpuint (passage->style, ==, 4);
      g_assert_cmpuint (passage->goes_on, ==, i > 0);
      g_assert_cmpuint (passage->start, ==, i > 0 ? fz_manuscript_get_passage (self, i - 1)->end : 0);
      g_assert_cmpmem (all + passage->byte_end - 3, 3, "。", 3);
    }
}

/* Where nothing ends a sentence, words and what is combined stay whole if they can. */
static void
test_endless_without_sentences (void)
{
  g_autoptr (FzManuscript) self = fz_manuscript_new ();
  g_autoptr (FzManuscript) marks = fz_manuscript_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length;

  while (text->len < 20000)
    g_string_append (text, "bamboo e\xcc\x81");
  append (self, 0, text->str);
  for (guint i = 1; i < fz_manuscript_n_passages (self); i++)
    {
      gsize byte = fz_manuscript_get_passage (self, i)->byte;
      const char *at = fz_manuscript_get_text (self, &length) + byte;

      g_assert_false (g_unichar_ismark (g_utf8_get_char (at)));
      g_assert_false (g_ascii_isalpha (at[-1]) && g_ascii_isalpha (at[0]));
    }
  g_string_assign (text, "a");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x81");
  append (marks, 0, text->str);
  g_assert_cmpuint (fz_manuscript_n_passages (marks), ==, 100001 / FZ_PASSAGE_MAX + 1);
}

static guint
count (FzRanges *self, guint start, guint end)
{
  guint index = G_MAXUINT, n = 0;

  while (fz_ranges_next (self, start, end, &index) != NULL)
    n++;
  return n;
}

static void
test_ranges (void)
{
  g_autoptr (FzRanges) self = fz_ranges_new ();

  g_assert_null (fz_ranges_at (self, 0));
  fz_ranges_add (self, 20, 30, 2);
  fz_ranges_add (self, 0, 100, 1);
  fz_ranges_add (self, 25, 25, 9);
  fz_ranges_add (self, 40, 50, 3);
  g_assert_cmpuint (fz_ranges_n (self), ==, 3);
  g_assert_cmpuint (count (self, 0, 20), ==, 1);
  g_assert_cmpuint (count (self, 29, 41), ==, 3);
  g_assert_cmpuint (count (self, 30, 40), ==, 1);
  g_assert_cmpuint (count (self, 100, 200), ==, 0);
  g_assert_cmpuint (fz_ranges_at (self, 99)->value, ==, 1);
  g_assert_null (fz_ranges_at (self, 100));
  fz_ranges_clear (self);
  g_assert_null (fz_ranges_at (self, 0));
}

/* Against looking at each of them. */
static void
test_ranges_at_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (FzRanges) self = fz_ranges_new ();
  guint starts[200], ends[200];

  for (guint i = 0; i < 200; i++)
    {
      starts[i] = g_rand_int_range (random, 0, 1000);
      ends[i] = starts[i] + g_rand_int_range (random, 1, i % 10 == 0 ? 500 : 8);
      fz_ranges_add (self, starts[i], ends[i], 0);
    }
  for (guint start = 0; start < 1000; start += 7)
    {
      guint expected = 0;

      for (guint i = 0; i < 200; i++)
        expected += starts[i] < start + 10 && ends[i] > start;
      g_assert_cmpuint (count (self, start, start + 10), ==, expected);
    }
}

static void
test_heights (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  int plain[1000];
  g_autoptr (FzHeights) self = NULL;

  for (guint i = 0; i < 1000; i++)
    plain[i] = g_rand_int_range (random, 0, 50);
  self = fz_heights_new (plain, 1000);
  for (guint round = 0; round < 500; round++)
    {
      guint i = g_rand_int_range (random, 0, 1000);

      plain[i] = g_rand_int_range (random, 1, 90);
      fz_heights_set (self, i, plain[i]);
    }
  for (gint64 i = 0, above = 0; i < 1000; above += plain[i++])
    {
      g_assert_cmpint (fz_heights_above (self, i), ==, above);
      g_assert_cmpint (fz_heights_get (self, i), ==, plain[i]);
      if (plain[i] == 0)
        continue;
      g_assert_cmpuint (fz_heights_at (self, above), ==, i);
      g_assert_cmpuint (fz_heights_at (self, above + plain[i] - 1), ==, i);
    }
  g_assert_cmpuint (fz_heights_at (self, -5), ==, 0);
  g_assert_cmpuint (fz_heights_at (self, G_MAXINT), ==, 999);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manuscript/positions", test_positions);
  g_test_add_func ("/manuscript/bytes-and-back", test_bytes_and_back);
  g_test_add_func ("/manuscript/endless", test_endless);
  g_test_add_func ("/manuscript/endless-without-sentences", test_endless_without_sentences);
  g_test_add_func ("/manuscript/ranges", test_ranges);
  g_test_add_func ("/manuscript/ranges-at-random", test_ranges_at_random);
  g_test_add_func ("/manuscript/heights", test_heights);
  return g_test_run ();
}
