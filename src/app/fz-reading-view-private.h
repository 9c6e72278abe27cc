/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading-steps.h"
#include "fz-reading-view.h"

G_BEGIN_DECLS

#define FZ_READING_TOP (FZ_READING_MARGIN / 2)
#define FZ_READING_BOTTOM (3 * FZ_READING_MARGIN)

#define FZ_NOWHERE G_MAXUINT

/* So many columns at most. */
#define FZ_COLUMNS_MAX 3

struct _FzReadingView {
  GtkWidget             parent_instance;

  FzReadingQuote        quote;    /* (nullable): says what a selection is from */
  gpointer              quote_data;

  FzFlow               *flow;
  FzManuscript         *text;     /* as it is printed; the flow has it as it is shown */
  double                size;     /* of the body, in pixels */
  double                measure;  /* in ems of it */
  gboolean              vertical;
  double                margin;   /* around the text along its lines, in pixels */
  FzFlow               *beside;   /* the lines of the page, which the text was mended from */
  GArray               *printed;  /* (nullable): guint: of each of them, where it starts in the text; where
                                   * there is none they are not shown */
  double                beside_x; /* where they stand, from the column; < 0 is below each passage */
  guint                 columns;  /* that are wanted, 0 for as many as there is room for */
  guint                 n_columns;
  int                   grid;     /* from one line of the body to the next */
  gboolean              on_grid;  /* passages take whole lines of it */
  int                   column;   /* where the first starts */
  int                   step;     /* from one to the next */
  gint64                starts[FZ_COLUMNS_MAX + 1]; /* of the strip, what each starts with */
  FzPalette             palette;
  FzRanges             *layers[FZ_N_LAYERS];

  guint                 hit;      /* the hit that is looked at, or nowhere */

  guint                 caret;
  guint                 bound;    /* the other end of the selection */
  gboolean              back;     /* the caret is meant at the end of its line */
  double                goal;     /* where lines are walked through, or < 0 */

  GtkAdjustment        *hadjustment;
  GtkAdjustment        *vadjustment;
  GtkScrollablePolicy   hpolicy;
  GtkScrollablePolicy   vpolicy;
  guint                 anchor;   /* the passage at the top of what is seen */
  gint64                offset;   /* and how far its top lies above it */
  double                rest;     /* that was scrolled beyond the line a column starts with */
  guint                 held;     /* what is to stay at the top, or nowhere */
  gint64                held_distance;
  guint                 pending;  /* to be scrolled to when there is a size */
  gboolean              pending_at_top; /* and is to stand there, not in the upper third */
  gboolean              scrolling; /* the adjustment is being set by us */
  guint                 idle;
  gint64                told;     /* when the adjustment was last set while settling */

  FzSegmentKind         dragged;  /* what the drag takes as one */
  gboolean              by_paragraph;
  guint                 drag_start;
  guint                 drag_end;
  double                drag_x;
  double                drag_y;
  guint                 drag_tick;
  gboolean              touched;  /* a finger has selected: it gets handles */
  gboolean              taken;    /* the press is on the selection: nothing is selected yet */
};

/* fz-reading-view.c */
gboolean fz_reading_view_is_empty      (FzReadingView *self);
void     fz_reading_view_tell_moved    (FzReadingView *self);
void     fz_reading_view_tell_released (FzReadingView *self, double x, double y);
void     fz_reading_view_tell_menu     (FzReadingView *self, double x, double y);

/* fz-reading-view-selection.c */
void     fz_reading_view_move          (FzReadingView *self, guint position, gboolean back, gboolean extend);

/* fz-reading-view-scroll.c */
void     fz_reading_view_set_adjustment (FzReadingView *self, GtkAdjustment **which, GtkAdjustment *adjustment);
gint64   fz_reading_view_get_top       (FzReadingView *self);
void     fz_reading_view_set_top       (FzReadingView *self, gint64 y);
void     fz_reading_view_refresh_top   (FzReadingView *self);
void     fz_reading_view_configure     (FzReadingView *self);
void     fz_reading_view_scroll_to_pending (FzReadingView *self);
void     fz_reading_view_keep_seen     (FzReadingView *self);
void     fz_reading_view_scroll_pending (FzReadingView *self, guint position, gboolean at_top);

