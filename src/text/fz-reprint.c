/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two texts are one story.
 *
 * A paper that takes over a story cuts it, adds a paragraph of its own, says
 * 昨天 for a date or names the town where the other says 我市; it leaves what
 * stands between as it was.  What is written after one pattern again and again,
 * the weather, the lottery, where the library's bus stops this week, has other
 * words and above all other numbers in the midst of what is the same.  So what
 * counts is how much is shared, and in how many places something else was put in
 * the place of something; what was only left out or added counts for nothing.
 * A notice is the same where nothing at all was put in the place of anything: two
 * of a court may differ in a name. */

#include "config.h"

#include "fz-reprint.h"

#include <string.h>

#include "fz-diff.h"

enum {
  LEAST_RUN = 6,         /* shorter runs are shared by chance, and part no stretches */
  SHARE_OF_SHORTER = 60, /* percent */
  SHARE_OF_LONGER = 25,
  LONGEST_WORDS = 12,    /* a number, or words for here and now, with what was changed around them */
  OWN_OPENING = 12,      /* so long a first or last stretch is a paper's own sentence, */
  SHARE_OF_OPENING = 3,  /* if it is no more than a third of what is shared */

  /* One more is suffered each so many shared characters. */
  CHARS_A_CHANGE = 80,
  CHARS_AN_OWN_WORD = 100,
  CHARS_A_MISREADING = 40,
  CHARS_A_NUMBER = 150,  /* editions mend one */
  FREE_OWN_WORDS = 2,
  FREE_MISREADINGS = 1,
};

/* Words for here and now. */
static const char * const own_words[] = {
  "我", "本市", "本县", "本区", "本省", "本报", "本地", "记者", "通讯员",
  "昨", "今天", "今日", "今晚", "今起", "前天", "前晚", "日前", "近日", "当天", "当日", "当晚",
};

/* What stands in a notice, folded and without marks. */
static const char * const notices[] = {
  "公告送达", "本院受理", "声明作废", "遗失", "特此公告", "讣告", "开奖", "中奖号码",
  "竞买", "招标", "标案", "拍卖会", "联系人", "联络人", "联系电话", "联络电话",
  "最高气温", "最低气温", "首要污染物", "停电", "停止供水",
};

/* Both ways of writing numbers; one for the other is a paper's style. */
static const char * const numerals[] = { "0123456789", "〇零一二三四五六七八九十百千两" };

static gboolean
is_numeral (gunichar c)
{
  return g_utf8_strchr (numerals[0], -1, c) != NULL || g_utf8_strchr (numerals[1], -1, c) != NULL;
}

static guint
count_numerals (const gunichar *chars,
                guint           start,
                guint           end,
                const char     *which)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += g_utf8_strchr (which, -1, chars[i]) != NULL;
  return n;
}

static guint
longer_side (const FzDiffSpan *span)
{
  return MAX (span->a_end - span->a_start, span->b_end - span->b_start);
}

/* Whether there is a number on both sides.  Of a sentence that was written anew
 * nobody knows which number stands for which. */
