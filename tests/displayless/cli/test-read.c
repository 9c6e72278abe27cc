/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-run.h"
#include "json-contract.h"

/* Reading verbs, over a library of two pages. */

#define HIT_KEYS "article:i source:s title:S region:O snippet:s hits:a"
#define ENTRY_KEYS \
  "article:i source:s source_id:i number:i kind:s newspaper:S date:S title:S opening:S region:O length:i figures:i read:b starred:b region_then:O"
#define FIGURE_ROW_KEYS \
  "article:i source:s newspaper:S date:S title:S region:O " \
  "block:i start:i end:i line:i surface:s kind:s value:n max:N unit:S qualifiers:a change:S " \
  "indicator:S period:S rule:s since:S until:S doubt:B verdict:s against:O indicator_region:O"
#define REGION_ROW_KEYS "region:O total:i own:i unread:i"
#define SHOW_KEYS \
  "article:i source:s source_id:i newspaper:S date:S continues:N continued:N reprints:a number:i kind:s lines:a title:S kicker:S subtitle:S dateline:S " \
  "authors:a region:O blocks:a places:a figures:a programmes:a region_then:O"

static const char bamboo[] =
  "安吉县递铺街道竹廊修到山脚下\n\n"
  "本报讯 安吉县递铺街道去年新修竹廊1.2公里,投资350万元,惠及村民2400人。\n";
static const char potato[] =
  "定西市马铃薯“卖出”好价,每斤一元\n\n"
  "本报讯 定西市安定区今年种植马铃薯32万亩,同比增长4.5%。\n";

static void
import (const TempFolder *temp, const char *text, const char *name, const char *date)
{
  g_autofree char *name_option = g_strconcat ("--name=", name, NULL);
  g_autofree char *date_option = g_strconcat ("--date=", date, NULL);
  g_auto (CliRun) run = { 0 };

  cli_run_input (&run, temp, text, -1, "import", "-", name_option, date_option, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

/* Two papers' versions of a story. */
#define GLAZE "龙泉市的青瓷小镇里,一座停烧三十年的龙窑昨夜重新点火。窑长四十三米,依山而建,共有二十六个投柴孔。"
static const char kiln[] = "龙窑点火\n\n" GLAZE "把桩师傅从窑头投下第一把松柴。\n";
static const char kiln_shorter[] = "停烧三十年的龙窑醒了\n\n" GLAZE "\n";

static void
set_up (TempFolder *temp, gconstpointer unused)
{
  temp_folder_init (temp, NULL);
  import (temp, bamboo, "竹,\"廊\".txt", "2022-05-01");
  import (temp, potato, "薯.txt", "2023-06-02");
}

/* Runs to its good end. */
#define READ(run, ...) \
  G_STMT_START { \
    cli_run (&run, temp, __VA_ARGS__, NULL); \
    g_assert_cmpstr (run.err, ==, ""); \
    g_assert_cmpint (run.status, ==, 0); \
  } G_STMT_END

static void
check_lines (const char *lines, const char *keys)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  g_assert_cmpuint (g_strv_length (list), >, 1);
  for (guint i = 0; list[i + 1] != NULL; i++)
    {
      g_autoptr (JsonObject) object = json_contract_parse (list[i]);

      json_contract_keys (object, keys);
    }
}

static void
test_reprints (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) none = { 0 }, json = { 0 }, text = { 0 }, show = { 0 }, wrong = { 0 };
  g_autoptr (JsonObject) story = NULL;
  JsonArray *articles;

  READ (none, "reprints");
  g_assert_cmpstr (none.out, ==, "");
  import (temp, kiln, "窑.txt", "2024-01-30");
  import (temp, kiln_shorter, "窑短.txt", "2024-01-31");
  READ (json, "reprints", "--format=json");
  g_assert_cmpuint (cli_count_lines (json.out), ==, 1);
  story = json_contract_parse (g_strchomp (json.out));
  json_contract_keys (story, "story:i articles:a");
  articles = json_object_get_array_member (story, "articles");
  g_assert_cmpuint (json_array_get_length (articles), ==, 2);
  json_contract_keys (json_array_get_object_element (articles, 0),
                      "article:i source:s source_id:i newspaper:S date:S edition:S title:S length:i");
  READ (text, "reprints");
  g_assert_nonnull (strstr (text.out, "停烧三十年的龙窑醒了"));
  READ (show, "show", "3");
  g_assert_nonnull (strstr (show.out, "also in 2024-01-31 · 窑短.txt: article 4\n"));
  cli_run (&wrong, temp, "reprints", "3", NULL);
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpstr (wrong.err, ==, "fangzhi-cli: reprints takes no argument\n");
}

