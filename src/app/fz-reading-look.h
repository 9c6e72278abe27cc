/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading-settings.h"
#include "fz-reading-view.h"

G_BEGIN_DECLS

void fz_reading_look_apply (FzReadingSettings *settings, FzReadingView *view, double size, const char *language);
void fz_reading_look_color (FzReadingSettings *settings, FzReadingView *view, GtkWidget *page);

G_END_DECLS
