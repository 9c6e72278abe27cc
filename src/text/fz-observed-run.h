/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

void fz_run_look (FzObserver *self, guint i, FzObserved *observed);

G_END_DECLS
