/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <sys/resource.h>

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-highlight-bar.h"
#include "fz-highlight.h"
#include "fz-highlight-swatches.h"
#include "fz-note-popover.h"
#include "fz-reading-settings.h"

/* Every annotation is asked for in the library itself, not only in the list:
 * what is drawn must be what is kept. */

static gboolean
all_is_written (gpointer user_data)
{
  return !fz_reading_pane_is_writing (((FzTestReader *) user_data)->reading);
}

static void
wait_kept (FzTestReader *reader, guint n)
{
  fz_test_wait (all_is_written, reader);
  g_assert_cmpuint (fz_test_reader_kept (reader), ==, n);
}

static guint
n_listed (FzTestReader *reader)
{
  return g_list_model_get_n_items (fz_reading_pane_get_annotations (reader->reading));
}

static FzAnnotationItem *
listed (FzTestReader *reader, guint index)
{
  g_autoptr (FzAnnotationItem) item = g_list_model_get_item (fz_reading_pane_get_annotations (reader->reading), index);

  g_assert_nonnull (item);
  return item;
}

/* The set of colours that lies on a position; 0 where none does. */
static guint
background (FzTestReader *reader, guint position)
{
  const FzRange *range = fz_ranges_at (fz_reading_view_get_layer (fz_test_reader_view (reader), FZ_LAYER_HIGHLIGHT), position);

  return range != NULL ? range->value & (FZ_HIGHLIGHT_NOTE - 1) : 0;
}

static gboolean
is_drawn (FzTestReader *reader, const char *words)
{
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  return background (reader, start) != 0 && background (reader, end - 1) != 0;
}

static gboolean
is_underlined (FzTestReader *reader, const char *words)
{
  const FzRange *range;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  range = fz_ranges_at (fz_reading_view_get_layer (fz_test_reader_view (reader), FZ_LAYER_HIGHLIGHT), start);
  return range != NULL && range->value & FZ_HIGHLIGHT_NOTE;
}

static gboolean
is_enabled (FzTestReader *reader, const char *action)
{
  return g_action_group_get_action_enabled (fz_reading_pane_get_annotation_actions (reader->reading), action);
}

static FzTestReader *
new_reader (void)
{
  FzTestReader *reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  return reader;
}

static void
test_highlight_survives (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  const FzAnnotation *value;
  guint start, end;

  fz_test_reader_find (reader, "收入约480万元", &start, &end);
  g_assert_false (is_drawn (reader, "收入约480万元"));
  fz_test_reader_select (reader, "收入约480万元");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  g_assert_true (is_drawn (reader, "收入约480万元"));
  g_assert_false (is_underlined (reader, "收入约480万元"));
  wait_kept (reader, 1);

  fz_test_reader_reopen (reader);
  g_assert_cmpuint (n_listed (reader), ==, 1);
  value = fz_annotation_item_get_value (listed (reader, 0));
  g_assert_cmpuint (value->start, ==, start);
  g_assert_cmpuint (value->end, ==, end);
  g_assert_cmpuint (value->color, ==, 1);
  g_assert_cmpstr (value->quote, ==, "收入约480万元");
  g_assert_true (g_str_has_suffix (value->prefix, "3.2万件，"));
  g_assert_true (g_str_has_prefix (value->suffix, "，同比增长"));
  g_assert_true (is_drawn (reader, "收入约480万元"));
}

static graphene_rect_t
path_bounds (GskRenderNode *node, GskRenderNodeType kind)
{
  graphene_rect_t bounds;

  gsk_path_get_bounds (kind == GSK_FILL_NODE ? gsk_fill_node_get_path (node) : gsk_stroke_node_get_path (node), &bounds);
  return bounds;
}

/* Adds up what the paths of nodes of a kind take of the view. */
static void
find_drawn (GskRenderNode *node, GskRenderNodeType kind, graphene_rect_t *bounds)
{
  graphene_rect_t own;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      find_drawn (gsk_container_node_get_child (node, i), kind, bounds);
  if (gsk_render_node_get_node_type (node) != kind)
    return;
  own = path_bounds (node, kind);
  if (bounds->size.width > 0)
    graphene_rect_union (bounds, &own, bounds);
  else
    *bounds = own;
}

