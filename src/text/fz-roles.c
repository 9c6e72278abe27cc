/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-roles.h"

#include "fz-cues.h"
#include "fz-walk.h"

/* The role of each line, and where articles begin.
 *
 * The page is walked once from top to bottom.  Lines with a cue have their
 * role by it.  The short lines between them are taken in groups, cut at wide
 * gaps, and what a group is follows from what stands before and behind it, by
 * the weights of fz-groups.c. */

/**
 * fz_roles_breaks_off:
 * @line: a line of running text
 *
 * Returns: whether its sentence goes on elsewhere
 */
gboolean
fz_roles_breaks_off (const FzLine *line)
{
  if ((line->marks & FZ_MARK_ENDS_STOP) || line->kind == FZ_KIND_APART)
    return FALSE;
  if (line->marks & FZ_MARK_ENDS_LIST)
    return (line->marks & FZ_MARK_COLUMN) && (line->marks & FZ_MARK_FULL);

  return TRUE;
}

/**
 * fz_walk_line:
 * @self: the walk
 * @i: index of a line, also past the last one
 *
 * Returns: (nullable) (transfer none): the line
 */
FzLine *
fz_walk_line (const FzWalk *self,
              guint         i)
{
  return i < self->lines->lines->len ? fz_lines_at (self->lines, i) : NULL;
}

/**
 * fz_walk_open:
 * @self: the walk
 * @line: the line that opens an article
 */
void
fz_walk_open (FzWalk *self,
              FzLine *line)
{
  line->opens = TRUE;
  self->article = TRUE;
  self->titled = self->texted = self->closed = FALSE;
  self->breaks_off = self->picture = self->photo = self->heading = FALSE;
  self->dated = self->noted = self->continued = FALSE;
}

/**
 * fz_walk_is_fresh:
 * @self: the walk
 *
 * Returns: whether nothing but a headline stands in the open article
 */
gboolean
fz_walk_is_fresh (const FzWalk *self)
{
  return self->article && !self->texted && !self->closed && !self->photo;
}

/**
 * fz_walk_awaits_text:
 * @self: the walk
 *
 * Returns: whether a headline stands there, with or without a picture below it,
 *   and the text is yet to come
 */
gboolean
fz_walk_awaits_text (const FzWalk *self)
{
  return fz_walk_is_fresh (self) || (self->article && self->titled && !self->texted && !self->closed);
}

static void
take_text (FzWalk *self,
           FzLine *line)
{
  line->role = FZ_ROLE_BODY;
  self->texted = TRUE;
  self->picture = self->heading = FALSE;
  self->breaks_off = fz_roles_breaks_off (line);
  if (line->marks & FZ_MARK_ENDS_TURN)
    self->closed = TRUE;
}

static void
take_lead (FzWalk *self,
           FzLine *line)
{
  if (!fz_walk_awaits_text (self))
    fz_walk_open (self, line);
  self->continued = self->continued || line->kind == FZ_KIND_CONTINUED;
  take_text (self, line);
}

static void
take_caption (FzWalk *self,
              guint   i)
{
  FzLine *line = fz_walk_line (self, i);

  if (!self->article || (!fz_walk_is_fresh (self) && fz_caption_has_title_below (self, i)))
    fz_walk_open (self, line);
  line->role = FZ_ROLE_CAPTION;
  self->picture = TRUE;
  self->dated = !self->texted && fz_caption_starts_with_date (line->text);
  if (!self->texted)
    self->photo = TRUE;
}

/* 编者按：… stands below the headline of its story, or above it. */
static void
take_editor_note (FzWalk *self,
                  FzLine *line)
{
  if (fz_walk_awaits_text (self))
    return;
  fz_walk_open (self, line);
  self->noted = TRUE;
}

static void
take_running_text (FzWalk *self,
                   guint   i)
{
  FzLine *line = fz_walk_line (self, i);

  if (fz_caption_is (self, i))
    {
      take_caption (self, i);
      return;
    }
  if (fz_cue_start (FZ_CUE_EDITOR_NOTE, line->text) > 0)
    take_editor_note (self, line);
  else if (!self->article)
    fz_walk_open (self, line);
  take_text (self, line);
}

