/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"
#include "fz-page.h"

G_BEGIN_DECLS

void     fz_roles_assign     (FzLines *lines, FzNamesPlaceFunc names_place, gpointer user_data);
gboolean fz_roles_breaks_off (const FzLine *line);

G_END_DECLS
