/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* Which region a name means.  In this order: the chain it stands in
 * (杭州|临安|龙岗镇), the list it stands in, the upper of two nested regions of
 * one name, and at last the support that the article's other places lend each
 * candidate.  A name that none of these settles stays open and is dropped: a
 * wrong place is worse than a missing one. */

/* What a sibling in the same list lends, and a place of the same province. */
enum {
  LENDS_LIST          = 20,
  LENDS_SAME_PROVINCE = 1,
};

static FzNameFlags
name_flags (const FzMention *mention)
{
  return fz_gazetteer_name_flags (mention->name);
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
  return g_hash_table_contains ((GHashTable *) data, &candidate);
}

static GHashTable *
regions_named_in_full (const FzReading *self)
{
  GHashTable *full = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_reading_mention (self, i);

      for (guint k = 0; !mention->is_short && k < mention->n_candidates; k++)
        g_hash_table_add (full, &fz_reading_candidates (self, mention)[k]);
    }
  return full;
}

static void
prefer_upper (const FzReading *self,
              FzMention       *mention,
              GHashTable      *full)
{
  if (!mention->is_short || mention->closed == FZ_LEVEL_TOWNSHIP)
    return;
  fz_mention_narrow (self, mention, is_above_township, NULL);
  if ((mention->flags & FZ_MENTION_CHAINED) == 0)
    fz_mention_narrow (self, mention, is_province, NULL);
  fz_mention_narrow (self, mention, is_uppermost, NULL);
  if ((mention->flags & FZ_MENTION_CHAINED) == 0 && !fz_mention_narrow (self, mention, has_full_name, full))
    fz_mention_narrow (self, mention, is_prefecture, NULL);
}

/* What may stand by itself */

static gboolean
is_township_name (const FzReading *self,
                  const FzMention *mention)
{
  return !fz_mention_any (self, mention, is_above_township, NULL);
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
  return mention->closed != FZ_LEVEL_NONE || (mention->flags & (FZ_MENTION_CHAINED | FZ_MENTION_LEADS)) != 0;
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

  return fz_places_is_small (region) || (fz_region_level (region) == FZ_LEVEL_COUNTY && mention->is_short && !rare);
}

static gboolean
is_certain (const FzReading *self,
            const FzMention *mention)
{
  if (mention->n_candidates != 1 || inside_a_name (mention) || is_ordinary (mention) || cuts_a_word (self, mention))
    return FALSE;
  return is_vouched_for (mention) || !wants_company (self, mention);
}

static void
take (const FzReading *self,
      FzMention       *mention,
      FzRegion         region)
{
  mention->region = region;
  if (region != FZ_REGION_NONE)
    fz_tally_add (self->tally, mention);
}

/* Support */

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
  return fz_tally_support (self->tally, candidate) + (fits_list (self, index, candidate) ? LENDS_LIST : 0);
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

/* How much the article's other places must lend before @mention is @region. */
static guint
company_needed (const FzReading *self,
                const FzMention *mention,
                FzRegion         region)
{
  const guint many = 4;
  guint provinces = fz_tally_n_provinces (self->tally);
  gboolean alone = provinces == 0;

  if (!mention->is_short && mention->n_candidates == 1)
    return fz_places_is_small (region) && !alone ? LENDS_SAME_PROVINCE : 0;
  /* An article that names places of many provinces says little about any. */
  if (fz_places_is_small (region) || (mention->is_short && provinces >= many))
    return FZ_TALLY_SAME_PREFECTURE;
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
  return (name_flags (mention) & FZ_NAME_COMMON) == 0 && fz_tally_times (self->tally, region) >= often;
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
    return fz_tally_has_full (self->tally, region) && is_used_as_name (self, mention, region);
  if (cuts_a_word (self, mention))
    return fz_tally_times (self->tally, region) > 0 && is_used_as_name (self, mention, region);
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
    take (self, mention, region);
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
  g_autoptr (GHashTable) full = NULL;

  fz_places_link (self);
  full = regions_named_in_full (self);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzMention *mention = fz_reading_mention (self, i);

      prefer_upper (self, mention, full);
      if (is_certain (self, mention))
        take (self, mention, fz_reading_candidates (self, mention)[0]);
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
      if (fz_mention_narrow (self, mention, lies_in, &home))
        take (self, mention, best_supported (self, i, &sum));
    }
}
