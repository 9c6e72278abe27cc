/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzRegion:
 *
 * A region of China by its 12-digit statistical code (GB/T 2260 to the county,
 * GB/T 10114 and the bureau of statistics below it), as a number:
 * 330112000000 is 浙江省/杭州市/临安区.  The code's own digits nest: two for the
 * province, two for the prefecture, two for the county, three for the township.
 * The last three, which are a village's, tell what a region was in the past:
 * 330112000253 is 临安县, which 临安区 was until 1996.
 */
typedef guint64 FzRegion;

#define FZ_REGION_NONE  G_GUINT64_CONSTANT (0)
/* The country as a whole.  GB/T 2260 gives it no code; 100000 is the one that
 * public services use for it. */
#define FZ_REGION_CHINA G_GUINT64_CONSTANT (100000000000)

typedef enum {
  FZ_LEVEL_NONE,
  FZ_LEVEL_COUNTRY,
  FZ_LEVEL_PROVINCE,
  FZ_LEVEL_PREFECTURE,
  FZ_LEVEL_COUNTY,
  FZ_LEVEL_TOWNSHIP,
} FzLevel;

/* The code's digits nest: 33|01|12|104|000, the last three for villages.  A
 * level whose digits are nought is missing: 441900104000 is a town of the city
 * 东莞, which has no counties.  No villages are kept: three digits that are not
 * nought tell what a region was, see fz-history.c. */
#define FZ_REGION_TOWNSHIP_UNIT   G_GUINT64_CONSTANT (1000)
#define FZ_REGION_COUNTY_UNIT     G_GUINT64_CONSTANT (1000000)
#define FZ_REGION_PREFECTURE_UNIT G_GUINT64_CONSTANT (100000000)
#define FZ_REGION_PROVINCE_UNIT   G_GUINT64_CONSTANT (10000000000)
#define FZ_REGION_CODE_END        (100 * FZ_REGION_PROVINCE_UNIT)

/**
 * fz_region_level:
 * @region: a region
 *
 * The level as the code writes it: a city without districts is a prefecture,
 * and so is nothing that stands in the code for counting only.
 *
 * Returns: the level
 */
static inline FzLevel
fz_region_level (FzRegion region)
{
  if (region == FZ_REGION_NONE || region >= FZ_REGION_CODE_END)
    return FZ_LEVEL_NONE;
  if (region == FZ_REGION_CHINA)
    return FZ_LEVEL_COUNTRY;
  if (region % FZ_REGION_COUNTY_UNIT >= FZ_REGION_TOWNSHIP_UNIT)
    return FZ_LEVEL_TOWNSHIP;
  if (region % FZ_REGION_PREFECTURE_UNIT >= FZ_REGION_COUNTY_UNIT)
    return FZ_LEVEL_COUNTY;
  return region % FZ_REGION_PROVINCE_UNIT >= FZ_REGION_PREFECTURE_UNIT ? FZ_LEVEL_PREFECTURE : FZ_LEVEL_PROVINCE;
}

/* All of these are safe from any thread: the gazetteer is constant data. */
FzRegion    fz_region_parent     (FzRegion region);
FzRegion    fz_region_today      (FzRegion region);
GArray     *fz_region_children   (FzRegion region);
gboolean    fz_region_is_abolished (FzRegion region);
gboolean    fz_region_spans      (FzRegion upper, FzRegion lower);
const char *fz_region_name       (FzRegion region);
const char *fz_region_short_name (FzRegion region);
/* No region lies deeper: country, province, prefecture, county, township, and room. */
#define FZ_REGION_MAX_DEPTH 8

guint       fz_region_names      (FzRegion region, const char *names[FZ_REGION_MAX_DEPTH]);
GStrv       fz_region_path       (FzRegion region);
char       *fz_region_code       (FzRegion region);
FzRegion    fz_region_from_code  (const char *code);
void        fz_region_span       (FzRegion region, FzRegion *first, FzRegion *last);
FzRegion    fz_region_of_newspaper (const char *newspaper);
gboolean    fz_region_text_names_one (const char *text, gsize length);

/**
 * fz_region_contains:
 * @upper: a region
 * @lower: a region
 *
 * Asked of every two names of an article; most are far apart.
 *
 * Returns: whether @lower is @upper or lies in it
 */
static inline gboolean
fz_region_contains (FzRegion upper, FzRegion lower)
{
  return (lower - upper < FZ_REGION_PROVINCE_UNIT || upper == FZ_REGION_CHINA) && fz_region_spans (upper, lower);
}

G_END_DECLS
