/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

void  fz_page_survey (FzObserver *self);
guint fz_page_number (const FzLine *line);
void  fz_page_look   (const FzObserver *self, guint i, FzObserved *observed);

G_END_DECLS
