/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-roles.h"

#include "fz-cues.h"
#include "fz-groups.h"
#include "fz-headlines.h"

/* The role of each line, and where articles begin.
 *
 * The page is walked once from top to bottom.  Lines with a cue have their
 * role by it.  The short lines between them are taken in groups, cut at wide
 * gaps, and what a group is follows from what stands before and behind it, by
 * the weights of fz-groups.c. */

enum {
  CAPTION_CHARS = 60,
  HEADLINE_LINES = 6,
};

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
} Walk;

/**
 * fz_roles_breaks_off:
 * @line: a line of running text
 *
 * Returns: whether its sentence goes on elsewhere
 */
gboolean
fz_roles_breaks_off (const FzLine *line)
{
  if (line->marks & FZ_MARK_ENDS_STOP)
    return FALSE;
  if (line->marks & FZ_MARK_ENDS_LIST)
    return (line->marks & FZ_MARK_COLUMN) && (line->marks & FZ_MARK_FULL);

  return TRUE;
}

static FzLine *
line_at (const Walk *self,
         guint       i)
{
  return i < self->lines->lines->len ? fz_lines_at (self->lines, i) : NULL;
}

/* The next line from @i that is no noise. */
static guint
skip_noise (const Walk *self,
            guint       i)
{
  while (line_at (self, i) && line_at (self, i)->kind == FZ_KIND_NOISE)
    i++;

  return i;
}

static void
open_article (Walk   *self,
              FzLine *line)
{
  line->opens = TRUE;
  self->article = TRUE;
  self->titled = self->texted = self->closed = FALSE;
  self->breaks_off = self->picture = self->photo = self->heading = FALSE;
}

static gboolean
is_fresh (const Walk *self)
{
  return self->article && !self->texted && !self->closed && !self->photo;
}

