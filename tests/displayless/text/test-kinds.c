/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

#include "fz-authors.h"
#include "fz-credits.h"
#include "fz-datelines.h"
#include "fz-head.h"
#include "fz-kinds.h"
#include "fz-masthead.h"

#define RUN(text) ((FzText) { text, strlen (text) })

static FzLineKind
kind_of (const char *text)
{
  g_autoptr (FzLines) lines = fz_lines_new (text, strlen (text));

  fz_kinds_mark (lines);

  return fz_lines_at (lines, 0)->kind;
}

static void
test_kinds (void)
{
  static const struct {
    const char *line;
    FzLineKind  kind;
  } cases[] = {
    { "本报讯(记者 沈越)嵊州的茶农笑了。", FZ_KIND_LEAD },
    { "本报讯 今年以来，嵊州的茶农笑了。", FZ_KIND_LEAD },
    { "本报嵊州3月5日电（记者 於陵）茶农笑了。", FZ_KIND_LEAD },
    { "新华社北京3月5日电 记者从会上获悉，茶农笑了。", FZ_KIND_LEAD },
    { "（記者葉知秋／嘉義報導）阿里山鄉今日舉辦咖啡節，吸引眾多人潮。", FZ_KIND_LEAD },
    { "【本報訊】縣府表示，步道完工了。", FZ_KIND_LEAD },
    { "岭东新报讯 记者莫问报道：茶农笑了。", FZ_KIND_LEAD },
    { "岭东新报嵊州3月5日讯（记者 莫问）茶农笑了。", FZ_KIND_LEAD },
    { "岭东新报通讯员座谈会召开", FZ_KIND_HEAD },
    { "本报记者走进茶园，看到茶农笑了。", FZ_KIND_TEXT },
    { "新华社长篇通讯：一片茶叶的旅行", FZ_KIND_HEAD },
    { "(上接第一版)", FZ_KIND_JUMP },
    { "（下转A4版）", FZ_KIND_JUMP },
    { "▲上接1版", FZ_KIND_JUMP },
    { "(紧接第一版)比如去年，茶农就已经笑了。", FZ_KIND_CONTINUED },
    { "上接天线 下接地气", FZ_KIND_HEAD },
    { "本报记者 段问 通讯员 江之 叶何", FZ_KIND_BYLINE },
    { "記者 葉知秋", FZ_KIND_BYLINE },
    { "□ 本报记者 段问 通讯员 江之 叶何", FZ_KIND_BYLINE },
    { "■岭东新报记者 段问 实习生 江之", FZ_KIND_BYLINE },
    { "本报记者 段 问 叶何", FZ_KIND_BYLINE },
    { "◎叶知秋", FZ_KIND_BYLINE },
    { "◎叶落归根的人", FZ_KIND_HEAD },
    { "□高县", FZ_KIND_HEAD },
    { "●连线", FZ_KIND_HEAD },
    { "（方既白）", FZ_KIND_BYLINE },
    { "（方既白 综合）", FZ_KIND_BYLINE },
    { "（方兴未艾的茶业）", FZ_KIND_HEAD },
    { "（嵊州市融媒体中心供稿）", FZ_KIND_BYLINE },
    { "（嵊州市委宣传部）", FZ_KIND_BYLINE },
    { "作者：段问 来源：岭东新报", FZ_KIND_BYLINE },
    { "读者 段问", FZ_KIND_BYLINE },
    { "读者来信", FZ_KIND_HEAD },
    { "（作者单位：嵊州市农业农村局）", FZ_KIND_NOISE },
    { "（据《岭东新报》）", FZ_KIND_NOISE },
    { "（据说如此）", FZ_KIND_HEAD },
    { "文/张远 图/李近", FZ_KIND_BYLINE },
    { "發稿人：溫若谷", FZ_KIND_BYLINE },
    { "记者节的礼物", FZ_KIND_HEAD },
    { "记者走基层", FZ_KIND_HEAD },
    { "周既望 摄", FZ_KIND_CREDIT },
    { "拍友 周既望 丁未央 摄", FZ_KIND_CREDIT },
    { "(图片由利川市毛坝镇提供)", FZ_KIND_CREDIT },
    { "特约记者 连清漪 摄", FZ_KIND_CREDIT },
    { "连清漪 摄影报道", FZ_KIND_CREDIT },
    { "街拍大赛等你来摄", FZ_KIND_HEAD },
    { "茶园晨雾 周既望 摄", FZ_KIND_PICTURE },
    { "茶农在采茶。本报记者 周既望 摄", FZ_KIND_PICTURE },
    { "走马镇的茶园喜获丰收 （本版图片由利川市毛坝镇提供）", FZ_KIND_PICTURE },
    { "茶农在采茶。 何华文 摄", FZ_KIND_PICTURE },
    { "图为茶农在采茶。", FZ_KIND_PICTURE },
    { "工人在打磨琴身。周既望 摄", FZ_KIND_PICTURE },
    { "2024年3月12日 星期二", FZ_KIND_MASTHEAD },
    { "第3版 要闻", FZ_KIND_MASTHEAD },
    { "《岭东新报》", FZ_KIND_MASTHEAD },
    { "导  读", FZ_KIND_MASTHEAD },
    { "2024年3月12日 星期二 A06 民生", FZ_KIND_MASTHEAD },
    { "总第12345期", FZ_KIND_MASTHEAD },
    { "星期四", FZ_KIND_MASTHEAD },
    { "岭东新报 > 2024-01-18 > A03版：县域", FZ_KIND_MASTHEAD },
    { "2024-02-30", FZ_KIND_HEAD },
    { "中共嵊州市委机关报", FZ_KIND_MASTHEAD },
    { "2024年3月12日，茶园开园", FZ_KIND_HEAD },
    { "正版图书进山村", FZ_KIND_HEAD },
    { "责任编辑：温柚 版式：丘澄", FZ_KIND_NOISE },
    { "發稿單位：社會局", FZ_KIND_NOISE },
    { "承辦人：葉某 電話：06-0000000", FZ_KIND_NOISE },
    { "（样张：地名为真）", FZ_KIND_NOISE },
    { "——————", FZ_KIND_NOISE },
    { "一颗橙子的旅行 3版", FZ_KIND_NOISE },
    { "一颗橙子的旅行 ——第3版", FZ_KIND_NOISE },
    { "一颗橙子的旅行……（详见A3版）", FZ_KIND_NOISE },
    { "绘本推出第3版", FZ_KIND_HEAD },
    { "一颗橙子的旅行（详见A3版）", FZ_KIND_STUB },
    { "一颗橙子的旅行（更多报道见第4版）", FZ_KIND_STUB },
    { "果农笑了，（下转第4版）", FZ_KIND_TEXT },
    { "统筹：温柚", FZ_KIND_NOISE },
    { "上一篇 下一篇", FZ_KIND_NOISE },
    { "▲上一版　▼下一版", FZ_KIND_NOISE },
    { "字号：大 中 小", FZ_KIND_NOISE },
    { "【字体：大 中 小】", FZ_KIND_NOISE },
    { "(字体:大 中 小)", FZ_KIND_NOISE },
    { "【字号 大 中 小】【打印】【关闭】", FZ_KIND_NOISE },
    { "字型大小：大 中 小", FZ_KIND_NOISE },
    { "調整字體大小：小 中 大", FZ_KIND_NOISE },
    { "来源：嵊州新闻网 【字体：大 中 小】", FZ_KIND_NOISE },
    { "浏览次数：123 字体：[大 中 小]", FZ_KIND_NOISE },
    { "大山中的小字体", FZ_KIND_HEAD },
    { "【字体里的乡愁】", FZ_KIND_HEAD },
    { "老字号：大街中的小店", FZ_KIND_HEAD },
    { "收藏 打印 推荐", FZ_KIND_NOISE },
    { "首页 | 往期回顾 | PDF下载", FZ_KIND_NOISE },
    { "分享到：微信 微博", FZ_KIND_NOISE },
    { "关于我们 | 联系我们 | 网站地图", FZ_KIND_NOISE },
    { "粤ICP备00000000号", FZ_KIND_NOISE },
    { "收藏", FZ_KIND_HEAD },
    { "首页上的笑脸", FZ_KIND_HEAD },
    { "大学生 小村庄", FZ_KIND_HEAD },
    { "（檳城8日訊）茶園開園，", FZ_KIND_LEAD },
    { "（五月八日来电）茶园开园，", FZ_KIND_TEXT },
    { "成功鎮的漁民曬魚。（記者周既望攝）", FZ_KIND_PICTURE },
    { "记者摄", FZ_KIND_HEAD },
    { "新华社记者 周既望 摄", FZ_KIND_CREDIT },
    { "统筹城乡 茶香满山", FZ_KIND_HEAD },
    { "编者按：", FZ_KIND_TEXT },
    { "问：茶园有多大？", FZ_KIND_TEXT },
    { "问茶嵊州 一叶知春", FZ_KIND_HEAD },
    { "编辑同志：", FZ_KIND_APART },
    { "特此公告", FZ_KIND_APART },
    { "嵊州：把茶园搬进课堂", FZ_KIND_HEAD },
    { "一片叶子 两座山头", FZ_KIND_HEAD },
    { "茶农笑了。", FZ_KIND_TEXT },
    { "他说：“走", FZ_KIND_TEXT },
    { "## 二、把茶卖出去", FZ_KIND_HEAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (kind_of (cases[i].line), ==, cases[i].kind);
    }
}

static void
test_datelines (void)
{
  static const struct {
    const char *text;
    const char *dateline;
  } cases[] = {
    { "本报讯(记者 沈越)今年", "本报讯" },
    { "本报嵊州1月31日电(记者 李茸)今年", "本报嵊州1月31日电" },
    { "新华社北京2月1日电　今年", "新华社北京2月1日电" },
    { "岭东新报讯（记者/莫问）今年", "岭东新报讯" },
    { "岭东新报嵊州3月5日讯 今年", "岭东新报嵊州3月5日讯" },
    { "岭东新报社通讯（记者/莫问）今年", "" },
    { "今年的日报讯息", "" },
    { "央视网消息（新闻联播）：今年", "央视网消息" },
    { "本報訊 今年", "本報訊" },
    { "晚报讯 (记者 莫问)今年", "晚报讯" },
    { "岭东街坊讯（通讯员/莫问）今年", "岭东街坊讯" },
    { "晚报讯息（记者 莫问）今年", "" },
    { "昨日来电（两次）说", "" },
    { "本报记者昨日获悉", "" },
    { "新华社记者电话采访了他", "" },
    { "今年，本报讯", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (fz_dateline_length (RUN (cases[i].text)), ==, strlen (cases[i].dateline));
}

static void
test_authors_of_bylines (void)
{
  static const struct {
    const char *text;
    const char *authors;
  } cases[] = {
    { "本报记者 段问 通讯员 江之 叶何 嵊州融媒体中心 朱白", "记者:段问 通讯员:江之 通讯员:叶何 融媒体:朱白" },
    { "见习记者 王啸 通讯员 吴方琴 吴伟", "见习记者:王啸 通讯员:吴方琴 通讯员:吴伟" },
    { "记者 李茸 共享联盟·嵊州 许佳", "记者:李茸 融媒体:许佳" },
    { "记者沈越", "记者:沈越" },
    { "□ 本报记者 段问", "记者:段问" },
    { "本报记者 段 问 叶　何 通讯员 江之", "记者:段问 记者:叶何 通讯员:江之" },
    { "（肖燕 综合）", "作者:肖燕" },
    { "文 图", "" },
    { "新岭东·岭东新报记者叶知秋 通讯员江之", "记者:叶知秋 通讯员:江之" },
    { "張三豐／攝影", "摄影:張三豐" },
    { "記者葉知秋／嘉義報導", "记者:葉知秋" },
    { "中央社記者蘇木春台中18日電", "记者:蘇木春" },
    { "發稿人：溫若谷06-0000000", "作者:溫若谷" },
    { "發稿人：溫若谷 電話：06-0000000", "作者:溫若谷" },
    { "文/张远 图/李近", "作者:张远 摄影:李近" },
    { "张远 李近", "作者:张远 作者:李近" },
    { "安吉县 张远", "作者:张远" },
    { "尚卿乡", "" },
    { "张远 李镇", "作者:张远 作者:李镇" },
    { "通讯员 阿依古丽·买买提", "通讯员:阿依古丽·买买提" },
    { "黔山晚报记者 龙行", "记者:龙行" },
    { "作者单位：某师范学院", "" },
    { "（作者系某中学教师）", "" },
    { "作者 单春华", "作者:单春华" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_author_free);
      g_autofree char *found = NULL;

      fz_authors_read (authors, RUN (cases[i].text));
      found = test_authors (authors);
      g_assert_cmpstr (found, ==, cases[i].authors);
    }
}

/* Where a report is from, behind the reporter and a slash. */
static void
test_reports (void)
{
  static const struct {
    const char *text;
    const char *dateline;
  } cases[] = {
    { "記者葉知秋／嘉義報導", "嘉義報導" },
    { "記者葉知秋、江之／嘉義縣報導", "嘉義縣報導" },
    { "記者葉知秋/香港報道", "香港報道" },
    { "记者 段问 / 杭州报道", "杭州报道" },
    { "記者葉知秋／專題報導", "" },
    { "記者葉知秋／綜合報導", "" },
    { "張三豐／攝影", "" },
    { "記者葉知秋報導", "" },
    { "文/张远 图/李近", "" },
    { "記者葉知秋／報導", "" },
    { "記者葉知秋／嘉義縣阿里山鄉達邦村報導", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FzText found = fz_dateline_of_report (RUN (cases[i].text));
      g_autofree char *dateline = g_strndup (found.start ? found.start : "", found.length);

      g_assert_cmpstr (dateline, ==, cases[i].dateline);
    }
}

static void
test_authors_of_credits (void)
{
  static const struct {
    const char *text;
    const char *authors;
  } cases[] = {
    { "拍友 周既望 丁未央 摄", "摄影:周既望 摄影:丁未央" },
    { "茶园晨雾 周既望 摄", "摄影:周既望" },
    { "(本版图片均由周既望提供)", "供图:周既望" },
    { "（图片由大埔县融媒体中心提供）", "供图:大埔县融媒体中心" },
    { "周既望供图", "供图:周既望" },
    { "图片：受访者供图", "供图:受访者" },
    { "茶农在采茶。本报记者 周既望 摄", "摄影:周既望" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_author_free);
      g_autofree char *found = NULL;

      fz_credits_read (authors, RUN (cases[i].text));
      found = test_authors (authors);
      g_assert_cmpstr (found, ==, cases[i].authors);
    }
}

static void
test_masthead (void)
{
  g_autoptr (FzPage) page = test_read ("岭东新报\n2024年3月12日 星期二\n第03版 要闻\n\n茶香\n\n本报讯 茶农笑了。\n");

  g_assert_cmpstr (page->newspaper, ==, "岭东新报");
  g_assert_cmpstr (page->date, ==, "2024-03-12");
  g_assert_cmpstr (page->edition, ==, "3");
  g_assert_cmpstr (page->section, ==, "要闻");
}

/* In whatever order a paper sets the head of its pages, with whatever marks
 * between, it is noise, and the story begins below it. */
static void
test_page_heads (void)
{
  static const struct {
    const char *head, *newspaper, *date, *edition, *section;
  } cases[] = {
    { "2024年3月12日 星期二 第3版 责任编辑 莫问", NULL, "2024-03-12", "3", NULL },
    { "岭东新报 要闻 03 2024.03.12 周二", "岭东新报", "2024-03-12", "3", "要闻" },
    { "A03 城事 2024.3.12 星期二 农历二月初三", NULL, "2024-03-12", "A03", "城事" },
    { "岭东报·第４版　２０２４年３月１２日　责编　莫问　视觉　阿月", "岭东报", "2024-03-12", "4", NULL },
    { "二〇二四年三月十二日　星期二　岭东报　第二版", "岭东报", "2024-03-12", "2", NULL },
    { "嶺東日報　民國113年3月12日　星期二　地方·綜合　B2　編輯：莫問", "嶺東日報", "2024-03-12", "B2", "地方·綜合" },
    { "2024/03/12 2版 编辑:莫问 校对:江 之 电话:0577-1234567", NULL, "2024-03-12", "2", NULL },
    { "岭东报 责任编辑：莫问 美编：阿月\n2024年3月12日 星期二 县域 A3", "岭东报", "2024-03-12", "A3", "县域" },
    { "岭东新报　２版\n２０２４年３月１２日　责任编辑：莫问　电子信箱：a@example.org", "岭东新报", "2024-03-12", "2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].head, "\n\n茶香\n本报讯 茶农笑了。\n", NULL);
      g_autoptr (FzPage) page = test_read (text);

      g_assert_cmpuint (page->articles->len, ==, 1);
      g_assert_cmpstr (test_article (page, 0)->title, ==, "茶香");
      g_assert_null (test_article (page, 0)->kicker);
      g_assert_cmpint (fz_article_block (test_article (page, 0), 0)->role, ==, FZ_ROLE_NOISE);
      g_assert_cmpstr (page->newspaper, ==, cases[i].newspaper);
      g_assert_cmpstr (page->date, ==, cases[i].date);
      g_assert_cmpstr (page->edition, ==, cases[i].edition);
      g_assert_cmpstr (page->section, ==, cases[i].section);
    }
}

/* A date, a number or an editor in a headline makes no head of a page. */
static void
test_no_page_heads (void)
{
  static const char * const lines[] = {
    "2024年3月12日嵊州茶园开园", "20名编辑走进茶园", "发文日期：2024年3月12日", "第3次人口普查 2024年开始", "茶园日报道", "G20 峰会", "编辑部的一天",
    "12月20日 嵊州有了第一座茶馆", "电话里的茶香",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (kind_of (lines[i]), !=, FZ_KIND_MASTHEAD);
}

static void
test_no_masthead (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n\n本报讯 2024年2月30日，茶农笑了。\n\n2024年2月30日\n");

  g_assert_null (page->newspaper);
  g_assert_null (page->date);
  g_assert_null (page->edition);
  g_assert_null (page->section);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/kinds/kinds", test_kinds);
  g_test_add_func ("/text/kinds/datelines", test_datelines);
  g_test_add_func ("/text/kinds/reports", test_reports);
  g_test_add_func ("/text/kinds/bylines", test_authors_of_bylines);
  g_test_add_func ("/text/kinds/credits", test_authors_of_credits);
  g_test_add_func ("/text/kinds/masthead", test_masthead);
  g_test_add_func ("/text/kinds/page-heads", test_page_heads);
  g_test_add_func ("/text/kinds/no-page-heads", test_no_page_heads);
  g_test_add_func ("/text/kinds/no-masthead", test_no_masthead);

  return g_test_run ();
}
