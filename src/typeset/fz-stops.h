/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-paragraph-private.h"

G_BEGIN_DECLS

/**
 * FzStop:
 * @cell: the cell before which a line may end
 * @distress: the #FzCellBreak that it is
 * @start: what a line that starts here has to its left
 * @end: what one that ends here has up to here
 * @edge: what its last mark gives where no line is within bounds
 * @cost: of the best lines up to here
 * @from: the stop at which the last of them starts
 */
typedef struct {
  guint  cell;
  guint  distress;
  FzGlue start;
  FzGlue end;
  int    edge;
  double cost;
  guint  from;
} FzStop;

/**
 * FzBreaker:
 * @stops: (element-type FzStop): the first is the start of the paragraph, the last its
 *   end
 * @measure: Pango units
 * @indent: of the first line
 */
typedef struct {
  const FzParagraph *paragraph;
  GArray            *stops;
  gint64             measure;
  gint64             indent;
} FzBreaker;

void     fz_stops_collect  (FzBreaker *self);

/* fz-badness.c: how bad a line is */
double   fz_badness        (const FzBreaker *self, const FzStop *from, const FzStop *to, gint64 *room);
FzGlue   fz_stops_between  (const FzStop *from, const FzStop *to);
gint64   fz_breaker_room   (const FzBreaker *self, const FzStop *from);

/* The two ways of choosing: both leave in each stop at a line's end the stop at which
 * the line starts. */
void     fz_break_optimal  (FzBreaker *self);
void     fz_break_greedy   (FzBreaker *self);

G_END_DECLS
