/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "fz-reading-view-private.h"

/* Draws the lines that are seen: behind the words highlights, hits and the selection,
 * below them the lines of figures, places and notes. */

#define BAR_WIDTH 3
#define BAR_DISTANCE 12

/* Of a highlight and of a mark, in ems around the em box. */
#define MARK_AROUND .14

typedef FzDrawnLine Line;

/* @x and @y are of the page. */
static void
append (FzReadingView *view, GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *color)
{
  graphene_rect_t rect = fz_reading_view_from_page (view, x, y, width, height);

  gtk_snapshot_append_color (snapshot, color, &rect);
}

/* Where a position of the manuscript stands, on the page. */
double
fz_drawn_line_x (const Line *self, guint position)
{
  guint start = self->passage->start + self->line->start;
  guint index = MIN (position - MIN (position, start), self->positions->len - 1);

  return self->x + g_array_index (self->positions, gint64, index) / (double) PANGO_SCALE;
}

/* A bar over what of @start to @end stands in the line. */
static void
fill (const Line *self, guint start, guint end, double above, double height, const GdkRGBA *color)
{
  double from = fz_drawn_line_x (self, start), to = fz_drawn_line_x (self, end);

  if (to > from)
    append (self->view, self->snapshot, from, self->y + above, to - from, height, color);
}

static void
fill_box (const Line *self, guint start, guint end, const GdkRGBA *color)
{
  double around = MARK_AROUND * self->metrics.em;
  double above = (self->metrics.pitch - self->metrics.em) / 2 - around;

  fill (self, start, end, floor (above), ceil (self->metrics.em + 2 * around), color);
}

static void
underline (const Line *self, guint start, guint end, double thickness, const GdkRGBA *color)
{
  double above = (self->metrics.pitch + self->metrics.em) / 2 + self->metrics.em * .08;

  fill (self, start, end, floor (above), thickness, color);
}

typedef void (*LayerFunc) (const Line *line, const FzRange *range);

static void
draw_highlight (const Line *self, const FzRange *range)
{
  guint set = range->value & FZ_HIGHLIGHT_COLOR_SET;

  if (set != 0)
    fill_box (self, range->start, range->end, &self->view->palette.highlights[set]);
}

static void
draw_note (const Line *self, const FzRange *range)
{
  if (range->value & FZ_HIGHLIGHT_NOTE)
    underline (self, range->start, range->end, MAX (1, round (self->metrics.em / 14)),
               &self->view->palette.tones[FZ_TONE_FULL]);
}

static void
draw_mark (const Line *self, const FzRange *range)
{
  fill_box (self, range->start, range->end, &self->view->palette.inks[FZ_INK_MARK]);
}

static void
draw_hit (const Line *self, const FzRange *range)
{
  FzRanges *hits = self->view->layers[FZ_LAYER_HIT];
  gboolean now = self->view->hit < fz_ranges_n (hits) && range == fz_ranges_get (hits, self->view->hit);

  fill_box (self, range->start, range->end, &self->view->palette.inks[now ? FZ_INK_HIT_NOW : FZ_INK_HIT]);
}

static void
draw_figure (const Line *self, const FzRange *range)
{
  underline (self, range->start, range->end, 1, &self->view->palette.inks[FZ_INK_FIGURE]);
}

static void
draw_place (const Line *self, const FzRange *range)
{
  underline (self, range->start, range->end, 1, &self->view->palette.inks[FZ_INK_PLACE]);
}

/* From the bottom up. */
static const struct {
  FzReadingLayer layer;
  LayerFunc      draw;
} layers[] = {
  { FZ_LAYER_HIGHLIGHT, draw_highlight },
  { FZ_LAYER_MARK, draw_mark },
  { FZ_LAYER_HIT, draw_hit },
  { FZ_LAYER_PLACE, draw_place },
  { FZ_LAYER_FIGURE, draw_figure },
  { FZ_LAYER_HIGHLIGHT, draw_note },
  { FZ_LAYER_HIGHLIGHT, fz_drawn_line_emphasise },
};

static void
draw_layers (const Line *self, guint start, guint end)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      guint index = G_MAXUINT;
      const FzRange *range;

      while ((range = fz_ranges_next (self->view->layers[layers[i].layer], start, end, &index)) != NULL)
        layers[i].draw (self, range);
    }
}

