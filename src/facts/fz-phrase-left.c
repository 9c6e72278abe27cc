/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase.h"

#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* The phrase before a figure, without what only looks like its part: whose it is,
 * what the figure before counts, 每亩, and the end of a list of places. */

static gboolean
is_only_change (const char *limit, const FzPhrase *phrase)
{
  static const char *const comparing[] = { "比", "较", "較", "高出", "高于", "高於", "低于", "低於", "多于", "少于", "超出" };
  const char *p = phrase->start;
  gsize length;

  if (phrase->start > limit && fz_phrase_word_before (limit, phrase->start, &length) & FZ_PHRASE_MARK &&
      !(fz_phrase_word_at (p, phrase->end, &length) & FZ_PHRASE_PLAIN))
    for (gsize i = 0; i < G_N_ELEMENTS (comparing); i++)
      if (fz_text_at (p, phrase->end, comparing[i]))
        return TRUE;
  for (; p < phrase->end; p += length)
    /* 同比2022年增长 */
    if (p > phrase->start && (g_ascii_isdigit (*p) || (g_ascii_isdigit (p[-1]) && fz_text_at (p, phrase->end, "年"))))
      length = fz_char_length_at (p, phrase->end);
    else if (!(fz_phrase_word_at (p, phrase->end, &length) & FZ_PHRASE_CHANGE))
      return FALSE;
  return !fz_phrase_is_empty (phrase);
}

static gboolean
verb_before (const char *start, const char *p)
{
  gsize length;

  return fz_phrase_word_before (start, p, &length) & FZ_PHRASE_VERB;
}

/* Returns: the first verb of two characters within the phrase, or %NULL. */
static const char *
verb_within (const char *start, const char *end)
{
  gsize length;

  for (const char *p = start; p < end; p += MAX (length, fz_char_length_at (p, end)))
    if (fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_VERB | FZ_PHRASE_LIGHT) && length >= 6 && p + length <= end)
      return p;
  return NULL;
}

/* 从茶企拿到订单, 为村民代办事项: who it was from or for is no part of it. */
static void
drop_party (const char *limit, FzPhrase *phrase)
{
  static const char prepositions[] = "从 從 向 给 給 对 對 为 為 在 于 由";
  static FzWords *lexicon;
  const char *verb;

  if (fz_words_before (fz_words_of_list (&lexicon, prepositions), limit, phrase->start, NULL) == 0)
    return;
  verb = verb_within (phrase->start, phrase->end);
  if (verb != NULL)
    phrase->start = verb;
}

/* 10周年和走廊启动10周年: what is joined to the figure before is not that one's. */
static gboolean
drop_joint (FzPhrase *phrase)
{
  static const char *const joints[] = { "和", "与", "與", "及", "暨", "或" };
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (phrase->start, phrase->end, joints[i]) &&
        !(fz_phrase_word_at (phrase->start, phrase->end, &length) & FZ_PHRASE_PLAIN))
      {
        phrase->start += strlen (joints[i]);
        return TRUE;
      }
  return FALSE;
}

/* 河北、天津等地降温: the list of places before it is closed by 等地, where 等地区
 * and 等地铁 are other words. */
static void
drop_list_end (const char *limit, FzPhrase *phrase)
{
  static const char *const ends[] = { "等地", "等省", "等市", "等县", "等縣" }, *const goes_on[] = {
    "区", "區", "方", "铁", "鐵", "级", "級", "场", "場", "价", "價", "值", "内", "內", "域", "块", "塊", "产", "產", "理", "质", "質", "址", "图", "圖", "道",
  };
  const char *p = phrase->start;

  if (fz_text_before (limit, p, "等") && fz_text_at (p, phrase->end, "地"))
    p += strlen ("地");
  for (gsize i = 0; i < G_N_ELEMENTS (ends) && p == phrase->start; i++)
    if (fz_text_at (p, phrase->end, ends[i]))
      p += strlen (ends[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (goes_on) && p > phrase->start; i++)
    if (fz_text_at (p, phrase->end, goes_on[i]))
      p = phrase->start + (fz_text_at (phrase->start, phrase->end, "等") ? strlen ("等") : 0);
  phrase->start = p;
}

/* 130列车实行4折: of whom the figure before is, and what they do. */
static gboolean
is_predicate (const char *p, const char *end)
{
  gsize length;

  return fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_DOES | FZ_PHRASE_ACTS) && p + length == end;
}

/* 9个村盘活土地700亩: the figure before has its own noun, the rest is ours. */
static void
give_back (const FzReading *reading, gsize figure_end, FzPhrase *phrase)
{
  FzPhrase theirs = fz_phrase_right (reading, figure_end, (gsize) (phrase->end - reading->text), FALSE);
  const char *own = theirs.end;

  /* 1辆市价200万元: a price is never what is counted. */
  if (fz_phrase_is_label (phrase))
    return;
  if (phrase->end - own < 6)
    own = verb_within (phrase->start + 3, phrase->end);
  phrase->borrowed = fz_phrase_is_empty (&theirs) || own == NULL || own >= phrase->end || is_predicate (own, phrase->end);
  if (!phrase->borrowed)
    phrase->start = own;
}

/* 山坳里盖起了35千瓦茶机: what a verb came to, with 了 behind it, needs no table of
 * verbs. */
