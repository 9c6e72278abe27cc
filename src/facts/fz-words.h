/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What the bytes of UTF-8 tell: nearly every character of a text has three. */

/**
 * fz_byte_is_han:
 * @byte: the first byte of a character
 *
 * Returns: whether Han characters begin with it; a few of U+4000 to U+4DFF and of
 *   Yi do as well
 */
static inline gboolean
fz_byte_is_han (char byte)
{
  return (guchar) byte >= 0xe4 && (guchar) byte <= 0xe9;
}

/**
 * fz_byte_is_wide:
 * @byte: the first byte of a character
 *
 * Returns: whether a Han character or one of U+3000 to U+3FFF (、。《〇) begins
 *   with it
 */
static inline gboolean
fz_byte_is_wide (char byte)
{
  return byte == '\xe3' || fz_byte_is_han (byte);
}

/**
 * fz_has_three_bytes:
 * @byte: the first byte of a character
 *
 * Returns: whether the character has three
 */
static inline gboolean
fz_has_three_bytes (char byte)
{
  return (guchar) (byte - 0xe0) < 0x10;
}

/**
 * fz_code_of_three:
 * @p: where a character of three bytes stands
 *
 * Returns: its code point
 */
static inline guint
fz_code_of_three (const char *p)
{
  const guchar *b = (const guchar *) p;

  /* What marks the bytes of UTF-8 goes in one subtraction, and beyond the first
   * plane there is nothing: half the steps of masking each. */
  return (guint16) (((guint) b[0] << 12) + ((guint) b[1] << 6) + b[2] - 0x2080);
}

/* Asked at nearly every place of a text, with words that the compiler knows:
 * inline they cost a comparison or two. */

/**
 * fz_char_length_at:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the bytes of the character at @p, 0 at @end
 */
static inline gsize
fz_char_length_at (const char *p, const char *end)
{
  gsize length;

  if (p >= end)
    return 0;
  length = (gsize) g_utf8_skip[(guchar) *p];
  return MIN (length, (gsize) (end - p));
}

/**
 * fz_char_length_before:
 * @start: the start of the text
 * @p: a place in it
 *
 * Returns: the bytes of the character before @p, 0 at @start
 */
static inline gsize
fz_char_length_before (const char *start, const char *p)
{
  gsize length = 0;

  while (length < 4 && p - length > start)
    if (((guchar) p[-(gssize) ++length] & 0xc0) != 0x80)
      break;
  return length;
}

/**
 * fz_text_at:
 * @p: a place in a text
 * @end: the end of the text
 * @word: a word, not empty
 *
 * Returns: whether @word stands at @p
 */
static inline gboolean
fz_text_at (const char *p, const char *end, const char *word)
{
  gsize length;

  if (p >= end || *p != *word)
    return FALSE;
  /* Han characters share their first bytes: of a word of a table the next is
   * compared before the word is measured, of one that the compiler knows the last. */
  if (!__builtin_constant_p (*word) && end - p > 1 && word[1] != '\0' && p[1] != word[1])
    return FALSE;
  length = strlen (word);
  return (gsize) (end - p) >= length && p[length - 1] == word[length - 1] && memcmp (p, word, length) == 0;
}

/**
 * fz_text_before:
 * @start: the start of a text
 * @p: a place in it
 * @word: a word; an empty one stands nowhere
 *
 * Returns: whether @word stands right before @p
 */
static inline gboolean
fz_text_before (const char *start, const char *p, const char *word)
{
  gsize length = strlen (word);

  return length > 0 && (gsize) (p - start) >= length && p[-1] == word[length - 1] &&
         memcmp (p - length, word, length) == 0;
}

#define FZ_WORDS_BITS 0x1000 /* a power of two */

/**
 * FzWords:
 * @firsts: bits of the characters that a word begins with
 * @lasts: bits of those that one ends with
 *
 * A lexicon: words with a value each, found by the longest match at a place of
 * a text or before it.  Built once, then only read, from any thread.
 *
 * Characters share bits: with one for each, those of all lexicons would not stay
 * in the processor's nearest memory, from which each place of a text asks many.
 */
typedef struct {
  guint8 firsts[FZ_WORDS_BITS / 8];
  guint8 lasts[FZ_WORDS_BITS / 8];
} FzWords;

FzWords *fz_words_new          (void);
void     fz_words_free         (FzWords *self);
void     fz_words_add          (FzWords *self, const char *list, guint value);
void     fz_words_mark_firsts  (const FzWords *self, guint8 *table, guint8 bit);
void     fz_words_make         (FzWords **cache, FzWords *(*build) (void));
void     fz_words_make_of_list (FzWords **cache, const char *list);
gsize    fz_words_find_at      (const FzWords *words, const char *p, const char *end, guint *value);
guint    fz_words_find_all_at  (const FzWords *words, const char *p, const char *end);
gsize    fz_words_find_before  (const FzWords *words, const char *start, const char *p, guint *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzWords, fz_words_free)

