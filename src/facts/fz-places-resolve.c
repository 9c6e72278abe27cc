/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include <string.h>

/* Which region a name means.  In this order: the chain it stands in
 * (杭州|临安|龙岗镇), the list it stands in, the upper of two nested regions of
 * one name, and at last the support that the article's other places lend each
 * candidate.  A name that none of these settles stays open and is dropped: a
 * wrong place is worse than a missing one. */

/* What a resolved place lends a candidate.  One county more outweighs any
 * number of places that share only the province. */
enum {
  LENDS_SAME_PROVINCE   = 1,
  LENDS_PROVINCE_ABOVE  = 2,
  LENDS_SAME_PREFECTURE = 8,
  LENDS_PREFECTURE_ABOVE = 12,
  LENDS_COUNTY_ABOVE    = 40,
  LENDS_SAME_REGION     = 60,
  LENDS_LIST            = 20,
};

typedef gboolean (*KeepFunc) (const FzReading *self, const FzMention *mention, FzRegion candidate, const void *data);

static FzNameFlags
name_flags (const FzMention *mention)
{
  return fz_gazetteer_name_flags (mention->name);
}

static gboolean
any_candidate (const FzReading *self,
               const FzMention *mention,
               KeepFunc         keep,
               const void      *data)
{
  for (guint i = 0; i < mention->n_candidates; i++)
    if (keep (self, mention, fz_reading_candidates (self, mention)[i], data))
      return TRUE;
  return FALSE;
}

/* Leaves the candidates that @keep keeps, unless that were none. */
static gboolean
narrow (const FzReading *self,
        FzMention       *mention,
        KeepFunc         keep,
        const void      *data)
{
  FzRegion *candidates = fz_reading_candidates (self, mention);
  g_autofree FzRegion *all = g_memdup2 (candidates, mention->n_candidates * sizeof *candidates);
  FzMention whole = *mention;
  guint kept = 0;

  if (!any_candidate (self, mention, keep, data))
    return FALSE;
  for (guint i = 0; i < whole.n_candidates; i++)
    if (keep (self, &whole, all[i], data))
      all[kept++] = all[i];
  memcpy (candidates, all, kept * sizeof *all);
  mention->n_candidates = kept;
  return TRUE;
}

static FzMention *
before (const FzReading *self,
        guint            index)
{
  FzMention *mention = fz_reading_mention (self, index);
  FzMention *previous = index > 0 ? fz_reading_mention (self, index - 1) : NULL;

  return previous != NULL && previous->block == mention->block ? previous : NULL;
}

/* Chains */

