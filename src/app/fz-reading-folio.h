/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

G_BEGIN_DECLS

char *fz_reading_folio  (const FzEntry *entry);
char *fz_reading_origin (const FzEntry *entry);

G_END_DECLS
