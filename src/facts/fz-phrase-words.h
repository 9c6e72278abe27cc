/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-phrase.h"
#include "fz-words.h"

G_BEGIN_DECLS

typedef enum {
  FZ_PHRASE_TAIL   = 1 << 0, /* between a thing and its figure */
  FZ_PHRASE_STOP   = 1 << 1, /* a phrase does not reach over it to the left */
  FZ_PHRASE_LIGHT  = 1 << 2, /* a verb that says only that there is something */
  FZ_PHRASE_VERB   = 1 << 3, /* a verb whose object may stand behind the figure */
  FZ_PHRASE_CUT    = 1 << 4, /* a phrase to the right ends before it */
  FZ_PHRASE_PLAIN  = 1 << 5, /* contains one of these and is none */
  FZ_PHRASE_CHANGE = 1 << 6,
  FZ_PHRASE_HEAD   = 1 << 7, /* an empty noun, to which what stands before 的 belongs */
  FZ_PHRASE_BEHIND = 1 << 8, /* between a figure and its thing */
  FZ_PHRASE_MARK   = 1 << 9,
  FZ_PHRASE_POLE   = 1 << 10, /* 多 快: what a comparison ends in */
  FZ_PHRASE_DOES   = 1 << 11, /* behind a noun it opens a predicate: 企业推进改革 */
  FZ_PHRASE_DEED   = 1 << 12, /* a noun that makes one of the verb before it: 推进会 */
  FZ_PHRASE_ACTS   = 1 << 13, /* as the one that does, whatever is behind it: 代表出席会议 */
} FzPhraseWord;

/* No phrase is longer. */
#define FZ_PHRASE_MAX_CHARACTERS 24

const FzWords *fz_phrase_words       (void);
guint          fz_phrase_word_at     (const char *p, const char *end, gsize *length);
guint          fz_phrase_word_before (const char *start, const char *p, gsize *length);
gboolean       fz_phrase_any_before  (const char *start, const char *p, const char *const *words, gsize n_words);

gboolean       fz_phrase_is_label    (const FzPhrase *phrase);

G_END_DECLS