static void
take_jump (FzWalk *self,
           FzLine *line)
{
  FzText inner = fz_text_bracket (line->text);
  gboolean continued = fz_cue_within (FZ_CUE_CONTINUED, inner.start ? inner : line->text);

  if (!self->article || (continued && !fz_walk_is_fresh (self)))
    fz_walk_open (self, line);
  line->role = FZ_ROLE_JUMP;
  self->continued = self->continued || continued;
  if (!continued)
    {
      self->closed = TRUE;
      self->breaks_off = FALSE;
    }
}

/* Names between the first paragraph and the others close nothing. */
static gboolean
is_followed_by_text (const FzWalk *self,
                     guint         i)
{
  const FzLine *next = fz_walk_line (self, i + 1);

  return next != NULL && next->kind == FZ_KIND_TEXT && !(next->marks & FZ_MARK_WIDE_GAP);
}

static void
take_byline (FzWalk *self,
             guint   i)
{
  FzLine *line = fz_walk_line (self, i);

  if (!self->article)
    fz_walk_open (self, line);
  line->role = FZ_ROLE_BYLINE;
  if (self->texted && !is_followed_by_text (self, i))
    self->closed = TRUE;
}

static void
take_credit (FzWalk *self,
             FzLine *line,
             FzRole  role)
{
  if (!self->article)
    fz_walk_open (self, line);
  if (fz_walk_is_fresh (self) && self->titled && fz_cue_end (FZ_CUE_REPORTS, line->text))
    {
      line->role = FZ_ROLE_BYLINE;
      return;
    }
  line->role = role;
  self->picture = TRUE;
  if (!self->texted)
    self->photo = TRUE;
}

/* A headline with nothing below it; the pointer closes it. */
static void
take_stub (FzWalk *self,
           FzLine *line)
{
  fz_walk_open (self, line);
  line->role = FZ_ROLE_TITLE;
  self->titled = self->closed = TRUE;
}

/* （据《岭东新报》） below a text closes it. */
static void
take_noise (FzWalk *self,
            FzLine *line)
{
  line->role = FZ_ROLE_NOISE;
  if ((line->marks & FZ_MARK_BRACKETED) && self->texted && !self->breaks_off)
    self->closed = TRUE;
}

/* The head of a page ends the article before it, and belongs to none. */
static void
take_masthead (FzWalk *self,
               FzLine *line)
{
  line->role = FZ_ROLE_NOISE;
  if (self->texted || self->photo)
    self->article = FALSE;
  self->breaks_off = self->picture = FALSE;
}

static void
take_line (FzWalk *self,
           guint   i)
{
  FzLine *line = fz_walk_line (self, i);

  switch ((FzLineKind) line->kind)
    {
    case FZ_KIND_TEXT:
    case FZ_KIND_APART:
      take_running_text (self, i);
      break;
    case FZ_KIND_LEAD:
    case FZ_KIND_CONTINUED:
      take_lead (self, line);
      break;
    case FZ_KIND_BYLINE:
      take_byline (self, i);
      break;
    case FZ_KIND_CREDIT:
      take_credit (self, line, FZ_ROLE_CREDIT);
      break;
    case FZ_KIND_PICTURE:
      take_credit (self, line, FZ_ROLE_CAPTION);
      break;
    case FZ_KIND_JUMP:
      take_jump (self, line);
      break;
    case FZ_KIND_MASTHEAD:
      take_masthead (self, line);
      break;
    case FZ_KIND_STUB:
      take_stub (self, line);
      break;
    case FZ_KIND_HEAD:
    case FZ_KIND_NOISE:
    default:
      take_noise (self, line);
      break;
    }
}

/**
 * fz_roles_assign:
 * @lines: the lines of a page, their kinds known
 * @names_place: (nullable): tells whether a line names a region
 * @user_data: for @names_place
 *
 * Says of each line what it is on the page, and which lines open an article.
 */
void
fz_roles_assign (FzLines          *lines,
                 FzNamesPlaceFunc  names_place,
                 gpointer          user_data)
{
  FzWalk walk = { .lines = lines, .places = { names_place, user_data } };

  walk.apart = fz_story_page_has_gaps (&walk);
  for (guint i = 0; i < lines->lines->len;)
    {
      if (fz_lines_at (lines, i)->kind == FZ_KIND_HEAD)
        {
          i = fz_walk_take_group (&walk, i);
          continue;
        }
      take_line (&walk, i);
      i++;
    }
}
