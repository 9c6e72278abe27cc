/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-paragraph-private.h"

/* Annotations of words in half size, above a horizontal line or to the right of a
 * vertical one.
 *
 * Where an annotation is longer than its word, the word is spaced out to its length, half
 * as much at its ends as between its characters (CLREQ 3.2, JLREQ's 1-2-1): each
 * character has the same room more, half of it on either side, so that annotations never
 * meet.  A word with an annotation is never broken. */

typedef struct {
  guint  first; /* cell */
  guint  end;
  GArray *shaped;
  int    width;
} Ruby;

static void
shaped_clear (gpointer data)
{
  FzShaped *shaped = data;

  pango_item_free (shaped->item);
  pango_glyph_string_free (shaped->glyphs);
}

static void
ruby_clear (gpointer data)
{
  g_array_unref (((Ruby *) data)->shaped);
}

static guint
cell_from (const FzParagraph *self, guint position)
{
  guint low = 0, high = self->n_cells;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->cells[middle].start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Shapes an annotation in half of the face's size. */
static void
shape (Ruby *ruby, PangoContext *context, const char *text)
{
  GList *items = pango_itemize (context, text, 0, strlen (text), NULL, NULL);

  ruby->shaped = g_array_new (FALSE, FALSE, sizeof (FzShaped));
  g_array_set_clear_func (ruby->shaped, shaped_clear);
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;
      FzShaped shaped = { .item = item, .glyphs = pango_glyph_string_new () };

      pango_shape_full (text + item->offset, item->length, text, -1, &item->analysis, shaped.glyphs);
      ruby->width += pango_glyph_string_get_width (shaped.glyphs);
      g_array_append_val (ruby->shaped, shaped);
    }
  g_list_free (items);
}

static PangoContext *
half_context (const FzFace *face)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (face->context));
  PangoContext *context = pango_font_map_create_context (pango_context_get_font_map (face->context));

  pango_font_description_set_absolute_size (font, face->em / 2);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_context_get_language (face->context));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static void
widen (FzParagraph *self, const Ruby *ruby)
{
  int base = 0, n = ruby->end - ruby->first, done = 0;

  for (guint i = ruby->first; i < ruby->end; i++)
    base += self->cells[i].advance;
  for (guint i = ruby->first; i < ruby->end && ruby->width > base; i++)
    {
      int up_to = (gint64) (ruby->width - base) * (i + 1 - ruby->first) / n;

      self->pads[i] = up_to - done;
      done = up_to;
    }
  for (guint i = ruby->first + 1; i < ruby->end; i++)
    {
      self->cells[i].breaks = MAX (self->cells[i].breaks, FZ_BREAK_BARRED);
      self->cells[i].flags = (self->cells[i].flags & ~(FZ_CELL_STRETCH | FZ_CELL_GAP)) | FZ_CELL_INSIDE;
    }
}

/**
 * fz_ruby_make:
 * @words: (array length=n_words): in the order of the text, none over another
 *
 * Shapes annotations and gives their words room; cells are joined already, and not yet
 * measured.  Words without a cell are left out.
 */
void
fz_ruby_make (FzParagraph *self, const FzFace *face, const FzRubyWord *words, guint n_words)
{
  PangoContext *context = half_context (face);
  guint behind = 0;

  self->ruby = g_array_new (FALSE, FALSE, sizeof (Ruby));
  g_array_set_clear_func (self->ruby, ruby_clear);
  self->pads = g_new0 (gint32, self->n_cells + 1);
  for (guint i = 0; i < n_words; i++)
    {
      Ruby ruby = { .first = MAX (cell_from (self, words[i].start), behind), .end = cell_from (self, words[i].end) };

      if (ruby.first >= ruby.end)
        continue;
      shape (&ruby, context, words[i].text);
      widen (self, &ruby);
      behind = ruby.end;
      g_array_append_val (self->ruby, ruby);
    }
  g_object_unref (context);
}

/**
 * fz_paragraph_get_ruby_room:
 *
 * Returns: what annotations need above the em boxes of each line, Pango units
 */
int
fz_paragraph_get_ruby_room (const FzParagraph *self)
{
  return self->ruby != NULL && self->ruby->len > 0 ? self->em / 2 : 0;
}

static void
add_runs (GArray *runs, const Ruby *ruby, gint64 x, const FzParagraph *self)
{
  for (guint i = 0; i < ruby->shaped->len; i++)
    {
      const FzShaped *shaped = &g_array_index (ruby->shaped, FzShaped, i);
      FzGlyphRun run = {
        .font = g_object_ref (shaped->item->analysis.font),
        .glyphs = pango_glyph_string_copy (shaped->glyphs),
        .x = x,
        .length = pango_glyph_string_get_width (shaped->glyphs),
        .start = self->cells[ruby->first].start,
        .end = self->cells[ruby->end].start,
        .turned = self->setting.vertical,
      };

      x += run.length;
      g_array_append_val (runs, run);
    }
}

/**
 * fz_set_line_ruby:
 * @positions: as fz_set_line_positions() gives them
 *
 * Returns: (transfer full) (element-type FzGlyphRun): the annotations of a line, each
 *   over the middle of its word; @start and @end are those of the word
 */
GArray *
fz_set_line_ruby (const FzParagraph *self, const FzSetLine *line, const GArray *positions)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FzGlyphRun));

  g_array_set_clear_func (runs, fz_glyph_run_clear);
  for (guint i = 0; self->ruby != NULL && i < self->ruby->len; i++)
    {
      const Ruby *ruby = &g_array_index (self->ruby, Ruby, i);
      const FzCell *first = &self->cells[ruby->first], *last = &self->cells[ruby->end - 1];
      gint64 from, to;

      /* A word longer than a line is broken all the same; its start has the annotation. */
      if (ruby->first < line->first || ruby->first >= line->end)
        continue;
      last = MIN (last, &self->cells[line->end - 1]);
      from = g_array_index (positions, gint64, first->start - line->start);
      to = g_array_index (positions, gint64, last->start - line->start) + last->advance + self->pads[last - self->cells];
      add_runs (runs, ruby, (from + to - ruby->width) / 2, self);
    }
  return runs;
}
