/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-period.h"

#include "fz-numerals.h"

#include <string.h>

/* Time expressions, and which of them governs a figure.
 *
 *   expression := [自|从|截至|到] time+ [至|到|— time+] [以来|至今|起|期间]
 *   time       := 2023年 | 5月 | 3日 | 今年 | 目前 | 上半年 | 近三年 | 初|底|末 …
 *
 * A figure takes the last expression before it in its item (a sentence cut at
 * ；), else the last one in the sentence's first item, else what an earlier
 * sentence that opens with 今年, 自…, 截至…, …以来 or a range of months lends.
 * A planned figure takes only what looks forward. */

typedef enum {
  WORD_PREFIX  = 1 << 0,
  WORD_TIME    = 1 << 1, /* stands alone */
  WORD_PART    = 1 << 2, /* only behind another time */
  WORD_TO      = 1 << 3, /* between two times */
  WORD_SUFFIX  = 1 << 4,
  WORD_AHEAD   = 1 << 5,
  WORD_LASTING = 1 << 6, /* carried over to later sentences */
  WORD_SPAN    = 1 << 7, /* a number of years follows: 近三年 */
  WORD_SINCE   = 1 << 8, /* 以来, which also closes a clause of any other words */
  WORD_COMPARE = 1 << 9, /* before a time with which something is compared: 比去年 */
  WORD_DAY     = 1 << 10, /* before a day in brackets: 今（13）日 */
} WordClass;

static const struct {
  const char *words;
  guint       class;
} lexicon[] = {
  { "自 自从 自從 截至 截止 截止到 截至到 截止至", WORD_PREFIX | WORD_LASTING },
  { "从 從 到 至", WORD_PREFIX },
  { "今年 今年以来 今年以來 截至目前 截止目前 截至發稿 截至发稿", WORD_TIME | WORD_LASTING },
  { "去年 前年 当年 當年 同年 近日 日前 近期 最近 不久前 此前 目前 当前 當前 如今 现在 現在 眼下 现阶段 現階段 "
    "近年 近年来 近年來 近些年 近些年来 近几年 近几年来 近幾年 近幾年來 这些年 这些年来 这几年 多年来 多年來 半年来 半年來 数年来 几年来 "
    "今天 昨天 今日 昨日 前日 当天 當天 当日 當日 当晚 當晚 当天下午 当天上午 当天晚上 當天下午 今晨 昨晚 今早 本周 本週 本月 上月 上周 上週 本年度 上年 上年度 "
    "今春 今夏 今秋 今冬 去冬今春 迄今 至今 迄今为止 到目前为止 目前为止 長期以來 长期以来 一直以来 一直以來 连日来 連日來 近来 近來 日前 前不久 "
    "期间 过去一年 過去一年",
    WORD_TIME },
  { "“十四五”期间 “十四五”时期 “十四五”以来 “十三五”期间 “十三五”时期 “十三五”以来 “十二五”期间 “十五五”期间 “十五五”时期 "
    "十四五期间 十四五时期 十四五以来 十三五期间 十三五时期 十五五期间 十五五时期 “十四五”末 “十三五”末",
    WORD_TIME | WORD_AHEAD },
  { "接下来 接下來 今后 今後 未来 未來 下一步 明年 后年 後年 明天 明日 下月 下周 下週 下个月 即日起 本世纪中叶",
    WORD_TIME | WORD_AHEAD },
  { "上半年 下半年 前三季度 前两季度 一季度 二季度 三季度 四季度 年初 年底 年末 月初 月底 春节期间 春節期間 国庆期间 國慶期間 "
    "元旦期间 元旦假期 五一假期 “五一”假期 国庆假期 春节假期 中秋假期 端午假期 疫情期間 疫情期间 暑期 寒假期间 暑假期间",
    WORD_TIME | WORD_PART },
  { "初 底 末 中旬 上旬 下旬 月份 份 度 第一季度 第二季度 第三季度 第四季度 前两个月 前三个月 元旦 春节 春節 国庆 国庆节 五一 “五一” 端午 中秋 清明 "
    "春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 春 夏 秋 冬 寒假 暑假 同期 上午 下午 晚 晚上 凌晨 早上 清晨 傍晚 中午 晚间",
    WORD_PART },
  { "至 到 — —— - – ～ ~ －", WORD_TO },
  { "以来 以來", WORD_SUFFIX | WORD_LASTING | WORD_SINCE },
  { "至今 迄今", WORD_SUFFIX | WORD_LASTING },
  { "起 期间 期間", WORD_SUFFIX },
  { "近 过去 過去 过去的 最近 未来 未來 今后 今後 前", WORD_SPAN },
  { "今 昨 明 本月 民国 民國", WORD_DAY },
  { "每 比 较 較 同比 相较 与 跟 第", WORD_COMPARE },
  /* Ordinary words that begin or end like one of these. */
  { "自己 自主 自动 自動 自然 自身 自觉 自治 自信 自有 自由 自行 自愿 自願 自营 自来 自驾 自助 自救 自贸 自强 自律 自古 自豪 自我 "
    "从而 从事 從事 从中 从业 从严 从小 從小 从不 到位 到底 到处 到处 到来 到達 到达 到场 到岗 到期 到户 至于 至於 至少 至上 前往 前后 前期 "
    "起来 起來 起到 起步 起点 起跑 起飞 初步 初级 初衷 初心 初中 初期 底线 底蕴 底气 底色 末端 度假 份额 春风 春风行动 秋粮 夏粮 冬奥 最近发展区 期间货 未来乡村 未来社区 未来工厂 未来产业 未来科技城 未来网络 未来学校 未来技术 未来农场 未来邻里 未来产业园",
    0 },
};

