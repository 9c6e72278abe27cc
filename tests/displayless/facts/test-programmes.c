/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "one-block.h"

/* A paragraph, and its programmes as name/kind between semicolons. */
static const struct {
  const char *text;
  const char *programmes;
} rows[] = {
  /* book */
  { "县里印发《茶园改造行动方案》（下称《方案》），《方案》明确三条。", "茶园改造行动方案/document" },
  { "《意见》提出三条。", "" },
  /* head-behind */
  { "依托“甜甜快办”平台办事。", "甜甜快办/platform" },
  { "建成“山海来客”共富驿站。", "山海来客/platform" },
  { "开展“百日清河”的活动。", "百日清河/campaign" },
  { "“茶香里”品牌走出大山。", "茶香里/programme" },
  /* head-inside */
  { "走进“零租空间”和“暖心食堂”。", "零租空间/platform; 暖心食堂/programme" },
  /* list */
  { "落实“暖企”“稳岗”等6类扶持政策。", "暖企/programme; 稳岗/programme" },
  { "启动“甲贷通”和“乙贷通”计划。", "甲贷通/programme; 乙贷通/programme" },
  /* verb-before */
  { "镇里打造“美丽小院”，家家受益。", "美丽小院/programme" },
  /* plain */
  { "2024浙江省春苗行动启动。", "2024浙江省春苗行动/campaign" },
  { "浙江省“春苗”工程开工。浙江省春苗工程见效。", "春苗/programme" },
  /* Once, where it stands first. */
  { "“甜甜快办”好用。“甜甜快办”平台上线。", "甜甜快办/platform" },
  /* One programme under several spellings. */
  { "打造“惠企直通车”。“惠企 直通车”平台上线，“惠企·直通车”好用。", "惠企直通车/programme" },
  { "推出“ＡＢ贷”，“ab贷”见效。", "ＡＢ贷/programme" },
  { "依托“甜甜快办”平台。打造“甜甜快办平台”。", "甜甜快办/platform" },
  { "《金华市养犬管理条例》施行。贯彻《养犬管理条例》。", "金华市养犬管理条例/document" },
  /* Two that only look alike. */
  { "开展“百日清河行动”和“百日清河工程”。", "百日清河行动/campaign; 百日清河工程/programme" },
  { "这里“甜甜”的。打造“甜甜平台”。", "甜甜平台/platform" },
  { "《茶园管理条例》施行。贯彻《养犬管理条例》。", "茶园管理条例/document; 养犬管理条例/document" },
  /* A short name is no other programme, unless what it is short for is none. */
  { "“百日清河”行动（下称“清河行动”）开始。“清河行动”的平台上线。", "百日清河/campaign" },
  { "县企业之家（以下简称“企服”平台）上线。", "企服/platform" },
  /* None of them. */
  { "这是一场“及时雨”，吃下“定心丸”。", "" },
  { "推行“一村一方案”和“五大行动”，“就业+”平台。", "" },
  { "“我们打造了平台，大家都来。”他说。", "" },
  { "浙江省教育系统开会。", "" },
  { "《橘园改造纲要》（以下简称《橘十条》）出台。", "橘园改造纲要/document" },
  { "浙江省实施重点工程。", "" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < facts->programmes->len; j++)
        {
          const FzProgramme *one = &g_array_index (facts->programmes, FzProgramme, j);

          g_string_append_printf (found, "%s%s/%s", j > 0 ? "; " : "", one->name, fz_programme_kind_name (one->kind));
        }
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].programmes);
    }
}

static void
test_span (void)
{
  g_autoptr (FzFacts) facts = facts_of ("“春风里”很好。依托“甜甜快办”平台，“春风里”活动开始。");
  const FzProgramme *first, *second;

  g_assert_cmpuint (facts->programmes->len, ==, 2);
  first = &g_array_index (facts->programmes, FzProgramme, 0);
  second = &g_array_index (facts->programmes, FzProgramme, 1);
  g_assert_cmpstr (first->name, ==, "春风里");
  g_assert_cmpuint (first->span.start, ==, 1);
  g_assert_cmpuint (first->span.end, ==, 4);
  g_assert_cmpuint (first->span.line, ==, 7);
  g_assert_cmpuint (second->span.start, ==, 11);
}

/* A paragraph, its programmes named by the number they have and the words that
 * name them, between semicolons. */
