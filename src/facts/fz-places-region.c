/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* The one region that an article is about:
 *
 *  1. the lowest region of the first chain of places in the headline, or of that
 *     behind 落户, or
 *  2. where it names none, that of the first chain below it, unless it speaks of
 *     the whole country; where somebody comes from does not count;
 *  3. a headline's region gives way to a lower one in which all lower places
 *     of the article lie and which is named more often, and more than once;
 *     headline, dateline and organisations do not count, and a chain counts for
 *     its lowest alone;
 *  4. the country, where there is no region and the text speaks of it, and where
 *     the text goes through the provinces: two of them where the headline says
 *     各地 and the first has no more than half, four of which the first has no more than a third elsewhere; never where
 *     the first is of the paper's home. */

static gboolean
leads_on (const FzMentions *self,
          guint             index)
{
  return index + 1 < self->mentions->len
         && (fz_mentions_at (self, index + 1)->flags & FZ_MENTION_CHAINED) != 0
         && fz_mentions_at (self, index + 1)->region != FZ_REGION_NONE;
}

static FzRegion
lowest_of_chain (const FzMentions *self,
                 guint             index)
{
  while (leads_on (self, index))
    index++;
  return fz_mentions_at (self, index)->region;
}

static FzRole
role_of (const FzMentions *self,
         const FzMention  *mention)
{
  return fz_article_block (self->article, mention->block)->role;
}

/* The region that a headline names first, or to which it says a thing has come. */
static FzRegion
first_in_role (const FzMentions *self,
               FzRole            role)
{
  FzRegion first = FZ_REGION_NONE;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_mentions_at (self, i);

      if (mention->region == FZ_REGION_NONE || role_of (self, mention) != role)
        continue;
      if (fz_cue_arrives (self->article->text, mention->byte_start))
        return lowest_of_chain (self, i);
      if (first == FZ_REGION_NONE)
        first = lowest_of_chain (self, i);
    }
  return first;
}

static FzRegion
region_of_headline (const FzMentions *self)
{
  static const FzRole order[] = { FZ_ROLE_TITLE, FZ_ROLE_KICKER, FZ_ROLE_SUBTITLE };
  FzRegion region = FZ_REGION_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (order) && region == FZ_REGION_NONE; i++)
    region = first_in_role (self, order[i]);
  return region;
}

/* 有个上海的客人, 来自浙江杭州的客商, but not in a newspaper from there. */
static gboolean
is_origin (const FzMentions *self,
           guint             index)
{
  guint first = index, last = index;

  while (first > 0 && (fz_mentions_at (self, first)->flags & FZ_MENTION_CHAINED) != 0)
    first--;
  while (leads_on (self, last))
    last++;
  return fz_cue_is_origin (self->article->text, fz_mentions_at (self, first)->byte_start,
                           fz_mentions_at (self, last)->byte_end, fz_mentions_at (self, last)->is_short)
         && !fz_region_contains (self->context.home, fz_mentions_at (self, index)->region);
}

static FzRegion
region_of_text (const FzMentions *self,
                gboolean          dateline)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_mentions_at (self, i);
      FzRole role = role_of (self, mention);

      if (mention->region == FZ_REGION_NONE || role == FZ_ROLE_BYLINE || role == FZ_ROLE_CREDIT || is_origin (self, i))
        continue;
      if (dateline || (mention->flags & FZ_MENTION_DATELINE) == 0)
        return lowest_of_chain (self, i);
    }
  return FZ_REGION_NONE;
}

/* Whether a mention says what the text below the headline is about. */
gboolean
fz_places_count_it (const FzMentions *self,
                    guint             index)
{
  const FzMention *mention = fz_mentions_at (self, index);
  const FzMentionFlags not_counted = FZ_MENTION_HEADLINE | FZ_MENTION_DATELINE | FZ_MENTION_ORGANISATION;

  return (mention->flags & not_counted) == 0 && !leads_on (self, index);
}

/* The lowest region that holds all places of the article that lie below @upper. */
static FzRegion
common_below (const FzMentions *self,
              FzRegion          upper)
{
  FzRegion common = FZ_REGION_NONE;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzRegion region = fz_mentions_at (self, i)->region;

      if (region == upper || !fz_region_contains (upper, region))
        continue;
      if (common == FZ_REGION_NONE)
        common = region;
      while (!fz_region_contains (common, region))
        common = fz_region_parent (common);
    }
  return common != upper ? common : FZ_REGION_NONE;
}

static FzRegion
give_way (const FzMentions *self,
          FzRegion          upper)
{
  const guint once = 1;
  FzRegion lower = common_below (self, upper);
  guint named_upper = 0, named_lower = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzRegion region = fz_mentions_at (self, i)->region;

      if (region == FZ_REGION_NONE || !fz_places_count_it (self, i))
        continue;
      named_upper += region == upper ? 1 : 0;
      named_lower += fz_region_contains (lower, region) ? 1 : 0;
    }
  return lower != FZ_REGION_NONE && named_lower > MAX (named_upper, once) ? lower : upper;
}

static FzRegion
province_of (FzRegion region)
{
  while (region != FZ_REGION_NONE && fz_region_level (region) > FZ_LEVEL_PROVINCE)
    region = fz_region_parent (region);
  return region;
}

/* How often provinces, and what lies in them, are named. */
typedef struct {
  FzRegion regions[64];
  guint    n;
  guint    of_first;
  guint    named;
} Provinces;

static void
count_province (Provinces *self,
                FzRegion   province,
                FzRegion   first)
{
  guint i = 0;

  self->named++;
  self->of_first += province == first ? 1 : 0;
  while (i < self->n && self->regions[i] != province)
    i++;
  if (i == self->n && self->n < G_N_ELEMENTS (self->regions))
    self->regions[self->n++] = province;
}

/* Rule "round": 多地降雪降温 goes from province to province. */
static gboolean
goes_round (const FzMentions *self,
            FzRegion          region)
{
  const FzRegion first = province_of (region);
  gboolean told = self->article->title != NULL && fz_cue_says_many_places (self->article->title);
  Provinces provinces = { 0 };

  if (first == FZ_REGION_NONE || (self->context.home != FZ_REGION_NONE && province_of (self->context.home) == first))
    return FALSE;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzRegion province = province_of (fz_mentions_at (self, i)->region);

      if (province != FZ_REGION_NONE && fz_region_level (province) == FZ_LEVEL_PROVINCE && fz_places_count_it (self, i))
        count_province (&provinces, province, first);
    }
  return told ? provinces.n >= 2 && provinces.of_first * 2 <= provinces.named : provinces.n >= 4 && provinces.of_first * 3 <= provinces.named;
}

/**
 * fz_places_region:
 * @self: the mentions of an article, resolved
 *
 * Returns: the region that the article is about
 */
FzRegion
fz_places_region (const FzMentions *self)
{
  FzRegion region = region_of_headline (self);

  if (region != FZ_REGION_NONE)
    return give_way (self, region);
  if (self->article->title != NULL && fz_cue_opens_with_country (self->article->title))
    return FZ_REGION_CHINA;
  region = region_of_text (self, FALSE);
  if (region == FZ_REGION_NONE ? fz_cue_speaks_of_country (self->article->text) : goes_round (self, region))
    return FZ_REGION_CHINA;
  return region != FZ_REGION_NONE ? region : region_of_text (self, TRUE);
}
