/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* What the pointer does: a click puts the caret, two select a word and three a
 * paragraph; a drag selects from there on, by words or paragraphs where it began so,
 * and scrolls beyond the edges.  A finger scrolls; it selects a word where it stays,
 * and puts the caret where it only taps. */

static FzManuscript *
text_of (FzReadingView *self)
{
  return fz_flow_get_manuscript (self->flow);
}

static void
hit_at (FzReadingView *self, double x, double y, FzFlowHit *hit)
{
  double column_x;
  gint64 column_y;

  fz_reading_view_to_column (self, x, y, &column_x, &column_y);
  fz_flow_hit (self->flow, column_x, column_y, hit);
}

/* The place between characters that is nearest to a point. */
guint
fz_reading_view_caret_at (FzReadingView *self, double x, double y)
{
  FzFlowHit hit;

  hit_at (self, x, y, &hit);
  return hit.caret;
}

/* What is taken as one at a place: nothing, a word or a paragraph. */
static void
unit_at (FzReadingView *self, const FzFlowHit *hit, guint *start, guint *end)
{
  *start = *end = hit->caret;
  if (self->by_paragraph)
    fz_reading_paragraph (text_of (self), hit->position, start, end);
  else if (self->dragged == FZ_SEGMENT_WORD)
    fz_reading_segment (text_of (self), FZ_SEGMENT_WORD, hit->position, start, end);
}

static void
start_selection (FzReadingView *self, double x, double y, int n_press)
{
  FzFlowHit hit;

  hit_at (self, x, y, &hit);
  self->dragged = n_press == 2 ? FZ_SEGMENT_WORD : FZ_SEGMENT_CHARACTER;
  self->by_paragraph = n_press >= 3;
  unit_at (self, &hit, &self->drag_start, &self->drag_end);
  fz_reading_view_select (self, self->drag_start, self->drag_end);
  if (self->drag_start == self->drag_end)
    self->back = hit.back;
  self->goal = -1;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static gboolean
extends (GtkGesture *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
}

static void
on_pressed (FzReadingView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  FzFlowHit hit;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (fz_reading_view_is_empty (self) || is_touch (gesture))
    return;
  self->touched = FALSE;
  self->taken = n_press == 1 && !extends (gesture) && fz_reading_view_takes_out (self, x, y);
  if (self->taken)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!extends (gesture))
    {
      start_selection (self, x, y, n_press);
      return;
    }
  hit_at (self, x, y, &hit);
  self->drag_start = self->drag_end = self->bound;
  self->dragged = FZ_SEGMENT_CHARACTER;
  self->by_paragraph = FALSE;
  fz_reading_view_move (self, hit.caret, hit.back, TRUE);
}

/* A finger that taps has only now said so, and so has a press on the selection that
 * did not drag it out. */
static void
on_click_released (FzReadingView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gboolean touch = is_touch (gesture);

  if (fz_reading_view_is_empty (self) || !(touch || self->taken))
    return;
  self->taken = FALSE;
  self->touched = touch;
  start_selection (self, x, y, n_press);
  fz_reading_view_tell_released (self, x, y);
}

/* From what the drag began with to what lies under the pointer. */
static void
extend_to (FzReadingView *self, double x, double y)
{
  guint start, end;
  FzFlowHit hit;

  hit_at (self, x, y, &hit);
  unit_at (self, &hit, &start, &end);
  if (start < self->drag_start)
    fz_reading_view_select (self, self->drag_end, start);
  else
    fz_reading_view_select (self, self->drag_start, MAX (end, self->drag_end));
  if (start == end)
    self->back = hit.back;
}

/* How far beyond an edge of the view. */
static double
beyond (FzReadingView *self)
{
  double x, y;

  fz_reading_view_to_page (self, self->drag_x, self->drag_y, &x, &y);
  return y < 0 ? y : MAX (0, y - fz_reading_view_get_depth (self));
}

static gboolean
on_drag_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FzReadingView *self = FZ_READING_VIEW (widget);

  if (beyond (self) == 0 || fz_reading_view_is_empty (self))
    {
      self->drag_tick = 0;
      return G_SOURCE_REMOVE;
    }
  fz_reading_view_set_top (self, fz_reading_view_get_top (self) + CLAMP (beyond (self) / 4, -60, 60));
  extend_to (self, self->drag_x, self->drag_y);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_update (FzReadingView *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  if (fz_reading_view_is_empty (self) || is_touch (gesture) || self->taken
      || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  extend_to (self, self->drag_x, self->drag_y);
  if (beyond (self) != 0 && self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_drag_tick, NULL, NULL);
}

static void
on_drag_end (FzReadingView *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  self->drag_x = self->drag_y = 1;
  if (!is_touch (gesture) && !self->taken && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    fz_reading_view_tell_released (self, x + dx, y + dy);
}

static void
on_long_pressed (FzReadingView *self, double x, double y)
{
  if (fz_reading_view_is_empty (self))
    return;
  self->touched = TRUE;
  start_selection (self, x, y, 2);
  fz_reading_view_tell_released (self, x, y);
}

static void
on_secondary_pressed (FzReadingView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint start, end;
  FzFlowHit hit;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (fz_reading_view_is_empty (self))
    return;
  hit_at (self, x, y, &hit);
  if (hit.inside && (!fz_reading_view_get_selection (self, &start, &end) || hit.position < start || hit.position >= end))
    fz_reading_view_select (self, hit.position, hit.position);
  fz_reading_view_tell_menu (self, x, y);
}

/* Adds what selects: a click and a drag that go together. */
static void
add_selecting (FzReadingView *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_click_released), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}

/* Vertical text goes on to the left: so does a wheel that turns down. */
static gboolean
on_scroll (FzReadingView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (!self->vertical || dy == 0 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  fz_reading_view_set_top (self, fz_reading_view_get_top (self) + dy * (wheel ? 3 * self->size : 1));
  return GDK_EVENT_STOP;
}

void
fz_reading_view_add_pointer (FzReadingView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *secondary = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  fz_reading_view_add_handles (self);
  fz_reading_view_add_drag_source (self);
  add_selecting (self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