static const struct {
  const char *text;
  const char *mentions;
} mention_rows[] = {
  /* marked */
  { "依托“甜甜快办”平台。“甜甜快办”很好，‘甜甜快办’也好。", "0甜甜快办; 0甜甜快办; 0甜甜快办" },
  { "“甜甜快办”平台上线，村里甜甜快办喜事。", "0甜甜快办" },
  { "打造“春风里”，春风里走来一个人。", "0春风里" },
  /* headed */
  { "依托“甜甜快办”平台，甜甜快办平台上线。", "0甜甜快办; 0甜甜快办" },
  { "打造“百日清河行动”，百日清河行动见效。", "0百日清河行动; 0百日清河行动" },
  { "“春苗”工程开工，春苗长高了，春苗工程师来了。", "0春苗" },
  /* alias */
  { "《橘园改造纲要》（以下简称《橘十条》）出台，《橘十条》管用。", "0橘园改造纲要; 0橘十条; 0橘十条" },
  { "“百日清河”行动（下称“清河行动”）开始，清河行动见效。", "0百日清河; 0清河行动; 0清河行动" },
  { "《橘十条》是谁的？《橘园改造纲要》（作者是《橘乡》的人）出台。", "0橘十条; 1橘园改造纲要; 2橘乡" },
  /* short */
  { "《方案》未出。《茶园改造行动方案》出台，《方案》明确三条，方案很好。", "0茶园改造行动方案; 0方案" },
  { "《茶园改造方案》和《橘园改造方案》出台，《方案》明确三条。", "0茶园改造方案; 1橘园改造方案; 1方案" },
  { "“茶园改造方案”工程，《方案》明确三条。", "0茶园改造方案" },
  /* spelling */
  { "打造“惠企直通车”。“惠企 直通车”好用，“惠企”不是它。", "0惠企直通车; 0惠企 直通车" },
  { "依托“甜甜快办”平台。“甜甜快办平台”很好。", "0甜甜快办; 0甜甜快办平台" },
  { "《金华市养犬管理条例》施行。贯彻《养犬管理条例》。", "0金华市养犬管理条例; 0养犬管理条例" },
  /* The longer of two. */
  { "打造“清河”，开展“清河三年行动”，清河三年行动好。", "0清河; 1清河三年行动; 1清河三年行动" },
};

static void
test_mentions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mention_rows); i++)
    {
      g_autoptr (FzArticle) article = one_block (FZ_ROLE_BODY, mention_rows[i].text);
      g_autoptr (FzFacts) facts = fz_facts_read (article, NULL);
      g_autoptr (GArray) mentions = fz_facts_find_mentions (facts, article);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < mentions->len; j++)
        {
          const FzProgrammeMention *one = &g_array_index (mentions, FzProgrammeMention, j);
          g_autofree char *words = g_utf8_substring (article->text, one->span.start, one->span.end);

          g_assert_cmpuint (one->span.line, ==, 7);
          g_string_append_printf (found, "%s%u%s", j > 0 ? "; " : "", one->programme, words);
        }
      g_test_message ("%s", mention_rows[i].text);
      g_assert_cmpstr (found->str, ==, mention_rows[i].mentions);
    }
}

/* A paragraph of an article on 金华市 on a page of 2023, and of each of its
 * programmes: name, region, year and figures. */
static const struct {
  const char *text;
  const char *told;
} told_rows[] = {
  /* region: of the name, of the item, of the article, of nobody */
  { "贯彻《浙江省数字经济促进条例》。", "浙江省数字经济促进条例 浙江省 0" },
  { "婺城区推出“甜甜快办”平台。", "甜甜快办 婺城区 0" },
  { "全省推广“甜甜快办”平台。", "甜甜快办 浙江省 0" },
  { "今年婺城区推出“甜甜快办”平台。", "甜甜快办 婺城区 2023" },
  { "依托“甜甜快办”平台办事。", "甜甜快办 金华市 0" },
  { "出台《养犬管理条例》。", "养犬管理条例 金华市 0" },
  { "学习《养犬管理条例》。", "养犬管理条例 - 0" },
  { "学习《中华人民共和国民法典》。", "中华人民共和国民法典 中国 0" },
  /* year: of the name, of its beginning; not of what is told of it */
  { "2024浙江省春苗行动见效。", "2024浙江省春苗行动 浙江省 2024" },
  { "印发《养老服务行动方案（2022—2025年）》。", "养老服务行动方案（2022—2025年） 金华市 2022" },
  { "去年3月，启动“百日暖企”行动。", "百日暖企 金华市 2022" },
  { "2019年，“甜甜快办”平台正式上线。", "甜甜快办 金华市 2019" },
  { "2019年，“甜甜快办”平台受理诉求560件。", "甜甜快办 金华市 0 560件" },
  /* figures: behind it, before it in its clause, up to another or 全市 */
  { "“甜甜快办”平台投入300万元，受理诉求560件。服务12次。", "甜甜快办 金华市 0 300万元 560件" },
  { "投入300万元打造“甜甜快办”平台。", "甜甜快办 金华市 0 300万元" },
  { "全年花费50万元，打造“甜甜快办”平台。", "甜甜快办 金华市 0" },
  { "“甜甜快办”平台办结560件，全市新增企业3万家。", "甜甜快办 金华市 0 560件" },
  { "落实“暖企”“稳岗”等6项政策。", "暖企 金华市 0; 稳岗 金华市 0" },
  { "“甜甜快办”平台办结560件；“百日暖企”行动走访80家。", "甜甜快办 金华市 0 560件; 百日暖企 金华市 0 80家" },
  { "“甜甜快办”平台办结560件，投入300万元开展“百日暖企”行动。", "甜甜快办 金华市 0 560件; 百日暖企 金华市 0 300万元" },
};

