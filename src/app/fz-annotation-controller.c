/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-controller-private.h"

#include <glib/gi18n.h>

#include "fz-highlight-bar.h"
#include "fz-highlight.h"
#include "fz-note-popover.h"

/* Annotating by hand: brings together the text view, the list of annotations,
 * and the popovers that hang in the host widget.  Whatever can be done is an
 * action of the group "annotation", so that buttons, menu and keys are one. */

G_DEFINE_FINAL_TYPE (FzAnnotationController, fz_annotation_controller, G_TYPE_OBJECT)

static void
point_at (FzAnnotationController *self, GtkWidget *popover, guint start, guint end)
{
  GdkRectangle area;

  if (fz_reading_view_get_area (self->view, start, end, self->host, &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
}

/* Shows the bar at what is selected. */
void
fz_annotation_controller_show_bar (FzAnnotationController *self)
{
  guint start, end;

  if (self->list == NULL || !fz_reading_view_get_selection (self->view, &start, &end))
    return;
  point_at (self, self->bar, start, end);
  gtk_popover_popup (GTK_POPOVER (self->bar));
}

void
fz_annotation_controller_deselect (FzAnnotationController *self)
{
  guint start, end;

  if (fz_reading_view_get_selection (self->view, &start, &end))
    fz_reading_view_select (self->view, start, start);
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Opens the note of one that exists. */
void
fz_annotation_controller_open_item (FzAnnotationController *self, FzAnnotationItem *item)
{
  const FzAnnotation *value = fz_annotation_item_get_value (item);

  fz_annotation_controller_finish (self);
  g_set_object (&self->edited, item);
  point_at (self, self->note, value->start, value->end);
  fz_note_popover_open (FZ_NOTE_POPOVER (self->note), value->note, value->color, TRUE);
}

/* Opens a note on what is to be highlighted. */
void
fz_annotation_controller_open_new (FzAnnotationController *self, guint start, guint end)
{
  fz_annotation_controller_finish (self);
  g_clear_object (&self->edited);
  self->start = start;
  self->end = end;
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  point_at (self, self->note, start, end);
  fz_note_popover_open (FZ_NOTE_POPOVER (self->note), NULL, self->color, FALSE);
}

static void
on_note_saved (FzAnnotationController *self)
{
  g_autofree char *note = fz_note_popover_dup_note (FZ_NOTE_POPOVER (self->note));

  if (self->list == NULL)
    return;
  if (self->edited != NULL)
    fz_annotation_list_set_note (self->list, self->edited, note);
  else if (*note)
    {
      self->color = fz_note_popover_get_color (FZ_NOTE_POPOVER (self->note));
      fz_annotation_list_add (self->list, self->start, self->end, self->color, note);
      fz_annotation_controller_deselect (self);
    }
}

static void
on_recolored (FzAnnotationController *self, guint color)
{
  if (self->list != NULL && self->edited != NULL)
    fz_annotation_list_set_color (self->list, self->edited, color);
}

static void
on_note_removed (FzAnnotationController *self)
{
  if (self->list != NULL && self->edited != NULL)
    fz_annotation_controller_remove (self, self->edited);
}

static void
on_released (FzAnnotationController *self, double x, double y)
{
  FzAnnotationItem *item = NULL;
  guint start, end, position;

  if (self->list == NULL)
    return;
  if (fz_reading_view_get_selection (self->view, &start, &end))
    fz_annotation_controller_show_bar (self);
  else if (fz_reading_view_position_at (self->view, x, y, &position))
    item = fz_annotation_list_at (self->list, position);
  if (item != NULL)
    fz_annotation_controller_open_item (self, item);
}

static void
on_menu (FzAnnotationController *self, double x, double y)
{
  graphene_point_t at;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), self->host, &GRAPHENE_POINT_INIT (x, y), &at))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { at.x, at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_cursor (FzAnnotationController *self)
{
  guint start, end;

  if (!fz_reading_view_get_selection (self->view, &start, &end))
    gtk_popover_popdown (GTK_POPOVER (self->bar));
  fz_annotation_controller_update_actions (self);
}

/* What the reader does to annotations comes behind what was corrected: the list
 * is a new one after each correction. */
static void
on_list_changed (FzAnnotationController *self)
{
  if (self->corrector != NULL && fz_annotation_list_can_undo (self->list))
    fz_corrector_forget_redo (self->corrector);
  fz_annotation_controller_paint (self);
  fz_annotation_controller_update_actions (self);
}

/* Stays until it is answered, for the reader's words hang on it. */
static void
on_list_failed (FzAnnotationController *self, const char *reason, FzAnnotationList *list)
{
  g_autofree char *text = g_strdup_printf (_("The change was not kept: %s"), reason);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _("_Try Again"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (fz_annotation_list_retry), list, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (toast), "list", g_object_ref (list), g_object_unref);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
make_popovers (FzAnnotationController *self)
{
  g_autoptr (GMenuModel) menu = fz_annotation_controller_new_menu ();

  self->bar = fz_highlight_bar_new ();
  self->note = fz_note_popover_new ();
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->bar, self->host);
  gtk_widget_set_parent (self->note, self->host);
  gtk_widget_set_parent (self->menu, self->host);
  g_signal_connect_object (self->note, "saved", G_CALLBACK (on_note_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "recolored", G_CALLBACK (on_recolored), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "removed", G_CALLBACK (on_note_removed), self, G_CONNECT_SWAPPED);
}

static void
fz_annotation_controller_dispose (GObject *object)
{
  FzAnnotationController *self = FZ_ANNOTATION_CONTROLLER (object);

  fz_annotation_controller_set_list (self, NULL);
  g_clear_object (&self->edited);
  g_clear_object (&self->corrector);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (fz_annotation_controller_parent_class)->dispose (object);
}

static void
fz_annotation_controller_class_init (FzAnnotationControllerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fz_annotation_controller_dispose;
}

static void
fz_annotation_controller_init (FzAnnotationController *self)
{
}

/**
 * fz_annotation_controller_new:
 * @host: the widget that the popovers hang in, with a layout manager
 * @view: where the text is read
 * @toasts: where to tell what happened
 *
 * Returns: (transfer full): a controller; @host shuts it before it goes
 */
FzAnnotationController *
fz_annotation_controller_new (GtkWidget *host, FzReadingView *view, AdwToastOverlay *toasts)
{
  FzAnnotationController *self = g_object_new (FZ_TYPE_ANNOTATION_CONTROLLER, NULL);

  self->host = host;
  self->view = view;
  self->toasts = toasts;
  make_popovers (self);
  fz_annotation_controller_install_actions (self);
  fz_annotation_controller_install_keys (self);
  g_signal_connect_object (view, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "moved", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  fz_annotation_controller_update_actions (self);
  return self;
}

/**
 * fz_annotation_controller_shut:
 *
 * Takes the popovers out of the host; what stands in an open note is kept.
 */
void
fz_annotation_controller_shut (FzAnnotationController *self)
{
  fz_annotation_controller_set_list (self, NULL);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

/**
 * fz_annotation_controller_finish:
 *
 * Closes an open note; what stands in it is kept.
 */
void
fz_annotation_controller_finish (FzAnnotationController *self)
{
  if (self->note != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->note));
}

static void
forget_list (FzAnnotationController *self)
{
  fz_annotation_controller_finish (self);
  if (self->bar != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->bar));
  if (self->removal != NULL)
    adw_toast_dismiss (self->removal);
  g_clear_weak_pointer (&self->removal);
  g_clear_object (&self->edited);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_list_changed, self);
  g_clear_object (&self->list);
}

/**
 * fz_annotation_controller_set_list:
 * @list: (nullable): the annotations of the article that is shown
 *
 * A note that is being written goes to the article it was begun on.  Of a former
 * list too it is told what the library refuses.
 */
void
fz_annotation_controller_set_list (FzAnnotationController *self, FzAnnotationList *list)
{
  forget_list (self);
  if (list == NULL)
    return;
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_list_failed), self, G_CONNECT_SWAPPED);
  on_list_changed (self);
}

