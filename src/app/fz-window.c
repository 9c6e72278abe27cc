/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"

/* The window: regions, article, its whole page where it is called, figures.
 *
 * A wide window shows all of them.  Where the columns are too many for it the
 * figures lie over the article when they are called, below 1040 the whole page
 * stands in the place of the article, below 680 regions and article are two
 * pages.  Which sidebars are shown is remembered for the wide window only: what a narrow one
 * hides is not the reader's choice.
 *
 * Nothing here waits for the library: each question is asked with a callback,
 * and `busy` is TRUE until the last of them is answered. */

G_DEFINE_FINAL_TYPE (FzWindow, fz_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_SETTINGS,
  PROP_IMPORT_JOB,
  PROP_BUSY,
  PROP_NARROW,
  PROP_COLUMNS,
  PROP_SIDEBAR_SHOWN,
  PROP_FIGURES_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The pane itself says why an article could not be shown. */
void
fz_window_show_title (FzWindow *self, const FzEntry *entry)
{
  g_autofree char *title = entry ? fz_entry_shown_title (entry) : g_strdup (_("Fangzhi"));
  g_autofree char *source = fz_entry_shown_source (entry);

  gtk_label_set_label (self->title, entry ? title : "");
  gtk_label_set_label (self->subtitle, source ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), source != NULL);
  adw_navigation_page_set_title (self->content_page, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_set_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!fz_library_set_read_finish (FZ_LIBRARY (source), result, &error))
    g_message ("The article could not be marked as read: %s", error->message);
}

static void
on_article_loaded (FzWindow *self)
{
  FzStored *stored = fz_reading_pane_get_stored (self->reading);

  fz_window_done (self, FZ_WAIT_ARTICLE);
  fz_window_show_content (self, "article");
  fz_window_show_title (self, stored ? stored->entry : NULL);
  fz_window_follow_article (self);
  fz_window_settle_focus (self);
  if (!stored)
    return;
  fz_window_reveal_sought (self, stored->entry->id);
  if (!stored->entry->binned)
    fz_region_tree_reveal (self->tree, stored->entry->id, stored->entry->filed);
  if (fz_window_remembers_article (self))
    g_object_set (self->settings, "last-article", stored->entry->id, NULL);
  if (!stored->entry->read)
    fz_library_set_read_async (self->library, stored->entry->id, TRUE, NULL, on_set_read, NULL);
}

/* The reader chose it: the keyboard goes there. */
void
fz_window_open_article (FzWindow *self, gint64 article)
{
  fz_window_show_article (self, article);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (fz_window_get_main_pane (self));
}

static void
on_article_activated (FzRegionTree *tree, gint64 article, FzWindow *self)
{
  fz_window_open_article (self, article);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, FzWindow *self)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (GSList *l = files; l; l = l->next)
    if (g_file_peek_path (l->data))
      g_strv_builder_add (paths, g_file_peek_path (l->data));
  g_slist_free (files);
  list = g_strv_builder_end (paths);
  if (*list)
    fz_window_import (self, list);
  return *list != NULL;
}

