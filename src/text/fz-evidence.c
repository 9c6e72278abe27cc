/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-walk.h"

#include "fz-cues.h"
#include "fz-groups.h"

/* What is seen of a group of short lines, and of what stands before and behind
 * it, for the weights of fz-groups.c. */

enum {
  HEADLINE_LINES = 6,
  COLUMN_CHARS = 10,
  LABEL_CHARS = 6,
};

/* The next line from @i that is no noise. */
static guint
skip_noise (const FzWalk *self,
            guint         i)
{
  while (fz_walk_line (self, i) && fz_walk_line (self, i)->kind == FZ_KIND_NOISE)
    i++;

  return i;
}

/* Lines of a headline may stand apart, and those of a banner; else a gap inside
 * a story parts groups. */
static gboolean
parts_groups (const FzWalk *self,
              const FzLine *upper,
              const FzLine *lower)
{
  if (lower->marks & FZ_MARK_WIDE_GAP)
    return TRUE;
  if (!self->texted || (upper->marks & lower->marks & FZ_MARK_TINY))
    return FALSE;

  return (lower->marks & FZ_MARK_GAP) != 0;
}

/**
 * fz_evidence_group_end:
 * @self: the walk
 * @first: first line of a group
 *
 * Returns: one past the last line of the group
 */
guint
fz_evidence_group_end (const FzWalk *self,
                       guint         first)
{
  guint end = first + 1;

  while (fz_walk_line (self, end) && fz_walk_line (self, end)->kind == FZ_KIND_HEAD &&
         !parts_groups (self, fz_walk_line (self, end - 1), fz_walk_line (self, end)))
    end++;

  return end;
}

static gboolean
is_photo_text (const FzWalk *self,
               guint         i)
{
  const FzLine *next = fz_walk_line (self, i + 1);

  return next != NULL && next->kind == FZ_KIND_CREDIT && fz_caption_starts_with_date (fz_walk_line (self, i)->text);
}

/**
 * fz_evidence_before:
 * @self: the walk
 *
 * Returns: flags of #FzGroupEvidence: what stands above
 */
guint32
fz_evidence_before (const FzWalk *self)
{
  guint32 seen = 0;

  if (!self->article)
    return FZ_SEEN_AT_START;
  if (self->closed || (self->photo && self->titled && !self->texted))
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
  if (self->texted && !self->titled && !self->continued)
    seen |= FZ_SEEN_UNTITLED;

  return seen;
}

/* 周明远 摄影报道 above a text is its byline.  Outside a story a credit may
 * stand above the caption, then the title stands above both. */
static guint32
evidence_of_credit (const FzWalk *self,
                    guint         i)
{
  const FzLine *next = fz_walk_line (self, i + 1), *after = fz_walk_line (self, i + 2);

  if (next == NULL || next->kind != FZ_KIND_TEXT)
    return FZ_SEEN_TO_CREDIT;
  if (fz_cue_end (FZ_CUE_REPORTS, fz_walk_line (self, i)->text))
    return FZ_SEEN_TO_BYLINE;
  if ((self->texted && !self->closed) || !fz_caption_starts_with_date (next->text))
    return FZ_SEEN_TO_CREDIT;

  return after == NULL || after->kind != FZ_KIND_TEXT ? FZ_SEEN_TO_PHOTO : FZ_SEEN_TO_CREDIT;
}

static guint32
evidence_of_next (const FzWalk *self,
                  guint         i)
{
  const FzLine *next = fz_walk_line (self, i);

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
      return evidence_of_credit (self, i);
    case FZ_KIND_HEAD:
      return FZ_SEEN_TO_GROUP;
    case FZ_KIND_MASTHEAD:
    case FZ_KIND_STUB:
      return FZ_SEEN_TO_END;
    case FZ_KIND_TEXT:
    case FZ_KIND_APART:
    case FZ_KIND_PICTURE:
    case FZ_KIND_NOISE:
    default:
      return is_photo_text (self, i) ? FZ_SEEN_TO_PHOTO : FZ_SEEN_TO_TEXT;
    }
}

/**
 * fz_evidence_behind:
 * @self: the walk
 * @end: one past the last line of a group
 *
 * Behind a wide gap may stand the caption of a picture, and the text behind
 * that.
 *
 * Returns: flags of #FzGroupEvidence: what stands below
 */
guint32
fz_evidence_behind (const FzWalk *self,
                    guint         end)
{
  guint next = skip_noise (self, end);
  guint32 seen = evidence_of_next (self, next);

  if (seen == FZ_SEEN_TO_GROUP && evidence_of_next (self, fz_evidence_group_end (self, next)) == FZ_SEEN_TO_TEXT)
    return FZ_SEEN_TO_TEXT;

  return seen;
}

