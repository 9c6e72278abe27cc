/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-language.h"
#include "fz-reading-text.h"

static guint
length_of (FzTestReader *reader)
{
  return fz_manuscript_get_length (fz_reading_view_get_text (fz_test_reader_view (reader)));
}

/* What is drawn is the canonical text, so that every position means the same. */
static void
test_text_is_canonical (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autofree char *drawn = NULL;
  const FzArticle *article;
  guint start, end;

  fz_test_reader_open (reader, reader->article);
  article = fz_reading_pane_get_stored (reader->reading)->article;
  drawn = fz_test_reader_text (reader, 0, length_of (reader));
  g_assert_cmpstr (drawn, ==, article->text);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);
      g_autofree char *expected = fz_article_dup_block (article, i);
      g_autofree char *found = fz_test_reader_text (reader, block->start, block->end);

      g_assert_cmpstr (found, ==, expected);
    }
  fz_test_reader_find (reader, "收入约480万元", &start, &end);
  g_free (drawn);
  drawn = fz_test_reader_text (reader, start, end);
  g_assert_cmpstr (drawn, ==, "收入约480万元");
}

static FzRole
role_at (FzTestReader *reader, guint position)
{
  FzManuscript *text = fz_reading_view_get_text (fz_test_reader_view (reader));

  return fz_manuscript_get_passage (text, fz_manuscript_passage_at (text, position))->style;
}

static void
test_roles_are_set_apart (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  guint start, end;

  fz_test_reader_open (reader, reader->article);
  fz_test_reader_find (reader, "麻车村：竹器", &start, &end);
  g_assert_cmpint (role_at (reader, start), ==, FZ_ROLE_TITLE);
  fz_test_reader_find (reader, "老手艺进了课堂", &start, &end);
  g_assert_cmpint (role_at (reader, start), ==, FZ_ROLE_HEADING);
  fz_test_reader_find (reader, "480万元", &start, &end);
  g_assert_cmpint (role_at (reader, start), ==, FZ_ROLE_BODY);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, start));
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, end - 1));
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_FIGURE, end));
  fz_test_reader_find (reader, "安吉县麻车村的", &start, &end);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_PLACE, start));
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_PLACE, start + 3));
}

/* The reader's click says that what was pointed out has been seen. */
static void
test_click_takes_mark_away (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  fz_reading_pane_reveal (reader->reading, 3, 5);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_MARK, 3));
  g_signal_emit_by_name (fz_test_reader_view (reader), "released", 5.0, 5.0);
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_MARK, 3));
}

static gboolean
has_tooltip (FzTestReader *reader, guint position)
{
  FzReadingView *view = fz_test_reader_view (reader);
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);

  fz_reading_view_select (view, position, position);
  return GTK_WIDGET_GET_CLASS (view)->query_tooltip (GTK_WIDGET (view), 0, 0, TRUE, tooltip);
}

/* How many bars of colour stand before the column. */
static guint
n_bars (GskRenderNode *node)
{
  graphene_rect_t bounds;
  guint n = 0;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += n_bars (gsk_container_node_get_child (node, i));
  gsk_render_node_get_bounds (node, &bounds);
  return n + (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE && bounds.size.width == 3 && bounds.size.height > 20);
}

static gboolean
has_bars (FzTestReader *reader)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return n_bars (node) > 0;
}

/* A doubtful passage has a bar beside it, and a sentence why. */
static void
test_doubts_are_shown (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 1000);
  g_autoptr (FzArticle) sure = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPiece piece = { 1, 0 };
  guint start, end;

  fz_test_reader_open (reader, reader->article);
  fz_test_reader_find (reader, "村里办起", &start, &end);
  g_assert_true (has_tooltip (reader, start));
  g_assert_false (has_tooltip (reader, start - 3));
  g_assert_true (has_bars (reader));
  fz_article_append_block (sure, FZ_ROLE_BODY, 0, "没有疑问的一段。", -1, &piece, 1);
  fz_test_reader_open (reader, fz_test_reader_add (reader, sure, facts));
  g_assert_false (has_bars (reader));
}

