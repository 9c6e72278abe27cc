/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-dated-private.h"

#include <string.h>

#include "fz-days.h"
#include "fz-stop.h"
#include "fz-vectors.h"

/* Words by which a text tells when it was printed, in tables.
 *
 * A newspaper counts from the day on its head: 昨日（3月5日） is printed on 6
 * March.  A wire of the 31st is printed that day or up to three days later.  A
 * figure as of the end of a month is printed until there is a newer one, which
 * for yearly ones takes up to a year and a half.  A day that is still to come
 * tells nothing. */

enum {
  REPORT_DAYS = 550,
  EVENT_CHARS = 20,
  STEP = 32,         /* bytes that are looked at together */
};

/* Before a bracket with a date in it, and how far the page is from that date. */
static const struct {
  const char *word;
  int         first, last;
} relative_days[] = {
  { "昨日", 1, 1 }, { "昨天", 1, 1 }, { "昨晚", 1, 1 }, { "昨夜", 1, 1 }, { "昨", 1, 1 },   { "前日", 2, 2 },  { "前天", 2, 2 },
  { "今日", 0, 1 }, { "今天", 0, 1 }, { "今晨", 0, 1 }, { "今晚", 0, 1 }, { "明日", -1, 0 }, { "明天", -1, 0 },
};

/* Before a bracket with a year in it: 去年（2022年） is printed in 2023. */
static const struct {
  const char *word;
  int         years;
} relative_years[] = {
  { "今年", 0 }, { "本年", 0 }, { "去年", 1 }, { "前年", 2 }, { "明年", -1 },
};

/* 2024浙江省春风行动: what an event is called. */
static const char * const events[] = {
  "行动", "论坛", "峰会", "年会", "大赛", "联赛", "锦标赛", "马拉松", "运动会", "博览会", "推介会", "招聘会", "交易会", "展销会", "文化节", "旅游节",
  "艺术节", "美食节", "采摘节", "音乐节", "丰收节", "行動", "論壇", "大賽", "馬拉松", "運動會", "博覽會", "文化節", "藝術節", "音樂節", "文化周", "活动周",
};

/* Behind a full date: something happened on it. */
static const char * const happened[] = { "，", ",", "上午", "下午", "晚", "凌晨", "当天", "當天", "当日" };

static const char * const as_of[] = { "截至", "截止", "截止到" };

FzText
fz_dater_rest (const FzDater *self,
               const char    *p)
{
  return fz_text_from (self->text, (gsize) (p - self->text.start));
}

void
fz_dater_add (const FzDater *self,
              FzDated        dated,
              const char    *start,
              const char    *end)
{
  if (self->found->len >= FZ_DATED_MAX)
    return;
  dated.words = (FzText) { start, (gsize) (end - start) };
  dated.line = fz_block_line_at (self->block, (guint) g_utf8_pointer_to_offset (self->text.start, start));
  g_array_append_val (self->found, dated);
}

