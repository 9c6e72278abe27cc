/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"

G_BEGIN_DECLS

GPtrArray *fz_cutter_cut (const FzLines *lines);

G_END_DECLS
