/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-article.h"

G_BEGIN_DECLS

/* The body size in points; all other measures of the page are in em of it. */
#define FZ_READING_POINTS 13.5
#define FZ_READING_LINE_HEIGHT 1.7
#define FZ_READING_MEASURE 40.0

typedef enum {
  FZ_READING_PLACE,
  FZ_READING_FIGURE,
  FZ_READING_MARK,
} FzReadingMark;

void        fz_reading_tags_add      (GtkTextBuffer *buffer);
void        fz_reading_tags_set_em   (GtkTextBuffer *buffer, double em);
void        fz_reading_tags_set_dark (GtkTextBuffer *buffer, gboolean dark);
GtkTextTag *fz_reading_tags_text     (GtkTextBuffer *buffer);
GtkTextTag *fz_reading_tags_role     (GtkTextBuffer *buffer, FzRole role);
GtkTextTag *fz_reading_tags_mark     (GtkTextBuffer *buffer, FzReadingMark mark);

G_END_DECLS
