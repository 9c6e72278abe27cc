/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzWords:
 *
 * A lexicon: words with a value each, found by the longest match at a place of
 * a text or before it.  Built once, then only read, from any thread.
 */
typedef struct _FzWords FzWords;

FzWords *fz_words_new    (void);
void     fz_words_free   (FzWords *self);
void     fz_words_add    (FzWords *self, const char *list, guint value);
gsize    fz_words_at     (const FzWords *self, const char *p, const char *end, guint *value);
gsize    fz_words_before (const FzWords *self, const char *start, const char *p, guint *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzWords, fz_words_free)

/* The longest word of one character class would do without a lexicon: these
 * step over one character of UTF-8 and never leave [start, end). */
gsize    fz_char_length_at     (const char *p, const char *end);
gsize    fz_char_length_before (const char *start, const char *p);
gboolean fz_text_at            (const char *p, const char *end, const char *word);
gboolean fz_text_before        (const char *start, const char *p, const char *word);

G_END_DECLS
