/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     fz_damage_mark      (const char *path);
void     fz_damage_clear     (const char *path);
gboolean fz_damage_is_marked (const char *path);

G_END_DECLS
