/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-oddities.h"

G_BEGIN_DECLS

GString *fz_encoding_read (const char *encoding, const char *data, gsize size, FzOddities *odd);

G_END_DECLS
