/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-item.h"

#include <glib/gi18n.h>

#include "fz-figure-labels.h"

/* A figure of an article, and what its row needs beside it. */
struct _FzFigureItem {
  GObject       parent_instance;

  gint64        article; /* the part of the story that states it */
  FzFigure     *figure;
  guint         start; /* in the text of the story */
  guint         end;
  char         *context;
  guint         sections[FZ_FIGURE_N_ORDERS]; /* where its indicator stands in each order */
  guint         places[FZ_FIGURE_N_ORDERS];   /* and where it does */
};

G_DEFINE_FINAL_TYPE (FzFigureItem, fz_figure_item, G_TYPE_OBJECT)

/* Code points shown on either side of a figure. */
#define CONTEXT 9

/* Where the clause around a position ends, walking by @step from it: at a mark,
 * or after so many characters that the rest must be left out. */
static const char *
clause_edge (const char *block, const char *from, int step, gboolean *cut)
{
  const char *at = from;

  *cut = FALSE;
  for (guint n = 0; ; n++)
    {
      const char *next = step < 0 ? g_utf8_find_prev_char (block, at) : (*at ? g_utf8_next_char (at) : NULL);

      if (next == NULL || g_unichar_ispunct (g_utf8_get_char (step < 0 ? next : at)))
        return at;
      if (n == CONTEXT)
        break;
      at = next;
    }
  *cut = TRUE;
  return at;
}

static char *
surroundings (const FzStored *stored, const FzSpan *span)
{
  g_autofree char *block = fz_article_dup_block (stored->article, span->block);
  glong length = g_utf8_strlen (block, -1);
  const char *from = g_utf8_offset_to_pointer (block, MIN (span->start, length));
  const char *to = g_utf8_offset_to_pointer (block, MIN (span->end, length));
  gboolean cut_before, cut_behind;
  const char *start = clause_edge (block, from, -1, &cut_before);
  const char *end = clause_edge (block, to, 1, &cut_behind);
  g_autofree char *words = g_strndup (start, end - start);

  return g_strconcat (cut_before ? "…" : "", words, cut_behind ? "…" : "", NULL);
}

static void
fz_figure_item_finalize (GObject *object)
{
  FzFigureItem *self = FZ_FIGURE_ITEM (object);

  g_clear_pointer (&self->figure, fz_figure_free);
  g_clear_pointer (&self->context, g_free);
  G_OBJECT_CLASS (fz_figure_item_parent_class)->finalize (object);
}

static void
fz_figure_item_class_init (FzFigureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_figure_item_finalize;
}

static void
fz_figure_item_init (FzFigureItem *self)
{
}

/**
 * fz_figure_item_new:
 * @stored: an article
 * @index: of one of its figures
 * @offset: where the text of the article starts in that of its story
 *
 * Returns: (transfer full): the figure
 */
FzFigureItem *
fz_figure_item_new (const FzStored *stored, guint index, guint offset)
{
  FzFigureItem *self = g_object_new (FZ_TYPE_FIGURE_ITEM, NULL);
  const FzFigure *figure = &g_array_index (stored->facts->figures, FzFigure, index);
  const FzBlock *block = fz_article_block (stored->article, figure->span.block);

  self->article = stored->entry->id;
  self->figure = fz_figure_copy (figure);
  self->start = offset + block->start + figure->span.start;
  self->end = offset + block->start + figure->span.end;
  self->context = surroundings (stored, &figure->span);
  return self;
}

const FzFigure *
fz_figure_item_get_figure (FzFigureItem *self)
{
  return self->figure;
}

/**
 * fz_figure_item_get_article:
 *
 * Returns: id of the article that states it
 */
gint64
fz_figure_item_get_article (FzFigureItem *self)
{
  return self->article;
}

/** fz_figure_item_get_start: */
guint
fz_figure_item_get_start (FzFigureItem *self)
{
  return self->start;
}

/** fz_figure_item_get_end: */
guint
fz_figure_item_get_end (FzFigureItem *self)
{
  return self->end;
}

/**
 * fz_figure_item_get_section:
 *
 * Returns: (transfer none): what it stands under
 */
const char *
fz_figure_item_get_section (FzFigureItem *self)
{
  return self->figure->indicator ? self->figure->indicator : _("Not Named");
}

/**
 * fz_figure_item_get_context:
 *
 * Returns: (transfer none): the words that it stands in
 */
const char *
fz_figure_item_get_context (FzFigureItem *self)
{
  return self->context;
}

static void
append_word (GString *sentence, const char *word)
{
  if (word != NULL && *word)
    g_string_append_printf (sentence, "%s%s", sentence->len ? ", " : "", word);
}

/**
 * fz_figure_item_dup_spoken:
 *
 * Returns: (transfer full): all of it as one sentence for a screen reader
 */
char *
fz_figure_item_dup_spoken (FzFigureItem *self)
{
  const FzFigure *figure = self->figure;
  g_autofree char *badges = fz_figure_dup_badges (figure->qualifiers);
  g_autofree char *value = fz_figure_dup_readable (figure);
  g_autofree char *days = fz_figure_dup_days (&figure->days);
  g_autofree char *against = fz_figure_dup_against (figure);
  g_autofree char *region = fz_figure_dup_region (figure);
  g_autoptr (GString) spoken = g_string_new (figure->indicator ? figure->indicator : self->context);

  append_word (spoken, region);
  append_word (spoken, badges);
  append_word (spoken, value);
  append_word (spoken, fz_figure_change_label (figure->change));
  append_word (spoken, against);
  append_word (spoken, figure->period);
  append_word (spoken, days);
  append_word (spoken, fz_figure_verdict_label (figure->verdict));
  return g_string_free_and_steal (g_steal_pointer (&spoken));
}

/**
 * fz_figure_item_set_place:
 * @section: where its indicator stands in @order
 * @place: where it stands itself
 */
void
fz_figure_item_set_place (FzFigureItem *self, FzFigureOrder order, guint section, guint place)
{
  self->sections[order] = section;
  self->places[order] = place;
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/** fz_figure_item_compare_sections: */
int
fz_figure_item_compare_sections (FzFigureItem *a, FzFigureItem *b, FzFigureOrder order)
{
  return compare_numbers (a->sections[order], b->sections[order]);
}

/** fz_figure_item_compare: */
int
fz_figure_item_compare (FzFigureItem *a, FzFigureItem *b, FzFigureOrder order)
{
  return compare_numbers (a->places[order], b->places[order]);
}
