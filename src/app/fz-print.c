/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-print.h"

#include <glib/gi18n.h>

#include "fz-annotation-item.h"
#include "fz-print-private.h"

/* An article on paper, or in a PDF file, by the same composition as on the screen.
 *
 * Lengths are points.  The reader's fonts, indent and marks are as on the screen; the
 * size is that of books.  Each page has the source line above and its number below;
 * notes follow the text where they are wanted. */

#define BODY_SIZE 10.5 /* 五号 */
#define SMALL_SIZE 8
#define HEAD 26
#define FOOT 28

typedef struct {
  FzReadingSettings *settings;
  FzManuscript      *text;
  char              *language;
  char              *head;
  GListModel        *annotations; /* (nullable) */
  gboolean           notes;
  FzFlow            *flow;
  GArray            *pages;
  double             x;     /* of what is printed on a page */
  double             width;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->flow, fz_flow_free);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_object (&self->annotations);
  fz_manuscript_unref (self->text);
  g_object_unref (self->settings);
  g_free (self->language);
  g_free (self->head);
  g_free (self);
}

static void
append (FzManuscript *text, FzRole role, const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r", ' ');

  fz_manuscript_append (text, role, 0, line, strlen (line));
}

static guint
append_notes (FzManuscript *text, GListModel *annotations)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (annotations); i++)
    {
      g_autoptr (FzAnnotationItem) item = g_list_model_get_item (annotations, i);
      const FzAnnotation *value = fz_annotation_item_get_value (item);
      g_autofree char *words = NULL;

      if (value->note == NULL)
        continue;
      if (n == 0)
        append (text, FZ_ROLE_HEADING, _("Notes"));
      words = g_strdup_printf ("%u. “%s”：%s", ++n, value->quote, value->note);
      append (text, FZ_ROLE_CAPTION, words);
    }
  return n;
}

/* The text as it was, and the notes behind it. */
static FzManuscript *
with_notes (const Job *self)
{
  FzManuscript *text = fz_manuscript_new ();
  gsize length;
  const char *all = fz_manuscript_get_text (self->text, &length);

  for (guint i = 0, end = 0; i < fz_manuscript_n_passages (self->text); i = end)
    {
      const FzPassage *first = fz_manuscript_get_passage (self->text, i);

      for (end = i + 1; end < fz_manuscript_n_passages (self->text)
                        && fz_manuscript_get_passage (self->text, end)->goes_on;)
        end++;
      fz_manuscript_append (text, first->style, first->flags, all + first->byte,
                            fz_manuscript_get_passage (self->text, end - 1)->byte_end - first->byte);
    }
  append_notes (text, self->annotations);
  return text;
}

static int
column_width (Job *self, double room)
{
  double measure = MIN (fz_reading_settings_get_measure (self->settings), room / BODY_SIZE);

  return MAX (4, (int) (measure + .001)) * BODY_SIZE;
}

/* Lines of vertical text are as long as a page is high. */
static void
lay_out (Job *self, double width, double height)
{
  gboolean vertical = fz_flow_is_vertical (self->flow);
  double high = MAX (height - HEAD - FOOT, 4 * BODY_SIZE);

  fz_flow_set_width (self->flow, column_width (self, vertical ? high : width));
  self->width = vertical ? width : fz_flow_get_width (self->flow);
  self->x = (width - self->width) / 2;
  self->pages = fz_print_paginate (self->flow, vertical ? width : high);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *self)
{
  g_autoptr (FzManuscript) text = self->notes ? with_notes (self) : fz_manuscript_ref (self->text);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  guint n_styles;
  const FzFlowStyle *styles = fz_reading_styles (&n_styles);
  FzFlowLook look;

  fz_reading_settings_get_look (self->settings, &look);
  look.size = BODY_SIZE;
  look.language = self->language;
  g_clear_pointer (&self->flow, fz_flow_free);
  g_clear_pointer (&self->pages, g_array_unref);
  self->flow = fz_flow_new (gtk_print_context_get_pango_fontmap (context), styles, n_styles);
  fz_flow_set_look (self->flow, &look);
  fz_flow_set_manuscript (self->flow, text);
  lay_out (self, width, height);
  gtk_print_operation_set_n_pages (operation, MAX (self->pages->len - 1, 1));
}

/* A line of small print; @align is where in the column, from 0 to 1. */
static void
draw_small (Job *self, GtkPrintContext *context, const char *words, double y, double align)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FZ_READING_FAMILY);
  int width;

  pango_font_description_set_absolute_size (font, SMALL_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_size (layout, &width, NULL);
  if (width > self->width * PANGO_SCALE)
    {
      pango_layout_set_width (layout, self->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      width = 0;
    }
  cairo_set_source_rgb (cr, .3, .3, .3);
  cairo_move_to (cr, self->x + (self->width - width / (double) PANGO_SCALE) * align, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *self)
{
  g_autofree char *number = g_strdup_printf ("— %d —", page + 1);

  draw_small (self, context, self->head, 0, 0);
  draw_small (self, context, number, gtk_print_context_get_height (context) - SMALL_SIZE * 2, .5);
  if ((guint) page + 1 < self->pages->len)
    fz_print_draw_page (self->flow, self->pages, page, gtk_print_context_get_cairo_context (context),
                        fz_flow_is_vertical (self->flow) ? self->x + self->width : self->x, HEAD);
}

static GObject *
on_create_options (GtkPrintOperation *operation, Job *self)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (_("Print _notes behind the text"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), self->notes);
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_top (button, 12);
  return G_OBJECT (button);
}

static void
on_apply_options (GtkPrintOperation *operation, GtkWidget *widget, Job *self)
{
  self->notes = gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

static gboolean
has_notes (GListModel *annotations)
{
  g_autoptr (FzManuscript) scratch = fz_manuscript_new ();

  return annotations != NULL && append_notes (scratch, annotations) > 0;
}

/**
 * fz_print_operation_new:
 * @settings: how it is set, but for its size and colours
 * @text: what is printed
 * @language: as fz_text_language() says it
 * @head: the source line above each page
 * @annotations: (nullable): the #FzAnnotationItem whose notes may follow the text
 *
 * Returns: (transfer full): an operation that prints it or writes a PDF file
 */
GtkPrintOperation *
fz_print_operation_new (FzReadingSettings *settings, FzManuscript *text, const char *language, const char *head,
                        GListModel *annotations)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *self = g_new0 (Job, 1);

  self->settings = g_object_ref (settings);
  self->text = fz_manuscript_ref (text);
  self->language = g_strdup (language);
  self->head = g_strdup (head);
  self->notes = has_notes (annotations);
  self->annotations = annotations != NULL ? g_object_ref (annotations) : NULL;
  g_object_set_data_full (G_OBJECT (operation), "job", self, job_free);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _("Article"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), self);
  if (self->notes)
    {
      g_signal_connect (operation, "create-custom-widget", G_CALLBACK (on_create_options), self);
      g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (on_apply_options), self);
    }
  return operation;
}
