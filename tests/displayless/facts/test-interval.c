/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-interval.h"

/* A page of 8 December 2023; each row is a period and its days, with a ? behind
 * what is in doubt. */
typedef struct {
  const char *period;
  const char *days;
} Row;

static char *
print_interval (const char *period, const GDate *page)
{
  FzInterval interval;
  char since[16], until[16];

  if (!fz_interval_resolve (period, page, &interval))
    return g_strdup ("-");
  g_date_strftime (since, sizeof since, "%Y-%m-%d", &interval.since);
  g_date_strftime (until, sizeof until, "%Y-%m-%d", &interval.until);
  return g_strdup_printf ("%s..%s%s", since, until, interval.doubt ? "?" : "");
}

static void
check_rows (const Row *rows, gsize n_rows, const GDate *page)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *found = print_interval (rows[i].period, page);

      g_test_message ("%s", rows[i].period);
      g_assert_cmpstr (found, ==, rows[i].days);
    }
}

static void
test_with_page (void)
{
  static const Row rows[] = {
    { "今年", "2023-01-01..2023-12-31" },
    { "去年", "2022-01-01..2022-12-31" },
    { "明年", "2024-01-01..2024-12-31" },
    { "今年1月至11月", "2023-01-01..2023-11-30" },
    { "今年一至五月", "2023-01-01..2023-05-31" },
    { "今年十月份", "2023-10-01..2023-10-31" },
    { "去(111)年10月", "2022-10-01..2022-10-31" },
    { "今（112）年", "2023-01-01..2023-12-31" },
    { "去（13）日", "-" },
    { "民國74年", "1985-01-01..1985-12-31" },
    { "今年1至9月", "2023-01-01..2023-09-30" },
    { "截至9月底", "2023-01-01..2023-09-30?" },
    { "截至2022年末", "2022-01-01..2022-12-31?" },
    { "今年上半年", "2023-01-01..2023-06-30" },
    { "上半年", "2023-01-01..2023-06-30?" },
    { "去年9月以来", "2022-09-01..2023-12-08" },
    { "自2018年以来", "2018-01-01..2023-12-08" },
    { "今年以来", "2023-01-01..2023-12-08" },
    { "今年2月至今", "2023-02-01..2023-12-08" },
    { "到2027年", "2023-12-08..2027-12-31" },
    { "到今年底", "2023-12-08..2023-12-31" },
    { "3年来", "2020-12-08..2023-12-08?" },
    { "近三年", "2020-12-08..2023-12-08?" },
    { "十五年来", "2008-12-08..2023-12-08?" },
    { "半年来", "2023-06-08..2023-12-08?" },
    { "半年來", "2023-06-08..2023-12-08?" },
    { "近半年", "2023-06-08..2023-12-08?" },
    { "五个月来", "2023-07-08..2023-12-08?" },
    { "10个月来", "2023-02-08..2023-12-08?" },
    { "近三个月", "2023-09-08..2023-12-08?" },
    { "未来两个月", "2023-12-08..2024-02-08?" },
    { "五个月", "-" },
    { "半年", "-" },
    { "120个月来", "-" },
    { "十五期间", "2001-01-01..2005-12-31" },
    { "十五日", "-" },
    { "未来五年", "2023-12-08..2028-12-08?" },
    { "昨天", "2023-12-07..2023-12-07" },
    { "上月", "2023-11-01..2023-11-30" },
    { "4月15日", "2023-04-15..2023-04-15?" },
    { "7月下旬", "2023-07-21..2023-07-31?" },
    { "近日", "2023-11-24..2023-12-08?" },
    { "今年前10个月", "2023-01-01..2023-10-31" },
    { "去年前五个月", "2022-01-01..2022-05-31" },
    { "前十个月", "2023-01-01..2023-10-31?" },
    { "今年前20个月", "-" },
    { "今年春天", "-" },
    { "去年国庆假期", "-" },
    { "昨天（12月7日）", "2023-12-07..2023-12-07" },
    { "昨天(7日)", "2023-12-07..2023-12-07" },
    { "截至今天下午", "2023-01-01..2023-12-08?" },
    { "自2021年12月3日开通运营以来", "-" },
  };
  GDate page;

  g_date_clear (&page, 1);
  g_date_set_dmy (&page, 8, G_DATE_DECEMBER, 2023);
  check_rows (rows, G_N_ELEMENTS (rows), &page);
}

