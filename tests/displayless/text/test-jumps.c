/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-jumps.h"
#include "text-test.h"

static void
test_edition (void)
{
  static const char * const cases[][2] = {
    { "第一版", "1" }, { "1", "1" }, { "01", "1" }, { "０１版", "1" }, { "头版", "1" }, { "頭版", "1" },
    { "A6版", "A6" }, { "A06", "A6" }, { "Ａ０６", "A6" }, { "a6", "A6" }, { "第 4 版", "4" },
    { "十", "10" }, { "第十二版", "12" }, { "二十", "20" }, { "二十四", "24" },
    { "要闻", NULL }, { "A", NULL }, { "", NULL }, { "0", NULL }, { "1234", NULL }, { "十十", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = fz_edition_plain (cases[i][0]);

      g_assert_cmpstr (plain, ==, cases[i][1]);
    }
}

static FzArticle *
article_of (FzRole      role,
            const char *text)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };

  fz_article_append_block (article, role, 0, text, -1, &piece, 1);
  return article;
}

static const struct {
  FzRole           role;
  const char      *text;
  FzJumpDirection  direction;
  gboolean         found;
  const char      *edition;
  const char      *title;
} marks[] = {
  { FZ_ROLE_JUMP, "（下转第4版）", FZ_JUMP_TO, TRUE, "4", NULL },
  { FZ_ROLE_JUMP, "(下转A6版)", FZ_JUMP_TO, TRUE, "A6", NULL },
  { FZ_ROLE_JUMP, "下转 A06 版", FZ_JUMP_TO, TRUE, "A6", NULL },
  { FZ_ROLE_JUMP, "▶下转第二版", FZ_JUMP_TO, TRUE, "2", NULL },
  { FZ_ROLE_JUMP, "（下轉第3版）", FZ_JUMP_TO, TRUE, "3", NULL },
  { FZ_ROLE_JUMP, "（下转第2、3版）", FZ_JUMP_TO, TRUE, "2", NULL },
  { FZ_ROLE_JUMP, "（上接第一版）", FZ_JUMP_FROM, TRUE, "1", NULL },
  { FZ_ROLE_JUMP, "(紧接第一版)", FZ_JUMP_FROM, TRUE, "1", NULL },
  { FZ_ROLE_JUMP, "上接A1版", FZ_JUMP_FROM, TRUE, "A1", NULL },
  { FZ_ROLE_JUMP, "（上接A1版《山里来了戏班子》）", FZ_JUMP_FROM, TRUE, "A1", "山里来了戏班子" },
  { FZ_ROLE_JUMP, "（上接头版）", FZ_JUMP_FROM, TRUE, "1", NULL },
  { FZ_ROLE_JUMP, "（上接第一版）", FZ_JUMP_TO, FALSE, NULL, NULL },
  { FZ_ROLE_JUMP, "（下转第4版）", FZ_JUMP_FROM, FALSE, NULL, NULL },
  { FZ_ROLE_BODY, "戏班子下了山,(下转第4版)", FZ_JUMP_TO, TRUE, "4", NULL },
  { FZ_ROLE_BODY, "（上接第1版）又上了台。", FZ_JUMP_FROM, TRUE, "1", NULL },
  { FZ_ROLE_BODY, "票价上接第一版所载。", FZ_JUMP_FROM, FALSE, NULL, NULL },
  { FZ_ROLE_BODY, "戏班子下了山(共四人)", FZ_JUMP_TO, FALSE, NULL, NULL },
  { FZ_ROLE_CAPTION, "（下转第4版）", FZ_JUMP_TO, FALSE, NULL, NULL },
};

static void
test_mark (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (FzArticle) article = article_of (marks[i].role, marks[i].text);
      g_auto (FzJump) jump = { NULL, NULL };

      g_assert_cmpint (fz_jump_read (&jump, article, marks[i].direction), ==, marks[i].found);
      g_assert_cmpstr (jump.edition, ==, marks[i].edition);
      g_assert_cmpstr (jump.title, ==, marks[i].title);
    }
}

static void
test_titles (void)
{
  static const struct {
    const char *one, *other;
    gboolean    alike;
  } cases[] = {
    { "山里来了戏班子", "山里来了戏班子", TRUE },
    { "山里来了戏班子", "“山里”来了 戏班子！", TRUE },
    { "文化下乡记:山里来了戏班子", "山里来了戏班子", TRUE },
    { "山里来了个好戏班子", "山里来了戏班子", TRUE },
    { "山里来了戏班子", "村口书屋开门", FALSE },
    { "金华市建成绿道", "金华市修好水渠", FALSE },
    { "好戏", "好戏连台唱到夜里", FALSE },
    { "", "", FALSE }, { NULL, "山里来了戏班子", FALSE }, { "好", "好", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (fz_titles_are_alike (cases[i].one, cases[i].other), ==, cases[i].alike);
      g_assert_cmpint (fz_titles_are_alike (cases[i].other, cases[i].one), ==, cases[i].alike);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jumps/edition", test_edition);
  g_test_add_func ("/jumps/mark", test_mark);
  g_test_add_func ("/jumps/titles", test_titles);
  return g_test_run ();
}
