/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fz-application.h"
#include "fz-article-list.h"
#include "fz-window.h"
#include "maker.h"

/* The window on a library of many articles, compared with one that is empty:
 *
 *   bench-window [--articles=N] [--folder=FOLDER]
 *
 * A library that FOLDER has, from bench-search for one, is taken as it is.  Prints
 * rows of name, figure, unit, ratio and what it is a ratio to: from the start of the
 * program until its first frame, and until the window shows what the library has;
 * the memory that is its own then; and, while the list of all articles is scrolled
 * from its first to its last, how many frames keep the thread that draws for longer
 * than a frame lasts.  Times are the processor's, of all threads of the program or of
 * the one that draws.  Each library is opened three times, by turns, and the least
 * counts. */

#define ROUNDS          3
#define ARTICLES_A_PAGE 8
#define STEPS           600
#define FRAME_SECONDS   (1 / 60.0)

typedef struct {
  double first_frame; /* seconds */
  double shown;
  double memory;      /* MB */
  double frames;
  double dropped;
  double longest;     /* seconds */
} Figures;

static double
seconds_of (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
own_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return (double) g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) / 1024;
}

typedef struct {
  Figures  figures;
  double   frame_start;
  gboolean counts; /* whether frames are counted now */
} Watch;

static void
on_frame_start (Watch *self)
{
  self->frame_start = seconds_of (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_frame_end (Watch *self)
{
  double time = seconds_of (CLOCK_THREAD_CPUTIME_ID) - self->frame_start;

  if (self->figures.first_frame <= 0)
    self->figures.first_frame = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  if (!self->counts)
    return;
  self->figures.frames++;
  self->figures.dropped += time > FRAME_SECONDS;
  self->figures.longest = MAX (self->figures.longest, time);
}

static void
watch (Watch     *self,
       GtkWidget *window)
{
  GdkFrameClock *clock;

  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_frame_start), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_frame_end), self);
}

static void
draw (Watch     *self,
      GtkWidget *window,
      double     frames)
{
  double until = self->figures.frames + frames;

  for (self->counts = TRUE; self->figures.frames < until;)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  self->counts = FALSE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *row)
{
  gtk_list_item_set_child (row, gtk_label_new (NULL));
}

static void
show_row (GtkListItem *row)
{
  FzArticleItem *item = gtk_list_item_get_item (row);
  const FzEntry *entry = item != NULL ? fz_article_item_get_entry (item) : NULL;

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (row)), entry != NULL ? entry->title : "…");
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *row)
{
  FzArticleItem *item = gtk_list_item_get_item (row);

  fz_article_item_want (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (show_row), row, G_CONNECT_SWAPPED);
  show_row (row);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *row)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_row, row);
}

static GtkWidget *
list_view_new (FzArticleList *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list)))), factory);
}

