/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-corrector.h"
#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_ENCODING_DIALOG (fz_encoding_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FzEncodingDialog, fz_encoding_dialog, FZ, ENCODING_DIALOG, AdwDialog)

AdwDialog *fz_encoding_dialog_new (FzLibrary *library, FzCorrector *corrector, FzSheet *sheet);

G_END_DECLS
