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
 *   article comes to a story of which it was parted from one. */

#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-error.h"
#include "fz-fold.h"
#include "fz-folded.h"
#include "fz-reprint.h"

enum {
  MOST_COMPARED = 6,   /* articles that are read and compared with one that comes */
  MOST_WEAK = 2,       /* and of those that share a single minimum with it, a sentence that many have */
  SHARE_OF_RUNS = 25,  /* percent of the runs of the shorter, below which nothing is compared */
  MOST_CHARS = 20000,  /* of a longer text its beginning says whether it is worth while */
};

typedef struct {
  gint64 source;
  gint64 story;
} Standing;

/* Of an article that has no signature any more the source is 0: what it was found by
 * has outlived it, and is nobody's. */
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
  *out = (Standing) { 0 };
  step = fz_statement_step (get, error);
  if (step != FZ_STEP_ROW)
    return step == FZ_STEP_DONE;
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
  return fz_connection_run_on_two (writer, FZ_SQL_SET_STORY, *out_story, other, error);
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
  if (standing.source == 0 || standing.source == comer->source)
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
      const FzCandidate *candidate = &g_array_index (candidates, FzCandidate, i);

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
  g_autoptr (GArray) candidates = fz_store_find_candidates (writer, &comer->signature, recent, error);

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
          !fz_connection_run_on_two (writer, FZ_SQL_ADD_SIGNATURE, comer->id, story, error))
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

/**
 * fz_store_sign_article:
 * @writer: the connection that writes
 * @id: id of an article without a signature, whose source came long ago
 * @source: id of that
 * @article: the article
 * @error: a #FzLibraryError
 *
 * As [func@store_sign_source], for one of them.
 */
gboolean
fz_store_sign_article (FzConnection     *writer,
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
