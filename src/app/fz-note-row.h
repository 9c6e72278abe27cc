/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-annotation-item.h"

G_BEGIN_DECLS

#define FZ_TYPE_NOTE_ROW (fz_note_row_get_type ())
G_DECLARE_FINAL_TYPE (FzNoteRow, fz_note_row, FZ, NOTE_ROW, GtkWidget)

GtkWidget        *fz_note_row_new      (void);
void              fz_note_row_set_item (FzNoteRow *self, FzAnnotationItem *item);
FzAnnotationItem *fz_note_row_get_item (FzNoteRow *self);

G_END_DECLS
