/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean fz_backup_make (const char *path, const char *copy, GCancellable *cancellable, GError **error);

G_END_DECLS
