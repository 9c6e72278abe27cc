/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-history.h"

/* What the reader did to the annotations of one article, to be taken back and
 * done again.  Two stacks of changes; nothing here draws or writes. */
struct _FzAnnotationHistory {
  GPtrArray *done;
  GPtrArray *undone;
};

static FzAnnotation *
copy_value (const FzAnnotation *value)
{
  return value ? fz_annotation_copy (value) : NULL;
}

static FzAnnotationChange *
invert (const FzAnnotationChange *change)
{
  return fz_annotation_change_new (change->item, change->after, change->before);
}

static FzAnnotationChange *
pop (GPtrArray *stack)
{
  return stack->len ? g_ptr_array_steal_index (stack, stack->len - 1) : NULL;
}

static void
forget_in (GPtrArray *stack, FzAnnotationItem *item)
{
  for (guint i = stack->len; i > 0; i--)
    {
      const FzAnnotationChange *change = g_ptr_array_index (stack, i - 1);

      if (change->item == item)
        g_ptr_array_remove_index (stack, i - 1);
    }
}

/**
 * fz_annotation_change_new:
 * @item: what is changed; a reference is taken
 * @before: (nullable): copied
 * @after: (nullable): copied
 *
 * Returns: (transfer full): a change
 */
FzAnnotationChange *
fz_annotation_change_new (FzAnnotationItem   *item,
                          const FzAnnotation *before,
                          const FzAnnotation *after)
{
  FzAnnotationChange *self = g_new0 (FzAnnotationChange, 1);

  self->item = g_object_ref (item);
  self->before = copy_value (before);
  self->after = copy_value (after);
  return self;
}

/** fz_annotation_change_free: */
void
fz_annotation_change_free (FzAnnotationChange *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->before, fz_annotation_free);
  g_clear_pointer (&self->after, fz_annotation_free);
  g_free (self);
}

/**
 * fz_annotation_history_new:
 *
 * Returns: (transfer full): an empty history
 */
FzAnnotationHistory *
fz_annotation_history_new (void)
{
  FzAnnotationHistory *self = g_new0 (FzAnnotationHistory, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_change_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_annotation_change_free);
  return self;
}

/** fz_annotation_history_free: */
void
fz_annotation_history_free (FzAnnotationHistory *self)
{
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_free (self);
}

/**
 * fz_annotation_history_push:
 * @change: (transfer full): what was done just now
 *
 * What had been undone before can no longer be redone.
 */
void
fz_annotation_history_push (FzAnnotationHistory *self, FzAnnotationChange *change)
{
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, change);
}

/**
 * fz_annotation_history_undo:
 *
 * Returns: (transfer full) (nullable): the change that takes the last one back
 */
FzAnnotationChange *
fz_annotation_history_undo (FzAnnotationHistory *self)
{
  FzAnnotationChange *change = pop (self->done);

  if (change == NULL)
    return NULL;
  g_ptr_array_add (self->undone, change);
  return invert (change);
}

/**
 * fz_annotation_history_redo:
 *
 * Returns: (transfer full) (nullable): the change that was undone last
 */
FzAnnotationChange *
fz_annotation_history_redo (FzAnnotationHistory *self)
{
  FzAnnotationChange *change = pop (self->undone);

  if (change == NULL)
    return NULL;
  g_ptr_array_add (self->done, change);
  return fz_annotation_change_new (change->item, change->before, change->after);
}

/** fz_annotation_history_can_undo: */
gboolean
fz_annotation_history_can_undo (FzAnnotationHistory *self)
{
  return self->done->len > 0;
}

/** fz_annotation_history_can_redo: */
gboolean
fz_annotation_history_can_redo (FzAnnotationHistory *self)
{
  return self->undone->len > 0;
}

/**
 * fz_annotation_history_forget:
 * @item: one whose changes no longer hold, because the library refused one
 */
void
fz_annotation_history_forget (FzAnnotationHistory *self, FzAnnotationItem *item)
{
  forget_in (self->done, item);
  forget_in (self->undone, item);
}
