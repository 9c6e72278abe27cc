/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-flow.h"

G_BEGIN_DECLS

/* The body size in points; all other measures of the page are in em of it. */
#define FZ_READING_POINTS 13.5
#define FZ_READING_MEASURE 40.0
/* Around the text, in pixels. */
#define FZ_READING_MARGIN 24

#define FZ_READING_FAMILY "Noto Serif CJK SC, Noto Sans CJK SC, serif"

/* How strongly a text stands on its page. */
typedef enum { FZ_TONE_FULL, FZ_TONE_DIM, FZ_TONE_FAINT, FZ_N_TONES } FzTone;

const FzFlowStyle *fz_reading_styles     (guint *n);
int                fz_reading_styles_pitch (double size);
const char        *fz_reading_style_name (guint style);
FzTone             fz_reading_style_tone (guint style);

G_END_DECLS
