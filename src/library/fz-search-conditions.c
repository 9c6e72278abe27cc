/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-conditions.h"

#include <string.h>

#include "fz-fold.h"

#define SIGN      '#'
#define WIDE_SIGN "＃"

struct _FzConditions {
  FzConnection       *reader;
  const FzSearchPlan *plan;
  GPtrArray          *sets; /* of each condition: the articles that it holds for; NULL of unread: */
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

static void
set_free (gpointer set)
{
  if (set != NULL)
    g_hash_table_unref (set);
}

static gboolean
find_sets (FzConditions  *self,
           GError       **error)
{
  self->sets = g_ptr_array_new_with_free_func (set_free);
  for (guint i = 0; i < self->plan->conditions->len; i++)
    {
      const FzNode *node = g_array_index (self->plan->conditions, FzCondition, i).node;
      GHashTable *set = NULL;

      if (node->kind != FZ_NODE_UNREAD && (set = find_noted (self->reader, node, error)) == NULL)
        return FALSE;
      g_ptr_array_add (self->sets, set);
    }
  return TRUE;
}

static gboolean
is_read (FzConditions  *self,
         gint64         article,
         gboolean      *out_read,
         GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (self->reader, FZ_SQL_IS_READ, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_read = fz_statement_take_int (ask) != 0;
  return TRUE;
}

/**
 * fz_conditions_hold:
 * @self: conditions
 * @article: id of an article
 * @out_hold: (out): whether it meets those that the index does not know
 * @error: a #FzLibraryError
 */
gboolean
fz_conditions_hold (FzConditions  *self,
                    gint64         article,
                    gboolean      *out_hold,
                    GError       **error)
{
  *out_hold = TRUE;
  for (guint i = 0; *out_hold && i < self->plan->conditions->len; i++)
    {
      const FzCondition *condition = &g_array_index (self->plan->conditions, FzCondition, i);
      GHashTable *set = self->sets->pdata[i];
      gboolean holds = FALSE;

      if (set != NULL)
        holds = g_hash_table_contains (set, &article);
      else if (is_read (self, article, &holds, error))
        holds = !holds;
      else
        return FALSE;
      *out_hold = holds != condition->negative;
    }
  return TRUE;
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
  return find_sets (self, error) ? g_steal_pointer (&self) : NULL;
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
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_free (self);
}
