/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-controller-private.h"

#include <glib/gi18n.h>

#include "fz-highlight.h"

/* What can be done with annotations: the actions of the group "annotation", and
 * the menu and keys that call them. */

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

static gboolean
can_undo_mark (FzAnnotationController *self)
{
  return self->list && fz_annotation_list_can_undo (self->list);
}

static gboolean
can_redo_mark (FzAnnotationController *self)
{
  return self->list && fz_annotation_list_can_redo (self->list);
}

/* Whatever was selected, or what is kept, is other now. */
void
fz_annotation_controller_update_actions (FzAnnotationController *self)
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
  set_enabled (self, "undo", can_undo_mark (self) || (self->corrector && fz_corrector_can_undo (self->corrector)));
  set_enabled (self, "redo", can_redo_mark (self) || (self->corrector && fz_corrector_can_redo (self->corrector)));
}

static void
on_highlight (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;
  guint color = g_variant_get_uint32 (parameter);
  guint start, end;

  if (color >= FZ_HIGHLIGHT_STYLES || !fz_reading_view_get_selection (self->view, &start, &end))
    return;
  self->color = color;
  fz_annotation_list_add (self->list, start, end, color, NULL);
  fz_annotation_controller_deselect (self);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;
  guint start, end;

  if (fz_reading_view_get_selection (self->view, &start, &end))
    fz_annotation_controller_open_new (self, start, end);
  else if (item_at_caret (self) != NULL)
    fz_annotation_controller_open_item (self, item_at_caret (self));
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_annotation_controller_open_item (user_data, item_at_caret (user_data));
}

static void
on_show_bar (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;

  fz_annotation_controller_show_bar (self);
  gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_reading_view_copy (FZ_ANNOTATION_CONTROLLER (user_data)->view);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_annotation_controller_remove (user_data, item_at_caret (user_data));
}

/* One history: what was done to annotations was done after the last correction. */
static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;

  if (can_undo_mark (self))
    fz_annotation_list_undo (self->list);
  else if (self->corrector != NULL)
    fz_corrector_undo (self->corrector);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzAnnotationController *self = user_data;

  if (can_redo_mark (self))
    fz_annotation_list_redo (self->list);
  else if (self->corrector != NULL)
    fz_corrector_redo (self->corrector);
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

/* Only there where an address is. */
static GMenuModel *
link_section (void)
{
  static const struct { const char *label, *action; } items[] = {
    { N_("_Open Link"), "reading.open-link" },
    { N_("Copy _Link"), "reading.copy-link" },
  };
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (section, item);
    }
  return G_MENU_MODEL (section);
}

/* What can be done at a place of the text. */
GMenuModel *
fz_annotation_controller_new_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) colors = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenu) page = g_menu_new ();
  g_autoptr (GMenuModel) link = link_section ();

  for (guint i = 0; i < FZ_HIGHLIGHT_STYLES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (fz_highlight_color_label (i), NULL);

      g_menu_item_set_action_and_target (item, "annotation.highlight", "u", i);
      g_menu_append_item (colors, item);
    }
  g_menu_append_section (menu, NULL, link);
  g_menu_append_submenu (menu, _("_Highlight"), G_MENU_MODEL (colors));
  g_menu_append (menu, _("_Note…"), "annotation.note");
  g_menu_append (menu, _("_Remove Highlight"), "annotation.remove");
  g_menu_append (rest, _("Add _Figure…"), "figure.add");
  g_menu_append (rest, _("_Copy"), "annotation.copy");
  g_menu_append (rest, _("Copy wi_th Citation"), "reading.copy-citation");
  g_menu_append (rest, _("Select _All"), "reading.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  g_menu_append (page, _("_Find in This Article…"), "reading.find(0)");
  g_menu_append (page, _("_Print…"), "reading.print");
  g_menu_append (page, _("Reading _Settings…"), "reading.settings");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (page));
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
  for (guint i = 0; i < FZ_HIGHLIGHT_STYLES; i++)
    {
      GtkShortcutTrigger *trigger
        = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, 0),
                                       gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_CONTROL_MASK));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_named_action_new ("annotation.highlight"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (controller, shortcut);
    }
}

static GtkShortcutController *
add_key_controller (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_add_controller (widget, controller);
  return GTK_SHORTCUT_CONTROLLER (controller);
}

/* The keys of the actions, on the text and on the bar. */
void
fz_annotation_controller_install_keys (FzAnnotationController *self)
{
  GtkShortcutController *controller = add_key_controller (GTK_WIDGET (self->view));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (controller,
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  add_color_keys (controller);
  add_color_keys (add_key_controller (self->bar));
}

/* Makes the group, and gives it to the host. */
void
fz_annotation_controller_install_actions (FzAnnotationController *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->host, "annotation", G_ACTION_GROUP (self->actions));
}
