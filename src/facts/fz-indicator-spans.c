/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-phrase-words.h"

#include <string.h>

/* What lasts a span of time: what follows directly (4个月的洽谈), else the activity
 * before it (做木工已有30年). */

/* Rule "since-then": 搬迁到河滨社区已有10多年: what has lasted is what stands before 到.
 * Returns: it, or nothing. */
static FzPhrase
moved_before (const FzIndicatorLook *look, const FzPhrase *left)
{
  static const char *const lasting[] = { "已", "已有", "已经", "已經", "已经有", "已經有", "已近", "已逾", "已是" };
  static const char others[] = "感到 受到 得到 看到 听到 聽到 达到 達到 找到 收到 遇到 想到 做到 直到 见到 見到 谈到 提到 碰到 学到 用到 等到";
  static FzWords *lexicon;
  const FzReading *reading = look->reading;
  gsize figure_end = look->previous != NULL ? look->previous->candidate.end : 0, length;
  const char *limit = reading->text + figure_end, *p = left->end;
  FzPhrase none = { 0 }, phrase;

  if (fz_phrase_is_empty (left) || !fz_phrase_any_before (p, reading->text + look->c->start, lasting, G_N_ELEMENTS (lasting)))
    return none;
  for (guint n = 0; n < FZ_PHRASE_MAX_CHARACTERS && p > limit && !fz_text_before (limit, p, "到"); n++)
    {
      if (fz_phrase_word_before (limit, p, &length) & (FZ_PHRASE_MARK | FZ_PHRASE_PLAIN))
        return none;
      p -= fz_char_length_before (limit, p);
    }
  if (p <= limit || !fz_text_before (limit, p, "到") || fz_words_before (fz_words_of_list (&lexicon, others), limit, p, NULL) > 0)
    return none;
  phrase = fz_phrase_left (reading, (gsize) (p - reading->text) - strlen ("到"), figure_end);
  return phrase.end - phrase.start >= 6 && !phrase.borrowed ? phrase : none;
}

/* 24小时内, 8小时后就能: Returns: the bytes of what leads from the span to what is done
 * by then. */
static gsize
within (const FzIndicatorLook *look)
{
  static const char leading[] = "内 內 后 後 之后 之後 后就 後就 后就能 後就能 后便 後便 后便可 后即可 後即可 后可 後可 后才 後才 后才能";
  static FzWords *words;
  const char *text = look->reading->text;

  return fz_words_at (fz_words_of_list (&words, leading), text + look->c->end, text + MIN (look->next, look->reading->length), NULL);
}

/* What follows the span, which in a headline a space parts from it; 提前四十天完成计划
 * is what was done earlier. */
static FzPhrase
right_of (const FzIndicatorLook *look)
{
  const FzReading *reading = look->reading;
  const char *start = reading->text, *end = start + reading->length;
  FzPhrase right = fz_phrase_right (reading, look->c->end + within (look), look->next, TRUE);

  if (fz_text_at (start + look->c->end, end, " ") || fz_text_at (start + look->c->end, end, "　"))
    right.start = right.end;
  if (fz_phrase_is_empty (&right) && fz_text_before (start, start + look->c->start, "提前"))
    right = fz_phrase_verb_right (reading, look->c->end, look->next);
  return right;
}

/* 茶厂成立75周年; 优良天数312天，同比增加9天, but 由38分钟缩短到13分钟; 国庆假期八天. */
static char *
of_span_itself (const FzIndicatorLook *look, const FzPhrase *left, const FzPhrase *right)
{
  const FzFound *previous = look->previous;
  FzPhrase anniversary = fz_indicator_anniversary (look->reading, left, look->c);

  if (!fz_phrase_is_empty (&anniversary))
    return fz_indicator_copy (&anniversary);
  if (left->only_change && fz_phrase_is_empty (right) && previous != NULL && previous->candidate.kind == FZ_FIGURE_DURATION &&
      left->start > look->reading->text + previous->candidate.end)
    return fz_indicator_of_change_alone (look, left);
  return fz_phrase_is_empty (left) ? fz_indicator_of_feast (look) : NULL;
}

/* Rule "within": 水位在24小时内上涨了2米: what rose stands before. */
static gboolean
rises_within (const FzIndicatorLook *look, const FzPhrase *left, const FzPhrase *right)
{
  gsize length;

  return within (look) > 0 && !fz_phrase_is_empty (right) && fz_phrase_word_at (right->start, right->end, &length) & FZ_PHRASE_CHANGE &&
         !fz_phrase_is_empty (left) && !left->borrowed && !left->only_change;
}

static gboolean
belongs_right (const FzIndicatorLook *look, const FzPhrase *left)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  gboolean attached = !fz_text_at (reading->text + c->end, reading->text + reading->length, "的") || left->points_right ||
                      fz_indicator_is_owner (reading, left, c);

  return attached || (c->unit != NULL && c->unit->flags & FZ_UNIT_AGE) || fz_phrase_is_empty (left) || left->light;
}

/* 在一年内重新购买住房: what is to be done by then. */
static gboolean
is_done_within (const FzIndicatorLook *look, const FzPhrase *left)
{
  const char *start = look->reading->text;

  return within (look) > 0 && (fz_phrase_is_empty (left) || left->borrowed || fz_text_before (start, start + look->c->start, "在"));
}

/* What went on before the span, or what is said of it. */
static char *
of_span_left (const FzIndicatorLook *look, const FzPhrase *left)
{
  FzPhrase phrase = moved_before (look, left);

  if (!fz_phrase_is_empty (&phrase))
    return fz_indicator_copy (&phrase);
  if (!fz_phrase_is_empty (left) && !left->borrowed)
    return fz_indicator_copy (left);
  phrase = fz_phrase_verb_right (look->reading, look->c->end + within (look), look->next);
  return fz_phrase_is_empty (&phrase) ? fz_indicator_from_elsewhere (look, left) : fz_indicator_copy (&phrase);
}

char *
fz_indicator_of_span (FzIndicatorLook *look)
{
  FzPhrase right = right_of (look);
  const FzPhrase *left = fz_indicator_left (look);
  char *name = of_span_itself (look, left, &right);

  if (name != NULL)
    return name;
  if (rises_within (look, left, &right))
    return fz_indicator_copy (left);
  if (!fz_phrase_is_empty (&right) && belongs_right (look, left))
    return fz_indicator_copy (&right);
  if (is_done_within (look, left))
    right = fz_phrase_verb_right (look->reading, look->c->end + within (look), look->next);
  return within (look) > 0 && !fz_phrase_is_empty (&right) ? fz_indicator_copy (&right) : of_span_left (look, left);
}
