/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraph-private.h"

/**
 * fz_face_new:
 * @map: where fonts come from
 * @family: one family or several between commas, that for Han first: “ ” — … are
 *   to come from it
 * @size: of an em, in pixels
 * @language: "zh-cn", "zh-tw" or "zh-hk"; script subtags choose no font
 *
 * Returns: (transfer full): what paragraphs are shaped with
 */
FzFace *
fz_face_new (PangoFontMap *map, const char *family, double size, const char *language)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  FzFace *self = g_new0 (FzFace, 1);

  self->em = MAX (1, (int) (size * PANGO_SCALE + .5));
  self->context = pango_font_map_create_context (map);
  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, self->em);
  pango_context_set_font_description (self->context, font);
  pango_context_set_language (self->context, pango_language_from_string (language));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  return self;
}

/**
 * fz_face_get_context:
 *
 * Returns: (transfer none): what its fonts are loaded for
 */
PangoContext *
fz_face_get_context (FzFace *self)
{
  return self->context;
}

/**
 * fz_face_set_weight:
 * @weight: of the strokes
 */
void
fz_face_set_weight (FzFace *self, PangoWeight weight)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_weight (font, weight);
  pango_context_set_font_description (self->context, font);
}

/**
 * fz_face_set_latin:
 * @family: (nullable): for Latin letters, digits and what stands within them; %NULL for
 *   that of Han
 */
void
fz_face_set_latin (FzFace *self, const char *family)
{
  g_set_str (&self->latin, family);
}

void
fz_face_free (FzFace *self)
{
  g_free (self->latin);
  g_object_unref (self->context);
  g_free (self);
}
