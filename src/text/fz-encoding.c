/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-encoding.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "fz-chars.h"
#include "fz-stop.h"
#include "fz-utf8.h"

/* Reading bytes in one encoding.
 *
 * ICU reads them, but for UTF-8, which is read here for what its damage tells.
 * GB18030 is that of 2022; and what a converter hands on as private use although
 * Unicode has since taken the character in is put right by a table. */

#define REPLACEMENT "\xEF\xBF\xBD"

enum {
  READ_BYTES = 16 * 1024,  /* that are read at once */
};

/* The characters that GBK and GB18030-2000 placed in the private use area, with
 * what GB18030-2022 (and for the last six the 2005 edition's own chart) maps
 * them to; and the four of Big5-HKSCS that are two characters in Unicode. */
static const struct {
  gunichar    private;
  const char *character;
} taken_in[] = {
  { 0xE78D, "\uFE10" },     { 0xE78E, "\uFE12" },     { 0xE78F, "\uFE11" },     { 0xE790, "\uFE13" },
  { 0xE791, "\uFE14" },     { 0xE792, "\uFE15" },     { 0xE793, "\uFE16" },     { 0xE794, "\uFE17" },
  { 0xE795, "\uFE18" },     { 0xE796, "\uFE19" },     { 0xE7C7, "\u1E3F" },     { 0xE7C8, "\u01F9" },
  { 0xE816, "\U00020087" }, { 0xE817, "\U00020089" }, { 0xE818, "\U000200CC" }, { 0xE81E, "\u9FB4" },
  { 0xE826, "\u9FB5" },     { 0xE82B, "\u9FB6" },     { 0xE82C, "\u9FB7" },     { 0xE831, "\U000215D7" },
  { 0xE832, "\u9FB8" },     { 0xE83B, "\U0002298F" }, { 0xE843, "\u9FB9" },     { 0xE854, "\u9FBA" },
  { 0xE855, "\U000241FE" }, { 0xE864, "\u9FBB" },     { 0xF325, "\u00CA\u0304" }, { 0xF327, "\u00CA\u030C" },
  { 0xF344, "\u00EA\u0304" }, { 0xF346, "\u00EA\u030C" },
};

/* The older names of what GB18030 reads too, and reads in full. */
static const char * const gb_names[] = {
  "gb18030", "GBK", "GB2312", "GB_2312-80", "EUC-CN", "windows-936", "CP936", "MS936",
};

/* How ICU tells of what it cannot read. */
typedef struct {
  FzOddities *odd;
  gboolean    utf16;
} Reading;

static void U_CALLCONV
count_unreadable (const void                  *context,
                  UConverterToUnicodeArgs     *args,
                  const char                  *units,
                  int32_t                      length,
                  UConverterCallbackReason     reason,
                  UErrorCode                  *status)
{
  const Reading *self = context;

  if (reason > UCNV_IRREGULAR)
    return;
  self->odd->counts[self->utf16 && length == 2 ? FZ_ODD_HALF : FZ_ODD_BROKEN]++;
  UCNV_TO_U_CALLBACK_SUBSTITUTE (NULL, args, units, length, reason, status);
}

/* Reads all of @data, in one go. */
static GString *
read_through (UConverter *from,
              UConverter *to,
              const char *data,
              gsize       size)
{
  UErrorCode status = U_ZERO_ERROR;
  GString *text = g_string_sized_new (size + size / 2 + 16);
  UChar pivot[4096];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char *source = data;

  for (gboolean first = TRUE; first || (status == U_BUFFER_OVERFLOW_ERROR && !fz_stop_asked_after (READ_BYTES)); first = FALSE)
    {
      char buffer[READ_BYTES];
      char *target = buffer;

      status = U_ZERO_ERROR;
      ucnv_convertEx (to, from, &target, buffer + sizeof buffer, &source, data + size,
                      pivot, &pivot_source, &pivot_target, pivot + G_N_ELEMENTS (pivot),
                      first, TRUE, &status);
      g_string_append_len (text, buffer, target - buffer);
    }
  if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
    g_string_free (g_steal_pointer (&text), TRUE);

  return text;
}

static GString *
convert (const char *encoding,
         const char *data,
         gsize       size,
         FzOddities *odd)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (encoding, &status);
  UConverter *to = ucnv_open ("UTF-8", &status);
  Reading reading = { odd, g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0 };
  GString *text = NULL;

  if (U_SUCCESS (status))
    ucnv_setToUCallBack (from, count_unreadable, &reading, NULL, NULL, &status);
  if (U_SUCCESS (status))
    text = read_through (from, to, data, size);
  g_clear_pointer (&from, ucnv_close);
  g_clear_pointer (&to, ucnv_close);

  return text;
}

/* NUL has no place in a C string, and stands as what it is: an unreadable
 * character. */
static GString *
replace_nuls (GString    *text,
              FzOddities *odd)
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
        {
          g_string_append (clean, REPLACEMENT);
          odd->counts[FZ_ODD_NUL]++;
        }
      from++;
    }
  g_string_free (text, TRUE);

  return clean;
}

static const char *
find_taken_in (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken_in); i++)
    if (taken_in[i].private == c)
      return taken_in[i].character;

  return NULL;
}

/* All of the table begin with EE or EF in UTF-8. */
static GString *
put_right (GString *text)
{
  const char *end = text->str + text->len;
  GString *right = NULL;
  const char *from = text->str;

  for (const char *p = from; p < end;)
    {
      const char *at = p;
      gboolean may_be = (guchar) *p == 0xEE || (guchar) *p == 0xEF;
      const char *character = may_be ? find_taken_in (fz_char_take (&p)) : NULL;

      if (!may_be)
        p++;
      if (character == NULL)
        continue;
      if (right == NULL)
        right = g_string_sized_new (text->len + 16);
      g_string_append_len (right, from, at - from);
      g_string_append (right, character);
      from = p;
    }
  if (right == NULL)
    return text;
  g_string_append_len (right, from, end - from);
  g_string_free (text, TRUE);

  return right;
}

static gboolean
is_gb (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (gb_names); i++)
    if (g_ascii_strcasecmp (encoding, gb_names[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * fz_encoding_read:
 * @encoding: a name that ICU knows, or "UTF-8"
 * @data: (array length=size): what is to be read
 * @size: its bytes
 * @odd: counts to add to what could not be read
 *
 * Returns: (transfer full) (nullable): UTF-8 without NUL, U+FFFD for what
 *   cannot be read; %NULL where there is no such encoding
 */
GString *
fz_encoding_read (const char *encoding,
                  const char *data,
                  gsize       size,
                  FzOddities *odd)
{
  gboolean gb = is_gb (encoding);
  GString *text;

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return fz_utf8_read (data, size, odd);
  text = convert (gb ? "gb18030" : encoding, data, size, odd);
  if (text != NULL)
    text = replace_nuls (text, odd);

  return text != NULL && (gb || g_ascii_strcasecmp (encoding, "Big5-HKSCS") == 0) ? put_right (text) : text;
}
