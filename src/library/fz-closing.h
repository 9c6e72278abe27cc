/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-notice.h"
#include "fz-pool.h"

G_BEGIN_DECLS

void fz_close_aside (FzPool *pool, FzNotice *notice, FzNotice *damage);

G_END_DECLS
