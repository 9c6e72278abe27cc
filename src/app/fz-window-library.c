/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

/* The library of the window: how it is opened, what is shown of it first, and
 * what is said where it cannot be opened. */

/* What each failure to open the library is called, and whether trying again can
 * help; the library's own sentence says what to do. */
static const struct {
  FzLibraryError  code;
  const char     *title;
  gboolean        retry;
} failures[] = {
  { FZ_LIBRARY_ERROR_NOT_LIBRARY, N_("Not a Library"), FALSE },
  { FZ_LIBRARY_ERROR_TOO_NEW, N_("Library of a Newer Version"), FALSE },
  { FZ_LIBRARY_ERROR_DAMAGED, N_("Damaged Library"), TRUE },
  { FZ_LIBRARY_ERROR_READ_ONLY, N_("Library Cannot Be Written"), TRUE },
  { FZ_LIBRARY_ERROR_BUSY, N_("Library in Use"), TRUE },
  { FZ_LIBRARY_ERROR_FULL, N_("No Space Left"), TRUE },
};

/* What can be put in the library's place: a backup, and what still reads of one. */
static void
offer_mending (FzWindow *self, gboolean restore, gboolean salvage)
{
  gtk_widget_set_visible (self->restore, restore);
  gtk_widget_set_visible (self->salvage, salvage);
}

static char *
describe_failure (const char *message, gboolean restore)
{
  g_autofree char *text = g_markup_escape_text (message, -1);

  if (!restore)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s\n\n%s", text,
                          _("Whatever takes its place, the file that is there now stays beside it, with “.before” behind its name."));
}

/* Who uses the keyboard is at what can be done about it. */
static void
show_failed (FzWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_child_focus (GTK_WIDGET (self->failure), GTK_DIR_TAB_FORWARD);
}

static void
show_failure (FzWindow *self, const GError *error)
{
  gboolean damaged = g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
  gboolean restore = damaged || g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_LIBRARY);
  g_autofree char *text = describe_failure (error->message, restore);
  const char *title = N_("Library Cannot Be Opened");
  gboolean retry = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_error_matches (error, FZ_LIBRARY_ERROR, (int) failures[i].code))
      {
        title = failures[i].title;
        retry = failures[i].retry;
      }
  adw_status_page_set_title (self->failure, _(title));
  adw_status_page_set_description (self->failure, text);
  gtk_widget_set_visible (self->retry, retry);
  offer_mending (self, restore, damaged);
  gtk_widget_set_visible (self->despite, FALSE);
  show_failed (self);
}

/* It can be opened, but somebody met a fault in it. */
static void
show_mark (FzWindow *self)
{
  adw_status_page_set_title (self->failure, _("Damaged Library"));
  adw_status_page_set_description (self->failure,
    _("The library was found damaged when it was last in use. Put a backup in its place, or what still reads of it; the damaged one stays beside it, with “.before” behind its name."));
  gtk_widget_set_visible (self->retry, FALSE);
  offer_mending (self, TRUE, TRUE);
  gtk_widget_set_visible (self->despite, TRUE);
  show_failed (self);
}

/* Whether the article that is open is kept for the next start: that of the
 * reader's own library is. */
gboolean
fz_window_remembers_article (FzWindow *self)
{
  g_autofree char *path = fz_library_default_path ();

  return g_strcmp0 (path, self->path) == 0;
}

static void
restore_article (FzWindow *self)
{
  gint64 article = 0;

  if (fz_reading_pane_get_stored (self->reading) || !fz_window_remembers_article (self))
    return;
  g_object_get (self->settings, "last-article", &article, NULL);
  if (article > 0)
    fz_window_show_article (self, article);
}

static gint64
n_articles (FzWindow *self)
{
  gint64 n = 0;

  g_object_get (self->tree, "n-articles", &n, NULL);
  return n;
}

