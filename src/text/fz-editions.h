/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

gboolean  fz_edition_read        (FzText word, FzText *edition);
gsize     fz_edition_spaced      (FzText text, FzText *edition);
gboolean  fz_edition_is_bare     (FzText word);
gboolean  fz_edition_is_pointer  (FzText text);
char     *fz_edition_digits      (FzText edition);

G_END_DECLS
