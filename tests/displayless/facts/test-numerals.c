/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *number;   /* how much of it is the number */
  const char *value;
  guint       flags;
} Row;

#define C FZ_NUMBER_CHINESE
#define S FZ_NUMBER_SINGLE
#define W FZ_NUMBER_WHOLE

static const Row readable[] = {
  /* Arabic */
  { "383件", "383", "383", W },
  { "12.5%", "12.5", "12.5", 0 },
  { "1,234,567人", "1,234,567", "1234567", 0 },
  { "3.26亿元,分别", "3.26亿", "326000000", 0 },
  { "80余万元", "80余万", "800000", FZ_NUMBER_MORE },
  { "12亿余元", "12亿余", "1200000000", FZ_NUMBER_MORE },
  { "3000多吨", "3000多", "3000", FZ_NUMBER_MORE },
  { "20来万元", "20来万", "200000", FZ_NUMBER_VAGUE },
  { "20来自", "20", "20", W },
  { "15来", "15", "15", W },
  { "２０２３年", "２０２３", "2023", W },
  { "2万亿元", "2万亿", "2000000000000", 0 },
  { "3億2,000萬元", "3億2,000萬", "320000000", 0 },
  { "6万3千人", "6万3千", "63000", 0 },
  { "3千5百万元", "3千5百万", "35000000", 0 },
  { "9千1百餘萬元", "9千1百餘萬", "91000000", FZ_NUMBER_MORE },
  { "1亿3千5百万人", "1亿3千5百万", "135000000", 0 },
  { "3千500万", "3千500万", "35000000", 0 },
  { "2百5十万", "2百5十万", "2500000", 0 },
  { "3千5月", "3千", "3000", 0 },
  { "1万2千米", "1万2千", "12000", 0 },
  { "2千米", "2", "2", W },
  { "12万千瓦", "12万", "120000", 0 },
  { "百八十户", "百八十", "100", C | FZ_NUMBER_VAGUE | FZ_NUMBER_BARE },
  { "千八百块", "千八百", "1000", C | FZ_NUMBER_VAGUE | FZ_NUMBER_BARE },
  { "百十号人", "百十", "100", C | FZ_NUMBER_VAGUE | FZ_NUMBER_BARE },
  { "一百八十户", "一百八十", "180", C },
  { "百八十五户", "百八十五", "185", C },
  { "5千瓦", "5", "5", W },
  { "100万千瓦", "100万", "1000000", 0 },
  { "5万 3个", "5万", "50000", 0 },
  { "1,23", "1", "1", W },
  { "12,3456", "12", "12", W },
  /* Chinese */
  { "四家", "四", "4", C | S },
  { "十二个", "十二", "12", C },
  { "一百零五人", "一百零五", "105", C },
  { "两万五千户", "两万五千", "25000", C },
  { "两万五", "两万五", "25000", C },
  { "三亿五千万元", "三亿五千万", "350000000", C },
  { "五千多年", "五千多", "5000", C | FZ_NUMBER_MORE },
  { "数千万元", "数千万", "10000000", C | FZ_NUMBER_VAGUE },
  { "十几公里", "十几", "10", C | FZ_NUMBER_VAGUE },
  { "十来个", "十来", "10", C | FZ_NUMBER_VAGUE },
  { "二十来万", "二十来万", "200000", C | FZ_NUMBER_VAGUE },
  { "几十本", "几十", "10", C | FZ_NUMBER_VAGUE },
  { "千名", "千", "1000", C | S | FZ_NUMBER_BARE },
  { "千亿元", "千亿", "100000000000", C | FZ_NUMBER_BARE },
  { "百余家", "百余", "100", C | FZ_NUMBER_BARE | FZ_NUMBER_MORE },
  { "三四千人", "三四千", "3000", C | FZ_NUMBER_PAIR },
  { "二〇二三年", "二〇二三", "2023", C | FZ_NUMBER_DIGITS },
  { "三点五亿", "三点五亿", "350000000", C },
  { "三点开会", "三", "3", C | S },
};

static void
test_readable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      const Row *row = &readable[i];
      const char *end = row->text + strlen (row->text);
      g_autofree char *value = NULL;
      FzNumber number;

      g_test_message ("%s", row->text);
      g_assert_true (fz_number_starts_at (row->text, end));
      g_assert_true (fz_number_read (row->text, end, &number));
      g_assert_cmpuint (number.length, ==, strlen (row->number));
      value = fz_decimal_print (number.value);
      g_assert_cmpstr (value, ==, row->value);
      g_assert_cmphex (number.flags, ==, row->flags);
    }
}

static void
test_pair_top (void)
{
  FzNumber number;

  g_assert_true (fz_number_read ("三四千人", "三四千人" + 12, &number));
  g_assert_cmpint (number.top.digits, ==, 4000);
  g_assert_true (fz_number_read ("七八个", "七八个" + 9, &number));
  g_assert_cmpint (number.value.digits, ==, 7);
  g_assert_cmpint (number.top.digits, ==, 8);
}

static void
test_refused_whole (void)
{
  static const char *const texts[] = {
    "万万万万", "亿亿", "三二", "几", "数", "九千九百九十九亿亿", "12345678901234567890", "99999999999999万亿",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FzNumber number;

      g_test_message ("%s", texts[i]);
      g_assert_false (fz_number_read (texts[i], texts[i] + strlen (texts[i]), &number));
      g_assert_cmpuint (number.length, ==, strlen (texts[i]));
    }
}

static void
test_no_number (void)
{
  static const char *const texts[] = { "元", "a1", "余", "多", "点", "", "，" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (fz_number_starts_at (texts[i], texts[i] + strlen (texts[i])));
}

static void
test_hostile (void)
{
  static const char *const pieces[] = { "9", "万", "一", "十", "1,000", "几", "千百", "三点五", "1亿1万" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      FzNumber number;

      while (text->len < 100000)
        g_string_append (text, pieces[i]);
      fz_number_read (text->str, text->str + text->len, &number);
      g_assert_cmpuint (number.length, >, 0);
      g_assert_cmpuint (number.length, <=, text->len);
      for (gsize cut = 1; cut < 12; cut++)
        if (fz_number_starts_at (text->str, text->str + cut))
          {
            fz_number_read (text->str, text->str + cut, &number);
            g_assert_cmpuint (number.length, <=, MAX (cut, 3));
          }
    }
}

static void
test_scale (void)
{
  FzDecimal value = { 325, 2 };

  g_assert_true (fz_number_scale (&value, 4));
  g_assert_cmpint (value.digits, ==, 32500);
  g_assert_false (fz_number_scale (&value, 19));
  g_assert_false (fz_number_scale (&value, 18));
  g_assert_cmpint (value.digits, ==, 32500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numerals/readable", test_readable);
  g_test_add_func ("/numerals/pair-top", test_pair_top);
  g_test_add_func ("/numerals/refused-whole", test_refused_whole);
  g_test_add_func ("/numerals/no-number", test_no_number);
  g_test_add_func ("/numerals/hostile", test_hostile);
  g_test_add_func ("/numerals/scale", test_scale);
  return g_test_run ();
}
