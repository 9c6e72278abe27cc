/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-observations.h"

G_BEGIN_DECLS

/* For the looking at lines only: the lines of the page, and what sort each is. */

static inline const FzLine *
fz_observer_at (const FzObserver *self, guint i)
{
  return i < self->lines->lines->len ? fz_lines_at (self->lines, i) : NULL;
}

static inline const FzLine *
fz_observer_before (const FzObserver *self, guint i)
{
  return i > 0 ? fz_lines_at (self->lines, i - 1) : NULL;
}

/* The kind of a line that may not be there, as the observations of the kinds count. */
static inline guint
fz_observer_kind (const FzLine *line)
{
  return line ? line->kind : (guint) FZ_KIND_STUB + 1;
}

static inline gboolean
fz_line_is_short (const FzLine *line)
{
  return line != NULL && line->kind == FZ_KIND_HEAD;
}

static inline gboolean
fz_line_is_text (const FzLine *line)
{
  return line != NULL && (line->kind == FZ_KIND_TEXT || line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_CONTINUED);
}

/* What opens a story for sure. */
static inline gboolean
fz_line_is_opening (const FzLine *line)
{
  return line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_BYLINE;
}

/* Running text of a third of what a paragraph of the page has on average, or less. */
static inline gboolean
fz_observer_finds_little (const FzObserver *self, const FzLine *line)
{
  return fz_line_is_text (line) && !(line->marks & FZ_MARK_COLUMN) && line->chars * 3 <= self->text_chars;
}

G_END_DECLS
