/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-chars.h"

#include <string.h>

#include "fz-vectors.h"

enum {
  STEP = 192,       /* bytes that are counted together, in one byte */
  SHORT_BYTES = 36, /* of a word, which is sooner gone through */
};

/* What the characters of four pages of Unicode are, all that a newspaper is printed with
 * besides Han; what is not named is FZ_CHAR_OTHER. */
static const guint8 latin[0x100] = {
  [' '] = FZ_CHAR_SPACE, ['\t' ... '\r'] = FZ_CHAR_SPACE,
  ['0' ... '9'] = FZ_CHAR_DIGIT, ['A' ... 'Z'] = FZ_CHAR_LETTER, ['a' ... 'z'] = FZ_CHAR_LETTER,
  [0x85] = FZ_CHAR_SPACE, [0xA0] = FZ_CHAR_SPACE, [0xAA] = FZ_CHAR_LETTER, [0xB5] = FZ_CHAR_LETTER, [0xBA] = FZ_CHAR_LETTER,
  [0xC0 ... 0xD6] = FZ_CHAR_LETTER, [0xD8 ... 0xF6] = FZ_CHAR_LETTER, [0xF8 ... 0xFF] = FZ_CHAR_LETTER,
  ['!'] = FZ_CHAR_STOP, ['?'] = FZ_CHAR_STOP, [','] = FZ_CHAR_COMMA, [':'] = FZ_CHAR_COLON,
  [';'] = FZ_CHAR_SEMI, ['.'] = FZ_CHAR_POINT, ['-'] = FZ_CHAR_DASH,
  ['('] = FZ_CHAR_OPEN, ['['] = FZ_CHAR_OPEN, ['{'] = FZ_CHAR_OPEN,
  [')'] = FZ_CHAR_CLOSE, [']'] = FZ_CHAR_CLOSE, ['}'] = FZ_CHAR_CLOSE,
};

static const guint8 han_marks[0x100] = {
  [0x00] = FZ_CHAR_SPACE, [0x01] = FZ_CHAR_COMMA /* 、 */, [0x02] = FZ_CHAR_STOP /* 。 */, [0x07] = FZ_CHAR_HAN /* 〇 */,
  [0x08] = FZ_CHAR_OPEN, [0x09] = FZ_CHAR_CLOSE /* 〈〉 */, [0x0A] = FZ_CHAR_OPEN, [0x0B] = FZ_CHAR_CLOSE /* 《》 */,
  [0x0C] = FZ_CHAR_OPEN, [0x0D] = FZ_CHAR_CLOSE /* 「」 */, [0x0E] = FZ_CHAR_OPEN, [0x0F] = FZ_CHAR_CLOSE /* 『』 */,
  [0x10] = FZ_CHAR_OPEN, [0x11] = FZ_CHAR_CLOSE /* 【】 */, [0x14] = FZ_CHAR_OPEN, [0x15] = FZ_CHAR_CLOSE /* 〔〕 */,
  [0x16] = FZ_CHAR_OPEN, [0x17] = FZ_CHAR_CLOSE /* 〖〗 */,
};

static const guint8 full_width[0x100] = {
  [0x01] = FZ_CHAR_STOP /* ！ */, [0x1F] = FZ_CHAR_STOP /* ？ */, [0x0E] = FZ_CHAR_STOP /* ． */, [0x0C] = FZ_CHAR_COMMA /* ， */,
  [0x1A] = FZ_CHAR_COLON /* ： */, [0x1B] = FZ_CHAR_SEMI /* ； */, [0x08] = FZ_CHAR_OPEN, [0x09] = FZ_CHAR_CLOSE /* （） */,
  [0x3B] = FZ_CHAR_OPEN, [0x3D] = FZ_CHAR_CLOSE /* ［］ */, [0x61] = FZ_CHAR_STOP /* ｡ */, [0x10 ... 0x19] = FZ_CHAR_DIGIT /* ０ */,
};

static const guint8 general_marks[0x100] = {
  [0x00 ... 0x0B] = FZ_CHAR_SPACE, [0x5F] = FZ_CHAR_SPACE, [0x28] = FZ_CHAR_SPACE, [0x29] = FZ_CHAR_SPACE, [0x2F] = FZ_CHAR_SPACE,
  [0x13] = FZ_CHAR_DASH, [0x14] = FZ_CHAR_DASH, [0x15] = FZ_CHAR_DASH /* ― */, [0x26] = FZ_CHAR_STOP /* … */,
  [0x18] = FZ_CHAR_OPEN, [0x19] = FZ_CHAR_CLOSE /* ‘’ */, [0x1C] = FZ_CHAR_OPEN, [0x1D] = FZ_CHAR_CLOSE /* “” */,
};

const guint8 * const fz_char_pages[0x100] = {
  [0x00] = latin, [0x20] = general_marks, [0x30] = han_marks, [0xFF] = full_width,
};

