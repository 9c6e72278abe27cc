/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* Where the text stands in what is seen of it.
 *
 * The anchor is the passage at the top of the view and how much of it lies above.
 * The adjustment is set from it, so that what is read stays where it is while passages
 * above it come to their exact heights. */

static gint64
full_height (FzReadingView *self)
{
  return FZ_READING_TOP + fz_flow_get_height (self->flow) + FZ_READING_BOTTOM;
}

/* The top of what is seen, from the top of the whole text and its margin. */
gint64
fz_reading_view_get_top (FzReadingView *self)
{
  if (fz_reading_view_is_empty (self))
    return 0;
  return FZ_READING_TOP + fz_flow_get_top (self->flow, self->anchor) + self->offset;
}

static void
anchor_at (FzReadingView *self, gint64 y)
{
  gint64 in_column;

  y = CLAMP (y, 0, MAX (0, full_height (self) - fz_reading_view_get_page (self)));
  in_column = y - FZ_READING_TOP;
  self->anchor = fz_flow_passage_at (self->flow, in_column);
  self->offset = in_column - fz_flow_get_top (self->flow, self->anchor);
}

/* Composes what is in sight, each passage of which can change what is. */
static void
compose_seen (FzReadingView *self)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (self->flow));
  gint64 y = -self->offset;

  for (guint i = self->anchor; i < n && y < fz_reading_view_get_page (self); i++)
    {
      fz_flow_set_passage (self->flow, i);
      y += fz_flow_get_top (self->flow, i + 1) - fz_flow_get_top (self->flow, i);
    }
}

/* Columns start with a whole line. */
static void
snap (FzReadingView *self)
{
  gint64 line;

  if (self->n_columns == 1)
    return;
  line = fz_reading_view_line_from (self, fz_reading_view_get_top (self) - FZ_READING_TOP);
  if (line >= fz_flow_get_height (self->flow))
    return;
  self->anchor = fz_flow_passage_at (self->flow, line);
  self->offset = line - fz_flow_get_top (self->flow, self->anchor);
}

/* Vertical text is scrolled from the right. */
void
fz_reading_view_configure (FzReadingView *self)
{
  GtkAdjustment *adjustment = self->vertical ? self->hadjustment : self->vadjustment;
  GtkAdjustment *other = self->vertical ? self->vadjustment : self->hadjustment;
  double page = fz_reading_view_get_page (self), upper = MAX (full_height (self), page);
  double value = CLAMP (fz_reading_view_get_top (self) + self->rest, 0, upper - page);

  self->scrolling = TRUE;
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, self->vertical ? upper - page - value : value, 0, upper,
                              self->size * 3, MAX (1, page - 2 * self->size), page);
  if (other != NULL)
    gtk_adjustment_configure (other, 0, 0, 1, 1, 1, 1);
  self->scrolling = FALSE;
}

/* What is at the top stays there, and what is in sight is composed. */
void
fz_reading_view_refresh_top (FzReadingView *self)
{
  anchor_at (self, fz_reading_view_get_top (self));
  compose_seen (self);
  snap (self);
  fz_reading_view_fill_columns (self);
  fz_reading_view_configure (self);
}

