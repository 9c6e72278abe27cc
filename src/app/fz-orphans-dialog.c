/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-orphans-dialog.h"

#include "fz-closures.h"
#include "fz-orphan-item.h"

/* The reader's marks and notes whose articles are gone: what was marked, what was
 * noted, and in which file it stood.  Only rows that are seen are made. */

/* More than anybody looks through. */
#define MOST_SHOWN 10000

struct _FzOrphansDialog {
  AdwDialog   parent_instance;

  GtkLabel   *text;
  GListStore *items; /* (element-type FzOrphanItem) */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FzOrphansDialog, fz_orphans_dialog, ADW_TYPE_DIALOG)

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzOrphansDialog) self = user_data;
  gint64 all = fz_library_count_orphans_finish (FZ_LIBRARY (source), result, NULL);
  g_autofree char *text = NULL;

  if (!self->items || all <= MOST_SHOWN)
    return;
  text = fz_orphans_text (gtk_label_get_label (self->text), MOST_SHOWN, all);
  gtk_label_set_label (self->text, text);
}

static void
on_orphans (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzOrphansDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orphans = fz_library_orphans_finish (FZ_LIBRARY (source), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!self->items || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!orphans)
    gtk_label_set_label (self->text, error->message);
  for (guint i = 0; orphans && i < orphans->len; i++)
    g_ptr_array_add (items, fz_orphan_item_new (orphans->pdata[i]));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  if (items->len == MOST_SHOWN)
    fz_library_count_orphans_async (FZ_LIBRARY (source), self->cancellable, on_counted, g_object_ref (self));
}

static void
fz_orphans_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (FZ_ORPHANS_DIALOG (dialog)->cancellable);
}

static void
fz_orphans_dialog_finalize (GObject *object)
{
  g_object_unref (FZ_ORPHANS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (fz_orphans_dialog_parent_class)->finalize (object);
}

static void
fz_orphans_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (FZ_ORPHANS_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_ORPHANS_DIALOG);
  G_OBJECT_CLASS (fz_orphans_dialog_parent_class)->dispose (object);
}

static void
fz_orphans_dialog_class_init (FzOrphansDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_orphans_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_orphans_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = fz_orphans_dialog_closed;
  g_type_ensure (FZ_TYPE_ORPHAN_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-orphans-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzOrphansDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FzOrphansDialog, items);
}

static void
fz_orphans_dialog_init (FzOrphansDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_orphans_dialog_new:
 * @library: whose they are
 *
 * Returns: a dialog that shows them as soon as the library has answered
 */
AdwDialog *
fz_orphans_dialog_new (FzLibrary *library)
{
  FzOrphansDialog *self = g_object_new (FZ_TYPE_ORPHANS_DIALOG, NULL);

  fz_library_orphans_async (library, MOST_SHOWN, self->cancellable, on_orphans, g_object_ref_sink (self));
  return ADW_DIALOG (self);
}
