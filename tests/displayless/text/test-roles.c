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

/* A list of headlines is no paragraph. */
static void
test_list (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n1.茶园新建加工中心 增收两成\n\n2.果园新建分拣中心 增收三成\n\n3.竹园新建削片中心 增收四成\n",
                     "1:title 3:body 5:body 7:body 9:body");
}

/* The head of a page ends the story above it and stands with the one below. */
static void
test_page_head (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "第1版 要闻\n\n茶香\n\n本报讯 茶农笑了。\n\f第2版 县域\n责任编辑：温柚\n\n果香\n\n果农笑了。\n\n（本版样张）\n";

  test_assert_lines (text, "1:noise 3:title 5:body 6:noise 7:noise 9:title 11:body 13:noise");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 2);
  g_assert_cmpuint (test_article (page, 0)->first_line, ==, 3);
  g_assert_cmpuint (test_article (page, 0)->last_line, ==, 5);
  g_assert_cmpuint (test_article (page, 1)->first_line, ==, 9);
  g_assert_cmpuint (test_article (page, 1)->last_line, ==, 11);
}

#define TWO_STORIES "茶香飘万家\n本报讯 茶农笑了。\n茶商也笑了。\n\n果香满山坡\n本报记者 段问\n果农笑了。\n果商也笑了。\n\n"

/* Where blank lines set stories apart and nothing else, a short line behind one
 * is a title: a byline of a bare name, or a place and a beginning below it, say
 * that another story begins. */
static void
test_story_runs_on (void)
{
  test_assert_lines (TWO_STORIES "竹乡有个养蜂人\n于山\n渭源养蜂人笑了。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:title 11:byline 12:body");
  test_assert_lines (TWO_STORIES "乡间短波\n渭源募集旧书\n渭源县即日起募集旧书。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:kicker 11:title 12:body");
  test_assert_lines (TWO_STORIES "渭源竹海开园\n近日，渭源竹海开园。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:title 11:body");
  test_assert_lines (TWO_STORIES "竹笋上市\n3月6日，竹农挖笋忙。 本报记者 段问 摄\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:title 11:caption");
}

/* A story with several such lines has headings; so has one on whose page other
 * gaps stand, or whose paragraph goes on. */
static void
test_headings_stay (void)
{
  test_assert_lines (TWO_STORIES "渭源摘果忙\n渭源县的果农摘果。\n\n渭源卖果忙\n渭源县的果农卖果。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:heading 11:body 13:heading 14:body");
  test_assert_lines (TWO_STORIES "一个果农的账本\n去年卖果三万斤。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:heading 11:body");
  test_assert_lines ("茶香飘万家\n本报讯 茶农笑了。\n茶商也笑了。\n\n茶客也笑了。\n\n渭源摘茶忙\n渭源县的茶农摘茶。\n\n果香满山坡\n本报讯 果农笑了。\n果商也笑了。\n果客也笑了。\n",
                     "1:title 2:body 3:body 5:body 7:heading 8:body 10:title 11:body 12:body 13:body");
  test_assert_lines (TWO_STORIES "A　渭源摘果忙\n渭源县的果农摘果。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:heading 11:body");
  test_assert_lines (TWO_STORIES "一、渭源摘果忙\n渭源县的果农摘果。\n",
                     "1:title 2:body 3:body 5:title 6:byline 7:body 8:body 10:heading 11:body");
}

/* In columns the last line of a page is a caption where it stands as close as
 * any line, and may be a headline where it stands apart. */
static void
test_last_caption (void)
{
  static const char column[] = "茶香飘万家\n本报讯 清早的茶园里雾气还没有散尽，茶\n农们已经背着竹篓上山，一片一片采下嫩\n"
                               "绿的芽头，送到山脚下的加工厂里去。这\n一天他们采了三百斤，比去年的这个时候\n多出了一半，大家都笑了。\n";
  g_autofree char *close = g_strconcat (column, "竹林村的晒茶场上人来人往\n", NULL);
  g_autofree char *apart = g_strconcat (column, "\n竹林村的晒茶场扩建一倍\n", NULL);
  g_autoptr (FzPage) one = test_read (close);
  g_autoptr (FzPage) two = test_read (apart);

  g_assert_cmpuint (one->articles->len, ==, 1);
  g_assert_cmpuint (two->articles->len, ==, 2);
}

/* A headline that points to another page is a stub, a row of them a digest. */
static void
test_pointers (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n本报讯 茶农笑了。\n\n渭源果香满山坡（详见第4版）\n\n竹香\n本报讯 竹农笑了。\n");

  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_STUB);
  g_assert_cmpstr (test_article (page, 2)->title, ==, "竹香");
  test_assert_lines ("茶香\n本报讯 茶农笑了。\n\n果香满山坡（详见第4版）\n竹香满山坡（详见第5版）\n",
                     "1:title 2:body 4:noise 5:noise");
}

/* What signs a story closes it: the next short line is a headline. */
static void
test_closed_by_signature (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n（方既白）\n\n果香满山坡\n\n果农笑了。\n",
                     "1:title 3:body 5:byline 7:title 9:body");
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n（据《岭东新报》）\n\n果香满山坡\n\n果农笑了。\n",
                     "1:title 3:body 5:noise 7:title 9:body");
  test_assert_lines ("茶香\n\n茶农笑了，果农也笑了。\n\n本报记者 段问\n\n今年茶叶丰收。\n\n把茶卖出去\n\n竹农笑了。\n",
                     "1:title 3:body 5:byline 7:body 9:heading 11:body");
}

