/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-annotation-item.h"

#include <glib/gi18n.h>

#include "fz-highlight.h"

/* One annotation as lists and drawing see it.  It stays the same object while
 * its value changes, is removed and comes back by undo, so that a change can
 * name it before the library has given it an id. */
struct _FzAnnotationItem {
  GObject       parent_instance;

  FzAnnotation *value;  /* at positions of what is shown */
  guint         offset; /* of its article in it */
};

G_DEFINE_FINAL_TYPE (FzAnnotationItem, fz_annotation_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_QUOTE, PROP_NOTE, PROP_COLOR, PROP_SPOKEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* All of it as one sentence for a screen reader. */
static char *
spoken (const FzAnnotation *value)
{
  const char *color = fz_highlight_color_label (value->color);

  /* Translators: a highlighted passage, its colour and the note on it */
  return value->note ? g_strdup_printf (_("%s. %s. Note: %s"), value->quote, color, value->note)
                     : g_strdup_printf ("%s. %s", value->quote, color);
}

static void
fz_annotation_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzAnnotationItem *self = FZ_ANNOTATION_ITEM (object);

  switch (id)
    {
    case PROP_QUOTE:
      g_value_set_string (value, self->value->quote);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->value->note);
      break;
    case PROP_COLOR:
      g_value_set_uint (value, self->value->color);
      break;
    case PROP_SPOKEN:
      g_value_take_string (value, spoken (self->value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_annotation_item_finalize (GObject *object)
{
  FzAnnotationItem *self = FZ_ANNOTATION_ITEM (object);

  g_clear_pointer (&self->value, fz_annotation_free);
  G_OBJECT_CLASS (fz_annotation_item_parent_class)->finalize (object);
}

static void
fz_annotation_item_class_init (FzAnnotationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_annotation_item_get_property;
  object_class->finalize = fz_annotation_item_finalize;
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_COLOR] = g_param_spec_uint ("color", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fz_annotation_item_init (FzAnnotationItem *self)
{
}

/**
 * fz_annotation_item_new:
 * @value: what it holds; copied
 * @offset: where its article starts in what is shown
 *
 * Returns: (transfer full): an item
 */
FzAnnotationItem *
fz_annotation_item_new (const FzAnnotation *value, guint offset)
{
  FzAnnotationItem *self = g_object_new (FZ_TYPE_ANNOTATION_ITEM, NULL);

  self->value = fz_annotation_copy (value);
  self->value->start += offset;
  self->value->end += offset;
  self->offset = offset;
  return self;
}

/**
 * fz_annotation_item_dup_kept:
 * @value: a value of the item, at positions of what is shown
 *
 * Returns: (transfer full): the same at positions of its article, as the library
 *   keeps it
 */
FzAnnotation *
fz_annotation_item_dup_kept (FzAnnotationItem *self, const FzAnnotation *value)
{
  FzAnnotation *kept = fz_annotation_copy (value);

  kept->id = self->value->id;
  kept->start -= self->offset;
  kept->end -= self->offset;
  return kept;
}

/**
 * fz_annotation_item_get_value:
 *
 * Returns: (transfer none): valid until the value is set again
 */
const FzAnnotation *
fz_annotation_item_get_value (FzAnnotationItem *self)
{
  g_return_val_if_fail (FZ_IS_ANNOTATION_ITEM (self), NULL);

  return self->value;
}

/**
 * fz_annotation_item_set_value:
 * @value: copied, but for its id: the item keeps the one that it was given
 */
void
fz_annotation_item_set_value (FzAnnotationItem *self, const FzAnnotation *value)
{
  g_autoptr (FzAnnotation) former = NULL;

  g_return_if_fail (FZ_IS_ANNOTATION_ITEM (self));

  former = g_steal_pointer (&self->value);
  self->value = fz_annotation_copy (value);
  self->value->id = former->id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

/**
 * fz_annotation_item_set_id:
 * @id: what the library answered for it
 */
void
fz_annotation_item_set_id (FzAnnotationItem *self, gint64 id)
{
  g_return_if_fail (FZ_IS_ANNOTATION_ITEM (self));

  self->value->id = id;
}

/**
 * fz_annotation_item_compare:
 *
 * A #GCompareDataFunc: by where they start, then where they end, then age.
 */
int
fz_annotation_item_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FzAnnotation *x = FZ_ANNOTATION_ITEM ((gpointer) a)->value;
  const FzAnnotation *y = FZ_ANNOTATION_ITEM ((gpointer) b)->value;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return (x->created > y->created) - (x->created < y->created);
}
