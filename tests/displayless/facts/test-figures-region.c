/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "one-block.h"

/* Of which region a figure is: an article on one region, and sentences of it
 * that name others. */

typedef struct {
  const char *sentence;
  const char *regions; /* of its figures, the last name of each; "-" the article's own */
} Case;

static const Case subjects[] = {
  { "全市实现产值500亿元，其中婺城区实现产值123亿元，增长5%。", "- 婺城区 婺城区" },
  { "婺城区建成大棚300座；金东区建成大棚210座。", "婺城区 金东区" },
  { "去年，义乌市新增商户3万户，全市累计新增商户8万户。", "义乌市 -" },
  { "金华市婺城区汤溪镇种植水稻3万亩。", "汤溪镇" },
  { "婺城区建成大棚300座。今年再建20座。", "婺城区 -" },
  { "金华市去年新增绿地80公顷。", "-" },
  /* No subject: where somebody is from or goes, and organisations. */
  { "车队从义乌市出发，行程80公里。", "-" },
  { "市里向武义县拨款300万元。", "-" },
  { "义乌农商银行发放贷款20亿元。", "-" },
  { "杭州游客占了三成。", "-" },
  { "产品销往武义、永康等地，年销5万件。", "-" },
};

static const Case scopes[] = {
  { "全市增加值增长6%。全省增加值增长5%。", "- 浙江省" },
  { "全国粮食产量1.3万亿斤。", "中国" },
  { "其中，全省新增岗位9万个。", "浙江省" },
  { "全國糧食產量1.3萬億斤。", "中国" },
  /* Shares and ranks of it are the article's own. */
  { "产量占全省的12%，居全省第二。", "- -" },
  { "全市场有摊位300个。", "-" },
  { "全县域建成步道20公里。", "-" },
};

/* 三市 is a count itself. */
static const Case lists[] = {
  { "婺城区、金东区产值分别增长4%、3%。", "婺城区 金东区" },
  { "婺城、金东两区分别增长4.1%和3.9%。", "婺城区 金东区" },
  { "义乌、东阳、永康三市分别新增企业30家、20家、10家。", "- 义乌市 东阳市 永康市" },
  /* Fewer figures than regions, and no word that deals them out. */
  { "义乌、东阳、永康三市分别新增企业30家、20家。", "- - -" },
  { "婺城区、金东区共新增企业50家。", "-" },
  { "福建北部、江西南部等地降温8℃。", "-" },
  { "婺城区增长5%、金东区增长6%。", "婺城区 金东区" },
};

/* What 全縣 is in an article on a town of it. */
static void
test_scope_of_town (void)
{
  static const char *const words[] = { "全县建成步道20公里。", "全縣建成步道20公里。" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (FzArticle) article = fz_article_new ();
      g_autoptr (FzFacts) facts = NULL;
      FzPiece title = { 1, 0 }, body = { 2, 0 };

      fz_article_append_block (article, FZ_ROLE_TITLE, 0, "武义县柳城畲族镇修路", -1, &title, 1);
      fz_article_append_block (article, FZ_ROLE_BODY, 0, "柳城畲族镇召开会议。", -1, &body, 1);
      fz_article_append_block (article, FZ_ROLE_BODY, 0, words[i], -1, &body, 1);
      facts = fz_facts_read (article, NULL);
      g_assert_cmpstr (fz_region_name (facts->region), ==, "柳城畲族镇");
      g_assert_cmpuint (facts->figures->len, ==, 1);
      g_assert_cmpstr (fz_region_name (g_array_index (facts->figures, FzFigure, 0).region), ==, "武义县");
    }
}

static FzFacts *
facts_of_jinhua (const char *sentence)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  FzPiece title = { 1, 0 }, body = { 2, 0 };

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "金华市经济稳中有进", -1, &title, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "金华市召开会议。金华市作了部署。", -1, &body, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, sentence, -1, &body, 1);
  return fz_facts_read (article, NULL);
}

static void
check_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (FzFacts) facts = facts_of_jinhua (cases[i].sentence);
      g_autoptr (GString) told = g_string_new (NULL);

      g_assert_cmpstr (fz_region_name (facts->region), ==, "金华市");
      for (guint k = 0; k < facts->figures->len; k++)
        {
          FzRegion region = g_array_index (facts->figures, FzFigure, k).region;

          g_string_append_printf (told, "%s%s", k > 0 ? " " : "", region != FZ_REGION_NONE ? fz_region_name (region) : "-");
        }
      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpstr (told->str, ==, cases[i].regions);
    }
}

static void
test_subjects (void)
{
  check_cases (subjects, G_N_ELEMENTS (subjects));
}

static void
test_scopes (void)
{
  check_cases (scopes, G_N_ELEMENTS (scopes));
}

static void
test_lists (void)
{
  check_cases (lists, G_N_ELEMENTS (lists));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/figures-region/subjects", test_subjects);
  g_test_add_func ("/facts/figures-region/scopes", test_scopes);
  g_test_add_func ("/facts/figures-region/scope-of-town", test_scope_of_town);
  g_test_add_func ("/facts/figures-region/lists", test_lists);
  return g_test_run ();
}
