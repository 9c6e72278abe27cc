/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-heads.h"
#include "fz-indicator-private.h"

#include "fz-against.h"
#include "fz-phrase-links.h"
#include "fz-phrase-words.h"
#include "fz-stop.h"

#include <string.h>

/* What a figure measures: a run of the text beside it.
 *
 * Counts look right first (46名农技服务员), then left (收到来信172件).  Money,
 * shares and measures look left first (总投资8亿元), and right where only a verb
 * stands on the left (耕种6亩地).  A span of time takes what follows directly,
 * else the activity before it.  Where neither side has anything the figure
 * before it lends its own, or the clause before does. */

/* A figure that is asked what it measures.  What stands on its left is read once,
 * and only where somebody wants it. */
typedef struct {
  const FzReading   *reading;
  const FzFound     *previous; /* (nullable) */
  const FzCandidate *c;
  const FzCandidate *after;    /* (nullable): the figure behind it */
  gsize              next;     /* where that one starts */
  FzPhrase           left;
  gboolean           has_left;
} Look;

/* Rule "leads-on": 12省区市进出口3亿元: the noun before has been counted itself, and all
 * behind it is of the sum. */
static gboolean
leads_here (const Look *look)
{
  const FzUnit *unit = look->previous->candidate.unit;
  const char *start = look->reading->text, *from = start + look->previous->candidate.end;

  return unit != NULL && unit->flags & FZ_UNIT_NOUN && look->left.start == from && look->left.end == start + look->c->start &&
         look->left.end - from >= 6;
}

static const FzPhrase *
left_of (Look *look)
{
  if (!look->has_left)
    {
      look->left = fz_phrase_left (look->reading, look->c->start, look->previous ? look->previous->candidate.end : 0);
      look->left.borrowed = look->left.borrowed && !leads_here (look);
    }
  look->has_left = TRUE;
  return &look->left;
}

static gboolean
is_count (const FzCandidate *c)
{
  return c->kind == FZ_FIGURE_COUNT;
}

char *
fz_indicator_copy (const FzPhrase *phrase)
{
  return g_strndup (phrase->start, (gsize) (phrase->end - phrase->start));
}

/* Returns: where what parts a thing from its change starts: 员工却减少, 收入十年间
 * 增长, 价格指数（CPI）上涨; @p where nothing does. */
static const char *
parted_before (const FzReading *reading, const char *p, const char *limit)
{
  static const char *const adverbs[] = { "却", "卻", "也", "又", "则", "則", "均", "都", "还", "還", "累计", "累計", "逆势", "逆勢", "已", "再",
                                         "将", "將", "逐年", "逐月", "逐步", "持续", "持續", "继续", "繼續", "连续", "連續", "再次", "一度", "首次", "合计", "合計" };
  const FzTime *time = fz_link_time (reading, p);

  for (gsize i = 0; i < G_N_ELEMENTS (adverbs); i++)
    if (fz_text_before (limit, p, adverbs[i]))
      return p - strlen (adverbs[i]);
  if (time != NULL && reading->text + time->start > limit)
    return reading->text + time->start;
  return p - fz_link_brackets_before (limit, p);
}

/* The thing of a change that an adverb or a time parts from it. */
static FzPhrase
parted_thing (const FzReading *reading, const FzPhrase *change, gsize figure_end)
{
  const char *end = parted_before (reading, change->start, reading->text + figure_end);
  FzPhrase none = { 0 }, thing;

  if (end == change->start)
    return none;
  thing = fz_phrase_left (reading, (gsize) (end - reading->text), figure_end);
  return thing.end == end && !thing.only_change && !thing.light && !thing.ends_in_verb && !thing.borrowed ? thing : none;
}

/* 消费价格环比下降0.4%，比上年同期上涨0.2%: the second is said of the price, not of
 * its fall.  Returns: the bytes of @name without what changed at its end. */
static gsize
thing_of (const char *name)
{
  const char *end = name + strlen (name), *p = end;
  g_autofree char *against = NULL;
  gsize length;

  while (p > name && fz_phrase_word_before (name, p, &length) & FZ_PHRASE_CHANGE)
    p -= length;
  against = p < end && p > name ? fz_against_before (name, p) : NULL;
  if (against != NULL && fz_text_before (name, p, against))
    p -= strlen (against);
  return p - name >= 6 ? (gsize) (p - name) : (gsize) (end - name);
}

/* 同比增长 alone is not a thing: it is said of the thing before. */
char *
fz_indicator_of_change (const FzPhrase *change, const FzFound *previous)
{
  g_autofree char *text = fz_indicator_copy (change);

  if (previous == NULL || previous->indicator == NULL)
    return g_steal_pointer (&text);
  if (g_str_has_suffix (previous->indicator, text))
    return g_strdup (previous->indicator);
  return g_strdup_printf ("%.*s%s", (int) thing_of (previous->indicator), previous->indicator, text);
}

