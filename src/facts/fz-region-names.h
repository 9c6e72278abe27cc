/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region.h"

G_BEGIN_DECLS

GArray *fz_region_called (const char *words);

G_END_DECLS
