/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* Captions, credits, picture stories and banners. */

/* A short line between two paragraphs is a heading, inside a broken one a
 * caption, and the paragraph is joined across it. */
static void
test_heading_and_caption (void)
{
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n把茶卖出去\n\n山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n",
                     "1:title 3:body 5:heading 7:body");
  test_assert_lines ("茶香\n\n本报讯 茶农们今年,把加工厂整合\n\n\n\n茶园的小猪\n\n成了合作社。\n",
                     "1:title 3:body:9 7:caption 9:body");
}

/* Behind a wide gap, where the picture stood, comes its caption, then the
 * heading of what follows. */
static void
test_caption_behind_gap (void)
{
  test_assert_lines ("茶香\n\n张苑 余美 傅炎\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n\n\n\n茶山鸟瞰图\n\n把茶卖出去 让钱进口袋\n\n竹笋的价钱也比去年高，罐头厂的收购车隔一天来一趟，从来不拖欠货款。竹农也笑了。\n",
                     "1:title 3:byline 5:body 7:body 11:caption 13:heading 15:body");
}

/* A sentence behind a gap where a picture stood, at the end of a story. */
static void
test_caption_above_headline (void)
{
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n\n\n村民在茶厂里忙碌。\n\n果香满山坡\n\n本报讯 今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n",
                     "1:title 3:body 7:caption 9:title 11:body");
  test_assert_lines ("茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n村民在茶厂里忙碌。\n\n果香满山坡\n\n本报讯 今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n",
                     "1:title 3:body 5:body 7:title 9:body");
}

static void
test_banner (void)
{
  test_assert_lines ("茶香\n\n张苑 余美 傅炎\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n\n茶山新村村貌\n\n(图片由余远提供)\n\n我们走在\n山路上\n\n再创新业\n",
                     "1:title 3:byline 5:body 7:body 9:caption 11:credit 13:masthead 14:masthead 16:masthead");
}

static void
test_photo (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n3月1日，茶农在山坡上采茶。春天来了，茶园里很热闹。\n\n拍友 周既望 丁未央 摄\n\n春上茶山\n\n\n\n"
    "果香\n\n本报讯 今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n";

  test_assert_lines (text, "1:title 3:body 5:caption 7:credit 9:title 13:title 15:body");
  page = test_read (text);
  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_PHOTO);
  g_assert_cmpstr (test_article (page, 1)->title, ==, "春上茶山");
}

/* Between headline and text stands a picture; the lead opens nothing. */
static void
test_picture_below_headline (void)
{
  test_assert_lines ("茶香\n\n\n\n茶山晨雾 周既望 摄\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n",
                     "1:title 5:caption 7:body");
  test_assert_lines ("茶香\n\n\n\n茶农在包装茶叶。\n\n□ 记者 段问\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n山那边的果园里也是一样，路修到了地头，收购的车子直接开进园子，省下了不少人工。果农也笑了。\n",
                     "1:title 5:caption 7:byline 9:body 11:body");
}

/* A picture story with its title above: caption, who took it. */
static void
test_photo_below_title (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n\n春上茶山\n\n近日，茶农在山坡上采茶。茶园里很热闹。\n\n周既望 摄影报道\n\n\n\n"
    "果香满山坡\n\n今年的果子比往年熟得早，合作社从五月起就忙着联系冷链车，一车一车运往外地的市场。算过账以后，果农笑了。\n\n他们也笑了。\n";

  test_assert_lines (text, "1:title 3:body 5:title 7:caption 9:credit 13:title 15:body 17:body");
  page = test_read (text);
  g_assert_cmpint (test_article (page, 1)->kind, ==, FZ_ARTICLE_KIND_PHOTO);
  g_assert_cmpint (test_article (page, 2)->kind, ==, FZ_ARTICLE_KIND_ARTICLE);
}

/* The same words below a headline are its byline. */
static void
test_byline_of_reporter_with_camera (void)
{
  test_assert_lines ("茶香\n\n本报记者 周既望 摄影报道\n\n清明前的茶园里，采茶工背着竹篓上山，一天能采下三百多斤鲜叶，当天就送到山脚下的加工厂。看着这样的收成，茶农笑了。\n", "1:title 3:byline 5:body");
}

/* The caption below its credit. */
static void
test_caption_below_credit (void)
{
  test_assert_lines ("茶香\n\n周既望 摄\n\n3月1日，茶农在采茶。茶园里很热闹。\n", "1:title 3:credit 5:caption");
  test_assert_lines ("茶香\n\n茶山晨雾 周既望 摄\n\n3月1日，茶农在采茶。\n\n茶园里很热闹。\n", "1:title 3:caption 5:body 7:body");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/pictures/heading-and-caption", test_heading_and_caption);
  g_test_add_func ("/text/pictures/caption-behind-gap", test_caption_behind_gap);
  g_test_add_func ("/text/pictures/caption-above-headline", test_caption_above_headline);
  g_test_add_func ("/text/pictures/banner", test_banner);
  g_test_add_func ("/text/pictures/photo", test_photo);
  g_test_add_func ("/text/pictures/picture-below-headline", test_picture_below_headline);
  g_test_add_func ("/text/pictures/photo-below-title", test_photo_below_title);
  g_test_add_func ("/text/pictures/byline-of-reporter-with-camera", test_byline_of_reporter_with_camera);
  g_test_add_func ("/text/pictures/caption-below-credit", test_caption_below_credit);

  return g_test_run ();
}
