/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include "fz-history.h"

#include <string.h>

/* Chains (杭州|临安|龙岗镇) and lists (天目山、於潜、太阳等6个镇): what stands
 * beside a name and narrows what it may be. */

/**
 * fz_mention_any:
 * @self: the mentions of an article
 * @mention: one of its mentions
 * @keep: a test
 * @data: what it goes by
 *
 * Returns: whether @keep holds for a candidate
 */
gboolean
fz_mention_any (const FzMentions *self,
                const FzMention  *mention,
                FzKeepFunc        keep,
                const void       *data)
{
  for (guint i = 0; i < mention->n_candidates; i++)
    if (keep (self, mention, fz_mentions_candidates (self, mention)[i], data))
      return TRUE;
  return FALSE;
}

/**
 * fz_mention_narrow:
 * @self: the mentions of an article
 * @mention: one of its mentions
 * @keep: a test
 * @data: what it goes by
 *
 * Leaves the candidates that @keep keeps, unless that were none.
 *
 * Returns: whether it kept any
 */
gboolean
fz_mention_narrow (const FzMentions *self,
                   FzMention        *mention,
                   FzKeepFunc        keep,
                   const void       *data)
{
  FzRegion *candidates = fz_mentions_candidates (self, mention), few[16];
  g_autofree FzRegion *many = NULL;
  FzRegion *left = few;
  guint n = mention->n_candidates, kept = 0;

  if (n <= 1)
    return fz_mention_any (self, mention, keep, data);
  if (n > G_N_ELEMENTS (few))
    left = many = g_new (FzRegion, n);
  /* A test may ask for all of them, so that none goes before the last was tested. */
  for (guint i = 0; i < n; i++)
    if (keep (self, mention, candidates[i], data))
      left[kept++] = candidates[i];
  if (kept == 0)
    return FALSE;
  memcpy (candidates, left, kept * sizeof *left);
  mention->n_candidates = kept;
  return TRUE;
}

static FzMention *
before (const FzMentions *self,
        guint             index)
{
  FzMention *mention = fz_mentions_at (self, index);
  FzMention *previous = index > 0 ? fz_mentions_at (self, index - 1) : NULL;

  return previous != NULL && previous->block == mention->block ? previous : NULL;
}

/* Chains */

/**
 * fz_places_is_small:
 * @region: a region
 *
 * Returns: whether it is a township, or a district of Taiwan: those stand at the
 *   county's level and are as small and as many
 */
gboolean
fz_places_is_small (FzRegion region)
{
  const FzRegion taiwan = G_GUINT64_CONSTANT (710000000000);
  FzLevel level = fz_region_level (region);

  return level == FZ_LEVEL_TOWNSHIP || (level == FZ_LEVEL_COUNTY && fz_region_contains (taiwan, region));
}

/* Behind a province, a short name of a township (河南|大桥), or of a district
 * that is an ordinary word (辽宁|振兴), is no link of a chain. */
static gboolean
too_far_apart (const FzMention *lower,
               FzRegion         above,
               FzRegion         below)
{
  if (!lower->is_short || fz_region_level (above) != FZ_LEVEL_PROVINCE || fz_region_parent (below) == above)
    return FALSE;
  return fz_places_is_small (below)
         || ((fz_gazetteer_name_flags (lower->name) & FZ_NAME_ORDINARY) != 0
             && g_str_has_suffix (fz_region_name (below), "区"));
}

