/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-conditions.h"

#include <string.h>

#include "fz-fold.h"
#include "fz-search-row.h"

#define SIGN      '#'
#define WIDE_SIGN "＃"

struct _FzConditions {
  FzConnection       *reader;
  const FzSearchPlan *plan;
  GHashTable         *sets; /* (element-type FzNode GHashTable): the articles that have such a note */
};

/* #抗旱 is a tag of the reader's; one ends at a blank or another mark. */
static gboolean
follows_sign (const char *note,
              const char *there)
{
  return (there > note && there[-1] == SIGN) ||
         (there >= note + strlen (WIDE_SIGN) && g_str_has_prefix (there - strlen (WIDE_SIGN), WIDE_SIGN));
}

static gboolean
ends_at (const FzAtoms *atoms,
         guint          end)
{
  return end == atoms->list->len || fz_atoms_get (atoms, end)->after_break;
}

static gboolean
note_answers (const FzNode *node,
              const char   *note)
{
  g_autoptr (FzAtoms) atoms = fz_atoms_new (note, strlen (note));
  guint start = 0, end;

  if (node->text == NULL)
    return TRUE;
  for (; fz_phrase_find (&node->phrase, atoms, start, &start, &end); start++)
    {
      const char *there = note + fz_atoms_get (atoms, start)->start;

      if (node->kind == FZ_NODE_NOTE || (follows_sign (note, there) && ends_at (atoms, end)))
        return TRUE;
    }
  return FALSE;
}

/* The articles that have such a note. */
static GHashTable *
find_noted (FzConnection  *reader,
            const FzNode  *node,
            GError       **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (FzStatement) notes = fz_connection_statement (reader, FZ_SQL_ALL_NOTES, error);
  FzStep step;

  if (notes == NULL)
    return NULL;
  while ((step = fz_statement_step (notes, error)) == FZ_STEP_ROW)
    {
      gint64 article = fz_statement_take_int (notes);

      if (note_answers (node, fz_statement_take_text (notes)))
        g_hash_table_add (set, g_memdup2 (&article, sizeof article));
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&set) : NULL;
}

/* Notes and tags are looked for once, in all notes. */
static gboolean
find_sets (FzConditions  *self,
           const FzNode  *node,
           GError       **error)
{
  GHashTable *set;

  for (guint i = 0; i < node->children->len; i++)
    if (!find_sets (self, node->children->pdata[i], error))
      return FALSE;
  if (node->kind != FZ_NODE_NOTE && node->kind != FZ_NODE_TAG)
    return TRUE;
  set = find_noted (self->reader, node, error);
  if (set != NULL)
    g_hash_table_insert (self->sets, (gpointer) node, set);
  return set != NULL;
}

