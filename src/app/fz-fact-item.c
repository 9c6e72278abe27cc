/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-item.h"

#include <string.h>

#include <glib/gi18n.h>

/* One row of what an article names: its words, ready to be shown, and where in
 * the text they stand. */
struct _FzFactItem {
  GObject  parent_instance;

  char    *section;
  char    *title;
  char    *value;
  char    *spoken;
  GMenuModel *choices; /* (nullable): what it may be, where that is open */
  GArray  *mentions; /* of Mention */
  guint    current; /* the mention that was shown last, counted from 1; 0 for none */
};

G_DEFINE_FINAL_TYPE (FzFactItem, fz_fact_item, G_TYPE_OBJECT)

typedef struct {
  guint start;
  guint end;
} Mention;

enum {
  PROP_0, PROP_SECTION, PROP_TITLE, PROP_VALUE, PROP_SPOKEN, N_TEXTS, PROP_COUNT = N_TEXTS, PROP_CHOICES, N_PROPS
};
static GParamSpec *properties[N_PROPS];

static char **
text_of (FzFactItem *self, guint id)
{
  char **texts[N_TEXTS] = {
    [PROP_SECTION] = &self->section, [PROP_TITLE] = &self->title,
    [PROP_VALUE] = &self->value,     [PROP_SPOKEN] = &self->spoken,
  };

  return texts[id];
}

/* How often it is named; of which mention the reader is at, which that is. */
static char *
dup_count (FzFactItem *self)
{
  if (self->current == 0 || self->mentions->len == 1)
    return g_strdup_printf ("%'u", self->mentions->len);
  /* Translators: which of how many mentions is shown, "2 of 5" */
  return g_strdup_printf (_("%u of %u"), self->current, self->mentions->len);
}

static void
fz_fact_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzFactItem *self = FZ_FACT_ITEM (object);

  if (id == PROP_COUNT)
    g_value_take_string (value, dup_count (self));
  else if (id == PROP_CHOICES)
    g_value_set_object (value, self->choices);
  else
    g_value_set_string (value, *text_of (self, id));
}

static void
fz_fact_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzFactItem *self = FZ_FACT_ITEM (object);

  if (id == PROP_CHOICES)
    g_set_object (&self->choices, g_value_get_object (value));
  else
    g_set_str (text_of (self, id), g_value_get_string (value));
}

static void
fz_fact_item_finalize (GObject *object)
{
  FzFactItem *self = FZ_FACT_ITEM (object);

  for (guint id = PROP_0 + 1; id < N_TEXTS; id++)
    g_clear_pointer (text_of (self, id), g_free);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->mentions, g_array_unref);
  G_OBJECT_CLASS (fz_fact_item_parent_class)->finalize (object);
}

static void
fz_fact_item_class_init (FzFactItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_fact_item_get_property;
  object_class->set_property = fz_fact_item_set_property;
  object_class->finalize = fz_fact_item_finalize;
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  /* All of it as one sentence for a screen reader. */
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  /* How often it is named, as a person reads it. */
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, read);
  /* A menu of what it may be, where the reader is to say which; its items
   * activate "fact.settle". */
  properties[PROP_CHOICES] = g_param_spec_object ("choices", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fz_fact_item_init (FzFactItem *self)
{
  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
}

/**
 * fz_fact_item_add_mention:
 * @start: first code point of the canonical text
 * @end: one past the last
 */
void
fz_fact_item_add_mention (FzFactItem *self, guint start, guint end)
{
  const Mention mention = { start, end };

  g_return_if_fail (FZ_IS_FACT_ITEM (self));

  g_array_append_val (self->mentions, mention);
}

/**
 * fz_fact_item_hash:
 *
 * Returns: the same for two that are equal
 */
guint
fz_fact_item_hash (gconstpointer item)
{
  const FzFactItem *self = item;

  return g_str_hash (self->title != NULL ? self->title : "");
}

/* The menus of two open names, whose items say which region of which line is meant. */
static gboolean
offer_the_same (GMenuModel *menu, GMenuModel *other)
{
  int n = menu != NULL ? g_menu_model_get_n_items (menu) : 0;

  if (n != (other != NULL ? g_menu_model_get_n_items (other) : 0))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autoptr (GVariant) of_other = g_menu_model_get_item_attribute_value (other, i, G_MENU_ATTRIBUTE_TARGET, NULL);

      if (target == NULL || of_other == NULL || !g_variant_equal (target, of_other))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_fact_item_equal:
 * @item: an item
 * @other: another one
 *
 * Returns: whether both say the same of the same places in the text
 */
gboolean
fz_fact_item_equal (gconstpointer item, gconstpointer other)
{
  FzFactItem *self = (FzFactItem *) item, *with = (FzFactItem *) other;

  for (guint id = PROP_0 + 1; id < N_TEXTS; id++)
    if (g_strcmp0 (*text_of (self, id), *text_of (with, id)) != 0)
      return FALSE;
  if (self->mentions->len != with->mentions->len || !offer_the_same (self->choices, with->choices))
    return FALSE;
  return self->mentions->len == 0
         || memcmp (self->mentions->data, with->mentions->data, self->mentions->len * sizeof (Mention)) == 0;
}

/** fz_fact_item_get_mentions: */
guint
fz_fact_item_get_mentions (FzFactItem *self)
{
  g_return_val_if_fail (FZ_IS_FACT_ITEM (self), 0);

  return self->mentions->len;
}

/**
 * fz_fact_item_walk:
 * @step: 1 for the next place in the text, -1 for the one before
 * @start: (out): where it starts
 * @end: (out): where it ends
 *
 * Goes on from the place that was answered last, after the last to the first and
 * before the first to the last; `count` tells which it is.
 *
 * Returns: whether it stands anywhere
 */
gboolean
fz_fact_item_walk (FzFactItem *self, int step, guint *start, guint *end)
{
  const Mention *mention;
  guint n;

  g_return_val_if_fail (FZ_IS_FACT_ITEM (self), FALSE);

  n = self->mentions->len;
  if (n == 0)
    return FALSE;
  if (step > 0)
    self->current = self->current % n + 1;
  else
    self->current = self->current <= 1 ? n : self->current - 1;
  mention = &g_array_index (self->mentions, Mention, self->current - 1);
  *start = mention->start;
  *end = mention->end;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  return TRUE;
}