/* A selected line end shows as half an em behind the last line. */
static void
draw_selection (const Line *self, guint start, guint end)
{
  guint from = MIN (self->view->caret, self->view->bound), to = MAX (self->view->caret, self->view->bound);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) color = NULL;

  if (from >= MAX (end, start + 1) || to <= start || from == to)
    return;
  color = adw_style_manager_get_accent_color_rgba (manager);
  color->alpha = self->view->palette.dark ? .45 : .25;
  fill (self, from, to, 0, self->metrics.pitch, color);
  if (self->line->last && to > end && end == self->passage->end && from <= end)
    append (self->view, self->snapshot, fz_drawn_line_x (self, end), self->y, self->metrics.em / 2, self->metrics.pitch, color);
}

static void
draw_run (const Line *self, const FzGlyphRun *run, const graphene_point_t *at, const GdkRGBA *color)
{
  g_autoptr (GskRenderNode) node = gsk_text_node_new (run->font, run->glyphs, color, at);

  if (node != NULL)
    gtk_snapshot_append_node (self->snapshot, node);
}

/* Upright glyphs are placed from the left of the line's em; turned ones have their
 * baseline where it is as far from the em's right as it was from its top. */
static void
draw_down (const Line *self, const FzGlyphRun *run, const GdkRGBA *color)
{
  double em = self->metrics.em, x = self->x + run->x / (double) PANGO_SCALE;
  graphene_rect_t box = fz_reading_view_from_page (self->view, x, self->y + (self->metrics.pitch - em) / 2, 0, em);

  if (!run->turned)
    {
      draw_run (self, run, &box.origin, color);
      return;
    }
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (box.origin.x + (1 - FZ_HAN_ASCENT) * em, box.origin.y));
  gtk_snapshot_rotate (self->snapshot, 90);
  draw_run (self, run, &GRAPHENE_POINT_INIT (0, 0), color);
  gtk_snapshot_restore (self->snapshot);
}

static void
draw_runs (const Line *self, const GArray *adjustments, const GdkRGBA *color)
{
  g_autoptr (GArray) runs = fz_set_line_runs (self->set->paragraph, self->line, adjustments);

  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);

      if (self->view->vertical)
        draw_down (self, run, color);
      else
        draw_run (self, run, &GRAPHENE_POINT_INIT (self->x + run->x / (double) PANGO_SCALE, self->y + self->metrics.baseline),
                  color);
    }
}

static void
draw_glyphs (Line *self, const GdkRGBA *color)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (self->set->paragraph, self->line);

  draw_runs (self, adjustments, color);
}

static void
draw_line (Line *self)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (self->set->paragraph, self->line);
  g_autoptr (GArray) positions = fz_set_line_positions (self->set->paragraph, self->line, adjustments);
  guint start = self->passage->start + self->line->start, end = self->passage->start + self->line->stop;

  self->positions = positions;
  draw_layers (self, start, end);
  draw_selection (self, start, end);
  draw_runs (self, adjustments, &self->view->palette.tones[fz_reading_style_tone (self->passage->style)]);
}

/* A doubtful passage has a bar beside it. */
static void
draw_doubt (const Line *self)
{
  if (self->passage->flags != 0)
    append (self->view, self->snapshot, self->x - BAR_DISTANCE, self->y, BAR_WIDTH, self->metrics.pitch,
            &self->view->palette.inks[FZ_INK_DOUBT]);
}

/* Draws what of a passage stands in a column, whose lines start before @end. */
static void
draw_passage (FzReadingView *self, GtkSnapshot *snapshot, guint index, guint column)
{
  Line line = { .view = self, .snapshot = snapshot, .x = fz_reading_view_column_x (self, column) };
  int depth = fz_reading_view_get_depth (self);
  gint64 y;

  line.set = fz_flow_set_passage (self->flow, index);
  line.passage = fz_manuscript_get_passage (fz_flow_get_manuscript (self->flow), index);
  fz_flow_get_metrics (self->flow, index, &line.metrics);
  y = fz_flow_get_top (self->flow, index) + line.metrics.above;
  for (guint i = 0; i < line.set->lines->len; i++, y += line.metrics.pitch)
    {
      line.y = fz_reading_view_page_y (self, column, y);
      if ((self->n_columns > 1 ? y < self->starts[column] : y + line.metrics.pitch <= self->starts[column]) || y >= self->starts[column + 1] || line.y >= depth)
        continue;
      line.line = &g_array_index (line.set->lines, FzSetLine, i);
      draw_doubt (&line);
      draw_line (&line);
    }
}