/* fz-reading-view-layout.c */
void     fz_reading_view_lay_out       (FzReadingView *self);
void     fz_reading_view_lay_out_anew  (FzReadingView *self);
void     fz_reading_view_hold          (FzReadingView *self);
void     fz_reading_view_stop_settling (FzReadingView *self);

/* fz-reading-view-geometry.c */
int      fz_reading_view_get_depth     (FzReadingView *self);
int      fz_reading_view_get_page      (FzReadingView *self);
int      fz_reading_view_cut_columns   (FzReadingView *self);
void     fz_reading_view_fill_columns  (FzReadingView *self);
gint64   fz_reading_view_line_from     (FzReadingView *self, gint64 y);
double   fz_reading_view_column_x      (FzReadingView *self, guint column);
double   fz_reading_view_page_y        (FzReadingView *self, guint column, gint64 y);
graphene_rect_t fz_reading_view_from_page (FzReadingView *self, double x, double y, double width, double height);
void     fz_reading_view_to_page       (FzReadingView *self, double x, double y, double *page_x, double *page_y);
void     fz_reading_view_to_column     (FzReadingView *self, double x, double y, double *column_x, gint64 *column_y);
graphene_rect_t fz_reading_view_rect_of (FzReadingView *self, const FzFlowPlace *place, double x, double width);
graphene_rect_t fz_reading_view_rect_between (FzReadingView *self, guint start, guint end);
gboolean fz_reading_view_is_seen       (FzReadingView *self, const FzFlowPlace *place);

/* fz-reading-view-draw.c */

/**
 * FzDrawnLine:
 * @positions: as fz_set_line_positions() gives them
 * @x: of the column, on the page
 * @y: of the top of the line, on the page
 *
 * A line that is being drawn.
 */
typedef struct {
  FzReadingView      *view;
  GtkSnapshot        *snapshot;
  const FzSetPassage *set;
  FzFlowMetrics       metrics;
  const FzPassage    *passage;
  const FzSetLine    *line;
  GArray             *positions;
  double              x;
  double              y;
} FzDrawnLine;

double   fz_drawn_line_x               (const FzDrawnLine *self, guint position);
/* fz-reading-view-emphasis.c */
void     fz_drawn_line_emphasise       (const FzDrawnLine *self, const FzRange *range);
/* fz-reading-view-draw.c */
void     fz_reading_view_snapshot      (GtkWidget *widget, GtkSnapshot *snapshot);

/* fz-reading-view-beside.c */
FzFlow  *fz_reading_view_new_beside    (PangoFontMap *map);
void     fz_reading_view_set_beside_look (FzReadingView *self, const FzFlowLook *look);
double   fz_reading_view_cut_beside    (FzReadingView *self, double room);
void     fz_reading_view_beside_of     (FzReadingView *self, guint passage, guint *first, guint *end);

/* fz-reading-view-keys.c */
void     fz_reading_view_install_keys  (GtkWidgetClass *klass);

/* fz-reading-view-pointer.c */
void     fz_reading_view_add_pointer   (FzReadingView *self);

guint    fz_reading_view_caret_at      (FzReadingView *self, double x, double y);

/* fz-reading-view-touch.c */
void     fz_reading_view_add_handles   (FzReadingView *self);
void     fz_reading_view_draw_handles  (FzReadingView *self, GtkSnapshot *snapshot);

/* fz-reading-view-drag.c */
gboolean fz_reading_view_takes_out     (FzReadingView *self, double x, double y);
void     fz_reading_view_add_drag_source (FzReadingView *self);

/* fz-reading-view-accessible.c */
void     fz_reading_view_accessible_init (GtkAccessibleTextInterface *iface);

G_END_DECLS
