/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-controller.h"

#include <glib/gi18n.h>

#include "fz-highlight-bar.h"
#include "fz-highlight.h"
#include "fz-note-popover.h"

/* Annotating by hand: brings together the text view, the list of annotations,
 * and the popovers that hang in the host widget.  Whatever can be done is an
 * action of the group "annotation", so that buttons, menu and keys are one. */
struct _FzAnnotationController {
  GObject              parent_instance;

  GtkWidget           *host;   /* owns us */
  FzReadingView       *view;   /* inside the host */
  AdwToastOverlay     *toasts; /* inside the host */
  GSimpleActionGroup  *actions;
  GtkWidget           *bar;
  GtkWidget           *note;
  GtkWidget           *menu;
  FzAnnotationList    *list;
  FzAnnotationItem    *edited; /* what the note popover is about; NULL for a new one */
  guint                start;  /* what a new one will cover */
  guint                end;
  guint                color;  /* that was used last */
};

G_DEFINE_FINAL_TYPE (FzAnnotationController, fz_annotation_controller, G_TYPE_OBJECT)

static void
set_enabled (FzAnnotationController *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static FzAnnotationItem *
item_at_caret (FzAnnotationController *self)
{
  return self->list ? fz_annotation_list_at (self->list, fz_reading_view_get_caret (self->view)) : NULL;
}

static void
update_actions (FzAnnotationController *self)
{
  guint start, end;
  gboolean selected = fz_reading_view_get_selection (self->view, &start, &end);
  gboolean at_one = item_at_caret (self) != NULL;

  set_enabled (self, "highlight", self->list && selected);
  set_enabled (self, "note", self->list && (selected || at_one));
  set_enabled (self, "show-bar", self->list && selected);
  set_enabled (self, "copy", selected);
  set_enabled (self, "edit", at_one && !selected);
  set_enabled (self, "remove", at_one);
  set_enabled (self, "undo", self->list && fz_annotation_list_can_undo (self->list));
  set_enabled (self, "redo", self->list && fz_annotation_list_can_redo (self->list));
}

static void
point_at (FzAnnotationController *self, GtkWidget *popover, guint start, guint end)
{
  GdkRectangle area;

  if (fz_reading_view_get_area (self->view, start, end, self->host, &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
}

static void
show_bar (FzAnnotationController *self)
{
  guint start, end;

  if (self->list == NULL || !fz_reading_view_get_selection (self->view, &start, &end))
    return;
  point_at (self, self->bar, start, end);
  gtk_popover_popup (GTK_POPOVER (self->bar));
}

static void
deselect (FzAnnotationController *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &start);
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_item (FzAnnotationController *self, FzAnnotationItem *item)
{
  const FzAnnotation *value = fz_annotation_item_get_value (item);

  g_set_object (&self->edited, item);
  point_at (self, self->note, value->start, value->end);
  fz_note_popover_open (FZ_NOTE_POPOVER (self->note), value->note, value->color, TRUE);
}

static void
open_new (FzAnnotationController *self, guint start, guint end)
{
  g_clear_object (&self->edited);
  self->start = start;
  self->end = end;
  gtk_popover_popdown (GTK_POPOVER (self->bar));
  point_at (self, self->note, start, end);
  fz_note_popover_open (FZ_NOTE_POPOVER (self->note), NULL, self->color, FALSE);
}

static void
on_highlight (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;
  guint color = g_variant_get_uint32 (parameter);
  guint start, end;

  if (color >= FZ_HIGHLIGHT_COLORS || !fz_reading_view_get_selection (self->view, &start, &end))
    return;
  self->color = color;
  fz_annotation_list_add (self->list, start, end, color, NULL);
  deselect (self);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;
  guint start, end;

  if (fz_reading_view_get_selection (self->view, &start, &end))
    open_new (self, start, end);
  else if (item_at_caret (self) != NULL)
    open_item (self, item_at_caret (self));
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_item (user_data, item_at_caret (user_data));
}

static void
on_show_bar (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;

  show_bar (self);
  gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (FZ_ANNOTATION_CONTROLLER (user_data)->view, "copy-clipboard");
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_annotation_controller_remove (user_data, item_at_caret (user_data));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_annotation_list_undo (FZ_ANNOTATION_CONTROLLER (user_data)->list);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_annotation_list_redo (FZ_ANNOTATION_CONTROLLER (user_data)->list);
}

static const GActionEntry entries[] = {
  { .name = "highlight", .activate = on_highlight, .parameter_type = "u" },
  { .name = "note",      .activate = on_note },
  { .name = "edit",      .activate = on_edit },
  { .name = "show-bar",  .activate = on_show_bar },
  { .name = "copy",      .activate = on_copy },
  { .name = "remove",    .activate = on_remove },
  { .name = "undo",      .activate = on_undo },
  { .name = "redo",      .activate = on_redo },
};

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
      deselect (self);
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
    show_bar (self);
  else if (fz_reading_view_position_at (self->view, x, y, &position))
    item = fz_annotation_list_at (self->list, position);
  if (item != NULL)
    open_item (self, item);
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
  update_actions (self);
}

static void
on_list_changed (FzAnnotationController *self)
{
  fz_annotation_controller_paint (self);
  update_actions (self);
}

static void
on_list_failed (FzAnnotationController *self, const char *reason)
{
  g_autofree char *text = g_strdup_printf (_("The change was not kept: %s"), reason);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GMenuModel *
new_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) colors = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint i = 0; i < FZ_HIGHLIGHT_COLORS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (fz_highlight_color_label (i), NULL);

      g_menu_item_set_action_and_target (item, "annotation.highlight", "u", i);
      g_menu_append_item (colors, item);
    }
  g_menu_append_submenu (menu, _("_Highlight"), G_MENU_MODEL (colors));
  g_menu_append (menu, _("_Note…"), "annotation.note");
  g_menu_append (menu, _("_Remove Highlight"), "annotation.remove");
  g_menu_append (rest, _("_Copy"), "annotation.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static const struct {
  const char *trigger;
  const char *action;
} keys[] = {
  { "<Control>h",        "annotation.show-bar" },
  { "<Control>m",        "annotation.note" },
  { "<Control>z",        "annotation.undo" },
  { "<Control><Shift>z", "annotation.redo" },
  { "Return",            "annotation.edit" },
  { "Delete",            "annotation.remove" },
};

static void
add_color_keys (GtkShortcutController *controller)
{
  for (guint i = 0; i < FZ_HIGHLIGHT_COLORS; i++)
    {
      GtkShortcutTrigger *trigger
        = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, 0),
                                       gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_CONTROL_MASK));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_named_action_new ("annotation.highlight"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (controller, shortcut);
    }
}