static gboolean
is_done (const FzReading *reading, gsize position, const FzPhrase *phrase)
{
  static const char *const results[] = { "起", "出", "下", "掉", "完", "住", "走", "回", "好", "满", "滿", "成", "上" };
  const char *figure = reading->text + position;

  return phrase->end == figure - strlen ("了") && fz_text_at (phrase->end, figure, "了") &&
         fz_phrase_any_before (phrase->start, phrase->end, results, G_N_ELEMENTS (results));
}

/* Rule "again": 又唱了两天: what is done once more is no thing. */
static gboolean
is_again (const FzPhrase *phrase)
{
  static const char words[] = "又 再 也 还 還";
  static FzWords *lexicon;
  gsize length = fz_words_at (fz_words_of_list (&lexicon, words), phrase->start, phrase->end, NULL);

  return phrase->done && length > 0 && phrase->end - phrase->start == (gssize) length + 3;
}

/* Rule "made": 工程将使59亩农田受益: what something is done to stands behind. */
static gboolean
is_made (const FzPhrase *phrase)
{
  static const char words[] = "将使 將使 可使 能使 已使 并使 ，使 致使 使得 让 讓 能让 可让 将让";
  static FzWords *lexicon;

  return fz_words_before (fz_words_of_list (&lexicon, words), phrase->start, phrase->end, NULL) > 0 ||
         (phrase->end - phrase->start == 3 && fz_text_at (phrase->start, phrase->end, "使"));
}

/* The minutes of 高潮　09:42　2.6米. */
static gboolean
is_digits (const FzPhrase *phrase)
{
  const char *p = phrase->start;

  while (p < phrase->end && g_ascii_isdigit (*p))
    p++;
  return p == phrase->end;
}

/* One character is no noun phrase, but for a dimension and 这笔钱. */
static gboolean
is_too_short (const FzPhrase *phrase)
{
  static const char dimensions[] = "长 長 宽 寬 高 深 厚 重 钱";
  static FzWords *lexicon;

  if (phrase->end - phrase->start > 3)
    return is_digits (phrase);
  return fz_words_before (fz_words_of_list (&lexicon, dimensions), phrase->start, phrase->end, NULL) == 0;
}

/* 保底价每公斤: what each one gets belongs to the qualifier. */
static void
drop_each (const FzReading *reading, const char *limit, FzPhrase *phrase)
{
  const char *behind = fz_link_each_at (phrase->start, phrase->end);
  gsize length;

  if (behind == NULL)
    return;
  if (phrase->end - behind >= 6)
    phrase->start = behind;
  else if (phrase->start > limit && !(fz_phrase_word_before (limit, phrase->start, &length) & FZ_PHRASE_MARK))
    {
      phrase->end = fz_links_skip (reading, phrase->start, limit, phrase);
      phrase->start = fz_phrase_walk_left (reading, phrase->end, limit);
    }
}

/**
 * fz_phrase_left:
 * @reading: a reading
 * @position: where a figure starts
 * @figure_end: where the figure before it ends, 0 where there is none
 *
 * Returns: the phrase before the figure
 */
FzPhrase
fz_phrase_left (const FzReading *reading, gsize position, gsize figure_end)
{
  const char *limit = reading->text + figure_end;
  FzPhrase phrase = { 0 };
  gsize length;

  phrase.end = fz_links_skip (reading, reading->text + position, limit, &phrase);
  phrase.start = fz_phrase_walk_left (reading, phrase.end, limit);
  phrase.touches = figure_end > 0 && phrase.end == limit;
  drop_each (reading, limit, &phrase);
  /* 一周内抓捕60人 */
  if (figure_end > 0 && phrase.start == limit && phrase.end - phrase.start > 6 && fz_text_at (limit, phrase.end, "内") &&
      !(fz_phrase_word_at (limit, phrase.end, &length) & FZ_PHRASE_PLAIN))
    phrase.start += strlen ("内");
  else if (figure_end > 0 && phrase.start == limit && !drop_joint (&phrase))
    give_back (reading, figure_end, &phrase);
  drop_list_end (limit, &phrase);
  drop_party (limit, &phrase);
  phrase.ends_in_verb = verb_before (phrase.start, phrase.end) || is_done (reading, position, &phrase);
  phrase.done = fz_text_before (limit, reading->text + position, "了") && phrase.end == reading->text + position - strlen ("了");
  if (is_again (&phrase))
    phrase.start = phrase.end;
  phrase.only_change = is_only_change (limit, &phrase);
  /* 增8% is told of what was told before, with its change word. */
  if (is_too_short (&phrase) && !(phrase.only_change && phrase.end - phrase.start == 3))
    {
      if (phrase.ends_in_verb)
        phrase.verb = (FzRun) { phrase.start, phrase.end };
      phrase.start = phrase.end;
    }
  phrase.points_right = phrase.points_right || is_made (&phrase);
  /* 最长24个月的免租期 */
  if (fz_text_at (phrase.start, phrase.end, "最") && phrase.end - phrase.start <= 6)
    phrase.points_right = TRUE;
  /* Before a light verb stands who did it. */
  if (phrase.light)
    phrase.ends_in_verb = TRUE;
  return phrase;
}
