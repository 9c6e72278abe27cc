/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-backup.h"

G_BEGIN_DECLS

/* Whom a copy tells how far it is, and who can stop it. */
typedef struct {
  FzCopyFunc    func;
  gpointer      user_data;
  GCancellable *cancellable;
} FzCopy;

gboolean fz_backup_copy_file   (const char *path, const char *part, const FzCopy *copy, GError **error);
gboolean fz_backup_copy_tables (const char *path, const char *rows, const char *part, const FzCopy *copy, GError **error);

G_END_DECLS
