/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decode.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-chars.h"
#include "fz-encoding.h"
#include "fz-guess.h"
#include "fz-mixed.h"
#include "fz-page.h"
#include "fz-vectors.h"

/* From bytes to UTF-8.
 *
 *  1. An encoding that the reader names is taken, and nothing else is tried.
 *  2. A byte order mark says what follows it, unless that cannot be read so.
 *  3. Valid UTF-8 is UTF-8, if it has characters of three bytes: those of two
 *     other encodings make by chance, and they are guessed about.
 *  4. Bytes that are no text (NUL and control characters beyond a share, and no
 *     UTF-16 or UTF-32) are refused before anything is guessed.
 *  5. UTF-8 with a few broken sequences, or with lines of another encoding.
 *  6. Of all that come into question, the one under which a sample reads most
 *     like Chinese: fz-guess.c.  Big5 is Big5-HKSCS where that alone reads it.
 *
 * Whatever is read with too many unreadable characters is not read at all.
 * What is not printed is counted, and left out where it only disturbs. */

enum {
  STEP = 192,
  CONTROL_SHARE = 100,      /* one control byte in so many, */
  CONTROL_SLACK = 4,        /* and so many in a short text besides: no text */
  BROKEN_UTF8_SHARE = 100,  /* one broken sequence in so many characters */
  REPLACED_SHARE = 20,      /* one unreadable character in so many, and one */
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

FZ_VECTORS static gsize
count_controls (const char *data,
                gsize       size)
{
  gsize controls = 0;

  /* Without a branch, and in steps whose count is a byte, so that the compiler
   * counts many bytes at once. */
  for (gsize at = 0; at < size; at += STEP)
    {
      guint8 count = 0;

      for (gsize i = at; i < MIN (at + STEP, size); i++)
        {
          guchar byte = (guchar) data[i];

          count += ((byte < 0x20) & ((byte < '\t') | (byte > '\r'))) | (byte == 0x7F);
        }
      controls += count;
    }

  return controls;
}

/* ASCII with control characters may be UTF-16. */
static gboolean
is_ascii (const char *data,
          gsize       size)
{
  for (gsize i = 0; i < size; i++)
    if ((guchar) data[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* But for a few sequences, and not by chance: it has valid ones too. */
static gboolean
is_nearly_utf8 (const FzUtf8Tally *tally)
{
  return tally->longer > 0 && tally->broken <= (tally->pairs + tally->longer) / BROKEN_UTF8_SHARE;
}

static gboolean
is_blank (const GString *text)
{
  return fz_text_trim ((FzText) { text->str, text->len }).length == 0;
}

/* Takes @text, read in @encoding, if enough of it could be read. */
static gboolean
accept (FzDecoded   *decoded,
        const char  *encoding,
        GString     *text,
        GError     **error)
{
  decoded->text = fz_oddities_clean (&decoded->odd, text);
  decoded->replaced = decoded->odd.counts[FZ_ODD_REPLACEMENT];
  decoded->odd.counts[FZ_ODD_REPLACEMENT] -=
    decoded->odd.counts[FZ_ODD_BROKEN] + decoded->odd.counts[FZ_ODD_HALF] + decoded->odd.counts[FZ_ODD_NUL];
  if (decoded->replaced > 1 && decoded->replaced > 1 + fz_text_chars ((FzText) { text->str, text->len }) / REPLACED_SHARE)
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

static gboolean
decode_as (const char  *encoding,
           const char  *data,
           gsize        size,
           FzDecoded   *decoded,
           GError     **error)
{
  GString *text = fz_encoding_read (encoding, data, size, &decoded->odd);

  if (text == NULL)
    {
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING,
                   _("The encoding “%s” is not known"), encoding);
      return FALSE;
    }

  return accept (decoded, encoding, text, error);
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

static guint
count_unexplained (const FzDecoded *decoded)
{
  return decoded->replaced + decoded->odd.counts[FZ_ODD_PRIVATE];
}

/* The characters that Hong Kong and ETEN added to Big5 are for private use in
 * Big5, or cannot be read at all. */
static void
try_hong_kong (const char *data,
               gsize       size,
               FzDecoded  *decoded)
{
  g_auto (FzDecoded) other = { 0 };

  if (strcmp (decoded->encoding, "Big5") != 0 || count_unexplained (decoded) == 0)
    return;
  if (!decode_as ("Big5-HKSCS", data, size, &other, NULL) || count_unexplained (&other) >= count_unexplained (decoded))
    return;
  other.doubt = decoded->doubt;
  other.rival = g_steal_pointer (&decoded->rival);
  fz_decoded_clear (decoded);
  *decoded = other;
  other = (FzDecoded) { 0 };
}

static gboolean
decode_guessed (const char         *data,
                gsize               size,
                const FzUtf8Tally  *tally,
                FzDecoded          *decoded,
                GError            **error)
{
  g_auto (FzGuess) guess = { 0 };

  fz_guess_make (&guess, data, size, tally);
  if (!decode_as (guess.encoding, data, size, decoded, NULL))
    {
      fail (error, FZ_TEXT_ERROR_ENCODING, _("The encoding of the text was not recognized"));
      return FALSE;
    }
  decoded->doubt = guess.doubt;
  decoded->rival = g_steal_pointer (&guess.rival);
  try_hong_kong (data, size, decoded);

  return TRUE;
}

static gboolean
decode_unmarked (const char  *data,
                 gsize        size,
                 FzDecoded   *decoded,
                 GError     **error)
{
  gsize controls = count_controls (data, size);
  gboolean binary = controls > CONTROL_SLACK + size / CONTROL_SHARE;
  FzUtf8Tally tally;
  gboolean wide;
  GString *mixed;

  if (!binary && fz_utf8_is_certain (data, size) && (controls == 0 || !is_ascii (data, size)))
    return accept (decoded, "UTF-8", g_string_new_len (data, (gssize) size), error);
  wide = fz_guess_looks_wide (data, size);
  if (!wide && binary)
    {
      fail (error, FZ_TEXT_ERROR_BINARY, _("This is not a text"));
      return FALSE;
    }
  tally = fz_utf8_tally (data, size);
  mixed = wide || tally.broken == 0 ? NULL : fz_mixed_read (data, size, &decoded->rival, &decoded->odd);
  if (mixed != NULL)
    return accept (decoded, "UTF-8", mixed, error);
  if (!wide && is_nearly_utf8 (&tally))
    return decode_as ("UTF-8", data, size, decoded, error);

  return decode_guessed (data, size, &tally, decoded, error);
}

/* Of a family that the reader names, "UTF-16", the mark says which it is. */
static gboolean
decode_marked (const char  *encoding,
               const char  *marked,
               const char  *data,
               gsize        size,
               FzDecoded   *decoded,
               GError     **error)
{
  if (encoding != NULL && marked != NULL && g_ascii_strncasecmp (marked, encoding, strlen (encoding)) == 0)
    encoding = marked;
  if (encoding != NULL)
    return decode_as (encoding, data, size, decoded, error);
  if (marked == NULL)
    return decode_unmarked (data, size, decoded, error);
  if (decode_as (marked, data, size, decoded, error))
    return TRUE;
  if (!g_error_matches (*error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING))
    return FALSE;
  fz_decoded_clear (decoded);
  g_clear_error (error);

  return decode_unmarked (data, size, decoded, error);
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
  g_autoptr (GError) reason = NULL;
  const char *marked;
  gboolean done;

  *decoded = (FzDecoded) { 0 };
  if (size > FZ_PAGE_MAX_BYTES)
    {
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_TOO_LARGE, _("The text is larger than %d MB"),
                   FZ_PAGE_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (size == 0)
    {
      fail (error, FZ_TEXT_ERROR_EMPTY, _("The text is empty"));
      return FALSE;
    }

  marked = skip_byte_order_mark (&data, &size);
  done = decode_marked (encoding, marked, data, size, decoded, &reason);
  if (!done)
    {
      fz_decoded_clear (decoded);
      g_propagate_error (error, g_steal_pointer (&reason));
    }

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
  g_free (self->rival);
  *self = (FzDecoded) { 0 };
}
