/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-page.h"

G_BEGIN_DECLS

void fz_inferred_read (FzPage *page);

G_END_DECLS
