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

/* What is known of one region. */
typedef struct {
  guint32  code;   /* the first nine digits; 0 is an empty slot */
  guint    times;  /* how often it was settled */
  guint    weight; /* how often, the headline twice */
  guint    inside; /* of a prefecture: the weights of all in it and its own */
  gboolean full;   /* whether it was named in full */
} Sums;

struct _FzTally {
  Sums  *slots;          /* a hash table; NULL until something is settled */
  guint  n_slots;        /* a power of two */
  guint  n_used;
  guint  provinces[100]; /* weights by the code's first two digits */
  guint  n_provinces;
};

static guint32
code_of (FzRegion region)
{
  const FzRegion villages = 1000;

  return (guint32) (region / villages);
}

static FzRegion
prefecture_of (FzRegion region)
{
  return region - region % PREFECTURE_UNIT;
}

static Sums *
slot_of (const FzTally *self,
         guint32        code)
{
  guint i = code * 0x9e3779b1u >> 8 & (self->n_slots - 1);

  while (self->slots[i].code != 0 && self->slots[i].code != code)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static const Sums *
sums_of (const FzTally *self,
         FzRegion       region)
{
  static const Sums nothing;

  return self->n_slots > 0 ? slot_of (self, code_of (region)) : &nothing;
}

static void
grow (FzTally *self)
{
  const guint at_first = 32;
  g_autofree Sums *old = g_steal_pointer (&self->slots);
  guint n_old = self->n_slots;

  self->n_slots = n_old > 0 ? 2 * n_old : at_first;
  self->slots = g_new0 (Sums, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].code != 0)
      *slot_of (self, old[i].code) = old[i];
}

/* The sums of @region, to be added to; good until the next call. */
static Sums *
sums_for (FzTally  *self,
          FzRegion  region)
{
  Sums *sums;

  if (2 * self->n_used >= self->n_slots)
    grow (self);
  sums = slot_of (self, code_of (region));
  self->n_used += sums->code == 0 ? 1 : 0;
  sums->code = code_of (region);
  return sums;
}

/**
 * fz_tally_new:
 *
 * Returns: (transfer full): a tally of nothing
 */
FzTally *
fz_tally_new (void)
{
  return g_new0 (FzTally, 1);
}

/**
 * fz_tally_free:
 * @self: (transfer full): a tally
 */
void
fz_tally_free (FzTally *self)
{
  g_free (self->slots);
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
  Sums *sums = sums_for (self, mention->region);

  sums->times++;
  sums->weight += weight;
  sums->full |= !mention->is_short;
  self->n_provinces += *province == 0 ? 1 : 0;
  *province += weight;
  sums_for (self, prefecture_of (mention->region))->inside += weight;
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
  sums_for (self, home - home % COUNTY_UNIT)->weight++;
  self->provinces[home / PROVINCE_UNIT % 100]++;
  sums_for (self, prefecture_of (home))->inside++;
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
  guint prefecture = sums_of (self, prefecture_of (candidate))->inside;
  guint same, sum;

  if (province == 0)
    return 0;
  same = sums_of (self, candidate)->weight;
  sum = same * LENDS_SAME_REGION;
  province -= prefecture;
  prefecture -= same;
  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    {
      gboolean repeats = upper[i] == candidate || (i > 0 && upper[i] == upper[i - 1]);
      guint above = repeats ? 0 : sums_of (self, upper[i])->weight;

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
  if (sums_of (self, prefecture_of (candidate))->inside > 0 || !has_prefecture (candidate))
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
  return sums_of (self, region)->times;
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
  return sums_of (self, region)->full;
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
