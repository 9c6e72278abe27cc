/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-link.h"

/* The address that the menu is about: it can be opened and copied. */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  text = g_strdup_printf (_("The link was not opened: %s"), error->message);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (self->link);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_opened, g_object_ref (self));
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), FZ_READING_PANE (widget)->link);
}

/* A menu is opened at a place of the text. */
void
fz_reading_pane_find_link (FzReadingPane *self, double x, double y)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);
  guint position;

  g_clear_pointer (&self->link, g_free);
  if (text != NULL && fz_reading_view_position_at (self->view, x, y, &position))
    self->link = fz_link_at (text, position);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.open-link", self->link != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.copy-link", self->link != NULL);
}

void
fz_reading_pane_install_link (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reading.open-link", NULL, on_open);
  gtk_widget_class_install_action (klass, "reading.copy-link", NULL, on_copy);
}
