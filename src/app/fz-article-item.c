/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-item.h"

/* The row of an article in a list that stays in the library: of a region, or of what
 * a search finds, which has more to show.  It is empty until the library has
 * answered, and again when the list has given its page up. */

struct _FzArticleItem {
  GObject     parent_instance;

  FzEntry    *entry; /* (nullable): of an article that is no hit */
  FzHit      *hit;   /* (nullable) */
  FzMarks     marks; /* of the article that it shows, or showed */
  FzWantFunc  want;
  gpointer    owner; /* (nullable): the list, which outlives this pointer */
  guint       position;
};

G_DEFINE_FINAL_TYPE (FzArticleItem, fz_article_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear (FzArticleItem *self)
{
  g_clear_pointer (&self->entry, fz_entry_free);
  g_clear_pointer (&self->hit, fz_hit_free);
}

static void
fz_article_item_finalize (GObject *object)
{
  clear (FZ_ARTICLE_ITEM (object));
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
  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  self->owner = NULL;
}

/**
 * fz_article_item_want:
 * @self: an item
 *
 * Says that the row is to be seen: its article is asked for where it is missing.
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

  return self->hit ? self->hit->entry : self->entry;
}

/**
 * fz_article_item_get_hit:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): what was found in the article
 */
const FzHit *
fz_article_item_get_hit (FzArticleItem *self)
{
  g_return_val_if_fail (FZ_IS_ARTICLE_ITEM (self), NULL);

  return self->hit;
}

/**
 * fz_article_item_get_marks:
 * @self: an item
 * @out_marks: (out): which article it is, and how it is marked
 *
 * Returns: whether that is known; of a hit it is when the rest was given up, too
 */
gboolean
fz_article_item_get_marks (FzArticleItem *self, FzMarks *out_marks)
{
  g_return_val_if_fail (FZ_IS_ARTICLE_ITEM (self), FALSE);

  *out_marks = self->marks;
  return self->marks.article != 0;
}

static void
changed (FzArticleItem *self)
{
  const FzEntry *entry = fz_article_item_get_entry (self);

  if (entry)
    self->marks = (FzMarks) { entry->id, { [FZ_MARK_READ] = entry->read, [FZ_MARK_STARRED] = entry->starred,
                                           [FZ_MARK_BINNED] = entry->binned } };
  g_signal_emit (self, signals[CHANGED], 0);
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

  clear (self);
  self->entry = entry;
  self->marks = (FzMarks) { 0 };
  changed (self);
}

/**
 * fz_article_item_set_hit:
 * @self: an item
 * @hit: (transfer full): what was found
 *
 * Fills the item in, or brings it up to date, and emits `changed`.
 */
void
fz_article_item_set_hit (FzArticleItem *self, FzHit *hit)
{
  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  clear (self);
  self->hit = hit;
  changed (self);
}

/**
 * fz_article_item_drop_hit:
 * @self: an item
 *
 * Empties it but for what marking it needs: a hit that was shown is that of its
 * row for good.
 */
void
fz_article_item_drop_hit (FzArticleItem *self)
{
  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  clear (self);
  changed (self);
}

/**
 * fz_article_item_mark:
 * @self: an item whose article is known
 * @mark: what the reader said of it
 * @on: whether it holds
 *
 * Shows it so.
 */
void
fz_article_item_mark (FzArticleItem *self, FzMark mark, gboolean on)
{
  FzEntry *entry;

  g_return_if_fail (FZ_IS_ARTICLE_ITEM (self));

  entry = self->hit ? self->hit->entry : self->entry;
  self->marks.marks[mark] = on;
  if (!entry)
    return;
  if (mark == FZ_MARK_READ)
    entry->read = on;
  else if (mark == FZ_MARK_STARRED)
    entry->starred = on;
  changed (self);
}