static gboolean
changes_number (const FzDiffSpan *span,
                const gunichar   *a,
                const gunichar   *b)
{
  if (longer_side (span) > LONGEST_WORDS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (count_numerals (a, span->a_start, span->a_end, numerals[i]) > 0 &&
        count_numerals (b, span->b_start, span->b_end, numerals[i]) > 0)
      return TRUE;
  return FALSE;
}

/* 二十 that becomes 二十五: numerals alone came, next to numerals. */
static gboolean
grows_number (const gunichar *chars,
              guint           n_chars,
              guint           start,
              guint           end)
{
  for (guint i = start; i < end; i++)
    if (!is_numeral (chars[i]))
      return FALSE;
  return (start > 0 && is_numeral (chars[start - 1])) || (end < n_chars && is_numeral (chars[end]));
}

/* Whether a word of a table stands in a part of a text. */
static gboolean
has_word (const gunichar     *chars,
          guint               n_chars,
          const char * const *words,
          guint               n_words)
{
  g_autofree char *text = g_ucs4_to_utf8 (chars, n_chars, NULL, NULL, NULL);

  for (guint i = 0; text != NULL && i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Of 我市 and 义乌市 only 我 and 义乌 differ, so the characters beside are read. */
static gboolean
has_own_word (const gunichar *chars,
              guint           n_chars,
              guint           start,
              guint           end)
{
  start -= MIN (start, 1);
  end = MIN (end + 1, n_chars);
  return has_word (chars + start, end - start, own_words, G_N_ELEMENTS (own_words));
}

static gboolean
is_notice (const gunichar *chars,
           guint           n_chars)
{
  return has_word (chars, n_chars, notices, G_N_ELEMENTS (notices));
}

typedef struct {
  const gunichar *a;
  const gunichar *b;
  guint           n_a;
  guint           n_b;
} Texts;

static void
count_number (FzLikeness       *self,
              const Texts      *texts,
              const FzDiffSpan *span)
{
  gboolean in_a = span->a_end > span->a_start, in_b = span->b_end > span->b_start;

  if (in_a && in_b)
    self->numbers += changes_number (span, texts->a, texts->b);
  else if (in_a)
    self->numbers += grows_number (texts->a, texts->n_a, span->a_start, span->a_end);
  else
    self->numbers += grows_number (texts->b, texts->n_b, span->b_start, span->b_end);
}

static gboolean
is_own_opening (const Texts      *texts,
                const FzDiffSpan *stretch,
                guint             shared)
{
  guint length = MIN (stretch->a_end - stretch->a_start, stretch->b_end - stretch->b_start);
  gboolean at_start = stretch->a_start == 0 && stretch->b_start == 0;
  gboolean at_end = stretch->a_end == texts->n_a && stretch->b_end == texts->n_b;

  return (at_start || at_end) && length >= OWN_OPENING && length * SHARE_OF_OPENING <= shared;
}

static gboolean
may_be_misread (const Texts      *texts,
                const FzDiffSpan *stretch)
{
  return stretch->a_end - stretch->a_start == 1 && stretch->b_end - stretch->b_start == 1 &&
         !is_numeral (texts->a[stretch->a_start]) && !is_numeral (texts->b[stretch->b_start]);
}

static void
count_stretch (FzLikeness       *self,
               const Texts      *texts,
               const FzDiffSpan *stretch)
{
  if (stretch->a_start == stretch->a_end || stretch->b_start == stretch->b_end ||
      is_own_opening (texts, stretch, self->shared))
    return;
  if (longer_side (stretch) <= LONGEST_WORDS &&
      (has_own_word (texts->a, texts->n_a, stretch->a_start, stretch->a_end) ||
       has_own_word (texts->b, texts->n_b, stretch->b_start, stretch->b_end)))
    self->own_words++;
  else if (may_be_misread (texts, stretch))
    self->misread++;
  else
    self->changed++;
}

static guint
count_shared (const GArray *spans)
{
  guint shared = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);

      if (span->same && span->a_end - span->a_start >= LEAST_RUN)
        shared += span->a_end - span->a_start;
    }
  return shared;
}

/* Changes with less between them than is no chance are one stretch. */
static void
count_spans (FzLikeness   *self,
             const Texts  *texts,
             const GArray *spans)
{
  FzDiffSpan stretch = { 0 };

  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);

      if (!span->same)
        {
          count_number (self, texts, span);
          stretch.a_end = span->a_end;
          stretch.b_end = span->b_end;
        }
      else if (span->a_end - span->a_start >= LEAST_RUN)
        {
          count_stretch (self, texts, &stretch);
          stretch = (FzDiffSpan) { span->a_end, span->a_end, span->b_end, span->b_end, FALSE };
        }
    }
  count_stretch (self, texts, &stretch);
}

/**
 * fz_likeness_measure:
 * @self: (out): what the two have in common
 * @a: a text, its characters folded, without marks
 * @n_a: how many they are
 * @b: another text
 * @n_b: how many they are
 */
void
fz_likeness_measure (FzLikeness     *self,
                     const gunichar *a,
                     guint           n_a,
                     const gunichar *b,
                     guint           n_b)
{
  g_autoptr (GArray) spans = fz_diff_new (a, n_a, b, n_b);
  Texts texts = { a, b, n_a, n_b };

  *self = (FzLikeness) { .shorter = MIN (n_a, n_b), .longer = MAX (n_a, n_b) };
  self->shared = count_shared (spans);
  self->is_notice = is_notice (a, n_a) || is_notice (b, n_b);
  count_spans (self, &texts, spans);
}

/**
 * fz_likeness_judge:
 * @self: what two texts have in common
 *
 * Returns: whether they are the same story
 */
gboolean
fz_likeness_judge (const FzLikeness *self)
{
  if (self->shorter < FZ_REPRINT_FEWEST ||
      (guint64) self->shared * 100 < (guint64) self->shorter * SHARE_OF_SHORTER ||
      (guint64) self->shared * 100 < (guint64) self->longer * SHARE_OF_LONGER)
    return FALSE;
  if (self->is_notice)
    return self->changed + self->own_words + self->misread + self->numbers == 0;
  return self->changed <= self->shared / CHARS_A_CHANGE &&
         self->own_words <= FREE_OWN_WORDS + self->shared / CHARS_AN_OWN_WORD &&
         self->misread <= FREE_MISREADINGS + self->shared / CHARS_A_MISREADING &&
         self->numbers <= self->shared / CHARS_A_NUMBER;
}
