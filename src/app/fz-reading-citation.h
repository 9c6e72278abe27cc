/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

G_BEGIN_DECLS

char *fz_reading_citation (const FzStored *stored, const char *quote);

G_END_DECLS
