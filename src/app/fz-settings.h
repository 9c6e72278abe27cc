/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FZ_TYPE_SETTINGS (fz_settings_get_type ())
G_DECLARE_FINAL_TYPE (FzSettings, fz_settings, FZ, SETTINGS, GObject)

FzSettings *fz_settings_new (void);

G_END_DECLS
