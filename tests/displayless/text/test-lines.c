/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

#include "fz-columns.h"
#include "fz-pairs.h"
#include "fz-repeats.h"

/* Line numbers of a page whose lines are "a", "b", "c". */
static void
assert_numbers (const char *text,
                guint       a,
                guint       b,
                guint       c)
{
  gsize length;
  g_autofree char *clean = fz_lines_normalise (text, strlen (text), &length);
  g_autoptr (FzLines) lines = fz_lines_new (clean, length);

  g_assert_cmpuint (lines->lines->len, ==, 3);
  g_assert_cmpuint (fz_lines_at (lines, 0)->number, ==, a);
  g_assert_cmpuint (fz_lines_at (lines, 1)->number, ==, b);
  g_assert_cmpuint (fz_lines_at (lines, 2)->number, ==, c);
}

static void
test_numbers (void)
{
  assert_numbers ("a\nb\nc", 1, 2, 3);
  assert_numbers ("\n\na\n\nb\n \nc\n\n", 3, 5, 7);
  assert_numbers ("a\r\nb\r\n\r\nc\r\n", 1, 2, 4);
  assert_numbers ("a\rb\r\rc", 1, 2, 4);
  assert_numbers ("a\xC2\x85" "b\xE2\x80\xA8" "c", 1, 2, 3);
  assert_numbers ("a\fb\fc", 1, 2, 3);
  assert_numbers ("a\nb\n\fc", 1, 2, 3);
}

/* Beside '\n' other line ends are spaces: an editor shows one line there. */
static void
test_mixed_ends (void)
{
  gsize length;
  g_autofree char *clean = fz_lines_normalise ("a\rb\xE2\x80\xA9" "c\nd", 8, &length);

  g_assert_cmpstr (clean, ==, "a b c\nd");
}

static FzLineMarks
marks_of (const char *text)
{
  g_autoptr (FzLines) lines = fz_lines_new (text, strlen (text));

  return fz_lines_at (lines, 0)->marks;
}

static void
test_marks (void)
{
  static const struct {
    const char  *line;
    FzLineMarks  has, lacks;
  } cases[] = {
    { "茶农笑了。", FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PERIOD, FZ_MARK_HOLDS_PERIOD },
    { "“茶农笑了。”", FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PERIOD, FZ_MARK_ENDS_QUOTE },
    { "茶农笑了。（方既白）", FZ_MARK_ENDS_STOP, FZ_MARK_ENDS_QUOTE },
    { "破解“用工荒”", FZ_MARK_ENDS_QUOTE, FZ_MARK_ENDS_STOP | FZ_MARK_UNBALANCED },
    { "茶农笑了!", FZ_MARK_ENDS_STOP, FZ_MARK_ENDS_PERIOD },
    { "今年,茶农", FZ_MARK_HOLDS_PAUSE, FZ_MARK_ENDS_PAUSE },
    { "今年,", FZ_MARK_ENDS_PAUSE, FZ_MARK_HOLDS_PAUSE },
    { "茶农、果农", 0, FZ_MARK_HOLDS_PAUSE },
    { "一片叶子 两座山头", FZ_MARK_HALVES, FZ_MARK_HOLDS_PAUSE },
    { "GDP 320 Web", 0, FZ_MARK_HALVES },
    { "他说：“走", FZ_MARK_UNBALANCED, FZ_MARK_ENDS_STOP },
    { "(上接第一版)", FZ_MARK_BRACKETED, FZ_MARK_HALVES },
    { "(甲)乙(丙)", 0, FZ_MARK_BRACKETED },
    { "李庄古镇：", FZ_MARK_ENDS_COLON | FZ_MARK_ENDS_LIST, FZ_MARK_ENDS_STOP },
    { "增长5.", 0, FZ_MARK_ENDS_STOP },
    { "The end.", FZ_MARK_ENDS_STOP, 0 },
    { "——————", 0, FZ_MARK_PRINTS },
    { "大路上", FZ_MARK_TINY | FZ_MARK_PRINTS, 0 },
    { "　　大路上", FZ_MARK_PRINTS, FZ_MARK_GAP },
    { "# 茶香", FZ_MARK_HASH, FZ_MARK_SUBHASH },
    { "#茶香#", 0, FZ_MARK_HASH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FzLineMarks marks = marks_of (cases[i].line);

      g_test_message ("%s", cases[i].line);
      g_assert_cmphex (marks & cases[i].has, ==, cases[i].has);
      g_assert_cmphex (marks & cases[i].lacks, ==, 0);
    }
}

/* A column of running text is one; a list of headlines of one width is none. */
static void
test_columns (void)
{
  static const char column[] =
    "今年以来，嵊州市的茶农新建了三个\n加工中心，收入比去年同期增长两成\n，合作社也从八家增加到了十五家，\n"
    "带动了三千多人就业，其中一半是返\n乡的年轻人。\n";
  static const char list[] =
    "嵊州市新建三个茶叶加工中心投产啦\n渭源县一袋种薯走出脱毒的致富新路\n陇西县老旧小区改造惠及八千户居民\n"
    "利川市毛坝镇与走马镇结对兴茶忙碌\n高县早茶开园首日鲜叶卖出了好价钱\n";
  g_autoptr (FzLines) text = fz_lines_new (column, strlen (column));
  g_autoptr (FzLines) titles = fz_lines_new (list, strlen (list));

  fz_columns_mark (text);
  fz_columns_mark (titles);
  g_assert_true (fz_lines_at (text, 0)->marks & FZ_MARK_FULL);
  g_assert_true (fz_lines_at (text, 3)->marks & FZ_MARK_FULL);
  g_assert_true (fz_lines_at (text, 4)->marks & FZ_MARK_COLUMN);
  g_assert_false (fz_lines_at (text, 4)->marks & FZ_MARK_FULL);
  g_assert_false (fz_lines_at (titles, 0)->marks & FZ_MARK_COLUMN);
}

static void
test_pairs (void)
{
  static const char page[] = "茶厂缺人手\n缺人\n手忙脚乱\n高山\n流水\n";
  g_autoptr (FzLines) lines = fz_lines_new (page, strlen (page));

  fz_pairs_mark (lines);
  g_assert_true (fz_lines_at (lines, 1)->marks & FZ_MARK_RUNS_ON);
  g_assert_true (fz_lines_at (lines, 2)->marks & FZ_MARK_RUNS_IN);
  g_assert_false (fz_lines_at (lines, 3)->marks & FZ_MARK_RUNS_ON);
}

static void
test_repeats (void)
{
  static const char page[] =
    "车子巡游到老街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再往前走，街坊们都说它比人还守规矩。\n"
    "据了解，这样的车子今年已经有十二辆，每天跑三百多公里，送出去的包裹有四千多件，没有出过一次事故。\n"
    "车子巡游到新街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再\n";
  g_autoptr (FzLines) lines = fz_lines_new (page, strlen (page));

  fz_repeats_mark (lines);
  g_assert_cmpuint (fz_lines_at (lines, 0)->flags, ==, 0);
  g_assert_cmpuint (fz_lines_at (lines, 1)->flags, ==, 0);
  g_assert_cmpuint (fz_lines_at (lines, 2)->flags, ==, FZ_BLOCK_FLAG_REPEATED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lines/numbers", test_numbers);
  g_test_add_func ("/text/lines/mixed-ends", test_mixed_ends);
  g_test_add_func ("/text/lines/marks", test_marks);
  g_test_add_func ("/text/lines/columns", test_columns);
  g_test_add_func ("/text/lines/pairs", test_pairs);
  g_test_add_func ("/text/lines/repeats", test_repeats);

  return g_test_run ();
}
