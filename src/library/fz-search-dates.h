/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean fz_search_dates (const char *text, char **since, char **until);

G_END_DECLS