/* The counts of the library are in. */
void
fz_window_tree_updated (FzWindow *self)
{
  gboolean first = self->waits & FZ_WAIT_COUNTS;

  gtk_stack_set_visible_child_name (self->stack, n_articles (self) > 0 ? "library" : "empty");
  if (first && n_articles (self) > 0 && !self->show_imported)
    restore_article (self);
  fz_window_settle_focus (self);
  fz_window_done (self, FZ_WAIT_COUNTS);
  if (first)
    fz_window_go_on_mending (self);
}

/* Nothing of the window reads the library any more, nor can anything be taken back in it. */
void
fz_window_let_go (FzWindow *self)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  g_cancellable_cancel (self->reanalysing);
  fz_window_forget_settled (self);
  fz_corrector_set_library (self->corrector, NULL);
  fz_page_view_set_library (self->page, NULL);
  fz_reading_pane_set_library (self->reading, NULL);
  fz_search_pane_set_library (self->search, NULL);
  fz_region_tree_set_library (self->tree, NULL);
  g_clear_object (&self->library);
}

/* They could not be had: something else may take the library's place now. */
void
fz_window_tree_failed (FzRegionTree *tree, GError *error, FzWindow *self)
{
  fz_window_let_go (self);
  show_failure (self, error);
  fz_window_done (self, FZ_WAIT_COUNTS);
}

/* Nobody asked for what could not be read; what can be done about it is offered when
 * the library is opened again. */
static void
on_damaged (FzWindow *self)
{
  if (self->told_damage)
    return;
  self->told_damage = TRUE;
  fz_window_tell (self, _("The library is damaged; open it again to put a backup in its place"));
}

static void
take_library (FzWindow *self, FzLibrary *library)
{
  if (g_set_object (&self->library, library))
    fz_window_forget_settled (self);
  g_signal_connect_object (library, "damaged", G_CALLBACK (on_damaged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "unmade", G_CALLBACK (fz_window_go_on_mending), self, G_CONNECT_SWAPPED);
  fz_corrector_set_library (self->corrector, library);
  fz_page_view_set_library (self->page, library);
  fz_reading_pane_set_library (self->reading, library);
  fz_search_pane_set_library (self->search, library);
  self->told_damage = FALSE;
  fz_window_show_content (self, "none");
  fz_window_wait (self, FZ_WAIT_COUNTS);
  fz_region_tree_set_library (self->tree, library);
  fz_window_import_waiting (self);
}

static void
on_library (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open_finish (result, &error);

  /* One that was open before it was given up comes all the same. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (library && fz_library_was_damaged (library) && !self->open_damaged)
    show_mark (self);
  else if (library)
    take_library (self, library);
  else
    show_failure (self, error);
  fz_window_done (self, FZ_WAIT_LIBRARY);
}

/**
 * fz_window_open_library:
 * @self: a window
 * @path: the library's file; made where it is missing
 *
 * Opens the library and shows it; where it cannot be opened, says why.  One that
 * is still being opened is given up.
 */
void
fz_window_open_library (FzWindow *self, const char *path)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  if (g_strcmp0 (path, self->path) != 0)
    self->open_damaged = FALSE;
  fz_window_forget_restore (self);
  g_cancellable_cancel (self->opening);
  g_cancellable_cancel (self->reanalysing);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_set_str (&self->path, path);
  g_clear_object (&self->library);
  fz_region_tree_set_library (self->tree, NULL);
  fz_search_pane_set_library (self->search, NULL);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  fz_window_wait (self, FZ_WAIT_LIBRARY);
  fz_library_open_async (path, self->opening, on_library, g_object_ref (self));
}

/**
 * fz_window_get_path:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the file of its library
 */
const char *
fz_window_get_path (FzWindow *self)
{
  return self->path;
}

/**
 * fz_window_get_library:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): its library, once it is open
 */
FzLibrary *
fz_window_get_library (FzWindow *self)
{
  return self->library;
}