/**
 * fz_evidence_has_picture_word:
 * @line: a short line
 *
 * Returns: whether it says what is seen in a picture
 */
gboolean
fz_evidence_has_picture_word (const FzLine *line)
{
  return fz_cue_end (FZ_CUE_PICTURE_END, line->text) ||
         (!(line->marks & FZ_MARK_HALVES) && fz_cue_within (FZ_CUE_DOING, line->text));
}

/* 简讯, 【短评】 */
static gboolean
is_column_word (const FzLine *line)
{
  return line->chars <= COLUMN_CHARS && fz_cue_end (FZ_CUE_COLUMN, fz_text_unbracketed (line->text));
}

/* 渭源：一袋种薯的“脱毒”路, on one line or on two, says what is new in a place;
 * 承办单位：… labels. */
static guint32
evidence_of_colon (const FzWalk *self,
                   const FzLine *line,
                   gboolean      alone)
{
  FzText name = { line->text.start, fz_text_word_end (line->text, "：:") };
  FzText rest = fz_text_from (line->text, name.length);

  if (fz_char_class (fz_text_first (rest)) != FZ_CHAR_COLON || (alone && (line->marks & FZ_MARK_ENDS_COLON)))
    return 0;
  if (!fz_text_all_han (name) || fz_text_chars (name) > LABEL_CHARS || (!alone && !(line->marks & FZ_MARK_ENDS_COLON)))
    return 0;

  return fz_headlines_name_place (name, &self->places) ? FZ_SEEN_PLACED : FZ_SEEN_LABELLED;
}

/**
 * fz_evidence_of_lines:
 * @self: the walk
 * @first: first line of a group
 * @end: one past its last line
 *
 * Returns: flags of #FzGroupEvidence: what the lines show themselves
 */
guint32
fz_evidence_of_lines (const FzWalk *self,
                      guint         first,
                      guint         end)
{
  const FzLine *line = fz_walk_line (self, first);
  const FzLine *next = fz_walk_line (self, end);
  guint32 seen = FZ_SEEN_TINY;

  seen |= end - first > 1 ? FZ_SEEN_SEVERAL : 0;
  seen |= end - first > 2 ? FZ_SEEN_MANY : 0;
  seen |= line->marks & FZ_MARK_GAP ? FZ_SEEN_GAP : 0;
  seen |= line->marks & FZ_MARK_WIDE_GAP ? FZ_SEEN_WIDE : 0;
  seen |= next != NULL && (next->marks & FZ_MARK_WIDE_GAP) ? FZ_SEEN_TO_WIDE : 0;
  seen |= line->marks & FZ_MARK_NUMBERED ? FZ_SEEN_NUMBERED : 0;
  seen |= is_column_word (line) ? FZ_SEEN_COLUMN_WORD : 0;
  seen |= evidence_of_colon (self, line, end - first == 1);
  seen |= end - first == 1 && fz_evidence_has_picture_word (line) ? FZ_SEEN_PICTURE_WORD : 0;

  for (guint i = first; i < end && i < first + 8; i++)
    {
      FzLineMarks marks = fz_walk_line (self, i)->marks;

      seen &= marks & FZ_MARK_TINY ? ~0u : ~(guint32) FZ_SEEN_TINY;
      seen |= (marks & FZ_MARK_HALVES) && !(marks & FZ_MARK_HOLDS_PAUSE) ? FZ_SEEN_HALVES : 0;
      seen |= marks & FZ_MARK_HASH ? FZ_SEEN_HASH : 0;
      seen |= marks & FZ_MARK_SUBHASH ? FZ_SEEN_SUBHASH : 0;
      seen |= marks & FZ_MARK_DASHED ? FZ_SEEN_DASHED : 0;
    }

  return seen;
}

/**
 * fz_evidence_is_list:
 * @self: the walk
 * @first: first line of a group
 * @end: one past its last line
 *
 * Returns: whether it has more lines than a headline, or several with numbers
 */
gboolean
fz_evidence_is_list (const FzWalk *self,
                     guint         first,
                     guint         end)
{
  guint numbered = 0;

  for (guint i = first; i < end; i++)
    numbered += (fz_walk_line (self, i)->marks & FZ_MARK_NUMBERED) != 0;

  return end - first > HEADLINE_LINES || (numbered > 2 && numbered * 2 > end - first);
}
