/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-against.h"
#include "one-block.h"

/* With what a change is compared, and when that was. */

typedef struct {
  const char *sentence;
  const char *surface; /* of the figure */
  const char *against; /* "-" for none */
} Found;

static const Found found[] = {
  { "上半年，全县财政收入6.2亿元，同比增长5%。", "5%", "同比" },
  { "5月份，生猪出栏价环比下跌3%。", "3%", "环比" },
  { "全年用电量比上年增长7%。", "7%", "比上年" },
  { "粮食总产较上年同期增加2万吨。", "2万吨", "较上年同期" },
  { "城区绿地面积比2012年扩大30%。", "30%", "比2012年" },
  { "一九八三年茶叶产量比一九七八年增长四成。", "四成", "比一九七八年" },
  { "贷款余额较年初增加28亿元。", "28亿元", "较年初" },
  { "客运量比三年前增长12%。", "12%", "比三年前" },
  { "出口、进口同比分别增长8%、6%。", "6%", "同比" },
  { "与上年同期相比，游客增长9%。", "9%", "与上年同期相比" },
  { "与2019年同期相比，游客增长9%。", "9%", "与2019年同期相比" },
  /* No comparison, though the sentence has words like it. */
  { "占比提高3%。", "3%", "-" },
  { "全年用电量比上年增长7%，其中工业用电增长4%。", "4%", "-" },
  { "企业与去年签约的3家客户续约，产量增加5%。", "5%", "-" },
  { "同时新增岗位20个。", "20个", "-" },
  { "水位上涨2米。", "2米", "-" },
  { "去年销量1200台。", "1200台", "-" },
};

static const FzFigure *
figure_named (const FzFacts *facts, const char *surface)
{
  for (guint i = 0; i < facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (facts->figures, FzFigure, i);

      if (g_str_equal (figure->surface, surface))
        return figure;
    }
  return NULL;
}

static void
test_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (found[i].sentence);
      const FzFigure *figure = figure_named (facts, found[i].surface);

      g_test_message ("%s", found[i].sentence);
      g_assert_nonnull (figure);
      g_assert_cmpstr (figure->against != NULL ? figure->against : "-", ==, found[i].against);
    }
}

/* The comparison is no part of what is measured, but where the change is named. */
static void
test_indicator (void)
{
  g_autoptr (FzFacts) facts = facts_of ("各项贷款余额较年初增加28亿元，出口额比上年增长5%，比2012年增长9%。");

  g_assert_cmpstr (figure_named (facts, "28亿元")->indicator, ==, "各项贷款余额");
  g_assert_cmpstr (figure_named (facts, "5%")->indicator, ==, "出口额比上年增长");
  g_assert_cmpstr (figure_named (facts, "9%")->indicator, ==, "出口额比2012年增长");
}

/* What a stored figure says of it by its indicator alone. */
static void
test_from_indicator (void)
{
  FzFigure up = { .change = FZ_CHANGE_UP, .indicator = (char *) "外贸出口额比上年同期增长" };
  FzFigure plain = { .change = FZ_CHANGE_UP, .indicator = (char *) "外贸出口额增长" };
  FzFigure level = { .indicator = (char *) "同比数据" };

  fz_figure_read_against (&up);
  fz_figure_read_against (&plain);
  fz_figure_read_against (&level);
  g_assert_cmpstr (up.against, ==, "比上年同期");
  g_assert_null (plain.against);
  g_assert_null (level.against);
  g_free (up.against);
}