static gboolean
lies_in_candidate (const FzReading *self,
                   const FzMention *mention,
                   FzRegion         candidate,
                   const void      *data)
{
  const FzMention *upper = data;

  for (guint i = 0; i < upper->n_candidates; i++)
    {
      FzRegion above = fz_reading_candidates (self, upper)[i];

      if (above != candidate && fz_region_contains (above, candidate))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_candidate (const FzReading *self,
                 const FzMention *mention,
                 FzRegion         candidate,
                 const void      *data)
{
  const FzMention *lower = data;

  for (guint i = 0; i < lower->n_candidates; i++)
    if (fz_region_contains (candidate, fz_reading_candidates (self, lower)[i]))
      return TRUE;
  return FALSE;
}

static gboolean
joins (const FzReading *self,
       const FzMention *upper,
       const FzMention *lower)
{
  const char *gap = self->article->text + upper->byte_end;
  gsize length = lower->byte_start - upper->byte_end;

  return length == 0 || (length == strlen ("·") && strncmp (gap, "·", length) == 0);
}

/* Districts of Taiwan stand at the county's level, and are as small and as many
 * as townships. */
static gboolean
is_small (FzRegion region)
{
  const FzRegion taiwan = G_GUINT64_CONSTANT (710000000000);
  FzLevel level = fz_region_level (region);

  return level == FZ_LEVEL_TOWNSHIP || (level == FZ_LEVEL_COUNTY && fz_region_contains (taiwan, region));
}

/* Behind a province, a short name of a township (河南|大桥), or of a district
 * that is an ordinary word (辽宁|振兴), is no link of a chain. */
static gboolean
too_far_apart (const FzReading *self,
               const FzMention *upper,
               const FzMention *lower)
{
  FzRegion above = fz_reading_candidates (self, upper)[0];
  FzRegion below = fz_reading_candidates (self, lower)[0];

  if (!lower->is_short || fz_region_level (above) != FZ_LEVEL_PROVINCE || fz_region_parent (below) == above)
    return FALSE;
  return is_small (below)
         || ((name_flags (lower) & FZ_NAME_ORDINARY) != 0 && g_str_has_suffix (fz_region_name (below), "区"));
}

static void
link_chain (const FzReading *self,
            guint            index)
{
  FzMention *lower = fz_reading_mention (self, index);
  FzMention *upper = before (self, index);

  if (upper == NULL || !joins (self, upper, lower))
    return;
  if (too_far_apart (self, upper, lower) || !narrow (self, lower, lies_in_candidate, upper))
    {
      if (upper->byte_end == lower->byte_start)
        lower->flags |= FZ_MENTION_INNER;
      return;
    }
  lower->flags |= FZ_MENTION_CHAINED;
  for (guint i = index; i > 0 && (fz_reading_mention (self, i)->flags & FZ_MENTION_CHAINED) != 0; i--)
    narrow (self, fz_reading_mention (self, i - 1), holds_candidate, fz_reading_mention (self, i));
}

/* Lists */

static void
link_list (const FzReading *self,
           guint            index)
{
  FzMention *mention = fz_reading_mention (self, index);
  FzMention *previous = before (self, index);
  gsize gap;

  if (previous == NULL)
    return;
  gap = mention->byte_start - previous->byte_end;
  if (gap > 0 && fz_cue_joiner (self->article->text + previous->byte_end) == gap)
    mention->flags |= FZ_MENTION_LISTED;
}

static gboolean
has_closed_level (const FzReading *self,
                  const FzMention *mention,
                  FzRegion         candidate,
                  const void      *data)
{
  FzLevel level = fz_region_level (candidate);

  if (mention->closed == FZ_LEVEL_PREFECTURE || mention->closed == FZ_LEVEL_COUNTY)
    return level == FZ_LEVEL_PREFECTURE || level == FZ_LEVEL_COUNTY;
  return level == mention->closed;
}

/* Goes backwards, so that each name of the list takes the level from the next. */
static void
close_list (const FzReading *self,
            guint            index)
{
  FzMention *mention = fz_reading_mention (self, index);
  FzMention *next = index + 1 < self->mentions->len ? fz_reading_mention (self, index + 1) : NULL;

  if (!mention->is_short)
    return;
  mention->closed = fz_cue_list_end (self->article->text + mention->byte_end);
  if (mention->closed == FZ_LEVEL_NONE && next != NULL && next->block == mention->block
      && (next->flags & FZ_MENTION_LISTED) != 0)
    mention->closed = next->closed;
  if (mention->closed != FZ_LEVEL_NONE && !narrow (self, mention, has_closed_level, NULL))
    mention->closed = FZ_LEVEL_NONE;
}

/* One name for two levels */

static gboolean
is_uppermost (const FzReading *self,
              const FzMention *mention,
              FzRegion         candidate,
              const void      *data)
{
  for (guint i = 0; i < mention->n_candidates; i++)
    {
      FzRegion other = fz_reading_candidates (self, mention)[i];

      if (other != candidate && fz_region_contains (other, candidate))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_province (const FzReading *self,
             const FzMention *mention,
             FzRegion         candidate,
             const void      *data)
{
  return fz_region_level (candidate) == FZ_LEVEL_PROVINCE;
}

static gboolean
is_above_township (const FzReading *self,
                   const FzMention *mention,
                   FzRegion         candidate,
                   const void      *data)
{
  return fz_region_level (candidate) < FZ_LEVEL_TOWNSHIP;
}

static gboolean
is_prefecture (const FzReading *self,
               const FzMention *mention,
               FzRegion         candidate,
               const void      *data)
{
  return fz_region_level (candidate) == FZ_LEVEL_PREFECTURE;
}

/* Whether a candidate is named in full elsewhere, so that its short name may
 * well be it: 朝阳 in an article on 北京市朝阳区. */
static gboolean
has_full_name (const FzReading *self,
               const FzMention *mention,
               FzRegion         candidate,
               const void      *data)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *other = fz_reading_mention (self, i);

      for (guint k = 0; !other->is_short && k < other->n_candidates; k++)
        if (fz_reading_candidates (self, other)[k] == candidate)
          return TRUE;
    }
  return FALSE;
}

static void
prefer_upper (const FzReading *self,
              FzMention       *mention)
{
  if (!mention->is_short || mention->closed == FZ_LEVEL_TOWNSHIP)
    return;
  narrow (self, mention, is_above_township, NULL);
  if ((mention->flags & FZ_MENTION_CHAINED) == 0)
    narrow (self, mention, is_province, NULL);
  narrow (self, mention, is_uppermost, NULL);
  if ((mention->flags & FZ_MENTION_CHAINED) == 0 && !narrow (self, mention, has_full_name, NULL))
    narrow (self, mention, is_prefecture, NULL);
}

/* What may stand by itself */

static gboolean
is_township_name (const FzReading *self,
                  const FzMention *mention)
{
  return !any_candidate (self, mention, is_above_township, NULL);
}

/* B3: 沭阳县|湖南商会 is no mention of 湖南. */
static gboolean
inside_a_name (const FzMention *mention)
{
  return mention->is_short && (mention->flags & FZ_MENTION_INNER) != 0 && (mention->flags & FZ_MENTION_ORGANISATION) != 0;
}

/* Whether chain or list say that the mention names a region. */
static gboolean
is_vouched_for (const FzMention *mention)
{
  return mention->closed != FZ_LEVEL_NONE || (mention->flags & FZ_MENTION_CHAINED) != 0;
}

static gboolean
is_ordinary (const FzMention *mention)
{
  FzNameFlags doubt = FZ_NAME_ORDINARY | (mention->is_short ? FZ_NAME_NATURAL : 0);

  return (name_flags (mention) & doubt) != 0 && !is_vouched_for (mention);
}

static gboolean
cuts_a_word (const FzReading *self,
             const FzMention *mention)
{
  return mention->is_short && (mention->flags & FZ_MENTION_CUTS) != 0 && !is_vouched_for (mention)
         && fz_region_level (fz_reading_candidates (self, mention)[0]) > FZ_LEVEL_PROVINCE;
}

/* A county's short name of two characters wants a place of its province beside
 * it, unless it is a rare one: any two characters are some county's somewhere. */
static gboolean
wants_company (const FzReading *self,
               const FzMention *mention)
{
  FzRegion region = fz_reading_candidates (self, mention)[0];
  gboolean rare = (mention->flags & FZ_MENTION_ORGANISATION) == 0
                  && (mention->end - mention->start > 2 || (name_flags (mention) & FZ_NAME_DISTINCTIVE) != 0);

  return is_small (region) || (fz_region_level (region) == FZ_LEVEL_COUNTY && mention->is_short && !rare);
}

static gboolean
is_certain (const FzReading *self,
            const FzMention *mention)
{
  if (mention->n_candidates != 1 || inside_a_name (mention) || is_ordinary (mention) || cuts_a_word (self, mention))
    return FALSE;
  return is_vouched_for (mention) || !wants_company (self, mention);
}

/* Support */

static guint
lent_by (FzRegion from,
         FzRegion to)
{
  const FzRegion prefecture = G_GUINT64_CONSTANT (100000000);
  const FzRegion province = G_GUINT64_CONSTANT (10000000000);

  if (from == to)
    return LENDS_SAME_REGION;
  if (from / province != to / province)
    return 0;
  if (fz_region_contains (from, to))
    switch (fz_region_level (from))
      {
      case FZ_LEVEL_PROVINCE:
        return LENDS_PROVINCE_ABOVE;
      case FZ_LEVEL_PREFECTURE:
        return LENDS_PREFECTURE_ABOVE;
      case FZ_LEVEL_COUNTY:
        return LENDS_COUNTY_ABOVE;
      case FZ_LEVEL_NONE:
      case FZ_LEVEL_COUNTRY:
      case FZ_LEVEL_TOWNSHIP:
      default:
        return LENDS_SAME_PROVINCE;
      }
  return from / prefecture == to / prefecture ? LENDS_SAME_PREFECTURE : LENDS_SAME_PROVINCE;
}

static gboolean
are_siblings (const FzMention *a,
              const FzMention *b,
              FzRegion         candidate)
{
  return a->region != FZ_REGION_NONE && a->block == b->block
         && fz_region_level (a->region) == fz_region_level (candidate)
         && fz_region_parent (a->region) == fz_region_parent (candidate);
}

/* Whether @candidate would be a sibling of the name before or behind it in a list. */
static gboolean
fits_list (const FzReading *self,
           guint            index,
           FzRegion         candidate)
{
  const FzMention *mention = fz_reading_mention (self, index);
  const FzMention *next = index + 1 < self->mentions->len ? mention + 1 : NULL;

  if ((mention->flags & FZ_MENTION_LISTED) != 0 && are_siblings (mention - 1, mention, candidate))
    return TRUE;
  return next != NULL && (next->flags & FZ_MENTION_LISTED) != 0 && are_siblings (next, mention, candidate);
}

static guint
support (const FzReading *self,
         guint            index,
         FzRegion         candidate)
{
  guint sum = fits_list (self, index, candidate) ? LENDS_LIST : 0;
  const guint enough = 1000000;

  for (guint i = 0; i < self->mentions->len && sum < enough; i++)
    {
      const FzMention *other = fz_reading_mention (self, i);
      guint weight = (other->flags & FZ_MENTION_HEADLINE) != 0 ? 2 : 1;

      if (i != index && other->region != FZ_REGION_NONE)
        sum += weight * lent_by (other->region, candidate);
    }
  return sum;
}

static FzRegion
best_supported (const FzReading *self,
                guint            index,
                guint           *best)
{
  const FzMention *mention = fz_reading_mention (self, index);
  FzRegion found = FZ_REGION_NONE;
  guint second = 0;

  *best = 0;
  for (guint i = 0; i < mention->n_candidates; i++)
    {
      FzRegion candidate = fz_reading_candidates (self, mention)[i];
      guint sum = support (self, index, candidate);

      if (sum > *best)
        {
          second = *best;
          *best = sum;
          found = candidate;
        }
      else
        {
          second = MAX (second, sum);
        }
    }
  if (mention->n_candidates == 1)
    return fz_reading_candidates (self, mention)[0];
  return *best > second ? found : FZ_REGION_NONE;
}

static gboolean
is_named_in_full (const FzReading *self,
                  FzRegion         region)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_reading_mention (self, i);

      if (mention->region == region && !mention->is_short)
        return TRUE;
    }
  return FALSE;
}

