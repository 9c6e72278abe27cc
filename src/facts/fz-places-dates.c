/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include "fz-history.h"

/* What a name meant in the year of the page. */

static gboolean
is_timely (const FzMentions *self,
           const FzMention  *mention,
           FzRegion          candidate,
           const void       *data)
{
  FzFormer former;
  const char *at = self->article->text + mention->byte_start;
  guint year = self->context.year;

  return fz_history_find (candidate, at, mention->byte_end - mention->byte_start, year, &former)
         && former.from <= year && year <= former.to;
}

static gboolean
is_region (const FzMentions *self,
           const FzMention  *mention,
           FzRegion          candidate,
           const void       *data)
{
  return candidate == *(const FzRegion *) data;
}

/**
 * fz_mention_date:
 * @self: the mentions of an article of a known year
 * @mention: a full name that stands in it
 *
 * 思茅市 was a county's name until 2003 and a prefecture's until 2007: adds what
 * had the name in that year, and of names that are none any more leaves it alone.
 */
void
fz_mention_date (const FzMentions *self,
                 FzMention        *mention)
{
  guint n = fz_gazetteer_n_refs (mention->name), n_past = fz_gazetteer_n_past (mention->name);

  for (guint i = n; i < n + n_past; i++)
    {
      FzRegion region = fz_gazetteer_ref (mention->name, i).region;

      if (fz_mention_any (self, mention, is_region, &region) || !is_timely (self, mention, region, NULL))
        continue;
      g_array_append_val (self->pool, region);
      mention->n_candidates++;
    }
  if (n_past == 0)
    fz_mention_narrow (self, mention, is_timely, NULL);
}

/**
 * fz_places_past:
 * @self: the mentions of an article, resolved
 * @region: a region that it is about
 *
 * An article of 1990 about 临安 is filed under the 临安县 of that time.  The first
 * of its names in the text tells: in the year of the page, or where that is not
 * known, in full.  Where only what lies in it is named, the year tells alone.
 *
 * Returns: what @region was then, or %FZ_REGION_NONE where it was what it is
 */
FzRegion
fz_places_past (const FzMentions *self,
                FzRegion          region)
{
  guint year = self->context.year;
  FzFormer former;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_mentions_at (self, i);
      const char *at = self->article->text + mention->byte_start;

      if (mention->region != region)
        continue;
      if (!fz_history_find (region, at, mention->byte_end - mention->byte_start, year, &former))
        return FZ_REGION_NONE;
      return year == 0 || (former.from <= year && year <= former.to) ? former.region : FZ_REGION_NONE;
    }
  return fz_history_in (region, year, &former) && year != 0 ? former.region : FZ_REGION_NONE;
}
