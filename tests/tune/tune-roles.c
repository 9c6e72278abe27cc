/* SPDX-License-Identifier: GPL-3.0-or-later */

/* tune-roles [--folds=N] [--out=FILE] [--measure] [--variants] PAGES GOLD TIMES …
 *
 * Finds the weights of fz-role-weights.c from pages whose lines a person has
 * labelled: PAGES holds NAME.txt, GOLD holds NAME.articles.tsv and
 * NAME.lines.tsv as tests/data/gold/README describes them; TIMES is how often
 * each is learnt from in a round.
 *
 * The labels of a page, all taken together, shall be as likely as they can be
 * made while no weight runs far from what is known beforehand: see tune-chain.c.
 * The average over the later rounds is written (Polyak and Juditsky, 1992).
 * With --folds each page is also labelled by weights that were found without
 * it, which says how well pages are labelled that nobody has seen; without
 * --out nothing is written.  With --measure nothing is learnt: the pages are
 * labelled by the weights that the program has.  With --variants it is also said
 * how well pages are labelled where they are set otherwise: see tune-variants.c. */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tune-chain.h"
#include "tune-variants.h"

enum {
  ROUNDS = 30,
  STRIDE = 20,  /* pages, between two steps towards what is known */
  USUAL = 3,    /* how often a page as it is printed, or with # before its headlines, is learnt from against each other form */
  THREADS = 2,
  SCALE = 32,   /* of the weights that are written, to keep fractions */
};

#define RATE 0.1    /* of learning, in the first round */
#define BESIDE 0.3  /* of that: for what is seen of the lines above and below */
#define DECAY 0.001  /* towards what is known beforehand, so that rare evidence weighs little */

/* What is known before any page was seen: what each cue is there to tell. */
static const struct {
  FzObservation seen;
  guint         column;
  double        weight;
} knowledge[] = {
  { FZ_SEEN_IS_TEXT, FZ_ROLE_BODY, 0.8 },
  { FZ_SEEN_IS_LEAD, FZ_ROLE_BODY, 1.2 },
  { FZ_SEEN_IS_CONTINUED, FZ_ROLE_BODY, 1.2 },
  { FZ_SEEN_IS_APART, FZ_ROLE_BODY, 0.6 },
  { FZ_SEEN_IS_BYLINE, FZ_ROLE_BYLINE, 1.0 },
  { FZ_SEEN_IS_CREDIT, FZ_ROLE_CREDIT, 1.0 },
  { FZ_SEEN_IS_PICTURE, FZ_ROLE_CAPTION, 0.8 },
  { FZ_SEEN_IS_JUMP, FZ_ROLE_JUMP, 1.0 },
  { FZ_SEEN_IS_MASTHEAD, FZ_ROLE_NOISE, 0.8 },
  { FZ_SEEN_IS_MASTHEAD, FZ_COLUMN_PHASE + FZ_PHASE_OUTSIDE, 0.4 },
  { FZ_SEEN_IS_NOISE, FZ_ROLE_NOISE, 0.8 },
  { FZ_SEEN_IS_STUB, FZ_ROLE_TITLE, 0.8 },
  { FZ_SEEN_IS_STUB, FZ_COLUMN_PHASE + FZ_PHASE_OPENS, 0.6 },
  { FZ_SEEN_UPPER_TITLE, FZ_ROLE_TITLE, 0.6 },
  { FZ_SEEN_LOWER_OTHER, FZ_ROLE_SUBTITLE, 0.6 },
  { FZ_SEEN_UPPER_OTHER, FZ_ROLE_KICKER, 0.6 },
  { FZ_SEEN_LOWER_TITLE, FZ_ROLE_TITLE, 0.6 },
  { FZ_SEEN_PEOPLE, FZ_ROLE_CAPTION, 0.3 },
  { FZ_SEEN_HASH, FZ_ROLE_TITLE, 1.2 },
  { FZ_SEEN_SUBHASH, FZ_ROLE_HEADING, 1.2 },
  { FZ_SEEN_DASHED, FZ_ROLE_SUBTITLE, 0.4 },
  { FZ_SEEN_NUMBERED, FZ_ROLE_HEADING, 0.2 },
  { FZ_SEEN_PICTURE_START, FZ_ROLE_CAPTION, 0.4 },
  { FZ_SEEN_PICTURE_END, FZ_ROLE_CAPTION, 0.3 },
  { FZ_SEEN_DIGEST, FZ_ROLE_NOISE, 0.6 },
  { FZ_SEEN_IMPRINT, FZ_ROLE_NOISE, 0.3 },
  { FZ_SEEN_NAMES, FZ_ROLE_BYLINE, 0.4 },
  { FZ_SEEN_REPEATED, FZ_ROLE_BODY, 0.8 },
  { FZ_SEEN_PAGE_BREAK, FZ_COLUMN_PHASE + FZ_PHASE_OPENS, 0.3 },
  { FZ_SEEN_GAPS_WIDE_WIDE, FZ_ROLE_CAPTION, 0.3 },
};

