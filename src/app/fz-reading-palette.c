/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-palette.h"

/* CSS colours.  Text keeps 4.5:1 on its page in every tone, and the full tone 7:1 on
 * every highlight too (WCAG 2.2, 1.4.3 and 1.4.6). */
static const struct {
  const char *page;
  const char *tones[FZ_N_TONES];
  const char *inks[FZ_N_INKS];
  const char *highlights[FZ_HIGHLIGHT_COLORS];
  gboolean    dark;
} light = {
  "#ffffff",
  { "#1d1c22", "#5e5c64", "#716f77" },
  { "#1a5fb480", "#26a26980", "#ffcf8f", "#fff3b0", "#ffc14d", "#e68d19b3" },
  { "#fbe9a0", "#c9edc4", "#c7e1fa", "#fad2e0" },
  FALSE,
}, papers[FZ_N_PAPERS] = {
  [FZ_PAPER_SYSTEM] = {
    "#1d1d20",
    { "#f2f1ef", "#c0bfbc", "#9a9996" },
    { "#99c1f180", "#8ff0a466", "#7a4b0c", "#4d4310", "#7d5a00", "#e68d19b3" },
    { "#5d4d0b", "#1f5430", "#1d4a73", "#6a2c47" },
    TRUE,
  },
  [FZ_PAPER_PAPER] = {
    "#faf8f1",
    { "#23211d", "#5d594f", "#6f6a5e" },
    { "#1a5fb47a", "#1f8a5a80", "#ffcf8f", "#fdeea2", "#fdbe4a", "#c9741499" },
    { "#f7e39a", "#c6e6bd", "#c2dcf2", "#f5cfda" },
    FALSE,
  },
  [FZ_PAPER_SEPIA] = {
    "#f3e8d2",
    { "#35281a", "#625038", "#6e5b42" },
    { "#2a5a9a80", "#2b7a4a8c", "#f6c078", "#f8e08c", "#f4b34a", "#b8651099" },
    { "#f1d98a", "#c5dcae", "#bdd3e2", "#eec4c4" },
    FALSE,
  },
  [FZ_PAPER_DARK] = {
    "#1a1a1c",
    { "#dcdad5", "#b3b1ab", "#96948e" },
    { "#99c1f180", "#8ff0a466", "#6b420b", "#453c0e", "#6e4f00", "#e68d19b3" },
    { "#4c3f08", "#194627", "#183d60", "#57243a" },
    TRUE,
  },
};

static const char * const names[FZ_N_PAPERS] = { "system", "paper", "sepia", "dark" };

static GdkRGBA
parse (const char *color)
{
  GdkRGBA rgba = { 0, 0, 0, 1 };

  gdk_rgba_parse (&rgba, color);
  return rgba;
}

/* Where highlights lie over each other, the mean of them. */
static GdkRGBA
blend (const char * const *colors, guint set)
{
  GdkRGBA mean = { 0, 0, 0, 1 };
  guint n = 0;

  for (guint i = 0; i < FZ_HIGHLIGHT_COLORS; i++)
    {
      GdkRGBA one = parse (colors[i]);

      if (!(set & (1u << i)))
        continue;
      n++;
      mean.red += (one.red - mean.red) / n;
      mean.green += (one.green - mean.green) / n;
      mean.blue += (one.blue - mean.blue) / n;
    }
  return mean;
}

/**
 * fz_palette_load:
 * @paper: the reader's choice
 * @dark: whether the window is dark
 */
void
fz_palette_load (FzPalette *self, FzPaper paper, gboolean dark)
{
  const typeof (light) *source = paper == FZ_PAPER_SYSTEM && !dark ? &light : &papers[paper];

  self->page = parse (source->page);
  self->dark = source->dark;
  for (guint i = 0; i < FZ_N_TONES; i++)
    self->tones[i] = parse (source->tones[i]);
  for (guint i = 0; i < FZ_N_INKS; i++)
    self->inks[i] = parse (source->inks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->highlights); i++)
    self->highlights[i] = blend (source->highlights, i);
}

/**
 * fz_paper_name:
 *
 * Returns: its name, as settings and style classes have it
 */
const char *
fz_paper_name (FzPaper paper)
{
  return names[paper];
}

/**
 * fz_paper_from_name:
 *
 * Returns: the paper of that name; the window's for a stranger
 */
FzPaper
fz_paper_from_name (const char *name)
{
  for (guint i = 0; i < FZ_N_PAPERS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;
  return FZ_PAPER_SYSTEM;
}
