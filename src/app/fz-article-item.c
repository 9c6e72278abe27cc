/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-item.h"

struct _FzArticleItem {
  GObject     parent_instance;

  FzEntry    *entry; /* (nullable): NULL until the library has answered */
  FzWantFunc  want;
  gpointer    owner; /* (nullable): the list, which outlives this pointer */
  guint       position;
};

G_DEFINE_FINAL_TYPE (FzArticleItem, fz_article_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fz_article_item_finalize (GObject *object)
{
  FzArticleItem *self = FZ_ARTICLE_ITEM (object);

  g_clear_pointer (&self->entry, fz_entry_free);
  G_OBJECT_CLASS (fz_article_item_parent_class)->finalize (object);
}

static void
fz_article_item_class_init (FzArticleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_article_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_ARTICLE_ITEM, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_article_item_init (FzArticleItem *self)
{
}

/**
 * fz_article_item_new:
 * @want: what fz_article_item_want() calls
 * @owner: the list that the row is in
 * @position: where in it
 *
 * The row of an article that nobody has asked for yet.
 *
 * Returns: (transfer full): the item
 */
FzArticleItem *
fz_article_item_new (FzWantFunc want, gpointer owner, guint position)
{
  FzArticleItem *self = g_object_new (FZ_TYPE_ARTICLE_ITEM, NULL);

  self->want = want;
  self->owner = owner;
  self->position = position;
  return self;
}

/**
 * fz_article_item_disown:
 * @self: an item
 *
 * The list no longer has this row.
 */
void
fz_article_item_disown (FzArticleItem *self)
{
  self->owner = NULL;
}

/**
 * fz_article_item_want:
 * @self: an item
 *
 * Says that the row is to be seen: its entry is asked for where it is missing.
 */
void
fz_article_item_want (FzArticleItem *self)
{
  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  if (self->owner)
    self->want (self->owner, self->position);
}

/**
 * fz_article_item_get_entry:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): what the library says of the article
 */
const FzEntry *
fz_article_item_get_entry (FzArticleItem *self)
{
  g_return_val_if_fail (FZ_IS_ARTICLE_ITEM (self), NULL);

  return self->entry;
}

/**
 * fz_article_item_set_entry:
 * @self: an item
 * @entry: (transfer full) (nullable): what the library says of the article
 *
 * Fills the item in, brings it up to date or empties it, and emits `changed`.
 */
void
fz_article_item_set_entry (FzArticleItem *self, FzEntry *entry)
{
  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  g_clear_pointer (&self->entry, fz_entry_free);
  self->entry = entry;
  g_signal_emit (self, signals[CHANGED], 0);
}
