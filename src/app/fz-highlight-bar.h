/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_HIGHLIGHT_BAR (fz_highlight_bar_get_type ())
G_DECLARE_FINAL_TYPE (FzHighlightBar, fz_highlight_bar, FZ, HIGHLIGHT_BAR, GtkPopover)

GtkWidget *fz_highlight_bar_new (void);

G_END_DECLS
