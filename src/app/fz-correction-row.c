/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-correction-row.h"

/* A correction in a list: what it says, of which lines, when, and the button
 * that takes it back. */
struct _FzCorrectionRow {
  GtkWidget         parent_instance;

  GtkWidget        *content;
  GtkLabel         *what;
  GtkLabel         *words;
  GtkLabel         *note;
  GtkWidget        *remove;
  FzCorrectionItem *item;
};

G_DEFINE_FINAL_TYPE (FzCorrectionRow, fz_correction_row, GTK_TYPE_WIDGET)

enum { REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_remove_clicked (FzCorrectionRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
show (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text);
}

static void
fz_correction_row_dispose (GObject *object)
{
  FzCorrectionRow *self = FZ_CORRECTION_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_CORRECTION_ROW);
  G_OBJECT_CLASS (fz_correction_row_parent_class)->dispose (object);
}

static void
fz_correction_row_class_init (FzCorrectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_correction_row_dispose;
  /* The reader takes it back. */
  signals[REMOVED] = g_signal_new ("removed", FZ_TYPE_CORRECTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-correction-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionRow, content);
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionRow, what);
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionRow, words);
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionRow, note);
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
fz_correction_row_init (FzCorrectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_correction_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
fz_correction_row_new (void)
{
  return g_object_new (FZ_TYPE_CORRECTION_ROW, NULL);
}

/**
 * fz_correction_row_set_item:
 * @item: (nullable): what it shows
 */
void
fz_correction_row_set_item (FzCorrectionRow *self, FzCorrectionItem *item)
{
  g_return_if_fail (FZ_IS_CORRECTION_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  show (self->what, fz_correction_item_get_what (item));
  show (self->words, fz_correction_item_get_words (item));
  show (self->note, fz_correction_item_get_note (item));
  gtk_widget_set_visible (self->remove, fz_correction_item_get_value (item) != NULL);
}

/**
 * fz_correction_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FzCorrectionItem *
fz_correction_row_get_item (FzCorrectionRow *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ROW (self), NULL);

  return self->item;
}