static gint16
rounded (double value)
{
  value *= SCALE;
  return (gint16) CLAMP (value < 0 ? value - 0.5 : value + 0.5, -FZ_ROLE_WEIGHT_MAX, FZ_ROLE_WEIGHT_MAX);
}

#define EACH_WEIGHT(i) for (guint i = 0; i < sizeof (Sums) / sizeof (double); i++)

static void
round_all (FzRoleWeights *weights, const Sums *from, double times)
{
  for (guint where = 0; where < FZ_N_WHERES; where++)
    for (guint i = 0; i < FZ_N_OBSERVATIONS; i++)
      for (guint c = 0; c < FZ_N_COLUMNS; c++)
        weights->seen[where][i][c] = rounded (from->seen[where][i][c] * times);
  for (guint i = 0; i < FZ_N_ABOVE; i++)
    for (guint c = 0; c < FZ_N_LABELS; c++)
      weights->after[i][c] = rounded (from->after[i][c] * times);
}

static void
know (Sums *weights)
{
  memset (weights, 0, sizeof *weights);
  for (guint i = 0; i < G_N_ELEMENTS (knowledge); i++)
    weights->seen[FZ_WHERE_HERE][knowledge[i].seen][knowledge[i].column] = knowledge[i].weight;
}

static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = 0; i < n; i++)
    {
      guint other = (guint) g_rand_int_range (random, (gint32) i, (gint32) n), at = order[other];

      order[other] = order[i];
      order[i] = at;
    }
}

/* One round over the pages.  Every so many the weights are added to @sum; returns
 * how often they were. */
static guint
train_round (Sums *now, Sums *sum, const Sums *prior, const GPtrArray *pages, const guint *order, double rate, guint folds, guint skip, GRand *random)
{
  double keep = exp (-DECAY * rate * STRIDE);
  guint learnt = 0, n_summed = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = pages->pdata[order[i]];

      if (folds > 0 && page->number % folds == skip)
        continue;
      for (guint time = 0; time < page->times * (page->form == FORM_PRINTED || page->form == FORM_MARKED ? USUAL : 1); time++)
        tune_chain_learn (now, page, rate, BESIDE, random);
      if (++learnt % STRIDE != 0)
        continue;
      EACH_WEIGHT (w)
        ((double *) now)[w] = ((double *) prior)[w] + keep * (((double *) now)[w] - ((double *) prior)[w]);
      n_summed++;
      EACH_WEIGHT (w)
        ((double *) sum)[w] += ((double *) now)[w];
    }

  return n_summed;
}