/* "?" for days that cannot be told; "~" behind those that are in doubt. */
static const struct {
  const char *against;
  const char *since, *until; /* of the figure, NULL where they are not known */
  const char *page;
  const char *days;
} resolved[] = {
  { "同比", "2023-01-01", "2023-11-30", NULL, "2022-01-01..2022-11-30" },
  { "同比", "2024-02-01", "2024-02-29", NULL, "2023-02-01..2023-02-28" },
  { "同比", NULL, NULL, "2023-12-15", "?" },
  { "比上年同期", "2023-01-01", "2023-06-30", NULL, "2022-01-01..2022-06-30" },
  { "与2019年同期相比", "2023-04-01", "2023-06-30", NULL, "2019-04-01..2019-06-30" },
  { "环比", "2023-11-01", "2023-11-30", NULL, "2023-10-01..2023-10-31" },
  { "环比", "2023-01-01", "2023-01-31", NULL, "2022-12-01..2022-12-31" },
  { "环比", "2023-04-01", "2023-06-30", NULL, "2023-01-01..2023-03-31" },
  { "环比", "2023-01-01", "2023-11-30", NULL, "?" },
  { "比上月", "2023-03-01", "2023-03-31", NULL, "2023-02-01..2023-02-28" },
  { "比上月", "2023-01-01", "2023-03-31", NULL, "?" },
  { "较上年", "2022-01-01", "2022-12-31", NULL, "2021-01-01..2021-12-31" },
  { "较上年", "2023-01-01", "2023-09-30", NULL, "2022-01-01..2022-09-30~" },
  { "比去年", NULL, NULL, "2023-12-15", "2022-01-01..2022-12-31~" },
  { "比去年", NULL, NULL, NULL, "?" },
  { "比前年", "2022-01-01", "2022-12-31", NULL, "2020-01-01..2020-12-31" },
  { "比2012年", "2022-01-01", "2022-12-31", NULL, "2012-01-01..2012-12-31" },
  { "比2012年", "2022-01-01", "2022-06-30", NULL, "2012-01-01..2012-12-31~" },
  { "比一九七八年", NULL, NULL, NULL, "1978-01-01..1978-12-31" },
  { "较年初", "2023-01-01", "2023-10-31", NULL, "2023-01-01..2023-01-01" },
  { "比上年末", "2023-01-01", "2023-10-31", NULL, "2022-12-31..2022-12-31" },
  { "比三年前", "2023-01-01", "2023-12-31", NULL, "2020-01-01..2020-12-31~" },
  { "比往年", "2023-01-01", "2023-12-31", "2023-12-15", "?" },
};

static char *
print_days (const FzInterval *days)
{
  g_autofree char *since = fz_interval_dup_day (&days->since), *until = fz_interval_dup_day (&days->until);

  return since == NULL ? g_strdup ("?") : g_strconcat (since, "..", until, days->doubt ? "~" : "", NULL);
}

static void
test_resolved (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (resolved); i++)
    {
      FzInterval own = { 0 }, days;
      GDate page;
      gboolean known = fz_interval_set_day (&page, resolved[i].page), told;
      g_autofree char *printed = NULL;

      fz_interval_set_day (&own.since, resolved[i].since);
      fz_interval_set_day (&own.until, resolved[i].until);
      told = fz_against_resolve (resolved[i].against, &own, known ? &page : NULL, &days);
      printed = print_days (&days);
      g_test_message ("%s of %s", resolved[i].against, resolved[i].since);
      g_assert_cmpstr (printed, ==, resolved[i].days);
      g_assert_cmpint (told, ==, *printed != '?');
    }
}

/* The doubt of the figure's own days stays. */
static void
test_doubt (void)
{
  g_autoptr (FzFacts) facts = facts_of ("11月，全县接待游客30万人次，同比增长8%。");
  const FzFigure *figure = figure_named (facts, "8%");

  fz_facts_tell_days (facts, "2023-12-15", NULL, NULL);
  g_assert_cmpint (g_date_get_year (&figure->against_days.since), ==, 2022);
  g_assert_cmpint (g_date_get_month (&figure->against_days.since), ==, 11);
  g_assert_true (figure->against_days.doubt);
  fz_facts_tell_days (facts, NULL, NULL, NULL);
  g_assert_false (fz_interval_is_known (&figure->against_days));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/against/found", test_found);
  g_test_add_func ("/facts/against/indicator", test_indicator);
  g_test_add_func ("/facts/against/from-indicator", test_from_indicator);
  g_test_add_func ("/facts/against/resolved", test_resolved);
  g_test_add_func ("/facts/against/doubt", test_doubt);
  return g_test_run ();
}
