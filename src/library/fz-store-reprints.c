/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same story in several papers.
 *
 * `signature` has a row for each article and says which story it is one of, NULL
 * where it is alone; `band` and, of what came last, `recent_band` have the minima
 * of its signature (fz-signature.h, fz-store-bands.c), so that whoever shares a
 * sentence with it is found on an index.  All are derived, come with the article in
 * its transaction and go with it.
 *
 * - An article comes to the story of the first that it is judged the same with
 *   (fz-reprint.h), among a few that share the most minima with it.  A sentence
 *   that stands in ten thousand articles leads to the latest few of them, so what
 *   is read is bounded whatever is printed again and again.
 * - Stories are never merged: two that a third article brought together may be
 *   two stories of which that one is a digest.
 * - `parted` is the reader's: pairs that are not the same, both ways around.  No
 *   article comes to a story of which it was parted from one.
 * - What was in a library before there were signatures gets them in steps of one
 *   transaction each; `signature_state.filled` says up to which article. */

#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-error.h"
#include "fz-fold.h"
#include "fz-folded.h"
#include "fz-reprint.h"
#include "fz-signature.h"

enum {
  MOST_COMPARED = 6,   /* articles that are read and compared with one that comes */
  MOST_WEAK = 2,       /* and of those that share a single minimum with it, a sentence that many have */
  SHARE_OF_RUNS = 25,  /* percent of the runs of the shorter, below which nothing is compared */
  MOST_ON_BAND = 32,   /* articles that have the same minimum, the latest, as FZ_SQL_FIND_BAND */
  MOST_CHARS = 20000,  /* of a longer text its beginning says whether it is worth while */
  ARTICLES_A_STEP = 64,
};

/* An article that shares minima with the one that comes. */
typedef struct {
  gint64 article;
  guint  n_shared;
} Candidate;

typedef struct {
  gint64 source;
  gint64 story;
} Standing;

static gboolean
find_on_band (FzConnection  *writer,
              guint32        minimum,
              GArray        *found,
              GError       **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (writer, FZ_SQL_FIND_BAND, error);
  FzStep step;

  if (find == NULL)
    return FALSE;
  fz_statement_bind_int (find, minimum);
  while ((step = fz_statement_step (find, error)) == FZ_STEP_ROW)
    {
      Candidate candidate = { fz_statement_take_int (find), 1 };

      g_array_append_val (found, candidate);
    }
  return step == FZ_STEP_DONE;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return (second->article > first->article) - (second->article < first->article);
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return first->n_shared != second->n_shared ? (int) second->n_shared - (int) first->n_shared : compare_articles (a, b);
}

/* Each candidate once, those that share most first, of these the latest. */
static void
rank_candidates (GArray *found)
{
  guint n = 0;

  g_array_sort (found, compare_articles);
  for (guint i = 0; i < found->len; i++)
    {
      const Candidate *next = &g_array_index (found, Candidate, i);

      if (n > 0 && g_array_index (found, Candidate, n - 1).article == next->article)
        g_array_index (found, Candidate, n - 1).n_shared++;
      else
        g_array_index (found, Candidate, n++) = *next;
    }
  g_array_set_size (found, n);
  g_array_sort (found, compare_shared);
}

/* Of those that came last, as many as of `band`. */
static void
find_in_recent (const GArray *recent,
                guint32       minimum,
                GArray       *found)
{
  guint low = 0, high = recent->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (recent, FzBand, middle).minimum < minimum)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint n = 0; n < MOST_ON_BAND && low < recent->len && g_array_index (recent, FzBand, low).minimum == minimum; n++, low++)
    {
      Candidate candidate = { g_array_index (recent, FzBand, low).article, 1 };

      g_array_append_val (found, candidate);
    }
}

static GArray *
find_candidates (FzConnection       *writer,
                 const FzSignature  *signature,
                 const GArray       *recent,
                 GError            **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < FZ_SIGNATURE_BINS; i++)
    {
      guint32 minimum = signature->minima[i];

      if (minimum == FZ_SIGNATURE_NONE)
        continue;
      find_in_recent (recent, minimum, found);
      if (!find_on_band (writer, minimum, found, error))
        return NULL;
    }
  rank_candidates (found);
  return g_steal_pointer (&found);
}

