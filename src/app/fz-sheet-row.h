/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_SHEET_ROW (fz_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (FzSheetRow, fz_sheet_row, FZ, SHEET_ROW, GObject)

FzSheetRow    *fz_sheet_row_new       (FzSheet *sheet, guint index);
void           fz_sheet_row_set_sheet (FzSheetRow *self, FzSheet *sheet);
const FzSheet *fz_sheet_row_get_sheet (FzSheetRow *self);
guint          fz_sheet_row_get_index (FzSheetRow *self);

G_END_DECLS
