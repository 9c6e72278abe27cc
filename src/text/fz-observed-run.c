/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-run.h"

#include "fz-cues.h"
#include "fz-observed-matter.h"
#include "fz-observed-page.h"
#include "fz-observed-shapes.h"
#include "fz-observed-sorts.h"
#include "fz-observed-words.h"

/* A short line among those that touch it, and beside the text around them.
 *
 * The run of short lines and the running text below it are walked once and kept in
 * the observer, so that a page takes time linear in its length. */

enum {
  FEW_TEXTS = 3,
  HEADLINE_LINES = 4,
  MANY_LINES = 6,       /* of a poem or a list */
  SHORT_CHARS = 8,
  MIDDLE_CHARS = 16,
  FEW_CHARS = 3,
  NAME_CHARS = 6,
  LOOK_AHEAD = 400,    /* lines: what is longer is long */
};

/* The characters of the short line at @i, 0 where there is none or others beside it. */
static guint
chars_alone (const FzObserver *self, guint i)
{
  const FzLine *line = fz_observer_at (self, i);

  return fz_line_is_short (line) && !fz_line_is_short (fz_observer_at (self, i + 1)) ? line->chars : 0;
}

/* A long run is a poem or a list below its headline where a byline stands near its
 * beginning, else the headline is at its end. */
static guint
headline_start (const FzObserver *self)
{
  guint first = self->run_first, n = self->run_end - first;

  for (guint i = 1; i < MIN (n, HEADLINE_LINES); i++)
    if (n > HEADLINE_LINES && (fz_observer_at (self, first + i)->marks & FZ_MARK_NAMES))
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
  self->run_first = self->run_end = i;
  self->run_hashes = FALSE;
  for (; fz_line_is_short (fz_observer_at (self, self->run_end)); self->run_end++)
    self->run_hashes = self->run_hashes || (fz_observer_at (self, self->run_end)->marks & FZ_MARK_HASH);
  self->run_title = fz_headlines_choose (self->lines, headline_start (self), self->run_end, self->names_place);
  self->text_before = self->text_above;
  limit = self->run_end + LOOK_AHEAD;
  self->chars_below = 0;
  for (self->text_end = self->run_end; self->text_end < limit && fz_line_is_text (fz_observer_at (self, self->text_end)); self->text_end++)
    self->chars_below += fz_observer_at (self, self->text_end)->chars;
  self->next_alone = chars_alone (self, self->text_end);
  self->next_line = fz_line_is_short (fz_observer_at (self, self->text_end)) ? fz_observer_at (self, self->text_end) : NULL;
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

/* How much the running text says, in whatever lines. */
static guint
sort_chars (guint chars)
{
  return chars <= 60 ? 0 : chars <= 150 ? 1 : chars <= 400 ? 2 : 3;
}

/* What the text above the run ends with and the one below begins with. */
static void
look_at_text_around (const FzObserver *self, FzObserved *observed)
{
  const FzLine *before = fz_observer_before (self, self->run_first), *behind = fz_observer_at (self, self->run_end);
  gunichar first = behind != NULL ? fz_text_first (behind->text) : 0;

  if (self->text_before > 0)
    {
      fz_see (observed, FZ_SEEN_SAID_60 + sort_chars (self->chars_above));
      fz_see_if (observed, self->n_turns > 1 && !self->turned, FZ_SEEN_UNTURNED);
    }
  fz_see_if (observed, fz_line_is_text (before) && !(before->marks & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST)), FZ_SEEN_RUN_IN_BREAK);
  if (!fz_line_is_text (behind))
    return;
  fz_see (observed, FZ_SEEN_SAYS_60 + sort_chars (self->chars_below));
  fz_see_if (observed, first == 0x201C || first == 0x300C || first == '"', FZ_SEEN_SPEECH_BELOW);
  fz_see_if (observed, fz_cue_start (FZ_CUE_LINK, behind->text) > 0, FZ_SEEN_LINK_BELOW);
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
  const FzLine *line = fz_observer_at (self, i), *next = fz_observer_at (self, i + 1);

  fz_see (observed, n == 1 ? FZ_SEEN_RUN_ALONE : i == self->run_first ? FZ_SEEN_RUN_FIRST :
                 i + 1 == self->run_end ? FZ_SEEN_RUN_LAST : FZ_SEEN_RUN_MIDDLE);
  if (n > 1)
    fz_see (observed, n == 2 ? FZ_SEEN_RUN_OF_TWO : n == 3 ? FZ_SEEN_RUN_OF_THREE : FZ_SEEN_RUN_OF_MORE);
  fz_see_if (observed, n >= MANY_LINES, FZ_SEEN_RUN_OF_MANY);
  fz_see (observed, i == self->run_title ? FZ_SEEN_TITLE_BY_RULE : i < self->run_title ? FZ_SEEN_ABOVE_TITLE_BY_RULE : FZ_SEEN_BELOW_TITLE_BY_RULE);
  if (fz_line_is_short (next))
    fz_see (observed, line->chars > next->chars ? FZ_SEEN_LONGER_THAN_NEXT : FZ_SEEN_SHORTER_THAN_NEXT);
  fz_see_if (observed, is_hash_below (line, fz_observer_before (self, i)), FZ_SEEN_HASH_BELOW_HASH);
  fz_see_if (observed, is_hash_below (next, line), FZ_SEEN_HASH_ABOVE_HASH);
}

