/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* One name for two levels: 吉林 the province or the city, 江宁 the district or
 * its 街道.  The upper one is meant, unless chain, list or a full name elsewhere
 * in the article says otherwise. */

static gboolean
is_uppermost (const FzMentions *self,
              const FzMention  *mention,
              FzRegion          candidate,
              const void       *data)
{
  for (guint i = 0; i < mention->n_candidates; i++)
    {
      FzRegion other = fz_mentions_candidates (self, mention)[i];

      if (other != candidate && fz_region_contains (other, candidate))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_province (const FzMentions *self,
             const FzMention  *mention,
             FzRegion          candidate,
             const void       *data)
{
  return fz_region_level (candidate) == FZ_LEVEL_PROVINCE;
}

static gboolean
is_above_township (const FzMentions *self,
                   const FzMention  *mention,
                   FzRegion          candidate,
                   const void       *data)
{
  return fz_region_level (candidate) < FZ_LEVEL_TOWNSHIP;
}

static gboolean
is_prefecture (const FzMentions *self,
               const FzMention  *mention,
               FzRegion          candidate,
               const void       *data)
{
  return fz_region_level (candidate) == FZ_LEVEL_PREFECTURE;
}

/* Whether a candidate is named in full elsewhere, so that its short name may
 * well be it: 朝阳 in an article on 北京市朝阳区. */
static gboolean
has_full_name (const FzMentions *self,
               const FzMention  *mention,
               FzRegion          candidate,
               const void       *data)
{
  return g_hash_table_contains ((GHashTable *) data, &candidate);
}

static GHashTable *
regions_named_in_full (const FzMentions *self)
{
  GHashTable *full = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const FzMention *mention = fz_mentions_at (self, i);

      for (guint k = 0; !mention->is_short && k < mention->n_candidates; k++)
        g_hash_table_add (full, &fz_mentions_candidates (self, mention)[k]);
    }
  return full;
}

/* Most short names have one candidate after the first steps. */
static void
prefer_upper (const FzMentions  *self,
              FzMention         *mention,
              GHashTable       **full)
{
  gboolean chained = (mention->flags & FZ_MENTION_CHAINED) != 0;

  if (!mention->is_short || mention->closed == FZ_LEVEL_TOWNSHIP || mention->n_candidates == 1)
    return;
  fz_mention_narrow (self, mention, is_above_township, NULL);
  if (!chained && mention->n_candidates > 1)
    fz_mention_narrow (self, mention, is_province, NULL);
  if (mention->n_candidates > 1)
    fz_mention_narrow (self, mention, is_uppermost, NULL);
  if (chained || mention->n_candidates == 1)
    return;
  if (*full == NULL)
    *full = regions_named_in_full (self);
  if (!fz_mention_narrow (self, mention, has_full_name, *full))
    fz_mention_narrow (self, mention, is_prefecture, NULL);
}

/**
 * fz_places_prefer_upper:
 * @self: mentions whose chains and lists are linked
 *
 * Leaves each short name the candidates of the level that it means.
 */
void
fz_places_prefer_upper (FzMentions *self)
{
  g_autoptr (GHashTable) full = NULL;

  for (guint i = 0; i < self->mentions->len; i++)
    prefer_upper (self, fz_mentions_at (self, i), &full);
}

/**
 * fz_mention_is_township:
 * @self: the mentions of an article
 * @mention: one of its mentions
 *
 * Returns: whether it can be nothing above a township
 */
gboolean
fz_mention_is_township (const FzMentions *self,
                        const FzMention  *mention)
{
  return !fz_mention_any (self, mention, is_above_township, NULL);
}
