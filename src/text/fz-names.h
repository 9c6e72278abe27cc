/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

FzText   fz_name_without_number (FzText word);
FzText   fz_name_before_wire    (FzText word);
gboolean fz_name_is             (FzText word, gboolean by_surname);
gboolean fz_name_is_office      (FzText word);

G_END_DECLS
