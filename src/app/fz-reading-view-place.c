/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* How far the reader is: the places at the top and at the bottom of what is seen, and
 * coming back to one. */

static guint
position_at (FzReadingView *self, gint64 y)
{
  FzFlowHit hit;

  fz_flow_hit (self->flow, 0, y - FZ_READING_TOP, &hit);
  return hit.position;
}

/**
 * fz_reading_view_get_place:
 *
 * Returns: the first code point of the line at the top of the view; 0 where nothing is
 *   above it
 */
guint
fz_reading_view_get_place (FzReadingView *self)
{
  gint64 top = fz_reading_view_get_top (self);

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), 0);

  if (self->pending != FZ_NOWHERE && self->pending_at_top)
    return self->pending;
  if (fz_reading_view_is_empty (self) || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return 0;
  return top <= FZ_READING_TOP ? 0 : position_at (self, top);
}

/**
 * fz_reading_view_get_seen_end:
 *
 * Returns: the code point at the bottom of the view; the length of the text where its
 *   end is seen
 */
guint
fz_reading_view_get_seen_end (FzReadingView *self)
{
  gint64 bottom;

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), 0);

  if (fz_reading_view_is_empty (self) || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return 0;
  fz_reading_view_fill_columns (self);
  bottom = self->n_columns > 1 ? FZ_READING_TOP + self->starts[self->n_columns]
                               : fz_reading_view_get_top (self) + fz_reading_view_get_depth (self);
  if (bottom >= FZ_READING_TOP + fz_flow_get_height (self->flow))
    return fz_manuscript_get_length (fz_flow_get_manuscript (self->flow));
  return position_at (self, bottom);
}

/**
 * fz_reading_view_put_place:
 * @position: as fz_reading_view_get_place() told it
 *
 * Puts the line with it, and the caret, at the top of the view, now or as soon as the
 * view has a size.
 */
void
fz_reading_view_put_place (FzReadingView *self, guint position)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (position == 0)
    fz_reading_view_scroll_to_top (self);
  else
    fz_reading_view_scroll_pending (self, position, TRUE);
}