static gboolean
nothing_is_known (const FzReading *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    if (fz_reading_mention (self, i)->region != FZ_REGION_NONE)
      return FALSE;
  return TRUE;
}

static guint
times_settled (const FzReading *self,
               FzRegion         region)
{
  guint times = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    times += fz_reading_mention (self, i)->region == region ? 1 : 0;
  return times;
}

/* An article that names places of many provinces says little about any. */
static gboolean
is_about_many_provinces (const FzReading *self)
{
  const guint many = 4;
  guint64 seen[2] = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      guint province = (guint) (fz_reading_mention (self, i)->region / G_GUINT64_CONSTANT (10000000000));
      guint64 bit = G_GUINT64_CONSTANT (1) << (province % 64);

      if (province == 0 || (seen[province / 64] & bit) != 0)
        continue;
      seen[province / 64] |= bit;
      n++;
    }
  return n >= many;
}

/* How much the article's other places must lend before @mention is @region. */
static guint
company_needed (const FzReading *self,
                const FzMention *mention,
                FzRegion         region)
{
  gboolean alone = nothing_is_known (self);

  if (!mention->is_short && mention->n_candidates == 1)
    return is_small (region) && !alone ? LENDS_SAME_PROVINCE : 0;
  if (is_small (region) || (mention->is_short && is_about_many_provinces (self)))
    return LENDS_SAME_PREFECTURE;
  return alone && (mention->flags & FZ_MENTION_HEADLINE) != 0 ? 0 : LENDS_SAME_PROVINCE;
}

