/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "fz-library.h"

G_BEGIN_DECLS

/* Errors of the store: one sentence for the reader, and in brackets the words
 * for whom the reader asks for help.  Each answers FALSE, to be returned. */
gboolean fz_error_set              (GError **error, FzLibraryError code, const char *detail);
gboolean fz_error_set_from_sqlite  (sqlite3 *db, int code, GError **error);
gboolean fz_error_set_from_prepare (sqlite3 *db, int code, GError **error);
gboolean fz_error_set_from_errno   (const char *path, int saved_errno, GError **error);
char    *fz_error_dup_detail       (const GError *error);

G_END_DECLS
