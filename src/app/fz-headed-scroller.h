/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_HEADED_SCROLLER (fz_headed_scroller_get_type ())
G_DECLARE_FINAL_TYPE (FzHeadedScroller, fz_headed_scroller, FZ, HEADED_SCROLLER, GtkWidget)

void fz_headed_scroller_begin (FzHeadedScroller *self);
void fz_headed_scroller_show  (FzHeadedScroller *self, guint position);

G_END_DECLS