/* Of two papers' versions of a story one is shown, and that there is another; what
 * stands alone is shown as ever, and so is all where it is not asked for. */
static void
test_folded (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) all = { 0 }, json = { 0 }, text = { 0 }, count = { 0 }, alone = { 0 }, limited = { 0 }, wrong = { 0 };
  g_autoptr (JsonObject) hit = NULL, single = NULL;

  import (temp, kiln, "窑.txt", "2024-01-30");
  import (temp, kiln_shorter, "窑短.txt", "2024-01-31");
  READ (all, "search", "--format=json", "龙窑");
  g_assert_cmpuint (cli_count_lines (all.out), ==, 2);
  check_lines (all.out, HIT_KEYS);
  READ (json, "search", "--reprints=fold", "--format=json", "龙窑");
  g_assert_cmpuint (cli_count_lines (json.out), ==, 1);
  hit = json_contract_parse (g_strchomp (json.out));
  json_contract_keys (hit, HIT_KEYS " reprints:i");
  g_assert_cmpint (json_object_get_int_member (hit, "reprints"), ==, 1);
  READ (text, "search", "--reprints=fold", "龙窑");
  g_assert_nonnull (strstr (text.out, "        and 1 reprint\n"));
  READ (count, "search", "--reprints=fold", "--count", "龙窑");
  g_assert_cmpstr (count.out, ==, "1\n");
  READ (alone, "search", "--reprints=fold", "--format=json", "竹廊");
  single = json_contract_parse (g_strchomp (alone.out));
  g_assert_cmpint (json_object_get_int_member (single, "reprints"), ==, 0);
  READ (limited, "search", "--reprints=fold", "--limit=2", "--order=date", "--format=json", "龙窑 OR 竹廊");
  g_assert_cmpuint (cli_count_lines (limited.out), ==, 2);
  g_assert_nonnull (strstr (limited.out, "竹廊"));
  cli_run (&wrong, temp, "search", "--reprints=some", "龙窑", NULL);
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpstr (wrong.err, ==, "fangzhi-cli: --reprints= is “all” or “fold”, not “some”\n");
}

static void
test_list (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) text = { 0 };

  READ (json, "list", "--format=json");
  check_lines (json.out, ENTRY_KEYS);
  g_assert_cmpuint (cli_count_lines (json.out), ==, 2);
  READ (text, "list");
  g_assert_cmpuint (cli_count_lines (text.out), ==, 2);
  g_assert_nonnull (strstr (text.out, "2022-05-01  浙江省/湖州市/安吉县/递铺街道  安吉县递铺街道竹廊修到山脚下\n"));
}

static void
test_list_region (TempFolder *temp, gconstpointer unused)
{
  static const struct {
    const char *option;
    guint       lines;
  } cases[] = {
    { "--region=浙江省", 1 }, { "--region=浙江", 1 }, { "--region=湖州市/安吉县", 1 }, { "--region=330000000000", 1 },
    { "--region=甘肃", 1 }, { "--region=广东省", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliRun) run = { 0 };

      READ (run, "list", cases[i].option);
      g_assert_cmpuint (cli_count_lines (run.out), ==, cases[i].lines);
    }
}

/* Names that several regions bear, and what tells them apart. */
static void
test_region_names (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) several = { 0 };
  g_auto (CliRun) one = { 0 };
  g_auto (CliRun) province = { 0 };
  g_auto (CliRun) higher = { 0 };

  cli_run (&several, temp, "list", "--region=西湖区", NULL);
  g_assert_cmpint (several.status, ==, 2);
  g_assert_nonnull (strstr (several.err, "浙江省/杭州市/西湖区"));
  g_assert_nonnull (strstr (several.err, "江西省/南昌市/西湖区"));
  READ (one, "list", "--region=杭州/西湖区");
  READ (province, "list", "--region=吉林");
  /* 乌海市海南区 stands before the province in the order of codes. */
  READ (higher, "list", "--region=海南");
}

