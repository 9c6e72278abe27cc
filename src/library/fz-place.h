/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean fz_place_hold (const char *path, GCancellable *cancellable, sqlite3 **out_holder, GError **error);
gboolean fz_place_take (const char *path, const char *whole, char **out_kept, GError **error);

G_END_DECLS
