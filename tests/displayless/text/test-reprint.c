/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-diff.h"
#include "fz-reprint.h"
#include "fz-signature.h"

/* Texts of characters that a seed makes, where no run stands twice. */
static gunichar *
make_text (GRand *rand,
           guint  n)
{
  gunichar *text = g_new (gunichar, n);

  for (guint i = 0; i < n; i++)
    text[i] = 0x4e00 + (gunichar) g_rand_int_range (rand, 0, 3000);
  return text;
}

static guint
count_same (const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);

      n += span->same ? span->a_end - span->a_start : 0;
    }
  return n;
}

/* The spans cover both texts without a gap, and what is called the same is. */
static void
check_spans (const GArray   *spans,
             const gunichar *a,
             guint           n_a,
             const gunichar *b,
             guint           n_b)
{
  guint at_a = 0, at_b = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);

      g_assert_cmpuint (span->a_start, ==, at_a);
      g_assert_cmpuint (span->b_start, ==, at_b);
      g_assert_true (i == 0 || span->same != span[-1].same);
      if (span->same)
        g_assert_cmpmem (a + span->a_start, (span->a_end - span->a_start) * sizeof *a,
                         b + span->b_start, (span->b_end - span->b_start) * sizeof *b);
      at_a = span->a_end;
      at_b = span->b_end;
    }
  g_assert_cmpuint (at_a, ==, n_a);
  g_assert_cmpuint (at_b, ==, n_b);
}

/* "same|-away|+come": the differences as they read. */
static char *
describe (const char *one,
          const char *other)
{
  g_autoptr (GString) said = g_string_new (NULL);
  glong n_a, n_b;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, &n_a);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, &n_b);
  g_autoptr (GArray) spans = fz_diff_new (a, (guint) n_a, b, (guint) n_b);

  check_spans (spans, a, (guint) n_a, b, (guint) n_b);
  for (guint i = 0; i < spans->len; i++)
    {
      const FzDiffSpan *span = &g_array_index (spans, FzDiffSpan, i);
      g_autofree char *in_a = g_utf8_substring (one, span->a_start, span->a_end);
      g_autofree char *in_b = g_utf8_substring (other, span->b_start, span->b_end);

      if (span->same)
        g_string_append_printf (said, "%s|", in_a);
      else
        g_string_append_printf (said, "-%s+%s|", in_a, in_b);
    }
  return g_string_free_and_steal (g_steal_pointer (&said));
}

