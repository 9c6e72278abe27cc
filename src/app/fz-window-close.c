/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

/* How the window closes, and lets go of its library for a copy that takes the place of
 * it: not before the library holds all that the reader did.
 * Where it refuses something the window stays, for what was not kept can still be
 * tried again in it; closing once more is then the reader's decision. */

static gboolean
is_writing (FzWindow *self)
{
  return fz_reading_pane_is_writing (self->reading) || fz_figures_pane_is_writing (self->figures)
         || fz_corrector_is_busy (self->corrector) || fz_window_is_restoring (self);
}

static guint
refusals (FzWindow *self)
{
  return fz_reading_pane_get_refusals (self->reading) + fz_figures_pane_get_refusals (self->figures)
         + fz_corrector_get_refusals (self->corrector) + self->restore_refusals;
}

static void on_writing (FzWindow *self);

static void
stop_waiting (FzWindow *self)
{
  g_signal_handlers_disconnect_by_func (self->reading, on_writing, self);
  g_signal_handlers_disconnect_by_func (self->figures, on_writing, self);
  g_signal_handlers_disconnect_by_func (self->corrector, on_writing, self);
  g_signal_handlers_disconnect_by_func (self, on_writing, self);
  self->closing = FALSE;
}

static void
on_writing (FzWindow *self)
{
  if (is_writing (self))
    return;
  stop_waiting (self);
  if (refusals (self) != self->refusals)
    g_clear_pointer (&self->to_restore, g_free);
  else if (self->to_restore)
    fz_window_restore_written (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
write_all (FzWindow *self)
{
  fz_reading_pane_finish_note (self->reading);
  fz_reading_pane_keep_place (self->reading);
  if (!is_writing (self))
    return FALSE;
  self->closing = TRUE;
  self->refusals = refusals (self);
  g_signal_connect_object (self->reading, "notify::writing", G_CALLBACK (on_writing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "settled", G_CALLBACK (on_writing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->corrector, "changed", G_CALLBACK (on_writing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::busy", G_CALLBACK (on_writing), self, G_CONNECT_SWAPPED);
  return TRUE;
}

/* Whether the window must wait; it closes itself when it need not any more. */
gboolean
fz_window_close_later (FzWindow *self)
{
  g_clear_pointer (&self->to_restore, g_free);
  return self->closing || write_all (self);
}

/* Whether what is to be restored must wait; it is when it need not any more. */
gboolean
fz_window_restore_later (FzWindow *self)
{
  return self->closing || write_all (self);
}

/* What waits to be restored is not restored any more; the window stays. */
void
fz_window_forget_restore (FzWindow *self)
{
  if (self->to_restore)
    stop_waiting (self);
  g_clear_pointer (&self->to_restore, g_free);
}
