/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-programmes.h"

#include "fz-numerals.h"
#include "fz-phrase.h"
#include "fz-units.h"

#include <string.h>

/* What makes a quotation the name of a programme: the noun behind it or at its
 * end, the verb before it, or the noun that closes the list it stands in. */

#define MAX_NAME_BYTES (24 * 3)
#define MAX_MODIFIER 10

static const char openers[] =
  "开通 开设 增设 打造 推出 推行 推广 设立 成立 搭建 建立 构建 打造了 推出了 开设了 设立了 "
  "建立了 构建了 搭建了 開通 開設 推廣 設立 建構 打造出";

/* 《意见》 alone is the short name of a document named before. */
static const char *const short_names[] = {
  "意见", "办法", "条例", "通知", "方案", "规划", "决定", "报告", "公报", "清单", "指引", "纲要", "建议", "宣言", "规定", "细则",
  "标准", "指南", "计划", "公约", "协定", "协议", "指导意见", "实施方案", "行动方案", "行动计划", "总体规划", "章程", "公告", "倡议",
};

static const char *const aliases[] = { "下称", "简称", "以下简称", "以下称", "下稱", "簡稱", "以下簡稱", "以下稱" };

static gboolean
any_before (const char *start, const char *p, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

static guint
count_of (const char *text, gsize length, const char *word)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *p = text; (p = memmem (p, (gsize) (end - p), word, strlen (word))) != NULL; p += strlen (word))
    n++;
  return n;
}

/* 一集群一方案, 五大行动, 就业+: formulas, which are nobody's name. */
static gboolean
is_formula (const char *text, gsize length)
{
  static const char marks[] = "+ ＋ ， , ： : “ ‘ 「";
  static FzWords *words;
  const char *end = text + length;

  for (const char *p = text; p < end; p += fz_char_length_at (p, end))
    if (fz_words_at (fz_words_of_list (&words, marks), p, end, NULL) > 0)
      return TRUE;
  if (fz_text_at (text, end, "一") && count_of (text, length, "一") > 1)
    return TRUE;
  if (fz_text_at (text, end, "十") && fz_text_before (text, end, "五") && length == 9)
    return TRUE;
  return length >= 9 && fz_number_starts_at (text, end) &&
         (fz_text_at (text + 3, end, "大") || fz_text_at (text + 3, end, "个先行"));
}

/**
 * fz_quote_may_be_name:
 * @reading: a reading
 * @quote: a quotation of it
 *
 * Returns: whether it is short, no speech and no formula
 */
gboolean
fz_quote_may_be_name (const FzReading *reading, const FzQuote *quote)
{
  gsize length = quote->inner_end - quote->inner;

  return quote->kind == FZ_QUOTE_NAME && length >= 4 && length <= MAX_NAME_BYTES &&
         !is_formula (reading->text + quote->inner, length);
}

/* A noun behind the quotation, directly, behind 的 or after a short modifier. */
static gboolean
head_behind (const char *p, const char *end, guint wanted, FzProgrammeKind *kind)
{
  if (fz_text_at (p, end, "的"))
    p += 3;
  for (guint n = 0; n <= MAX_MODIFIER && p < end; n++)
    {
      if (fz_head_at (p, end, wanted, kind) > 0)
        return TRUE;
      if (fz_phrase_breaks_at (p, end) || fz_text_at (p, end, "的") || g_ascii_isdigit (*p) || *p == ' ')
        return FALSE;
      p += fz_char_length_at (p, end);
    }
  return FALSE;
}

static const char *
behind_joint (const char *p, const char *end)
{
  static const char *const joints[] = { "、", "和", "与", "及", "以及" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (p, end, joints[i]))
      return p + strlen (joints[i]);
  return p;
}

/* 6类, 五大: how many they are said to be. */
static const char *
behind_count (const char *p, const char *end)
{
  FzNumber number;
  gsize length;

  if (p >= end || !fz_number_starts_at (p, end) || !fz_number_read (p, end, &number))
    return p;
  p += number.length;
  if (fz_unit_at (p, end, &length) != NULL)
    p += length;
  return p;
}

/* …等五大行动方案: what the members of a list are, said at its end. */
static gboolean
list_head (const char *p, const char *end, FzProgrammeKind *kind)
{
  const char *limit = MIN (end, p + 40 * 3);

  for (; p < limit; p += fz_char_length_at (p, end))
    {
      if (fz_text_at (p, end, "等"))
        return head_behind (behind_count (p + 3, end), end, FZ_HEAD_LIST, kind);
      if (fz_text_at (p, end, "，") || fz_text_at (p, end, "。") || *p == ',' || fz_text_at (p, end, "；") ||
          fz_text_at (p, end, "”") || *p == ';')
        return FALSE;
    }
  return FALSE;
}

/**
 * fz_quote_row_end:
 * @reading: a reading
 * @i: the index of a quotation
 *
 * Returns: one past the last of the quotations that stand in a row from @i on
 */
