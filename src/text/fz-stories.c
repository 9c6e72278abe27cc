/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-walk.h"

#include "fz-groups.h"

/* A story that begins without 本报讯 below another one.  Its title looks like a
 * heading: a short line between two paragraphs that end.  What speaks for a
 * story is weighed; a gap must stand before it, and the page must set its
 * other stories apart by such a gap, and by nothing less. */

enum {
  OPENING_CHARS = 24,
  STORY_WEIGHT = 3,
  MOST_LINES = 3,
  STORY_LINES = 400,  /* no story is longer; a longer text costs no more */
};

/* Whether @line opens a story for sure, by its dateline or byline. */
static gboolean
is_known_opening (const FzLine *line)
{
  return line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_BYLINE;
}

static gboolean
is_short (const FzLine *line)
{
  return line != NULL && line->kind == FZ_KIND_HEAD;
}

/* First of the short lines that stand close together above @i. */
static guint
headline_start (const FzWalk *self,
                guint         i)
{
  while (i > 0 && is_short (fz_walk_line (self, i - 1)) && !(fz_walk_line (self, i)->marks & FZ_MARK_GAP))
    i--;

  return i;
}

/**
 * fz_story_page_has_gaps:
 * @self: a walk that begins
 *
 * Returns: whether all stories of the page that are known by their opening have
 *   a gap above their headline, and no paragraph has one
 */
gboolean
fz_story_page_has_gaps (const FzWalk *self)
{
  guint apart = 0;

  for (guint i = 1; fz_walk_line (self, i) != NULL; i++)
    {
      const FzLine *line = fz_walk_line (self, i), *before = fz_walk_line (self, i - 1);
      guint start;

      if (line->kind == FZ_KIND_TEXT && before->kind == FZ_KIND_TEXT && (line->marks & FZ_MARK_GAP))
        return FALSE;
      if (!is_known_opening (line) || !is_short (before))
        continue;
      start = headline_start (self, i - 1);
      if (start > 0 && fz_walk_line (self, start - 1)->kind == FZ_KIND_MASTHEAD)
        continue;
      if (start > 0 && !(fz_walk_line (self, start)->marks & FZ_MARK_GAP))
        return FALSE;
      apart += start > 0;
    }

  return apart > 0;
}

/* Other groups like this one up to the next known opening: a story with
 * headings has several of them. */
static gboolean
has_like_below (const FzWalk *self,
                guint         end)
{
  for (guint i = end; i < end + STORY_LINES && fz_walk_line (self, i) != NULL; i++)
    {
      const FzLine *line = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);

      if (is_known_opening (line) || line->kind == FZ_KIND_MASTHEAD || line->kind == FZ_KIND_JUMP)
        return FALSE;
      if (is_short (line) && next != NULL && next->kind == FZ_KIND_TEXT)
        return TRUE;
    }

  return FALSE;
}

/* Above that group, in the open article. */
static gboolean
has_like_above (const FzWalk *self,
                guint         first)
{
  for (guint i = first; i > 0 && i + STORY_LINES > first && !fz_walk_line (self, i)->opens; i--)
    if (fz_walk_line (self, i - 1)->role == FZ_ROLE_HEADING)
      return TRUE;

  return FALSE;
}

/* 杨柳镇农民…, 3月12日，…: the paragraph begins anew, with where or when. */
static gboolean
begins_anew (const FzWalk *self,
             const FzLine *text)
{
  const char *end = text->text.start + text->text.length, *p = text->text.start;

  for (guint n = 0; p < end && n < OPENING_CHARS; n++)
    p = g_utf8_next_char (p);

  return fz_caption_starts_with_date (text->text) ||
         fz_headlines_name_place ((FzText) { text->text.start, (gsize) (p - text->text.start) }, &self->places);
}

static gboolean
has_names_below (const FzWalk *self,
                 guint         first,
                 guint         end)
{
  return end - first > 1 && (fz_walk_line (self, end - 1)->marks & FZ_MARK_NAMES) &&
         !(fz_walk_line (self, first)->marks & FZ_MARK_NAMES);
}

/**
 * fz_story_begins:
 * @self: the walk
 * @first: first line of a group of short lines
 * @end: one past its last line
 * @seen: flags of #FzGroupEvidence
 *
 * Returns: whether the group is the headline of another story, though no
 *   dateline follows
 */
gboolean
fz_story_begins (const FzWalk *self,
                 guint         first,
                 guint         end,
                 guint32       seen)
{
  const FzLine *next = fz_walk_line (self, end);
  const guint32 heading = FZ_SEEN_NUMBERED | FZ_SEEN_SUBHASH | FZ_SEEN_AFTER_OPEN | FZ_SEEN_LABELLED;
  int weight = 0;

  if (next == NULL || end - first > MOST_LINES || (seen & heading) || !(seen & FZ_SEEN_AFTER_ENDED) || !(seen & FZ_SEEN_GAP))
    return FALSE;
  if (next->marks & FZ_MARK_GAP)
    return FALSE;
  if (next->kind == FZ_KIND_PICTURE)
    return end - first == 1 && fz_caption_starts_with_date (next->text);
  if (next->kind != FZ_KIND_TEXT)
    return FALSE;
  if (has_names_below (self, first, end))
    return TRUE;
  if (!self->apart)
    return FALSE;
  weight += end - first > 1 ? 1 : 0;
  weight += fz_headlines_name_place (fz_walk_line (self, end - 1)->text, &self->places) ? 1 : 0;
  weight += begins_anew (self, next) ? 2 : 0;
  weight -= has_like_below (self, end) || has_like_above (self, first) ? 2 : 0;

  return weight >= STORY_WEIGHT;
}
