/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-sheet-row.h"

G_BEGIN_DECLS

#define FZ_TYPE_LINE_ROW (fz_line_row_get_type ())
G_DECLARE_FINAL_TYPE (FzLineRow, fz_line_row, FZ, LINE_ROW, GtkWidget)

GtkListItemFactory *fz_line_row_factory  (void);
FzSheetRow         *fz_line_row_get_item (FzLineRow *self);

const char         *fz_line_band         (guint32 article);

G_END_DECLS
