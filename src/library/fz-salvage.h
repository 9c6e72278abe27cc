/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-backup.h"

G_BEGIN_DECLS

gboolean fz_salvage (const char *path, const char *to, FzCopyFunc func, gpointer user_data,
                     gboolean *out_all, GCancellable *cancellable, GError **error);

G_END_DECLS
