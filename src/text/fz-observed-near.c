/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-near.h"

#include "fz-cues.h"
#include "fz-observed-sorts.h"
#include "fz-observed-words.h"

/* A line by itself, and beside the one above it and the one below it. */

enum {
  WIDE_BLANKS = 2,
  HEADLINE_CHARS = 34,
};

G_STATIC_ASSERT (FZ_SEEN_IS_NOTHING - FZ_SEEN_IS_TEXT == FZ_KIND_STUB + 1);

/* What is seen of a line by each of its marks; of the others nothing. */
#define BIT(mark) __builtin_ctz ((guint) FZ_MARK_##mark)

static const guint8 seen_by_mark[32] = {
  [BIT (ENDS_STOP)] = FZ_SEEN_ENDS_STOP,
  [BIT (ENDS_PERIOD)] = FZ_SEEN_ENDS_PERIOD,
  [BIT (ENDS_PAUSE)] = FZ_SEEN_ENDS_PAUSE,
  [BIT (ENDS_LIST)] = FZ_SEEN_ENDS_LIST,
  [BIT (ENDS_COLON)] = FZ_SEEN_ENDS_COLON,
  [BIT (ENDS_QUOTE)] = FZ_SEEN_ENDS_QUOTE,
  [BIT (ENDS_TURN)] = FZ_SEEN_ENDS_TURN,
  [BIT (HOLDS_PERIOD)] = FZ_SEEN_HOLDS_PERIOD,
  [BIT (HOLDS_PAUSE)] = FZ_SEEN_HOLDS_PAUSE,
  [BIT (HOLDS_PAUSES)] = FZ_SEEN_HOLDS_PAUSES,
  [BIT (HALVES)] = FZ_SEEN_HALVES,
  [BIT (UNBALANCED)] = FZ_SEEN_UNBALANCED,
  [BIT (CLOSES)] = FZ_SEEN_CLOSES,
  [BIT (BRACKETED)] = FZ_SEEN_BRACKETED,
  [BIT (HASH)] = FZ_SEEN_HASH,
  [BIT (SUBHASH)] = FZ_SEEN_SUBHASH,
  [BIT (NUMBERED)] = FZ_SEEN_NUMBERED,
  [BIT (INDENTED)] = FZ_SEEN_INDENTED,
  [BIT (FULL)] = FZ_SEEN_FULL,
  [BIT (COLUMN)] = FZ_SEEN_COLUMN,
  [BIT (RUNS_ON)] = FZ_SEEN_RUNS_ON,
  [BIT (RUNS_IN)] = FZ_SEEN_RUNS_IN,
  [BIT (NAMES)] = FZ_SEEN_NAMES,
  [BIT (DASHED)] = FZ_SEEN_DASHED,
  [BIT (PAGE_BREAK)] = FZ_SEEN_PAGE_BREAK,
};

G_STATIC_ASSERT (FZ_SEEN_ALWAYS == 0);

/* A line has as many characters at most. */
static const struct {
  guint         chars;
  FzObservation seen;
} lengths[] = {
  { 4, FZ_SEEN_CHARS_4 }, { 8, FZ_SEEN_CHARS_8 }, { 12, FZ_SEEN_CHARS_12 }, { 16, FZ_SEEN_CHARS_16 },
  { 22, FZ_SEEN_CHARS_22 }, { 30, FZ_SEEN_CHARS_30 }, { 45, FZ_SEEN_CHARS_45 }, { G_MAXUINT, FZ_SEEN_CHARS_MORE },
};

/* 0 none, 1 as usual on the page, 2 more, 3 wide; before the first line of the
 * page and behind the last one it is wide. */
static guint
gap_above (const FzObserver *self, const FzLine *line)
{
  guint usual = self->lines->usual_gap;

  if (line == NULL || line->number == 1 || (line->marks & FZ_MARK_PAGE_BREAK))
    return 3;
  if (line->blanks >= usual + WIDE_BLANKS)
    return 3;
  if (line->blanks > usual)
    return 2;

  return line->blanks == 0 ? 0 : 1;
}

static gboolean
is_apart (const FzObserver *self, const FzLine *line)
{
  return line == NULL || line->blanks > self->text_gap || (line->marks & FZ_MARK_PAGE_BREAK);
}

static void
look_at_gaps (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *next = fz_observer_at (self, i + 1);
  guint above = gap_above (self, line);

  if (fz_line_is_short (line))
    fz_see (observed, FZ_SEEN_GAPS_NONE_NONE + above * 4 + gap_above (self, next));
  else
    fz_see (observed, FZ_SEEN_GAP_NONE + above);
  fz_see_if (observed, is_apart (self, line), fz_line_is_short (line) ? FZ_SEEN_APART_SHORT : FZ_SEEN_APART);
  fz_see_if (observed, is_apart (self, next), fz_line_is_short (line) ? FZ_SEEN_APART_BELOW : FZ_SEEN_TEXT_APART_BELOW);
}

