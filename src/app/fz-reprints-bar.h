/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_REPRINTS_BAR (fz_reprints_bar_get_type ())
G_DECLARE_FINAL_TYPE (FzReprintsBar, fz_reprints_bar, FZ, REPRINTS_BAR, GtkWidget)

void fz_reprints_bar_show   (FzReprintsBar *self, FzLibrary *library, gint64 article, GPtrArray *entries);
void fz_reprints_bar_let_go (FzReprintsBar *self);

G_END_DECLS
