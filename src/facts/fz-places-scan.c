/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"
#include "fz-stop.h"

#include <string.h>

/* Goes through the text once.  At each character the longest name that may
 * stand there is taken and passed over, so that 上海南站 holds 上海 and no 海南.
 * Words of the table words.tsv are passed over the same way. */

typedef struct {
  FzMentions *found;
  guint       block;
  const char *text;   /* the article's */
  const char *start;  /* the block's */
  const char *end;
  const char *at;
  guint       position;
  const char *next;          /* the next place where a name may begin, once that was looked for */
  guint       next_position;
  const char *dateline;      /* where the block holds the article's, or NULL */
  gboolean    headline;
} Scanner;

/* The dateline stands at the start of its block. */
#define DATELINE_REACH 40

/* What a match may be here, as far as it was asked. */
typedef enum {
  READS_FULL      = 1 << 0, /* a full name */
  READS_BRIEF     = 1 << 1, /* a short name */
  READS_TOWNSHIPS = 1 << 2, /* a township's short name */
} Reads;

/* All that a name has a symbol for takes three bytes. */
#define NAME_CHARACTER 3

static gboolean
is_word (const FzNameMatch *match)
{
  return (match->flags & FZ_NAME_WORD) != 0;
}

/* 和平|安县: a weak name gives way to a strong one that begins in it and ends
 * behind it; a mountain or a water only to a full name: 位于|桥江镇 is no 于桥. */
static gboolean
gives_way (Scanner           *self,
           const FzNameMatch *match)
{
  const char *p = g_utf8_next_char (self->at);
  gboolean natural;

  if (!fz_match_is_weak (match))
    return FALSE;
  natural = fz_cue_is_natural (self->at, match->length);
  for (; p < self->at + match->length; p = g_utf8_next_char (p))
    {
      gsize strong = natural ? fz_match_full_name (p, self->end) : fz_match_strong_name (p, self->end);

      if (p + strong > self->at + match->length)
        return !fz_match_leads_to_part (match, self->at + match->length, self->end, FALSE);
    }
  return FALSE;
}

static const FzMention *
last_mention (Scanner *self)
{
  const GArray *mentions = self->found->mentions;

  return mentions->len > 0 ? &g_array_index (mentions, FzMention, mentions->len - 1) : NULL;
}

/* 上城、西湖的居民: the last of a list, which no mark follows. */
static gboolean
stands_behind_joiner (Scanner *self)
{
  const FzMention *last = last_mention (self);
  const char *behind = last != NULL ? self->text + last->byte_end : NULL;

  return behind != NULL && behind < self->at && behind + fz_cue_joiner (behind) == self->at;
}

/* A sight stays one, though its region be named before it: 杭州西湖. */
static gboolean
is_sight_here (Scanner           *self,
               const FzNameMatch *match)
{
  return (match->flags & FZ_NAME_SIGHT) != 0 && !fz_cue_may_be_listed (self->at + match->length) && !stands_behind_joiner (self);
}

static gboolean
is_doubtful_township (Scanner           *self,
                      const FzNameMatch *match)
{
  return (match->flags & (FZ_NAME_ORDINARY | FZ_NAME_ORDINARY_TOWNSHIP)) != 0 || fz_cue_is_natural (self->at, match->length);
}

static gboolean
reads_in_full (Scanner           *self,
               const FzNameMatch *match)
{
  const char *after = self->at + match->length;

  return !fz_cue_suffix_moves_on (after - strlen ("市"), self->end) || fz_match_leads_to_part (match, after, self->end, TRUE);
}

static gboolean
reads_in_short (Scanner           *self,
                const FzNameMatch *match)
{
  const char *after = self->at + match->length;

  if (fz_cue_ends_short_names (after, self->end)
      && fz_cue_ends_short_name (after, self->end, fz_match_highest_level (match))
      && fz_match_strong_name (after, self->end) == 0)
    return FALSE;
  return !is_sight_here (self, match);
}

static Reads
ask (Scanner           *self,
     const FzNameMatch *match,
     Reads              what)
{
  switch (what)
    {
    case READS_FULL:
      return reads_in_full (self, match) ? READS_FULL : 0;
    case READS_BRIEF:
      return reads_in_short (self, match) ? READS_BRIEF : 0;
    case READS_TOWNSHIPS:
    default:
      return !is_doubtful_township (self, match) || fz_cue_may_be_listed (self->at + match->length) ? READS_TOWNSHIPS : 0;
    }
}

