/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-against.h"
#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* What changes where only its change stands beside the figure: 同比增长, 增至. */

/* Returns: where what parts a thing from its change starts: 员工却减少, 收入十年间
 * 增长, 价格指数（CPI）上涨; @p where nothing does. */
const char *
fz_indicator_parted_before (const FzReading *reading, const char *p, const char *limit)
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
  const char *end = fz_indicator_parted_before (reading, change->start, reading->text + figure_end);
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

/* Rule "aside": 入境831万人次，占77.9%，同比上升29.3%: a share that is told beside is not
 * what changed. */
static const FzFound *
changed_figure (const FzIndicatorLook *look)
{
  const FzFound *previous = look->previous;
  gboolean is_share = previous != NULL && !look->is_second && previous->candidate.kind == FZ_FIGURE_PERCENT && previous->indicator != NULL &&
                      g_str_has_prefix (previous->indicator, "占") && g_strcmp0 (look->c->base, "%") == 0;

  return is_share && fz_indicator_same_sentence (look->reading, previous - 1, look->c) && previous[-1].indicator != NULL ? previous - 1 : previous;
}

char *
fz_indicator_of_change_alone (const FzIndicatorLook *look, const FzPhrase *change)
{
  FzPhrase thing = parted_thing (look->reading, change, look->previous ? look->previous->candidate.end : 0);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (fz_phrase_is_empty (&thing))
    return fz_indicator_of_change (change, changed_figure (look));
  name = fz_indicator_copy (&thing);
  text = fz_indicator_copy (change);
  return g_strconcat (name, text, NULL);
}

/* 从5家增至8家: the same thing, before and after. */
char *
fz_indicator_changed_from (FzIndicatorLook *look)
{
  const FzFound *previous = look->previous;

  if (previous == NULL || previous->indicator == NULL || previous->candidate.kind != look->c->kind ||
      !fz_indicator_left (look)->touches || !fz_indicator_left (look)->changed_from)
    return NULL;
  return g_strdup (previous->indicator);
}