/* Of two lines that stand together: which of them, and whether it would be the
 * title; and a line alone beside those before and behind it. */
static void
look_at_pair (const FzObserver *self, guint i, FzObserved *observed)
{
  guint n = self->run_end - self->run_first, chars = fz_observer_at (self, i)->chars;

  if (n == 2)
    fz_see (observed, (i == self->run_first ? FZ_SEEN_UPPER_TITLE : FZ_SEEN_LOWER_TITLE) + (i != self->run_title));
  fz_see_if (observed, n == 1 && chars == self->last_alone, FZ_SEEN_LIKE_LAST);
  fz_see_if (observed, n == 1 && chars == self->next_alone, FZ_SEEN_LIKE_NEXT);
}

static void
look_at_bare_run (const FzObserver *self, FzObserved *observed)
{
  if (!fz_line_is_text (fz_observer_at (self, self->run_end)) || fz_observer_at (self, self->run_end)->kind != FZ_KIND_TEXT)
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
  if (fz_line_is_opening (behind))
    return 1;

  return behind->kind == FZ_KIND_TEXT ? 0 : 3;
}

/* What two things tell together: 8 characters above running text may be a
 * heading, at the end of the page they are none. */
static void
look_at_shape (const FzObserver *self, guint i, FzObserved *observed, gboolean place)
{
  const FzLine *line = fz_observer_at (self, i);
  guint length = line->chars <= SHORT_CHARS ? 0 : line->chars <= MIDDLE_CHARS ? 1 : 2;
  guint position = self->run_end - self->run_first == 1 ? 0 : i == self->run_first ? 1 : i + 1 < self->run_end ? 2 : 3;

  fz_see (observed, FZ_SEEN_SHAPE_8_TEXT + length * 4 + sort_behind (fz_observer_at (self, self->run_end)));
  fz_see (observed, FZ_SEEN_ALONE_PLACE + position * 2 + !place);
  fz_see (observed, self->opened ? FZ_SEEN_SINCE_1 + MIN (self->since, 2) : FZ_SEEN_SINCE_NONE);
}

/* A short line beside those of the same rank: headings of one story are made alike. */
static void
look_at_likeness (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *above = fz_observer_before (self, i), *next = fz_observer_at (self, i + 1);
  gboolean turns = self->text_end > self->run_end && (fz_observer_at (self, self->text_end - 1)->marks & FZ_MARK_ENDS_TURN);

  fz_see_if (observed, fz_line_is_short (next) && next->chars == line->chars, FZ_SEEN_EQUAL_TO_NEXT);
  fz_see_if (observed, fz_line_is_short (above) && above->chars == line->chars, FZ_SEEN_EQUAL_TO_ABOVE);
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

/* What the run and the line tell together. */
static void
look_at_both (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *behind = fz_observer_at (self, self->run_end);
  const FzLine *before = fz_observer_before (self, self->run_first);
  guint n = self->run_end - self->run_first;

  fz_see_if (observed, n == 2 && behind != NULL && behind->kind == FZ_KIND_TEXT, FZ_SEEN_TWO_ABOVE_TEXT);
  fz_see_if (observed, n == 2 && line->chars * 5 <= self->title_chars * 3, FZ_SEEN_TWO_UNLIKE_TITLES);
  fz_see_if (observed, n > 3 && !self->opened, FZ_SEEN_MANY_AT_TOP);
  if (i != self->run_first)
    return;
  fz_see_if (observed, line->chars <= NAME_CHARS && before != NULL && (before->kind == FZ_KIND_PICTURE || before->kind == FZ_KIND_CREDIT), FZ_SEEN_NAME_OF_PICTURE);
  if (before == NULL || before->kind == FZ_KIND_MASTHEAD || before->kind == FZ_KIND_NOISE)
    fz_see (observed, line->chars <= NAME_CHARS ? FZ_SEEN_LABEL_OF_PAGE : FZ_SEEN_HEADLINE_OF_PAGE);
}

/**
 * fz_run_look:
 * @self: an observer
 * @i: a short line of its page, from 0
 * @observed: what is seen of it so far
 *
 * Adds what the run that the line stands in tells, and the text around that run.
 */
void
fz_run_look (FzObserver *self, guint i, FzObserved *observed)
{
  gboolean place = self->names_place[i];

  find_run (self, i);
  fz_see (observed, FZ_SEEN_BEFORE_TEXT + fz_observer_kind (fz_observer_before (self, self->run_first)));
  fz_see (observed, FZ_SEEN_BEHIND_TEXT + fz_observer_kind (fz_observer_at (self, self->run_end)));
  look_at_place_in_run (self, i, observed);
  look_at_amounts (self, observed);
  look_at_text_around (self, observed);
  fz_matter_look (self, fz_observer_at (self, i), observed);
  look_at_pair (self, i, observed);
  fz_see (observed, place ? FZ_SEEN_NAMES_PLACE : FZ_SEEN_NAMES_NO_PLACE);
  fz_see_if (observed, fz_words_begin_news (self, fz_observer_at (self, self->run_end)), FZ_SEEN_NEWS_BELOW);
  look_at_shape (self, i, observed, place);
  look_at_bare_run (self, observed);
  fz_see_if (observed, self->turned, FZ_SEEN_TURNED);
  look_at_likeness (self, i, observed);
  look_at_both (self, i, observed);
  fz_page_look (self, i, observed);
}
