/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long phrase by the rarest of its parts.
 *
 * A phrase of twelve characters is eleven tokens, and FTS5 goes through the lists
 * of all of them, though the two or three rarest leave few articles.  So those are
 * looked for, and whether the phrase stands in what they find is
 * read from the articles, as fz-search-match.c finds it; so is the rank.  What has
 * the phrase has its parts, so nothing is missed.
 *
 * How rare a token is follows from how many pages of the index lie between it and
 * the next one: FTS5 keeps in `search_idx`, for each segment, the first token of
 * each page that begins one. */

#include "config.h"

#include "fz-search-rare.h"

#include <string.h>

#include "fz-search-rank.h"
#include "fz-tokens.h"

/* So many are looked for; where they are all that the phrase is made of, FTS5 is as
 * fast. */
#define N_RAREST 3

/* The tokens of the main index begin with it. */
#define MAIN_INDEX "0"

typedef struct {
  char     *token;
  guint     at;    /* the atom that it begins with */
  gboolean  is_han;
  gint64    pages;
} Part;

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->token);
}

static int
compare_pages (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const Part *) a)->pages, second = ((const Part *) b)->pages;

  return (first > second) - (first < second);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return (int) ((const Part *) a)->at - (int) ((const Part *) b)->at;
}

static gboolean
weigh_part (FzConnection  *reader,
            Part          *part,
            GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_PAGES_OF_TOKEN, error);
  g_autofree char *token = g_strconcat (MAIN_INDEX, part->token, NULL);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_blob (ask, token, strlen (token));
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  part->pages = fz_statement_take_int (ask);
  return TRUE;
}

/* Two Han characters that stand together whatever the text, so that they are one
 * token. */
static gboolean
are_part (const FzAtoms *atoms,
          guint          at)
{
  const FzAtom *first = fz_atoms_get (atoms, at), *second = at + 1 < atoms->list->len ? first + 1 : NULL;

  return second != NULL && first->kind == FZ_ATOM_HAN && second->kind == FZ_ATOM_HAN && !second->after_break &&
         first->multiplier == 0 && second->multiplier == 0 && at >= fz_atoms_multiplier (atoms, 0);
}

/* A token of the phrase from @at on, that a text has which has the phrase, and that
 * is one when it is looked for alone. */
static char *
dup_part (const FzPhrase *phrase,
          guint           at)
{
  const FzAtoms *atoms = phrase->atoms;
  const FzAtom *atom = fz_atoms_get (atoms, at);
  gunichar both[2];

  if (atom->kind != FZ_ATOM_HAN)
    return phrase->open && at + 1 == atoms->list->len ? NULL : g_strdup (fz_atoms_string (atoms, atom));
  if (!are_part (atoms, at))
    return NULL;
  both[0] = atom->code;
  both[1] = fz_atoms_get (atoms, at + 1)->code;
  return g_ucs4_to_utf8 (both, G_N_ELEMENTS (both), NULL, NULL, NULL);
}

static GArray *
find_parts (const FzPhrase *phrase)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < phrase->atoms->list->len; i++)
    {
      Part part = { dup_part (phrase, i), i, fz_atoms_get (phrase->atoms, i)->kind == FZ_ATOM_HAN, 0 };

      if (part.token != NULL)
        g_array_append_val (parts, part);
    }
  return parts;
}

static gboolean
is_ranked (const FzNode *node)
{
  return node->kind == FZ_NODE_PHRASE && (node->field == FZ_FIELD_NONE || node->field == FZ_FIELD_TITLE);
}

static int
count_place (gpointer    data,
             gboolean    same_place,
             const char *token,
             gsize       length,
             gsize       start,
             gsize       end)
{
  guint *n = data;

  *n += !same_place;
  return 0;
}

/* How many tokens FTS5 would look for. */
static guint
count_places (const FzAtoms *atoms)
{
  guint n = 0;

  fz_tokens_of_phrase (atoms, FALSE, count_place, &n);
  return n;
}

/* Parts that follow each other are looked for as they do: 水库 and 库移 as 水库移. */
static char *
dup_match (const GArray *parts)
{
  g_autoptr (GString) match = g_string_new ("\"");

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i), *before = i > 0 ? part - 1 : NULL;
      gboolean follows = before != NULL && before->at + 1 == part->at && before->is_han && part->is_han;

      if (before != NULL && !follows)
        g_string_append (match, "\" AND \"");
      g_string_append (match, follows ? g_utf8_next_char (part->token) : part->token);
    }
  g_string_append_c (match, '"');
  return g_string_free_and_steal (g_steal_pointer (&match));
}

