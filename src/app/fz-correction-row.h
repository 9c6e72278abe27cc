/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-correction-item.h"

G_BEGIN_DECLS

#define FZ_TYPE_CORRECTION_ROW (fz_correction_row_get_type ())
G_DECLARE_FINAL_TYPE (FzCorrectionRow, fz_correction_row, FZ, CORRECTION_ROW, GtkWidget)

GtkWidget        *fz_correction_row_new      (void);
void              fz_correction_row_set_item (FzCorrectionRow *self, FzCorrectionItem *item);
FzCorrectionItem *fz_correction_row_get_item (FzCorrectionRow *self);

G_END_DECLS
