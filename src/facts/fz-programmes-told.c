/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-blocks.h"

#include "fz-indicator.h"
#include "fz-period.h"
#include "fz-programmes.h"
#include "fz-programmes-told.h"

#include <string.h>

/* What an article tells of its programmes.
 *
 *   region   the one that the name opens with; else the one that the item is
 *            about; else the article's own.  A document is the article's region's
 *            only where it is said to be issued: laws are cited everywhere
 *   year     the one in the name; else that of the time before it, where a word of
 *            beginning stands with it in the clause: 去年启动“…”行动
 *   figures  those behind a mention in its item, up to another programme or 全市;
 *            or before it in its clause: 投入300万元打造“…”
 */

/* How much of a clause is looked at for a word of beginning, in bytes. */
#define REACH 60

static const char beginnings[] =
  "启动 開通 开通 推出 上线 上線 成立 打造 实施 實施 建成 开展 開展 创办 創辦 设立 設立 搭建 推行 开设 開設 创建 創建 举办 舉辦 启用 啟用 啟動 "
  "出台 印发 印發 制定 公布 颁布 頒布 发布 發布 通过 下发 施行 编制 出臺 訂定";

static const char issuings[] = "出台 印发 印發 制定 公布 颁布 頒布 发布 發布 下发 编制 出臺 訂定 起草 审议 修订 推出";

static const char national[] = "中华人民共和国 中國 中国 全国 国家 国务院 中共中央";

/* Mentions and figures come in text order, and are looked at together only where
 * they are near: one walk over a block, with small steps back, turns the code
 * points of them all into bytes. */
gsize
fz_teller_bytes_of (FzTeller *self, guint position)
{
  self->at = g_utf8_offset_to_pointer (self->at, (glong) position - (glong) self->position);
  self->position = position;
  return (gsize) (self->at - self->reading->text);
}

void
fz_teller_open_block (FzTeller *self, guint block)
{
  if (block == self->block)
    return;
  fz_reading_open (self->reading, self->facts, self->article, block);
  self->timed = FALSE;
  self->block = block;
  self->at = self->reading->text;
  self->position = 0;
}

/* Few programmes ask for the times of their block. */
static void
tell_times (FzTeller *self)
{
  if (!self->timed)
    fz_reading_tell_times (self->reading, self->reading->length);
  self->timed = TRUE;
}

static const FzTime *
time_of (FzTeller *self, gsize position)
{
  tell_times (self);
  return fz_time_of (self->reading, position, FALSE);
}

gboolean
fz_teller_has_word (const char *from, const char *to, const char *list, FzWords **cache)
{
  const FzWords *words = fz_words_of_list (cache, list);

  for (; from < to; from += fz_char_length_at (from, to))
    if (fz_words_at (words, from, to, NULL) > 0)
      return TRUE;
  return FALSE;
}

/* Back to the mark before @p, not further than REACH. */
static const char *
clause_before (const FzReading *reading, const char *p)
{
  static const char marks[] = "， , 。 ； ; ！ ？ 、";
  static FzWords *words;
  const char *limit = p - MIN ((gsize) (p - reading->text), (gsize) REACH);

  while (p > limit && fz_words_before (fz_words_of_list (&words, marks), limit, p, NULL) == 0)
    p -= fz_char_length_before (limit, p);
  return p;
}

static gboolean
stands_before (const FzFacts *facts, guint place, const FzSpan *name)
{
  const FzSpan *span = &g_array_index (facts->places, FzPlace, place).span;

  return span->block < name->block || (span->block == name->block && span->start < name->start);
}

/* Both come in text order, so one walk over the places serves all programmes. */
static void
pass_places (FzTeller *self, const FzSpan *name)
{
  if (self->place > 0 && !stands_before (self->facts, self->place - 1, name))
    self->place = 0;
  while (self->place < self->facts->places->len && stands_before (self->facts, self->place, name))
    self->place++;
}

static FzRegion
region_of_name (FzTeller *self, const FzProgramme *programme)
{
  static FzWords *words;
  const char *name = programme->name, *end = name + strlen (name);
  guint digits = 0;

  for (; digits < 4 && g_ascii_isdigit (name[digits]); digits++)
    ;
  pass_places (self, &programme->span);
  for (guint i = self->place; i < self->facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (self->facts->places, FzPlace, i);

      if (place->span.block != programme->span.block || place->span.start > programme->span.start + digits)
        break;
      if (place->span.end <= programme->span.end &&
          (place->span.start == programme->span.start || place->span.start == programme->span.start + digits))
        return place->region;
    }
  return fz_words_at (fz_words_of_list (&words, national), name, end, NULL) > 0 ? FZ_REGION_CHINA : FZ_REGION_NONE;
}

