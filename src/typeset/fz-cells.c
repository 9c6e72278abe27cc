/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

/* Walks the text as it is and as it is shown in step, from cluster to cluster. */
typedef struct {
  FzParagraph *paragraph;
  const char  *text;   /* in the paragraph as it is */
  const char  *origin;
  const char  *shown;  /* the same place in the shown text */
  const char  *end;
  gunichar     before;
  guint        at;
} Walker;

static gunichar
char_at (const char *p, const char *end)
{
  return p < end ? g_utf8_get_char (p) : 0;
}

static void
start_cell (Walker *self, guint glyph)
{
  FzCell *cell = &self->paragraph->cells[self->paragraph->n_cells++];
  gunichar c = g_utf8_get_char (self->shown);

  *cell = (FzCell) {
    .start = self->at,
    .byte = self->text - self->origin,
    .glyph = glyph,
    .kind = fz_mark_kind_between (self->before, c, char_at (g_utf8_next_char (self->shown), self->end)),
    .flags = *self->shown == *self->text ? 0 : FZ_CELL_SHOWN | ((guchar) *self->text < 0x80 ? 0 : FZ_CELL_QUOTE),
  };
}

static void
walk_to (Walker *self, const char *shown)
{
  while (self->shown < shown)
    {
      self->before = g_utf8_get_char (self->shown);
      self->shown = g_utf8_next_char (self->shown);
      self->text = g_utf8_next_char (self->text);
      self->at++;
    }
}

/* The glyphs of right-to-left text stand in the order of the eye; cells go in that of
 * the text. */
static void
add_cells (Walker *self, const FzShaped *shaped)
{
  const PangoGlyphString *glyphs = shaped->glyphs;
  const char *start = self->paragraph->shown + shaped->item->offset;
  gboolean backward = shaped->item->analysis.level % 2 != 0;
  int cluster = -1;

  for (int n = 0; n < glyphs->num_glyphs; n++)
    {
      int i = backward ? glyphs->num_glyphs - 1 - n : n;

      if (glyphs->log_clusters[i] != cluster)
        {
          cluster = glyphs->log_clusters[i];
          walk_to (self, start + cluster);
          if (self->paragraph->stands == NULL || self->paragraph->stands[self->at] != FZ_STANDS_BESIDE)
            start_cell (self, i);
        }
      self->paragraph->cells[self->paragraph->n_cells - 1].advance += glyphs->glyphs[i].geometry.width;
      self->paragraph->cells[self->paragraph->n_cells - 1].glyph =
        MIN (self->paragraph->cells[self->paragraph->n_cells - 1].glyph, (guint) i);
    }
  walk_to (self, start + shaped->item->length);
}

static void
shape_item (FzParagraph *self, PangoItem *item)
{
  FzShaped shaped = { .item = item, .glyphs = pango_glyph_string_new () };

  pango_shape_full (self->shown + item->offset, item->length, self->shown, self->shown_length,
                    &item->analysis, shaped.glyphs);
  g_array_append_val (self->shaped, shaped);
}

/* Letters and digits below U+0250, and the signs of ASCII; marks of both scripts are Han. */
static gboolean
is_latin (gunichar c)
{
  return (c > 0x20 && c < 0x7f) || (c >= 0xc0 && c < 0x250);
}

static void
add_family (PangoAttrList *list, const char *family, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_family_new (family);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Where the face has a family of its own for Latin. */
static void
add_latin (const FzParagraph *self, const FzFace *face, PangoAttrList *list)
{
  const char *end = self->shown + self->shown_length;

  for (const char *p = self->shown, *start; p < end; p = p == start ? g_utf8_next_char (p) : p)
    {
      for (start = p; p < end && is_latin (g_utf8_get_char (p));)
        p = g_utf8_next_char (p);
      if (p > start)
        add_family (list, face->latin, start - self->shown, p - self->shown);
    }
}

static void
shape (FzParagraph *self, const FzFace *face)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GList *items;

  if (face->latin != NULL)
    add_latin (self, face, attributes);
  if (self->stands != NULL)
    fz_upright_add_forms (self->stands, self->shown, self->shown_length, attributes);
  items = pango_itemize_with_base_dir (face->context, PANGO_DIRECTION_LTR, self->shown, 0,
                                       self->shown_length, attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    shape_item (self, l->data);
  g_list_free (items);
}

/**
 * fz_cells_make:
 * @text: the paragraph as it is
 *
 * Shapes the shown text and makes the cells, without what lies between them.
 */
void
fz_cells_make (FzParagraph *self, const FzFace *face, const char *text, gsize length)
{
  Walker walker = {
    .paragraph = self, .text = text, .origin = text, .shown = self->shown, .end = self->shown + self->shown_length,
  };

  if (length > 0)
    shape (self, face);
  self->cells = g_new (FzCell, g_utf8_strlen (self->shown, self->shown_length) + 1);
  for (guint i = 0; i < self->shaped->len; i++)
    {
      FzShaped *shaped = &g_array_index (self->shaped, FzShaped, i);

      shaped->cell = self->n_cells;
      add_cells (&walker, shaped);
    }
  self->cells[self->n_cells] = (FzCell) { .start = walker.at, .byte = length, .kind = FZ_KIND_OTHER };
  if (self->stands != NULL)
    fz_cells_stand (self);
}
