/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* Small pages, one rule each.  Each line is described as test_describe() does:
 * number, role, and the line that its paragraph goes on with. */

static void
test_title_alone (void)
{
  test_assert_lines ("茶香飘万家\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n",
                     "1:title 3:body 5:body");
}

/* Of two lines the one that names a region inside a sentence is the title. */
static void
test_title_names_place (void)
{
  test_assert_lines ("金华茶农采茶忙 一天卖出三万斤\n\n用心服务解民忧\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n",
                     "1:title 3:subtitle 5:body");
  test_assert_lines ("用心服务解民忧\n\n金华茶农采茶忙 一天卖出三万斤\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n",
                     "1:kicker 3:title 5:body");
}

/* Where both or none name one, the last; a bare name is a topic. */
static void
test_title_is_last (void)
{
  test_assert_lines ("用心服务解民忧\n\n一天卖出三万斤茶\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n",
                     "1:kicker 3:title 5:body");
  test_assert_lines ("金华开发区\n\n做实帮办服务 擦亮营商名片\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n",
                     "1:kicker 3:title 5:body");
}

static void
test_title_marked (void)
{
  test_assert_lines ("用心服务解民忧\n\n# 一天卖出三万斤茶\n\n本报记者 段问\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n## 一 茶园里\n\n山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n",
                     "1:kicker 3:title 5:byline 7:body 9:heading 11:body");
}

static void
test_subtitle_dashed (void)
{
  test_assert_lines ("一颗柚子的旅行\n——柚乡见闻\n\n本报记者 段问\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n",
                     "1:title 2:subtitle 4:byline 6:body");
}

static void
test_bare_names (void)
{
  test_assert_lines ("守着一片竹林\n\n张苑 余美 傅炎\n\n竹子长在高山上，过去运不下来，如今建起了索道，一根竹子的运费降了一半还多。竹农笑了。\n", "1:title 3:byline 5:body");
}

/* What sets the size of letters was never printed: no title, and it takes none
 * away, above the title or below it; 大山中的小字体 is a title like others. */
static void
test_sizes_of_letters (void)
{
  static const char * const bars[] = {
    "【字体：大 中 小】", "(字体:大 中 小)", "【字号 大 中 小】【打印】【关闭】", "調整字體大小：小 中 大", "来源：嵊州新闻网 字体：[大 中 小]",
  };
  static const char text[] = "本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶。茶农笑了。\n";

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autofree char *below = g_strdup_printf ("茶香飘万家\n\n%s\n\n%s", bars[i], text);
      g_autofree char *above = g_strdup_printf ("%s\n\n茶香飘万家\n\n%s", bars[i], text);

      test_assert_lines (below, "1:title 3:noise 5:body");
      test_assert_lines (above, "1:noise 3:title 5:body");
    }
  {
    g_autofree char *title = g_strdup_printf ("大山中的小字体\n\n%s", text);

    test_assert_lines (title, "1:title 3:body");
  }
}

static void
test_jump (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n(下转第4版)\n\n“甜水”记\n\n(上接第一版)\n\n管子接进了每家的院子，水质每个月都有人来化验，结果贴在村口的公示栏里。管水员也笑了。\n\n(紧接第二版)比如去年，果农就笑了。\n";

  test_assert_lines (text, "1:title 3:body 5:jump 7:title 9:jump 11:body 13:body");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 0)->kind, ==, FZ_ARTICLE_KIND_ARTICLE);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_CONTINUATION);
  g_assert_cmpint (test_article (page, 2)->kind, ==, FZ_ARTICLE_KIND_CONTINUATION);
  g_assert_null (test_article (page, 2)->title);
}

/* A story whose lead stands above its title. */
static void
test_late_title (void)
{
  test_assert_lines ("本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n茶农增收 果农增收\n\n山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n", "1:body 3:title 5:body");
}

/* A list of headlines is no paragraph. */
static void
test_list (void)
{
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n1.茶园新建加工中心 增收两成\n\n2.果园新建分拣中心 增收三成\n\n3.竹园新建削片中心 增收四成\n",
                     "1:title 3:body 5:body 7:body 9:body");
}

/* The head of a page ends the story above it and stands with the one below. */
static void
test_page_head (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "第1版 要闻\n\n茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\f第2版 县域\n责任编辑：温柚\n\n果香\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n\n（本版样张）\n";

  test_assert_lines (text, "1:noise 3:title 5:body 6:noise 7:noise 9:title 11:body 13:noise");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 2);
  g_assert_cmpuint (test_article (page, 0)->first_line, ==, 3);
  g_assert_cmpuint (test_article (page, 0)->last_line, ==, 5);
  g_assert_cmpuint (test_article (page, 1)->first_line, ==, 9);
  g_assert_cmpuint (test_article (page, 1)->last_line, ==, 11);
}

