/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_LINE_HEADER (fz_line_header_get_type ())
G_DECLARE_FINAL_TYPE (FzLineHeader, fz_line_header, FZ, LINE_HEADER, GtkWidget)

GtkListItemFactory *fz_line_header_factory (void);

G_END_DECLS
