/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

/* The item that a cell is of. */
guint
fz_cell_item (const FzParagraph *self, guint cell)
{
  guint low = 0, high = self->shaped->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->shaped, FzShaped, middle).cell <= cell)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static guint
end_of_item (const FzParagraph *self, guint item)
{
  return item + 1 < self->shaped->len ? g_array_index (self->shaped, FzShaped, item + 1).cell : self->n_cells;
}

/* The glyphs of the cells from @first to @end, which are of one item, lie together
 * whichever way the item runs. */
void
fz_cell_glyphs (const FzParagraph *self, guint item, guint first, guint end, guint *from, guint *to)
{
  const FzShaped *shaped = &g_array_index (self->shaped, FzShaped, item);
  guint last = shaped->glyphs->num_glyphs;

  if (shaped->item->analysis.level % 2 == 0)
    {
      *from = self->cells[first].glyph;
      *to = end < end_of_item (self, item) ? self->cells[end].glyph : last;
    }
  else
    {
      *from = self->cells[end - 1].glyph;
      *to = first > shaped->cell ? self->cells[first - 1].glyph : last;
    }
}

static PangoGlyphString *
copy_glyphs (const FzShaped *shaped, guint from, guint to)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();

  pango_glyph_string_set_size (glyphs, to - from);
  for (guint i = from; i < to; i++)
    {
      glyphs->glyphs[i - from] = shaped->glyphs->glyphs[i];
      glyphs->log_clusters[i - from] = shaped->glyphs->log_clusters[i];
    }
  return glyphs;
}

/* The rules that take from a mark itself; the others change what stands behind it. */
static gboolean
takes_from_mark (FzSetRule rule)
{
  return rule >= FZ_RULE_CLOSE_BEFORE_OPEN && rule <= FZ_RULE_REDUCE_STOP && rule != FZ_RULE_HANG
         && rule != FZ_RULE_REDUCE_GAP && rule != FZ_RULE_LINE_START_SPACE && rule != FZ_RULE_LINE_END_SPACE;
}

static gboolean
is_upright (const FzParagraph *self, const FzCell *cell)
{
  return self->setting.vertical && !(cell->flags & FZ_CELL_TURNED);
}

/* How far the ink of a cell goes along the line by an adjustment. */
static int
shift_of (const FzParagraph *self, const FzAdjustment *adjustment)
{
  if (adjustment->rule == FZ_RULE_RUBY)
    return adjustment->amount / 2;
  if (takes_from_mark (adjustment->rule) && self->cells[adjustment->cell].flags & FZ_CELL_FULL)
    return -fz_cell_before_ink (self, adjustment->cell, -adjustment->amount);
  return 0;
}

static void
apply (const FzParagraph *self, guint item, PangoGlyphString *glyphs, guint from, const FzAdjustment *adjustment)
{
  gboolean upright = is_upright (self, &self->cells[adjustment->cell]);
  int shift = shift_of (self, adjustment);
  guint first, end;

  fz_cell_glyphs (self, item, adjustment->cell, adjustment->cell + 1, &first, &end);
  for (guint i = first; i < end; i++)
    if (upright)
      glyphs->glyphs[i - from].geometry.y_offset += shift;
    else
      glyphs->glyphs[i - from].geometry.x_offset += shift;
  /* The widths of the glyphs of one cell count together. */
  glyphs->glyphs[end - 1 - from].geometry.width += adjustment->amount;
}

static FzGlyphRun
make_run (const FzParagraph *self, guint item, guint first, guint end, const GArray *adjustments, guint *next)
{
  const FzShaped *shaped = &g_array_index (self->shaped, FzShaped, item);
  guint from, to;
  FzGlyphRun run = { .start = self->cells[first].start, .end = self->cells[end].start };

  fz_cell_glyphs (self, item, first, end, &from, &to);
  run.font = g_object_ref (shaped->item->analysis.font);
  run.glyphs = copy_glyphs (shaped, from, to);
  for (; *next < adjustments->len && g_array_index (adjustments, FzAdjustment, *next).cell < end; (*next)++)
    if (g_array_index (adjustments, FzAdjustment, *next).rule != FZ_RULE_INDENT)
      apply (self, item, run.glyphs, from, &g_array_index (adjustments, FzAdjustment, *next));
  run.turned = (self->cells[first].flags & FZ_CELL_TURNED) != 0;
  run.length = is_upright (self, &self->cells[first]) ? fz_run_stand (self, item, first, end, run.glyphs)
                                                      : pango_glyph_string_get_width (run.glyphs);
  return run;
}

void
fz_glyph_run_clear (gpointer data)
{
  FzGlyphRun *run = data;

  g_object_unref (run->font);
  pango_glyph_string_free (run->glyphs);
}

/* Rule L2 of Unicode's bidirectional algorithm (UAX 9): what runs the other way is
 * turned round, the deepest first. */
static void
reorder (GArray *runs, const guint8 *levels, guint highest)
{
  g_autofree guint *order = g_new (guint, runs->len + 1);
  g_autofree FzGlyphRun *copy = g_memdup2 (runs->data, runs->len * sizeof (FzGlyphRun));

  for (guint i = 0; i < runs->len; i++)
    order[i] = i;
  for (guint level = highest; level > 0; level--)
    for (guint i = 0; i < runs->len; i++)
      {
        guint end = i;

        while (end < runs->len && levels[end] >= level)
          end++;
        for (guint a = i, b = end; a + 1 < b; a++, b--)
          {
            guint kept = order[a];

            order[a] = order[b - 1];
            order[b - 1] = kept;
          }
        i = MAX (i, end);
      }
  for (guint i = 0; i < runs->len; i++)
    g_array_index (runs, FzGlyphRun, i) = copy[order[i]];
}

/* Runs are all upright or all turned. */
static guint
end_of_run (const FzParagraph *self, guint first, guint limit)
{
  guint end = first + 1;

  if (!self->setting.vertical)
    return limit;
  while (end < limit && ((self->cells[end].flags ^ self->cells[first].flags) & FZ_CELL_TURNED) == 0)
    end++;
  return end;
}

static void
place (GArray *runs, gint64 x)
{
  for (guint i = 0; i < runs->len; i++)
    {
      FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);

      run->x = x;
      x += run->length;
    }
}

/**
 * fz_set_line_runs:
 * @adjustments: as fz_set_line_adjust() gives them
 *
 * Returns: (transfer full) (element-type FzGlyphRun): what is drawn, in the order of
 *   the eye
 */
GArray *
fz_set_line_runs (const FzParagraph *self, const FzSetLine *line, const GArray *adjustments)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FzGlyphRun));
  g_autoptr (GByteArray) levels = g_byte_array_new ();
  guint next = 0, highest = 0;

  g_array_set_clear_func (runs, fz_glyph_run_clear);
  for (guint first = line->first, end; first < line->end; first = end)
    {
      guint item = fz_cell_item (self, first);
      guint8 level = g_array_index (self->shaped, FzShaped, item).item->analysis.level;
      FzGlyphRun run;

      end = end_of_run (self, first, MIN (line->end, end_of_item (self, item)));
      run = make_run (self, item, first, end, adjustments, &next);
      g_array_append_val (runs, run);
      g_byte_array_append (levels, &level, 1);
      highest = MAX (highest, level);
    }
  if (highest > 0)
    reorder (runs, levels->data, highest);
  place (runs, line->indent);
  return runs;
}
