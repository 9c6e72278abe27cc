/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many pages of how many are done; of a way back each counts twice, see fz-backup.c.
 * Where rows are copied, how many of those. */
typedef void (*FzCopyFunc) (guint done, guint total, gpointer user_data);

gboolean fz_backup_make    (const char *path, const char *copy, FzCopyFunc func, gpointer user_data,
                            GCancellable *cancellable, GError **error);
gboolean fz_backup_restore (const char *path, const char *copy, FzCopyFunc func, gpointer user_data,
                            char **out_kept, GCancellable *cancellable, GError **error);
gboolean fz_backup_take    (const char *path, const char *part, char **out_kept, GCancellable *cancellable, GError **error);

gboolean fz_backup_remove_part (const char *part, GError **error);

G_END_DECLS
