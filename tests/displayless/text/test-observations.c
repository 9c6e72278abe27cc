/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-columns.h"
#include "fz-kinds.h"
#include "fz-observations.h"
#include "fz-pairs.h"
#include "fz-repeats.h"
#include "text-test.h"

/* What is seen of a line, for and against each: the first of two pages shows it in
 * one of its lines, from 0, the second does not. */

#define TEXT "本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶。茶农笑了。\n"

typedef struct {
  FzObservation seen;
  guint         line;
  const char   *with;
  const char   *without;
} Case;

static const Case words[] = {
  { FZ_SEEN_PICTURE_START, 0, "图为茶农采茶\n\n" TEXT, "茶农采茶图为谁\n\n" TEXT },
  { FZ_SEEN_DOING, 0, "茶农正在采茶\n\n" TEXT, "茶农采茶\n\n" TEXT },
  { FZ_SEEN_COLUMN_WORD, 0, "图片新闻\n\n" TEXT, "图片新闻让茶农的日子亮起来\n\n" TEXT },
  { FZ_SEEN_DIGEST, 0, "导  读\n\n" TEXT, "导读员进茶园\n\n" TEXT },
  { FZ_SEEN_NAME_END, 0, "县农业农村局\n\n" TEXT, "茶农笑了起来\n\n" TEXT },
  { FZ_SEEN_LABEL, 0, "时间：三月五日\n\n" TEXT, "茶农笑三月五日\n\n" TEXT },
  { FZ_SEEN_LABEL_ALONE, 0, "地点：\n\n" TEXT, "地点：茶园\n\n" TEXT },
  { FZ_SEEN_PLACE_LABEL, 0, "嵊州市：茶园开园\n\n" TEXT, "茶农们：茶园开园\n\n" TEXT },
  { FZ_SEEN_EDITOR_NOTE, 0, "编者按：茶园开园了。\n\n" TEXT, "读者按门铃：茶园开园了。\n\n" TEXT },
  { FZ_SEEN_TALK, 0, "问：茶园有多大？\n\n" TEXT, "问茶嵊州一叶知春\n\n" TEXT },
  { FZ_SEEN_SALUTATION, 0, "编辑同志：\n\n" TEXT, "编辑同志们\n\n" TEXT },
  { FZ_SEEN_CLOSING, 1, TEXT "\n特此公告\n", TEXT "\n公告特此\n" },
  { FZ_SEEN_LIST_MARK, 0, "●茶园开园\n\n" TEXT, "茶园●开园\n\n" TEXT },
  { FZ_SEEN_IMPRINT, 0, "责任编辑：温柚\n\n" TEXT, "温柚当上责任编辑\n\n" TEXT },
  { FZ_SEEN_CONTACT, 0, "电话：0571-00000000\n\n" TEXT, "茶园开园了\n\n" TEXT },
  { FZ_SEEN_DATE_START, 0, "3月5日，茶园开园\n\n" TEXT, "茶园3月5日开园\n\n" TEXT },
  { FZ_SEEN_LENTICULAR, 0, "【茶园】开园\n\n" TEXT, "茶园【开园】\n\n" TEXT },
  { FZ_SEEN_CELLS, 0, "茶叶 十斤 三百元\n\n" TEXT, "茶叶 十斤\n\n" TEXT },
  { FZ_SEEN_DIGITS, 0, "2024 31 茶\n\n" TEXT, "茶园开园5天\n\n" TEXT },
  { FZ_SEEN_NAMES_PLACE, 0, "金华茶农采茶忙\n\n" TEXT, "山里茶农采茶忙\n\n" TEXT },
  { FZ_SEEN_NAMES_NO_PLACE, 0, "山里茶农采茶忙\n\n" TEXT, "金华茶农采茶忙\n\n" TEXT },
  { FZ_SEEN_NEWS_BELOW, 0, "茶园开园\n\n3月5日，茶园里采茶工背着竹篓上山，一天能采下三百斤。\n", "茶园开园\n\n茶园里采茶工背着竹篓上山，一天能采下三百斤。\n" },
  { FZ_SEEN_ALL_HAN, 0, "茶园开园\n\n" TEXT, "茶园 开园\n\n" TEXT },
  { FZ_SEEN_ARROW, 0, "▲茶园开园\n\n" TEXT, "茶园▲开园\n\n" TEXT },
  { FZ_SEEN_EXCLAIMS, 0, "茶园开园啦！\n\n" TEXT, "茶园开园啦\n\n" TEXT },
  { FZ_SEEN_SENTENCE, 0, "茶园开园啦。\n\n" TEXT, "茶园。开园啦。\n\n" TEXT },
  { FZ_SEEN_ITEM, 0, "声　明\n\n" TEXT, "茶园声明书\n\n" TEXT },
  { FZ_SEEN_ITEM_END, 0, "茶园声明\n\n" TEXT, "声明里的茶园\n\n" TEXT },
  { FZ_SEEN_CIRCLED, 0, "①茶园开园\n\n" TEXT, "茶园①开园\n\n" TEXT },
  { FZ_SEEN_POINTS_TO_PAGE, 0, "茶园开园 >>>2版\n\n" TEXT, "茶园开园 第2版画\n\n" TEXT },
  { FZ_SEEN_SCENE, 0, "茶农在茶厂里忙碌。\n\n" TEXT, "茶农在茶厂里说：忙碌。\n\n" TEXT },
  { FZ_SEEN_SCENE_OF_PLACE, 0, "茶农在嵊州市忙碌。\n\n" TEXT, "茶农在茶厂里忙碌。\n\n" TEXT },
};

