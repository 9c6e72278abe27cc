/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-manuscript.h"

#include <string.h>

/* The text that is to be set: paragraphs one below the other, each ended by '\n', and
 * how each is to be set.  Positions are code points; from a position to its byte it is
 * never far, since every so many positions the byte is written down.
 *
 * A paragraph without end would have to be shaped and broken as a whole.  It is cut
 * into passages, behind a sentence where there is one, and each is set by itself. */

#define STEP 256
/* How far from its end a passage is searched for a better end. */
#define SEARCHED 1024

struct _FzManuscript {
  grefcount  refs;
  GString   *text;
  guint      length;   /* in code points */
  GArray    *passages; /* FzPassage */
  GArray    *steps;    /* gsize: the byte of each STEP-th code point */
};

FzManuscript *
fz_manuscript_new (void)
{
  FzManuscript *self = g_new0 (FzManuscript, 1);

  g_ref_count_init (&self->refs);
  self->text = g_string_new (NULL);
  self->passages = g_array_new (FALSE, FALSE, sizeof (FzPassage));
  self->steps = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

FzManuscript *
fz_manuscript_ref (FzManuscript *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
fz_manuscript_unref (FzManuscript *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->passages);
  g_array_unref (self->steps);
  g_free (self);
}

static gboolean
ends_sentence (const char *p)
{
  static const char * const ends[] = { "。", "！", "？", "；", "”", "」", "』", "）" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (p, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
joins (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
}

/* The last place within reach of @end, not before @least, that @is_good; else NULL.
 * A place is good by the character before it. */
static const char *
last_place (const char *least, const char *end, gboolean (*is_good) (const char *before, const char *at))
{
  for (const char *at = end, *before; at > least; at = before)
    {
      before = g_utf8_prev_char (at);
      if (is_good (before, at))
        return at;
    }
  return NULL;
}

static gboolean
behind_sentence (const char *before, const char *at)
{
  return ends_sentence (before) && !ends_sentence (at);
}

static gboolean
between_characters (const char *before, const char *at)
{
  gunichar b = g_utf8_get_char (before), c = g_utf8_get_char (at);

  return !joins (c) && b != 0x200d && !(g_unichar_isalnum (b) && b < 0x250 && g_unichar_isalnum (c) && c < 0x250);
}

/* Where a passage from @start ends, whose paragraph ends at @end. */
static const char *
end_of_passage (const char *start, const char *end)
{
  const char *at = start, *least, *found;
  guint n = 0;

  for (; at < end && n < FZ_PASSAGE_MAX; n++)
    at = g_utf8_next_char (at);
  if (at == end)
    return end;
  least = g_utf8_offset_to_pointer (at, -SEARCHED);
  found = last_place (least, at, behind_sentence);
  if (found == NULL)
    found = last_place (least, at, between_characters);
  return found != NULL ? found : at;
}

static void
append_bytes (FzManuscript *self, const char *text, gsize length)
{
  gsize byte = self->text->len;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), self->length++)
    if (self->length % STEP == 0)
      {
        gsize step = byte + (p - text);

        g_array_append_val (self->steps, step);
      }
  g_string_append_len (self->text, text, length);
}

/**
 * fz_manuscript_append:
 * @style: how it is to be set
 * @flags: whatever else is to be known of it
 * @text: (array length=length): UTF-8 of a paragraph, without line ends
 *
 * Puts a paragraph at the end, with its line end.
 */
void
fz_manuscript_append (FzManuscript *self, guint8 style, guint8 flags, const char *text, gsize length)
{
  const char *end = text + length;
  FzPassage passage = { .style = style, .flags = flags };

  do
    {
      const char *stop = end_of_passage (text, end);

      passage.start = self->length;
      passage.byte = self->text->len;
      append_bytes (self, text, stop - text);
      passage.end = self->length;
      passage.byte_end = self->text->len;
      g_array_append_val (self->passages, passage);
      passage.goes_on = TRUE;
      text = stop;
    }
  while (text < end);
  append_bytes (self, "\n", 1);
}

/**
 * fz_manuscript_get_length:
 *
 * Returns: its code points, with all line ends
 */
guint
fz_manuscript_get_length (const FzManuscript *self)
{
  return self->length;
}

/**
 * fz_manuscript_get_text:
 * @length: (out): in bytes
 *
 * Returns: (transfer none): all of it
 */
const char *
fz_manuscript_get_text (const FzManuscript *self, gsize *length)
{
  *length = self->text->len;
  return self->text->str;
}

/** fz_manuscript_n_passages: */
guint
fz_manuscript_n_passages (const FzManuscript *self)
{
  return self->passages->len;
}

/** fz_manuscript_get_passage: */
const FzPassage *
fz_manuscript_get_passage (const FzManuscript *self, guint index)
{
  return &g_array_index (self->passages, FzPassage, index);
}

/**
 * fz_manuscript_passage_at:
 * @position: a code point
 *
 * Returns: the index of the passage that it is of; a line end is of the passage before
 *   it, and what lies beyond the end of the last.  There must be one.
 */
guint
fz_manuscript_passage_at (const FzManuscript *self, guint position)
{
  guint low = 0, high = self->passages->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (fz_manuscript_get_passage (self, middle)->start <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * fz_manuscript_byte_at:
 * @position: a code point; beyond the end, the end
 *
 * Returns: where it stands in bytes
 */
gsize
fz_manuscript_byte_at (const FzManuscript *self, guint position)
{
  const char *p;

  if (position >= self->length)
    return self->text->len;
  p = self->text->str + g_array_index (self->steps, gsize, position / STEP);
  return g_utf8_offset_to_pointer (p, position % STEP) - self->text->str;
}

/**
 * fz_manuscript_position_at:
 * @byte: where a character starts
 *
 * Returns: its code point
 */
guint
fz_manuscript_position_at (const FzManuscript *self, gsize byte)
{
  guint low = 0, high = self->steps->len;
  const char *p;

  if (byte >= self->text->len)
    return self->length;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->steps, gsize, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  p = self->text->str + g_array_index (self->steps, gsize, low);
  return low * STEP + g_utf8_pointer_to_offset (p, self->text->str + byte);
}

/**
 * fz_manuscript_dup:
 * @start: first code point
 * @end: one past the last
 *
 * Returns: (transfer full): what stands there
 */
char *
fz_manuscript_dup (const FzManuscript *self, guint start, guint end)
{
  gsize from = fz_manuscript_byte_at (self, start), to = fz_manuscript_byte_at (self, MAX (start, end));

  return g_strndup (self->text->str + from, to - from);
}
