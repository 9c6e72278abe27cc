/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

/* The actions of the window. */

static GStrv
paths_of (GListModel *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file))
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  return g_strv_builder_end (paths);
}

/* Files and folders come through the same list; a dialog that was closed
 * answers none. */
static void
import_chosen (FzWindow *self, GListModel *files)
{
  g_auto (GStrv) paths = files ? paths_of (files) : NULL;

  if (paths && *paths)
    fz_window_import (self, paths);
}

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  import_chosen (self, files);
}

static void
on_folders_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_select_multiple_folders_finish (GTK_FILE_DIALOG (source), result, NULL);

  import_chosen (self, files);
}

static void
import_files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, on_files_chosen, g_object_ref (self));
}

static void
import_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import Folder"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_select_multiple_folders (dialog, GTK_WINDOW (self), self->cancellable,
                                           on_folders_chosen, g_object_ref (self));
}

static void
cancel_import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_import_job_cancel (FZ_WINDOW (widget)->job);
}

static void
on_library_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && g_file_peek_path (file))
    fz_window_open_library (self, g_file_peek_path (file));
}

static void
open_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open Library"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, on_library_chosen, g_object_ref (self));
}

static void
reopen_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  if (path)
    fz_window_open_library (self, path);
}

static void
open_damaged_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FZ_WINDOW (widget)->open_damaged = TRUE;
  reopen_library_action (widget, name, parameter);
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (self->narrow)
    adw_navigation_split_view_set_show_content (self->split, !adw_navigation_split_view_get_show_content (self->split));
  else
    g_object_set (self, "sidebar-shown", !self->sidebar_shown, NULL);
}

static void
toggle_figures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwOverlaySplitView *split = FZ_WINDOW (widget)->figures_split;

  adw_overlay_split_view_set_show_sidebar (split, !adw_overlay_split_view_get_show_sidebar (split));
}

static void
toggle_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *toggle = FZ_WINDOW (widget)->page_toggle;

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_window_open_details (FZ_WINDOW (widget));
}

static void
file_under_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  FzStored *stored = fz_reading_pane_get_stored (self->reading);

  if (stored)
    fz_window_ask_region (self, stored->entry->id);
}

static void
file_article_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_window_ask_region (FZ_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
find_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  fz_window_show_sidebar (self);
  gtk_toggle_button_set_active (self->search_toggle, FALSE);
  fz_region_tree_find (self->tree);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_window_open_search (FZ_WINDOW (widget));
}

/* Through what was found while that is shown. */
static void
step (FzWindow *self, int step)
{
  if (fz_window_is_searching (self))
    fz_search_pane_step (self->search, step);
  else
    fz_region_tree_step (self->tree, step);
}

static void
next_article_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (FZ_WINDOW (widget), 1);
}

static void
previous_article_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (FZ_WINDOW (widget), -1);
}

/* Where articles are selected: in what was found, or among the regions. */
static GtkWidget *
picker (FzWindow *self)
{
  return fz_window_is_searching (self) ? GTK_WIDGET (self->search) : fz_region_tree_get_picker (self->tree);
}

/* Of what is selected there, wherever the keyboard is. */
static void
star_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (picker (FZ_WINDOW (widget)), "articles.toggle-star", NULL);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (picker (FZ_WINDOW (widget)), "articles.toggle-read", NULL);
}

/* Installs the actions of the window into its class. */
void
fz_window_install_actions (GtkWidgetClass *klass)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "win.import-files", import_files_action },
    { "win.import-folder", import_folder_action },
    { "win.cancel-import", cancel_import_action },
    { "win.open-library", open_library_action },
    { "win.reopen-library", reopen_library_action },
    { "win.open-damaged", open_damaged_action },
    { "win.toggle-sidebar", toggle_sidebar_action },
    { "win.toggle-figures", toggle_figures_action },
    { "win.toggle-page", toggle_page_action },
    { "win.details", details_action },
    { "win.file-under", file_under_action },
    { "win.search", search_action },
    { "win.find-region", find_region_action },
    { "win.next-article", next_article_action },
    { "win.previous-article", previous_article_action },
    { "win.star", star_action },
    { "win.read", read_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (klass, "win.file-article", "x", file_article_action);
  fz_window_install_marks (klass);
  fz_window_install_removal (klass);
  fz_window_install_restore (klass);
  fz_window_install_saved (klass);
}
