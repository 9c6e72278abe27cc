/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "fz-picture.h"
#include "fz-test-window.h"

static const struct {
  FzRole        role;
  FzBlockFlags  flags;
  const char   *text;
} village[] = {
  { FZ_ROLE_MASTHEAD, 0, "4 要闻 责任编辑：竺青" },
  { FZ_ROLE_KICKER, 0, "一把竹篾编进三百户人家" },
  { FZ_ROLE_TITLE, 0, "麻车村：竹器出山路更宽" },
  { FZ_ROLE_SUBTITLE, 0, "从零卖到直播，老手艺有了新买主" },
  { FZ_ROLE_BYLINE, 0, "本报记者 林知远 通讯员 竹海平" },
  { FZ_ROLE_BODY, 0,
    "本报讯 清早的雾还没有散，安吉县麻车村的晒场上已经摆开一排竹篮。去年，村里卖出竹器3.2万件，"
    "收入约480万元，同比增长12.5%；每户平均多收入6000元。“以前挑到镇上零卖，一天卖不出五只。”"
    "村民竹海生说，如今安吉县的订单一个接一个。" },
  { FZ_ROLE_HEADING, 0, "老手艺进了课堂" },
  { FZ_ROLE_BODY, FZ_BLOCK_FLAG_MISPLACED,
    "村里办起“青篾课堂”，请来8位老师傅，教学面积超过1200平方米。今年1至6月，已有260人学成出师，"
    "返乡开店的占到三成。到2027年，力争让竹器产值翻一番。" },
  { FZ_ROLE_CAPTION, 0, "麻车村的老师傅在课堂上编竹篮。" },
  { FZ_ROLE_CREDIT, 0, "竹影 摄" },
};

static const char paragraph[] =
  "竹子要选三年生的冬竹，篾要刮得匀，编的时候手要松，心要静。师傅们说，慢一点，篮子才站得稳，"
  "路也才走得远。晒场那头，年轻人把做好的篮子一只只装箱，贴上去往各地的单子。";

FzArticle *
fz_test_village (guint n_paragraphs)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };

  article->number = 1;
  article->first_line = 1;
  article->title = g_strdup ("麻车村：竹器出山路更宽");
  for (guint i = 0; i < G_N_ELEMENTS (village); i++, piece.line++)
    fz_article_append_block (article, village[i].role, village[i].flags, village[i].text, -1, &piece, 1);
  for (guint i = 0; i < n_paragraphs; i++, piece.line++)
    fz_article_append_block (article, FZ_ROLE_BODY, 0, paragraph, -1, &piece, 1);
  article->last_line = piece.line - 1;
  return article;
}

/* Where @words stand in the block that first has them. */
static FzSpan
span_of (const FzArticle *article, const char *words)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      g_autofree char *text = fz_article_dup_block (article, i);
      const char *found = strstr (text, words);

      if (found != NULL)
        {
          guint start = g_utf8_pointer_to_offset (text, found);

          return (FzSpan) { i, start, start + g_utf8_strlen (words, -1), i + 1 };
        }
    }
  g_assert_not_reached ();
}

