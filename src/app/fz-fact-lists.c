/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-lists.h"

#include <glib/gi18n.h>

#include "fz-fact-item.h"
#include "fz-reading-text.h"
#include "fz-story.h"

static const struct {
  FzProgrammeKind  kind;
  const char      *label;
} programme_kinds[] = {
  { FZ_PROGRAMME_PROGRAMME, N_("Programme") },
  { FZ_PROGRAMME_PLATFORM,  N_("Platform") },
  { FZ_PROGRAMME_CAMPAIGN,  N_("Campaign") },
  { FZ_PROGRAMME_DOCUMENT,  N_("Document") },
};

/* A part of a story, and the lists that what it names is put into. */
typedef struct {
  const FzStored *stored;
  guint           start; /* where its text starts in that of the story */
  GListStore     *list;
  GHashTable     *seen;  /* FzFactItem by what they name */
} Part;

static void
add_mention (FzFactItem *item, const Part *part, const FzSpan *span)
{
  fz_fact_item_add_mention (item,
                            part->start + fz_reading_position (part->stored->article, span->block, span->start),
                            part->start + fz_reading_position (part->stored->article, span->block, span->end));
}

static void
append_section (GListStore *sections, GListStore *list)
{
  g_autoptr (GListStore) owned = list;

  if (g_list_model_get_n_items (G_LIST_MODEL (owned)) > 0)
    g_list_store_append (sections, owned);
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

/* What a name may mean, the likeliest first; to choose one is to correct its page. */
static GMenuModel *
choices_of (const FzOpenPlace *place, gint64 source)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < place->candidates->len; i++)
    {
      FzRegion region = g_array_index (place->candidates, FzRegion, i);
      g_auto (GStrv) path = fz_region_path (region);
      g_autofree char *label = g_strjoinv (" › ", path);
      g_autofree char *code = fz_region_code (region);
      g_autofree char *value = g_strconcat (place->surface, ":", code, NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "fact.settle", "(xus)", source, place->span.line, value);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static FzFactItem *
new_open_place (const FzOpenPlace *place, gint64 source)
{
  const guint n = place->candidates->len;
  g_autoptr (GMenuModel) choices = choices_of (place, source);
  g_autofree char *value = g_strdup_printf (ngettext ("%u place is called so", "%u places are called so", n), n);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", place->surface, value);

  return g_object_new (FZ_TYPE_FACT_ITEM, "section", _("Places in Doubt"), "title", place->surface, "value", value,
                       "spoken", spoken, "choices", choices, NULL);
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

/* One row for all mentions of the same thing.  Takes @fresh. */
static FzFactItem *
list_item (const Part *part, const char *key, FzFactItem *fresh)
{
  g_autoptr (FzFactItem) item = fresh;

  g_hash_table_insert (part->seen, g_strdup (key), item);
  g_list_store_append (part->list, item);
  return item;
}

static void
add_places (const Part *part)
{
  for (guint i = 0; i < part->stored->facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (part->stored->facts->places, FzPlace, i);
      g_autofree char *code = g_strdup_printf ("%" G_GUINT64_FORMAT, place->region);
      const char *key = place->region != FZ_REGION_NONE ? code : place->surface;
      FzFactItem *item = g_hash_table_lookup (part->seen, key);

      add_mention (item ? item : list_item (part, key, new_place (place)), part, &place->span);
    }
}

/* Each part of a story is settled by itself, for each is corrected by itself. */
static void
add_open_places (const Part *part)
{
  const FzStored *stored = part->stored;

  for (guint i = 0; i < stored->facts->open_places->len; i++)
    {
      const FzOpenPlace *place = &g_array_index (stored->facts->open_places, FzOpenPlace, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", stored->entry->id, place->surface);
      FzFactItem *item = g_hash_table_lookup (part->seen, key);

      add_mention (item ? item : list_item (part, key, new_open_place (place, stored->entry->source)), part,
                   &place->span);
    }
}

/* 项目 · 安吉县 · 2021 · 3 figures, as far as the text says so. */
static char *
programme_words (FzProgrammeKind kind, const FzProgrammeTold *told)
{
  g_autoptr (GString) words = g_string_new (programme_label (kind));

  if (told->region != FZ_REGION_NONE)
    g_string_append_printf (words, " · %s", fz_region_name (told->region));
  if (told->year != 0)
    g_string_append_printf (words, " · %d", told->year);
  if (told->figures->len > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%'u figure", "%'u figures", told->figures->len), told->figures->len);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static FzFactItem *
new_programme (const FzProgramme *programme, const FzProgrammeTold *told)
{
  g_autofree char *words = programme_words (programme->kind, told);

  return new_named (_("Programmes"), programme->name, words);
}

static void
add_programmes (const Part *part)
{
  const FzFacts *facts = part->stored->facts;

  for (guint i = 0; facts->told != NULL && i < facts->mentions->len; i++)
    {
      const FzProgrammeMention *mention = &g_array_index (facts->mentions, FzProgrammeMention, i);
      const FzProgramme *programme = &g_array_index (facts->programmes, FzProgramme, mention->programme);
      const FzProgrammeTold *one = &g_array_index (facts->told, FzProgrammeTold, mention->programme);
      FzFactItem *item = g_hash_table_lookup (part->seen, programme->name);

      if (!item)
        item = list_item (part, programme->name, new_programme (programme, one));
      add_mention (item, part, &mention->span);
    }
}

typedef void (*AddFacts) (const Part *part);

/* What all parts of a story name, the most named first. */
static GListStore *
collect (const FzStored *stored, const FzStory *story, AddFacts add)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);

  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    {
      const Part part = { fz_story_nth_stored (stored, i), fz_story_part (story, i)->start, list, seen };

      add (&part);
    }
  g_list_store_sort (list, compare_mentions, NULL);
  return list;
}

/* A section for each kind of what the story names, where it names one. */
static GListModel *
sections_of (const FzStored *stored, const AddFacts *kinds, guint n_kinds)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (FzStory) story = fz_story_new (stored);

  for (guint i = 0; i < n_kinds; i++)
    append_section (sections, collect (stored, story, kinds[i]));
  return G_LIST_MODEL (sections);
}

/**
 * fz_fact_lists_places:
 * @stored: an article, with its other parts
 *
 * Returns: (transfer full): the places that its story names
 */
GListModel *
fz_fact_lists_places (const FzStored *stored)
{
  static const AddFacts kinds[] = { add_places };

  return sections_of (stored, kinds, G_N_ELEMENTS (kinds));
}

/**
 * fz_fact_lists_sought:
 * @stored: an article, with its other parts, as fz_load_open_places_async() loads it
 *
 * Returns: (transfer full): the places that its story leaves open, then its
 *   programmes
 */
GListModel *
fz_fact_lists_sought (const FzStored *stored)
{
  static const AddFacts kinds[] = { add_open_places, add_programmes };

  return sections_of (stored, kinds, G_N_ELEMENTS (kinds));
}

/**
 * fz_fact_lists_all:
 * @stored: an article, with its other parts, as fz_load_open_places_async() loads it
 *
 * Returns: (transfer full): the sections of fz_fact_lists_places(), then those of
 *   fz_fact_lists_sought()
 */
GListModel *
fz_fact_lists_all (const FzStored *stored)
{
  static const AddFacts kinds[] = { add_places, add_open_places, add_programmes };

  return sections_of (stored, kinds, G_N_ELEMENTS (kinds));
}

static guint
count_paragraphs (const FzArticle *article)
{
  guint n = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    n += fz_article_block (article, i)->role == FZ_ROLE_BODY;
  return n;
}

/**
 * fz_fact_lists_paragraphs:
 * @stored: an article, with its other parts
 *
 * Returns: how many paragraphs the body of its story has
 */
guint
fz_fact_lists_paragraphs (const FzStored *stored)
{
  guint n = 0;

  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    n += count_paragraphs (fz_story_nth_stored (stored, i)->article);
  return n;
}
