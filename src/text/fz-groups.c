/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-groups.h"

/* The weights by which a group of short lines is told: for each row whose
 * evidence is all there its weight is added to what the row speaks for.  A
 * group directly above a dateline, a byline or a jump mark is a headline;
 * between two paragraphs a heading; inside a sentence that a column broke a
 * caption; several very short lines away from a headline a banner. */

static const struct {
  guint32 needs;
  FzGroup group;
  int     weight;
} weights[] = {
  { FZ_SEEN_TO_LEAD, FZ_GROUP_HEADLINE, 9 },
  { FZ_SEEN_TO_BYLINE, FZ_GROUP_HEADLINE, 9 },
  { FZ_SEEN_TO_JUMP, FZ_GROUP_HEADLINE, 9 },
  { FZ_SEEN_HASH, FZ_GROUP_HEADLINE, 12 },
  { FZ_SEEN_TO_PHOTO, FZ_GROUP_HEADLINE, 7 },
  { FZ_SEEN_COLUMN_WORD, FZ_GROUP_HEADLINE, 7 },
  { FZ_SEEN_AT_START, FZ_GROUP_HEADLINE, 4 },
  { FZ_SEEN_AT_START | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADLINE, 4 },
  { FZ_SEEN_AFTER_CLOSED, FZ_GROUP_HEADLINE, 4 },
  { FZ_SEEN_AFTER_CLOSED | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADLINE, 3 },
  { FZ_SEEN_AFTER_TITLE, FZ_GROUP_HEADLINE, 3 },
  { FZ_SEEN_GAP | FZ_SEEN_TO_TEXT | FZ_SEEN_HALVES, FZ_GROUP_HEADLINE, 2 },
  { FZ_SEEN_WIDE | FZ_SEEN_TO_TEXT | FZ_SEEN_HALVES, FZ_GROUP_HEADLINE, 3 },
  { FZ_SEEN_WIDE | FZ_SEEN_TO_TEXT | FZ_SEEN_SEVERAL, FZ_GROUP_HEADLINE, 1 },
  { FZ_SEEN_TO_END | FZ_SEEN_HALVES, FZ_GROUP_HEADLINE, 5 },
  { FZ_SEEN_TO_GROUP | FZ_SEEN_HALVES, FZ_GROUP_HEADLINE, 5 },
  { FZ_SEEN_DASHED, FZ_GROUP_HEADLINE, 3 },

  { FZ_SEEN_UNTITLED, FZ_GROUP_LATE_TITLE, 4 },
  { FZ_SEEN_UNTITLED | FZ_SEEN_HALVES, FZ_GROUP_LATE_TITLE, 3 },
  { FZ_SEEN_UNTITLED | FZ_SEEN_TO_END, FZ_GROUP_LATE_TITLE, 3 },
  { FZ_SEEN_AFTER_PHOTO, FZ_GROUP_LATE_TITLE, 8 },
  { FZ_SEEN_AFTER_PHOTO | FZ_SEEN_TO_LEAD, FZ_GROUP_LATE_TITLE, -6 },
  { FZ_SEEN_AFTER_PHOTO | FZ_SEEN_TO_BYLINE, FZ_GROUP_LATE_TITLE, -6 },

  { FZ_SEEN_AFTER_ENDED | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADING, 5 },
  { FZ_SEEN_AFTER_TITLE | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADING, 1 },
  { FZ_SEEN_AFTER_PICTURE | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADING, 4 },
  { FZ_SEEN_SUBHASH, FZ_GROUP_HEADING, 12 },
  { FZ_SEEN_NUMBERED | FZ_SEEN_TO_TEXT, FZ_GROUP_HEADING, 3 },

  { FZ_SEEN_TO_CREDIT, FZ_GROUP_CAPTION, 10 },
  { FZ_SEEN_AFTER_OPEN, FZ_GROUP_CAPTION, 3 },
  { FZ_SEEN_AFTER_OPEN | FZ_SEEN_TO_TEXT, FZ_GROUP_CAPTION, 5 },
  { FZ_SEEN_AFTER_ENDED | FZ_SEEN_WIDE, FZ_GROUP_CAPTION, 2 },
  { FZ_SEEN_AFTER_HEADING | FZ_SEEN_WIDE, FZ_GROUP_CAPTION, 5 },
  { FZ_SEEN_PICTURE_WORD, FZ_GROUP_CAPTION, 4 },
  { FZ_SEEN_AFTER_ENDED | FZ_SEEN_TO_END, FZ_GROUP_CAPTION, 4 },
  { FZ_SEEN_AFTER_ENDED | FZ_SEEN_TO_GROUP, FZ_GROUP_CAPTION, 3 },
  { FZ_SEEN_AFTER_PICTURE | FZ_SEEN_TO_END, FZ_GROUP_CAPTION, 4 },
  { FZ_SEEN_AFTER_PICTURE | FZ_SEEN_TO_GROUP, FZ_GROUP_CAPTION, 4 },
  { FZ_SEEN_AFTER_CLOSED | FZ_SEEN_TO_END, FZ_GROUP_CAPTION, 2 },

  { FZ_SEEN_TINY | FZ_SEEN_SEVERAL, FZ_GROUP_BANNER, 2 },
  { FZ_SEEN_TINY | FZ_SEEN_SEVERAL | FZ_SEEN_TO_END, FZ_GROUP_BANNER, 5 },
  { FZ_SEEN_TINY | FZ_SEEN_SEVERAL | FZ_SEEN_TO_GROUP, FZ_GROUP_BANNER, 4 },
  { FZ_SEEN_TINY | FZ_SEEN_SEVERAL | FZ_SEEN_AFTER_PICTURE, FZ_GROUP_BANNER, 5 },
  { FZ_SEEN_TINY | FZ_SEEN_MANY, FZ_GROUP_BANNER, 4 },
  { FZ_SEEN_TINY | FZ_SEEN_MANY | FZ_SEEN_AT_START, FZ_GROUP_BANNER, -4 },
};

/**
 * fz_group_weigh:
 * @seen: flags of #FzGroupEvidence
 *
 * Returns: what the group most likely is; of equals the one that comes first
 */
FzGroup
fz_group_weigh (guint32 seen)
{
  int sums[FZ_N_GROUPS] = { 0 };
  FzGroup best = FZ_GROUP_HEADLINE;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    if ((seen & weights[i].needs) == weights[i].needs)
      sums[weights[i].group] += weights[i].weight;
  for (guint i = 1; i < FZ_N_GROUPS; i++)
    if (sums[i] > sums[best])
      best = i;

  return best;
}
