/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-exchange.h"

G_BEGIN_DECLS

#define FZ_TYPE_IMPORT_JOB (fz_import_job_get_type ())
G_DECLARE_FINAL_TYPE (FzImportJob, fz_import_job, FZ, IMPORT_JOB, GObject)

FzImportJob *fz_import_job_new         (void);
void         fz_import_job_start       (FzImportJob *self, FzLibrary *library, GStrv paths);
void         fz_import_job_cancel      (FzImportJob *self);
gboolean     fz_import_job_get_running (FzImportJob *self);

G_END_DECLS
