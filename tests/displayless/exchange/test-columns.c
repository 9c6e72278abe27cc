/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-columns.h"

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
add_row (FzColumns *columns, const char *a, const char *b, const char *c)
{
  fz_columns_add (columns, a);
  fz_columns_add (columns, b);
  fz_columns_add (columns, c);
}

static void
test_align (void)
{
  g_autoptr (FzColumns) columns = fz_columns_new (3);
  g_autoptr (GString) out = g_string_new (NULL);

  add_row (columns, "金华市", "ab", "x");
  add_row (columns, "GDP", "一", "y");
  add_row (columns, "", "c", "");
  fz_columns_print (columns, "> ", out);
  g_assert_cmpstr (out->str, ==,
                   "> 金华市  ab  x\n"
                   "> GDP     一  y\n"
                   ">         c\n");
}

static void
test_empty_column (void)
{
  g_autoptr (FzColumns) columns = fz_columns_new (3);
  g_autoptr (GString) out = g_string_new (NULL);

  add_row (columns, "a", NULL, "b");
  add_row (columns, "c", "", "d");
  fz_columns_print (columns, "", out);
  g_assert_cmpstr (out->str, ==, "a  b\nc  d\n");
}

/* A page can hold what speaks to a terminal; a cell is one line of text. */
static void
test_safe (void)
{
  g_autoptr (FzColumns) columns = fz_columns_new (1);
  g_autoptr (GString) out = g_string_new (NULL);

  fz_columns_add (columns, "a\x1b[31m\tb\nc\xc2\x9b" "d\xff");
  fz_columns_print (columns, "", out);
  g_assert_cmpstr (out->str, ==, "a\xef\xbf\xbd[31m b c\xef\xbf\xbd" "d\xef\xbf\xbd\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/columns/width", test_width);
  g_test_add_func ("/exchange/columns/align", test_align);
  g_test_add_func ("/exchange/columns/empty-column", test_empty_column);
  g_test_add_func ("/exchange/columns/safe", test_safe);
  return g_test_run ();
}
