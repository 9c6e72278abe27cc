/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* What is selected is dragged out as text; with Ctrl held down as the drag begins, with
 * what it is from. */

/* So much of it hangs on the pointer. */
#define SHOWN 24

static gboolean
is_selected (FzReadingView *self, double x, double y)
{
  guint start, end, position;

  return fz_reading_view_get_selection (self, &start, &end) && fz_reading_view_position_at (self, x, y, &position)
         && position >= start && position < end;
}

static GdkContentProvider *
on_prepare (FzReadingView *self, double x, double y, GtkDragSource *source)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (source));
  g_autofree char *text = NULL;

  if (!fz_reading_view_takes_out (self, x, y))
    return NULL;
  text = fz_reading_view_dup_quote (self, (state & GDK_CONTROL_MASK) != 0);
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static void
on_begin (FzReadingView *self, GdkDrag *drag)
{
  g_autofree char *text = fz_reading_view_dup_selection (self);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (SHOWN, g_utf8_strlen (text, -1)));
  g_autofree char *label = g_strdup_printf ("%s%s", start, strlen (start) < strlen (text) ? "…" : "");

  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), gtk_label_new (label));
}

/* Whether a press at a point may begin to drag the selection out. */
gboolean
fz_reading_view_takes_out (FzReadingView *self, double x, double y)
{
  return !fz_reading_view_is_empty (self) && is_selected (self, x, y);
}

void
fz_reading_view_add_drag_source (FzReadingView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (source), TRUE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
