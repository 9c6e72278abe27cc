/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-text.h"

#include "fz-reading-pane-private.h"

/* A fact is of one part of a story; where it stands is said in the text of the
 * whole, which is what is shown. */

/**
 * fz_fact_text_mark:
 * @start: first code point of what is shown
 * @end: one past the last; nothing where both are 0
 *
 * Marks these words until others are, and leaves the view where it is.
 */
void
fz_fact_text_mark (FzReadingPane *pane, guint start, guint end)
{
  fz_reading_view_mark (pane->view, start, end);
}

/**
 * fz_fact_text_show:
 * @start: first code point of what is shown
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
 * @start: (out): first code point of the part that holds it
 * @end: (out): one past the last
 *
 * Returns: (transfer none) (nullable): the part of the story in which all that
 *   is selected stands, or %NULL where that is nothing or stands in several
 */
const FzStored *
fz_fact_text_get_selection (FzReadingPane *pane, guint *start, guint *end)
{
  if (pane->story == NULL || !fz_reading_view_get_selection (pane->view, start, end))
    return NULL;
  for (guint i = 0; i < pane->story->parts->len; i++)
    {
      const FzStoryPart *part = fz_story_part (pane->story, i);

      if (*start < part->start || *end > part->end)
        continue;
      *start -= part->start;
      *end -= part->start;
      return fz_story_nth_stored (pane->stored, i);
    }
  return NULL;
}

/**
 * fz_fact_text_get_caret:
 *
 * Returns: where the caret is in what is shown, %G_MAXUINT where nothing is
 */
guint
fz_fact_text_get_caret (FzReadingPane *pane)
{
  return pane->story != NULL ? fz_reading_view_get_caret (pane->view) : G_MAXUINT;
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

  if (pane->story == NULL || pane->story->parts->len != story->parts->len
      || !g_str_equal (pane->story->article->text, story->article->text))
    return;
  for (guint i = 0; i < pane->story->parts->len; i++)
    set_facts (&((FzStored *) fz_story_nth_stored (pane->stored, i))->facts, fz_story_nth_stored (stored, i)->facts);
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
