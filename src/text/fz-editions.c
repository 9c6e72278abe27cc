/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-editions.h"

#include <string.h>

/* 版次: the number of a page, in heads of pages and in digests of the front page. */

static gboolean
is_front (FzText word)
{
  return word.length == strlen ("头版") && (fz_text_starts (word, "头版") || fz_text_starts (word, "頭版"));
}

/**
 * fz_edition_read:
 * @word: a word
 * @edition: (out): its number, as printed
 *
 * Returns: whether it is an edition: 第3版, 04版, A12版, 第三版, 头版
 */
gboolean
fz_edition_read (FzText  word,
                 FzText *edition)
{
  static const char digits[] = "0123456789０１２３４５６７８９ABCDEFGH一二三四五六七八九十";
  FzText number;

  if (!fz_text_ends (word, "版"))
    return FALSE;
  if (is_front (word))
    {
      *edition = (FzText) { word.start, strlen ("头") };
      return TRUE;
    }
  number = fz_text_from (word, fz_text_starts (word, "第") ? strlen ("第") : 0);
  number.length -= strlen ("版");
  if (number.length == 0 || fz_text_chars (number) > 3)
    return FALSE;
  for (const char *p = number.start; p < number.start + number.length; p = g_utf8_next_char (p))
    if (g_utf8_strchr (digits, -1, g_utf8_get_char (p)) == NULL)
      return FALSE;
  *edition = number;

  return TRUE;
}

/**
 * fz_edition_is_bare:
 * @word: a word
 *
 * Returns: whether it is an edition without 版, which stands beside the date:
 *   A06, B3, 04
 */
gboolean
fz_edition_is_bare (FzText word)
{
  gboolean lettered = word.length > 0 && word.start[0] >= 'A' && word.start[0] <= 'H';
  FzText digits = fz_text_from (word, lettered ? 1 : 0);

  if (digits.length > 2 || digits.length < (lettered ? 1 : 2))
    return FALSE;
  for (gsize i = 0; i < digits.length; i++)
    if (!g_ascii_isdigit (digits.start[i]))
      return FALSE;

  return TRUE;
}

/**
 * fz_edition_spaced:
 * @text: a run
 * @edition: (out): its number, as printed
 *
 * Returns: the bytes of 第 3 版, set with spaces, at the start of @text; 0 where
 *   it starts otherwise
 */
gsize
fz_edition_spaced (FzText  text,
                   FzText *edition)
{
  FzText rest = text, number;
  gsize digits = 0;

  if (!fz_text_starts (text, "第"))
    return 0;
  rest = fz_text_trim (fz_text_from (rest, strlen ("第")));
  while (digits < rest.length && digits < 2 && g_ascii_isdigit (rest.start[digits]))
    digits++;
  number = (FzText) { rest.start, digits };
  rest = fz_text_trim (fz_text_from (rest, digits));
  if (digits == 0 || !fz_text_starts (rest, "版"))
    return 0;
  *edition = number;

  return (gsize) (rest.start + strlen ("版") - text.start);
}

/* 十二, 二十, 三十一: 0 where it is no such number. */
static guint
read_tens (const char *text)
{
  static const char numerals[] = "〇一二三四五六七八九";
  const char *ten = strstr (text, "十");
  guint parts[2] = { 1, 0 };
  const char *places[2] = { text, ten != NULL ? ten + strlen ("十") : text };

  if (ten == NULL)
    return 0;
  for (guint i = 0; i < 2; i++)
    {
      const char *at = g_utf8_strchr (numerals, -1, g_utf8_get_char (places[i]));

      if (*places[i] != '\0' && at != NULL)
        parts[i] = (guint) g_utf8_pointer_to_offset (numerals, at);
    }

  return parts[0] * 10 + parts[1];
}

/**
 * fz_edition_digits:
 * @edition: what fz_edition_read() gave
 *
 * Returns: (transfer full): its number in digits: 3 for 三 and for 03, 1 for 头
 */
char *
fz_edition_digits (FzText edition)
{
  static const char numerals[] = "一二三四五六七八九";
  g_autofree char *printed = g_strndup (edition.start, edition.length);
  g_autofree char *text = g_utf8_normalize (printed, -1, G_NORMALIZE_ALL);
  const char *at = g_utf8_strchr (numerals, -1, g_utf8_get_char (text));
  const char *p = text;

  if (strcmp (text, "头") == 0 || strcmp (text, "頭") == 0)
    return g_strdup ("1");
  if (at != NULL && fz_text_chars (edition) == 1)
    return g_strdup_printf ("%ld", g_utf8_pointer_to_offset (numerals, at) + 1);
  if (read_tens (text) > 0)
    return g_strdup_printf ("%u", read_tens (text));
  while (p[0] == '0' && p[1] != '\0')
    p++;

  return g_strdup (p);
}

/* （详见3版）, （第3版） */
static FzText
before_closer (FzText text)
{
  if (text.length > 0 && fz_char_class (fz_text_last (text)) == FZ_CHAR_CLOSE)
    text.length = (gsize) (g_utf8_prev_char (text.start + text.length) - text.start);

  return text;
}

/* What stands between a title and its page: spaces, dots, dashes, an arrow, an
 * opening bracket, 详见. */
static gboolean
leads_to_edition (gunichar c)
{
  static const char words[] = "·.→/／|｜见載载";
  FzCharClass class = fz_char_class (c);

  return class == FZ_CHAR_SPACE || class == FZ_CHAR_DASH || class == FZ_CHAR_OPEN || c == 0x2026 ||
         g_utf8_strchr (words, -1, c) != NULL;
}

/**
 * fz_edition_is_pointer:
 * @text: a line
 *
 * Returns: whether it is a title with the page that it stands on, as digests
 *   of the front page have them: 一颗橙子的旅行 3版, 一颗橙子的旅行……（第3版）
 */
gboolean
fz_edition_is_pointer (FzText text)
{
  const char *p;
  FzText edition;

  text = before_closer (text);
  p = text.start + text.length;
  if (!fz_text_ends (text, "版"))
    return FALSE;
  while (p > text.start && !leads_to_edition (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);

  return p > text.start && fz_edition_read ((FzText) { p, (gsize) (text.start + text.length - p) }, &edition);
}
