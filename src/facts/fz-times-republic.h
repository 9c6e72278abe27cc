/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean fz_times_is_of_republic (const char *start, const char *p, const char *end);

G_END_DECLS
