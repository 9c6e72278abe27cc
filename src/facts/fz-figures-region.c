/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator.h"
#include "fz-phrase-links.h"
#include "fz-times-parts.h"

#include <string.h>

/* Of which region a figure is, where its sentence names another one than the
 * article's:
 *
 *   subject   其中婺城区实现产值3亿元: a region that opens a clause, up to the next
 *             one or the end of the item
 *   scope     全省增长5%: the region above the article's that the word means
 *   list      A、B两县分别增长3%、5%: each has its own; without 分别 none has
 *
 * A region that opens the name of an organisation, or says where somebody comes
 * from, is no subject. */

/* How far before 分别 the last of a list of regions may stand, in bytes. */
#define LIST_REACH 36
#define PART 12
/* How far before the first figure 分别 may stand. */
#define APART_REACH 60
/* How much of an item is read before a place in it that is asked for alone. */
#define ITEM_REACH 900

/* What may stand before a region or 全省 that a clause is about. */
static const char openers[] = "其中 仅 而 如 另外 此外 例如 比如 同期 目前 其中仅 截至目前";

/* What makes the region before it no subject: 金华农商银行, 杭州游客. */
static const char owners[] =
  "公司 集团 集團 银行 銀行 局 委 馆 館 医院 醫院 学院 學院 大学 大學 学校 學校 中学 小学 商会 協會 协会 支队 大队 派出所 法院 检察院 研究所 基金会 合作社 "
  "日报 晚报 电视台 讯 电 籍 部门 部門 游客 旅客 遊客 客商 客户 老板 选手 選手 队 隊 专家 专线 方向 至 到 路 站 机场 機場 港 村 社区";

/* What may follow 全, and how the names of such regions end; the country's does not. */
static const struct {
  const char *words;
  guint       value;
  const char *level;
} scopes[] = {
  { "国 國",         0, NULL },
  { "省",            1, "省" },
  { "自治区 自治區", 2, "自治区" },
  { "市",            3, "市" },
  { "县 縣",         4, "县" },
  { "区 區",         5, "区" },
  { "镇 鎮",         6, "镇" },
  { "乡 鄉",         7, "乡" },
  { "州",            8, "州" },
  { "盟",            9, "盟" },
  { "旗",           10, "旗" },
};

FZ_LEXICON (scope_lexicon, scopes)

static const char no_scopes[] = "市场 市場 市域 县域 区域 省域 镇域 國際 国际 国性 国人大 国政协 国两会 国劳模 国首 乡村 市民 区位 国统一";

static const char *const joints[] = { "、", "和", "与", "與", "及", "以及" };

typedef struct {
  const FzReading *reading;
  FzRegion         home;
  FzRegion         region; /* that the item is about so far */
  guint            item;
  gsize            at;     /* read up to here */
} Walk;

static const FzStretch *
place_at (const Walk *walk, guint i)
{
  return i < walk->reading->places->len ? &g_array_index (walk->reading->places, FzStretch, i) : NULL;
}

/* Up to PART bytes without a mark or a digit: 浙江南部、江西. */
static gboolean
is_part (const char *p, const char *end)
{
  static const char *const marks[] = { "，", "。", "、", "；", "：" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (memmem (p, (gsize) (end - p), marks[i], strlen (marks[i])) != NULL)
      return FALSE;
  for (; p < end; p++)
    if (g_ascii_ispunct (*p) || g_ascii_isdigit (*p))
      return FALSE;
  return TRUE;
}

/* Whether nothing but a joint stands between two places, and perhaps which part
 * of the first is meant. */
static gboolean
are_joined (const Walk *walk, guint a, guint b)
{
  const FzStretch *first = place_at (walk, a), *second = place_at (walk, b);
  const char *start = walk->reading->text + (first != NULL ? first->end : 0), *p;

  if (first == NULL || second == NULL || first->end > second->start)
    return FALSE;
  p = walk->reading->text + second->start;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_before (start, p, joints[i]))
      {
        p -= strlen (joints[i]);
        return p == start || (p - start <= PART && is_part (start, p));
      }
  return FALSE;
}

