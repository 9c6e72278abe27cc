/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *fz_encoding_read  (const char *encoding, const char *data, gsize size);
char    *fz_encoding_guess (const char *data, gsize size, gboolean *doubtful);

G_END_DECLS
