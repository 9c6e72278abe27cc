/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-history.h"
#include "fz-annotation-list.h"

/* The annotations of one article, as shown and as kept.
 *
 * A change is shown at once and written behind.  The changes of one annotation
 * are a chain, written one after another, because what undoes an addition needs
 * the id that the library gave it; those of different annotations do not wait
 * for each other.  When the library refuses a change, it and what was built on
 * it are taken back in reverse order, the undo of that annotation is forgotten,
 * and "failed" says why.  A chain keeps its list, and the application, alive
 * until it is written. */
struct _FzAnnotationList {
  GObject              parent_instance;

  FzLibrary           *library;
  FzArticle           *article;
  gint64               id;
  GListStore          *items;
  FzAnnotationHistory *history;
  GHashTable          *chains; /* FzAnnotationItem to its Chain */
};

G_DEFINE_FINAL_TYPE (FzAnnotationList, fz_annotation_list, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  FzAnnotationList *list;
  FzAnnotationItem *item;
  GQueue            changes; /* of FzAnnotationChange, the head is being written */
} Chain;

static void write_next (Chain *chain);

static Chain *
chain_new (FzAnnotationList *list, FzAnnotationItem *item)
{
  Chain *chain = g_new0 (Chain, 1);

  chain->list = g_object_ref (list);
  chain->item = g_object_ref (item);
  g_queue_init (&chain->changes);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  return chain;
}

static void
chain_free (Chain *chain)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  g_queue_clear_full (&chain->changes, (GDestroyNotify) fz_annotation_change_free);
  g_object_unref (chain->item);
  g_object_unref (chain->list);
  g_free (chain);
}

static void
show (FzAnnotationList *self, FzAnnotationItem *item, const FzAnnotation *before, const FzAnnotation *after)
{
  guint at;

  if (after != NULL)
    fz_annotation_item_set_value (item, after);
  if (before == NULL)
    g_list_store_insert_sorted (self->items, item, fz_annotation_item_compare, NULL);
  else if (after == NULL && g_list_store_find (self->items, item, &at))
    g_list_store_remove (self->items, at);
}

static void
fail (Chain *chain, const GError *error)
{
  g_autoptr (FzAnnotationList) self = g_object_ref (chain->list);
  FzAnnotationChange *change;

  while ((change = g_queue_pop_tail (&chain->changes)))
    {
      show (self, change->item, change->after, change->before);
      fz_annotation_change_free (change);
    }
  fz_annotation_history_forget (self->history, chain->item);
  g_hash_table_remove (self->chains, chain->item);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[FAILED], 0, error->message);
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
      fail (chain, error);
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
  /* The chain may be the last to hold it. */
  g_autoptr (FzAnnotationList) self = g_object_ref (chain->list);
  const FzAnnotationChange *change = g_queue_peek_head (&chain->changes);
  gint64 id = fz_annotation_item_get_value (chain->item)->id;
  g_autoptr (FzAnnotation) value = NULL;

  if (change == NULL)
    {
      g_hash_table_remove (self->chains, chain->item);
      return;
    }
  if (change->after == NULL)
    {
      fz_library_remove_annotation_async (self->library, id, NULL, on_written, chain);
      return;
    }
  value = fz_annotation_copy (change->after);
  value->id = id;
  fz_library_put_annotation_async (self->library, value, NULL, on_written, chain);
}

static void
apply (FzAnnotationList *self, const FzAnnotationChange *change)
{
  Chain *chain = g_hash_table_lookup (self->chains, change->item);
  gboolean writing = chain != NULL;

  if (chain == NULL)
    {
      chain = chain_new (self, change->item);
      g_hash_table_insert (self->chains, change->item, chain);
    }
  g_queue_push_tail (&chain->changes, fz_annotation_change_new (change->item, change->before, change->after));
  show (self, change->item, change->before, change->after);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!writing)
    write_next (chain);
}

static void
commit (FzAnnotationList *self, FzAnnotationItem *item, const FzAnnotation *before, const FzAnnotation *after)
{
  FzAnnotationChange *change = fz_annotation_change_new (item, before, after);

  fz_annotation_history_push (self->history, change);
  apply (self, change);
}

static gboolean
apply_from_history (FzAnnotationList *self, FzAnnotationChange *step)
{
  g_autoptr (FzAnnotationChange) change = step;

  if (change == NULL)
    return FALSE;
  apply (self, change);
  return TRUE;
}

static void
fz_annotation_list_finalize (GObject *object)
{
  FzAnnotationList *self = FZ_ANNOTATION_LIST (object);

  g_clear_pointer (&self->chains, g_hash_table_unref);
  g_clear_pointer (&self->history, fz_annotation_history_free);
  g_clear_pointer (&self->article, fz_article_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_annotation_list_parent_class)->finalize (object);
}

static void
fz_annotation_list_class_init (FzAnnotationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_annotation_list_finalize;

  /* What is shown changed. */
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_ANNOTATION_LIST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The library refused a change; it was taken back. */
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_ANNOTATION_LIST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fz_annotation_list_init (FzAnnotationList *self)
{
  self->items = g_list_store_new (FZ_TYPE_ANNOTATION_ITEM);
  self->history = fz_annotation_history_new ();
  self->chains = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) chain_free);
}

/**
 * fz_annotation_list_new:
 * @library: where changes are written
 * @stored: the article with the annotations that it has now
 *
 * Returns: (transfer full): its annotations
 */
