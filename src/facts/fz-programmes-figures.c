/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-programmes.h"
#include "fz-programmes-told.h"

#include <string.h>

/* Which figures an article states of its programmes: those behind a mention in its
 * item, up to another programme or 全市; or before it in its clause. */

/* How far from a mention its figures may stand, in code points. */
#define NEAR 300

static const char scopes[] = "全国 全省 全市 全县 全區 全区 全镇 全州 全旗 全盟 全國 全縣";

static gboolean
is_cut (const FzReading *reading, gsize from, gsize to)
{
  static FzWords *words;

  return fz_teller_has_word (reading->text + from, reading->text + to, scopes, &words);
}

static gboolean
in_one_item (const FzReading *reading, gsize a, gsize b)
{
  return fz_reading_last (reading->items, a) == fz_reading_last (reading->items, b);
}

static gboolean
in_one_clause (const FzReading *reading, gsize from, gsize to)
{
  const char *p = reading->text + from;

  return in_one_item (reading, from, to) && memmem (p, to - from, "，", strlen ("，")) == NULL && memchr (p, ',', to - from) == NULL;
}

static gboolean
are_near (const FzSpan *first, const FzSpan *second)
{
  return first->block == second->block && first->end <= second->start && second->start - first->end <= NEAR;
}

/* “甲”“乙”等46项: the list is counted, and nothing is said of its last member. */
static gboolean
closes_list (const FzReading *reading, gsize at, gsize to)
{
  static const char *const ends[] = { "”等", "》等", "」等", "等" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (fz_text_at (reading->text + at, reading->text + to, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_behind (FzTeller *self, const FzSpan *mention, const FzSpan *figure)
{
  gsize from = fz_teller_bytes_of (self, mention->end), to = fz_teller_bytes_of (self, figure->start);

  return in_one_item (self->reading, from, to) && !is_cut (self->reading, from, to) && !closes_list (self->reading, from, to);
}

/* Whether no comma stands between two that do not overlap. */
static gboolean
share_clause (FzTeller *self, const FzSpan *first, const FzSpan *second)
{
  gsize from = fz_teller_bytes_of (self, first->end), to = fz_teller_bytes_of (self, second->start);

  return in_one_clause (self->reading, from, to);
}

/* The mention to which a figure belongs: the last one before it, unless only the
 * first behind it stands in its clause. */
static const FzProgrammeMention *
mention_of (FzTeller *self, const GArray *mentions, guint next, const FzSpan *figure)
{
  const FzProgrammeMention *before = next > 0 ? &g_array_index (mentions, FzProgrammeMention, next - 1) : NULL;
  const FzProgrammeMention *after = next < mentions->len ? &g_array_index (mentions, FzProgrammeMention, next) : NULL;

  fz_teller_open_block (self, figure->block);
  if (before != NULL && (!are_near (&before->span, figure) || !is_behind (self, &before->span, figure)))
    before = NULL;
  if (after != NULL && (!are_near (figure, &after->span) || !share_clause (self, figure, &after->span)))
    after = NULL;
  return after == NULL || (before != NULL && share_clause (self, &before->span, figure)) ? before : after;
}

static gboolean
has_neighbour (const GArray *mentions, guint next, guint block)
{
  return (next > 0 && g_array_index (mentions, FzProgrammeMention, next - 1).span.block == block) ||
         (next < mentions->len && g_array_index (mentions, FzProgrammeMention, next).span.block == block);
}

void
fz_teller_tell_figures (FzTeller *self, const GArray *mentions, GArray *told)
{
  guint next = 0;

  for (guint i = 0; i < self->facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (self->facts->figures, FzFigure, i);
      const FzProgrammeMention *mention;

      for (; next < mentions->len; next++)
        {
          const FzSpan *span = &g_array_index (mentions, FzProgrammeMention, next).span;

          if (span->block > figure->span.block || (span->block == figure->span.block && span->start > figure->span.start))
            break;
        }
      mention = has_neighbour (mentions, next, figure->span.block) ? mention_of (self, mentions, next, &figure->span) : NULL;
      if (mention != NULL)
        g_array_append_val (g_array_index (told, FzProgrammeTold, mention->programme).figures, i);
    }
}
