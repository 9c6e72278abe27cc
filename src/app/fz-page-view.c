/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page-view-private.h"

#include <glib/gi18n.h>

#include "fz-line-header.h"
#include "fz-line-row.h"
#include "fz-sheet-words.h"

/* The whole page that an article is of: its physical lines, each with what the
 * analysis made of it, and what the reader can say against that. */

G_DEFINE_FINAL_TYPE (FzPageView, fz_page_view, GTK_TYPE_WIDGET)

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_activate (FzPageView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.details", NULL);
}

static void
on_secondary_pressed (FzPageView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fz_page_view_show_menu (self, x, y);
}

static void
on_corrector_changed (FzPageView *self)
{
  fz_page_view_update_spinner (self);
  fz_page_view_update_actions (self);
}

static gboolean
fz_page_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FZ_PAGE_VIEW (widget)->list));
}

static void
fz_page_view_dispose (GObject *object)
{
  FzPageView *self = FZ_PAGE_VIEW (object);

  fz_page_view_stop (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->details_dialog);
  g_clear_weak_pointer (&self->corrections_dialog);
  g_clear_weak_pointer (&self->encoding_dialog);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_PAGE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->library);
  g_clear_object (&self->corrector);
  G_OBJECT_CLASS (fz_page_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-page-view.ui");
  gtk_widget_class_bind_template_child (klass, FzPageView, stack);
  gtk_widget_class_bind_template_child (klass, FzPageView, error);
  gtk_widget_class_bind_template_child (klass, FzPageView, summary);
  gtk_widget_class_bind_template_child (klass, FzPageView, doubt);
  gtk_widget_class_bind_template_child (klass, FzPageView, encoding);
  gtk_widget_class_bind_template_child (klass, FzPageView, spinner);
  gtk_widget_class_bind_template_child (klass, FzPageView, list);
  gtk_widget_class_bind_template_child (klass, FzPageView, line_menu);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_secondary_pressed);
}

static void
fz_page_view_class_init (FzPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_page_view_dispose;
  widget_class->grab_focus = fz_page_view_grab_focus;
  /* What fz_page_view_get_sheet() answers is another now. */
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  fz_page_view_install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fz_page_view_init (FzPageView *self)
{
  g_autoptr (GtkListItemFactory) row_factory = fz_line_row_factory ();
  g_autoptr (GtkListItemFactory) header_factory = fz_line_header_factory ();

  self->model = fz_sheet_model_new ();
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, row_factory);
  gtk_list_view_set_header_factory (self->list, header_factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  self->menu = gtk_popover_menu_new_from_model (self->line_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (fz_page_view_update_actions), self,
                           G_CONNECT_SWAPPED);
  fz_page_view_add_keys (self);
  fz_page_view_update_actions (self);
}

void
fz_page_view_tell_loaded (FzPageView *self)
{
  g_signal_emit (self, signals[LOADED], 0);
}

/* Tells the reader where the reader looks. */
void
fz_page_view_tell (FzPageView *self, const char *message)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (self->details_dialog != NULL)
    {
      fz_details_dialog_tell (self->details_dialog, message);
      return;
    }
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

/**
 * fz_page_view_set_corrector:
 * @corrector: what corrections go to
 */
void
fz_page_view_set_corrector (FzPageView *self, FzCorrector *corrector)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  g_set_object (&self->corrector, corrector);
  g_signal_connect_object (corrector, "changed", G_CALLBACK (on_corrector_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (corrector, "failed", G_CALLBACK (fz_page_view_tell), self, G_CONNECT_SWAPPED);
  on_corrector_changed (self);
}

/**
 * fz_page_view_set_library:
 * @library: (nullable): where pages are
 *
 * What was shown goes.
 */
void
fz_page_view_set_library (FzPageView *self, FzLibrary *library)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  if (g_set_object (&self->library, library))
    fz_page_view_show (self, 0, 0);
}

/**
 * fz_page_view_set_history:
 * @actions: the group "annotation", whose undo and redo count here too
 */
void
fz_page_view_set_history (FzPageView *self, GActionGroup *actions)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  gtk_widget_insert_action_group (GTK_WIDGET (self), "annotation", actions);
}

static void
close_dialog (gpointer dialog)
{
  if (dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* What is known of the former page may be no longer so when it is shown again, and
 * what is typed in a dialog about it is not said of another. */
static void
leave_page (FzPageView *self)
{
  fz_page_view_stop (self);
  self->details = FALSE;
  close_dialog (self->details_dialog);
  close_dialog (self->corrections_dialog);
  close_dialog (self->encoding_dialog);
  fz_sheet_model_set_sheet (self->model, NULL);
}

/**
 * fz_page_view_show:
 * @source: id of a page; 0 shows nothing
 * @article: id of the article that is open
 *
 * Shows the page at the article; it is loaded as soon as somebody sees it.
 */
void
fz_page_view_show (FzPageView *self, gint64 source, gint64 article)
{
  gboolean other_article;

  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  other_article = self->article != article;
  self->article = article;
  if (self->source != source)
    leave_page (self);
  self->source = source;
  if (fz_page_view_holds_page (self) && other_article)
    fz_page_view_reveal_article (self);
  fz_page_view_load_if_wanted (self);
  fz_page_view_update_spinner (self);
  fz_page_view_update_actions (self);
}

/**
 * fz_page_view_follow:
 * @article: id of the article that holds now what the open one held
 *
 * Where the reader is on the page stays as it is.
 */
void
fz_page_view_follow (FzPageView *self, gint64 article)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  self->article = article;
}

/**
 * fz_page_view_set_wanted:
 * @wanted: whether somebody sees it
 */
void
fz_page_view_set_wanted (FzPageView *self, gboolean wanted)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  self->wanted = wanted;
  fz_page_view_load_if_wanted (self);
}

/**
 * fz_page_view_open_details:
 *
 * Opens what there is to know, and to correct, of the article: that of the line
 * that is selected where the page is seen, else the open one.
 */
void
fz_page_view_open_details (FzPageView *self)
{
  FzSheet *sheet;
  guint32 article;
  GtkBitset *selected;

  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  if (!fz_page_view_holds_page (self) || self->cancellable != NULL)
    {
      self->details = TRUE;
      fz_page_view_load_if_wanted (self);
      return;
    }
  sheet = fz_sheet_model_get_sheet (self->model);
  article = fz_sheet_find_article (sheet, self->article);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (self->wanted && !gtk_bitset_is_empty (selected))
    article = fz_sheet_line (sheet, gtk_bitset_get_minimum (selected))->article;
  gtk_bitset_unref (selected);
  if (fz_sheet_article (sheet, article) == NULL || self->details_dialog != NULL)
    return;
  g_set_weak_pointer (&self->details_dialog, fz_details_dialog_new (self->corrector, sheet, article));
  adw_dialog_present (ADW_DIALOG (self->details_dialog), GTK_WIDGET (self));
}

/**
 * fz_page_view_get_sheet:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
FzSheet *
fz_page_view_get_sheet (FzPageView *self)
{
  g_return_val_if_fail (FZ_IS_PAGE_VIEW (self), NULL);

  return fz_page_view_holds_page (self) ? fz_sheet_model_get_sheet (self->model) : NULL;
}
