/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paragraphs.h"

#include "fz-decode.h"
#include "fz-exchange.h"

static void
add_lines (GPtrArray *paragraphs, const char *text, guint least)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) >= least)
      g_ptr_array_add (paragraphs, g_strdup (lines[i]));
}

static void
add_file (GPtrArray *paragraphs, const char *path, guint least)
{
  g_autoptr (GBytes) bytes = fz_input_read (path, NULL, NULL);
  g_auto (FzDecoded) decoded = { 0 };

  if (bytes != NULL && fz_decode (bytes, NULL, &decoded, NULL))
    add_lines (paragraphs, decoded.text->str, least);
}

GPtrArray *
bench_paragraphs (const char *root, const char * const *folders, guint least)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (root, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          if (g_str_has_suffix (name, ".txt"))
            add_file (paragraphs, path, least);
        }
    }
  return paragraphs;
}
