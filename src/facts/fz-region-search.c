/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-search.h"

#include <string.h>

#include "fz-gazetteer.h"

/* Regions as a person types them: by the first characters of the name, by its
 * pinyin run together (linan), or by the initials (la). */

#define CODE_FACTOR G_GUINT64_CONSTANT (1000)

static const char *
next_syllable (const char *pinyin)
{
  const char *space = strchr (pinyin, ' ');

  return space != NULL ? space + 1 : pinyin + strlen (pinyin);
}

static gboolean
begins_pinyin (const char *pinyin,
               const char *query)
{
  for (; *query != '\0'; pinyin++)
    {
      if (*pinyin == ' ')
        continue;
      if (*pinyin != g_ascii_tolower (*query))
        return FALSE;
      query++;
    }
  return TRUE;
}

static gboolean
begins_initials (const char *pinyin,
                 const char *query)
{
  for (; *query != '\0' && *pinyin != '\0'; pinyin = next_syllable (pinyin), query++)
    if (*pinyin != g_ascii_tolower (*query))
      return FALSE;
  return *query == '\0';
}

static gboolean
answers (const FzGazetteerRegion *row,
         const char              *query)
{
  const char *pinyin;

  if (!g_ascii_isalpha (*query))
    return g_str_has_prefix (fz_gazetteer_string (row->name), query)
           || g_str_has_prefix (fz_gazetteer_string (row->short_name), query);
  pinyin = fz_gazetteer_string (row->pinyin);
  return begins_pinyin (pinyin, query) || begins_initials (pinyin, query);
}

/* 临安 for la: the query is the short name from its first to its last syllable. */
static gboolean
is_whole (const FzGazetteerRegion *row,
          const char              *query)
{
  glong length = g_utf8_strlen (fz_gazetteer_string (row->short_name), -1);

  return length == g_utf8_strlen (query, -1) && answers (row, query)
         && (!g_ascii_isalpha (*query) || begins_initials (fz_gazetteer_string (row->pinyin), query));
}

/**
 * fz_region_pinyin:
 * @region: a region
 *
 * Returns: (nullable): the syllables of its full name without tones, joined by
 *   spaces: lin an qu
 */
const char *
fz_region_pinyin (FzRegion region)
{
  const FzGazetteerRegion *row = fz_gazetteer_find (region);

  return row != NULL ? fz_gazetteer_string (row->pinyin) : NULL;
}

/**
 * fz_region_answers:
 * @region: a region
 * @query: characters, or letters of pinyin
 *
 * Returns: whether its name, its pinyin or its initials begin with @query
 */
gboolean
fz_region_answers (FzRegion    region,
                   const char *query)
{
  const FzGazetteerRegion *row = fz_gazetteer_find (region);

  return row != NULL && answers (row, query);
}

static void
take_level (GArray     *found,
            const char *query,
            FzLevel     level,
            gboolean    whole,
            guint       most)
{
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  for (guint i = 0; i < n && found->len < most; i++)
    {
      FzRegion region = GUINT32_FROM_LE (rows[i].code) * CODE_FACTOR;
      FzRegionKind kind = (FzRegionKind) GUINT32_FROM_LE (rows[i].kind);

      if ((kind == FZ_KIND_REGION || kind == FZ_KIND_FORMER) && fz_region_level (region) == level
          && answers (&rows[i], query) && is_whole (&rows[i], query) == whole)
        g_array_append_val (found, region);
    }
}

/**
 * fz_region_search:
 * @query: characters, or letters of pinyin
 * @most: how many to find
 *
 * Finds the regions that answer to @query: of each level first those whose whole
 * short name it is, and the upper levels first.
 *
 * Returns: (transfer full) (element-type FzRegion): the regions
 */
GArray *
fz_region_search (const char *query,
                  guint       most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FzRegion));

  for (FzLevel level = FZ_LEVEL_PROVINCE; *query != '\0' && level <= FZ_LEVEL_TOWNSHIP; level++)
    {
      take_level (found, query, level, TRUE, most);
      take_level (found, query, level, FALSE, most);
    }
  return found;
}
