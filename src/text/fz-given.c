/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-given.h"

/* What the reader said, put on the lines of a page and on its articles.
 *
 * Starts weigh more than all evidence while the labels of the lines are weighed,
 * so that the lines around them become what they then are.  A join is made
 * behind that: the whole article that was found at its line becomes a part of
 * the one before, and its headline a heading.  Roles come last: they say what a
 * line is and not where an article begins, so that none moves by them. */

/* No evidence comes near it: a line has some dozens of weights of a hundred. */
#define OUTWEIGHS 1000000

typedef void (*LineFunc) (FzLine *line, const FzCorrection *correction);

/* Index of the first line with print that is @number or below it. */
static guint
find_line (const FzLines *lines,
           guint          number)
{
  guint low = 0, high = lines->lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fz_lines_at (lines, middle)->number < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
mark (FzLine             *line,
      const FzCorrection *correction)
{
  if (correction->kind == FZ_CORRECTION_ROLE)
    line->said = (guint8) (fz_role_from_name (correction->value) + 1);
  else
    line->given = correction->kind == FZ_CORRECTION_START ? FZ_GIVEN_START : FZ_GIVEN_JOIN;
}

/* A start or a join without print on its line means the next line that has. */
static void
mark_lines (FzLines            *lines,
            const FzCorrection *correction)
{
  guint first = find_line (lines, correction->first_line);
  guint end = correction->kind == FZ_CORRECTION_ROLE ? find_line (lines, correction->last_line + 1) : first + 1;

  for (guint i = first; i < MIN (end, lines->lines->len); i++)
    {
      mark (fz_lines_at (lines, i), correction);
      lines->given = TRUE;
    }
}

/**
 * fz_given_mark:
 * @lines: the lines of a page, their kinds known
 * @corrections: (nullable) (element-type FzCorrection): what the reader said
 *
 * Marks the lines of which the reader said that an article begins there, or
 * that none does, or what they are.
 */
void
fz_given_mark (FzLines         *lines,
               const GPtrArray *corrections)
{
  const guint kinds = 1u << FZ_CORRECTION_START | 1u << FZ_CORRECTION_JOIN | 1u << FZ_CORRECTION_ROLE;

  for (guint i = 0; corrections != NULL && i < MIN (corrections->len, FZ_CORRECTIONS_MAX); i++)
    {
      const FzCorrection *correction = g_ptr_array_index (corrections, i);

      if ((kinds & (1u << correction->kind)) && fz_correction_check (correction, NULL))
        mark_lines (lines, correction);
    }
}

static gboolean
is_headline (FzRole role)
{
  return role == FZ_ROLE_TITLE || role == FZ_ROLE_KICKER || role == FZ_ROLE_SUBTITLE;
}

/**
 * fz_given_price:
 * @i: index of a line
 * @label: what it may be
 * @lines: the lines of a page, marked
 *
 * An #FzLabelPrice.  A sentence that an article is to begin with is no headline of it.
 *
 * Returns: what speaks against @label by the word of the reader
 */
int
fz_given_price (guint    i,
                FzLabel  label,
                gpointer lines)
{
  const FzLine *line = fz_lines_at (lines, i);

  if (line->given != FZ_GIVEN_START)
    return 0;
  if (fz_label_phase (label) != FZ_PHASE_OPENS)
    return -OUTWEIGHS;
  return (line->marks & FZ_MARK_ENDS_PERIOD) != 0 && is_headline (fz_label_role (label)) ? -OUTWEIGHS / 2 : 0;
}

/* An article that has a headline has no second one. */
static void
join_articles (FzLines *lines)
{
  gboolean article = FALSE, titled = FALSE, joined = FALSE;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      if (line->opens && line->given == FZ_GIVEN_JOIN && article)
        {
          line->opens = FALSE;
          joined = titled;
        }
      else if (line->opens)
        {
          article = TRUE;
          titled = joined = FALSE;
        }
      if (joined && is_headline (line->role))
        line->role = FZ_ROLE_HEADING;
      titled = titled || line->role == FZ_ROLE_TITLE;
    }
}

