/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-lists.h"

#include <glib/gi18n.h>

#include "fz-fact-item.h"
#include "fz-reading-buffer.h"

/* In the order in which the kinds are listed. */
static const struct {
  FzFigureKind  kind;
  const char   *label;
} kinds[] = {
  { FZ_FIGURE_MONEY,    N_("Money") },
  { FZ_FIGURE_COUNT,    N_("Counts") },
  { FZ_FIGURE_PERCENT,  N_("Percentages") },
  { FZ_FIGURE_AREA,     N_("Areas") },
  { FZ_FIGURE_LENGTH,   N_("Lengths") },
  { FZ_FIGURE_MASS,     N_("Weights") },
  { FZ_FIGURE_VOLUME,   N_("Volumes") },
  { FZ_FIGURE_ENERGY,   N_("Energy") },
  { FZ_FIGURE_DURATION, N_("Durations") },
  { FZ_FIGURE_SPEED,    N_("Speeds") },
  { FZ_FIGURE_RATIO,    N_("Ratios") },
  { FZ_FIGURE_RANK,     N_("Ranks") },
  { FZ_FIGURE_OTHER,    N_("Other Figures") },
};

/* A range is printed with both of its ends and needs no word. */
static const struct {
  FzQualifiers  qualifier;
  const char   *label;
} qualifiers[] = {
  { FZ_QUALIFIER_APPROX, N_("about") },
  { FZ_QUALIFIER_OVER,   N_("over") },
  { FZ_QUALIFIER_UNDER,  N_("under") },
  { FZ_QUALIFIER_EACH,   N_("each") },
  { FZ_QUALIFIER_TARGET, N_("target") },
};

static const struct {
  const char *arrow;
  const char *label;
} changes[] = {
  [FZ_CHANGE_NONE] = { "", "" },
  [FZ_CHANGE_UP]   = { "↑", N_("up") },
  [FZ_CHANGE_DOWN] = { "↓", N_("down") },
};

static const struct {
  FzProgrammeKind  kind;
  const char      *label;
} programme_kinds[] = {
  { FZ_PROGRAMME_PROGRAMME, N_("Programme") },
  { FZ_PROGRAMME_PLATFORM,  N_("Platform") },
  { FZ_PROGRAMME_CAMPAIGN,  N_("Campaign") },
  { FZ_PROGRAMME_DOCUMENT,  N_("Document") },
};

/* Code points shown on either side of a figure that has no indicator. */
#define CONTEXT 9
/* How fast a grown reader reads Chinese newspapers. */
#define CHARACTERS_PER_MINUTE 400

static void
add_mention (FzFactItem *item, const FzStored *stored, const FzSpan *span)
{
  fz_fact_item_add_mention (item,
                            fz_reading_position (stored->article, span->block, span->start),
                            fz_reading_position (stored->article, span->block, span->end));
}

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

static char *
badges_text (FzQualifiers set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (set & qualifiers[i].qualifier)
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", _(qualifiers[i].label));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_word (GString *sentence, const char *word)
{
  if (word != NULL && *word)
    g_string_append_printf (sentence, "%s%s", sentence->len ? ", " : "", word);
}

static FzFactItem *
new_figure (const FzStored *stored, const FzFigure *figure, const char *section)
{
  g_autofree char *title = figure->indicator ? g_strdup (figure->indicator) : surroundings (stored, &figure->span);
  g_autofree char *badges = badges_text (figure->qualifiers);
  g_autoptr (GString) spoken = g_string_new (title);
  const char *change = changes[figure->change].label;
  FzFactItem *item;

  append_word (spoken, badges);
  append_word (spoken, figure->surface);
  append_word (spoken, *change ? _(change) : "");
  append_word (spoken, figure->period);
  item = g_object_new (FZ_TYPE_FACT_ITEM,
                       "section", section, "title", title, "quoted", figure->indicator == NULL,
                       "value", figure->surface, "badges", badges,
                       "change", changes[figure->change].arrow, "period", figure->period,
                       "spoken", spoken->str, NULL);
  add_mention (item, stored, &figure->span);
  return item;
}

static GListStore *
figures_of_kind (const FzStored *stored, FzFigureKind kind, const char *section)
{
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);

  for (guint i = 0; i < stored->facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (stored->facts->figures, FzFigure, i);
      g_autoptr (FzFactItem) item = NULL;

      if (figure->kind != kind)
        continue;
      item = new_figure (stored, figure, section);
      g_list_store_append (list, item);
    }
  return list;
}

