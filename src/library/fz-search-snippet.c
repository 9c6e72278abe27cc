/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown of a hit.
 *
 * The snippet is a piece of one paragraph, where most of what was looked for
 * stands together, in the article's body if it can be.  It begins behind a mark that
 * parts clauses and ends behind one where there is one near, and never within a
 * word or between a number and what multiplies it. */

#include "config.h"

#include "fz-search-snippet.h"

#include <string.h>

#define MOST_FOUND 1000

/* In code points; atoms are taken for as many where it does not matter. */
#define LEAD       24
#define LENGTH     80
#define TAIL       24

#define ELLIPSIS "…"

/* Something that was found, in atoms. */
typedef struct {
  guint start;
  guint end;
  guint phrase;
} Found;

typedef struct {
  const char    *text;
  const FzAtoms *atoms;
  GArray        *found;
  gsize          body; /* where the text begins behind its title */
} Place;

/* Marks behind which a clause begins. */
static const char clause_marks[] = "，。！？；：、…,!?;:”’）》」』";

static gboolean
ends_clause (const char *at)
{
  return g_utf8_strchr (clause_marks, -1, g_utf8_get_char (at)) != NULL;
}

static GArray *
find_all (const FzSearchPlan *plan,
          const FzAtoms      *atoms)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint at = 0; at < atoms->list->len && found->len < MOST_FOUND; at++)
    for (guint i = 0; i < plan->marks->len; i++)
      {
        const FzNode *node = plan->marks->pdata[i];
        Found one = { .start = at, .phrase = i };

        if (fz_phrase_stands_at (&node->phrase, atoms, at, &one.end))
          g_array_append_val (found, one);
      }
  return found;
}

static gsize
start_of (const Place *place,
          const Found *found)
{
  return fz_atoms_get (place->atoms, found->start)->start;
}

static gsize
end_of (const Place *place,
        const Found *found)
{
  return fz_atoms_get (place->atoms, found->end - 1)->end;
}

/* Takes what overlaps or touches for one, in bytes. */
static GArray *
join (const Place *place)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (FzTextRange));

  for (guint i = 0; i < place->found->len; i++)
    {
      const Found *found = &g_array_index (place->found, Found, i);
      FzTextRange range = { (guint) start_of (place, found), (guint) end_of (place, found) };
      FzTextRange *before = ranges->len > 0 ? &g_array_index (ranges, FzTextRange, ranges->len - 1) : NULL;

      if (before != NULL && range.start <= before->end)
        before->end = MAX (before->end, range.end);
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}

/* Adds @ranges, in bytes of @text, as code points, so many further on. */
static void
add_in_characters (GArray       *to,
                   const char   *text,
                   const GArray *ranges,
                   gsize         start,
                   gsize         end,
                   guint         offset)
{
  gsize at = start;

  for (guint i = 0; i < ranges->len; i++)
    {
      FzTextRange range = g_array_index (ranges, FzTextRange, i);
      gsize from = MAX (range.start, start), until = MIN (range.end, end);

      if (from >= until)
        continue;
      offset += (guint) g_utf8_strlen (text + at, (gssize) (from - at));
      range.start = offset;
      offset += (guint) g_utf8_strlen (text + from, (gssize) (until - from));
      range.end = offset;
      at = until;
      g_array_append_val (to, range);
    }
}

/* How many different things stand from @first on within a snippet's length. */
static guint
count_together (const Place *place,
                guint        first)
{
  const Found *found = &g_array_index (place->found, Found, first);
  guint64 seen = 0;

  for (guint i = first; i < place->found->len; i++)
    {
      const Found *other = &g_array_index (place->found, Found, i);

      if (other->start > found->start + LENGTH - LEAD)
        break;
      seen |= G_GUINT64_CONSTANT (1) << (other->phrase % 64);
    }
  return (guint) __builtin_popcountll (seen);
}

static const Found *
find_anchor (const Place *place)
{
  const Found *best = NULL;
  guint most = 0;

  for (guint i = 0; i < place->found->len; i++)
    {
      const Found *found = &g_array_index (place->found, Found, i);
      guint n = start_of (place, found) >= place->body ? count_together (place, i) : 0;

      if (n > most)
        {
          most = n;
          best = found;
        }
    }
  return best;
}

