/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-test-program.h"

/* The program itself, driven as a screen reader and a keyboard do. */

static const char page[] =
  "义乌市新桥通车\n"
  "本报讯 昨日,义乌市佛堂镇新桥正式通车,总投资3.2亿元。\n"
  "新桥全长1.2公里,双向四车道。\n";

static void
test_empty (FzTestProgram *program, gconstpointer user_data)
{
  g_autoptr (AtspiAccessible) button = NULL;
  g_autoptr (AtspiAction) action = NULL;

  fz_test_program_start (program, NULL);
  button = fz_test_wait_for (fz_test_has_name, "Import Files");
  g_assert_nonnull (button);
  g_assert_cmpint (atspi_accessible_get_role (button, NULL), ==, ATSPI_ROLE_BUTTON);
  action = atspi_accessible_get_action_iface (button);
  g_assert_cmpint (atspi_action_get_n_actions (action, NULL), >=, 1);
}

/* Returns: the picture of a window that was given the file, and what it said */
static GBytes *
picture_with (const char *folder, const char *path, char **said)
{
  g_autofree char *library = g_strdup_printf ("--library=%s/library.db", folder);
  g_autofree char *picture = g_build_filename (folder, "window.png", NULL), *option = g_strconcat ("--screenshot=", picture, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) run = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, g_getenv ("FANGZHI"), library, option, path, NULL);
  GBytes *bytes;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (run, NULL, NULL, NULL, said, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (run));
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (picture), ==, 0);
  return bytes;
}

/* The dialog that tells what failed stands in the picture, does not keep the
 * program from ending behind it, and is said on the terminal too. */
static void
test_picture_of_failures (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, ""), *folder = g_path_get_dirname (path);
  g_autofree char *said = NULL, *nothing = NULL, *line = g_strdup_printf ("fangzhi: %s: ", path);
  g_autoptr (GBytes) empty = picture_with (folder, NULL, &nothing);
  g_autoptr (GBytes) failed = picture_with (folder, path, &said);

  g_assert_null (strstr (nothing, "fangzhi: "));
  g_assert_nonnull (strstr (said, line));
  g_assert_false (g_bytes_equal (empty, failed));
}

/* A page given on the command line: its text is there to be read, and its region
 * says how many articles it has. */
static void
test_page (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);
  g_autoptr (AtspiAccessible) text = NULL;
  g_autoptr (AtspiAccessible) region = NULL;
  g_autoptr (AtspiText) contents = NULL;
  g_autofree char *style = NULL;

  fz_test_program_start (program, path);
  text = fz_test_wait_for (fz_test_has_text, "总投资3.2亿元");
  g_assert_nonnull (text);
  contents = atspi_accessible_get_text_iface (text);
  style = atspi_text_get_text_attribute_value (contents, 0, (char *) "paragraph-style", NULL);
  g_assert_cmpstr (style, ==, "title");
  region = fz_test_wait_for (fz_test_has_name, "义乌市, 1 article");
  g_assert_nonnull (region);
}

/* Keys as a person presses them reach the window. */
static void
test_keys (FzTestProgram *program, gconstpointer user_data)
{
  g_autoptr (AtspiAccessible) button = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;

  fz_test_program_start (program, NULL);
  button = fz_test_wait_for (fz_test_has_name, "Import Files");
  g_assert_nonnull (button);
  fz_test_press (FZ_TEST_KEY_SLASH, FZ_TEST_KEY_CONTROL);
  dialog = fz_test_wait_for (fz_test_has_name, "Next Article");
  g_assert_nonnull (dialog);
}

static gboolean
has_focused_text (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED) && fz_test_has_text (accessible, what);
}

static gboolean
is_focused_note (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED) && fz_test_has_name (accessible, what);
}

static void
assert_comes (FzTestMatch match, const char *what)
{
  g_autoptr (AtspiAccessible) found = fz_test_wait_for (match, what);

  g_assert_nonnull (found);
}

static void
click (const char *name)
{
  g_autoptr (AtspiAccessible) button = fz_test_wait_for (fz_test_has_name, name);
  g_autoptr (AtspiAction) action = NULL;

  g_assert_nonnull (button);
  action = atspi_accessible_get_action_iface (button);
  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
}