gboolean
fz_indicator_same_sentence (const FzReading *reading, const FzFound *previous, const FzCandidate *c)
{
  return previous != NULL &&
         fz_reading_last (reading->sentences, previous->candidate.start) ==
           fz_reading_last (reading->sentences, c->start);
}

static char *
of_change_alone (const Look *look, const FzPhrase *change)
{
  FzPhrase thing = parted_thing (look->reading, change, look->previous ? look->previous->candidate.end : 0);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (fz_phrase_is_empty (&thing))
    return fz_indicator_of_change (change, look->previous);
  name = fz_indicator_copy (&thing);
  text = fz_indicator_copy (change);
  return g_strconcat (name, text, NULL);
}

/* The bare verb, the subject before it, the figure or the clause before. */
static char *
from_elsewhere (const Look *look, const FzPhrase *left)
{
  const FzReading *reading = look->reading;
  const FzFound *previous = look->previous;
  const FzCandidate *c = look->c;
  FzPhrase phrase;

  if (left->verb.end > left->verb.start && !left->light && is_count (c))
    return fz_indicator_copy (&(FzPhrase) { .start = left->verb.start, .end = left->verb.end });
  phrase = fz_phrase_subject (reading, left, previous != NULL ? previous->candidate.end : 0);
  if (!fz_phrase_is_empty (&phrase))
    return fz_indicator_copy (&phrase);
  if (fz_indicator_same_sentence (reading, previous, c) && previous->indicator != NULL)
    return fz_indicator_lends (previous, c) ? g_strdup (previous->indicator) : NULL;
  phrase = fz_phrase_clause_before (reading, c->start);
  if (fz_phrase_is_empty (&phrase) && is_count (c))
    phrase = (FzPhrase) { .start = left->verb.start, .end = left->verb.end };
  return fz_phrase_is_empty (&phrase) ? NULL : fz_indicator_copy (&phrase);
}

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
leads_on (const Look *look, const FzPhrase *right)
{
  const char *start = look->reading->text;

  return look->next < look->reading->length && right->start == start + look->c->end && right->end == start + look->next;
}

/* Rule "reporter": behind 41万个记者今天获悉 begins another sentence; reporters are no 个. */
static gboolean
opens_report (const Look *look, const FzPhrase *right)
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

/* Rule "aged": 11位平均65岁的茶农: who is counted stands behind how old they are. */
static FzPhrase
behind_age (const Look *look)
{
  static const char between[] = "平均 平均年龄 平均年齡 年龄 年齡 年近 年逾 约 約 近";
  static FzWords *words;
  const char *text = look->reading->text, *end = text + look->reading->length, *p = text + look->c->end;
  FzPhrase none = { 0 };

  if (look->after == NULL || look->after->unit == NULL || !(look->after->unit->flags & FZ_UNIT_AGE) ||
      !fz_text_at (text + look->after->end, end, "的"))
    return none;
  p += fz_words_at (fz_words_of_list (&words, between), p, end, NULL);
  return p == text + look->after->start ? fz_phrase_right (look->reading, look->after->end, look->reading->length, FALSE) : none;
}

/* Rule "pair": 夫妇2人的善举 is theirs, and they are counted. */
static gboolean
is_of_pair (Look *look)
{
  static const char *const pairs[] = { "夫妇", "夫婦", "夫妻", "父子", "父女", "母子", "母女", "兄弟", "姐妹", "姊妹", "兄妹", "姐弟", "师徒", "師徒", "祖孙", "祖孫", "婆媳", "一家", "全家" };
  const char *text = look->reading->text, *end = text + look->reading->length;

  return fz_text_at (text + look->c->unit_start, end, "人的") && look->c->end == look->c->unit_start + 3 &&
         left_of (look)->end == text + look->c->start &&
         fz_phrase_any_before (left_of (look)->start, left_of (look)->end, pairs, G_N_ELEMENTS (pairs));
}

/* Rule "pointing": 该校有5人获一等奖: 该校 says of what text it is, not what is counted. */
static gboolean
only_points (const FzPhrase *left)
{
  gsize length;

  return fz_phrase_word_at (left->start, left->end, &length) & FZ_PHRASE_STOP && left->start + length == left->end;
}

