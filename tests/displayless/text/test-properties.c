/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "text-test.h"

/* What holds for every page, whatever is printed on it:
 *  - each line on which something is printed is in exactly one block;
 *  - the blocks fill the canonical text, each ended by one '\n';
 *  - the pieces of a block ascend in lines and in positions;
 *  - articles ascend and do not overlap.
 */

static void
check_pieces (const FzBlock *block,
              GHashTable    *seen)
{
  const FzPiece *before = NULL;

  g_assert_cmpuint (block->pieces->len, >, 0);
  for (guint i = 0; i < block->pieces->len; i++)
    {
      const FzPiece *piece = &block->pieces->data[i];

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (piece->line)));
      g_assert_cmpuint (piece->start, <=, block->end - block->start);
      if (before != NULL)
        {
          g_assert_cmpuint (piece->line, >, before->line);
          g_assert_cmpuint (piece->start, >, before->start);
        }
      before = piece;
    }
}

static void
check_blocks (const FzArticle *article,
              GHashTable      *seen)
{
  guint start = 0;
  gsize byte_start = 0;

  g_assert_cmpuint (article->blocks->len, >, 0);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);
      gsize bytes = block->byte_end - block->byte_start;

      g_assert_cmpuint (block->start, ==, start);
      g_assert_cmpuint (block->byte_start, ==, byte_start);
      g_assert_cmpint (g_utf8_strlen (article->text + byte_start, (gssize) bytes), ==, block->end - block->start);
      g_assert_null (memchr (article->text + byte_start, '\n', bytes));
      g_assert_cmpint (article->text[block->byte_end], ==, '\n');
      check_pieces (block, seen);
      start = block->end + 1;
      byte_start = block->byte_end + 1;
    }
  g_assert_cmpuint (byte_start, ==, strlen (article->text));
  g_assert_true (g_utf8_validate (article->text, -1, NULL));
}

static guint
count_printed (const FzPage *page)
{
  g_autoptr (FzLines) lines = fz_lines_new (page->text, strlen (page->text));

  return lines->lines->len;
}

static void
check_page (const FzPage *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint last = 0;

  g_assert_cmpuint (page->articles->len, >, 0);
  for (guint i = 0; i < page->articles->len; i++)
    {
      const FzArticle *article = test_article (page, i);

      g_assert_cmpuint (article->number, ==, i + 1);
      g_assert_cmpuint (article->first_line, >, last);
      g_assert_cmpuint (article->last_line, >=, article->first_line);
      last = article->last_line;
      check_blocks (article, seen);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, count_printed (page));
}

static void
check_folder (const char *folder,
              guint       at_least)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &data, &size, NULL))
        continue;
      g_test_message ("%s", name);
      {
        g_autoptr (FzPage) page = test_read_bytes (data, size);

        check_page (page);
        n++;
      }
    }
  g_assert_cmpuint (n, >=, at_least);
}

static void
test_samples (void)
{
  check_folder (g_getenv ("FZ_SAMPLES_DIR"), 6);
}

static void
test_shared (void)
{
  static const char * const folders[] = { "pages", "texts" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("FANGZHI_SHARED"), folders[i], NULL);

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
        {
          g_test_skip ("the folder of real pages is not here");
          return;
        }
      check_folder (folder, 1);
    }
}

static void
check_repeated (const char *line,
                guint       times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, line);
  {
    g_autoptr (FzPage) page = test_read_bytes (text->str, text->len);

    check_page (page);
  }
}

/* Much of one thing; each takes well under a second, and none may take time
 * with the square of its size. */
