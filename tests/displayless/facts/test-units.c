/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-units.h"

#include <string.h>

static const FzUnit *
unit_at (const char *text, gsize *length)
{
  return fz_unit_at (text, text + strlen (text), length);
}

/* A word in two rows, or among the ordinary ones, would lose its meaning. */
static void
test_each_word_finds_its_row (void)
{
  gsize n_rows;
  const FzUnit *table = fz_unit_table (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) words = g_strsplit (table[i].words, " ", -1);

      for (gsize j = 0; words[j] != NULL; j++)
        {
          gsize length;

          if (*words[j] == '\0')
            continue;
          g_test_message ("%s", words[j]);
          g_assert_true (unit_at (words[j], &length) == &table[i]);
          g_assert_cmpuint (length, ==, strlen (words[j]));
        }
    }
}

static void
test_longest (void)
{
  static const struct {
    const char   *text, *unit, *base;
    FzFigureKind  kind;
  } rows[] = {
    { "元的奖励", "元", "元", FZ_FIGURE_MONEY },
    { "元,分别", "元", "元", FZ_FIGURE_MONEY },
    { "美元", "美元", NULL, FZ_FIGURE_MONEY },
    { "平方公里的土地", "平方公里", "平方米", FZ_FIGURE_AREA },
    { "亩地", "亩", "平方米", FZ_FIGURE_AREA },
    { "人次", "人次", NULL, FZ_FIGURE_COUNT },
    { "家次", "家次", NULL, FZ_FIGURE_COUNT },
    { "家企业", "家", NULL, FZ_FIGURE_COUNT },
    { "个百分点", "个百分点", NULL, FZ_FIGURE_PERCENT },
    { "个月", "个月", NULL, FZ_FIGURE_DURATION },
    { "个镇", "个", NULL, FZ_FIGURE_COUNT },
    { "千瓦时", "千瓦时", "千瓦时", FZ_FIGURE_ENERGY },
    { "吨", "吨", "千克", FZ_FIGURE_MASS },
    { "戶", "戶", NULL, FZ_FIGURE_COUNT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length;
      const FzUnit *unit = unit_at (rows[i].text, &length);

      g_test_message ("%s", rows[i].text);
      g_assert_nonnull (unit);
      g_assert_cmpuint (length, ==, strlen (rows[i].unit));
      g_assert_cmpint (unit->kind, ==, rows[i].kind);
      g_assert_cmpstr (unit->base, ==, rows[i].base);
    }
}

static void
test_ordinary_words (void)
{
  static const char *const words[] = {
    "分别", "家庭", "个人所得税", "名单", "位于", "项目", "元旦", "台湾", "次日", "成为", "年级", "升级", "点钟", "月", "日", "号", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length;

      g_test_message ("%s", words[i]);
      g_assert_null (unit_at (words[i], &length));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/each-word-finds-its-row", test_each_word_finds_its_row);
  g_test_add_func ("/units/longest", test_longest);
  g_test_add_func ("/units/ordinary-words", test_ordinary_words);
  return g_test_run ();
}
