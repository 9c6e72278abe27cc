/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decode.h"

#include <glib/gi18n.h>
#include <string.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

#include "fz-chars.h"
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
  SAMPLE_BYTES = 64 * 1024,
  DOUBTFUL_MARGIN = 10,     /* points of a hundred between first and second */
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

/* The characters that stand most often in Chinese prose, simplified and
 * traditional.  In a wrong reading of the bytes they are rare. */
static const char common_han[] =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
  "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
  "表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
  "象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
  "這為個國時來們於對會發動學過說產種後經進著電裡現實點從業應開還當義間與關線內數"
  "條沒結問變無軍題黨員總設長頭資邊級圖統組見計論運農臺縣鄉鎮區億萬";

static void
fail (GError      **error,
      FzTextError   code,
      const char   *sentence)
{
  g_set_error_literal (error, FZ_TEXT_ERROR, (int) code, sentence);
}

/* Reads all of @data, in one go: ICU needs no more than two UTF-16 units a byte. */
static GString *
convert (const char *encoding,
         const char *data,
         gsize       size)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (encoding, &status);
  UConverter *to = ucnv_open ("UTF-8", &status);
  GString *text = g_string_sized_new (size + size / 2 + 16);
  UChar pivot[4096];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char *source = data;
  gboolean first = TRUE;

  while (U_SUCCESS (status))
    {
      char buffer[16384];
      char *target = buffer;

      ucnv_convertEx (to, from, &target, buffer + sizeof buffer, &source, data + size,
                      pivot, &pivot_source, &pivot_target, pivot + G_N_ELEMENTS (pivot),
                      first, TRUE, &status);
      g_string_append_len (text, buffer, target - buffer);
      first = FALSE;
      if (status != U_BUFFER_OVERFLOW_ERROR)
        break;
      status = U_ZERO_ERROR;
    }

  if (U_FAILURE (status))
    {
      g_string_free (text, TRUE);
      text = NULL;
    }
  g_clear_pointer (&from, ucnv_close);
  g_clear_pointer (&to, ucnv_close);

  return text;
}

/* NUL has no place in a C string, and stands as what it is: an unreadable
 * character. */
static GString *
replace_nuls (GString *text)
{
  GString *clean;
  gsize from = 0;

  if (memchr (text->str, '\0', text->len) == NULL)
    return text;

  clean = g_string_sized_new (text->len);
  while (from < text->len)
    {
      gsize length = strnlen (text->str + from, text->len - from);

      g_string_append_len (clean, text->str + from, (gssize) length);
      from += length;
      if (from < text->len)
        g_string_append (clean, "\xEF\xBF\xBD");
      from++;
    }
  g_string_free (text, TRUE);

  return clean;
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

/* UTF-8 as it stands, each broken sequence one U+FFFD. */
static GString *
mend_utf8 (const char *data,
           gsize       size)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate_len (data, size, NULL))
    return g_string_new_len (data, (gssize) size);
  valid = g_utf8_make_valid (data, (gssize) size);

  return g_string_new (valid);
}

static GString *
read_as (const char *encoding,
         const char *data,
         gsize       size)
{
  GString *text;

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    text = mend_utf8 (data, size);
  else
    text = convert (encoding, data, size);

  return text != NULL ? replace_nuls (text) : NULL;
}

static gboolean
is_common_han (gunichar c)
{
  static gsize ready;
  static guint32 bits[0x10000 / 32];

  if (g_once_init_enter (&ready))
    {
      for (const char *p = common_han; *p; p = g_utf8_next_char (p))
        {
          gunichar han = g_utf8_get_char (p);

          if (han < 0x10000)
            bits[han / 32] |= 1u << (han % 32);
        }
      g_once_init_leave (&ready, 1);
    }

  return c < 0x10000 && (bits[c / 32] & (1u << (c % 32))) != 0;
}

/* How well a text reads as Chinese, 0 to 100: among what is not ASCII, the
 * common characters count, and what could not be read or is for private use
 * counts against it. */
static int
chinese_score (const GString *text)
{
  gint64 common = 0, broken = 0, others = 0;

  for (const char *p = text->str; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        continue;
      others++;
      if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c < 0xA0))
        broken++;
      else if (is_common_han (c))
        common++;
    }

  return others == 0 ? 0 : (int) CLAMP ((common * 100 - broken * 300) / others, 0, 100);
}

/* The sample ends before a line end where there is one, so as not to cut a
 * character of several bytes. */
static gsize
sample_size (const char *data,
             gsize       size)
{
  const char *line_end;

  if (size <= SAMPLE_BYTES)
    return size;
  line_end = memrchr (data, '\n', SAMPLE_BYTES);

  return line_end != NULL ? (gsize) (line_end - data) : SAMPLE_BYTES;
}

static char *
uchardet_guess (const char *data,
                gsize       size)
{
  uchardet_t detector = uchardet_new ();
  char *guess = NULL;

  if (uchardet_handle_data (detector, data, size) == 0)
    {
      uchardet_data_end (detector);
      guess = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  return guess;
}

static int
score_as (const char *encoding,
          const char *data,
          gsize       size)
{
  GString *text = *encoding ? read_as (encoding, data, size) : NULL;
  int score = text ? chinese_score (text) : -1;

  if (text != NULL)
    g_string_free (text, TRUE);

  return score;
}

/* Chinese candidates first; what uchardet guesses is taken only where it is
 * another one that reads better than they do, or where none of them reads. */
static char *
guess_encoding (const char *data,
                gsize       size,
                gboolean   *doubtful)
{
  gsize sample = sample_size (data, size);
  g_autofree char *guess = uchardet_guess (data, sample);
  const char *candidates[] = { "gb18030", "Big5", guess ? guess : "" };
  int best = -1, best_score = -1, second = -1;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int score = score_as (candidates[i], data, sample);

      if (i == 2 && (g_ascii_strncasecmp (candidates[i], "GB", 2) == 0 ||
                     g_ascii_strcasecmp (candidates[i], "Big5") == 0))
        continue;
      if (score > best_score)
        {
          second = best_score;
          best_score = score;
          best = (int) i;
        }
      else
        second = MAX (second, score);
    }

  *doubtful = best < 0 || best_score - MAX (second, 0) < DOUBTFUL_MARGIN;

  return g_strdup (best < 0 ? candidates[0] : candidates[best]);
}

static gboolean
looks_binary (const char *data,
              gsize       size)
{
  gsize controls = 0;

  for (gsize i = 0; i < size; i++)
    {
      guchar byte = (guchar) data[i];

      if ((byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F)
        controls++;
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
  decoded->text = read_as (encoding, data, size);
  if (decoded->text == NULL)
    {
      g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_ENCODING,
                   _("The encoding “%s” is not known"), encoding);
      return FALSE;
    }

  decoded->replaced = count_replaced (decoded->text);
  if (decoded->replaced > fz_text_chars ((FzText) { decoded->text->str, decoded->text->len }) / REPLACED_SHARE)
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

  guess = guess_encoding (data, size, &decoded->doubtful);
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
