/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-note-row.h"

#include <glib/gi18n.h>

#include "fz-highlight.h"

/* A highlight in the sidebar: its colour, what it covers and the note on it. */
struct _FzNoteRow {
  GtkWidget         parent_instance;

  GtkWidget        *content;
  GtkWidget        *color;
  GtkLabel         *quote;
  GtkLabel         *note;
  FzAnnotationItem *item;
};

G_DEFINE_FINAL_TYPE (FzNoteRow, fz_note_row, GTK_TYPE_WIDGET)

enum { REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_remove_clicked (FzNoteRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
update (FzNoteRow *self)
{
  const FzAnnotation *value = fz_annotation_item_get_value (self->item);
  const char *classes[] = { "note-color", fz_highlight_color_name (value->color), NULL };

  gtk_widget_set_css_classes (self->color, classes);
  gtk_label_set_text (self->quote, value->quote);
  gtk_label_set_text (self->note, value->note ? value->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), value->note != NULL);
}

static void
fz_note_row_dispose (GObject *object)
{
  FzNoteRow *self = FZ_NOTE_ROW (object);

  fz_note_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (fz_note_row_parent_class)->dispose (object);
}

static void
fz_note_row_class_init (FzNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_note_row_dispose;
  /* The reader wants it gone. */
  signals[REMOVED] = g_signal_new ("removed", FZ_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FzNoteRow, content);
  gtk_widget_class_bind_template_child (widget_class, FzNoteRow, color);
  gtk_widget_class_bind_template_child (widget_class, FzNoteRow, quote);
  gtk_widget_class_bind_template_child (widget_class, FzNoteRow, note);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
fz_note_row_init (FzNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_note_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
fz_note_row_new (void)
{
  return g_object_new (FZ_TYPE_NOTE_ROW, NULL);
}

/**
 * fz_note_row_set_item:
 * @item: (nullable): what it shows; followed as it changes
 */
void
fz_note_row_set_item (FzNoteRow *self, FzAnnotationItem *item)
{
  g_return_if_fail (FZ_IS_NOTE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * fz_note_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FzAnnotationItem *
fz_note_row_get_item (FzNoteRow *self)
{
  g_return_val_if_fail (FZ_IS_NOTE_ROW (self), NULL);

  return self->item;
}