static FzCharClass
rare_class (gunichar c)
{
  switch (c)
    {
    case 0xFEFF:
      return FZ_CHAR_SPACE;
    case 0xFE50: case 0xFE51:
      return FZ_CHAR_COMMA;
    case 0x2236:
      return FZ_CHAR_COLON;
    case 0x2500:
      return FZ_CHAR_DASH;
    default:
      return g_unichar_isspace (c) ? FZ_CHAR_SPACE : FZ_CHAR_OTHER;
    }
}

/* The Han blocks of Unicode besides the basic one, extensions and compatibility
 * forms. */
static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

/**
 * fz_char_class_of_rare:
 * @c: a code point outside the basic Han block and the pages
 *
 * Returns: what it is for the setting of a newspaper
 */
FzCharClass
fz_char_class_of_rare (gunichar c)
{
  if (is_han (c))
    return FZ_CHAR_HAN;
  if (c < 0x2000 && g_unichar_isalpha (c))
    return FZ_CHAR_LETTER;

  return rare_class (c);
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
  if (text.length >= 3 && fz_char_starts_han (text.start) && fz_char_starts_han (text.start + text.length - 3))
    return text;
  while (text.length > 0 && fz_char_class (fz_text_first (text)) == FZ_CHAR_SPACE)
    text = fz_text_from (text, (gsize) (g_utf8_next_char (text.start) - text.start));
  while (text.length > 0 && fz_char_class (fz_text_last (text)) == FZ_CHAR_SPACE)
    text.length = (gsize) (g_utf8_prev_char (text.start + text.length) - text.start);

  return text;
}

/**
 * fz_text_find_bytes:
 * @text: a run
 * @word: (array length=length): a word
 * @length: its bytes, not 0
 *
 * The third byte is looked for: of Han characters it tells the most apart.
 *
 * Returns: (nullable): where @word first stands in @text
 */
const char *
fz_text_find_bytes (FzText      text,
                    const char *word,
                    gsize       length)
{
  const gsize probe = MIN (length, 3) - 1;
  const char *p = text.start + probe, *end = text.start + text.length - length + probe + 1;

  if (length > text.length)
    return NULL;
  for (; (p = memchr (p, word[probe], (gsize) (end - p))) != NULL; p++)
    if (memcmp (p - probe, word, length) == 0)
      return p - probe;

  return NULL;
}

/* Counts the bytes that begin a character, many at once. */
FZ_VECTORS static guint
count_starts (FzText text)
{
  const char *end = text.start + text.length;
  guint chars = 0;

  for (const char *p = text.start; p < end;)
    {
      const char *stop = p + MIN (end - p, STEP);
      guint8 starts = 0;

      for (; p < stop; p++)
        starts += (gint8) *p >= -0x40;
      chars += starts;
    }

  return chars;
}

/**
 * fz_text_chars:
 * @text: a run
 *
 * Returns: its code points
 */
guint
fz_text_chars (FzText text)
{
  guint chars = 0;

  if (text.length > SHORT_BYTES)
    return count_starts (text);
  for (gsize i = 0; i < text.length; chars++)
    i += (gsize) g_utf8_skip[(guchar) text.start[i]];

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
    if (end - p >= 3 && fz_char_starts_han (p))
      p += 3;
    else if (fz_char_class (fz_char_take (&p)) != FZ_CHAR_HAN)
      return FALSE;

  return text.length > 0;
}

/**
 * fz_text_behind_bracket:
 * @text: a run whose first byte is that of a bracket; for [func@text_bracket] alone
 *
 * Returns: what stands inside that bracket, with a %NULL start where there is
 *   no bracket or it does not close
 */
FzText
fz_text_behind_bracket (FzText text)
{
  static const struct { gunichar open; const char *closes[2]; } pairs[] = {
    { 0xFF08, { "）", ")" } }, { '(', { ")", "）" } }, { 0x3010, { "】", NULL } },
    { 0x3014, { "〕", NULL } }, { '[', { "]", NULL } }, { 0xFF3B, { "］", NULL } },
  };
  const char *behind = text.start;
  gunichar open = text.length > 0 ? fz_char_take (&behind) : 0;
  FzText rest = { behind, text.length - (gsize) (behind - text.start) };

  if (fz_char_class (open) != FZ_CHAR_OPEN)
    return (FzText) { NULL, 0 };
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
      const char *at;
      gunichar c;
      FzCharClass class;

      while (end - p >= 3 && fz_char_starts_han (p))
        p += 3;
      if (p == end)
        break;
      at = p;
      c = fz_char_take (&p);
      class = fz_char_class (c);
      if (class == FZ_CHAR_HAN || class == FZ_CHAR_DIGIT || class == FZ_CHAR_LETTER)
        continue;
      if (class == FZ_CHAR_SPACE || is_among (c, stops))
        return (gsize) (at - text.start);
    }

  return text.length;
}
