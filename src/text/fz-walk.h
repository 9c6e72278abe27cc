/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-headlines.h"
#include "fz-lines.h"

G_BEGIN_DECLS

/* Where the walk down a page stands: what is known of the article that is open
 * and of the line above. */
typedef struct {
  FzLines  *lines;
  FzPlaces  places;
  gboolean  article;    /* one is open */
  gboolean  titled;
  gboolean  texted;
  gboolean  closed;
  gboolean  breaks_off; /* its last paragraph */
  gboolean  picture;    /* the last line was of a picture */
  gboolean  heading;    /* the last line was a heading */
  gboolean  photo;      /* it has caption and credit and no text */
  gboolean  dated;      /* and the caption says when: a story of its own */
  gboolean  noted;      /* it has an editor's note above its headline */
  gboolean  continued;  /* it is continued from another page */
  gboolean  apart;      /* the page sets stories apart by gaps, and nothing else */
} FzWalk;

FzLine   *fz_walk_line                 (const FzWalk *self, guint i);
void      fz_walk_open                 (FzWalk *self, FzLine *line);
gboolean  fz_walk_is_fresh             (const FzWalk *self);
gboolean  fz_walk_awaits_text          (const FzWalk *self);
guint     fz_walk_take_group           (FzWalk *self, guint first);

gboolean  fz_caption_starts_with_date  (FzText text);
gboolean  fz_caption_is                (const FzWalk *self, guint i);
gboolean  fz_caption_has_title_below   (const FzWalk *self, guint i);

gboolean  fz_story_page_has_gaps       (const FzWalk *self);
gboolean  fz_story_begins              (const FzWalk *self, guint first, guint end, guint32 seen);

guint32   fz_evidence_before           (const FzWalk *self);
guint32   fz_evidence_behind           (const FzWalk *self, guint end);
guint32   fz_evidence_of_lines         (const FzWalk *self, guint first, guint end);
guint     fz_evidence_group_end        (const FzWalk *self, guint first);
gboolean  fz_evidence_is_list          (const FzWalk *self, guint first, guint end);
gboolean  fz_evidence_has_picture_word (const FzLine *line);

G_END_DECLS
