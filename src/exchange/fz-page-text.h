/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-page.h"

G_BEGIN_DECLS

void fz_page_print_notes (const FzPage *page, const char *name, GString *out);

G_END_DECLS
