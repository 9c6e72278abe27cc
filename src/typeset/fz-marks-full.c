/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-marks.h"

/* Much of the press comes with the half-width marks of a scan between Han
 * characters.  They are shown in the form that they have in Chinese; code points and
 * their order stay, only the bytes of the shown text differ. */
static const struct {
  char        half;
  const char *full;
} forms[] = {
  { ',', "，" }, { ';', "；" }, { ':', "：" }, { '?', "？" }, { '!', "！" }, { '(', "（" }, { ')', "）" },
};

/* As many marks in a row are looked over for what stands behind them. */
#define ROW 8
/* As deep brackets are told in pairs, so that both have one form. */
#define DEPTH 16

typedef struct {
  const char *text;
  const char *end;
  guint8     *full;         /* of each byte, whether it is shown full */
  gsize       open[DEPTH];  /* the ( that nothing has closed yet */
  guint       depth;
} Shower;

static const char *
full_form (char c)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].half == c)
      return forms[i].full;
  return NULL;
}

static gboolean
is_chinese (gunichar c)
{
  FzMarkKind kind = fz_mark_kind (c);

  return kind == FZ_KIND_HAN || (c > 0x7f && fz_kind_is (kind, FZ_KINDS_MARKS));
}

static gboolean
chinese_before (const Shower *self, const char *p)
{
  const char *before = g_utf8_find_prev_char (self->text, p);

  return before != NULL && (self->full[before - self->text] || is_chinese (g_utf8_get_char (before)));
}

static gboolean
chinese_behind (const Shower *self, const char *p)
{
  const char *limit = MIN (self->end, p + ROW);

  while (p < limit && full_form (*p) != NULL)
    p++;
  return p < self->end && is_chinese (g_utf8_get_char (p));
}

/* 3:2, 8:30 and http:// keep their marks, and so does Latin. */
static gboolean
shows_full (const Shower *self, const char *p)
{
  gboolean starts = p == self->text || p[-1] == ' ';
  gboolean address = p + 1 < self->end && p[1] == '/';

  return !address && (chinese_before (self, p) || (!starts && chinese_behind (self, p + 1)));
}

static void
close_bracket (Shower *self, const char *p)
{
  gboolean full = chinese_before (self, p) || chinese_behind (self, p + 1);

  if (self->depth > 0 && --self->depth < DEPTH)
    {
      guint8 *open = &self->full[self->open[self->depth]];

      full = *open = full || *open;
    }
  self->full[p - self->text] = full;
}

static void
look_at (Shower *self, const char *p)
{
  if (full_form (*p) == NULL)
    return;
  if (*p == ')')
    close_bracket (self, p);
  else if (*p != '(')
    self->full[p - self->text] = shows_full (self, p);
  else
    {
      self->full[p - self->text] = chinese_before (self, p) || chinese_behind (self, p + 1);
      if (self->depth < DEPTH)
        self->open[self->depth] = p - self->text;
      self->depth++;
    }
}

static char *
write_shown (const Shower *self, gsize *new_length)
{
  GString *out = g_string_sized_new (self->end - self->text + 64);
  gsize length = self->end - self->text, plain = 0;

  for (gsize i = 0; i < length; i++)
    if (self->full[i])
      {
        g_string_append_len (out, self->text + plain, i - plain);
        g_string_append (out, full_form (self->text[i]));
        plain = i + 1;
      }
  g_string_append_len (out, self->text + plain, length - plain);
  *new_length = out->len;
  return g_string_free_and_steal (out);
}

/**
 * fz_marks_show_full:
 * @text: UTF-8 without NUL
 * @new_length: (out): its length as shown
 *
 * Returns: (transfer full): @text with the same code points but for half-width
 *   `,;:?!()` that stand beside Chinese, which have their full-width form
 */
char *
fz_marks_show_full (const char *text, gsize length, gsize *new_length)
{
  g_autofree guint8 *full = g_malloc0 (length + 1);
  Shower self = { .text = text, .end = text + length, .full = full };

  for (const char *p = strpbrk (text, ",;:?!()"); p != NULL && p < self.end; p = strpbrk (p + 1, ",;:?!()"))
    look_at (&self, p);
  return write_shown (&self, new_length);
}