/* Positions are code points whatever plane they lie in: beyond the first a
 * character is two units of UTF-16 and four bytes. */
static void
test_rare_characters (void)
{
  static const char text[] = "𠮷田镇的𰻝面馆👨‍👩‍👧卖出32碗";
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPiece piece = { 1, 0 };
  FzFigure figure = { .span = { 0, 14, 17, 1 }, .surface = g_strdup ("32碗"), .kind = FZ_FIGURE_COUNT,
                      .value = { 32, 0 }, .unit = g_strdup ("碗"), .rule = "number-unit" };

  fz_article_append_block (article, FZ_ROLE_BODY, 0, text, -1, &piece, 1);
  g_array_append_val (facts->figures, figure);
  reader->article = fz_test_reader_add (reader, article, facts);
  fz_test_reader_open (reader, reader->article);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, 14));
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_FIGURE, 13));
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, 16));
  fz_test_reader_select (reader, "𰻝面馆👨‍👩‍👧");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  while (fz_reading_pane_is_writing (reader->reading))
    g_main_context_iteration (NULL, TRUE);
  {
    g_autoptr (FzStored) stored = fz_test_reader_load (reader);
    const FzAnnotation *kept = g_ptr_array_index (stored->annotations, 0);

    g_assert_cmpuint (kept->start, ==, 4);
    g_assert_cmpuint (kept->end, ==, 12);
    g_assert_cmpstr (kept->quote, ==, "𰻝面馆👨‍👩‍👧");
  }
}

static gboolean
is_seen (FzTestReader *reader, guint position)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle place;

  return fz_reading_view_get_area (FZ_READING_VIEW (view), position, position + 1, view, &place);
}

typedef struct {
  FzTestReader *reader;
  guint         position;
} Place;

static gboolean
place_is_seen (gpointer user_data)
{
  const Place *place = user_data;

  return is_seen (place->reader, place->position);
}

static void
test_reveal_scrolls_and_marks (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 600);
  Place place = { reader, 0 };
  guint length;

  fz_test_reader_open (reader, reader->article);
  length = length_of (reader);
  g_assert_true (is_seen (reader, 0));
  place.position = length - 40;
  g_assert_false (is_seen (reader, place.position));
  fz_reading_pane_reveal (reader->reading, length - 40, length - 30);
  fz_test_wait (place_is_seen, &place);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_MARK, length - 40));
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_MARK, length - 30));
  fz_reading_pane_reveal (reader->reading, 3, 5);
  place.position = 3;
  fz_test_wait (place_is_seen, &place);
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_MARK, length - 40));
}

static void
count_call (gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Two articles are asked for at once: only the last is ever shown. */
static void
test_late_answer_is_dropped (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autoptr (FzArticle) other = fz_test_village (0);
  g_autoptr (FzFacts) facts = fz_facts_new ();
  g_autofree char *title = NULL;
  guint n_loaded = 0;
  gint64 second;

  g_set_str (&other->title, "别的村");
  second = fz_test_reader_add (reader, other, facts);
  g_signal_connect_swapped (reader->reading, "loaded", G_CALLBACK (count_call), &n_loaded);
  fz_reading_pane_show_article (reader->reading, reader->article);
  fz_test_reader_open (reader, second);
  fz_test_pause (300);
  g_assert_cmpuint (n_loaded, ==, 1);
  g_object_get (reader->reading, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "别的村");
  g_assert_cmpint (fz_reading_pane_get_stored (reader->reading)->entry->id, ==, second);
}

/* Shown nothing while a load is under way, nothing comes. */
static void
test_nothing_stays_nothing (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);

  fz_reading_pane_show_article (reader->reading, reader->article);
  fz_reading_pane_show_article (reader->reading, 0);
  fz_test_pause (300);
  g_assert_null (fz_reading_pane_get_stored (reader->reading));
  fz_test_assert_text (GTK_WIDGET (reader->window), "Nothing Selected");
}

