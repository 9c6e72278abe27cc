/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-maker.h"

#define MAX_ARTICLES 6
#define MAX_SENTENCES 12

static const char * const places[] = {
  "安吉县递铺街道", "定西市安定区", "宜宾市翠屏区", "梅州市大埔县", "遵义市湄潭县",
  "赣州市于都县", "恩施州利川市", "金华市婺城区", "丽水市云和县", "绍兴市新昌县",
};

static const char * const works[] = {
  "竹廊", "水渠", "步道", "茶园", "粮仓", "书屋", "桥梁", "果园", "夜校", "码头",
};

/* %s is a place, %s a work, the numbers what they are. */
static const char * const sentences[] = {
  "%s新修%s%u公里,投资%u万元。",
  "去年%s的%s惠及村民%u人,户均增收%u元。",
  "截至9月底,%s已建成%s%u处,同比增长%u%%。",
  "%s负责人说,%s今年还要再添%u座,预计投入%u万元。",
  "记者在%s看到,%s旁停着%u辆车,%u名工人正在忙碌。",
};

static const char *
pick (GRand *rand, const char * const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, n)];
}

static void
add_sentence (GString *text, GRand *rand)
{
  const char *form = pick (rand, sentences, G_N_ELEMENTS (sentences));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, form, pick (rand, places, G_N_ELEMENTS (places)),
                          pick (rand, works, G_N_ELEMENTS (works)),
                          g_rand_int_range (rand, 2, 9000), g_rand_int_range (rand, 2, 90));
#pragma GCC diagnostic pop
}

static void
add_article (GString *text, GRand *rand, guint number)
{
  guint n = g_rand_int_range (rand, 1, MAX_SENTENCES);

  g_string_append_printf (text, "%s%s建到第%u期\n\n本报讯 ", pick (rand, places, G_N_ELEMENTS (places)),
                          pick (rand, works, G_N_ELEMENTS (works)), number);
  for (guint i = 0; i < n; i++)
    {
      add_sentence (text, rand);
      if (g_rand_boolean (rand))
        g_string_append (text, "\n\n");
    }
  g_string_append (text, "\n\n");
}

char *
page_maker_text (guint number)
{
  GRand *rand = g_rand_new_with_seed (number);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, MAX_ARTICLES + 1);

  for (guint i = 0; i < n; i++)
    add_article (text, rand, number);
  g_rand_free (rand);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
