/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

/* What a name of the gazetteer is by itself, wherever it stands. */

/**
 * fz_match_highest_level:
 * @match: a match of a name
 *
 * Returns: the highest level among the regions that it may name
 */
FzLevel
fz_match_highest_level (const FzNameMatch *match)
{
  FzLevel level = FZ_LEVEL_TOWNSHIP;

  for (guint i = 0; i < fz_gazetteer_n_refs (match->name); i++)
    level = MIN (level, fz_region_level (fz_gazetteer_ref (match->name, i).region));
  return level;
}

/**
 * fz_match_is_name:
 * @match: a match
 *
 * Returns: whether it names a region; else it is a word that holds a name
 */
gboolean
fz_match_is_name (const FzNameMatch *match)
{
  return (match->flags & FZ_NAME_REGION) != 0;
}

/**
 * fz_match_is_weak:
 * @match: a match of a name
 *
 * Returns: whether it is a common word, or a township's short name
 */
gboolean
fz_match_is_weak (const FzNameMatch *match)
{
  return (match->flags & FZ_NAME_WEAK) != 0;
}

/**
 * fz_match_strong_name:
 * @at: where to look
 * @end: the end of the text
 *
 * Returns: the bytes of the longest name there that is not weak, or 0
 */
gsize
fz_match_strong_name (const char *at,
                      const char *end)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  guint n = fz_gazetteer_match (at, end, matches);

  while (n-- > 0)
    if (fz_match_is_name (&matches[n]) && !fz_match_is_weak (&matches[n]))
      return matches[n].length;
  return 0;
}

/**
 * fz_match_full_name:
 * @at: where to look
 * @end: the end of the text
 *
 * Returns: the bytes of the longest full name there, or 0
 */
gsize
fz_match_full_name (const char *at,
                    const char *end)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  guint n = fz_gazetteer_match (at, end, matches);

  while (n-- > 0)
    if (fz_match_is_name (&matches[n]) && (matches[n].flags & FZ_NAME_SHORT) == 0)
      return matches[n].length;
  return 0;
}

/**
 * fz_match_may_hold:
 * @upper: a name
 * @lower: a region
 *
 * Returns: whether @upper may name a region that @lower lies in
 */
gboolean
fz_match_may_hold (guint    upper,
                   FzRegion lower)
{
  for (guint i = 0; i < fz_gazetteer_n_refs (upper); i++)
    {
      FzRegion region = fz_gazetteer_ref (upper, i).region;

      if (region != lower && fz_region_contains (region, lower))
        return TRUE;
    }
  return FALSE;
}

/**
 * fz_match_leads_to_part:
 * @match: a match of a name
 * @after: what follows it
 * @end: the end of the text
 * @in_full: whether only a full name will do
 *
 * Rule "own part": in 敖汉旗|下洼镇 the suffix is the name's own, whatever word it
 * would begin, and 湘西|吉首 holds no 西吉.
 *
 * Returns: whether a part of the region follows
 */
gboolean
fz_match_leads_to_part (const FzNameMatch *match,
                        const char        *after,
                        const char        *end,
                        gboolean           in_full)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  guint n = fz_gazetteer_match (after, end, matches);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < fz_gazetteer_n_refs (matches[i].name); k++)
      {
        FzNameRef ref = fz_gazetteer_ref (matches[i].name, k);

        if ((!ref.is_short || !in_full) && fz_match_may_hold (match->name, ref.region))
          return TRUE;
      }
  return FALSE;
}
