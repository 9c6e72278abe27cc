/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-undo-toast.h"

/* Searches that the reader keeps: made of what is looked for, renamed, removed and
 * put back. */

typedef struct {
  FzWindow      *window;
  FzLibrary     *library; /* whose search it is, or will be */
  FzSavedSearch *saved;
  GtkEditable   *name; /* of the dialog */
} Naming;

static void
naming_free (Naming *self)
{
  g_object_unref (self->window);
  g_object_unref (self->library);
  fz_saved_search_free (self->saved);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naming, naming_free)

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fz_library_put_saved_search_finish (FZ_LIBRARY (source), result, &error) == 0)
    fz_window_tell (self, error->message);
}

static void
put (const Naming *self)
{
  fz_library_put_saved_search_async (self->library, self->saved, NULL, on_put, g_object_ref (self->window));
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Naming) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  if (!g_str_equal (answer, "save") || *name == '\0')
    return;
  g_set_str (&self->saved->name, name);
  put (self);
}

static void
ask_name (FzWindow *self, FzLibrary *library, FzSavedSearch *saved, const char *heading)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Naming *naming = g_new0 (Naming, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), saved->name);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 100);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  *naming = (Naming) { g_object_ref (self), g_object_ref (library), saved, GTK_EDITABLE (entry) };
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, on_named, naming);
}

static void
save_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  const char *query = fz_search_pane_get_query (self->search);

  if (self->library && *query != '\0')
    ask_name (self, self->library, fz_saved_search_new (query, query, fz_search_pane_get_order (self->search)),
              _("Save the Search"));
}

/* A search as the library has it now. */
typedef struct {
  FzWindow *window;
  gint64    id;
  gboolean  remove;
} Asked;

static void
on_put_back (AdwToast *toast, Naming *naming)
{
  put (naming);
}

static void
naming_free_with (gpointer data, GClosure *closure)
{
  naming_free (data);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Naming) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_("The search “%s” was removed"), self->saved->name);
  FzWindow *window = self->window;

  if (!fz_library_remove_saved_search_finish (FZ_LIBRARY (source), result, &error))
    {
      fz_window_tell (window, error->message);
      return;
    }
  adw_toast_overlay_add_toast (window->toasts, fz_undo_toast_new (text, G_CALLBACK (on_put_back), g_steal_pointer (&self),
                                                                  naming_free_with));
}

static void
do_asked (const Asked *asked, FzLibrary *library, const FzSavedSearch *saved)
{
  FzWindow *self = asked->window;
  Naming *naming;

  if (!asked->remove)
    {
      ask_name (self, library, fz_saved_search_copy (saved), _("Rename the Search"));
      return;
    }
  naming = g_new0 (Naming, 1);
  *naming = (Naming) { g_object_ref (self), g_object_ref (library), fz_saved_search_copy (saved), NULL };
  fz_library_remove_saved_search_async (library, saved->id, NULL, on_removed, naming);
}

static void
on_searches (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (FzWindow) self = asked->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) saved = fz_library_saved_searches_finish (FZ_LIBRARY (source), result, &error);

  if (!saved)
    fz_window_tell (self, error->message);
  for (guint i = 0; saved && i < saved->len; i++)
    if (((const FzSavedSearch *) saved->pdata[i])->id == asked->id)
      do_asked (asked, FZ_LIBRARY (source), saved->pdata[i]);
}

static void
change_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  Asked *asked;

  if (!self->library)
    return;
  asked = g_new0 (Asked, 1);
  *asked = (Asked) { g_object_ref (self), g_variant_get_int64 (parameter), g_str_equal (name, "win.remove-search") };
  fz_library_saved_searches_async (self->library, NULL, on_searches, asked);
}

/* The row of a search was opened: its hits stand in the search. */
void
fz_window_search_activated (FzRegionTree *tree, FzRegionNode *node, FzWindow *self)
{
  const FzSavedSearch *saved = fz_region_node_get_saved (node);

  fz_window_open_search (self);
  fz_search_pane_set_query (self->search, saved->query, saved->order);
}

/* Installs the actions. */
void
fz_window_install_saved (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-search", NULL, save_search_action);
  gtk_widget_class_install_action (klass, "win.rename-search", "x", change_search_action);
  gtk_widget_class_install_action (klass, "win.remove-search", "x", change_search_action);
}
