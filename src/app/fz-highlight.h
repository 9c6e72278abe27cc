/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-ranges.h"

G_BEGIN_DECLS

#define FZ_HIGHLIGHT_COLORS 4
#define FZ_HIGHLIGHT_COLOR_SET ((1u << FZ_HIGHLIGHT_COLORS) - 1)

/* What highlights are besides colours: marks in the gap between lines, GB/T 15834—2011
 * 4.13, 4.16 and 4.15. */
typedef enum {
  FZ_HIGHLIGHT_DOTS = FZ_HIGHLIGHT_COLORS, /* 着重号, below each character */
  FZ_HIGHLIGHT_NAME,                       /* 专名号, a line below a name */
  FZ_HIGHLIGHT_WAVE,                       /* 书名号 as a wavy line */
  FZ_HIGHLIGHT_STYLES,
} FzHighlightStyle;

/* Beside the set of styles: one of them carries a note. */
#define FZ_HIGHLIGHT_NOTE (1u << FZ_HIGHLIGHT_STYLES)

const char *fz_highlight_color_name  (guint color);
const char *fz_highlight_color_label (guint color);
void        fz_highlight_paint       (FzRanges *layer, GListModel *items);

G_END_DECLS
