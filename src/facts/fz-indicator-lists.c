/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-heads.h"
#include "fz-indicator-private.h"

#include "fz-numerals.h"
#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* What the figures of a list measure: 3家、5家和8家店, 粮油、果蔬分别增长3%和5%. */

#define MAX_CLOSING 12 /* characters behind the number that closes a list */

static const char *const joints[] = { "、", "以及", "和", "与", "與", "及" };

/* 3家、5家和8吨: nothing but a joint between two figures. */
static gboolean
are_in_row (const FzReading *reading, const FzCandidate *a, const FzCandidate *b)
{
  static const char *const hedges[] = { "约", "約", "近", "超", "达", "達", "超过" };
  const char *p = reading->text + a->end, *end = reading->text + b->start;
  gboolean joined = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (joints) && !joined; i++)
    if (fz_text_at (p, end, joints[i]))
      {
        p += strlen (joints[i]);
        joined = TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (hedges); i++)
    if (fz_text_at (p, end, hedges[i]))
      p += strlen (hedges[i]);
  return joined && p == end;
}

static gboolean
are_joined (const FzReading *reading, const FzCandidate *a, const FzCandidate *b)
{
  return a->kind == b->kind && are_in_row (reading, a, b);
}

/* 分别 deals out to all figures of the row, of whatever kind. */
static guint
count_row (const FzReading *reading, GArray *found, guint first)
{
  guint n = 1;

  while (first + n < found->len &&
         are_in_row (reading, &g_array_index (found, FzFound, first + n - 1).candidate,
                     &g_array_index (found, FzFound, first + n).candidate))
    n++;
  return n;
}

static const char *
apart_before (const FzReading *reading, gsize from, const FzCandidate *c)
{
  gsize window = MIN (c->start - from, (gsize) 36);
  const char *p = reading->text + c->start - window;
  const char *found = memmem (p, window, "分别", strlen ("分别"));

  return found != NULL ? found : memmem (p, window, "分別", strlen ("分別"));
}

/* 分别恢复到2019年的108%: nothing but links from 分别 on. */
static gboolean
passed_over (const FzReading *reading, const FzFound *head, const char *apart)
{
  static const char *const marks[] = { "，", ",", "；", "、" };
  FzPhrase phrase = { 0 };

  if (!fz_phrase_any_before (reading->text, apart, marks, G_N_ELEMENTS (marks)))
    return FALSE;
  return fz_links_skip (reading, reading->text + head->candidate.start, apart, &phrase) <= apart;
}

/* 贷款、存款分别增长: where the things stand right before 分别, they are not those of the
 * figures before; 同比分别增长 has none. */
static gboolean
has_things (const FzReading *reading, const char *apart)
{
  gsize length;
  guint class;

  while ((class = fz_phrase_word_before (reading->text, apart, &length)) & (FZ_PHRASE_CHANGE | FZ_PHRASE_TAIL) && !(class & FZ_PHRASE_MARK))
    apart -= length;
  return apart > reading->text && !(class & FZ_PHRASE_MARK) && apart[-1] != ' ';
}

/* Whether @change can tell how @figure changed: a sum by a share, a share by points,
 * 文科518分，比上年提高7分 by as many of its own unit. */
static gboolean
may_change_by (const FzCandidate *figure, const FzCandidate *change, gboolean only_change)
{
  gboolean points = change->base != NULL && g_str_has_suffix (change->base, "百分点");

  points = points || (change->unit != NULL && strstr (change->unit->words, "百分点") != NULL);
  if (change->kind != FZ_FIGURE_PERCENT)
    return only_change && figure->kind == change->kind && figure->unit == change->unit;
  return points == (figure->kind == FZ_FIGURE_PERCENT);
}

/* 出口6万美元、销售30万元,同比分别增长3%、5%: the things are those of the
 * figures before, in their order. */
