/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observations.h"

#include "fz-cues.h"
#include "fz-observed-near.h"
#include "fz-observed-page.h"
#include "fz-observed-run.h"
#include "fz-observed-sorts.h"
#include "fz-observed-words.h"
#include "fz-stop.h"

/* Looks at a line and around it, for the weights of fz-role-weights.c.
 *
 * Each observation is cheap, and looks no further than the run of short lines
 * that the line stands in and the running text below that.  Here stands in which
 * order the lines of a page are looked at. */

enum {
  FEW_CHARS = 30,  /* of a line that is no paragraph */
  NAME_CHARS = 6,
  OFFICE_CHARS = 20,  /* of who one is, and the name */
  BRIEFS_CHARS = 10,
};

G_STATIC_ASSERT (FZ_N_OBSERVATIONS <= G_MAXUINT16);

static const char * const names[] = {
#define NAME(name) #name,
  FZ_OBSERVATIONS (NAME)
#undef NAME
};

static gboolean
has_seen (const FzObserved *observed, FzObservation seen)
{
  for (guint i = 0; i < observed->n; i++)
    if (observed->seen[i] == seen)
      return TRUE;

  return FALSE;
}

static gboolean
names_item (const FzObserved *observed)
{
  for (guint i = 0; i < observed->n; i++)
    if (observed->seen[i] == FZ_SEEN_ITEM || observed->seen[i] == FZ_SEEN_ITEM_END)
      return TRUE;

  return FALSE;
}

/* What a short line by itself and the text above it tell together. */
static void
look_at_both (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i), *above = fz_observer_before (self, i);

  if (!fz_line_is_text (above))
    return;
  fz_see_if (observed, (line->marks & FZ_MARK_BRACKETED) != 0, FZ_SEEN_BRACKET_BELOW_TEXT);
  if (line->chars > FEW_CHARS || !(above->marks & FZ_MARK_ENDS_STOP))
    return;
  fz_see_if (observed, line->chars <= NAME_CHARS && has_seen (observed, FZ_SEEN_SPACED_TWO), FZ_SEEN_SPACED_TWO_BELOW_TEXT);
  fz_see_if (observed, line->chars <= OFFICE_CHARS && !(line->marks & FZ_MARK_ENDS_STOP) && has_seen (observed, FZ_SEEN_SIGNED), FZ_SEEN_SIGNED_BELOW_TEXT);
  if (!fz_observer_finds_little (self, line))
    return;
  fz_see_if (observed, has_seen (observed, FZ_SEEN_SCENE), FZ_SEEN_SCENE_IN_TEXT);
  fz_see_if (observed, has_seen (observed, FZ_SEEN_STILL), FZ_SEEN_STILL_IN_TEXT);
}

/* Running text that begins news. */
static void
look_at_news (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i);

  fz_see (observed, FZ_SEEN_NEWS_START);
  fz_see_if (observed, fz_line_is_text (fz_observer_before (self, i)), FZ_SEEN_NEWS_IN_TEXT);
  fz_see_if (observed, fz_observer_finds_little (self, line), FZ_SEEN_NEWS_LITTLE);
  fz_see_if (observed, fz_cue_start (FZ_CUE_LIST_MARK, line->text) > 0, FZ_SEEN_NEWS_LISTED);
}

/* 市内快讯 heads all that stands below, up to the next headline above a dateline or byline. */
static void
remember_briefs (FzObserver *self, const FzObserved *observed)
{
  const FzLine *behind = fz_observer_at (self, self->run_end);

  if (fz_observer_at (self, self->run_end - 1)->chars <= BRIEFS_CHARS && has_seen (observed, FZ_SEEN_COLUMN_WORD))
    self->briefs = TRUE;
  else if (behind != NULL && fz_line_is_opening (behind))
    self->briefs = FALSE;
}

/* Keeps what the lines below want to know of the running text above them. */
static void
remember (FzObserver *self, const FzLine *line, const FzObserved *observed)
{
  if (fz_line_is_short (line))
    self->item = names_item (observed);
  if (fz_line_is_opening (line))
    {
      self->opened = TRUE;
      self->since = 0;
    }
  if (fz_line_is_text (line))
    {
      self->text_above++;
      self->text_seen = TRUE;
      self->turned = (line->marks & FZ_MARK_ENDS_TURN) != 0;
    }
  else if (!fz_line_is_short (line))
    self->text_above = self->chars_above = 0;
  if (fz_line_is_text (line))
    self->chars_above += line->chars;
  if (line->marks & FZ_MARK_NUMBERED)
    self->number = fz_page_number (line);
  if (self->run_end == 0 || !fz_line_is_short (line))
    return;
  if (line == fz_observer_at (self, self->run_end - 1))
    {
      self->text_above = self->chars_above = 0;
      remember_briefs (self, observed);
      self->last_title = fz_observer_at (self, self->run_title);
      if (fz_observer_at (self, self->run_end) != NULL && fz_line_is_opening (fz_observer_at (self, self->run_end)))
        self->story = self->last_title;
      self->last_line = fz_observer_at (self, self->run_first);
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

      if (fz_line_is_text (line) && fz_line_is_text (above))
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
  *self = (FzObserver) { .lines = lines, .places = places, .names_place = g_new0 (guint8, lines->lines->len) };
  self->text_gap = usual_text_gap (lines);
  fz_page_survey (self);
}

/* Each line of the page in its turn. */
static void
observer_look (FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i);

  observed->n = 0;
  fz_see (observed, FZ_SEEN_ALWAYS);
  fz_see_if (observed, i == 0, FZ_SEEN_PAGE_TOP);
  fz_near_look (self, i, observed);
  fz_words_look (self, line, observed);
  fz_see_if (observed, self->hashes, FZ_SEEN_PAGE_OF_HASHES);
  if (fz_line_is_short (line))
    fz_run_look (self, i, observed);
  else if (line->kind == FZ_KIND_TEXT && fz_words_begin_news (self, line))
    look_at_news (self, i, observed);
  look_at_both (self, i, observed);
  fz_see_if (observed, self->item && !fz_line_is_short (line), FZ_SEEN_IN_ITEM);
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
