/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-library.h"
#include "fz-settings.h"

G_BEGIN_DECLS

#define FZ_TYPE_WINDOW (fz_window_get_type ())
G_DECLARE_FINAL_TYPE (FzWindow, fz_window, FZ, WINDOW, AdwApplicationWindow)

FzWindow   *fz_window_new          (GtkApplication *application, FzSettings *settings);
void        fz_window_open_library (FzWindow *self, const char *path);
void        fz_window_restore_library (FzWindow *self, const char *copy);
const char *fz_window_get_path     (FzWindow *self);
FzLibrary  *fz_window_get_library  (FzWindow *self);
void        fz_window_import       (FzWindow *self, GStrv paths);
void        fz_window_open_files   (FzWindow *self, GStrv paths);
void        fz_window_show_article (FzWindow *self, gint64 article);
gboolean    fz_window_get_busy     (FzWindow *self);

G_END_DECLS
