/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-segments.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Characters, words and sentences of a paragraph, by ICU: its dictionary knows the
 * words of Chinese, and a sentence takes its closing quotes with it. */

static const UBreakIteratorType types[] = {
  [FZ_SEGMENT_CHARACTER] = UBRK_CHARACTER,
  [FZ_SEGMENT_WORD] = UBRK_WORD,
  [FZ_SEGMENT_SENTENCE] = UBRK_SENTENCE,
};

typedef struct {
  UText          *text;
  UBreakIterator *breaks; /* NULL where ICU has no data for it */
} Walker;

static void
walker_start (Walker *self, FzSegmentKind kind, const char *text, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;

  self->text = utext_openUTF8 (NULL, text, length, &status);
  self->breaks = ubrk_open (types[kind], "zh", NULL, 0, &status);
  ubrk_setUText (self->breaks, self->text, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->breaks, ubrk_close);
}

static void
walker_end (Walker *self)
{
  g_clear_pointer (&self->breaks, ubrk_close);
  g_clear_pointer (&self->text, utext_close);
}

static gsize
or_else (int32_t found, gsize other)
{
  return found == UBRK_DONE ? other : (gsize) found;
}

/* ICU counts an opening quote among what closes a sentence; it opens the next. */
static gsize
before_opening (FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  static const char * const opening[] = { "“", "‘", "《", "〈", "「", "『", "（", "【", "(" };

  if (kind != FZ_SEGMENT_SENTENCE || byte >= length)
    return byte;
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      gsize size = strlen (opening[i]);

      if (byte >= size && memcmp (text + byte - size, opening[i], size) == 0)
        return before_opening (kind, text, length, byte - size);
    }
  return byte;
}

/* The first boundary behind @byte. */
static gsize
boundary_behind (Walker *self, FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize at = or_else (ubrk_following (self->breaks, byte), length);
  gsize meant = before_opening (kind, text, length, at);

  if (meant > byte || at >= length)
    return meant;
  return before_opening (kind, text, length, or_else (ubrk_next (self->breaks), length));
}

/* The last boundary before @byte. */
static gsize
boundary_before (Walker *self, FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize at = ubrk_isBoundary (self->breaks, byte) ? byte : or_else (ubrk_following (self->breaks, byte), length);
  gsize meant = before_opening (kind, text, length, at);

  return meant < byte ? meant : before_opening (kind, text, length, or_else (ubrk_preceding (self->breaks, byte), 0));
}

/**
 * fz_segment_start:
 * @text: (array length=length): UTF-8 of a paragraph
 * @byte: where a character starts
 *
 * Returns: where the segment starts that holds it
 */
gsize
fz_segment_start (FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize next = byte < length ? (gsize) (g_utf8_next_char (text + byte) - text) : length;
  Walker walker;

  walker_start (&walker, kind, text, length);
  if (walker.breaks != NULL)
    byte = boundary_before (&walker, kind, text, length, next);
  walker_end (&walker);
  return byte;
}

/**
 * fz_segment_end:
 * @text: (array length=length): UTF-8 of a paragraph
 * @byte: where a character starts
 *
 * Returns: where the segment ends that holds it
 */
gsize
fz_segment_end (FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize end = length;
  Walker walker;

  walker_start (&walker, kind, text, length);
  if (walker.breaks != NULL)
    end = boundary_behind (&walker, kind, text, length, byte);
  walker_end (&walker);
  return end;
}

/* Whether what ends at a boundary is a word: neither space nor mark. */
static gboolean
is_meant (const Walker *self, FzSegmentKind kind)
{
  return kind != FZ_SEGMENT_WORD || ubrk_getRuleStatus (self->breaks) >= UBRK_WORD_NONE_LIMIT;
}

/**
 * fz_segment_next:
 * @text: (array length=length): UTF-8 of a paragraph
 * @byte: a place in it
 *
 * Returns: the end of the next segment behind it, where spaces and marks are no words;
 *   @length where there is none
 */
gsize
fz_segment_next (FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize at = length;
  Walker walker;

  walker_start (&walker, kind, text, length);
  if (walker.breaks != NULL)
    {
      at = boundary_behind (&walker, kind, text, length, byte);
      while (at < length && !is_meant (&walker, kind))
        at = or_else (ubrk_next (walker.breaks), length);
    }
  walker_end (&walker);
  return at;
}

/**
 * fz_segment_back:
 * @text: (array length=length): UTF-8 of a paragraph
 * @byte: a place in it
 *
 * Returns: the start of the last segment before it, where spaces and marks are no words;
 *   0 where there is none
 */
gsize
fz_segment_back (FzSegmentKind kind, const char *text, gsize length, gsize byte)
{
  gsize at = 0;
  Walker walker;

  walker_start (&walker, kind, text, length);
  if (walker.breaks != NULL)
    for (at = boundary_before (&walker, kind, text, length, byte); at > 0;
         at = or_else (ubrk_preceding (walker.breaks, at), 0))
      {
        ubrk_following (walker.breaks, at);
        if (is_meant (&walker, kind))
          break;
      }
  walker_end (&walker);
  return at;
}
