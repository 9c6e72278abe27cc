/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_NOTE_PAGE (fz_note_page_get_type ())
G_DECLARE_FINAL_TYPE (FzNotePage, fz_note_page, FZ, NOTE_PAGE, GtkWidget)

void fz_note_page_set_items (FzNotePage *self, GListModel *items);

G_END_DECLS
