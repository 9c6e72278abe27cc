/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-text.h"

#include "fz-reading-pane-private.h"

/* Facts are of the article alone; in the text of a story it is one part. */
static const FzStoryPart *
own_part (FzReadingPane *pane)
{
  return pane->story != NULL ? fz_story_part (pane->story, pane->story->own) : NULL;
}

/**
 * fz_fact_text_mark:
 * @start: first code point
 * @end: one past the last; nothing where both are 0
 *
 * Marks these words until others are, and leaves the view where it is.
 */
void
fz_fact_text_mark (FzReadingPane *pane, guint start, guint end)
{
  const FzStoryPart *part = own_part (pane);
  guint offset = part != NULL ? part->start : 0;

  fz_reading_view_mark (pane->view, start + offset, end + offset);
}

/**
 * fz_fact_text_show:
 * @start: first code point
 * @end: one past the last
 *
 * Marks these words and brings them into view.
 */
void
fz_fact_text_show (FzReadingPane *pane, guint start, guint end)
{
  fz_reading_pane_reveal (pane, start, end);
}

/**
 * fz_fact_text_get_selection:
 * @start: (out): first code point
 * @end: (out): one past the last
 *
 * Returns: whether something is selected, and all of it in the article itself
 */
gboolean
fz_fact_text_get_selection (FzReadingPane *pane, guint *start, guint *end)
{
  const FzStoryPart *part = own_part (pane);

  if (part == NULL || !fz_reading_view_get_selection (pane->view, start, end) || *start < part->start || *end > part->end)
    return FALSE;
  *start -= part->start;
  *end -= part->start;
  return TRUE;
}

/**
 * fz_fact_text_get_caret:
 *
 * Returns: where the caret is in the article, %G_MAXUINT where it is elsewhere
 */
guint
fz_fact_text_get_caret (FzReadingPane *pane)
{
  const FzStoryPart *part = own_part (pane);
  guint caret = fz_reading_view_get_caret (pane->view);

  return part != NULL && caret >= part->start && caret < part->end ? caret - part->start : G_MAXUINT;
}

/**
 * fz_fact_text_watch:
 * @moved: called with @owner alone when the caret is elsewhere or something
 *   else is selected
 * @owner: an object
 */
void
fz_fact_text_watch (FzReadingPane *pane, GCallback moved, gpointer owner)
{
  g_signal_connect_object (pane->view, "moved", moved, owner, G_CONNECT_SWAPPED);
}

/** fz_fact_text_unwatch: */
void
fz_fact_text_unwatch (FzReadingPane *pane, gpointer owner)
{
  if (pane->view != NULL)
    g_signal_handlers_disconnect_by_data (pane->view, owner);
}

/**
 * fz_fact_text_get_library:
 *
 * Returns: (transfer none) (nullable): where the article is from
 */
FzLibrary *
fz_fact_text_get_library (FzReadingPane *pane)
{
  return pane->library;
}
