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

/* Before a clause, and before 到2027年 where it opens one of aims. */
static const char clause_openings[] =
  "， , 。 ； ; ： : 、 “ ” ‘ ！ ？ ? ! ) ） "
  "提出 力争 争取 确保 目标 计划 预计 明确 力爭 预期";

/* Before a year that a plan names. */
static const char plans[] = "力争 争取 预计 计划 拟 确保 力爭 預計";

/* 今天（5月4日）: the bracket is closed within the expression. */
static const char *
close_bracket (const char *from, const char *p, const char *end)
{
  gboolean open = FALSE;

  for (const char *q = from; q < p && !open; q += fz_char_length_at (q, p))
    open = *q == '(' || fz_text_at (q, p, "（");
  if (!open)
    return p;
  if (fz_text_before (from, p, "）") || fz_text_before (from, p, ")"))
    return p;
  if (fz_text_at (p, end, "）") || fz_text_at (p, end, ")"))
    return p + fz_char_length_at (p, end);
  return p;
}

/* Whether a clause, or one of aims, starts at @p. */
gboolean
fz_times_opens_clause (const char *start, const char *p)
{
  static FzWords *words;

  return p == start || p[-1] == ' ' || fz_words_before (fz_words_of_list (&words, clause_openings), start, p, NULL) > 0;
}

static gboolean
follows_plan (const char *start, const char *p)
{
  static FzWords *words;

  return fz_words_before (fz_words_of_list (&words, plans), start, p, NULL) > 0;
}

/* 6月底前: what is planned is to be done by then. */
static gboolean
is_deadline (const char *p, const char *behind, const char *end)
{
  static const char ends[] = "底 末 日 月 年 旬";
  static FzWords *lexicon;

  if (!fz_text_at (behind, end, "前") && !fz_text_at (behind, end, "之前") && !fz_text_at (behind, end, "以前"))
    return FALSE;
  return fz_words_before (fz_words_of_list (&lexicon, ends), p, behind, NULL) > 0;
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
  if (is_deadline (p, behind, end))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (running); i++)
    if ((gsize) (behind - p) == strlen (running[i]) && fz_text_at (p, behind, running[i]))
      return TRUE;
  return FALSE;
}

/* A range from one year to another is told of plans as of what has been. */
static gboolean
spans_years (const char *p, const char *behind)
{
  guint n = 0;

  for (const char *q = p; q < behind; q += fz_char_length_at (q, behind))
    n += fz_text_at (q, behind, "年");
  return n > 1 && !fz_text_at (p, behind, "今");
}

static FzTimeFlags
flags_of (const FzTimeCursor *c, const FzReading *reading, const char *p, gboolean aim, gboolean has_suffix)
{
  /* 今年4月 is a date, which no later sentence takes over. */
  gboolean date = c->dated && !c->months && !has_suffix && fz_text_at (p, c->end, "今年");
  FzTimeFlags flags = 0;

  if (c->classes & FZ_TIME_WORD_AHEAD || aim || follows_plan (reading->text, p))
    flags |= FZ_TIME_FORWARD;
  if ((c->classes & FZ_TIME_WORD_LASTING && !date) || c->months || (has_suffix && fz_text_at (p, c->end, "去年")))
    flags |= FZ_TIME_CARRY;
  if (aim)
    flags |= FZ_TIME_PLAN;
  return flags;
}

/* In the place of those that it covers. */
void
fz_times_append (FzReading *reading, const char *start, const char *end, FzTimeFlags flags)
{
  FzTime time = { (gsize) (start - reading->text), (gsize) (end - reading->text), flags };

  while (reading->times->len > 0 &&
         g_array_index (reading->times, FzTime, reading->times->len - 1).end > time.start)
    g_array_set_size (reading->times, reading->times->len - 1);
  g_array_append_val (reading->times, time);
}

/* 至20日6时; behind a clock time too, which is kept only within a range. */
static const char *
take_upper_end (FzTimeCursor *c, const char *first, const char *q)
{
  const char *clock = fz_times_take_clock (c, q), *second;
  gsize length = fz_times_leads_to_this (clock, c->end) ? strlen ("至") : fz_time_word_at (c, clock, FZ_TIME_WORD_TO);

  second = length > 0 ? fz_times_take (c, clock + length) : clock;
  if (second <= clock + length)
    return q;
  second = close_bracket (first, second, c->end);
  return clock > q ? fz_times_take_clock (c, second) : second;
}

/* [time+] [至 time+] [以来]; Returns: one past it, @first where no time stands. */
static const char *
take_body (FzTimeCursor *c, const char *first, gboolean *has_suffix)
{
  const char *q = fz_times_take (c, first);
  gsize length;

  if (q == first)
    return first;
  q = close_bracket (first, q, c->end);
  q = take_upper_end (c, first, q);
  length = fz_time_word_at (c, q, FZ_TIME_WORD_SUFFIX);
  *has_suffix = length > 0;
  return q + length;
}

/* 到一九八五年底，全县已有：what has come about by then is no aim. */
static gboolean
tells_past (const char *behind, const char *end)
{
  static const char *const marks[] = { "。", "；", "，", "," };

  for (const char *p = behind; p < end; p += fz_char_length_at (p, end))
    {
      if (fz_text_at (p, end, "已") && !fz_text_at (p, end, "已知"))
        return TRUE;
      /* The comma right behind the time parts it from its clause. */
      for (gsize i = 0; p > behind && i < G_N_ELEMENTS (marks); i++)
        if (fz_text_at (p, end, marks[i]))
          return FALSE;
    }
  return FALSE;
}

