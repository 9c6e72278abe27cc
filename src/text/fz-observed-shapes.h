/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

void     fz_shapes_look     (const FzObserver *self, const FzLine *line, FzObserved *observed);
gboolean fz_shapes_parallel (const FzObserver *self, const FzLine *line, const FzLine *other);

G_END_DECLS
