/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "cli-run.h"
#include "json-contract.h"

static const char text[] =
  "　　本报讯（记者沈越）竹廊修到山脚下,全长1.2公里,惠及村民2400人。\n"
  "\n"
  "春天,安吉县的GDP增长了7.5%——“竹海”里人来人往……\n";

/* Each line of the answer. */
static GPtrArray *
parse_lines (const char *out)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (objects, json_contract_parse (lines[i]));
  return objects;
}

static GPtrArray *
set (TempFolder *temp, const char *option, const char *other)
{
  g_autofree char *path = temp_folder_write (temp, "页.txt", text, -1);
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "typeset", "--width=12", "--format=json", path, option, other, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  return parse_lines (run.out);
}

static void
test_json (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (GPtrArray) lines = set (temp, NULL, NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  gint64 paragraph = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      JsonObject *line = lines->pdata[i];

      json_contract_keys (line, "paragraph:i line:i start:i end:i text:s measure:n width:n last:b adjust:a");
      if (json_object_get_int_member (line, "paragraph") != paragraph)
        g_assert_cmpint (json_object_get_int_member (line, "line"), ==, 1);
      paragraph = json_object_get_int_member (line, "paragraph");
      g_string_append (whole, json_object_get_string_member (line, "text"));
      if (json_object_get_boolean_member (line, "last"))
        g_string_append (whole, paragraph == 1 ? "\n\n" : "\n");
      else
        g_assert_cmpfloat_with_epsilon (json_object_get_double_member (line, "width"), 12, 1 / 64.);
    }
  g_assert_cmpint (paragraph, ==, 2);
  g_assert_cmpstr (whole->str, ==, text);
}

static double
amounts (JsonObject *line)
{
  JsonArray *adjust = json_object_get_array_member (line, "adjust");
  double sum = 0;

  for (guint i = 0; i < json_array_get_length (adjust); i++)
    {
      JsonObject *one = json_array_get_object_element (adjust, i);

      json_contract_keys (one, "at:i rule:s em:n");
      sum += json_object_get_double_member (one, "em");
    }
  return sum;
}

/* A line of Han and full-width marks alone: its characters are an em each, so that
 * they and what was done to them are its width. */
static void
test_positions (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (GPtrArray) lines = set (temp, "--positions", NULL);
  JsonObject *first = lines->pdata[0];
  JsonArray *x = json_object_get_array_member (first, "x");
  guint n = json_object_get_int_member (first, "end") - json_object_get_int_member (first, "start");

  g_assert_cmpuint (json_array_get_length (x), ==, n + 1);
  g_assert_cmpfloat (json_array_get_double_element (x, 0), ==, 2);
  g_assert_cmpfloat_with_epsilon (json_array_get_double_element (x, n), json_object_get_double_member (first, "width"), .001);
  g_assert_cmpfloat_with_epsilon (n + amounts (first), json_object_get_double_member (first, "width"), .01);
  for (guint i = 1; i <= n; i++)
    g_assert_cmpfloat (json_array_get_double_element (x, i), >=, json_array_get_double_element (x, i - 1));
}

static guint
starting_with (const GPtrArray *lines, const char *mark)
{
  guint count = 0;

  for (guint i = 0; i < lines->len; i++)
    count += g_str_has_prefix (json_object_get_string_member (lines->pdata[i], "text"), mark);
  return count;
}

static void
test_options (TempFolder *temp, gconstpointer unused)
{
  static const char * const levels[] = { "--level=none", "--level=basic", "--level=gb", "--level=strict" };
  g_autoptr (GPtrArray) large = set (temp, "--size=40", "--font=Noto Sans CJK SC");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GPtrArray) lines = set (temp, levels[i], NULL);

      if (i > 0)
        g_assert_cmpuint (starting_with (lines, "”"), ==, 0);
      if (i == 3)
        g_assert_cmpuint (starting_with (lines, "—") + starting_with (lines, "…"), ==, 0);
    }
  g_assert_cmpuint (large->len, >, 3);
}

static void
test_text (TempFolder *temp, gconstpointer unused)
{
  g_auto (CliRun) run = { 0 };

  cli_run_input (&run, temp, "春夏秋冬东南，西北\xc2\x9b" "2J\n山水\n", -1, "typeset", "--width=30", "-", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "春夏秋冬东南，西北"));
  g_assert_nonnull (strstr (run.out, "\tindent 1: 2 em"));
  g_assert_nonnull (strstr (run.out, "\n\n山水\t"));
  g_assert_null (strstr (run.out, "\xc2\x9b"));
}

static gboolean
has_rule (JsonObject *line, const char *rule)
{
  JsonArray *adjust = json_object_get_array_member (line, "adjust");

  for (guint i = 0; i < json_array_get_length (adjust); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (adjust, i), "rule"), rule))
      return TRUE;
  return FALSE;
}

static gboolean
any_has_rule (const GPtrArray *lines, const char *rule)
{
  for (guint i = 0; i < lines->len; i++)
    if (has_rule (lines->pdata[i], rule))
      return TRUE;
  return FALSE;
}

/* Quotes have another form in vertical lines; the text is as it was. */
static void
test_vertical (TempFolder *temp, gconstpointer unused)
{
  g_autoptr (GPtrArray) across = set (temp, NULL, NULL), down = set (temp, "--vertical", "--positions");
  g_autoptr (GString) whole = g_string_new (NULL);

  g_assert_false (any_has_rule (across, "vertical-quote"));
  g_assert_true (any_has_rule (down, "vertical-quote"));
  for (guint i = 0; i < down->len; i++)
    g_string_append (whole, json_object_get_string_member (down->pdata[i], "text"));
  g_assert_nonnull (strstr (whole->str, "——“竹海”里"));
}

static void
test_missing (TempFolder *temp, gconstpointer unused)
{
  g_autofree char *path = temp_folder_path (temp, "none.txt");
  g_auto (CliRun) run = { 0 };

  cli_run (&run, temp, "typeset", "--width=20", path, NULL);
  cli_assert_failed (&run, 1, path, "There is no such file");
  g_assert_cmpstr (run.out, ==, "");
}

#define ADD(name, func) g_test_add (name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/typeset/json", test_json);
  ADD ("/cli/typeset/positions", test_positions);
  ADD ("/cli/typeset/options", test_options);
  ADD ("/cli/typeset/text", test_text);
  ADD ("/cli/typeset/vertical", test_vertical);
  ADD ("/cli/typeset/missing", test_missing);
  return g_test_run ();
}
