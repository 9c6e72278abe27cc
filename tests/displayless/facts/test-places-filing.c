/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-cases.h"

/* Where an article is filed: under what its region was in its time, and under
 * which regions besides. */

typedef struct {
  guint       year;
  const char *title;
  const char *body;
  const char *region;
  const char *others; /* joined by spaces: where it is filed, then the seconds */
} Filing;

static char *
list_filing (const FzFacts *facts)
{
  g_autofree char *filed = path_of (fz_facts_get_filed (facts));
  GString *list = g_string_new (filed);

  for (guint i = 0; i < facts->seconds->len; i++)
    {
      g_autofree char *path = path_of (g_array_index (facts->seconds, FzRegion, i));

      g_string_append_printf (list, " %s", path);
    }
  return g_string_free (list, FALSE);
}

static void
check (const Filing *filings,
       gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FzArticle) article = make_article (filings[i].title, filings[i].body);
      g_autoptr (FzFacts) facts = fz_facts_new ();
      const FzPlaceContext context = { .year = filings[i].year };
      g_autofree char *region = NULL, *others = NULL;

      g_test_message ("%u %s %s", filings[i].year, filings[i].title, filings[i].body);
      fz_places_find (facts, article, &context);
      region = path_of (facts->region);
      others = list_filing (facts);
      g_assert_cmpstr (region, ==, filings[i].region);
      g_assert_cmpstr (others, ==, filings[i].others);
    }
}

/* The region of today and that of the time; without a year the full name tells. */
static void
test_past (void)
{
  static const Filing filings[] = {
    { 1990, "临安县种下山核桃", "山核桃下了种。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安县" },
    { 1990, "临安种下山核桃", "山核桃下了种。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安县" },
    { 2010, "临安市办起夜校", "夜校开了课。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安市" },
    { 2020, "临安区办起夜校", "夜校开了课。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安区" },
    { 2020, "临安办起夜校", "临安县的老师傅来讲课。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安区" },
    { 0, "临安县种下山核桃", "山核桃下了种。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安县" },
    { 0, "临安区办起夜校", "夜校开了课。", "浙江省/杭州市/临安区", "浙江省/杭州市/临安区" },
    { 1990, "杭州办起夜校", "夜校开了课。", "浙江省/杭州市", "浙江省/杭州市" },
    { 1990, "东城区办起夜校", "北京市东城区的夜校开了课。", "北京市/东城区", "北京市/东城区" },
    { 1990, "崇文区办起夜校", "北京市崇文区的夜校开了课。", "北京市/东城区", "北京市/崇文区" },
  };

  check (filings, G_N_ELEMENTS (filings));
}