static void
append_told (GString *out, const FzFacts *facts, const GArray *told, guint i)
{
  const FzProgrammeTold *one = &g_array_index (told, FzProgrammeTold, i);

  g_string_append_printf (out, "%s%s %s %d", i > 0 ? "; " : "", g_array_index (facts->programmes, FzProgramme, i).name,
                          one->region != FZ_REGION_NONE ? fz_region_name (one->region) : "-", one->year);
  for (guint k = 0; k < one->figures->len; k++)
    g_string_append_printf (out, " %s", g_array_index (facts->figures, FzFigure, g_array_index (one->figures, guint, k)).surface);
}

static void
test_told (void)
{
  const FzPiece piece = { 9, 0 };
  GDate page;

  g_date_clear (&page, 1);
  g_date_set_dmy (&page, 15, G_DATE_DECEMBER, 2023);
  for (gsize i = 0; i < G_N_ELEMENTS (told_rows); i++)
    {
      g_autoptr (FzArticle) article = one_block (FZ_ROLE_TITLE, "金华市深化便民服务");
      g_autoptr (FzFacts) facts = NULL;
      g_autoptr (GArray) told = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      fz_article_append_block (article, FZ_ROLE_BODY, 0, told_rows[i].text, -1, &piece, 1);
      facts = fz_facts_read (article, NULL);
      told = fz_facts_tell_programmes (facts, article, &page);
      for (guint k = 0; k < told->len; k++)
        append_told (found, facts, told, k);
      g_test_message ("%s", told_rows[i].text);
      g_assert_cmpstr (found->str, ==, told_rows[i].told);
    }
}

/* What is said in a second block, and in none that is no part of the story. */
static void
test_mentions_of_blocks (void)
{
  g_autoptr (FzArticle) article = one_block (FZ_ROLE_TITLE, "“甜甜快办”平台上线");
  g_autoptr (FzFacts) facts = NULL;
  g_autoptr (GArray) mentions = NULL;
  const FzPiece body = { 9, 0 }, credit = { 10, 0 };
  const FzProgrammeMention *second;

  fz_article_append_block (article, FZ_ROLE_BODY, 0, "好用的“甜甜快办”。", -1, &body, 1);
  fz_article_append_block (article, FZ_ROLE_CREDIT, 0, "“甜甜快办”供图", -1, &credit, 1);
  facts = fz_facts_read (article, NULL);
  mentions = fz_facts_find_mentions (facts, article);
  g_assert_cmpuint (mentions->len, ==, 2);
  second = &g_array_index (mentions, FzProgrammeMention, 1);
  g_assert_cmpuint (second->span.block, ==, 1);
  g_assert_cmpuint (second->span.start, ==, 4);
  g_assert_cmpuint (second->span.end, ==, 8);
  g_assert_cmpuint (second->span.line, ==, 9);
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "“", "”", "“甲”", "《甲》", "“甲”平台", "浙江省", "“甲”、", "《", "打造“" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FzArticle) article = NULL;
      g_autoptr (FzFacts) facts = NULL;
      g_autoptr (GArray) mentions = NULL, told = NULL;

      while (text->len < 60000)
        g_string_append (text, pieces[i]);
      article = one_block (FZ_ROLE_BODY, text->str);
      facts = fz_facts_read (article, NULL);
      g_assert_cmpuint (facts->programmes->len, <=, 1000);
      mentions = fz_facts_find_mentions (facts, article);
      g_assert_cmpuint (mentions->len, <=, 10000);
      told = fz_facts_tell_programmes (facts, article, NULL);
      g_assert_cmpuint (told->len, ==, facts->programmes->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programmes/rows", test_rows);
  g_test_add_func ("/programmes/span", test_span);
  g_test_add_func ("/programmes/mentions", test_mentions);
  g_test_add_func ("/programmes/mentions-of-blocks", test_mentions_of_blocks);
  g_test_add_func ("/programmes/told", test_told);
  g_test_add_func ("/programmes/hostile", test_hostile);
  return g_test_run ();
}
