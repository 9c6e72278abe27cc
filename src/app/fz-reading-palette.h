/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-highlight.h"
#include "fz-reading-styles.h"

G_BEGIN_DECLS

/* The colours of the page. */
typedef enum {
  FZ_PAPER_SYSTEM, /* those of the window, light or dark */
  FZ_PAPER_PAPER,
  FZ_PAPER_SEPIA,
  FZ_PAPER_DARK,
  FZ_N_PAPERS,
} FzPaper;

/* Everything else that has a colour on it. */
typedef enum {
  FZ_INK_FIGURE,   /* the line below it */
  FZ_INK_PLACE,    /* the line below it */
  FZ_INK_MARK,     /* behind what is pointed out */
  FZ_INK_HIT,      /* behind what was found */
  FZ_INK_HIT_NOW,  /* behind that of them which is looked at */
  FZ_INK_DOUBT,    /* the bar beside it */
  FZ_N_INKS,
} FzInk;

/**
 * FzPalette:
 * @page: behind all; not drawn where it is the window's
 * @tones: of the text
 * @inks: of what else is drawn
 * @highlights: by the set of colours that lie over each other
 * @dark: whether text is light on dark
 */
typedef struct {
  GdkRGBA  page;
  GdkRGBA  tones[FZ_N_TONES];
  GdkRGBA  inks[FZ_N_INKS];
  GdkRGBA  highlights[1 << FZ_HIGHLIGHT_COLORS];
  gboolean dark;
} FzPalette;

void        fz_palette_load (FzPalette *self, FzPaper paper, gboolean dark);
const char *fz_paper_name   (FzPaper paper);
FzPaper     fz_paper_from_name (const char *name);

G_END_DECLS
