/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-pieces.h"

/* Worked out by hand from the format's description: 3 and 0, then +1 and +20,
 * then -2 and +64 (128 zigzag-coded, so two bytes). */
static void
test_format (void)
{
  static const FzPiece pieces[] = { { 3, 0 }, { 4, 20 }, { 2, 84 } };
  static const guint8 expected[] = { 6, 0, 2, 40, 3, 0x80, 0x01 };
  g_autoptr (GByteArray) packed = fz_pieces_pack (pieces, G_N_ELEMENTS (pieces));

  g_assert_cmpmem (packed->data, packed->len, expected, sizeof expected);
}

static void
test_round_trip (void)
{
  static const FzPiece pieces[] = { { G_MAXUINT, 0 }, { 0, G_MAXUINT }, { G_MAXUINT, 5 }, { 1, 5 } };

  for (guint n = 0; n <= G_N_ELEMENTS (pieces); n++)
    {
      g_autoptr (GByteArray) packed = fz_pieces_pack (pieces, n);
      g_autoptr (GBytes) bytes = g_bytes_new (packed->data, packed->len);
      g_autoptr (GArray) back = fz_pieces_unpack (bytes);

      g_assert_nonnull (back);
      g_assert_cmpmem (back->data, back->len * sizeof (FzPiece), pieces, n * sizeof (FzPiece));
    }
}

static void
test_none (void)
{
  g_autoptr (GByteArray) packed = fz_pieces_pack (NULL, 0);

  g_assert_cmpuint (packed->len, ==, 0);
}

/* Half a piece, a number without its end, one below 0, one over 32 bits, one of
 * too many bytes. */
static void
test_refused (void)
{
  static const char * const bad[] = {
    "\x06", "\x06\x80", "\x01\x02", "\x06\xfe\xff\xff\xff\x7f", "\x06\x80\x80\x80\x80\x80\x80\x01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GArray) pieces = fz_pieces_unpack (bytes);

      g_assert_null (pieces);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/format", test_format);
  g_test_add_func ("/pieces/round-trip", test_round_trip);
  g_test_add_func ("/pieces/none", test_none);
  g_test_add_func ("/pieces/refused", test_refused);
  return g_test_run ();
}
