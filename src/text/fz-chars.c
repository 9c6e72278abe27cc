/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-chars.h"

#include <string.h>

enum {
  STEP = 192, /* bytes that are counted together, in one byte */
};

static FzCharClass
ascii_class (gunichar c)
{
  if (g_ascii_isdigit (c))
    return FZ_CHAR_DIGIT;
  if (g_ascii_isalpha (c))
    return FZ_CHAR_LETTER;
  switch (c)
    {
    case ' ': case '\t': case '\f': case '\v': case '\r': case '\n':
      return FZ_CHAR_SPACE;
    case '!': case '?':
      return FZ_CHAR_STOP;
    case ',':
      return FZ_CHAR_COMMA;
    case ':':
      return FZ_CHAR_COLON;
    case ';':
      return FZ_CHAR_SEMI;
    case '.':
      return FZ_CHAR_POINT;
    case '(': case '[': case '{':
      return FZ_CHAR_OPEN;
    case ')': case ']': case '}':
      return FZ_CHAR_CLOSE;
    case '-':
      return FZ_CHAR_DASH;
    default:
      return FZ_CHAR_OTHER;
    }
}

static FzCharClass
mark_class (gunichar c)
{
  switch (c)
    {
    case 0x3000: case 0x00A0: case 0xFEFF: case 0x200B:
    case 0x2028: case 0x2029: case 0x0085:
      return FZ_CHAR_SPACE;
    case 0x3002: case 0xFF01: case 0xFF1F: case 0x2026: case 0xFF0E: case 0xFF61:
      return FZ_CHAR_STOP;
    case 0xFF0C: case 0x3001: case 0xFE50: case 0xFE51:
      return FZ_CHAR_COMMA;
    case 0xFF1A: case 0x2236:
      return FZ_CHAR_COLON;
    case 0xFF1B:
      return FZ_CHAR_SEMI;
    case 0x2018: case 0x201C: case 0xFF08: case 0xFF3B:
    case 0x3008: case 0x300A: case 0x300C: case 0x300E: case 0x3010: case 0x3014: case 0x3016:
      return FZ_CHAR_OPEN;
    case 0x2019: case 0x201D: case 0xFF09: case 0xFF3D:
    case 0x3009: case 0x300B: case 0x300D: case 0x300F: case 0x3011: case 0x3015: case 0x3017:
      return FZ_CHAR_CLOSE;
    case 0x2014: case 0x2013: case 0x2015: case 0x2500:
      return FZ_CHAR_DASH;
    default:
      if (c >= 0xFF10 && c <= 0xFF19)
        return FZ_CHAR_DIGIT;
      return g_unichar_isspace (c) ? FZ_CHAR_SPACE : FZ_CHAR_OTHER;
    }
}

/* The Han blocks of Unicode besides the basic one, extensions and compatibility
 * forms, and 〇, which stands among the numerals. */
static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

/**
 * fz_char_class_of_mark:
 * @c: a code point outside the basic Han block
 *
 * Returns: what it is for the setting of a newspaper
 */
FzCharClass
fz_char_class_of_mark (gunichar c)
{
  if (c < 0x80)
    return ascii_class (c);
  if (is_han (c))
    return FZ_CHAR_HAN;
  if (c < 0x2000 && c != 0x00A0 && c != 0x0085 && g_unichar_isalpha (c))
    return FZ_CHAR_LETTER;

  return mark_class (c);
}

/**
 * fz_text_trim:
 * @text: a run
 *
 * Returns: the run without the spaces, ideographic ones too, at both ends
 */
FzText
fz_text_trim (FzText text)
{
  while (text.length > 0 && fz_char_class (fz_text_first (text)) == FZ_CHAR_SPACE)
    text = fz_text_from (text, (gsize) (g_utf8_next_char (text.start) - text.start));
  while (text.length > 0 && fz_char_class (fz_text_last (text)) == FZ_CHAR_SPACE)
    text.length = (gsize) (g_utf8_prev_char (text.start + text.length) - text.start);

  return text;
}