#define PLACE_KEYS "start:i end:i surface:s region:O score:i was:O candidates:a"

/* The county of 1990, the city of 2010, the district of today: one region. */
static void
test_place (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) text = { 0 };
  g_auto (CliRun) open = { 0 };
  g_auto (CliRun) home = { 0 };

  READ (json, "place", "杭州市临安县", "--date=1990-05-01", "--format=json");
  check_lines (json.out, PLACE_KEYS);
  g_assert_nonnull (strstr (json.out, "\"code\":\"330112000000\""));
  g_assert_nonnull (strstr (json.out, "\"was\":{\"code\":\"330124000000\",\"name\":\"临安县\""));
  READ (text, "place", "杭州临安开会", "--date=2010-05-01");
  g_assert_nonnull (strstr (text.out, "临安市"));
  READ (open, "place", "鼓楼区的早市", "--format=json");
  g_assert_nonnull (strstr (open.out, "\"region\":null"));
  g_assert_nonnull (strstr (open.out, "\"320106000000\""));
  READ (home, "place", "鼓楼区的早市", "--home=南京", "--format=json");
  g_assert_nonnull (strstr (home.out, "\"region\":{\"code\":\"320106000000\""));
}

static void
test_regions_found (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) initials = { 0 };
  g_auto (CliRun) json = { 0 };

  READ (initials, "regions", "la");
  g_assert_nonnull (strstr (initials.out, "浙江省/杭州市/临安区"));
  READ (json, "regions", "linan", "--format=json");
  check_lines (json.out, "region:O pinyin:s");
}

static void
test_show (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) text = { 0 };
  g_auto (CliRun) missing = { 0 };

  READ (json, "show", "1", "--format=json");
  check_lines (json.out, SHOW_KEYS);
  READ (text, "show", "1");
  g_assert_nonnull (strstr (text.out, "\n安吉县递铺街道竹廊修到山脚下\n"));
  cli_run (&missing, temp, "show", "4711", NULL);
  g_assert_cmpint (missing.status, ==, 1);
  g_assert_true (g_str_has_prefix (missing.err, "fangzhi-cli: 4711: "));
  g_assert_cmpuint (cli_count_lines (missing.err), ==, 1);
}

/* What was analysed is what is shown: the store loses nothing of it. */
static void
test_show_is_analysis (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) analysis = { 0 };
  g_auto (CliRun) show = { 0 };
  const char *from = "\"number\":1,";

  cli_run_input (&analysis, temp, bamboo, -1, "analyze", "--format=json", "-", NULL);
  READ (show, "show", "1", "--format=json");
  g_assert_nonnull (strstr (show.out, from));
  g_assert_cmpstr (strstr (show.out, from), ==, strstr (analysis.out, from));
}

static void
test_regions (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) json = { 0 };
  g_auto (CliRun) text = { 0 };

  READ (json, "regions", "--format=json");
  check_lines (json.out, REGION_ROW_KEYS);
  READ (text, "regions");
  g_assert_nonnull (strstr (text.out, "  浙江省"));
  g_assert_nonnull (strstr (text.out, "    湖州市"));
  g_assert_nonnull (strstr (text.out, "      安吉县"));
}

static void
test_figures_json (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) all = { 0 };
  g_auto (CliRun) money = { 0 };

  READ (all, "figures", "--format=json");
  check_lines (all.out, FIGURE_ROW_KEYS);
  READ (money, "figures", "--format=json", "--kind=money");
  check_lines (money.out, FIGURE_ROW_KEYS);
  g_assert_nonnull (strstr (money.out, "\"surface\":\"350万元\",\"kind\":\"money\",\"value\":3500000,"));
  g_assert_nonnull (strstr (money.out, "\"since\":\"2021-01-01\",\"until\":\"2021-12-31\",\"doubt\":false,\"verdict\":\"auto\",\"against\":null,\"indicator_region\":null}"));
}