static graphene_rect_t
drawn (FzTestReader *reader, GskRenderNodeType kind)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  find_drawn (node, kind, &bounds);
  gsk_render_node_unref (node);
  return bounds;
}

static GdkRectangle
line_of (FzTestReader *reader, const char *words)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle area;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), start, end, view, &area));
  return area;
}

/* Dots are with the characters, between their em boxes (18 pixels in lines of 31) and the
 * next line: below, and in vertical text to the right. */
static void
test_dots (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  graphene_rect_t dots;
  GdkRectangle line;

  g_assert_cmpfloat (drawn (reader, GSK_FILL_NODE).size.width, ==, 0);
  fz_test_reader_select (reader, "晒场上");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 4)");
  wait_kept (reader, 1);
  line = line_of (reader, "晒场上");
  dots = drawn (reader, GSK_FILL_NODE);
  g_assert_cmpfloat (dots.origin.x, >, line.x);
  g_assert_cmpfloat (dots.origin.x + dots.size.width, <, line.x + line.width);
  g_assert_cmpfloat (dots.size.width, >, 2 * 18);
  g_assert_cmpfloat (dots.origin.y, >, line.y + (line.height + 18) / 2.);
  g_assert_cmpfloat (dots.origin.y + dots.size.height, <, line.y + line.height);
  g_object_set (settings, "direction", "down", NULL);
  fz_test_frames (GTK_WIDGET (fz_test_reader_view (reader)), 2);
  line = line_of (reader, "晒场上");
  dots = drawn (reader, GSK_FILL_NODE);
  g_assert_cmpfloat (dots.origin.x, >, line.x + (line.width + 18) / 2.);
  g_assert_cmpfloat (dots.origin.x + dots.size.width, <, line.x + line.width);
  fz_reading_settings_reset (settings);
  fz_test_frames (GTK_WIDGET (fz_test_reader_view (reader)), 2);
}

/* A line of a name is as long as it, but for a little; below, or to the left. */
static void
test_name_line (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  graphene_rect_t stroke;
  GdkRectangle line;

  fz_test_reader_select (reader, "安吉县");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 5)");
  wait_kept (reader, 1);
  line = line_of (reader, "安吉县");
  stroke = drawn (reader, GSK_STROKE_NODE);
  g_assert_cmpfloat (stroke.origin.y, >, line.y + (line.height + 18) / 2.);
  g_assert_cmpfloat (stroke.origin.y + stroke.size.height, <=, line.y + line.height);
  g_assert_cmpfloat (stroke.size.width, >, line.width - 6);
  g_object_set (settings, "direction", "down", NULL);
  fz_test_frames (GTK_WIDGET (fz_test_reader_view (reader)), 2);
  line = line_of (reader, "安吉县");
  stroke = drawn (reader, GSK_STROKE_NODE);
  g_assert_cmpfloat (stroke.origin.x + stroke.size.width, <, line.x + (line.width - 18) / 2. + 1);
  g_assert_cmpfloat (stroke.origin.x, >=, line.x);
  fz_reading_settings_reset (settings);
  fz_test_frames (GTK_WIDGET (fz_test_reader_view (reader)), 2);
}

/* What a highlight looks like is kept, undone and told to who listens. */
static void
test_styles_are_kept (void)
{
  static const char * const words[] = { "摆开一排竹篮", "安吉县", "青篾课堂" };
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  guint start, end;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *action = g_strdup_printf ("annotation.highlight(uint32 %u)", FZ_HIGHLIGHT_DOTS + i);

      fz_test_reader_select (reader, words[i]);
      fz_test_reader_activate (reader, action);
      fz_test_reader_find (reader, words[i], &start, &end);
      g_assert_cmpuint (background (reader, start), ==, 1u << (FZ_HIGHLIGHT_DOTS + i));
      wait_kept (reader, i + 1);
    }
  fz_test_reader_reopen (reader);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (is_drawn (reader, words[i]));
  g_assert_cmpuint (background (reader, start), ==, 1u << FZ_HIGHLIGHT_WAVE);
  fz_test_reader_picture (reader, "emphasis-1200x800-light");
  g_object_set (settings, "direction", "down", "paper", "sepia", NULL);
  fz_test_reader_picture (reader, "emphasis-vertical-1200x800-sepia");
  fz_reading_settings_reset (settings);
  fz_test_frames (GTK_WIDGET (fz_test_reader_view (reader)), 2);
}