guint
fz_quote_row_end (const FzReading *reading, guint i)
{
  const char *end = reading->text + reading->length;
  guint last = i;

  for (guint j = i + 1; j < reading->quotes->len && j - i < 32; j++)
    {
      const FzQuote *a = &g_array_index (reading->quotes, FzQuote, last);
      const FzQuote *b = &g_array_index (reading->quotes, FzQuote, j);

      if (b->kind != FZ_QUOTE_NAME || behind_joint (reading->text + a->end, end) != reading->text + b->start)
        break;
      last = j;
    }
  return last + 1;
}

/**
 * fz_quote_row_head:
 * @reading: a reading
 * @from: the index of the first quotation of a row
 * @to: one past the last
 * @kind: (out): what the noun behind the row makes its members
 *
 * Returns: whether the quotations are said to be programmes together
 */
gboolean
fz_quote_row_head (const FzReading *reading, guint from, guint to, FzProgrammeKind *kind)
{
  const FzQuote *last = &g_array_index (reading->quotes, FzQuote, to - 1);
  const char *end = reading->text + reading->length, *behind = reading->text + last->end;

  return (to - from > 1 && head_behind (behind, end, FZ_HEAD_BEHIND | FZ_HEAD_LIST, kind)) ||
         list_head (behind, end, kind);
}

/**
 * fz_quote_is_programme:
 * @reading: a reading
 * @quote: a quotation of it
 * @kind: (out): what it names
 *
 * Returns: whether the words at its end or around it make it a programme
 */
gboolean
fz_quote_is_programme (const FzReading *reading, const FzQuote *quote, FzProgrammeKind *kind)
{
  static FzWords *words;
  const char *start = reading->text, *end = start + reading->length;

  return head_behind (start + quote->end, end, FZ_HEAD_BEHIND, kind) ||
         fz_head_before (start + quote->inner, start + quote->inner_end, FZ_HEAD_INSIDE, kind) > 0 ||
         fz_words_before (fz_words_of_list (&words, openers), start, start + quote->start, NULL) > 0;
}

/**
 * fz_quote_is_alias:
 * @reading: a reading
 * @quote: a title of it
 *
 * Returns: whether the title is a short name for one given before
 */
gboolean
fz_quote_is_alias (const FzReading *reading, const FzQuote *quote)
{
  const char *title = reading->text + quote->inner;
  gsize length = quote->inner_end - quote->inner;

  if (any_before (reading->text, reading->text + quote->start, aliases, G_N_ELEMENTS (aliases)))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (strlen (short_names[i]) == length && memcmp (title, short_names[i], length) == 0)
      return TRUE;
  return FALSE;
}

static const char *
before_any (const char *start, const char *p, const char *const *words, gsize n_words)
{
  gsize longest = 0;

  for (gsize i = 0; i < n_words; i++)
    if (fz_text_before (start, p, words[i]))
      longest = MAX (longest, strlen (words[i]));
  return longest > 0 ? p - longest : NULL;
}

/**
 * fz_quote_renames:
 * @reading: a reading
 * @quote: a quotation of it
 *
 * “百日清河”行动（下称“清河行动”） is one campaign, not two.
 *
 * Returns: whether it is a short name for the quotation before it
 */
gboolean
fz_quote_renames (const FzReading *reading, const FzQuote *quote)
{
  static const char *const brackets[] = { "（", "(" }, *const closings[] = { "”", "》", "」" };
  const char *start = reading->text, *p = start + quote->start;
  FzProgrammeKind kind;

  p = before_any (start, p, aliases, G_N_ELEMENTS (aliases));
  p = p != NULL ? before_any (start, p, brackets, G_N_ELEMENTS (brackets)) : NULL;
  if (p == NULL)
    return FALSE;
  p -= fz_head_before (start, p, FZ_HEAD_BEHIND, &kind);
  return any_before (start, p, closings, G_N_ELEMENTS (closings));
}

/**
 * fz_short_title_of:
 * @title: the title of a document
 * @next: (inout): 0 at first
 *
 * 茶园改造行动方案 may be called 《行动方案》 and 《方案》.
 *
 * Returns: (nullable): the next of the short names that it ends in, within
 *   @title; %NULL behind the last
 */
const char *
fz_short_title_of (const char *title, guint *next)
{
  const char *end = title + strlen (title);

  while (*next < G_N_ELEMENTS (short_names))
    {
      const char *word = short_names[(*next)++];

      if (fz_text_before (title, end, word) && strlen (word) < (gsize) (end - title))
        return end - strlen (word);
    }
  return NULL;
}

/**
 * fz_behind_alias_word:
 * @p: a place in a text
 * @end: its end
 *
 * Returns: (nullable): behind 以下简称 and the colon that may follow it; %NULL
 *   where @p has no such word
 */
const char *
fz_behind_alias_word (const char *p, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (fz_text_at (p, end, aliases[i]))
      {
        p += strlen (aliases[i]);
        return fz_text_at (p, end, "：") ? p + strlen ("：") : p;
      }
  return NULL;
}
