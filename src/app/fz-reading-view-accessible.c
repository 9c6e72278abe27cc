/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* The text for those to whom it is read out: by characters, words, sentences, lines
 * and paragraphs, with what is marked in it, and where it stands. */

static FzManuscript *
text_of (GtkAccessibleText *accessible)
{
  return fz_reading_view_get_text (FZ_READING_VIEW (accessible));
}

static gboolean
is_empty (GtkAccessibleText *accessible)
{
  return fz_reading_view_is_empty (FZ_READING_VIEW (accessible));
}

static GBytes *
piece (GtkAccessibleText *accessible, guint start, guint end)
{
  char *text = is_empty (accessible) ? g_strdup ("") : fz_manuscript_dup (text_of (accessible), start, end);

  return g_bytes_new_take (text, strlen (text) + 1);
}

static GBytes *
get_contents (GtkAccessibleText *accessible, unsigned int start, unsigned int end)
{
  return piece (accessible, start, end);
}

static void
line_at (GtkAccessibleText *accessible, guint position, guint *start, guint *end)
{
  FzReadingView *self = FZ_READING_VIEW (accessible);
  const FzPassage *passage;
  FzFlowPlace place;

  fz_flow_locate (self->flow, position, FALSE, &place);
  fz_flow_line_bounds (self->flow, &place, start, end);
  passage = fz_manuscript_get_passage (text_of (accessible), place.passage);
  if (*end == passage->end)
    *end = MIN (*end + 1, fz_manuscript_get_length (text_of (accessible)));
}

static void
paragraph_at (GtkAccessibleText *accessible, guint position, guint *start, guint *end)
{
  fz_reading_paragraph (text_of (accessible), position, start, end);
  *end = MIN (*end + 1, fz_manuscript_get_length (text_of (accessible)));
}

static GBytes *
get_contents_at (GtkAccessibleText *accessible, unsigned int offset, GtkAccessibleTextGranularity granularity,
                 unsigned int *start, unsigned int *end)
{
  static const FzSegmentKind kinds[] = {
    [GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER] = FZ_SEGMENT_CHARACTER,
    [GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD] = FZ_SEGMENT_WORD,
    [GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE] = FZ_SEGMENT_SENTENCE,
  };

  *start = *end = 0;
  if (is_empty (accessible))
    return NULL;
  offset = MIN (offset, fz_manuscript_get_length (text_of (accessible)) - 1);
  if (granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE)
    line_at (accessible, offset, start, end);
  else if (granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH)
    paragraph_at (accessible, offset, start, end);
  else
    fz_reading_segment (text_of (accessible), kinds[granularity], offset, start, end);
  return piece (accessible, *start, *end);
}

static unsigned int
get_caret_position (GtkAccessibleText *accessible)
{
  return FZ_READING_VIEW (accessible)->caret;
}

static gboolean
get_selection (GtkAccessibleText *accessible, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
  FzReadingView *self = FZ_READING_VIEW (accessible);
  guint start = MIN (self->caret, self->bound), end = MAX (self->caret, self->bound);

  if (start == end)
    return FALSE;
  *n_ranges = 1;
  *ranges = g_new0 (GtkAccessibleTextRange, 1);
  (*ranges)[0] = (GtkAccessibleTextRange) { .start = start, .length = end - start };
  return TRUE;
}

/* What is told of a place, each with where it holds. */
typedef struct {
  GArray    *ranges;
  GPtrArray *names;
  GPtrArray *values;
} Attributes;

static void
add (Attributes *self, guint start, guint end, const char *name, char *value)
{
  const GtkAccessibleTextRange range = { .start = start, .length = end - start };

  g_array_append_val (self->ranges, range);
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->values, value);
}

static void
add_style (Attributes *self, FzReadingView *view, const FzPassage *passage)
{
  guint n;
  const FzFlowStyle *style = &fz_reading_styles (&n)[passage->style];

  add (self, passage->start, passage->end, "paragraph-style", g_strdup (fz_reading_style_name (passage->style)));
  add (self, passage->start, passage->end, GTK_ACCESSIBLE_ATTRIBUTE_WEIGHT, g_strdup_printf ("%d", style->weight));
  add (self, passage->start, passage->end, GTK_ACCESSIBLE_ATTRIBUTE_SIZE,
       g_strdup_printf ("%d", (int) (style->scale * view->size + .5)));
}

static char *
rgb (const GdkRGBA *color)
{
  return g_strdup_printf ("%d,%d,%d", (int) (color->red * 65535), (int) (color->green * 65535), (int) (color->blue * 65535));
}

