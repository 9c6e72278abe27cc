/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading-pane.h"

G_BEGIN_DECLS

/* The one way between what a story states and the widget that shows its text.
 * Positions are code points of what is shown. */

void            fz_fact_text_mark          (FzReadingPane *pane, guint start, guint end);
void            fz_fact_text_show          (FzReadingPane *pane, guint start, guint end);
const FzStored *fz_fact_text_get_selection (FzReadingPane *pane, guint *start, guint *end);
guint           fz_fact_text_get_caret     (FzReadingPane *pane);
void            fz_fact_text_watch         (FzReadingPane *pane, GCallback moved, gpointer owner);
void            fz_fact_text_unwatch       (FzReadingPane *pane, gpointer owner);
FzLibrary      *fz_fact_text_get_library   (FzReadingPane *pane);
void            fz_fact_text_set_facts     (FzReadingPane *pane, const FzStored *stored);
void            fz_fact_text_say           (FzReadingPane *pane, const char *sentence);

G_END_DECLS