gint64
fz_dater_julian (int year,
                 int month,
                 int day)
{
  GDate date;

  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

void
fz_dater_add_years (const FzDater *self,
                    FzDatedKind    kind,
                    int            year,
                    const char    *start,
                    const char    *end)
{
  if (year >= FZ_DATED_FIRST_YEAR && year <= FZ_DATED_LAST_YEAR)
    fz_dater_add (self, (FzDated) { .kind = kind, .since = fz_dater_julian (year, 1, 1), .until = fz_dater_julian (year, 12, 31) }, start, end);
}

static gboolean
starts_with_any (FzText              text,
                 const char * const *words,
                 guint               n)
{
  for (guint i = 0; i < n; i++)
    if (fz_text_starts (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
ends_with_any (FzText              text,
               const char * const *words,
               guint               n,
               const char        **start)
{
  for (guint i = 0; i < n; i++)
    if (fz_text_ends (text, words[i]))
      {
        *start = text.start + text.length - strlen (words[i]);
        return TRUE;
      }

  return FALSE;
}

/* Of （3月5日）: the end of the bracket's date, or of （2024年）. */
static const char *
opens_bracket (const char *p,
               const char *start)
{
  const char *before = p > start ? g_utf8_prev_char (p) : p;

  return before < p && (g_utf8_get_char (before) == 0xFF08 || *before == '(') ? before : NULL;
}

static int
weekday_at (FzText text)
{
  static const char * const starts[] = { "（星期", "(星期", "（周", "(周", "星期", "　星期", " 星期" };
  static const char days[] = "一二三四五六日";

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (fz_text_starts (text, starts[i]))
      {
        gunichar c = fz_text_first (fz_text_from (text, strlen (starts[i])));
        const char *at = c != 0 ? g_utf8_strchr (days, -1, c) : NULL;

        return at != NULL ? (int) g_utf8_pointer_to_offset (days, at) + 1 : 0;
      }

  return 0;
}

/* 昨日（3月5日）, and a day with its weekday, of which only the year follows. */
static void
find_month_day (const FzDater *self,
                const char   *start,
                const char   *end,
                FzDay         day)
{
  const char *bracket = opens_bracket (start, self->text.start);
  FzText back = bracket != NULL ? fz_dater_before (self, bracket) : (FzText) { start, 0 };
  FzDated dated = { .kind = FZ_DATED_DAY, .month = day.month, .day = day.day, .weekday = weekday_at (fz_dater_rest (self, end)) };

  for (guint i = 0; i < G_N_ELEMENTS (relative_days); i++)
    if (fz_text_ends (back, relative_days[i].word))
      {
        dated.first = relative_days[i].first;
        dated.last = relative_days[i].last;
        fz_dater_add (self, dated, back.start + back.length - strlen (relative_days[i].word), end);
        return;
      }
  dated.kind = FZ_DATED_WEEKDAY;
  if (dated.weekday != 0)
    fz_dater_add (self, dated, start, end);
}

/* A date with its year. */
static void
find_full_day (const FzDater *self,
               const char   *start,
               const char   *end,
               FzDay         day)
{
  gint64 at = fz_dater_julian (day.year, day.month, day.day);
  const char *bracket = opens_bracket (start, self->text.start);
  FzText back = fz_dater_before (self, bracket != NULL ? bracket : start);
  const char *word = start;

  for (guint i = 0; bracket != NULL && i < G_N_ELEMENTS (relative_days); i++)
    if (fz_text_ends (back, relative_days[i].word))
      {
        fz_dater_add (self, (FzDated) { .kind = FZ_DATED_WINDOW, .since = at + relative_days[i].first, .until = at + relative_days[i].last },
             back.start + back.length - strlen (relative_days[i].word), end);
        return;
      }
  if (ends_with_any (back, as_of, G_N_ELEMENTS (as_of), &word))
    fz_dater_add (self, (FzDated) { .kind = FZ_DATED_WINDOW, .since = at, .until = at + REPORT_DAYS }, word, end);
  else if (!fz_dater_is_to_come (self, start, end) && starts_with_any (fz_dater_rest (self, end), happened, G_N_ELEMENTS (happened)))
    fz_dater_add (self, (FzDated) { .kind = FZ_DATED_AFTER, .since = at }, start, end);
}

/* 截至2023年9月底, 截至2023年底 */
static gboolean
find_month_end (const FzDater *self,
                const char   *start,
                const char   *behind_year,
                int           year)
{
  FzText back = fz_dater_before (self, start), rest = fz_dater_rest (self, behind_year);
  const char *word = start;
  FzDay day = { .year = year, .month = 12 };
  gsize month = fz_day_read_month (rest, &day.month);

  if (!ends_with_any (back, as_of, G_N_ELEMENTS (as_of), &word))
    return FALSE;
  rest = fz_text_from (rest, month);
  if (!fz_text_starts (rest, "底") && !fz_text_starts (rest, "末"))
    return FALSE;
  day.day = g_date_get_days_in_month ((GDateMonth) day.month, (GDateYear) year);
  {
    gint64 at = fz_dater_julian (year, day.month, day.day);

    fz_dater_add (self, (FzDated) { .kind = FZ_DATED_WINDOW, .since = at, .until = at + REPORT_DAYS }, word, rest.start + strlen ("底"));
  }

  return TRUE;
}

/* Of the years that are named only the latest can refute anything. */
static gboolean
is_named (const FzDater *self,
          int            year)
{
  gint64 since = fz_dater_julian (year, 1, 1);

  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, FzDated, i).kind == FZ_DATED_NAMED && g_array_index (self->found, FzDated, i).since >= since)
      return TRUE;

  return FALSE;
}

static void
find_year (const FzDater *self,
           const char   *start,
           const char   *behind_year,
           int           year)
{
  const char *bracket = opens_bracket (start, self->text.start);
  FzText back = fz_dater_before (self, bracket != NULL ? bracket : start);

  if (find_month_end (self, start, behind_year, year))
    return;
  for (guint i = 0; bracket != NULL && i < G_N_ELEMENTS (relative_years); i++)
    if (fz_text_ends (back, relative_years[i].word))
      {
        fz_dater_add_years (self, FZ_DATED_WINDOW, year + relative_years[i].years,
                   back.start + back.length - strlen (relative_years[i].word), behind_year);
        return;
      }
  if (!is_named (self, year) && !fz_dater_is_to_come (self, start, behind_year))
    fz_dater_add_years (self, FZ_DATED_NAMED, year, start, behind_year);
}

/* 2024浙江省春风行动: a year without 年, and directly behind it what is called
 * like an event. */
static void
find_event (const FzDater *self,
            const char   *start,
            const char   *behind_digits,
            int           year,
            gboolean      in_head)
{
  FzDatedKind kind = in_head ? FZ_DATED_TOPIC : FZ_DATED_NAMED;
  const char *p = behind_digits, *end = self->text.start + self->text.length;

  for (guint n = 0; n < EVENT_CHARS && p < end && fz_char_class (g_utf8_get_char (p)) == FZ_CHAR_HAN; n++)
    {
      for (guint i = 0; n >= 2 && i < G_N_ELEMENTS (events); i++)
        if (fz_text_starts (fz_dater_rest (self, p), events[i]))
          {
            if (!fz_dater_is_to_come (self, start, p))
              fz_dater_add_years (self, fz_dater_is_recent (self, start) ? FZ_DATED_EVENT : kind, year, start, p + strlen (events[i]));
            return;
          }
      p = g_utf8_next_char (p);
    }
}

/* What a date or a year may go on with behind its first number. */
static gboolean
goes_on (FzText rest)
{
  return fz_text_starts (rest, "年") || fz_text_starts (rest, "-") || fz_text_starts (rest, ".") || fz_text_starts (rest, "/") ||
         fz_text_starts (rest, " ");
}

static void
find_at_year (const FzDater *self,
              const char    *p,
              const char    *behind_digits,
              int            year,
              gboolean       in_head)
{
  FzText rest = fz_dater_rest (self, behind_digits);
  FzDay day = { 0 };
  gsize full = goes_on (rest) ? fz_day_read (fz_dater_rest (self, p), &day) : 0;

  if (full > 0)
    find_full_day (self, p, p + full, day);
  else if (fz_text_starts (rest, "年"))
    find_year (self, p, behind_digits + strlen ("年"), year);
  else
    find_event (self, p, behind_digits, year, in_head);
}

/* Where a number begins at @p: a date, a year, an event, or a month with its day.
 * Moves behind the number. */
static const char *
find_at_number (const FzDater *self,
                const char    *p,
                gboolean       in_head)
{
  const char *end = self->text.start + self->text.length, *digits = p;
  FzDay day = { 0 };
  int value = 0;

  for (; digits < end && digits - p < 5 && g_ascii_isdigit (*digits); digits++)
    value = value * 10 + (*digits - '0');
  if (digits - p == 4 && value >= FZ_DATED_FIRST_YEAR && value <= FZ_DATED_LAST_YEAR)
    find_at_year (self, p, digits, value, in_head);
  else if (digits - p <= 2 && (digits == p || fz_text_starts (fz_dater_rest (self, digits), "月")))
    {
      gsize length = fz_day_read_month_day (fz_dater_rest (self, p), &day);

      if (length > 0)
        find_month_day (self, p, p + length, day);
      digits = p + length;
    }

  return MAX (digits, g_utf8_next_char (p));
}

/* Whether a digit of either width or 今 begins at a byte.  Behind a block stand the
 * line end and NUL, so that its last byte has its neighbours.  Without a branch, so that
 * the compiler looks at many bytes at once. */
static inline guint8
may_begin (const guchar *b)
{
  guint8 digit = (guint8) (b[0] - '0') < 10;
  guint8 wide = (b[0] == 0xEF) & (b[1] == 0xBC) & ((guint8) (b[2] - 0x90) < 10);
  guint8 now = (b[0] == 0xE4) & (b[1] == 0xBB) & (b[2] == 0x8A);

  return digit | wide | now;
}

/* The first place at or behind @p where one of these begins, or @end.  In the end of a
 * block characters of two and four bytes are passed over by parts, in which none does. */
FZ_VECTORS static const char *
next_beginning (const char *p,
                const char *end)
{
  for (; end - p >= STEP; p += STEP)
    {
      guint8 begins[STEP];
      guint first;

      for (guint i = 0; i < STEP; i++)
        begins[i] = may_begin ((const guchar *) p + i);
      first = fz_first_set (begins, STEP);
      if (first < STEP)
        return p + first;
    }
  while (p < end && !may_begin ((const guchar *) p))
    p += (guchar) *p < 0xE0 ? 1 : 3;

  return p;
}

/**
 * fz_dater_scan:
 * @self: a block
 * @in_head: whether it is the head or the lead of its story, where events are named
 *
 * Finds what begins with a number, and what is said of 今年.
 */
void
fz_dater_scan (const FzDater *self,
               gboolean       in_head)
{
  const char *end = self->text.start + self->text.length;
  const char *p = next_beginning (self->text.start, end);

  while (p < end && self->found->len < FZ_DATED_MAX)
    {
      const char *from = p;

      p = (guchar) *p == 0xE4 ? fz_dater_this_year (self, p) : find_at_number (self, p, in_head);
      p = next_beginning (p, end);
      if (fz_stop_asked_after ((gsize) (p - from)))
        break;
    }
}
