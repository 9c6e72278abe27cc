/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_HIGHLIGHT_SWATCHES (fz_highlight_swatches_get_type ())
G_DECLARE_FINAL_TYPE (FzHighlightSwatches, fz_highlight_swatches, FZ, HIGHLIGHT_SWATCHES, GtkBox)

void fz_highlight_swatches_set_chosen (FzHighlightSwatches *self, int color);

G_END_DECLS
