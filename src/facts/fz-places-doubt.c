/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include <string.h>

/* What speaks against a name: that it is also a common word, that two other
 * words may have made it, that it stands within another name, that nothing else
 * of its province is named. */

static FzNameFlags
name_flags (const FzMention *mention)
{
  return fz_gazetteer_name_flags (mention->name);
}

/**
 * fz_mention_is_inside_a_name:
 * @mention: a mention
 *
 * Returns: whether it stands within an organisation's name, of which it is not
 *   the start: 沭阳县|湖南商会
 */
gboolean
fz_mention_is_inside_a_name (const FzMention *mention)
{
  return mention->is_short && (mention->flags & FZ_MENTION_INNER) != 0 && (mention->flags & FZ_MENTION_ORGANISATION) != 0;
}

/* Whether chain or list say that the mention names a region. */
static gboolean
is_vouched_for (const FzMention *mention)
{
  return mention->closed != FZ_LEVEL_NONE || (mention->flags & (FZ_MENTION_CHAINED | FZ_MENTION_LEADS)) != 0;
}

/* Rule "county of two": 礼县 is one wherever it stands, but 典礼|县 is none. */
static gboolean
ends_a_word (const FzMention *mention)
{
  const guint shortest = 3;

  return !mention->is_short && (mention->flags & FZ_MENTION_CUTS) != 0 && mention->end - mention->start < shortest;
}

static gboolean
is_ordinary (const FzMention *mention)
{
  FzNameFlags doubt = FZ_NAME_ORDINARY | (mention->is_short ? FZ_NAME_NATURAL : 0);

  return ((name_flags (mention) & doubt) != 0 || ends_a_word (mention)) && !is_vouched_for (mention);
}

static gboolean
cuts_a_word (const FzMentions *self,
             const FzMention  *mention)
{
  return mention->is_short && (mention->flags & FZ_MENTION_CUTS) != 0 && !is_vouched_for (mention)
         && fz_region_level (fz_mentions_candidates (self, mention)[0]) > FZ_LEVEL_PROVINCE;
}

/* 提|高城乡, 兴镇: a full name that chance may have made, or that stands behind a
 * region which does not hold it. */
static gboolean
is_doubtful_in_full (const FzMentions *self,
                     const FzMention  *mention)
{
  const guint shortest = 3;
  FzLevel level = fz_region_level (fz_mentions_candidates (self, mention)[0]);
  gboolean cut = (mention->flags & FZ_MENTION_CUTS) != 0 || mention->end - mention->start < shortest;

  if (mention->is_short || level < FZ_LEVEL_COUNTY || is_vouched_for (mention))
    return FALSE;
  return (mention->flags & FZ_MENTION_INNER) != 0 || (cut && level == FZ_LEVEL_TOWNSHIP);
}

/* A county's short name of two characters wants a place of its province beside
 * it, unless it is a rare one: any two characters are some county's somewhere. */
static gboolean
wants_company (const FzMentions *self,
               const FzMention  *mention)
{
  FzRegion region = fz_mentions_candidates (self, mention)[0];
  gboolean rare = (mention->flags & FZ_MENTION_ORGANISATION) == 0
                  && (mention->end - mention->start > 2 || (name_flags (mention) & FZ_NAME_DISTINCTIVE) != 0);

  return fz_places_is_small (region) || is_doubtful_in_full (self, mention)
         || (fz_region_level (region) == FZ_LEVEL_COUNTY && mention->is_short && !rare);
}

/**
 * fz_mention_is_certain:
 * @self: the mentions of an article
 * @mention: one of its mentions
 *
 * Returns: whether it is its only candidate, whatever else the article names
 */
gboolean
fz_mention_is_certain (const FzMentions *self,
                       const FzMention  *mention)
{
  if (mention->n_candidates != 1 || fz_mention_is_inside_a_name (mention) || is_ordinary (mention) || cuts_a_word (self, mention))
    return FALSE;
  return is_vouched_for (mention) || !wants_company (self, mention);
}

