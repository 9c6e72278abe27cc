/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "one-block.h"

/* Figures as a person writes them. */

static void
test_readable (void)
{
  static const struct {
    const char *text, *expected;
  } rows[] = {
    { "产值32.37亿元。", "32.37亿元" },
    { "产值三十二亿三千七百万元。", "32.37亿元" },
    { "产值3237000000元。", "32.37亿元" },
    { "产值12亿余元。", "12亿元" },
    { "产值近百万元。", "100万元" },
    { "产值123456789元。", "12345.6789万元" },
    { "新增12345人。", "12345人" },
    { "新增12300人。", "1.23万人" },
    { "新增9999人。", "9999人" },
    { "新增1234567人。", "123.4567万人" },
    { "新增12345678.9元。", "12345678.9元" },
    { "补助3万至5万元。", "3—5万元" },
    { "补助8000元至1.2万元。", "8000—1.2万元" },
    { "下降百分之三十。", "30%" },
    { "占三成。", "30%" },
    { "增长10%-20%。", "10—20%" },
    /* The words say more than digits, or the unit is another. */
    { "捐款数千万元。", "数千万元" },
    { "来了三四千人。", "三四千人" },
    { "种植1.2万亩。", "1.2万亩" },
    { "修路十几公里。", "十几公里" },
    { "全长60公里。", "60公里" },
    { "列全省第二。", "全省第二" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autofree char *found = NULL;

      g_assert_cmpuint (facts->figures->len, ==, 1);
      found = fz_figure_dup_readable (&g_array_index (facts->figures, FzFigure, 0));
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_read (void)
{
  static const struct {
    const char *number, *unit, *value, *max, *base;
    FzFigureKind kind;
  } rows[] = {
    { "32.37亿", "元", "3237000000", NULL, "元", FZ_FIGURE_MONEY },
    { "3至5万", "元", "30000", "50000", "元", FZ_FIGURE_MONEY },
    { "1.5", "亩", "1000.00005", NULL, "平方米", FZ_FIGURE_AREA },
    { "十二", "人", "12", NULL, "人", FZ_FIGURE_COUNT },
    { "4.5", "%", "4.5", NULL, "%", FZ_FIGURE_PERCENT },
    { "7", "竹排", "7", NULL, "竹排", FZ_FIGURE_COUNT },
    { "1,200", "", "1200", NULL, NULL, FZ_FIGURE_OTHER },
    { "", "元", NULL }, { "元", "", NULL }, { "12x", "元", NULL }, { "1 2", "", NULL },
    { "99999999999999999999999999", "元", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFigure) figure = g_new0 (FzFigure, 1);
      gboolean read = fz_figure_read_words (figure, rows[i].number, rows[i].unit);
      g_autofree char *value = fz_decimal_print (figure->value);
      g_autofree char *max = fz_decimal_print (figure->max);
      g_autofree char *words = g_strconcat (rows[i].number, rows[i].unit, NULL);

      g_assert_cmpint (read, ==, rows[i].value != NULL);
      g_assert_cmpstr (figure->words, ==, read ? words : NULL);
      if (!read)
        continue;
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpint ((figure->qualifiers & FZ_QUALIFIER_RANGE) != 0, ==, rows[i].max != NULL);
      if (rows[i].max != NULL)
        g_assert_cmpstr (max, ==, rows[i].max);
      g_assert_cmpstr (figure->unit, ==, rows[i].base);
      g_assert_cmpint (figure->kind, ==, rows[i].kind);
    }
}

static void
test_split (void)
{
  static const struct {
    const char *words, *number, *unit;
  } rows[] = {
    { "32.37亿元", "32.37亿", "元" }, { "3至5万元", "3至5万", "元" }, { "1.2万亩", "1.2万", "亩" }, { "30%", "30", "%" },
    { "百分之三十", "百分之三十", "" }, { "全省第二", "全省第二", "" }, { "许多", "许多", "" }, { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *unit = NULL;

      fz_figure_split_words (rows[i].words, &number, &unit);
      g_assert_cmpstr (number, ==, rows[i].number);
      g_assert_cmpstr (unit, ==, rows[i].unit);
    }
}

static void
test_find (void)
{
  guint start, end;

  g_assert_true (fz_figure_find_words ("竹器卖了3.2万件，", &start, &end));
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 9);
  g_assert_false (fz_figure_find_words ("十分便利", &start, &end));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/figure-words/readable", test_readable);
  g_test_add_func ("/facts/figure-words/read", test_read);
  g_test_add_func ("/facts/figure-words/split", test_split);
  g_test_add_func ("/facts/figure-words/find", test_find);
  return g_test_run ();
}