static void
test_without_page (void)
{
  static const Row rows[] = {
    { "2023年", "2023-01-01..2023-12-31" },
    { "二〇二三年五月", "2023-05-01..2023-05-31" },
    { "一九八四年", "1984-01-01..1984-12-31" },
    { "2024年2月", "2024-02-01..2024-02-29" },
    { "2021年至2023年", "2021-01-01..2023-12-31" },
    { "2022年11月至2023年3月", "2022-11-01..2023-03-31" },
    { "2023年前三季度", "2023-01-01..2023-09-30" },
    { "“十四五”期间", "2021-01-01..2025-12-31" },
    { "“七五”期间", "1986-01-01..1990-12-31" },
    { "“十三五”末", "2020-12-01..2020-12-31" },
    { "民國112年", "2023-01-01..2023-12-31" },
    { "112年5月", "2023-05-01..2023-05-31" },
    { "112年以來", "-" },
    { "120年来", "-" },
    { "半年来", "-" },
    { "五个月来", "-" },
    { "110年间", "-" },
    { "去年", "-" },
    { "9月底", "-" },
    { "近三年", "-" },
    { "2018年以来", "-" },
    { "目前", "-" },
    { "2023年13月", "-" },
    { "2023年2月30日", "-" },
    { "2023年至2021年", "-" },
    { "", "-" },
  };

  check_rows (rows, G_N_ELEMENTS (rows), NULL);
}

/* Early in the year a month without a year was last year's. */
static void
test_months_look_back (void)
{
  static const Row rows[] = {
    { "12月", "2023-12-01..2023-12-31?" },
    { "1月", "2024-01-01..2024-01-31?" },
    { "到12月底", "2024-01-15..2024-12-31?" },
    { "三季度", "2023-07-01..2023-09-30?" },
  };
  GDate page;

  g_date_clear (&page, 1);
  g_date_set_dmy (&page, 15, G_DATE_JANUARY, 2024);
  check_rows (rows, G_N_ELEMENTS (rows), &page);
}

/* A page of which only the year or the month is known: what every day of it
 * tells the same is told, with the doubt. */
static void
test_between (void)
{
  static const struct {
    const char *period, *first, *last, *expected;
  } rows[] = {
    { "今年1月至11月", "2023-12-01", "2023-12-31", "2023-01-01..2023-11-30?" },
    { "去年", "2023-01-01", "2023-12-31", "2022-01-01..2022-12-31?" },
    { "去年", "2023-05-01", "2024-05-01", "-" },
    { "昨日", "2023-05-01", "2023-05-02", "-" },
    { "今年以来", "2023-05-01", "2023-06-01", "-" },
    { "昨日", "2023-05-02", "2023-05-02", "2023-05-01..2023-05-01" },
    { "2019年", "2023-05-01", "2024-05-01", "2019-01-01..2019-12-31" },
    { "2019年", NULL, NULL, "2019-01-01..2019-12-31" },
    { "去年", NULL, NULL, "-" },
    { "9月底", "2023-08-01", "2023-10-01", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate first, last;
      gboolean known = fz_interval_set_day (&first, rows[i].first) & fz_interval_set_day (&last, rows[i].last);
      FzInterval out;
      g_autofree char *since = NULL;
      g_autofree char *until = NULL;
      g_autofree char *found = NULL;

      if (!fz_interval_resolve_between (rows[i].period, known ? &first : NULL, &last, &out))
        {
          g_assert_cmpstr (rows[i].expected, ==, "-");
          g_assert_false (fz_interval_is_known (&out));
          continue;
        }
      since = fz_interval_dup_day (&out.since);
      until = fz_interval_dup_day (&out.until);
      found = g_strdup_printf ("%s..%s%s", since, until, out.doubt ? "?" : "");
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_days_as_text (void)
{
  static const char *const wrong[] = { NULL, "", "2023", "2023-2-3", "2023-02-30", "2023-13-01", "2023-12-00", "2023-12-0x",
                                       "0999-01-01", "2023/12/01", "2023-12-011" };
  GDate day;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (fz_interval_set_day (&day, wrong[i]));
      g_assert_null (fz_interval_dup_day (&day));
    }
  g_assert_true (fz_interval_set_day (&day, "2024-02-29"));
  text = fz_interval_dup_day (&day);
  g_assert_cmpstr (text, ==, "2024-02-29");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/interval/with-page", test_with_page);
  g_test_add_func ("/facts/interval/without-page", test_without_page);
  g_test_add_func ("/facts/interval/months-look-back", test_months_look_back);
  g_test_add_func ("/facts/interval/between", test_between);
  g_test_add_func ("/facts/interval/days-as-text", test_days_as_text);
  return g_test_run ();
}
