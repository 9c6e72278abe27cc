/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-encoding.h"

#include <string.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

/* Reading bytes in one encoding, and guessing in which. */

enum {
  SAMPLE_BYTES = 64 * 1024,
  DOUBTFUL_MARGIN = 10,  /* points of a hundred between first and second */
  READS_WELL = 20,       /* prose has thirty to fifty */
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

/**
 * fz_encoding_read:
 * @encoding: a name that ICU knows, or "UTF-8"
 * @data: (array length=size): what is to be read
 * @size: its bytes
 *
 * Returns: (transfer full) (nullable): UTF-8 without NUL, U+FFFD for what
 *   cannot be read; %NULL where there is no such encoding
 */
GString *
fz_encoding_read (const char *encoding,
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
  GString *text = *encoding ? fz_encoding_read (encoding, data, size) : NULL;
  int score = text ? chinese_score (text) : -1;

  if (text != NULL)
    g_string_free (text, TRUE);

  return score;
}

/* The best reading so far, and how well the next best does. */
typedef struct {
  const char *encoding;
  int         score, second;
} Guess;

static void
try_encoding (Guess      *guess,
              const char *encoding,
              const char *data,
              gsize       size)
{
  int score = score_as (encoding, data, size);

  if (score > guess->score)
    *guess = (Guess) { encoding, score, guess->score };
  else
    guess->second = MAX (guess->second, score);
}

static gboolean
is_doubtful (const Guess *guess)
{
  return guess->score - MAX (guess->second, 0) < DOUBTFUL_MARGIN;
}

/**
 * fz_encoding_guess:
 * @data: (array length=size): what is to be read, no UTF-8
 * @size: its bytes
 * @doubtful: (out): whether another encoding reads it about as well
 *
 * Chinese candidates come first; uchardet is asked only where none of them
 * reads well, and what it guesses is taken only where it reads better.
 *
 * Returns: (transfer full): the encoding that reads most like Chinese
 */
char *
fz_encoding_guess (const char *data,
                   gsize       size,
                   gboolean   *doubtful)
{
  gsize sample = sample_size (data, size);
  g_autofree char *other = NULL;
  Guess guess = { "gb18030", -1, -1 };

  try_encoding (&guess, "gb18030", data, sample);
  try_encoding (&guess, "Big5", data, sample);
  if (guess.score < READS_WELL || is_doubtful (&guess))
    other = uchardet_guess (data, sample);
  if (other != NULL && g_ascii_strncasecmp (other, "GB", 2) != 0 && g_ascii_strcasecmp (other, "Big5") != 0)
    try_encoding (&guess, other, data, sample);
  *doubtful = is_doubtful (&guess);

  return g_strdup (guess.encoding);
}
