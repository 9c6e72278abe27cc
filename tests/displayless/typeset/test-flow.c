/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "fz-flow.h"
#include "set-text.h"

enum { TITLE, BODY };

static const FzFlowStyle styles[] = {
  [TITLE] = { 1.5, PANGO_WEIGHT_BOLD, 1.5, 0, .5, FALSE },
  [BODY]  = { 1, PANGO_WEIGHT_NORMAL, 1.7, 0, .25, TRUE },
};

static const char paragraph[] =
  "竹子要选三年生的冬竹，篾要刮得匀，编的时候手要松，心要静。去年村里卖出3.2万件，“慢一点”，师傅说，"
  "GDP之外还有手艺——路也才走得远……";

static FzFlow *
new_flow (guint n, int width)
{
  FzFlow *self = fz_flow_new (pango_cairo_font_map_get_default (), styles, G_N_ELEMENTS (styles));
  g_autoptr (FzManuscript) manuscript = fz_manuscript_new ();
  const FzFlowLook look = {
    .family = SET_FAMILY, .language = "zh-cn", .size = 20, .leading = 1, .setting = FZ_SETTING_DEFAULT,
  };

  fz_manuscript_append (manuscript, TITLE, 0, "麻车村：竹器出山路更宽", 33);
  for (guint i = 0; i < n; i++)
    fz_manuscript_append (manuscript, BODY, 0, paragraph, strlen (paragraph));
  fz_flow_set_look (self, &look);
  fz_flow_set_width (self, width);
  fz_flow_set_manuscript (self, manuscript);
  return self;
}

static const FzSetLine *
line_of (FzFlow *self, guint passage, guint line)
{
  return &g_array_index (fz_flow_set_passage (self, passage)->lines, FzSetLine, line);
}

/* Each place is hit where it stands, and a line's end is not the next one's start. */
static void
test_places_and_back (void)
{
  g_autoptr (FzFlow) self = new_flow (3, 320);
  FzManuscript *manuscript = fz_flow_get_manuscript (self);
  FzFlowPlace last = { .x = -1 };

  fz_flow_settle (self, G_MAXINT64);
  for (guint position = 0; position < fz_manuscript_get_length (manuscript) - 1; position++)
    {
      FzFlowPlace place, next;
      FzFlowHit hit;
      gboolean again;

      fz_flow_locate (self, position, FALSE, &place);
      fz_flow_locate (self, position + 1, TRUE, &next);
      again = last.x == place.x && last.y == place.y;
      last = place;
      /* Neither line ends nor the halves of a dash. */
      if (next.y != place.y || next.x <= place.x || again)
        continue;
      fz_flow_hit (self, place.x + .2, place.y + place.height / 2, &hit);
      g_assert_true (hit.inside);
      g_assert_cmpuint (hit.position, ==, position);
      g_assert_cmpuint (hit.caret, ==, position);
    }
}

static void
test_ends_of_lines (void)
{
  g_autoptr (FzFlow) self = new_flow (1, 320);
  const FzPassage *body = fz_manuscript_get_passage (fz_flow_get_manuscript (self), 1);
  guint stop = body->start + line_of (self, 1, 0)->stop, start, end;
  FzFlowPlace here, there;
  FzFlowHit hit;

  fz_flow_locate (self, stop, TRUE, &here);
  fz_flow_locate (self, stop, FALSE, &there);
  g_assert_cmpuint (here.line, ==, 0);
  g_assert_cmpuint (there.line, ==, 1);
  g_assert_cmpfloat (there.x, ==, 0);
  g_assert_cmpfloat (here.x, >, 300);
  fz_flow_hit (self, 5000, here.y + 3, &hit);
  g_assert_false (hit.inside);
  g_assert_true (hit.back);
  g_assert_cmpuint (hit.caret, ==, stop);
  fz_flow_line_bounds (self, &here, &start, &end);
  g_assert_cmpuint (start, ==, body->start);
  g_assert_cmpuint (end, ==, stop);
  fz_flow_hit (self, 0, 1 << 30, &hit);
  g_assert_cmpuint (hit.caret, ==, body->start + line_of (self, 1, fz_flow_set_passage (self, 1)->lines->len - 1)->start);
}

/* What is not composed yet has about its height, and then exactly. */
static void
test_heights_are_estimated (void)
{
  g_autoptr (FzFlow) self = new_flow (500, 640);
  gint64 estimated = fz_flow_get_height (self), exact = 0;
  FzFlowMetrics metrics;

  g_assert_false (fz_flow_settle (self, G_MAXINT64));
  for (guint i = 0; i < 501; i++)
    {
      fz_flow_get_metrics (self, i, &metrics);
      g_assert_cmpint (fz_flow_get_top (self, i), ==, exact);
      g_assert_cmpuint (fz_flow_passage_at (self, exact), ==, i);
      exact += metrics.above + metrics.below + fz_flow_set_passage (self, i)->lines->len * metrics.pitch;
    }
  g_assert_cmpint (fz_flow_get_height (self), ==, exact);
  g_assert_cmpint (ABS (estimated - exact), <, exact / 5);
}

/* In time that has run out nothing is done; what was shown is exact all the same. */
static void
test_settles_in_slices (void)
{
  g_autoptr (FzFlow) self = new_flow (500, 640);

  g_assert_true (fz_flow_settle (self, 0));
  fz_flow_set_passage (self, 300);
  fz_flow_set_width (self, 400);
  g_assert_true (fz_flow_settle (self, 0));
  g_assert_false (fz_flow_settle (self, G_MAXINT64));
}

