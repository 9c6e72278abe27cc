/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"
#include "fz-gazetteer.h"

G_BEGIN_DECLS

/* How the places of an article are read, in the order of the files:
 *
 *   fz-places-scan.c     every name of the gazetteer that stands in the text as
 *                        a name, with all the regions that it could be
 *   fz-places-dates.c    what it was in the year of the page
 *   fz-places-match.c    what a name is by itself
 *   fz-places-person.c   which of them are given names of persons
 *   fz-places-chain.c    the chains and lists they stand in
 *   fz-places-levels.c   one name for two levels
 *   fz-places-doubt.c    what speaks against a name
 *   fz-places-resolve.c  which of them it is: by chain and list, by the article's
 *                        certain places; a name that stays open is dropped
 *   fz-places-settle.c   what the reader says of the names that are left open
 *   fz-places-tally.c    what the settled places lend to the others
 *   fz-places-region.c   the one region that the article is about
 *   fz-places-seconds.c  others that it is strongly about
 *   fz-places.c          the steps, and what is kept of them
 *   fz-places-about.c    the words that the region of the article goes by
 *   fz-places-cues.c     the words that all the others go by
 */

typedef enum {
  FZ_MENTION_CHAINED      = 1 << 0, /* behind its upper region: 杭州|临安 */
  FZ_MENTION_LISTED       = 1 << 1, /* 、 or 和 stand between it and the one before */
  FZ_MENTION_HEADLINE     = 1 << 2, /* in title, kicker or subtitle */
  FZ_MENTION_DATELINE     = 1 << 3, /* 本报嘉兴1月31日电 */
  FZ_MENTION_ORGANISATION = 1 << 4, /* at the start of an organisation's name */
  FZ_MENTION_INNER        = 1 << 5, /* directly behind a region that is not above it */
  FZ_MENTION_CUTS         = 1 << 6, /* a common word begins before it or ends behind it */
  FZ_MENTION_FREE         = 1 << 7, /* behind a mark, or a word like 在 and 到 */
  FZ_MENTION_LEADS        = 1 << 8, /* a region that lies in it follows: 高县|来复镇 */
} FzMentionFlags;

/**
 * FzMention:
 * @block: index of the block
 * @start: first code point in the block
 * @end: one past the last
 * @byte_start: @start as an offset into the article's text
 * @byte_end: @end as an offset into the article's text
 * @name: the name of the gazetteer
 * @flags: how it stands there
 * @closed: the level that a list's end gives it (…等6个镇), or none
 * @before: the mention that opens the item before in a list, counted from 1, or 0
 * @behind: that which opens the next item
 * @is_short: whether it is short for what it names
 * @first: first of its candidates in the pool of all
 * @n_candidates: how many it has
 * @region: which one it is, once that is known
 * @score: how sure that is, see #FzPlace
 */
typedef struct {
  guint           block;
  guint           start;
  guint           end;
  gsize           byte_start;
  gsize           byte_end;
  guint           name;
  FzMentionFlags  flags;
  FzLevel         closed;
  guint           before;
  guint           behind;
  gboolean        is_short;
  guint           first;
  guint           n_candidates;
  FzRegion        region;
  guint           score;
} FzMention;

typedef struct _FzTally FzTally;

/**
 * FzMentions:
 * @article: what is read
 * @context: what is known of the page
 * @mentions: (element-type FzMention): in text order
 * @pool: (element-type FzRegion): the candidates of all mentions
 * @tally: what the settled mentions say for others
 */
typedef struct {
  const FzArticle *article;
  FzPlaceContext   context;
  GArray          *mentions;
  GArray          *pool;
  FzTally         *tally;
} FzMentions;

static inline FzMention *
fz_mentions_at (const FzMentions *self,
                guint             index)
{
  return &g_array_index (self->mentions, FzMention, index);
}

static inline FzRegion *
fz_mentions_candidates (const FzMentions *self,
                        const FzMention  *mention)
{
  return &g_array_index (self->pool, FzRegion, mention->first);
}

/* Whether a candidate stays. */
typedef gboolean (*FzKeepFunc) (const FzMentions *self, const FzMention *mention, FzRegion candidate, const void *data);