static gboolean
opens (const Walk *walk, gsize position)
{
  static FzWords *words;
  const char *start = walk->reading->text, *p = start + position;

  /* “全国先进集体” is a name. */
  if (fz_reading_in_name (walk->reading, position))
    return FALSE;
  return fz_times_opens_clause (start, p) || fz_link_time (walk->reading, p) != NULL ||
         fz_words_before (fz_words_of_list (&words, openers), start, p, NULL) > 0;
}

/* Up to a number, a mark or a 的 behind it. */
static gboolean
is_owner (const Walk *walk, gsize behind)
{
  static FzWords *words;
  const char *end = walk->reading->text + walk->reading->length, *p = walk->reading->text + behind;

  for (guint n = 0; n < 10 && p < end; n++, p += fz_char_length_at (p, end))
    {
      if (fz_words_at (fz_words_of_list (&words, owners), p, end, NULL) > 0)
        return TRUE;
      if (fz_phrase_breaks_at (p, end) || fz_text_at (p, end, "的") || g_ascii_isdigit (*p))
        return FALSE;
    }
  return FALSE;
}

static FzRegion
region_at (const Walk *walk, guint i)
{
  FzRegion region = g_array_index (walk->reading->regions, FzRegion, i);

  return region == walk->home ? FZ_REGION_NONE : region;
}

/* 浙江省金华市: the last of a chain counts, and the first opens the clause. */
static void
take_place (Walk *walk, guint i)
{
  const FzStretch *place = place_at (walk, i), *next = place_at (walk, i + 1);
  guint first = i;

  if (next != NULL && next->start == place->end)
    return;
  for (guint n = 0; n < 5 && first > 0 && place_at (walk, first - 1)->end == place_at (walk, first)->start; n++)
    first--;
  if (are_joined (walk, i, i + 1) || (first > 0 && are_joined (walk, first - 1, first)))
    {
      walk->region = FZ_REGION_NONE;
      return;
    }
  if (opens (walk, place_at (walk, first)->start) && !is_owner (walk, place->end))
    walk->region = region_at (walk, i);
}

/* The region above the article's, or it itself, that 全市 means. */
static FzRegion
scope_region (FzRegion home, const char *level)
{
  if (level == NULL)
    return FZ_REGION_CHINA;
  for (FzRegion region = home; region != FZ_REGION_NONE && region != FZ_REGION_CHINA; region = fz_region_parent (region))
    {
      const char *name = fz_region_name (region);

      if (name != NULL && g_str_has_suffix (name, level))
        return region;
    }
  return FZ_REGION_NONE;
}

static void
take_scope (Walk *walk, gsize position)
{
  static FzWords *others;
  const char *end = walk->reading->text + walk->reading->length;
  const char *p = walk->reading->text + position + strlen ("全");
  FzRegion region;
  guint scope;

  if (fz_words_at (scope_lexicon (), p, end, &scope) == 0 || walk->home == FZ_REGION_NONE || fz_words_at (fz_words_of_list (&others, no_scopes), p, end, NULL) > 0 ||
      !opens (walk, position))
    return;
  region = scope_region (walk->home, scopes[scope].level);
  walk->region = region == walk->home ? FZ_REGION_NONE : region;
}

/* The next 全, whose first byte few characters have. */
static const char *
find_all (const char *p, const char *end)
{
  while ((p = memchr (p, "全"[0], (gsize) (end - p))) != NULL && !fz_text_at (p, end, "全"))
    p++;
  return p;
}

/* Reads on to @to: places and 全… in the order in which they stand. */
static void
read_on (Walk *walk, gsize to)
{
  const char *text = walk->reading->text;
  guint place = walk->at == 0 ? 0 : fz_reading_last (walk->reading->places, walk->at - 1) + 1;

  while (walk->at < to)
    {
      const char *all = find_all (text + walk->at, text + to);
      gsize stop = all != NULL ? (gsize) (all - text) : to;

      for (; place_at (walk, place) != NULL && place_at (walk, place)->end <= stop; place++)
        take_place (walk, place);
      if (all != NULL)
        take_scope (walk, stop);
      walk->at = stop + (all != NULL ? strlen ("全") : 0);
    }
}

