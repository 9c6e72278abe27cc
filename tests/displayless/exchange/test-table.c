/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-table.h"

static void
test_width (void)
{
  g_assert_cmpuint (fz_text_width (""), ==, 0);
  g_assert_cmpuint (fz_text_width ("GDP"), ==, 3);
  g_assert_cmpuint (fz_text_width ("金华市"), ==, 6);
  g_assert_cmpuint (fz_text_width ("5个"), ==, 3);
  g_assert_cmpuint (fz_text_width ("（甲）"), ==, 6);
  g_assert_cmpuint (fz_text_width ("e\xcc\x81"), ==, 1);
}

static void
add_row (FzTable *table, const char *a, const char *b, const char *c)
{
  fz_table_add (table, a);
  fz_table_add (table, b);
  fz_table_add (table, c);
}

static void
test_align (void)
{
  g_autoptr (FzTable) table = fz_table_new (3);
  g_autoptr (GString) out = g_string_new (NULL);

  add_row (table, "金华市", "ab", "x");
  add_row (table, "GDP", "一", "y");
  add_row (table, "", "c", "");
  fz_table_print (table, "> ", out);
  g_assert_cmpstr (out->str, ==,
                   "> 金华市  ab  x\n"
                   "> GDP     一  y\n"
                   ">         c\n");
}

static void
test_empty_column (void)
{
  g_autoptr (FzTable) table = fz_table_new (3);
  g_autoptr (GString) out = g_string_new (NULL);

  add_row (table, "a", NULL, "b");
  add_row (table, "c", "", "d");
  fz_table_print (table, "", out);
  g_assert_cmpstr (out->str, ==, "a  b\nc  d\n");
}

/* A page can hold what speaks to a terminal; a cell is one line of text. */
static void
test_safe (void)
{
  g_autoptr (FzTable) table = fz_table_new (1);
  g_autoptr (GString) out = g_string_new (NULL);

  fz_table_add (table, "a\x1b[31m\tb\nc\xc2\x9b" "d\xff");
  fz_table_print (table, "", out);
  g_assert_cmpstr (out->str, ==, "a\xef\xbf\xbd[31m b c\xef\xbf\xbd" "d\xef\xbf\xbd\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table/width", test_width);
  g_test_add_func ("/exchange/table/align", test_align);
  g_test_add_func ("/exchange/table/empty-column", test_empty_column);
  g_test_add_func ("/exchange/table/safe", test_safe);
  return g_test_run ();
}
