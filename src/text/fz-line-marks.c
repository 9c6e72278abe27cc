/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lines.h"

#include "fz-cues.h"
#include "fz-stop.h"
#include "fz-vectors.h"

/* What can be seen of a line by reading it once from its start on. */

enum {
  MEDIUM_CHARS = 30,
  LONG_CHARS = 45,
  VERY_LONG_CHARS = 100,
  TINY_CHARS = 8,
  STEP = 32,  /* characters that are looked at together */
};

G_STATIC_ASSERT ((int) STEP < FZ_LINES_SLACK);

/* What has been seen of a line from its start on. */
typedef struct {
  guint    chars, width;
  guint    of_class[FZ_N_CHAR_CLASSES];
  guint    periods, enumerations;       /* 。 and 、 */
  int      lowest;                      /* depth */
  guint    behind;                      /* the last character that is no basic Han one */
  gunichar last;                        /* which it is; of a space what stands before it */
  gboolean halves;
} Scan;

static gboolean
is_wide (gunichar c)
{
  return c >= 0x2014;
}

/* Half-width marks between Han characters were printed full width. */
static inline gboolean
is_printed_wide (gunichar    c,
                 FzCharClass class,
                 gunichar    before)
{
  return is_wide (c) || (class >= FZ_CHAR_STOP && class <= FZ_CHAR_CLOSE && is_wide (before));
}

/* How many quotes and brackets are open. */
static inline int
depth (const Scan *scan)
{
  return (int) (scan->of_class[FZ_CHAR_OPEN] - scan->of_class[FZ_CHAR_CLOSE]);
}

/* The character at @i of the line, which is no basic Han one. */
static inline void
scan_char (Scan           *scan,
           const gunichar *points,
           guint           i,
           guint           n)
{
  gunichar c = points[i], before = scan->behind == i ? scan->last : points[i - 1];
  FzCharClass class = fz_char_class (c);

  scan->of_class[class]++;
  scan->width += is_printed_wide (c, class, before);
  scan->behind = i + 1;
  scan->last = class == FZ_CHAR_SPACE ? before : c;
  scan->periods += c == 0x3002;
  scan->enumerations += c == 0x3001;
  if (class == FZ_CHAR_SPACE)
    scan->halves |= i >= 2 && i + 1 < n && is_wide (before) && is_wide (points[i + 1]) && fz_char_class (points[i + 1]) != FZ_CHAR_SPACE;
  else if (class == FZ_CHAR_CLOSE)
    scan->lowest = MIN (scan->lowest, depth (scan));
}

/* Which characters of a step are no basic Han ones, a bit for each. */
FZ_VECTORS static guint32
find_others (const gunichar *points)
{
  guint8 others[STEP];

  for (guint i = 0; i < STEP; i++)
    others[i] = !fz_char_is_basic_han (points[i]);

  return fz_flags_to_bits (others);
}

static guint
count_classes (const Scan  *scan,
               FzCharClass  first,
               FzCharClass  last)
{
  guint n = 0;

  for (guint class = first; class <= last; class++)
    n += scan->of_class[class];

  return n;
}

static void
scan_points (Scan           *scan,
             const gunichar *points,
             guint           n)
{
  guint n_others;

  for (guint from = 0; from < n; from += STEP)
    for (guint32 others = find_others (points + from) & fz_bits_below (n - from); others != 0; others &= others - 1)
      scan_char (scan, points, from + (guint) __builtin_ctz (others), n);
  n_others = count_classes (scan, FZ_CHAR_OTHER, FZ_CHAR_POINT);
  scan->chars = n;
  scan->width += n + (n - n_others);
  scan->of_class[FZ_CHAR_HAN] += n - n_others;
}

/* The three bytes from @n on as one number, with a zero before them. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define LANE(n) (n) + 2, (n) + 1, (n), 16
#else
#define LANE(n) 16, (n), (n) + 1, (n) + 2
#endif

typedef guint8 Bytes __attribute__ ((vector_size (16)));
typedef guint32 Codes __attribute__ ((vector_size (16)));

/* Reads the characters of three bytes that stand at @p, up to four; sixteen bytes are
 * looked at.
 *
 * Returns: how many there are */
static inline guint
take_threes (const char *p,
             gunichar   *points)
{
  Bytes bytes;
  Codes threes, codes, others;
  guint64 halves[2];
  guint n = 0;

  memcpy (&bytes, p, sizeof bytes);
  threes = (Codes) __builtin_shufflevector (bytes, (Bytes) { 0 }, LANE (0), LANE (3), LANE (6), LANE (9));
  codes = (threes >> 4 & 0xF000) | (threes >> 2 & 0xFC0) | (threes & 0x3F);
  memcpy (points, &codes, sizeof codes);
  others = (threes & 0xF00000) ^ 0xE00000;
  memcpy (halves, &others, sizeof halves);
  if ((halves[0] | halves[1]) == 0)
    return 4;
  while (others[n] == 0)
    n++;

  return n;
}

/* Writes the characters from @p to @end or a little further. */
FZ_VECTORS static const char *
read_points (const char *p,
             const char *end,
             gunichar  **points)
{
  gunichar *to = *points;

  while (p < end)
    {
      guint n = end - p >= (gssize) sizeof (Bytes) ? take_threes (p, to) : 0;

      p += 3 * n;
      to += n;
      if (n == 4)
        continue;
      do
        *to++ = fz_char_take (&p);
      while (p < end && (guchar) *p < 0xE0);
    }
  *points = to;

  return p;
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
  guint pauses = scan->of_class[FZ_CHAR_COMMA] - scan->enumerations;

  if (scan->periods + scan->of_class[FZ_CHAR_SEMI] > final_period)
    marks |= FZ_MARK_HOLDS_PERIOD;
  if (pauses > ((ends & FZ_MARK_ENDS_PAUSE) != 0))
    marks |= FZ_MARK_HOLDS_PAUSE;
  if (pauses > 1)
    marks |= FZ_MARK_HOLDS_PAUSES;
  if (scan->halves)
    marks |= FZ_MARK_HALVES;
  if (depth (scan) > 0)
    marks |= FZ_MARK_UNBALANCED;
  if (scan->lowest < 0)
    marks |= FZ_MARK_CLOSES;
  if (count_classes (scan, FZ_CHAR_HAN, FZ_CHAR_DIGIT) > 0)
    marks |= FZ_MARK_PRINTS;
  if (scan->chars > MEDIUM_CHARS)
    marks |= FZ_MARK_MEDIUM;
  if (scan->chars > LONG_CHARS)
    marks |= FZ_MARK_LONG;
  if (scan->chars > VERY_LONG_CHARS)
    marks |= FZ_MARK_VERY_LONG;
  if (scan->chars <= TINY_CHARS && count_classes (scan, FZ_CHAR_STOP, FZ_CHAR_POINT) == 0 && !scan->halves)
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
  gunichar *behind = points;

  do
    p = read_points (p, p + MIN (end - p, FZ_STOP_BYTES), &behind);
  while (p < end && !fz_stop_asked_after (FZ_STOP_BYTES));
  scan_points (&scan, points, (guint) (behind - points));

  line->chars = scan.chars;
  line->width = scan.width;
  line->marks |= scanned_marks (&scan, ending (line->text));
  if (is_bracketed (line->text))
    line->marks |= FZ_MARK_BRACKETED;
}