/* Each step is waited for, so that what is kept is what the step came to. */
static void
test_undo_and_redo (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "老手艺进了课堂");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  wait_kept (reader, 1);
  fz_test_reader_activate (reader, "annotation.undo");
  g_assert_cmpuint (n_listed (reader), ==, 0);
  g_assert_false (is_drawn (reader, "老手艺进了课堂"));
  g_assert_false (is_enabled (reader, "undo"));
  wait_kept (reader, 0);
  fz_test_reader_activate (reader, "annotation.redo");
  g_assert_cmpuint (n_listed (reader), ==, 1);
  g_assert_true (is_drawn (reader, "老手艺进了课堂"));
  g_assert_false (is_enabled (reader, "redo"));
  wait_kept (reader, 1);
}

/* Faster than the library writes: what comes last holds. */
static void
test_undo_before_it_is_written (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_activate (reader, "annotation.undo");
  fz_test_reader_activate (reader, "annotation.redo");
  fz_test_reader_activate (reader, "annotation.undo");
  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  g_assert_cmpuint (n_listed (reader), ==, 1);
  fz_test_wait (all_is_written, reader);
  g_assert_cmpuint (fz_test_reader_kept (reader), ==, 1);
  fz_test_reader_reopen (reader);
  g_assert_cmpstr (fz_annotation_item_get_value (listed (reader, 0))->quote, ==, "青篾课堂");
}

static FzNotePopover *
note_popover (FzTestReader *reader)
{
  return FZ_NOTE_POPOVER (fz_test_find (GTK_WIDGET (reader->reading), FZ_TYPE_NOTE_POPOVER));
}

/* Waits until @note is what both the list and the library have. */
static void
wait_note (FzTestReader *reader, const char *words)
{
  g_autoptr (FzStored) stored = NULL;

  g_assert_cmpstr (fz_annotation_item_get_value (listed (reader, 0))->note, ==, words);
  wait_kept (reader, 1);
  stored = fz_test_reader_load (reader);
  g_assert_cmpstr (((FzAnnotation *) g_ptr_array_index (stored->annotations, 0))->note, ==, words);
}

static void
write_note (FzTestReader *reader, const char *note, const char *ending)
{
  FzNotePopover *popover = note_popover (reader);

  fz_test_pause (50);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  fz_note_popover_set_note (popover, note);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (popover), ending, NULL));
  fz_test_pause (50);
}

static void
test_note_is_written_and_edited (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.note");
  write_note (reader, "  查证开办年份\n", "note.save");
  wait_kept (reader, 1);
  wait_note (reader, "查证开办年份");
  /* Colour is not the only sign of it. */
  g_assert_true (is_underlined (reader, "青篾课堂"));

  fz_test_reader_activate (reader, "annotation.edit");
  write_note (reader, "第二稿", "note.save");
  wait_note (reader, "第二稿");
  fz_test_reader_activate (reader, "annotation.undo");
  wait_note (reader, "查证开办年份");
  fz_test_reader_activate (reader, "annotation.redo");
  wait_note (reader, "第二稿");
  fz_test_reader_reopen (reader);
  wait_note (reader, "第二稿");
}

/* What was written outlives whatever closes the note; nothing written, nothing
 * highlighted. */