FzAnnotationList *
fz_annotation_list_new (FzLibrary *library, const FzStored *stored)
{
  FzAnnotationList *self = g_object_new (FZ_TYPE_ANNOTATION_LIST, NULL);

  self->library = g_object_ref (library);
  self->article = fz_article_ref (stored->article);
  self->id = stored->entry->id;
  for (guint i = 0; i < stored->annotations->len; i++)
    {
      g_autoptr (FzAnnotationItem) item = fz_annotation_item_new (g_ptr_array_index (stored->annotations, i));

      g_list_store_insert_sorted (self->items, item, fz_annotation_item_compare, NULL);
    }
  return self;
}

/**
 * fz_annotation_list_get_model:
 *
 * Returns: (transfer none): the #FzAnnotationItem by position
 */
GListModel *
fz_annotation_list_get_model (FzAnnotationList *self)
{
  g_return_val_if_fail (FZ_IS_ANNOTATION_LIST (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * fz_annotation_list_at:
 * @position: in the article's canonical text
 *
 * Where several lie over each other the shortest is meant: the longer ones can
 * be reached beside it.
 *
 * Returns: (transfer none) (nullable): the annotation there
 */
FzAnnotationItem *
fz_annotation_list_at (FzAnnotationList *self, guint position)
{
  GListModel *model = fz_annotation_list_get_model (self);
  FzAnnotationItem *best = NULL;
  guint best_length = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FzAnnotationItem) item = g_list_model_get_item (model, i);
      const FzAnnotation *value = fz_annotation_item_get_value (item);

      if (value->start > position)
        break;
      if (position >= value->end || value->end - value->start >= best_length)
        continue;
      best = item;
      best_length = value->end - value->start;
    }
  return best;
}

/**
 * fz_annotation_list_add:
 * @start: first code point of the canonical text
 * @end: one past the last
 * @color: 0..3
 * @note: (nullable): the reader's words
 */
void
fz_annotation_list_add (FzAnnotationList *self, guint start, guint end, guint color, const char *note)
{
  g_autoptr (FzAnnotation) value = NULL;
  g_autoptr (FzAnnotationItem) item = NULL;

  g_return_if_fail (FZ_IS_ANNOTATION_LIST (self));
  g_return_if_fail (start < end);

  value = fz_annotation_new (self->id, self->article->text, start, end, color);
  g_set_str (&value->note, note && *note ? note : NULL);
  item = fz_annotation_item_new (value);
  commit (self, item, NULL, value);
}

/**
 * fz_annotation_list_set_color:
 * @color: 0..3
 */
void
fz_annotation_list_set_color (FzAnnotationList *self, FzAnnotationItem *item, guint color)
{
  const FzAnnotation *before = fz_annotation_item_get_value (item);
  g_autoptr (FzAnnotation) after = NULL;

  if (before->color == color)
    return;
  after = fz_annotation_copy (before);
  after->color = color;
  after->modified = g_get_real_time () / G_USEC_PER_SEC;
  commit (self, item, before, after);
}

/**
 * fz_annotation_list_set_note:
 * @note: (nullable): %NULL and the empty string take the note away
 */
void
fz_annotation_list_set_note (FzAnnotationList *self, FzAnnotationItem *item, const char *note)
{
  const FzAnnotation *before = fz_annotation_item_get_value (item);
  const char *kept = note && *note ? note : NULL;
  g_autoptr (FzAnnotation) after = NULL;

  if (g_strcmp0 (before->note, kept) == 0)
    return;
  after = fz_annotation_copy (before);
  g_set_str (&after->note, kept);
  after->modified = g_get_real_time () / G_USEC_PER_SEC;
  commit (self, item, before, after);
}

/** fz_annotation_list_remove: */
void
fz_annotation_list_remove (FzAnnotationList *self, FzAnnotationItem *item)
{
  guint at;

  g_return_if_fail (FZ_IS_ANNOTATION_LIST (self));

  if (g_list_store_find (self->items, item, &at))
    commit (self, item, fz_annotation_item_get_value (item), NULL);
}

/**
 * fz_annotation_list_undo:
 *
 * Returns: whether there was something to take back
 */
gboolean
fz_annotation_list_undo (FzAnnotationList *self)
{
  return apply_from_history (self, fz_annotation_history_undo (self->history));
}

/**
 * fz_annotation_list_redo:
 *
 * Returns: whether there was something to do again
 */
gboolean
fz_annotation_list_redo (FzAnnotationList *self)
{
  return apply_from_history (self, fz_annotation_history_redo (self->history));
}

/**
 * fz_annotation_list_is_writing:
 *
 * Returns: whether the library has not yet answered to all that was changed
 */
gboolean
fz_annotation_list_is_writing (FzAnnotationList *self)
{
  g_return_val_if_fail (FZ_IS_ANNOTATION_LIST (self), FALSE);

  return g_hash_table_size (self->chains) > 0;
}

/** fz_annotation_list_can_undo: */
gboolean
fz_annotation_list_can_undo (FzAnnotationList *self)
{
  return fz_annotation_history_can_undo (self->history);
}

/** fz_annotation_list_can_redo: */
gboolean
fz_annotation_list_can_redo (FzAnnotationList *self)
{
  return fz_annotation_history_can_redo (self->history);
}
