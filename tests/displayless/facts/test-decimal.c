/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decimal.h"

static FzDecimal
decimal (const char *text)
{
  FzDecimal value = { 0 };

  g_assert_true (fz_decimal_parse (text, -1, &value));
  return value;
}

static void
assert_prints (FzDecimal value, const char *expected)
{
  g_autofree char *text = fz_decimal_print (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_round_trip (void)
{
  static const char *const numbers[] = {
    "0", "7", "-7", "32.37", "0.05", "-0.05", "666.6667", "9223372036854775807", "-9223372036854775808",
    "0.000000000001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_prints (decimal (numbers[i]), numbers[i]);
  assert_prints (decimal ("1.500"), "1.5");
  assert_prints (decimal ("007"), "7");
}

static void
test_refuses (void)
{
  static const char *const texts[] = {
    "", "-", ".", "1.", ".5", "1..2", "1.2.3", "1e3", " 1", "1 ", "+1", "--1", "１", "9223372036854775808",
    "-9223372036854775809", "0.0000000000001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FzDecimal value = { 42, 1 };

      g_assert_false (fz_decimal_parse (texts[i], -1, &value));
      g_assert_cmpint (value.digits, ==, 42);
      g_assert_cmpuint (value.scale, ==, 1);
    }
}

static void
test_length (void)
{
  FzDecimal value;

  g_assert_true (fz_decimal_parse ("12345", 3, &value));
  assert_prints (value, "123");
  g_assert_false (fz_decimal_parse ("12345", 0, &value));
}

static void
test_multiply (void)
{
  FzDecimal out;

  g_assert_true (fz_decimal_multiply (decimal ("32.37"), decimal ("100000000"), &out));
  assert_prints (out, "3237000000");
  g_assert_true (fz_decimal_multiply (decimal ("1000"), decimal ("666.6667"), &out));
  assert_prints (out, "666666.7");
  g_assert_true (fz_decimal_multiply (decimal ("-0.5"), decimal ("3"), &out));
  assert_prints (out, "-1.5");
  g_assert_false (fz_decimal_multiply (decimal ("9223372036854775807"), decimal ("2"), &out));
  g_assert_false (fz_decimal_multiply (decimal ("0.0000001"), decimal ("0.0000001"), &out));
  assert_prints (out, "-1.5");
}

static void
test_add (void)
{
  FzDecimal out;

  g_assert_true (fz_decimal_add (decimal ("0.1"), decimal ("0.2"), &out));
  assert_prints (out, "0.3");
  g_assert_true (fz_decimal_add (decimal ("1.25"), decimal ("-1.25"), &out));
  assert_prints (out, "0");
  g_assert_false (fz_decimal_add (decimal ("9223372036854775807"), decimal ("1"), &out));
  g_assert_false (fz_decimal_add (decimal ("9223372036854775807"), decimal ("0.5"), &out));
}

static void
test_compare (void)
{
  static const char *const ascending[] = {
    "-9223372036854775808", "-1.5", "-1.25", "-0.1", "0", "0.000000000001", "0.1", "0.11", "1", "1.000000000001",
    "9223372036854775806", "9223372036854775807",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      g_assert_cmpint (fz_decimal_compare (decimal (ascending[i]), decimal (ascending[j])), ==, (i > j) - (i < j));
  g_assert_cmpint (fz_decimal_compare ((FzDecimal) { 150, 2 }, (FzDecimal) { 15, 1 }), ==, 0);
}

static void
test_to_double (void)
{
  g_assert_cmpfloat (fz_decimal_to_double (decimal ("32.5")), ==, 32.5);
  g_assert_cmpfloat (fz_decimal_to_double (decimal ("-4")), ==, -4.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  g_test_add_func ("/decimal/refuses", test_refuses);
  g_test_add_func ("/decimal/length", test_length);
  g_test_add_func ("/decimal/multiply", test_multiply);
  g_test_add_func ("/decimal/add", test_add);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/to-double", test_to_double);
  return g_test_run ();
}
