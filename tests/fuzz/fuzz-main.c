/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>

/* Feeds a fuzz target without an engine: each saved input as it is, cut short
 * at several places, and with bytes changed by a fixed seed.  Any assertion or
 * sanitizer report ends the program, which fails the test. */

enum {
  CUTS = 16,
  CHANGED_COPIES = 64,
};

static void
feed (const char *data,
      gsize       size)
{
  /* A copy of its own lets the address sanitizer see a read past its end. */
  g_autofree char *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput ((const uint8_t *) copy, size);
}

static void
feed_changed (GRand      *random,
              const char *data,
              gsize       size)
{
  g_autofree char *copy = g_memdup2 (data, size);
  gint changes = g_rand_int_range (random, 1, 16);

  for (gint i = 0; i < changes; i++)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) size);

      copy[at] = (char) (g_rand_boolean (random) ? g_rand_int_range (random, 0, 256)
                                                 : data[g_rand_int_range (random, 0, (gint32) size)]);
    }
  LLVMFuzzerTestOneInput ((const uint8_t *) copy, size);
}

static void
feed_input (const char *data,
            gsize       size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240312);

  feed (data, size);
  for (guint i = 1; i < CUTS; i++)
    feed (data, size * i / CUTS);
  for (guint i = 0; size > 0 && i < CHANGED_COPIES; i++)
    feed_changed (random, data, size);
}

static gboolean
feed_file (const char  *path,
           GError     **error)
{
  g_autofree char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return FALSE;
  feed_input (data, size);

  return TRUE;
}

static gboolean
feed_folder (const char  *folder,
             guint       *n_inputs,
             GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!feed_file (path, error))
        return FALSE;
      (*n_inputs)++;
    }

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  guint n_inputs = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!feed_folder (argv[i], &n_inputs, &error))
        {
          g_printerr ("%s: %s\n", argv[0], error->message);
          return 1;
        }
    }
  g_print ("%u saved inputs\n", n_inputs);

  return n_inputs > 0 ? 0 : 1;
}
