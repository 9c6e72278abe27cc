/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-corrector.h"
#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_DETAILS_DIALOG (fz_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FzDetailsDialog, fz_details_dialog, FZ, DETAILS_DIALOG, AdwDialog)

FzDetailsDialog *fz_details_dialog_new       (FzCorrector *corrector, FzSheet *sheet, guint32 article);
void             fz_details_dialog_set_sheet (FzDetailsDialog *self, FzSheet *sheet);
void             fz_details_dialog_tell      (FzDetailsDialog *self, const char *message);

G_END_DECLS
