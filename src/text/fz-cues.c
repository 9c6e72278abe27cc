/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cues.h"

#include <string.h>

#include "fz-cue-words.h"

typedef struct {
  const char *start;
  guint16     length;
  guint16     set;
} Word;

/* Words by three bytes of theirs, those of one slot together, in the order of the tables. */
typedef struct {
  guint16 first[FZ_CUE_SLOTS + 1];
  Word   *words;
} Index;

static Index words_by_start, words_by_end;
static guint32 *authors;  /* the first three bytes of each word for authors */

FzCueSets fz_cue_starts[FZ_CUE_SLOTS];
static FzCueSets cue_ends[FZ_CUE_SLOTS];

#define AUTHORS FZ_N_CUE_SETS /* the table of words for authors, behind the others */

G_STATIC_ASSERT (AUTHORS < 64);

/* The slot of a word by its first or its last three bytes. */
static guint
slot_of (const char *word,
         gboolean    by_end)
{
  return fz_cue_slot (by_end ? word + strlen (word) - 3 : word);
}

/* Counts the words of each slot, then puts each behind those of its slot that are there. */
static void
index_init (Index     *self,
            FzCueSets *sets,
            gboolean   by_end)
{
  guint16 next[FZ_CUE_SLOTS];

  for (guint set = 0; set < FZ_N_CUE_SETS; set++)
    for (const char * const *word = fz_cue_words[set]; *word != NULL; word++)
      self->first[slot_of (*word, by_end) + 1]++;
  for (guint slot = 0; slot < FZ_CUE_SLOTS; slot++)
    {
      next[slot] = self->first[slot];
      self->first[slot + 1] = (guint16) (self->first[slot + 1] + self->first[slot]);
    }
  self->words = g_new (Word, self->first[FZ_CUE_SLOTS]);
  for (guint set = 0; set < FZ_N_CUE_SETS; set++)
    for (const char * const *word = fz_cue_words[set]; *word != NULL; word++)
      {
        guint slot = slot_of (*word, by_end);

        self->words[next[slot]++] = (Word) { *word, (guint16) strlen (*word), (guint16) set };
        sets[slot] |= FZ_CUE_SETS (set);
      }
}

/* Before the program begins, so that no look-up has to ask whether it is made. */
__attribute__ ((constructor)) static void
tables_init (void)
{
  index_init (&words_by_start, fz_cue_starts, FALSE);
  index_init (&words_by_end, cue_ends, TRUE);
  authors = g_new (guint32, fz_cue_n_author_words);
  for (guint i = 0; i < fz_cue_n_author_words; i++)
    {
      authors[i] = fz_cue_three_bytes (fz_cue_author_words[i].cue);
      fz_cue_starts[fz_cue_slot (fz_cue_author_words[i].cue)] |= FZ_CUE_SETS (AUTHORS);
    }
}

/**
 * fz_cue_length:
 * @set: which table
 * @text: a run of three bytes or more
 *
 * Returns: what fz_cue_start() does
 */
gsize
fz_cue_length (FzCueSet set,
               FzText   text)
{
  const Index *starts = &words_by_start;
  guint slot = fz_cue_slot (text.start);

  for (guint i = starts->first[slot]; i < starts->first[slot + 1]; i++)
    {
      const Word *word = &starts->words[i];

      if (word->set == set && text.length >= word->length && memcmp (text.start, word->start, word->length) == 0)
        return word->length;
    }

  return 0;
}

/* Of the tables @maybe those that have a word at the start of @text. */
static FzCueSets
sets_of_words (FzCueSets maybe,
               FzText    text)
{
  FzCueSets found = 0;

  for (; maybe != 0; maybe &= maybe - 1)
    if (fz_cue_length ((FzCueSet) __builtin_ctzll (maybe), text) > 0)
      found |= maybe & -maybe;

  return found;
}

/**
 * fz_cue_sets_at_start:
 * @sets: some tables
 * @text: a run
 *
 * Returns: those of @sets with a word of which @text starts
 */
FzCueSets
fz_cue_sets_at_start (FzCueSets sets,
                      FzText    text)
{
  return sets_of_words (fz_cue_sets_that_may_start (text) & sets, text);
}

/**
 * fz_cue_sets_at_end:
 * @sets: some tables
 * @text: a run
 *
 * Returns: those of @sets with a word of which @text ends
 */
