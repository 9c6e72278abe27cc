/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-names.h"

#include <string.h>

#include "fz-gazetteer.h"

static gboolean
is_called (FzRegion    region,
           const char *name)
{
  return g_strcmp0 (fz_region_name (region), name) == 0 || g_strcmp0 (fz_region_short_name (region), name) == 0;
}

static gboolean
lies_in (FzRegion   region,
         char     **uppers,
         guint      n_uppers)
{
  FzRegion upper = region;

  while (n_uppers > 0 && (upper = fz_region_parent (upper)) != FZ_REGION_NONE)
    if (is_called (upper, uppers[n_uppers - 1]))
      n_uppers--;
  return n_uppers == 0;
}

/* The name that the whole of @text is, counted from 1; 0 for a stranger. */
static guint
find_name (const char *text)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  gsize length = strlen (text);
  guint n = fz_gazetteer_match (text, text + length, matches);

  for (guint i = 0; i < n; i++)
    if (matches[i].length == length)
      return matches[i].name + 1;
  return 0;
}

/* Adds @region to the highest of those found so far. */
static void
add_highest (GArray   *found,
             FzRegion  region)
{
  FzLevel level = fz_region_level (region);
  FzLevel highest = found->len > 0 ? fz_region_level (g_array_index (found, FzRegion, 0)) : level;

  if (level > highest)
    return;
  if (level < highest)
    g_array_set_size (found, 0);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, FzRegion, i) == region)
      return;
  g_array_append_val (found, region);
}

/* The highest regions that @words name, the last of them the region itself. */
static GArray *
find_regions (char **words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  guint last = g_strv_length (words) - 1;
  guint name = find_name (words[last]);

  for (guint i = 0; name != 0 && i < fz_gazetteer_n_refs (name - 1); i++)
    {
      FzRegion region = fz_gazetteer_ref (name - 1, i).region;

      if (lies_in (region, words, last))
        add_highest (found, region);
    }
  return found;
}

/**
 * fz_region_called:
 * @words: a name, full (金华市) or short (金华); or a name behind those of regions
 *   that it lies in, 金华市/婺城区
 *
 * Where several bear the name the highest are meant: 吉林 is the province.
 *
 * Returns: (transfer full) (element-type FzRegion): the regions of one level that
 *   are called so
 */
GArray *
fz_region_called (const char *words)
{
  g_auto (GStrv) names = g_strsplit (*words != '\0' ? words : "/", "/", -1);

  return find_regions (names);
}
