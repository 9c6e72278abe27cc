/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-columns.h"
#include "fz-echoes.h"
#include "fz-kinds.h"
#include "fz-observations.h"
#include "fz-pairs.h"
#include "fz-repeats.h"

#include <string.h>

/* What is seen of a short line beside the text around it: each observation where
 * it holds and where it does not.  Lines are counted from 0, blank ones not. */

#define TEA "今年的茶叶比往年熟得早，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。\n\n"
#define BRIDGE "施工队昨日封住了旧桥，来往车辆须从下游绕行，工期预计两个月，沿线另设三处临时停车点供居民使用。\n\n"
#define TEA_AGAIN "采茶工说，加工厂收鲜叶的价钱比往年高，山脚下的路修好以后，茶叶当天就能运到外地的市场上去卖。\n\n"

static const struct {
  const char   *text;
  guint         line;
  FzObservation seen;
  gboolean      holds;
} rows[] = {
  /* A headline says what the text begins with. */
  { "采茶工背着竹篓上山\n\n" TEA, 0, FZ_SEEN_ECHO_MORE, TRUE },
  { "采茶工背着竹篓上山\n\n" BRIDGE, 0, FZ_SEEN_ECHO_MORE, FALSE },
  { "茶叶丰收\n\n" TEA, 0, FZ_SEEN_ECHO_1, TRUE },
  { "茶叶丰收\n\n" BRIDGE, 0, FZ_SEEN_ECHO_1, FALSE },
  { "采茶忙碌加工厂开机\n\n" TEA, 0, FZ_SEEN_ECHO_2, FALSE },
  { "茶叶与鲜叶\n\n" TEA, 0, FZ_SEEN_ECHO_2, TRUE },
  { "两本旧账\n\n" TEA, 0, FZ_SEEN_ECHO_NONE, TRUE },
  { "茶叶丰收\n\n" TEA, 0, FZ_SEEN_ECHO_NONE, FALSE },
  /* Of one story both parts speak of the same. */
  { TEA "两本旧账\n\n" TEA_AGAIN, 1, FZ_SEEN_MATTER_MUCH, TRUE },
  { TEA "两本旧账\n\n" BRIDGE, 1, FZ_SEEN_MATTER_SAME, FALSE },
  { TEA "两本旧账\n\n" BRIDGE, 1, FZ_SEEN_MATTER_NEW, TRUE },
  { TEA "两本旧账\n\n" TEA_AGAIN, 1, FZ_SEEN_MATTER_NEW, FALSE },
  { TEA "两本旧账\n\n施工队昨日封住了旧桥，来往的茶叶车须从下游绕行，工期预计两个月，沿线另设三处停车点供居民使用。\n", 1, FZ_SEEN_MATTER_NEAR, TRUE },
  { "两本旧账\n\n" TEA, 0, FZ_SEEN_MATTER_NEAR, FALSE },
  { TEA "两本旧账\n\n施工队昨日封住了旧桥，采茶工须从下游绕行，鲜叶改走水路，工期预计两个月，沿线另设三处停车点供居民使用。\n", 1, FZ_SEEN_MATTER_SAME, TRUE },
  /* A heading speaks of what stands above it too. */
  { TEA "两本旧账\n\n" BRIDGE, 1, FZ_SEEN_ECHO_ABOVE_NONE, TRUE },
  { TEA "茶叶丰收\n\n" BRIDGE, 1, FZ_SEEN_ECHO_ABOVE_NONE, FALSE },
  { TEA "茶叶丰收\n\n" BRIDGE, 1, FZ_SEEN_ECHO_ABOVE_1, TRUE },
  { BRIDGE "茶叶丰收\n\n" TEA, 1, FZ_SEEN_ECHO_ABOVE_1, FALSE },
  { TEA "采茶工上山\n\n" BRIDGE, 1, FZ_SEEN_ECHO_ABOVE_MORE, TRUE },
  { BRIDGE "采茶工上山\n\n" TEA, 1, FZ_SEEN_ECHO_ABOVE_MORE, FALSE },
  /* The text below a heading speaks of what the headline says. */
  { "采茶工上山\n\n" TEA "两本旧账\n\n" TEA_AGAIN, 2, FZ_SEEN_STORY_GOES_ON, TRUE },
  { "采茶工上山\n\n" TEA "两本旧账\n\n" BRIDGE, 2, FZ_SEEN_STORY_GOES_ON, FALSE },
  { "采茶工上山\n\n" TEA "两本旧账\n\n" BRIDGE, 2, FZ_SEEN_STORY_LEFT, TRUE },
  { "采茶工上山\n\n" TEA "两本旧账\n\n" TEA_AGAIN, 2, FZ_SEEN_STORY_LEFT, FALSE },
  { TEA "两本旧账\n\n" BRIDGE, 1, FZ_SEEN_MATTER_MUCH, FALSE },
  /* Two lines above a text. */
  { "用心服务\n一天卖出三万斤茶\n\n" TEA, 0, FZ_SEEN_UPPER_OTHER, TRUE },
  { "用心服务\n一天卖出三万斤茶\n\n" TEA, 0, FZ_SEEN_UPPER_TITLE, FALSE },
  { "用心服务\n一天卖出三万斤茶\n\n" TEA, 1, FZ_SEEN_LOWER_TITLE, TRUE },
  { "用心服务\n一天卖出三万斤茶\n\n" TEA, 1, FZ_SEEN_LOWER_OTHER, FALSE },
  { "一天卖出三万斤茶\n——山里见闻\n\n" TEA, 0, FZ_SEEN_UPPER_TITLE, TRUE },
  { "一天卖出三万斤茶\n——山里见闻\n\n" TEA, 0, FZ_SEEN_UPPER_OTHER, FALSE },
  { "一天卖出三万斤茶\n——山里见闻\n\n" TEA, 1, FZ_SEEN_LOWER_OTHER, TRUE },
  { "一天卖出三万斤茶\n——山里见闻\n\n" TEA, 1, FZ_SEEN_LOWER_TITLE, FALSE },
  /* Headings of one article are of one length. */
  { TEA "两本旧账\n\n" TEA "一座新桥\n\n" TEA, 3, FZ_SEEN_LIKE_LAST, TRUE },
  { TEA "两本旧账\n\n" TEA "一座新桥通了\n\n" TEA, 3, FZ_SEEN_LIKE_LAST, FALSE },
  { TEA "两本旧账\n\n" TEA "一座新桥\n\n" TEA, 1, FZ_SEEN_LIKE_NEXT, TRUE },
  { TEA "两本旧账\n\n" TEA "一座新桥通了\n\n" TEA, 1, FZ_SEEN_LIKE_NEXT, FALSE },
  /* A sentence alone beside whole paragraphs. */
  { TEA BRIDGE "茶农在晒青。\n\n" TEA, 2, FZ_SEEN_LITTLE_TEXT, TRUE },
  { TEA BRIDGE TEA_AGAIN, 2, FZ_SEEN_LITTLE_TEXT, FALSE },
  { TEA BRIDGE "\n\n\n茶农在晒青。\n\n" TEA, 2, FZ_SEEN_LITTLE_TEXT_APART, TRUE },
  { TEA BRIDGE "茶农在晒青。\n\n" TEA, 2, FZ_SEEN_LITTLE_TEXT_APART, FALSE },
};

