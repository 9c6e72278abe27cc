/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"

G_BEGIN_DECLS

void     fz_kinds_mark     (FzLines *lines);

FzText   fz_kinds_end_note (FzText text);
gboolean fz_kinds_is_names (FzText text);

G_END_DECLS
