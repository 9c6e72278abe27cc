/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-ranges.h"

G_BEGIN_DECLS

#define FZ_HIGHLIGHT_COLORS 4
/* Beside the set of colours: one of them carries a note. */
#define FZ_HIGHLIGHT_NOTE (1u << FZ_HIGHLIGHT_COLORS)

const char *fz_highlight_color_name  (guint color);
const char *fz_highlight_color_label (guint color);
void        fz_highlight_paint       (FzRanges *layer, GListModel *items);

G_END_DECLS
