/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *fz_undo_toast_new (const char *text, GCallback undo, gpointer data, GClosureNotify free_data);

G_END_DECLS
