/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-oddities.h"

G_BEGIN_DECLS

/* What a file has that is not printed, as the store keeps it: a JSON object of
 * those kinds of which there is one at least, {"control":2,"crlf":31}. */
char *fz_odd_print (const FzOddities *self);
void  fz_odd_parse (const char *json, FzOddities *self);

G_END_DECLS