/* From the first article to the last, a screen of other rows each frame. */
static void
scroll_all (Watch     *self,
            FzLibrary *library)
{
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (FzArticleList) list = fz_article_list_new (library, &all);
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = list_view_new (list);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  fz_article_list_count (list);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 800);
  watch (self, window);
  draw (self, window, 5);
  self->figures.frames = self->figures.dropped = self->figures.longest = 0;
  for (guint i = 0; i <= STEPS; i++)
    {
      double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      gtk_adjustment_set_value (adjustment, most * i / STEPS);
      draw (self, window, 2);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a program of its own: opens the library, and prints the figures. */
static int
open_library (const char *path,
              gboolean    scroll)
{
  g_autoptr (FzApplication) application = fz_application_new ();
  Watch self = { 0 };
  FzWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = fz_window_new (GTK_APPLICATION (application), fz_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  fz_window_open_library (window, path);
  watch (&self, GTK_WIDGET (window));
  while (self.figures.first_frame <= 0 || fz_window_get_busy (window))
    g_main_context_iteration (NULL, TRUE);
  draw (&self, GTK_WIDGET (window), 2);
  self.figures.shown = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
  self.figures.memory = own_memory ();
  if (scroll)
    scroll_all (&self, fz_window_get_library (window));
  g_print ("%f %f %f %f %f %f\n", self.figures.first_frame, self.figures.shown, self.figures.memory,
           self.figures.frames, self.figures.dropped, self.figures.longest);
  gtk_window_destroy (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}

static Figures
ask_child (const char *program,
           const char *path,
           gboolean    scroll)
{
  g_autofree char *open = g_strconcat ("--open=", path, NULL);
  const char *argv[] = { FZ_WITH_DISPLAY, program, open, scroll ? "--scroll" : NULL, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  Figures figures = { 0 };

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  if (sscanf (out, "%lf %lf %lf %lf %lf %lf", &figures.first_frame, &figures.shown, &figures.memory,
              &figures.frames, &figures.dropped, &figures.longest) != 6)
    g_error ("The window could not be opened: %s", out);
  return figures;
}

static void
take_least (Figures *least,
            Figures  next,
            guint    round)
{
  least->first_frame = round == 0 ? next.first_frame : MIN (least->first_frame, next.first_frame);
  least->shown = round == 0 ? next.shown : MIN (least->shown, next.shown);
  least->memory = round == 0 ? next.memory : MIN (least->memory, next.memory);
}

static void
compare (const char *program,
         const char *path,
         const char *empty)
{
  Figures full = { 0 }, none = { 0 }, scrolled;

  for (guint round = 0; round < ROUNDS; round++)
    {
      take_least (&none, ask_child (program, empty, FALSE), round);
      take_least (&full, ask_child (program, path, FALSE), round);
    }
  scrolled = ask_child (program, path, TRUE);
  g_print ("window-first-frame\t%.0f\tms\t%.2f\tan empty library\n", full.first_frame * 1000, full.first_frame / none.first_frame);
  g_print ("window-shown\t%.0f\tms\t%.2f\tan empty library\n", full.shown * 1000, full.shown / none.shown);
  g_print ("window-memory\t%.0f\tMB\t%.2f\tan empty library\n", full.memory, full.memory / none.memory);
  g_print ("window-scroll\t%.0f\tframes dropped\t%.3f\tof %.0f frames; the longest took %.1f ms\n", scrolled.dropped,
           scrolled.dropped / scrolled.frames, scrolled.frames, scrolled.longest * 1000);
}

static void
fill (const char *path,
      int         n_articles)
{
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autoptr (Maker) maker = maker_new (FZ_TEST_DATA, 1);

  for (guint i = 0; i < (guint) n_articles / ARTICLES_A_PAGE; i++)
    {
      g_autoptr (FzSource) source = maker_source (maker, i, ARTICLES_A_PAGE);

      if (!fz_library_add (library, source, NULL, NULL, NULL))
        g_error ("The library could not be filled");
    }
}

static void
run (const char *program,
     const char *folder,
     int         n_articles)
{
  g_autofree char *own = g_dir_make_tmp ("fz-bench-XXXXXX", NULL);
  g_autofree char *empty = g_build_filename (own, "empty.db", NULL);
  g_autofree char *made = g_build_filename (own, "library.db", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "library.db", NULL) : g_strdup (made);

  if (folder == NULL)
    fill (path, n_articles);
  compare (program, path, empty);
  g_unlink (empty);
  g_unlink (made);
  g_rmdir (own);
}

int
main (int   argc,
      char *argv[])
{
  int n_articles = 4000;
  gboolean scroll = FALSE;
  g_autofree char *folder = NULL, *open = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_INT, &n_articles, "How many", "N" },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the library is", "FOLDER" },
    { "open", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &open, NULL, NULL },
    { "scroll", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &scroll, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    g_error ("%s", error->message);
  g_setenv ("GSETTINGS_SCHEMA_DIR", FZ_SCHEMAS, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (open != NULL)
    return open_library (open, scroll);
  run (argv[0], folder, n_articles);
  return EXIT_SUCCESS;
}
