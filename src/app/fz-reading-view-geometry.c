/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-print-private.h"
#include "fz-reading-view-private.h"

/* Where the strip of text that is composed stands in the view.
 *
 * The strip is cut into columns, of which one is the usual case: it takes the whole view
 * and scrolls by pixels.  Several columns start with a whole line each and end with
 * one.  The page has its x along the lines and its y from line to line, whichever way
 * lines run; in vertical text it lies turned in the view, its top at the right. */

/* How far the view reaches across lines. */
int
fz_reading_view_get_depth (FzReadingView *self)
{
  return self->vertical ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));
}

/* How far it reaches along them. */
static int
breadth (FzReadingView *self)
{
  return self->vertical ? gtk_widget_get_height (GTK_WIDGET (self)) : gtk_widget_get_width (GTK_WIDGET (self));
}

/* What of the strip is to be seen at a time. */
int
fz_reading_view_get_page (FzReadingView *self)
{
  int depth = fz_reading_view_get_depth (self);

  if (self->n_columns == 1)
    return depth;
  /* Each ends up to a line before its end. */
  return self->n_columns * MAX (1, depth - FZ_READING_TOP - 3 * self->size);
}

/* Between columns, in ems. */
#define COLUMN_GAP 2.5
/* A column narrower than this has holes in its lines. */
#define COLUMN_LEAST 10

static guint
columns_in (FzReadingView *self, double room)
{
  double gap = COLUMN_GAP * self->size;
  double n = self->columns != 0 ? self->columns : (room + gap) / (self->measure * self->size + gap);

  n = MIN (n, (room + gap) / (COLUMN_LEAST * self->size + gap));
  return self->vertical ? 1 : (guint) CLAMP (n, 1, FZ_COLUMNS_MAX);
}

/* What is left for text between the margins, which give way where there is little. */
static double
room_in (FzReadingView *self)
{
  double least = COLUMN_LEAST * self->size;

  return breadth (self) - 2 * MIN (self->margin, MAX (FZ_READING_MARGIN / 2, (breadth (self) - least) / 2));
}

/* In columns every passage takes a whole number of the body's lines, so that lines beside
 * each other stand on one baseline. */
static int
room_on_grid (guint passage, int lines, gboolean exact, gpointer user_data)
{
  FzReadingView *self = user_data;
  FzFlowMetrics metrics;
  int height;

  fz_flow_get_metrics (self->flow, passage, &metrics);
  height = metrics.above + lines + metrics.below;
  return lines + (self->grid - height % self->grid) % self->grid;
}

static void
keep_grid (FzReadingView *self)
{
  gboolean wanted = self->n_columns > 1;

  if (self->printed == NULL && wanted != self->on_grid)
    fz_flow_set_room (self->flow, wanted ? room_on_grid : NULL, self);
  self->on_grid = wanted;
}

/* The columns take whole ems of what the measure and the view allow, so that lines
 * need not be stretched for a rest. */
int
fz_reading_view_cut_columns (FzReadingView *self)
{
  double gap = COLUMN_GAP * self->size, room = room_in (self), aside, each, ems;
  int width;

  aside = fz_reading_view_cut_beside (self, room);
  room -= aside;
  self->n_columns = self->printed != NULL ? 1 : columns_in (self, room);
  keep_grid (self);
  each = MIN ((room - (self->n_columns - 1) * gap) / self->n_columns, self->measure * self->size);
  ems = MAX (4, (int) (each / self->size + .001));
  width = ems * self->size + .5;
  self->step = width + gap + .5;
  self->beside_x = aside > 0 ? width + aside - fz_flow_get_width (self->beside) : -1;
  self->column = (breadth (self) - aside - (self->n_columns == 1 ? (int) each : (int) (self->n_columns - 1) * self->step + width)) / 2;
  return width;
}

/* The first line that starts at or behind a place of the strip. */
gint64
fz_reading_view_line_from (FzReadingView *self, gint64 y)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow));

  for (guint i = y > 0 ? fz_flow_passage_at (self->flow, y) : 0; i < n; i++)
    {
      guint lines = MAX (1, fz_flow_set_passage (self->flow, i)->lines->len);
      FzFlowMetrics metrics;
      gint64 first;

      fz_flow_get_metrics (self->flow, i, &metrics);
      first = fz_flow_get_top (self->flow, i) + metrics.above;
      if (y <= first)
        return first;
      if (y <= first + (gint64) (lines - 1) * metrics.pitch)
        return first + (y - first + metrics.pitch - 1) / metrics.pitch * metrics.pitch;
    }
  return fz_flow_get_height (self->flow);
}

/* The line that starts at a place of the strip, or the next. */
static FzPageStart
line_at (FzReadingView *self, gint64 y)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow));
  FzPageStart at = { y > 0 ? fz_flow_passage_at (self->flow, y) : 0, 0 };

  for (; at.passage < n; at.passage++, at.line = 0)
    for (guint lines = MAX (1, fz_flow_set_passage (self->flow, at.passage)->lines->len); at.line < lines; at.line++)
      if (fz_print_line_y (self->flow, &at) >= y)
        return at;
  return at;
}

/* Where a column starts whose first line this is: on the grid, as long as no line of the
 * same passage is before it. */