static void
append_section (GListStore *sections, GListStore *list)
{
  g_autoptr (GListStore) owned = list;

  if (g_list_model_get_n_items (G_LIST_MODEL (owned)) > 0)
    g_list_store_append (sections, owned);
}

/**
 * fz_fact_lists_figures:
 * @stored: an article
 *
 * Returns: (transfer full): its figures, a list a kind, in text order
 */
GListModel *
fz_fact_lists_figures (const FzStored *stored)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_section (sections, figures_of_kind (stored, kinds[i].kind, _(kinds[i].label)));
  return G_LIST_MODEL (sections);
}

/* The path above a region, for telling its namesakes apart. */
static char *
path_above (FzRegion region)
{
  g_auto (GStrv) path = fz_region_path (fz_region_parent (region));

  return path ? g_strjoinv (" › ", path) : g_strdup ("");
}

static FzFactItem *
new_named (const char *section, const char *title, const char *value)
{
  return g_object_new (FZ_TYPE_FACT_ITEM, "section", section, "title", title, "value", value, "spoken", title, NULL);
}

static FzFactItem *
new_place (const FzPlace *place)
{
  const char *name = fz_region_name (place->region);
  g_autofree char *above = place->region != FZ_REGION_NONE ? path_above (place->region) : g_strdup ("");

  return new_named (_("Places"), name && *name ? name : place->surface, above);
}

static const char *
programme_label (FzProgrammeKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (programme_kinds); i++)
    if (programme_kinds[i].kind == kind)
      return _(programme_kinds[i].label);
  return "";
}

static int
compare_mentions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = fz_fact_item_get_mentions ((FzFactItem *) a), y = fz_fact_item_get_mentions ((FzFactItem *) b);

  return (x < y) - (x > y);
}

/* One row for all mentions of the same thing; the most named first. */
static void
merge (GListStore *list, GHashTable *seen, const char *key, FzFactItem *fresh, const FzStored *stored, const FzSpan *span)
{
  g_autoptr (FzFactItem) item = fresh;
  FzFactItem *known = g_hash_table_lookup (seen, key);

  if (known == NULL)
    {
      g_hash_table_insert (seen, g_strdup (key), item);
      g_list_store_append (list, item);
      known = item;
    }
  add_mention (known, stored, span);
}

static GListStore *
places (const FzStored *stored)
{
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stored->facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (stored->facts->places, FzPlace, i);
      g_autofree char *code = g_strdup_printf ("%" G_GUINT64_FORMAT, place->region);

      merge (list, seen, place->region != FZ_REGION_NONE ? code : place->surface, new_place (place), stored, &place->span);
    }
  g_list_store_sort (list, compare_mentions, NULL);
  return list;
}

static GListStore *
programmes (const FzStored *stored)
{
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stored->facts->programmes->len; i++)
    {
      const FzProgramme *programme = &g_array_index (stored->facts->programmes, FzProgramme, i);

      merge (list, seen, programme->name,
             new_named (_("Programmes"), programme->name, programme_label (programme->kind)),
             stored, &programme->span);
    }
  g_list_store_sort (list, compare_mentions, NULL);
  return list;
}

/**
 * fz_fact_lists_places:
 * @stored: an article
 *
 * Returns: (transfer full): the places that it names, then its programmes
 */
GListModel *
fz_fact_lists_places (const FzStored *stored)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);

  append_section (sections, places (stored));
  append_section (sections, programmes (stored));
  return G_LIST_MODEL (sections);
}

/**
 * fz_fact_lists_paragraphs:
 *
 * Returns: how many paragraphs its body has
 */
guint
fz_fact_lists_paragraphs (const FzStored *stored)
{
  guint n = 0;

  for (guint i = 0; i < stored->article->blocks->len; i++)
    n += fz_article_block (stored->article, i)->role == FZ_ROLE_BODY;
  return n;
}

/**
 * fz_fact_lists_minutes:
 * @characters: the length of a text
 *
 * Returns: how long it takes to read, in minutes, at least one
 */
guint
fz_fact_lists_minutes (guint characters)
{
  return MAX (1, (characters + CHARACTERS_PER_MINUTE / 2) / CHARACTERS_PER_MINUTE);
}