static FzRegion
region_of (FzTeller *self, const FzProgramme *programme)
{
  static FzWords *words;
  FzRegion region = region_of_name (self, programme);
  gsize start = fz_teller_bytes_of (self, programme->span.start);
  const char *p = self->reading->text + start;

  /* A region may stand right behind a time: 今年金华市启动…. */
  if (region == FZ_REGION_NONE)
    {
      tell_times (self);
      region = fz_region_of_item (self->reading, self->facts->region, start);
    }
  if (region != FZ_REGION_NONE)
    return region;
  if (programme->kind == FZ_PROGRAMME_DOCUMENT && !fz_teller_has_word (clause_before (self->reading, p), p, issuings, &words))
    return FZ_REGION_NONE;
  return self->facts->region;
}

/* 2024浙江省春风行动, …行动方案（2023—2025年）. */
static int
year_of_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      int year = 0;
      guint n = 0;

      for (; g_ascii_isdigit (p[n]) && n < 5; n++)
        year = year * 10 + p[n] - '0';
      if (n == 4 && year >= 1900 && year < 2100)
        return year;
      p += n > 0 ? n - 1 : 0;
    }
  return 0;
}

/* 启动“…”行动, “…”平台正式上线. */
static gboolean
begins (const FzReading *reading, gsize start, gsize end)
{
  static FzWords *words;
  const char *p = reading->text + start, *q = reading->text + end;
  const char *limit = q + MIN (reading->length - end, (gsize) REACH);

  if (fz_teller_has_word (clause_before (reading, p), p, beginnings, &words))
    return TRUE;
  for (; q < limit && !fz_text_at (q, limit, "，") && !fz_text_at (q, limit, "。") && *q != ','; q += fz_char_length_at (q, limit))
    if (fz_words_at (fz_words_of_list (&words, beginnings), q, limit, NULL) > 0)
      return TRUE;
  return FALSE;
}

static int
year_of_time (FzTeller *self, gsize start, gsize end)
{
  const FzTime *time = begins (self->reading, start, end) ? time_of (self, start) : NULL;
  guint s = fz_reading_last (self->reading->sentences, start);
  g_autofree char *words = NULL;
  FzInterval days;

  if (time == NULL || s == FZ_NOT_FOUND || time->start < g_array_index (self->reading->sentences, FzStretch, s).start)
    return 0;
  words = g_strndup (self->reading->text + time->start, time->end - time->start);
  if (!fz_interval_resolve (words, self->page, &days) || g_date_get_year (&days.since) != g_date_get_year (&days.until))
    return 0;
  return g_date_get_year (&days.since);
}

static void
tell_mentions (FzTeller *self, const GArray *mentions, GArray *told)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const FzProgrammeMention *mention = &g_array_index (mentions, FzProgrammeMention, i);
      FzProgrammeTold *one = &g_array_index (told, FzProgrammeTold, mention->programme);
      gsize start;

      if (one->year != 0)
        continue;
      fz_teller_open_block (self, mention->span.block);
      start = fz_teller_bytes_of (self, mention->span.start);
      one->year = year_of_time (self, start, fz_teller_bytes_of (self, mention->span.end));
    }
}

static void
told_clear (gpointer data)
{
  g_array_unref (((FzProgrammeTold *) data)->figures);
}

/**
 * fz_facts_tell_programmes:
 * @self: the facts of @article
 * @article: an article
 * @page: (nullable): the day of its page, which need not be valid
 *
 * Tells of each programme of @article to which region and year it belongs, as far
 * as the text says so, and which figures are stated of it.
 *
 * Returns: (transfer full) (element-type FzProgrammeTold): one for each programme
 */
GArray *
fz_facts_tell_programmes (const FzFacts *self, const FzArticle *article, const GDate *page)
{
  g_autoptr (FzReading) reading = fz_reading_new ();
  g_autoptr (GArray) mentions = fz_facts_find_mentions (self, article);
  FzTeller teller = { .facts = self, .article = article, .page = page != NULL && g_date_valid (page) ? page : NULL, .reading = reading, .block = G_MAXUINT };
  GArray *told = g_array_new (FALSE, TRUE, sizeof (FzProgrammeTold));

  g_array_set_clear_func (told, told_clear);
  for (guint i = 0; i < self->programmes->len; i++)
    {
      const FzProgramme *programme = &g_array_index (self->programmes, FzProgramme, i);
      FzProgrammeTold one = { .year = year_of_name (programme->name), .figures = g_array_new (FALSE, FALSE, sizeof (guint)) };

      fz_teller_open_block (&teller, programme->span.block);
      one.region = region_of (&teller, programme);
      g_array_append_val (told, one);
    }
  if (mentions->len > 0)
    {
      tell_mentions (&teller, mentions, told);
      fz_teller_tell_figures (&teller, mentions, told);
    }
  return told;
}