static void
test_figures_filters (TempFolder *temp, gconstpointer unused)
{
  static const struct {
    const char *option;
    gboolean    bamboo;
    gboolean    potato;
  } cases[] = {
    { "--since=2023-01-01", FALSE, TRUE },
    { "--until=2022-12-31", TRUE, FALSE },
    /* The page of May tells what was built the year before. */
    { "--since=2022-05-01", FALSE, TRUE },
    { "--until=2021-12-31", TRUE, FALSE },
    { "--since=2021-12-31", TRUE, TRUE },
    { "--region=甘肃省", FALSE, TRUE },
    { "--kind=money", TRUE, FALSE },
    { "--indicator=没有这样的指标", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliRun) run = { 0 };

      READ (run, "figures", "--format=json", cases[i].option);
      g_assert_cmpint (strstr (run.out, "2022-05-01") != NULL, ==, cases[i].bamboo);
      g_assert_cmpint (strstr (run.out, "2023-06-02") != NULL, ==, cases[i].potato);
    }
}

/* What a sentence says of another region than the article's is found there, and
 * not under the article's. */
static void
test_figures_region (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) named = { 0 };
  g_auto (CliRun) own = { 0 };

  import (temp, "安吉县茶园新添二百台采茶机\n\n"
                "本报讯 安吉县今年产茶1.5万吨,同比增长6.2%。其中德清县产茶800吨。\n", "茶.txt", "2024-04-02");
  READ (named, "figures", "--format=json", "--region=德清县");
  g_assert_nonnull (strstr (named.out, "\"surface\":\"800吨\""));
  g_assert_nonnull (strstr (named.out, "\"indicator_region\":{\"code\":\"330521000000\""));
  g_assert_null (strstr (named.out, "6.2%"));
  READ (own, "figures", "--format=json", "--region=安吉县", "--since=2024-01-01");
  g_assert_null (strstr (own.out, "800吨"));
  g_assert_nonnull (strstr (own.out, "\"against\":{\"surface\":\"同比\",\"since\":\"2023-01-01\","));
}

static void
test_figures_csv (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };
  g_auto (GStrv) rows = NULL;

  READ (run, "figures", "--format=csv", "--kind=money");
  rows = g_strsplit (run.out, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 3);
  g_assert_cmpstr (rows[0], ==,
                   "article,source,newspaper,date,title,region,block,start,end,line,surface,kind,value,max,unit,"
                   "qualifiers,change,indicator,period,rule,since,until,doubt,verdict,against,against_since,against_until,against_doubt,indicator_region");
  g_assert_true (g_str_has_prefix (rows[1],
    "1,\"竹,\"\"廊\"\".txt\",,2022-05-01,安吉县递铺街道竹廊修到山脚下,浙江省/湖州市/安吉县/递铺街道,1,"));
  g_assert_nonnull (strstr (rows[1], ",350万元,money,3500000,,元,"));
  g_assert_true (g_str_has_suffix (rows[1], ",2021-01-01,2021-12-31,false,auto,,,,,"));
  g_assert_cmpstr (rows[2], ==, "");
}

static void
test_figures_text (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  READ (run, "figures");
  g_assert_nonnull (strstr (run.out, "1  2022-05-01  浙江省/湖州市/安吉县/递铺街道  安吉县递铺街道竹廊修到山脚下\n"));
  g_assert_nonnull (strstr (run.out, "\n  350万元 "));
}

#define ADD(name, func) g_test_add ("/cli/read/" name, TempFolder, NULL, set_up, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("reprints", test_reprints);
  ADD ("folded", test_folded);
  ADD ("list-region", test_list_region);
  ADD ("region-names", test_region_names);
  ADD ("show", test_show);
  ADD ("show-is-analysis", test_show_is_analysis);
  ADD ("regions", test_regions);
  ADD ("regions-found", test_regions_found);
  ADD ("place", test_place);
  ADD ("figures-json", test_figures_json);
  ADD ("figures-filters", test_figures_filters);
  ADD ("figures-region", test_figures_region);
  ADD ("figures-csv", test_figures_csv);
  ADD ("figures-text", test_figures_text);
  return g_test_run ();
}