/* A line that the reader calls body text is joined to its neighbours like any
 * other, whatever its shape, and what is in an article is no head of a page. */
static void
settle_role (FzLine *line)
{
  line->role = (guint8) (line->said - 1);
  if (line->role == FZ_ROLE_NOISE || line->role == FZ_ROLE_MASTHEAD)
    return;
  line->outside = FALSE;
  if (line->role == FZ_ROLE_BODY && line->kind != FZ_KIND_LEAD && line->kind != FZ_KIND_CONTINUED)
    line->kind = FZ_KIND_TEXT;
  else if (line->kind == FZ_KIND_MASTHEAD)
    line->kind = FZ_KIND_HEAD;
}

/**
 * fz_given_settle:
 * @lines: the lines of a page, their roles known
 *
 * Puts what the reader said of lines over what was found.
 */
void
fz_given_settle (FzLines *lines)
{
  join_articles (lines);
  for (guint i = 0; i < lines->lines->len; i++)
    if (fz_lines_at (lines, i)->said > 0)
      settle_role (fz_lines_at (lines, i));
}

static void
set_authors (FzArticle  *article,
             const char *value)
{
  g_autoptr (GPtrArray) authors = value != NULL ? fz_correction_read_authors (value) : NULL;

  g_ptr_array_set_size (article->authors, 0);
  while (authors != NULL && authors->len > 0)
    g_ptr_array_add (article->authors, g_ptr_array_steal_index (authors, 0));
}

/* The region of an article is for who reads its facts. */
static void
correct_article (const FzPage       *page,
                 const FzCorrection *correction)
{
  FzArticle *article = g_ptr_array_index (page->articles, fz_articles_find_line (page->articles, correction->first_line));

  if (correction->kind == FZ_CORRECTION_TITLE)
    g_set_str (&article->title, correction->value);
  else if (correction->kind == FZ_CORRECTION_KICKER)
    g_set_str (&article->kicker, correction->value);
  else if (correction->kind == FZ_CORRECTION_SUBTITLE)
    g_set_str (&article->subtitle, correction->value);
  else if (correction->kind == FZ_CORRECTION_AUTHORS)
    set_authors (article, correction->value);
}

/* The encoding has had its say when the bytes were read. */
static void
correct_page (FzPage             *page,
              const FzCorrection *correction)
{
  page->given |= 1u << correction->kind;
  if (correction->kind == FZ_CORRECTION_NEWSPAPER)
    g_set_str (&page->newspaper, correction->value);
  else if (correction->kind == FZ_CORRECTION_EDITION)
    g_set_str (&page->edition, correction->value);
  else if (correction->kind == FZ_CORRECTION_SECTION)
    g_set_str (&page->section, correction->value);
  else if (correction->kind == FZ_CORRECTION_DATE)
    {
      g_set_str (&page->date, correction->value);
      g_clear_pointer (&page->date_since, g_free);
      g_clear_pointer (&page->date_until, g_free);
      g_clear_pointer (&page->date_ground, g_free);
    }
}

/**
 * fz_given_head:
 * @page: a page, its articles cut and all that it says of itself read
 * @corrections: (nullable) (element-type FzCorrection): what the reader said
 *
 * Puts what the reader said of the page and of the heads of its articles over
 * what was read.
 */
void
fz_given_head (FzPage          *page,
               const GPtrArray *corrections)
{
  for (guint i = 0; corrections != NULL && i < MIN (corrections->len, FZ_CORRECTIONS_MAX); i++)
    {
      const FzCorrection *correction = g_ptr_array_index (corrections, i);

      if (!fz_correction_check (correction, NULL))
        continue;
      if (fz_correction_is_of_source (correction->kind))
        correct_page (page, correction);
      else
        correct_article (page, correction);
    }
}
