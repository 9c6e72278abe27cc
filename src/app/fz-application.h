/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-settings.h"

G_BEGIN_DECLS

#define FZ_TYPE_APPLICATION (fz_application_get_type ())
G_DECLARE_FINAL_TYPE (FzApplication, fz_application, FZ, APPLICATION, AdwApplication)

FzApplication *fz_application_new          (void);
int            fz_application_get_status   (FzApplication *self);
FzSettings    *fz_application_get_settings (FzApplication *self);

G_END_DECLS
