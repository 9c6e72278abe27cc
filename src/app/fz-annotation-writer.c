/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-writer.h"

/* Writes changes of annotations into the library, behind what is shown.
 *
 * The changes of one annotation are a chain, written one after another, because
 * what undoes an addition needs the id that the library gave it; those of
 * different annotations do not wait for each other.  When the library refuses a
 * change, the rest of its chain was built on it and is not tried.  A chain keeps
 * the writer, and the application, alive until it is written. */
struct _FzAnnotationWriter {
  GObject     parent_instance;

  FzLibrary  *library;
  GHashTable *chains; /* FzAnnotationItem to its Chain */
};

G_DEFINE_FINAL_TYPE (FzAnnotationWriter, fz_annotation_writer, G_TYPE_OBJECT)

enum { REFUSED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  FzAnnotationWriter *writer;
  FzAnnotationItem   *item;
  GQueue              changes; /* of FzAnnotationChange, the head is being written */
  GApplication       *application; /* (nullable) */
} Chain;

static void write_next (Chain *chain);

static Chain *
chain_new (FzAnnotationWriter *writer, FzAnnotationItem *item)
{
  Chain *chain = g_new0 (Chain, 1);

  chain->writer = g_object_ref (writer);
  chain->item = g_object_ref (item);
  g_queue_init (&chain->changes);
  if (g_set_object (&chain->application, g_application_get_default ()))
    g_application_hold (chain->application);
  return chain;
}

static void
chain_free (Chain *chain)
{
  if (chain->application != NULL)
    g_application_release (chain->application);
  g_clear_object (&chain->application);
  g_queue_clear_full (&chain->changes, (GDestroyNotify) fz_annotation_change_free);
  g_object_unref (chain->item);
  g_object_unref (chain->writer);
  g_free (chain);
}

static void
end_chain (Chain *chain)
{
  /* The chain may be the last to hold it. */
  g_autoptr (FzAnnotationWriter) self = g_object_ref (chain->writer);

  g_hash_table_remove (self->chains, chain->item);
  if (!fz_annotation_writer_is_busy (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
refuse (Chain *chain, const GError *error)
{
  g_autoptr (FzAnnotationWriter) self = g_object_ref (chain->writer);
  g_autoptr (FzAnnotationItem) item = g_object_ref (chain->item);
  const FzAnnotationChange *first = g_queue_peek_head (&chain->changes);
  const FzAnnotationChange *last = g_queue_peek_tail (&chain->changes);
  g_autoptr (FzAnnotationChange) whole = fz_annotation_change_new (item, first->before, last->after);

  g_signal_emit (self, signals[REFUSED], 0, whole, error);
  end_chain (chain);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Chain *chain = user_data;
  FzLibrary *library = FZ_LIBRARY (source);
  g_autoptr (FzAnnotationChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (((FzAnnotationChange *) g_queue_peek_head (&chain->changes))->after == NULL)
    fz_library_remove_annotation_finish (library, result, &error);
  else
    id = fz_library_put_annotation_finish (library, result, &error);
  if (error != NULL)
    {
      refuse (chain, error);
      return;
    }
  change = g_queue_pop_head (&chain->changes);
  if (change->after != NULL)
    fz_annotation_item_set_id (chain->item, id);
  write_next (chain);
}

static void
write_next (Chain *chain)
{
  FzLibrary *library = chain->writer->library;
  const FzAnnotationChange *change = g_queue_peek_head (&chain->changes);
  gint64 id = fz_annotation_item_get_value (chain->item)->id;
  g_autoptr (FzAnnotation) value = NULL;

  if (change == NULL)
    {
      end_chain (chain);
      return;
    }
  if (change->after == NULL)
    {
      fz_library_remove_annotation_async (library, id, NULL, on_written, chain);
      return;
    }
  value = fz_annotation_item_dup_kept (chain->item, change->after);
  fz_library_put_annotation_async (library, value, NULL, on_written, chain);
}

static void
fz_annotation_writer_finalize (GObject *object)
{
  FzAnnotationWriter *self = FZ_ANNOTATION_WRITER (object);

  g_clear_pointer (&self->chains, g_hash_table_unref);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_annotation_writer_parent_class)->finalize (object);
}

static void
fz_annotation_writer_class_init (FzAnnotationWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_annotation_writer_finalize;

  /* The library refused a change of one annotation, with the GError why.  The
   * FzAnnotationChange goes from what is kept to what should have been. */
  signals[REFUSED] = g_signal_new ("refused", FZ_TYPE_ANNOTATION_WRITER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
  /* The library has answered to all that was pushed. */
  signals[SETTLED] = g_signal_new ("settled", FZ_TYPE_ANNOTATION_WRITER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
fz_annotation_writer_init (FzAnnotationWriter *self)
{
  self->chains = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) chain_free);
}

/**
 * fz_annotation_writer_new:
 * @library: where the changes go
 *
 * Returns: (transfer full): a writer with nothing to do
 */
FzAnnotationWriter *
fz_annotation_writer_new (FzLibrary *library)
{
  FzAnnotationWriter *self = g_object_new (FZ_TYPE_ANNOTATION_WRITER, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * fz_annotation_writer_push:
 * @change: to be written; copied
 */
void
fz_annotation_writer_push (FzAnnotationWriter *self, const FzAnnotationChange *change)
{
  Chain *chain = g_hash_table_lookup (self->chains, change->item);
  gboolean writing = chain != NULL;

  if (!writing)
    {
      chain = chain_new (self, change->item);
      g_hash_table_insert (self->chains, change->item, chain);
    }
  g_queue_push_tail (&chain->changes, fz_annotation_change_new (change->item, change->before, change->after));
  if (!writing)
    write_next (chain);
}

/**
 * fz_annotation_writer_is_busy:
 *
 * Returns: whether the library has not yet answered to all that was pushed
 */
gboolean
fz_annotation_writer_is_busy (FzAnnotationWriter *self)
{
  g_return_val_if_fail (FZ_IS_ANNOTATION_WRITER (self), FALSE);

  return g_hash_table_size (self->chains) > 0;
}