static void
bind_settings (FzWindow *self)
{
  static const struct { const char *key, *property; } bindings[] = {
    { "window-width", "default-width" },
    { "window-height", "default-height" },
    { "window-maximized", "maximized" },
    { "sidebar-shown", "sidebar-shown" },
    { "stats-shown", "figures-shown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    g_object_bind_property (self->settings, bindings[i].key, self, bindings[i].property,
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "region-order", self->tree, "order",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "region-order", self->search, "region-order", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "article-sort", self->tree, "sort",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "all-regions", self->tree, "whole",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "zoom", self->reading, "zoom",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
fz_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzWindow *self = FZ_WINDOW (object);

  switch (id)
    {
    case PROP_IMPORT_JOB:
      g_value_set_object (value, self->job);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->waits != 0);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COLUMNS:
      g_value_set_uint (value, self->columns);
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, self->sidebar_shown);
      break;
    case PROP_FIGURES_SHOWN:
      g_value_set_boolean (value, self->figures_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzWindow *self = FZ_WINDOW (object);

  switch (id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_NARROW:
      fz_window_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_COLUMNS:
      self->columns = g_value_get_uint (value);
      fz_window_update_columns (self);
      break;
    case PROP_SIDEBAR_SHOWN:
      self->sidebar_shown = g_value_get_boolean (value);
      fz_window_update_sidebar (self);
      break;
    case PROP_FIGURES_SHOWN:
      fz_window_set_figures_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
fz_window_close_request (GtkWindow *window)
{
  return fz_window_close_later (FZ_WINDOW (window)) || GTK_WINDOW_CLASS (fz_window_parent_class)->close_request (window);
}

static void
fz_window_constructed (GObject *object)
{
  FzWindow *self = FZ_WINDOW (object);

  G_OBJECT_CLASS (fz_window_parent_class)->constructed (object);
  bind_settings (self);
  if (FZ_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

static void
fz_window_dispose (GObject *object)
{
  FzWindow *self = FZ_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->opening);
  fz_window_end_restoring (self);
  if (self->job)
    fz_import_job_cancel (self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_WINDOW);
  g_clear_object (&self->job);
  g_clear_object (&self->refiler);
  g_clear_pointer (&self->settling, fz_correction_free);
  g_clear_object (&self->corrector);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (fz_window_parent_class)->dispose (object);
}

static void
fz_window_finalize (GObject *object)
{
  FzWindow *self = FZ_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->opening);
  fz_window_forget_sought (self);
  g_free (self->path);
  g_free (self->to_restore);
  g_strfreev (self->waiting);
  G_OBJECT_CLASS (fz_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, FZ_TYPE_SETTINGS,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORT_JOB] = g_param_spec_object ("import-job", NULL, NULL, FZ_TYPE_IMPORT_JOB, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns", NULL, NULL, 1, FZ_WINDOW_COLUMNS, FZ_WINDOW_COLUMNS, flags);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, flags);
  properties[PROP_FIGURES_SHOWN] = g_param_spec_boolean ("figures-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-window.ui");
  gtk_widget_class_bind_template_child (klass, FzWindow, toasts);
  gtk_widget_class_bind_template_child (klass, FzWindow, stack);
  gtk_widget_class_bind_template_child (klass, FzWindow, failure);
  gtk_widget_class_bind_template_child (klass, FzWindow, retry);
  gtk_widget_class_bind_template_child (klass, FzWindow, restore);
  gtk_widget_class_bind_template_child (klass, FzWindow, restore_bar);
  gtk_widget_class_bind_template_child (klass, FzWindow, restore_page);
  gtk_widget_class_bind_template_child (klass, FzWindow, salvage);
  gtk_widget_class_bind_template_child (klass, FzWindow, despite);
  gtk_widget_class_bind_template_child (klass, FzWindow, split);
  gtk_widget_class_bind_template_child (klass, FzWindow, content_page);
  gtk_widget_class_bind_template_child (klass, FzWindow, figures_split);
  gtk_widget_class_bind_template_child (klass, FzWindow, figures_toggle);
  gtk_widget_class_bind_template_child (klass, FzWindow, title);
  gtk_widget_class_bind_template_child (klass, FzWindow, subtitle);
  gtk_widget_class_bind_template_child (klass, FzWindow, content);
  gtk_widget_class_bind_template_child (klass, FzWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, FzWindow, search_toggle);
  gtk_widget_class_bind_template_child (klass, FzWindow, search);
  gtk_widget_class_bind_template_child (klass, FzWindow, tree);
  gtk_widget_class_bind_template_child (klass, FzWindow, page_toggle);
  gtk_widget_class_bind_template_child (klass, FzWindow, page);
  gtk_widget_class_bind_template_child (klass, FzWindow, reading);
  gtk_widget_class_bind_template_child (klass, FzWindow, figures);
  gtk_widget_class_bind_template_callback (klass, on_article_activated);
  gtk_widget_class_bind_template_callback (klass, on_article_loaded);
  gtk_widget_class_bind_template_callback (klass, on_drop);
  gtk_widget_class_bind_template_callback (klass, fz_window_figures_collapsed);
  gtk_widget_class_bind_template_callback (klass, fz_window_figures_shown);
  gtk_widget_class_bind_template_callback (klass, fz_window_settle_place);
  gtk_widget_class_bind_template_callback (klass, fz_window_page_loaded);
  gtk_widget_class_bind_template_callback (klass, fz_window_page_toggled);
  gtk_widget_class_bind_template_callback (klass, fz_window_hit_activated);
  gtk_widget_class_bind_template_callback (klass, fz_window_search_activated);
  gtk_widget_class_bind_template_callback (klass, fz_window_search_closed);
  gtk_widget_class_bind_template_callback (klass, fz_window_search_toggled);
  gtk_widget_class_bind_template_callback (klass, fz_window_show_reading);
  gtk_widget_class_bind_template_callback (klass, fz_window_file_dropped);
  gtk_widget_class_bind_template_callback (klass, fz_window_tree_failed);
  gtk_widget_class_bind_template_callback (klass, fz_window_tree_updated);
}

static void
fz_window_class_init (FzWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fz_window_get_property;
  object_class->set_property = fz_window_set_property;
  object_class->constructed = fz_window_constructed;
  object_class->dispose = fz_window_dispose;
  object_class->finalize = fz_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = fz_window_close_request;
  install_properties (object_class);
  g_type_ensure (GDK_TYPE_FILE_LIST);
  g_type_ensure (FZ_TYPE_REGION_TREE);
  g_type_ensure (FZ_TYPE_SEARCH_PANE);
  g_type_ensure (FZ_TYPE_READING_PANE);
  g_type_ensure (FZ_TYPE_FIGURES_PANE);
  g_type_ensure (FZ_TYPE_PAGE_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
  fz_window_install_focus (GTK_WIDGET_CLASS (klass));
  fz_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
fz_window_init (FzWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->job = fz_import_job_new ();
  self->corrector = fz_corrector_new ();
  self->sidebar_shown = self->figures_shown = TRUE;
  self->columns = FZ_WINDOW_COLUMNS;
  gtk_widget_init_template (GTK_WIDGET (self));
  fz_window_import_init (self);
  fz_window_page_init (self);
  fz_window_file_init (self);
  fz_window_settle_init (self);
  fz_figures_pane_set_pane (self->figures, self->reading);
  fz_window_show_content (self, "none");
}

/* Notes that the window waits for an answer; `busy` follows. */
void
fz_window_wait (FzWindow *self, FzWait what)
{
  self->waits |= what;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
fz_window_done (FzWindow *self, FzWait what)
{
  self->waits &= ~what;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * fz_window_new:
 * @application: the application
 * @settings: its settings
 *
 * Returns: (transfer none): a window without a library
 */
FzWindow *
fz_window_new (GtkApplication *application, FzSettings *settings)
{
  return g_object_new (FZ_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

/**
 * fz_window_show_article:
 * @self: a window
 * @article: an article's id
 *
 * Opens the article, selects it among the regions and marks it as read.
 */
void
fz_window_show_article (FzWindow *self, gint64 article)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  fz_window_wait (self, FZ_WAIT_ARTICLE);
  fz_reading_pane_show_article (self->reading, article);
}

/**
 * fz_window_get_busy:
 * @self: a window
 *
 * Returns: whether an answer that the window needs is still on its way
 */
gboolean
fz_window_get_busy (FzWindow *self)
{
  return self->waits != 0;
}
