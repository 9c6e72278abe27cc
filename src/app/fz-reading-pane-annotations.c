/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

/* What the reader marked in the article, and what is pointed out in it. */

/**
 * fz_reading_pane_get_annotations:
 *
 * Returns: (transfer none) (nullable): the #FzAnnotationItem of what is shown
 */
GListModel *
fz_reading_pane_get_annotations (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), NULL);

  return self->annotations ? fz_annotation_list_get_model (self->annotations) : NULL;
}

/**
 * fz_reading_pane_is_writing:
 *
 * Returns: whether something that the reader did to annotations, of what is
 *   shown or was, or where the reader is, is still on its way into the library
 */
gboolean
fz_reading_pane_is_writing (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), FALSE);

  return self->keeping > 0 || (self->writing != NULL && self->writing->len > 0);
}

/**
 * fz_reading_pane_get_refusals:
 *
 * Returns: how many changes to annotations the library has refused so far
 */
guint
fz_reading_pane_get_refusals (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), 0);

  return self->refusals;
}

/**
 * fz_reading_pane_finish_note:
 *
 * Closes a note that is being written, and keeps it.
 */
void
fz_reading_pane_finish_note (FzReadingPane *self)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  fz_annotation_controller_finish (self->controller);
}

/**
 * fz_reading_pane_remove_annotation:
 * @item: one of fz_reading_pane_get_annotations()
 *
 * Removes it, and offers to take that back.
 */
void
fz_reading_pane_remove_annotation (FzReadingPane *self, FzAnnotationItem *item)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  fz_annotation_controller_remove (self->controller, item);
}

/**
 * fz_reading_pane_set_corrector:
 * @corrector: whose acts are undone and redone with those on annotations
 */
void
fz_reading_pane_set_corrector (FzReadingPane *self, FzCorrector *corrector)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  fz_annotation_controller_set_corrector (self->controller, corrector);
}

/**
 * fz_reading_pane_get_annotation_actions:
 *
 * Returns: (transfer none): the group "annotation", for a pane beside this one
 */
GActionGroup *
fz_reading_pane_get_annotation_actions (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), NULL);

  return fz_annotation_controller_get_actions (self->controller);
}

static void
reveal (FzReadingPane *self, guint start, guint end)
{
  fz_reading_pane_tell_revealed (self);
  fz_reading_view_scroll_to (self->view, start);
  fz_reading_view_mark (self->view, start, end);
}

/**
 * fz_reading_pane_reveal:
 * @start: first code point of what is shown
 * @end: one past the last
 *
 * Scrolls there and marks it until the reader clicks or another is revealed.
 */
void
fz_reading_pane_reveal (FzReadingPane *self, guint start, guint end)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  reveal (self, start, end);
}

/**
 * fz_reading_pane_reveal_annotation:
 * @item: one of fz_reading_pane_get_annotations()
 *
 * Likewise, where it lies in the text of the story.
 */
void
fz_reading_pane_reveal_annotation (FzReadingPane *self, FzAnnotationItem *item)
{
  const FzAnnotation *value = fz_annotation_item_get_value (item);

  g_return_if_fail (FZ_IS_READING_PANE (self));

  reveal (self, value->start, value->end);
}
