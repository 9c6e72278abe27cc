/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* Small pages, one rule each.  Each line is described as test_describe() does:
 * number, role, and the line that its paragraph goes on with. */

static void
test_title_alone (void)
{
  test_assert_lines ("茶香飘万家\n\n本报讯 茶农笑了。\n\n果农也笑了。\n",
                     "1:title 3:body 5:body");
}

/* Of two lines the one that names a region inside a sentence is the title. */
static void
test_title_names_place (void)
{
  test_assert_lines ("金华茶农采茶忙 一天卖出三万斤\n\n用心服务解民忧\n\n本报讯 茶农笑了。\n",
                     "1:title 3:subtitle 5:body");
  test_assert_lines ("用心服务解民忧\n\n金华茶农采茶忙 一天卖出三万斤\n\n本报讯 茶农笑了。\n",
                     "1:kicker 3:title 5:body");
}

/* Where both or none name one, the last; a bare name is a topic. */
static void
test_title_is_last (void)
{
  test_assert_lines ("用心服务解民忧\n\n一天卖出三万斤茶\n\n本报讯 茶农笑了。\n",
                     "1:kicker 3:title 5:body");
  test_assert_lines ("金华开发区\n\n做实帮办服务 擦亮营商名片\n\n本报讯 茶农笑了。\n",
                     "1:kicker 3:title 5:body");
}

static void
test_title_marked (void)
{
  test_assert_lines ("用心服务解民忧\n\n# 一天卖出三万斤茶\n\n本报记者 段问\n\n茶农笑了。\n\n## 一 茶园里\n\n果农也笑了。\n",
                     "1:kicker 3:title 5:byline 7:body 9:heading 11:body");
}

static void
test_title_goes_on (void)
{
  test_assert_lines ("李庄古镇：\n一条老街的“慢修”\n\n本报讯 匠人笑了。\n", "1:title:2 2:title 4:body");
}

static void
test_subtitle_dashed (void)
{
  test_assert_lines ("一颗柚子的旅行\n——柚乡见闻\n\n本报记者 段问\n\n果农笑了。\n",
                     "1:title 2:subtitle 4:byline 6:body");
}

static void
test_bare_names (void)
{
  test_assert_lines ("守着一片竹林\n\n张苑 余美 傅炎\n\n竹农笑了。\n", "1:title 3:byline 5:body");
}

/* A short line between two paragraphs is a heading, inside a broken one a
 * caption, and the paragraph is joined across it. */
static void
test_heading_and_caption (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n把茶卖出去\n\n果农也笑了。\n",
                     "1:title 3:body 5:heading 7:body");
  test_assert_lines ("茶香\n\n本报讯 茶农们今年,把加工厂整合\n\n\n\n茶园的小猪\n\n成了合作社。\n",
                     "1:title 3:body:9 7:caption 9:body");
}

/* Behind a wide gap, where the picture stood, comes its caption, then the
 * heading of what follows. */
static void
test_caption_behind_gap (void)
{
  test_assert_lines ("茶香\n\n张苑 余美 傅炎\n\n茶农笑了。\n\n果农笑了。\n\n\n\n茶山鸟瞰图\n\n把茶卖出去 让钱进口袋\n\n竹农也笑了。\n",
                     "1:title 3:byline 5:body 7:body 11:caption 13:heading 15:body");
}

static void
test_banner (void)
{
  test_assert_lines ("茶香\n\n张苑 余美 傅炎\n\n茶农笑了。\n\n果农笑了。\n\n茶山新村村貌\n\n(图片由余远提供)\n\n我们走在\n山路上\n\n再创新业\n",
                     "1:title 3:byline 5:body 7:body 9:caption 11:credit 13:masthead 14:masthead 16:masthead");
}