static gboolean
get_standing (FzConnection  *writer,
              gint64         article,
              Standing      *out,
              GError       **error)
{
  g_autoptr (FzStatement) get = fz_connection_statement (writer, FZ_SQL_STANDING_OF_ARTICLE, error);
  FzStep step;

  if (get == NULL)
    return FALSE;
  fz_statement_bind_int (get, article);
  step = fz_statement_step (get, error);
  if (step == FZ_STEP_DONE)
    fz_error_set (error, FZ_LIBRARY_ERROR_UNREADABLE, "signature");
  if (step != FZ_STEP_ROW)
    return FALSE;
  out->source = fz_statement_take_int (get);
  out->story = fz_statement_take_int (get);
  return TRUE;
}

static gboolean
ask_whether (FzConnection  *writer,
             FzSql          sql,
             gint64         first,
             gint64         second,
             gint64         third,
             gboolean      *out_answer,
             GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (writer, sql, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, first);
  fz_statement_bind_int (ask, second);
  fz_statement_bind_int (ask, third);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_answer = fz_statement_take_int (ask) != 0;
  return TRUE;
}

static gboolean
run_with (FzConnection  *writer,
          FzSql          sql,
          gint64         first,
          gint64         second,
          GError       **error)
{
  g_autoptr (FzStatement) statement = fz_connection_statement (writer, sql, error);

  if (statement == NULL)
    return FALSE;
  fz_statement_bind_int (statement, first);
  fz_statement_bind_int (statement, second);
  return fz_statement_run (statement, error);
}

/* What comes, while it is compared. */
typedef struct {
  gint64      id;
  gint64      source;
  FzFolded   *folded;
  FzSignature signature; /* empty where it is too short to be a reprint */
  FzRunSet   *runs;
} Comer;

static void
comer_clear (gpointer data)
{
  g_clear_pointer (&((Comer *) data)->folded, fz_folded_free);
}

static void
add_comer (GArray          *comers,
           gint64           id,
           gint64           source,
           const FzArticle *article)
{
  Comer comer = { .id = id, .source = source, .folded = fz_folded_of (article) };
  guint n_chars;
  const gunichar *chars = fz_folded_chars (comer.folded, &n_chars);

  fz_signature_make (&comer.signature, chars, n_chars < FZ_REPRINT_FEWEST ? 0 : n_chars);
  g_array_append_val (comers, comer);
}

static GArray *
comers_new (void)
{
  GArray *comers = g_array_new (FALSE, FALSE, sizeof (Comer));

  g_array_set_clear_func (comers, comer_clear);
  return comers;
}

static GArray *
bands_of (const GArray *comers)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (FzBand));

  for (guint i = 0; i < comers->len; i++)
    for (guint bin = 0; bin < FZ_SIGNATURE_BINS; bin++)
      {
        const Comer *comer = &g_array_index (comers, Comer, i);
        FzBand band = { comer->signature.minima[bin], comer->id };

        if (band.minimum != FZ_SIGNATURE_NONE)
          g_array_append_val (bands, band);
      }
  return bands;
}

/* Whether it is worth while to compare: the whole of the other's text is searched
 * for the runs, which costs a small part of it. */
static gboolean
shares_enough (const Comer *comer,
               const char  *text)
{
  gsize length = strlen (text), room = MIN (length, MOST_CHARS), n_theirs;
  g_autofree gunichar *chars = g_new (gunichar, room);
  guint n_own;

  n_theirs = fz_fold_words (text, length, 0, chars, NULL, room);
  fz_folded_chars (comer->folded, &n_own);
  return fz_run_set_count (comer->runs, chars, n_theirs) * 100 >= (gsize) MIN (n_own, n_theirs) * SHARE_OF_RUNS;
}

static gboolean
compare_with (const Comer     *comer,
              const FzArticle *other)
{
  g_autoptr (FzFolded) theirs = fz_folded_of (other);
  FzLikeness likeness;
  guint n_a, n_b;
  const gunichar *a = fz_folded_chars (comer->folded, &n_a), *b = fz_folded_chars (theirs, &n_b);

  fz_likeness_measure (&likeness, a, n_a, b, n_b);
  return fz_likeness_judge (&likeness);
}

