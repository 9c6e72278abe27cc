/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* The caret and the selection, which lies between it and its bound. */

/** fz_reading_view_get_caret: */
guint
fz_reading_view_get_caret (FzReadingView *self)
{
  g_return_val_if_fail (FZ_IS_READING_VIEW (self), 0);

  return self->caret;
}

static void
offer_primary (FzReadingView *self)
{
  g_autofree char *text = NULL;

  if (self->caret == self->bound || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  text = fz_reading_view_dup_selection (self);
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), text);
}

/* Puts the caret at a position; with @extend the other end of the selection stays. */
void
fz_reading_view_move (FzReadingView *self, guint position, gboolean back, gboolean extend)
{
  fz_reading_view_select (self, extend ? self->bound : position, position);
  self->back = back;
}

/**
 * fz_reading_view_select:
 * @bound: where the selection starts or ends
 * @caret: its other end, which the caret stands at; @bound for none
 */
void
fz_reading_view_select (FzReadingView *self, guint bound, guint caret)
{
  FzManuscript *text;
  guint last;
  gboolean other;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (fz_reading_view_is_empty (self))
    return;
  text = fz_flow_get_manuscript (self->flow);
  last = fz_manuscript_get_passage (text, fz_manuscript_n_passages (text) - 1)->end;
  bound = MIN (bound, last);
  caret = MIN (caret, last);
  other = bound != self->bound || caret != self->caret;
  self->bound = bound;
  self->caret = caret;
  self->back = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!other)
    return;
  gtk_accessible_text_update_caret_position (GTK_ACCESSIBLE_TEXT (self));
  gtk_accessible_text_update_selection_bound (GTK_ACCESSIBLE_TEXT (self));
  fz_reading_view_tell_moved (self);
  offer_primary (self);
}

static gboolean
is_line_end (FzReadingView *self, guint position)
{
  gsize length;
  FzManuscript *text = fz_flow_get_manuscript (self->flow);

  return fz_manuscript_get_text (text, &length)[fz_manuscript_byte_at (text, position)] == '\n';
}

/**
 * fz_reading_view_get_selection:
 * @start: (out): its first code point
 * @end: (out): one past its last
 *
 * Returns: whether something is selected; line ends alone are nothing
 */
gboolean
fz_reading_view_get_selection (FzReadingView *self, guint *start, guint *end)
{
  g_return_val_if_fail (FZ_IS_READING_VIEW (self), FALSE);

  *start = MIN (self->bound, self->caret);
  *end = MAX (self->bound, self->caret);
  while (*start < *end && is_line_end (self, *start))
    (*start)++;
  while (*start < *end && is_line_end (self, *end - 1))
    (*end)--;
  return *start < *end;
}

/**
 * fz_reading_view_dup_selection:
 *
 * Returns: (transfer full): what is selected, as it stands in the text, whatever is
 *   shown for its marks
 */
char *
fz_reading_view_dup_selection (FzReadingView *self)
{
  guint start, end;

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), NULL);

  if (!fz_reading_view_get_selection (self, &start, &end))
    return g_strdup ("");
  return fz_manuscript_dup (self->text, start, end);
}

/**
 * fz_reading_view_dup_quote:
 * @cited: whether what it is from is told with it, where that is known
 *
 * Returns: (transfer full): what is selected
 */
char *
fz_reading_view_dup_quote (FzReadingView *self, gboolean cited)
{
  g_autofree char *text = fz_reading_view_dup_selection (self);
  guint start, end;

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), NULL);

  if (cited && self->quote != NULL && fz_reading_view_get_selection (self, &start, &end))
    return self->quote (start, text, self->quote_data);
  return g_steal_pointer (&text);
}

/**
 * fz_reading_view_set_quote:
 * @quote: (nullable): says what a passage is from
 */
void
fz_reading_view_set_quote (FzReadingView *self, FzReadingQuote quote, gpointer user_data)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  self->quote = quote;
  self->quote_data = user_data;
}

/**
 * fz_reading_view_copy:
 *
 * Copies what is selected.
 */
void
fz_reading_view_copy (FzReadingView *self)
{
  g_autofree char *text = fz_reading_view_dup_selection (self);

  if (*text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}
