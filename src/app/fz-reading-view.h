/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-article.h"

G_BEGIN_DECLS

#define FZ_TYPE_READING_VIEW (fz_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingView, fz_reading_view, FZ, READING_VIEW, GtkTextView)

void     fz_reading_view_set_article   (FzReadingView *self, FzArticle *article);
void     fz_reading_view_scroll_to     (FzReadingView *self, guint position);
void     fz_reading_view_scroll_to_top (FzReadingView *self);
gboolean fz_reading_view_get_selection (FzReadingView *self, guint *start, guint *end);
guint    fz_reading_view_get_caret     (FzReadingView *self);
gboolean fz_reading_view_position_at   (FzReadingView *self, double x, double y, guint *position);
gboolean fz_reading_view_get_area      (FzReadingView *self, guint start, guint end, GtkWidget *other,
                                        GdkRectangle *area);

G_END_DECLS
