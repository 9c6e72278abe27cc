/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

/* The article alone: without what is beside and above it, and on the whole screen.
 * What the reader shows otherwise is as it was when the article is left. */

static void
set_focused (FzWindow *self, gboolean focused)
{
  if (self->focused == focused)
    return;
  self->focused = focused;
  fz_window_update_sidebar (self);
  fz_window_figures_collapsed (self);
  adw_toolbar_view_set_reveal_top_bars (self->content_bars, !focused);
  fz_reading_pane_set_focused (self->reading, focused);
  if (focused)
    gtk_widget_grab_focus (fz_window_get_main_pane (self));
}

/* There is nothing to focus on without an article. */
void
fz_window_focus_possible (FzWindow *self, gboolean possible)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.focus", possible);
  if (!possible)
    set_focused (self, FALSE);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (!self->focused)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
  set_focused (self, !self->focused);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* One step back, where nothing else wants the key. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (self->focused)
    set_focused (self, FALSE);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
fz_window_install_focus (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzWindow, content_bars);
  gtk_widget_class_install_action (klass, "win.focus", NULL, focus_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, on_escape, NULL);
}
