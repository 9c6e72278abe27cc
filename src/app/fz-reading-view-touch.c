/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fz-reading-view-private.h"

/* The handles at both ends of what a finger has selected: each hangs below its line
 * and takes its end of the selection along. */

#define RADIUS 9.
/* A finger is no pointer. */
#define REACH 28.

/* The centre of the handle at one end of the selection; FALSE where it is not seen. */
static gboolean
handle_at (FzReadingView *self, gboolean at_end, graphene_point_t *center)
{
  guint position = at_end ? MAX (self->bound, self->caret) : MIN (self->bound, self->caret);
  FzFlowPlace place;
  graphene_rect_t end;

  fz_flow_locate (self->flow, position, at_end, &place);
  end = fz_reading_view_rect_of (self, &place, place.x, 0);
  center->x = self->vertical ? end.origin.x - RADIUS : end.origin.x;
  center->y = self->vertical ? end.origin.y : end.origin.y + end.size.height + RADIUS;
  return center->y > 0 && center->y - RADIUS < gtk_widget_get_height (GTK_WIDGET (self))
         && center->x > 0 && center->x - RADIUS < gtk_widget_get_width (GTK_WIDGET (self));
}

static gboolean
has_handles (FzReadingView *self)
{
  return self->touched && self->bound != self->caret && !fz_reading_view_is_empty (self);
}

static void
draw_handle (GtkSnapshot *snapshot, const graphene_point_t *center, const GdkRGBA *color)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (center->x - RADIUS, center->y - RADIUS, 2 * RADIUS, 2 * RADIUS);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

void
fz_reading_view_draw_handles (FzReadingView *self, GtkSnapshot *snapshot)
{
  g_autoptr (GdkRGBA) color = NULL;
  graphene_point_t center;

  if (!has_handles (self))
    return;
  color = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  for (guint at_end = 0; at_end < 2; at_end++)
    if (handle_at (self, at_end, &center))
      draw_handle (snapshot, &center, color);
}

static gboolean
reaches (FzReadingView *self, gboolean at_end, double x, double y)
{
  graphene_point_t center;

  return handle_at (self, at_end, &center) && hypot (center.x - x, center.y - y) <= REACH;
}

/* The end that is taken becomes the caret. */
static void
on_drag_begin (FzReadingView *self, double x, double y, GtkGesture *gesture)
{
  guint start = MIN (self->bound, self->caret), end = MAX (self->bound, self->caret);

  if (!has_handles (self) || !(reaches (self, TRUE, x, y) || reaches (self, FALSE, x, y)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_x = x;
  self->drag_y = y;
  self->dragged = FZ_SEGMENT_CHARACTER;
  self->by_paragraph = FALSE;
  if (reaches (self, TRUE, x, y))
    fz_reading_view_select (self, start, end);
  else
    fz_reading_view_select (self, end, start);
  self->drag_start = self->drag_end = self->bound;
}

/* The line that the handle hangs on is meant; what was selected never vanishes under it. */
static void
on_drag_update (FzReadingView *self, double dx, double dy, GtkGesture *gesture)
{
  guint bound = self->bound, caret;

  if (!has_handles (self))
    return;
  caret = fz_reading_view_caret_at (self, self->drag_x + dx + (self->vertical ? 2 * RADIUS : 0),
                                    self->drag_y + dy - (self->vertical ? 0 : 2 * RADIUS));
  if (caret != bound)
    fz_reading_view_select (self, bound, caret);
}

static void
on_drag_end (FzReadingView *self, double dx, double dy, GtkGesture *gesture)
{
  if (has_handles (self))
    fz_reading_view_tell_released (self, self->drag_x + dx, self->drag_y + dy);
}

void
fz_reading_view_add_handles (FzReadingView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "handles");
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
