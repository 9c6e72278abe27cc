/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region.h"

FzLevel
fz_region_level (FzRegion region)
{
  return FZ_LEVEL_NONE;
}

FzRegion
fz_region_parent (FzRegion region)
{
  return FZ_REGION_NONE;
}

gboolean
fz_region_contains (FzRegion upper,
                    FzRegion lower)
{
  return FALSE;
}

const char *
fz_region_name (FzRegion region)
{
  return NULL;
}

const char *
fz_region_short_name (FzRegion region)
{
  return NULL;
}

GStrv
fz_region_path (FzRegion region)
{
  return g_new0 (char *, 1);
}

char *
fz_region_code (FzRegion region)
{
  return g_strdup_printf ("%012" G_GUINT64_FORMAT, region);
}

FzRegion
fz_region_from_code (const char *code)
{
  return FZ_REGION_NONE;
}

void
fz_region_span (FzRegion  region,
                FzRegion *first,
                FzRegion *last)
{
  *first = *last = region;
}

gboolean
fz_region_text_names_one (const char *text,
                          gsize       length)
{
  return FALSE;
}
