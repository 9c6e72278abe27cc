/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-history.h"

/* The regions of the past and of today as one web of codes in time. */

/* What a code stands for to the province. */
static FzRegion
prefecture_of (FzRegion code)
{
  const FzRegion unit = G_GUINT64_CONSTANT (100000000);

  return code - code % unit;
}

static gboolean
is_prefecture (FzRegion code)
{
  return prefecture_of (code) == code;
}

static gboolean
overlap (const FzFormer *left,
         const FzFormer *right)
{
  return left->from < right->to && right->from < left->to;
}

/* One code never stands for two regions in one year. */
static void
test_codes_are_unique_in_time (void)
{
  for (guint i = 0; i < fz_history_n (); i++)
    for (guint k = i + 1; k < fz_history_n (); k++)
      {
        FzFormer left = fz_history_at (i), right = fz_history_at (k);

        if (left.code == FZ_REGION_NONE || left.code != right.code || !overlap (&left, &right))
          continue;
        g_test_message ("%s and %s", left.name, right.name);
        g_test_fail ();
      }
}

/* A region of the past that had the code and still had it in @year. */
static gboolean
stood (FzRegion code,
       guint    year)
{
  for (guint i = 0; i < fz_history_n (); i++)
    {
      FzFormer former = fz_history_at (i);

      if (former.code == code && former.from <= year && year <= former.to)
        return TRUE;
    }
  return FALSE;
}

/* 90 stands for what lies directly below the province, and so do the four
 * municipalities' 01 and 02. */
static gboolean
counts_only (FzRegion code)
{
  guint prefecture = (guint) (code / G_GUINT64_CONSTANT (100000000) % 100);
  guint province = (guint) (code / G_GUINT64_CONSTANT (10000000000));

  return prefecture == 90 || prefecture == 0 || province == 11 || province == 12 || province == 31 || province == 50;
}

static void
test_parents_stood (void)
{
  for (guint i = 0; i < fz_history_n (); i++)
    {
      FzFormer former = fz_history_at (i);
      FzRegion parent = prefecture_of (former.code);

      if (former.code == FZ_REGION_NONE || is_prefecture (former.code) || counts_only (former.code)
          || fz_region_name (parent) != NULL || stood (parent, former.to))
        continue;
      g_test_message ("%s until %u", former.name, former.to);
      g_test_fail ();
    }
}

/* From each of the past one comes, step by step and never back in time, to a
 * region of today. */
static void
test_successors_lead_to_today (void)
{
  const guint longest = 16;

  for (guint i = 0; i < fz_history_n (); i++)
    {
      FzFormer at = fz_history_at (i);
      guint steps = 0;

      g_assert_nonnull (fz_region_name (at.today));
      g_assert_cmpuint (at.from, <=, at.to);
      while (at.successor != at.today && steps++ < longest)
        for (guint k = 0; k < fz_history_n (); k++)
          {
            FzFormer next = fz_history_at (k);

            if (next.code == at.successor && next.today == at.today && next.from <= at.to
                && (next.to > at.to || (next.to == at.to && next.code != at.code)))
              {
                at = next;
                break;
              }
          }
      g_assert_cmpuint (steps, <, longest);
    }
}

typedef struct {
  const char *today;
  const char *name;
  guint       year;
  const char *was; /* or NULL: itself */
  const char *code;
} Case;

static void
check (const Case *one)
{
  FzFormer former;
  gboolean found = fz_history_find (fz_region_from_code (one->today), one->name, strlen (one->name), one->year, &former);

  g_test_message ("%s %u", one->name, one->year);
  g_assert_cmpint (found, ==, one->was != NULL);
  if (!found)
    return;
  g_assert_cmpstr (former.name, ==, one->was);
  if (one->code != NULL)
    {
      g_autofree char *code = fz_region_code (former.code);

      g_assert_true (g_str_has_prefix (code, one->code));
    }
}

