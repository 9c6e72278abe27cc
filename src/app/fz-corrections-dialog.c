/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-corrections-dialog.h"

#include "fz-correction-row.h"

/* All that the reader corrected on a page, the latest first; each can be taken
 * back, which is an act like any other and can be undone.  Behind it stand the
 * highlights that lost their words. */
struct _FzCorrectionsDialog {
  AdwDialog    parent_instance;

  GtkStack    *stack;
  GtkListView *list;
  GListStore  *items; /* (element-type FzCorrectionItem) */
  FzCorrector *corrector;
};

G_DEFINE_FINAL_TYPE (FzCorrectionsDialog, fz_corrections_dialog, ADW_TYPE_DIALOG)

static void
on_removed (FzCorrectionsDialog *self, FzCorrectionRow *row)
{
  g_autoptr (GPtrArray) remove = NULL;

  if (fz_corrector_is_busy (self->corrector))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  remove = fz_corrections_new ();
  g_ptr_array_add (remove, fz_correction_copy (fz_correction_item_get_value (fz_correction_row_get_item (row))));
  fz_corrector_do (self->corrector, fz_corrections_new (), g_steal_pointer (&remove));
}

static void
on_failed (FzCorrectionsDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
}

static void
on_setup (FzCorrectionsDialog *self, GtkListItem *list_item)
{
  GtkWidget *row = fz_correction_row_new ();

  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
on_bind (FzCorrectionsDialog *self, GtkListItem *list_item)
{
  FzCorrectionItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *spoken = fz_correction_item_dup_spoken (item);

  fz_correction_row_set_item (FZ_CORRECTION_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, spoken);
}

static void
on_unbind (FzCorrectionsDialog *self, GtkListItem *list_item)
{
  fz_correction_row_set_item (FZ_CORRECTION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
fz_corrections_dialog_dispose (GObject *object)
{
  FzCorrectionsDialog *self = FZ_CORRECTIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_CORRECTIONS_DIALOG);
  g_clear_object (&self->items);
  g_clear_object (&self->corrector);
  G_OBJECT_CLASS (fz_corrections_dialog_parent_class)->dispose (object);
}

static void
fz_corrections_dialog_class_init (FzCorrectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_corrections_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-corrections-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FzCorrectionsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
fz_corrections_dialog_init (FzCorrectionsDialog *self)
{
  g_autoptr (GtkNoSelection) rows = NULL;

  self->items = g_list_store_new (FZ_TYPE_CORRECTION_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
}

/**
 * fz_corrections_dialog_new:
 * @corrector: what a correction is taken back by
 * @sheet: the page
 *
 * Returns: (transfer floating): a dialog
 */
FzCorrectionsDialog *
fz_corrections_dialog_new (FzCorrector *corrector, FzSheet *sheet)
{
  FzCorrectionsDialog *self = g_object_new (FZ_TYPE_CORRECTIONS_DIALOG, NULL);

  self->corrector = g_object_ref (corrector);
  g_signal_connect_object (corrector, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  fz_corrections_dialog_set_sheet (self, sheet);
  return self;
}

/**
 * fz_corrections_dialog_set_sheet:
 * @sheet: the page as it is now
 */
void
fz_corrections_dialog_set_sheet (FzCorrectionsDialog *self, FzSheet *sheet)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (FZ_IS_CORRECTIONS_DIALOG (self));

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = sheet->source->corrections->len; i > 0; i--)
    g_ptr_array_add (items, fz_correction_item_new (sheet->source->corrections->pdata[i - 1], sheet));
  for (guint i = 0; i < sheet->source->orphans->len; i++)
    g_ptr_array_add (items, fz_correction_item_new_orphan (sheet->source->orphans->pdata[i]));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "none");
}
