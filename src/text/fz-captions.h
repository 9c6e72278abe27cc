/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

gboolean fz_caption_starts_with_date (FzText text);

G_END_DECLS
