/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-readings.h"

#include "fz-decode.h"

/* A page in each of the encodings that the reader may choose, in a thread. */

static const char * const encodings[] = {
  "UTF-8", "GB18030", "Big5-HKSCS", "UTF-16LE", "UTF-16BE",
};

#define SHOWN_CHARS 30

static void
reading_free (gpointer data)
{
  FzReading *self = data;

  g_free (self->encoding);
  g_free (self->text);
  g_free (self);
}

/* The first words that are printed, on one line. */
static char *
first_words (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < SHOWN_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isgraph (c))
        {
          g_string_append_unichar (words, c);
          n++;
        }
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static FzReading *
read_in (const char *encoding, GBytes *bytes)
{
  FzReading *self = g_new0 (FzReading, 1);
  g_auto (FzDecoded) decoded = { 0 };

  self->encoding = g_strdup (encoding);
  if (!fz_decode (bytes, encoding, &decoded, NULL))
    return self;
  self->text = first_words (decoded.text->str);
  self->broken = decoded.replaced;
  return self;
}

static void
load_in_thread (GTask *task, gpointer library, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = fz_library_source_bytes (library, *(const gint64 *) task_data, cancellable, &error);

  for (guint i = 0; bytes != NULL && i < G_N_ELEMENTS (encodings) && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (readings, read_in (encodings[i], bytes));
  if (bytes != NULL)
    g_task_return_pointer (task, g_steal_pointer (&readings), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fz_readings_load_async:
 * @library: where the page is
 * @source: id of the source
 * @cancellable: (nullable): stops it
 *
 * Reads the bytes of a page in all encodings that it may be in.
 */
void
fz_readings_load_async (FzLibrary *library, gint64 source, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, fz_readings_load_async);
  g_task_set_task_data (task, g_memdup2 (&source, sizeof source), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * fz_readings_load_finish:
 *
 * Returns: (transfer full) (element-type FzReading): the page in each encoding, or
 *   %NULL with a #FzLibraryError or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
fz_readings_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_readings_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