static gboolean
error_is_shown (gpointer user_data)
{
  return fz_test_find_text (user_data, "Cannot Be Opened") != NULL;
}

static void
test_missing_article_is_told (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  fz_reading_pane_show_article (reader->reading, 999999);
  fz_test_wait (error_is_shown, reader->window);
  g_assert_null (fz_reading_pane_get_stored (reader->reading));
}

static gboolean
is_settled (gpointer user_data)
{
  return fz_reading_view_is_settled (fz_test_reader_view (user_data));
}

static void
add_figure (FzFacts *facts, guint block)
{
  FzFigure figure = { .span = { block, 2, 4, block + 1 }, .surface = g_strdup ("三年"), .kind = FZ_FIGURE_DURATION,
                      .value = { 3, 0 }, .unit = g_strdup ("年"), .rule = "number-unit" };

  g_array_append_val (facts->figures, figure);
}

/* A text of over a megabyte comes to its exact heights in slices, and what is
 * revealed in the meantime stays in sight. */
static void
test_long_article (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autoptr (FzArticle) article = fz_test_village (4500);
  g_autoptr (FzFacts) facts = fz_facts_new ();
  g_autofree char *drawn = NULL;
  Place place = { reader, 0 };
  gint64 id;

  g_assert_cmpuint (strlen (article->text), >, 1000000);
  add_figure (facts, 64);
  add_figure (facts, article->blocks->len - 1);
  id = fz_test_reader_add (reader, article, facts);
  fz_reading_pane_show_article (reader->reading, id);
  while (fz_reading_pane_get_stored (reader->reading) == NULL)
    g_main_context_iteration (NULL, TRUE);
  place.position = g_utf8_strlen (article->text, -1) - 50;
  fz_reading_pane_reveal (reader->reading, place.position, place.position + 5);
  fz_test_wait (is_settled, reader);
  drawn = fz_test_reader_text (reader, 0, length_of (reader));
  g_assert_cmpstr (drawn, ==, article->text);
  fz_test_wait (place_is_seen, &place);
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, fz_reading_position (article, 64, 2)));
  g_assert_false (fz_test_reader_has (reader, FZ_LAYER_FIGURE, fz_reading_position (article, 64, 1)));
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, fz_reading_position (article, article->blocks->len - 1, 3)));
}

/* Another article starts at its top, wherever the last one was left. */
static void
test_starts_at_top (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 600);
  g_autoptr (FzArticle) other = fz_test_village (30);
  g_autoptr (FzFacts) facts = fz_facts_new ();
  Place place = { reader, 0 };

  fz_test_reader_open (reader, reader->article);
  place.position = length_of (reader) - 40;
  fz_reading_pane_reveal (reader->reading, place.position, place.position + 5);
  fz_test_wait (place_is_seen, &place);
  fz_test_reader_open (reader, fz_test_reader_add (reader, other, facts));
  place.position = 0;
  fz_test_wait (place_is_seen, &place);
}

/* How high a line of the body is. */
static int
text_size (FzTestReader *reader)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle area;
  guint start, end;

  fz_test_reader_find (reader, "收入约480万元", &start, &end);
  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), start, start + 1, view, &area));
  return area.height;
}

static void
test_zoom (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  guint zoom;
  int size;

  fz_test_reader_open (reader, reader->article);
  size = text_size (reader);
  fz_test_reader_activate (reader, "reading.zoom(1)");
  fz_test_reader_activate (reader, "reading.zoom(1)");
  g_object_get (reader->reading, "zoom", &zoom, NULL);
  g_assert_cmpuint (zoom, ==, 120);
  g_assert_cmpint (text_size (reader), >, size);
  fz_test_reader_activate (reader, "reading.zoom(0)");
  g_object_get (reader->reading, "zoom", &zoom, NULL);
  g_assert_cmpuint (zoom, ==, 100);
  g_assert_cmpint (text_size (reader), ==, size);
}