static void
test_closed_note_is_kept (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.note");
  fz_test_pause (50);
  gtk_popover_popdown (GTK_POPOVER (note_popover (reader)));
  g_assert_cmpuint (n_listed (reader), ==, 0);
  fz_test_reader_activate (reader, "annotation.note");
  fz_test_pause (50);
  fz_note_popover_set_note (note_popover (reader), "没有按保存");
  gtk_popover_popdown (GTK_POPOVER (note_popover (reader)));
  wait_note (reader, "没有按保存");
}

/* An article that is asked for while its annotations are being written shows
 * them all the same. */
static void
test_opened_anew_at_once (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_activate (reader, "annotation.undo");
  fz_test_reader_activate (reader, "annotation.redo");
  fz_reading_pane_show_article (reader->reading, 0);
  g_assert_true (fz_reading_pane_is_writing (reader->reading));
  fz_test_reader_open (reader, reader->article);
  g_assert_cmpuint (n_listed (reader), ==, 1);
  g_assert_true (is_drawn (reader, "青篾课堂"));
}

static gboolean
one_is_kept (gpointer user_data)
{
  return fz_test_reader_kept (user_data) == 1;
}

/* A note that is still open when another article is asked for is kept. */
static void
test_open_note_goes_to_its_article (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzStored) stored = NULL;

  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.note");
  fz_test_pause (50);
  fz_note_popover_set_note (note_popover (reader), "半句话");
  fz_reading_pane_show_article (reader->reading, 0);
  fz_test_wait (one_is_kept, reader);
  stored = fz_test_reader_load (reader);
  g_assert_cmpstr (((FzAnnotation *) g_ptr_array_index (stored->annotations, 0))->note, ==, "半句话");
}

static void
test_remove_is_undone (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  gint64 id;

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  wait_kept (reader, 1);
  id = fz_annotation_item_get_value (listed (reader, 0))->id;
  g_assert_cmpint (id, >, 0);
  /* The caret stands on it still. */
  fz_test_reader_activate (reader, "annotation.remove");
  wait_kept (reader, 0);
  g_assert_false (is_drawn (reader, "竹影"));
  fz_test_assert_text (GTK_WIDGET (reader->reading), "Highlight removed");
  fz_test_reader_activate (reader, "annotation.undo");
  wait_kept (reader, 1);
  g_assert_cmpint (fz_annotation_item_get_value (listed (reader, 0))->id, ==, id);
  g_assert_true (is_drawn (reader, "竹影"));
}

/* Where two colours lie over each other the text shows neither alone. */
static void
test_overlap (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  guint start, end;

  fz_test_reader_select (reader, "收入约480万元，同比");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_select (reader, "480万元，同比增长12.5%");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 2)");
  fz_test_reader_find (reader, "收入约480万元，同比增长12.5%", &start, &end);
  g_assert_cmpuint (background (reader, start), ==, 1 << 0);
  g_assert_cmpuint (background (reader, start + 3), ==, 1 << 0 | 1 << 2);
  g_assert_cmpuint (background (reader, end - 1), ==, 1 << 2);
  g_assert_cmpuint (background (reader, end), ==, 0);
  fz_test_reader_activate (reader, "annotation.undo");
  g_assert_cmpuint (background (reader, start + 3), ==, 1 << 0);
}

/* Of two that lie over each other the shorter is meant. */
static void
test_shortest_is_meant (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "收入约480万元");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_select (reader, "万元，同比增长12.5%");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 2)");
  fz_test_reader_activate (reader, "annotation.remove");
  wait_kept (reader, 1);
  g_assert_cmpstr (fz_annotation_item_get_value (listed (reader, 0))->quote, ==, "万元，同比增长12.5%");
}

/* What is done after undoing cannot be followed by what was undone. */
static void
test_new_change_ends_redo (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_activate (reader, "annotation.undo");
  g_assert_true (is_enabled (reader, "redo"));
  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  g_assert_false (is_enabled (reader, "redo"));
}

/* Whole lines selected: their ends belong to no highlight. */
static void
test_line_ends_are_left_out (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "\n老手艺进了课堂\n");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  g_assert_cmpstr (fz_annotation_item_get_value (listed (reader, 0))->quote, ==, "老手艺进了课堂");
}