/* Before 到2027年 where it opens a clause of aims. */
static const char *const aims[] = { "提出", "力争", "争取", "确保", "目标", "计划", "预计", "明确", "力爭", "预期" };

/* Before a year that a plan names. */
static const char *const plans[] = { "力争", "争取", "预计", "计划", "拟", "确保", "力爭", "預計" };

static FzWords *
build_lexicon (void)
{
  FzWords *words = fz_words_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lexicon); i++)
    fz_words_add (words, lexicon[i].words, lexicon[i].class);
  return words;
}

static const FzWords *
time_words (void)
{
  static FzWords *words;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, build_lexicon ());
  return words;
}

typedef struct {
  const char *p;
  const char *end;
  guint       classes; /* of all words met */
  gboolean    year;    /* a year by its number */
  gboolean    month;
  gboolean    months;  /* from one month to another */
} Cursor;

static gsize
small_number (const char *p, const char *end, guint *value)
{
  gsize n = 0;

  for (*value = 0; n < 5 && p + n < end && g_ascii_isdigit (p[n]); n++)
    *value = *value * 10 + (guint) (p[n] - '0');
  return n;
}

/* 2023年, 111年 before a month, 5月, 3日; "(13)日" as well. */
static gsize
date_part_at (Cursor *c, const char *p, gboolean follows)
{
  gboolean bracket = follows && (fz_text_at (p, c->end, "（") || fz_text_at (p, c->end, "("));
  const char *q = p + (bracket ? fz_char_length_at (p, c->end) : 0);
  guint value;
  gsize n = small_number (q, c->end, &value);

  if (n == 0 || n > 4)
    return 0;
  q += n;
  if (bracket && (fz_text_at (q, c->end, "）") || fz_text_at (q, c->end, ")")))
    q += fz_char_length_at (q, c->end);
  if (fz_text_at (q, c->end, "年") && !fz_text_at (q, c->end, "年代"))
    {
      guint month;
      gboolean minguo = n == 3 && value < 150 && small_number (q + 3, c->end, &month) > 0;

      if ((n == 4 && value >= 1800 && value < 2200) || minguo)
        {
          c->year = TRUE;
          return (gsize) (q + 3 - p);
        }
      return 0;
    }
  if (fz_text_at (q, c->end, "月") && n <= 2 && value >= 1 && value <= 12)
    {
      c->months = c->months || c->month;
      c->month = TRUE;
      return (gsize) (q + 3 - p);
    }
  if ((fz_text_at (q, c->end, "日") || fz_text_at (q, c->end, "号")) && n <= 2 && value >= 1 && value <= 31)
    {
      c->month = FALSE;
      return (gsize) (q + 3 - p);
    }
  return 0;
}

static gsize
chinese_year_at (Cursor *c, const char *p)
{
  FzNumber number;

  if (p >= c->end || g_ascii_isdigit (*p) || !fz_number_starts_at (p, c->end) ||
      !fz_number_read (p, c->end, &number) || !(number.flags & FZ_NUMBER_DIGITS) ||
      number.length != 12 || !fz_text_at (p + number.length, c->end, "年"))
    return 0;
  c->year = TRUE;
  return number.length + 3;
}

