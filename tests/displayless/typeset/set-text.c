/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "set-text.h"

void
set_text_init (SetText *self, const char *family, const char *language, const char *text, gsize length,
               const FzSetting *setting, double measure, FzBreaking breaking)
{
  g_autoptr (FzFace) face = fz_face_new (pango_cairo_font_map_get_default (), family, 20, language);

  self->text = g_strndup (text, length);
  self->paragraph = fz_paragraph_new (face, self->text, length, setting);
  self->lines = fz_paragraph_break (self->paragraph, measure, breaking);
}

void
set_text_clear (SetText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->paragraph, fz_paragraph_free);
  g_clear_pointer (&self->lines, g_array_unref);
}

void
set_text_simple (SetText *self, const char *text, const FzSetting *setting, double measure)
{
  set_text_init (self, SET_FAMILY, "zh-cn", text, strlen (text), setting, measure, FZ_BREAKING_OPTIMAL);
}

FzSetting
set_setting (void)
{
  FzSetting setting = FZ_SETTING_DEFAULT;

  setting.indent = 0;
  return setting;
}

const FzSetLine *
set_line (const SetText *self, guint line)
{
  g_assert_cmpuint (line, <, self->lines->len);
  return &g_array_index (self->lines, FzSetLine, line);
}

char *
set_line_text (const SetText *self, guint line)
{
  const FzSetLine *at = set_line (self, line);

  return g_strndup (self->text + at->byte, at->byte_end - at->byte);
}

double
set_amount (const SetText *self, FzSetRule rule, guint at)
{
  double amount = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (GArray) adjustments = fz_set_line_adjust (self->paragraph, set_line (self, i));

      for (guint n = 0; n < adjustments->len; n++)
        {
          const FzAdjustment *adjustment = &g_array_index (adjustments, FzAdjustment, n);

          if (adjustment->rule == rule && adjustment->at == at)
            amount += (double) adjustment->amount / fz_paragraph_get_em (self->paragraph);
        }
    }
  return amount;
}

guint
set_count (const SetText *self, FzSetRule rule)
{
  guint count = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (GArray) adjustments = fz_set_line_adjust (self->paragraph, set_line (self, i));

      for (guint n = 0; n < adjustments->len; n++)
        count += g_array_index (adjustments, FzAdjustment, n).rule == rule;
    }
  return count;
}

char *
set_lines (const SetText *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *text = set_line_text (self, i);

      if (i > 0)
        g_string_append_c (out, '|');
      g_string_append (out, text);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}