/* From what it was when the fingers came down, in the steps of the keys. */
static void
test_pinch (void)
{
  const struct { double scale; guint zoom; } moves[] = { { 1.04, 100 }, { 1.27, 130 }, { .81, 80 }, { 1.5, 150 } };
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  GtkGesture *pinch = fz_test_gesture (GTK_WIDGET (reader->reading), GTK_TYPE_GESTURE_ZOOM);
  guint zoom;
  int size;

  fz_test_reader_open (reader, reader->article);
  size = text_size (reader);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", moves[i].scale);
      g_object_get (reader->reading, "zoom", &zoom, NULL);
      g_assert_cmpuint (zoom, ==, moves[i].zoom);
    }
  g_assert_cmpint (text_size (reader), >, size);
}

static int
top_of (FzTestReader *reader)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_reader_view (reader))));
}

static gboolean
is_a_page_down (gpointer user_data)
{
  const Place *from = user_data;

  return top_of (from->reader) > (int) from->position + 250;
}

static gboolean
is_back (gpointer user_data)
{
  const Place *from = user_data;

  return top_of (from->reader) == (int) from->position;
}

/* Whether so much of the text is laid out that there are pages to go to. */
static gboolean
is_laid_out (gpointer user_data)
{
  GtkScrollable *view = GTK_SCROLLABLE (fz_test_reader_view (user_data));

  return gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (view)) > 2000;
}

static void
test_space_pages (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 600);
  Place from = { reader, 0 };

  fz_test_reader_open (reader, reader->article);
  fz_test_wait (is_laid_out, reader);
  from.position = top_of (reader);
  fz_test_reader_activate (reader, "reading.page(1)");
  fz_test_wait (is_a_page_down, &from);
  fz_test_reader_activate (reader, "reading.page(-1)");
  fz_test_wait (is_back, &from);
}

static void
test_language_of_script (void)
{
  g_assert_cmpstr (fz_text_language ("这个乡镇的农产品卖到了东边。"), ==, "zh-cn");
  g_assert_cmpstr (fz_text_language ("這個鄉鎮的農產品賣到了東邊。"), ==, "zh-tw");
  g_assert_cmpstr (fz_text_language ("GDP 3.2%"), ==, "zh-cn");
}

static void
picture (int width, int height, AdwColorScheme scheme, const char *name)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (width, height);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  fz_test_reader_open (reader, reader->article);
  fz_test_reader_picture (reader, name);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_pictures (void)
{
  picture (1200, 800, ADW_COLOR_SCHEME_FORCE_LIGHT, "reading-1200x800-light");
  picture (1200, 800, ADW_COLOR_SCHEME_FORCE_DARK, "reading-1200x800-dark");
  picture (400, 700, ADW_COLOR_SCHEME_FORCE_LIGHT, "reading-400x700-light");
  picture (400, 700, ADW_COLOR_SCHEME_FORCE_DARK, "reading-400x700-dark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/text-is-canonical", test_text_is_canonical);
  g_test_add_func ("/reading/roles-are-set-apart", test_roles_are_set_apart);
  g_test_add_func ("/reading/click-takes-mark-away", test_click_takes_mark_away);
  g_test_add_func ("/reading/doubts-are-shown", test_doubts_are_shown);
  g_test_add_func ("/reading/rare-characters", test_rare_characters);
  g_test_add_func ("/reading/starts-at-top", test_starts_at_top);
  g_test_add_func ("/reading/reveal-scrolls-and-marks", test_reveal_scrolls_and_marks);
  g_test_add_func ("/reading/late-answer-is-dropped", test_late_answer_is_dropped);
  g_test_add_func ("/reading/nothing-stays-nothing", test_nothing_stays_nothing);
  g_test_add_func ("/reading/missing-article-is-told", test_missing_article_is_told);
  g_test_add_func ("/reading/long-article", test_long_article);
  g_test_add_func ("/reading/zoom", test_zoom);
  g_test_add_func ("/reading/pinch", test_pinch);
  g_test_add_func ("/reading/space-pages", test_space_pages);
  g_test_add_func ("/reading/language-of-script", test_language_of_script);
  g_test_add_func ("/reading/pictures", test_pictures);
  return g_test_run ();
}
