/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-orphans-dialog.h"

/* A page is removed, after the reader was told what goes with it; notes stay. */

typedef struct {
  FzWindow  *window;
  FzLibrary *library; /* whose page it is; the window may have another one when the reader answers */
  gint64     source;
} Removal;

static void
removal_free (Removal *self)
{
  g_object_unref (self->window);
  g_object_unref (self->library);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  g_autoptr (GError) error = NULL;
  FzStored *stored = fz_reading_pane_get_stored (self->window->reading);
  gboolean removed = fz_library_remove_source_finish (FZ_LIBRARY (source), result, &error);

  if (removed && self->window->library == self->library && stored && stored->entry->source == self->source)
    fz_window_show_content (self->window, "none");
  fz_window_tell (self->window, removed ? _("The page was removed") : error->message);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (self->window->library != self->library || !g_str_equal (answer, "remove"))
    return;
  fz_library_remove_source_async (self->library, self->source, NULL, on_removed, self);
  g_steal_pointer (&self);
}

static void
ask (Removal *removal, const FzRemoval *weighed)
{
  g_autofree char *text = fz_removal_text (weighed);
  AdwDialog *dialog = adw_alert_dialog_new (_("Remove the Page?"), text);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (removal->window), NULL, on_answered, removal);
}

static void
on_weighed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  g_autoptr (GError) error = NULL;
  FzRemoval weighed;

  if (fz_library_weigh_removal_finish (FZ_LIBRARY (source), result, &weighed, &error))
    ask (g_steal_pointer (&self), &weighed);
  else
    fz_window_tell (self->window, error->message);
}

static void
remove_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  Removal *removal;

  if (!self->library)
    return;
  removal = g_new0 (Removal, 1);
  *removal = (Removal) { g_object_ref (self), g_object_ref (self->library), g_variant_get_int64 (parameter) };
  fz_library_weigh_removal_async (self->library, removal->source, NULL, on_weighed, removal);
}

static void
show_orphans_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (self->library)
    adw_dialog_present (fz_orphans_dialog_new (self->library), widget);
}

/* Installs the actions. */
void
fz_window_install_removal (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.remove-source", "x", remove_source_action);
  gtk_widget_class_install_action (klass, "win.show-orphans", NULL, show_orphans_action);
}
