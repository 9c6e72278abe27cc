/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-facts.h"

/* What the articles of a page tell of each other.  A page whose newspaper is not
 * known is at home where most of its articles are: in 西坪镇 of 安溪县, where the
 * others are of 安溪县 or its towns. */

/* The region of @level that @region lies in or is. */
static FzRegion
at_level (FzRegion region, FzLevel level)
{
  while (region != FZ_REGION_NONE && fz_region_level (region) > level)
    region = fz_region_parent (region);
  return fz_region_level (region) == level ? region : FZ_REGION_NONE;
}

static guint
count_in (const GPtrArray *facts, FzRegion upper)
{
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      FzRegion region = ((const FzFacts *) facts->pdata[i])->region;

      n += region != FZ_REGION_NONE && fz_region_contains (upper, region) ? 1 : 0;
    }
  return n;
}

/* The region of @level in which more than half of the articles with a region are,
 * and more than one.  Such a majority holds the element that is left of a
 * sequence when unlike ones are struck out in pairs (R. Boyer, J Moore, 1981). */
static FzRegion
most_are_in (const GPtrArray *facts, FzLevel level)
{
  FzRegion kept = FZ_REGION_NONE;
  guint times = 0, n_all = 0, n_kept;

  for (guint i = 0; i < facts->len; i++)
    {
      const FzFacts *one = facts->pdata[i];
      FzRegion region = one->region != FZ_REGION_CHINA ? at_level (one->region, level) : FZ_REGION_NONE;

      n_all += one->region != FZ_REGION_NONE && one->region != FZ_REGION_CHINA ? 1 : 0;
      if (region == FZ_REGION_NONE)
        continue;
      if (times == 0)
        kept = region;
      times += region == kept ? 1 : -1;
    }
  n_kept = kept != FZ_REGION_NONE ? count_in (facts, kept) : 0;
  return n_kept > 1 && 2 * n_kept > n_all ? kept : FZ_REGION_NONE;
}

/**
 * fz_facts_home:
 * @facts: (element-type FzFacts): what the articles of a page say
 *
 * Returns: the county, or else the prefecture, where most of them are, or the
 *   province where that holds for several, or %FZ_REGION_NONE
 */
FzRegion
fz_facts_home (const GPtrArray *facts)
{
  const guint several = 3;
  FzRegion home = most_are_in (facts, FZ_LEVEL_COUNTY);

  if (home == FZ_REGION_NONE)
    home = most_are_in (facts, FZ_LEVEL_PREFECTURE);
  if (home != FZ_REGION_NONE)
    return home;
  home = most_are_in (facts, FZ_LEVEL_PROVINCE);
  return home != FZ_REGION_NONE && count_in (facts, home) >= several ? home : FZ_REGION_NONE;
}

/**
 * fz_facts_is_away:
 * @self: what an article says
 * @home: where its page is at home
 *
 * Returns: whether it names a place that nothing in it settles, or is about no
 *   region in the prefecture or province of @home, so that knowing @home may settle it
 */
gboolean
fz_facts_is_away (const FzFacts *self, FzRegion home)
{
  FzRegion prefecture = at_level (home, FZ_LEVEL_PREFECTURE);

  return self->open_places->len > 0
         || !fz_region_contains (prefecture != FZ_REGION_NONE ? prefecture : home, self->region);
}