/* In the capture phase: the text view has keys of its own for some of these,
 * and eats them although it may not be written into. */
static GtkShortcutController *
add_key_controller (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
  return GTK_SHORTCUT_CONTROLLER (controller);
}

static void
make_keys (FzAnnotationController *self)
{
  GtkShortcutController *controller = add_key_controller (GTK_WIDGET (self->view));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (controller,
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  add_color_keys (controller);
  add_color_keys (add_key_controller (self->bar));
}

static void
make_popovers (FzAnnotationController *self)
{
  g_autoptr (GMenuModel) menu = new_menu ();

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
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
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
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  self->host = host;
  self->view = view;
  self->toasts = toasts;
  make_popovers (self);
  make_keys (self);
  gtk_widget_insert_action_group (host, "annotation", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (view, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  update_actions (self);
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
 * fz_annotation_controller_set_list:
 * @list: (nullable): the annotations of the article that is shown
 *
 * A note that is being written goes to the article it was begun on.
 */
void
fz_annotation_controller_set_list (FzAnnotationController *self, FzAnnotationList *list)
{
  if (self->note != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->note));
      gtk_popover_popdown (GTK_POPOVER (self->bar));
      adw_toast_overlay_dismiss_all (self->toasts);
    }
  g_clear_object (&self->edited);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  g_signal_connect_object (list, "changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_list_failed), self, G_CONNECT_SWAPPED);
  on_list_changed (self);
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
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * fz_annotation_controller_paint:
 *
 * Draws the highlights anew, into new text or for another colour scheme.
 */
void
fz_annotation_controller_paint (FzAnnotationController *self)
{
  if (self->list != NULL)
    fz_highlight_paint (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                        fz_annotation_list_get_model (self->list),
                        adw_style_manager_get_dark (adw_style_manager_get_default ()));
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