static void
release_at (FzTestReader *reader, const char *words)
{
  FzReadingView *view = fz_test_reader_view (reader);
  GdkRectangle area;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (fz_reading_view_get_area (view, start, start + 1, GTK_WIDGET (view), &area));
  g_signal_emit_by_name (view, "released", area.x + area.width / 2.0, area.y + area.height / 2.0);
}

/* The pointer goes up: on a selection comes the bar, on a highlight its note. */
static void
test_pointer (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkWidget *bar = fz_test_find (GTK_WIDGET (reader->reading), FZ_TYPE_HIGHLIGHT_BAR);

  release_at (reader, "从零卖");
  g_assert_false (gtk_widget_get_visible (bar));
  fz_test_reader_select (reader, "从零卖到直播");
  release_at (reader, "从零卖");
  g_assert_true (gtk_widget_get_visible (bar));
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  g_assert_false (gtk_widget_get_visible (bar));
  release_at (reader, "老手艺有了");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (note_popover (reader))));
  release_at (reader, "直播");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (note_popover (reader))));
}

static void
test_note_recolours_and_removes (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzStored) stored = NULL;

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  fz_test_reader_activate (reader, "annotation.edit");
  g_signal_emit_by_name (fz_test_find (GTK_WIDGET (note_popover (reader)), FZ_TYPE_HIGHLIGHT_SWATCHES), "picked", 1);
  wait_kept (reader, 1);
  stored = fz_test_reader_load (reader);
  g_assert_cmpuint (((FzAnnotation *) g_ptr_array_index (stored->annotations, 0))->color, ==, 1);
  write_note (reader, "连同这句一起去掉", "note.remove");
  wait_kept (reader, 0);
}

/* The offer to undo goes with the article that it is about. */
static void
test_offer_goes_with_article (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  fz_test_reader_activate (reader, "annotation.remove");
  fz_test_assert_text (GTK_WIDGET (reader->reading), "Highlight removed");
  fz_reading_pane_show_article (reader->reading, 0);
  fz_test_pause (100);
  g_assert_null (fz_test_find_text (GTK_WIDGET (reader->reading), "Highlight removed"));
}

static gboolean
failure_is_told (gpointer user_data)
{
  return fz_test_find_text (user_data, "was not kept") != NULL;
}

/* The library goes away underneath: what was drawn is taken back and told. */
static void
test_failed_write_is_taken_back (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_library_close (reader->library);
  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  g_assert_cmpuint (n_listed (reader), ==, 1);
  fz_test_wait (failure_is_told, reader->reading);
  g_assert_cmpuint (n_listed (reader), ==, 0);
  g_assert_false (is_drawn (reader, "竹影"));
  g_assert_false (is_enabled (reader, "undo"));
}

/* No file may grow: as if the disk were full. */
static void
set_disk_full (gboolean full)
{
  static struct rlimit limit;
  struct rlimit none;

  if (limit.rlim_max == 0)
    getrlimit (RLIMIT_FSIZE, &limit);
  none = limit;
  none.rlim_cur = 1;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, full ? &none : &limit);
}

