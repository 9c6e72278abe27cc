/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lines.h"

#include <string.h>

#include "fz-cues.h"

/* Physical lines.
 *
 * In a file that has '\n' the lines are those that an editor shows and that
 * `wc -l` counts; other line ends in it are spaces.  In a file without a
 * single '\n' every other line end counts: CR, NEL, LS, PS and form feed.  A
 * form feed in a file with '\n' begins a page and no line.
 */

enum {
  MAX_GAP = 255,
  MEDIUM_CHARS = 30,
  LONG_CHARS = 45,
  VERY_LONG_CHARS = 100,
  TINY_CHARS = 8,
};

/* What has been seen of a line from its start on. */
typedef struct {
  guint    chars, width;
  guint    periods, pauses, marks, prints;
  int      depth, lowest;
  gunichar before_space;  /* the character before the last run of spaces */
  gunichar last;
  gboolean spaced;        /* the last character is a space */
  gboolean halves;
} Scan;

static gboolean
is_wide (gunichar c)
{
  return c >= 0x2014;
}

/* Half-width marks between Han characters were printed full width. */
static guint
printed_width (gunichar    c,
               FzCharClass class,
               gunichar    before)
{
  if (is_wide (c))
    return 2;
  if (class >= FZ_CHAR_STOP && class <= FZ_CHAR_CLOSE && is_wide (before))
    return 2;

  return 1;
}

static void
scan_mark (Scan        *scan,
           gunichar     c,
           FzCharClass  class)
{
  scan->marks += class >= FZ_CHAR_STOP;
  scan->periods += c == 0x3002 || c == 0xFF1B || c == ';';
  scan->pauses += class == FZ_CHAR_COMMA && c != 0x3001;
  scan->depth += (class == FZ_CHAR_OPEN) - (class == FZ_CHAR_CLOSE);
  scan->lowest = MIN (scan->lowest, scan->depth);
}

static void
scan_char (Scan     *scan,
           gunichar  c)
{
  FzCharClass class = fz_char_class (c);

  scan->chars++;
  scan->width += printed_width (c, class, scan->last);
  if (class == FZ_CHAR_SPACE)
    {
      if (!scan->spaced)
        scan->before_space = scan->last;
      scan->spaced = TRUE;
      return;
    }

  if (scan->spaced && scan->chars > 3 && is_wide (c) && is_wide (scan->before_space))
    scan->halves = TRUE;
  scan->spaced = FALSE;
  scan->last = c;
  if (class == FZ_CHAR_HAN || class == FZ_CHAR_LETTER || class == FZ_CHAR_DIGIT)
    scan->prints++;
  else
    scan_mark (scan, c, class);
}

/* Steps back over the closing marks at the end of @text. */
static FzText
before_closers (FzText text)
{
  while (text.length > 0 && fz_char_class (fz_text_last (text)) == FZ_CHAR_CLOSE)
    text.length = (gsize) (g_utf8_prev_char (text.start + text.length) - text.start);

  return text;
}

/* …也是唯一一家。（方既白）: the sentence ends before the bracket. */
static FzText
before_bracket (FzText text)
{
  const char *p = text.start + text.length;
  gunichar last = fz_text_last (text);
  guint n = 0;

  if (last != 0xFF09 && last != ')')
    return text;

  while (p > text.start && n++ < 40)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == 0xFF08 || c == '(')
        return fz_text_trim ((FzText) { text.start, (gsize) (p - text.start) });
    }

  return text;
}

static FzLineMarks
end_marks_of (FzText text)
{
  gunichar last = fz_text_last (text);

  switch (fz_char_class (last))
    {
    case FZ_CHAR_STOP:
      return FZ_MARK_ENDS_STOP | (last == 0x3002 ? FZ_MARK_ENDS_PERIOD : 0);
    case FZ_CHAR_COMMA:
      return FZ_MARK_ENDS_PAUSE;
    case FZ_CHAR_SEMI:
      return FZ_MARK_ENDS_LIST;
    case FZ_CHAR_COLON:
      return FZ_MARK_ENDS_LIST | FZ_MARK_ENDS_COLON;
    case FZ_CHAR_POINT:
      text.length--;
      return g_unichar_isalpha (fz_text_last (text)) ? FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PERIOD : 0;
    default:
      return 0;
    }
}

