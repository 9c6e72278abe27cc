/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-times-parts.h"

#include "fz-phrase-words.h"

#include <string.h>

#define MAX_NAME 48 /* bytes of a name in quotes */

/* Times that are named by what happened: 自项目开工以来, 抗旱期间. */

/* 党的十八大, 十一届三中全会: Returns: where the congress before @p starts, or
 * %NULL. */
static const char *
congress_before (const char *start, const char *p)
{
  static const char *const ends[] = { "大", "全会", "全會", "大会", "大會" };
  static const char *const parts[] = { "党的", "黨的", "中共", "第", "届", "屆", "次", "中", "大", "全会", "全會", "全国", "全國", "代表", "大会", "大會",
                                       "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  const char *q = p;
  gboolean more = TRUE, number = FALSE;

  if (!fz_phrase_any_before (start, p, ends, G_N_ELEMENTS (ends)))
    return NULL;
  while (more)
    {
      more = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (parts) && !more; i++)
        if (fz_text_before (start, q, parts[i]))
          {
            q -= strlen (parts[i]);
            more = TRUE;
            number = number || i >= G_N_ELEMENTS (parts) - 10;
          }
    }
  return number ? q : NULL;
}

/* 今年入夏以来: the year right before belongs to it. */
static const char *
with_year (const FzReading *reading, const char *from)
{
  const FzTime *last = reading->times->len > 0 ? &g_array_index (reading->times, FzTime, reading->times->len - 1) : NULL;

  return last != NULL && reading->text + last->end == from ? reading->text + last->start : from;
}

/* Rule "named-since": “双减”以来, “百日攻坚”行动以来: a name in quotes is taken whole.
 * Returns: where it opens, @from where none stands there. */
static const char *
with_name (const FzReading *reading, const char *from, const char *p)
{
  const char *start = reading->text;
  const FzQuote *quote = fz_reading_quote_ending (reading, (gsize) (p - start));

  if (quote == NULL)
    quote = fz_reading_quote_ending (reading, (gsize) (from - start));
  return quote != NULL && quote->kind == FZ_QUOTE_NAME && quote->end - quote->start <= MAX_NAME && start + quote->start < from ? start + quote->start : from;
}

/* 自重点项目开工以来: from 自 on where the clause has one, else the two characters
 * before 以来, which are as a rule its verb. */
void
fz_times_take_since (FzReading *reading, const char *p, gsize length)
{
  const char *start = reading->text, *q = p, *from = NULL;
  guint class = 0;
  gsize verb;

  /* 都可以来 is no time. */
  if (fz_text_before (start, p, "可") || fz_text_before (start, p, "所"))
    return;
  for (guint i = 0; i < 30 && q > start && !fz_times_opens_clause (start, q); i++)
    {
      gsize word;

      q -= fz_char_length_before (start, q);
      word = fz_words_at (fz_time_words (), q, p, &class);
      if (word > 0 && class & FZ_TIME_WORD_PREFIX && class & FZ_TIME_WORD_LASTING && !fz_text_before (start, q, "来"))
        from = q;
    }
  if (from == NULL)
    from = congress_before (start, p);
  if (from == NULL)
    {
      from = p - fz_char_length_before (start, p);
      from -= fz_char_length_before (start, from);
      /* 摆脱贫困以来 */
      if (fz_phrase_word_before (start, from, &verb) & (FZ_PHRASE_LIGHT | FZ_PHRASE_VERB | FZ_PHRASE_DOES) && verb >= 6)
        from -= verb;
      from = with_year (reading, from);
    }
  from = with_name (reading, from, p);
  fz_times_append (reading, from, p + length, FZ_TIME_CARRY);
}

/* 抗旱期间, “双11”期间: Returns: where what lasts starts, at most a few words
 * back in the clause that opens with it; %NULL where it does not. */
static const char *
lasting_before (const char *start, const char *p)
{
  const char *q = p;

  for (guint n = 0; n < 14 && q > start; n++)
    {
      gsize length;

      if (n > 1 && fz_times_opens_clause (start, q) && !fz_text_before (start, q, "“") && !fz_text_before (start, q, "”"))
        return q;
      if (fz_phrase_word_before (start, q, &length) & (FZ_PHRASE_LIGHT | FZ_PHRASE_VERB) && length >= 6)
        return NULL;
      q -= fz_char_length_before (start, q);
      if (fz_text_at (q, p, "在") || fz_text_at (q, p, "于") || fz_text_at (q, p, "於") || fz_text_at (q, p, "的"))
        return n > 1 ? q + 3 : NULL;
    }
  return q == start && p - q >= 6 ? q : NULL;
}

/* 期间 alone takes what stands before it: 抗旱期间. */
void
fz_times_take_lasting (FzReading *reading, const char *p, gsize length)
{
  FzTime *last;
  const char *from;

  if (length != strlen ("期间") || reading->times->len == 0 ||
      !(fz_text_at (p, p + length, "期间") || fz_text_at (p, p + length, "期間")))
    return;
  last = &g_array_index (reading->times, FzTime, reading->times->len - 1);
  if (last->start != (gsize) (p - reading->text))
    return;
  from = lasting_before (reading->text, p);
  /* 每年春灌期间 is no time, but how often. */
  if (from != NULL && fz_text_at (from, p, "每"))
    g_array_set_size (reading->times, reading->times->len - 1);
  else if (from != NULL)
    fz_times_append (reading, from, p + length, last->flags);
}