/* By keys alone: a highlight, a note on it, the end; a new start lists both. */
static void
test_annotation (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (has_focused_text, "总投资3.2亿元");
  fz_test_press (FZ_TEST_KEY_HOME, FZ_TEST_KEY_CONTROL);
  for (guint i = 0; i < 3; i++)
    fz_test_press (FZ_TEST_KEY_RIGHT, FZ_TEST_KEY_SHIFT);
  fz_test_press (FZ_TEST_KEY_2, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_M, FZ_TEST_KEY_CONTROL);
  assert_comes (is_focused_note, "Note");
  fz_test_press (FZ_TEST_KEY_A, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_B, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_RETURN, FZ_TEST_KEY_CONTROL);
  assert_comes (has_focused_text, "总投资3.2亿元");
  fz_test_press (FZ_TEST_KEY_M, FZ_TEST_KEY_CONTROL);
  assert_comes (is_focused_note, "Note");
  fz_test_press (FZ_TEST_KEY_A, FZ_TEST_KEY_NONE);
  /* Into the open note: it is kept, and so is the text before. */
  fz_test_press (FZ_TEST_KEY_Q, FZ_TEST_KEY_CONTROL);
  fz_test_program_wait (program);

  fz_test_program_start (program, path);
  assert_comes (fz_test_has_text, "总投资3.2亿元");
  click ("Notes");
  assert_comes (fz_test_has_name, "义乌市. Green. Note: aba");
}

/* By keys alone: the whole page is called, a line of it corrected, that undone;
 * each line says what it is. */
static void
test_correction (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (has_focused_text, "总投资3.2亿元");
  fz_test_press (FZ_TEST_KEY_F7, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "Article 1 begins. Line 1, Title: 义乌市新桥通车");
  assert_comes (fz_test_has_name, "Line 3, Body: 新桥全长1.2公里,双向四车道。");
  fz_test_press (FZ_TEST_KEY_DOWN, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_DOWN, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_C, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "Line 3, Caption: 新桥全长1.2公里,双向四车道。");
  fz_test_press (FZ_TEST_KEY_Z, FZ_TEST_KEY_CONTROL);
  assert_comes (fz_test_has_name, "Line 3, Body: 新桥全长1.2公里,双向四车道。");
}

static gboolean
is_focused (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED) && fz_test_has_name (accessible, what);
}

/* A region is found by its initials and gone to, another one selected with it,
 * and their articles are there, all by keys. */
static void
test_regions (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (fz_test_has_text, "总投资3.2亿元");
  fz_test_press (FZ_TEST_KEY_L, FZ_TEST_KEY_CONTROL);
  fz_test_press (FZ_TEST_KEY_Y, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_W, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "Regions Found");
  fz_test_press (FZ_TEST_KEY_RETURN, FZ_TEST_KEY_NONE);
  assert_comes (is_focused, "义乌市, 1 article");
  fz_test_press (FZ_TEST_KEY_UP, FZ_TEST_KEY_SHIFT);
  assert_comes (fz_test_has_name, "2 regions, 1 article");
  assert_comes (fz_test_has_name, "Articles of the selected regions");
  fz_test_press (FZ_TEST_KEY_ESCAPE, FZ_TEST_KEY_NONE);
  assert_comes (is_focused, "金华市, 1 article");
}

static gboolean
is_search_box (AtspiAccessible *accessible, const char *what)
{
  g_autoptr (AtspiEditableText) text = atspi_accessible_get_editable_text_iface (accessible);

  return text && fz_test_has_name (accessible, what);
}

static void
type_chinese (const char *text)
{
  g_autoptr (AtspiAccessible) box = fz_test_wait_for (is_search_box, "Search Articles");
  g_autoptr (AtspiEditableText) editable = NULL;

  g_assert_nonnull (box);
  editable = atspi_accessible_get_editable_text_iface (box);
  g_assert_true (atspi_editable_text_insert_text (editable, 0, text, (int) strlen (text), NULL));
}

/* A word is searched for, a wrong query says what is wrong, Escape goes back to the
 * regions, Return opens what was found, all by keys; a row says what a person
 * sees in it. */
static void
test_search (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program,
    "义乌市装AC路灯\n本报讯 昨日,义乌市佛堂镇装上AC路灯200盏。\n");

  fz_test_program_start (program, path);
  assert_comes (has_focused_text, "装上AC路灯200盏");
  fz_test_press (FZ_TEST_KEY_F, FZ_TEST_KEY_CONTROL);
  fz_test_press (FZ_TEST_KEY_A, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_C, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "Articles Found");
  assert_comes (fz_test_has_name, "1 article");
  type_chinese ("路灯 ");
  assert_comes (fz_test_has_name, "义乌市装AC路灯, 义乌市 · page.txt. 本报讯 昨日,义乌市佛堂镇装上AC路灯200盏。");
  type_chinese ("水库 ");
  assert_comes (fz_test_has_name, "No article found");
  type_chinese ("(");
  assert_comes (fz_test_has_name, "Character 1: this bracket is not closed");
  fz_test_press (FZ_TEST_KEY_ESCAPE, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "Regions and articles");
  fz_test_press (FZ_TEST_KEY_F, FZ_TEST_KEY_CONTROL);
  fz_test_press (FZ_TEST_KEY_A, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_C, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_RETURN, FZ_TEST_KEY_NONE);
  assert_comes (has_focused_text, "装上AC路灯200盏");
}

