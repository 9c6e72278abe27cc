/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a group of short lines can be. */
typedef enum {
  FZ_GROUP_HEADLINE,    /* opens an article */
  FZ_GROUP_LATE_TITLE,  /* the title of the open one, printed below its lead */
  FZ_GROUP_HEADING,
  FZ_GROUP_CAPTION,
  FZ_GROUP_BANNER,      /* 我们走在 / 大路上 */
  FZ_N_GROUPS,
} FzGroup;

/* What is seen of the group and around it. */
typedef enum {
  FZ_SEEN_AT_START      = 1 << 0,  /* no article yet on this page */
  FZ_SEEN_AFTER_OPEN    = 1 << 1,  /* the paragraph before breaks off */
  FZ_SEEN_AFTER_ENDED   = 1 << 2,  /* it does not */
  FZ_SEEN_AFTER_CLOSED  = 1 << 3,  /* the article before is over */
  FZ_SEEN_AFTER_PICTURE = 1 << 4,  /* behind a caption or credit */
  FZ_SEEN_AFTER_TITLE   = 1 << 5,  /* behind a headline with no text yet */
  FZ_SEEN_AFTER_PHOTO   = 1 << 6,  /* behind caption and credit of a story that has no title */
  FZ_SEEN_UNTITLED      = 1 << 7,  /* the article has text and no title */
  FZ_SEEN_TO_LEAD       = 1 << 8,
  FZ_SEEN_TO_BYLINE     = 1 << 9,
  FZ_SEEN_TO_JUMP       = 1 << 10,
  FZ_SEEN_TO_TEXT       = 1 << 11,
  FZ_SEEN_TO_CREDIT     = 1 << 12,
  FZ_SEEN_TO_GROUP      = 1 << 13, /* another group behind a wide gap */
  FZ_SEEN_TO_END        = 1 << 14, /* end of page */
  FZ_SEEN_GAP           = 1 << 15,
  FZ_SEEN_WIDE          = 1 << 16,
  FZ_SEEN_SEVERAL       = 1 << 17,
  FZ_SEEN_MANY          = 1 << 18,
  FZ_SEEN_TINY          = 1 << 19,
  FZ_SEEN_HALVES        = 1 << 20,
  FZ_SEEN_HASH          = 1 << 21,
  FZ_SEEN_SUBHASH       = 1 << 22,
  FZ_SEEN_NUMBERED      = 1 << 23,
  FZ_SEEN_PICTURE_WORD  = 1 << 24,
  FZ_SEEN_DASHED        = 1 << 25,
  FZ_SEEN_COLUMN_WORD   = 1 << 26,
  FZ_SEEN_AFTER_HEADING = 1 << 27,
  FZ_SEEN_TO_PHOTO      = 1 << 28, /* a caption with its credit below it */
  FZ_SEEN_TO_WIDE       = 1 << 29, /* a wide gap below it */
  FZ_SEEN_PLACED        = 1 << 30, /* 渭源：… */
  FZ_SEEN_LABELLED      = (int) (1u << 31), /* 承辦單位：… */
} FzGroupEvidence;

FzGroup fz_group_weigh (guint32 seen);

G_END_DECLS