/* How near the article's other places must be before @mention is @region. */
static FzLevel
company_wanted (const FzMentions *self,
                const FzMention  *mention,
                FzRegion          region)
{
  const guint many = 4;
  guint provinces = fz_tally_n_provinces (self->tally);
  gboolean small = fz_places_is_small (region);

  if (is_doubtful_in_full (self, mention))
    return FZ_LEVEL_PREFECTURE;
  if (!mention->is_short && mention->n_candidates == 1)
    return small && provinces > 0 ? FZ_LEVEL_PROVINCE : FZ_LEVEL_NONE;
  /* An article that names places of many provinces says little about any. */
  if (small || (mention->is_short && provinces >= many))
    return FZ_LEVEL_PREFECTURE;
  return provinces == 0 && (mention->flags & FZ_MENTION_HEADLINE) != 0 ? FZ_LEVEL_NONE : FZ_LEVEL_PROVINCE;
}

/* A word that names @region here and there in the article is its name also in
 * the middle of a phrase, if it is not of the words that stand anywhere. */
static gboolean
is_used_as_name (const FzMentions *self,
                 const FzMention  *mention,
                 FzRegion          region)
{
  const guint often = 3;

  if (!mention->is_short || (mention->flags & (FZ_MENTION_FREE | FZ_MENTION_DATELINE)) != 0)
    return TRUE;
  return (name_flags (mention) & FZ_NAME_COMMON) == 0 && fz_tally_times (self->tally, region) >= often;
}

/* 市南区 is that of 青岛 in a newspaper of 青岛. */
static gboolean
is_at_home (const FzMentions *self,
            const FzMention  *mention,
            FzRegion          region)
{
  const guint shortest = 3;
  FzRegion home = self->context.home;

  return !mention->is_short && mention->end - mention->start >= shortest && fz_region_level (home) >= FZ_LEVEL_PREFECTURE
         && (fz_region_contains (home, region) || fz_region_contains (fz_region_parent (home), region));
}

/* The region of a prefecture, or of a province that has none, that @region lies in. */
static FzRegion
surroundings_of (FzRegion region)
{
  while (fz_region_level (region) > FZ_LEVEL_PREFECTURE)
    region = fz_region_parent (region);
  return region;
}

/* Words that open headlines anywhere, though no table of much used words has them. */
static gboolean
is_said_anywhere (const char *name)
{
  static const char *const words[] = { "惠民", "民乐", "博爱", "安居", "富民", "同心", "民权", "宁静", "吉祥", "安康" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]))
      return TRUE;
  return FALSE;
}

/* Rule "opens at home": 新会葵乡,工匠正作画, 玉井國小缺球衣: the short name of a county,
 * though it is a word elsewhere, where it opens a headline, a caption or a paragraph
 * on a page of its own prefecture, or of a province that has none; but not one of the words that stand anywhere. */
static gboolean
opens_at_home (const FzMentions *self,
               const FzMention  *mention,
               FzRegion          region)
{
  const FzNameFlags against = FZ_NAME_COMMON | FZ_NAME_NATURAL;
  FzRegion home = surroundings_of (self->context.home);

  if (fz_region_level (home) == FZ_LEVEL_PROVINCE && fz_region_parent (region) != home)
    return FALSE;
  return mention->is_short && (mention->flags & (FZ_MENTION_CUTS | FZ_MENTION_INNER)) == 0 && (name_flags (mention) & against) == 0
         && fz_region_level (region) == FZ_LEVEL_COUNTY && home != FZ_REGION_NONE && home != FZ_REGION_CHINA
         && mention->byte_start == fz_article_block (self->article, mention->block)->byte_start
         && fz_region_contains (home, region) && !is_said_anywhere (self->article->text + mention->byte_start);
}

/* Rule "county of two": 开县 where nothing stands before it, and another place of
 * its province is named; but not in 应|县里要求. */
static gboolean
is_county_at_start (const FzMentions *self,
                    const FzMention  *mention,
                    FzRegion          region)
{
  const char *name = fz_region_name (region), *text = self->article->text;

  return !mention->is_short && name != NULL && (mention->flags & FZ_MENTION_FREE) != 0
         && strncmp (text + mention->byte_end - strlen ("县"), "县", strlen ("县")) == 0
         && !fz_cue_is_of_county (text + mention->byte_end)
         && fz_tally_nearest (self->tally, region) >= FZ_LEVEL_PROVINCE;
}

