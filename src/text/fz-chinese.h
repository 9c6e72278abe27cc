/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double fz_chinese_likelihood (const char *text, gsize length, guint *chars);

G_END_DECLS
