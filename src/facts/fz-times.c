/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-period.h"

#include "fz-numerals.h"
#include "fz-times-parts.h"

#include <string.h>

/* Time expressions.
 *
 *   expression := [自|从|截至|到] time+ [至|到|— time+] [以来|至今|起|期间]
 *   time       := 2023年 | 5月 | 3日 | 今年 | 目前 | 上半年 | 近三年 | 初|底|末 … */

/* Before 到2027年 where it opens a clause of aims. */
static const char *const aims[] = { "提出", "力争", "争取", "确保", "目标", "计划", "预计", "明确", "力爭", "预期" };

/* Before a year that a plan names. */
static const char *const plans[] = { "力争", "争取", "预计", "计划", "拟", "确保", "力爭", "預計" };

/* 今天（5月4日）: the bracket is closed within the expression. */
static const char *
close_bracket (const char *from, const char *p, const char *end)
{
  gsize length = (gsize) (p - from);

  if (memmem (from, length, "（", strlen ("（")) == NULL && memchr (from, '(', length) == NULL)
    return p;
  if (fz_text_before (from, p, "）") || fz_text_before (from, p, ")"))
    return p;
  if (fz_text_at (p, end, "）") || fz_text_at (p, end, ")"))
    return p + fz_char_length_at (p, end);
  return p;
}

