/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include <string.h>

/* Where the printed line of @start ends, if that is before @end. */
static guint
end_on_line (const FzBlock *block,
             guint          start,
             guint          end)
{
  for (guint i = 0; i < block->pieces->len; i++)
    {
      const FzPiece *piece = &block->pieces->data[i];

      if (piece->start > start && piece->start < end)
        return piece->start;
    }
  return end;
}

static gboolean
is_primary (const FzFacts *self,
            FzRegion       region)
{
  return self->region != FZ_REGION_CHINA && fz_region_contains (self->region, region);
}

static void
keep (FzFacts          *self,
      const FzMentions *mentions,
      const FzMention  *mention)
{
  const FzBlock *block = fz_article_block (mentions->article, mention->block);
  const char *at = mentions->article->text + mention->byte_start;
  guint printed = end_on_line (block, mention->start, mention->end) - mention->start;
  FzPlace place = { { mention->block, mention->start, mention->end, fz_block_line_at (block, mention->start) } };

  place.surface = g_strndup (at, (gsize) (g_utf8_offset_to_pointer (at, (glong) printed) - at));
  place.region = mention->region;
  place.score = mention->score;
  place.primary = is_primary (self, mention->region);
  g_array_append_val (self->places, place);
}

typedef struct {
  FzRegion region;
  guint    support;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (left->support != right->support)
    return left->support > right->support ? -1 : 1;
  return (left->region > right->region) - (left->region < right->region);
}

/* What nothing settles, with what the places settled lend to each candidate. */
static void
keep_open (FzFacts          *self,
           const FzMentions *mentions,
           const FzMention  *mention)
{
  const FzBlock *block = fz_article_block (mentions->article, mention->block);
  const char *at = mentions->article->text + mention->byte_start;
  FzOpenPlace place = { { mention->block, mention->start, mention->end, fz_block_line_at (block, mention->start) } };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < mention->n_candidates; i++)
    {
      FzRegion region = fz_mentions_candidates (mentions, mention)[i];
      Candidate one = { region, fz_tally_support (mentions->tally, region) };

      g_array_append_val (candidates, one);
    }
  g_array_sort (candidates, compare_candidates);
  place.surface = g_strndup (at, mention->byte_end - mention->byte_start);
  place.candidates = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (place.candidates, g_array_index (candidates, Candidate, i).region);
  g_array_append_val (self->open_places, place);
}

static void
keep_all (FzFacts          *self,
          const FzMentions *found)
{
  for (guint i = 0; i < found->mentions->len; i++)
    {
      const FzMention *mention = fz_mentions_at (found, i);

      if (mention->region != FZ_REGION_NONE)
        keep (self, found, mention);
      else if (fz_mention_is_open (found, mention))
        keep_open (self, found, mention);
    }
}

/* What the mentions of one article took, those of the next take again; what a very
 * long one took is given back. */
typedef struct {
  GArray *mentions;
  GArray *pool;
} Room;

static void
room_free (gpointer data)
{
  Room *self = data;

  g_array_unref (self->mentions);
  g_array_unref (self->pool);
  g_free (self);
}

static GPrivate kept_room = G_PRIVATE_INIT (room_free);

static Room *
enter_room (void)
{
  Room *self = g_private_get (&kept_room);

  if (self == NULL)
    {
      self = g_new (Room, 1);
      self->mentions = g_array_new (FALSE, FALSE, sizeof (FzMention));
      self->pool = g_array_new (FALSE, FALSE, sizeof (FzRegion));
      g_private_set (&kept_room, self);
    }
  return self;
}

static void
leave_room (Room *self)
{
  const guint many = 4096;

  if (MAX (self->mentions->len, self->pool->len) > many)
    {
      g_private_replace (&kept_room, NULL);
      return;
    }
  g_array_set_size (self->mentions, 0);
  g_array_set_size (self->pool, 0);
}

/**
 * fz_places_find:
 * @self: facts without places
 * @article: the article to read
 * @context: (nullable): what is known of the page
 *
 * Fills @self with the places that @article names, in text order, and with the
 * one region that it is about.  A name that could mean several regions, and
 * that nothing settles, is left open.
 */
void
fz_places_find (FzFacts              *self,
                const FzArticle      *article,
                const FzPlaceContext *context)
{
  g_autoptr (FzTally) tally = fz_tally_new ();
  FzMentions found = { article, context != NULL ? *context : (FzPlaceContext) { 0 }, NULL, NULL, tally };
  Room *room;

  self->region = FZ_REGION_NONE;
  if (article->text == NULL)
    return;
  room = enter_room ();
  found.mentions = room->mentions;
  found.pool = room->pool;
  fz_places_scan (&found);
  fz_places_pass_persons (&found);
  fz_places_resolve (&found);
  self->region = fz_places_region (&found);
  if (fz_places_resolve_shorts (&found, self->region))
    self->region = fz_places_region (&found);
  self->past = fz_places_past (&found, self->region);
  fz_places_seconds (&found, self->region, self->seconds);
  keep_all (self, &found);
  leave_room (room);
}

