/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

void fz_matter_find (FzObserver *self);
void fz_matter_look (const FzObserver *self, const FzLine *line, FzObserved *observed);

G_END_DECLS