/* By the date where the name does not say it, by the name where it does. */
static void
test_find (void)
{
  static const Case cases[] = {
    { "330112", "临安县", 1990, "临安县", "330124" },
    { "330112", "临安市", 2010, "临安市", "330185" },
    { "330112", "临安区", 2020, NULL, NULL },
    { "330112", "临安", 1990, "临安县", "330124" },
    { "330112", "临安", 2010, "临安市", "330185" },
    { "330112", "临安", 2020, NULL, NULL },
    { "330112", "临安", 0, NULL, NULL },
    { "330112", "临安县", 0, "临安县", "330124" },
    { "330112", "临安县", 2020, "临安县", "330124" },
    { "330109", "萧山", 1985, "萧山县", "330121" },
    { "330109", "萧山市", 1995, "萧山市", "330181" },
    { "330212", "鄞县", 1999, "鄞县", "330227" },
    { "330603", "绍兴县", 2012, "绍兴县", "330621" },
    { "331083", "玉环县", 1990, "玉环县", "332627" },
    { "331083", "玉环县", 2005, "玉环县", "331021" },
    { "3310", "台州地区", 1990, "台州地区", "332600" },
    { "4206", "襄樊市", 2005, "襄樊市", "420600" },
    { "4206", "襄阳市", 2005, NULL, NULL },
    { "5308", "思茅市", 2005, "思茅市", "530800" },
    { "530802", "思茅市", 2001, "思茅市", "532701" },
    { "340181", "巢湖市", 2009, "巢湖市", "341400" },
    { "370116", "莱芜市", 2015, "莱芜市", "371200" },
    { "110101", "崇文区", 2008, "崇文区", "110103" },
    { "500101", "万县市", 1995, "万县市", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* What was merged into 临安区's like is found from it, in order. */
static void
test_of (void)
{
  guint first, n = fz_history_of (fz_region_from_code ("330112"), &first);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (fz_history_at (first).name, ==, "临安县");
  g_assert_cmpstr (fz_history_at (first + 1).name, ==, "临安市");
  g_assert_cmpint (fz_history_at (first).ended, ==, FZ_ENDED_UPGRADED);
  g_assert_cmpint (fz_history_at (first + 1).ended, ==, FZ_ENDED_DISTRICT);
  g_assert_cmpuint (fz_history_of (fz_region_from_code ("11"), &first), ==, 0);
  g_assert_cmpuint (fz_history_of (FZ_REGION_NONE, &first), ==, 0);
  g_assert_cmpuint (fz_history_of (G_MAXUINT64, &first), ==, 0);
}

/* Each has a number of its own in its region, and is found by it. */
static void
test_each_has_a_code (void)
{
  const FzRegion villages = 1000;

  for (guint i = 0; i < fz_history_n (); i++)
    {
      FzFormer former = fz_history_at (i), found;

      g_assert_cmpuint (former.region, !=, former.today);
      g_assert_cmpuint (former.region / villages, ==, former.today / villages);
      g_assert_true (fz_history_get (former.region, &found));
      g_assert_cmpstr (found.name, ==, former.name);
      g_assert_cmpuint (found.to, ==, former.to);
      g_assert_cmpuint (fz_region_today (former.region), ==, former.today);
      g_assert_true (fz_region_contains (former.today, former.region));
    }
}

/* They are kept in libraries and never change. */
static void
test_code_of_the_past (void)
{
  const FzRegion county = G_GUINT64_CONSTANT (330112000253);
  g_auto (GStrv) path = fz_region_path (county);
  g_autofree char *joined = g_strjoinv ("/", path);
  FzRegion first, last;
  FzFormer former;

  g_assert_cmpstr (fz_region_name (county), ==, "临安县");
  g_assert_cmpstr (joined, ==, "浙江省/杭州市/临安县");
  g_assert_cmpuint (fz_region_parent (county), ==, fz_region_from_code ("330112"));
  g_assert_cmpint (fz_region_level (county), ==, FZ_LEVEL_COUNTY);
  g_assert_cmpuint (fz_region_from_code ("330112000253"), ==, county);
  g_assert_cmpuint (fz_region_from_code ("330112000505"), ==, G_GUINT64_CONSTANT (330112000505));
  fz_region_span (county, &first, &last);
  g_assert_cmpuint (first, ==, county);
  g_assert_cmpuint (last, ==, county);
  g_assert_cmpuint (fz_region_from_code ("330112000254"), ==, FZ_REGION_NONE);
  g_assert_false (fz_history_get (fz_region_from_code ("330112"), &former));
  g_assert_false (fz_history_get (G_GUINT64_CONSTANT (330112000254), &former));
}

/* What the same region was in a year; what went into it was another. */
static void
test_in (void)
{
  FzRegion linan = fz_region_from_code ("330112");
  FzFormer former;

  g_assert_true (fz_history_in (linan, 1990, &former));
  g_assert_cmpstr (former.name, ==, "临安县");
  g_assert_true (fz_history_in (linan, 1996, &former));
  g_assert_cmpstr (former.name, ==, "临安市");
  g_assert_true (fz_history_in (linan, 2016, &former));
  g_assert_false (fz_history_in (linan, 2017, &former));
  g_assert_false (fz_history_in (fz_region_from_code ("110101"), 1990, &former));
  g_assert_false (fz_history_in (fz_region_from_code ("33"), 1990, &former));
}

static void
test_ended_names (void)
{
  g_assert_cmpstr (fz_ended_name (FZ_ENDED_RENAMED), ==, "renamed");
  g_assert_cmpstr (fz_ended_name (FZ_ENDED_DIVIDED), ==, "divided");
  g_assert_null (fz_ended_name ((FzEnded) 99));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/codes-are-unique-in-time", test_codes_are_unique_in_time);
  g_test_add_func ("/history/parents-stood", test_parents_stood);
  g_test_add_func ("/history/successors-lead-to-today", test_successors_lead_to_today);
  g_test_add_func ("/history/find", test_find);
  g_test_add_func ("/history/of", test_of);
  g_test_add_func ("/history/each-has-a-code", test_each_has_a_code);
  g_test_add_func ("/history/code-of-the-past", test_code_of_the_past);
  g_test_add_func ("/history/in", test_in);
  g_test_add_func ("/history/ended-names", test_ended_names);
  return g_test_run ();
}
