/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading-view.h"

G_BEGIN_DECLS

char *fz_reading_told (FzReadingView *view, guint position, guint *state);

G_END_DECLS