/**
 * fz_region_of_newspaper:
 * @newspaper: what a newspaper is called, 杭州日报
 *
 * Returns: the region that its name begins with, if there is one such above the
 *   townships, or %FZ_REGION_NONE; of several in each other the highest
 */
FzRegion
fz_region_of_newspaper (const char *newspaper)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  guint n = fz_gazetteer_match (newspaper, newspaper + strlen (newspaper), matches);
  FzRegion found = FZ_REGION_NONE;

  if (n == 0 || !fz_match_is_name (&matches[n - 1]))
    return FZ_REGION_NONE;
  for (guint i = 0; i < fz_gazetteer_n_refs (matches[n - 1].name); i++)
    {
      FzRegion region = fz_gazetteer_ref (matches[n - 1].name, i).region;

      if (fz_region_level (region) == FZ_LEVEL_TOWNSHIP || (found != FZ_REGION_NONE && fz_region_contains (found, region)))
        continue;
      if (found != FZ_REGION_NONE && !fz_region_contains (region, found))
        return FZ_REGION_NONE;
      found = region;
    }
  return found;
}

/**
 * fz_facts_set_region:
 * @self: what an article says
 * @region: what the reader says that it is about, today or in the past, or
 *   %FZ_REGION_NONE
 *
 * Files the article under @region, and says anew which of its places lie in it.
 * What was a second region of it and is now its own, or lies in that or around
 * it, is none any more.
 */
void
fz_facts_set_region (FzFacts  *self,
                     FzRegion  region)
{
  self->region = fz_region_today (region);
  self->past = region != self->region ? region : FZ_REGION_NONE;
  for (guint i = 0; i < self->places->len; i++)
    {
      FzPlace *place = &g_array_index (self->places, FzPlace, i);

      place->primary = is_primary (self, place->region);
    }
  for (guint i = self->seconds->len; i > 0; i--)
    {
      FzRegion second = fz_region_today (g_array_index (self->seconds, FzRegion, i - 1));

      if (fz_region_contains (self->region, second) || fz_region_contains (second, self->region))
        g_array_remove_index (self->seconds, i - 1);
    }
}

/**
 * fz_facts_get_filed:
 * @self: what an article says
 *
 * Returns: where it is filed
 */
FzRegion
fz_facts_get_filed (const FzFacts *self)
{
  return self->past != FZ_REGION_NONE ? self->past : self->region;
}

/* A short name may be a township's first and a prefecture's second: any of its
 * regions above the townships will do. */
static gboolean
names_upper_region (const char        *after,
                    const char        *end,
                    const FzNameMatch *match)
{
  for (guint i = 0; i < fz_gazetteer_n_refs (match->name); i++)
    {
      FzNameRef ref = fz_gazetteer_ref (match->name, i);
      FzLevel level = fz_region_level (ref.region);

      if (ref.is_short && level < FZ_LEVEL_TOWNSHIP && !fz_cue_ends_short_name (after, end, level))
        return TRUE;
    }

  return FALSE;
}

/* Whether @match may name a region, whatever stands behind it; a short name that is
 * weak and not ordinary is only a township's. */
static gboolean
may_name_region (const FzNameMatch *match)
{
  const FzNameFlags doubt = FZ_NAME_ORDINARY | FZ_NAME_NATURAL | FZ_NAME_COMMON | FZ_NAME_WEAK;
  gboolean is_short = (match->flags & FZ_NAME_SHORT) != 0;

  return fz_match_is_name (match) && (match->flags & (is_short ? doubt : FZ_NAME_ORDINARY | FZ_NAME_COMMON)) == 0;
}

static gboolean
names_region (const char        *at,
              const char        *end,
              const FzNameMatch *match)
{
  const char *after = at + match->length;

  if (!may_name_region (match))
    return FALSE;
  if ((match->flags & FZ_NAME_SHORT) == 0)
    return !fz_cue_suffix_moves_on (after - strlen ("市"), end);
  return names_upper_region (after, end, match);
}

/**
 * fz_region_text_names_one:
 * @text: UTF-8; what in it is not valid names none
 * @length: its bytes
 *
 * Returns: whether a region's full name, or a short one that is hardly anything
 *   else, stands in @text
 */
gboolean
fz_region_text_names_one (const char *text,
                          gsize       length)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  const char *end = text + length, *p;
  guint n_passed;

  for (p = fz_gazetteer_next (text, end, &n_passed); p < end; p = fz_gazetteer_next (p, end, &n_passed))
    {
      guint n = fz_gazetteer_match (p, end, matches);
      gboolean word = n > 0 && (matches[n - 1].flags & FZ_NAME_WORD) != 0;

      for (guint i = n; i > 0 && !word; i--)
        if (names_region (p, end, &matches[i - 1]))
          return TRUE;
      p = word ? p + matches[n - 1].length : g_utf8_next_char (p);
    }
  return FALSE;
}
