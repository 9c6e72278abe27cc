/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-sheet-row.h"

G_BEGIN_DECLS

#define FZ_TYPE_SHEET_MODEL (fz_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (FzSheetModel, fz_sheet_model, FZ, SHEET_MODEL, GObject)

FzSheetModel *fz_sheet_model_new       (void);
void          fz_sheet_model_set_sheet (FzSheetModel *self, FzSheet *sheet);
FzSheet      *fz_sheet_model_get_sheet (FzSheetModel *self);

G_END_DECLS