/* 到2027年 opens a clause of aims; 开放到今年 and 到1985年已达 tell a time alone. */
static gboolean
is_aim (const FzReading *reading, const FzTimeCursor *c, const char *p, const char *first, const char *behind)
{
  if (p == first || !(fz_text_at (p, c->end, "到") || fz_text_at (p, c->end, "至")) ||
      !fz_times_opens_clause (reading->text, p) || fz_text_at (behind, c->end, "的") || tells_past (behind, c->end))
    return FALSE;
  return c->year || c->classes & FZ_TIME_WORD_AHEAD || fz_text_at (first, c->end, "今年底") ||
         fz_text_at (first, c->end, "年底");
}

/* Returns: the bytes of the expression at @p, which need not be kept. */
static gsize
take_expression (FzReading *reading, const char *p)
{
  FzTimeCursor c = { .start = reading->text, .end = reading->text + reading->length };
  const char *first = p + fz_time_word_at (&c, p, FZ_TIME_WORD_PREFIX), *start = p, *q;
  gboolean has_suffix = FALSE, aim, spans;
  FzTimeFlags flags;

  /* 提前四十天 is how much earlier. */
  if (fz_text_at (p, c.end, "前") && fz_text_before (reading->text, p, "提"))
    return 0;
  /* 年内 is a time of its own, but not in 五年内. */
  if ((fz_text_at (p, c.end, "年") && !fz_times_opens_clause (reading->text, p)) || fz_time_is_split_verb (reading->text, p, c.end) ||
      fz_time_is_no_day (reading->text, p, c.end))
    return 0;
  q = take_body (&c, first, &has_suffix);
  if (q == first)
    return 0;

  aim = is_aim (reading, &c, p, first, q);
  if (!aim && (fz_text_at (p, c.end, "到") || fz_text_at (p, c.end, "至") || (!has_suffix && (fz_text_at (p, c.end, "从") || fz_text_at (p, c.end, "從")))))
    start = first;
  if (fz_time_is_compared (reading->text, start, q, c.end) || fz_time_is_dateline (q, c.end))
    return (gsize) (q - p);
  /* A range keeps its 从: 从2023年到2025年. */
  spans = spans_years (start, q);
  if (start == first && spans && fz_text_before (reading->text, start, "从"))
    start -= 3;
  flags = flags_of (&c, reading, start, aim, has_suffix);
  if (spans)
    flags |= FZ_TIME_FORWARD;
  fz_times_append (reading, start, q, flags | (looks_ahead (reading, start, q) ? FZ_TIME_FORWARD : 0));
  return (gsize) (q - p);
}

static gboolean
may_start_time (const FzStop *stop, const char *p, const char *end, guint *class)
{
  *class = 0;
  if (stop->kinds & FZ_STOP_TIME && fz_words_at (fz_time_words (), p, end, class) > 0)
    return *class & (FZ_TIME_WORD_PREFIX | FZ_TIME_WORD_TIME | FZ_TIME_WORD_SPAN | FZ_TIME_WORD_SINCE | FZ_TIME_WORD_DAY | FZ_TIME_WORD_FEAST);
  return stop->kinds & FZ_STOP_NUMBER && (stop->number > 0 || fz_number_starts_at (p, end));
}

/* Returns: the bytes of the time at @p, 0 where there is none. */
static gsize
take_time (FzReading *reading, const char *p, guint class)
{
  const char *end = reading->text + reading->length;
  gsize length;

  if (class & FZ_TIME_WORD_SINCE)
    {
      length = fz_words_at (fz_time_words (), p, end, NULL);
      fz_times_take_since (reading, p, length);
      return length;
    }
  length = take_expression (reading, p);
  fz_times_take_lasting (reading, p, length);
  return length;
}

/* What stands behind the number of a time: 2023年, 1至9月, 3个月来. */
static gboolean
is_number_of_time (const char *behind, const char *end)
{
  static const char followers[] = "年 月 日 号 天 周 个 個 至 到 學 学";
  static FzWords *words;

  if (behind >= end)
    return FALSE;
  /* Joints: — – - ～ ~ and the like; no Han character is one. */
  if (!fz_byte_is_wide (*behind))
    return TRUE;
  return fz_words_at (fz_words_of_list (&words, followers), behind, end, NULL) > 0;
}

/* Over a number whole: a long one is not read again at each of its digits, and
 * most have been read when the figures were looked for.  Returns: the bytes of the
 * number at @p, which is a stop, or of the character where it is none. */
static gsize
length_at (const FzStop *stop, const char *p, const char *end)
{
  FzNumber number;

  if (stop->number > 0)
    return stop->number;
  if (!(stop->kinds & FZ_STOP_NUMBER) || !fz_number_starts_at (p, end))
    return fz_char_length_at (p, end);
  fz_number_read (p, end, &number);
  return number.length;
}

/**
 * fz_times_find:
 * @reading: a reading whose sentences are cut
 * @until: where to stop looking
 *
 * Finds the time expressions of the block.
 */
void
fz_times_find (FzReading *reading, gsize until)
{
  const char *end = reading->text + reading->length, *p = reading->text;
  guint stop = 0;

  while ((p = fz_reading_next_stop (reading, &stop, p, FZ_STOP_TIME | FZ_STOP_NUMBER)) < reading->text + until)
    {
      const FzStop *at = &reading->stops[stop];
      guint class;
      gsize length, taken = 0;

      if (!may_start_time (at, p, end, &class))
        {
          p += fz_char_length_at (p, end);
          continue;
        }
      /* Most numbers of a text are of no time. */
      length = length_at (at, p, end);
      if (class != 0 || is_number_of_time (p + length, end))
        taken = take_time (reading, p, class);
      p += taken > 0 ? taken : length;
    }
  fz_times_lend (reading);
}