static char *
of_count (Look *look)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  FzPhrase right = fz_phrase_right (reading, c->end, look->next, fz_indicator_counts_owners (reading, c));
  FzPhrase aged;
  const FzPhrase *left;
  gboolean is_noun = c->unit != NULL && c->unit->flags & FZ_UNIT_NOUN;
  gboolean owns;

  if (fz_indicator_counts_what_has (reading, c, &right))
    right = fz_phrase_right (reading, c->end, look->next, TRUE);
  else if (!fz_phrase_is_empty (&right) && fz_text_before (reading->text, right.start, "的"))
    {
      FzPhrase owner = fz_phrase_right (reading, c->end, look->next, TRUE);

      right = fz_indicator_counts_kind (reading, c, &owner) ? owner : right;
    }
  fz_indicator_cut_at_head (reading, c, &right);
  aged = behind_age (look);
  if (!fz_phrase_is_empty (&aged))
    return fz_indicator_copy (&aged);
  /* 新批项目37个 增资占六成: so does a space in a headline. */
  if (opens_report (look, &right) || (fz_text_at (reading->text + c->end, right.end, " ") && !fz_phrase_is_empty (left_of (look)) && !look->left.borrowed))
    right.start = right.end;
  if (is_of_pair (look))
    return fz_indicator_copy (left_of (look));
  owns = is_noun && (leads_on (look, &right) || fz_text_at (reading->text + c->end, reading->text + reading->length, "的") || opens_with_verb (&right));

  /* 三市的客船: the cities are counted. */
  if (!fz_phrase_is_empty (&right) && !owns && !fz_phrase_is_label (&right))
    return fz_indicator_copy (fz_indicator_stands_left (reading, c, left_of (look), &right) ? left_of (look) : &right);
  if (fz_phrase_is_label (&right))
    return NULL;
  if (is_noun)
    return g_strndup (reading->text + c->unit_start, c->end - c->unit_start);
  left = left_of (look);
  if (left->touches && look->previous->candidate.end == c->start && look->previous->indicator != NULL)
    return g_strdup (look->previous->indicator);
  if (!fz_phrase_is_empty (left) && !left->borrowed && !only_points (left) && !fz_indicator_counts_deeds (reading, c))
    return left->only_change ? of_change_alone (look, left) : fz_indicator_copy (left);
  right = fz_phrase_verb_right (reading, c->end, look->next);
  if (!fz_phrase_is_empty (&right))
    return fz_indicator_copy (&right);
  return from_elsewhere (look, left);
}

/* 全县投入1350万元: the verb itself, and who, where that is all there is;
 * 用两年时间投入8000万元: the verb alone, since 时间 is of the figure before. */
static FzPhrase
with_verb (const FzPhrase *left)
{
  FzPhrase phrase = *left;

  if (!left->telling)
    return phrase;
  if (left->borrowed)
    phrase.start = left->verb.start;
  phrase.end = left->verb.end;
  phrase.borrowed = FALSE;
  return phrase;
}

/* Rule "owned": what somebody has so much of stands behind the figure. */
static gboolean
is_owned (const Look *look)
{
  const FzFigureKind kind = look->c->kind;

  return (kind == FZ_FIGURE_AREA || kind == FZ_FIGURE_LENGTH || kind == FZ_FIGURE_MASS) &&
         fz_text_before (look->reading->text, look->reading->text + look->c->start, "的");
}

static char *
of_measure (Look *look)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  FzPhrase left = *left_of (look), right = { 0 };
  char *saved;

  if (c->kind == FZ_FIGURE_PERCENT && fz_text_at (reading->text + c->end, reading->text + reading->length, "的"))
    {
      right = fz_phrase_right (reading, c->end, look->next, FALSE);
      saved = fz_indicator_share_saved (reading, &left, c, &right);
      if (saved != NULL)
        return saved;
    }
  /* 种粮户刘栓柱的40亩麦田 */
  left.points_right = (left.points_right || is_owned (look)) && !fz_indicator_is_deal (reading, c);
  if (left.only_change)
    return of_change_alone (look, &left);
  if (!fz_phrase_is_empty (&left) && !left.light && !left.ends_in_verb && !left.borrowed && !left.points_right &&
      !fz_indicator_is_threshold (reading, c) && !fz_indicator_is_of_right (reading, &left, c))
    return fz_indicator_copy (&left);
  right = c->kind == FZ_FIGURE_RANK ? (FzPhrase) { 0 } : fz_phrase_right (reading, c->end, look->next, FALSE);
  if (!fz_phrase_is_empty (&right))
    return fz_indicator_copy (&right);
  left = with_verb (&left);
  if (!fz_phrase_is_empty (&left) && !left.borrowed)
    return fz_indicator_copy (&left);
  return from_elsewhere (look, &left);
}

/* Rule "since-then": 搬迁到河滨社区已有10多年: what has lasted is what stands before 到.
 * Returns: it, or nothing. */
static FzPhrase
moved_before (const Look *look, const FzPhrase *left)
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

