/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-flow.h"
#include "fz-reading-palette.h"
#include "fz-script.h"

G_BEGIN_DECLS

#define FZ_TYPE_READING_SETTINGS (fz_reading_settings_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingSettings, fz_reading_settings, FZ, READING_SETTINGS, GObject)

FzReadingSettings *fz_reading_settings_new         (void);
void               fz_reading_settings_set_library (FzReadingSettings *self, const char *path);
void               fz_reading_settings_get_look    (FzReadingSettings *self, FzFlowLook *look);
guint              fz_reading_settings_get_measure (FzReadingSettings *self);
guint              fz_reading_settings_get_pace    (FzReadingSettings *self);
guint              fz_reading_settings_get_margin  (FzReadingSettings *self);
gboolean           fz_reading_settings_get_printed_lines (FzReadingSettings *self);
FzScript           fz_reading_settings_get_script  (FzReadingSettings *self);
guint              fz_reading_settings_get_columns (FzReadingSettings *self);
FzPaper            fz_reading_settings_get_paper   (FzReadingSettings *self);
void               fz_reading_settings_reset       (FzReadingSettings *self);

G_END_DECLS
