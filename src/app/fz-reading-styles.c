/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-styles.h"

/* How each role is set: the style of a passage is the role of its block. */

static const FzFlowStyle styles[] = {
  [FZ_ROLE_TITLE]    = { 1.75, PANGO_WEIGHT_BOLD,   1.45, 0.1, 0.5, FALSE },
  [FZ_ROLE_KICKER]   = { 1.05, PANGO_WEIGHT_NORMAL, 1.6,  0.0, 0.2, FALSE },
  [FZ_ROLE_SUBTITLE] = { 1.1,  PANGO_WEIGHT_MEDIUM, 1.6,  0.0, 0.4, FALSE },
  [FZ_ROLE_BYLINE]   = { 0.9,  PANGO_WEIGHT_NORMAL, 1.6,  0.0, 0.8, FALSE },
  [FZ_ROLE_BODY]     = { 1.0,  PANGO_WEIGHT_NORMAL, 1.7,  0.0, 0.0, TRUE },
  [FZ_ROLE_HEADING]  = { 1.05, PANGO_WEIGHT_BOLD,   1.6,  0.8, 0.4, FALSE },
  [FZ_ROLE_CAPTION]  = { 0.85, PANGO_WEIGHT_NORMAL, 1.6,  0.6, 0.2, FALSE },
  [FZ_ROLE_CREDIT]   = { 0.8,  PANGO_WEIGHT_NORMAL, 1.6,  0.0, 0.6, FALSE },
  [FZ_ROLE_MASTHEAD] = { 0.8,  PANGO_WEIGHT_NORMAL, 1.6,  0.0, 0.5, FALSE },
  [FZ_ROLE_JUMP]     = { 0.85, PANGO_WEIGHT_NORMAL, 1.6,  0.2, 0.3, FALSE },
  [FZ_ROLE_NOISE]    = { 0.8,  PANGO_WEIGHT_NORMAL, 1.6,  0.2, 0.3, FALSE },
};

static const FzTone tones[] = {
  [FZ_ROLE_TITLE] = FZ_TONE_FULL,
  [FZ_ROLE_KICKER] = FZ_TONE_DIM,
  [FZ_ROLE_SUBTITLE] = FZ_TONE_DIM,
  [FZ_ROLE_BYLINE] = FZ_TONE_DIM,
  [FZ_ROLE_BODY] = FZ_TONE_FULL,
  [FZ_ROLE_HEADING] = FZ_TONE_FULL,
  [FZ_ROLE_CAPTION] = FZ_TONE_DIM,
  [FZ_ROLE_CREDIT] = FZ_TONE_DIM,
  [FZ_ROLE_MASTHEAD] = FZ_TONE_FAINT,
  [FZ_ROLE_JUMP] = FZ_TONE_FAINT,
  [FZ_ROLE_NOISE] = FZ_TONE_FAINT,
};

/**
 * fz_reading_styles:
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): how each role is set
 */
const FzFlowStyle *
fz_reading_styles (guint *n)
{
  *n = G_N_ELEMENTS (styles);
  return styles;
}

/**
 * fz_reading_styles_pitch:
 * @size: of the body, by which the distance of its lines goes
 *
 * Returns: from one line of the body to the next, as fz_flow_get_metrics() has it
 */
int
fz_reading_styles_pitch (double size)
{
  return MAX (1, (int) (size * styles[FZ_ROLE_BODY].pitch + .5));
}

/**
 * fz_reading_style_name:
 * @style: of a passage
 *
 * Returns: its name, for those to whom the page is read out
 */
const char *
fz_reading_style_name (guint style)
{
  return fz_role_name (style);
}

/** fz_reading_style_tone: */
FzTone
fz_reading_style_tone (guint style)
{
  return tones[MIN (style, G_N_ELEMENTS (tones) - 1)];
}
