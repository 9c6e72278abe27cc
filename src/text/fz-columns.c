/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-columns.h"

/* Columns of wrapped lines.
 *
 * A page keeps either a paragraph on each line, with blank lines between, or
 * the column as it was printed: lines of 10 to 45 ems of nearly one width.  A
 * run of lines without a blank one between is a column where a good share of
 * them have the same width and are cut out of running text, which shows by the
 * commas inside them; a list of headlines has one width too, but no commas.
 *
 * Widths are in half ems.  Marks that may not start a line hang out or are
 * taken over, and the digits of a scan are narrower or wider than in print:
 * what is within three ems of the column fills it.
 */

enum {
  MIN_WIDTH = 20,
  MAX_WIDTH = 96,
  SPREAD = 4,        /* widths that count as one */
  TOLERANCE = 6,     /* what a full line may fall short of the column */
  MIN_LINES = 4,
};

typedef struct {
  guint first, end;  /* lines of the run, the second not included */
  guint width;       /* of its column, 0 where it is none */
} Run;

/* An indented line ends where the others do. */
static guint
extent (const FzLine *line)
{
  return line->width + line->indent;
}

/* The width that most lines of the run have, counted over a small spread; of
 * equals the widest. */
static guint
commonest_width (const FzLines *lines,
                 const Run     *run,
                 guint         *n_near)
{
  guint counts[MAX_WIDTH + 1] = { 0 };
  guint best = 0;

  *n_near = 0;
  for (guint i = run->first; i < run->end; i++)
    if (extent (fz_lines_at (lines, i)) <= MAX_WIDTH)
      counts[extent (fz_lines_at (lines, i))]++;

  for (guint width = MIN_WIDTH; width <= MAX_WIDTH; width++)
    {
      guint n = 0;

      for (guint w = width - SPREAD; w <= width; w++)
        n += counts[w];
      if (counts[width] > 0 && n >= *n_near)
        {
          *n_near = n;
          best = width;
        }
    }

  return best;
}

static gboolean
is_cut_from_text (const FzLine *line)
{
  return (line->marks & (FZ_MARK_HOLDS_PAUSE | FZ_MARK_HOLDS_PERIOD | FZ_MARK_ENDS_PAUSE | FZ_MARK_UNBALANCED)) != 0;
}

static gboolean
is_column (const FzLines *lines,
           const Run     *run,
           guint          width,
           guint          n_near)
{
  guint n = run->end - run->first, near = 0, cut = 0, longer = 0;

  if (n_near < MIN_LINES || n_near * 5 < n * 2)
    return FALSE;

  for (guint i = run->first; i < run->end; i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      longer += extent (line) > width + TOLERANCE;
      if (extent (line) > width || extent (line) + SPREAD < width)
        continue;
      near++;
      cut += is_cut_from_text (line);
    }

  return cut * 5 >= near * 2 && longer * 5 <= n;
}

static void
measure (const FzLines *lines,
         Run           *run)
{
  guint n_near, width;

  run->width = 0;
  if (run->end - run->first < MIN_LINES)
    return;
  width = commonest_width (lines, run, &n_near);
  run->width = is_column (lines, run, width, n_near) ? width : 0;
}

static void
mark_run (FzLines   *lines,
          const Run *run)
{
  if (run->width == 0)
    return;

  for (guint i = run->first; i < run->end; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      line->marks |= FZ_MARK_COLUMN;
      if (extent (line) + TOLERANCE >= run->width)
        line->marks |= FZ_MARK_FULL;
      line->flush = extent (line) + 2 >= run->width;
    }
}

/* The next run of lines without a blank one between. */
static Run
next_run (const FzLines *lines,
          guint          first)
{
  Run run = { first, first + 1, 0 };

  while (run.end < lines->lines->len && fz_lines_at (lines, run.end)->blanks == 0)
    run.end++;

  return run;
}

/* Paragraphs are set in by one to four ems; more is a centred line. */
static void
mark_indents (FzLines *lines)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);

      if (line->indent >= 2 && line->indent <= 8)
        line->marks |= FZ_MARK_INDENTED;
    }
}

/**
 * fz_columns_mark:
 * @lines: the lines of a page
 *
 * Marks the lines that stand in a column, fill it or are set in.  A run that
 * is too short to tell its width is measured by the page's.
 */
void
fz_columns_mark (FzLines *lines)
{
  Run page = { 0, lines->lines->len, 0 };

  mark_indents (lines);
  measure (lines, &page);
  for (guint i = 0; i < lines->lines->len;)
    {
      Run run = next_run (lines, i);

      measure (lines, &run);
      if (run.width == 0 && run.end - run.first > 1)
        run.width = page.width;
      mark_run (lines, &run);
      i = run.end;
    }
}
