/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-undo-toast.h"

/* What is said of articles, and how it is taken back. */

typedef struct {
  FzWindow  *window;  /* whose toast it is */
  FzLibrary *library; /* whose articles they are; the toast may outlast it in the window */
  GArray    *articles;
  FzMark     mark;
  gboolean   on;
} Said;

static void
said_free (gpointer data, GClosure *closure)
{
  Said *self = data;

  g_object_unref (self->library);
  g_array_unref (self->articles);
  g_free (self);
}

void
fz_window_tell (FzWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed = fz_library_mark_finish (FZ_LIBRARY (source), result, &error);

  if (!changed)
    fz_window_tell (self, error->message);
}

static void
on_undo (AdwToast *toast, Said *said)
{
  FzWindow *self = said->window;

  fz_library_mark_async (said->library, said->articles, said->mark, !said->on, NULL, on_undone, g_object_ref (self));
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Said *said = user_data;
  g_autoptr (FzWindow) self = said->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changed = fz_library_mark_finish (FZ_LIBRARY (source), result, &error);
  g_autofree char *text = changed ? fz_marked_text (said->mark, said->on, changed->len) : NULL;

  if (!changed)
    fz_window_tell (self, error->message);
  /* The row shows what was said of one; one in the bin has no row any more. */
  if (!changed || changed->len == 0 || (changed->len == 1 && said->mark != FZ_MARK_BINNED))
    {
      said_free (said, NULL);
      return;
    }
  g_array_unref (said->articles);
  said->articles = g_array_ref (changed);
  adw_toast_overlay_add_toast (self->toasts, fz_undo_toast_new (text, G_CALLBACK (on_undo), said, said_free));
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameter, 0);
  Said *said;
  gsize n;
  gconstpointer data = g_variant_get_fixed_array (ids, &n, sizeof (gint64));

  if (!self->library)
    return;
  said = g_new0 (Said, 1);
  said->window = g_object_ref (self);
  said->library = g_object_ref (self->library);
  said->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (said->articles, data, (guint) n);
  g_variant_get_child (parameter, 1, "u", &said->mark);
  g_variant_get_child (parameter, 2, "b", &said->on);
  fz_library_mark_async (self->library, said->articles, said->mark, said->on, NULL, on_marked, said);
}

static void
on_emptied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fz_library_empty_bin_finish (FZ_LIBRARY (source), result, &error))
    fz_window_tell (self, error->message);
}

static void
on_empty_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (self->library && g_str_equal (answer, "empty"))
    fz_library_empty_bin_async (self->library, NULL, on_emptied, g_object_ref (self));
}

static void
empty_bin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Empty the Bin?"),
                                            _("What lies in it will not be listed any more. Notes are kept with the "
                                              "words they were made on, and the pages stay as they were imported."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "empty", _("_Empty"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "empty", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, on_empty_answered, g_object_ref (widget));
}

/* Installs the actions. */
void
fz_window_install_marks (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.mark", "(axub)", mark_action);
  gtk_widget_class_install_action (klass, "win.empty-bin", NULL, empty_bin_action);
}
