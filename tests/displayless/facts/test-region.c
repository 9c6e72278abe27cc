/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region.h"

#include <string.h>

#define BEIJING  G_GUINT64_CONSTANT (110000000000)
#define ZHEJIANG G_GUINT64_CONSTANT (330000000000)
#define HANGZHOU G_GUINT64_CONSTANT (330100000000)
#define LINAN    G_GUINT64_CONSTANT (330112000000)
#define YUQIAN   G_GUINT64_CONSTANT (330112104000)

static void
assert_path (const char *code,
             const char *expected)
{
  g_auto (GStrv) path = fz_region_path (fz_region_from_code (code));
  g_autofree char *joined = g_strjoinv ("/", path);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_path (void)
{
  assert_path ("33", "浙江省");
  assert_path ("330112", "浙江省/杭州市/临安区");
  assert_path ("330112104", "浙江省/杭州市/临安区/於潜镇");
  assert_path ("100000", "中国");
  assert_path ("999999", "");
}

/* Levels that only count stand in no path. */
static void
test_path_without_pseudo_levels (void)
{
  assert_path ("110105", "北京市/朝阳区");
  assert_path ("500235", "重庆市/云阳县");
  assert_path ("469005", "海南省/文昌市");
  assert_path ("429004", "湖北省/仙桃市");
  assert_path ("659001", "新疆维吾尔自治区/石河子市");
  assert_path ("441900121", "广东省/东莞市/虎门镇");
  assert_path ("460400100", "海南省/儋州市/那大镇");
  assert_path ("620201101", "甘肃省/嘉峪关市/峪泉镇");
}

/* Some counties report their townships under their own name. */
static void
test_path_names_each_once (void)
{
  assert_path ("419001100", "河南省/济源市/克井镇");
  assert_path ("220303102", "吉林省/四平市/铁东区/叶赫满族镇");
  assert_path ("410928106", "河南省/濮阳市/濮阳县/徐镇镇");
}

static void
test_parent (void)
{
  g_assert_cmpuint (fz_region_parent (YUQIAN), ==, LINAN);
  g_assert_cmpuint (fz_region_parent (LINAN), ==, HANGZHOU);
  g_assert_cmpuint (fz_region_parent (HANGZHOU), ==, ZHEJIANG);
  g_assert_cmpuint (fz_region_parent (ZHEJIANG), ==, FZ_REGION_CHINA);
  g_assert_cmpuint (fz_region_parent (FZ_REGION_CHINA), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_parent (FZ_REGION_NONE), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_parent (fz_region_from_code ("110105")), ==, BEIJING);
}

static void
test_level (void)
{
  g_assert_cmpint (fz_region_level (FZ_REGION_NONE), ==, FZ_LEVEL_NONE);
  g_assert_cmpint (fz_region_level (FZ_REGION_CHINA), ==, FZ_LEVEL_COUNTRY);
  g_assert_cmpint (fz_region_level (ZHEJIANG), ==, FZ_LEVEL_PROVINCE);
  g_assert_cmpint (fz_region_level (HANGZHOU), ==, FZ_LEVEL_PREFECTURE);
  g_assert_cmpint (fz_region_level (LINAN), ==, FZ_LEVEL_COUNTY);
  g_assert_cmpint (fz_region_level (YUQIAN), ==, FZ_LEVEL_TOWNSHIP);
  g_assert_cmpint (fz_region_level (G_MAXUINT64), ==, FZ_LEVEL_NONE);
}

static void
test_contains (void)
{
  g_assert_true (fz_region_contains (HANGZHOU, LINAN));
  g_assert_true (fz_region_contains (LINAN, LINAN));
  g_assert_true (fz_region_contains (FZ_REGION_CHINA, YUQIAN));
  g_assert_true (fz_region_contains (FZ_REGION_CHINA, FZ_REGION_CHINA));
  g_assert_false (fz_region_contains (LINAN, HANGZHOU));
  g_assert_false (fz_region_contains (BEIJING, LINAN));
  g_assert_false (fz_region_contains (FZ_REGION_NONE, LINAN));
  g_assert_false (fz_region_contains (ZHEJIANG, FZ_REGION_NONE));
}

static void
test_span (void)
{
  FzRegion first, last;

  fz_region_span (LINAN, &first, &last);
  g_assert_cmpuint (first, ==, LINAN);
  g_assert_cmpuint (last, ==, G_GUINT64_CONSTANT (330112999999));
  fz_region_span (ZHEJIANG, &first, &last);
  g_assert_cmpuint (last, ==, G_GUINT64_CONSTANT (339999999999));
  fz_region_span (FZ_REGION_CHINA, &first, &last);
  g_assert_cmpuint (first, <=, BEIJING);
  g_assert_cmpuint (last, >=, G_GUINT64_CONSTANT (820000000000));
}

static void
test_names (void)
{
  static const struct {
    const char *code, *name, *short_name;
  } rows[] = {
    { "330702", "婺城区", "婺城" },
    { "15", "内蒙古自治区", "内蒙古" },
    { "65", "新疆维吾尔自治区", "新疆" },
    { "2224", "延边朝鲜族自治州", "延边" },
    { "4228", "恩施土家族苗族自治州", "恩施" },
    { "331127", "景宁畲族自治县", "景宁" },
    { "130427", "磁县", "磁县" },
    { "150121", "土默特左旗", "土左旗" },
    { "81", "香港特别行政区", "香港" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FzRegion region = fz_region_from_code (rows[i].code);

      g_assert_cmpstr (fz_region_name (region), ==, rows[i].name);
      g_assert_cmpstr (fz_region_short_name (region), ==, rows[i].short_name);
    }
  g_assert_null (fz_region_name (FZ_REGION_NONE));
  g_assert_null (fz_region_name (G_MAXUINT64));
}

static void
test_code (void)
{
  g_autofree char *code = fz_region_code (LINAN);

  g_assert_cmpstr (code, ==, "330112000000");
  g_assert_cmpuint (fz_region_from_code ("330112000000"), ==, LINAN);
  g_assert_cmpuint (fz_region_from_code ("330112"), ==, LINAN);
  g_assert_cmpuint (fz_region_from_code ("100000000000"), ==, FZ_REGION_CHINA);
  g_assert_cmpuint (fz_region_from_code (""), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_from_code (NULL), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_from_code ("33011"), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_from_code ("33x112"), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_from_code ("999999"), ==, FZ_REGION_NONE);
  g_assert_cmpuint (fz_region_from_code ("3301120000000000"), ==, FZ_REGION_NONE);
}

/* A township that went after 2019 keeps its code and its place. */
static void
test_former (void)
{
  assert_path ("330702207", "浙江省/金华市/婺城区/岭上乡");
}

static void
assert_names_one (const char *text,
                  gboolean    expected)
{
  g_test_message ("%s", text);
  g_assert_cmpint (fz_region_text_names_one (text, strlen (text)), ==, expected);
}

static void
test_text_names_one (void)
{
  assert_names_one ("婺城：稻田里的新学问", TRUE);
  assert_names_one ("一条路，让德清县的山货下了山", TRUE);
  assert_names_one ("西湖区的早市", TRUE);
  assert_names_one ("金华送岗下乡", TRUE);
  assert_names_one ("紧扣目标 狠抓落实", FALSE);
  assert_names_one ("和平年代的守护者", FALSE);
  assert_names_one ("大城市里的小菜园", FALSE);
  assert_names_one ("市场活 县域兴", FALSE);
  assert_names_one ("中山路上的灯火", FALSE);
  assert_names_one ("昌化的石头", FALSE);
  assert_names_one ("", FALSE);
}

/* The text is a line that somebody else cut: its end may be anywhere, its bytes
 * anything. */
static void
test_text_is_bounded (void)
{
  g_assert_false (fz_region_text_names_one ("临安区", strlen ("临")));
  g_assert_false (fz_region_text_names_one ("临安", 4));
  g_assert_false (fz_region_text_names_one ("\xff\xe4\xb8", 3));
  g_assert_true (fz_region_text_names_one ("\xff" "临安区", 1 + strlen ("临安区")));
  assert_names_one ("临安路", FALSE);
  g_assert_true (fz_region_text_names_one ("临安路", strlen ("临安")));
  assert_names_one ("和平县城", FALSE);
  g_assert_true (fz_region_text_names_one ("和平县城", strlen ("和平县")));
}

static gboolean
holds (const GArray *regions,
       const char   *code)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, FzRegion, i) == fz_region_from_code (code))
      return TRUE;
  return FALSE;
}