/* fz-places-person.c */
void     fz_places_pass_persons    (FzMentions *self);

/* fz-places-match.c */
gboolean fz_match_is_name         (const FzNameMatch *match);
FzLevel  fz_match_highest_level   (const FzNameMatch *match);
gboolean fz_match_is_weak         (const FzNameMatch *match);
gsize    fz_match_strong_name     (const char *at, const char *end);
gsize    fz_match_full_name       (const char *at, const char *end);
gboolean fz_match_may_hold        (guint upper, FzRegion lower);
gboolean fz_match_leads_to_part   (const FzNameMatch *match, const char *after, const char *end,
                                   gboolean in_full);

FzRegion fz_places_past           (const FzMentions *self, FzRegion region);
void     fz_places_seconds        (const FzMentions *self, FzRegion region, GArray *seconds);
gboolean fz_places_count_it       (const FzMentions *self, guint index);
void     fz_mention_date          (const FzMentions *self, FzMention *mention);
void     fz_places_scan           (FzMentions *self);
void     fz_places_link           (FzMentions *self);
gboolean fz_places_is_small       (FzRegion region);
gboolean fz_mention_any           (const FzMentions *self, const FzMention *mention, FzKeepFunc keep, const void *data);
gboolean fz_mention_narrow        (const FzMentions *self, FzMention *mention, FzKeepFunc keep, const void *data);
void     fz_places_prefer_upper   (FzMentions *self);
gboolean fz_mention_is_township   (const FzMentions *self, const FzMention *mention);
gboolean fz_mention_is_inside_a_name (const FzMention *mention);
gboolean fz_mention_is_certain    (const FzMentions *self, const FzMention *mention);
gboolean fz_mention_is_open       (const FzMentions *self, const FzMention *mention);
gboolean fz_mention_may_be        (const FzMentions *self, const FzMention *mention, FzRegion region,
                                   gboolean fits_list);
void     fz_places_resolve        (FzMentions *self);
FzRegion fz_places_told           (const FzMentions *self, const FzMention *mention);
gboolean fz_places_resolve_shorts (FzMentions *self, FzRegion about);
FzRegion fz_places_region         (const FzMentions *self);

/* fz-places-tally.c */
FzTally *fz_tally_new             (void);
void     fz_tally_free            (FzTally *self);
void     fz_tally_add             (FzTally *self, const FzMention *mention);
void     fz_tally_add_home        (FzTally *self, FzRegion home);
guint    fz_tally_support         (const FzTally *self, FzRegion candidate);
FzLevel  fz_tally_nearest         (const FzTally *self, FzRegion candidate);
guint    fz_tally_times           (const FzTally *self, FzRegion region);
gboolean fz_tally_has_full        (const FzTally *self, FzRegion region);
guint    fz_tally_n_provinces     (const FzTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzTally, fz_tally_free)

/* fz-places-cues.c */
gboolean fz_cue_suffix_moves_on   (const char *suffix, const char *end);
gboolean fz_cue_ends_short_names  (const char *after, const char *end);
gboolean fz_cue_ends_short_name   (const char *after, const char *end, FzLevel level);
gboolean fz_cue_leaves_free       (const char *before);
gboolean fz_cue_is_natural        (const char *name, gsize length);
gboolean fz_cue_in_organisation   (const char *after);
gsize    fz_cue_joiner            (const char *text);
gboolean fz_cue_ends_item         (const char *text, gsize length);
FzLevel  fz_cue_list_end          (const char *after);
gboolean fz_cue_may_be_listed     (const char *after);
gboolean fz_cue_is_of_county      (const char *after);
gboolean fz_cue_is_of_nature      (const char *after);

/* fz-places-about.c */
gboolean fz_cue_speaks_of_country  (const char *text);
gboolean fz_cue_opens_with_country (const char *title);
gboolean fz_cue_says_many_places   (const char *title);
gboolean fz_cue_arrives            (const char *text, gsize length);
gboolean fz_cue_is_origin          (const char *text, gsize start, gsize end, gboolean is_short);

G_END_DECLS