/* The menu of an article's row files it elsewhere, and a toast tells so. */
static void
test_filing (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (fz_test_has_text, "总投资3.2亿元");
  fz_test_press (FZ_TEST_KEY_L, FZ_TEST_KEY_CONTROL);
  fz_test_press (FZ_TEST_KEY_Y, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_W, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_RETURN, FZ_TEST_KEY_NONE);
  assert_comes (is_focused, "义乌市, 1 article");
  fz_test_press (FZ_TEST_KEY_DOWN, FZ_TEST_KEY_NONE);
  assert_comes (is_focused, "义乌市新桥通车, page.txt");
  fz_test_press (FZ_TEST_KEY_F10, FZ_TEST_KEY_SHIFT);
  g_usleep (G_USEC_PER_SEC);
  fz_test_press (FZ_TEST_KEY_F, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "File Under");
  g_usleep (G_USEC_PER_SEC);
  fz_test_press (FZ_TEST_KEY_L, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_A, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_Q, FZ_TEST_KEY_NONE);
  fz_test_press (FZ_TEST_KEY_RETURN, FZ_TEST_KEY_NONE);
  assert_comes (fz_test_has_name, "临安区, 1 article");
  assert_comes (fz_test_has_name, "“义乌市新桥通车” is filed under 临安区");
}

/* With the mouse: Ctrl and a click select one more region, and an article that is
 * dropped on a region is filed under it. */
static void
test_mouse (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (fz_test_has_text, "总投资3.2亿元");
  fz_test_click ("义乌市, 1 article", FZ_TEST_KEY_CONTROL);
  fz_test_click ("浙江省, 1 article", FZ_TEST_KEY_CONTROL);
  assert_comes (fz_test_has_name, "2 regions, 1 article");
  fz_test_click ("Select One Region", FZ_TEST_KEY_NONE);
  fz_test_drag ("义乌市新桥通车, page.txt", "金华市, 1 article");
  assert_comes (fz_test_has_name, "“义乌市新桥通车” is filed under 金华市");
}

/* The caret in a figure's words: it can be confirmed, and is then called so; a
 * selection can be made a figure by a key. */
static void
test_figures (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);

  fz_test_program_start (program, path);
  assert_comes (has_focused_text, "总投资3.2亿元");
  assert_comes (fz_test_has_name, "总投资, of 佛堂镇, 3.2亿元, 昨日");
  fz_test_press (FZ_TEST_KEY_HOME, FZ_TEST_KEY_CONTROL);
  for (glong i = g_utf8_strlen (page, strstr (page, "3.2亿元") - page); i >= 0; i--)
    fz_test_press (FZ_TEST_KEY_RIGHT, FZ_TEST_KEY_NONE);
  click ("Confirm This Figure");
  assert_comes (fz_test_has_name, "总投资, of 佛堂镇, 3.2亿元, 昨日, confirmed");
  fz_test_press (FZ_TEST_KEY_RIGHT, FZ_TEST_KEY_SHIFT);
  click ("Add Figure from the Selection");
  assert_comes (fz_test_has_name, "A Figure of Your Own");
}

static char *
told (AtspiText *text, const char *words, int within, AtspiTextGranularity granularity)
{
  int length = atspi_text_get_character_count (text, NULL);
  g_autofree char *all = atspi_text_get_text (text, 0, length, NULL);
  const char *at = strstr (all, words);
  AtspiTextRange *range;
  char *content;

  g_assert_nonnull (at);
  range = atspi_text_get_string_at_offset (text, g_utf8_pointer_to_offset (all, at) + within, granularity, NULL);
  content = g_strdup (range->content);
  g_boxed_free (ATSPI_TYPE_TEXT_RANGE, range);
  return content;
}

static void
assert_told (AtspiText *text, const char *words, AtspiTextGranularity granularity, const char *expected)
{
  g_autofree char *content = told (text, words, 0, granularity);

  g_assert_cmpstr (content, ==, expected);
}

/* Waits until the caret is where a screen reader is told that it is. */
static void
assert_caret (AtspiText *text, int expected)
{
  for (guint i = 0; i < 100 && atspi_text_get_caret_offset (text, NULL) != expected; i++)
    g_usleep (100000);
  g_assert_cmpint (atspi_text_get_caret_offset (text, NULL), ==, expected);
}

/* As Orca reads: by character, word, sentence and line, with the caret where keys put
 * it, and what is selected. */
