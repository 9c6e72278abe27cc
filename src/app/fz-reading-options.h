/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-reading-settings.h"

G_BEGIN_DECLS

GtkWidget *fz_reading_option_row   (FzReadingSettings *settings, const char *name);
GtkWidget *fz_reading_option_paper (FzReadingSettings *settings);

G_END_DECLS
