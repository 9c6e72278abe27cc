/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-look.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

/* How the reading settings come into a view. */

/* As for the window: GTK's GPU renderer cuts the top row of pixels off Han glyphs that
 * are hinted. */
static void
draw_unhinted (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

/* Vertical text is scrolled sideways. */
static void
let_scroll (FzReadingView *view, gboolean vertical)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (view));

  if (GTK_IS_SCROLLED_WINDOW (parent))
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (parent), vertical ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                    vertical ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

/**
 * fz_reading_look_apply:
 * @size: of the body, in pixels
 * @language: as fz_text_language() says it
 *
 * Sets the text of a view as the reader wants it.
 */
void
fz_reading_look_apply (FzReadingSettings *settings, FzReadingView *view, double size, const char *language)
{
  FzFlowLook look;

  fz_reading_settings_get_look (settings, &look);
  look.size = size;
  look.language = language;
  look.prepare = draw_unhinted;
  fz_reading_view_set_look (view, &look, fz_reading_settings_get_measure (settings));
  fz_reading_view_set_margin (view, fz_reading_settings_get_margin (settings));
  fz_reading_view_set_columns (view, fz_reading_settings_get_columns (settings));
  let_scroll (view, look.setting.vertical);
}

/**
 * fz_reading_look_color:
 * @page: whose style class says what the page behind the text is
 *
 * Gives a view and its page their colours.
 */
void
fz_reading_look_color (FzReadingSettings *settings, FzReadingView *view, GtkWidget *page)
{
  FzPaper paper = fz_reading_settings_get_paper (settings);
  FzPalette palette;

  fz_palette_load (&palette, paper, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  fz_reading_view_set_palette (view, &palette);
  for (guint i = 0; i < FZ_N_PAPERS; i++)
    if (i == paper)
      gtk_widget_add_css_class (page, fz_paper_name (i));
    else
      gtk_widget_remove_css_class (page, fz_paper_name (i));
}
