/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observations.h"

#include "fz-cues.h"
#include "fz-observed-matter.h"
#include "fz-observed-shapes.h"
#include "fz-observed-words.h"
#include "fz-stop.h"

/* Looks at a line and around it, for the weights of fz-role-weights.c.
 *
 * Each observation is cheap, and looks no further than the run of short lines
 * that the line stands in and the running text below that; both are walked once
 * and kept, so that a page takes time linear in its length. */

enum {
  WIDE_BLANKS = 2,
  FEW_TEXTS = 3,
  HEADLINE_LINES = 4,
  MANY_LINES = 6,       /* of a poem or a list */
  HEADLINE_CHARS = 34,
  SHORT_CHARS = 8,
  MIDDLE_CHARS = 16,
  FEW_CHARS = 3,
  LITTLE_SHARE = 3,
  INDENTS_SHARE = 12,  /* one line of text in so many, where columns are narrow */
  LOOK_AHEAD = 400,    /* lines: what is longer is long */
};

G_STATIC_ASSERT (FZ_N_OBSERVATIONS <= G_MAXUINT16);
G_STATIC_ASSERT (FZ_SEEN_IS_NOTHING - FZ_SEEN_IS_TEXT == FZ_KIND_STUB + 1);

#define KIND_NOTHING (FZ_KIND_STUB + 1)

static const char * const names[] = {
#define NAME(name) #name,
  FZ_OBSERVATIONS (NAME)
#undef NAME
};

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

static const FzLine *
line_at (const FzObserver *self, guint i)
{
  return i < self->lines->lines->len ? fz_lines_at (self->lines, i) : NULL;
}

static const FzLine *
line_before (const FzObserver *self, guint i)
{
  return i > 0 ? fz_lines_at (self->lines, i - 1) : NULL;
}

static guint
kind_of (const FzLine *line)
{
  return line ? line->kind : (guint) KIND_NOTHING;
}

static gboolean
is_short (const FzLine *line)
{
  return line != NULL && line->kind == FZ_KIND_HEAD;
}

static gboolean
is_text (const FzLine *line)
{
  return line != NULL && (line->kind == FZ_KIND_TEXT || line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_CONTINUED);
}

/* What opens a story for sure. */
static gboolean
is_opening (const FzLine *line)
{
  return line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_BYLINE;
}

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
  const FzLine *line = line_at (self, i), *next = line_at (self, i + 1);
  guint above = gap_above (self, line);

  if (is_short (line))
    fz_see (observed, FZ_SEEN_GAPS_NONE_NONE + above * 4 + gap_above (self, next));
  else
    fz_see (observed, FZ_SEEN_GAP_NONE + above);
  fz_see_if (observed, is_apart (self, line), is_short (line) ? FZ_SEEN_APART_SHORT : FZ_SEEN_APART);
  fz_see_if (observed, is_apart (self, next), is_short (line) ? FZ_SEEN_APART_BELOW : FZ_SEEN_TEXT_APART_BELOW);
}

static void
look_at_neighbours (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = line_at (self, i), *above = line_before (self, i);

  fz_see (observed, FZ_SEEN_IS_TEXT + line->kind);
  fz_see (observed, FZ_SEEN_ABOVE_TEXT + kind_of (above));
  fz_see (observed, FZ_SEEN_BELOW_TEXT + kind_of (line_at (self, i + 1)));
  if (above == NULL)
    return;
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_STOP) != 0, FZ_SEEN_ABOVE_STOPS);
  fz_see_if (observed, is_text (above) && !(above->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST)), FZ_SEEN_ABOVE_BREAKS_OFF);
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_TURN) != 0, FZ_SEEN_ABOVE_TURNS);
  fz_see_if (observed, (above->marks & FZ_MARK_ENDS_COLON) != 0, FZ_SEEN_ABOVE_COLON);
  fz_see_if (observed, (above->marks & FZ_MARK_NUMBERED) != 0, FZ_SEEN_ABOVE_NUMBERED);
  fz_see_if (observed, (above->marks & FZ_MARK_TINY) != 0, FZ_SEEN_ABOVE_BANNER);
}

/* Whether the line above @line is the last one of its paragraph, or no text. */
static gboolean
is_fresh (const FzLine *above)
{
  if (above == NULL || !is_text (above))
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
         is_text (above) && !(above->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST));
}

