/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-anchor.h"

#include <string.h>

/* Where a mark stands in texts that were made anew.
 *
 * A mark knows its article and its place, its quote and what stood before and
 * behind it.  Line ends do not count: another analysis may join paragraphs that
 * this one kept apart.
 *
 *  1. The quote stands at its place in its article, between the same words.
 *  2. It stands once in all the texts.
 *  3. Of several places that has it around which most of the same words stand;
 *     of equal ones the nearest in its own article.
 *
 * Short words without any of the words around them are none of these: 好 stands
 * everywhere. */

enum {
  SURE_CHARS = 4,     /* a quote as long as this tells itself */
  MOST_PLACES = 10000,
};

/* A place where the quote stands. */
typedef struct {
  gint64   article;
  guint    start;
  guint    end;
  guint    score;
  guint    distance;
  gboolean own;
} Place;

typedef struct {
  const FzAnnotation *mark;
  const char         *quote;  /* from its first character that is no line end */
  guint               chars;
  guint               most;   /* the best score that there can be */
  guint               found;
  guint               best_found; /* how many are as good as the best */
  Place               best;
} Search;

static const char *
skip_line_ends (const char *p)
{
  while (*p == '\n')
    p++;
  return p;
}

static guint
count_chars (const char *text)
{
  guint chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    chars += *p != '\n';
  return chars;
}

/* Where @quote that begins at @p ends, or NULL. */
static const char *
end_of_quote (const char *p,
              const char *quote)
{
  const char *end = p;

  for (const char *q = skip_line_ends (quote); *q != '\0'; q = skip_line_ends (g_utf8_next_char (q)))
    {
      p = skip_line_ends (p);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        return NULL;
      p = end = g_utf8_next_char (p);
    }
  return end;
}

/* How many characters of @suffix stand at @p. */
static guint
score_behind (const char *p,
              const char *suffix)
{
  guint score = 0;

  for (const char *q = skip_line_ends (suffix); *q != '\0'; q = skip_line_ends (g_utf8_next_char (q)))
    {
      p = skip_line_ends (p);
      if (*p == '\0' || g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
      p = g_utf8_next_char (p);
      score++;
    }
  return score;
}

static const char *
previous_char (const char *start,
               const char *p)
{
  do
    {
      if (p == start)
        return NULL;
      p = g_utf8_prev_char (p);
    }
  while (*p == '\n');
  return p;
}

/* How many characters at the end of @prefix stand before @p in @text. */
static guint
score_before (const char *text,
              const char *p,
              const char *prefix)
{
  const char *q = prefix + strlen (prefix);
  guint score = 0;

  while ((q = previous_char (prefix, q)) != NULL && (p = previous_char (text, p)) != NULL &&
         g_utf8_get_char (p) == g_utf8_get_char (q))
    score++;
  return score;
}

/* Whether @a is a better place than @b; 0 where neither is. */
static int
compare_places (const Place *a,
                const Place *b)
{
  if (a->score != b->score)
    return a->score > b->score ? 1 : -1;
  if (a->own != b->own)
    return a->own ? 1 : -1;
  if (!a->own || a->distance == b->distance)
    return 0;
  return a->distance < b->distance ? 1 : -1;
}

static void
note_place (Search      *self,
            const Place *place)
{
  int better = self->found > 0 ? compare_places (place, &self->best) : 1;

  self->found++;
  if (better > 0)
    self->best = *place;
  if (better >= 0)
    self->best_found = better > 0 ? 1 : self->best_found + 1;
}

static void
search_text (Search             *self,
             const FzAnchorText *text)
{
  char first[8] = { 0 };
  const char *counted = text->text;
  guint position = 0;

  memcpy (first, self->quote, (gsize) (g_utf8_next_char (self->quote) - self->quote));
  for (const char *p = strstr (counted, first); p != NULL && self->found < MOST_PLACES;
       p = strstr (g_utf8_next_char (p), first))
    {
      const char *end = end_of_quote (p, self->quote);
      Place place = { .article = text->article, .own = text->article == self->mark->article };

      if (end == NULL)
        continue;
      position += (guint) g_utf8_strlen (counted, p - counted);
      counted = p;
      place.start = position;
      place.end = position + (guint) g_utf8_strlen (p, end - p);
      place.score = score_before (text->text, p, self->mark->prefix) + score_behind (end, self->mark->suffix);
      place.distance = (guint) ABS ((gint64) place.start - self->mark->start);
      note_place (self, &place);
    }
}

static gboolean
is_sure (const Search *self)
{
  const Place *best = &self->best;

  if (self->found == 0)
    return FALSE;
  if (best->own && best->distance == 0 && best->score == self->most)
    return TRUE;
  if (best->score == 0)
    return self->found == 1 && self->chars >= SURE_CHARS;
  return self->best_found == 1;
}

/**
 * fz_anchor_find:
 * @self: a mark; its article and positions are set anew, its article to 0 where
 *   its words are not found for sure
 * @texts: (element-type FzAnchorText): the texts of its source
 *
 * Returns: whether it has a place
 */
gboolean
fz_anchor_find (FzAnnotation *self,
                const GArray *texts)
{
  Search search = { .mark = self, .quote = skip_line_ends (self->quote) };

  search.chars = count_chars (search.quote);
  search.most = count_chars (self->prefix) + count_chars (self->suffix);
  for (guint i = 0; search.chars > 0 && i < texts->len; i++)
    search_text (&search, &g_array_index (texts, FzAnchorText, i));
  if (!is_sure (&search))
    {
      self->article = 0;
      return FALSE;
    }
  self->article = search.best.article;
  self->start = search.best.start;
  self->end = search.best.end;
  return TRUE;
}
