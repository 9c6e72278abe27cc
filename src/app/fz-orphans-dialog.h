/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-library.h"

G_BEGIN_DECLS

AdwDialog *fz_orphans_dialog_new (FzLibrary *library);

G_END_DECLS
