/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-exchange.h"
#include "json-contract.h"

static FzArticle *
make_article (void)
{
  static const FzPiece title[] = { { 3, 0 } };
  static const FzPiece body[] = { { 4, 0 }, { 7, 9 } };
  FzArticle *article = fz_article_new ();

  article->number = 2;
  article->kind = FZ_ARTICLE_KIND_ARTICLE;
  article->first_line = 3;
  article->last_line = 7;
  g_set_str (&article->title, "竹器“出山”");
  g_ptr_array_add (article->authors, fz_author_new ("记者", "许晚晴"));
  fz_article_append_block (article, FZ_ROLE_TITLE, FZ_BLOCK_FLAG_REPEATED | FZ_BLOCK_FLAG_TRUNCATED,
                           "竹器“出山”", -1, title, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "去年卖出竹椅约3.2万把至4万把,𠮷好。", -1, body, 2);
  return article;
}

static FzFacts *
make_facts (void)
{
  FzFacts *facts = fz_facts_new ();
  FzFigure figure = {
    .span = { 1, 7, 15, 4 }, .surface = g_strdup ("3.2万把至4万把"), .kind = FZ_FIGURE_COUNT,
    .value = { 32000, 0 }, .max = { 40000, 0 }, .unit = g_strdup ("把"),
    .qualifiers = FZ_QUALIFIER_RANGE | FZ_QUALIFIER_APPROX, .change = FZ_CHANGE_UP,
    .indicator = g_strdup ("竹椅"), .period = NULL, .rule = "number-unit",
  };
  FzProgramme programme = { .span = { 0, 3, 5, 3 }, .name = g_strdup ("出山"), .kind = FZ_PROGRAMME_CAMPAIGN };

  g_array_append_val (facts->figures, figure);
  g_array_append_val (facts->programmes, programme);
  return facts;
}

static char *
print_json (FzArticle *article, FzFacts *facts)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_facts = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  FzPage page = { .articles = articles };
  FzAnalysis analysis = { .name = (char *) "a\".txt", .page = &page, .facts = all_facts };

  g_ptr_array_add (articles, article);
  g_ptr_array_add (all_facts, facts);
  fz_analysis_print_json (&analysis, out);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* Every key, in its order, with what stands behind it. */
static void
test_whole (void)
{
  g_autoptr (FzArticle) article = make_article ();
  g_autoptr (FzFacts) facts = make_facts ();
  g_autofree char *json = print_json (article, facts);

  g_assert_cmpstr (json, ==,
    "{\"source\":\"a\\\".txt\",\"engine\":\"" FZ_ENGINE_VERSION "\",\"number\":2,\"kind\":\"article\",\"lines\":[3,7],"
    "\"title\":\"竹器“出山”\",\"kicker\":null,\"subtitle\":null,\"dateline\":null,"
    "\"authors\":[{\"role\":\"记者\",\"name\":\"许晚晴\"}],\"region\":null,"
    "\"blocks\":[{\"role\":\"title\",\"lines\":[3],\"start\":0,\"end\":6,\"text\":\"竹器“出山”\","
    "\"flags\":[\"repeated\",\"truncated\"]},"
    "{\"role\":\"body\",\"lines\":[4,7],\"start\":7,\"end\":27,\"text\":\"去年卖出竹椅约3.2万把至4万把,𠮷好。\",\"flags\":[]}],"
    "\"places\":[],"
    "\"figures\":[{\"block\":1,\"start\":7,\"end\":15,\"line\":4,\"surface\":\"3.2万把至4万把\",\"kind\":\"count\","
    "\"value\":32000,\"max\":40000,\"unit\":\"把\",\"qualifiers\":[\"approx\",\"range\"],\"change\":\"up\","
    "\"indicator\":\"竹椅\",\"period\":null,\"rule\":\"number-unit\",\"against\":null,\"indicator_region\":null}],"
    "\"programmes\":[{\"block\":0,\"start\":3,\"end\":5,\"line\":3,\"name\":\"出山\",\"kind\":\"campaign\",\"region\":null,\"year\":null,\"figures\":[]}],\"region_then\":null}\n");
}