static gboolean
share_with_figures (const FzReading *reading, FzFound *head, guint n, guint n_before)
{
  FzPhrase change;
  const char *apart;

  if (n_before < n)
    return FALSE;
  change = fz_phrase_left (reading, head->candidate.start, head[-1].candidate.end);
  apart = apart_before (reading, head[-1].candidate.end, &head->candidate);
  if (apart == NULL || has_things (reading, apart) || !(change.only_change || passed_over (reading, head, apart)) || !fz_indicator_same_sentence (reading, head - n, &head->candidate))
    return FALSE;
  for (guint k = 0; k < n; k++)
    if (!may_change_by (&head[(int) k - (int) n].candidate, &head->candidate, change.only_change) || head[(int) k - (int) n].indicator == NULL)
      return FALSE;
  for (guint k = 0; k < n; k++)
    {
      g_free (head[k].indicator);
      head[k].indicator = change.only_change ? fz_indicator_of_change (&change, &head[(int) k - (int) n])
                                             : g_strdup (head[(int) k - (int) n].indicator);
    }
  return TRUE;
}

/* 工业企业、服务业企业营业收入: Returns: the bytes that @shared begins and @thing ends
 * with. */
static gsize
overlap (const FzPhrase *thing, const char *shared, gsize n_shared)
{
  gsize most = MIN ((gsize) (thing->end - thing->start), n_shared);

  while (most > 0 && memcmp (thing->end - most, shared, most) != 0)
    most--;
  return most;
}

/* 粮食、油料、棉花产量: each thing with what is measured of all of them. */
static char *
thing_of_list (const FzPhrase *thing, const char *shared, const char *end)
{
  gsize n_shared = fz_indicator_takes_head (thing) ? (gsize) (end - shared) : 0;
  gsize both = overlap (thing, shared, n_shared);

  shared += both;
  n_shared -= both;
  return g_strdup_printf ("%.*s%.*s", (int) (thing->end - thing->start), thing->start, (int) n_shared, shared);
}

/* What stands between the things of a list and their figures. */
typedef struct {
  const char *things_end;
  const char *before;  /* 同比 of 同比分别增长, up to */
  const char *apart;   /* 分别 */
  const char *change;  /* and what changed, */
  const char *end;     /* up to there */
} Deal;

/* Back over 同比 and 却 before 分别. */
static const char *
over_adverbs (const FzReading *reading, const char *p, const char *limit, const char **before)
{
  const char *q;
  gsize length;

  while (p > limit && fz_phrase_word_before (limit, p, &length) & FZ_PHRASE_CHANGE)
    p -= length;
  *before = p;
  while ((q = fz_indicator_parted_before (reading, p, limit)) < p)
    p = q;
  return p;
}

/* Whether nothing but change words stands from @p to @end. */
static gboolean
is_change (const char *p, const char *end)
{
  gsize length;

  for (; p < end; p += length)
    if (!(fz_phrase_word_at (p, end, &length) & FZ_PHRASE_CHANGE))
      return FALSE;
  return TRUE;
}

static Deal
deal_before (const FzReading *reading, const char *apart, const FzCandidate *head, const char *limit)
{
  FzPhrase links = { 0 };
  Deal deal = { .apart = apart, .change = apart + strlen ("分别") };

  deal.end = fz_links_skip (reading, reading->text + head->start, deal.change, &links);
  if (!is_change (deal.change, deal.end))
    deal.end = deal.change;
  deal.things_end = over_adverbs (reading, apart, limit, &deal.before);
  return deal;
}

/* Rule "closed-list": 化工、机械、医药三大行业, 甲、乙、丙三项产值: the number of the things
 * closes their list.  Returns: where it stands, @end where it does not. */
static const char *
count_before (const char *limit, const char *end, guint n_things)
{
  static const char closers[] = "大 项 項 个 個 类 類 种 種 家 所 市 县 区 镇 省 地";
  static FzWords *words;
  const char *p = end;
  FzNumber number;
  gsize length;

  for (guint n = 0; n < MAX_CLOSING && p > limit; n++)
    {
      p -= fz_char_length_before (limit, p);
      if (fz_phrase_word_at (p, end, &length) & FZ_PHRASE_MARK)
        return end;
      if (fz_number_starts_at (p, end) && fz_number_read (p, end, &number) && number.value.scale == 0 &&
          number.value.digits == (gint64) n_things && fz_words_at (fz_words_of_list (&words, closers), p + number.length, end, NULL) > 0)
        return p;
    }
  return end;
}

/* The things of the list that ends at @end, from the last to the first.  Returns:
 * whether there are @n. */