static gboolean
read_same (FzConnection  *writer,
           const Comer   *comer,
           gint64         other,
           gboolean      *out_same,
           GError       **error)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autofree char *text = fz_store_get_text (writer, other, error);

  if (text == NULL || !shares_enough (comer, text))
    return text != NULL;
  if (!fz_store_get_blocks (writer, other, text, article, error))
    return FALSE;
  *out_same = compare_with (comer, article);
  return TRUE;
}

/* What cannot be read is no reason to refuse another article. */
static gboolean
is_same_as (FzConnection  *writer,
            const Comer   *comer,
            gint64         other,
            gboolean      *out_same,
            GError       **error)
{
  g_autoptr (GError) reason = NULL;

  *out_same = FALSE;
  if (read_same (writer, comer, other, out_same, &reason) ||
      g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* The story of another article; one that was alone until now has a new one. */
static gboolean
join_story (FzConnection    *writer,
            gint64           other,
            const Standing  *standing,
            gint64          *out_story,
            GError         **error)
{
  g_autoptr (FzStatement) ask = NULL;

  *out_story = standing->story;
  if (standing->story != 0)
    return TRUE;
  ask = fz_connection_statement (writer, FZ_SQL_NEXT_STORY, error);
  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_story = fz_statement_take_int (ask);
  return run_with (writer, FZ_SQL_SET_STORY, *out_story, other, error);
}

/* Whether an article that comes is the same story as @other; a page that has it
 * twice is one paper's. */
static gboolean
try_candidate (FzConnection  *writer,
               const Comer   *comer,
               gint64         other,
               gint64        *out_story,
               GError       **error)
{
  Standing standing;
  gboolean parted, same;

  if (!get_standing (writer, other, &standing, error))
    return FALSE;
  if (standing.source == comer->source)
    return TRUE;
  if (!is_same_as (writer, comer, other, &same, error))
    return FALSE;
  if (!same)
    return TRUE;
  if (!ask_whether (writer, FZ_SQL_IS_PARTED, comer->id, other, standing.story, &parted, error))
    return FALSE;
  return parted || join_story (writer, other, &standing, out_story, error);
}

static gboolean
try_candidates (FzConnection  *writer,
                Comer         *comer,
                const GArray  *candidates,
                gint64        *out_story,
                GError       **error)
{
  guint n_chars;
  const gunichar *chars = fz_folded_chars (comer->folded, &n_chars);
  g_autoptr (FzRunSet) runs = candidates->len > 0 ? fz_run_set_new (chars, n_chars) : NULL;

  comer->runs = runs;
  for (guint i = 0, n_weak = 0; *out_story == 0 && i < MIN (candidates->len, MOST_COMPARED); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->n_shared == 1 && n_weak++ == MOST_WEAK)
        break;
      if (!try_candidate (writer, comer, candidate->article, out_story, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_story (FzConnection  *writer,
            Comer         *comer,
            const GArray  *recent,
            gint64        *out_story,
            GError       **error)
{
  g_autoptr (GArray) candidates = find_candidates (writer, &comer->signature, recent, error);

  *out_story = 0;
  return candidates != NULL && try_candidates (writer, comer, candidates, out_story, error);
}

/* Signatures, and the stories that they are one of, for all that come; @out_n is
 * for fz_store_add_recent(). */
static gboolean
sign (FzConnection  *writer,
      GArray        *comers,
      const GArray  *bands,
      guint         *out_n,
      GError       **error)
{
  g_autoptr (GArray) minima = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) recent = g_array_new (FALSE, FALSE, sizeof (FzBand));

  for (guint i = 0; i < bands->len; i++)
    g_array_append_val (minima, g_array_index (bands, FzBand, i).minimum);
  if (!fz_store_find_recent (writer, minima, recent, out_n, error))
    return FALSE;
  for (guint i = 0; i < comers->len; i++)
    {
      Comer *comer = &g_array_index (comers, Comer, i);
      gint64 story;

      if (!find_story (writer, comer, recent, &story, error) ||
          !run_with (writer, FZ_SQL_ADD_SIGNATURE, comer->id, story, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fz_store_sign_source:
 * @writer: the connection that writes
 * @source: id of a source whose articles are in the library and have no signatures
 * @articles: (element-type FzArticle): its articles
 * @ids: (element-type gint64): the ids that they have
 * @error: a #FzLibraryError
 *
 * Also finds the stories that they are one of.
 */
gboolean
fz_store_sign_source (FzConnection     *writer,
                      gint64            source,
                      const GPtrArray  *articles,
                      const GArray     *ids,
                      GError          **error)
{
  g_autoptr (GArray) comers = comers_new (), bands = NULL;
  guint n;

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  for (guint i = 0; i < articles->len; i++)
    add_comer (comers, g_array_index (ids, gint64, i), source, articles->pdata[i]);
  bands = bands_of (comers);
  return sign (writer, comers, bands, &n, error) && fz_store_add_recent (writer, source, bands, n, error);
}

/* An article whose source came long ago. */
static gboolean
sign_one (FzConnection     *writer,
          gint64            id,
          gint64            source,
          const FzArticle  *article,
          GError          **error)
{
  g_autoptr (GArray) comers = comers_new (), bands = NULL;
  guint n;

  add_comer (comers, id, source, article);
  bands = bands_of (comers);
  if (!sign (writer, comers, bands, &n, error))
    return FALSE;
  for (guint i = 0; i < bands->len; i++)
    if (!fz_store_add_band (writer, &g_array_index (bands, FzBand, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
sign_stored (FzConnection  *writer,
             gint64         id,
             GError       **error)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autofree char *text = NULL;
  gint64 source;

  return fz_store_get_source_of (writer, id, &source, error) &&
         (text = fz_store_get_text (writer, id, error)) != NULL &&
         fz_store_get_blocks (writer, id, text, article, error) &&
         sign_one (writer, id, source, article, error);
}

/* An article that cannot be read is passed over: those behind it get theirs. */
static gboolean
sign_if_readable (FzConnection  *writer,
                  gint64         id,
                  GError       **error)
{
  g_autoptr (GError) reason = NULL;

  if (sign_stored (writer, id, &reason) || g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
set_filled (FzConnection  *writer,
            gint64         filled,
            GError       **error)
{
  g_autoptr (FzStatement) set = fz_connection_statement (writer, FZ_SQL_SET_SIGNATURES_FILLED, error);

  if (set == NULL)
    return FALSE;
  fz_statement_bind_int (set, filled);
  return fz_statement_run (set, error);
}

/**
 * fz_store_get_signature_state:
 * @reader: a connection
 * @state: (out): how many articles have signatures
 * @error: a #FzLibraryError
 */
gboolean
fz_store_get_signature_state (FzConnection  *reader,
                              FzIndexState  *state,
                              GError       **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_SIGNATURE_STATE, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  state->whole = fz_statement_take_int (ask) != 0;
  state->done = fz_statement_take_int (ask);
  state->total = fz_statement_take_int (ask);
  return TRUE;
}

/**
 * fz_store_step_signatures:
 * @writer: the connection that writes, in a transaction
 * @out_step: (out): what it did
 * @error: a #FzLibraryError
 *
 * Gives signatures to some of the articles that were there before there were any.
 */
gboolean
fz_store_step_signatures (FzConnection  *writer,
                          FzIndexStep   *out_step,
                          GError       **error)
{
  g_autoptr (GArray) ids = NULL;
  FzIndexState state;
  gint64 filled = -1;

  *out_step = FZ_INDEX_NOTHING;
  if (!fz_store_get_signature_state (writer, &state, error))
    return FALSE;
  if (state.whole)
    return TRUE;
  ids = fz_store_ids_after (writer, FZ_SQL_UNSIGNED_AFTER, state.done, ARTICLES_A_STEP, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      filled = g_array_index (ids, gint64, i);
      if (!sign_if_readable (writer, filled, error))
        return FALSE;
    }
  *out_step = ids->len > 0 ? FZ_INDEX_FILLED : FZ_INDEX_WHOLE;
  return set_filled (writer, filled, error);
}