/* @skip: the fold that is left out. */
static void
train (FzRoleWeights *weights, const GPtrArray *pages, guint folds, guint skip)
{
  g_autofree Sums *now = g_new0 (Sums, 1), *sum = g_new0 (Sums, 1), *prior = g_new0 (Sums, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (20241);
  g_autofree guint *order = g_new (guint, pages->len);
  guint n_summed = 0;

  know (prior);
  *now = *prior;
  for (guint i = 0; i < pages->len; i++)
    order[i] = i;
  for (guint round = 0; round < ROUNDS; round++)
    {
      shuffle (order, pages->len, random);
      if (round == ROUNDS / 3)
        {
          memset (sum, 0, sizeof *sum);
          n_summed = 0;
        }
      n_summed += train_round (now, sum, prior, pages, order, RATE / (1 + round * 0.2), folds, skip, random);
    }
  round_all (weights, sum, 1.0 / n_summed);
}

typedef struct {
  guint lines, roles;
  guint opens, found, hit;
  guint spans, spans_hit, spans_found;
} Score;

/* The line behind the last one of the article that @first opens. */
static guint
span_end (const FzLabel *path, guint n, guint first)
{
  guint end = first + 1;

  while (end < n && fz_label_phase (path[end]) != FZ_PHASE_OPENS && fz_label_phase (path[end]) != FZ_PHASE_OUTSIDE)
    end++;
  return end;
}

static gboolean
is_outside (FzLabel label)
{
  return fz_label_phase (label) == FZ_PHASE_OUTSIDE;
}

static void
score (Score *total, const Page *page, const FzRoleWeights *weights, gboolean show)
{
  static const char marks[] = { '.', '#', '=', '~' };
  guint n = page->lines->lines->len;
  g_autofree FzLabel *path = g_new (FzLabel, n);

  fz_label_path_search (page->observed, n, weights, NULL, NULL, path);
  for (guint i = 0; i < n; i++)
    {
      gboolean gold = fz_label_phase (page->gold[i]) == FZ_PHASE_OPENS, found = fz_label_phase (path[i]) == FZ_PHASE_OPENS;
      const FzLine *line = fz_lines_at (page->lines, i);

      total->lines++;
      total->roles += fz_label_role (path[i]) == fz_label_role (page->gold[i]);
      total->opens += gold;
      total->found += found;
      total->hit += gold && found;
      total->spans += gold;
      total->spans_found += found;
      total->spans_hit += gold && found && span_end (path, n, i) == span_end (page->gold, n, i);
      if (show && (gold != found || fz_label_role (path[i]) != fz_label_role (page->gold[i]) || is_outside (path[i]) != is_outside (page->gold[i])))
        printf ("%c %s:%u\t%s%s\t%s%s\t%.*s\n", marks[page->form], page->name, line->number, fz_role_name (fz_label_role (page->gold[i])),
                gold ? "!" : is_outside (page->gold[i]) ? "-" : "", fz_role_name (fz_label_role (path[i])),
                found ? "!" : is_outside (path[i]) ? "-" : "", (int) MIN (line->text.length, 90), line->text.start);
    }
}

static void
print_score (const char *name, const Score *s)
{
  printf ("%s: roles %.4f of %u, starts P %.3f R %.3f, spans F1 %.3f of %u\n", name, (double) s->roles / s->lines, s->lines,
           (double) s->hit / s->found, (double) s->hit / s->opens, 2.0 * s->spans_hit / (s->spans + s->spans_found), s->spans);
}

static void
print_scores (const char *name, const Score scores[N_FORMS])
{
  static const char * const forms[] = { "", ", headlines marked", ", paragraphs joined", ", set otherwise" };

  for (guint i = 0; i < N_FORMS; i++)
    {
      g_autofree char *whole = g_strconcat (name, forms[i], NULL);

      if (scores[i].lines > 0)
        print_score (whole, &scores[i]);
    }
}

/* How well the pages are labelled where they are set otherwise; of @folds, if any,
 * only those of fold @only. */
static void
score_variants (Score scores[TUNE_N_VARIANTS], const GPtrArray *pages, const FzRoleWeights *weights, guint folds, guint only)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = pages->pdata[i];

      if (page->form != FORM_PRINTED || (folds > 0 && page->number % folds != only))
        continue;
      for (guint which = 0; which < TUNE_N_VARIANTS; which++)
        score (&scores[which], tune_variant (page, which), weights, FALSE);
    }
}

/* One fold: weights found without its pages, and how those are labelled by them. */
typedef struct {
  const GPtrArray *pages;
  guint            folds, fold;
  gboolean         show, varied;
  Score            blind[N_FORMS], variants[TUNE_N_VARIANTS];
} Fold;

static void
learn_without (gpointer data, gpointer user_data)
{
  Fold *fold = data;
  g_autofree FzRoleWeights *weights = g_new (FzRoleWeights, 1);

  train (weights, fold->pages, fold->folds, fold->fold);
  for (guint i = 0; i < fold->pages->len; i++)
    {
      const Page *page = fold->pages->pdata[i];

      if (page->number % fold->folds == fold->fold)
        score (&fold->blind[page->form], page, weights, fold->show);
    }
  if (fold->varied)
    score_variants (fold->variants, fold->pages, weights, fold->folds, fold->fold);
}

static void
add_scores (Score *sum, const Score *scores, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint part = 0; part < sizeof *sum / sizeof (guint); part++)
      ((guint *) &sum[i])[part] += ((const guint *) &scores[i])[part];
}