/* What follows a name is looked at for the kinds of names that it is, no others. */
typedef struct {
  Reads asked;
  Reads yes;
} Answers;

static gboolean
may_be (Scanner           *self,
        const FzNameMatch *match,
        Answers           *answers,
        Reads              what)
{
  if ((answers->asked & what) == 0)
    {
      answers->asked |= what;
      answers->yes |= ask (self, match, what);
    }
  return (answers->yes & what) != 0;
}

static gboolean
reads_as (Scanner           *self,
          const FzNameMatch *match,
          Answers           *answers,
          FzNameRef          ref)
{
  if (!ref.is_short)
    return may_be (self, match, answers, READS_FULL);
  return may_be (self, match, answers, READS_BRIEF)
         && (fz_region_level (ref.region) != FZ_LEVEL_TOWNSHIP || may_be (self, match, answers, READS_TOWNSHIPS));
}

static void
add_candidates (Scanner           *self,
                const FzNameMatch *match,
                FzMention         *mention)
{
  guint n = fz_gazetteer_n_refs (mention->name);
  Answers answers = { 0 };

  for (guint i = 0; i < n; i++)
    {
      FzNameRef ref = fz_gazetteer_ref (mention->name, i);

      if (!reads_as (self, match, &answers, ref))
        continue;
      if (mention->n_candidates == 0)
        mention->is_short = ref.is_short;
      mention->is_short &= ref.is_short;
      g_array_append_val (self->found->pool, ref.region);
      mention->n_candidates++;
    }
  if (self->found->context.year != 0 && !mention->is_short && may_be (self, match, &answers, READS_FULL))
    fz_mention_date (self->found, mention);
}

/* Rule "cut": 创新|和 holds no 新和, and 和|政策 no 和政; but 浦江|水晶 is 浦江,
 * since 水晶 is a word as good as 江水. */
static gboolean
cuts_a_word (Scanner    *self,
             const char *after)
{
  const char *second = g_utf8_next_char (self->at);
  const char *last = g_utf8_prev_char (after);
  const char *next = after < self->end ? g_utf8_next_char (after) : after;

  if (self->at > self->start && fz_gazetteer_is_common (g_utf8_prev_char (self->at), second))
    return TRUE;
  if (after == self->end || !fz_gazetteer_is_common (last, next))
    return FALSE;
  return next == self->end || !fz_gazetteer_is_common (after, g_utf8_next_char (next));
}

static FzMentionFlags
flags_of (Scanner    *self,
          const char *after)
{
  FzMentionFlags flags = self->headline ? FZ_MENTION_HEADLINE : 0;

  if (fz_cue_in_organisation (after))
    flags |= FZ_MENTION_ORGANISATION;
  if (cuts_a_word (self, after))
    flags |= FZ_MENTION_CUTS;
  if (self->at == self->start || fz_cue_leaves_free (g_utf8_prev_char (self->at)))
    flags |= FZ_MENTION_FREE;
  if (self->dateline != NULL && self->position <= DATELINE_REACH && self->at >= self->dateline
      && self->at < self->dateline + strlen (self->found->article->dateline))
    flags |= FZ_MENTION_DATELINE;
  return flags;
}

static gboolean
take_match (Scanner           *self,
            const FzNameMatch *match)
{
  FzMention mention = { .block = self->block, .start = self->position, .name = match->name };

  mention.first = self->found->pool->len;
  mention.byte_start = (gsize) (self->at - self->text);
  mention.byte_end = mention.byte_start + match->length;
  mention.end = mention.start + (guint) match->length / NAME_CHARACTER;
  add_candidates (self, match, &mention);
  if (mention.n_candidates == 0)
    return FALSE;
  mention.flags = flags_of (self, self->at + match->length);
  g_array_append_val (self->found->mentions, mention);
  return TRUE;
}

static void
pass (Scanner *self,
      gsize    length)
{
  self->position += (guint) g_utf8_strlen (self->at, (gssize) length);
  self->at += length;
}

/* Takes the longest name that reads as one.  A short name that its follower
 * makes another's (和平路) is passed over whole; a full name whose suffix moves
 * on (金华市|级) leaves the shorter ones to be tried. */
