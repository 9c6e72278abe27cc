/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "maker.h"

#include <math.h>
#include <string.h>

#include "fz-gazetteer.h"
#include "paragraphs.h"

#define ARTICLE_BYTES 1700
#define N_NEWSPAPERS  40
#define N_REPORTERS   2000
#define N_DAYS        8000
#define CODE_FACTOR   G_GUINT64_CONSTANT (1000)

struct _Maker {
  GRand     *chance;
  GStrv      words;      /* the most used first */
  guint      n_words;
  GPtrArray *sentences;
};

static const char * const units[] = { "万元", "亿元", "个", "%", "亩", "户", "公里", "人次", "吨", "年" };
static const char * const particles[] = { "的", "的", "的", "了", "在", "和", "是", "为", "与", "将" };

/* The words of the gazetteer's table in an order made by chance, which stands for
 * how often they come. */
static GStrv
read_words (const char *root,
            GRand      *chance)
{
  g_autofree char *path = g_build_filename (root, "gazetteer", "common-words.tsv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GStrv words;
  guint n;

  if (!g_file_get_contents (path, &content, NULL, &error))
    g_error ("%s", error->message);
  g_strchomp (content);
  words = g_strsplit (content, "\n", -1);
  n = g_strv_length (words);
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (chance, 0, (gint32) i + 1);
      char *word = words[i];

      words[i] = words[other];
      words[other] = word;
    }
  return words;
}

Maker *
maker_new (const char *root,
           guint32     seed)
{
  static const char * const folders[] = { "samples", NULL };
  Maker *self = g_new0 (Maker, 1);

  self->chance = g_rand_new_with_seed (seed);
  self->words = read_words (root, self->chance);
  self->n_words = g_strv_length (self->words);
  self->sentences = bench_paragraphs (root, folders, 12);
  return self;
}

void
maker_free (Maker *self)
{
  g_rand_free (self->chance);
  g_strfreev (self->words);
  g_ptr_array_unref (self->sentences);
  g_free (self);
}

/* By Zipf's law: the n-th word comes 1/n as often as the first. */
static const char *
choose_word (Maker *self)
{
  double rank = exp (g_rand_double (self->chance) * log (self->n_words));

  return self->words[MIN ((guint) rank, self->n_words - 1)];
}

static guint
choose (Maker *self,
        guint  n)
{
  return (guint) g_rand_int_range (self->chance, 0, (gint32) n);
}

static FzRegion
choose_region (Maker *self)
{
  guint n;
  const FzGazetteerRegion *rows = fz_gazetteer_regions (&n);

  return choose (self, 20) == 0 ? FZ_REGION_NONE : GUINT32_FROM_LE (rows[choose (self, n)].code) * CODE_FACTOR;
}

static void
add_clause (Maker   *self,
            GString *text)
{
  guint n = 2 + choose (self, 5);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, choose_word (self));
      if (choose (self, 3) == 0)
        g_string_append (text, particles[choose (self, G_N_ELEMENTS (particles))]);
    }
  if (choose (self, 4) == 0)
    g_string_append_printf (text, "%u.%u%s", choose (self, 1000), choose (self, 10), units[choose (self, G_N_ELEMENTS (units))]);
}

static void
add_sentence (Maker   *self,
              GString *text)
{
  guint n = 1 + choose (self, 4);

  if (choose (self, 8) == 0)
    {
      g_string_append (text, self->sentences->pdata[choose (self, self->sentences->len)]);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      add_clause (self, text);
      g_string_append (text, i + 1 < n ? "，" : "。");
    }
}

/* What the text itself says, under a region that is chosen: a text of no meaning
 * is about no place. */
static FzFacts *
read_facts (Maker           *self,
            const FzArticle *article,
            const char      *date)
{
  FzPlaceContext context = { (guint) g_ascii_strtoull (date, NULL, 10), FZ_REGION_NONE };
  FzFacts *facts = fz_facts_read (article, &context);

  fz_facts_set_region (facts, choose_region (self));
  return facts;
}

static FzArticle *
make_article (Maker *self,
              guint  number)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { number, 0 };
  g_autoptr (GString) title = g_string_new (NULL), paragraph = g_string_new (NULL);

  add_clause (self, title);
  article->number = article->first_line = article->last_line = number;
  article->title = g_strdup (title->str);
  g_ptr_array_add (article->authors, fz_author_new ("记者", self->words[choose (self, N_REPORTERS)]));
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, title->str, -1, &piece, 1);
  while (strlen (article->text) < ARTICLE_BYTES)
    {
      g_string_truncate (paragraph, 0);
      while (paragraph->len < 400)
        add_sentence (self, paragraph);
      fz_article_append_block (article, FZ_ROLE_BODY, 0, paragraph->str, (gssize) paragraph->len, &piece, 1);
    }
  return article;
}

static char *
choose_date (Maker *self)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2002);
  g_date_add_days (&date, choose (self, N_DAYS));
  return g_strdup_printf ("%04u-%02d-%02u", (guint) g_date_get_year (&date), g_date_get_month (&date), (guint) g_date_get_day (&date));
}

FzSource *
maker_source (Maker *self,
              guint  number,
              guint  n_articles)
{
  FzPage *page = g_new0 (FzPage, 1);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
  g_autofree char *name = g_strdup_printf ("%07u.txt", number);
  g_autofree char *date = choose_date (self);
  g_autofree char *newspaper = g_strdup_printf ("%s日报", self->words[choose (self, N_NEWSPAPERS)]);
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  FzSource *source;

  g_ref_count_init (&page->refs);
  page->encoding = g_strdup ("UTF-8");
  page->text = g_strdup ("");
  page->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  for (guint i = 0; i < n_articles; i++)
    {
      FzArticle *article = make_article (self, i + 1);

      g_ptr_array_add (page->articles, article);
      g_ptr_array_add (facts, read_facts (self, article, date));
    }
  source = fz_source_new (name, bytes, page, facts);
  fz_page_unref (page);
  fz_claim_set (&source->date, date, FZ_PROVENANCE_READ);
  fz_claim_set (&source->newspaper, newspaper, FZ_PROVENANCE_READ);
  return source;
}

/* One to twelve characters of a text, or a word by how often it comes. */
char *
maker_query (Maker      *self,
             const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  glong start = (glong) choose (self, (guint) MAX (length - 12, 1));
  glong end = start + 1 + (glong) choose (self, 12);

  if (choose (self, 4) == 0)
    return g_strdup (choose_word (self));
  return g_utf8_substring (text, start, MIN (end, length));
}