/* 近三年, 过去五年, 未来十年; 三年来 without a word before it. */
static gsize
span_at (Cursor *c, const char *p)
{
  static const char *const units[] = { "年", "个月", "個月", "天", "周" };
  static const char *const ends[] = { "以来", "以來", "来", "來", "间", "間" };
  guint class = 0;
  gsize lead = fz_words_at (time_words (), p, c->end, &class);
  const char *q;
  FzNumber number;

  lead = class & WORD_SPAN ? lead : 0;
  q = p + lead;
  if (q >= c->end || !fz_number_starts_at (q, c->end) || !fz_number_read (q, c->end, &number))
    return 0;
  if (number.value.scale > 0 || number.value.digits > (fz_text_at (p, c->end, "近") ? 10 : 99))
    return 0;
  q += number.length;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (fz_text_at (q, c->end, units[i]))
      {
        q += strlen (units[i]);
        q += fz_text_at (q, c->end, "多") ? 3 : 0;
        for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
          if (fz_text_at (q, c->end, ends[j]))
            return (gsize) (q + strlen (ends[j]) - p);
        if (lead == 0)
          return 0;
        c->classes |= fz_text_at (p, c->end, "未") || fz_text_at (p, c->end, "今") ? WORD_AHEAD : 0;
        return (gsize) (q - p);
      }
  return 0;
}

static gsize
word_at (Cursor *c, const char *p, guint wanted)
{
  guint class = 0;
  gsize length = fz_words_at (time_words (), p, c->end, &class);

  if (length == 0 || !(class & wanted))
    return 0;
  c->classes |= class & (WORD_AHEAD | WORD_LASTING);
  return length;
}

static gsize
time_at (Cursor *c, const char *p, gboolean follows)
{
  guint class = 0;
  gsize length = date_part_at (c, p, follows), day;

  day = length == 0 && !follows ? fz_words_at (time_words (), p, c->end, &class) : 0;
  if (class & WORD_DAY && (fz_text_at (p + day, c->end, "（") || fz_text_at (p + day, c->end, "(")))
    length = date_part_at (c, p + day, TRUE) > 0 ? day + date_part_at (c, p + day, TRUE) : 0;
  if (length == 0)
    length = chinese_year_at (c, p);
  if (length == 0)
    length = span_at (c, p);
  if (length == 0)
    length = word_at (c, p, follows ? WORD_TIME | WORD_PART : WORD_TIME);
  return length;
}

static const char *
take_times (Cursor *c, const char *p)
{
  gsize length;
  const char *q = p;

  /* 民国 counts its own years. */
  if (fz_text_at (q, c->end, "民國") || fz_text_at (q, c->end, "民国"))
    q += 6;
  length = time_at (c, q, FALSE);
  if (length == 0)
    return p;
  q += length;
  for (guint i = 0; i < 5 && (length = time_at (c, q, TRUE)) > 0; i++)
    q += length;
  return q;
}

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

