/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

/* Where ink lies along the axis of a line, and how glyphs stand upright in a vertical
 * one.  Glyphs come as they are shaped for horizontal lines, in their vertical forms:
 * an upright one has its em box on the line's middle. */

/* Ink may stand over the middle of its em by so much and yet lie in one half. */
#define INK_TOLERANCE(em) ((em) * 3 / 200)

/* Marks that are to run along the line. */
#define ALONG (FZ_KINDS (FZ_KIND_DASH) | FZ_KINDS (FZ_KIND_ELLIPSIS) | FZ_KINDS (FZ_KIND_CONNECTOR))

static const FzShaped *
shaped_of (const FzParagraph *self, guint cell)
{
  return &g_array_index (self->shaped, FzShaped, fz_cell_item (self, cell));
}

static PangoRectangle
ink_of (const FzParagraph *self, guint cell)
{
  const FzShaped *shaped = shaped_of (self, cell);
  PangoRectangle ink;

  pango_font_get_glyph_extents (shaped->item->analysis.font, shaped->glyphs->glyphs[self->cells[cell].glyph].glyph,
                                &ink, NULL);
  return ink;
}

/* From where to where, from the start of the cell. */
static void
ink_along (const FzParagraph *self, guint cell, int *from, int *to)
{
  PangoRectangle ink = ink_of (self, cell);
  gboolean upright = self->setting.vertical && !(self->cells[cell].flags & FZ_CELL_TURNED);

  *from = upright ? ink.y + (int) (FZ_HAN_ASCENT * self->em) : ink.x;
  *to = *from + (upright ? ink.height : ink.width);
}

/**
 * fz_cell_before_ink:
 * @given: what a mark gives up
 *
 * How much of it stood before its ink: none where the ink lies in the first half, all
 * where it lies in the second, half where it is centred.  No font feature is asked,
 * since many fonts have none.
 */
int
fz_cell_before_ink (const FzParagraph *self, guint cell, int given)
{
  int middle = self->cells[cell].advance / 2, tolerance = INK_TOLERANCE (self->em), from, to;

  ink_along (self, cell, &from, &to);
  if (to <= middle + tolerance)
    return 0;
  return from >= middle - tolerance ? given : given / 2;
}

/**
 * fz_cell_is_half_empty:
 *
 * Returns: whether the ink of a mark has room in half of its em; in vertical lines
 *   ？ and ： have not
 */
gboolean
fz_cell_is_half_empty (const FzParagraph *self, guint cell)
{
  int middle = self->cells[cell].advance / 2, tolerance = INK_TOLERANCE (self->em), from, to;

  ink_along (self, cell, &from, &to);
  return to <= middle + tolerance || from >= middle - tolerance
         || (from >= middle / 2 - tolerance && to <= middle + middle / 2 + tolerance);
}

/* Upright cells are an em long; a dash lies along the line, by the form that the font
 * has for it, of which one may stand for both halves, or turned. */
static void
stand (FzParagraph *self, guint i)
{
  FzCell *cell = &self->cells[i];

  if (self->stands[cell->start] == FZ_STANDS_TURNED)
    cell->flags |= FZ_CELL_TURNED;
  else if (fz_kind_is (cell->kind, ALONG))
    {
      PangoRectangle ink = ink_of (self, i);

      if (ink.width > ink.height)
        cell->flags |= FZ_CELL_TURNED;
      else
        cell->advance = self->em * (cell[1].start - cell->start);
    }
  else if (cell->advance > 0)
    cell->advance = cell->kind == FZ_KIND_OTHER ? MAX (cell->advance, self->em) : self->em;
}

/**
 * fz_cells_stand:
 *
 * Gives the cells of a vertical paragraph their advances.
 */
void
fz_cells_stand (FzParagraph *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    stand (self, i);
}

/* Puts the glyphs of a cell upright at @pen; answers how long it is as set. */
static int
stand_cell (const FzParagraph *self, const FzShaped *shaped, guint cell, guint first, guint end, PangoGlyphInfo *set, int pen)
{
  /* A form of two ems has its middle where that of one has it. */
  int top = pen + (self->cells[cell].advance - self->em) / 2 + (int) (FZ_HAN_ASCENT * self->em);
  int width = 0, given = 0, x = 0;

  for (guint i = first; i < end; i++)
    {
      width += shaped->glyphs->glyphs[i].geometry.width;
      given += set[i - first].geometry.width - shaped->glyphs->glyphs[i].geometry.width;
    }
  for (guint i = first; i < end; i++)
    {
      PangoGlyphGeometry *geometry = &set[i - first].geometry;

      geometry->x_offset += (self->em - width) / 2 + x;
      geometry->y_offset += top;
      geometry->width = 0;
      x += shaped->glyphs->glyphs[i].geometry.width;
    }
  return self->cells[cell].advance + given;
}

/**
 * fz_run_stand:
 * @glyphs: of the cells from @first to @end, adjusted as in a horizontal line
 *
 * Puts the glyphs of upright cells below each other.
 *
 * Returns: how long they are
 */
int
fz_run_stand (const FzParagraph *self, guint item, guint first, guint end, PangoGlyphString *glyphs)
{
  const FzShaped *shaped = &g_array_index (self->shaped, FzShaped, item);
  guint origin, last;
  int pen = 0;

  fz_cell_glyphs (self, item, first, end, &origin, &last);
  for (guint i = first; i < end; i++)
    {
      guint from, to;

      fz_cell_glyphs (self, item, i, i + 1, &from, &to);
      pen += stand_cell (self, shaped, i, from, to, &glyphs->glyphs[from - origin], pen);
    }
  return pen;
}
