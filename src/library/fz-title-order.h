/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "fz-connection.h"

G_BEGIN_DECLS

int      fz_title_order_register (sqlite3 *db);
gboolean fz_title_order_prepare  (FzConnection *writer, GCancellable *cancellable, GError **error);

G_END_DECLS
