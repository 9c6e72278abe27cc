/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-programmes.h"

#include "fz-numerals.h"
#include "fz-phrase.h"
#include "fz-units.h"

#include <string.h>

/* Named programmes, platforms, campaigns and documents.
 *
 *   book          《…》, unless it is said to be a short name
 *   head-behind   “…”平台, “…”共富驿站, “…”的品牌
 *   head-inside   “…空间”
 *   list          “…”“…”等…政策: each of them, where one of the others holds
 *   verb-before   打造“…”, 开设“…”
 *   plain         a region or a year up to 平台 系统 行动 工程 计划 方案
 *
 * A quotation without one of these is a figure of speech.  Each name is given
 * once for the article, where it stands first. */

#define MAX_NAME_BYTES (24 * 3)
#define MAX_MODIFIER 10
/* An article that names more than this is no article. */
#define MAX_NAMES 1000

static const char *const openers[] = {
  "开通", "开设", "增设", "打造", "推出", "推行", "推广", "设立", "成立", "搭建", "建立", "构建",
  "打造了", "推出了", "开设了", "设立了", "建立了", "构建了", "搭建了",
  "開通", "開設", "推廣", "設立", "建構", "打造出",
};

/* 《意见》 alone is the short name of a document named before. */
static const char *const short_names[] = {
  "意见", "办法", "条例", "通知", "方案", "规划", "决定", "报告", "公报", "清单", "指引", "纲要", "建议", "宣言", "规定", "细则",
  "标准", "指南", "计划", "公约", "协定", "协议", "指导意见", "实施方案", "行动方案", "行动计划", "总体规划", "章程", "公告", "倡议",
};

static const char *const aliases[] = { "下称", "简称", "以下简称", "以下称", "下稱", "簡稱" };

typedef struct {
  FzProgramme  programme;
  gsize        start;  /* of the first mention, in bytes of its block */
  gboolean     named;  /* a rule held at one of its mentions */
  gboolean     alias;  /* a short name for another */
  gboolean     plain;  /* without quotation marks */
} Mention;

typedef struct {
  GArray      *mentions; /* of Mention, by first appearance */
  GHashTable  *by_name;  /* name to index + 1 */
} Names;

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
  static const char *const marks[] = { "+", "＋", "，", ",", "：", ":", "“", "‘", "「" };
  const char *end = text + length;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (memmem (text, length, marks[i], strlen (marks[i])) != NULL)
      return TRUE;
  if (fz_text_at (text, end, "一") && count_of (text, length, "一") > 1)
    return TRUE;
  if (fz_text_at (text, end, "十") && fz_text_before (text, end, "五") && length == 9)
    return TRUE;
  return length >= 9 && fz_number_starts_at (text, end) &&
         (fz_text_at (text + 3, end, "大") || fz_text_at (text + 3, end, "个先行"));
}

static gboolean
may_be_name (const FzReading *reading, const FzQuote *quote)
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

/* Returns: one past the last of the quotations that stand in a row from @i on. */
static guint
row_end (const FzReading *reading, guint i)
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

static gboolean
rule_holds (const FzReading *reading, const FzQuote *quote, FzProgrammeKind *kind)
{
  const char *start = reading->text, *end = start + reading->length;

  return head_behind (start + quote->end, end, FZ_HEAD_BEHIND, kind) ||
         fz_head_before (start + quote->inner, start + quote->inner_end, FZ_HEAD_INSIDE, kind) > 0 ||
         any_before (start, start + quote->start, openers, G_N_ELEMENTS (openers));
}

static void
note_mention (Names *names, const char *text, Mention mention, gsize length)
{
  g_autofree char *name = g_strndup (text, length);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (names->by_name, name));
  Mention *old;

  if (at == 0)
    {
      if (names->mentions->len >= MAX_NAMES)
        return;
      mention.programme.name = g_steal_pointer (&name);
      g_array_append_val (names->mentions, mention);
      g_hash_table_insert (names->by_name, mention.programme.name, GUINT_TO_POINTER (names->mentions->len));
      return;
    }
  old = &g_array_index (names->mentions, Mention, at - 1);
  if (mention.named && !old->named && !old->alias)
    {
      old->named = TRUE;
      old->programme.kind = mention.programme.kind;
    }
}

