/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decode.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-chars.h"
#include "fz-encoding.h"
#include "fz-page.h"

/* From bytes to UTF-8.
 *
 *  1. An encoding that the reader names is taken, and nothing else is tried.
 *  2. A byte order mark says what follows it.
 *  3. Bytes that are no text (NUL and control characters beyond a share) are
 *     refused before anything is guessed.
 *  4. Valid UTF-8 is UTF-8; with a few broken sequences it still is.
 *  5. Of GB18030, Big5 and what uchardet guesses, the one under which a sample
 *     reads most like Chinese.  A close second makes the answer doubtful.
 *
 * Whatever is read with too many unreadable characters is not read at all.
 */

enum {
  CONTROL_SHARE = 100,      /* one control byte in so many: no text */
  BROKEN_UTF8_SHARE = 100,  /* one broken sequence in so many characters */
  REPLACED_SHARE = 20,      /* one unreadable character in so many */
};

static const struct {
  const char *bytes;
  gsize       length;
  const char *encoding;
} byte_order_marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE\x00\x00", 4, "UTF-32LE" },
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
  { "\x84\x31\x95\x33", 4, "gb18030" },
};

static void
fail (GError      **error,
      FzTextError   code,
      const char   *sentence)
{
  g_set_error_literal (error, FZ_TEXT_ERROR, (int) code, sentence);
}

static guint
count_replaced (const GString *text)
{
  const char *p = text->str;
  guint n = 0;

  while ((p = memmem (p, text->len - (gsize) (p - text->str), "\xEF\xBF\xBD", 3)) != NULL)
    {
      n++;
      p += 3;
    }

  return n;
}

static gboolean
looks_binary (const char *data,
              gsize       size)
{
  gsize controls = 0;

  /* Without a branch, so that the compiler counts many bytes at once. */
  for (gsize i = 0; i < size; i++)
    {
      guchar byte = (guchar) data[i];

      controls += ((byte < 0x20) & ((byte < '\t') | (byte > '\r'))) | (byte == 0x7F);
    }

  return controls > size / CONTROL_SHARE;
}

/* Valid but for a few sequences, and not by chance: it has valid ones too. */
static gboolean
is_nearly_utf8 (const char *data,
                gsize       size)
{
  const char *end = data + size, *bad;
  gsize n_bad = 0, n_good = 0;

  if (g_utf8_validate_len (data, size, NULL))
    return TRUE;

  for (const char *p = data; p < end; p = bad + 1)
    {
      g_utf8_validate_len (p, (gsize) (end - p), &bad);
      for (const char *q = p; q < bad; q = g_utf8_next_char (q))
        n_good += (guchar) *q >= 0x80;
      if (bad >= end)
        break;
      n_bad += *bad != '\0';
    }

  return n_bad <= n_good / BROKEN_UTF8_SHARE;
}

static gboolean
is_blank (const GString *text)
{
  return fz_text_trim ((FzText) { text->str, text->len }).length == 0;
}

static gboolean
decode_as (const char  *encoding,
           const char  *data,
           gsize        size,
           FzDecoded   *decoded,
           GError     **error)
{
  decoded->text = fz_encoding_read (encoding, data, size);
  if (decoded->text == NULL)
    {
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING,
                   _("The encoding “%s” is not known"), encoding);
      return FALSE;
    }

  decoded->replaced = count_replaced (decoded->text);
  if (decoded->replaced > 0 && decoded->replaced > fz_text_chars ((FzText) { decoded->text->str, decoded->text->len }) / REPLACED_SHARE)
    {
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING,
                   _("The text cannot be read in the encoding “%s”"), encoding);
      return FALSE;
    }

  if (is_blank (decoded->text))
    {
      fail (error, FZ_TEXT_ERROR_EMPTY, _("The text is empty"));
      return FALSE;
    }

  decoded->encoding = g_strdup (encoding);
  return TRUE;
}

/* The mark goes before the bytes are read: a converter for UTF-16LE would hand
 * it on as a character. */
static const char *
skip_byte_order_mark (const char **data,
                      gsize       *size)
{
  for (guint i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    {
      gsize length = byte_order_marks[i].length;

      if (*size < length || memcmp (*data, byte_order_marks[i].bytes, length) != 0)
        continue;
      *data += length;
      *size -= length;
      return byte_order_marks[i].encoding;
    }

  return NULL;
}

static gboolean
decode_unmarked (const char  *data,
                 gsize        size,
                 FzDecoded   *decoded,
                 GError     **error)
{
  g_autofree char *guess = NULL;

  if (looks_binary (data, size))
    {
      fail (error, FZ_TEXT_ERROR_BINARY, _("This is not a text"));
      return FALSE;
    }
  if (is_nearly_utf8 (data, size))
    return decode_as ("UTF-8", data, size, decoded, error);

  guess = fz_encoding_guess (data, size, &decoded->doubtful);
  if (decode_as (guess, data, size, decoded, NULL))
    return TRUE;

  fz_decoded_clear (decoded);
  fail (error, FZ_TEXT_ERROR_ENCODING, _("The encoding of the text was not recognized"));
  return FALSE;
}

/**
 * fz_decode:
 * @bytes: a file as it is
 * @encoding: (nullable): an encoding that the reader names, else it is guessed
 * @decoded: (out caller-allocates): the text and how it was read
 * @error: return location for a #FzTextError
 *
 * Returns: whether there is a text; on %FALSE @decoded is cleared
 */
gboolean
fz_decode (GBytes      *bytes,
           const char  *encoding,
           FzDecoded   *decoded,
           GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *marked;
  gboolean done;

  *decoded = (FzDecoded) { 0 };
  if (size > FZ_PAGE_MAX_BYTES)
    {
      fail (error, FZ_TEXT_ERROR_TOO_LARGE, _("The text is larger than 16 MB"));
      return FALSE;
    }
  if (size == 0)
    {
      fail (error, FZ_TEXT_ERROR_EMPTY, _("The text is empty"));
      return FALSE;
    }

  marked = skip_byte_order_mark (&data, &size);
  if (encoding != NULL)
    done = decode_as (encoding, data, size, decoded, error);
  else if (marked != NULL)
    done = decode_as (marked, data, size, decoded, error);
  else
    done = decode_unmarked (data, size, decoded, error);

  if (!done)
    fz_decoded_clear (decoded);

  return done;
}

/**
 * fz_decoded_clear:
 * @self: what [func@decode] filled
 */
void
fz_decoded_clear (FzDecoded *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self->encoding);
  *self = (FzDecoded) { 0 };
}
