/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <stdlib.h>
#include <string.h>

/* The regions, and all names that each has and had. */

/**
 * tables_parse_code:
 * @text: a code as a person writes it short: 33
 *
 * Returns: its nine digits, 330000000
 */
guint32
tables_parse_code (const char *text)
{
  guint32 code = (guint32) g_ascii_strtoull (text, NULL, 10);

  for (gsize digits = strlen (text); digits < 9; digits++)
    code *= 10;
  return code;
}

static int
compare_regions (gconstpointer a,
                 gconstpointer b)
{
  guint32 left = ((const Region *) a)->code, right = ((const Region *) b)->code;

  return (left > right) - (left < right);
}

Region *
tables_find_region (Tables *self,
                    guint32 code)
{
  Region wanted = { code };

  return bsearch (&wanted, self->regions->data, self->regions->len, sizeof (Region), compare_regions);
}

static guint32
index_of (Tables       *self,
          const Region *region)
{
  return (guint32) (region - (const Region *) self->regions->data);
}

static void
add_ref (GArray  *refs,
         guint32  ref)
{
  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, guint32, i) >> 1 == ref >> 1)
      return;
  g_array_append_val (refs, ref);
}

void
tables_add_name (Tables       *self,
                 const char   *text,
                 const Region *region,
                 gboolean      is_short)
{
  add_ref (tables_name (self, text)->refs, index_of (self, region) << 1 | (is_short ? 1 : 0));
}

/**
 * tables_add_past:
 * @self: the tables
 * @text: a full name
 * @region: what it would name today
 */
void
tables_add_past (Tables       *self,
                 const char   *text,
                 const Region *region)
{
  add_ref (tables_name (self, text)->past, index_of (self, region) << 1);
}

static void
take_region (Tables *self,
             char  **row)
{
  Region region = { tables_parse_code (row[0]), row[1], row[2], FZ_KIND_REGION };

  if (strcmp (row[3], "level") == 0)
    region.kind = FZ_KIND_LEVEL;
  else if (strcmp (row[3], "-") != 0)
    region.kind = FZ_KIND_OTHER;
  /* 441900 counts the townships of 4419 and is the same number. */
  if (region.kind == FZ_KIND_LEVEL && strlen (row[0]) == 6 && g_str_has_suffix (row[0], "00"))
    return;
  g_array_append_val (self->regions, region);
}

/* The only township of that name that has the code is the one that went. */
static void
take_former_township (Tables *self,
                      char  **row)
{
  Region region = { tables_parse_code (row[0]), row[1], "-", FZ_KIND_FORMER };

  if (strcmp (row[2], "-") == 0)
    g_array_append_val (self->regions, region);
}

static void
take_short_name (Tables *self,
                 char  **row)
{
  Region *region = tables_find_region (self, tables_parse_code (row[0]));

  if (region == NULL)
    fail ("short-names.tsv", 0, row[0]);
  if (strcmp (row[1], "-") == 0 || strcmp (region->short_name, "-") == 0)
    region->short_name = row[1];
  else
    tables_add_name (self, row[1], region, TRUE);
}

static void
take_former_name (Tables *self,
                  char  **row)
{
  Region *region = tables_find_region (self, tables_parse_code (row[2]));

  if (region != NULL)
    tables_add_name (self, row[1], region, FALSE);
  else if (strcmp (row[2], "-") != 0)
    fail ("former-townships.tsv", 0, row[2]);
}

/* 景宁畲族自治县 is 景宁县 for short, 恩施土家族苗族自治州 恩施州, 老竹畲族镇 老竹镇:
 * as good as a full name. */
static void
add_half_name (Tables *self,
               Region *region)
{
  gsize stem = strlen (region->short_name), whole = strlen (region->name);
  const char *last = region->name + whole - strlen ("州");
  g_autofree char *text = NULL;

  if (whole < stem + strlen ("畲族镇") || strstr ("州县旗镇乡", last) == NULL
      || g_str_has_suffix (region->short_name, last))
    return;
  text = g_strconcat (region->short_name, last, NULL);
  tables_add_name (self, text, region, FALSE);
}

/* 玉环市 was 玉环县: every city of the county level was a county once. */
static void
add_county_of_city (Tables *self,
                    Region *region)
{
  gboolean county = region->code % 1000 == 0 && region->code % 100000 != 0;
  g_autofree char *text = NULL;

  if (!county || region->kind != FZ_KIND_REGION || strcmp (region->short_name, "-") == 0
      || !g_str_has_suffix (region->name, "市"))
    return;
  text = g_strconcat (region->short_name, "县", NULL);
  if (g_tree_lookup (self->names, text) == NULL)
    tables_add_name (self, text, region, FALSE);
}

static void
add_region_names (Tables *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      Region *region = &g_array_index (self->regions, Region, i);

      if (region->kind != FZ_KIND_REGION && region->kind != FZ_KIND_FORMER)
        continue;
      tables_add_name (self, region->name, region, FALSE);
      if (strcmp (region->short_name, "-") == 0)
        continue;
      tables_add_name (self, region->short_name, region, TRUE);
      add_half_name (self, region);
    }
}

/* Where two rows have one code, the first stands: what is before what was. */
static void
sort_regions (Tables *self)
{
  g_array_sort (self->regions, compare_regions);
  for (guint i = 1; i < self->regions->len;)
    {
      Region *at = &g_array_index (self->regions, Region, i);

      if (at->code == at[-1].code)
        g_array_remove_index (self->regions, i);
      else
        i++;
    }
}

/**
 * tables_read_regions:
 * @self: empty tables
 *
 * Takes the regions, then their names: today's before former ones, so that a
 * former name gives way to a name in use.
 */
void
tables_read_regions (Tables *self)
{
  tables_read_file (self, "regions.tsv", 4, take_region);
  tables_read_file (self, "former-townships.tsv", 3, take_former_township);
  sort_regions (self);
  tables_read_file (self, "short-names.tsv", 3, take_short_name);
  add_region_names (self);
  tables_read_file (self, "former-townships.tsv", 3, take_former_name);
  tables_read_history (self);
  for (guint i = 0; i < self->regions->len; i++)
    add_county_of_city (self, &g_array_index (self->regions, Region, i));
}
