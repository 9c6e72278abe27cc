/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article.h"

static void
test_positions (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  const FzPiece title[] = { { .line = 3, .start = 0 } };
  const FzPiece body[] = { { .line = 5, .start = 0 }, { .line = 9, .start = 4 } };
  g_autofree char *second = NULL;

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "茶香", -1, title, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, FZ_BLOCK_FLAG_REPEATED, "嵊州a𠮷茶", strlen ("嵊州a𠮷茶"), body, 2);

  g_assert_cmpstr (article->text, ==, "茶香\n嵊州a𠮷茶\n");
  g_assert_cmpuint (fz_article_block (article, 0)->end, ==, 2);
  g_assert_cmpuint (fz_article_block (article, 1)->start, ==, 3);
  g_assert_cmpuint (fz_article_block (article, 1)->end, ==, 8);
  g_assert_cmpuint (fz_article_block (article, 1)->byte_start, ==, 7);
  g_assert_cmpuint (fz_article_block (article, 1)->byte_end, ==, 7 + 3 + 3 + 1 + 4 + 3);
  g_assert_cmpuint (fz_article_block (article, 1)->flags, ==, FZ_BLOCK_FLAG_REPEATED);
  second = fz_article_dup_block (article, 1);
  g_assert_cmpstr (second, ==, "嵊州a𠮷茶");
}

static void
test_empty_block (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  const FzPiece piece = { .line = 1 };

  fz_article_append_block (article, FZ_ROLE_NOISE, 0, "", 0, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_NOISE, 0, "a", 1, &piece, 1);
  g_assert_cmpstr (article->text, ==, "\na\n");
  g_assert_cmpuint (fz_article_block (article, 1)->start, ==, 1);
}

static void
test_line_at (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  const FzPiece pieces[] = { { 5, 0 }, { 9, 4 }, { 11, 7 } };
  const FzBlock *block;

  fz_article_append_block (article, FZ_ROLE_BODY, 0, "一二三四五六七八九", -1, pieces, 3);
  block = fz_article_block (article, 0);
  g_assert_cmpuint (fz_block_line_at (block, 0), ==, 5);
  g_assert_cmpuint (fz_block_line_at (block, 3), ==, 5);
  g_assert_cmpuint (fz_block_line_at (block, 4), ==, 9);
  g_assert_cmpuint (fz_block_line_at (block, 6), ==, 9);
  g_assert_cmpuint (fz_block_line_at (block, 8), ==, 11);
  g_assert_cmpuint (fz_block_line_at (block, 1000), ==, 11);
}

static void
test_names (void)
{
  for (FzRole role = FZ_ROLE_TITLE; role <= FZ_ROLE_NOISE; role++)
    g_assert_cmpint (fz_role_from_name (fz_role_name (role)), ==, (int) role);
  for (FzArticleKind kind = FZ_ARTICLE_KIND_ARTICLE; kind <= FZ_ARTICLE_KIND_STUB; kind++)
    g_assert_cmpint (fz_article_kind_from_name (fz_article_kind_name (kind)), ==, (int) kind);
  g_assert_cmpstr (fz_role_name (FZ_ROLE_MASTHEAD), ==, "masthead");
  g_assert_cmpstr (fz_article_kind_name (FZ_ARTICLE_KIND_STUB), ==, "stub");
  g_assert_cmpint (fz_role_from_name ("headline"), ==, -1);
  g_assert_cmpint (fz_role_from_name (NULL), ==, -1);
  g_assert_cmpint (fz_article_kind_from_name (""), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/article/positions", test_positions);
  g_test_add_func ("/text/article/empty-block", test_empty_block);
  g_test_add_func ("/text/article/line-at", test_line_at);
  g_test_add_func ("/text/article/names", test_names);

  return g_test_run ();
}
