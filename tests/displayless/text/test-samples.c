/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* The sample pages against tables that were made by hand: see the README of
 * tests/data/text. */

static char *
sample_path (const char *name)
{
  return g_build_filename (g_getenv ("FZ_SAMPLES_DIR"), name, NULL);
}

static FzPage *
read_sample (const char *name)
{
  g_autofree char *path = sample_path (name);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return test_read_bytes (data, size);
}

/* The table as test_describe() would put it. */
static char *
expected_lines (const char *stem)
{
  g_autofree char *name = g_strconcat (stem, ".tsv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("FZ_TEXT_DATA_DIR"), name, NULL);
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) rows = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  rows = g_strsplit (g_strchomp (table), "\n", -1);
  for (guint i = 1; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", 3);

      g_string_append_printf (all, "%s%s:%s", i > 1 ? " " : "", cells[0], cells[1]);
      if (strcmp (cells[2], "-") != 0)
        g_string_append_printf (all, ":%s", cells[2]);
    }

  return g_strdup (all->str);
}

static void
test_lines (gconstpointer data)
{
  const char *stem = data;
  g_autofree char *name = g_strconcat (stem, ".txt", NULL);
  g_autofree char *expected = expected_lines (stem);
  g_autoptr (FzPage) page = read_sample (name);
  g_autofree char *found = test_describe (page);

  g_assert_cmpstr (found, ==, expected);
}

static const struct {
  const char *sample;
  const char *titles;
} titles_of_samples[] = {
  { "02-dingxi-front-page.txt",
    "全市春播进度过七成 马铃薯唱主角|渭源:一袋种薯的“脱毒”路|陇西县改造老旧小区29个|安定区“三个一”帮企业解难|“苦水”变甜记" },
  { "04-meizhou-gb18030.txt",
    "一颗金柚的“八变”|平远：稀土小镇走出“绿”路|蕉岭长寿食品展销会签约超3亿元|五华县华城镇：夜校点亮村民的灯" },
  { "05-zunyi-three-pages.txt",
    "湄潭茶海“卷”出新产业|凤冈锌硒茶首次出口中东|正安吉他一年卖出260万把|湄潭茶海“卷”出新产业|赤水河谷的“红色驿站”" },
  { "08-ganzhou-briefs.txt",
    "赣南脐橙进入丰收季|于都县梓山镇  富硒蔬菜“坐”上班列|信丰：干部当“跑腿” 企业少跑路|图片新闻|简讯" },
};

static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles_of_samples); i++)
    {
      g_autoptr (FzPage) page = read_sample (titles_of_samples[i].sample);
      g_autoptr (GString) titles = g_string_new (NULL);

      for (guint a = 0; a < page->articles->len; a++)
        g_string_append_printf (titles, "%s%s", a > 0 ? "|" : "", test_article (page, a)->title);
      g_assert_cmpstr (titles->str, ==, titles_of_samples[i].titles);
    }
}

static void
test_mastheads (void)
{
  g_autoptr (FzPage) meizhou = read_sample ("04-meizhou-gb18030.txt");
  g_autoptr (FzPage) zunyi = read_sample ("05-zunyi-three-pages.txt");
  g_autoptr (FzPage) ganzhou = read_sample ("08-ganzhou-briefs.txt");

  g_assert_cmpstr (meizhou->encoding, ==, "gb18030");
  g_assert_cmpstr (meizhou->newspaper, ==, "岭东新报");
  g_assert_cmpstr (meizhou->date, ==, "2024-03-12");
  g_assert_cmpstr (meizhou->edition, ==, "3");
  g_assert_cmpstr (zunyi->newspaper, ==, "黔山晚报");
  g_assert_cmpstr (zunyi->edition, ==, "1");
  g_assert_cmpstr (ganzhou->section, ==, "县区新闻");
  g_assert_cmpstr (ganzhou->date, ==, "2024-11-26");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/text/samples/lines/anji", "01-anji-one-story", test_lines);
  g_test_add_data_func ("/text/samples/lines/dingxi", "02-dingxi-front-page", test_lines);
  g_test_add_data_func ("/text/samples/lines/enshi", "07-enshi-columns", test_lines);
  g_test_add_func ("/text/samples/titles", test_titles);
  g_test_add_func ("/text/samples/mastheads", test_mastheads);

  return g_test_run ();
}