static void
test_hostile (void)
{
  check_repeated ("嵊州", 500000);
  check_repeated ("（", 500000);
  check_repeated ("x\n", 50000);
  check_repeated ("\n\n\n\n\n\n\n\n\n\nx\n", 20000);
  check_repeated ("金华的一个标题 另一半\n", 20000);
  check_repeated ("一个标题\n本报讯(记者 张远)正文。\n", 20000);
  check_repeated ("(上接第一版)\n", 20000);
  check_repeated ("图为茶农\n\n", 20000);
  check_repeated ("茶农今年,又\n\n", 20000);
  check_repeated ("周既望 摄\n", 20000);
  check_repeated ("2024年3月12日 第3版\n\f", 20000);
  check_repeated ("（记者\n", 20000);
  check_repeated ("张远 ", 50000);
  check_repeated ("# \n茶\n", 20000);
  check_repeated ("由提供摄\n", 20000);
  check_repeated ("今年是", 50000);
  check_repeated ("昨日（3月5日）", 100000);
  check_repeated ("最近2024浙江省", 50000);
  check_repeated ("2024年", 200000);
  check_repeated ("本报嘉兴1月31日电（\n", 20000);
  check_repeated ("茶香飘万里又飘到海边的小镇\n\xCA\xA1\xCA\xD0\n", 4000);
  check_repeated ("茶香飘万里又飘到海边的小镇上的人家屋檐下\xFF\n", 15000);
  check_repeated ("茶香飘万里又飘到海边的小镇上的人家屋檐下又飘回山里的茶园和作坊里去\x01\xE2\x80\x8B\n", 5000);
}

/* A list of titles has no end: what stands above the article stays of the length
 * that a head can have, and its lines stay in their blocks. */
static void
test_endless_head (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FzPage) page = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "某县茶叶丰收第%u次报道\n", i);
  page = test_read_bytes (text->str, text->len);
  check_page (page);
  for (guint i = 0; i < page->articles->len; i++)
    {
      const FzArticle *article = page->articles->pdata[i];

      g_assert_cmpuint (article->title != NULL ? strlen (article->title) : 0, <, 8192);
      g_assert_cmpuint (article->subtitle != NULL ? strlen (article->subtitle) : 0, <, 8192);
      g_assert_cmpuint (article->kicker != NULL ? strlen (article->kicker) : 0, <, 8192);
    }
}

/* Nor are there thousands of authors. */
static void
test_endless_bylines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FzPage) page = NULL;
  guint most = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append (text, "记者 张");
      g_string_append_unichar (text, 0x4E00 + i / 70);
      g_string_append_unichar (text, 0x5E00 + i % 70);
      g_string_append_c (text, '\n');
    }
  page = test_read_bytes (text->str, text->len);
  check_page (page);
  for (guint i = 0; i < page->articles->len; i++)
    most = MAX (most, ((const FzArticle *) page->articles->pdata[i])->authors->len);
  g_assert_cmpuint (most, >, 0);
  g_assert_cmpuint (most, <=, 500);
}

/* Lines that have cues, thrown together by a fixed seed. */
static void
test_shuffled (void)
{
  static const char * const lines[] = {
    "", "", "\n", "　　", "茶香", "金华茶农忙采茶 果农忙采果", "本报讯(记者 张远)茶农笑了。", "本报嵊州1月1日电(", "茶农今年,又在乡亲的支持下",
    "笑了。", "(上接第一版)", "(下转第4版)", "周既望 摄", "记者 张远", "张苑 余美 傅炎", "第3版 要闻", "2024年3月12日", "\f", "# 茶", "## 果",
    "——见闻", "李庄：", "（样张）", "导 读", "简讯", "图为茶农。", "我们走在", "大路上", "他说：“走", "一、茶", "A 果", "\xEF\xBB\xBF", "￼",
  };

  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new ("茶");

      for (guint i = 0; i < 40; i++)
        g_string_append_printf (text, "%s%s", lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))],
                                g_rand_boolean (random) ? "\n" : "");
      {
        g_autoptr (FzPage) page = test_read_bytes (text->str, text->len);

        check_page (page);
      }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/properties/samples", test_samples);
  g_test_add_func ("/text/properties/shared", test_shared);
  g_test_add_func ("/text/properties/hostile", test_hostile);
  g_test_add_func ("/text/properties/endless-head", test_endless_head);
  g_test_add_func ("/text/properties/endless-bylines", test_endless_bylines);
  g_test_add_func ("/text/properties/shuffled", test_shuffled);

  return g_test_run ();
}