FzCueSets
fz_cue_sets_at_end (FzCueSets sets,
                    FzText    text)
{
  FzCueSets found = 0;

  if (text.length < 3)
    return 0;
  for (FzCueSets maybe = cue_ends[fz_cue_slot (text.start + text.length - 3)] & sets; maybe != 0; maybe &= maybe - 1)
    if (fz_cue_end ((FzCueSet) __builtin_ctzll (maybe), text))
      found |= maybe & -maybe;

  return found;
}

/**
 * fz_cue_end:
 * @set: which table
 * @text: a run
 *
 * Returns: whether @text ends with a word of @set
 */
gboolean
fz_cue_end (FzCueSet set,
            FzText   text)
{
  const Index *ends = &words_by_end;
  const char *end = text.start + text.length;
  guint slot = text.length < 3 ? 0 : fz_cue_slot (end - 3);

  if (text.length < 3 || !(cue_ends[slot] & FZ_CUE_SETS (set)))
    return FALSE;
  for (guint i = ends->first[slot]; i < ends->first[slot + 1]; i++)
    {
      const Word *word = &ends->words[i];

      if (word->set == set && text.length >= word->length && memcmp (end - word->length, word->start, word->length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * fz_cue_within:
 * @set: which table
 * @text: a run
 *
 * Returns: whether a word of @set stands in @text
 */
gboolean
fz_cue_within (FzCueSet set,
               FzText   text)
{
  return fz_cue_sets_within (FZ_CUE_SETS (set), text) != 0;
}

/**
 * fz_cue_opens:
 * @sets: some tables
 * @text: a run
 * @most: how many characters of it are looked at
 *
 * Returns: whether a word of @sets stands at the start of @text, or behind
 *   nothing but Han characters
 */
gboolean
fz_cue_opens (FzCueSets sets,
              FzText    text,
              guint     most)
{
  const char *end = text.start + text.length;

  for (const char *p = text.start; most > 0 && end - p >= 3; most--)
    {
      FzCueSets maybe = fz_cue_starts[fz_cue_slot (p)] & sets;

      if (maybe != 0 && sets_of_words (maybe, (FzText) { p, (gsize) (end - p) }) != 0)
        return TRUE;
      if (fz_char_starts_han (p))
        p += 3;
      else if (fz_char_class (fz_char_take (&p)) != FZ_CHAR_HAN)
        return FALSE;
    }

  return FALSE;
}

/**
 * fz_cue_sets_within:
 * @sets: some tables
 * @text: a run
 *
 * Reads @text once for all of them.
 *
 * Returns: those of @sets of which a word stands in @text
 */
FzCueSets
fz_cue_sets_within (FzCueSets sets,
                    FzText    text)
{
  FzCueSets left = sets;

  for (gsize i = 0; i + 3 <= text.length && left != 0; i += (gsize) g_utf8_skip[(guchar) text.start[i]])
    {
      FzCueSets maybe = fz_cue_starts[fz_cue_slot (text.start + i)] & left;

      if (maybe != 0)
        left &= ~sets_of_words (maybe, fz_text_from (text, i));
    }

  return sets & ~left;
}

/**
 * fz_cue_author:
 * @text: a run
 * @role: (out) (optional): the role that the word gives
 *
 * Returns: bytes of the word for an author that @text starts with, 0 for none
 */
gsize
fz_cue_author (FzText       text,
               const char **role)
{
  if (!(fz_cue_sets_that_may_start (text) & FZ_CUE_SETS (AUTHORS)))
    return 0;
  for (guint i = 0; i < fz_cue_n_author_words; i++)
    if (authors[i] == fz_cue_three_bytes (text.start) && fz_text_starts (text, fz_cue_author_words[i].cue))
      {
        if (role != NULL)
          *role = fz_cue_author_words[i].role;
        return strlen (fz_cue_author_words[i].cue);
      }

  return 0;
}

/* 一 to 十 */
static gboolean
is_numeral (gunichar c)
{
  switch (c)
    {
    case 0x4E00: case 0x4E8C: case 0x4E09: case 0x56DB: case 0x4E94:
    case 0x516D: case 0x4E03: case 0x516B: case 0x4E5D: case 0x5341:
      return TRUE;
    default:
      return FALSE;
    }
}

/* 一、 十二、 （三） */
static gboolean
han_numbered (FzText text)
{
  FzText inner = fz_text_bracket (text);
  guint n = 0;

  if (inner.start != NULL)
    return fz_text_chars (inner) <= 2 && is_numeral (fz_text_first (inner));

  while (n < 3 && is_numeral (fz_text_first (text)))
    {
      text = fz_text_from (text, 3);
      n++;
    }

  return n > 0 && fz_text_starts (text, "、");
}

/* 1. 2、 3． A 甲 */
static gboolean
latin_numbered (FzText text)
{
  gsize n = 0;

  if (text.length > 2 && g_ascii_isupper (text.start[0]) && fz_char_class (fz_text_first (fz_text_from (text, 1))) == FZ_CHAR_SPACE)
    return TRUE;
  while (n < text.length && n < 2 && g_ascii_isdigit (text.start[n]))
    n++;
  if (n == 0 || n == text.length)
    return FALSE;

  text = fz_text_from (text, n);
  if (text.length > 1 && text.start[0] == '.' && !g_ascii_isdigit (text.start[1]))
    return TRUE;

  return fz_text_starts (text, "、") || fz_text_starts (text, "．");
}

/**
 * fz_cue_numbered:
 * @text: a line
 *
 * Returns: whether it starts with a number or mark of a list of headings
 */
gboolean
fz_cue_numbered (FzText text)
{
  return fz_cue_start (FZ_CUE_LIST_MARK, text) > 0 || han_numbered (text) || latin_numbered (text);
}

/* Characters of the basic plane, a bit for each. */
typedef struct {
  guint32 bits[0x10000 / 32];
} Chars;

static Chars surnames, compound_surnames;

static void
chars_init (Chars      *self,
            const char *chars)
{
  for (const char *p = chars; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      self->bits[c % 0x10000 / 32] |= 1u << (c % 32);
    }
}

static inline gboolean
chars_has (const Chars *self,
           gunichar     c)
{
  return c < 0x10000 && (self->bits[c / 32] >> (c % 32) & 1) != 0;
}

__attribute__ ((constructor)) static void
surnames_init (void)
{
  chars_init (&surnames, fz_cue_surnames);
  chars_init (&compound_surnames, fz_cue_compound_surnames);
}

static gboolean
is_surname (gunichar c)
{
  return chars_has (&surnames, c);
}

/**
 * fz_cue_spaced_name:
 * @text: a run
 *
 * Returns: bytes of the name of two characters with a space between, 雷 鸣,
 *   that @text starts with, 0 for none
 */
gsize
fz_cue_spaced_name (FzText text)
{
  static const char marks[] = "文图圖摄攝";
  FzText given = fz_text_from (text, text.length >= 3 ? 3 : text.length);
  const char *rest;
  gsize length;

  if (text.length < 7 || !is_surname (fz_text_first (text)) || fz_char_class (fz_text_first (given)) != FZ_CHAR_SPACE)
    return 0;
  given = fz_text_trim (given);
  if (fz_char_class (fz_text_first (given)) != FZ_CHAR_HAN || g_utf8_strchr (marks, -1, fz_text_first (given)) != NULL)
    return 0;
  rest = g_utf8_next_char (given.start);
  length = (gsize) (rest - text.start);

  return fz_text_word_end ((FzText) { rest, given.length - (gsize) (rest - given.start) }, "、，,／/;；:：（）()") == 0 ? length : 0;
}

/**
 * fz_cue_surname:
 * @name: two to four Han characters
 *
 * Returns: whether it begins with a surname, one of two characters where it is
 *   a name of four
 */
gboolean
fz_cue_surname (FzText name)
{
  gsize chars;
  const char *p;

  if (name.length > 16)
    return FALSE;
  chars = fz_text_chars (name);
  if (chars < 2 || chars > 4 || !fz_text_all_han (name))
    return FALSE;
  if (chars < 4)
    return is_surname (fz_text_first (name));
  if (!chars_has (&compound_surnames, fz_text_first (name)))
    return FALSE;

  p = g_utf8_offset_to_pointer (name.start, 2);
  return memmem (fz_cue_compound_surnames, strlen (fz_cue_compound_surnames), name.start, (gsize) (p - name.start)) != NULL;
}