/* Writes the rarest parts of a phrase in its place, where it has others. */
static gboolean
take_rarest (FzConnection  *reader,
             const FzNode  *node,
             GHashTable    *instead,
             GError       **error)
{
  g_autoptr (GArray) parts = find_parts (&node->phrase);
  guint n = MIN (parts->len, N_RAREST);

  if (node->field != FZ_FIELD_NONE || n == 0 || count_places (node->phrase.atoms) <= n)
    return TRUE;
  for (guint i = 0; i < parts->len; i++)
    if (!weigh_part (reader, &g_array_index (parts, Part, i), error))
      return FALSE;
  g_array_sort (parts, compare_pages);
  g_array_set_size (parts, n);
  g_array_sort (parts, compare_places);
  g_hash_table_insert (instead, (gpointer) node, dup_match (parts));
  return TRUE;
}

/* What is asked besides phrases the index decides and does not rank. */
static gboolean
can_be_judged (const FzSearchPlan *plan)
{
  for (guint i = 0; i < plan->of_index->len; i++)
    {
      const FzNode *node = plan->of_index->pdata[i];

      if (node->kind == FZ_NODE_REGION || node->kind == FZ_NODE_FIGURES)
        continue;
      if (node->kind != FZ_NODE_PHRASE || fz_tokens_have_other_way (node->phrase.atoms))
        return FALSE;
    }
  return plan->singles->len == 0;
}

/**
 * fz_search_rare_match:
 * @reader: a connection
 * @plan: how a query is answered
 * @out_match: (out) (nullable): FTS5's query that finds what may answer, to be judged
 *   by fz_search_rare_judge(); %NULL where nothing is to be gained
 * @error: a #FzLibraryError
 */
gboolean
fz_search_rare_match (FzConnection        *reader,
                      const FzSearchPlan  *plan,
                      char               **out_match,
                      GError             **error)
{
  g_autoptr (GHashTable) instead = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  *out_match = NULL;
  if (!can_be_judged (plan))
    return TRUE;
  for (guint i = 0; i < plan->of_index->len; i++)
    {
      const FzNode *node = plan->of_index->pdata[i];

      if (node->kind == FZ_NODE_PHRASE && !take_rarest (reader, node, instead, error))
        return FALSE;
    }
  if (g_hash_table_size (instead) > 0)
    *out_match = fz_search_plan_dup_match (plan, instead);
  return TRUE;
}

/* How often a phrase stands in a text, and where first, in atoms. */
static guint
count_in (const FzPhrase *phrase,
          const FzAtoms  *atoms,
          guint          *out_first)
{
  guint n = 0, start, end;

  for (start = 0; fz_phrase_find (phrase, atoms, start, &start, &end); start++)
    if (n++ == 0)
      *out_first = start;
  return n;
}

/* An article, as its row of the index has it. */
typedef struct {
  FzAtoms *text;
  FzAtoms *headline;
} Texts;

static void
texts_clear (Texts *self)
{
  g_clear_pointer (&self->text, fz_atoms_free);
  g_clear_pointer (&self->headline, fz_atoms_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static gboolean
get_texts (FzConnection  *reader,
           gint64         article,
           Texts         *out,
           GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (reader, FZ_SQL_GET_TEXTS, error);
  g_autoptr (GString) headline = g_string_new (NULL);
  const char *text;
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step != FZ_STEP_ROW)
    return step == FZ_STEP_DONE;
  text = fz_statement_take_text (get);
  out->text = fz_atoms_new (text != NULL ? text : "", text != NULL ? strlen (text) : 0);
  for (guint i = 0; i < 3; i++)
    {
      const char *part = fz_statement_take_text (get);

      if (part != NULL)
        g_string_append_printf (headline, "%s\n", part);
    }
  out->headline = fz_atoms_new (headline->str, headline->len);
  return TRUE;
}

/**
 * fz_search_rare_judge:
 * @reader: a connection
 * @plan: how a query is answered
 * @article: id of an article that the query of fz_search_rare_match() found
 * @out_fits: (out): whether it answers, but for what the index does not know
 * @out_rank: (out): how well, as [func@search_rank] has it
 * @error: a #FzLibraryError
 */
gboolean
fz_search_rare_judge (FzConnection        *reader,
                      const FzSearchPlan  *plan,
                      gint64               article,
                      gboolean            *out_fits,
                      double              *out_rank,
                      GError             **error)
{
  g_auto (Texts) texts = { NULL };

  *out_rank = 0;
  if (!get_texts (reader, article, &texts, error))
    return FALSE;
  *out_fits = texts.text != NULL;
  for (guint i = 0; *out_fits && i < plan->of_index->len; i++)
    {
      const FzNode *node = plan->of_index->pdata[i];
      guint first = 0, unused, n_text = 0, n_headline;

      if (!is_ranked (node))
        continue;
      if (node->field == FZ_FIELD_NONE)
        n_text = count_in (&node->phrase, texts.text, &first);
      n_headline = count_in (&node->phrase, texts.headline, &unused);
      *out_fits = n_text + n_headline > 0;
      *out_rank += fz_search_weigh (n_text, n_headline, first);
    }
  return TRUE;
}
