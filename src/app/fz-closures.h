/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-exchange.h"

G_BEGIN_DECLS

/* The words of the window, worked out from plain values. */

char *fz_entry_shown_title       (const FzEntry *entry);
char *fz_entry_shown_source      (const FzEntry *entry);
char *fz_region_shown_name       (FzRegion region);
char *fz_region_shown_path       (FzRegion region);
char *fz_entry_shown_filing      (const FzEntry *entry);
char *fz_union_title             (guint regions, guint articles);
char *fz_region_spoken_name      (const char *name, gint64 total, gint64 unread);
char *fz_article_spoken_name     (const char *title, const char *source, gboolean read, gboolean starred);
const char *fz_article_sort_name (FzSort sort);
FzSort fz_article_sort_from_name (const char *name);
char *fz_removal_text            (const FzRemoval *removal);
char *fz_marked_text             (FzMark mark, gboolean on, guint n);
char *fz_search_count_text       (gint64 count, gint64 most, gboolean latest, gboolean whole);
char *fz_import_progress_text    (guint done, guint total);
char *fz_import_summary_text     (const FzImportSummary *summary);
char *fz_orphans_text            (const char *text, guint shown, gint64 all);
char *fz_import_failures_text    (const FzImportSummary *summary);

G_END_DECLS
