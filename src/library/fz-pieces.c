/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-pieces.h"

typedef struct {
  const guint8 *next;
  const guint8 *end;
} Cursor;

static void
append_number (GByteArray *out,
               gint64      number)
{
  guint64 rest = ((guint64) number << 1) ^ (guint64) (number >> 63);
  guint8 byte;

  do
    {
      byte = (guint8) ((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
      g_byte_array_append (out, &byte, 1);
      rest >>= 7;
    }
  while (rest > 0);
}

/* A difference of two guint takes 34 bits with its sign, so five bytes; more
 * can only be made by hand. */
static gboolean
take_number (Cursor *cursor,
             gint64 *out)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 35 && cursor->next < cursor->end; shift += 7)
    {
      guint8 byte = *cursor->next++;

      number |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *out = (gint64) (number >> 1) ^ -(gint64) (number & 1);
          return TRUE;
        }
    }
  return FALSE;
}

/* Adds the next difference to @value. */
static gboolean
take_difference (Cursor *cursor,
                 guint  *value)
{
  gint64 difference, sum;

  if (!take_number (cursor, &difference))
    return FALSE;
  sum = (gint64) *value + difference;
  if (sum < 0 || sum > G_MAXUINT)
    return FALSE;
  *value = (guint) sum;
  return TRUE;
}

/**
 * fz_pieces_pack:
 * @pieces: (array length=n): the pieces of a block
 * @n: how many
 *
 * Returns: (transfer full): their packed form
 */
GByteArray *
fz_pieces_pack (const FzPiece *pieces,
                guint          n)
{
  GByteArray *out = g_byte_array_new ();
  FzPiece before = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      FzPiece piece = pieces[i];

      append_number (out, (gint64) piece.line - before.line);
      append_number (out, (gint64) piece.start - before.start);
      before = piece;
    }
  return out;
}

/**
 * fz_pieces_unpack:
 * @packed: what was packed, from a file that may have been tampered with
 *
 * Returns: (transfer full) (nullable) (element-type FzPiece): the pieces, or
 *   %NULL where the bytes are none
 */
GArray *
fz_pieces_unpack (GBytes *packed)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (FzPiece));
  FzPiece piece = { 0, 0 };
  gsize length;
  Cursor cursor;

  cursor.next = g_bytes_get_data (packed, &length);
  cursor.end = cursor.next + length;
  while (cursor.next < cursor.end)
    {
      if (!take_difference (&cursor, &piece.line) || !take_difference (&cursor, &piece.start))
        return NULL;
      g_array_append_val (pieces, piece);
    }
  return g_steal_pointer (&pieces);
}
