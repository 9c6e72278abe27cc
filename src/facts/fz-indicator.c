/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

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

#define MAX_DEED 21 /* bytes of a verb between two figures, with the mark */

/* Rule "leads-on": 12省区市进出口3亿元: the noun before has been counted itself, and all
 * behind it is of the sum. */
static gboolean
leads_here (const FzIndicatorLook *look)
{
  const FzUnit *unit = look->previous->candidate.unit;
  const char *start = look->reading->text, *from = start + look->previous->candidate.end;

  return unit != NULL && unit->flags & FZ_UNIT_NOUN && look->left.start == from && look->left.end == start + look->c->start &&
         look->left.end - from >= 6;
}

const FzPhrase *
fz_indicator_left (FzIndicatorLook *look)
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

gboolean
fz_indicator_same_sentence (const FzReading *reading, const FzFound *previous, const FzCandidate *c)
{
  return previous != NULL &&
         fz_reading_last (reading->sentences, previous->candidate.start) ==
           fz_reading_last (reading->sentences, c->start);
}

/* The bare verb, the subject before it, the figure or the clause before. */
char *
fz_indicator_from_elsewhere (const FzIndicatorLook *look, const FzPhrase *left)
{
  const FzReading *reading = look->reading;
  const FzFound *previous = look->previous;
  const FzCandidate *c = look->c;
  FzPhrase phrase;
  char *where;

  if (left->verb.end > left->verb.start && !left->light && is_count (c))
    return fz_indicator_copy (&(FzPhrase) { .start = left->verb.start, .end = left->verb.end });
  phrase = fz_phrase_subject (reading, left, previous != NULL ? previous->candidate.end : 0);
  if (!fz_phrase_is_empty (&phrase))
    return fz_indicator_copy (&phrase);
  where = c->kind != FZ_FIGURE_COUNT && c->kind != FZ_FIGURE_PERCENT ? fz_indicator_where (look) : NULL;
  if (where != NULL)
    return where;
  /* 五亩地流转了，他当起了挖藕工，一天180元: the nearer clause. */
  phrase = previous != NULL && previous->candidate.kind == FZ_FIGURE_AREA && c->kind == FZ_FIGURE_MONEY ? fz_phrase_clause_before (reading, c->start)
                                                                                                         : (FzPhrase) { 0 };
  if (!fz_phrase_is_empty (&phrase) && phrase.start > reading->text + previous->candidate.end)
    return fz_indicator_copy (&phrase);
  if (fz_indicator_same_sentence (reading, previous, c) && previous->indicator != NULL)
    return fz_indicator_lends (previous, c) ? g_strdup (previous->indicator) : NULL;
  phrase = fz_phrase_clause_before (reading, c->start);
  /* 最高26℃，最低11℃: another figure is no thing. */
  if (previous != NULL && phrase.start < reading->text + previous->candidate.end && phrase.end > reading->text + previous->candidate.start)
    phrase.end = phrase.start;
  if (fz_phrase_is_empty (&phrase) && is_count (c))
    phrase = (FzPhrase) { .start = left->verb.start, .end = left->verb.end };
  return fz_phrase_is_empty (&phrase) ? NULL : fz_indicator_copy (&phrase);
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
is_owned (const FzIndicatorLook *look)
{
  const FzFigureKind kind = look->c->kind;

  return (kind == FZ_FIGURE_AREA || kind == FZ_FIGURE_LENGTH || kind == FZ_FIGURE_MASS) &&
         fz_text_before (look->reading->text, look->reading->text + look->c->start, "的");
}

/* Rule "done": 种植了1500亩芦苇: of what there is so much of, the thing is behind 了. */
static gboolean
is_material (const FzCandidate *c)
{
  return c->kind == FZ_FIGURE_AREA || c->kind == FZ_FIGURE_LENGTH || c->kind == FZ_FIGURE_MASS || c->kind == FZ_FIGURE_VOLUME;
}

/* 小米粥的“后半程” 六万吨米糠变饲料: in a headline a space parts two clauses. */
static gboolean
opens_headline (const FzIndicatorLook *look)
{
  return is_material (look->c) && fz_text_before (look->reading->text, look->reading->text + look->c->start, "” ");
}

/* Rule "shared-object": 新建4500亩、改造3500亩农田: what is done is done to the same.
 * Returns: it, or nothing. */
static FzPhrase
shared_object (const FzIndicatorLook *look)
{
  const char *text = look->reading->text, *p = text + look->c->end;
  FzPhrase none = { 0 };

  if (look->after == NULL || look->after->kind != look->c->kind || !is_material (look->c) || !fz_text_at (p, text + look->after->start, "、") ||
      text + look->after->start - p > MAX_DEED)
    return none;
  return fz_phrase_right (look->reading, look->after->end, look->reading->length, FALSE);
}

/* Rule "article": 出栏一头120公斤的肥猪: what 一头 is said of stands behind. */
static gboolean
has_article (const FzIndicatorLook *look)
{
  const char *text = look->reading->text, *p = text + look->c->start;
  gsize length;

  return look->c->kind != FZ_FIGURE_PERCENT && fz_text_at (text + look->c->end, text + look->reading->length, "的") && p - text >= 6 &&
         fz_text_at (p - 6, p, "一") && fz_unit_at (p - 3, p, &length) != NULL && length == 3;
}

static char *
of_measure (FzIndicatorLook *look)
{
  const FzReading *reading = look->reading;
  const FzCandidate *c = look->c;
  FzPhrase left = *fz_indicator_left (look), right = { 0 };
  char *saved;

  if (c->kind == FZ_FIGURE_PERCENT && fz_text_at (reading->text + c->end, reading->text + reading->length, "的"))
    {
      right = fz_phrase_right (reading, c->end, look->next, FALSE);
      saved = fz_indicator_share_saved (reading, &left, c, &right);
      if (saved != NULL)
        return saved;
    }
  /* 种粮户刘栓柱的40亩麦田 */
  left.points_right = (left.points_right || is_owned (look) || has_article (look) || opens_headline (look)) && !fz_indicator_is_deal (reading, c);
  if (left.only_change)
    return fz_indicator_of_change_alone (look, &left);
  if (!fz_phrase_is_empty (&left) && !left.light && !left.ends_in_verb && !(left.done && is_material (c)) && !left.borrowed && !left.points_right &&
      !fz_indicator_is_threshold (reading, c) && !fz_indicator_is_of_right (reading, &left, c))
    return fz_indicator_copy (&left);
  right = c->kind == FZ_FIGURE_RANK ? (FzPhrase) { 0 } : fz_phrase_right (reading, c->end, look->next, FALSE);
  if (fz_phrase_is_empty (&right) && (left.light || left.ends_in_verb))
    right = shared_object (look);
  if (!fz_phrase_is_empty (&right))
    return fz_indicator_copy (&right);
  left = with_verb (&left);
  if (!fz_phrase_is_empty (&left) && !left.borrowed)
    return fz_indicator_copy (&left);
  return fz_indicator_from_elsewhere (look, &left);
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
      FzIndicatorLook look = { .reading = reading, .previous = previous, .c = &figure->candidate, .next = next,
                    .after = i + 1 < found->len ? &figure[1].candidate : NULL, .is_second = i < 2 };

      figure->indicator = fz_indicator_changed_from (&look);
      if (figure->indicator == NULL)
        figure->indicator = fz_indicator_label (reading, look.c);
      if (figure->indicator != NULL)
        continue;
      if (is_count (look.c))
        figure->indicator = fz_indicator_of_count (&look);
      else if (look.c->kind == FZ_FIGURE_DURATION)
        figure->indicator = fz_indicator_of_span (&look);
      else
        figure->indicator = of_measure (&look);
      if (fz_indicator_is_sky (look.c, figure->indicator))
        g_clear_pointer (&figure->indicator, g_free);
      if (previous != NULL)
        share_back (previous, figure, reading, next);
    }
  fz_indicators_share (reading, found);
}
