/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-ranges.h"
#include "fz-reading-palette.h"

G_BEGIN_DECLS

/* What is drawn with a text besides its words. */
typedef enum {
  FZ_LAYER_HIGHLIGHT, /* by the set of its colours, and FZ_HIGHLIGHT_NOTE */
  FZ_LAYER_FIGURE,
  FZ_LAYER_PLACE,
  FZ_LAYER_MARK,      /* what is pointed out */
  FZ_LAYER_HIT,       /* what was found */
  FZ_N_LAYERS,
} FzReadingLayer;

/* (transfer full): @text, which starts at @position, with what it is from. */
typedef char *(*FzReadingQuote) (guint position, const char *text, gpointer user_data);

#define FZ_TYPE_READING_VIEW (fz_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingView, fz_reading_view, FZ, READING_VIEW, GtkWidget)

void          fz_reading_view_set_text      (FzReadingView *self, FzManuscript *text);
FzManuscript *fz_reading_view_get_text      (FzReadingView *self);
void          fz_reading_view_show_as       (FzReadingView *self, FzManuscript *shown);
FzManuscript *fz_reading_view_get_shown     (FzReadingView *self);
void          fz_reading_view_set_look      (FzReadingView *self, const FzFlowLook *look, double measure);
void          fz_reading_view_set_columns   (FzReadingView *self, guint columns);
void          fz_reading_view_set_margin    (FzReadingView *self, double margin);
void          fz_reading_view_set_printed   (FzReadingView *self, FzManuscript *lines, GArray *starts);
void          fz_reading_view_set_palette   (FzReadingView *self, const FzPalette *palette);
FzRanges     *fz_reading_view_get_layer     (FzReadingView *self, FzReadingLayer layer);
void          fz_reading_view_layer_changed (FzReadingView *self, FzReadingLayer layer);
void          fz_reading_view_mark          (FzReadingView *self, guint start, guint end);

guint         fz_reading_view_get_caret     (FzReadingView *self);
gboolean      fz_reading_view_get_selection (FzReadingView *self, guint *start, guint *end);
void          fz_reading_view_select        (FzReadingView *self, guint bound, guint caret);
char         *fz_reading_view_dup_selection (FzReadingView *self);
char         *fz_reading_view_dup_quote     (FzReadingView *self, gboolean cited);
void          fz_reading_view_set_quote     (FzReadingView *self, FzReadingQuote quote, gpointer user_data);
void          fz_reading_view_copy          (FzReadingView *self);

void          fz_reading_view_scroll_to     (FzReadingView *self, guint position);
void          fz_reading_view_show          (FzReadingView *self, guint start, guint end);
void          fz_reading_view_set_hit       (FzReadingView *self, guint hit);
void          fz_reading_view_scroll_to_top (FzReadingView *self);
guint         fz_reading_view_get_place     (FzReadingView *self);
guint         fz_reading_view_get_seen_end  (FzReadingView *self);
void          fz_reading_view_put_place     (FzReadingView *self, guint position);
void          fz_reading_view_turn_page     (FzReadingView *self, gboolean forward);
gboolean      fz_reading_view_position_at   (FzReadingView *self, double x, double y, guint *position);
gboolean      fz_reading_view_get_area      (FzReadingView *self, guint start, guint end, GtkWidget *other,
                                             GdkRectangle *area);
gboolean      fz_reading_view_is_settled    (FzReadingView *self);

G_END_DECLS
