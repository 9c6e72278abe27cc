/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *house_files    (const char *folder);
char      *house_contents (const char *path);
gboolean   house_has_suffix (const char *path, const char * const *suffixes);

G_END_DECLS
