/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-heads.h"
#include "fz-indicator-private.h"

#include "fz-phrase-words.h"

#include <string.h>

/* What a count counts: the noun behind it first (46名农技服务员), then what stands
 * before it (收到来信172件), then its own unit or the verb (受访42人). */

/* 5部门发布通知: behind a noun that was counted stands what it does. */
static gboolean
opens_with_verb (const FzPhrase *phrase)
{
  gsize length;

  return fz_phrase_word_at (phrase->start, phrase->end, &length) &
         (FZ_PHRASE_DOES | FZ_PHRASE_ACTS | FZ_PHRASE_LIGHT | FZ_PHRASE_VERB);
}

/* Rule "leads-on": 12省区市进出口3亿元: what stands between a noun that is counted and
 * the next figure is of that one. */
static gboolean
leads_on (const FzIndicatorLook *look, const FzPhrase *right)
{
  const char *start = look->reading->text;

  return look->next < look->reading->length && right->start == start + look->c->end && right->end == start + look->next;
}

/* Rule "reporter": behind 41万个记者今天获悉 begins another sentence; reporters are no 个. */
static gboolean
opens_report (const FzIndicatorLook *look, const FzPhrase *right)
{
  static const char *const people[] = { "名", "位", "人", "多名", "余名" };
  const char *text = look->reading->text, *unit = text + look->c->unit_start;

  if (!fz_text_at (right->start, right->end, "记者") && !fz_text_at (right->start, right->end, "記者"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (fz_text_at (unit, text + look->c->end, people[i]))
      return FALSE;
  return TRUE;
}

/* Rule "aged": 11位平均65岁的茶农, 两部可载24人的电梯: what is counted stands behind how
 * old it is or what it holds. */
static FzPhrase
behind_age (const FzIndicatorLook *look)
{
  static const char between[] = "平均 平均年龄 平均年齡 年龄 年齡 年近 年逾 约 約 近";
  static const char holding[] = "可載 可载 能载 能載 可容纳 可容納 能容纳 能容納 可坐 能坐 可装 能装 可停 能停 可搭載 限載 核载";
  static FzWords *words, *verbs;
  const char *text = look->reading->text, *end = text + look->reading->length, *p = text + look->c->end;
  gsize length;
  FzPhrase none = { 0 };

  if (look->after == NULL || look->after->unit == NULL || !fz_text_at (text + look->after->end, end, "的"))
    return none;
  length = fz_words_at (fz_words_of_list (&verbs, holding), p, end, NULL);
  if (length == 0 && !(look->after->unit->flags & FZ_UNIT_AGE))
    return none;
  p += length > 0 ? length : fz_words_at (fz_words_of_list (&words, between), p, end, NULL);
  return p == text + look->after->start ? fz_phrase_right (look->reading, look->after->end, look->reading->length, FALSE) : none;
}

/* Rule "pair": 夫妇2人的善举 is theirs, and they are counted. */
static gboolean
is_of_pair (FzIndicatorLook *look)
{
  static const char *const pairs[] = { "夫妇", "夫婦", "夫妻", "父子", "父女", "母子", "母女", "兄弟", "姐妹", "姊妹", "兄妹", "姐弟", "师徒", "師徒", "祖孙", "祖孫", "婆媳", "一家", "全家" };
  const char *text = look->reading->text, *end = text + look->reading->length;

  return fz_text_at (text + look->c->unit_start, end, "人的") && look->c->end == look->c->unit_start + 3 &&
         fz_indicator_left (look)->end == text + look->c->start &&
         fz_phrase_any_before (fz_indicator_left (look)->start, fz_indicator_left (look)->end, pairs, G_N_ELEMENTS (pairs));
}

/* Rule "pointing": 该校有5人获一等奖: 该校 says of what text it is, not what is counted. */
static gboolean
only_points (const FzPhrase *left)
{
  gsize length;

  return fz_phrase_word_at (left->start, left->end, &length) & FZ_PHRASE_STOP && left->start + length == left->end;
}

/* 11个建起了冷库, 1312名在校就餐: what no table knows for a verb. */
static gboolean
tells_deed (const FzPhrase *right)
{
  return !fz_phrase_is_empty (right) && (fz_text_at (right->start, right->end, "在") ||
                                         memmem (right->start, (gsize) (right->end - right->start), "了", strlen ("了")) != NULL);
}

/* The noun behind a count, as far as it is that. */
static FzPhrase
right_of (const FzIndicatorLook *look)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  FzPhrase right = fz_phrase_right (reading, c->end, look->next, fz_indicator_counts_owners (reading, c));

  if (fz_indicator_counts_what_has (reading, c, &right))
    right = fz_phrase_right (reading, c->end, look->next, TRUE);
  else if (!fz_phrase_is_empty (&right) && fz_text_before (reading->text, right.start, "的"))
    {
      FzPhrase owner = fz_phrase_right (reading, c->end, look->next, TRUE);

      right = fz_indicator_counts_kind (reading, c, &owner) ? owner : right;
    }
  fz_indicator_cut_at_head (reading, c, &right);
  return right;
}

/* 新批项目37个 增资占六成: a space in a headline parts the two; so does 记者. */
static gboolean
is_parted (FzIndicatorLook *look, const FzPhrase *right)
{
  return opens_report (look, right) || (fz_text_at (look->reading->text + look->c->end, right->end, " ") &&
                                        !fz_phrase_is_empty (fz_indicator_left (look)) && !look->left.borrowed);
}

/* 三市的客船: the cities are counted, by their own noun. */
static gboolean
counts_itself (const FzIndicatorLook *look)
{
  return look->c->unit != NULL && look->c->unit->flags & FZ_UNIT_NOUN;
}

static gboolean
is_of_unit (const FzIndicatorLook *look, const FzPhrase *right)
{
  const FzReading *reading = look->reading;

  return counts_itself (look) && (leads_on (look, right) || opens_with_verb (right) ||
                                  fz_text_at (reading->text + look->c->end, reading->text + reading->length, "的"));
}

/* What stands before a count, where no noun is behind it; what is said of the
 * things, or another figure's. */
static char *
of_count_left (FzIndicatorLook *look)
{
  const FzPhrase *left = fz_indicator_left (look);
  FzPhrase right;
  char *of_which;

  if (left->touches && look->previous->candidate.end == look->c->start && look->previous->indicator != NULL)
    return g_strdup (look->previous->indicator);
  if (!fz_phrase_is_empty (left) && !left->borrowed && !only_points (left) && !fz_indicator_counts_deeds (look->reading, look->c))
    return left->only_change ? fz_indicator_of_change_alone (look, left) : fz_indicator_copy (left);
  of_which = fz_indicator_of_which (look);
  if (of_which != NULL)
    return of_which;
  right = fz_phrase_verb_right (look->reading, look->c->end, look->next);
  return fz_phrase_is_empty (&right) ? fz_indicator_from_elsewhere (look, left) : fz_indicator_copy (&right);
}

char *
fz_indicator_of_count (FzIndicatorLook *look)
{
  const FzCandidate *c = look->c;
  FzPhrase right = right_of (look), aged = behind_age (look);
  char *of_which = tells_deed (&right) ? fz_indicator_of_which (look) : NULL;

  if (of_which != NULL)
    return of_which;
  if (!fz_phrase_is_empty (&aged))
    return fz_indicator_copy (&aged);
  if (is_parted (look, &right))
    right.start = right.end;
  if (is_of_pair (look))
    return fz_indicator_copy (fz_indicator_left (look));
  if (fz_phrase_is_label (&right))
    return NULL;
  if (!fz_phrase_is_empty (&right) && !is_of_unit (look, &right))
    return fz_indicator_copy (fz_indicator_stands_left (look->reading, c, fz_indicator_left (look), &right) ? fz_indicator_left (look) : &right);
  if (counts_itself (look))
    return g_strndup (look->reading->text + c->unit_start, c->end - c->unit_start);
  return of_count_left (look);
}