static double
first_line_y (FzReadingView *self, guint index, guint column)
{
  FzFlowMetrics metrics;

  fz_flow_get_metrics (self->flow, index, &metrics);
  return fz_reading_view_page_y (self, column, fz_flow_get_top (self->flow, index) + metrics.above);
}

/* The lines of the page that a passage was mended from, whose first line is at @y. */
static void
draw_beside (FzReadingView *self, GtkSnapshot *snapshot, guint index, double y)
{
  Line line = { .view = self, .snapshot = snapshot, .x = fz_reading_view_column_x (self, 0) };
  int depth = fz_reading_view_get_depth (self);
  FzFlowMetrics text;
  guint first, end;

  fz_reading_view_beside_of (self, index, &first, &end);
  if (first == end)
    return;
  fz_flow_get_metrics (self->flow, index, &text);
  fz_flow_get_metrics (self->beside, first, &line.metrics);
  line.x += self->beside_x < 0 ? 2 * self->size : self->beside_x;
  y += self->beside_x < 0 ? (double) fz_flow_set_passage (self->flow, index)->lines->len * text.pitch
                          : text.baseline - line.metrics.baseline;
  for (guint i = first; i < end && y < depth; i++)
    {
      line.set = fz_flow_set_passage (self->beside, i);
      for (guint k = 0; k < line.set->lines->len; k++, y += line.metrics.pitch)
        {
          line.line = &g_array_index (line.set->lines, FzSetLine, k);
          line.y = y;
          if (y + line.metrics.pitch > 0 && y < depth)
            draw_glyphs (&line, &self->palette.tones[FZ_TONE_FAINT]);
        }
    }
}

static void
draw_column (FzReadingView *self, GtkSnapshot *snapshot, guint column)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow));
  int depth = fz_reading_view_get_depth (self);

  for (guint i = fz_flow_passage_at (self->flow, self->starts[column]); i < n; i++)
    {
      gint64 top = fz_flow_get_top (self->flow, i);

      if (top >= self->starts[column + 1] || fz_reading_view_page_y (self, column, top) >= depth)
        return;
      draw_passage (self, snapshot, i, column);
      if (self->printed != NULL)
        draw_beside (self, snapshot, i, first_line_y (self, i, column));
    }
}

static void
draw_caret (FzReadingView *self, GtkSnapshot *snapshot)
{
  FzFlowMetrics metrics;
  FzFlowPlace place;
  graphene_rect_t line;
  double em, width;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  fz_flow_locate (self->flow, self->caret, self->back, &place);
  if (self->n_columns > 1 && !fz_reading_view_is_seen (self, &place))
    return;
  fz_flow_get_metrics (self->flow, place.passage, &metrics);
  em = ceil (MIN (place.height, metrics.em * 1.25));
  width = MAX (1, round (metrics.em / 14));
  line = fz_reading_view_rect_of (self, &place, place.x - width / 2, width);
  graphene_rect_inset (&line, self->vertical ? (place.height - em) / 2 : 0, self->vertical ? 0 : (place.height - em) / 2);
  line.origin.x = floor (line.origin.x);
  line.origin.y = floor (line.origin.y);
  gtk_snapshot_append_color (snapshot, &self->palette.tones[FZ_TONE_FULL], &line);
}

void
fz_reading_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FzReadingView *self = FZ_READING_VIEW (widget);

  if (fz_reading_view_is_empty (self))
    return;
  fz_reading_view_fill_columns (self);
  for (guint i = 0; i < self->n_columns && self->starts[i] < fz_flow_get_height (self->flow); i++)
    draw_column (self, snapshot, i);
  draw_caret (self, snapshot);
  fz_reading_view_draw_handles (self, snapshot);
}