static void
take_longest (Scanner           *self,
              const FzNameMatch *matches,
              guint              n)
{
  gsize skip = NAME_CHARACTER;

  while (n-- > 0)
    {
      const FzNameMatch *match = &matches[n];

      if (!is_word (match) && (!fz_match_is_name (match) || gives_way (self, match)))
        continue;
      if (is_word (match) || take_match (self, match) || (match->flags & FZ_NAME_SHORT) != 0)
        {
          skip = match->length;
          break;
        }
    }
  self->at += skip;
  self->position += (guint) skip / NAME_CHARACTER;
}

/* The bytes of @word, if @text begins with it, or nought. */
static gsize
bytes_of_word (const char *text,
                 const char *word)
{
  gsize length = 0;

  while (word[length] != '\0' && word[length] == text[length])
    length++;
  return word[length] == '\0' ? length : 0;
}

static gsize
author_name_at (Scanner *self)
{
  const GPtrArray *authors = self->found->article->authors;

  for (guint i = 0; authors != NULL && i < authors->len; i++)
    {
      const FzAuthor *author = g_ptr_array_index (authors, i);
      gsize length = author->name != NULL ? bytes_of_word (self->at, author->name) : 0;

      /* 供图 is often an office, which may be a region's. */
      if (length > 0 && length <= strlen ("欧阳修文"))
        return length;
    }
  return 0;
}

static void
pass_character (Scanner *self)
{
  self->at = g_utf8_next_char (self->at);
  self->position++;
}

static void
look_ahead (Scanner *self)
{
  guint n_passed;

  if (self->next != NULL && self->next >= self->at)
    return;
  self->next = fz_gazetteer_next (self->at, self->end, &n_passed);
  self->next_position = self->position + n_passed;
}

static void
pass_to_next (Scanner *self)
{
  self->at = self->next;
  self->position = self->next_position;
}

/* In a byline a person may stand at any character. */
static void
take_next (Scanner  *self,
           gboolean  byline)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  guint n;

  look_ahead (self);
  if (!byline)
    pass_to_next (self);
  if (self->at == self->end)
    return;
  if (self->at == self->next && (n = fz_gazetteer_match (self->at, self->end, matches)) > 0)
    take_longest (self, matches, n);
  else
    pass_character (self);
}

static void
scan_block (Scanner *self)
{
  const guint bylines_end = 120;
  const GPtrArray *authors = self->found->article->authors;
  gboolean has_authors = authors != NULL && authors->len > 0;

  while (self->at < self->end)
    {
      gboolean byline = has_authors && self->position < bylines_end;
      gsize person = byline ? author_name_at (self) : 0;
      const char *from = self->at;

      if (person > 0)
        pass (self, person);
      else
        take_next (self, byline);
      if (fz_stop_asked_after ((gsize) (self->at - from)))
        return;
    }
}

static gboolean
has_places (FzRole role)
{
  switch (role)
    {
    case FZ_ROLE_TITLE:
    case FZ_ROLE_KICKER:
    case FZ_ROLE_SUBTITLE:
    case FZ_ROLE_BYLINE:
    case FZ_ROLE_BODY:
    case FZ_ROLE_HEADING:
    case FZ_ROLE_CAPTION:
    case FZ_ROLE_CREDIT:
      return TRUE;
    case FZ_ROLE_MASTHEAD:
    case FZ_ROLE_JUMP:
    case FZ_ROLE_NOISE:
    default:
      return FALSE;
    }
}

/* Looks no farther than a place of it may begin. */
static const char *
find_dateline (const FzArticle *article,
               const char      *start,
               const char      *end)
{
  const gsize reach = 4 * (DATELINE_REACH + 1);
  gsize length = article->dateline != NULL ? strlen (article->dateline) : 0;

  if (length == 0)
    return NULL;
  return memmem (start, MIN ((gsize) (end - start), reach + length), article->dateline, length);
}

/**
 * fz_places_scan:
 * @self: the mentions of an article, none as yet
 *
 * Finds the names that stand in the article, each with its candidates.
 */
void
fz_places_scan (FzMentions *self)
{
  const char *text = self->article->text;

  for (guint i = 0; i < self->article->blocks->len && !fz_stop_asked (); i++)
    {
      const FzBlock *block = fz_article_block (self->article, i);
      Scanner scanner = { self, i, text, text + block->byte_start, text + block->byte_end, text + block->byte_start, 0, NULL, 0,
                          NULL, block->role <= FZ_ROLE_SUBTITLE };

      if (!has_places (block->role))
        continue;
      scanner.dateline = find_dateline (self->article, scanner.start, scanner.end);
      scan_block (&scanner);
    }
}
