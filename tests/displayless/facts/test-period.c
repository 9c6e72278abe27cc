/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "one-block.h"

/* A paragraph, and the periods of its figures between semicolons. */
static const struct {
  const char *text;
  const char *periods;
} rows[] = {
  /* The last expression before the figure in its item. */
  { "近日，县里公布2021年首批茶厂，新增六家。", "2021年" },
  { "2023年，镇上卖茶50吨。", "2023年" },
  { "截至9月底，走访茶农260家。", "截至9月底" },
  { "自今年3月以来，派出船工54名。", "自今年3月以来" },
  { "今年元旦至今，修补漏洞37个。", "今年元旦至今" },
  { "今年2月至9月，接待游客12万人次。", "今年2月至9月" },
  { "民國110年5月完成3座橋。", "民國110年5月" },
  { "今（13）日新增4名。", "今（13）日" },
  { "假期（1月21日至27日），卖出3吨。", "1月21日至27日" },
  { "今天（5月4日）卖出3吨。", "今天（5月4日）" },
  { "活动开展以来，受益1200人。", "开展以来" },
  { "自重点工程开工以来，已修路35公里。", "自重点工程开工以来" },
  { "党的二十大以来，修路9公里。", "党的二十大以来" },
  { "近三年，全村增收80万元。", "近三年" },
  { "1至9月，卖茶12吨。", "1至9月" },
  { "今年1—10月，卖茶12吨。其中，红茶8吨。", "今年1—10月; 今年1—10月" },
  { "5月1号，卖茶12吨。", "5月1号" },
  /* Behind a semicolon the sentence's first item helps. */
  { "2023年，产值48亿元；专利均居全省前五。", "2023年; 2023年" },
  { "投入30万元；去年，又修渠5公里。", "-; 去年" },
  /* Carried over, or not. */
  { "今年2月至9月，卖茶12吨。其中，红茶8吨。", "今年2月至9月; 今年2月至9月" },
  { "截至目前，建成30个茶亭。各镇有17个。", "截至目前; 截至目前" },
  { "目前，连通了9个乡镇。老人走了20多年。", "目前; -" },
  { "2023年，修路18公里。还配了8个站。", "2023年; -" },
  { "1月5日，来了6人。又来了9人。", "1月5日; -" },
  /* Planned figures look ahead. */
  { "目前，种菜260亩，预计增收90万元。", "目前; -" },
  { "到2027年，产值达2万亿元。", "到2027年" },
  { "接下来，镇里将新建6座桥。", "接下来" },
  { "今年，预计卖茶12吨。", "今年" },
  { "2026年将修路9公里。", "2026年" },
  { "去年，预计修路9公里。", "-" },
  { "今年，修路9公里。预计再修8公里。", "今年; -" },
  { "力争“十四五”期间搬迁1万人。", "“十四五”期间" },
  /* None of them. */
  { "每年修渠3公里。", "-" },
  { "养殖平台“海岛1号”长102米。", "-" },
  { "本报龙泉5月3日电（记者）卖茶12吨。", "-" },
  { "合格率由此前的71%提到96%。", "-; -" },
  { "比去年多收3吨。", "-" },
  { "比上年同期增长5%。", "-" },
  { "未来乡村有12个。", "-" },
  { "自己动手修了3间房。", "-" },
  { "修渠5公里，2023年完工。", "-" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FzFacts) facts = facts_of (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < facts->figures->len; j++)
        {
          const char *period = g_array_index (facts->figures, FzFigure, j).period;

          g_string_append_printf (found, "%s%s", j > 0 ? "; " : "", period != NULL ? period : "-");
        }
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].periods);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/rows", test_rows);
  return g_test_run ();
}
