/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-search.h"

#include <string.h>

#include "fz-history.h"

/* Regions as a person types them: by the first characters of the name, by its
 * pinyin run together (linan, lin'an, Lin An), or by the initials (la).  What a
 * region was is found by its own name and pinyin, and by what its region of today
 * is found by: 临安县 with 临安区. */

#define CODE_FACTOR G_GUINT64_CONSTANT (1000)

/* Longer than any name in pinyin. */
#define MOST_CHARACTERS 64

/* A query as it is compared: marks and spaces taken out, letters small; ü is
 * written v, as it is typed. */
static char *
fold (const char *query)
{
  g_autofree char *plain = g_utf8_normalize (query, -1, G_NORMALIZE_NFKC);
  GString *folded = g_string_new (NULL);
  guint n = 0;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0' && n < MOST_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0xfc)
        g_string_append_c (folded, 'v');
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static const char *
next_syllable (const char *pinyin)
{
  const char *space = strchr (pinyin, ' ');

  return space != NULL ? space + 1 : pinyin + strlen (pinyin);
}

/* Who cannot type ü types u. */
static gboolean
same_letter (char pinyin,
             char typed)
{
  return pinyin == typed || (pinyin == 'v' && typed == 'u');
}

static gboolean
begins_pinyin (const char *pinyin,
               const char *query)
{
  for (; *query != '\0'; pinyin++)
    {
      if (*pinyin == ' ')
        continue;
      if (!same_letter (*pinyin, *query))
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
    if (!same_letter (*pinyin, *query))
      return FALSE;
  return *query == '\0';
}

static gboolean
begins (const char *name,
        const char *pinyin,
        const char *query)
{
  if (g_ascii_isalpha (*query))
    return begins_pinyin (pinyin, query) || begins_initials (pinyin, query);
  return *query != '\0' && g_str_has_prefix (name, query);
}

static gboolean
answers (const FzGazetteerRegion *row,
         const char              *query)
{
  return begins (fz_gazetteer_string (row->name), fz_gazetteer_string (row->pinyin), query)
         || (!g_ascii_isalpha (*query) && *query != '\0'
             && g_str_has_prefix (fz_gazetteer_string (row->short_name), query));
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

typedef struct {
  FzLevel  level;
  gboolean part; /* not a whole short name */
  FzRegion region;
} Found;

/* Of each level first those whose whole short name it is; what a region was
 * stands behind it. */
static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *left = a, *right = b;

  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  if (left->part != right->part)
    return left->part ? 1 : -1;
  return (left->region > right->region) - (left->region < right->region);
}

static gboolean
judge (const FzGazetteerRegion *row,
       FzRegion                 region,
       const char              *query,
       Found                   *found)
{
  FzFormer former;

  if (!answers (row, query)
      && !(fz_history_get (region, &former) && begins (former.name, former.pinyin, query)))
    return FALSE;
  *found = (Found) { fz_region_level (region), !is_whole (row, query), region };
  return TRUE;
}

static GArray *
take_regions (GArray *found,
              guint   most)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));

  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, most); i++)
    g_array_append_val (regions, g_array_index (found, Found, i).region);
  return regions;
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
  FzFormer former;

  if (fz_history_get (region, &former))
    return former.pinyin;
  return row != NULL ? fz_gazetteer_string (row->pinyin) : NULL;
}

/**
 * fz_region_search_in:
 * @regions: (element-type FzRegion): where to look
 * @query: characters, or letters of pinyin
 * @most: how many to find
 *
 * Finds the regions among @regions that answer to @query, as fz_region_search().
 *
 * Returns: (transfer full) (element-type FzRegion): the regions
 */
GArray *
fz_region_search_in (const GArray *regions,
                     const char   *query,
                     guint         most)
{
  g_autofree char *folded = fold (query);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < regions->len && *folded != '\0'; i++)
    {
      FzRegion region = g_array_index (regions, FzRegion, i);
      const FzGazetteerRegion *row = fz_gazetteer_find (fz_region_today (region));
      Found one;

      if (row != NULL && judge (row, region, folded, &one))
        g_array_append_val (found, one);
    }
  return take_regions (found, most);
}

static void
search_today (const char *query,
              GArray     *found)
{
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  for (guint i = 0; i < n; i++)
    {
      FzRegionKind kind = (FzRegionKind) GUINT32_FROM_LE (rows[i].kind);
      Found one;

      if ((kind == FZ_KIND_REGION || kind == FZ_KIND_FORMER)
          && judge (&rows[i], GUINT32_FROM_LE (rows[i].code) * CODE_FACTOR, query, &one))
        g_array_append_val (found, one);
    }
}

static void
search_past (const char *query,
             GArray     *found)
{
  for (guint i = 0; i < fz_history_n (); i++)
    {
      FzFormer former = fz_history_at (i);
      const FzGazetteerRegion *row = fz_gazetteer_find (former.today);
      Found one;

      if (row != NULL && judge (row, former.region, query, &one))
        g_array_append_val (found, one);
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
  g_autofree char *folded = fold (query);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  if (*folded == '\0')
    return g_array_new (FALSE, FALSE, sizeof (FzRegion));
  search_today (folded, found);
  search_past (folded, found);
  return take_regions (found, most);
}