/* Rule "district at start": 香港東區的海濱與|南區的碼頭, of names that are said of any
 * place, where nothing stands before one and its own prefecture is named. */
static gboolean
is_district_at_start (const FzMentions *self,
                      const FzMention  *mention,
                      FzRegion          region)
{
  const FzMentionFlags against = FZ_MENTION_CUTS | FZ_MENTION_INNER;

  return !mention->is_short && (mention->flags & FZ_MENTION_FREE) != 0 && (mention->flags & against) == 0
         && fz_region_level (region) == FZ_LEVEL_COUNTY && fz_tally_nearest (self->tally, region) >= FZ_LEVEL_PREFECTURE;
}

/* 西宁市…城中区、城西区: full names that are said of any place, in a list and
 * beside their own prefecture. */
static gboolean
is_in_list_at_home (const FzMentions *self,
                    const FzMention  *mention,
                    FzRegion          region)
{
  return !mention->is_short && (mention->before != 0 || mention->behind != 0)
         && fz_tally_nearest (self->tally, region) >= FZ_LEVEL_PREFECTURE;
}

/* 湘西 is the west of Hunan, and the prefecture where a county of it is named. */
static gboolean
has_its_parts (const FzMentions *self,
               const FzMention  *mention,
               FzRegion          region)
{
  return fz_region_level (region) == FZ_LEVEL_PREFECTURE && is_used_as_name (self, mention, region)
         && fz_tally_nearest (self->tally, region) >= FZ_LEVEL_PREFECTURE;
}

/* Rule "named in full": 台江 is a river, and 台江区 where the article has named that;
 * 黄山 stays the mountain. */
static gboolean
is_water_or_hill (const FzMentions *self,
                  const FzMention  *mention,
                  FzRegion          region)
{
  FzNameFlags flags = name_flags (mention);

  if (!mention->is_short || is_vouched_for (mention) || (flags & FZ_NAME_NATURAL) == 0)
    return FALSE;
  return (flags & FZ_NAME_SIGHT) != 0 || !fz_tally_has_full (self->tally, region)
         || fz_cue_is_of_nature (self->article->text + mention->byte_end);
}

/**
 * fz_mention_may_be:
 * @self: the mentions of an article, some of them settled
 * @mention: one of its mentions
 * @region: one of its candidates
 * @fits_list: whether it would be of a kind with its neighbours in a list
 *
 * Returns: whether what else the article says lets it be @region
 */
gboolean
fz_mention_may_be (const FzMentions *self,
                   const FzMention  *mention,
                   FzRegion          region,
                   gboolean          fits_list)
{
  if (fits_list)
    return TRUE;
  if (is_water_or_hill (self, mention, region))
    return FALSE;
  if (fz_tally_nearest (self->tally, region) < company_wanted (self, mention, region))
    return FALSE;
  if (is_at_home (self, mention, region) || opens_at_home (self, mention, region)
      || is_county_at_start (self, mention, region) || is_district_at_start (self, mention, region))
    return TRUE;
  if (is_ordinary (mention) && !is_in_list_at_home (self, mention, region) && !has_its_parts (self, mention, region))
    return fz_tally_has_full (self->tally, region) && is_used_as_name (self, mention, region);
  if (cuts_a_word (self, mention))
    return fz_tally_times (self->tally, region) > 0 && is_used_as_name (self, mention, region);
  return TRUE;
}

/**
 * fz_mention_is_open:
 * @self: the mentions of an article, as far as they can be settled
 * @mention: one of its mentions
 *
 * Returns: whether it is a region's name all the same, of which nothing tells
 *   which region it is
 */
gboolean
fz_mention_is_open (const FzMentions *self,
                    const FzMention  *mention)
{
  return mention->region == FZ_REGION_NONE && mention->n_candidates > 1 && !mention->is_short
         && (mention->flags & (FZ_MENTION_CUTS | FZ_MENTION_INNER)) == 0;
}