static void
test_diff_words (void)
{
  static const struct { const char *a, *b, *said; } cases[] = {
    { "", "", "" },
    { "茶市开秤", "茶市开秤", "茶市开秤|" },
    { "", "茶市", "-+茶市|" },
    { "昨天茶市开秤", "今年茶市开秤了", "-昨天+今年|茶市开秤|-+了|" },
    { "渡口每天往返十二班", "渡口往返十五班", "渡口|-每天+|往返十|-二+五|班|" },
    /* 的 and 了 of two sentences that have nothing to do with each other */
    { "开头一样。挑柑橘的人走了很远", "开头一样。纸山古道的石桥修了七座", "开头一样。|-挑柑橘的人走了很远+纸山古道的石桥修了七座|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = describe (cases[i].a, cases[i].b);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* A copy with pieces taken out, put in and changed: what was left is found. */
static void
test_diff_copies (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 40; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 400, 3000), cut = n / 3, piece = n / 5;
      g_autofree gunichar *a = make_text (rand, n);
      g_autofree gunichar *fresh = make_text (rand, piece);
      g_autofree gunichar *b = g_new (gunichar, n);
      guint n_b = n - piece;
      g_autoptr (GArray) spans = NULL;

      /* [0, cut) stays, [cut, cut + piece) goes, and a fresh piece ends it */
      memcpy (b, a, cut * sizeof *a);
      memcpy (b + cut, a + cut + piece, (n_b - cut) * sizeof *a);
      memcpy (b + n_b, fresh, piece * sizeof *a);
      spans = fz_diff_new (a, n, b, n);
      check_spans (spans, a, n, b, n);
      g_assert_cmpuint (count_same (spans), >=, n_b);
    }
}

/* Nothing is unique, nothing is shared, all is one character: it ends, and holds. */
static void
test_diff_hostile (void)
{
  const guint n = 50000;
  g_autofree gunichar *a = g_new0 (gunichar, n), *b = g_new0 (gunichar, n);
  g_autoptr (GArray) alike = fz_diff_new (a, n, b, n - 7);
  g_autoptr (GArray) waves = NULL, nothing = NULL;

  check_spans (alike, a, n, b, n - 7);
  for (guint i = 0; i < n; i++)
    {
      a[i] = i % 7;
      b[i] = i % 5;
    }
  waves = fz_diff_new (a, n, b, n);
  check_spans (waves, a, n, b, n);
  nothing = fz_diff_new (a, n, b, 0);
  check_spans (nothing, a, n, b, 0);
}

/* The share of runs of nine that two texts have in common, counted out. */
static double
count_likeness (const gunichar *a,
                const gunichar *b,
                guint           n)
{
  g_autoptr (GHashTable) runs = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  guint n_a, n_both = 0;

  for (guint i = 0; i + 9 <= n; i++)
    g_hash_table_add (runs, g_bytes_new (a + i, 9 * sizeof *a));
  n_a = g_hash_table_size (runs);
  for (guint i = 0; i + 9 <= n; i++)
    {
      g_autoptr (GBytes) run = g_bytes_new (b + i, 9 * sizeof *b);

      n_both += g_hash_table_remove (runs, run);
    }
  return (double) n_both / (n_a + (n - 8) - n_both);
}

/* What signatures say is right in the mean, however much is shared. */
static void
test_signature_estimate (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const guint n = 300, n_pairs = 400;

  for (guint shared = 0; shared <= n; shared += 60)
    {
      double estimated = 0, counted = 0;

      for (guint pair = 0; pair < n_pairs; pair++)
        {
          g_autofree gunichar *a = make_text (rand, n), *b = make_text (rand, n);
          FzSignature first, second;

          memcpy (b, a, shared * sizeof *a);
          fz_signature_make (&first, a, n);
          fz_signature_make (&second, b, n);
          estimated += fz_signature_likeness (&first, &second) / n_pairs;
          counted += count_likeness (a, b, n) / n_pairs;
        }
      g_test_message ("shared %u: %.3f counted, %.3f estimated", shared, counted, estimated);
      g_assert_cmpfloat_with_epsilon (estimated, counted, 0.04);
    }
}

static void
test_signature_short (void)
{
  static const gunichar eight[] = { 1, 2, 3, 4, 5, 6, 7, 8 }, nine[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  FzSignature none, one;

  fz_signature_make (&none, eight, G_N_ELEMENTS (eight));
  g_assert_true (fz_signature_is_empty (&none));
  fz_signature_make (&one, nine, G_N_ELEMENTS (nine));
  g_assert_false (fz_signature_is_empty (&one));
  g_assert_cmpfloat (fz_signature_likeness (&one, &one), ==, 1);
  g_assert_cmpfloat (fz_signature_likeness (&none, &none), ==, 0);
}

static FzLikeness
measure (const char *one,
         const char *other)
{
  glong n_a, n_b;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, &n_a);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, &n_b);
  FzLikeness likeness;

  fz_likeness_measure (&likeness, a, (guint) n_a, b, (guint) n_b);
  return likeness;
}

#define STORY "古樟群完成挂牌五十六株古樟有了各自的编号和养护人村民扫码就能看到树龄和养护记录"

/* Each reason for which two texts are one story or are not, by itself. */
static void
test_judgement (void)
{
  static const struct { const char *a, *b; gboolean same; } cases[] = {
    { STORY, STORY, TRUE },
    { STORY, STORY "镇里还请来园林部门的人给老树做了体检", TRUE },        /* only added */
    { "我市" STORY, "义乌市" STORY, TRUE },                               /* said from here */
    { "昨天" STORY, "8月20日" STORY, TRUE },
    { STORY "牌子由镇上的木匠制作", STORY "牌子由镇上的木匠制怍", TRUE },  /* misread */
    { STORY "牌子三十块", STORY "牌子四十块", FALSE },                    /* another number */
    { STORY "牌子二十块", STORY "牌子二十五块", FALSE },                  /* grown */
    { STORY "牌子三十五块", STORY "牌子35块", FALSE },                    /* too short for another word */
    { "在白龙桥镇的" STORY, "在汤溪镇的" STORY, FALSE },                  /* another town */
    { STORY "特此公告声明作废", STORY "特此公告声明作废", TRUE },          /* a notice, again */
    { STORY "木匠特此公告声明作废", STORY "木匝特此公告声明作废", FALSE }, /* a notice of another name */
    { "茶市开秤", "茶市开秤", FALSE },                                    /* too short to know */
    { STORY, STORY "开元" STORY STORY STORY STORY STORY, FALSE },         /* a small part of another */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FzLikeness there = measure (cases[i].a, cases[i].b), back = measure (cases[i].b, cases[i].a);

      g_test_message ("%s / %s", cases[i].a, cases[i].b);
      g_assert_cmpint (fz_likeness_judge (&there), ==, cases[i].same);
      g_assert_cmpint (fz_likeness_judge (&back), ==, cases[i].same);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reprint/diff/words", test_diff_words);
  g_test_add_func ("/reprint/diff/copies", test_diff_copies);
  g_test_add_func ("/reprint/diff/hostile", test_diff_hostile);
  g_test_add_func ("/reprint/signature/estimate", test_signature_estimate);
  g_test_add_func ("/reprint/signature/short", test_signature_short);
  g_test_add_func ("/reprint/judgement", test_judgement);
  return g_test_run ();
}
