/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-note-page.h"

#include "fz-annotation-item.h"
#include "fz-note-row.h"

/* The page of the sidebar that lists highlights and notes. */
struct _FzNotePage {
  GtkWidget            parent_instance;

  GtkStack            *stack;
  GtkListView         *list;
  GtkSingleSelection  *selection;
};

G_DEFINE_FINAL_TYPE (FzNotePage, fz_note_page, GTK_TYPE_WIDGET)

enum { OPENED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_activate (FzNotePage *self, guint position)
{
  g_autoptr (FzAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, item);
}

static void
on_row_removed (FzNotePage *self, FzNoteRow *row)
{
  g_autoptr (FzAnnotationItem) item = g_object_ref (fz_note_row_get_item (row));

  g_signal_emit (self, signals[REMOVED], 0, item);
}

static void
remove_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzNotePage *self = FZ_NOTE_PAGE (widget);
  FzAnnotationItem *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (FzAnnotationItem) item = selected ? g_object_ref (selected) : NULL;

  if (item != NULL)
    g_signal_emit (self, signals[REMOVED], 0, item);
}

static void
on_setup (FzNotePage *self, GtkListItem *list_item)
{
  GtkWidget *row = fz_note_row_new ();

  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (FzNotePage *self, GtkListItem *list_item)
{
  FzAnnotationItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GBinding *label = g_object_bind_property (item, "spoken", list_item, "accessible-label", G_BINDING_SYNC_CREATE);

  fz_note_row_set_item (FZ_NOTE_ROW (row), item);
  g_object_set_data (G_OBJECT (row), "label", label);
}

static void
on_unbind (FzNotePage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_binding_unbind (g_object_steal_data (G_OBJECT (row), "label"));
  fz_note_row_set_item (FZ_NOTE_ROW (row), NULL);
}

static void
on_items_changed (FzNotePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
fz_note_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_NOTE_PAGE);
  G_OBJECT_CLASS (fz_note_page_parent_class)->dispose (object);
}

static void
fz_note_page_class_init (FzNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_note_page_dispose;
  /* Both with the item that it is about. */
  signals[OPENED] = g_signal_new ("opened", FZ_TYPE_NOTE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FZ_TYPE_ANNOTATION_ITEM);
  signals[REMOVED] = g_signal_new ("removed", FZ_TYPE_NOTE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FZ_TYPE_ANNOTATION_ITEM);
  gtk_widget_class_install_action (widget_class, "notes.remove", NULL, remove_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "notes.remove", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-note-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FzNotePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FzNotePage, list);
  gtk_widget_class_bind_template_child (widget_class, FzNotePage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
fz_note_page_init (FzNotePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_note_page_set_items:
 * @items: (nullable): of #FzAnnotationItem
 */
void
fz_note_page_set_items (FzNotePage *self, GListModel *items)
{
  g_return_if_fail (FZ_IS_NOTE_PAGE (self));

  gtk_single_selection_set_model (self->selection, items);
  on_items_changed (self);
}
