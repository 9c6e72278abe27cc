/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "house-files.h"

/* The layers of src/ and what each may include, its own headers aside. */
typedef struct {
  const char *layer;
  const char *knows[6];
} Layer;

static const Layer layers[] = {
  { "text", { NULL } },
  { "facts", { "text", NULL } },
  { "typeset", { NULL } },
  { "library", { "text", "facts", NULL } },
  { "exchange", { "text", "facts", "library", NULL } },
  { "app", { "text", "facts", "typeset", "library", "exchange", NULL } },
  { "cli", { "text", "facts", "typeset", "library", "exchange", NULL } },
};

/* Whose header it is, and the one layer that may include it. */
static const struct {
  const char *prefix;
  const char *layer;
} keepers[] = {
  { "sqlite3", "library" },
  { "gtk/", "app" },
  { "gdk/", "app" },
  { "gsk/", "app" },
  { "adwaita", "app" },
};

static const char * const sources[] = { ".c", ".h", NULL };

typedef void (*IncludeFunc) (const char *path, const char *layer, const char *header);

static void
visit_includes (const char *path, const char *layer, IncludeFunc func)
{
  g_autofree char *contents = house_contents (path);
  g_autoptr (GRegex) include = g_regex_new ("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]",
                                            G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (include, contents, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *header = g_match_info_fetch (match, 1);

      func (path, layer, header);
    }
}

static guint
visit_layer (const char *layer, IncludeFunc func)
{
  g_autofree char *folder = g_build_filename ("src", layer, NULL);
  g_autofree char *full = g_build_filename (FZ_SOURCE_ROOT, folder, NULL);
  guint visited = 0;

  if (!g_file_test (full, G_FILE_TEST_IS_DIR))
    return 0;

  g_autoptr (GPtrArray) files = house_files (folder);
  for (guint i = 0; i < files->len; i++)
    if (house_has_suffix (files->pdata[i], sources))
      {
        visit_includes (files->pdata[i], layer, func);
        visited++;
      }
  return visited;
}

static void
visit_all (IncludeFunc func)
{
  guint visited = 0;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    visited += visit_layer (layers[i].layer, func);
  g_assert_cmpuint (visited, >, 10);
}

static gboolean
is_header_of (const char *header, const char *layer)
{
  g_autofree char *path = g_build_filename (FZ_SOURCE_ROOT, "src", layer, header, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static const char *
layer_of_header (const char *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (is_header_of (header, layers[i].layer))
      return layers[i].layer;
  return NULL;
}

static gboolean
may_know (const char *layer, const char *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (strcmp (layers[i].layer, layer) == 0)
      return strcmp (layer, other) == 0 || g_strv_contains (layers[i].knows, other);
  return FALSE;
}

static void
assert_not_upward (const char *path, const char *layer, const char *header)
{
  const char *other = layer_of_header (header);

  if (other != NULL && !is_header_of (header, layer) && !may_know (layer, other))
    {
      g_test_message ("%s includes %s of %s", path, header, other);
      g_test_fail ();
    }
}

static void
assert_kept (const char *path, const char *layer, const char *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++)
    if (g_str_has_prefix (header, keepers[i].prefix) && strcmp (layer, keepers[i].layer) != 0)
      {
        g_test_message ("%s includes <%s>, which is for src/%s", path, header, keepers[i].layer);
        g_test_fail ();
      }
}

static void
assert_without_folder (const char *path, const char *layer, const char *header)
{
  if (g_str_has_prefix (header, "../") || g_str_has_prefix (header, "src/"))
    {
      g_test_message ("%s includes %s by its folder", path, header);
      g_test_fail ();
    }
}

static void
test_upward (void)
{
  g_assert_true (may_know ("facts", "text"));
  g_assert_false (may_know ("text", "facts"));
  visit_all (assert_not_upward);
}

static void
test_keepers (void)
{
  visit_all (assert_kept);
}

static void
test_folders (void)
{
  visit_all (assert_without_folder);
}

static void
test_cli_without_gtk (void)
{
  static const char * const names[] = { "libgtk-4", "libadwaita-1", "libgdk_pixbuf" };
  g_autofree char *program = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (g_getenv ("FANGZHI_CLI"), &program, &length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memmem (program, length, "libglib-2.0", strlen ("libglib-2.0")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (memmem (program, length, names[i], strlen (names[i])));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house/layers/upward", test_upward);
  g_test_add_func ("/house/layers/keepers", test_keepers);
  g_test_add_func ("/house/layers/folders", test_folders);
  g_test_add_func ("/house/layers/cli-without-gtk", test_cli_without_gtk);
  return g_test_run ();
}