/* A word that names @region here and there in the article is its name also in
 * the middle of a phrase, if it is not of the words that stand anywhere. */
static gboolean
is_used_as_name (const FzReading *self,
                 const FzMention *mention,
                 FzRegion         region)
{
  const guint often = 3;

  if (!mention->is_short || (mention->flags & FZ_MENTION_FREE) != 0)
    return TRUE;
  return (name_flags (mention) & FZ_NAME_COMMON) == 0 && times_settled (self, region) >= often;
}

/* Whether @mention may be @region at all, however much speaks for it. */
static gboolean
may_be (const FzReading *self,
        guint            index,
        FzRegion         region)
{
  const FzMention *mention = fz_reading_mention (self, index);

  if (mention->is_short && !is_vouched_for (mention) && (name_flags (mention) & FZ_NAME_NATURAL) != 0)
    return FALSE;
  if (fits_list (self, index, region))
    return TRUE;
  if (is_ordinary (mention))
    return is_named_in_full (self, region) && is_used_as_name (self, mention, region);
  if (cuts_a_word (self, mention))
    return times_settled (self, region) > 0 && is_used_as_name (self, mention, region);
  return TRUE;
}

static void
settle (const FzReading *self,
        guint            index)
{
  FzMention *mention = fz_reading_mention (self, index);
  FzRegion region;
  guint sum;

  if (mention->region != FZ_REGION_NONE || inside_a_name (mention))
    return;
  if (mention->is_short && mention->closed == FZ_LEVEL_NONE && is_township_name (self, mention))
    return;
  region = best_supported (self, index, &sum);
  if (region != FZ_REGION_NONE && sum >= company_needed (self, mention, region) && may_be (self, index, region))
    mention->region = region;
}

