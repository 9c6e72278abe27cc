/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-reading-settings.h"

G_BEGIN_DECLS

AdwDialog *fz_reading_dialog_new  (FzReadingSettings *settings);
GtkWidget *fz_reading_popover_new (FzReadingSettings *settings, GObject *zoomed);

G_END_DECLS