static char *
of_duration (Look *look)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  const char *end = reading->text + reading->length;
  gsize within = fz_text_at (reading->text + c->end, end, "内") && look->next >= c->end + 3 ? 3 : 0;
  FzPhrase right = fz_phrase_right (reading, c->end + within, look->next, TRUE);
  const FzPhrase *left = left_of (look);
  gboolean attached = !fz_text_at (reading->text + c->end, end, "的") || left->points_right || fz_indicator_is_owner (reading, left, c);
  gboolean age = c->unit != NULL && c->unit->flags & FZ_UNIT_AGE;
  FzPhrase anniversary = fz_indicator_anniversary (reading, left, c);
  gsize length;
  guint opening;

  /* 铁路开通四年 客货运量增长: in a headline a space parts two clauses. */
  if (fz_text_at (reading->text + c->end, end, " ") || fz_text_at (reading->text + c->end, end, "　"))
    right.start = right.end;


  if (!fz_phrase_is_empty (&anniversary))
    return fz_indicator_copy (&anniversary);
  /* 提前四十天完成计划: what was done earlier. */
  if (fz_phrase_is_empty (&right) && fz_text_before (reading->text, reading->text + c->start, "提前"))
    right = fz_phrase_verb_right (reading, c->end, look->next);
  /* Rule "within": 水位在24小时内上涨了2米: what rose stands before. */
  opening = fz_phrase_word_at (right.start, right.end, &length);
  if (within > 0 && !fz_phrase_is_empty (&right) && opening & FZ_PHRASE_CHANGE && !fz_phrase_is_empty (left) && !left->borrowed && !left->only_change)
    return fz_indicator_copy (left);
  if (!fz_phrase_is_empty (&right) && (attached || age || fz_phrase_is_empty (left) || left->light))
    return fz_indicator_copy (&right);
  right = moved_before (look, left);
  if (!fz_phrase_is_empty (&right))
    return fz_indicator_copy (&right);
  if (!fz_phrase_is_empty (left) && !left->borrowed)
    return fz_indicator_copy (left);
  right = fz_phrase_verb_right (reading, c->end, look->next);
  if (!fz_phrase_is_empty (&right))
    return fz_indicator_copy (&right);
  return from_elsewhere (look, left);
}

/* 从5家增至8家: the same thing, before and after. */
static char *
of_change (Look *look)
{
  const FzFound *previous = look->previous;

  if (previous == NULL || previous->indicator == NULL || previous->candidate.kind != look->c->kind ||
      !left_of (look)->touches || !left_of (look)->changed_from)
    return NULL;
  return g_strdup (previous->indicator);
}

/* 52户27亩林地: the first of two in a row has the second's noun. */
static void
share_back (FzFound *previous, const FzFound *found, const FzReading *reading, gsize next)
{
  FzPhrase right;

  /* 8省15所高校: the regions are counted themselves. */
  if (previous->candidate.end != found->candidate.start ||
      (previous->candidate.unit != NULL && previous->candidate.unit->flags & FZ_UNIT_NOUN))
    return;
  right = fz_phrase_right (reading, found->candidate.end, next, FALSE);
  if (fz_phrase_is_empty (&right))
    return;
  g_free (previous->indicator);
  previous->indicator = fz_indicator_copy (&right);
}

/**
 * fz_indicators_find:
 * @reading: a reading
 * @found: (element-type FzFound): its figures in text order
 *
 * Fills in what each figure measures.
 */
void
fz_indicators_find (const FzReading *reading, GArray *found)
{
  for (guint i = 0; i < found->len && !fz_stop_asked_after (FZ_FIGURE_BYTES); i++)
    {
      FzFound *figure = &g_array_index (found, FzFound, i);
      FzFound *previous = i > 0 ? figure - 1 : NULL;
      gsize next = i + 1 < found->len ? figure[1].candidate.start : reading->length;
      Look look = { .reading = reading, .previous = previous, .c = &figure->candidate, .next = next,
                    .after = i + 1 < found->len ? &figure[1].candidate : NULL };

      figure->indicator = of_change (&look);
      if (figure->indicator == NULL)
        figure->indicator = fz_indicator_label (reading, look.c);
      if (figure->indicator != NULL)
        continue;
      if (is_count (look.c))
        figure->indicator = of_count (&look);
      else if (look.c->kind == FZ_FIGURE_DURATION)
        figure->indicator = of_duration (&look);
      else
        figure->indicator = of_measure (&look);
      if (fz_indicator_is_sky (look.c, figure->indicator))
        g_clear_pointer (&figure->indicator, g_free);
      if (previous != NULL)
        share_back (previous, figure, reading, next);
    }
  fz_indicators_share (reading, found);
}