static void
test_jump (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 茶农笑了。\n\n(下转第4版)\n\n“甜水”记\n\n(上接第一版)\n\n管水员也笑了。\n\n(紧接第二版)比如去年，果农就笑了。\n";

  test_assert_lines (text, "1:title 3:body 5:jump 7:title 9:jump 11:body 13:body");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 0)->kind, ==, FZ_ARTICLE_KIND_ARTICLE);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_CONTINUATION);
  g_assert_cmpint (test_article (page, 2)->kind, ==, FZ_ARTICLE_KIND_CONTINUATION);
  g_assert_null (test_article (page, 2)->title);
}

static void
test_photo (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 茶农笑了。\n\n3月1日，茶农在山坡上采茶。春天来了，茶园里很热闹。\n\n拍友 周既望 丁未央 摄\n\n春上茶山\n\n\n\n"
    "果香\n\n本报讯 果农笑了。\n";

  test_assert_lines (text, "1:title 3:body 5:caption 7:credit 9:title 13:title 15:body");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_PHOTO);
  g_assert_cmpstr (test_article (page, 1)->title, ==, "春上茶山");
}

static void
test_stub (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n\n本报讯 茶农笑了。\n\n守护候鸟 共享湖清\n");

  g_assert_cmpuint (page->articles->len, ==, 2);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_STUB);
  g_assert_cmpstr (test_article (page, 1)->title, ==, "守护候鸟 共享湖清");
}

/* A story whose lead stands above its title. */
static void
test_late_title (void)
{
  test_assert_lines ("本报讯 茶农笑了。\n\n茶农增收 果农增收\n\n果农也笑了。\n", "1:body 3:title 5:body");
}

/* Paragraphs broken by columns, among them one whose first part is short. */
static void
test_broken_paragraphs (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农缺人手,厂里也缺人手,在乡亲的支持下,厂里的人\n\n手多了起来。\n\n在大家的支持下,厂里的人\n\n手多了。\n",
                     "1:title 3:body:5 5:body 7:body:9 9:body");
}

static void
test_column (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "　　本报讯 今年以来，嵊州市的茶\n"
                     "农新建了三个加工中心，收入比去年\n"
                     "同期增长两成，茶农都很高兴。他们\n"
                     "说，日子越过越好。\n"
                     "　　合作社也从八家增加到十五家，\n"
                     "带动三千多人就业。\n",
                     "1:title 2:body:3 3:body:4 4:body:5 5:body 6:body:7 7:body");
}

/* A line that happens to end a sentence where it fills the column goes on. */
static void
test_column_full_stop (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "　　本报讯 今年以来，嵊州市的茶\n"
                     "农新建了三个加工中心，都很高兴。\n"
                     "合作社也从八家增加到了十五家，其\n"
                     "中三家盈利。\n"
                     "　　果农新建了三个加工中心，收入\n"
                     "也增长了。\n",
                     "1:title 2:body:3 3:body:4 4:body:5 5:body 6:body:7 7:body");
}

static void
test_repeated (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 茶农笑了。\n\n"
    "车子巡游到老街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再往前走，街坊们都说它比人还守规矩。\n\n"
    "车子巡游到新街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再\n\n"
    "果香\n\n本报讯 果农笑了。\n";
  const FzBlock *block;

  test_assert_lines (text, "1:title 3:body 5:body 7:body 9:title 11:body");
  page = test_read (text);
  block = fz_article_block (test_article (page, 0), 3);
  g_assert_cmpuint (block->flags, ==, FZ_BLOCK_FLAG_REPEATED | FZ_BLOCK_FLAG_TRUNCATED);
}

/* A list of headlines is no paragraph. */
static void
test_list (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n1.茶园新建加工中心 增收两成\n\n2.果园新建分拣中心 增收三成\n\n3.竹园新建削片中心 增收四成\n",
                     "1:title 3:body 5:body 7:body 9:body");
}

