/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-text.h"

#include "fz-reading-pane-private.h"

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
  fz_reading_view_mark (pane->view, start, end);
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
 * Returns: whether something is selected
 */
gboolean
fz_fact_text_get_selection (FzReadingPane *pane, guint *start, guint *end)
{
  return fz_reading_pane_get_stored (pane) != NULL && fz_reading_view_get_selection (pane->view, start, end);
}

/** fz_fact_text_get_caret: */
guint
fz_fact_text_get_caret (FzReadingPane *pane)
{
  return fz_reading_view_get_caret (pane->view);
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