static gboolean
read_things (const FzReading *reading, const char *end, gsize from, FzPhrase *things, guint n)
{
  gsize at = (gsize) (end - reading->text);

  for (guint k = n; k-- > 0;)
    {
      const char *start;

      things[k] = fz_phrase_left (reading, at, from);
      if (fz_phrase_is_empty (&things[k]))
        return FALSE;
      start = things[k].start;
      for (gsize i = 0; i < G_N_ELEMENTS (joints) && k > 0; i++)
        if (fz_text_before (reading->text, start, joints[i]))
          start -= strlen (joints[i]);
      if (k > 0 && start == things[k].start)
        return FALSE;
      at = (gsize) (start - reading->text);
    }
  return TRUE;
}

/* Each of the things with what is measured of all, which is from @shared to @end. */
static void
name_things (FzFound *head, guint n, const FzPhrase *things, const Deal *deal, const char *shared, const char *end)
{
  for (guint k = 0; k < n; k++)
    {
      /* The last of a list that nothing closes has what is measured in it. */
      gboolean own = k + 1 == n && end == things[k].end;
      g_autofree char *thing = thing_of_list (&things[k], shared, own ? shared : end);

      g_free (head[k].indicator);
      head[k].indicator = g_strdup_printf ("%s%.*s%.*s", thing, deal->end > deal->change ? (int) (deal->apart - deal->before) : 0,
                                           deal->before, (int) (deal->end - deal->change), deal->change);
    }
}

/* Where the figures stand whose things may be read: 三项 of 甲、乙、丙三项产值 is one
 * itself. */
static const char *
limit_of (const FzReading *reading, const FzFound *first, const FzFound *head, gboolean closed)
{
  if (closed && head > first)
    head--;
  return reading->text + (head > first ? head[-1].candidate.end : 0);
}

/* 粮油、果蔬分别增长3%和5%: the things one by one, the change word with each.  @first is
 * the first figure of the block. */
static void
share_apart (const FzReading *reading, const FzFound *first, FzFound *head, guint n)
{
  const char *limit = limit_of (reading, first, head, FALSE), *apart, *closed, *shared, *end;
  g_autofree FzPhrase *things = g_new0 (FzPhrase, n);
  FzPhrase last;
  Deal deal;

  apart = apart_before (reading, (gsize) (limit - reading->text), &head->candidate);
  if (apart == NULL)
    return;
  deal = deal_before (reading, apart, &head->candidate, limit);
  closed = count_before (limit_of (reading, first, head, TRUE), deal.things_end, n);
  if (closed < deal.things_end)
    limit = limit_of (reading, first, head, closed < limit);
  last = fz_phrase_left (reading, (gsize) (deal.things_end - reading->text), (gsize) (limit - reading->text));
  end = deal.things_end;
  shared = fz_indicator_shared_head (closed < end ? &(FzPhrase) { .start = closed, .end = end } : &last);
  /* 甲、乙的销售额 */
  if (closed == end && fz_text_before (limit, last.start, "的"))
    closed = (shared = last.start) - strlen ("的");
  if (read_things (reading, closed, (gsize) (limit - reading->text), things, n))
    name_things (head, n, things, &deal, shared, closed < end ? end : last.end);
}

/**
 * fz_indicators_share:
 * @reading: a reading
 * @found: (element-type FzFound): its figures, each with what it measures
 *
 * Figures in a list that have no noun of their own share the first one's.
 */
void
fz_indicators_share (const FzReading *reading, GArray *found)
{
  for (guint i = 0, n, row; i < found->len; i += n)
    {
      FzFound *head = &g_array_index (found, FzFound, i);

      for (n = 1; i + n < found->len && are_joined (reading, &head[n - 1].candidate, &head[n].candidate); n++)
        {
          FzPhrase right = fz_phrase_right (reading, head[n].candidate.end, reading->length, FALSE);

          if (head->indicator == NULL || (head->candidate.kind == FZ_FIGURE_COUNT && !fz_phrase_is_empty (&right)))
            continue;
          g_free (head[n].indicator);
          head[n].indicator = g_strdup (head->indicator);
        }
      for (guint k = 1; k < n; k++)
        head[k].leader = k;
      row = count_row (reading, found, i);
      if (row > 1 && !share_with_figures (reading, head, n, i))
        share_apart (reading, head - i, head, row);
    }
}
