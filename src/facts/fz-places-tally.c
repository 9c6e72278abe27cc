/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* What an article's settled places lend to a candidate.  The sums are kept as
 * places are settled, so that asking costs the same in an article of ten
 * places and in one of a hundred thousand. */

#define COUNTY_UNIT     G_GUINT64_CONSTANT (1000000)
#define PREFECTURE_UNIT G_GUINT64_CONSTANT (100000000)
#define PROVINCE_UNIT   G_GUINT64_CONSTANT (10000000000)

/* One county more outweighs any number of places that share only the province. */
enum {
  LENDS_SAME_PROVINCE    = 1,
  LENDS_PROVINCE_ABOVE   = 2,
  LENDS_SAME_PREFECTURE  = 8,
  LENDS_PREFECTURE_ABOVE = 12,
  LENDS_COUNTY_ABOVE     = 40,
  LENDS_SAME_REGION      = 60,
};

struct _FzTally {
  GHashTable *times;            /* region → how often */
  GHashTable *weights;          /* region → how often, the headline twice */
  GHashTable *full;             /* the regions named in full */
  guint       prefectures[10000]; /* weights by the code's first four digits */
  guint       provinces[100];     /* and by its first two */
  guint       n_provinces;
};

static gpointer
key_of (FzRegion region)
{
  const FzRegion villages = 1000;

  return GUINT_TO_POINTER ((guint) (region / villages));
}

static void
add (GHashTable *sums,
     FzRegion    region,
     guint       weight)
{
  guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, key_of (region)));

  g_hash_table_insert (sums, key_of (region), GUINT_TO_POINTER (sum + weight));
}

/**
 * fz_tally_new:
 *
 * Returns: (transfer full): a tally of nothing
 */
FzTally *
fz_tally_new (void)
{
  FzTally *self = g_new0 (FzTally, 1);

  self->times = g_hash_table_new (NULL, NULL);
  self->weights = g_hash_table_new (NULL, NULL);
  self->full = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * fz_tally_free:
 * @self: (transfer full): a tally
 */
void
fz_tally_free (FzTally *self)
{
  g_hash_table_unref (self->times);
  g_hash_table_unref (self->weights);
  g_hash_table_unref (self->full);
  g_free (self);
}

/**
 * fz_tally_add:
 * @self: a tally
 * @mention: a mention whose region is settled
 */
void
fz_tally_add (FzTally         *self,
              const FzMention *mention)
{
  guint weight = (mention->flags & FZ_MENTION_HEADLINE) != 0 ? 2 : 1;
  guint *province = &self->provinces[mention->region / PROVINCE_UNIT % 100];

  add (self->times, mention->region, 1);
  add (self->weights, mention->region, weight);
  if (!mention->is_short)
    g_hash_table_add (self->full, key_of (mention->region));
  self->n_provinces += *province == 0 ? 1 : 0;
  *province += weight;
  self->prefectures[mention->region / PREFECTURE_UNIT % 10000] += weight;
}

/**
 * fz_tally_add_home:
 * @self: a tally
 * @home: the region of the newspaper
 *
 * A newspaper's home is as good as one place of it, named once: it settles what
 * nothing else does.
 */
void
fz_tally_add_home (FzTally  *self,
                   FzRegion  home)
{
  add (self->weights, home - home % COUNTY_UNIT, 1);
  self->provinces[home / PROVINCE_UNIT % 100]++;
  self->prefectures[home / PREFECTURE_UNIT % 10000]++;
}

static guint
weight_of (const FzTally *self,
           FzRegion       region)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->weights, key_of (region)));
}

/**
 * fz_tally_support:
 * @self: a tally
 * @candidate: a region
 *
 * Returns: what the settled places lend to it
 */
guint
fz_tally_support (const FzTally *self,
                  FzRegion       candidate)
{
  FzRegion upper[] = { candidate - candidate % PROVINCE_UNIT, candidate - candidate % PREFECTURE_UNIT,
                       candidate - candidate % COUNTY_UNIT };
  static const guint lends[] = { LENDS_PROVINCE_ABOVE, LENDS_PREFECTURE_ABOVE, LENDS_COUNTY_ABOVE };
  guint province = self->provinces[candidate / PROVINCE_UNIT % 100];
  guint prefecture = self->prefectures[candidate / PREFECTURE_UNIT % 10000];
  guint same, sum;

  if (province == 0)
    return 0;
  same = weight_of (self, candidate);
  sum = same * LENDS_SAME_REGION;
  province -= prefecture;
  prefecture -= same;
  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    {
      gboolean repeats = upper[i] == candidate || (i > 0 && upper[i] == upper[i - 1]);
      guint above = repeats ? 0 : weight_of (self, upper[i]);

      sum += above * lends[i];
      province -= i == 0 ? above : 0;
      prefecture -= i == 0 ? 0 : above;
    }
  return sum + prefecture * LENDS_SAME_PREFECTURE + province * LENDS_SAME_PROVINCE;
}

/* 涪陵区 lies in no prefecture: all of 重庆市 is as near to it. */
static gboolean
has_prefecture (FzRegion region)
{
  while (fz_region_level (region) > FZ_LEVEL_PREFECTURE)
    region = fz_region_parent (region);
  return fz_region_level (region) == FZ_LEVEL_PREFECTURE;
}

/**
 * fz_tally_nearest:
 * @self: a tally
 * @candidate: a region
 *
 * Returns: the level of the region that it shares with a settled place:
 *   %FZ_LEVEL_PREFECTURE, %FZ_LEVEL_PROVINCE, or %FZ_LEVEL_NONE
 */
FzLevel
fz_tally_nearest (const FzTally *self,
                  FzRegion       candidate)
{
  if (self->provinces[candidate / PROVINCE_UNIT % 100] == 0)
    return FZ_LEVEL_NONE;
  if (self->prefectures[candidate / PREFECTURE_UNIT % 10000] > 0 || !has_prefecture (candidate))
    return FZ_LEVEL_PREFECTURE;
  return FZ_LEVEL_PROVINCE;
}

/**
 * fz_tally_times:
 * @self: a tally
 * @region: a region
 *
 * Returns: how often it was settled
 */
guint
fz_tally_times (const FzTally *self,
                FzRegion       region)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->times, key_of (region)));
}

/**
 * fz_tally_has_full:
 * @self: a tally
 * @region: a region
 *
 * Returns: whether it was named in full
 */
gboolean
fz_tally_has_full (const FzTally *self,
                   FzRegion       region)
{
  return g_hash_table_contains (self->full, key_of (region));
}

/**
 * fz_tally_n_provinces:
 * @self: a tally
 *
 * Returns: how many provinces the settled places lie in; nought where there are
 *   no places
 */
guint
fz_tally_n_provinces (const FzTally *self)
{
  return self->n_provinces;
}
