/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-page.h"

#include "fz-observed-sorts.h"
#include "fz-observed-words.h"
#include "fz-stop.h"

/* What a page has of lines that are told for sure, and how others look beside it.
 *
 * A short line above a dateline or byline is a headline.  How a page sets those, it
 * sets its other headlines too, and its headings otherwise. */

enum {
  INDENTS_SHARE = 12,  /* one line of text in so many, where columns are narrow */
  FURTHER_IN = 6,      /* half ems, where paragraphs are set in by four */
};

/* What is added up over the lines of a page. */
typedef struct {
  guint    indented, texts;
  gsize    chars;        /* of running text */
  gsize    title_chars;
} Survey;

/* Of the run of short lines that ends above the line at @i, an opening or other text. */
static void
survey_run_above (FzObserver *self, const FzLine *line, const FzLine *above, Survey *survey)
{
  self->n_bare_runs += line->kind == FZ_KIND_TEXT;
  if (!fz_line_is_opening (line))
    return;
  self->n_opening_runs++;
  survey->title_chars += above->chars;
}

static void
survey_line (FzObserver *self, guint i, Survey *survey)
{
  const FzLine *line = fz_observer_at (self, i), *above = fz_observer_before (self, i);

  self->names_place[i] = fz_line_is_short (line) && fz_headlines_name_place (line->text, self->places);
  self->n_leads += line->kind == FZ_KIND_LEAD;
  self->n_bylines += line->kind == FZ_KIND_BYLINE;
  self->n_turns += (line->marks & FZ_MARK_ENDS_TURN) != 0;
  self->hashes = self->hashes || (line->marks & FZ_MARK_HASH);
  if (line->kind == FZ_KIND_TEXT)
    {
      survey->indented += (line->marks & FZ_MARK_INDENTED) != 0;
      survey->texts++;
      survey->chars += line->chars;
    }
  if (fz_line_is_short (above) && !fz_line_is_short (line))
    survey_run_above (self, line, above, survey);
}

/**
 * fz_page_survey:
 * @self: an observer of a page, nothing of it known yet
 *
 * Finds what the lines of the page are all together.
 */
void
fz_page_survey (FzObserver *self)
{
  Survey survey = { 0 };

  for (guint i = 0; i < self->lines->lines->len && !fz_stop_asked_after (fz_observer_at (self, i)->text.length); i++)
    survey_line (self, i, &survey);
  self->title_chars = self->n_opening_runs > 0 ? (guint) (survey.title_chars / self->n_opening_runs) : 0;
  self->text_chars = survey.texts > 0 ? (guint) (survey.chars / survey.texts) : 0;
  self->indents = survey.indented > 1 && survey.indented * INDENTS_SHARE >= survey.texts;
}

/**
 * fz_page_number:
 * @line: a line that begins with a number or mark
 *
 * Returns: the number, if it is below ten and of one character, as in 三、 （三） 3. C;
 *   0 for others and for marks
 */
guint
fz_page_number (const FzLine *line)
{
  static const char digits[] = "一二三四五六七八九";
  const char *p = line->text.start;
  gunichar c = fz_char_take (&p);
  const char *at;

  if (c == 0xFF08 || c == '(')
    c = fz_char_take (&p);
  if (c >= '1' && c <= '9')
    return g_ascii_isdigit (*p) ? 0 : c - '0';
  if (c >= 'A' && c <= 'I')
    return c - 'A' + 1;
  at = g_utf8_strchr (digits, -1, c);

  return at != NULL ? (guint) (at - digits) / 3 + 1 : 0;
}

static void
look_at_number (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  guint number = line->marks & FZ_MARK_NUMBERED ? fz_page_number (line) : 0;

  if (number == 0)
    return;
  fz_see_if (observed, number == 1, FZ_SEEN_NUMBER_FIRST);
  fz_see_if (observed, number == self->number + 1 && number > 1, FZ_SEEN_NUMBER_NEXT);
}

/**
 * fz_page_look:
 * @self: an observer that has found the run of short lines that @i stands in
 * @i: a short line of its page, from 0
 * @observed: what is seen of it so far
 *
 * Adds how the line looks beside what the page has elsewhere.
 */
void
fz_page_look (const FzObserver *self, guint i, FzObserved *observed)
{
  const FzLine *line = fz_observer_at (self, i);

  fz_see (observed, self->n_leads > 0 ? FZ_SEEN_PAGE_OF_LEADS : self->n_bylines > 0 ? FZ_SEEN_PAGE_OF_BYLINES : FZ_SEEN_PAGE_OF_NEITHER);
  if (self->hashes && !(line->marks & (FZ_MARK_HASH | FZ_MARK_SUBHASH)))
    {
      fz_see (observed, FZ_SEEN_UNHASHED);
      fz_see (observed, self->run_hashes ? FZ_SEEN_RUN_HASHED : FZ_SEEN_RUN_UNHASHED);
    }
  fz_see_if (observed, self->briefs, FZ_SEEN_IN_BRIEFS);
  fz_see_if (observed, line->indent >= FURTHER_IN, FZ_SEEN_FURTHER_IN);
  look_at_number (self, line, observed);
}