#define TWO_STORIES "茶香飘万家\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n从外地赶来的客商在村里租了房子，一住就是半个月，他们说今年的茶叶品质好，价钱也公道。茶商也笑了。\n\n果香满山坡\n本报记者 段问\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n收购点设在村口，每天都有十几辆车子排队装货，最忙的时候要干到半夜才能收工。果商也笑了。\n\n"

/* A headline that points to another page is a stub, a row of them a digest. */
static void
test_pointers (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n渭源果香满山坡（详见第4版）\n\n竹香\n本报讯 竹子长在高山上，过去运不下来，如今建起了索道，一根竹子的运费降了一半还多。竹农笑了。\n");

  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_STUB);
  g_assert_cmpstr (test_article (page, 2)->title, ==, "竹香");
  test_assert_lines ("茶香\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n果香满山坡（详见第4版）\n竹香满山坡（详见第5版）\n",
                     "1:title 2:body 4:noise 5:noise");
}

/* What signs a story closes it: the next short line is a headline. */
static void
test_closed_by_signature (void)
{
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n（方既白）\n\n果香满山坡\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n",
                     "1:title 3:body 5:byline 7:title 9:body");
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n（据《岭东新报》）\n\n果香满山坡\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n",
                     "1:title 3:body 5:noise 7:title 9:body");
  test_assert_lines ("茶香\n\n茶农笑了，山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n\n本报记者 段问\n\n今年茶叶丰收，全村的干茶产量比去年多了两成，平均每户增收四千多元，家家都盖起了新房。\n\n把茶卖出去\n\n竹子长在高山上，过去运不下来，如今建起了索道，一根竹子的运费降了一半还多。竹农笑了。\n",
                     "1:title 3:body 5:byline 7:body 9:heading 11:body");
}

/* A letter; a notice, signed and dated; turns of an interview. */
static void
test_letters_and_notices (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char notice[] = "茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n公告\n\n因茶园道路施工，自即日起对进山公路实行封闭管理，过往车辆请绕行，施工期限为三个月。\n\n特此公告\n\n嵊州市公安局\n\n2023年9月10日\n";

  test_assert_lines (notice, "1:title 3:body 5:title 7:body 9:body 11:body 13:body");
  page = test_read (notice);
  g_assert_null (page->date);
  test_assert_lines ("茶香\n\n编辑同志：\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n读者 段问\n", "1:title 3:body 5:body 7:byline");
  test_assert_lines ("茶香\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n问：为什么？\n\n答：茶好。\n", "1:title 3:body 5:body 7:body");
}

/* Two lines of one title; what ends in a colon is no line of its own. */
static void
test_title_of_two_lines (void)
{
  g_autoptr (FzPage) colon = test_read ("# 渭源：\n# 一袋种薯的路\n\n本报讯 茶农笑了。\n");
  g_autoptr (FzPage) plain = test_read ("# 茶香飘万家\n# 果香满山坡\n\n本报讯 果农笑了。\n");

  g_assert_cmpstr (test_article (colon, 0)->title, ==, "渭源：一袋种薯的路");
  g_assert_cmpstr (test_article (plain, 0)->title, ==, "茶香飘万家 / 果香满山坡");
}

static void
test_head_matter (void)
{
  g_autoptr (FzPage) page = test_read ("引题之一 前半句\n\n引题之二 后半句\n\n# 金华茶香\n\n副题一行\n\n"
                                       "本报金华1月31日电(见习记者 王啸 通讯员 吴琴)清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶。\n\n"
                                       "茶山 周既望 摄\n\n看着这样的收成，茶农笑了。(王啸)\n");
  const FzArticle *article = test_article (page, 0);
  g_autofree char *authors = test_authors (article->authors);

  g_assert_cmpstr (article->title, ==, "金华茶香");
  g_assert_cmpstr (article->kicker, ==, "引题之一 前半句 / 引题之二 后半句");
  g_assert_cmpstr (article->subtitle, ==, "副题一行");
  g_assert_cmpstr (article->dateline, ==, "本报金华1月31日电");
  g_assert_cmpstr (authors, ==, "见习记者:王啸 通讯员:吴琴 摄影:周既望");
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
  g_test_add_func ("/text/roles/subtitle-dashed", test_subtitle_dashed);
  g_test_add_func ("/text/roles/bare-names", test_bare_names);
  g_test_add_func ("/text/roles/jump", test_jump);
  g_test_add_func ("/text/roles/late-title", test_late_title);
  g_test_add_func ("/text/roles/list", test_list);
  g_test_add_func ("/text/roles/pointers", test_pointers);
  g_test_add_func ("/text/roles/page-head", test_page_head);
  g_test_add_func ("/text/roles/closed-by-signature", test_closed_by_signature);
  g_test_add_func ("/text/roles/letters-and-notices", test_letters_and_notices);

  g_test_add_func ("/text/roles/title-of-two-lines", test_title_of_two_lines);
  g_test_add_func ("/text/roles/sizes-of-letters", test_sizes_of_letters);
  g_test_add_func ("/text/roles/head-matter", test_head_matter);

  return g_test_run ();
}
