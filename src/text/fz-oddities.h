/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file may hold that is not printed in a newspaper.  Only the text that
 * is read from the file is without it; the file's bytes are kept as they are. */
typedef enum {
  FZ_ODD_BROKEN,       /* bytes that are no character of the encoding: stand as U+FFFD */
  FZ_ODD_REPLACEMENT,  /* U+FFFD that stood in the file itself: stays */
  FZ_ODD_NUL,          /* stands as U+FFFD */
  FZ_ODD_HALF,         /* one half of a surrogate pair alone: stands as U+FFFD */
  FZ_ODD_PAIR,         /* both halves, each as a character (CESU-8): joined */
  FZ_ODD_CONTROL,      /* left out */
  FZ_ODD_PRIVATE,      /* for private use: stays, nobody knows what it is */
  FZ_ODD_SOFT_HYPHEN,  /* left out */
  FZ_ODD_ZERO_WIDTH,   /* zero-width spaces and joiners, marks of direction: left out */
  FZ_ODD_ORDER_MARK,   /* a byte order mark in the middle: left out */
  FZ_ODD_FOREIGN_LINE, /* lines in another encoding than the rest: read in theirs */
  FZ_ODD_CRLF,         /* from here on line ends */
  FZ_ODD_CR,           /* CR alone */
  FZ_ODD_NEL,
  FZ_ODD_SEPARATOR,    /* U+2028 and U+2029 */
  FZ_ODD_PAGE_BREAK,   /* form feeds and vertical tabs */
  FZ_N_ODD,
} FzOdd;

/**
 * FzOddities:
 * @counts: how many of each [enum@Odd] there were
 */
typedef struct {
  guint counts[FZ_N_ODD];
} FzOddities;

GString   *fz_oddities_clean    (FzOddities *self, GString *text);
void       fz_oddities_add      (FzOddities *self, const FzOddities *other);
GPtrArray *fz_oddities_tell     (const FzOddities *self);
GPtrArray *fz_oddities_tell_all (const FzOddities *self);

G_END_DECLS