static void
note_book (Names *names, const FzReading *reading, const FzQuote *quote, guint block)
{
  const char *start = reading->text;
  gsize length = quote->inner_end - quote->inner;
  Mention mention = {
    .programme = { .span = { .block = block }, .kind = FZ_PROGRAMME_DOCUMENT }, .start = quote->inner,
    .alias = any_before (start, start + quote->start, aliases, G_N_ELEMENTS (aliases)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (short_names); i++)
    mention.alias = mention.alias ||
                    (strlen (short_names[i]) == length && memcmp (start + quote->inner, short_names[i], length) == 0);
  mention.named = !mention.alias;
  if (length > 0 && length <= 3 * MAX_NAME_BYTES)
    note_mention (names, start + quote->inner, mention, length);
}

static void
note_row (Names *names, const FzReading *reading, guint from, guint to, guint block)
{
  const FzQuote *last = &g_array_index (reading->quotes, FzQuote, to - 1);
  const char *start = reading->text, *end = start + reading->length;
  FzProgrammeKind row_kind = FZ_PROGRAMME_PROGRAMME;
  gboolean row = (to - from > 1 && head_behind (start + last->end, end, FZ_HEAD_BEHIND | FZ_HEAD_LIST, &row_kind)) ||
                 list_head (start + last->end, end, &row_kind);

  for (guint i = from; i < to; i++)
    {
      const FzQuote *quote = &g_array_index (reading->quotes, FzQuote, i);
      Mention mention = { .programme = { .span = { .block = block } }, .start = quote->inner };

      if (!may_be_name (reading, quote))
        continue;
      mention.named = rule_holds (reading, quote, &mention.programme.kind);
      if (!mention.named && row)
        {
          mention.named = TRUE;
          mention.programme.kind = row_kind;
        }
      note_mention (names, start + quote->inner, mention, quote->inner_end - quote->inner);
    }
}

static void
note_quotes (Names *names, const FzReading *reading, guint block)
{
  for (guint i = 0; i < reading->quotes->len;)
    {
      const FzQuote *quote = &g_array_index (reading->quotes, FzQuote, i);
      guint next = i + 1;

      if (quote->kind == FZ_QUOTE_BOOK)
        note_book (names, reading, quote, block);
      else if (quote->kind == FZ_QUOTE_NAME)
        {
          next = row_end (reading, i);
          note_row (names, reading, i, next, block);
        }
      i = next;
    }
}

/* A year right before the region belongs to the name: 2024某省春风行动. */
static gsize
with_year (const FzReading *reading, gsize start)
{
  const char *p = reading->text + start;

  if (start < 4)
    return start;
  for (gsize i = 1; i <= 4; i++)
    if (!g_ascii_isdigit (p[-(gssize) i]))
      return start;
  return start == 4 || !g_ascii_isdigit (p[-5]) ? start - 4 : start;
}

static void
note_plain (Names *names, const FzReading *reading, guint block)
{
  gsize behind = 0;

  for (guint i = 0; i < reading->places->len; i++)
    {
      const FzStretch *place = &g_array_index (reading->places, FzStretch, i);
      gsize start = with_year (reading, place->start), end;
      Mention mention = {
        .programme = { .span = { .block = block } }, .start = start, .named = TRUE, .plain = TRUE,
      };

      if (start < behind || fz_reading_in_name (reading, start))
        continue;
      end = fz_plain_programme_at (reading, start, place->end, &mention.programme.kind);
      if (end == 0)
        continue;
      behind = end;
      note_mention (names, reading->text + start, mention, end - start);
    }
}

/* 某区“…”工程 once without its marks is no name of its own. */
static gboolean
repeats_other (const Names *names, const Mention *plain)
{
  for (guint i = 0; i < names->mentions->len; i++)
    {
      const Mention *other = &g_array_index (names->mentions, Mention, i);

      if (!other->plain && strstr (plain->programme.name, other->programme.name) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const Mention *x = a, *y = b;

  if (x->programme.span.block != y->programme.span.block)
    return x->programme.span.block < y->programme.span.block ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* One walk over each block counts the code points of all its names. */
static void
hand_over (FzFacts *self, const FzArticle *article, Names *names)
{
  gsize bytes = 0;
  guint position = 0, at = G_MAXUINT;

  for (guint i = 0; i < names->mentions->len; i++)
    {
      FzProgramme one = g_array_index (names->mentions, Mention, i).programme;
      gsize start = g_array_index (names->mentions, Mention, i).start;
      const FzBlock *block = fz_article_block (article, one.span.block);

      if (one.span.block != at)
        {
          at = one.span.block;
          bytes = position = 0;
        }
      position += (guint) g_utf8_strlen (article->text + block->byte_start + bytes, (gssize) (start - bytes));
      bytes = start;
      one.span.start = position;
      one.span.end = position + (guint) g_utf8_strlen (one.name, -1);
      one.span.line = fz_block_line_at (block, position);
      g_array_append_val (self->programmes, one);
    }
}

static void
drop_unnamed (Names *names)
{
  guint kept = 0;

  for (guint i = 0; i < names->mentions->len; i++)
    {
      Mention *mention = &g_array_index (names->mentions, Mention, i);

      mention->named = mention->named && !(mention->plain && repeats_other (names, mention));
    }
  for (guint i = 0; i < names->mentions->len; i++)
    {
      Mention *mention = &g_array_index (names->mentions, Mention, i);

      if (mention->named)
        g_array_index (names->mentions, Mention, kept++) = *mention;
      else
        g_free (mention->programme.name);
    }
  g_array_set_size (names->mentions, kept);
  g_array_sort (names->mentions, compare_mentions);
}

static gboolean
may_hold_names (FzRole role)
{
  return role != FZ_ROLE_BYLINE && role != FZ_ROLE_CREDIT && role != FZ_ROLE_MASTHEAD &&
         role != FZ_ROLE_JUMP && role != FZ_ROLE_NOISE;
}

/**
 * fz_programmes_find:
 * @self: the facts of @article, its places already found
 * @article: an article
 *
 * Appends the named programmes of @article in text order, each once.
 */
void
fz_programmes_find (FzFacts *self, const FzArticle *article)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  g_autoptr (GArray) mentions = g_array_new (FALSE, TRUE, sizeof (Mention));
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  Names names = { mentions, by_name };

  for (guint i = 0; i < article->blocks->len; i++)
    if (may_hold_names (fz_article_block (article, i)->role))
      {
        fz_reading_open (reading, self, article, i);
        note_quotes (&names, reading, i);
        note_plain (&names, reading, i);
      }
  g_hash_table_remove_all (by_name);
  drop_unnamed (&names);
  hand_over (self, article, &names);
}
