/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-corrector.h"
#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_PAGE_VIEW (fz_page_view_get_type ())
G_DECLARE_FINAL_TYPE (FzPageView, fz_page_view, FZ, PAGE_VIEW, GtkWidget)

void     fz_page_view_set_corrector (FzPageView *self, FzCorrector *corrector);
void     fz_page_view_set_library   (FzPageView *self, FzLibrary *library);
void     fz_page_view_set_history   (FzPageView *self, GActionGroup *actions);
void     fz_page_view_show          (FzPageView *self, gint64 source, gint64 article);
void     fz_page_view_follow        (FzPageView *self, gint64 article);
void     fz_page_view_reload        (FzPageView *self);
void     fz_page_view_set_wanted    (FzPageView *self, gboolean wanted);
void     fz_page_view_open_details  (FzPageView *self);
FzSheet *fz_page_view_get_sheet     (FzPageView *self);
gboolean fz_page_view_is_loading    (FzPageView *self);

G_END_DECLS
