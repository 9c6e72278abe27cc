/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fold.h"

static const struct {
  gunichar written;
  gunichar folded;
} folds[] = {
  { U'Ａ', U'a' }, { U'Z', U'z' }, { U'É', U'é' }, { U'５', U'5' }, { U'，', U',' }, { U'國', U'国' }, { U'裡', U'里' },
  { U'裏', U'里' }, { U'徵', U'征' }, { U'瞭', U'了' }, { U'乾', U'干' }, { U'㑮', U'𫝈' }, { U'⽔', U'水' }, { U'\xf90a', U'金' },
  { U'\x2f800', U'丽' }, { U'丽', U'丽' }, { U'里', U'里' }, { U'𠮷', U'𠮷' }, { U'𰻞', U'𰻞' }, { U'〇', U'〇' }, { U'。', U'。' },
};

static const struct {
  gunichar   folded;
  FzFoldKind kind;
} kinds[] = {
  { U'国', FZ_FOLD_HAN }, { U'𠮷', FZ_FOLD_HAN }, { U'𰻞', FZ_FOLD_HAN }, { U'〇', FZ_FOLD_HAN }, { U'々', FZ_FOLD_HAN },
  { U'\xe001', FZ_FOLD_HAN }, { U'ア', FZ_FOLD_HAN }, { U'a', FZ_FOLD_LETTER }, { U'é', FZ_FOLD_LETTER }, { U'ж', FZ_FOLD_LETTER },
  { U'7', FZ_FOLD_DIGIT }, { U',', FZ_FOLD_MARK }, { U'。', FZ_FOLD_MARK }, { U'・', FZ_FOLD_MARK }, { U'①', FZ_FOLD_MARK },
  { U'\n', FZ_FOLD_MARK }, { U'　', FZ_FOLD_MARK }, { U' ', FZ_FOLD_BLANK }, { U'\xa0', FZ_FOLD_BLANK }, { U'\xad', FZ_FOLD_NOTHING },
  { U'\xfe00', FZ_FOLD_NOTHING }, { U'\xe0100', FZ_FOLD_NOTHING },
};

static void
test_folds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    g_assert_cmphex (fz_fold_char (folds[i].written), ==, folds[i].folded);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (fz_fold_kind (kinds[i].folded), ==, kinds[i].kind);
}

/* Of every character there is: what was folded stays, and a Han character does
 * not become a mark. */
static void
test_folded_stays (void)
{
  for (gunichar c = 0; c < 0x110000; c++)
    {
      gunichar folded = fz_fold_char (c);

      g_assert_cmphex (fz_fold_char (folded), ==, folded);
      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN && g_unichar_isalpha (c))
        g_assert_cmpint (fz_fold_kind (folded), ==, FZ_FOLD_HAN);
    }
}

/* A whole text is folded as its characters are, and knows where they stood. */
static void
test_words (void)
{
  for (gunichar c = 1; c < 0x40000; c++)
    {
      char text[16];
      gunichar chars[2], folded = fz_fold_char (c);
      guint places[2];
      FzFoldKind kind = fz_fold_kind (folded);
      gboolean is_word = kind == FZ_FOLD_HAN || kind == FZ_FOLD_LETTER || kind == FZ_FOLD_DIGIT;
      gint length;

      if (!g_unichar_validate (c))
        continue;
      length = g_unichar_to_utf8 (c, text);
      length += g_unichar_to_utf8 (0x7532, text + length);
      g_assert_cmpuint (fz_fold_words (text, (gsize) length, 7, chars, places, 2), ==, is_word ? 2 : 1);
      g_assert_cmphex (chars[0], ==, is_word ? folded : 0x7532);
      g_assert_cmpuint (places[0], ==, is_word ? 7 : 8);
      g_assert_cmpuint (fz_fold_words (text, (gsize) length, 0, chars, NULL, 1), ==, 1);
    }
  g_assert_cmpuint (fz_fold_words ("", 0, 0, NULL, NULL, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/folds", test_folds);
  g_test_add_func ("/fold/kinds", test_kinds);
  g_test_add_func ("/fold/folded-stays", test_folded_stays);
  g_test_add_func ("/fold/words", test_words);
  return g_test_run ();
}
