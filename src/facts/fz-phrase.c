/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase.h"

#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* Runs of text beside a figure, cut by words rather than by grammar.
 *
 * To the left: over linking words (达 为 已有), then back to a mark, a place, a
 * time, 的, 和, an adverb or a light verb.  What is to the right reads
 * fz-phrase-right. */

/**
 * fz_phrase_is_empty:
 * @phrase: a phrase
 *
 * Returns: whether nothing is in it
 */
gboolean
fz_phrase_is_empty (const FzPhrase *phrase)
{
  return phrase->end <= phrase->start;
}

/**
 * fz_phrase_breaks_at:
 * @p: a place in a text
 * @end: its end
 *
 * Returns: whether a mark or a word that opens a predicate stands there, so
 *   that no name runs over it
 */
gboolean
fz_phrase_breaks_at (const char *p, const char *end)
{
  gsize length;
  guint class = fz_phrase_word_at (p, end, &length);

  return class & (FZ_PHRASE_MARK | FZ_PHRASE_CUT) || (length > 3 && class & FZ_PHRASE_LIGHT);
}

/* The 的 of 缩短的时间 belongs to the phrase. */
static gboolean
empty_head_at (const char *p, const char *end)
{
  guint class = 0;

  return fz_words_at (fz_phrase_words (), p, end, &class) > 0 && class & FZ_PHRASE_HEAD;
}

/* 比去年全年还多: what a change is compared with belongs to it.  Returns: where
 * the comparison starts, or %NULL. */
static const char *
comparison_before (const char *limit, const char *q, const char *end)
{
  gsize length;

  if (!(fz_phrase_word_before (q, end, &length) & (FZ_PHRASE_CHANGE | FZ_PHRASE_POLE)))
    return NULL;
  for (guint n = 0; n < 12 && q > limit; n++)
    {
      q -= fz_char_length_before (limit, q);
      if (fz_phrase_word_at (q, end, &length) & FZ_PHRASE_MARK || g_ascii_isdigit (*q))
        return NULL;
      if ((fz_text_at (q, end, "比") || fz_text_at (q, end, "较") || fz_text_at (q, end, "較")) &&
          !(fz_phrase_word_at (q, end, &length) & FZ_PHRASE_PLAIN))
        return q;
    }
  return NULL;
}

/* Returns: the bytes of what stands before @q and belongs to the phrase up to
 * @end; 0 where it starts. */
static gsize
step_left (const FzReading *reading, const char *q, const char *end, const char *limit)
{
  static const char joints[] = "和 与 與 及";
  static FzWords *lexicon;
  const FzQuote *quote = fz_reading_quote_ending (reading, (gsize) (q - reading->text));
  const char *comparison;
  gboolean name, short_yet = end - q < 6;
  gsize length;
  guint class;

  if (quote != NULL && reading->text + quote->start >= limit)
    return (gsize) (q - reading->text) - quote->start;
  class = fz_phrase_word_before (limit, q, &length);
  if (class & FZ_PHRASE_MARK || q[-1] == ' ')
    return 0;
  if (q == end && fz_words_before (fz_words_of_list (&lexicon, joints), limit, q, NULL) > 0)
    return 0;
  name = fz_link_place (reading, q) != NULL || fz_link_time (reading, q) != NULL;
  if (fz_text_before (limit, q, "的"))
    return empty_head_at (q, end) ? 3 : 0;
  if ((name && (!short_yet || end == q)) || (!short_yet && class & FZ_PHRASE_STOP))
    {
      comparison = comparison_before (limit, q, end);
      return comparison != NULL ? (gsize) (q - comparison) : 0;
    }
  /* 其中加开 is said of no 中加. */
  if (length > 3 && fz_text_before (limit, q - length + 3, "其中"))
    length -= 3;
  /* 的一 of 最多的一户 is two words. */
  return fz_text_before (limit, q, "的一") ? 3 : MAX (length, fz_char_length_before (limit, q));
}

/**
 * fz_phrase_walk_left:
 * @reading: a reading
 * @end: where a phrase ends
 * @limit: how far back to look
 *
 * Returns: where it starts
 */
const char *
fz_phrase_walk_left (const FzReading *reading, const char *end, const char *limit)
{
  const char *q = end;
  gsize length;

  for (guint n = 0; n < FZ_PHRASE_MAX_CHARACTERS && q > limit; n++, q -= length)
    if ((length = step_left (reading, q, end, limit)) == 0)
      break;
  return fz_link_skip_article (MAX (q, limit), end, limit);
}

/**
 * fz_phrase_subject:
 * @reading: a reading
 * @left: what stands left of a figure
 * @figure_end: where the figure before it ends, 0 where there is none
 *
 * Returns: the subject before the light verb, or nothing
 */
FzPhrase
fz_phrase_subject (const FzReading *reading, const FzPhrase *left, gsize figure_end)
{
  FzPhrase phrase = { 0 };

  if (!left->light || left->verb.start == NULL || left->verb.start <= reading->text + figure_end)
    return phrase;
  phrase.end = left->verb.start;
  phrase.start = fz_phrase_walk_left (reading, phrase.end, reading->text + figure_end);
  if (phrase.end - phrase.start < 6)
    phrase.start = phrase.end;
  return phrase;
}

/* 其中，: a word that only links names nothing. */
static gboolean
is_link (const FzPhrase *phrase)
{
  gsize length;

  return fz_phrase_word_at (phrase->start, phrase->end, &length) & (FZ_PHRASE_STOP | FZ_PHRASE_TAIL | FZ_PHRASE_CUT) &&
         phrase->start + length == phrase->end;
}

/* Rule "record": 茶价创近十年新高，达每斤300元: what has set it stands before.
 * Returns: where that ends, @end where no record closes the clause. */
static const char *
before_record (const char *from, const char *end)
{
  static const char *const records[] = { "新高", "新低", "新纪录", "新紀錄", "纪录", "同期最高", "同期最低", "同期最多", "历史最高" };
  static const char setting[] = "创 创下 创出 再创 创造 創 創下 创了 为近 打破 刷新 創造 再創";
  static FzWords *words;

  if (!fz_phrase_any_before (from, end, records, G_N_ELEMENTS (records)))
    return end;
  for (const char *p = from; p < end; p += fz_char_length_at (p, end))
    if (fz_words_at (fz_words_of_list (&words, setting), p, end, NULL) > 0)
      return p - from >= 6 ? p : end;
  return end;
}

/**
 * fz_phrase_clause_before:
 * @reading: a reading
 * @position: where a figure starts
 *
 * Returns: the last phrase of the clause before the figure's own, in its sentence
 */
FzPhrase
fz_phrase_clause_before (const FzReading *reading, gsize position)
{
  guint s = fz_reading_last (reading->sentences, position);
  const char *limit = reading->text + g_array_index (reading->sentences, FzStretch, s).start;
  const char *p = reading->text + position, *from = MAX (limit, p - MIN (position, (gsize) FZ_PHRASE_MAX_CHARACTERS * 4));
  FzPhrase phrase = { 0 };

  while (p > from && !fz_text_before (from, p, "，") && !fz_text_before (from, p, ","))
    p -= fz_char_length_before (from, p);
  if (p <= from)
    return phrase;
  phrase.end = before_record (from, p - fz_char_length_before (from, p));
  phrase.start = fz_phrase_walk_left (reading, phrase.end, limit);
  if (phrase.end - phrase.start < 6 || is_link (&phrase))
    phrase.start = phrase.end;
  return phrase;
}
