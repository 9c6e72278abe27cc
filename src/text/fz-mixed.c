/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-mixed.h"

#include <string.h>

#include "fz-chars.h"
#include "fz-chinese.h"
#include "fz-encoding.h"
#include "fz-guess.h"
#include "fz-stop.h"
#include "fz-utf8.h"

/* A page that was put together from files of several encodings: UTF-8 with lines
 * of another one.  A line is of the other where it is no valid UTF-8, can be read
 * whole in the other, and reads more like Chinese so than as UTF-8 with broken
 * characters.  Valid
 * lines tell that there is UTF-8 at all; a few characters of three bytes that
 * are valid stand by chance in any file of GB18030, a dozen in whole lines do
 * not. */

enum {
  MIN_CHARS = 12,
  MAX_BROKEN = 10000,  /* lines, of which a page has fewer */
};

static FzText
take_line (const char **p,
           const char  *end)
{
  const char *line_end = memchr (*p, '\n', (gsize) (end - *p));
  FzText line = { *p, (gsize) ((line_end ? line_end + 1 : end) - *p) };

  *p += line.length;

  return line;
}

static gboolean
is_whole (FzText line)
{
  return g_utf8_validate_len (line.start, line.length, NULL);
}

/* The lines that are no valid UTF-8, one behind the other. */
static GString *
gather_broken (const char *data,
               gsize       size,
               gsize      *n_chars,
               guint      *n_broken)
{
  GString *broken = g_string_new (NULL);

  *n_chars = *n_broken = 0;
  for (const char *p = data; p < data + size;)
    {
      FzText line = take_line (&p, data + size);

      if (is_whole (line))
        *n_chars += fz_utf8_tally (line.start, line.length).longer;
      else if ((*n_broken)++ < MAX_BROKEN)
        g_string_append_len (broken, line.start, (gssize) line.length);
    }

  return broken;
}

static gboolean
reads_better (const GString    *other,
              const FzOddities *odd,
              const GString    *utf8)
{
  if (other == NULL || odd->counts[FZ_ODD_BROKEN] > 0)
    return FALSE;

  return fz_chinese_likelihood (other->str, other->len, NULL) > fz_chinese_likelihood (utf8->str, utf8->len, NULL);
}

static void
append_broken (GString    *text,
               FzText      line,
               const char *other,
               FzOddities *odd)
{
  FzOddities as_utf8 = { 0 }, as_other = { 0 };
  GString *one = fz_encoding_read ("UTF-8", line.start, line.length, &as_utf8);
  GString *two = fz_encoding_read (other, line.start, line.length, &as_other);

  if (reads_better (two, &as_other, one))
    {
      as_other.counts[FZ_ODD_FOREIGN_LINE] = 1;
      g_string_append_len (text, two->str, (gssize) two->len);
      fz_oddities_add (odd, &as_other);
    }
  else
    {
      g_string_append_len (text, one->str, (gssize) one->len);
      fz_oddities_add (odd, &as_utf8);
    }
  g_string_free (one, TRUE);
  if (two != NULL)
    g_string_free (two, TRUE);
}

static GString *
read_lines (const char *data,
            gsize       size,
            const char *other,
            FzOddities *odd)
{
  GString *text = g_string_sized_new (size + size / 2);

  for (const char *p = data; p < data + size;)
    {
      FzText line = take_line (&p, data + size);

      if (is_whole (line))
        g_string_append_len (text, line.start, (gssize) line.length);
      else
        append_broken (text, line, other, odd);
      if (fz_stop_asked_after (line.length))
        break;
    }

  return text;
}

/**
 * fz_mixed_read:
 * @data: (array length=size): bytes that are no valid UTF-8
 * @size: how many
 * @other: (out): the encoding of the lines that are no UTF-8
 * @odd: counts to add to
 *
 * Returns: (transfer full) (nullable): the text, %NULL where it is not in two
 *   encodings, one of them UTF-8
 */
GString *
fz_mixed_read (const char  *data,
               gsize        size,
               char       **other,
               FzOddities  *odd)
{
  static const FzUtf8Tally no_utf8 = { .broken = 1 };
  g_auto (FzGuess) guess = { 0 };
  FzOddities counted = { 0 };
  gsize n_chars;
  guint n_broken;
  GString *broken = gather_broken (data, size, &n_chars, &n_broken), *text = NULL;

  if (n_chars >= MIN_CHARS && n_broken > 0 && n_broken <= MAX_BROKEN)
    {
      fz_guess_make (&guess, broken->str, broken->len, &no_utf8);
      text = read_lines (data, size, guess.encoding, &counted);
    }
  g_string_free (broken, TRUE);
  if (text != NULL && counted.counts[FZ_ODD_FOREIGN_LINE] == 0)
    g_string_free (g_steal_pointer (&text), TRUE);
  if (text == NULL)
    return NULL;
  *other = g_steal_pointer (&guess.encoding);
  fz_oddities_add (odd, &counted);

  return text;
}
