/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* When a page appeared that does not say so. */

typedef struct {
  const char *text;
  const char *since, *until; /* %NULL where nothing may be inferred */
} Case;

#define HEAD "稻田画引来八方客\n\n"

static void
assert_inferred (const Case *c)
{
  g_autoptr (FzPage) page = test_read (c->text);

  g_test_message ("%s", c->text);
  g_assert_cmpstr (page->date_since, ==, c->since);
  g_assert_cmpstr (page->date_until, ==, c->until);
  g_assert_cmpint (page->date_ground != NULL, ==, c->since != NULL);
  g_assert_null (page->date);
}

/* What bounds the page in one year. */
static void
test_years (void)
{
  static const Case cases[] = {
    { HEAD "今年（2024年），我市稻田画的面积又添了三百亩。\n", "2024-01-01", "2024-12-31" },
    { HEAD "去年（2022年）的游客有三万人。\n", "2023-01-01", "2023-12-31" },
    { HEAD "今年是建党100周年，村里办了一场红歌会。\n", "2021-01-01", "2021-12-31" },
    { HEAD "今年是新中国成立70周年，镇上挂起了红灯笼。\n", "2019-01-01", "2019-12-31" },
    { HEAD "今年是“十四五”开局之年，乡里开了三次会。\n", "2021-01-01", "2021-12-31" },
    { HEAD "截至2023年9月底，稻田画接待游客五万人次。\n", "2023-09-30", "2025-04-02" },
    { HEAD "截至2022年底，全县有稻田画十二处。\n", "2022-12-31", "2024-07-03" },
    { HEAD "截至2023年10月12日，稻田画接待游客五万人次。\n", "2023-10-12", "2025-04-14" },
    /* These are not said of the year of the page. */
    { HEAD "2027年是建党106周年。\n", NULL, NULL },
    { HEAD "明年是个好年份，今年是丰收年。\n", NULL, NULL },
    { HEAD "到2025年，稻田画面积要达到三千亩。\n", NULL, NULL },
    { HEAD "2022年，稻田画带来收入两百万元。\n", NULL, NULL },
    { HEAD "（2024年）稻田画面积统计。\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_inferred (&cases[i]);
}

/* A day without a year, and what tells of which year it is. */
static void
test_days (void)
{
  static const Case cases[] = {
    { HEAD "本报嘉兴1月31日电（记者 于山）2024浙江省春风行动今天在南湖区开场，三百家企业到场招人。\n", "2024-01-31", "2024-02-03" },
    { HEAD "本报讯（记者 于山）昨日（3月5日），今年（2024年）第一场招聘会开场。\n", "2024-03-06", "2024-03-06" },
    { HEAD "本报讯（记者 于山）昨天（12月31日），去年（2022年）种下的树又清点了一遍。\n", "2023-01-01", "2023-01-01" },
    { HEAD "新华社杭州1月31日电（记者 于山）今年（2024年）的春耕开始了。\n", "2024-01-31", "2024-02-03" },
    { HEAD "本报2024年1月31日讯（记者 于山）春耕开始了。\n", "2024-01-31", "2024-02-03" },
    { HEAD "新华社杭州2024年1月31日电（记者 于山）春耕开始了。\n", "2024-01-31", "2024-02-03" },
    { HEAD "發稿時間：112年11月18日10:20\n發稿單位：文化處\n\n縣政府今天表示，稻田畫又添了三處，歡迎大家來看。\n", "2023-11-18", "2023-11-21" },
    { HEAD "本报讯（记者 于山）昨日（2024年3月5日），稻田画开画。\n", "2024-03-06", "2024-03-06" },
    { HEAD "本报讯（记者 于山）昨日（３月５日），今年（2024年）第一场招聘会开场。\n", "2024-03-06", "2024-03-06" },
    { HEAD "“最近，我参加了2024浙江省春风行动。”于山说。\n\n河上的灯\n\n本报嘉兴1月31日电（记者 于山）河上亮起了灯。\n",
      "2024-01-31", "2024-02-03" },
    /* No year, or the days of no year. */
    { HEAD "于山说，他参加过2024浙江省春风行动。\n\n河上的灯\n\n本报嘉兴1月31日电（记者 于山）河上亮起了灯。\n", NULL, NULL },
    { HEAD "本报嘉兴1月31日电（记者 于山）春风行动今天在南湖区开场。\n", NULL, NULL },
    { HEAD "本报讯（记者 于山）昨日（3月5日），稻田画开画。\n", NULL, NULL },
    { HEAD "本报讯（记者 于山）2024浙江省春风行动在南湖区开场。\n", NULL, NULL },
    { HEAD "本报讯（记者 于山）3月5日，今年的第一场招聘会开场。\n", NULL, NULL },
    { HEAD "本报嘉兴2月30日电（记者 于山）2024浙江省春风行动今天开场。\n", NULL, NULL },
    { HEAD "本报嘉兴1月31日电（记者 于山）全区备战将于秋天举行的2026浙江省运动会。\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_inferred (&cases[i]);
}

/* A weekday chooses among years; a date with a year that something happened on
 * raises the first day. */
static void
test_together (void)
{
  static const Case cases[] = {
    { HEAD "本报嘉兴1月31日电（记者 于山）截至2022年底，全县有稻田画十二处。\n", "2023-01-31", "2024-02-03" },
    { HEAD "本报嘉兴1月31日电（记者 于山）截至2022年底，全县有稻田画十二处。2月3日（星期六）起开放。\n", "2024-01-31", "2024-02-03" },
    { HEAD "本报嘉兴1月31日电（记者 于山）截至2022年底，全县有稻田画十二处。2023年8月9日，又添了一处。\n", "2024-01-31", "2024-02-03" },
    { HEAD "本报嘉兴1月31日电（记者 于山）截至2022年底，全县有稻田画十二处。预计2023年8月9日，又添一处。\n", "2023-01-31", "2024-02-03" },
    { HEAD "新华社杭州1月31日电（记者 于山）今年（2024年）的春耕开始了。\n\n田里的灯\n\n新华社杭州2月2日电（记者 于山）田里亮起了灯。\n",
      "2024-02-02", "2024-02-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_inferred (&cases[i]);
}

/* What contradicts widens the answer, or leaves none. */
static void
test_conflicts (void)
{
  static const Case cases[] = {
    { HEAD "今年（2024年）的稻田画大了一圈。去年（2021年）的小。\n", NULL, NULL },
    { HEAD "今年是建党100周年。2022年，村里办了一场红歌会。\n", NULL, NULL },
    { HEAD "今年是建党100周年。到2025年，村里要有三座礼堂。\n", "2021-01-01", "2021-12-31" },
    { HEAD "新华社杭州1月31日电（记者 于山）今年（2024年）的春耕开始了。\n\n田里的灯\n\n新华社杭州2月8日电（记者 于山）田里亮起了灯。\n",
      "2024-02-08", "2024-02-11" },
    { HEAD "新华社杭州1月31日电（记者 于山）今年（2024年）的春耕开始了。\n\n田里的灯\n\n新华社杭州6月8日电（记者 于山）田里亮起了灯。\n", NULL, NULL },
    { HEAD "本报嘉兴1月31日电（记者 于山）2024浙江省春风行动今天开场，比2022浙江省春风行动早了十天。\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_inferred (&cases[i]);
}

/* The grounds are the page's words, each behind its line; a page that says its
 * date needs none. */
static void
test_grounds (void)
{
  g_autoptr (FzPage) page =
    test_read (HEAD "本报嘉兴1月31日电（记者 于山）2024浙江省春风行动今天开场。\n\n三百家企业到场招人。\n");
  g_autoptr (FzPage) said =
    test_read ("岭东新报 2024年3月12日 星期二 第3版\n\n" HEAD "新华社杭州1月31日电（记者 于山）今年（2024年）的春耕开始了。\n");

  g_assert_cmpstr (page->date_ground, ==, "3: 本报嘉兴1月31日电\n3: 2024浙江省春风行动");
  g_assert_cmpstr (said->date, ==, "2024-03-12");
  g_assert_null (said->date_since);
  g_assert_null (said->date_ground);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/inferred/years", test_years);
  g_test_add_func ("/text/inferred/days", test_days);
  g_test_add_func ("/text/inferred/together", test_together);
  g_test_add_func ("/text/inferred/conflicts", test_conflicts);
  g_test_add_func ("/text/inferred/grounds", test_grounds);

  return g_test_run ();
}
