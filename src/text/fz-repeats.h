/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"

G_BEGIN_DECLS

void fz_repeats_mark  (FzLines *lines);
void fz_repeats_place (FzLines *lines);

G_END_DECLS
