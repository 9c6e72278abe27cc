/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-reading-settings.h"

G_BEGIN_DECLS

#define FZ_TYPE_READING_PREVIEW (fz_reading_preview_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingPreview, fz_reading_preview, FZ, READING_PREVIEW, AdwBin)

GtkWidget *fz_reading_preview_new (FzReadingSettings *settings);

G_END_DECLS