static FzLines *
cut_lines (const char *text)
{
  FzLines *lines = fz_lines_new (text, strlen (text));

  fz_columns_mark (lines);
  fz_pairs_mark (lines);
  fz_repeats_mark (lines);
  fz_kinds_mark (lines);

  return lines;
}

static void
test_seen (void)
{
  static const FzPlaces places = { NULL, NULL };

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      FzLines *lines = cut_lines (rows[row].text);
      g_autofree FzObserved *observed = fz_observe (lines, &places);
      gboolean holds = FALSE;

      for (guint o = 0; o < observed[rows[row].line].n; o++)
        holds = holds || observed[rows[row].line].seen[o] == rows[row].seen;
      if (holds != rows[row].holds)
        g_test_message ("row %u: %s", row, fz_observation_name (rows[row].seen));
      g_assert_cmpint (holds, ==, rows[row].holds);
      fz_lines_free (lines);
    }
}

/* The characters of @text, with room behind them. */
static gunichar *
points_of (const char *text, guint *n)
{
  glong chars;
  g_autofree gunichar *points = g_utf8_to_ucs4_fast (text, -1, &chars);
  gunichar *roomy = g_new0 (gunichar, (gsize) chars + FZ_LINES_SLACK);

  *n = (guint) chars;
  return memcpy (roomy, points, (gsize) chars * sizeof *points);
}

static guint
count (const char *of, const char *in, guint enough)
{
  FzEchoes echoes;
  guint n_of, n_in;
  g_autofree gunichar *points_in = points_of (in, &n_in), *points_of_it = points_of (of, &n_of);

  fz_echoes_clear (&echoes);
  fz_echoes_add (&echoes, points_in, n_in);

  return fz_echoes_count (&echoes, points_of_it, n_of, enough);
}

/* Pairs of Han characters; marks, letters and lone characters have none. */
static void
test_echoes (void)
{
  g_assert_cmpuint (count ("茶叶丰收", "今年的茶叶，丰收在望", G_MAXUINT), ==, 2);
  g_assert_cmpuint (count ("茶叶丰收", "茶、叶、丰、收", G_MAXUINT), ==, 0);
  g_assert_cmpuint (count ("GDP 5%", "GDP 5%", G_MAXUINT), ==, 0);
  g_assert_cmpuint (count ("", "茶叶", G_MAXUINT), ==, 0);
  g_assert_cmpuint (count ("茶", "茶叶", G_MAXUINT), ==, 0);
}

/* What is longer than a step, with the pair on its border; and no more than was asked for. */
static void
test_long_echoes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint before = 0; before < 100; before++)
    {
      g_autofree char *whole = g_strconcat (text->str, "茶叶", NULL);

      g_assert_cmpuint (count ("茶叶", whole, G_MAXUINT), ==, 1);
      g_assert_cmpuint (count (whole, "茶叶", G_MAXUINT), ==, 1);
      g_string_append (text, "、");
    }
  g_string_append (text, "茶叶、茶叶、茶叶");
  g_assert_cmpuint (count (text->str, "茶叶", G_MAXUINT), ==, 3);
  g_assert_cmpuint (count (text->str, "茶叶", 1), >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matter/seen", test_seen);
  g_test_add_func ("/matter/echoes", test_echoes);
  g_test_add_func ("/matter/long-echoes", test_long_echoes);
  return g_test_run ();
}
