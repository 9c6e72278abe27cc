/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-indicator.h"
#include "fz-phrase.h"

G_BEGIN_DECLS

/* A figure that is asked what it measures.  What stands on its left is read once,
 * and only where somebody wants it. */
typedef struct {
  const FzReading   *reading;
  const FzFound     *previous; /* (nullable) */
  const FzCandidate *c;
  const FzCandidate *after;    /* (nullable): the figure behind it */
  gsize              next;     /* where that one starts */
  gboolean           is_second; /* no figure stands before the one before it */
  FzPhrase           left;
  gboolean           has_left;
} FzIndicatorLook;

/* fz-indicator.c */
char           *fz_indicator_copy           (const FzPhrase *phrase);
const FzPhrase *fz_indicator_left           (FzIndicatorLook *look);
char           *fz_indicator_from_elsewhere (const FzIndicatorLook *look, const FzPhrase *left);
gboolean        fz_indicator_same_sentence  (const FzReading *reading, const FzFound *previous, const FzCandidate *c);

/* fz-indicator-changes.c */
const char *fz_indicator_parted_before (const FzReading *reading, const char *p, const char *limit);
char    *fz_indicator_of_change       (const FzPhrase *change, const FzFound *previous);
char    *fz_indicator_of_change_alone (const FzIndicatorLook *look, const FzPhrase *change);
char    *fz_indicator_changed_from    (FzIndicatorLook *look);

/* fz-indicator-counts.c */
char    *fz_indicator_of_count        (FzIndicatorLook *look);

/* fz-indicator-labels.c */
char    *fz_indicator_label         (const FzReading *reading, const FzCandidate *c);
FzPhrase fz_indicator_anniversary   (const FzReading *reading, const FzPhrase *left, const FzCandidate *c);

/* fz-indicator-lists.c */
void     fz_indicators_share        (const FzReading *reading, GArray *found);

/* fz-indicator-sides.c */
gboolean fz_indicator_counts_owners   (const FzReading *reading, const FzCandidate *c);
gboolean fz_indicator_counts_what_has (const FzReading *reading, const FzCandidate *c, const FzPhrase *right);
gboolean fz_indicator_is_threshold    (const FzReading *reading, const FzCandidate *c);
gboolean fz_indicator_is_owner        (const FzReading *reading, const FzPhrase *left, const FzCandidate *c);
gboolean fz_indicator_counts_deeds    (const FzReading *reading, const FzCandidate *c);
gboolean fz_indicator_is_deal         (const FzReading *reading, const FzCandidate *c);
char    *fz_indicator_share_saved     (const FzReading *reading, const FzPhrase *left, const FzCandidate *c, const FzPhrase *right);
gboolean fz_indicator_is_of_right     (const FzReading *reading, const FzPhrase *left, const FzCandidate *c);

/* fz-indicator-others.c */
char    *fz_indicator_of_which      (const FzIndicatorLook *look);
char    *fz_indicator_where         (const FzIndicatorLook *look);
char    *fz_indicator_of_feast      (const FzIndicatorLook *look);

/* fz-indicator-spans.c */
char    *fz_indicator_of_span       (FzIndicatorLook *look);

/* fz-indicator-unfit.c */
gboolean fz_indicator_lends         (const FzFound *previous, const FzCandidate *c);
gboolean fz_indicator_is_sky        (const FzCandidate *c, const char *indicator);

G_END_DECLS
