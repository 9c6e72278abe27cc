/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-told.h"

#include <glib/gi18n.h>

#include "fz-article.h"
#include "fz-highlight.h"

/* What a screen reader says besides the words, when the caret comes into it: it knows
 * of one text only, in which nothing is a widget that could have a role. */

static gboolean
has_style (FzReadingView *view, guint position, guint style)
{
  FzManuscript *text = fz_reading_view_get_text (view);

  return fz_manuscript_get_passage (text, fz_manuscript_passage_at (text, position))->style == style;
}

static gboolean
in_title (FzReadingView *view, guint position)
{
  return has_style (view, position, FZ_ROLE_TITLE);
}

static gboolean
in_heading (FzReadingView *view, guint position)
{
  return has_style (view, position, FZ_ROLE_HEADING);
}

static gboolean
in_figure (FzReadingView *view, guint position)
{
  return fz_ranges_at (fz_reading_view_get_layer (view, FZ_LAYER_FIGURE), position) != NULL;
}

static gboolean
in_highlight (FzReadingView *view, guint position)
{
  return fz_ranges_at (fz_reading_view_get_layer (view, FZ_LAYER_HIGHLIGHT), position) != NULL;
}

static gboolean
in_note (FzReadingView *view, guint position)
{
  const FzRange *range = fz_ranges_at (fz_reading_view_get_layer (view, FZ_LAYER_HIGHLIGHT), position);

  return range != NULL && (range->value & FZ_HIGHLIGHT_NOTE) != 0;
}

static const struct {
  gboolean  (*holds) (FzReadingView *view, guint position);
  const char *name;
} things[] = {
  { in_title, N_("Title") },
  { in_heading, N_("Heading") },
  { in_figure, N_("Figure") },
  { in_highlight, N_("Highlighted") },
  { in_note, N_("Note") },
};

/**
 * fz_reading_told:
 * @position: where the caret is
 * @state: (inout): what it was in, as this function left it; 0 at first
 *
 * Returns: (transfer full) (nullable): what it comes into, parted by commas
 */
char *
fz_reading_told (FzReadingView *view, guint position, guint *state)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint now = 0;

  if (fz_reading_view_get_text (view) == NULL || fz_manuscript_n_passages (fz_reading_view_get_text (view)) == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (things[i].holds (view, position))
      {
        now |= 1u << i;
        if (!(*state & 1u << i))
          g_string_append_printf (told, "%s%s", told->len ? ", " : "", _(things[i].name));
      }
  *state = now;
  return told->len > 0 ? g_string_free_and_steal (g_steal_pointer (&told)) : NULL;
}