/* Each is directly below, whatever levels the code counts between. */
static void
test_children (void)
{
  static const char *const uppers[] = { "33", "3301", "11", "4419", "419001", "330112" };
  g_autoptr (GArray) provinces = fz_region_children (FZ_REGION_CHINA);
  g_autoptr (GArray) none = fz_region_children (FZ_REGION_NONE);
  g_autoptr (GArray) henan = fz_region_children (fz_region_from_code ("41"));

  g_assert_cmpuint (provinces->len, ==, 34);
  g_assert_true (holds (henan, "419001"));
  g_assert_true (holds (henan, "4101"));
  g_assert_false (holds (henan, "410102"));
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (uppers); i++)
    {
      FzRegion upper = fz_region_from_code (uppers[i]);
      g_autoptr (GArray) children = fz_region_children (upper);

      g_assert_cmpuint (children->len, >, 0);
      for (guint k = 0; k < children->len; k++)
        g_assert_cmpuint (fz_region_parent (g_array_index (children, FzRegion, k)), ==, upper);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/path", test_path);
  g_test_add_func ("/region/path-without-pseudo-levels", test_path_without_pseudo_levels);
  g_test_add_func ("/region/path-names-each-once", test_path_names_each_once);
  g_test_add_func ("/region/parent", test_parent);
  g_test_add_func ("/region/level", test_level);
  g_test_add_func ("/region/contains", test_contains);
  g_test_add_func ("/region/span", test_span);
  g_test_add_func ("/region/names", test_names);
  g_test_add_func ("/region/code", test_code);
  g_test_add_func ("/region/children", test_children);
  g_test_add_func ("/region/former", test_former);
  g_test_add_func ("/region/text-names-one", test_text_names_one);
  g_test_add_func ("/region/text-is-bounded", test_text_is_bounded);
  return g_test_run ();
}
