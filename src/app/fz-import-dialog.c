/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-import-dialog.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-failure-item.h"

struct _FzImportDialog {
  AdwDialog        parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel        *summary;
  GtkWidget       *failures;
  GtkListView     *view;
  char            *text; /* what Copy puts on the clipboard */
};

G_DEFINE_FINAL_TYPE (FzImportDialog, fz_import_dialog, ADW_TYPE_DIALOG)

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzImportDialog *self = FZ_IMPORT_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied")));
}

static void
fz_import_dialog_dispose (GObject *object)
{
  FzImportDialog *self = FZ_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (fz_import_dialog_parent_class)->dispose (object);
}

static void
fz_import_dialog_class_init (FzImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_import_dialog_dispose;
  g_type_ensure (FZ_TYPE_FAILURE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FzImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, FzImportDialog, failures);
  gtk_widget_class_bind_template_child (widget_class, FzImportDialog, view);
  gtk_widget_class_install_action (widget_class, "import-dialog.copy", NULL, copy_action);
}

static void
fz_import_dialog_init (FzImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_import_dialog_new:
 * @summary: what came of an import
 *
 * Says which files could not be imported, and why.
 *
 * Returns: a dialog
 */
AdwDialog *
fz_import_dialog_new (const FzImportSummary *summary)
{
  FzImportDialog *self = g_object_new (FZ_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *text = fz_import_summary_text (summary);
  GtkNoSelection *rows = gtk_no_selection_new (fz_failure_items_new (summary));

  self->text = fz_import_failures_text (summary);
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (self->failures, summary->failures->len > 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  g_object_unref (rows);
  return ADW_DIALOG (self);
}
