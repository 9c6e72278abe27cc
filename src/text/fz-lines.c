/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lines.h"

#include <string.h>

#include "fz-cues.h"
#include "fz-stop.h"

/* Physical lines.
 *
 * In a file that has '\n' the lines are those that an editor shows and that
 * `wc -l` counts; other line ends in it are spaces.  In a file without a
 * single '\n' every other line end counts: CR, NEL, LS, PS and form feed.  A
 * form feed in a file with '\n' begins a page and no line.
 */

enum {
  MAX_GAP = 255,
  USUAL_BYTES = 128,  /* of a line, for which room is made beforehand */
};

/* Takes the `# ` marks of a page that was saved as Markdown off the text. */
static void
take_hashes (FzLine *line)
{
  while (line->hashes < 6 && line->hashes < line->text.length && line->text.start[line->hashes] == '#')
    line->hashes++;
  if (line->hashes < line->text.length && line->text.start[line->hashes] != ' ')
    line->hashes = 0;
  line->text = fz_text_trim (fz_text_from (line->text, line->hashes));
}

static void
read_indent (FzLine     *line,
             const char *start)
{
  guint indent = 0;

  for (const char *p = start; p < line->text.start && indent < MAX_GAP; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\f')
        line->marks |= FZ_MARK_PAGE_BREAK;
      indent += c == 0x3000 ? 2 : c == '\t' ? 4 : 1;
    }
  line->indent = (guint8) MIN (indent, MAX_GAP);
}

/* @start is where the line begins, @text what stands on it. */
static void
read_line (FzLine     *line,
           const char *start,
           FzText      text,
           gunichar   *points)
{
  line->text = text;
  read_indent (line, start);
  take_hashes (line);

  fz_line_scan (line, points + line->first);
}

static void
split (FzLines    *self,
       const char *text,
       gsize       length)
{
  const char *end = text + length;
  guint number = 1, blanks = 0, n_points = 0;

  for (const char *p = text; p < end; number++)
    {
      const char *line_end = memchr (p, '\n', (gsize) (end - p));
      FzText raw = { p, (gsize) ((line_end ? line_end : end) - p) }, trimmed = fz_text_trim (raw);
      FzLine line = { .number = number, .first = n_points, .next = FZ_LINE_NONE };

      p += raw.length + 1;
      if (trimmed.length == 0)
        {
          blanks++;
          continue;
        }
      if (self->lines->len >= FZ_LINES_MAX)
        {
          self->hostile = TRUE;
          return;
        }
      line.blanks = (guint8) MIN (blanks, MAX_GAP);
      blanks = 0;
      read_line (&line, raw.start, trimmed, self->points);
      n_points += line.chars;
      g_array_append_val (self->lines, line);
      if (fz_stop_asked_after (raw.length))
        return;
    }
}

static void
mark_gaps (FzLines *self)
{
  guint counts[4] = { 0 };

  for (guint i = 1; i < self->lines->len; i++)
    counts[MIN (fz_lines_at (self, i)->blanks, 3)]++;
  for (guint gap = 1; gap < G_N_ELEMENTS (counts); gap++)
    if (counts[gap] > counts[self->usual_gap])
      self->usual_gap = gap;

  for (guint i = 1; i < self->lines->len; i++)
    {
      FzLine *line = fz_lines_at (self, i);

      if (line->blanks > self->usual_gap)
        line->marks |= FZ_MARK_GAP;
      if (line->blanks > self->usual_gap + 1)
        line->marks |= FZ_MARK_WIDE_GAP;
    }
}

static void
mark_hashes (FzLines *self)
{
  guint highest = G_MAXUINT;

  for (guint i = 0; i < self->lines->len; i++)
    if (fz_lines_at (self, i)->hashes > 0)
      highest = MIN (highest, fz_lines_at (self, i)->hashes);

  for (guint i = 0; i < self->lines->len; i++)
    {
      FzLine *line = fz_lines_at (self, i);

      if (line->hashes > 0)
        line->marks |= line->hashes == highest ? FZ_MARK_HASH : FZ_MARK_SUBHASH;
    }
}

/**
 * fz_lines_new:
 * @text: UTF-8, lines ended by '\n', that outlives the lines
 * @length: its bytes
 *
 * Returns: (transfer full): the lines on which something is printed, with what
 *   can be seen of each alone
 */
FzLines *
fz_lines_new (const char *text,
              gsize       length)
{
  FzLines *self = g_new0 (FzLines, 1);

  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (FzLine), (guint) (length / USUAL_BYTES) + 1);
  self->points = g_new (gunichar, length + FZ_LINES_SLACK);
  split (self, text, length);
  mark_gaps (self);
  mark_hashes (self);

  return self;
}

/**
 * fz_lines_free:
 * @self: (transfer full): lines
 */
void
fz_lines_free (FzLines *self)
{
  g_array_unref (self->lines);
  g_free (self->points);
  g_free (self);
}
