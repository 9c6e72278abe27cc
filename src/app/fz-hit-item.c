/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-item.h"

struct _FzHitItem {
  GObject        parent_instance;

  FzHit         *hit; /* (nullable): NULL while its page is not held */
  FzWantHitFunc  want;
  gpointer       owner; /* (nullable): the list, which outlives this pointer */
  guint          position;
};

G_DEFINE_FINAL_TYPE (FzHitItem, fz_hit_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fz_hit_item_finalize (GObject *object)
{
  FzHitItem *self = FZ_HIT_ITEM (object);

  g_clear_pointer (&self->hit, fz_hit_free);
  G_OBJECT_CLASS (fz_hit_item_parent_class)->finalize (object);
}

static void
fz_hit_item_class_init (FzHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_hit_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_HIT_ITEM, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_hit_item_init (FzHitItem *self)
{
}

/**
 * fz_hit_item_new:
 * @want: what fz_hit_item_want() calls
 * @owner: the list that the row is in
 * @position: where in it
 *
 * Returns: (transfer full): the row of a hit that is not here yet
 */
FzHitItem *
fz_hit_item_new (FzWantHitFunc want, gpointer owner, guint position)
{
  FzHitItem *self = g_object_new (FZ_TYPE_HIT_ITEM, NULL);

  self->want = want;
  self->owner = owner;
  self->position = position;
  return self;
}

/**
 * fz_hit_item_disown:
 * @self: an item
 *
 * The list no longer has this row.
 */
void
fz_hit_item_disown (FzHitItem *self)
{
  g_return_if_fail (FZ_IS_HIT_ITEM (self));

  self->owner = NULL;
}

/**
 * fz_hit_item_want:
 * @self: an item
 *
 * Says that the row is to be seen: its hit is asked for where it is missing, and
 * the rows behind it where they are not in the list yet.
 */
void
fz_hit_item_want (FzHitItem *self)
{
  g_return_if_fail (FZ_IS_HIT_ITEM (self));

  if (self->owner)
    self->want (self->owner, self->position);
}

/**
 * fz_hit_item_get_hit:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): what was found
 */
const FzHit *
fz_hit_item_get_hit (FzHitItem *self)
{
  g_return_val_if_fail (FZ_IS_HIT_ITEM (self), NULL);

  return self->hit;
}

/**
 * fz_hit_item_set_hit:
 * @self: an item
 * @hit: (transfer full) (nullable): what was found
 *
 * Fills the item in, brings it up to date or empties it, and emits `changed`.
 */
void
fz_hit_item_set_hit (FzHitItem *self, FzHit *hit)
{
  g_return_if_fail (FZ_IS_HIT_ITEM (self));

  g_clear_pointer (&self->hit, fz_hit_free);
  self->hit = hit;
  g_signal_emit (self, signals[CHANGED], 0);
}
