/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "house-files.h"

/* Files that carry an SPDX line. */
static const char * const with_licence[] = {
  ".c", ".h", ".ui", ".blp", ".css", ".py", ".js", ".mjs", ".bash", ".sh", ".svg", ".yml",
  ".in", "meson.build", "meson.options", ".gresource.xml",
  "build-aux/shell", "build-aux/run", "build-aux/check", "build-aux/bench", "build-aux/compare", "tests/display/with-display",
  NULL,
};

/* Files whose format has no comments, or whose words are another's. */
static const char * const without_licence[] = { "POTFILES.in", NULL };

static const char * const as_text[] = {
  ".c", ".h", ".ui", ".css", ".py", ".js", ".mjs", ".bash", ".in", ".md", ".po", ".yml", ".xml",
  "meson.build", "build-aux/run", "build-aux/check", "build-aux/bench", "build-aux/compare", "build-aux/shell",
  NULL,
};

static gboolean
has_licence_line (const char *contents)
{
  const char *at = strstr (contents, "SPDX-License-Identifier: ");

  /* Near the top: behind an interpreter's or a document type's line at most. */
  return at != NULL && at - contents < 200;
}

static void
test_licence (void)
{
  g_autoptr (GPtrArray) files = house_files ("");

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = files->pdata[i];
      g_autofree char *contents = house_contents (path);

      if (!house_has_suffix (path, with_licence) || house_has_suffix (path, without_licence))
        continue;
      if (!has_licence_line (contents))
        {
          g_test_message ("%s has no SPDX line", path);
          g_test_fail ();
        }
    }
}

/* Paths of a person's or a service's own machine; written apart, since this file
 * is read too. */
static void
test_machine (void)
{
  g_autoptr (GPtrArray) files = house_files ("");
  g_autoptr (GRegex) machine = g_regex_new ("(?<![\\w.~$}*-])/(home|root|work|Users)" "/\\w", G_REGEX_RAW, 0, NULL);

  g_assert_true (g_regex_match (machine, "see /home" "/somebody/pages", 0, NULL));
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = files->pdata[i];
      g_autofree char *contents = house_contents (path);

      if (house_has_suffix (path, as_text) && g_regex_match (machine, contents, 0, NULL))
        {
          g_test_message ("%s names a folder of some machine", path);
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house/sources/licence", test_licence);
  g_test_add_func ("/house/sources/machine", test_machine);
  return g_test_run ();
}