static void
test_screen_reader (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);
  g_autoptr (AtspiAccessible) found = NULL;
  g_autoptr (AtspiText) text = NULL;
  AtspiRange *range;

  fz_test_program_start (program, path);
  found = fz_test_wait_for (has_focused_text, "总投资3.2亿元");
  g_assert_nonnull (found);
  g_assert_cmpint (atspi_accessible_get_role (found, NULL), ==, ATSPI_ROLE_DOCUMENT_TEXT);
  text = atspi_accessible_get_text_iface (found);
  assert_told (text, "投资3.2", ATSPI_TEXT_GRANULARITY_CHAR, "投");
  assert_told (text, "资3.2", ATSPI_TEXT_GRANULARITY_WORD, "投资");
  assert_told (text, "全长1.2", ATSPI_TEXT_GRANULARITY_SENTENCE, "新桥全长1.2公里,双向四车道。");
  assert_told (text, "桥全长", ATSPI_TEXT_GRANULARITY_LINE, "新桥全长1.2公里,双向四车道。\n");
  fz_test_press (FZ_TEST_KEY_HOME, FZ_TEST_KEY_CONTROL);
  assert_caret (text, 0);
  fz_test_press (FZ_TEST_KEY_RIGHT, FZ_TEST_KEY_NONE);
  assert_caret (text, 1);
  fz_test_press (FZ_TEST_KEY_RIGHT, FZ_TEST_KEY_SHIFT);
  assert_caret (text, 2);
  g_assert_cmpint (atspi_text_get_n_selections (text, NULL), ==, 1);
  range = atspi_text_get_selection (text, 0, NULL);
  g_assert_cmpint (range->start_offset, ==, 1);
  g_assert_cmpint (range->end_offset, ==, 2);
  g_boxed_free (ATSPI_TYPE_RANGE, range);
}

static void
mouse (AtspiRect *area, const char *what)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_mouse_event (area->x + area->width / 3, area->y + area->height / 2, what, &error);
  g_assert_no_error (error);
}

static int
offset_of (AtspiText *text, const char *words)
{
  g_autofree char *all = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  const char *at = strstr (all, words);

  g_assert_nonnull (at);
  return g_utf8_pointer_to_offset (all, at);
}

/* A click puts the caret; a drag selects what it goes over. */
static void
test_pointer (FzTestProgram *program, gconstpointer user_data)
{
  g_autofree char *path = fz_test_program_write (program, page);
  g_autoptr (AtspiAccessible) found = NULL;
  g_autoptr (AtspiText) text = NULL;
  AtspiRect *from, *to;
  int start;

  fz_test_program_start (program, path);
  found = fz_test_wait_for (has_focused_text, "总投资3.2亿元");
  g_assert_nonnull (found);
  text = atspi_accessible_get_text_iface (found);
  start = offset_of (text, "总投资3.2亿元");
  from = atspi_text_get_character_extents (text, start, ATSPI_COORD_TYPE_WINDOW, NULL);
  to = atspi_text_get_character_extents (text, start + 3, ATSPI_COORD_TYPE_WINDOW, NULL);
  mouse (from, "b1c");
  assert_caret (text, start);
  mouse (from, "b1p");
  mouse (to, "abs");
  mouse (to, "b1r");
  assert_caret (text, start + 3);
  for (guint n = 0; n < 100 && atspi_text_get_n_selections (text, NULL) != 1; n++)
    g_usleep (100000);
  g_assert_cmpint (atspi_text_get_n_selections (text, NULL), ==, 1);
  g_boxed_free (ATSPI_TYPE_RECT, from);
  g_boxed_free (ATSPI_TYPE_RECT, to);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns where the program under test, just started, has no cache of its
   * objects yet; that program itself still ends at any warning. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  fz_test_program_init ();
#define ADD(path, func) g_test_add (path, FzTestProgram, NULL, fz_test_program_set_up, func, fz_test_program_tear_down)
  ADD ("/display/outside/empty", test_empty);
  ADD ("/display/outside/page", test_page);
  ADD ("/display/outside/keys", test_keys);
  ADD ("/display/outside/annotation", test_annotation);
  ADD ("/display/outside/correction", test_correction);
  ADD ("/display/outside/regions", test_regions);
  ADD ("/display/outside/search", test_search);
  ADD ("/display/outside/filing", test_filing);
  ADD ("/display/outside/mouse", test_mouse);
  ADD ("/display/outside/picture-of-failures", test_picture_of_failures);
  ADD ("/display/outside/figures", test_figures);
  ADD ("/display/outside/screen-reader", test_screen_reader);
  ADD ("/display/outside/pointer", test_pointer);
  return g_test_run ();
}
