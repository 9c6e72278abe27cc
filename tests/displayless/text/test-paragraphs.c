/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* Lines joined to paragraphs. */

/* Paragraphs broken by columns, among them one whose first part is short. */
static void
test_broken_paragraphs (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农缺人手,厂里也缺人手,在乡亲的支持下,厂里的人\n\n手多了起来。\n\n在大家的支持下,厂里的人\n\n手多了。\n",
                     "1:title 3:body:5 5:body 7:body:9 9:body");
}

static void
test_column (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "　　本报讯 今年以来，嵊州市的茶\n"
                     "农新建了三个加工中心，收入比去年\n"
                     "同期增长两成，茶农都很高兴。他们\n"
                     "说，日子越过越好。\n"
                     "　　合作社也从八家增加到十五家，\n"
                     "带动三千多人就业。\n",
                     "1:title 2:body:3 3:body:4 4:body:5 5:body 6:body:7 7:body");
}

/* A line that happens to end a sentence where it fills the column goes on. */
static void
test_column_full_stop (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "　　本报讯 今年以来，嵊州市的茶\n"
                     "农新建了三个加工中心，都很高兴。\n"
                     "合作社也从八家增加到了十五家，其\n"
                     "中三家盈利。\n"
                     "　　果农新建了三个加工中心，收入\n"
                     "也增长了。\n",
                     "1:title 2:body:3 3:body:4 4:body:5 5:body 6:body:7 7:body");
}

/* So it does where nothing is set in, if it fills the column to the last
 * character; one that falls short ends its paragraph. */
static void
test_column_flush (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "本报讯 今年以来，嵊州市的茶农新建\n"
                     "了三个加工中心，收入比去年同期增长\n"
                     "两成，茶农、果农和竹农都非常高兴。\n"
                     "合作社也从八家增加到了十五家，其中\n"
                     "三家盈利，果农也都笑了。\n"
                     "竹农说，今年的竹子卖到了外省，收入\n"
                     "也增长了。\n",
                     "1:title 2:body:3 3:body:4 4:body:5 5:body:6 6:body 7:body:8 8:body");
}

static void
test_repeated (void)
{
  g_autoptr (FzPage) page = NULL;
  static const char text[] =
    "茶香\n\n本报讯 茶农笑了。\n\n"
    "车子巡游到老街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再往前走，街坊们都说它比人还守规矩。\n\n"
    "车子巡游到新街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再\n\n"
    "果香\n\n本报讯 果农笑了。\n";
  const FzBlock *block;

  test_assert_lines (text, "1:title 3:body 5:body 7:body 9:title 11:body");
  page = test_read (text);
  block = fz_article_block (test_article (page, 0), 3);
  g_assert_cmpuint (block->flags, ==, FZ_BLOCK_FLAG_REPEATED | FZ_BLOCK_FLAG_TRUNCATED);
}

/* What stands in another article already has strayed; how an article itself begins
 * may be told twice. */
static void
test_misplaced (void)
{
  static const char own[] = "本报讯 茶农们在清明前把第一批新茶卖到了县城的集市上，一斤比去年多卖了二十元，家家都添了新农具。";
  static const char astray[] = "车子巡游到老街口时会自己停下来等人，红灯亮起时也会停下，绿灯亮了再往前走，街坊们都说它比人还守规矩。";
  g_autofree char *text = g_strdup_printf ("# 茶香\n\n%s\n\n%s\n\n# 果香\n\n本报讯 果农们今年也笑了，果园里新修的路通到了山脚下。\n\n%s\n\n# 竹香\n\n%s\n", own, astray, astray, own);
  g_autoptr (FzPage) page = test_read (text);

  g_assert_cmpuint (page->articles->len, ==, 3);
  g_assert_cmpuint (fz_article_block (test_article (page, 0), 2)->flags, ==, 0);
  g_assert_cmpuint (fz_article_block (test_article (page, 1), 2)->flags, ==, FZ_BLOCK_FLAG_REPEATED | FZ_BLOCK_FLAG_MISPLACED);
  g_assert_cmpuint (fz_article_block (test_article (page, 2), 1)->flags, ==, FZ_BLOCK_FLAG_REPEATED);
}

/* Latin words are set apart where lines are joined, Han characters are not. */
static void
test_joined_text (void)
{
  g_autoptr (FzPage) page = test_read ("茶香\n\n本报讯 茶农们用上了Green,\n\nTea平台,果农\n\n也用上了。\n");
  g_autofree char *text = fz_article_dup_block (test_article (page, 0), 1);
  const FzBlock *block = fz_article_block (test_article (page, 0), 1);

  g_assert_cmpstr (text, ==, "本报讯 茶农们用上了Green, Tea平台,果农也用上了。");
  g_assert_cmpuint (block->pieces->data[1].start, ==, 17);
  g_assert_cmpuint (block->pieces->data[2].start, ==, 25);
}

/* A sentence goes on behind (下转第4版), which a column put between. */
static void
test_joined_over_turn (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农们今年,把加工厂整合\n\n(下转第4版)\n\n成了合作社。\n", "1:title 3:body:7 5:jump 7:body");
}

/* Number and unit, or one character before a comma, are parts of one sentence. */
static void
test_joined_number (void)
{
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n茶厂占地180亩,建成后每年可加工茶5万\n\n吨,带动果农增收。\n",
                     "1:title 3:body 5:body:7 7:body");
  test_assert_lines ("茶香\n\n本报讯 茶农笑了。\n\n其中,茶叶、花椒、核桃、烤\n烟等占七成。\n\n果农笑了。\n\n竹农笑了。\n",
                     "1:title 3:body 5:body:6 6:body 8:body 10:body");
}

/* A line that ends with its author fills the column and ends the paragraph. */
static void
test_column_signed (void)
{
  test_assert_lines ("茶香飘万家\n"
                     "本报讯 今年以来，嵊州市的茶农新建\n"
                     "了三个加工中心，收入比去年同期增长\n"
                     "两成，茶农都很高兴。（通讯员方白）\n"
                     "合作社也从八家增加到了十五家，其中\n"
                     "三家盈利，果农也笑了。\n",
                     "1:title 2:body:3 3:body:4 4:body 5:body:6 6:body");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/paragraphs/broken", test_broken_paragraphs);
  g_test_add_func ("/text/paragraphs/column", test_column);
  g_test_add_func ("/text/paragraphs/column-full-stop", test_column_full_stop);
  g_test_add_func ("/text/paragraphs/column-flush", test_column_flush);
  g_test_add_func ("/text/paragraphs/repeated", test_repeated);
  g_test_add_func ("/text/paragraphs/misplaced", test_misplaced);
  g_test_add_func ("/text/paragraphs/joined-text", test_joined_text);
  g_test_add_func ("/text/paragraphs/over-turn", test_joined_over_turn);
  g_test_add_func ("/text/paragraphs/number", test_joined_number);
  g_test_add_func ("/text/paragraphs/column-signed", test_column_signed);

  return g_test_run ();
}
