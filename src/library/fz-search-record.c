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