static gboolean
lies_in_candidate (const FzMentions *self,
                   const FzMention  *mention,
                   FzRegion          candidate,
                   const void       *data)
{
  const FzMention *upper = data;

  for (guint i = 0; i < upper->n_candidates; i++)
    {
      FzRegion above = fz_mentions_candidates (self, upper)[i];

      if (above == candidate ? upper->name != mention->name && !upper->is_short && !mention->is_short
                             : fz_region_contains (above, candidate) && !too_far_apart (mention, above, candidate))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_candidate (const FzMentions *self,
                 const FzMention  *mention,
                 FzRegion          candidate,
                 const void       *data)
{
  const FzMention *lower = data;

  for (guint i = 0; i < lower->n_candidates; i++)
    if (fz_region_contains (candidate, fz_mentions_candidates (self, lower)[i]))
      return TRUE;
  return FALSE;
}

static gboolean
joins (const FzMentions *self,
       const FzMention  *upper,
       const FzMention  *lower)
{
  const char *gap = self->article->text + upper->byte_end;
  gsize length = lower->byte_start - upper->byte_end;

  return length == 0 || (length == strlen ("·") && strncmp (gap, "·", length) == 0);
}

/* 柳州地区|鹿寨县: what has gone may have held what lies elsewhere today. */
static gboolean
is_former (const FzMentions *self,
           const FzMention  *mention)
{
  const char *name = self->article->text + mention->byte_start;
  FzFormer former;

  return !mention->is_short && self->context.year != 0
         && fz_history_find (fz_mentions_candidates (self, mention)[0], name, mention->byte_end - mention->byte_start,
                             self->context.year, &former);
}

static void
link_chain (const FzMentions *self,
            guint             index)
{
  FzMention *lower = fz_mentions_at (self, index);
  FzMention *upper = before (self, index);

  if (upper == NULL || !joins (self, upper, lower))
    return;
  if (!fz_mention_narrow (self, lower, lies_in_candidate, upper))
    {
      if (upper->byte_end == lower->byte_start && !(upper->is_short && fz_mention_is_township (self, upper))
          && !(is_former (self, upper) && !fz_mention_is_township (self, lower)))
        lower->flags |= FZ_MENTION_INNER;
      return;
    }
  lower->flags |= FZ_MENTION_CHAINED;
  upper->flags |= FZ_MENTION_LEADS;
  for (guint i = index; i > 0 && (fz_mentions_at (self, i)->flags & FZ_MENTION_CHAINED) != 0; i--)
    fz_mention_narrow (self, fz_mentions_at (self, i - 1), holds_candidate, fz_mentions_at (self, i));
}

/* Lists */

static void
join_items (const FzMentions *self,
            guint             first,
            guint             second)
{
  fz_mentions_at (self, first)->behind = second + 1;
  fz_mentions_at (self, second)->before = first + 1;
}

/* Rule "parallel": 荔浦芋头、永福罗汉果.  What stands directly behind a name opens
 * no item: in 会理石榴、盐源苹果 there is a 石榴镇. */
static void
link_items (const FzMentions *self,
            guint             index)
{
  const FzMention *mention = fz_mentions_at (self, index);
  const guint reach = 3;

  for (guint i = 1; i <= MIN (reach, index); i++)
    {
      const FzMention *other = fz_mentions_at (self, index - i);

      if (other->block != mention->block)
        return;
      if ((other->flags & FZ_MENTION_INNER) != 0)
        continue;
      if (fz_cue_ends_item (self->article->text + other->byte_end, mention->byte_start - other->byte_end))
        join_items (self, index - i, index);
      return;
    }
}

static void
link_list (const FzMentions *self,
           guint             index)
{
  FzMention *mention = fz_mentions_at (self, index);
  FzMention *previous = before (self, index);
  gsize gap;

  if (previous == NULL)
    return;
  gap = mention->byte_start - previous->byte_end;
  if (gap > 0 && fz_cue_joiner (self->article->text + previous->byte_end) == gap)
    {
      mention->flags |= FZ_MENTION_LISTED;
      join_items (self, index - 1, index);
    }
  link_items (self, index);
}

static gboolean
has_closed_level (const FzMentions *self,
                  const FzMention  *mention,
                  FzRegion          candidate,
                  const void       *data)
{
  FzLevel level = fz_region_level (candidate);

  if (mention->closed == FZ_LEVEL_PREFECTURE || mention->closed == FZ_LEVEL_COUNTY)
    return level == FZ_LEVEL_PREFECTURE || level == FZ_LEVEL_COUNTY;
  return level == mention->closed;
}

/* 永華六區 counts what one name has; 塔石等乡镇 and 云和、景宁两县 are lists. */
static gboolean
is_of_list (const FzMentions *self,
            const FzMention  *mention)
{
  return (mention->flags & FZ_MENTION_LISTED) != 0 || mention->before != 0
         || g_str_has_prefix (self->article->text + mention->byte_end, "等");
}

/* Goes backwards, so that each name of the list takes the level from the next. */
static void
close_list (const FzMentions *self,
            guint             index)
{
  FzMention *mention = fz_mentions_at (self, index);
  FzMention *next = index + 1 < self->mentions->len ? fz_mentions_at (self, index + 1) : NULL;

  if (!mention->is_short)
    return;
  mention->closed = is_of_list (self, mention) ? fz_cue_list_end (self->article->text + mention->byte_end) : FZ_LEVEL_NONE;
  if (mention->closed == FZ_LEVEL_NONE && next != NULL && next->block == mention->block
      && (next->flags & FZ_MENTION_LISTED) != 0)
    mention->closed = next->closed;
  /* Until the nineties a county had 区 too, whose seats are townships today. */
  if (mention->closed == FZ_LEVEL_COUNTY && fz_mention_is_township (self, mention))
    mention->closed = FZ_LEVEL_TOWNSHIP;
  if (mention->closed != FZ_LEVEL_NONE && !fz_mention_narrow (self, mention, has_closed_level, NULL))
    mention->closed = FZ_LEVEL_NONE;
}

/**
 * fz_places_link:
 * @self: the mentions of an article
 *
 * Links the mentions to chains and lists and narrows their candidates by them.
 */
void
fz_places_link (FzMentions *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      link_list (self, i);
      link_chain (self, i);
    }
  for (guint i = self->mentions->len; i-- > 0;)
    close_list (self, i);
}
