/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

gsize    fz_dateline_length     (FzText text);
gsize    fz_dateline_in_bracket (FzText inner);
gboolean fz_dateline_opens_in_bracket (FzText text);
FzText   fz_dateline_of_report  (FzText text);

G_END_DECLS