FzFacts *
fz_test_village_facts (const FzArticle *article)
{
  static const struct {
    const char    *words;
    FzFigureKind   kind;
    gint64         value;
    guint8         scale;
    const char    *unit;
    FzQualifiers   qualifiers;
    FzChange       change;
    const char    *indicator;
    const char    *period;
    const char    *against;
    FzRegion       region;
  } figures[] = {
    { "3.2万件", FZ_FIGURE_COUNT, 32000, 0, "件", 0, FZ_CHANGE_NONE, "竹器", "去年" },
    { "480万元", FZ_FIGURE_MONEY, 4800000, 0, "元", FZ_QUALIFIER_APPROX, FZ_CHANGE_NONE, "收入", "去年" },
    { "12.5%", FZ_FIGURE_PERCENT, 125, 1, "%", 0, FZ_CHANGE_UP, NULL, "去年", "同比" },
    { "6000元", FZ_FIGURE_MONEY, 6000, 0, "元", FZ_QUALIFIER_EACH, FZ_CHANGE_NONE, "多收入", NULL },
    { "1200平方米", FZ_FIGURE_AREA, 1200, 0, "平方米", FZ_QUALIFIER_OVER, FZ_CHANGE_NONE, "教学面积", NULL },
    { "260人", FZ_FIGURE_COUNT, 260, 0, "人", 0, FZ_CHANGE_NONE, NULL, "今年1至6月", NULL,
      G_GUINT64_CONSTANT (330500000000) },
  };
  FzFacts *facts = fz_facts_new ();
  const FzRegion anji = G_GUINT64_CONSTANT (330523000000);
  FzSpan first = span_of (article, "安吉县麻车村"), second = span_of (article, "安吉县的订单");
  FzSpan class = span_of (article, "青篾课堂");
  FzPlace places[] = { { first, g_strdup ("安吉县"), anji, TRUE }, { second, g_strdup ("安吉县"), anji, TRUE } };
  FzProgramme programme = { class, g_strdup ("青篾课堂"), FZ_PROGRAMME_PROGRAMME };

  facts->region = anji;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      FzFigure figure = { .span = span_of (article, figures[i].words), .surface = g_strdup (figures[i].words),
                          .kind = figures[i].kind, .value = { figures[i].value, figures[i].scale },
                          .unit = g_strdup (figures[i].unit), .qualifiers = figures[i].qualifiers,
                          .change = figures[i].change, .indicator = g_strdup (figures[i].indicator),
                          .period = g_strdup (figures[i].period), .rule = "number-unit",
                          .against = g_strdup (figures[i].against), .region = figures[i].region };

      g_array_append_val (facts->figures, figure);
    }
  fz_facts_tell_days (facts, "2025-07-18", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      places[i].span.end = places[i].span.start + 3;
      g_array_append_val (facts->places, places[i]);
    }
  g_array_append_val (facts->programmes, programme);
  return facts;
}

static char *
library_path (FzTestReader *self)
{
  return g_build_filename (self->folder, "library.db", NULL);
}

/* What AdwApplication does where there is one. */
static void
load_style (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, "/io/github/fangzhi/Fangzhi/style.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_once_init_leave (&loaded, 1);
    }
}

static void
open_library (FzTestReader *self)
{
  g_autofree char *path = library_path (self);
  g_autoptr (GError) error = NULL;

  self->library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  fz_reading_pane_set_library (self->reading, self->library);
}

/* Puts one article into the library, as a source of its own; answers its id. */
gint64
fz_test_reader_add (FzTestReader *self, FzArticle *article, FzFacts *facts)
{
  g_autoptr (GBytes) bytes = g_bytes_new (article->text, strlen (article->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (FzPage) page = fz_page_read (bytes, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
  g_autoptr (FzSource) source = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const FzQuery query = FZ_QUERY_ALL;
  gboolean added = FALSE;

  g_assert_no_error (error);
  g_ptr_array_set_size (page->articles, 0);
  g_ptr_array_add (page->articles, fz_article_ref (article));
  g_ptr_array_add (all, fz_facts_ref (facts));
  source = fz_source_new ("village.txt", bytes, page, all);
  fz_claim_set (&source->newspaper, "山谷日报", FZ_PROVENANCE_TYPED);
  fz_claim_set (&source->date, "2025-07-18", FZ_PROVENANCE_TYPED);
  fz_library_add (self->library, source, &added, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  entries = fz_library_list (self->library, &query, 0, 1000, NULL, &error);
  g_assert_no_error (error);
  return ((FzEntry *) g_ptr_array_index (entries, entries->len - 1))->id;
}

static void
add_village (FzTestReader *self)
{
  g_autoptr (FzArticle) article = fz_test_village (40);
  g_autoptr (FzFacts) facts = fz_test_village_facts (article);

  self->article = fz_test_reader_add (self, article, facts);
}

/* A window with both panes, or below 600 pixels with the article alone, on a
 * library that holds the village, which is not open yet. */
FzTestReader *
fz_test_reader_new (int width, int height)
{
  FzTestReader *self = g_new0 (FzTestReader, 1);
  g_autoptr (GError) error = NULL;
  GtkWidget *box;

  setlocale (LC_ALL, "");
  adw_init ();
  load_style ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->folder = g_dir_make_tmp ("fangzhi-reader-XXXXXX", &error);
  g_assert_no_error (error);
  self->window = GTK_WINDOW (g_object_ref_sink (adw_window_new ()));
  self->reading = FZ_READING_PANE (fz_reading_pane_new ());
  self->figures = FZ_FIGURES_PANE (fz_figures_pane_new ());
  fz_figures_pane_set_pane (self->figures, self->reading);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reading), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->figures), 300, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), width >= 600);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (self->window, width, height);
  open_library (self);
  add_village (self);
  gtk_window_present (self->window);
  fz_test_pause (100);
  return self;
}