/* Puts @y at the top of what is seen. */
void
fz_reading_view_set_top (FzReadingView *self, gint64 y)
{
  if (fz_reading_view_is_empty (self))
    return;
  self->held = FZ_NOWHERE;
  anchor_at (self, y);
  compose_seen (self);
  anchor_at (self, fz_reading_view_get_top (self));
  snap (self);
  self->rest = 0;
  fz_reading_view_fill_columns (self);
  fz_reading_view_configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* As soon as the view has a size. */
void
fz_reading_view_scroll_to_pending (FzReadingView *self)
{
  guint position = self->pending;
  FzFlowPlace place;

  if (position == FZ_NOWHERE || fz_reading_view_is_empty (self))
    return;
  self->pending = FZ_NOWHERE;
  /* Once by estimated heights, and again by those of what is in sight then. */
  for (guint i = 0; i < 2; i++)
    {
      fz_flow_locate (self->flow, position, FALSE, &place);
      fz_reading_view_set_top (self, FZ_READING_TOP + place.y
                                       - (self->pending_at_top ? 0 : fz_reading_view_get_depth (self) * 3 / 10));
    }
}

/* Line by line, since columns may end with any. */
static void
advance_to (FzReadingView *self, const FzFlowPlace *place)
{
  gint64 behind = place->y - self->starts[self->n_columns] - 2 * (gint64) fz_reading_view_get_page (self);

  if (behind > 0)
    fz_reading_view_set_top (self, FZ_READING_TOP + place->y);
  for (gint64 before = -1; !fz_reading_view_is_seen (self, place) && fz_reading_view_get_top (self) > before;)
    {
      before = fz_reading_view_get_top (self);
      fz_reading_view_set_top (self, before + 1);
    }
}

/* Scrolls as little as brings the caret into sight. */
void
fz_reading_view_keep_seen (FzReadingView *self)
{
  FzFlowPlace place;
  gint64 y;

  if (fz_reading_view_is_empty (self) || fz_reading_view_get_depth (self) == 0)
    return;
  fz_flow_locate (self->flow, self->caret, self->back, &place);
  if (fz_reading_view_is_seen (self, &place))
    return;
  y = place.y + FZ_READING_TOP;
  if (place.y < self->starts[0])
    fz_reading_view_set_top (self, y < 2 * FZ_READING_TOP ? 0 : y);
  else if (self->n_columns > 1)
    advance_to (self, &place);
  else
    fz_reading_view_set_top (self, y + place.height - fz_reading_view_get_depth (self));
}

/* Wheels and fingers move columns by less than a line at a time; what they moved is kept. */
static void
on_value (FzReadingView *self, GtkAdjustment *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (self->scrolling || fz_reading_view_is_empty (self)
      || adjustment != (self->vertical ? self->hadjustment : self->vadjustment))
    return;
  if (self->vertical)
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  fz_reading_view_set_top (self, value);
  if (self->n_columns == 1)
    return;
  self->rest = value - fz_reading_view_get_top (self);
  fz_reading_view_configure (self);
}

void
fz_reading_view_set_adjustment (FzReadingView *self, GtkAdjustment **which, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *which == adjustment)
    return;
  if (*which != NULL)
    g_signal_handlers_disconnect_by_func (*which, on_value, self);
  g_clear_object (which);
  *which = adjustment != NULL ? g_object_ref_sink (adjustment) : NULL;
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_value), self, G_CONNECT_SWAPPED);
  fz_reading_view_configure (self);
}

/* Puts the caret there, and the line with it at the top or in the upper third. */
void
fz_reading_view_scroll_pending (FzReadingView *self, guint position, gboolean at_top)
{
  if (fz_reading_view_is_empty (self))
    return;
  fz_reading_view_select (self, position, position);
  self->pending = self->caret;
  self->pending_at_top = at_top;
  if (fz_reading_view_get_depth (self) > 0)
    fz_reading_view_scroll_to_pending (self);
}

/**
 * fz_reading_view_scroll_to:
 * @position: a code point of the text
 *
 * Puts the caret there and brings it into the upper third of the view, now or as soon
 * as the view has a size.
 */
void
fz_reading_view_scroll_to (FzReadingView *self, guint position)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  fz_reading_view_scroll_pending (self, position, FALSE);
}

/**
 * fz_reading_view_show:
 * @start: first code point
 * @end: one past the last
 *
 * Puts the caret at @start, and scrolls there unless all of it is seen.
 */
void
fz_reading_view_show (FzReadingView *self, guint start, guint end)
{
  FzFlowPlace first, last;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (fz_reading_view_is_empty (self))
    return;
  fz_flow_locate (self->flow, start, FALSE, &first);
  fz_flow_locate (self->flow, end, TRUE, &last);
  if (!fz_reading_view_is_seen (self, &first) || !fz_reading_view_is_seen (self, &last))
    fz_reading_view_scroll_to (self, start);
  else
    fz_reading_view_select (self, start, start);
}

/**
 * fz_reading_view_scroll_to_top:
 *
 * Puts the caret and the view at the beginning of a text.
 */
void
fz_reading_view_scroll_to_top (FzReadingView *self)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  self->pending = FZ_NOWHERE;
  fz_reading_view_select (self, 0, 0);
  fz_reading_view_set_top (self, 0);
}

/**
 * fz_reading_view_turn_page:
 * @forward: or back
 *
 * Scrolls by what is seen at a time, and leaves the caret where it is.  Of one column two
 * lines stay in sight; several start with what had no room in the last of them.
 */
void
fz_reading_view_turn_page (FzReadingView *self, gboolean forward)
{
  gint64 page;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (fz_reading_view_is_empty (self))
    return;
  page = MAX (1, fz_reading_view_get_page (self) - 2 * self->size);
  fz_reading_view_fill_columns (self);
  if (self->n_columns > 1 && self->starts[self->n_columns] <= fz_flow_get_height (self->flow))
    page = forward ? FZ_READING_TOP + self->starts[self->n_columns] - fz_reading_view_get_top (self)
                   : self->starts[self->n_columns] - self->starts[0];
  fz_reading_view_set_top (self, fz_reading_view_get_top (self) + (forward ? page : -page));
}