/* The folds do not know of one another, so that two are learnt at a time. */
static void
learn_folds (const Fold *like, Score blind[N_FORMS], Score variants[TUNE_N_VARIANTS])
{
  g_autofree Fold *folds = g_new (Fold, like->folds);
  GThreadPool *pool = g_thread_pool_new (learn_without, NULL, THREADS, TRUE, NULL);

  for (guint i = 0; i < like->folds; i++)
    {
      folds[i] = *like;
      folds[i].fold = i;
      g_thread_pool_push (pool, &folds[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint i = 0; i < like->folds; i++)
    {
      add_scores (blind, folds[i].blind, N_FORMS);
      add_scores (variants, folds[i].variants, TUNE_N_VARIANTS);
    }
}

static void
print_variants (const Score scores[TUNE_N_VARIANTS])
{
  for (guint which = 0; which < TUNE_N_VARIANTS; which++)
    print_score (tune_variant_name (which), &scores[which]);
}

static const char heading[] =
  "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
  "#include \"config.h\"\n"
  "\n"
  "#include \"fz-role-weights.h\"\n"
  "\n"
  "/* What the evidence weighs: how much each observation speaks for (or, below 0,\n"
  " * against) each role of a line, and for its standing at the beginning of an\n"
  " * article, above its text, in its text or outside any; and what is to be\n"
  " * expected behind what.  Written by tests/tune/tune-roles, which found it from\n"
  " * the labelled pages of tests/data; the cues themselves stand in\n"
  " * fz-cue-words.c, what is seen of a line in fz-observations.h. */\n"
  "const FzRoleWeights fz_role_weights = {\n"
  "  /*                                title kicke subti bylin  body headi capti credi masth  jump noise opens  head  text outsd signd */\n";

static void
print_seen (FILE *file, const FzRoleWeights *weights, FzWhere where)
{
  static const char * const names[] = { "HERE", "ABOVE", "BELOW" };

  fprintf (file, "    [FZ_WHERE_%s] = {\n", names[where]);
  for (guint i = 0; i < FZ_N_OBSERVATIONS; i++)
    {
      fprintf (file, "      [FZ_SEEN_%s] =%*s{", fz_observation_name (i), (int) (24 - strlen (fz_observation_name (i))), "");
      for (guint c = 0; c < FZ_N_COLUMNS; c++)
        fprintf (file, "%s%5d", c ? "," : " ", weights->seen[where][i][c]);
      fputs (" },\n", file);
    }
  fputs ("    },\n", file);
}

static void
print_weights (FILE *file, const FzRoleWeights *weights)
{
  fputs (heading, file);
  fputs ("  .seen = {\n", file);
  for (guint where = 0; where < FZ_N_WHERES; where++)
    print_seen (file, weights, where);
  fputs ("  },\n  .after = {\n", file);
  for (guint i = 0; i < FZ_N_ABOVE; i++)
    {
      fprintf (file, "    { /* %s */\n", i < FZ_N_ROLES ? fz_role_name (i) : i == FZ_ABOVE_OUTSIDE ? "outside" : "nothing");
      for (guint role = 0; role < FZ_N_ROLES; role++)
        {
          fputs ("     ", file);
          for (guint phase = 0; phase < FZ_N_PHASES; phase++)
            fprintf (file, "%5d,", weights->after[i][fz_label (role, phase)]);
          fprintf (file, " /* %s */\n", fz_role_name (role));
        }
      fputs ("    },\n", file);
    }
  fputs ("  },\n};\n", file);
}

static void
write_weights (const char *path, const FzRoleWeights *weights)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("cannot write %s", path);
  print_weights (file, weights);
  fclose (file);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  FzRoleWeights *weights = g_new (FzRoleWeights, 1);
  const char *out = NULL;
  guint folds = 0, at = 1;
  Score blind[N_FORMS] = { 0 }, seen[N_FORMS] = { 0 };
  Score variants[TUNE_N_VARIANTS] = { 0 };
  gboolean show = g_getenv ("TUNE_SHOW") != NULL, measure = FALSE, varied = FALSE;

  for (; at < (guint) argc && g_str_has_prefix (argv[at], "--"); at++)
    if (g_str_has_prefix (argv[at], "--folds="))
      folds = (guint) g_ascii_strtoull (argv[at] + 8, NULL, 10);
    else if (g_str_has_prefix (argv[at], "--out="))
      out = argv[at] + 6;
    else if (g_str_equal (argv[at], "--variants"))
      varied = TRUE;
    else if (g_str_equal (argv[at], "--measure"))
      measure = TRUE;
  for (; at + 2 < (guint) argc; at += 3)
    tune_read_folder (pages, argv[at], argv[at + 1], (guint) g_ascii_strtoull (argv[at + 2], NULL, 10));
  tune_add_forms (pages);

  if (measure)
    {
      for (guint i = 0; i < pages->len; i++)
        score (&seen[((Page *) pages->pdata[i])->form], pages->pdata[i], &fz_role_weights, show);
      print_scores ("as the program has it", seen);
      if (varied)
        score_variants (variants, pages, &fz_role_weights, 0, 0);
      if (varied)
        print_variants (variants);
      return 0;
    }
  learn_folds (&(Fold) { .pages = pages, .folds = folds, .show = show, .varied = varied }, blind, variants);
  if (folds > 0)
    print_scores ("without the page itself", blind);
  if (folds > 0 && varied)
    print_variants (variants);
  if (out == NULL)
    return 0;
  train (weights, pages, 0, 0);
  for (guint i = 0; i < pages->len; i++)
    score (&seen[((Page *) pages->pdata[i])->form], pages->pdata[i], weights, show && folds == 0);
  print_scores ("with all pages", seen);
  write_weights (out, weights);
  return 0;
}
