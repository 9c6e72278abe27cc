/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-record.h"

/**
 * fz_hit_new:
 *
 * Returns: (transfer full): a hit of nothing yet
 */
FzHit *
fz_hit_new (void)
{
  FzHit *self = g_new0 (FzHit, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (FzTextRange));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (FzTextRange));
  return self;
}

/**
 * fz_hit_free:
 * @self: (nullable): a hit
 */
void
fz_hit_free (FzHit *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entry, fz_entry_free);
  g_array_unref (self->marks);
  g_array_unref (self->ranges);
  g_free (self->snippet);
  g_free (self);
}

/**
 * fz_hits_new:
 *
 * Returns: (transfer full): no hits
 */
FzHits *
fz_hits_new (void)
{
  FzHits *self = g_new0 (FzHits, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_hit_free);
  return self;
}

/**
 * fz_hits_free:
 * @self: (nullable): hits
 */
void
fz_hits_free (FzHits *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * fz_saved_search_new:
 * @name: what the reader calls it
 * @query: as a person types it
 * @order: of its hits
 *
 * Returns: (transfer full): a search that is not in the library yet
 */
FzSavedSearch *
fz_saved_search_new (const char    *name,
                     const char    *query,
                     FzSearchOrder  order)
{
  FzSavedSearch *self = g_new0 (FzSavedSearch, 1);

  self->name = g_strdup (name);
  self->query = g_strdup (query);
  self->order = order;
  return self;
}

/**
 * fz_saved_search_copy:
 * @self: a saved search
 *
 * Returns: (transfer full): its equal
 */
FzSavedSearch *
fz_saved_search_copy (const FzSavedSearch *self)
{
  FzSavedSearch *copy = fz_saved_search_new (self->name, self->query, self->order);

  copy->id = self->id;
  copy->place = self->place;
  return copy;
}

/**
 * fz_saved_search_free:
 * @self: (nullable): a saved search
 */
void
fz_saved_search_free (FzSavedSearch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->query);
  g_free (self);
}
