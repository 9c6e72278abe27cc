/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

/* The words that times are told with, and one time after the other of an
 * expression. */

typedef enum {
  FZ_TIME_WORD_PREFIX  = 1 << 0,
  FZ_TIME_WORD_TIME    = 1 << 1, /* stands alone */
  FZ_TIME_WORD_PART    = 1 << 2, /* only behind another time */
  FZ_TIME_WORD_TO      = 1 << 3, /* between two times */
  FZ_TIME_WORD_SUFFIX  = 1 << 4,
  FZ_TIME_WORD_AHEAD   = 1 << 5,
  FZ_TIME_WORD_LASTING = 1 << 6, /* carried over to later sentences */
  FZ_TIME_WORD_SPAN    = 1 << 7, /* a number of years follows: 近三年 */
  FZ_TIME_WORD_SINCE   = 1 << 8, /* 以来, which also closes a clause of any other words */
  FZ_TIME_WORD_COMPARE = 1 << 9, /* before a time with which something is compared: 比去年 */
  FZ_TIME_WORD_DAY     = 1 << 10, /* before a day or a year in brackets: 今（13）日 */
  FZ_TIME_WORD_FEAST   = 1 << 11, /* with a word for its days behind it: 春运首日 */
  FZ_TIME_WORD_DAYS    = 1 << 12, /* that word */
} FzTimeWord;

typedef struct {
  const char *start; /* of the text */
  const char *end;
  guint       classes; /* of all words met */
  gboolean    year;    /* a year by its number */
  gboolean    month;
  gboolean    dated;   /* a month has been read */
  gboolean    months;  /* from one month to another */
  gboolean    republic; /* 民國 counts its own years */
} FzTimeCursor;

const FzWords *fz_time_words   (void);
gsize          fz_time_word_at (FzTimeCursor *c, const char *p, guint wanted);
const char    *fz_times_take   (FzTimeCursor *c, const char *p);
gboolean       fz_times_leads_to_this (const char *p, const char *end);
const char    *fz_times_take_clock (const FzTimeCursor *c, const char *p);

/* fz-times.c */
gboolean    fz_times_opens_clause (const char *start, const char *p);
void        fz_times_append       (FzReading *reading, const char *start, const char *end, FzTimeFlags flags);

/* fz-times-unfit.c */
gboolean    fz_time_is_dateline   (const char *behind, const char *end);
gboolean    fz_time_is_compared   (const char *start, const char *p, const char *behind, const char *end);
gboolean    fz_time_is_split_verb (const char *start, const char *p, const char *end);
gboolean    fz_time_is_no_day     (const char *start, const char *p, const char *end);

/* fz-times-lasting.c */
void        fz_times_take_since   (FzReading *reading, const char *p, gsize length);
void        fz_times_take_lasting (FzReading *reading, const char *p, gsize length);

G_END_DECLS