/* `max` is there with a range only, and what is not known is null. */
static void
test_unknown (void)
{
  g_autoptr (FzArticle) article = make_article ();
  g_autoptr (FzFacts) facts = make_facts ();
  FzFigure *figure = &g_array_index (facts->figures, FzFigure, 0);
  g_autofree char *json = NULL;

  figure->qualifiers = 0;
  figure->change = FZ_CHANGE_NONE;
  g_clear_pointer (&figure->indicator, g_free);
  g_clear_pointer (&figure->unit, g_free);
  json = print_json (article, facts);
  g_assert_nonnull (strstr (json,
    "\"value\":32000,\"max\":null,\"unit\":null,\"qualifiers\":[],\"change\":null,"
    "\"indicator\":null,\"period\":null,"));
}

static guint
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fz_input_read (path, NULL, &error);
  g_autoptr (FzAnalysis) analysis = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  analysis = fz_analysis_new ("page.txt", bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  fz_analysis_print_json (analysis, out);
  return json_contract_lines (out->str);
}

static guint
check_folder (const char *root, const char *name)
{
  g_autofree char *folder = g_build_filename (root, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint articles = 0;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_str_has_suffix (file, ".txt"))
        articles += check_file (path);
    }
  return articles;
}

static void
test_samples (void)
{
  g_assert_cmpuint (check_folder (FZ_TEST_DATA, "samples"), >=, 6);
}

static void
test_shared (void)
{
  const char *root = g_getenv ("FANGZHI_SHARED");

  if (root == NULL || !g_file_test (root, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("FANGZHI_SHARED names no folder");
      return;
    }
  g_assert_cmpuint (check_folder (root, "pages") + check_folder (root, "texts"), >, 0);
}

/* What may stand in a file: the contract holds for any page that is read. */
static const char * const hostile[] = {
  "本报讯 控制\x01符\x1b[31m与\x7f。\n",
  "安吉县\xe2\x80\xa8竹林\xe2\x80\xa9镇\n",
  "“引号\"与\\反斜线\"\n",
  "\xef\xbb\xbf有签名的一行\n",
  "换行\r\n与回车\r混用\r\n",
  "𠮷野家开业 卖出1,234碗\n",
  "﻿零宽​字符‍与 空格\n",
  "%n%s <b>& </b> \\u0000\n",
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (hostile[i], strlen (hostile[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (FzAnalysis) analysis = fz_analysis_new ("a\xff\n.txt", bytes, "UTF-8", NULL, &error);
      g_autoptr (GString) out = g_string_new (NULL);

      g_assert_no_error (error);
      fz_analysis_print_json (analysis, out);
      g_assert_cmpuint (json_contract_lines (out->str), >=, 1);
    }
}

static void
test_refused (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) page = g_bytes_new_static ("竹林\n", strlen ("竹林\n"));
  g_autoptr (GError) error = NULL;

  g_assert_null (fz_analysis_new ("a", empty, NULL, NULL, &error));
  g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (fz_analysis_new ("a", page, "klingon", NULL, &error));
  g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING);
}

/* Cancelled, there is no analysis; what is wrong with the page is not asked then. */
static void
test_cancelled (void)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("竹林\n", strlen ("竹林\n"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FzAnalysis) analysis = fz_analysis_new ("a", page, NULL, cancellable, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (analysis);
  g_cancellable_cancel (cancellable);
  g_assert_null (fz_analysis_new ("a", page, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (fz_analysis_new_corrected ("a", page, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/analysis-json/whole", test_whole);
  g_test_add_func ("/exchange/analysis-json/cancelled", test_cancelled);
  g_test_add_func ("/exchange/analysis-json/unknown", test_unknown);
  g_test_add_func ("/exchange/analysis-json/samples", test_samples);
  g_test_add_func ("/exchange/analysis-json/shared", test_shared);
  g_test_add_func ("/exchange/analysis-json/hostile", test_hostile);
  g_test_add_func ("/exchange/analysis-json/refused", test_refused);
  return g_test_run ();
}
