/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-head.h"

#include <string.h>

#include "fz-authors.h"
#include "fz-chars.h"
#include "fz-credits.h"
#include "fz-cues.h"
#include "fz-datelines.h"
#include "fz-kinds.h"
#include "fz-stop.h"

/* The head matter of an article, read from its blocks: title, kicker and
 * subtitle from those of that role; the dateline from the paragraph that opens
 * with one; the authors from bylines, from the bracket behind a dateline, from
 * a bracket at the end, and from the credits of pictures. */

enum {
  AUTHORS_CHARS = 60,
  MOST_AUTHORS = 500,  /* each is compared with those that are there */
  ABOUT_BYTES = 256,   /* of a block, that are looked at */
  MOST_BYTES = 4096,   /* of a title of several lines; no paper sets a longer one */
};

static FzText
block_text (const FzArticle *article,
            const FzBlock   *block)
{
  return (FzText) { article->text + block->byte_start, block->byte_end - block->byte_start };
}

static void
append_within (char   **field,
               FzText   text)
{
  g_autofree char *line = g_strndup (text.start, text.length);

  if (*field != NULL)
    {
      gboolean colon = g_str_has_suffix (*field, "：") || g_str_has_suffix (*field, ":");
      g_autofree char *both = g_strconcat (*field, colon ? "" : " / ", line, NULL);

      g_set_str (field, both);
    }
  else
    *field = g_steal_pointer (&line);
}

/* Several lines of one role are one, with " / " between; nothing stands behind
 * a colon, 李庄古镇：.  A page of titles alone, a list of them, is no head: what
 * comes behind a long one stays in its block. */
static void
append_line (char   **field,
             FzText   text)
{
  if (*field != NULL && strlen (*field) > MOST_BYTES)
    return;
  append_within (field, text);
}

/* Whether @author is there; a bare name and the same one with a role are one
 * author, with the role. */
static gboolean
merge_author (const FzArticle *article,
              const FzAuthor  *author)
{
  for (guint i = 0; i < article->authors->len; i++)
    {
      FzAuthor *other = g_ptr_array_index (article->authors, i);

      if (!g_str_equal (other->name, author->name))
        continue;
      if (g_str_equal (other->role, "作者"))
        g_set_str (&other->role, author->role);
      if (g_str_equal (other->role, author->role) || g_str_equal (author->role, "作者"))
        return TRUE;
    }

  return FALSE;
}

static void
take_authors (FzArticle *article,
              GPtrArray *found)
{
  while (found->len > 0)
    {
      FzAuthor *author = g_ptr_array_steal_index (found, 0);

      if (article->authors->len >= MOST_AUTHORS || merge_author (article, author))
        fz_author_free (author);
      else
        g_ptr_array_add (article->authors, author);
    }
}

/* 本报讯 记者 张三 通讯员 李四 报道: without a bracket the authors end where
 * the report begins. */
static void
read_open_authors (GPtrArray *found,
                   FzText     text)
{
  static const char * const ends[] = { "报道", "報導", "：", ":" };

  text.length = MIN (text.length, AUTHORS_CHARS * 3);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = fz_text_find (text, ends[i]);
      FzText run = { text.start, end ? (gsize) (end - text.start) : 0 };

      if (end != NULL && fz_authors_is_byline (run))
        {
          fz_authors_read (found, run);
          return;
        }
    }
}

static void
take_dateline (FzArticle *article,
               FzText     dateline)
{
  if (dateline.length > 0 && article->dateline == NULL)
    article->dateline = g_strndup (dateline.start, dateline.length);
}

static void
read_lead (FzArticle *article,
           FzText     text,
           GPtrArray *found)
{
  FzText whole = text, inner = fz_text_bracket (text);
  gsize dateline = fz_dateline_length (text);

  /* 【本报讯】 and （中央社記者…電） carry their dateline in the bracket. */
  if (dateline == 0 && inner.start != NULL && fz_dateline_in_bracket (inner) > 0)
    {
      dateline = fz_dateline_in_bracket (inner);
      text = inner;
    }
  take_dateline (article, (FzText) { text.start, dateline });

  text = dateline > 0 ? fz_text_trim (fz_text_from (text, dateline)) : whole;
  inner = fz_text_bracket (text);
  if (inner.start != NULL && inner.length > 0 && fz_text_chars (inner) <= AUTHORS_CHARS)
    {
      if (fz_cue_author (fz_text_trim (inner), NULL) > 0 || fz_authors_is_byline (inner) || fz_kinds_is_names (inner))
        {
          fz_authors_read (found, inner);
          take_dateline (article, fz_dateline_of_report (inner));
        }
    }
  else if (dateline > 0)
    read_open_authors (found, text);
}

static void
read_end_note (FzText     text,
               GPtrArray *found)
{
  FzText note = fz_kinds_end_note (text), inner;

  if (note.start == NULL)
    return;
  inner = fz_text_trim (fz_text_bracket (note));
  if (fz_credits_is (note))
    fz_credits_read (found, inner);
  else if (inner.length > 0 && (fz_authors_is_byline (note) || fz_kinds_is_names (inner)))
    fz_authors_read (found, inner);
}

/* A title further down does not lengthen the one above. */
static gboolean
goes_on_title (const FzArticle *article,
               const FzBlock   *block)
{
  const FzBlock *first = &g_array_index (article->blocks, FzBlock, 0);

  return block > first && (block - 1)->role == FZ_ROLE_TITLE;
}

static void
read_block (FzArticle     *article,
            const FzBlock *block,
            GPtrArray     *found)
{
  FzText text = block_text (article, block);

  switch (block->role)
    {
    case FZ_ROLE_TITLE:
      if (article->title == NULL || goes_on_title (article, block))
        append_line (&article->title, text);
      break;
    case FZ_ROLE_KICKER:
      append_line (&article->kicker, text);
      break;
    case FZ_ROLE_SUBTITLE:
      append_line (&article->subtitle, text);
      break;
    case FZ_ROLE_BYLINE:
      fz_authors_read (found, text);
      break;
    case FZ_ROLE_BODY:
      read_lead (article, text, found);
      read_end_note (text, found);
      break;
    case FZ_ROLE_CAPTION:
    case FZ_ROLE_CREDIT:
      if (block->role == FZ_ROLE_CREDIT || fz_credits_tail (text).start != NULL)
        fz_credits_read (found, text);
      else
        read_end_note (text, found);
      break;
    case FZ_ROLE_HEADING:
    case FZ_ROLE_MASTHEAD:
    case FZ_ROLE_JUMP:
    case FZ_ROLE_NOISE:
    default:
      break;
    }
}

/**
 * fz_head_read:
 * @article: an article, its blocks complete
 *
 * Fills title, kicker, subtitle, dateline and authors from the blocks.
 */
void
fz_head_read (FzArticle *article)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_author_free);

  for (guint i = 0; i < article->blocks->len && !fz_stop_asked_after (ABOUT_BYTES); i++)
    {
      read_block (article, fz_article_block (article, i), found);
      take_authors (article, found);
    }
}
