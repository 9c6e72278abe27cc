/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-cases.h"

static void
test_region_of_article (void)
{
  static const Case cases[] = {
    { "苏州一家绣坊落户沭阳", "沭阳的绣娘多了起来。", "江苏省/宿迁市/沭阳县", "苏州=江苏省/苏州市 沭阳=宿迁市/沭阳县 沭阳=宿迁市/沭阳县" },
    { "苏州与沭阳合办绣坊", "绣娘多了起来。", "江苏省/苏州市", "苏州=江苏省/苏州市 沭阳=宿迁市/沭阳县" },
    { "全国夏粮收购过半", "在河南省，粮库日夜开着。", "中国", "河南省=河南省" },
    { "全国首座菱角馆启用", "在江苏省扬州市，菱角馆开了门。", "江苏省/扬州市", "江苏省=江苏省 扬州市=江苏省/扬州市" },
    { "乡村夜校开课", "在湖州市德清县乾元镇，夜校开课了。杭州也来取经。", "浙江省/湖州市/德清县/乾元镇",
      "湖州市=浙江省/湖州市 德清县=湖州市/德清县 乾元镇=德清县/乾元镇 杭州=浙江省/杭州市" },
    { "丽水夜校开课", "云和县先办，莲都区跟上，丽水都有了。", "浙江省/丽水市",
      "丽水=浙江省/丽水市 云和县=丽水市/云和县 莲都区=丽水市/莲都区 丽水=浙江省/丽水市" },
    { "嘉兴夜校开课", "嘉兴市南湖区大桥镇的夜校开课了，南湖区今年要办十所。", "浙江省/嘉兴市/南湖区",
      "嘉兴=浙江省/嘉兴市 嘉兴市=浙江省/嘉兴市 南湖区=嘉兴市/南湖区 大桥镇=南湖区/大桥镇 南湖区=嘉兴市/南湖区" },
    { "夜校遍地开花", "全国的夜校越办越多。", "中国", "" },
    { "夜校遍地开花", "夜校越办越多。", "", "" },
    { "夜校遍地開花", "中華民國一一一年二月，夜校越辦越多。", "", "" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "guest": where somebody comes from is not what the article is about. */
static void
test_guests (void)
{
  static const Case cases[] = {
    { "作坊开到夜里", "有个上海的客人住下了。德清县的作坊点起了灯。", "浙江省/湖州市/德清县", "上海=上海市 德清县=湖州市/德清县" },
    { "作坊开到夜里", "来自江苏省苏州市的绣娘住下了。德清县的作坊点起了灯。", "浙江省/湖州市/德清县",
      "江苏省=江苏省 苏州市=江苏省/苏州市 德清县=湖州市/德清县" },
    { "作坊开到夜里", "上海游客住下了。德清县的作坊点起了灯。", "浙江省/湖州市/德清县", "上海=上海市 德清县=湖州市/德清县" },
    { "作坊开到夜里", "上海的作坊点起了灯。德清县的客人住下了。", "上海市", "上海=上海市 德清县=湖州市/德清县" },
    { "老街人多", "德清县游客最多的老街添了凳子。杭州也来看。", "浙江省/湖州市/德清县", "德清县=湖州市/德清县 杭州=浙江省/杭州市" },
    { "作坊开到夜里", "有个上海的客人住下了。", "", "上海=上海市" },
    { "作坊开到夜里", "一位操着陕西口音的老人住下了。德清县的作坊点起了灯。", "浙江省/湖州市/德清县", "陕西=陕西省 德清县=湖州市/德清县" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "person": what stands behind one surname each time is a given name. */
static void
test_persons (void)
{
  static const Case cases[] = {
    { "灯塔亮了", "守塔人叶中山擦着灯。天黑了，叶中山还在记录。", "", "" },
    { "灯塔亮了", "守塔人叶中山从中山来，叶中山还在记录。", "广东省/中山市", "中山=广东省/中山市 中山=广东省/中山市 中山=广东省/中山市" },
    { "灯塔亮了", "全江苏的灯塔亮了，全江苏的船出海。", "江苏省", "江苏=江苏省 江苏=江苏省" },
    { "灯塔亮了", "商会于上海开会，又于上海散会。", "上海市", "上海=上海市 上海=上海市" },
    { "灯塔亮了", "中国丽水灯会开幕，中国丽水灯会要办十天。", "浙江省/丽水市", "丽水=浙江省/丽水市 丽水=浙江省/丽水市" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* Rule "round": an article that goes from province to province is about the country. */
static void
test_round (void)
{
  static const Case cases[] = {
    { "各地抢收晚稻", "在浙江，农机下田。在江西，粮库开门。", "中国", "浙江=浙江省 江西=江西省" },
    { "抢收晚稻", "在浙江，农机下田。江西、湖南、湖北的粮库开门。", "中国", "浙江=浙江省 江西=江西省 湖南=湖南省 湖北=湖北省" },
    { "全市各地来客", "在杭州，农机下田。江西的粮库开门。", "浙江省/杭州市", "杭州=浙江省/杭州市 江西=江西省" },
    { "各地来客", "在浙江，农机下田。在浙江，粮库开门。江西也来人，浙江的米香。", "浙江省",
      "浙江=浙江省 浙江=浙江省 江西=江西省 浙江=浙江省" },
    { "各地来客", "在浙江，农机下田。在杭州，粮库开门。", "浙江省", "浙江=浙江省 杭州=浙江省/杭州市" },
    { "抢收晚稻", "在浙江，农机下田。江西、湖南的粮库开门。", "浙江省", "浙江=浙江省 江西=江西省 湖南=湖南省" },
    { "抢收晚稻", "在浙江，农机下田，浙江的米卖到江西、湖南、湖北。浙江粮库开门。", "浙江省",
      "浙江=浙江省 浙江=浙江省 江西=江西省 湖南=湖南省 湖北=湖北省 浙江=浙江省" },
    { "湖北抢收晚稻", "在浙江，农机下田。江西、湖南、湖北的粮库开门。", "湖北省", "湖北=湖北省 浙江=浙江省 江西=江西省 湖南=湖南省 湖北=湖北省" },
  };

  run (cases, G_N_ELEMENTS (cases));
}

/* The paper's own province comes first in its stories, however far its goods go. */
static void
test_round_at_home (void)
{
  g_autoptr (FzArticle) article = make_article ("抢收晚稻", "在浙江，农机下田。江西、湖南、湖北的粮库开门。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPlaceContext context = { .home = fz_region_from_code ("3301") };

  fz_places_find (facts, article, &context);
  g_assert_cmpuint (facts->region, ==, fz_region_from_code ("33"));
}

/* But not in a newspaper from there. */
static void
test_guests_at_home (void)
{
  g_autoptr (FzArticle) article = make_article ("作坊开到夜里", "上海的老板点起了灯。德清县的客人住下了。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPlaceContext context = { .home = fz_region_from_code ("31") };

  fz_places_find (facts, article, &context);
  g_assert_cmpuint (facts->region, ==, fz_region_from_code ("31"));
}

/* Rule "opens at home": what is a word elsewhere is the county's name at the head of a
 * caption of its own prefecture, if it is not a word that stands anywhere. */
static void
test_opens_at_home (void)
{
  static const struct {
    const char *home, *text, *places;
  } cases[] = {
    { "4407", "新会葵乡的工匠在葵扇上作画。", "新会=江门市/新会区" },
    { "4406", "新会葵乡的工匠在葵扇上作画。", "" },
    { "4407", "工匠在作画，新会葵乡的人来看。", "" },
    { "4407", "新会员交了会费。", "" },
    { "44", "新会葵乡的工匠在葵扇上作画。", "" },
    { "3716", "惠民演出走进社区。", "" },
    { "3611", "万年稻作文化节下月开幕。", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FzArticle) article = make_article (NULL, cases[i].text);
      g_autoptr (FzFacts) facts = fz_facts_new ();
      const FzPlaceContext context = { .home = fz_region_from_code (cases[i].home) };
      g_autofree char *places = NULL;

      fz_places_find (facts, article, &context);
      places = list_places (facts);
      g_assert_cmpstr (places, ==, cases[i].places);
    }
}

/* primary: the article's own region and what lies in it. */
static void
test_primary (void)
{
  g_autoptr (FzArticle) article = make_article ("德清县夜校开课", "浙江省湖州市德清县乾元镇的夜校开课了，杭州来取经。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  static const gboolean expected[] = { TRUE, FALSE, FALSE, TRUE, TRUE, FALSE };

  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < facts->places->len; i++)
    g_assert_cmpint (g_array_index (facts->places, FzPlace, i).primary, ==, expected[i]);
}

/* A name that a line break cuts is found whole, and its surface is the part on
 * the first line. */
static void
test_line_break (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPiece pieces[] = { { 33, 0 }, { 35, 4 } };
  const FzPlace *place;

  fz_article_append_block (article, FZ_ROLE_BODY, 0, "如今，丽水市的夜校开课了。", -1, pieces, G_N_ELEMENTS (pieces));
  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, ==, 1);
  place = &g_array_index (facts->places, FzPlace, 0);
  g_assert_cmpstr (place->surface, ==, "丽");
  g_assert_cmpuint (place->span.line, ==, 33);
  g_assert_cmpuint (place->span.start, ==, 3);
  g_assert_cmpuint (place->span.end, ==, 6);
  g_assert_cmpuint (place->region, ==, fz_region_from_code ("3311"));
}

/* A reporter's name is no place; the place of the dateline is not what the
 * article is about. */
static void
test_bylines (void)
{
  g_autoptr (FzArticle) article = make_article (NULL, "本报武汉3月4日电(记者 吴江)江苏省盐城市的丹顶鹤到了。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  g_autofree char *places = NULL;

  article->dateline = g_strdup ("本报武汉3月4日电");
  g_ptr_array_add (article->authors, fz_author_new ("记者", "吴江"));
  fz_places_find (facts, article, NULL);
  places = list_places (facts);
  g_assert_cmpstr (places, ==, "武汉=湖北省/武汉市 江苏省=江苏省 盐城市=江苏省/盐城市");
  g_assert_cmpuint (facts->region, ==, fz_region_from_code ("3209"));
}

/* Names in banners and marks of other pages are nobody's. */
static void
test_roles (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPiece piece = { 1, 0 };

  fz_article_append_block (article, FZ_ROLE_MASTHEAD, 0, "浙江观察", -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_CAPTION, 0, "德清县的灯笼", -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_NOISE, 0, "江苏省", -1, &piece, 1);
  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, ==, 1);
  g_assert_cmpuint (g_array_index (facts->places, FzPlace, 0).span.block, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();

  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, ==, 0);
  g_assert_cmpuint (facts->region, ==, FZ_REGION_NONE);
}

/* Nothing but names, of which each has many candidates. */
static void
test_dense (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FzArticle) article = NULL;
  g_autoptr (FzFacts) facts = fz_facts_new ();

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "城关镇鼓楼区朝阳区和平区、");
  article = make_article (NULL, text->str);
  fz_places_find (facts, article, NULL);
  g_assert_cmpuint (facts->places->len, <=, 8000);
}

/* Ten thousand strings of the characters that names are made of, by a fixed
 * seed: each place lies in the text and is one that the gazetteer knows. */
static void
test_random (void)
{
  static const char *const parts[] = { "临", "安", "市", "县", "区", "镇", "乡", "、", "和", "西", "湖", "江", "山", "州", "南",
                                       "城", "关", "朝", "阳", "等", "6个", "a", "，", "鼓楼", "浙江", "杭州", "臺", "的" };
  g_autoptr (GRand) random = g_rand_new_with_seed (19860501);
  const FzPlaceContext context = { 1986, FZ_REGION_NONE };

  for (guint n = 0; n < 10000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FzArticle) article = NULL;
      g_autoptr (FzFacts) facts = fz_facts_new ();

      for (gint32 i = g_rand_int_range (random, 1, 60); i > 0; i--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      article = make_article (NULL, text->str);
      fz_places_find (facts, article, n % 2 == 0 ? &context : NULL);
      for (guint i = 0; i < facts->places->len; i++)
        {
          const FzPlace *place = &g_array_index (facts->places, FzPlace, i);

          g_assert_cmpuint (place->span.start, <, place->span.end);
          g_assert_cmpint (place->span.end, <=, g_utf8_strlen (text->str, -1));
          g_assert_nonnull (fz_region_name (place->region));
        }
    }
}

/* What nothing settles is given with its candidates; the page settles it. */
static void
test_open (void)
{
  g_autoptr (FzArticle) article = make_article (NULL, "鼓楼区的早点铺六点开门。");
  g_autoptr (FzFacts) open = fz_facts_new ();
  g_autoptr (FzFacts) settled = fz_facts_new ();
  const FzPlaceContext nanjing = { 0, fz_region_from_code ("3201") };
  const FzOpenPlace *place;

  fz_places_find (open, article, NULL);
  g_assert_cmpuint (open->places->len, ==, 0);
  g_assert_cmpuint (open->open_places->len, ==, 1);
  place = &g_array_index (open->open_places, FzOpenPlace, 0);
  g_assert_cmpstr (place->surface, ==, "鼓楼区");
  g_assert_cmpuint (place->candidates->len, ==, 4);
  fz_places_find (settled, article, &nanjing);
  g_assert_cmpuint (settled->open_places->len, ==, 0);
  g_assert_cmpuint (settled->places->len, ==, 1);
  g_assert_cmpuint (g_array_index (settled->places, FzPlace, 0).region, ==, fz_region_from_code ("320106"));
  g_assert_cmpuint (g_array_index (settled->places, FzPlace, 0).score, <, 100);
}

/* What the reader says of a name holds for all that go by it, and for no other;
 * they take their places in the order of the text. */
static void
test_settle (void)
{
  g_autoptr (FzArticle) article = make_article (NULL, "鼓楼区的早点铺六点开门，定西市的七点，朝阳区的八点。鼓楼区的最早。");
  g_autoptr (FzFacts) facts = fz_facts_new ();
  g_autoptr (FzFacts) kept = fz_facts_new ();
  FzRegion nanjing = fz_region_from_code ("320106");
  g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
  const FzPlaceContext context = { .settled = settled };

  g_hash_table_insert (settled, (char *) "朝阳", &nanjing);
  g_hash_table_insert (settled, (char *) "定西市", &nanjing);
  g_hash_table_insert (settled, (char *) "鼓楼区", &nanjing);
  fz_places_find (facts, article, &context);
  g_assert_cmpuint (facts->places->len, ==, 3);
  g_assert_cmpuint (g_array_index (facts->places, FzPlace, 1).region, ==, fz_region_from_code ("6211"));
  for (guint i = 0; i < 3; i += 2)
    {
      const FzPlace *place = &g_array_index (facts->places, FzPlace, i);

      g_assert_cmpstr (place->surface, ==, "鼓楼区");
      g_assert_cmpuint (place->region, ==, nanjing);
      g_assert_cmpuint (place->score, ==, 100);
      g_array_append_val (kept->places, *place);
      ((FzPlace *) place)->surface = g_strdup (place->surface);
    }
  g_assert_cmpuint (facts->open_places->len, ==, 1);
  g_assert_cmpstr (g_array_index (facts->open_places, FzOpenPlace, 0).surface, ==, "朝阳区");
  /* Found again, those that are settled are not among them. */
  fz_places_find_open (kept, article, NULL);
  g_assert_cmpuint (kept->open_places->len, ==, facts->open_places->len);
}

/* What the reader says of one name may be what the article is about, and what another
 * name then follows from; what the text says of itself stays. */
static void
test_settle_about (void)
{
  FzRegion nanjing = fz_region_from_code ("320106"), beijing = fz_region_from_code ("110105");
  FzRegion jinan = fz_region_from_code ("370103");
  struct {
    const char *title;
    const char *body;
    const char *name;
    FzRegion   *means;
    const char *about; /* before */
    const char *then;  /* and after the reader said it */
    guint       open;  /* what is then still open */
  } cases[] = {
    { "早点铺六点开门", "鼓楼区的早点铺六点开门。", "鼓楼区", &nanjing, NULL, "320106", 0 },
    { "早点铺六点开门", "鼓楼区的早点铺六点开门，朝阳区的七点。", "鼓楼区", &nanjing, NULL, "320106", 1 },
    { "早点铺六点开门", "鼓楼区的早点铺六点开门，朝阳区的七点。", "朝阳区", &beijing, NULL, "110105", 1 },
    { "早点铺六点开门", "鼓楼区的铺子六点开门，市中区的七点。", "市中区", &jinan, NULL, "370103", 1 },
    { "定西的早点铺", "铺子六点开门，同鼓楼区一样。", "鼓楼区", &nanjing, "6211", "6211", 0 },
    { "全国早点铺六点开门", "鼓楼区的早点铺六点开门。", "鼓楼区", &nanjing, "100000", "100000", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FzArticle) article = make_article (cases[i].title, cases[i].body);
      g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (FzFacts) before = fz_facts_read (article, NULL), facts = NULL;
      const FzPlaceContext context = { .settled = settled };

      g_test_message ("%s, %s", cases[i].title, cases[i].body);
      g_hash_table_insert (settled, (char *) cases[i].name, cases[i].means);
      facts = fz_facts_read (article, &context);
      g_assert_cmpuint (before->region, ==, cases[i].about != NULL ? fz_region_from_code (cases[i].about) : FZ_REGION_NONE);
      g_assert_cmpuint (facts->region, ==, fz_region_from_code (cases[i].then));
      g_assert_cmpuint (facts->open_places->len, ==, cases[i].open);
    }
}

/* What 全市 means follows from what the reader says of a name. */
static void
test_settle_figures (void)
{
  g_autoptr (FzArticle) article = make_article ("早点铺六点开门", "鼓楼区的早点铺六点开门。全市早点铺去年卖出豆浆5万碗。");
  g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (FzFacts) before = fz_facts_read (article, NULL), facts = NULL;
  const FzPlaceContext context = { .settled = settled };
  FzRegion nanjing = fz_region_from_code ("320106");

  g_hash_table_insert (settled, (char *) "鼓楼区", &nanjing);
  facts = fz_facts_read (article, &context);
  g_assert_cmpuint (g_array_index (before->figures, FzFigure, 0).region, ==, FZ_REGION_NONE);
  g_assert_cmpuint (g_array_index (facts->figures, FzFigure, 0).region, ==, fz_region_from_code ("3201"));
}

/* 思茅市 was a county's name until 2003, then a prefecture's. */
static void
test_dated (void)
{
  static const struct {
    guint       year;
    const char *code;
  } cases[] = { { 2001, "530802" }, { 2006, "5308" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FzArticle) article = make_article (NULL, "云南省思茅市的茶园开采。");
      g_autoptr (FzFacts) facts = fz_facts_new ();
      const FzPlaceContext context = { cases[i].year, FZ_REGION_NONE };

      fz_places_find (facts, article, &context);
      g_assert_cmpuint (facts->places->len, ==, 2);
      g_assert_cmpuint (g_array_index (facts->places, FzPlace, 1).region, ==, fz_region_from_code (cases[i].code));
    }
}

static void
test_newspapers (void)
{
  g_assert_cmpuint (fz_region_of_newspaper ("杭州日报"), ==, fz_region_from_code ("3301"));
  g_assert_cmpuint (fz_region_of_newspaper ("吉林日报"), ==, fz_region_from_code ("22"));
  g_assert_cmpuint (fz_region_of_newspaper ("人民日报"), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_of_newspaper (""), ==, FZ_REGION_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/region-of-article", test_region_of_article);
  g_test_add_func ("/places/guests", test_guests);
  g_test_add_func ("/places/guests-at-home", test_guests_at_home);
  g_test_add_func ("/places/persons", test_persons);
  g_test_add_func ("/places/round", test_round);
  g_test_add_func ("/places/round-at-home", test_round_at_home);
  g_test_add_func ("/places/opens-at-home", test_opens_at_home);
  g_test_add_func ("/places/primary", test_primary);
  g_test_add_func ("/places/line-break", test_line_break);
  g_test_add_func ("/places/bylines", test_bylines);
  g_test_add_func ("/places/roles", test_roles);
  g_test_add_func ("/places/empty", test_empty);
  g_test_add_func ("/places/dense", test_dense);
  g_test_add_func ("/places/random", test_random);
  g_test_add_func ("/places/open", test_open);
  g_test_add_func ("/places/settle", test_settle);
  g_test_add_func ("/places/settle-about", test_settle_about);
  g_test_add_func ("/places/settle-figures", test_settle_figures);
  g_test_add_func ("/places/dated", test_dated);
  g_test_add_func ("/places/newspapers", test_newspapers);
  return g_test_run ();
}