static void
look_at_neighbours (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *above = fz_observer_before (self, i);

  fz_see (observed, FZ_SEEN_IS_TEXT + line->kind);
  fz_see (observed, FZ_SEEN_ABOVE_TEXT + fz_observer_kind (above));
  fz_see (observed, FZ_SEEN_BELOW_TEXT + fz_observer_kind (fz_observer_at (self, i + 1)));
  if (above == NULL)
    return;
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_STOP) != 0, FZ_SEEN_ABOVE_STOPS);
  fz_see_if (observed, fz_line_is_text (above) && !(above->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST)), FZ_SEEN_ABOVE_BREAKS_OFF);
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_TURN) != 0, FZ_SEEN_ABOVE_TURNS);
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_COLON) != 0, FZ_SEEN_ABOVE_COLON);
  fz_see_if (observed, (above->marks & FZ_MARK_NUMBERED) != 0, FZ_SEEN_ABOVE_NUMBERED);
  fz_see_if (observed, (above->marks & FZ_MARK_TINY) != 0, FZ_SEEN_ABOVE_BANNER);
}

/* Whether the line above @line is the last one of its paragraph, or no text. */
static gboolean
is_fresh (const FzLine *above)
{
  if (above == NULL || !fz_line_is_text (above))
    return TRUE;
  if ((above->marks & FZ_MARK_COLUMN) && above->flush)
    return FALSE;

  return (above->marks & FZ_MARK_ENDS_STOP) != 0;
}

static gboolean
is_continuation (const FzLine *line)
{
  return line->kind == FZ_KIND_CONTINUED || (line->kind == FZ_KIND_JUMP && fz_cue_within (FZ_CUE_CONTINUED, line->text));
}

static gboolean
is_caption_in_break (const FzLine *line, const FzLine *above)
{
  return line->chars <= HEADLINE_CHARS && (line->marks & FZ_MARK_ENDS_PERIOD) && !(line->marks & FZ_MARK_HOLDS_PERIOD) &&
         fz_line_is_text (above) && !(above->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST));
}

/* Below the end of a paragraph a line that ends without a mark may be a
 * headline, though its width or words make it look like text. */
static void
look_at_freshness (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *next = fz_observer_at (self, i + 1);
  const FzLineMarks ends = FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PAUSE | FZ_MARK_ENDS_LIST | FZ_MARK_HOLDS_PERIOD;
  gboolean fresh = is_fresh (fz_observer_before (self, i));
  gboolean open = fresh && line->chars <= HEADLINE_CHARS && !(line->marks & ends);

  fz_see_if (observed, fresh, FZ_SEEN_FRESH);
  fz_see_if (observed, fresh && self->indents && !(line->marks & FZ_MARK_INDENTED), FZ_SEEN_FRESH_UNINDENTED);
  fz_see_if (observed, open, FZ_SEEN_FRESH_OPEN);
  fz_see_if (observed, open && next != NULL && (next->marks & FZ_MARK_INDENTED), FZ_SEEN_FRESH_OPEN_TO_INDENTED);
  fz_see_if (observed, open && is_apart (self, line), FZ_SEEN_FRESH_OPEN_GAP);
  fz_see_if (observed, (line->marks & (FZ_MARK_COLUMN | FZ_MARK_FULL | FZ_MARK_ENDS_STOP)) == FZ_MARK_COLUMN, FZ_SEEN_SHORT_OF_COLUMN);
  fz_see_if (observed, is_continuation (line) && !fz_line_is_short (fz_observer_before (self, i)), FZ_SEEN_CONTINUES_BARE);
  fz_see_if (observed, is_caption_in_break (line, fz_observer_before (self, i)), FZ_SEEN_SENTENCE_IN_BREAK);
  fz_see_if (observed, fz_observer_finds_little (self, line), is_apart (self, line) ? FZ_SEEN_LITTLE_TEXT_APART : FZ_SEEN_LITTLE_TEXT);
  fz_see_if (observed, fz_line_is_text (line) && fz_cue_start (FZ_CUE_LIST_MARK, line->text) > 0, FZ_SEEN_LISTED);
  fz_see_if (observed, fz_line_is_text (line) && fz_text_first (line->text) == 0x3010, FZ_SEEN_LISTED_BRACKET);
}

static void
look_at_marks (const FzLine *line, FzObserved *observed)
{
  guint i = 0;

  while (line->chars > lengths[i].chars)
    i++;
  fz_see (observed, lengths[i].seen);
  for (guint rest = line->marks; rest != 0; rest &= rest - 1)
    {
      guint seen = seen_by_mark[__builtin_ctz (rest)];

      fz_see_if (observed, seen != 0, seen);
    }
  fz_see_if (observed, (line->flags & FZ_BLOCK_FLAG_REPEATED) != 0, FZ_SEEN_REPEATED);
}

/**
 * fz_near_look:
 * @self: an observer
 * @i: which line of its page, from 0
 * @observed: what is seen of it so far
 *
 * Adds what the line is, its marks and its length, and what the lines that touch it
 * and the gaps to them tell.
 */
void
fz_near_look (const FzObserver *self, guint i, FzObserved *observed)
{
  look_at_neighbours (self, i, observed);
  look_at_gaps (self, i, observed);
  look_at_freshness (self, i, observed);
  look_at_marks (fz_observer_at (self, i), observed);
}
