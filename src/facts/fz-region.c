/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region.h"

#include "fz-history.h"

#include <string.h>

#define CODE_DIGITS 12

static FzRegion
unit_of (FzRegion region)
{
  if (region % FZ_REGION_TOWNSHIP_UNIT != 0)
    return 1;
  if (region % FZ_REGION_COUNTY_UNIT != 0)
    return FZ_REGION_TOWNSHIP_UNIT;
  if (region % FZ_REGION_PREFECTURE_UNIT != 0)
    return FZ_REGION_COUNTY_UNIT;
  return region % FZ_REGION_PROVINCE_UNIT != 0 ? FZ_REGION_PREFECTURE_UNIT : FZ_REGION_PROVINCE_UNIT;
}

/* The next code upwards, whatever it stands for. */
static FzRegion
code_above (FzRegion region)
{
  if (region % FZ_REGION_TOWNSHIP_UNIT != 0)
    return fz_region_today (region);
  if (region % FZ_REGION_PROVINCE_UNIT == 0)
    return FZ_REGION_CHINA;
  if (region % FZ_REGION_PREFECTURE_UNIT == 0)
    return region - region % FZ_REGION_PROVINCE_UNIT;
  if (region % FZ_REGION_COUNTY_UNIT == 0)
    return region - region % FZ_REGION_PREFECTURE_UNIT;
  return region - region % FZ_REGION_COUNTY_UNIT;
}

static gboolean
counts_only (FzRegion region)
{
  const FzGazetteerRegion *row;

  if (region % FZ_REGION_COUNTY_UNIT == 0)
    return !fz_gazetteer_stands (region / FZ_REGION_COUNTY_UNIT);
  row = fz_gazetteer_find (region);
  return row == NULL || GUINT32_FROM_LE (row->kind) == FZ_KIND_LEVEL;
}

/**
 * fz_region_parent:
 * @region: a region
 *
 * The region above.  Levels that stand in the code for counting only (市辖区,
 * 省直辖县级行政区划) are passed over: above 朝阳区 is 北京市.  What a region was
 * lies in it: above the 临安县 of before 1996 is 临安区.
 *
 * Returns: the region above; %FZ_REGION_CHINA above a province, and
 *   %FZ_REGION_NONE above the country
 */
FzRegion
fz_region_parent (FzRegion region)
{
  if (fz_region_level (region) <= FZ_LEVEL_COUNTRY)
    return FZ_REGION_NONE;
  do
    region = code_above (region);
  while (region != FZ_REGION_CHINA && counts_only (region));
  return region;
}

/**
 * fz_region_spans:
 * @upper: a region
 * @lower: a region
 *
 * What fz_region_contains() asks of two that are near.
 *
 * Returns: whether @lower is @upper or lies in it
 */
gboolean
fz_region_spans (FzRegion upper,
                 FzRegion lower)
{
  FzRegion first, last;

  if (upper == FZ_REGION_NONE || lower == FZ_REGION_NONE)
    return FALSE;
  fz_region_span (upper, &first, &last);
  return lower >= first && lower <= last;
}

/**
 * fz_region_today:
 * @region: a region
 *
 * Returns: what it is part of today, where it is one of the past; else @region
 */
FzRegion
fz_region_today (FzRegion region)
{
  return region - region % FZ_REGION_TOWNSHIP_UNIT;
}

/**
 * fz_region_name:
 * @region: a region
 *
 * Returns: (nullable): its full official name, without those above it
 */
const char *
fz_region_name (FzRegion region)
{
  const FzGazetteerRegion *row;
  FzFormer former;

  if (fz_history_get (region, &former))
    return former.name;
  if (region == FZ_REGION_CHINA)
    return "中国";
  row = fz_gazetteer_find (region);
  return row != NULL ? fz_gazetteer_string (row->name) : NULL;
}

/**
 * fz_region_short_name:
 * @region: a region
 *
 * Returns: (nullable): its name as the press shortens it (婺城, 延边); the full
 *   one where there is no shorter (沙县)
 */
const char *
fz_region_short_name (FzRegion region)
{
  const FzGazetteerRegion *row;

  if (region == FZ_REGION_CHINA || region != fz_region_today (region))
    return fz_region_name (region);
  row = fz_gazetteer_find (region);
  return row != NULL ? fz_gazetteer_string (row->short_name) : NULL;
}

/**
 * fz_region_names:
 * @region: a region
 * @names: (out caller-allocates): the full names from the province down to
 *   @region, 浙江省, 杭州市, 临安区, or where it is what that was, 浙江省, 杭州市,
 *   临安县; 中国 alone for the country
 *
 * Returns: how many there are; none for a code that is not known
 */