static const Case marks[] = {
  { FZ_SEEN_PAGE_TOP, 0, "茶园开园\n\n" TEXT, NULL },
  { FZ_SEEN_ENDS_STOP, 0, "茶园开园！\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_ENDS_PERIOD, 0, "茶园开园。\n\n" TEXT, "茶园开园！\n\n" TEXT },
  { FZ_SEEN_ENDS_PAUSE, 0, "茶园开园，\n\n" TEXT, "茶园，开园\n\n" TEXT },
  { FZ_SEEN_ENDS_COLON, 0, "茶园开园：\n\n" TEXT, "茶园：开园\n\n" TEXT },
  { FZ_SEEN_HOLDS_PERIOD, 0, "茶园。开园了\n\n" TEXT, "茶园开园了。\n\n" TEXT },
  { FZ_SEEN_HOLDS_PAUSE, 0, "茶园，开园了\n\n" TEXT, "茶园、果园开了\n\n" TEXT },
  { FZ_SEEN_HOLDS_PAUSES, 0, "茶园，开园，人多了\n\n" TEXT, "茶园，开园了\n\n" TEXT },
  { FZ_SEEN_HALVES, 0, "茶园开了园 茶农笑开颜\n\n" TEXT, "茶园开了园茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_UNBALANCED, 0, "茶农“笑开颜\n\n" TEXT, "茶农“笑”开颜\n\n" TEXT },
  { FZ_SEEN_CLOSES, 0, "茶农笑”开颜\n\n" TEXT, "茶农“笑”开颜\n\n" TEXT },
  { FZ_SEEN_BRACKETED, 0, "（茶园开园）\n\n" TEXT, "茶园（开园）\n\n" TEXT },
  { FZ_SEEN_HASH, 0, "# 茶园开园\n\n" TEXT, "茶园 # 开园\n\n" TEXT },
  { FZ_SEEN_SUBHASH, 1, "# 茶园开园\n\n## 采茶\n\n" TEXT, "# 茶园开园\n\n# 采茶\n\n" TEXT },
  { FZ_SEEN_NUMBERED, 0, "一、茶园开园\n\n" TEXT, "一座茶园开园\n\n" TEXT },
  { FZ_SEEN_DASHED, 1, "茶园开园\n——茶乡见闻\n\n" TEXT, "茶园开园\n茶乡——见闻\n\n" TEXT },
  { FZ_SEEN_ABOVE_STOPS, 1, TEXT "\n茶园开园\n", "茶园开园\n\n茶园又开园\n\n" TEXT },
  { FZ_SEEN_CHARS_4, 0, "茶园开园\n\n" TEXT, "茶园又开园\n\n" TEXT },
  { FZ_SEEN_CHARS_8, 0, "茶园又开园\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_ALONE, 0, "茶园开园\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_RUN_FIRST, 0, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_LAST, 1, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT },
  { FZ_SEEN_RUN_MIDDLE, 1, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_RUN_OF_TWO, 0, "茶园开园\n\n茶农笑开颜\n\n" TEXT, "茶园开园\n\n" TEXT },
  { FZ_SEEN_RUN_OF_THREE, 0, "茶园开园\n\n茶农笑开颜\n\n采茶忙\n\n" TEXT, "茶园开园\n\n茶农笑开颜\n\n" TEXT },
  { FZ_SEEN_LONGER_THAN_NEXT, 0, "茶园又开园\n\n采茶忙\n\n" TEXT, "采茶忙\n\n茶园又开园\n\n" TEXT },
  { FZ_SEEN_SHORTER_THAN_NEXT, 0, "采茶忙\n\n茶园又开园\n\n" TEXT, "茶园又开园\n\n采茶忙\n\n" TEXT },
  { FZ_SEEN_PAGE_OF_LEADS, 0, "茶园开园\n\n" TEXT, "茶园开园\n\n采茶工背着竹篓上山，一天能采下三百多斤鲜叶。茶农笑了。\n" },
  { FZ_SEEN_PAGE_OF_HASHES, 0, "# 茶园开园\n\n" TEXT, "茶园开园\n\n" TEXT },
};

static gboolean
is_seen (const char *text, guint line, FzObservation seen)
{
  const FzPlaces places = { test_names_place, NULL };
  g_autoptr (FzLines) lines = fz_lines_new (text, strlen (text));
  g_autofree FzObserved *observed = NULL;

  fz_columns_mark (lines);
  fz_pairs_mark (lines);
  fz_repeats_mark (lines);
  fz_kinds_mark (lines);
  observed = fz_observe (lines, &places);
  g_assert_cmpuint (line, <, lines->lines->len);
  for (guint i = 0; i < observed[line].n; i++)
    if (observed[line].seen[i] == seen)
      return TRUE;

  return FALSE;
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", fz_observation_name (cases[i].seen));
      g_assert_true (is_seen (cases[i].with, cases[i].line, cases[i].seen));
      if (cases[i].without != NULL)
        g_assert_false (is_seen (cases[i].without, cases[i].line, cases[i].seen));
    }
}

static void
test_words (void)
{
  check (words, G_N_ELEMENTS (words));
}

static void
test_marks (void)
{
  check (marks, G_N_ELEMENTS (marks));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/observations/words", test_words);
  g_test_add_func ("/text/observations/marks", test_marks);

  return g_test_run ();
}