static FzRegion
region_before (Walk *walk, gsize position)
{
  guint item = fz_reading_last (walk->reading->items, position);

  if (item != walk->item && item != FZ_NOT_FOUND)
    {
      walk->item = item;
      walk->at = g_array_index (walk->reading->items, FzStretch, item).start;
      walk->region = FZ_REGION_NONE;
    }
  read_on (walk, position);
  return walk->region;
}

/* The 分别 nearest before @before. */
static const char *
apart_before (const char *from, const char *before)
{
  for (const char *p = before; p > from; p -= fz_char_length_before (from, p))
    if (fz_text_before (from, p, "分别") || fz_text_before (from, p, "分別"))
      return p - strlen ("分别");
  return NULL;
}

/* The last region of a list that 分别 follows, between @from and @before.
 * Returns: its index, or FZ_NOT_FOUND. */
static guint
last_of_list (const Walk *walk, gsize from, gsize before)
{
  const char *text = walk->reading->text, *apart = apart_before (text + from, text + before);
  guint last;
  gsize end;

  last = apart != NULL && apart > text ? fz_reading_last (walk->reading->places, (gsize) (apart - text) - 1) : FZ_NOT_FOUND;
  if (last == FZ_NOT_FOUND)
    return FZ_NOT_FOUND;
  end = place_at (walk, last)->end;
  if ((gsize) (apart - text) < end || (gsize) (apart - text) - end > LIST_REACH ||
      memmem (text + end, (gsize) (apart - text) - end, "，", strlen ("，")) != NULL)
    return FZ_NOT_FOUND;
  return last;
}

/* As many regions as figures, or none is dealt out. */
static void
deal_out (const Walk *walk, FzFound *head, guint n, gsize from)
{
  guint last = last_of_list (walk, from, head->candidate.start), first = last;

  if (last == FZ_NOT_FOUND)
    return;
  while (first > 0 && last - first < n && are_joined (walk, first - 1, first))
    first--;
  if (last - first + 1 != n)
    return;
  for (guint i = 0; i < n; i++)
    head[i].region = region_at (walk, first + i);
}

/**
 * fz_region_of_item:
 * @reading: a reading
 * @home: the region of the article, or %FZ_REGION_NONE
 * @position: a place in the text
 *
 * Returns: the region that the item is about before @position, where that is not
 *   the article's; or %FZ_REGION_NONE
 */
FzRegion
fz_region_of_item (const FzReading *reading, FzRegion home, gsize position)
{
  guint item = fz_reading_last (reading->items, position);
  gsize from = item != FZ_NOT_FOUND ? g_array_index (reading->items, FzStretch, item).start : 0;
  Walk walk = { .reading = reading, .home = home, .item = item, .at = MAX (from, position - MIN (position, (gsize) ITEM_REACH)) };

  return region_before (&walk, position);
}

/**
 * fz_figures_tell_regions:
 * @reading: a reading
 * @home: the region of the article, or %FZ_REGION_NONE
 * @found: (element-type FzFound): the figures of the block
 *
 * Tells of each figure which region it is of, where that is not the article's.
 * The text before and between the figures of a sentence is read once.
 */
void
fz_figures_tell_regions (const FzReading *reading, FzRegion home, GArray *found)
{
  Walk walk = { .reading = reading, .home = home, .item = FZ_NOT_FOUND };

  for (guint i = 0; i < found->len; i++)
    {
      FzFound *one = &g_array_index (found, FzFound, i);

      one->region = region_before (&walk, one->candidate.start);
    }
  for (guint i = 0, n; i < found->len; i += n)
    {
      FzFound *head = &g_array_index (found, FzFound, i);
      gsize near = head->candidate.start - MIN (head->candidate.start, (gsize) APART_REACH);

      for (n = 1; i + n < found->len && head[n].leader > 0; n++)
        ;
      if (n > 1)
        deal_out (&walk, head, n, MAX (near, i > 0 ? head[-1].candidate.end : 0));
    }
}
