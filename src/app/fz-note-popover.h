/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_NOTE_POPOVER (fz_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (FzNotePopover, fz_note_popover, FZ, NOTE_POPOVER, GtkPopover)

GtkWidget *fz_note_popover_new      (void);
void       fz_note_popover_open     (FzNotePopover *self, const char *note, guint color, gboolean kept);
char      *fz_note_popover_dup_note (FzNotePopover *self);
void       fz_note_popover_set_note (FzNotePopover *self, const char *note);
guint      fz_note_popover_get_color (FzNotePopover *self);

G_END_DECLS
