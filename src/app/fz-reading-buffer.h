/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_READING_BUFFER (fz_reading_buffer_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingBuffer, fz_reading_buffer, FZ, READING_BUFFER, GtkTextBuffer)

FzReadingBuffer *fz_reading_buffer_new       (void);
void             fz_reading_buffer_fill      (FzReadingBuffer *self, FzArticle *article, FzFacts *facts);
void             fz_reading_buffer_clear     (FzReadingBuffer *self);
gboolean         fz_reading_buffer_is_filled (FzReadingBuffer *self);
void             fz_reading_buffer_mark      (FzReadingBuffer *self, guint start, guint end);
guint            fz_reading_position         (const FzArticle *article, guint block, guint offset);

G_END_DECLS