/**
 * fz_annotation_controller_set_corrector:
 * @corrector: whose acts are undone and redone by the same actions
 */
void
fz_annotation_controller_set_corrector (FzAnnotationController *self, FzCorrector *corrector)
{
  g_set_object (&self->corrector, corrector);
  g_signal_connect_object (corrector, "changed", G_CALLBACK (fz_annotation_controller_update_actions), self,
                           G_CONNECT_SWAPPED);
  fz_annotation_controller_update_actions (self);
}

/**
 * fz_annotation_controller_get_actions:
 *
 * Returns: (transfer none): the actions, for widgets beside the host
 */
GActionGroup *
fz_annotation_controller_get_actions (FzAnnotationController *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * fz_annotation_controller_remove:
 * @item: one of the list
 *
 * Removes it, and offers to take that back.
 */
void
fz_annotation_controller_remove (FzAnnotationController *self, FzAnnotationItem *item)
{
  AdwToast *toast;

  if (self->list == NULL)
    return;
  fz_annotation_list_remove (self->list, item);
  toast = adw_toast_new (_("Highlight removed"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "annotation.undo");
  g_set_weak_pointer (&self->removal, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * fz_annotation_controller_paint:
 *
 * Draws the highlights anew, into new text.
 */
void
fz_annotation_controller_paint (FzAnnotationController *self)
{
  if (self->list == NULL)
    return;
  fz_highlight_paint (fz_reading_view_get_layer (self->view, FZ_LAYER_HIGHLIGHT),
                      fz_annotation_list_get_model (self->list));
  fz_reading_view_layer_changed (self->view, FZ_LAYER_HIGHLIGHT);
}

/**
 * fz_annotation_controller_scrolled:
 *
 * Lets the bar go with its selection, and hides it when that is out of sight.
 */
void
fz_annotation_controller_scrolled (FzAnnotationController *self)
{
  guint start, end;
  GdkRectangle area;

  if (!gtk_widget_get_visible (self->bar) || !fz_reading_view_get_selection (self->view, &start, &end))
    return;
  if (fz_reading_view_get_area (self->view, start, end, self->host, &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->bar), &area);
  else
    gtk_popover_popdown (GTK_POPOVER (self->bar));
}
