/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-highlight.h"

#include <glib/gi18n.h>

#include "fz-annotation-item.h"

/* How highlights lie in a text.
 *
 * Highlights may lie over each other in any way.  A sweep over their ends cuts
 * the text into spans on which the same set of them lies; a span is drawn in
 * the mean of their colours, with the marks of all.  A highlight that carries a note is underlined as well, so
 * that colour is not the only sign of it. */

static const struct {
  const char *name;
  const char *label;
} styles[FZ_HIGHLIGHT_STYLES] = {
  { "yellow", N_("Yellow") },
  { "green",  N_("Green") },
  { "blue",   N_("Blue") },
  { "pink",   N_("Pink") },
  { "dots",   N_("Emphasis Dots") },
  { "name",   N_("Name Line") },
  { "wave",   N_("Wavy Line") },
};

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

static GArray *
edges_of (GListModel *items)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FzAnnotationItem) item = g_list_model_get_item (items, i);
      const FzAnnotation *value = fz_annotation_item_get_value (item);
      const Edge opens = { value->start, 1, value->color % FZ_HIGHLIGHT_STYLES, value->note != NULL };
      const Edge closes = { value->end, -1, opens.color, opens.note };

      g_array_append_val (edges, opens);
      g_array_append_val (edges, closes);
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

static guint
set_of (const int depths[FZ_HIGHLIGHT_STYLES + 1])
{
  guint set = 0;

  for (guint i = 0; i <= FZ_HIGHLIGHT_STYLES; i++)
    if (depths[i] > 0)
      set |= 1u << i;
  return set;
}

/** fz_highlight_color_name:
 * @color: a colour or a #FzHighlightStyle
 *
 * Returns: its name, as style classes have it
 */
const char *
fz_highlight_color_name (guint color)
{
  return styles[color % FZ_HIGHLIGHT_STYLES].name;
}

/** fz_highlight_color_label:
 * @color: a colour or a #FzHighlightStyle
 *
 * Returns: its name for the reader, translated
 */
const char *
fz_highlight_color_label (guint color)
{
  return _(styles[color % FZ_HIGHLIGHT_STYLES].label);
}

/**
 * fz_highlight_paint:
 * @layer: of a text whose positions are those of the annotations; it is cleared
 * @items: the #FzAnnotationItem to draw
 *
 * Puts into a layer the spans on which the same highlights lie, each with the set
 * of their styles and %FZ_HIGHLIGHT_NOTE.
 */
void
fz_highlight_paint (FzRanges *layer, GListModel *items)
{
  g_autoptr (GArray) edges = edges_of (items);
  int depths[FZ_HIGHLIGHT_STYLES + 1] = { 0 };
  guint reached = 0;

  fz_ranges_clear (layer);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (set_of (depths) != 0)
        fz_ranges_add (layer, reached, edge->position, set_of (depths));
      depths[edge->color] += edge->step;
      depths[FZ_HIGHLIGHT_STYLES] += edge->note ? edge->step : 0;
      reached = edge->position;
    }
}
