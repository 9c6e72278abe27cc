/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-exchange.h"
#include "fz-article-text.h"

/* An article as it is printed to a terminal. */

static char *
print (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FzAnalysis *analysis = fz_analysis_new ("page", bytes, NULL, NULL, NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (analysis);
  fz_article_print_text (analysis->page->articles->pdata[0], analysis->facts->pdata[0], out);
  fz_analysis_free (analysis);

  return g_string_free_and_steal (out);
}

/* What stands on the line of the list of programmes that begins with @name. */
static char *
row_of (const char *out, const char *name)
{
  const char *list = strstr (out, "Programmes"), *row = list != NULL ? strstr (list, name) : NULL;

  g_assert_nonnull (row);

  return g_strndup (row, strcspn (row, "\n"));
}

/* Each programme is counted for itself, and one that is named once has no count. */
static void
test_counts (void)
{
  static const struct {
    const char *name;
    guint       times;
  } named[] = { { "春雨计划", 3 }, { "蓝天行动", 1 }, { "暖冬行动", 2 } };
  g_autoptr (GString) page = g_string_new ("茶乡三件事\n\n");
  g_autofree char *out = NULL;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (named); i++)
      if (round < named[i].times)
        g_string_append_printf (page, "茶农们说起“%s”，都说好。\n\n", named[i].name);
  out = print (page->str);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *row = row_of (out, named[i].name);
      g_autofree char *times = g_strdup_printf ("×%u", named[i].times);

      g_assert_cmpint (strstr (row, "×") != NULL, ==, named[i].times > 1);
      g_assert_cmpint (strstr (row, times) != NULL, ==, named[i].times > 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/article-text/counts", test_counts);

  return g_test_run ();
}