/**
 * fz_text_find:
 * @text: a run
 * @word: a word, not empty
 *
 * The third byte is looked for: of Han characters it tells the most apart.
 *
 * Returns: (nullable): where @word first stands in @text
 */
const char *
fz_text_find (FzText      text,
              const char *word)
{
  const gsize length = strlen (word), probe = MIN (length, 3) - 1;
  const char *p = text.start + probe, *end = text.start + text.length - length + probe + 1;

  if (length > text.length)
    return NULL;
  for (; (p = memchr (p, word[probe], (gsize) (end - p))) != NULL; p++)
    if (memcmp (p - probe, word, length) == 0)
      return p - probe;

  return NULL;
}

/**
 * fz_text_chars:
 * @text: a run
 *
 * Counts the bytes that begin one, many at once.
 *
 * Returns: its code points
 */
guint
fz_text_chars (FzText text)
{
  const char *end = text.start + text.length;
  guint chars = 0;

  for (const char *p = text.start; p < end;)
    {
      const char *stop = p + MIN (end - p, STEP);
      guint8 starts = 0;

      for (; p < stop; p++)
        starts += ((guchar) *p & 0xC0) != 0x80;
      chars += starts;
    }

  return chars;
}

/**
 * fz_text_all_han:
 * @text: a run
 *
 * Returns: whether it is Han characters alone
 */
gboolean
fz_text_all_han (FzText text)
{
  const char *end = text.start + text.length;

  for (const char *p = text.start; p < end;)
    if (fz_char_class (fz_char_take (&p)) != FZ_CHAR_HAN)
      return FALSE;

  return text.length > 0;
}

/**
 * fz_text_bracket:
 * @text: a run that may start with a round, square or lenticular bracket
 *
 * Returns: what stands inside that bracket, with a %NULL start where there is
 *   no bracket or it does not close
 */
FzText
fz_text_bracket (FzText text)
{
  static const struct { gunichar open; const char *closes[2]; } pairs[] = {
    { 0xFF08, { "）", ")" } }, { '(', { ")", "）" } }, { 0x3010, { "】", NULL } },
    { 0x3014, { "〕", NULL } }, { '[', { "]", NULL } }, { 0xFF3B, { "］", NULL } },
  };
  const char *behind = text.start;
  gunichar open = text.length > 0 ? fz_char_take (&behind) : 0;
  FzText rest = { behind, text.length - (gsize) (behind - text.start) };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint n = 0; open == pairs[i].open && n < 2 && pairs[i].closes[n] != NULL; n++)
      {
        const char *close = fz_text_find (rest, pairs[i].closes[n]);

        if (close != NULL)
          return (FzText) { rest.start, (gsize) (close - rest.start) };
      }

  return (FzText) { NULL, 0 };
}

/**
 * fz_text_unbracketed:
 * @text: a run
 *
 * Returns: what stands inside the bracket that holds all of @text, without
 *   spaces at its ends; @text where there is none
 */
FzText
fz_text_unbracketed (FzText text)
{
  FzText inner = fz_text_bracket (text);

  if (inner.start == NULL || inner.start + inner.length + strlen ("）") < text.start + text.length)
    return text;

  return fz_text_trim (inner);
}

static gboolean
is_among (gunichar    c,
          const char *marks)
{
  while (*marks != '\0')
    if (fz_char_take (&marks) == c)
      return TRUE;

  return FALSE;
}

/**
 * fz_text_word_end:
 * @text: a run
 * @stops: marks that end a word besides spaces
 *
 * Returns: the bytes before the first space or stop, all where there is none
 */
gsize
fz_text_word_end (FzText      text,
                  const char *stops)
{
  const char *end = text.start + text.length;
  const char *p = text.start;

  while (p < end)
    {
      const char *at = p;
      gunichar c = fz_char_take (&p);
      FzCharClass class = fz_char_class (c);

      if (class == FZ_CHAR_HAN || class == FZ_CHAR_DIGIT || class == FZ_CHAR_LETTER)
        continue;
      if (class == FZ_CHAR_SPACE || is_among (c, stops))
        return (gsize) (at - text.start);
    }

  return text.length;
}
