/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

void          fz_times_find (FzReading *reading, gsize until);
void          fz_times_lend (FzReading *reading);
const FzTime *fz_time_of    (const FzReading *reading, gsize position, gboolean planned);

G_END_DECLS