/* Each rule of fz-places-seconds.c, for and against. */
static void
test_seconds (void)
{
  static const Filing filings[] = {
    /* The headline names it and the text does, too; or the headline alone. */
    { 2020, "苏州与沭阳合办绣坊", "绣娘到沭阳去教。", "江苏省/苏州市", "江苏省/苏州市 江苏省/宿迁市/沭阳县" },
    { 2020, "苏州与沭阳合办绣坊", "绣娘多了起来。", "江苏省/苏州市", "江苏省/苏州市" },
    /* Three times and half as often; not two times, not among many more. */
    { 2020, "义乌送去鱼苗", "鱼苗到了东阳市。东阳市挖了塘。义乌市教东阳市养鱼。",
      "浙江省/金华市/义乌市", "浙江省/金华市/义乌市 浙江省/金华市/东阳市" },
    { 2020, "义乌送去鱼苗", "鱼苗到了东阳市。义乌市教东阳市养鱼。", "浙江省/金华市/义乌市", "浙江省/金华市/义乌市" },
    { 2020, "义乌送去鱼苗", "鱼苗到了东阳市。东阳市挖了塘。义乌市教东阳市养鱼。义乌市的塘满了,义乌市的鱼肥了,"
      "义乌市又修渠。义乌市有水,义乌市有草,义乌市有人。", "浙江省/金华市/义乌市", "浙江省/金华市/义乌市" },
    /* What holds the own region or lies in it is none. */
    { 2020, "义乌送去鱼苗", "金华市说好。金华市来看。金华市记下。佛堂镇挖塘,佛堂镇养鱼,佛堂镇卖鱼。",
      "浙江省/金华市/义乌市/佛堂镇", "浙江省/金华市/义乌市/佛堂镇" },
    /* A town counts for its county. */
    { 2020, "义乌送去鱼苗", "鱼苗到了东阳市横店镇。横店镇挖了塘。横店镇养鱼。",
      "浙江省/金华市/义乌市", "浙江省/金华市/义乌市 浙江省/金华市/东阳市" },
    /* The lower of two in each other; the upper where it is named more. */
    { 2020, "义乌送去鱼苗", "鱼苗到了丽水市。青田县挖了塘。青田县养鱼,青田县卖鱼。",
      "浙江省/金华市/义乌市", "浙江省/金华市/义乌市 浙江省/丽水市/青田县" },
    { 2020, "义乌送去鱼苗", "鱼苗到了丽水市。丽水市挖了塘。丽水市养鱼,丽水市卖鱼,青田县也看。",
      "浙江省/金华市/义乌市", "浙江省/金华市/义乌市 浙江省/丽水市" },
    /* More than three: a list. */
    { 2020, "义乌送去鱼苗", "东阳市要,永康市要,兰溪市要,武义县要。东阳市来,永康市来,兰溪市来,武义县来。"
      "东阳市养,永康市养,兰溪市养,武义县养。", "浙江省/金华市/义乌市", "浙江省/金华市/义乌市" },
    /* The country is about no other. */
    { 2020, "全国鱼苗过半", "东阳市要。东阳市来。东阳市养。", "中国", "中国" },
    /* A second one hangs under what it was, too. */
    { 1990, "余杭县送去鱼苗", "鱼苗到了临安县。临安县挖了塘。临安县养鱼。",
      "浙江省/杭州市/余杭区", "浙江省/杭州市/余杭县 浙江省/杭州市/临安县" },
  };

  check (filings, G_N_ELEMENTS (filings));
}

/* The reader's region holds; a second one that it is, or holds, is none. */
static void
test_reader_files (void)
{
  g_autoptr (FzArticle) article = make_article ("苏州与沭阳合办绣坊", "绣娘到沭阳去教。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzRegion county = G_GUINT64_CONSTANT (330112000253);

  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->seconds->len, ==, 1);
  fz_facts_set_region (facts, county);
  g_assert_cmpuint (facts->region, ==, fz_region_from_code ("330112"));
  g_assert_cmpuint (fz_facts_get_filed (facts), ==, county);
  g_assert_cmpuint (facts->seconds->len, ==, 1);
  fz_facts_set_region (facts, fz_region_from_code ("3213"));
  g_assert_cmpuint (fz_facts_get_filed (facts), ==, fz_region_from_code ("3213"));
  g_assert_cmpuint (facts->seconds->len, ==, 0);
  fz_facts_set_region (facts, FZ_REGION_NONE);
  g_assert_cmpuint (fz_facts_get_filed (facts), ==, FZ_REGION_NONE);
}

/* A page of a hundred thousand names is no work. */
static void
test_many_names (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (FzArticle) article = NULL;
  g_autoptr (FzFacts) facts = fz_facts_new ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (body, "东阳市要,永康市要,兰溪市要,武义县要,义乌市给。");
  article = make_article ("义乌送去鱼苗", body->str);
  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, ==, 100001);
  g_assert_cmpuint (facts->seconds->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/filing/past", test_past);
  g_test_add_func ("/places/filing/seconds", test_seconds);
  g_test_add_func ("/places/filing/reader-files", test_reader_files);
  g_test_add_func ("/places/filing/many-names", test_many_names);
  return g_test_run ();
}
