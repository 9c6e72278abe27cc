/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

const char *fz_sums_vfs   (void);
void        fz_sums_begin (sqlite3 *db);
void        fz_sums_copy  (sqlite3 *from, sqlite3 *to);

G_END_DECLS
