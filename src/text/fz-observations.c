/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observations.h"

#include "fz-observed-near.h"
#include "fz-observed-run.h"
#include "fz-observed-sorts.h"
#include "fz-observed-words.h"
#include "fz-stop.h"

/* Looks at a line and around it, for the weights of fz-role-weights.c.
 *
 * Each observation is cheap, and looks no further than the run of short lines
 * that the line stands in and the running text below that.  Here stands what is
 * known of the whole page, and in which order its lines are looked at. */

enum {
  INDENTS_SHARE = 12,  /* one line of text in so many, where columns are narrow */
};

G_STATIC_ASSERT (FZ_N_OBSERVATIONS <= G_MAXUINT16);

static const char * const names[] = {
#define NAME(name) #name,
  FZ_OBSERVATIONS (NAME)
#undef NAME
};

static void
look_at_page (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  fz_see_if (observed, self->hashes, FZ_SEEN_PAGE_OF_HASHES);
  if (fz_line_is_short (line))
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
    self->text_above = 0;
  if (self->run_end == 0 || !fz_line_is_short (line))
    return;
  if (line == fz_observer_at (self, self->run_end - 1))
    {
      self->text_above = 0;
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
  guint indented = 0, texts = 0, titles = 0;
  gsize chars = 0;

  *self = (FzObserver) { .lines = lines, .places = places, .names_place = g_new0 (guint8, lines->lines->len) };
  self->text_gap = usual_text_gap (lines);
  for (guint i = 0; i < lines->lines->len && !fz_stop_asked_after (fz_lines_at (lines, i)->text.length); i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      self->names_place[i] = fz_line_is_short (line) && fz_headlines_name_place (line->text, places);
      self->n_leads += line->kind == FZ_KIND_LEAD;
      self->n_bylines += line->kind == FZ_KIND_BYLINE;
      indented += line->kind == FZ_KIND_TEXT && (line->marks & FZ_MARK_INDENTED);
      texts += line->kind == FZ_KIND_TEXT;
      chars += line->kind == FZ_KIND_TEXT ? line->chars : 0;
      self->n_opening_runs += fz_line_is_short (fz_observer_before (self, i)) && fz_line_is_opening (line);
      titles += fz_line_is_short (fz_observer_before (self, i)) && fz_line_is_opening (line) ? fz_observer_before (self, i)->chars : 0;
      self->n_bare_runs += fz_line_is_short (fz_observer_before (self, i)) && line->kind == FZ_KIND_TEXT;
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
  const FzLine *line = fz_observer_at (self, i);

  observed->n = 0;
  fz_see (observed, FZ_SEEN_ALWAYS);
  fz_see_if (observed, i == 0, FZ_SEEN_PAGE_TOP);
  fz_near_look (self, i, observed);
  fz_words_look (self, line, observed);
  look_at_page (self, line, observed);
  if (fz_line_is_short (line))
    fz_run_look (self, i, observed);
  else
    fz_see_if (observed, line->kind == FZ_KIND_TEXT && fz_words_begin_news (self, line), FZ_SEEN_NEWS_START);
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
