/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-page-view.h"
#include "fz-reading-pane.h"
#include "fz-test-window.h"

G_BEGIN_DECLS

/* The page view in a window: what the reader does to it, and what it knows. */

/* Two articles of four lines and more; the second is of lines 8 to 11. */
extern const char fz_test_page_text[];

FzPageView        *fz_test_page_view           (FzTestWindow *self);
FzReadingPane     *fz_test_page_reading        (FzTestWindow *self);
GtkListView       *fz_test_page_list           (FzTestWindow *self);
GtkSelectionModel *fz_test_page_lines          (FzTestWindow *self);
const FzSheet     *fz_test_page_sheet          (FzTestWindow *self);
void               fz_test_page_win            (FzTestWindow *self, const char *action);
void               fz_test_page_act            (FzTestWindow *self, const char *action);
void               fz_test_page_select         (FzTestWindow *self, guint first, guint last);
void               fz_test_page_open           (FzTestWindow *self, const char *text);
FzTestWindow      *fz_test_page_window         (int width, const char *text);
const char        *fz_test_page_role           (FzTestWindow *self, guint line);
guint              fz_test_page_n_articles     (FzTestWindow *self);
guint              fz_test_page_n_corrections  (FzTestWindow *self);
const FzArticle   *fz_test_page_article        (FzTestWindow *self, guint line);
const FzStored    *fz_test_page_opened         (FzTestWindow *self);
GtkWidget         *fz_test_page_row            (FzTestWindow *self, guint line);
void               fz_test_page_history        (FzTestWindow *self, const char *action);
void               fz_test_page_assert_enabled (FzTestWindow *self, const char *action, gboolean enabled);
void               fz_test_page_mark           (FzTestWindow *self, const char *words);
guint              fz_test_page_n_marks        (FzTestWindow *self);

G_END_DECLS