static FzLineMarks
ending (FzText text)
{
  FzText inner = before_closers (text);
  FzLineMarks marks;

  if (inner.length == text.length)
    return end_marks_of (text);

  marks = end_marks_of (inner) & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PERIOD);
  if (marks == 0)
    marks = end_marks_of (before_closers (before_bracket (text))) & (FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_PERIOD);

  return marks != 0 ? marks : FZ_MARK_ENDS_QUOTE;
}

static FzLineMarks
scanned_marks (const Scan  *scan,
               FzLineMarks  ends)
{
  FzLineMarks marks = ends;
  guint final_period = (ends & FZ_MARK_ENDS_PERIOD) != 0;

  if (scan->periods > final_period)
    marks |= FZ_MARK_HOLDS_PERIOD;
  if (scan->pauses > ((ends & FZ_MARK_ENDS_PAUSE) != 0))
    marks |= FZ_MARK_HOLDS_PAUSE;
  if (scan->pauses > 1)
    marks |= FZ_MARK_HOLDS_PAUSES;
  if (scan->halves)
    marks |= FZ_MARK_HALVES;
  if (scan->depth > 0)
    marks |= FZ_MARK_UNBALANCED;
  if (scan->lowest < 0)
    marks |= FZ_MARK_CLOSES;
  if (scan->prints > 0)
    marks |= FZ_MARK_PRINTS;
  if (scan->chars > MEDIUM_CHARS)
    marks |= FZ_MARK_MEDIUM;
  if (scan->chars > LONG_CHARS)
    marks |= FZ_MARK_LONG;
  if (scan->chars > VERY_LONG_CHARS)
    marks |= FZ_MARK_VERY_LONG;
  if (scan->chars <= TINY_CHARS && scan->marks == 0 && !scan->halves)
    marks |= FZ_MARK_TINY;

  return marks;
}

static gboolean
is_bracketed (FzText text)
{
  FzText inner = fz_text_bracket (text);

  return inner.start != NULL && text.length - inner.length <= 8 &&
         fz_char_class (fz_text_last (text)) == FZ_CHAR_CLOSE;
}

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

static void
read_line (FzLine *line,
           FzText  raw)
{
  Scan scan = { 0 };
  const char *end;

  line->text = fz_text_trim (raw);
  read_indent (line, raw.start);
  take_hashes (line);

  end = line->text.start + line->text.length;
  for (const char *p = line->text.start; p < end;)
    scan_char (&scan, fz_char_take (&p));

  line->chars = scan.chars;
  line->width = scan.width;
  line->marks |= scanned_marks (&scan, ending (line->text));
  if (is_bracketed (line->text))
    line->marks |= FZ_MARK_BRACKETED;
}

static void
split (FzLines    *self,
       const char *text,
       gsize       length)
{
  const char *end = text + length;
  guint number = 1, blanks = 0;

  for (const char *p = text; p < end; number++)
    {
      const char *line_end = memchr (p, '\n', (gsize) (end - p));
      FzText raw = { p, (gsize) ((line_end ? line_end : end) - p) };
      FzLine line = { .number = number, .next = FZ_LINE_NONE };

      p += raw.length + 1;
      if (fz_text_trim (raw).length == 0)
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
      read_line (&line, raw);
      g_array_append_val (self->lines, line);
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

  self->lines = g_array_new (FALSE, FALSE, sizeof (FzLine));
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
  g_free (self);
}

/**
 * fz_lines_at:
 * @self: lines
 * @index: which, from 0
 *
 * Returns: (transfer none): the line
 */
FzLine *
fz_lines_at (const FzLines *self,
             guint          index)
{
  return &g_array_index (self->lines, FzLine, index);
}
