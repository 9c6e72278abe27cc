/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  FZ_SCRIPT_AS_PRINTED,
  FZ_SCRIPT_SIMPLIFIED,
  FZ_SCRIPT_TRADITIONAL,
} FzScript;

char *fz_script_convert (const char *text, gsize length, FzScript script);

G_END_DECLS
