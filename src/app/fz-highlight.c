/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-highlight.h"

#include <glib/gi18n.h>

#include "fz-annotation-item.h"

/* How highlights are drawn into a text.
 *
 * Highlights may lie over each other in any way.  A sweep over their ends cuts
 * the text into spans on which the same set of colours lies; a span gets one
 * tag for its set, whose background is the mean of the colours.  A highlight
 * that carries a note is underlined as well, so that colour is not the only
 * sign of it. */

/* CSS colours that keep at least 7:1 under the text of their scheme. */
static const struct {
  const char *name;
  const char *label;
  const char *light;
  const char *dark;
} colors[FZ_HIGHLIGHT_COLORS] = {
  { "yellow", N_("Yellow"), "#fbe9a0", "#5d4d0b" },
  { "green",  N_("Green"),  "#c9edc4", "#1f5430" },
  { "blue",   N_("Blue"),   "#c7e1fa", "#1d4a73" },
  { "pink",   N_("Pink"),   "#fad2e0", "#6a2c47" },
};

#define NOTE_BIT (1u << FZ_HIGHLIGHT_COLORS)
#define TAG_PREFIX "highlight-"

typedef struct {
  guint position;
  int   step; /* +1 opens, -1 closes */
  guint color;
  gboolean note;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;

  return (x->position > y->position) - (x->position < y->position);
}

static GdkRGBA
blend (guint set, gboolean dark)
{
  GdkRGBA mean = { 0, 0, 0, 1 };
  guint n = 0;

  for (guint i = 0; i < FZ_HIGHLIGHT_COLORS; i++)
    {
      GdkRGBA one;

      if (!(set & (1u << i)) || !gdk_rgba_parse (&one, dark ? colors[i].dark : colors[i].light))
        continue;
      n++;
      mean.red += (one.red - mean.red) / n;
      mean.green += (one.green - mean.green) / n;
      mean.blue += (one.blue - mean.blue) / n;
    }
  return mean;
}

static GtkTextTag *
ensure_tag (GtkTextBuffer *buffer, guint set, gboolean dark)
{
  g_autofree char *name = g_strdup_printf (TAG_PREFIX "%u-%s", set, dark ? "dark" : "light");
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GdkRGBA background = blend (set, dark);

  if (tag != NULL)
    return tag;
  return gtk_text_buffer_create_tag (buffer, name,
                                     "background-rgba", &background,
                                     "underline", set & NOTE_BIT ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_NONE,
                                     "underline-set", (set & NOTE_BIT) != 0,
                                     NULL);
}

static void
collect_tag (GtkTextTag *tag, gpointer user_data)
{
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  if (name != NULL && g_str_has_prefix (name, TAG_PREFIX))
    g_ptr_array_add (user_data, tag);
}

static void
clear (GtkTextBuffer *buffer)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  GtkTextIter start, end;

  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), collect_tag, tags);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_buffer_remove_tag (buffer, g_ptr_array_index (tags, i), &start, &end);
}

static GArray *
edges_of (GListModel *items)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FzAnnotationItem) item = g_list_model_get_item (items, i);
      const FzAnnotation *value = fz_annotation_item_get_value (item);
      const Edge opens = { value->start, 1, value->color % FZ_HIGHLIGHT_COLORS, value->note != NULL };
      const Edge closes = { value->end, -1, opens.color, opens.note };

      g_array_append_val (edges, opens);
      g_array_append_val (edges, closes);
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

static guint
set_of (const int depths[FZ_HIGHLIGHT_COLORS + 1])
{
  guint set = 0;

  for (guint i = 0; i <= FZ_HIGHLIGHT_COLORS; i++)
    if (depths[i] > 0)
      set |= 1u << i;
  return set;
}

static void
paint_span (GtkTextBuffer *buffer, guint start, guint end, guint set, gboolean dark)
{
  GtkTextIter from, to;

  if (set == 0 || start == end)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag (buffer, ensure_tag (buffer, set, dark), &from, &to);
}

/** fz_highlight_color_name:
 * @color: 0..3
 *
 * Returns: its name, as style classes have it
 */
const char *
fz_highlight_color_name (guint color)
{
  return colors[color % FZ_HIGHLIGHT_COLORS].name;
}

/** fz_highlight_color_label:
 * @color: 0..3
 *
 * Returns: its name for the reader, translated
 */
const char *
fz_highlight_color_label (guint color)
{
  return _(colors[color % FZ_HIGHLIGHT_COLORS].label);
}

/**
 * fz_highlight_paint:
 * @buffer: a text whose offsets are the positions of the annotations
 * @items: the #FzAnnotationItem to draw; all that was drawn before goes
 * @dark: whether the text stands light on dark
 */
void
fz_highlight_paint (GtkTextBuffer *buffer, GListModel *items, gboolean dark)
{
  g_autoptr (GArray) edges = edges_of (items);
  int depths[FZ_HIGHLIGHT_COLORS + 1] = { 0 };
  guint reached = 0;

  clear (buffer);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      paint_span (buffer, reached, edge->position, set_of (depths), dark);
      depths[edge->color] += edge->step;
      depths[FZ_HIGHLIGHT_COLORS] += edge->note ? edge->step : 0;
      reached = edge->position;
    }
}
