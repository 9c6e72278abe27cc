/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-reading-settings.h"

G_BEGIN_DECLS

GtkPrintOperation *fz_print_operation_new (FzReadingSettings *settings, FzManuscript *text, const char *language,
                                           const char *head, GListModel *annotations);

G_END_DECLS