void
fz_test_reader_free (FzTestReader *self)
{
  g_autofree char *path = library_path (self);
  GtkWindow *window = self->window;

  gtk_window_destroy (self->window);
  fz_test_pause (50);
  g_assert_finalize_object (window);
  fz_library_close (self->library);
  g_clear_object (&self->library);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

typedef struct {
  FzTestReader *reader;
  gint64        article;
} Opening;

static gboolean
is_open (gpointer user_data)
{
  const Opening *opening = user_data;
  const FzStored *stored = fz_reading_pane_get_stored (opening->reader->reading);

  return stored != NULL && stored->entry->id == opening->article;
}

void
fz_test_reader_open (FzTestReader *self, gint64 article)
{
  Opening opening = { self, article };

  fz_reading_pane_show_article (self->reading, article);
  fz_test_wait (is_open, &opening);
  fz_test_pause (100);
}

/* Closes the library and opens it and the article anew, as after a restart. */
void
fz_test_reader_reopen (FzTestReader *self)
{
  fz_reading_pane_set_library (self->reading, NULL);
  fz_library_close (self->library);
  g_clear_object (&self->library);
  open_library (self);
  fz_test_reader_open (self, self->article);
}

/* Keeps a picture of a window or a popover in tests/display/screenshots of the
 * build folder. */
void
fz_test_picture_of (GtkWidget *native, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "display", "screenshots", NULL);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0755);
  fz_test_pause (300);
  gtk_widget_unset_state_flags (native, GTK_STATE_FLAG_BACKDROP);
  fz_test_pause (300);
  fz_picture_save (native, path, &error);
  g_assert_no_error (error);
}

void
fz_test_reader_picture (FzTestReader *self, const char *name)
{
  fz_test_picture_of (GTK_WIDGET (self->window), name);
}

FzReadingView *
fz_test_reader_view (FzTestReader *self)
{
  return FZ_READING_VIEW (fz_test_find (GTK_WIDGET (self->reading), FZ_TYPE_READING_VIEW));
}

/* What the text widget itself has between two positions. */
char *
fz_test_reader_text (FzTestReader *self, guint start, guint end)
{
  return fz_manuscript_dup (fz_reading_view_get_text (fz_test_reader_view (self)), start, end);
}

/* Whether something of a layer is drawn with a position. */
gboolean
fz_test_reader_has (FzTestReader *self, FzReadingLayer layer, guint position)
{
  return fz_ranges_at (fz_reading_view_get_layer (fz_test_reader_view (self), layer), position) != NULL;
}

/* Where @words first stand in the canonical text. */
void
fz_test_reader_find (FzTestReader *self, const char *words, guint *start, guint *end)
{
  const char *text = fz_reading_pane_get_stored (self->reading)->article->text;
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  *start = g_utf8_pointer_to_offset (text, found);
  *end = *start + g_utf8_strlen (words, -1);
}

void
fz_test_reader_select (FzTestReader *self, const char *words)
{
  guint start, end;

  fz_test_reader_find (self, words, &start, &end);
  fz_reading_view_select (fz_test_reader_view (self), start, end);
}

/* Activates what a key or a menu would; it must be enabled. */
void
fz_test_reader_activate (FzTestReader *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fz_test_reader_view (self)), name, target));
}

FzStored *
fz_test_reader_load (FzTestReader *self)
{
  g_autoptr (GError) error = NULL;
  FzStored *stored = fz_library_load (self->library, self->article, NULL, &error);

  g_assert_no_error (error);
  return stored;
}

/* How many annotations the library holds for the village now. */
guint
fz_test_reader_kept (FzTestReader *self)
{
  g_autoptr (FzStored) stored = fz_test_reader_load (self);

  return stored->annotations->len;
}
