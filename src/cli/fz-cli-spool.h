/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-cli.h"

G_BEGIN_DECLS

typedef struct _FzCliSpool FzCliSpool;

FzCliSpool *fz_cli_spool_new   (FzCli *cli);
gboolean    fz_cli_spool_write (FzCliSpool *self, GString *out);
void        fz_cli_spool_end   (FzCliSpool *self);

G_END_DECLS