static gboolean
opens_clause (const char *start, const char *p)
{
  static const char *const stops[] = { "，", ",", "。", "；", ";", "：", ":", "、", "“", "”", "‘", "！", "？", "?", "!", " ", ")", "）" };

  if (p == start)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    if (fz_text_before (start, p, stops[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (aims); i++)
    if (fz_text_before (start, p, aims[i]))
      return TRUE;
  return FALSE;
}

static gboolean
follows_plan (const char *start, const char *p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (fz_text_before (start, p, plans[i]))
      return TRUE;
  return FALSE;
}

/* 2026年将, 今年: what is planned may be of it. */
static gboolean
looks_ahead (const FzReading *reading, const char *p, const char *behind)
{
  static const char *const followers[] = { "将", "將", "拟", "擬", "计划", "预计", "預計", "力争", "力爭", "有望" };
  static const char *const running[] = { "今年", "今年底", "今年年底", "今年内", "年内", "今年年内", "今年全年" };
  const char *end = reading->text + reading->length;

  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    if (fz_text_at (behind, end, followers[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (running); i++)
    if ((gsize) (behind - p) == strlen (running[i]) && fz_text_at (p, behind, running[i]))
      return TRUE;
  return FALSE;
}

/* 5月3日电（记者…）: the day of the report is of no figure in it. */
static gboolean
is_dateline (const char *behind, const char *end)
{
  static const char *const after[] = { "电（", "电(", "电 ", "電（", "電(", "讯（", "讯(", "讯 " };

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (fz_text_at (behind, end, after[i]))
      return TRUE;
  return FALSE;
}

static FzTimeFlags
flags_of (const FzTimeCursor *c, const FzReading *reading, const char *p, gboolean aim, gboolean has_suffix)
{
  FzTimeFlags flags = 0;

  if (c->classes & FZ_TIME_WORD_AHEAD || aim || follows_plan (reading->text, p))
    flags |= FZ_TIME_FORWARD;
  if (c->classes & FZ_TIME_WORD_LASTING || c->months || (has_suffix && fz_text_at (p, c->end, "去年")))
    flags |= FZ_TIME_CARRY;
  if (aim)
    flags |= FZ_TIME_PLAN;
  return flags;
}

static void
append_time (FzReading *reading, const char *start, const char *end, FzTimeFlags flags)
{
  FzTime time = { (gsize) (start - reading->text), (gsize) (end - reading->text), flags };

  while (reading->times->len > 0 &&
         g_array_index (reading->times, FzTime, reading->times->len - 1).end > time.start)
    g_array_set_size (reading->times, reading->times->len - 1);
  g_array_append_val (reading->times, time);
}

/* [time+] [至 time+] [以来]; Returns: one past it, @first where no time stands. */
static const char *
take_body (FzTimeCursor *c, const char *first, gboolean *has_suffix)
{
  const char *q = fz_times_take (c, first), *second;
  gsize length;

  if (q == first)
    return first;
  q = close_bracket (first, q, c->end);
  length = fz_time_word_at (c, q, FZ_TIME_WORD_TO);
  second = length > 0 ? fz_times_take (c, q + length) : q;
  if (second > q + length)
    q = close_bracket (first, second, c->end);
  length = fz_time_word_at (c, q, FZ_TIME_WORD_SUFFIX);
  *has_suffix = length > 0;
  return q + length;
}

/* 比去年, 去年同期: another time is only compared with. */
static gboolean
is_compared (const char *start, const char *p, const char *behind)
{
  guint class = 0;

  if (fz_words_before (fz_time_words (), start, p, &class) > 0 && class & FZ_TIME_WORD_COMPARE)
    return TRUE;
  return fz_text_before (start, behind, "同期");
}

/* 到2027年 opens a clause of aims; 开放到今年 tells a time alone. */
static gboolean
is_aim (const FzReading *reading, const FzTimeCursor *c, const char *p, const char *first, const char *behind)
{
  if (p == first || !(fz_text_at (p, c->end, "到") || fz_text_at (p, c->end, "至")) ||
      !opens_clause (reading->text, p) || fz_text_at (behind, c->end, "的"))
    return FALSE;
  return c->year || c->classes & FZ_TIME_WORD_AHEAD || fz_text_at (first, c->end, "今年底") ||
         fz_text_at (first, c->end, "年底");
}

/* Returns: the bytes of the expression at @p, which need not be kept. */
static gsize
take_expression (FzReading *reading, const char *p)
{
  FzTimeCursor c = { .end = reading->text + reading->length };
  const char *first = p + fz_time_word_at (&c, p, FZ_TIME_WORD_PREFIX), *start = p, *q;
  gboolean has_suffix = FALSE, aim;
  FzTimeFlags flags;

  q = take_body (&c, first, &has_suffix);
  if (q == first)
    return 0;

  aim = is_aim (reading, &c, p, first, q);
  if (!aim && (fz_text_at (p, c.end, "到") || fz_text_at (p, c.end, "至") || (!has_suffix && fz_text_at (p, c.end, "从"))))
    start = first;
  if (is_compared (reading->text, start, q) || is_dateline (q, c.end))
    return (gsize) (q - p);
  flags = flags_of (&c, reading, start, aim, has_suffix);
  append_time (reading, start, q, flags | (looks_ahead (reading, start, q) ? FZ_TIME_FORWARD : 0));
  return (gsize) (q - p);
}

/* 自重点项目开工以来: from 自 on where the clause has one, else the two characters
 * before 以来, which are as a rule its verb. */
static void
take_since (FzReading *reading, const char *p, gsize length)
{
  const char *start = reading->text, *q = p, *from = NULL;
  guint class = 0;

  for (guint i = 0; i < 30 && q > start && !opens_clause (start, q); i++)
    {
      gsize word;

      q -= fz_char_length_before (start, q);
      word = fz_words_at (fz_time_words (), q, p, &class);
      if (word > 0 && class & FZ_TIME_WORD_PREFIX && class & FZ_TIME_WORD_LASTING && !fz_text_before (start, q, "来"))
        from = q;
    }
  if (from == NULL && fz_text_before (start, p, "大"))
    for (q = p; p - q < 18 && q > start && from == NULL;)
      {
        q -= fz_char_length_before (start, q);
        from = fz_text_at (q, p, "党的") ? q : NULL;
      }
  if (from == NULL)
    {
      from = p - fz_char_length_before (start, p);
      from -= fz_char_length_before (start, from);
    }
  append_time (reading, from, p + length, FZ_TIME_CARRY);
}

static gboolean
may_start_time (const char *p, const char *end, guint *class)
{
  *class = 0;
  if ((guchar) *p < 0x80)
    return g_ascii_isdigit (*p);
  if (fz_words_at (fz_time_words (), p, end, class) > 0)
    return *class & (FZ_TIME_WORD_PREFIX | FZ_TIME_WORD_TIME | FZ_TIME_WORD_SPAN | FZ_TIME_WORD_SINCE | FZ_TIME_WORD_DAY);
  return fz_number_starts_at (p, end);
}

/* Over a number whole: a long one is not read again at each of its digits. */
static const char *
step (const char *p, const char *end)
{
  FzNumber number;

  if (!fz_number_starts_at (p, end))
    return p + fz_char_length_at (p, end);
  fz_number_read (p, end, &number);
  return p + number.length;
}

/**
 * fz_times_find:
 * @reading: a reading whose sentences are cut
 *
 * Finds the time expressions of the block.
 */
void
fz_times_find (FzReading *reading)
{
  const char *end = reading->text + reading->length;

  for (const char *p = reading->text; p < end;)
    {
      guint class;
      gsize length = 0;

      if (!may_start_time (p, end, &class))
        {
          p += fz_char_length_at (p, end);
          continue;
        }
      if (class & FZ_TIME_WORD_SINCE)
        {
          length = fz_words_at (fz_time_words (), p, end, NULL);
          take_since (reading, p, length);
        }
      else
        length = take_expression (reading, p);
      p = length > 0 ? p + length : step (p, end);
    }
  fz_times_lend (reading);
}
