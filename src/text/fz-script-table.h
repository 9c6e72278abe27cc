/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char fz_script_to_traditional_characters[];
extern const char fz_script_to_traditional_phrases[];
extern const char fz_script_to_simplified_characters[];
extern const char fz_script_to_simplified_phrases[];

G_END_DECLS
