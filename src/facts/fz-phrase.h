/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

typedef struct {
  const char *start;
  const char *end;
} FzRun;

/**
 * FzPhrase:
 * @start: its first byte
 * @end: one past its last
 * @verb: the light verb that stood between it and the figure
 * @light: whether there was one
 * @telling: whether that verb says what is measured by itself: 投入300万元
 * @points_right: whether a word stood there whose object is the figure's own
 *   noun: 有8亩茶园
 * @ends_in_verb: whether a verb stands right before the figure
 * @only_change: whether it is nothing but words of change
 * @touches: whether the figure before stands right there
 * @borrowed: whether it is what the figure before counts
 * @changed_from: whether a word of change stands between the two
 * @done: whether 了 stands right before the figure, and makes a verb of its end
 *
 * A run of the text beside a figure.
 */
typedef struct {
  const char *start;
  const char *end;
  FzRun       verb;
  gboolean    light;
  gboolean    telling;
  gboolean    points_right;
  gboolean    ends_in_verb;
  gboolean    only_change;
  gboolean    touches;
  gboolean    borrowed;
  gboolean    changed_from;
  gboolean    done;
} FzPhrase;

gboolean fz_phrase_is_empty      (const FzPhrase *phrase);
const char *fz_phrase_walk_left  (const FzReading *reading, const char *end, const char *limit);
FzPhrase fz_phrase_left          (const FzReading *reading, gsize position, gsize figure_end);
FzPhrase fz_phrase_right         (const FzReading *reading, gsize position, gsize next, gboolean first_de);
FzPhrase fz_phrase_verb_right    (const FzReading *reading, gsize position, gsize next);
FzPhrase fz_phrase_subject       (const FzReading *reading, const FzPhrase *left, gsize figure_end);
FzPhrase fz_phrase_clause_before (const FzReading *reading, gsize position);
gboolean fz_phrase_breaks_at     (const char *p, const char *end);

G_END_DECLS