static void
click_toast (FzTestReader *reader)
{
  GtkWidget *label = fz_test_find_text (GTK_WIDGET (reader->reading), "Try Again");

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* A note that the disk has no room for is written when there is room, though the
 * article is not shown any more. */
static void
test_refused_note_is_tried_again (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  set_disk_full (TRUE);
  fz_test_reader_select (reader, "青篾课堂");
  fz_test_reader_activate (reader, "annotation.note");
  write_note (reader, "写了很久的一段话", "note.save");
  fz_reading_pane_show_article (reader->reading, 0);
  fz_test_wait (failure_is_told, reader->reading);
  set_disk_full (FALSE);
  g_assert_cmpuint (fz_test_reader_kept (reader), ==, 0);
  click_toast (reader);
  wait_kept (reader, 1);
  fz_test_reader_open (reader, reader->article);
  wait_note (reader, "写了很久的一段话");
}

static void
test_nothing_selected_nothing_highlighted (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  g_assert_false (is_enabled (reader, "highlight"));
  g_assert_false (is_enabled (reader, "note"));
  g_assert_false (is_enabled (reader, "remove"));
  fz_test_reader_select (reader, "竹影");
  g_assert_true (is_enabled (reader, "highlight"));
  g_assert_cmpuint (n_listed (reader), ==, 0);
}

static void
picture (AdwColorScheme scheme, const char *text, const char *bar, const char *note)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  fz_test_reader_open (reader, reader->article);
  fz_test_reader_select (reader, "从零卖到直播");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  fz_test_reader_select (reader, "收入约480万元，同比");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_select (reader, "480万元，同比增长12.5%");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 2)");
  fz_test_reader_select (reader, "请来8位老师傅");
  fz_test_reader_activate (reader, "annotation.note");
  write_note (reader, "师傅的名单在村志里，下次去抄。", "note.save");
  fz_test_reader_select (reader, "“以前挑到镇上零卖，一天卖不出五只。”");
  fz_test_reader_activate (reader, "annotation.show-bar");
  fz_test_picture_of (fz_test_find (GTK_WIDGET (reader->reading), FZ_TYPE_HIGHLIGHT_BAR), bar);
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  /* This screen has no pointer to grab. */
  gtk_popover_set_autohide (GTK_POPOVER (note_popover (reader)), FALSE);
  fz_test_reader_activate (reader, "annotation.edit");
  fz_note_popover_set_note (note_popover (reader), "问过竹海生：现在一天能卖四十只。");
  fz_test_picture_of (GTK_WIDGET (note_popover (reader)), note);
  fz_test_reader_picture (reader, text);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_pictures (void)
{
  picture (ADW_COLOR_SCHEME_FORCE_LIGHT, "annotations-light", "annotations-bar-light", "annotations-note-light");
  picture (ADW_COLOR_SCHEME_FORCE_DARK, "annotations-dark", "annotations-bar-dark", "annotations-note-dark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/highlight-survives", test_highlight_survives);
  g_test_add_func ("/annotations/dots", test_dots);
  g_test_add_func ("/annotations/name-line", test_name_line);
  g_test_add_func ("/annotations/styles-are-kept", test_styles_are_kept);
  g_test_add_func ("/annotations/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/annotations/undo-before-it-is-written", test_undo_before_it_is_written);
  g_test_add_func ("/annotations/note-is-written-and-edited", test_note_is_written_and_edited);
  g_test_add_func ("/annotations/closed-note-is-kept", test_closed_note_is_kept);
  g_test_add_func ("/annotations/opened-anew-at-once", test_opened_anew_at_once);
  g_test_add_func ("/annotations/open-note-goes-to-its-article", test_open_note_goes_to_its_article);
  g_test_add_func ("/annotations/remove-is-undone", test_remove_is_undone);
  g_test_add_func ("/annotations/overlap", test_overlap);
  g_test_add_func ("/annotations/shortest-is-meant", test_shortest_is_meant);
  g_test_add_func ("/annotations/new-change-ends-redo", test_new_change_ends_redo);
  g_test_add_func ("/annotations/line-ends-are-left-out", test_line_ends_are_left_out);
  g_test_add_func ("/annotations/pointer", test_pointer);
  g_test_add_func ("/annotations/note-recolours-and-removes", test_note_recolours_and_removes);
  g_test_add_func ("/annotations/offer-goes-with-article", test_offer_goes_with_article);
  g_test_add_func ("/annotations/failed-write-is-taken-back", test_failed_write_is_taken_back);
  g_test_add_func ("/annotations/refused-note-is-tried-again", test_refused_note_is_tried_again);
  g_test_add_func ("/annotations/nothing-selected-nothing-highlighted", test_nothing_selected_nothing_highlighted);
  g_test_add_func ("/annotations/pictures", test_pictures);
  return g_test_run ();
}
