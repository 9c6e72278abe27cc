/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-manuscript.h"

G_BEGIN_DECLS

char *fz_link_at (const FzManuscript *text, guint position);

G_END_DECLS
