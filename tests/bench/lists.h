/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints how soon pages of its lists are there, a row each. */
void lists_time (const char *path);

G_END_DECLS
