/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-exchange.h"

/* Where a page is at home, and what that settles in its articles. */

#define OF_ANXI    "# 安溪县修茶路\n\n本报讯 安溪县的茶路修到了山脚，走车不再绕行，采茶的人少走了三里路。\n\n"
#define OF_ANXI_2  "# 感德镇开茶课\n\n本报讯 安溪县感德镇的茶课开到了地头，讲的是剪枝，来听的有四十多人。\n\n"
#define OF_NANAN   "# 南安市清河道\n\n本报讯 南安市的河道清了淤，水流得快了，岸边又有人钓鱼了。\n\n"
#define OF_WUWEI   "# 民勤县种梭梭\n\n本报讯 民勤县的梭梭种到了沙边，成活的有八成，风沙小了。\n\n"
#define OF_ZHANGYE "# 甘州区办夜校\n\n本报讯 张掖市甘州区的夜校开了课，来了四十人，学的是缝纫。\n\n"
#define XIPING     "# 西坪镇添书屋\n\n本报讯 西坪镇添了一间书屋，孩子们放学就来，来了先写作业。\n\n"
#define NO_PLACE   "# 镇上添书屋\n\n本报讯 镇上添了一间书屋，孩子们放学就来，来了先写作业。\n\n"

static FzAnalysis *
analysis_of (const char *page)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  FzAnalysis *analysis = fz_analysis_new ("page.txt", bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

/* The path of what the last article is about. */
static char *
region_of_last (const char *page)
{
  g_autoptr (FzAnalysis) analysis = analysis_of (page);
  const FzFacts *last = analysis->facts->pdata[analysis->facts->len - 1];
  g_auto (GStrv) path = last->region != FZ_REGION_NONE ? fz_region_path (last->region) : NULL;

  return path != NULL ? g_strjoinv ("/", path) : g_strdup ("-");
}

static void
test_page (void)
{
  static const struct {
    const char *page;
    const char *last;
  } pages[] = {
    /* 西坪镇 is a town in several provinces. */
    { XIPING, "-" },
    { OF_ANXI OF_ANXI_2 XIPING, "福建省/泉州市/安溪县/西坪镇" },
    { XIPING OF_ANXI OF_ANXI_2 XIPING, "福建省/泉州市/安溪县/西坪镇" },
    /* Two counties of one prefecture are at home there. */
    { OF_ANXI OF_NANAN XIPING, "福建省/泉州市/安溪县/西坪镇" },
    /* One article is no majority, nor is a half. */
    { OF_ANXI XIPING, "-" },
    { OF_ANXI OF_WUWEI XIPING, "-" },
    { OF_ANXI OF_ANXI_2 OF_WUWEI OF_ZHANGYE XIPING, "-" },
    /* What names no place is not filed by its neighbours. */
    { OF_ANXI OF_ANXI_2 NO_PLACE, "-" },
    { OF_ANXI OF_ANXI_2 OF_WUWEI, "甘肃省/武威市/民勤县" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *last = region_of_last (pages[i].page);

      g_test_message ("%s", pages[i].page);
      g_assert_cmpstr (last, ==, pages[i].last);
    }
}

/* The newspaper knows better than its articles. */
static void
test_newspaper (void)
{
  g_autofree char *last = region_of_last ("武威日报 2021年3月5日 星期五 第2版\n" OF_ANXI OF_ANXI_2 XIPING);

  g_assert_cmpstr (last, ==, "-");
}

static FzRegion
home_of (const char *codes)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
  g_auto (GStrv) all = g_strsplit (codes, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      FzFacts *one = fz_facts_new ();

      one->region = g_str_equal (all[i], "-") ? FZ_REGION_NONE : fz_region_from_code (all[i]);
      g_ptr_array_add (facts, one);
    }
  return fz_facts_home (facts);
}

static void
assert_home (const char *codes, const char *home)
{
  g_autofree char *code = home_of (codes) != FZ_REGION_NONE ? fz_region_code (home_of (codes)) : NULL;

  g_assert_cmpstr (code, ==, home);
}

/* 金华市 3307, 义乌市 330782, 佛堂镇 330782100; 杭州市 3301; 东城区 of Beijing 110101. */
static void
test_majority (void)
{
  assert_home ("330782000000 330782000000", "330782000000");
  assert_home ("330782000000 330782100000 330100000000", "330782000000");
  assert_home ("330100000000 330782100000 330702000000 330700000000", "330700000000");
  assert_home ("- - - 330782000000 330782100000", "330782000000");
  assert_home ("330100000000 330782000000", NULL);
  assert_home ("330782000000", NULL);
  assert_home ("330000000000 330000000000", NULL);
  assert_home ("110101000000 110101000000 330782000000", "110101000000");
  assert_home ("-", NULL);
  assert_home ("110101000000 110102000000 110105000000 330782000000", "110000000000");
  assert_home ("330100000000 330782000000 330482000000", "330000000000");
  assert_home ("330100000000 330782000000 330482000000 110101000000 110102000000 110105000000", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/at-home/page", test_page);
  g_test_add_func ("/at-home/newspaper", test_newspaper);
  g_test_add_func ("/at-home/majority", test_majority);
  return g_test_run ();
}
