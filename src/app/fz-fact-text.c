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

static void
set_facts (FzFacts **place, FzFacts *facts)
{
  g_autoptr (FzFacts) former = *place;

  *place = fz_facts_ref (facts);
}

/**
 * fz_fact_text_set_facts:
 * @stored: the article that is shown, as the library has it now
 *
 * What it states is what is said and underlined from now on; the text and where
 * the reader is in it stay.  If the text is another one by now, nothing is done:
 * that is shown by showing the article again.
 */
void
fz_fact_text_set_facts (FzReadingPane *pane, const FzStored *stored)
{
  g_autoptr (FzStory) story = fz_story_new (stored);

  if (pane->story == NULL || !g_str_equal (pane->story->article->text, story->article->text))
    return;
  set_facts (&pane->stored->facts, stored->facts);
  set_facts (&pane->story->facts, story->facts);
  fz_reading_pane_show_facts (pane);
}

/**
 * fz_fact_text_say:
 * @sentence: what the reader must know
 *
 * Says it over the text, for a while.
 */
void
fz_fact_text_say (FzReadingPane *pane, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (pane->toasts, toast);
}
