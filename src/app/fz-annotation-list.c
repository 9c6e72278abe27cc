/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-list.h"

#include "fz-annotation-history.h"
#include "fz-annotation-writer.h"

/* The annotations of one article, and of the other parts of its story, as shown
 * and as kept.  Positions are those of the text of the story.
 *
 * A change is shown at once and written behind.  When the library refuses one,
 * what was done to that annotation is taken back, its undo is forgotten, and
 * "failed" says why; what the reader wanted is kept for another try, so that no
 * words are lost to a full disk.  Whoever needs the list to hear of that holds
 * it until "settled". */
struct _FzAnnotationList {
  GObject              parent_instance;

  FzStory             *story;
  GListStore          *items;
  FzAnnotationHistory *history;
  FzAnnotationWriter  *writer;
  GPtrArray           *refused; /* of FzAnnotationChange, to be tried again */
};

G_DEFINE_FINAL_TYPE (FzAnnotationList, fz_annotation_list, G_TYPE_OBJECT)

enum { CHANGED, FAILED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
find (FzAnnotationList *self, FzAnnotationItem *item, guint *at)
{
  return g_list_store_find (self->items, item, at);
}

static void
show (FzAnnotationList *self, FzAnnotationItem *item, const FzAnnotation *after)
{
  guint at;
  gboolean shown = find (self, item, &at);

  if (after != NULL)
    fz_annotation_item_set_value (item, after);
  if (after != NULL && !shown)
    g_list_store_insert_sorted (self->items, item, fz_annotation_item_compare, NULL);
  else if (after == NULL && shown)
    g_list_store_remove (self->items, at);
}

static void
on_refused (FzAnnotationList *self, const FzAnnotationChange *change, const GError *error)
{
  show (self, change->item, change->before);
  fz_annotation_history_forget (self->history, change->item);
  g_ptr_array_add (self->refused, fz_annotation_change_new (change->item, change->before, change->after));
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
on_settled (FzAnnotationList *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
apply (FzAnnotationList *self, const FzAnnotationChange *change)
{
  fz_annotation_writer_push (self->writer, change);
  show (self, change->item, change->after);
  g_signal_emit (self, signals[CHANGED], 0);
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

  g_clear_object (&self->writer);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->history, fz_annotation_history_free);
  g_clear_pointer (&self->story, fz_story_unref);
  g_clear_object (&self->items);
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
  /* The library has answered to all that was changed. */
  signals[SETTLED] = g_signal_new ("settled", FZ_TYPE_ANNOTATION_LIST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_annotation_list_init (FzAnnotationList *self)
{
  self->items = g_list_store_new (FZ_TYPE_ANNOTATION_ITEM);
  self->history = fz_annotation_history_new ();
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_change_free);
}

static void
take_annotations (FzAnnotationList *self, const FzStored *stored)
{
  guint offset = fz_story_part_of (self->story, stored->entry->id)->start;

  for (guint i = 0; i < stored->annotations->len; i++)
    {
      g_autoptr (FzAnnotationItem) item = fz_annotation_item_new (g_ptr_array_index (stored->annotations, i), offset);

      g_list_store_insert_sorted (self->items, item, fz_annotation_item_compare, NULL);
    }
}

/**
 * fz_annotation_list_new:
 * @library: where changes are written
 * @stored: the article with the annotations that it has now, and its other parts
 * @story: how it is shown
 *
 * Returns: (transfer full): its annotations
 */
FzAnnotationList *
fz_annotation_list_new (FzLibrary *library, const FzStored *stored, FzStory *story)
{
  FzAnnotationList *self = g_object_new (FZ_TYPE_ANNOTATION_LIST, NULL);

  self->writer = fz_annotation_writer_new (library);
  g_signal_connect_object (self->writer, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->writer, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  self->story = fz_story_ref (story);
  for (guint i = 0; i < stored->before->len; i++)
    take_annotations (self, stored->before->pdata[i]);
  take_annotations (self, stored);
  for (guint i = 0; i < stored->after->len; i++)
    take_annotations (self, stored->after->pdata[i]);
  return self;
}

/**
 * fz_annotation_list_is_of:
 * @article: an id
 *
 * Returns: whether it holds the annotations of that article
 */
gboolean
fz_annotation_list_is_of (FzAnnotationList *self, gint64 article)
{
  g_return_val_if_fail (FZ_IS_ANNOTATION_LIST (self), FALSE);

  return fz_story_part_of (self->story, article) != NULL;
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
 * @position: in the text of the story
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
 * @start: first code point of the text of the story
 * @end: one past the last
 * @color: a colour or a #FzHighlightStyle
 * @note: (nullable): the reader's words
 *
 * A mark is of one article: what reaches into the next part is left out, and so
 * is the line that names the page of a part.
 */
void
fz_annotation_list_add (FzAnnotationList *self, guint start, guint end, guint color, const char *note)
{
  const FzStoryPart *part;
  g_autoptr (FzAnnotation) value = NULL;
  g_autoptr (FzAnnotationItem) item = NULL;
  guint first, last;

  g_return_if_fail (FZ_IS_ANNOTATION_LIST (self));
  g_return_if_fail (start < end);

  part = fz_story_part_at (self->story, start);
  first = MAX (start, part->start);
  last = MIN (end, part->end);
  if (first >= last)
    return;
  value = fz_annotation_new (part->article, part->text->text, first - part->start, last - part->start, color);
  g_set_str (&value->note, note && *note ? note : NULL);
  item = fz_annotation_item_new (value, part->start);
  commit (self, item, NULL, fz_annotation_item_get_value (item));
}

/**
 * fz_annotation_list_set_color:
 * @color: a colour or a #FzHighlightStyle
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

  if (find (self, item, &at))
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
 * fz_annotation_list_retry:
 *
 * Does once more what the library refused.
 */
void
fz_annotation_list_retry (FzAnnotationList *self)
{
  g_autoptr (GPtrArray) refused = NULL;

  g_return_if_fail (FZ_IS_ANNOTATION_LIST (self));

  refused = g_steal_pointer (&self->refused);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_change_free);
  for (guint i = 0; i < refused->len; i++)
    {
      const FzAnnotationChange *change = g_ptr_array_index (refused, i);
      guint at;
      gboolean shown = find (self, change->item, &at);

      if (shown || change->after != NULL)
        commit (self, change->item, shown ? fz_annotation_item_get_value (change->item) : NULL, change->after);
    }
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

  return fz_annotation_writer_is_busy (self->writer);
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
