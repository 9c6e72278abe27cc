/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* How the text is laid out for the size and the look of the view; what is at its top
 * stays there.  Before anything is drawn all passages in sight are composed; the others
 * follow in idle slices behind drawing. */

#define SLICE_USEC 4000
/* How often the scrollbar is told of it. */
#define TELL_USEC 100000

static gboolean
settle (gpointer user_data)
{
  FzReadingView *self = user_data;
  gint64 now = g_get_monotonic_time ();
  gboolean more = fz_flow_settle (self->flow, now + SLICE_USEC);

  if (!more || now > self->told + TELL_USEC)
    {
      self->told = now;
      fz_reading_view_configure (self);
    }
  if (!more)
    self->idle = 0;
  return more;
}

/* Behind drawing and sizing, before what has time. */
static void
settle_later (FzReadingView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, settle, self, NULL);
}

void
fz_reading_view_stop_settling (FzReadingView *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
}

/**
 * fz_reading_view_is_settled:
 *
 * Returns: whether all heights are exact
 */
gboolean
fz_reading_view_is_settled (FzReadingView *self)
{
  return !fz_reading_view_is_empty (self) && self->idle == 0 && fz_flow_get_width (self->flow) > 1;
}

/* Remembers what is at the top of the view, a position and how far its line is below
 * the top; until the reader scrolls it stays that, so that through many sizes of the
 * text or the window nothing drifts. */
void
fz_reading_view_hold (FzReadingView *self)
{
  gint64 top = fz_reading_view_get_top (self);
  FzFlowPlace place;
  FzFlowHit hit;

  if (self->held != FZ_NOWHERE || top <= 0 || fz_reading_view_get_depth (self) == 0 || fz_reading_view_is_empty (self))
    return;
  fz_flow_hit (self->flow, 0, top - FZ_READING_TOP, &hit);
  fz_flow_locate (self->flow, hit.position, FALSE, &place);
  self->held = hit.position;
  self->held_distance = FZ_READING_TOP + place.y - top;
}

static void
put_back (FzReadingView *self)
{
  guint held = self->held;
  FzFlowPlace place;

  if (held == FZ_NOWHERE)
    {
      fz_reading_view_set_top (self, 0);
      return;
    }
  fz_flow_locate (self->flow, held, FALSE, &place);
  fz_reading_view_set_top (self, FZ_READING_TOP + place.y - self->held_distance);
  self->held = held;
}

/* Lays the text out for the size of the view; what was at its top stays there. */
void
fz_reading_view_lay_out (FzReadingView *self)
{
  int beside = fz_flow_get_width (self->beside), width;
  gboolean other;

  if (self->printed != NULL)
    fz_reading_view_hold (self);
  width = fz_reading_view_cut_columns (self);
  other = width != fz_flow_get_width (self->flow) || beside != fz_flow_get_width (self->beside);
  if (fz_reading_view_get_depth (self) == 0 || fz_reading_view_is_empty (self))
    return;
  if (other)
    fz_reading_view_hold (self);
  fz_flow_set_width (self->flow, width);
  if (other)
    put_back (self);
  else
    fz_reading_view_refresh_top (self);
  fz_reading_view_scroll_to_pending (self);
  settle_later (self);
}

/**
 * fz_reading_view_set_look:
 * @look: how it is set; what is at the top of the view stays there
 * @measure: how long lines are at most, in ems
 */
void
fz_reading_view_set_look (FzReadingView *self, const FzFlowLook *look, double measure)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  fz_reading_view_hold (self);
  fz_reading_view_stop_settling (self);
  self->size = look->size;
  self->grid = fz_reading_styles_pitch (look->size * look->leading);
  self->vertical = look->setting.vertical;
  self->measure = measure;
  fz_reading_view_set_beside_look (self, look);
  fz_flow_set_look (self->flow, look);
  fz_reading_view_lay_out_anew (self);
}

/* Lays it out where nothing of what was composed counts any more; what was held at its
 * top stays there. */
void
fz_reading_view_lay_out_anew (FzReadingView *self)
{
  fz_flow_set_width (self->flow, fz_reading_view_cut_columns (self));
  if (fz_reading_view_get_depth (self) == 0 || fz_reading_view_is_empty (self))
    return;
  put_back (self);
  settle_later (self);
}

/**
 * fz_reading_view_set_columns:
 * @columns: how many columns there are, where they have room; 0 for as many as the
 *   measure leaves room for
 *
 * Vertical text has one.
 */
void
fz_reading_view_set_columns (FzReadingView *self, guint columns)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (columns == self->columns)
    return;
  fz_reading_view_hold (self);
  self->columns = columns;
  fz_reading_view_lay_out (self);
  if (!fz_reading_view_is_empty (self))
    put_back (self);
}

/**
 * fz_reading_view_set_margin:
 * @margin: before lines and behind them, in pixels; where there is no room for it and
 *   for a text, it is less
 */
void
fz_reading_view_set_margin (FzReadingView *self, double margin)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (margin == self->margin)
    return;
  fz_reading_view_hold (self);
  self->margin = margin;
  fz_reading_view_lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
