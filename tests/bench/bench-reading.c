/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#include "fz-reading-view.h"

/* How the reading view bears a long text, in a window of 1200 by 800.
 *
 * Prints rows of name, figure, unit, ratio: until the first screen of a million
 * characters is drawn; the time that GTK spends on a frame while the whole text is
 * scrolled through, a screen a frame; until all heights are exact; and what memory the
 * text takes when it was all seen.  Then the same of texts that nobody means well with.
 */

#define CHARS 1000000
#define FRAMES 200

static const char paragraph[] =
  "竹子要选三年生的冬竹，篾要刮得匀，编的时候手要松，心要静。师傅们说，慢一点，篮子才站得稳，路也才走得远。"
  "晒场那头，年轻人把做好的篮子一只只装箱，贴上去往各地的单子。去年，村里卖出竹器3.2万件，收入约480万元，"
  "同比增长12.5%；“以前挑到镇上零卖，一天卖不出五只。”村民说，如今GDP之外还有手艺——订单一个接一个……";

typedef struct {
  GtkWidget     *window;
  FzReadingView *view;
  gint64         frame_start;
  GArray        *frames; /* gint64, microseconds */
  guint          n_drawn;
} Bench;

static double
resident_mb (void)
{
  g_autofree char *text = NULL;
  unsigned long size = 0, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;
  return resident * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static void
on_frame_start (Bench *self)
{
  self->frame_start = g_get_monotonic_time ();
}

static void
on_frame_end (Bench *self)
{
  gint64 time = g_get_monotonic_time () - self->frame_start;

  g_array_append_val (self->frames, time);
  self->n_drawn++;
}

static void
draw_frames (Bench *self, guint n)
{
  for (guint until = self->n_drawn + n; self->n_drawn < until;)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->view));
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
open_window (Bench *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GdkFrameClock *clock;

  self->frames = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->window = gtk_window_new ();
  self->view = g_object_new (FZ_TYPE_READING_VIEW, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  fz_reading_view_set_look (self->view, &(FzFlowLook) {
    .family = FZ_READING_FAMILY, .language = "zh-cn", .size = 18, .leading = 1, .setting = FZ_SETTING_DEFAULT,
  }, FZ_READING_MEASURE);
  gtk_window_present (GTK_WINDOW (self->window));
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_frame_start), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_frame_end), self);
  draw_frames (self, 5);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
print_row (const char *name, const char *what, double figure, const char *unit)
{
  g_print ("reading %s: %s\t%.2f\t%s\t\n", name, what, figure, unit);
}

static void
print_frames (Bench *self, const char *name)
{
  gint64 sum = 0;

  g_array_sort (self->frames, compare_times);
  for (guint i = 0; i < self->frames->len; i++)
    sum += g_array_index (self->frames, gint64, i);
  print_row (name, "frame, mean", sum / 1000.0 / self->frames->len, "ms");
  print_row (name, "frame, 99 of 100", g_array_index (self->frames, gint64, self->frames->len * 99 / 100) / 1000.0, "ms");
  print_row (name, "frame, worst", g_array_index (self->frames, gint64, self->frames->len - 1) / 1000.0, "ms");
}

static void
scroll_through (Bench *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  g_array_set_size (self->frames, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      gtk_adjustment_set_value (adjustment, most * i / (FRAMES - 1));
      draw_frames (self, 1);
    }
}

/* Of a frame, what the view itself does: composing what comes into sight, and its
 * render nodes. */
static void
print_own (Bench *self, const char *name)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  gint64 sum = 0, worst = 0;

  for (guint i = 0; i < FRAMES; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      gint64 start = g_get_monotonic_time (), time;
      GskRenderNode *node;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / FRAMES);
      GTK_WIDGET_GET_CLASS (self->view)->snapshot (GTK_WIDGET (self->view), snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_clear_pointer (&node, gsk_render_node_unref);
      time = g_get_monotonic_time () - start;
      sum += time;
      worst = MAX (worst, time);
    }
  print_row (name, "of that the view's own, mean", sum / 1000.0 / FRAMES, "ms");
  print_row (name, "of that the view's own, worst", worst / 1000.0, "ms");
}

static void
run (Bench *self, const char *name, FzManuscript *text, double before)
{
  gint64 start = g_get_monotonic_time ();

  fz_reading_view_set_text (self->view, text);
  draw_frames (self, 1);
  print_row (name, "first screen", (g_get_monotonic_time () - start) / 1000.0, "ms");
  while (!fz_reading_view_is_settled (self->view))
    g_main_context_iteration (NULL, TRUE);
  print_row (name, "all heights exact", (g_get_monotonic_time () - start) / 1000.0, "ms");
  scroll_through (self);
  print_frames (self, name);
  print_own (self, name);
  malloc_trim (0);
  print_row (name, "memory more than before", resident_mb () - before, "MB");
  fz_reading_view_set_text (self->view, NULL);
}

static void
run_repeated (Bench *self, const char *name, const char *piece, gsize bytes, gboolean one)
{
  g_autoptr (FzManuscript) text = fz_manuscript_new ();
  GString *whole = g_string_new (NULL);
  double before;

  malloc_trim (0);
  before = resident_mb ();
  for (gsize n = 0; n < bytes; n += strlen (piece))
    if (one)
      g_string_append (whole, piece);
    else
      fz_manuscript_append (text, FZ_ROLE_BODY, 0, piece, strlen (piece));
  if (one)
    fz_manuscript_append (text, FZ_ROLE_BODY, 0, whole->str, whole->len);
  g_string_free (whole, TRUE);
  run (self, name, text, before);
}

/* Where there is no screen, the same on one that nobody sees. */
static int
run_on_display (const char *program)
{
  const char *arguments[] = { FZ_WITH_DISPLAY, program, NULL };
  int status = 1;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_CHILD_INHERITS_STDOUT | G_SPAWN_CHILD_INHERITS_STDERR, NULL, NULL,
                NULL, NULL, &status, NULL);
  return status != 0;
}

int
main (int argc, char *argv[])
{
  gsize bytes = CHARS / g_utf8_strlen (paragraph, -1) * strlen (paragraph);
  Bench bench = { 0 };

  if (g_getenv ("WAYLAND_DISPLAY") == NULL && g_getenv ("DISPLAY") == NULL)
    return run_on_display (argv[0]);
  adw_init ();
  open_window (&bench);
  run_repeated (&bench, "warming up", paragraph, 100000, FALSE);
  run_repeated (&bench, "a million characters", paragraph, bytes, FALSE);
  run_repeated (&bench, "20 MB in one paragraph", paragraph, 20 << 20, TRUE);
  run_repeated (&bench, "100,000 combining marks", "\xcc\x81", 200000, TRUE);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.frames);
  return 0;
}