/* The first atom that ends behind @at. */
static guint
find_atom (const FzAtoms *atoms,
           gsize          at)
{
  guint low = 0, high = atoms->list->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (fz_atoms_get (atoms, middle)->end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* @at, or before it where it would part a word, or a number from its multiplier. */
static gsize
not_within (const Place *place,
            gsize        at)
{
  guint i = find_atom (place->atoms, at);
  const FzAtom *atom;

  if (i >= place->atoms->list->len)
    return at;
  atom = fz_atoms_get (place->atoms, i);
  if (at < atom->start)
    return at;
  while (i > 0 && atom->kind == FZ_ATOM_HAN && atom->multiplier > 0)
    atom = fz_atoms_get (place->atoms, --i);
  return atom->start;
}

/* Where a snippet that shows @anchor begins. */
static gsize
find_start (const Place *place,
            gsize        anchor)
{
  const char *at = place->text + anchor, *body = place->text + place->body;
  const char *clause = NULL;

  for (guint n = 0; n < LEAD; n++)
    {
      const char *before;

      if (at <= body || at[-1] == '\n')
        return (gsize) (at - place->text);
      before = g_utf8_prev_char (at);
      if (ends_clause (before) && !ends_clause (at))
        clause = at;
      at = before;
    }
  return clause != NULL ? (gsize) (clause - place->text) : not_within (place, (gsize) (at - place->text));
}

/* And where it ends; it holds @least at any rate, if that is not too long. */
static gsize
find_end (const Place *place,
          gsize        start,
          gsize        least)
{
  const char *at = place->text + start, *clause = NULL;
  gsize end;

  for (guint n = 0; n < LENGTH; n++)
    {
      if (*at == '\0' || (*at == '\n' && (gsize) (at - place->text) >= least))
        return (gsize) (at - place->text);
      if (n >= LENGTH - TAIL && ends_clause (at) && !ends_clause (g_utf8_next_char (at)))
        clause = g_utf8_next_char (at);
      at = g_utf8_next_char (at);
    }
  if (clause != NULL && (gsize) (clause - place->text) >= least)
    return (gsize) (clause - place->text);
  end = not_within (place, (gsize) (at - place->text));
  return end > start ? end : (gsize) (at - place->text);
}

static void
write_snippet (const Place  *place,
               const GArray *ranges,
               gsize         start,
               gsize         end,
               FzHit        *hit)
{
  g_autoptr (GString) snippet = g_string_new (NULL);
  gboolean cut = start > place->body && place->text[start - 1] != '\n';

  if (cut)
    g_string_append (snippet, ELLIPSIS);
  g_string_append_len (snippet, place->text + start, (gssize) (end - start));
  if (place->text[end] != '\n' && place->text[end] != '\0')
    g_string_append (snippet, ELLIPSIS);
  g_strdelimit (snippet->str, "\n", ' ');
  add_in_characters (hit->marks, place->text, ranges, start, end, cut ? 1 : 0);
  hit->snippet = g_string_free_and_steal (g_steal_pointer (&snippet));
}

/**
 * fz_search_fill_hit:
 * @hit: a hit with its entry
 * @plan: what was looked for
 * @text: the article's canonical text, UTF-8
 * @body: the code point of it that its body begins with
 * @atoms: of @text
 *
 * Fills in the snippet, and where in it and in the text what was found stands.
 */
void
fz_search_fill_hit (FzHit              *hit,
                    const FzSearchPlan *plan,
                    const char         *text,
                    guint               body,
                    const FzAtoms      *atoms)
{
  g_autoptr (GArray) found = find_all (plan, atoms), ranges = NULL;
  Place place = { text, atoms, found, (gsize) (g_utf8_offset_to_pointer (text, body) - text) };
  const Found *anchor = find_anchor (&place);
  gsize start = anchor != NULL ? find_start (&place, start_of (&place, anchor)) : place.body;

  ranges = join (&place);
  add_in_characters (hit->ranges, text, ranges, 0, strlen (text), 0);
  write_snippet (&place, ranges, start, find_end (&place, start, anchor != NULL ? end_of (&place, anchor) : start), hit);
}
