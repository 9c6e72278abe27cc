/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

static void
shaped_clear (gpointer data)
{
  FzShaped *shaped = data;

  pango_item_free (shaped->item);
  pango_glyph_string_free (shaped->glyphs);
}

/**
 * fz_paragraph_new:
 * @text: (array length=length): UTF-8 of one paragraph, without line ends and NUL
 * @setting: copied
 *
 * Shapes a paragraph and weighs each place between its characters; linear in @length.
 *
 * Returns: (transfer full): what lines are made of
 */
FzParagraph *
fz_paragraph_new (const FzFace *face, const char *text, gsize length, const FzSetting *setting)
{
  FzParagraph *self = g_new0 (FzParagraph, 1);
  g_autofree char *own = g_strndup (text, length);

  self->setting = *setting;
  self->em = face->em;
  if (setting->full_width)
    self->shown = fz_marks_show_full (own, length, &self->shown_length);
  else
    {
      self->shown = g_strdup (own);
      self->shown_length = length;
    }
  self->shaped = g_array_new (FALSE, FALSE, sizeof (FzShaped));
  g_array_set_clear_func (self->shaped, shaped_clear);
  if (setting->vertical)
    {
      fz_upright_show_quotes (self->shown, self->shown_length,
                              pango_language_to_string (pango_context_get_language (face->context)));
      self->stands = fz_upright_find (self->shown, self->shown_length);
    }
  fz_cells_make (self, face, own, length);
  g_clear_pointer (&self->stands, g_free);
  fz_cells_join (self, face);
  fz_cells_measure (self);
  return self;
}

void
fz_paragraph_free (FzParagraph *self)
{
  g_array_unref (self->shaped);
  g_free (self->shown);
  g_free (self->cells);
  g_free (self->sums);
  g_free (self->head);
  g_free (self->tail);
  g_free (self);
}

/**
 * fz_paragraph_get_em:
 *
 * Returns: Pango units of an em
 */
int
fz_paragraph_get_em (const FzParagraph *self)
{
  return self->em;
}

/**
 * fz_paragraph_get_length:
 *
 * Returns: its code points
 */
guint
fz_paragraph_get_length (const FzParagraph *self)
{
  return self->cells[self->n_cells].start;
}
