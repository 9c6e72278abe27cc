/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* Newspaper, date, edition and section, read where the page says so and nowhere
 * else. */

#define STORY \
  "\n\n稻田画引来八方客\n\n本报讯（记者 于山）今年以来，新塍镇的稻田画接待游客五万人次，比去年同期增加两成。\n\n" \
  "“春天看花，秋天看稻。”村民说，从前卖米，如今卖风景。\n"

typedef struct {
  const char *page;
  const char *newspaper, *date, *edition, *section;
} Case;

static void
assert_head (const Case *c)
{
  g_autoptr (FzPage) page = test_read (c->page);

  g_test_message ("%s", c->page);
  g_assert_cmpstr (page->newspaper, ==, c->newspaper);
  g_assert_cmpstr (page->date, ==, c->date);
  g_assert_cmpstr (page->edition, ==, c->edition);
  g_assert_cmpstr (page->section, ==, c->section);
}

/* The forms that papers print. */
static void
test_said (void)
{
  static const Case cases[] = {
    { "2024年2月1日 星期四 第3版 要闻" STORY, NULL, "2024-02-01", "3", "要闻" },
    { "2024年2月1日　星期四　03版　要闻·综合" STORY, NULL, "2024-02-01", "3", "要闻·综合" },
    { "２０２４年２月１日　星期四　第３版　要闻" STORY, NULL, "2024-02-01", "3", "要闻" },
    { "嘉禾日报 二〇一二年三月五日 星期一 第二版 要闻" STORY, "嘉禾日报", "2012-03-05", "2", "要闻" },
    { "嘉禾日报 二○一二年十二月二十五日 第十二版 副刊" STORY, "嘉禾日报", "2012-12-25", "12", "副刊" },
    { "1986年5月3日 星期六 农历丙寅年三月廿五" STORY, NULL, "1986-05-03", NULL, NULL },
    { "一九八六年五月三日 星期六 农历丙寅年三月廿五 第一版" STORY, NULL, "1986-05-03", "1", NULL },
    { "A05 城事 2023年3月1日 星期三" STORY, NULL, "2023-03-01", "A05", "城事" },
    { "2023-03-01 星期三 A05版 文体" STORY, NULL, "2023-03-01", "A05", "文体" },
    { "2023.03.01 周三 04版 区县" STORY, NULL, "2023-03-01", "4", "区县" },
    { "2023/3/1 星期三 第4版：区县新闻" STORY, NULL, "2023-03-01", "4", "区县新闻" },
    { "嘉禾日報 民國一一二年三月一日 星期三 A3 地方新聞" STORY, "嘉禾日報", "2023-03-01", "A3", "地方新聞" },
    { "嘉禾日報 中華民國八十六年三月一日 第三版" STORY, "嘉禾日報", "1997-03-01", "3", NULL },
    { "中華民國112年3月1日 星期三 農曆二月初十" STORY, NULL, "2023-03-01", NULL, NULL },
    { "嘉禾晚报\n2024年2月1日 星期四\n农历癸卯年十二月廿二\n第12345期 今日8版" STORY, "嘉禾晚报", "2024-02-01", NULL, NULL },
    { "嘉禾日报\n中共嘉禾市委机关报 嘉禾日报社出版\n国内统一连续出版物号 CN 33-0000 邮发代号 31-00 第12345期（总第23456期）\n2024年2月1日 星期四" STORY,
      "嘉禾日报", "2024-02-01", NULL, NULL },
    { "嘉禾日报 2024年2月1日 星期四 头版" STORY, "嘉禾日报", "2024-02-01", "1", NULL },
    { "嘉禾日报 2024年2月1日 星期四 要闻 头版" STORY, "嘉禾日报", "2024-02-01", "1", "要闻" },
    { "第3版 要闻\n责任编辑：于山 版式：白芷 校对：方竹\n电话：0573-80000000 邮箱：news@example.com" STORY, NULL, NULL, "3", "要闻" },
    { "03 要闻 嘉禾日报 2024年2月1日 星期四" STORY, "嘉禾日报", "2024-02-01", "3", "要闻" },
    { "嘉禾日报 二〇一二年三月五日 第二十版 副刊\n" STORY, "嘉禾日报", "2012-03-05", "20", "副刊" },
    { "嘉禾日报 二〇一二年三月五日 第三十一版 副刊\n" STORY, "嘉禾日报", "2012-03-05", "31", "副刊" },
    { "2024年2月1日\n嘉禾日报\n第3版" STORY, "嘉禾日报", "2024-02-01", "3", NULL },
    { "2024年2月1日" STORY, NULL, "2024-02-01", NULL, NULL },
    { "《嘉禾日报》 2024年2月1日 星期四 4版 综合" STORY, "嘉禾日报", "2024-02-01", "4", "综合" },
    { "嘉禾日报 2024 年 2 月 1 日 星期四 第 3 版" STORY, "嘉禾日报", "2024-02-01", "3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_head (&cases[i]);
}

/* What only looks like it. */
static void
test_not_said (void)
{
  static const Case cases[] = {
    { "稻田画引来八方客\n\n2024年2月1日，新塍镇的稻田画迎来了第五万名游客，村民敲起了锣鼓。\n", NULL, NULL, NULL, NULL },
    { "稻田画引来八方客\n\n本报讯（记者 于山）2024年2月1日 星期四，新塍镇的稻田画开画。\n", NULL, NULL, NULL, NULL },
    { "关于封路的公告\n\n因桥梁检修，新塍镇桥南路自即日起封闭，请过往车辆绕行。\n\n特此公告。\n\n嘉禾市公路管理处\n2024年2月1日\n",
      NULL, NULL, NULL, NULL },
    { "稻田画引来八方客\n\n《嘉禾县志》第3版出版，新塍镇的稻田画写进了书里，村民争着看。\n", NULL, NULL, NULL, NULL },
    { "稻田画引来八方客\n\n新塍镇的稻田画迎来了第五万名游客。（下转第4版）\n", NULL, NULL, NULL, NULL },
    { "导读\n\n稻田画引来八方客 3版\n老街修旧如旧……（第5版）\n" STORY, NULL, NULL, NULL, NULL },
    { "盗版教材流入校园\n\n本报讯（记者 于山）嘉禾晚报报道的盗版教材昨天被查封，一共三百册。\n", NULL, NULL, NULL, NULL },
    { "2024年2月31日 星期四 第3版 要闻" STORY, NULL, NULL, NULL, NULL },
    { "稻田画引来八方客\n\n新塍镇的稻田画上了报纸头版，村民争着看，一天卖出三百份。\n", NULL, NULL, NULL, NULL },
    { "2024年13月1日 星期四" STORY, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_head (&cases[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/mastheads/said", test_said);
  g_test_add_func ("/text/mastheads/not-said", test_not_said);

  return g_test_run ();
}
