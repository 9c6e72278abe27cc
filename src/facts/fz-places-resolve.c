/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* Which region a name means.  In this order: the chain it stands in
 * (杭州|临安|龙岗镇), the list it stands in, the upper of two nested regions of
 * one name, and at last the support that the article's other places lend each
 * candidate.  A name that none of these settles stays open and is dropped: a
 * wrong place is worse than a missing one. */

/* What a sibling in the same list lends. */
#define LENDS_LIST 20

/* Scores out of a hundred, see #FzPlace. */
enum {
  SCORE_CERTAIN = 100,
  SCORE_COMPANY = 90,
  SCORE_AHEAD   = 50,
};

static void
take (const FzMentions *self,
      FzMention        *mention,
      FzRegion          region,
      guint             score)
{
  mention->region = region;
  mention->score = score;
  if (region != FZ_REGION_NONE)
    fz_tally_add (self->tally, mention);
}

/* Support */

static gboolean
is_sibling (const FzMention *mention,
            FzRegion         candidate)
{
  return mention->region != FZ_REGION_NONE && fz_region_level (mention->region) == fz_region_level (candidate)
         && fz_region_parent (mention->region) == fz_region_parent (candidate);
}

/* Whether @candidate would be a sibling of the name before or behind it in a
 * list.  The one that opens the list must stand free. */
static gboolean
fits_list (const FzMentions *self,
           guint             index,
           FzRegion          candidate)
{
  const FzMention *mention = fz_mentions_at (self, index);
  const FzMention *behind = mention->behind != 0 ? fz_mentions_at (self, mention->behind - 1) : NULL;

  if (mention->before != 0 && is_sibling (fz_mentions_at (self, mention->before - 1), candidate))
    return TRUE;
  if (behind == NULL || !is_sibling (behind, candidate))
    return FALSE;
  return (behind->flags & FZ_MENTION_LISTED) != 0 || (mention->flags & FZ_MENTION_FREE) != 0;
}

static guint
support (const FzMentions *self,
         guint             index,
         FzRegion          candidate)
{
  return fz_tally_support (self->tally, candidate) + (fits_list (self, index, candidate) ? LENDS_LIST : 0);
}

static FzRegion
best_supported (const FzMentions *self,
                guint             index,
                guint            *score)
{
  const FzMention *mention = fz_mentions_at (self, index);
  FzRegion found = FZ_REGION_NONE;
  guint best = 0, second = 0;

  *score = SCORE_COMPANY;
  if (mention->n_candidates == 1)
    return fz_mentions_candidates (self, mention)[0];
  for (guint i = 0; i < mention->n_candidates; i++)
    {
      FzRegion candidate = fz_mentions_candidates (self, mention)[i];
      guint sum = support (self, index, candidate);

      if (sum > best)
        {
          second = best;
          best = sum;
          found = candidate;
        }
      else
        {
          second = MAX (second, sum);
        }
    }
  *score = SCORE_AHEAD + (SCORE_COMPANY - SCORE_AHEAD) * (best - second) / MAX (best, 1);
  return best > second ? found : FZ_REGION_NONE;
}

static void
settle (const FzMentions *self,
        guint             index)
{
  FzMention *mention = fz_mentions_at (self, index);
  FzRegion region;
  guint score;

  if (mention->region != FZ_REGION_NONE || fz_mention_is_inside_a_name (mention))
    return;
  if (mention->is_short && mention->closed == FZ_LEVEL_NONE && fz_mention_is_township (self, mention))
    return;
  region = best_supported (self, index, &score);
  if (region != FZ_REGION_NONE && fz_mention_may_be (self, mention, region, fits_list (self, index, region)))
    take (self, mention, region, score);
}

static void
settle_all (const FzMentions *self)
{
  /* The second round sees what the first one settled. */
  const guint rounds = 2;

  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < self->mentions->len; i++)
      settle (self, i);
}

/* The reader has no doubt; what else is open may follow from what they say. */
static void
settle_told (const FzMentions *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->mentions->len && self->context.settled != NULL; i++)
    {
      FzMention *mention = fz_mentions_at (self, i);
      FzRegion region = fz_mention_is_open (self, mention) ? fz_places_told (self, mention) : FZ_REGION_NONE;

      if (region == FZ_REGION_NONE)
        continue;
      take (self, mention, region, SCORE_CERTAIN);
      any = TRUE;
    }
  if (any)
    settle_all (self);
}

/**
 * fz_places_resolve:
 * @self: the mentions of an article
 *
 * Settles which region each mention names, but for the short names of
 * townships; those that stay open keep %FZ_REGION_NONE.
 */
void
fz_places_resolve (FzMentions *self)
{
  if (self->context.home != FZ_REGION_NONE && self->context.home != FZ_REGION_CHINA)
    fz_tally_add_home (self->tally, self->context.home);
  fz_places_link (self);
  fz_places_prefer_upper (self);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzMention *mention = fz_mentions_at (self, i);

      if (fz_mention_is_certain (self, mention))
        take (self, mention, fz_mentions_candidates (self, mention)[0], SCORE_CERTAIN);
    }
  settle_all (self);
  settle_told (self);
}

/* The prefecture of an article, within which a township's short name may do. */
static FzRegion
home_of (FzRegion about)
{
  FzRegion home = about;

  while (fz_region_level (home) == FZ_LEVEL_TOWNSHIP
         || (fz_region_level (home) == FZ_LEVEL_COUNTY && fz_region_level (fz_region_parent (home)) == FZ_LEVEL_PREFECTURE))
    home = fz_region_parent (home);
  return fz_region_level (home) >= FZ_LEVEL_PREFECTURE ? home : FZ_REGION_NONE;
}

static gboolean
lies_in (const FzMentions *self,
         const FzMention  *mention,
         FzRegion          candidate,
         const void       *data)
{
  return fz_region_contains (*(const FzRegion *) data, candidate);
}

/* 瘦西湖、个园: in an open list it is the water, not the township named after it. */
static gboolean
is_sight_or_word (const FzMentions *self,
                  const FzMention  *mention)
{
  const FzNameFlags other = FZ_NAME_ORDINARY | FZ_NAME_ORDINARY_TOWNSHIP | FZ_NAME_NATURAL;

  return (fz_gazetteer_name_flags (mention->name) & other) != 0
         || (mention->closed == FZ_LEVEL_NONE
             && fz_cue_is_natural (self->article->text + mention->byte_start, mention->byte_end - mention->byte_start));
}

/**
 * fz_places_resolve_shorts:
 * @self: mentions that fz_places_resolve() has been through
 * @about: the article's region so far
 *
 * Settles the short names of townships of the article's own prefecture.
 *
 * Returns: whether there were any
 */
gboolean
fz_places_resolve_shorts (FzMentions *self,
                          FzRegion    about)
{
  FzRegion home = home_of (about), region;
  gboolean any = FALSE;
  guint score;

  for (guint i = 0; i < self->mentions->len && home != FZ_REGION_NONE; i++)
    {
      FzMention *mention = fz_mentions_at (self, i);

      if (mention->region != FZ_REGION_NONE || !mention->is_short || !fz_mention_is_township (self, mention)
          || fz_mention_is_inside_a_name (mention) || is_sight_or_word (self, mention))
        continue;
      if (!fz_mention_narrow (self, mention, lies_in, &home))
        continue;
      region = best_supported (self, i, &score);
      take (self, mention, region, score);
      any |= region != FZ_REGION_NONE;
    }
  return any;
}
