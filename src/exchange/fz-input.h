/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes of an errno of opening a file or a folder one sentence for a person. */
void fz_input_set_error (GError **error, int code);

G_END_DECLS
