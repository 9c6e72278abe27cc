/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-utf8.h"

#include <string.h>

#include "fz-stop.h"
#include "fz-vectors.h"

/* UTF-8 as it is met: with sequences that are broken or cut off, with NUL, and
 * with characters beyond the basic plane as two surrogates of three bytes each,
 * as CESU-8 has them, or with one half of such a pair alone.
 *
 * A broken sequence is what could still have become a character, as chapter 3.9
 * of the Unicode standard recommends: of a character cut short one U+FFFD. */

#define REPLACEMENT "\xEF\xBF\xBD"

enum {
  STEP = 64,  /* bytes that are looked at together */
};

typedef enum {
  SEQUENCE_CHAR,
  SEQUENCE_NUL,
  SEQUENCE_HALF,
  SEQUENCE_PAIR,
  SEQUENCE_BROKEN,
} Sequence;

/* The second byte that each first byte asks for, as table 3-7 of the Unicode
 * standard has it but for ED, where surrogates are let through. */
static const struct {
  guchar first, last, low, high, length;
} leads[] = {
  { 0x00, 0x7F, 0, 0, 1 },       { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 },
  { 0xE1, 0xEF, 0x80, 0xBF, 3 }, { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 },
  { 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

static gboolean
is_tail (const guchar *p,
         const guchar *end)
{
  return p < end && (*p & 0xC0) == 0x80;
}

/* A surrogate of three bytes whose second byte has these top bits. */
static gboolean
is_half (const guchar *p,
         const guchar *end,
         guchar        top)
{
  return end - p >= 3 && p[0] == 0xED && (p[1] & 0xF0) == top && is_tail (p + 2, end);
}

/* How far the sequence at @p goes as its first byte asks. */
static guint
read_tails (const guchar *p,
            const guchar *end,
            guint         lead)
{
  guint n = 1;

  if (p + 1 >= end || p[1] < leads[lead].low || p[1] > leads[lead].high)
    return n;
  while (n < leads[lead].length && is_tail (p + n, end))
    n++;

  return n;
}

static Sequence
read_sequence (const guchar *p,
               const guchar *end,
               guint        *length)
{
  guint lead = 0;

  *length = 1;
  if (*p == 0)
    return SEQUENCE_NUL;
  while (lead < G_N_ELEMENTS (leads) && (*p < leads[lead].first || *p > leads[lead].last))
    lead++;
  if (lead == 0)
    return SEQUENCE_CHAR;
  if (lead == G_N_ELEMENTS (leads))
    return SEQUENCE_BROKEN;
  *length = read_tails (p, end, lead);
  if (*length < leads[lead].length)
    return SEQUENCE_BROKEN;
  if (*p != 0xED || p[1] < 0xA0)
    return SEQUENCE_CHAR;
  if (p[1] >= 0xB0 || !is_half (p + 3, end, 0xB0))
    return SEQUENCE_HALF;
  *length = 6;

  return SEQUENCE_PAIR;
}

/* Han characters and their marks: three bytes, of which only the tails have to
 * be looked at. */
static gboolean
is_plain_char (const guchar *p,
               const guchar *end)
{
  guint32 bytes;

  if (end - p < (gssize) sizeof bytes)
    return FALSE;
  memcpy (&bytes, p, sizeof bytes);

  return (GUINT32_FROM_LE (bytes) & 0xC0C0F0) == 0x8080E0 && p[0] != 0xE0 && p[0] != 0xED;
}

/* Two of them at once. */
static gboolean
are_plain_chars (const guchar *p,
                 const guchar *end)
{
  guint64 bytes;

  if (end - p < (gssize) sizeof bytes)
    return FALSE;
  memcpy (&bytes, p, sizeof bytes);

  return (GUINT64_FROM_LE (bytes) & G_GUINT64_CONSTANT (0xC0C0F0C0C0F0)) == G_GUINT64_CONSTANT (0x8080E08080E0) &&
         p[0] != 0xE0 && p[0] != 0xED && p[3] != 0xE0 && p[3] != 0xED;
}

/* Passes over characters to @stop or a little further; %NULL where one is broken. */
static const guchar *
pass_chars (const guchar *p,
            const guchar *stop,
            const guchar *end)
{
  while (p < stop)
    {
      guint length;

      if (are_plain_chars (p, end))
        p += 6;
      else if (is_plain_char (p, end))
        p += 3;
      else if (*p > 0 && *p < 0x80)
        p++;
      else if (read_sequence (p, end, &length) == SEQUENCE_CHAR)
        p += length;
      else
        return NULL;
    }

  return p;
}

/* Whether the step at @p, which has two bytes before it that stand in their places,
 * is plain: every byte continues a character if and only if one or two bytes before it
 * ask for it, and none is NUL or begins a character that has to be looked at closely.
 * Without a branch, so that the compiler looks at many bytes at once. */
static inline gboolean
is_plain_step (const guchar *p)
{
  guint8 other = 0;

  for (int i = 0; i < STEP; i++)
    {
      guint8 tail = (gint8) p[i] < -0x40, asked = (p[i - 1] >= 0xC0) | (p[i - 2] >= 0xE0);

      other |= (tail ^ asked) | (p[i] == 0) | (p[i] >= 0xF0) | ((p[i] & 0xFE) == 0xC0) | (p[i] == 0xE0) | (p[i] == 0xED);
    }

  return other == 0;
}

/* Passes over plain steps.  A character that the last one cuts is gone back to. */
FZ_VECTORS static const guchar *
pass_plain_steps (const guchar *start,
                  const guchar *p,
                  const guchar *end)
{
  if (p - start < 2)
    return p;
  while (end - p >= STEP && is_plain_step (p))
    p += STEP;
  while ((*(p - 1) & 0xC0) == 0x80)
    p--;

  return *(p - 1) >= 0xC0 ? p - 1 : p;
}

/**
 * fz_utf8_is_valid:
 * @data: (array length=size): bytes
 * @size: how many
 *
 * The same as g_utf8_validate_len(), for text that is Chinese.
 *
 * Returns: whether they are valid UTF-8 without NUL
 */
gboolean
fz_utf8_is_valid (const char *data,
                  gsize       size)
{
  const guchar *start = (const guchar *) data, *p = start, *end = p + size;

  while (p != NULL && p < end)
    {
      p = pass_plain_steps (start, p, end);
      p = pass_chars (p, p + MIN (end - p, STEP), end);
    }

  return p != NULL;
}

/**
 * fz_utf8_is_certain:
 * @data: (array length=size): bytes of unknown encoding
 * @size: how many
 *
 * Other encodings make characters of two bytes by chance, but none of three and
 * nothing that is broken.
 *
 * Returns: whether the bytes are valid UTF-8 with such a character, or plain ASCII
 */
gboolean
fz_utf8_is_certain (const char *data,
                    gsize       size)
{
  gsize i = 0;

  if (!fz_utf8_is_valid (data, size))
    return FALSE;
  while (i < size && (guchar) data[i] < 0x80)
    i++;
  if (i == size)
    return TRUE;
  while (i < size && (guchar) data[i] < 0xE0)
    i++;

  return i < size;
}

/**
 * fz_utf8_tally:
 * @data: (array length=size): bytes of unknown encoding
 * @size: how many
 *
 * Returns: what there would be in them, were they UTF-8
 */
FzUtf8Tally
fz_utf8_tally (const char *data,
               gsize       size)
{
  const guchar *p = (const guchar *) data, *end = p + size;
  FzUtf8Tally tally = { 0 };

  while (p < end)
    {
      guint length;
      Sequence sequence = read_sequence (p, end, &length);

      tally.broken += sequence == SEQUENCE_BROKEN;
      tally.nuls += sequence == SEQUENCE_NUL;
      if (sequence != SEQUENCE_BROKEN)
        {
          tally.pairs += length == 2;
          tally.longer += length > 2;
        }
      p += length;
    }

  return tally;
}

static gunichar
join_halves (const guchar *p)
{
  gunichar high = (gunichar) (p[1] & 0x0F) << 6 | (p[2] & 0x3F);
  gunichar low = (gunichar) (p[4] & 0x0F) << 6 | (p[5] & 0x3F);

  return 0x10000 + (high << 10 | low);
}

/**
 * fz_utf8_read:
 * @data: (array length=size): UTF-8, more or less
 * @size: its bytes
 * @odd: counts to add to
 *
 * Returns: (transfer full): valid UTF-8 without NUL
 */
GString *
fz_utf8_read (const char *data,
              gsize       size,
              FzOddities *odd)
{
  static const FzOdd kinds[] = {
    [SEQUENCE_NUL] = FZ_ODD_NUL, [SEQUENCE_HALF] = FZ_ODD_HALF,
    [SEQUENCE_PAIR] = FZ_ODD_PAIR, [SEQUENCE_BROKEN] = FZ_ODD_BROKEN,
  };
  const char *end = data + size, *bad;
  GString *text = g_string_sized_new (size);

  for (const char *p = data; p < end;)
    {
      guint length;
      Sequence sequence;

      g_utf8_validate_len (p, (gsize) (end - p), &bad);
      g_string_append_len (text, p, bad - p);
      if (bad >= end || fz_stop_asked_after ((gsize) (bad - p)))
        break;
      sequence = read_sequence ((const guchar *) bad, (const guchar *) end, &length);
      odd->counts[kinds[sequence]]++;
      if (sequence == SEQUENCE_PAIR)
        g_string_append_unichar (text, join_halves ((const guchar *) bad));
      else
        g_string_append (text, REPLACEMENT);
      p = bad + length;
    }

  return text;
}
