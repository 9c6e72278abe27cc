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

static void
test_hostile (void)
{
  static const char *const pieces[] = { "“", "”", "“甲”", "《甲》", "“甲”平台", "浙江省", "“甲”、", "《", "打造“" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FzFacts) facts = NULL;

      while (text->len < 60000)
        g_string_append (text, pieces[i]);
      facts = facts_of (text->str);
      g_assert_cmpuint (facts->programmes->len, <=, 1000);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programmes/rows", test_rows);
  g_test_add_func ("/programmes/span", test_span);
  g_test_add_func ("/programmes/hostile", test_hostile);
  return g_test_run ();
}