guint
fz_region_names (FzRegion    region,
                 const char *names[FZ_REGION_MAX_DEPTH])
{
  const char *upwards[FZ_REGION_MAX_DEPTH];
  const char *name = fz_region_name (region);
  guint n = 0;

  while (name != NULL && n < FZ_REGION_MAX_DEPTH && (region != FZ_REGION_CHINA || n == 0))
    {
      upwards[n++] = name;
      region = fz_region_parent (fz_region_today (region));
      name = fz_region_name (region);
    }
  for (guint i = 0; i < n; i++)
    names[i] = upwards[n - 1 - i];
  return n;
}

/**
 * fz_region_path:
 * @region: a region
 *
 * Returns: (transfer full): its names as fz_region_names() tells them
 */
GStrv
fz_region_path (FzRegion region)
{
  const char *names[FZ_REGION_MAX_DEPTH];
  guint n = fz_region_names (region, names);
  GStrv path = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    path[i] = g_strdup (names[i]);
  return path;
}

/**
 * fz_region_code:
 * @region: a region
 *
 * Returns: (transfer full): its twelve digits
 */
char *
fz_region_code (FzRegion region)
{
  char *code = g_malloc (CODE_DIGITS + 1);

  code[CODE_DIGITS] = '\0';
  for (guint i = CODE_DIGITS; i > 0; i--, region /= 10)
    code[i - 1] = (char) ('0' + region % 10);
  return code;
}

/**
 * fz_region_from_code:
 * @code: digits; two, four, six, nine or all twelve
 *
 * Returns: the region, or %FZ_REGION_NONE where @code is no code of a region
 *   that the gazetteer knows
 */
FzRegion
fz_region_from_code (const char *code)
{
  gsize digits = code != NULL ? strlen (code) : 0;
  FzRegion region = 0;

  if (digits != 2 && digits != 4 && digits != 6 && digits != 9 && digits != CODE_DIGITS)
    return FZ_REGION_NONE;
  for (gsize i = 0; i < CODE_DIGITS; i++)
    {
      if (i < digits && !g_ascii_isdigit (code[i]))
        return FZ_REGION_NONE;
      region = region * 10 + (i < digits ? (guint) (code[i] - '0') : 0);
    }
  return fz_region_name (region) != NULL ? region : FZ_REGION_NONE;
}

/**
 * fz_region_span:
 * @region: a region
 * @first: (out): its own code, which is the least of those in it
 * @last: (out): the greatest code that could lie in it
 *
 * What lies in a region is a range of codes; the store asks for it.
 */
void
fz_region_span (FzRegion  region,
                FzRegion *first,
                FzRegion *last)
{
  *first = region == FZ_REGION_CHINA ? FZ_REGION_PROVINCE_UNIT : region;
  *last = *first;
  if (region == FZ_REGION_CHINA)
    *last = FZ_REGION_CODE_END - 1;
  else if (region != FZ_REGION_NONE && region < FZ_REGION_CODE_END)
    *last = region + unit_of (region) - 1;
}

/* The index of the first of @n rows whose code is @region or greater. */
static guint
index_of (const FzGazetteerRegion *rows,
          guint                    n,
          FzRegion                 region)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (GUINT32_FROM_LE (rows[middle].code) * FZ_REGION_TOWNSHIP_UNIT < region)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * fz_region_children:
 * @region: a region of today, or %FZ_REGION_CHINA
 *
 * The regions directly below, by code: levels that stand in the code for counting
 * only are passed over, zones and what is abolished are left out.
 *
 * Returns: (transfer full) (element-type FzRegion): the regions
 */
GArray *
fz_region_children (FzRegion region)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);
  FzRegion first, last;

  fz_region_span (region, &first, &last);
  for (guint i = index_of (rows, n, first); i < n;)
    {
      FzRegion code = GUINT32_FROM_LE (rows[i].code) * FZ_REGION_TOWNSHIP_UNIT;
      FzRegion unused, end = code;

      if (code > last)
        break;
      if (code != region && GUINT32_FROM_LE (rows[i].kind) == FZ_KIND_REGION)
        {
          g_array_append_val (children, code);
          fz_region_span (code, &unused, &end);
        }
      i = index_of (rows, n, end + 1);
    }
  return children;
}

/**
 * fz_region_is_abolished:
 * @region: a region
 *
 * Returns: whether it is one that has gone, and no one region took over
 */
gboolean
fz_region_is_abolished (FzRegion region)
{
  const FzGazetteerRegion *row = fz_gazetteer_find (region);

  return row != NULL && GUINT32_FROM_LE (row->kind) == FZ_KIND_FORMER;
}
