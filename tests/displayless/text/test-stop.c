/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-stop.h"
#include "text-test.h"

/* A page is cut no further once somebody asks for it, wherever that is. */

typedef struct {
  guint asked;
  guint patience; /* how often the answer is to go on */
} Reader;

static gboolean
has_enough (gpointer user_data)
{
  Reader *self = user_data;

  return self->asked++ >= self->patience;
}

static GBytes *
make_page (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "茶园第%u号\n\n本报讯 茶农%u笑了。\n\n", i, i);

  return g_string_free_to_bytes (text);
}

static FzPage *
read_page (GBytes *bytes, Reader *reader, GError **error)
{
  FzPage *page;

  fz_stop_set (has_enough, reader);
  page = fz_page_read (bytes, NULL, test_names_place, NULL, error);
  fz_stop_set (NULL, NULL);

  return page;
}

static void
test_stops (void)
{
  g_autoptr (GBytes) bytes = make_page ();
  Reader patient = { .patience = G_MAXUINT };
  g_autoptr (FzPage) whole = read_page (bytes, &patient, NULL);
  /* At the first question, in the midst of each pass, and at the last one. */
  const guint moments[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, patient.asked / 2, patient.asked - 1 };

  g_assert_nonnull (whole);
  g_assert_cmpuint (patient.asked, >, 20);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      Reader reader = { .patience = moments[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (read_page (bytes, &reader, &error));
      g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_STOPPED);
      g_assert_cmpuint (reader.asked, <=, moments[i] + 4);
    }
}

/* Who asked before is asked no more. */
static void
test_forgets (void)
{
  g_autoptr (FzPage) page = NULL;
  Reader reader = { 0 };

  fz_stop_set (has_enough, &reader);
  g_assert_true (fz_stop_asked ());
  fz_stop_set (NULL, NULL);
  g_assert_false (fz_stop_asked ());
  page = test_read ("茶园\n\n本报讯 茶农笑了。\n");
  g_assert_nonnull (page);
  g_assert_cmpuint (reader.asked, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/stop/stops", test_stops);
  g_test_add_func ("/text/stop/forgets", test_forgets);

  return g_test_run ();
}
