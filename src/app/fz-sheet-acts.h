/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-sheet.h"

G_BEGIN_DECLS

/* What the reader says of lines of a page, as lists of FzCorrection; %NULL where
 * it would say nothing new. */
GPtrArray *fz_sheet_begin    (const FzSheet *self, guint index);
GPtrArray *fz_sheet_join     (const FzSheet *self, guint index);
GPtrArray *fz_sheet_set_role (const FzSheet *self, const GtkBitset *lines, FzRole role);
GPtrArray *fz_sheet_say      (FzCorrectionKind kind, guint line, const char *value);

/* Those that a page has of the same matter, which go when the new ones come. */
GPtrArray *fz_sheet_replaced (const FzSheet *self, const GPtrArray *add);

G_END_DECLS
