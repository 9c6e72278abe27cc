/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paragraphs.h"

#include "fz-cues.h"
#include "fz-roles.h"

/* Which line goes on the paragraph of which.
 *
 *  - A line that breaks off goes on in the next body line of its article, also
 *    across captions, credits, banners and (下转第4版) between them.
 *  - In a column a line that fills it goes on in the next one, even where it
 *    happens to end a sentence; but not with an indented one.  Where nothing is
 *    indented it must fill it to the last character: then a sentence ends there
 *    by chance more often than a paragraph does.
 *  - An indented line begins a paragraph wherever the page indents at all.
 *  - The items of a list stand alone.
 *  - A dateline or a jump mark begins one; so does what repeats an earlier
 *    paragraph, and that goes on in nothing. */

enum {
  REACH = 12,  /* lines of pictures and banners that a paragraph may be cut by */
};

static gboolean
is_interposed (const FzLine *line)
{
  switch ((FzRole) line->role)
    {
    case FZ_ROLE_CAPTION:
    case FZ_ROLE_CREDIT:
    case FZ_ROLE_MASTHEAD:
    case FZ_ROLE_NOISE:
      return TRUE;
    case FZ_ROLE_JUMP:
      return !fz_cue_within (FZ_CUE_CONTINUED, line->text);
    case FZ_ROLE_TITLE:
    case FZ_ROLE_KICKER:
    case FZ_ROLE_SUBTITLE:
    case FZ_ROLE_BYLINE:
    case FZ_ROLE_BODY:
    case FZ_ROLE_HEADING:
    default:
      return FALSE;
    }
}

/* A column that indents its paragraphs does so throughout the page. */
static gboolean
page_indents (const FzLines *lines)
{
  guint indented = 0, body = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      if (line->role != FZ_ROLE_BODY)
        continue;
      body++;
      indented += (line->marks & FZ_MARK_INDENTED) != 0;
    }

  return indented > 1 && indented * 12 >= body;
}

/* The items of a list, the lines of a poem, a salutation, a signature. */
static gboolean
stands_alone (const FzLine *line)
{
  return line->kind == FZ_KIND_HEAD || line->kind == FZ_KIND_APART;
}

static gboolean
begins_paragraph (const FzLine *line,
                  gboolean      indents)
{
  if (stands_alone (line) || line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_CONTINUED || (line->flags & FZ_BLOCK_FLAG_REPEATED))
    return TRUE;

  return indents && (line->marks & FZ_MARK_INDENTED);
}

/* A line that fills its column to the last character and ends a sentence there
 * more often goes on than not: a paragraph's last line is of any length. */
static gboolean
may_go_on (const FzLine *line,
           gboolean      indents)
{
  if (line->role != FZ_ROLE_BODY || stands_alone (line) || (line->flags & FZ_BLOCK_FLAG_REPEATED))
    return FALSE;
  if (fz_roles_breaks_off (line))
    return TRUE;
  if (line->marks & FZ_MARK_ENDS_TURN)
    return FALSE;

  return (line->marks & FZ_MARK_COLUMN) && (indents ? (line->marks & FZ_MARK_FULL) != 0 : line->flush);
}

static guint
find_next (const FzLines *lines,
           guint          from,
           gboolean       indents)
{
  const FzLine *line = fz_lines_at (lines, from);
  gboolean sure = fz_roles_breaks_off (line);

  for (guint i = from + 1; i < lines->lines->len && i <= from + REACH; i++)
    {
      const FzLine *next = fz_lines_at (lines, i);

      if (next->opens)
        return FZ_LINE_NONE;
      if (next->role == FZ_ROLE_BODY)
        {
          if (begins_paragraph (next, indents) || (!sure && next->blanks > 0))
            return FZ_LINE_NONE;
          return i;
        }
      if (!sure || !is_interposed (next))
        return FZ_LINE_NONE;
    }

  return FZ_LINE_NONE;
}

static void
join_lines (FzLines *lines,
            guint    upper,
            guint    lower)
{
  fz_lines_at (lines, upper)->next = lower;
  fz_lines_at (lines, lower)->follows = TRUE;
}

/**
 * fz_paragraphs_join:
 * @lines: the lines of a page, their roles known
 *
 * Links each line of body text to the one that its paragraph goes on with, and
 * flags the paragraphs that break off and go on nowhere.
 */
void
fz_paragraphs_join (FzLines *lines)
{
  gboolean indents = page_indents (lines);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      guint next;

      if (!may_go_on (line, indents))
        {
          if ((line->flags & FZ_BLOCK_FLAG_REPEATED) && fz_roles_breaks_off (line))
            line->flags |= FZ_BLOCK_FLAG_TRUNCATED;
          continue;
        }
      next = find_next (lines, i, indents);
      if (next != FZ_LINE_NONE)
        join_lines (lines, i, next);
      else if (fz_roles_breaks_off (line))
        line->flags |= FZ_BLOCK_FLAG_TRUNCATED;
    }
}
