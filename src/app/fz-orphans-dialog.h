/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_ORPHANS_DIALOG (fz_orphans_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FzOrphansDialog, fz_orphans_dialog, FZ, ORPHANS_DIALOG, AdwDialog)

AdwDialog *fz_orphans_dialog_new (FzLibrary *library);

G_END_DECLS
