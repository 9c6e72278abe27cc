/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

gboolean fz_navigation_is_bar (FzText text);
gboolean fz_navigation_sets_size (FzText text);

G_END_DECLS
