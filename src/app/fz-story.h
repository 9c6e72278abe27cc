/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/**
 * FzStoryPart:
 * @article: its id in the library
 * @text: its canonical text
 * @start: where that text stands in the text of the story, in code points
 * @end: one past its last
 *
 * An article that is shown as a part of a story.
 */
typedef struct {
  gint64     article;
  FzArticle *text;
  guint      start;
  guint      end;
} FzStoryPart;

/**
 * FzStory:
 * @article: all of its parts as one text
 * @facts: where places and figures stand in it; what they are is not told
 * @parts: (element-type FzStoryPart): in reading order
 * @own: which of them was opened
 *
 * An article as it is read: with the parts that other pages have of it.
 */
typedef struct {
  grefcount  refs;
  FzArticle *article;
  FzFacts   *facts;
  GArray    *parts;
  guint      own;
} FzStory;

FzStory           *fz_story_new     (const FzStored *stored);
FzStory           *fz_story_ref     (FzStory *self);
void               fz_story_unref   (FzStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzStory, fz_story_unref)

const FzStoryPart *fz_story_part    (const FzStory *self, guint index);
const FzStoryPart *fz_story_part_of (const FzStory *self, gint64 article);
const FzStoryPart *fz_story_part_at (const FzStory *self, guint position);

/* What of the library a story is made of. */
guint              fz_story_n_stored   (const FzStored *stored);
const FzStored    *fz_story_nth_stored (const FzStored *stored, guint n);

G_END_DECLS
