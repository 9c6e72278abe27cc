/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-oddities.h"

G_BEGIN_DECLS

GString *fz_mixed_read (const char *data, gsize size, char **other, FzOddities *odd);

G_END_DECLS
