/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cutter.h"

#include "fz-cues.h"
#include "fz-head.h"
#include "fz-stop.h"

/* From lines with roles to articles.
 *
 * An article holds the lines from the one that opens it to the one before the
 * next that does; what stands above the first belongs to the first, and the
 * head of a page to the article below it.  Every line is in exactly one block.
 * What stands outside the articles is kept in one of them but does not count to
 * its span. */

/* No space between Han characters, one between words in letters. */
static void
append_piece (GString *text,
              FzText   piece)
{
  FzText before = { text->str, text->len };
  FzCharClass a = fz_char_class (fz_text_last (before)), b = fz_char_class (fz_text_first (piece));
  gboolean words = a == FZ_CHAR_LETTER || (a == FZ_CHAR_DIGIT && b == FZ_CHAR_LETTER);

  words = words || ((a == FZ_CHAR_COMMA || a == FZ_CHAR_POINT) && fz_text_last (before) < 0x80);
  if (text->len > 0 && words && (b == FZ_CHAR_LETTER || (a == FZ_CHAR_LETTER && b == FZ_CHAR_DIGIT)))
    g_string_append_c (text, ' ');
  g_string_append_len (text, piece.start, (gssize) piece.length);
}

/* @text and @pieces are room to work in. */
static void
append_block (FzArticle     *article,
              const FzLines *lines,
              guint          first,
              GString       *text,
              GArray        *pieces)
{
  const FzLine *line = fz_lines_at (lines, first);
  FzBlockFlags flags = 0;
  FzRole role = line->role;
  guint chars = 0;

  g_string_truncate (text, 0);
  g_array_set_size (pieces, 0);
  for (;;)
    {
      FzPiece piece = { .line = line->number };
      gsize before = text->len;

      append_piece (text, line->text);
      chars += text->len - before > line->text.length;
      piece.start = chars;
      chars += line->chars;
      g_array_append_val (pieces, piece);
      flags |= role == FZ_ROLE_BODY ? line->flags : 0;
      if (line->next == FZ_LINE_NONE || fz_stop_asked_after (line->text.length))
        break;
      line = fz_lines_at (lines, line->next);
    }

  fz_article_append_block (article, role, flags, text->str, (gssize) text->len,
                           (const FzPiece *) pieces->data, pieces->len);
}

static void
set_span (FzArticle     *article,
          const FzLines *lines,
          guint          first,
          guint          end)
{
  while (first + 1 < end && fz_lines_at (lines, first)->outside)
    first++;
  while (end > first + 1 && fz_lines_at (lines, end - 1)->outside)
    end--;

  article->first_line = fz_lines_at (lines, first)->number;
  article->last_line = fz_lines_at (lines, end - 1)->number;
}

static gboolean
is_continued (const FzLine *line)
{
  FzText inner = fz_text_bracket (line->text);

  if (line->kind == FZ_KIND_CONTINUED)
    return TRUE;

  return line->kind == FZ_KIND_JUMP && fz_cue_within (FZ_CUE_CONTINUED, inner.start ? inner : line->text);
}

static FzArticleKind
kind_of (const FzLines *lines,
         guint          first,
         guint          end)
{
  gboolean body = FALSE, picture = FALSE;

  for (guint i = first; i < end; i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      if (!body && is_continued (line))
        return FZ_ARTICLE_KIND_CONTINUATION;
      body = body || line->role == FZ_ROLE_BODY;
      picture = picture || line->role == FZ_ROLE_CAPTION || line->role == FZ_ROLE_CREDIT;
    }

  return body ? FZ_ARTICLE_KIND_ARTICLE : picture ? FZ_ARTICLE_KIND_PHOTO : FZ_ARTICLE_KIND_STUB;
}

/* At most: the line ends of joined lines become a space or nothing. */
static gsize
text_size (const FzLines *lines,
           guint          first,
           guint          end)
{
  gsize size = 0;

  for (guint i = first; i < end; i++)
    size += fz_lines_at (lines, i)->text.length + 1;

  return size;
}

static guint
count_blocks (const FzLines *lines,
              guint          first,
              guint          end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += !fz_lines_at (lines, i)->follows;

  return n;
}

/* @text and @pieces are room to work in. */
static FzArticle *
cut_article (const FzLines *lines,
             guint          first,
             guint          end,
             guint          number,
             GString       *text,
             GArray        *pieces)
{
  FzArticle *article = fz_article_new_sized (text_size (lines, first, end), count_blocks (lines, first, end));

  article->number = number;
  article->kind = kind_of (lines, first, end);
  set_span (article, lines, first, end);
  for (guint i = first; i < end && !fz_stop_asked_after (1); i++)
    if (!fz_lines_at (lines, i)->follows)
      append_block (article, lines, i, text, pieces);
  fz_head_read (article);

  return article;
}

/* What stands between two articles belongs to the lower one where it is the
 * head of a page, else to the upper one. */
static guint
with_page_head (const FzLines *lines,
                guint          opening,
                guint          previous)
{
  guint first = opening;

  while (first > previous + 1 && fz_lines_at (lines, first - 1)->outside)
    first--;
  while (first < opening && fz_lines_at (lines, first)->kind != FZ_KIND_MASTHEAD)
    first++;

  return first;
}

static guint
next_opening (const FzLines *lines,
              guint          from)
{
  while (from < lines->lines->len && !fz_lines_at (lines, from)->opens)
    from++;

  return from;
}

/**
 * fz_cutter_cut:
 * @lines: the lines of a page, roles and joins known, at least one
 *
 * Returns: (transfer full) (element-type FzArticle): the articles in page order,
 *   fewer where it is asked to stop
 */
GPtrArray *
fz_cutter_cut (const FzLines *lines)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (FzPiece));
  guint opening = next_opening (lines, 0), first = 0;

  while (first < lines->lines->len && !fz_stop_asked ())
    {
      guint next = next_opening (lines, opening + 1);
      guint end = next < lines->lines->len ? with_page_head (lines, next, opening) : lines->lines->len;

      g_ptr_array_add (articles, cut_article (lines, first, end, articles->len + 1, text, pieces));
      first = end;
      opening = next;
    }

  return articles;
}