static void
test_editor_note (void)
{
  g_autoptr (FzPage) page = NULL, two = NULL;
  static const char text[] =
    "编者按：\n\n春茶过半，茶农怎样了？本报今起推出系列报道。\n\n茶香\n\n□ 记者 段问\n\n茶农笑了。\n";

  test_assert_lines (text, "1:body 3:body 5:title 7:byline 9:body");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 1);
  two = test_read ("果香\n\n本报讯 果农笑了。\n\n编者按：春茶过半，茶农怎样了？\n\n嵊州山里的茶香\n\n本报讯 茶农笑了。\n");
  g_assert_cmpuint (two->articles->len, ==, 2);
  g_assert_cmpstr (test_article (two, 1)->title, ==, "嵊州山里的茶香");
  g_assert_cmpstr (test_article (two, 1)->dateline, ==, "本报讯");
}

/* A letter; a notice, signed and dated; turns of an interview. */
static void
test_letters_and_notices (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char notice[] = "茶香\n\n本报讯 茶农笑了。\n\n公告\n\n茶园封路。\n\n特此公告\n\n嵊州市公安局\n\n2023年9月10日\n";

  test_assert_lines (notice, "1:title 3:body 5:title 7:body 9:body 11:body 13:body");
  page = test_read (notice);
  g_assert_null (page->date);
  test_assert_lines ("茶香\n\n编辑同志：\n\n茶农笑了。\n\n读者 段问\n", "1:title 3:body 5:body 7:byline");
  test_assert_lines ("茶香\n\n茶农笑了。\n\n问：为什么？\n\n答：茶好。\n", "1:title 3:body 5:body 7:body");
}

/* The last line of a page: a headline without text, a caption, a label. */
static void
test_last_line (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n\n本报讯 茶农笑了。\n\n候鸟飞回陇西湿地公园过冬\n");
  g_autoptr (FzPage) continued = NULL;

  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_STUB);
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n\n\n茶厂工人正在赶制订单\n", "1:title 3:body 7:caption");
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n承辦單位：茶業改良推廣科\n", "1:title 3:body 5:caption");
  continued = test_read ("(上接第一版)\n\n茶农笑了。\n\n候鸟飞回陇西湿地公园过冬\n");
  g_assert_null (test_article (continued, 0)->title);
  g_assert_cmpint (test_article (continued, 1)->kind, ==, FZ_ARTICLE_KIND_STUB);
}

/* A place on a line of its own above what is new there. */
static void
test_place_above_title (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n渭源：\n\n一袋种薯卖到了新疆\n\n薯农笑了。\n",
                     "1:title 3:body 5:title:7 7:title 9:body");
  test_assert_lines ("陇西\n\n药材卖到了新疆\n\n本报讯 药农笑了。\n", "1:kicker 3:title 5:body");
}

static void
test_poem (void)
{
  test_assert_lines ("茶山的雪\n\n◎叶知秋\n\n雪落在茶山上\n落在屋檐上\n落在头发上\n落在石阶上\n落在灯光里\n落在睡梦里\n再也没有化\n\n老屋\n\n□崔静\n\n老屋旧了。\n",
                     "1:title 3:byline 5:body 6:body 7:body 8:body 9:body 10:body 11:body 13:title 15:byline 17:body");
}

static void
test_head_matter (void)
{
  g_autoptr (FzPage) page = test_read ("引题之一 前半句\n\n引题之二 后半句\n\n# 金华茶香\n\n副题一行\n\n"
                                       "本报金华1月31日电(见习记者 王啸 通讯员 吴琴)茶农笑了。\n\n茶山 周既望 摄\n\n果农笑了。(方白)\n\n(王啸)\n\n通讯员 方白\n");
  const FzArticle *article = test_article (page, 0);
  g_autofree char *authors = test_authors (article->authors);

  g_assert_cmpstr (article->title, ==, "金华茶香");
  g_assert_cmpstr (article->kicker, ==, "引题之一 前半句 / 引题之二 后半句");
  g_assert_cmpstr (article->subtitle, ==, "副题一行");
  g_assert_cmpstr (article->dateline, ==, "本报金华1月31日电");
  g_assert_cmpstr (authors, ==, "见习记者:王啸 通讯员:吴琴 摄影:周既望 通讯员:方白");
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
  g_test_add_func ("/text/roles/jump", test_jump);
  g_test_add_func ("/text/roles/stub", test_stub);
  g_test_add_func ("/text/roles/late-title", test_late_title);
  g_test_add_func ("/text/roles/list", test_list);
  g_test_add_func ("/text/roles/story-runs-on", test_story_runs_on);
  g_test_add_func ("/text/roles/headings-stay", test_headings_stay);
  g_test_add_func ("/text/roles/last-caption", test_last_caption);
  g_test_add_func ("/text/roles/pointers", test_pointers);
  g_test_add_func ("/text/roles/page-head", test_page_head);
  g_test_add_func ("/text/roles/closed-by-signature", test_closed_by_signature);
  g_test_add_func ("/text/roles/editor-note", test_editor_note);
  g_test_add_func ("/text/roles/letters-and-notices", test_letters_and_notices);
  g_test_add_func ("/text/roles/last-line", test_last_line);
  g_test_add_func ("/text/roles/place-above-title", test_place_above_title);
  g_test_add_func ("/text/roles/poem", test_poem);
  g_test_add_func ("/text/roles/head-matter", test_head_matter);

  return g_test_run ();
}
