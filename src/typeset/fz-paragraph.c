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

static void
show (FzParagraph *self, const FzFace *face, const char *text, gsize length)
{
  if (self->setting.full_width)
    self->shown = fz_marks_show_full (text, length, &self->shown_length);
  else
    {
      self->shown = g_strndup (text, length);
      self->shown_length = length;
    }
  if (!self->setting.vertical)
    return;
  fz_upright_show_quotes (self->shown, self->shown_length,
                          pango_language_to_string (pango_context_get_language (face->context)));
  self->stands = fz_upright_find (self->shown, self->shown_length);
}

/**
 * fz_paragraph_new_ruby:
 * @words: (array length=n_words): those that have annotations, in the order of the text
 *
 * Shapes a paragraph as fz_paragraph_new() does, with annotations of some of its words.
 *
 * Returns: (transfer full): what lines are made of
 */
FzParagraph *
fz_paragraph_new_ruby (const FzFace *face, const char *text, gsize length, const FzSetting *setting,
                       const FzRubyWord *words, guint n_words)
{
  FzParagraph *self = g_new0 (FzParagraph, 1);
  g_autofree char *own = g_strndup (text, length);

  self->setting = *setting;
  self->em = face->em;
  show (self, face, own, length);
  self->shaped = g_array_new (FALSE, FALSE, sizeof (FzShaped));
  g_array_set_clear_func (self->shaped, shaped_clear);
  fz_cells_make (self, face, own, length);
  g_clear_pointer (&self->stands, g_free);
  fz_cells_join (self, face);
  if (n_words > 0)
    fz_ruby_make (self, face, words, n_words);
  fz_cells_measure (self);
  return self;
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
  return fz_paragraph_new_ruby (face, text, length, setting, NULL, 0);
}

void
fz_paragraph_free (FzParagraph *self)
{
  g_array_unref (self->shaped);
  g_clear_pointer (&self->ruby, g_array_unref);
  g_free (self->pads);
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
