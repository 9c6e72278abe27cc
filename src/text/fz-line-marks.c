/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lines.h"

#include "fz-cues.h"
#include "fz-stop.h"

/* What can be seen of a line by reading it once from its start on. */

enum {
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

static inline gboolean
is_basic_han (gunichar c)
{
  return c - 0x4E00 <= 0x9FFF - 0x4E00;
}

/* Writes the characters of the basic Han block that stand at @p to @points, two at a
 * time, and moves both behind them. */
static inline void
take_basic_han (const char **p,
                const char  *end,
                gunichar   **points)
{
  for (; end - *p >= 6; *p += 6, *points += 2)
    {
      gunichar a = fz_char_of_three (*p), b = fz_char_of_three (*p + 3);

      (*points)[0] = a;
      (*points)[1] = b;
      if (!is_basic_han (a) || !is_basic_han (b))
        break;
    }
  if (end - *p >= 3 && is_basic_han (fz_char_of_three (*p)))
    {
      *(*points)++ = fz_char_of_three (*p);
      *p += 3;
    }
}

/* Most characters, behind another than a space, have a width and nothing else to
 * them. */
static void
take_run (Scan           *scan,
          const gunichar *run,
          const gunichar *end)
{
  guint n = (guint) (end - run);

  scan->chars += n;
  scan->prints += n;
  scan->width += 2 * n;
  if (n > 0)
    scan->last = end[-1];
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

/* Reads from @p to @end or a little further. */
static const char *
scan_part (Scan        *scan,
           const char  *p,
           const char  *end,
           gunichar   **points)
{
  while (p < end)
    {
      const gunichar *run = *points;

      if (!scan->spaced)
        take_basic_han (&p, end, points);
      take_run (scan, run, *points);
      if (p < end)
        scan_char (scan, *(*points)++ = fz_char_take (&p));
    }

  return p;
}

/**
 * fz_line_scan:
 * @line: a line, its text known
 * @points: (out caller-allocates): the code points of the text
 *
 * Counts the line's characters, measures it and marks what can be seen of it
 * alone.
 */
void
fz_line_scan (FzLine   *line,
              gunichar *points)
{
  Scan scan = { 0 };
  const char *p = line->text.start, *end = p + line->text.length;

  do
    p = scan_part (&scan, p, p + MIN (end - p, FZ_STOP_BYTES), &points);
  while (p < end && !fz_stop_asked_after (FZ_STOP_BYTES));

  line->chars = scan.chars;
  line->width = scan.width;
  line->marks |= scanned_marks (&scan, ending (line->text));
  if (is_bracketed (line->text))
    line->marks |= FZ_MARK_BRACKETED;
}
