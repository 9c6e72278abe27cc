/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_HIGHLIGHT_COLORS 4

const char *fz_highlight_color_name  (guint color);
const char *fz_highlight_color_label (guint color);
void        fz_highlight_paint       (GtkTextBuffer *buffer, GListModel *items, gboolean dark);

G_END_DECLS
