/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What a character is for the setting of a newspaper: half-width marks stand
 * in the same class as the full-width ones, since scans mix them freely. */
typedef enum {
  FZ_CHAR_OTHER,
  FZ_CHAR_SPACE,
  FZ_CHAR_HAN,
  FZ_CHAR_LETTER,
  FZ_CHAR_DIGIT,
  FZ_CHAR_STOP,   /* 。！？… */
  FZ_CHAR_COMMA,  /* ，、 */
  FZ_CHAR_COLON,  /* ： */
  FZ_CHAR_SEMI,   /* ； */
  FZ_CHAR_OPEN,   /* “（《「 */
  FZ_CHAR_CLOSE,  /* ”）》」 */
  FZ_CHAR_DASH,   /* —— */
  FZ_CHAR_POINT,  /* the Latin full stop, which is also the decimal point */
} FzCharClass;

#define FZ_N_CHAR_CLASSES (FZ_CHAR_POINT + 1)

/**
 * FzText:
 * @start: UTF-8, not ended by NUL
 * @length: its bytes
 *
 * A run of text that stands in somebody else's memory.
 */
typedef struct {
  const char *start;
  gsize       length;
} FzText;

/* What the characters of each page of the basic plane are, where newspapers are printed
 * with them; of other pages there is %NULL. */
extern const guint8 * const fz_char_pages[0x100];

FzCharClass fz_char_class_of_rare (gunichar c);

/**
 * fz_char_is_basic_han:
 * @c: a code point
 *
 * Returns: whether it is of the basic Han block, as most characters of a page are
 */
static inline gboolean
fz_char_is_basic_han (gunichar c)
{
  return c - 0x4E00 <= 0x9FFF - 0x4E00;
}

/**
 * fz_char_class:
 * @c: a code point
 *
 * Most characters of a page are of the basic Han block, and most others in the pages;
 * they cost no call.
 *
 * Returns: what it is for the setting of a newspaper
 */
static inline FzCharClass
fz_char_class (gunichar c)
{
  const guint8 *page;

  if (fz_char_is_basic_han (c))
    return FZ_CHAR_HAN;
  page = c <= 0xFFFF ? fz_char_pages[c >> 8] : NULL;

  return page != NULL ? (FzCharClass) page[c & 0xFF] : fz_char_class_of_rare (c);
}

/**
 * fz_char_has_three:
 * @p: where a character begins in UTF-8
 *
 * Returns: whether it has three bytes, as Han characters and their marks do
 */
static inline gboolean
fz_char_has_three (const char *p)
{
  return ((guchar) *p & 0xF0) == 0xE0;
}

/**
 * fz_char_of_three:
 * @p: three bytes
 *
 * Without a branch, for who asks next whether it is one of those that he looks for.
 *
 * Returns: the character where it has three bytes; what begins with another byte than
 *   E0 to EF comes out below U+2000 or above U+FFFF
 */
static inline gunichar
fz_char_of_three (const char *p)
{
  const guchar *b = (const guchar *) p;

  return ((gunichar) b[0] << 12) + ((gunichar) b[1] << 6) + b[2] - ((0xE0u << 12) + (0x80u << 6) + 0x80u);
}

/**
 * fz_char_starts_han:
 * @p: where a character of three bytes or more begins, or two bytes that are none
 *
 * As fz_char_is_basic_han(), which the first two bytes tell: U+4E00 is E4 B8 80, U+9FFF
 * E9 BF BF.
 *
 * Returns: whether it is of the basic Han block
 */
static inline gboolean
fz_char_starts_han (const char *p)
{
  guint16 two;

  memcpy (&two, p, sizeof two);
  return (guint) GUINT16_FROM_BE (two) - 0xE4B8u <= 0xE9BFu - 0xE4B8u;
}

/**
 * fz_char_take:
 * @p: (inout): a place in valid UTF-8, moved behind its character
 *
 * The same as g_utf8_get_char() and g_utf8_next_char(), without a call: each
 * character of a page is read some six times.
 *
 * Returns: the character
 */
