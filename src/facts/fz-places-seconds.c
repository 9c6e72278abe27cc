/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* The other regions that an article is strongly about; it is shown under them as
 * well, and marked there.
 *
 *  1. They are counties or above.  What is named in a county counts for it and
 *     for all above it; names in headline, dateline and organisations do not
 *     count, and a chain counts for its lowest alone.
 *  2. Such a region neither holds the article's own nor lies in it.  An article
 *     about the country, or about no region, has no other.
 *  3. The text counts it three times and half as often as the article's own
 *     region; or the headline names it and the text counts it as well.
 *  4. Of two of which one lies in the other the lower is taken, unless the upper
 *     is named by itself more often than the lower is counted.
 *  5. Where there are more than three, or where very many regions are named, the
 *     article lists places and is strongly about none of them. */

enum {
  TIMES_ENOUGH = 3,
  MOST_SECONDS = 3,
  MOST_NAMED   = 64,
};

/* @counted is its own and what lies in it, @named itself alone. */
typedef struct {
  FzRegion region;
  guint    counted;
  guint    named;
  gboolean headline;
} Second;

static FzRegion
county_of (FzRegion region)
{
  while (fz_region_level (region) > FZ_LEVEL_COUNTY)
    region = fz_region_parent (region);
  return region;
}

static Second *
second_of (GArray   *seconds,
           FzRegion  region)
{
  Second fresh = { .region = region };

  for (guint i = 0; i < seconds->len; i++)
    if (g_array_index (seconds, Second, i).region == region)
      return &g_array_index (seconds, Second, i);
  g_array_append_val (seconds, fresh);
  return &g_array_index (seconds, Second, seconds->len - 1);
}

static gboolean
is_apart (FzRegion one,
          FzRegion other)
{
  return !fz_region_contains (one, other) && !fz_region_contains (other, one);
}

/* Regions that the article names, apart from its own; one too many at most. */
static GArray *
list_named (const FzMentions *self,
            FzRegion          own)
{
  GArray *seconds = g_array_new (FALSE, FALSE, sizeof (Second));

  for (guint i = 0; i < self->mentions->len && seconds->len <= MOST_NAMED; i++)
    {
      const FzMention *mention = fz_mentions_at (self, i);
      FzRegion county = county_of (mention->region);
      Second *second;

      if (mention->region == FZ_REGION_NONE || !is_apart (own, county))
        continue;
      second = second_of (seconds, county);
      second->named += fz_places_count_it (self, i) ? 1 : 0;
      second->headline |= (mention->flags & FZ_MENTION_HEADLINE) != 0;
    }
  return seconds;
}

static guint
count_in (const FzMentions *self,
          FzRegion          upper)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    if (fz_region_contains (upper, fz_mentions_at (self, i)->region) && fz_places_count_it (self, i))
      n++;
  return n;
}

static void
count_all (GArray *seconds)
{
  for (guint i = 0; i < seconds->len; i++)
    {
      Second *upper = &g_array_index (seconds, Second, i);

      for (guint j = 0; j < seconds->len; j++)
        if (fz_region_contains (upper->region, g_array_index (seconds, Second, j).region))
          upper->counted += g_array_index (seconds, Second, j).named;
    }
}

static gboolean
is_strong (const Second *second,
           guint         own)
{
  if (second->headline)
    return second->counted > 0;
  return second->counted >= TIMES_ENOUGH && 2 * second->counted >= own;
}

/* Whether another one, below or above it, is taken in its place. */
static gboolean
gives_way (const GArray *strong,
           const Second *second)
{
  for (guint i = 0; i < strong->len; i++)
    {
      const Second *other = &g_array_index (strong, Second, i);

      if (other->region == second->region)
        continue;
      if (fz_region_contains (second->region, other->region) && second->named <= other->counted)
        return TRUE;
      if (fz_region_contains (other->region, second->region) && other->named > second->counted)
        return TRUE;
    }
  return FALSE;
}

static void
drop_weak (GArray *seconds,
           guint   own)
{
  for (guint i = seconds->len; i > 0; i--)
    if (!is_strong (&g_array_index (seconds, Second, i - 1), own))
      g_array_remove_index (seconds, i - 1);
}

static void
take (const FzMentions *self,
      FzRegion          region,
      GArray           *seconds)
{
  FzRegion past = fz_places_past (self, region);
  FzRegion filed = past != FZ_REGION_NONE ? past : region;

  g_array_append_val (seconds, filed);
}

/**
 * fz_places_seconds:
 * @self: the mentions of an article, resolved
 * @region: the one region that it is about
 * @seconds: (element-type FzRegion): where to put the others
 *
 * Finds the regions that the article is strongly about as well, as they would be
 * filed; in the order in which it names them.
 */
void
fz_places_seconds (const FzMentions *self,
                   FzRegion          region,
                   GArray           *seconds)
{
  g_autoptr (GArray) strong = NULL;

  if (region == FZ_REGION_NONE || region == FZ_REGION_CHINA)
    return;
  strong = list_named (self, region);
  if (strong->len > MOST_NAMED)
    return;
  count_all (strong);
  drop_weak (strong, count_in (self, region));
  for (guint i = 0; i < strong->len; i++)
    if (!gives_way (strong, &g_array_index (strong, Second, i)))
      take (self, g_array_index (strong, Second, i).region, seconds);
  if (seconds->len > MOST_SECONDS)
    g_array_set_size (seconds, 0);
}