static FzTimeFlags
flags_of (const Cursor *c, const FzReading *reading, const char *p, gboolean aim, gboolean has_suffix)
{
  FzTimeFlags flags = 0;

  if (c->classes & WORD_AHEAD || aim || follows_plan (reading->text, p))
    flags |= FZ_TIME_FORWARD;
  if (c->classes & WORD_LASTING || c->months || (has_suffix && fz_text_at (p, c->end, "去年")))
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

/* Returns: the bytes of the expression at @p, which need not be kept. */
static gsize
take_expression (FzReading *reading, const char *p)
{
  const char *end = reading->text + reading->length, *q, *first;
  Cursor c = { .p = p, .end = end };
  gsize prefix = word_at (&c, p, WORD_PREFIX), length;
  gboolean to = prefix > 0 && (fz_text_at (p, end, "到") || fz_text_at (p, end, "至"));
  gboolean aim;
  guint class = 0;

  first = p + prefix;
  q = take_times (&c, first);
  if (q == first)
    return 0;

  q = close_bracket (first, q, end);
  length = word_at (&c, q, WORD_TO);
  if (length > 0 && take_times (&c, q + length) > q + length)
    q = close_bracket (first, take_times (&c, q + length), end);
  length = word_at (&c, q, WORD_SUFFIX);
  q += length;

  aim = to && opens_clause (reading->text, p) && !fz_text_at (q, end, "的") &&
        (c.year || c.classes & WORD_AHEAD || fz_text_at (first, end, "今年底") || fz_text_at (first, end, "年底"));
  if ((to && !aim) || (length == 0 && prefix > 0 && fz_text_at (p, end, "从")))
    p = first;
  if (fz_words_before (time_words (), reading->text, p, &class) > 0 && class & WORD_COMPARE)
    return (gsize) (q - p);
  if (fz_text_before (reading->text, q, "同期"))
    return (gsize) (q - p);

  append_time (reading, p, q, flags_of (&c, reading, p, aim, length > 0));
  return (gsize) (q - c.p);
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
      word = fz_words_at (time_words (), q, p, &class);
      if (word > 0 && class & WORD_PREFIX && class & WORD_LASTING && !fz_text_before (start, q, "来"))
        from = q;
    }
  if (from == NULL && fz_text_before (start, p, "大"))
    for (q = p; p - q < 18 && q > start && from == NULL; q -= fz_char_length_before (start, q))
      from = fz_text_at (q, p, "党的") ? q : NULL;
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
  if (fz_words_at (time_words (), p, end, class) > 0)
    return *class & (WORD_PREFIX | WORD_TIME | WORD_SPAN | WORD_SINCE | WORD_DAY);
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

/* What opens a sentence before its first comma may be lent to later ones. */
static gboolean
opens_sentence (const FzReading *reading, const FzStretch *sentence, const FzTime *time)
{
  const char *from = reading->text + sentence->start;
  gsize length = time->start - sentence->start;

  if (!(time->flags & FZ_TIME_CARRY) || length > 24)
    return FALSE;
  return memchr (from, ',', length) == NULL && memmem (from, length, "，", strlen ("，")) == NULL;
}

static void
lend_times (FzReading *reading)
{
  int lent = -1;
  guint t = 0;

  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const FzStretch *sentence = &g_array_index (reading->sentences, FzStretch, s);

      g_array_append_val (reading->carried, lent);
      for (; t < reading->times->len; t++)
        {
          const FzTime *time = &g_array_index (reading->times, FzTime, t);

          if (time->start >= sentence->end)
            break;
          if (time->start >= sentence->start && opens_sentence (reading, sentence, time))
            lent = (int) t;
        }
    }
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
      if (class & WORD_SINCE)
        {
          length = fz_words_at (time_words (), p, end, NULL);
          take_since (reading, p, length);
        }
      else
        length = take_expression (reading, p);
      p = length > 0 ? p + length : step (p, end);
    }
  lend_times (reading);
}

static const FzTime *
last_time_in (const FzReading *reading, gsize from, gsize before, gboolean planned)
{
  guint i = before == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->times, before - 1);

  for (guint n = 0; i != FZ_NOT_FOUND && n < 16; n++, i--)
    {
      const FzTime *time = &g_array_index (reading->times, FzTime, i);

      if (time->start < from)
        return NULL;
      if (time->end <= before && (!planned || time->flags & FZ_TIME_FORWARD))
        return time;
      if (i == 0)
        break;
    }
  return NULL;
}

/**
 * fz_time_of:
 * @reading: a reading
 * @position: where a figure starts
 * @planned: whether it is planned or expected
 *
 * Finds the time expression that governs the figure.
 *
 * Returns: (transfer none) (nullable): the expression
 */
const FzTime *
fz_time_of (const FzReading *reading, gsize position, gboolean planned)
{
  guint s = fz_reading_last (reading->sentences, position);
  guint i = fz_reading_last (reading->items, position);
  const FzStretch *sentence, *item, *first;
  const FzTime *time;
  int lent;

  if (s == FZ_NOT_FOUND || i == FZ_NOT_FOUND)
    return NULL;
  sentence = &g_array_index (reading->sentences, FzStretch, s);
  item = &g_array_index (reading->items, FzStretch, i);
  time = last_time_in (reading, item->start, position, planned);
  if (time != NULL)
    return time;

  first = &g_array_index (reading->items, FzStretch, fz_reading_last (reading->items, sentence->start));
  if (first != item)
    time = last_time_in (reading, first->start, first->end, planned);
  if (time != NULL)
    return time;

  lent = g_array_index (reading->carried, int, s);
  if (lent < 0)
    return NULL;
  time = &g_array_index (reading->times, FzTime, lent);
  return !planned || time->flags & FZ_TIME_FORWARD ? time : NULL;
}