static inline gboolean
fz_words_has_bit (const guint8 *bits, guint code)
{
  return (bits[code % FZ_WORDS_BITS / 8] >> code % 8 & 1) != 0;
}

/* Whether a word may begin at @p.  Of what has not three bytes only the end of
 * the text is turned away here. */
static inline gboolean
fz_words_may_begin (const FzWords *self, const char *p, const char *end)
{
  if (end - p >= 3 && fz_has_three_bytes (*p))
    return fz_words_has_bit (self->firsts, fz_code_of_three (p));
  return p < end && ((guchar) *p >= 0x80 || fz_words_has_bit (self->firsts, (guchar) *p));
}

/* Whether one may end at @p. */
static inline gboolean
fz_words_may_end (const FzWords *self, const char *start, const char *p)
{
  if (p - start >= 3 && fz_has_three_bytes (p[-3]))
    return fz_words_has_bit (self->lasts, fz_code_of_three (p - 3));
  return p > start && ((guchar) p[-1] >= 0x80 || fz_words_has_bit (self->lasts, (guchar) p[-1]));
}

/**
 * fz_words_at:
 * @self: a lexicon
 * @p: a place in a text
 * @end: the end of the text
 * @value: (out) (optional): the value of the word found
 *
 * Returns: the bytes of the longest word that begins at @p, or 0
 */
static inline gsize
fz_words_at (const FzWords *self, const char *p, const char *end, guint *value)
{
  return fz_words_may_begin (self, p, end) ? fz_words_find_at (self, p, end, value) : 0;
}

/**
 * fz_words_all_at:
 * @self: a lexicon
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the values of all words that begin at @p together, 0 for none
 */
static inline guint
fz_words_all_at (const FzWords *self, const char *p, const char *end)
{
  return fz_words_may_begin (self, p, end) ? fz_words_find_all_at (self, p, end) : 0;
}

/**
 * fz_words_before:
 * @self: a lexicon
 * @start: the start of a text
 * @p: a place in it
 * @value: (out) (optional): the value of the word found
 *
 * Returns: the bytes of the longest word that ends at @p, or 0
 */
static inline gsize
fz_words_before (const FzWords *self, const char *start, const char *p, guint *value)
{
  return fz_words_may_end (self, start, p) ? fz_words_find_before (self, start, p, value) : 0;
}

/**
 * fz_words_once:
 * @cache: where the lexicon is kept, %NULL at first; static
 * @build: makes it
 *
 * Asked at nearly every place of a text: what is made once is made elsewhere.
 *
 * Returns: (transfer none): the lexicon
 */
static inline const FzWords *
fz_words_once (FzWords **cache, FzWords *(*build) (void))
{
  if (G_UNLIKELY (g_atomic_pointer_get (cache) == NULL))
    fz_words_make (cache, build);
  return *cache;
}

/**
 * fz_words_of_list:
 * @cache: where the lexicon is kept, %NULL at first; static
 * @list: as fz_words_add() takes it
 *
 * Returns: (transfer none): the words of @list, each with the value 1
 */
static inline const FzWords *
fz_words_of_list (FzWords **cache, const char *list)
{
  if (G_UNLIKELY (g_atomic_pointer_get (cache) == NULL))
    fz_words_make_of_list (cache, list);
  return *cache;
}

/* A function @name that makes the lexicon of @rows when it is first asked for, the
 * value of row i being @value_of_row. */
#define FZ_LEXICON_OF(name, rows, value_of_row) \
  static FzWords * \
  name##_built (void) \
  { \
    FzWords *built = fz_words_new (); \
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) \
      fz_words_add (built, (rows)[i].words, value_of_row); \
    return built; \
  } \
  static const FzWords * \
  name (void) \
  { \
    static FzWords *words; \
    return fz_words_once (&words, name##_built); \
  }

/**
 * FZ_LEXICON:
 * @name: what the function that returns the lexicon is called
 * @rows: a table whose rows have `words`, between spaces, and the `value` of each
 *
 * A lexicon made of a table when it is first asked for, and kept.
 */
#define FZ_LEXICON(name, rows) FZ_LEXICON_OF (name, rows, (rows)[i].value)

/**
 * FZ_ROW_LEXICON:
 * @name: what the function that returns the lexicon is called
 * @rows: a table whose rows have `words`, between spaces
 *
 * As FZ_LEXICON(), with the number of the row, counted from one, for the value.
 */
#define FZ_ROW_LEXICON(name, rows) FZ_LEXICON_OF (name, rows, (guint) i + 1)

G_END_DECLS
