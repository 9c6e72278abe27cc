/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-picture-taker.h"

#include <glib/gi18n.h>

#include "fz-picture.h"

/* Waits until a window has done all that it was asked for, and draws it once. */

/* What rows and panes still load after the window has stopped asking. */
#define SETTLE_MS 700

/* A dialog that has just come stands in the picture only once the compositor has
 * asked for frames: one lays it out, the next one draws what that has changed. */
#define N_FRAMES 3

/* A compositor that never asks does not keep the program. */
#define LATEST_MS 10000

typedef struct {
  FzWindow      *window;
  char          *path;
  FzPictureDone  done; /* (nullable): called once */
  gpointer       user_data;
  guint          source;
  guint          tick;
  guint          n_frames;
} Taker;

static void
tell (Taker *self, const GError *error)
{
  FzPictureDone done = g_steal_pointer (&self->done);

  if (done)
    done (error, self->user_data);
}

static void
stop_waiting (Taker *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), self->tick);
  self->tick = 0;
}

static gboolean
take (gpointer user_data)
{
  Taker *self = user_data;
  g_autoptr (GError) error = NULL;

  self->source = 0;
  stop_waiting (self);
  fz_picture_save (GTK_WIDGET (self->window), self->path, &error);
  tell (self, error);
  return G_SOURCE_REMOVE;
}

static gboolean
on_frame (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  Taker *self = user_data;

  if (++self->n_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  g_clear_handle_id (&self->source, g_source_remove);
  /* After the frame that this is the beginning of. */
  self->source = g_idle_add_full (G_PRIORITY_LOW, take, self, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
on_settled (gpointer user_data)
{
  Taker *self = user_data;

  self->n_frames = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), on_frame, self, NULL);
  self->source = g_timeout_add (LATEST_MS, take, self);
  return G_SOURCE_REMOVE;
}

static void
on_busy (FzWindow *window, GParamSpec *pspec, Taker *self)
{
  stop_waiting (self);
  if (!fz_window_get_busy (window) && self->done)
    self->source = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
on_destroy (FzWindow *window, Taker *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _("The window was closed"));

  stop_waiting (self);
  tell (self, error);
}

static void
taker_free (gpointer data, GClosure *closure)
{
  Taker *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->path);
  g_free (self);
}

/**
 * fz_picture_take:
 * @window: a window
 * @path: where the PNG goes
 * @done: (scope async): called once, when the picture is written or cannot be
 * @user_data: given to @done
 *
 * Draws the window into a file as soon as it waits for nothing any more.
 */
void
fz_picture_take (FzWindow *window, const char *path, FzPictureDone done, gpointer user_data)
{
  Taker *self = g_new0 (Taker, 1);

  self->window = window;
  self->path = g_strdup (path);
  self->done = done;
  self->user_data = user_data;
  g_signal_connect (window, "notify::busy", G_CALLBACK (on_busy), self);
  g_signal_connect_data (window, "destroy", G_CALLBACK (on_destroy), self, taker_free, G_CONNECT_DEFAULT);
}
