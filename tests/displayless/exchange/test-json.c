/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "fz-json.h"

static char *
write_string (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  FzJson json = FZ_JSON (out);

  fz_json_open_array (&json);
  fz_json_string_len (&json, text, length);
  fz_json_close_array (&json);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
test_strings (void)
{
  static const struct {
    const char *text;
    const char *json;
  } cases[] = {
    { "", "[\"\"]" },
    { "安吉县", "[\"安吉县\"]" },
    { "“空心村”", "[\"“空心村”\"]" },
    { "a\"b\\c", "[\"a\\\"b\\\\c\"]" },
    { "一\n二\t三\r", "[\"一\\n二\\t三\\r\"]" },
    { "\x01\x1f\x7f", "[\"\\u0001\\u001f\\u007f\"]" },
    { "a\xe2\x80\xa8" "b\xe2\x80\xa9", "[\"a\\u2028b\\u2029\"]" },
    { "\xe2\x80\xa6\xe2\x80\xaf", "[\"…\xe2\x80\xaf\"]" },
    { "𠮷", "[\"𠮷\"]" },
    { "\xef\xbf\xbd", "[\"\xef\xbf\xbd\"]" },
    { "a\xff" "b", "[\"a\xef\xbf\xbd" "b\"]" },
    { "\xe2\x80", "[\"\xef\xbf\xbd\xef\xbf\xbd\"]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = write_string (cases[i].text, strlen (cases[i].text));
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

static void
test_nul (void)
{
  g_autofree char *json = write_string ("a\0b", 3);

  g_assert_cmpstr (json, ==, "[\"a\xef\xbf\xbd" "b\"]");
}

/* Whatever bytes there are, a reader gets one string of one line. */
static void
test_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *json = NULL;
      char bytes[24];

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);
      json = write_string (bytes, sizeof bytes);
      g_assert_null (strchr (json, '\n'));
      g_assert_true (g_utf8_validate (json, -1, NULL));
      json_parser_load_from_data (parser, json, -1, &error);
      g_assert_no_error (error);
    }
}

static void
test_structure (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  FzJson json = FZ_JSON (out);

  for (guint line = 0; line < 2; line++)
    {
      fz_json_open_object (&json);
      fz_json_add_string (&json, "a", NULL);
      fz_json_add_integer (&json, "b", G_MININT64);
      fz_json_key (&json, "c");
      fz_json_open_array (&json);
      fz_json_open_array (&json);
      fz_json_close_array (&json);
      fz_json_open_object (&json);
      fz_json_close_object (&json);
      fz_json_boolean (&json, TRUE);
      fz_json_boolean (&json, FALSE);
      fz_json_close_array (&json);
      fz_json_add_string (&json, "d", "x");
      fz_json_close_object (&json);
      fz_json_end_line (&json);
    }
  g_assert_cmpstr (out->str, ==,
                   "{\"a\":null,\"b\":-9223372036854775808,\"c\":[[],{},true,false],\"d\":\"x\"}\n"
                   "{\"a\":null,\"b\":-9223372036854775808,\"c\":[[],{},true,false],\"d\":\"x\"}\n");
}

static void
test_decimals (void)
{
  static const struct {
    FzDecimal   value;
    const char *json;
  } cases[] = {
    { { 0, 0 }, "[0]" },
    { { 3237000000, 0 }, "[3237000000]" },
    { { 3237, 2 }, "[32.37]" },
    { { 5, 1 }, "[0.5]" },
    { { -12, 1 }, "[-1.2]" },
    { { -5, 2 }, "[-0.05]" },
    { { G_MAXINT64, 0 }, "[9223372036854775807]" },
    { { 1, 12 }, "[0.000000000001]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      FzJson json = FZ_JSON (out);

      fz_json_open_array (&json);
      fz_json_decimal (&json, cases[i].value);
      fz_json_close_array (&json);
      g_assert_cmpstr (out->str, ==, cases[i].json);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/strings", test_strings);
  g_test_add_func ("/exchange/json/nul", test_nul);
  g_test_add_func ("/exchange/json/any-bytes", test_any_bytes);
  g_test_add_func ("/exchange/json/structure", test_structure);
  g_test_add_func ("/exchange/json/decimals", test_decimals);
  return g_test_run ();
}