/**
 * fz_places_resolve:
 * @self: a reading with its mentions
 *
 * Settles which region each mention names, but for the short names of
 * townships; those that stay open keep %FZ_REGION_NONE.
 */
void
fz_places_resolve (FzReading *self)
{
  /* The second round sees what the first one settled. */
  const guint rounds = 2;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      link_list (self, i);
      link_chain (self, i);
    }
  for (guint i = self->mentions->len; i-- > 0;)
    close_list (self, i);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzMention *mention = fz_reading_mention (self, i);

      prefer_upper (self, mention);
      if (is_certain (self, mention))
        mention->region = fz_reading_candidates (self, mention)[0];
    }
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < self->mentions->len; i++)
      settle (self, i);
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
lies_in (const FzReading *self,
         const FzMention *mention,
         FzRegion         candidate,
         const void      *data)
{
  return fz_region_contains (*(const FzRegion *) data, candidate);
}

/**
 * fz_places_resolve_shorts:
 * @self: a reading that fz_places_resolve() has been through
 * @about: the article's region so far
 *
 * Settles the short names of townships of the article's own prefecture.
 */
void
fz_places_resolve_shorts (FzReading *self,
                          FzRegion   about)
{
  FzRegion home = home_of (about);

  for (guint i = 0; i < self->mentions->len && home != FZ_REGION_NONE; i++)
    {
      FzMention *mention = fz_reading_mention (self, i);
      guint sum;

      if (mention->region != FZ_REGION_NONE || !mention->is_short || !is_township_name (self, mention)
          || inside_a_name (mention) || (name_flags (mention) & (FZ_NAME_ORDINARY_TOWNSHIP | FZ_NAME_NATURAL)) != 0)
        continue;
      if (narrow (self, mention, lies_in, &home))
        mention->region = mention->n_candidates == 1 ? fz_reading_candidates (self, mention)[0]
                                                     : best_supported (self, i, &sum);
    }
}
