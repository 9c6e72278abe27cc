/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-heads.h"
#include "fz-indicator-private.h"

#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* What the figures of a list measure: 3家、5家和8家店, 粮油、果蔬分别增长3%和5%. */

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

/* 出口6万美元、销售30万元,同比分别增长3%、5%: the things are those of the
 * figures before, in their order. */
static gboolean
share_with_figures (const FzReading *reading, FzFound *head, guint n, guint n_before)
{
  FzPhrase change;
  const char *apart;

  if (n_before < n || head->candidate.kind != FZ_FIGURE_PERCENT)
    return FALSE;
  change = fz_phrase_left (reading, head->candidate.start, head[-1].candidate.end);
  apart = apart_before (reading, head[-1].candidate.end, &head->candidate);
  if (apart == NULL || has_things (reading, apart) || !(change.only_change || passed_over (reading, head, apart)) || !fz_indicator_same_sentence (reading, head - n, &head->candidate))
    return FALSE;
  for (guint k = 0; k < n; k++)
    if (head[(int) k - (int) n].candidate.kind == FZ_FIGURE_PERCENT || head[(int) k - (int) n].indicator == NULL)
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

/* 粮油、果蔬分别增长3%和5%: the things one by one, the change word with each. */
static void
share_apart (const FzReading *reading, FzFound *head, guint n, gsize from)
{
  const char *apart = apart_before (reading, from, &head->candidate);
  FzPhrase change = fz_phrase_left (reading, head->candidate.start, from);
  g_autofree FzPhrase *items = g_new0 (FzPhrase, n);
  const char *shared;
  gsize at;

  if (apart == NULL)
    return;
  at = (gsize) (apart - reading->text);
  for (guint k = n; k-- > 0;)
    {
      const char *start;

      items[k] = fz_phrase_left (reading, at, from);
      if (fz_phrase_is_empty (&items[k]))
        return;
      start = items[k].start;
      for (gsize i = 0; i < G_N_ELEMENTS (joints) && k > 0; i++)
        if (fz_text_before (reading->text, start, joints[i]))
          start -= strlen (joints[i]);
      if (k > 0 && start == items[k].start)
        return;
      at = (gsize) (start - reading->text);
    }
  shared = fz_indicator_shared_head (&items[n - 1]);
  for (guint k = 0; k < n; k++)
    {
      g_autofree char *thing = thing_of_list (&items[k], shared, k + 1 < n ? items[n - 1].end : shared);
      const char *tail = apart + strlen ("分别");

      g_free (head[k].indicator);
      head[k].indicator = change.end > tail && change.only_change
                            ? g_strdup_printf ("%s%.*s", thing, (int) (change.end - tail), tail)
                            : g_steal_pointer (&thing);
    }
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
        share_apart (reading, head, row, i > 0 ? head[-1].candidate.end : 0);
    }
}