static void
take_text (Walk   *self,
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
take_lead (Walk   *self,
           FzLine *line)
{
  if (!is_fresh (self))
    open_article (self, line);
  take_text (self, line);
}

/* 3月10日，… */
static gboolean
starts_with_date (FzText text)
{
  gsize n = 0;

  while (n < 2 && n < text.length && g_ascii_isdigit (text.start[n]))
    n++;

  return n > 0 && fz_text_starts (fz_text_from (text, n), "月");
}

static gboolean
is_single_sentence (const FzLine *line)
{
  return line->chars <= CAPTION_CHARS && (line->marks & FZ_MARK_ENDS_PERIOD) && !(line->marks & FZ_MARK_HOLDS_PERIOD);
}

/* A text of its own with a credit below it: the caption of a picture. */
static gboolean
is_caption_of_credit (const Walk *self,
                      guint       i)
{
  const FzLine *line = line_at (self, i), *next = line_at (self, i + 1);
  FzText text = line->text;

  if (next == NULL || next->kind != FZ_KIND_CREDIT || (line->marks & FZ_MARK_RUNS_IN) || self->breaks_off)
    return FALSE;
  if (starts_with_date (text) || fz_text_find (text, "图为") != NULL || is_fresh (self))
    return TRUE;

  return is_single_sentence (line) && !(line->marks & FZ_MARK_COLUMN);
}

/* A single sentence that stands by itself among pictures, or at the end of the
 * page behind a wide gap. */
static gboolean
is_caption_by_place (const Walk *self,
                     guint       i)
{
  const FzLine *line = line_at (self, i), *next = line_at (self, i + 1);
  gboolean apart = (line->marks & FZ_MARK_WIDE_GAP) != 0;
  gboolean last = next == NULL || (next->marks & FZ_MARK_WIDE_GAP);

  if (!is_single_sentence (line) || (line->marks & FZ_MARK_COLUMN) || !self->texted || self->breaks_off)
    return FALSE;

  return last && (self->picture || apart);
}

/* The title of a picture story stands below its credit, and by itself. */
static gboolean
has_title_below (const Walk *self,
                 guint       i)
{
  const FzLine *below = line_at (self, i), *next = line_at (self, i + 1);

  if (below == NULL || below->kind != FZ_KIND_HEAD || (below->marks & FZ_MARK_WIDE_GAP))
    return FALSE;

  return next == NULL || (next->marks & FZ_MARK_WIDE_GAP) || next->kind == FZ_KIND_MASTHEAD;
}

static void
take_caption (Walk *self,
              guint i)
{
  FzLine *line = line_at (self, i);
  gboolean credited = line_at (self, i + 1) && line_at (self, i + 1)->kind == FZ_KIND_CREDIT;

  if (!self->article || (credited && !is_fresh (self) && has_title_below (self, i + 2)))
    open_article (self, line);
  line->role = FZ_ROLE_CAPTION;
  self->picture = TRUE;
  if (!self->texted)
    self->photo = TRUE;
}

static void
take_running_text (Walk *self,
                   guint i)
{
  FzLine *line = line_at (self, i);

  if (is_caption_of_credit (self, i) || is_caption_by_place (self, i))
    {
      take_caption (self, i);
      return;
    }
  if (!self->article)
    open_article (self, line);
  take_text (self, line);
}

static void
take_jump (Walk   *self,
           FzLine *line)
{
  FzText inner = fz_text_bracket (line->text);
  gboolean continued = fz_cue_within (FZ_CUE_CONTINUED, inner.start ? inner : line->text);

  if (!self->article || (continued && !is_fresh (self)))
    open_article (self, line);
  line->role = FZ_ROLE_JUMP;
  if (!continued)
    {
      self->closed = TRUE;
      self->breaks_off = FALSE;
    }
}

static void
take_byline (Walk   *self,
             FzLine *line)
{
  if (!self->article)
    open_article (self, line);
  line->role = FZ_ROLE_BYLINE;
  if (self->texted)
    self->closed = TRUE;
}

static void
take_credit (Walk   *self,
             FzLine *line,
             FzRole  role)
{
  if (!self->article)
    open_article (self, line);
  line->role = role;
  self->picture = TRUE;
  if (!self->texted)
    self->photo = TRUE;
}

/* The head of a page ends the article before it. */
static void
take_masthead (Walk   *self,
               FzLine *line)
{
  line->role = FZ_ROLE_MASTHEAD;
  if (self->texted || self->photo)
    self->article = FALSE;
  self->breaks_off = self->picture = FALSE;
}

static guint32
evidence_before (const Walk *self)
{
  guint32 seen = 0;

  if (!self->article)
    return FZ_SEEN_AT_START;
  if (self->closed)
    seen |= FZ_SEEN_AFTER_CLOSED;
  if (self->heading)
    seen |= FZ_SEEN_AFTER_HEADING;
  if (self->picture)
    seen |= FZ_SEEN_AFTER_PICTURE;
  if (self->photo && !self->titled && !self->texted)
    seen |= FZ_SEEN_AFTER_PHOTO;
  if (self->titled && !self->texted && !self->photo)
    seen |= FZ_SEEN_AFTER_TITLE;
  if (self->texted && self->breaks_off)
    seen |= FZ_SEEN_AFTER_OPEN;
  if (self->texted && !self->breaks_off)
    seen |= FZ_SEEN_AFTER_ENDED;
  if (self->texted && !self->titled)
    seen |= FZ_SEEN_UNTITLED;

  return seen;
}

/* Lines of a headline may stand apart, and those of a banner; else a gap inside
 * a story parts groups. */
static gboolean
parts_groups (const Walk   *self,
              const FzLine *upper,
              const FzLine *lower)
{
  if (lower->marks & FZ_MARK_WIDE_GAP)
    return TRUE;
  if (!self->texted || (upper->marks & lower->marks & FZ_MARK_TINY))
    return FALSE;

  return (lower->marks & FZ_MARK_GAP) != 0;
}

static guint
group_end (const Walk *self,
           guint       first)
{
  guint end = first + 1;

  while (line_at (self, end) && line_at (self, end)->kind == FZ_KIND_HEAD &&
         !parts_groups (self, line_at (self, end - 1), line_at (self, end)))
    end++;

  return end;
}

static gboolean
is_photo_text (const Walk *self,
               guint       i)
{
  const FzLine *next = line_at (self, i + 1);

  return next != NULL && next->kind == FZ_KIND_CREDIT && starts_with_date (line_at (self, i)->text);
}

static guint32
evidence_of_next (const Walk *self,
                  guint       i)
{
  const FzLine *next = line_at (self, i);

  if (next == NULL)
    return FZ_SEEN_TO_END;
  switch ((FzLineKind) next->kind)
    {
    case FZ_KIND_LEAD:
      return FZ_SEEN_TO_LEAD;
    case FZ_KIND_BYLINE:
      return FZ_SEEN_TO_BYLINE;
    case FZ_KIND_JUMP:
    case FZ_KIND_CONTINUED:
      return FZ_SEEN_TO_JUMP;
    case FZ_KIND_CREDIT:
      return FZ_SEEN_TO_CREDIT;
    case FZ_KIND_HEAD:
      return FZ_SEEN_TO_GROUP;
    case FZ_KIND_MASTHEAD:
      return FZ_SEEN_TO_END;
    case FZ_KIND_TEXT:
    case FZ_KIND_PICTURE:
    case FZ_KIND_NOISE:
    default:
      return is_photo_text (self, i) ? FZ_SEEN_TO_PHOTO : FZ_SEEN_TO_TEXT;
    }
}

/* Behind a wide gap may stand the caption of a picture, and the text behind
 * that. */
static guint32
evidence_behind (const Walk *self,
                 guint       end)
{
  guint next = skip_noise (self, end);
  guint32 seen = evidence_of_next (self, next);

  if (seen == FZ_SEEN_TO_GROUP && evidence_of_next (self, group_end (self, next)) == FZ_SEEN_TO_TEXT)
    return FZ_SEEN_TO_TEXT;

  return seen;
}

static gboolean
has_picture_word (const FzLine *line)
{
  return fz_cue_end (FZ_CUE_PICTURE_END, line->text) ||
         (!(line->marks & FZ_MARK_HALVES) && fz_cue_within (FZ_CUE_DOING, line->text));
}

static guint32
evidence_of_lines (const Walk *self,
                   guint       first,
                   guint       end)
{
  const FzLine *line = line_at (self, first);
  guint32 seen = FZ_SEEN_TINY;

  seen |= end - first > 1 ? FZ_SEEN_SEVERAL : 0;
  seen |= end - first > 2 ? FZ_SEEN_MANY : 0;
  seen |= line->marks & FZ_MARK_GAP ? FZ_SEEN_GAP : 0;
  seen |= line->marks & FZ_MARK_WIDE_GAP ? FZ_SEEN_WIDE : 0;
  seen |= line->marks & FZ_MARK_NUMBERED ? FZ_SEEN_NUMBERED : 0;
  seen |= fz_cue_end (FZ_CUE_COLUMN, line->text) && line->chars <= 10 ? FZ_SEEN_COLUMN_WORD : 0;
  seen |= end - first == 1 && has_picture_word (line) ? FZ_SEEN_PICTURE_WORD : 0;

  for (guint i = first; i < end && i < first + 8; i++)
    {
      FzLineMarks marks = line_at (self, i)->marks;

      seen &= marks & FZ_MARK_TINY ? ~0u : ~(guint32) FZ_SEEN_TINY;
      seen |= (marks & FZ_MARK_HALVES) && !(marks & FZ_MARK_HOLDS_PAUSE) ? FZ_SEEN_HALVES : 0;
      seen |= marks & FZ_MARK_HASH ? FZ_SEEN_HASH : 0;
      seen |= marks & FZ_MARK_SUBHASH ? FZ_SEEN_SUBHASH : 0;
      seen |= marks & FZ_MARK_DASHED ? FZ_SEEN_DASHED : 0;
    }

  return seen;
}

static void
set_roles (Walk   *self,
           guint   first,
           guint   end,
           FzRole  role)
{
  for (guint i = first; i < end; i++)
    line_at (self, i)->role = role;
}

/* Of several lines behind a wide gap inside a story the first is the caption
 * of the picture that stood there; so is a first line that speaks of one. */
static guint
take_leading_caption (Walk    *self,
                      guint    first,
                      guint    end,
                      guint32  seen)
{
  const FzLine *line = line_at (self, first);
  gboolean pictured = (seen & FZ_SEEN_AFTER_ENDED) && has_picture_word (line);
  gboolean apart = (seen & FZ_SEEN_WIDE) && (seen & FZ_SEEN_AFTER_ENDED) && (seen & FZ_SEEN_TO_TEXT);

  if (end - first < 2 || !(pictured || apart) || (line->marks & (FZ_MARK_HASH | FZ_MARK_SUBHASH)))
    return first;
  set_roles (self, first, first + 1, FZ_ROLE_CAPTION);

  return first + 1;
}

static void
take_headline (Walk *self,
               guint first,
               guint end)
{
  gboolean apart = (line_at (self, first)->marks & FZ_MARK_WIDE_GAP) != 0;

  if (!is_fresh (self) || (self->titled && apart))
    open_article (self, line_at (self, first));
  fz_headlines_assign (self->lines, first, end, &self->places);
  self->titled = TRUE;
}

static void
take_late_title (Walk *self,
                 guint first,
                 guint end)
{
  fz_headlines_assign (self->lines, first, end, &self->places);
  self->titled = TRUE;
  if (self->photo)
    self->closed = TRUE;
}

static void
apply (Walk    *self,
       FzGroup  group,
       guint    first,
       guint    end)
{
  if (!self->article && group != FZ_GROUP_HEADLINE)
    open_article (self, line_at (self, first));

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

/* More lines than a headline has, or several with numbers, are a list. */
static gboolean
is_list (const Walk *self,
         guint       first,
         guint       end)
{
  guint numbered = 0;

  for (guint i = first; i < end; i++)
    numbered += (line_at (self, i)->marks & FZ_MARK_NUMBERED) != 0;

  return end - first > HEADLINE_LINES || (numbered > 2 && numbered * 2 > end - first);
}

/* The first line of a list that opens the page is its title, the last one of
 * a list above a dateline the title of what follows. */
static void
take_list (Walk    *self,
           guint    first,
           guint    end,
           guint32  seen)
{
  gboolean above_story = (seen & (FZ_SEEN_TO_LEAD | FZ_SEEN_TO_BYLINE | FZ_SEEN_TO_JUMP)) != 0;

  if (!self->article || is_fresh (self))
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

/* Returns one past the group that begins at @first. */
static guint
take_group (Walk *self,
            guint first)
{
  guint end = group_end (self, first);
  guint32 seen = evidence_before (self) | evidence_behind (self, end);
  guint32 own = evidence_of_lines (self, first, end);
  guint from;

  if (is_list (self, first, end))
    {
      take_list (self, first, end, seen);
      return end;
    }
  from = take_leading_caption (self, first, end, seen | own);
  if (from > first)
    own = evidence_of_lines (self, from, end);
  apply (self, fz_group_weigh (seen | own), from, end);

  return end;
}

static void
take_line (Walk *self,
           guint i)
{
  FzLine *line = line_at (self, i);

  switch ((FzLineKind) line->kind)
    {
    case FZ_KIND_TEXT:
      take_running_text (self, i);
      break;
    case FZ_KIND_LEAD:
    case FZ_KIND_CONTINUED:
      take_lead (self, line);
      break;
    case FZ_KIND_BYLINE:
      take_byline (self, line);
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
    case FZ_KIND_HEAD:
    case FZ_KIND_NOISE:
    default:
      line->role = FZ_ROLE_NOISE;
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
  Walk walk = { .lines = lines, .places = { names_place, user_data } };

  for (guint i = 0; i < lines->lines->len;)
    {
      if (fz_lines_at (lines, i)->kind == FZ_KIND_HEAD)
        {
          i = take_group (&walk, i);
          continue;
        }
      take_line (&walk, i);
      i++;
    }
}