/* What lies over a position, by the names that screen readers know. */
static void
add_layers (Attributes *self, FzReadingView *view, guint offset)
{
  const FzRange *range;

  if ((range = fz_ranges_at (view->layers[FZ_LAYER_HIGHLIGHT], offset)) != NULL)
    {
      guint set = range->value & FZ_HIGHLIGHT_COLOR_SET;

      if (set != 0)
        add (self, range->start, range->end, GTK_ACCESSIBLE_ATTRIBUTE_BACKGROUND, rgb (&view->palette.highlights[set]));
      add (self, range->start, range->end, "mark", g_strdup ("true"));
      for (guint i = FZ_HIGHLIGHT_COLORS; i < FZ_HIGHLIGHT_STYLES; i++)
        if (range->value & 1u << i)
          add (self, range->start, range->end, "text-emphasis", g_strdup (fz_highlight_color_name (i)));
      if (range->value & FZ_HIGHLIGHT_NOTE)
        add (self, range->start, range->end, GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE,
             g_strdup (GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE_SINGLE));
    }
  if ((range = fz_ranges_at (view->layers[FZ_LAYER_FIGURE], offset)) != NULL)
    add (self, range->start, range->end, "text-style", g_strdup ("figure"));
  if ((range = fz_ranges_at (view->layers[FZ_LAYER_PLACE], offset)) != NULL)
    add (self, range->start, range->end, "text-style", g_strdup ("place"));
}

static void
give (Attributes *self, gsize *n, GtkAccessibleTextRange **ranges, char ***names, char ***values)
{
  *n = self->ranges->len;
  g_ptr_array_add (self->names, NULL);
  g_ptr_array_add (self->values, NULL);
  *names = (char **) g_ptr_array_free (self->names, FALSE);
  *values = (char **) g_ptr_array_free (self->values, FALSE);
  *ranges = (GtkAccessibleTextRange *) (gpointer) g_array_free (self->ranges, FALSE);
}

static gboolean
get_attributes (GtkAccessibleText *accessible, unsigned int offset, gsize *n_ranges, GtkAccessibleTextRange **ranges,
                char ***names, char ***values)
{
  FzReadingView *self = FZ_READING_VIEW (accessible);
  FzManuscript *text = text_of (accessible);
  Attributes found;

  if (is_empty (accessible))
    return FALSE;
  found = (Attributes) {
    g_array_new (FALSE, FALSE, sizeof (GtkAccessibleTextRange)), g_ptr_array_new (), g_ptr_array_new (),
  };
  add_style (&found, self, fz_manuscript_get_passage (text, fz_manuscript_passage_at (text, offset)));
  add_layers (&found, self, offset);
  give (&found, n_ranges, ranges, names, values);
  return TRUE;
}

static void
get_default_attributes (GtkAccessibleText *accessible, char ***names, char ***values)
{
  FzReadingView *self = FZ_READING_VIEW (accessible);
  const char *const default_names[] = {
    GTK_ACCESSIBLE_ATTRIBUTE_SIZE, GTK_ACCESSIBLE_ATTRIBUTE_FOREGROUND, "editable", NULL,
  };

  *names = g_strdupv ((char **) default_names);
  *values = g_new0 (char *, G_N_ELEMENTS (default_names));
  (*values)[0] = g_strdup_printf ("%d", (int) (self->size + .5));
  (*values)[1] = rgb (&self->palette.tones[FZ_TONE_FULL]);
  (*values)[2] = g_strdup ("false");
}

static gboolean
get_extents (GtkAccessibleText *accessible, unsigned int start, unsigned int end, graphene_rect_t *extents)
{
  if (is_empty (accessible))
    return FALSE;
  *extents = fz_reading_view_rect_between (FZ_READING_VIEW (accessible), start, end);
  return TRUE;
}

static gboolean
get_offset (GtkAccessibleText *accessible, const graphene_point_t *point, unsigned int *offset)
{
  guint position;

  if (is_empty (accessible))
    return FALSE;
  fz_reading_view_position_at (FZ_READING_VIEW (accessible), point->x, point->y, &position);
  *offset = position;
  return TRUE;
}

void
fz_reading_view_accessible_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_caret_position = get_caret_position;
  iface->get_selection = get_selection;
  iface->get_attributes = get_attributes;
  iface->get_default_attributes = get_default_attributes;
  iface->get_extents = get_extents;
  iface->get_offset = get_offset;
}