/* Latin words are set apart where lines are joined, Han characters are not. */
static void
test_joined_text (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n\n本报讯 茶农们用上了Green,\n\nTea平台,果农\n\n也用上了。\n");
  g_autofree char *text = fz_article_dup_block (test_article (page, 0), 1);
  const FzBlock *block = fz_article_block (test_article (page, 0), 1);

  g_assert_cmpstr (text, ==, "本报讯 茶农们用上了Green, Tea平台,果农也用上了。");
  g_assert_cmpuint (g_array_index (block->pieces, FzPiece, 1).start, ==, 17);
  g_assert_cmpuint (g_array_index (block->pieces, FzPiece, 2).start, ==, 25);
}

/* The head of a page ends the story above it and stands with the one below. */
static void
test_page_head (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "第1版 要闻\n\n茶香\n\n本报讯 茶农笑了。\n\f第2版 县域\n责任编辑：温柚\n\n果香\n\n果农笑了。\n\n（本版样张）\n";

  test_assert_lines (text, "1:masthead 3:title 5:body 6:masthead 7:noise 9:title 11:body 13:noise");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 2);
  g_assert_cmpuint (test_article (page, 0)->first_line, ==, 3);
  g_assert_cmpuint (test_article (page, 0)->last_line, ==, 5);
  g_assert_cmpuint (test_article (page, 1)->first_line, ==, 9);
  g_assert_cmpuint (test_article (page, 1)->last_line, ==, 11);
}

static void
test_head_matter (void)
{
  g_autoptr (FzPage) page = test_read ("引题之一 前半句\n\n引题之二 后半句\n\n# 金华茶香\n\n副题一行\n\n"
                                       "本报金华1月31日电(见习记者 王啸 通讯员 吴琴)茶农笑了。\n\n茶山 周既望 摄\n\n果农笑了。(方白)\n");
  const FzArticle *article = test_article (page, 0);
  g_autofree char *authors = test_authors (article->authors);

  g_assert_cmpstr (article->title, ==, "金华茶香");
  g_assert_cmpstr (article->kicker, ==, "引题之一 前半句 / 引题之二 后半句");
  g_assert_cmpstr (article->subtitle, ==, "副题一行");
  g_assert_cmpstr (article->dateline, ==, "本报金华1月31日电");
  g_assert_cmpstr (authors, ==, "见习记者:王啸 通讯员:吴琴 摄影:周既望 作者:方白");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/roles/title-alone", test_title_alone);
  g_test_add_func ("/text/roles/title-names-place", test_title_names_place);
  g_test_add_func ("/text/roles/title-is-last", test_title_is_last);
  g_test_add_func ("/text/roles/title-marked", test_title_marked);
  g_test_add_func ("/text/roles/title-goes-on", test_title_goes_on);
  g_test_add_func ("/text/roles/subtitle-dashed", test_subtitle_dashed);
  g_test_add_func ("/text/roles/bare-names", test_bare_names);
  g_test_add_func ("/text/roles/heading-and-caption", test_heading_and_caption);
  g_test_add_func ("/text/roles/caption-behind-gap", test_caption_behind_gap);
  g_test_add_func ("/text/roles/banner", test_banner);
  g_test_add_func ("/text/roles/jump", test_jump);
  g_test_add_func ("/text/roles/photo", test_photo);
  g_test_add_func ("/text/roles/stub", test_stub);
  g_test_add_func ("/text/roles/late-title", test_late_title);
  g_test_add_func ("/text/roles/list", test_list);
  g_test_add_func ("/text/roles/page-head", test_page_head);
  g_test_add_func ("/text/roles/head-matter", test_head_matter);
  g_test_add_func ("/text/paragraphs/broken", test_broken_paragraphs);
  g_test_add_func ("/text/paragraphs/column", test_column);
  g_test_add_func ("/text/paragraphs/column-full-stop", test_column_full_stop);
  g_test_add_func ("/text/paragraphs/repeated", test_repeated);
  g_test_add_func ("/text/paragraphs/joined-text", test_joined_text);

  return g_test_run ();
}
