/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to a search. */
typedef enum {
  FZ_FOLD_MARK,    /* ends what stands before it: punctuation, symbols, line ends */
  FZ_FOLD_BLANK,   /* a mark, but for a single one between Han and Latin */
  FZ_FOLD_NOTHING, /* as if it were not there: variation selectors, soft hyphens */
  FZ_FOLD_HAN,     /* stands for itself: Han, kana, hangul, private use */
  FZ_FOLD_LETTER,  /* part of a word */
  FZ_FOLD_DIGIT,   /* 0 to 9: part of a number */
} FzFoldKind;

gunichar   fz_fold_char (gunichar character);
FzFoldKind fz_fold_kind (gunichar folded);
gsize      fz_fold_words (const char *text, gsize length, guint place, gunichar *chars, guint *places, gsize most);

G_END_DECLS
