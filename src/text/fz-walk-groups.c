/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-walk.h"

#include "fz-groups.h"
#include "fz-headlines.h"

static void
set_roles (FzWalk *self,
           guint   first,
           guint   end,
           FzRole  role)
{
  for (guint i = first; i < end; i++)
    fz_walk_line (self, i)->role = role;
}

/* Of several lines behind a wide gap inside a story the first is the caption
 * of the picture that stood there; so is a first line that speaks of one.  Two
 * lines set closer than is usual are one heading or banner. */
static guint
take_leading_caption (FzWalk  *self,
                      guint    first,
                      guint    end,
                      guint32  seen)
{
  const FzLine *line = fz_walk_line (self, first);
  gboolean pictured = (seen & FZ_SEEN_AFTER_ENDED) && fz_evidence_has_picture_word (line);
  gboolean apart = (seen & FZ_SEEN_WIDE) && (seen & FZ_SEEN_AFTER_ENDED) && (seen & FZ_SEEN_TO_TEXT);

  if (end - first < 2 || !(pictured || apart) || (line->marks & (FZ_MARK_HASH | FZ_MARK_SUBHASH)))
    return first;
  if (self->lines->usual_gap > 0 && fz_walk_line (self, first + 1)->blanks == 0)
    return first;
  set_roles (self, first, first + 1, FZ_ROLE_CAPTION);

  return first + 1;
}

static void
take_headline (FzWalk *self,
               guint   first,
               guint   end)
{
  gboolean apart = (fz_walk_line (self, first)->marks & FZ_MARK_WIDE_GAP) != 0;

  if (!fz_walk_is_fresh (self) || (self->titled && apart))
    fz_walk_open (self, fz_walk_line (self, first));
  fz_headlines_assign (self->lines, first, end, &self->places);
  self->titled = TRUE;
}

static void
take_late_title (FzWalk *self,
                 guint   first,
                 guint   end)
{
  fz_headlines_assign (self->lines, first, end, &self->places);
  self->titled = TRUE;
  if (self->photo)
    self->closed = TRUE;
  if (self->noted)
    self->texted = self->noted = FALSE;
}

static void
apply (FzWalk  *self,
       FzGroup  group,
       guint    first,
       guint    end)
{
  if (!self->article && group != FZ_GROUP_HEADLINE)
    fz_walk_open (self, fz_walk_line (self, first));

  switch (group)
    {
    case FZ_GROUP_HEADLINE:
      take_headline (self, first, end);
      break;
    case FZ_GROUP_LATE_TITLE:
      take_late_title (self, first, end);
      break;
    case FZ_GROUP_HEADING:
      set_roles (self, first, end, FZ_ROLE_HEADING);
      self->picture = FALSE;
      self->heading = TRUE;
      break;
    case FZ_GROUP_CAPTION:
      set_roles (self, first, end, FZ_ROLE_CAPTION);
      self->picture = TRUE;
      break;
    case FZ_GROUP_BANNER:
    case FZ_N_GROUPS:
    default:
      set_roles (self, first, end, FZ_ROLE_MASTHEAD);
      self->picture = TRUE;
      break;
    }
}

/* The first line of a list that opens the page is its title, the last one of
 * a list above a dateline the title of what follows. */
static void
take_list (FzWalk  *self,
           guint    first,
           guint    end,
           guint32  seen)
{
  gboolean above_story = (seen & (FZ_SEEN_TO_LEAD | FZ_SEEN_TO_BYLINE | FZ_SEEN_TO_JUMP)) != 0;

  if (!self->article || (fz_walk_is_fresh (self) && !self->titled))
    {
      take_headline (self, first, first + 1);
      first++;
    }
  set_roles (self, first, above_story ? end - 1 : end, FZ_ROLE_BODY);
  self->texted = TRUE;
  self->breaks_off = self->picture = self->heading = FALSE;
  if (above_story)
    take_headline (self, end - 1, end);
}

/* Below a picture story the first of several lines above a dateline is its
 * title, the others are the headline of what follows. */
static guint
take_photo_title (FzWalk  *self,
                  guint    first,
                  guint    end,
                  guint32  seen)
{
  const guint32 above_story = FZ_SEEN_TO_LEAD | FZ_SEEN_TO_BYLINE | FZ_SEEN_TO_JUMP;

  if (!self->dated || !(seen & FZ_SEEN_AFTER_PHOTO) || !(seen & above_story) || end - first < 2)
    return first;
  take_late_title (self, first, first + 1);

  return first + 1;
}

/* The last line of a page, as close below a column of text as the column's own
 * lines: a headline would stand apart. */
static gboolean
is_last_caption (const FzWalk *self,
                 guint         first,
                 guint         end,
                 guint32       seen)
{
  const guint32 needs = FZ_SEEN_AFTER_ENDED | FZ_SEEN_TO_END;

  return first > 0 && end - first == 1 && (seen & needs) == needs && fz_walk_line (self, first)->blanks == 0 &&
         (fz_walk_line (self, first - 1)->marks & FZ_MARK_COLUMN);
}

/**
 * fz_walk_take_group:
 * @self: the walk
 * @first: first line of a group of short lines
 *
 * Gives the lines of the group their roles.
 *
 * Returns: one past the group
 */
guint
fz_walk_take_group (FzWalk *self,
                    guint   first)
{
  guint end = fz_evidence_group_end (self, first);
  guint32 seen = fz_evidence_before (self) | fz_evidence_behind (self, end);
  guint32 own = fz_evidence_of_lines (self, first, end);
  guint from;

  if (fz_evidence_is_list (self, first, end))
    {
      take_list (self, first, end, seen);
      return end;
    }
  if (self->noted && !self->titled)
    {
      take_late_title (self, first, end);
      return end;
    }
  if (is_last_caption (self, first, end, seen))
    {
      apply (self, FZ_GROUP_CAPTION, first, end);
      return end;
    }
  if (fz_story_begins (self, first, end, seen | own))
    {
      take_headline (self, first, end);
      return end;
    }
  from = take_photo_title (self, first, end, seen);
  if (from > first)
    {
      take_headline (self, from, end);
      return end;
    }
  from = take_leading_caption (self, first, end, seen | own);
  if (from > first)
    own = fz_evidence_of_lines (self, from, end);
  apply (self, fz_group_weigh (seen | own), from, end);

  return end;
}