static gboolean
ask (FzConditions  *self,
     FzSql          sql,
     gint64         article,
     gboolean      *out_yes,
     GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (self->reader, sql, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_yes = fz_statement_take_int (ask) != 0;
  return TRUE;
}

static gboolean
is_of_days (const FzNode *date,
            gint64        key)
{
  gint64 first, last;

  fz_search_plan_days (date, &first, &last);
  return key >= first && key <= last;
}

static gboolean holds (FzConditions *self, const FzNode *node, gint64 key, gboolean *out_holds, GError **error);

/* Whether all children hold; with @any, whether one does. */
static gboolean
children_hold (FzConditions  *self,
               const FzNode  *node,
               gint64         key,
               gboolean       any,
               gboolean      *out_hold,
               GError       **error)
{
  *out_hold = !any;
  for (guint i = 0; *out_hold != any && i < node->children->len; i++)
    if (!holds (self, node->children->pdata[i], key, out_hold, error))
      return FALSE;
  return TRUE;
}

/* Queries are not deep, see fz-search-parser.c. */
static gboolean
holds (FzConditions  *self,
       const FzNode  *node,
       gint64         key,
       gboolean      *out_holds,
       GError       **error)
{
  gint64 article = fz_search_article (key);
  gboolean answered = TRUE;

  switch ((int) node->kind)
    {
    case FZ_NODE_NOT:
      answered = holds (self, node->children->pdata[0], key, out_holds, error);
      *out_holds = !*out_holds;
      return answered;
    case FZ_NODE_AND:
    case FZ_NODE_OR:
      return children_hold (self, node, key, node->kind == FZ_NODE_OR, out_holds, error);
    case FZ_NODE_UNREAD:
      answered = ask (self, FZ_SQL_IS_READ, article, out_holds, error);
      *out_holds = !*out_holds;
      return answered;
    case FZ_NODE_STARRED:
      return ask (self, FZ_SQL_IS_STARRED, article, out_holds, error);
    case FZ_NODE_DATE:
      *out_holds = is_of_days (node, key);
      return TRUE;
    default:
      *out_holds = g_hash_table_contains (g_hash_table_lookup (self->sets, node), &article);
      return TRUE;
    }
}

/**
 * fz_conditions_hold:
 * @self: conditions
 * @key: of the row of an article
 * @out_hold: (out): whether it meets those that the index does not know
 * @error: a #FzLibraryError
 */
gboolean
fz_conditions_hold (FzConditions  *self,
                    gint64         key,
                    gboolean      *out_hold,
                    GError       **error)
{
  *out_hold = TRUE;
  for (guint i = 0; *out_hold && i < self->plan->conditions->len; i++)
    if (!holds (self, self->plan->conditions->pdata[i], key, out_hold, error))
      return FALSE;
  return TRUE;
}

/**
 * fz_conditions_node_holds:
 * @self: conditions
 * @node: a part of the query that the index knows nothing of
 * @key: of the row of an article
 * @out_holds: (out): whether it holds of it
 * @error: a #FzLibraryError
 */
gboolean
fz_conditions_node_holds (FzConditions  *self,
                          const FzNode  *node,
                          gint64         key,
                          gboolean      *out_holds,
                          GError       **error)
{
  return holds (self, node, key, out_holds, error);
}

/* Whether a character stands in a text, whatever beside it. */
static gboolean
stands_in (gunichar    wanted,
           const char *text)
{
  gsize skip;

  for (; *text != '\0'; text += skip)
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      skip = character < 0x110000 ? (gsize) g_utf8_skip[*(const guchar *) text] : 1;
      if (character < 0x110000 && fz_fold_char (character) == wanted)
        return TRUE;
    }
  return FALSE;
}

/* An article's text, and the parts of its headline, which the reader may have
 * corrected. */
#define N_TEXTS 4

static gboolean
stands_in_any (gunichar            wanted,
               const char * const *texts)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (texts[i] != NULL && stands_in (wanted, texts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
singles_stand (const GArray       *singles,
               const char * const *texts)
{
  for (guint i = 0; i < singles->len; i++)
    {
      const FzCondition *single = &g_array_index (singles, FzCondition, i);

      if (stands_in_any (fz_atoms_get (single->node->phrase.atoms, 0)->code, texts) == single->negative)
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_conditions_singles_hold:
 * @self: conditions
 * @article: id of an article
 * @out_hold: (out): whether the single characters stand in it that must, and
 *   those do not that must not
 * @error: a #FzLibraryError
 */
gboolean
fz_conditions_singles_hold (FzConditions  *self,
                            gint64         article,
                            gboolean      *out_hold,
                            GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (self->reader, FZ_SQL_GET_TEXTS, error);
  const char *texts[N_TEXTS] = { NULL };
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  for (guint i = 0; step == FZ_STEP_ROW && i < N_TEXTS; i++)
    texts[i] = fz_statement_take_text (get);
  *out_hold = step == FZ_STEP_ROW && singles_stand (self->plan->singles, texts);
  return step != FZ_STEP_ERROR;
}

/**
 * fz_conditions_new:
 * @reader: a connection
 * @plan: what is looked for
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full): what is asked of each hit, or %NULL
 */
FzConditions *
fz_conditions_new (FzConnection        *reader,
                   const FzSearchPlan  *plan,
                   GError             **error)
{
  g_autoptr (FzConditions) self = g_new0 (FzConditions, 1);

  self->reader = reader;
  self->plan = plan;
  self->sets = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  if (!find_sets (self, plan->root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fz_conditions_free:
 * @self: (nullable): conditions
 */
void
fz_conditions_free (FzConditions *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sets, g_hash_table_unref);
  g_free (self);
}