static gboolean
is_little_text (const FzObserver *self, const FzLine *line)
{
  return is_text (line) && !(line->marks & FZ_MARK_COLUMN) && line->chars * LITTLE_SHARE <= self->text_chars;
}

/* Below the end of a paragraph a line that ends without a mark may be a
 * headline, though its width or words make it look like text. */
static void
look_at_freshness (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = line_at (self, i), *next = line_at (self, i + 1);
  const FzLineMarks ends = FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PAUSE | FZ_MARK_ENDS_LIST | FZ_MARK_HOLDS_PERIOD;
  gboolean fresh = is_fresh (line_before (self, i));
  gboolean open = fresh && line->chars <= HEADLINE_CHARS && !(line->marks & ends);

  fz_see_if (observed, fresh, FZ_SEEN_FRESH);
  fz_see_if (observed, fresh && self->indents && !(line->marks & FZ_MARK_INDENTED), FZ_SEEN_FRESH_UNINDENTED);
  fz_see_if (observed, open, FZ_SEEN_FRESH_OPEN);
  fz_see_if (observed, open && next != NULL && (next->marks & FZ_MARK_INDENTED), FZ_SEEN_FRESH_OPEN_TO_INDENTED);
  fz_see_if (observed, open && is_apart (self, line), FZ_SEEN_FRESH_OPEN_GAP);
  fz_see_if (observed, (line->marks & (FZ_MARK_COLUMN | FZ_MARK_FULL | FZ_MARK_ENDS_STOP)) == FZ_MARK_COLUMN, FZ_SEEN_SHORT_OF_COLUMN);
  fz_see_if (observed, is_continuation (line) && !is_short (line_before (self, i)), FZ_SEEN_CONTINUES_BARE);
  fz_see_if (observed, is_caption_in_break (line, line_before (self, i)), FZ_SEEN_SENTENCE_IN_BREAK);
  fz_see_if (observed, is_little_text (self, line), is_apart (self, line) ? FZ_SEEN_LITTLE_TEXT_APART : FZ_SEEN_LITTLE_TEXT);
  fz_see_if (observed, is_text (line) && fz_cue_start (FZ_CUE_LIST_MARK, line->text) > 0, FZ_SEEN_LISTED);
  fz_see_if (observed, is_text (line) && fz_text_first (line->text) == 0x3010, FZ_SEEN_LISTED_BRACKET);
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

/* The characters of the short line at @i, 0 where there is none or others beside it. */
static guint
chars_alone (const FzObserver *self, guint i)
{
  const FzLine *line = line_at (self, i);

  return is_short (line) && !is_short (line_at (self, i + 1)) ? line->chars : 0;
}

/* A long run is a poem or a list below its headline where a byline stands near its
 * beginning, else the headline is at its end. */
static guint
headline_start (const FzObserver *self)
{
  guint first = self->run_first, n = self->run_end - first;

  for (guint i = 1; i < MIN (n, HEADLINE_LINES); i++)
    if (n > HEADLINE_LINES && (line_at (self, first + i)->marks & FZ_MARK_NAMES))
      return first;

  return n > HEADLINE_LINES ? self->run_end - HEADLINE_LINES : first;
}

/* The run of short lines that @i stands in, and the text below it. */
static void
find_run (FzObserver *self, guint i)
{
  guint limit;

  if (i < self->run_end)
    return;
  self->run_first = i;
  for (self->run_end = i + 1; is_short (line_at (self, self->run_end)); self->run_end++)
    ;
  self->run_title = fz_headlines_choose (self->lines, headline_start (self), self->run_end, self->names_place);
  self->text_before = self->text_above;
  limit = self->run_end + LOOK_AHEAD;
  for (self->text_end = self->run_end; self->text_end < limit && is_text (line_at (self, self->text_end)); self->text_end++)
    ;
  self->next_alone = chars_alone (self, self->text_end);
  self->next_line = is_short (line_at (self, self->text_end)) ? line_at (self, self->text_end) : NULL;
  fz_matter_find (self);
}

static void
look_at_amounts (const FzObserver *self, FzObserved *observed)
{
  guint below = self->text_end - self->run_end, above = self->text_above;

  if (below > 0)
    fz_see (observed, below == 1 ? FZ_SEEN_TEXT_BELOW_1 : below <= FEW_TEXTS ? FZ_SEEN_TEXT_BELOW_3 : FZ_SEEN_TEXT_BELOW_MORE);
  if (above > 0)
    fz_see (observed, above == 1 ? FZ_SEEN_TEXT_ABOVE_1 : above <= FEW_TEXTS ? FZ_SEEN_TEXT_ABOVE_3 : FZ_SEEN_TEXT_ABOVE_MORE);
}

static gboolean
is_hash_below (const FzLine *line, const FzLine *above)
{
  return line != NULL && above != NULL && line->blanks == 0 && (line->marks & above->marks & FZ_MARK_HASH);
}

static void
look_at_place_in_run (const FzObserver *self, guint i, FzObserved *observed)
{
  guint n = self->run_end - self->run_first;
  const FzLine *line = line_at (self, i), *next = line_at (self, i + 1);

  fz_see (observed, n == 1 ? FZ_SEEN_RUN_ALONE : i == self->run_first ? FZ_SEEN_RUN_FIRST :
                 i + 1 == self->run_end ? FZ_SEEN_RUN_LAST : FZ_SEEN_RUN_MIDDLE);
  if (n > 1)
    fz_see (observed, n == 2 ? FZ_SEEN_RUN_OF_TWO : n == 3 ? FZ_SEEN_RUN_OF_THREE : FZ_SEEN_RUN_OF_MORE);
  fz_see_if (observed, n >= MANY_LINES, FZ_SEEN_RUN_OF_MANY);
  fz_see (observed, i == self->run_title ? FZ_SEEN_TITLE_BY_RULE : i < self->run_title ? FZ_SEEN_ABOVE_TITLE_BY_RULE : FZ_SEEN_BELOW_TITLE_BY_RULE);
  if (is_short (next))
    fz_see (observed, line->chars > next->chars ? FZ_SEEN_LONGER_THAN_NEXT : FZ_SEEN_SHORTER_THAN_NEXT);
  fz_see_if (observed, is_hash_below (line, line_before (self, i)), FZ_SEEN_HASH_BELOW_HASH);
  fz_see_if (observed, is_hash_below (next, line), FZ_SEEN_HASH_ABOVE_HASH);
}

/* Of two lines that stand together: which of them, and whether it would be the
 * title; and a line alone beside those before and behind it. */
static void
look_at_pair (const FzObserver *self, guint i, FzObserved *observed)
{
  guint n = self->run_end - self->run_first, chars = line_at (self, i)->chars;

  if (n == 2)
    fz_see (observed, (i == self->run_first ? FZ_SEEN_UPPER_TITLE : FZ_SEEN_LOWER_TITLE) + (i != self->run_title));
  fz_see_if (observed, n == 1 && chars == self->last_alone, FZ_SEEN_LIKE_LAST);
  fz_see_if (observed, n == 1 && chars == self->next_alone, FZ_SEEN_LIKE_NEXT);
}

static void
look_at_bare_run (const FzObserver *self, FzObserved *observed)
{
  if (!is_text (line_at (self, self->run_end)) || line_at (self, self->run_end)->kind != FZ_KIND_TEXT)
    return;
  fz_see (observed, FZ_SEEN_RUNS_0_1 + MIN (self->n_opening_runs, 2) * 2 + (self->n_bare_runs > 1));
}

/* What a run of short lines stands above: 0 text, 1 an opening, 2 the end of the
 * page or what is none of its stories, 3 anything else. */
static guint
sort_behind (const FzLine *behind)
{
  if (behind == NULL || behind->kind == FZ_KIND_NOISE || behind->kind == FZ_KIND_MASTHEAD)
    return 2;
  if (is_opening (behind))
    return 1;

  return behind->kind == FZ_KIND_TEXT ? 0 : 3;
}

/* What two things tell together: 8 characters above running text may be a
 * heading, at the end of the page they are none. */
static void
look_at_shape (const FzObserver *self, guint i, FzObserved *observed, gboolean place)
{
  const FzLine *line = line_at (self, i);
  guint length = line->chars <= SHORT_CHARS ? 0 : line->chars <= MIDDLE_CHARS ? 1 : 2;
  guint position = self->run_end - self->run_first == 1 ? 0 : i == self->run_first ? 1 : i + 1 < self->run_end ? 2 : 3;

  fz_see (observed, FZ_SEEN_SHAPE_8_TEXT + length * 4 + sort_behind (line_at (self, self->run_end)));
  fz_see (observed, FZ_SEEN_ALONE_PLACE + position * 2 + !place);
  fz_see (observed, self->opened ? FZ_SEEN_SINCE_1 + MIN (self->since, 2) : FZ_SEEN_SINCE_NONE);
}

/* A short line beside those of the same rank: headings of one story are made alike. */
static void
look_at_likeness (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = line_at (self, i), *above = line_before (self, i), *next = line_at (self, i + 1);
  gboolean turns = self->text_end > self->run_end && (line_at (self, self->text_end - 1)->marks & FZ_MARK_ENDS_TURN);

  fz_see_if (observed, is_short (next) && next->chars == line->chars, FZ_SEEN_EQUAL_TO_NEXT);
  fz_see_if (observed, is_short (above) && above->chars == line->chars, FZ_SEEN_EQUAL_TO_ABOVE);
  fz_see_if (observed, i == self->run_first && fz_shapes_parallel (self, line, self->last_line), FZ_SEEN_PARALLEL_LAST);
  fz_see_if (observed, i == self->run_first && fz_shapes_parallel (self, line, self->next_line), FZ_SEEN_PARALLEL_NEXT);
  fz_see_if (observed, !self->text_seen, FZ_SEEN_TOP_RUN);
  fz_see_if (observed, turns, FZ_SEEN_TEXT_TURNS);
  if (self->title_chars > 0)
    {
      fz_see_if (observed, line->chars + FEW_CHARS >= self->title_chars, FZ_SEEN_LIKE_TITLES);
      fz_see_if (observed, line->chars * 5 <= self->title_chars * 3, FZ_SEEN_UNLIKE_TITLES);
    }
}

static void
look_at_run (FzObserver *self, guint i, FzObserved *observed)
{
  gboolean place = self->names_place[i];

  find_run (self, i);
  fz_see (observed, FZ_SEEN_BEFORE_TEXT + kind_of (line_before (self, self->run_first)));
  fz_see (observed, FZ_SEEN_BEHIND_TEXT + kind_of (line_at (self, self->run_end)));
  look_at_place_in_run (self, i, observed);
  look_at_amounts (self, observed);
  fz_matter_look (self, line_at (self, i), observed);
  look_at_pair (self, i, observed);
  fz_see (observed, place ? FZ_SEEN_NAMES_PLACE : FZ_SEEN_NAMES_NO_PLACE);
  fz_see_if (observed, fz_words_begin_news (self, line_at (self, self->run_end)), FZ_SEEN_NEWS_BELOW);
  look_at_shape (self, i, observed, place);
  look_at_bare_run (self, observed);
  fz_see_if (observed, self->turned, FZ_SEEN_TURNED);
  look_at_likeness (self, i, observed);
}

static void
look_at_page (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  fz_see_if (observed, self->hashes, FZ_SEEN_PAGE_OF_HASHES);
  if (is_short (line))
    fz_see (observed, self->n_leads > 0 ? FZ_SEEN_PAGE_OF_LEADS : self->n_bylines > 0 ? FZ_SEEN_PAGE_OF_BYLINES : FZ_SEEN_PAGE_OF_NEITHER);
}

static gboolean
names_item (const FzObserved *observed)
{
  for (guint i = 0; i < observed->n; i++)
    if (observed->seen[i] == FZ_SEEN_ITEM || observed->seen[i] == FZ_SEEN_ITEM_END)
      return TRUE;

  return FALSE;
}

/* Keeps what the lines below want to know of the running text above them. */
static void
remember (FzObserver *self, const FzLine *line, const FzObserved *observed)
{
  if (is_short (line))
    self->item = names_item (observed);
  if (is_opening (line))
    {
      self->opened = TRUE;
      self->since = 0;
    }
  if (is_text (line))
    {
      self->text_above++;
      self->text_seen = TRUE;
      self->turned = (line->marks & FZ_MARK_ENDS_TURN) != 0;
    }
  else if (!is_short (line))
    self->text_above = 0;
  if (self->run_end == 0 || !is_short (line))
    return;
  if (line == line_at (self, self->run_end - 1))
    {
      self->text_above = 0;
      self->last_line = line_at (self, self->run_first);
      self->last_alone = self->run_end - self->run_first == 1 ? line->chars : 0;
      self->turned = FALSE;
      self->since++;
    }
}

/* The blank lines that most often stand between two lines of running text. */
static guint
usual_text_gap (const FzLines *lines)
{
  guint counts[8] = { 0 }, best = 0;

  for (guint i = 1; i < lines->lines->len; i++)
    {
      const FzLine *line = fz_lines_at (lines, i), *above = fz_lines_at (lines, i - 1);

      if (is_text (line) && is_text (above))
        counts[MIN (line->blanks, G_N_ELEMENTS (counts) - 1)]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return counts[best] > 0 ? best : lines->usual_gap;
}

/* Begins to look at a page, from its first line on. */
static void
observer_init (FzObserver *self, const FzLines *lines, const FzPlaces *places)
{
  guint indented = 0, texts = 0, titles = 0;
  gsize chars = 0;

  *self = (FzObserver) { .lines = lines, .places = places, .names_place = g_new0 (guint8, lines->lines->len) };
  self->text_gap = usual_text_gap (lines);
  for (guint i = 0; i < lines->lines->len && !fz_stop_asked_after (fz_lines_at (lines, i)->text.length); i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      self->names_place[i] = is_short (line) && fz_headlines_name_place (line->text, places);
      self->n_leads += line->kind == FZ_KIND_LEAD;
      self->n_bylines += line->kind == FZ_KIND_BYLINE;
      indented += line->kind == FZ_KIND_TEXT && (line->marks & FZ_MARK_INDENTED);
      texts += line->kind == FZ_KIND_TEXT;
      chars += line->kind == FZ_KIND_TEXT ? line->chars : 0;
      self->n_opening_runs += is_short (line_before (self, i)) && is_opening (line);
      titles += is_short (line_before (self, i)) && is_opening (line) ? line_before (self, i)->chars : 0;
      self->n_bare_runs += is_short (line_before (self, i)) && line->kind == FZ_KIND_TEXT;
      self->hashes = self->hashes || (line->marks & FZ_MARK_HASH);
    }
  self->title_chars = self->n_opening_runs > 0 ? titles / self->n_opening_runs : 0;
  self->text_chars = texts > 0 ? (guint) (chars / texts) : 0;
  self->indents = indented > 1 && indented * INDENTS_SHARE >= texts;
}

/* Each line of the page in its turn. */
static void
observer_look (FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = line_at (self, i);

  observed->n = 0;
  fz_see (observed, FZ_SEEN_ALWAYS);
  fz_see_if (observed, i == 0, FZ_SEEN_PAGE_TOP);
  look_at_neighbours (self, i, observed);
  look_at_gaps (self, i, observed);
  look_at_freshness (self, i, observed);
  look_at_marks (line, observed);
  fz_words_look (self, line, observed);
  look_at_page (self, line, observed);
  if (is_short (line))
    look_at_run (self, i, observed);
  else
    fz_see_if (observed, line->kind == FZ_KIND_TEXT && fz_words_begin_news (self, line), FZ_SEEN_NEWS_START);
  fz_see_if (observed, self->item && !is_short (line), FZ_SEEN_IN_ITEM);
  remember (self, line, observed);
}

/**
 * fz_observe:
 * @lines: the lines of a page, their kinds known
 * @places: who knows the regions
 *
 * Looks at a whole page.
 *
 * Returns: (transfer full) (array): what is seen of each line, nothing of those that
 *   are left where it is asked to stop
 */
FzObserved *
fz_observe (const FzLines *lines, const FzPlaces *places)
{
  FzObserved *observed = g_new0 (FzObserved, lines->lines->len);
  FzObserver observer;

  observer_init (&observer, lines, places);
  for (guint i = 0; i < lines->lines->len && !fz_stop_asked_after (fz_lines_at (lines, i)->text.length); i++)
    observer_look (&observer, i, &observed[i]);
  g_free (observer.names_place);

  return observed;
}

/**
 * fz_observation_name:
 * @observation: an observation
 *
 * Returns: (transfer none): what the table of weights calls it
 */
const char *
fz_observation_name (FzObservation observation)
{
  return names[observation];
}
