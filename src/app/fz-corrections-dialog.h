/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-corrector.h"
#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_CORRECTIONS_DIALOG (fz_corrections_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FzCorrectionsDialog, fz_corrections_dialog, FZ, CORRECTIONS_DIALOG, AdwDialog)

FzCorrectionsDialog *fz_corrections_dialog_new       (FzCorrector *corrector, FzSheet *sheet);
void                 fz_corrections_dialog_set_sheet (FzCorrectionsDialog *self, FzSheet *sheet);

G_END_DECLS