static gint64
start_of_column (FzReadingView *self, const FzPageStart *line)
{
  gint64 y = fz_print_line_y (self->flow, line);

  return line->line == 0 ? y - y % self->grid : y;
}

/* The end of a column of @room: as on paper it is not below a heading, nor between two
 * lines of which one would stand alone. */
static gint64
end_of_column (FzReadingView *self, gint64 start, int room)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow));
  FzPageStart at = line_at (self, start);

  if (at.passage < n)
    at = fz_print_end_of_page (self->flow, &at, start + room - fz_print_line_y (self->flow, &at));
  return at.passage < n ? start_of_column (self, &at) : G_MAXINT64 / 2;
}

/* Says which lines each column has, from the top of what is seen: as the heights of what
 * lies above it are now. */
void
fz_reading_view_fill_columns (FzReadingView *self)
{
  gint64 at = fz_reading_view_get_top (self) - FZ_READING_TOP;
  int room = fz_reading_view_get_depth (self) - FZ_READING_TOP - self->size;

  self->starts[0] = at;
  self->starts[1] = G_MAXINT64 / 2;
  if (self->n_columns == 1)
    return;
  if (at < fz_flow_get_height (self->flow))
    {
      FzPageStart first = line_at (self, at);

      if (first.passage < fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow)))
        self->starts[0] = start_of_column (self, &first);
    }
  for (guint i = 0; i < self->n_columns; i++)
    self->starts[i + 1] = self->starts[i] >= fz_flow_get_height (self->flow)
                            ? G_MAXINT64 / 2 : end_of_column (self, self->starts[i], room);
}

static guint
column_of (FzReadingView *self, gint64 y)
{
  guint i = 0;

  while (i + 1 < self->n_columns && y >= self->starts[i + 1])
    i++;
  return i;
}

/* Where a column starts along its lines, and a place of the strip across them. */
double
fz_reading_view_column_x (FzReadingView *self, guint column)
{
  return self->column + (double) column * self->step;
}

double
fz_reading_view_page_y (FzReadingView *self, guint column, gint64 y)
{
  return y - self->starts[column] + (self->n_columns > 1 ? FZ_READING_TOP : 0);
}

/* From the page to the view. */
graphene_rect_t
fz_reading_view_from_page (FzReadingView *self, double x, double y, double width, double height)
{
  if (self->vertical)
    return GRAPHENE_RECT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) - y - height, x, height, width);
  return GRAPHENE_RECT_INIT (x, y, width, height);
}

/* From the view to the page. */
void
fz_reading_view_to_page (FzReadingView *self, double x, double y, double *page_x, double *page_y)
{
  *page_x = self->vertical ? y : x;
  *page_y = self->vertical ? gtk_widget_get_width (GTK_WIDGET (self)) - x : y;
}

/* From the view to the strip. */
void
fz_reading_view_to_column (FzReadingView *self, double x, double y, double *column_x, gint64 *column_y)
{
  double page_x, page_y;
  guint column;

  fz_reading_view_fill_columns (self);
  fz_reading_view_to_page (self, x, y, &page_x, &page_y);
  column = CLAMP ((page_x - self->column + (self->step - fz_flow_get_width (self->flow)) / 2) / self->step, 0,
                  self->n_columns - 1);
  *column_x = page_x - fz_reading_view_column_x (self, column);
  *column_y = page_y - (self->n_columns > 1 ? FZ_READING_TOP : 0) + self->starts[column];
  if (self->n_columns > 1)
    *column_y = CLAMP (*column_y, self->starts[column], self->starts[column + 1] - 1);
}

/* Where something of a line stands in the view, from its place on. */
graphene_rect_t
fz_reading_view_rect_of (FzReadingView *self, const FzFlowPlace *place, double x, double width)
{
  guint column;

  fz_reading_view_fill_columns (self);
  column = column_of (self, place->y);
  return fz_reading_view_from_page (self, fz_reading_view_column_x (self, column) + x,
                                    fz_reading_view_page_y (self, column, place->y), width, place->height);
}

/* What a passage of text takes of the view: of one line as much as it has, of more than
 * one whole lines. */
graphene_rect_t
fz_reading_view_rect_between (FzReadingView *self, guint start, guint end)
{
  FzFlowPlace from, to;
  graphene_rect_t rect, last;

  fz_flow_locate (self->flow, start, FALSE, &from);
  fz_flow_locate (self->flow, MAX (start, end), end > start, &to);
  if (from.y == to.y)
    return fz_reading_view_rect_of (self, &from, from.x, MAX (0, to.x - from.x));
  rect = fz_reading_view_rect_of (self, &from, 0, fz_flow_get_width (self->flow));
  last = fz_reading_view_rect_of (self, &to, 0, fz_flow_get_width (self->flow));
  graphene_rect_union (&rect, &last, &rect);
  return rect;
}

/* Whether the line at a place is wholly in sight. */
gboolean
fz_reading_view_is_seen (FzReadingView *self, const FzFlowPlace *place)
{
  fz_reading_view_fill_columns (self);
  if (self->n_columns > 1)
    return place->y >= self->starts[0] && place->y < self->starts[self->n_columns];
  return place->y >= self->starts[0] && place->y + place->height <= self->starts[0] + fz_reading_view_get_depth (self);
}
