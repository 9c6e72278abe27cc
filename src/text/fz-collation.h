/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes     *fz_collation_key     (const char *text);
const char *fz_collation_version (void);

G_END_DECLS
