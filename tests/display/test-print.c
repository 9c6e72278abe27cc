/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-print-private.h"
#include "fz-print.h"
#include "fz-reading-text.h"

/* An article on pages. */

#define HEIGHT 400

static FzFlow *
flow_of (const FzArticle *article, gboolean vertical)
{
  g_autoptr (FzManuscript) text = fz_reading_manuscript (article);
  FzFlowLook look = {
    .family = FZ_READING_FAMILY, .language = "zh-cn", .size = 10.5, .leading = 1, .setting = FZ_SETTING_DEFAULT,
  };
  guint n_styles;
  const FzFlowStyle *styles = fz_reading_styles (&n_styles);
  FzFlow *flow = fz_flow_new (pango_cairo_font_map_get_default (), styles, n_styles);

  look.setting.vertical = vertical;
  fz_flow_set_look (flow, &look);
  fz_flow_set_width (flow, 315);
  fz_flow_set_manuscript (flow, text);
  return flow;
}

static FzFlow *
new_flow (const FzArticle *article)
{
  return flow_of (article, FALSE);
}

static guint
n_lines (FzFlow *flow, guint passage)
{
  return MAX (fz_flow_set_passage (flow, passage)->lines->len, 1);
}

/* The line before another. */
static FzPageStart
line_before (FzFlow *flow, FzPageStart line)
{
  if (line.line > 0)
    return (FzPageStart) { line.passage, line.line - 1 };
  return (FzPageStart) { line.passage - 1, n_lines (flow, line.passage - 1) - 1 };
}

static FzRole
role_of (FzFlow *flow, guint passage)
{
  return fz_manuscript_get_passage (fz_flow_get_manuscript (flow), passage)->style;
}

static void
assert_page (FzFlow *flow, FzPageStart start, FzPageStart end, gboolean last)
{
  FzPageStart bottom = line_before (flow, end);
  FzFlowMetrics metrics;

  fz_flow_get_metrics (flow, bottom.passage, &metrics);
  g_assert_cmpint (fz_print_line_y (flow, &bottom) + metrics.pitch - fz_print_line_y (flow, &start), <=, HEIGHT);
  if (last)
    return;
  g_assert_cmpint (role_of (flow, bottom.passage), !=, FZ_ROLE_HEADING);
  /* Neither the first line of a paragraph alone nor the last. */
  if (n_lines (flow, end.passage) > 2)
    {
      g_assert_cmpuint (end.line, !=, 1);
      g_assert_cmpuint (end.line, !=, n_lines (flow, end.passage) - 1);
    }
}

static void
test_pages (void)
{
  g_autoptr (FzArticle) article = fz_test_village (40);
  g_autoptr (FzFlow) flow = NULL;
  g_autoptr (GArray) pages = NULL;
  const FzPiece piece = { 1, 0 };

  /* Headings at all heights of a page. */
  for (guint i = 0; i < 60; i++)
    fz_article_append_block (article, i % 3 == 0 ? FZ_ROLE_HEADING : FZ_ROLE_BODY, 0, "慢一点，篮子才站得稳。", -1, &piece, 1);
  flow = new_flow (article);
  pages = fz_print_paginate (flow, HEIGHT);
  g_assert_cmpuint (pages->len, >, 8);
  g_assert_cmpuint (g_array_index (pages, FzPageStart, 0).passage, ==, 0);
  g_assert_cmpuint (g_array_index (pages, FzPageStart, pages->len - 1).passage, ==, article->blocks->len);
  for (guint i = 0; i + 1 < pages->len; i++)
    assert_page (flow, g_array_index (pages, FzPageStart, i), g_array_index (pages, FzPageStart, i + 1), i + 2 == pages->len);
}

/* However low a page is, each has a line at least. */
static void
test_low_pages (void)
{
  g_autoptr (FzArticle) article = fz_test_village (2);
  g_autoptr (FzFlow) flow = new_flow (article);
  g_autoptr (GArray) pages = fz_print_paginate (flow, 1);
  guint lines = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    lines += n_lines (flow, i);
  g_assert_cmpuint (pages->len, ==, lines + 1);
}

/* Whether anything but white is in a part of a page. */
static gboolean
is_inked (cairo_surface_t *surface, int x, int y, int width, int height)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int row = y; row < y + height; row++)
    for (int i = 4 * x; i < 4 * (x + width); i++)
      if (i % 4 != 3 && data[row * stride + i] < 128)
        return TRUE;
  return FALSE;
}

/* Keeps a picture of a page for people to look at; nothing stands in its margins. */
static void
check_picture (gboolean vertical, double x, const char *name)
{
  g_autoptr (FzArticle) article = fz_test_village (40);
  g_autoptr (FzFlow) flow = flow_of (article, vertical);
  g_autoptr (GArray) pages = fz_print_paginate (flow, vertical ? 315 : 520);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "display", "screenshots", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 1160);
  cairo_t *cr = cairo_create (surface);

  g_mkdir_with_parents (folder, 0755);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  fz_print_draw_page (flow, pages, 0, cr, x, 30);
  cairo_surface_flush (surface);
  g_assert_true (is_inked (surface, 84, 60, 630, 630));
  g_assert_false (is_inked (surface, 0, 0, 80, 1160));
  g_assert_false (is_inked (surface, 720, 0, 80, 1160));
  g_assert_false (is_inked (surface, 0, 0, 800, 58));
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_picture (void)
{
  check_picture (FALSE, 42, "print-page.png");
  check_picture (TRUE, 42 + 315, "print-page-vertical.png");
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, int *n_pages)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", n_pages, NULL);
}

static gboolean
is_done (gpointer n_pages)
{
  return *(int *) n_pages > 0;
}

/* Answers how many pages went into the file. */
static int
export (FzTestReader *reader, const char *path)
{
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation
    = fz_print_operation_new (settings, fz_reading_view_get_text (fz_test_reader_view (reader)), "zh-cn",
                              "山谷日报 · 2025-07-18", fz_reading_pane_get_annotations (reader->reading));
  int n_pages = 0;

  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &n_pages);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, reader->window, &error);
  g_assert_no_error (error);
  fz_test_wait (is_done, &n_pages);
  return n_pages;
}

/* A PDF file; long notes make it longer. */
static void
test_export (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "display", "screenshots", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (FzAnnotationItem) item = NULL;
  FzAnnotation note = { .end = 3, .quote = (char *) "一把竹" };
  GString *words = g_string_new (NULL);
  gsize length;
  int n_pages;

  g_mkdir_with_parents (folder, 0755);
  fz_test_reader_open (reader, reader->article);
  n_pages = export (reader, path);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  for (guint i = 0; i < 2000; i++)
    g_string_append (words, "问过师傅了。");
  note.note = words->str;
  item = fz_annotation_item_new (&note, 0);
  g_list_store_append (G_LIST_STORE (fz_reading_pane_get_annotations (reader->reading)), item);
  g_assert_cmpint (export (reader, path), >=, n_pages + 5);
  g_string_free (words, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/low-pages", test_low_pages);
  g_test_add_func ("/print/picture", test_picture);
  g_test_add_func ("/print/export", test_export);
  return g_test_run ();
}
