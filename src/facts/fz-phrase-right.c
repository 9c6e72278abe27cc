/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase.h"

#include "fz-phrase-words.h"

/* Runs of text behind a figure: over 以上 and 的, then on to a mark, a number or
 * a word that opens a predicate; of what has a 的, what follows the last. */

static const char *
right_start (const char *p, const char *end)
{
  gsize length;

  while (p < end && fz_phrase_word_at (p, end, &length) & FZ_PHRASE_BEHIND)
    p += length;
  return p + (p < end && *p == ' ');
}

/* 茶叶推广会, 供需对接活动: a noun of deeds makes one name of a verb and itself.
 * Returns: the bytes of both, or 0. */
static gsize
deed_at (const char *q, const char *end)
{
  gsize verb, noun;

  if (!(fz_phrase_word_at (q, end, &verb) & FZ_PHRASE_DOES) ||
      !(fz_words_all_at (fz_phrase_words (), q + verb, end) & FZ_PHRASE_DEED))
    return 0;
  fz_phrase_word_at (q + verb, end, &noun);
  return verb + noun;
}

/* 212家单位发布: behind a noun such a verb opens a predicate. */
static gboolean
predicate_at (const char *p, const char *q, const char *end)
{
  gsize length;

  return q - p >= 6 && fz_phrase_word_at (q, end, &length) & (FZ_PHRASE_DOES | FZ_PHRASE_ACTS);
}

/* 实施了打击: 了 makes a verb of what stands before it.  Returns: where that
 * verb starts, @q where none does. */
static const char *
done_before (const char *p, const char *q, const char *end)
{
  if (!fz_text_at (q, end, "了") || q - p < 12)
    return q;
  q -= fz_char_length_before (p, q);
  return q - fz_char_length_before (p, q);
}

/* 两家医院今年更新了设备: what happened to them is no part of their name. */
static gboolean
time_at (const FzReading *reading, const char *q)
{
  gsize at = (gsize) (q - reading->text);
  guint i = fz_reading_last (reading->times, at);

  return i != FZ_NOT_FOUND && g_array_index (reading->times, FzTime, i).start == at;
}

/* Returns: the bytes at @q that go on the phrase from @p, 0 where it ends. */
static gsize
step_right (const FzReading *reading, const char *p, const char *q, const char *end)
{
  const FzQuote *quote = fz_reading_quote_starting (reading, (gsize) (q - reading->text));
  gsize length;
  guint class;

  if (quote != NULL && reading->text + quote->end <= end && quote->kind != FZ_QUOTE_SPEECH)
    return quote->end - quote->start;
  length = deed_at (q, end);
  if (length > 0)
    return length;
  class = fz_phrase_word_at (q, end, &length);
  if (class & FZ_PHRASE_MARK || (class & FZ_PHRASE_CUT && !(class & FZ_PHRASE_BEHIND)) || g_ascii_isdigit (*q) || *q == ' ')
    return 0;
  if (predicate_at (p, q, end) || (q > p && time_at (reading, q)) || (length <= 3 && done_before (p, q, end) < q))
    return 0;
  if (class & FZ_PHRASE_PLAIN || (class & FZ_PHRASE_VERB && length > 3))
    return length;
  return fz_char_length_at (q, end);
}

/* 已经七十岁了, 从22棵减到14棵, 四位平均: one character that no thing is called. */
static gboolean
is_no_noun (const char *p, const char *q)
{
  static const char *const words[] = { "了", "着", "著", "过", "過", "减", "減", "增", "升", "降", "涨", "漲", "跌",
                                       "至", "因", "早", "平", "同" };

  return q - p == 3 && fz_phrase_any_before (p, q, words, G_N_ELEMENTS (words));
}

/**
 * fz_phrase_right:
 * @reading: a reading
 * @position: where a figure ends
 * @next: where the next one starts
 * @first_de: whether the phrase ends at its first 的, not after its last
 *
 * Returns: the noun phrase behind the figure; empty where a predicate follows
 */
FzPhrase
fz_phrase_right (const FzReading *reading, gsize position, gsize next, gboolean first_de)
{
  static const char *const joints[] = { "的", "和", "与", "與", "及" };
  const char *end = reading->text + next, *p = right_start (reading->text + position, end), *q = p, *last = NULL;
  FzPhrase phrase = { 0 };
  gsize length;

  for (guint n = 0; n < FZ_PHRASE_MAX_CHARACTERS && q < end && (length = step_right (reading, p, q, end)) > 0; n++)
    {
      if (fz_text_at (q, end, "的"))
        {
          if (first_de && q > p)
            break;
          last = q + 3;
        }
      q += length;
    }
  q = done_before (p, q, end);
  while (q > p && fz_phrase_any_before (p, q, joints, G_N_ELEMENTS (joints)))
    q = q - fz_char_length_before (p, q);
  phrase.start = last != NULL && last < q ? last : p;
  phrase.end = q;
  if (q - phrase.start < 3 || is_no_noun (phrase.start, q))
    phrase.start = q;
  return phrase;
}

/**
 * fz_phrase_verb_right:
 * @reading: a reading
 * @position: where a figure ends
 * @next: where the next one starts
 *
 * Returns: what is said of the things counted: 3000多人进城安家
 */
FzPhrase
fz_phrase_verb_right (const FzReading *reading, gsize position, gsize next)
{
  const char *end = reading->text + next, *p = reading->text + position, *q;
  FzPhrase phrase = { 0 };
  gsize length;

  while (p < end && fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_BEHIND | FZ_PHRASE_TAIL))
    p += length;
  for (q = p; q < end && q - p < FZ_PHRASE_MAX_CHARACTERS * 2; q += fz_char_length_at (q, end))
    if (fz_phrase_word_at (q, end, &length) & FZ_PHRASE_MARK || g_ascii_isdigit (*q))
      break;
  phrase.start = p;
  phrase.end = q - p >= 6 ? q : p;
  return phrase;
}