static inline gunichar
fz_char_take (const char **p)
{
  const guchar *b = (const guchar *) *p;

  if (fz_char_has_three (*p))
    {
      *p += 3;
      return fz_char_of_three (*p - 3);
    }
  if (b[0] < 0x80)
    {
      *p += 1;
      return b[0];
    }
  if (b[0] < 0xE0)
    {
      *p += 2;
      return (gunichar) (b[0] & 0x1F) << 6 | (b[1] & 0x3Fu);
    }
  *p += 4;

  return (gunichar) (b[0] & 0x07) << 18 | (gunichar) (b[1] & 0x3F) << 12 | (gunichar) (b[2] & 0x3F) << 6 | (b[3] & 0x3Fu);
}

/**
 * fz_text_from:
 * @text: a run
 * @offset: bytes to leave out, not more than it has
 *
 * Returns: the rest
 */
static inline FzText
fz_text_from (FzText text, gsize offset)
{
  return (FzText) { text.start + offset, text.length - offset };
}

/**
 * fz_text_head:
 * @text: a run
 * @most: bytes
 *
 * Returns: its first @most bytes, or all where it has no more; the last character of
 *   what is cut off may go on behind it
 */
static inline FzText
fz_text_head (FzText text, gsize most)
{
  return (FzText) { text.start, MIN (text.length, most) };
}

/**
 * fz_text_first:
 * @text: a run
 *
 * Returns: its first code point, 0 where it is empty
 */
static inline gunichar
fz_text_first (FzText text)
{
  const char *p = text.start;

  return text.length > 0 ? fz_char_take (&p) : 0;
}

/**
 * fz_text_last:
 * @text: a run
 *
 * Returns: its last code point, 0 where it is empty
 */
static inline gunichar
fz_text_last (FzText text)
{
  const char *p = text.start + text.length;

  if (text.length >= 3 && fz_char_has_three (p - 3))
    return fz_char_of_three (p - 3);
  if (text.length == 0)
    return 0;
  do
    p--;
  while (((guchar) *p & 0xC0) == 0x80);

  return fz_char_take (&p);
}

/**
 * fz_text_starts:
 * @text: a run
 * @word: a word
 *
 * Returns: whether @text starts with @word
 */
static inline gboolean
fz_text_starts (FzText text, const char *word)
{
  gsize length = strlen (word);

  return text.length >= length && memcmp (text.start, word, length) == 0;
}

/**
 * fz_text_ends:
 * @text: a run
 * @word: a word
 *
 * Returns: whether @text ends with @word
 */
static inline gboolean
fz_text_ends (FzText text, const char *word)
{
  gsize length = strlen (word);

  return text.length >= length && memcmp (text.start + text.length - length, word, length) == 0;
}

FzText      fz_text_trim           (FzText text);
const char *fz_text_find_bytes     (FzText text, const char *word, gsize length);
guint       fz_text_chars          (FzText text);
gboolean    fz_text_all_han        (FzText text);
FzText      fz_text_behind_bracket (FzText text);
FzText      fz_text_unbracketed    (FzText text);
gsize       fz_text_word_end       (FzText text, const char *stops);

/**
 * fz_text_find:
 * @text: a run
 * @word: a word, not empty
 *
 * Returns: (nullable): where @word first stands in @text
 */
static inline const char *
fz_text_find (FzText text, const char *word)
{
  return fz_text_find_bytes (text, word, strlen (word));
}

/**
 * fz_text_bracket:
 * @text: a run that may start with a round, square or lenticular bracket
 *
 * Most runs start with a Han character; they cost no call.
 *
 * Returns: what stands inside that bracket, with a %NULL start where there is
 *   no bracket or it does not close
 */
static inline FzText
fz_text_bracket (FzText text)
{
  guchar first = text.length > 0 ? (guchar) *text.start : 0;

  if (first != '(' && first != '[' && first != 0xE3 && first != 0xEF)
    return (FzText) { NULL, 0 };
  return fz_text_behind_bracket (text);
}

G_END_DECLS