static void
test_indent_and_styles (void)
{
  g_autoptr (FzFlow) self = new_flow (2, 640);
  FzFlowMetrics title, body;

  fz_flow_get_metrics (self, 0, &title);
  fz_flow_get_metrics (self, 1, &body);
  g_assert_cmpint (title.pitch, ==, 45);
  g_assert_cmpint (title.below, ==, 10);
  g_assert_cmpint (body.pitch, ==, 34);
  g_assert_cmpint (line_of (self, 0, 0)->indent, ==, 0);
  g_assert_cmpint (line_of (self, 1, 0)->indent, ==, 40 * PANGO_SCALE);
}

/* Two lines of a heading are about as long as each other. */
static void
test_headings_are_balanced (void)
{
  g_autoptr (FzFlow) self = new_flow (0, 32 * 9);
  const FzSetLine *first = line_of (self, 0, 0), *second = line_of (self, 0, 1);

  g_assert_cmpuint (fz_flow_set_passage (self, 0)->lines->len, ==, 2);
  g_assert_cmpuint (ABS ((int) (first->stop - first->start) - (int) (second->stop - second->start)), <=, 1);
}

/* Only the first passage of a paragraph without end is indented, and between them is
 * no more room than between lines. */
static void
test_endless (void)
{
  g_autoptr (FzFlow) self = new_flow (0, 640);
  g_autoptr (FzManuscript) manuscript = fz_manuscript_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  FzFlowMetrics metrics;

  while (text->len < 100000)
    g_string_append (text, paragraph);
  fz_manuscript_append (manuscript, BODY, 0, text->str, text->len);
  fz_flow_set_manuscript (self, manuscript);
  fz_flow_settle (self, G_MAXINT64);
  for (guint i = 0; i < fz_manuscript_n_passages (manuscript); i++)
    {
      fz_flow_get_metrics (self, i, &metrics);
      g_assert_cmpint (line_of (self, i, 0)->indent, ==, i == 0 ? 40 * PANGO_SCALE : 0);
      g_assert_cmpint (metrics.below > 0, ==, i + 1 == fz_manuscript_n_passages (manuscript));
    }
}

/* A family for Latin changes the font of Latin, and of nothing else. */
static void
test_latin_family (void)
{
  g_autoptr (FzFace) face = fz_face_new (pango_cairo_font_map_get_default (), SET_FAMILY, 20, "zh-cn");
  const FzSetting setting = FZ_SETTING_DEFAULT;
  static const char text[] = "去年GDP增长";
  guint n_families[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FzParagraph) set = NULL;
      g_autoptr (GArray) lines = NULL, adjustments = NULL, runs = NULL;
      g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      fz_face_set_latin (face, i == 0 ? NULL : "DejaVu Sans");
      set = fz_paragraph_new (face, text, strlen (text), &setting);
      lines = fz_paragraph_break (set, 30, FZ_BREAKING_AUTO);
      adjustments = fz_set_line_adjust (set, &g_array_index (lines, FzSetLine, 0));
      runs = fz_set_line_runs (set, &g_array_index (lines, FzSetLine, 0), adjustments);
      for (guint k = 0; k < runs->len; k++)
        {
          g_autoptr (PangoFontDescription) font = pango_font_describe (g_array_index (runs, FzGlyphRun, k).font);

          g_hash_table_add (families, g_strdup (pango_font_description_get_family (font)));
        }
      n_families[i] = g_hash_table_size (families);
    }
  g_assert_cmpuint (n_families[0], ==, 1);
  g_assert_cmpuint (n_families[1], ==, 2);
}

static void
test_empty (void)
{
  g_autoptr (FzFlow) self = new_flow (0, 300);
  g_autoptr (FzManuscript) manuscript = fz_manuscript_new ();
  FzFlowPlace place;
  FzFlowHit hit;

  fz_manuscript_append (manuscript, BODY, 0, "", 0);
  fz_flow_set_manuscript (self, manuscript);
  g_assert_false (fz_flow_settle (self, G_MAXINT64));
  fz_flow_locate (self, 0, FALSE, &place);
  fz_flow_hit (self, 10, 10, &hit);
  g_assert_cmpuint (hit.caret, ==, 0);
  g_assert_false (hit.inside);
  g_assert_cmpint (place.height, ==, 34);
  fz_flow_set_manuscript (self, NULL);
  g_assert_cmpint (fz_flow_get_height (self), ==, 0);
  g_assert_false (fz_flow_settle (self, G_MAXINT64));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/places-and-back", test_places_and_back);
  g_test_add_func ("/flow/ends-of-lines", test_ends_of_lines);
  g_test_add_func ("/flow/heights-are-estimated", test_heights_are_estimated);
  g_test_add_func ("/flow/settles-in-slices", test_settles_in_slices);
  g_test_add_func ("/flow/indent-and-styles", test_indent_and_styles);
  g_test_add_func ("/flow/headings-are-balanced", test_headings_are_balanced);
  g_test_add_func ("/flow/endless", test_endless);
  g_test_add_func ("/flow/latin-family", test_latin_family);
  g_test_add_func ("/flow/empty", test_empty);
  return g_test_run ();
}
