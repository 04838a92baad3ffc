/* bench-cgal.cpp: the yardstick of sight: CGAL's triangular expansion on the plan that bench-sight writes
 *
 * usage: bench-cgal FOLDER, with plan.seg and plan.obs in it. run.py compiles it where g++ and CGAL are there; nothing else
 * of this program needs either. Times are of the processor. A view is timed without what CGAL prepares and without the search
 * for the face that a place lies in: all are in the one face within the wall all round. The kernel is the exact one, as in CGAL's examples: with inexact constructions
 * the expansion of CGAL 5 stops on these plans (CGAL::Bad_object_cast).
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <CGAL/Arr_segment_traits_2.h>
#include <CGAL/Arrangement_2.h>
#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Triangular_expansion_visibility_2.h>
#include <CGAL/version.h>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
using Traits = CGAL::Arr_segment_traits_2<Kernel>;
using Plane = CGAL::Arrangement_2<Traits>;
using Sight = CGAL::Triangular_expansion_visibility_2<Plane, CGAL::Tag_true>;

static std::vector<double>
read_numbers (const std::string &path)
{
  std::ifstream in (path);
  std::vector<double> numbers;

  for (double number; in >> number;)
    numbers.push_back (number);
  return numbers;
}

static double
area_of (Plane::Face_const_handle face)
{
  const auto first = face->outer_ccb ();
  auto edge = first;
  double twice = 0;

  do
    {
      const auto &a = edge->source ()->point (), &b = edge->target ()->point ();
      const double x = CGAL::to_double (b.x ()), y = CGAL::to_double (b.y ());
      twice += CGAL::to_double (a.x ()) * y - x * CGAL::to_double (a.y ());
    }
  while (++edge != first);
  return std::fabs (twice) / 2;
}

int
main (int argc, char *argv[])
{
  const std::string folder = argc == 2 ? argv[1] : "";
  const auto ends = read_numbers (folder + "/plan.seg"), places = read_numbers (folder + "/plan.obs");
  if (ends.size () < 4 || places.size () < 2)
    {
      std::fprintf (stderr, "usage: bench-cgal FOLDER, with plan.seg and plan.obs of bench-sight in it\n");
      return 2;
    }
  std::vector<Traits::X_monotone_curve_2> walls;
  Plane plane;
  double sum = 0;

  for (std::size_t i = 0; i + 3 < ends.size (); i += 4)
    walls.push_back (Traits::X_monotone_curve_2 (Kernel::Point_2 (ends[i], ends[i + 1]), Kernel::Point_2 (ends[i + 2], ends[i + 3])));
  const auto begin = std::clock ();
  CGAL::insert_non_intersecting_curves (plane, walls.begin (), walls.end ());
  const Plane::Halfedge_const_handle around = *plane.unbounded_face ()->inner_ccbs_begin ();
  const Plane::Face_const_handle within = around->twin ()->face ();
  const Sight sight (plane);
  const auto start = std::clock ();
  for (std::size_t i = 0; i + 1 < places.size (); i += 2)
    {
      Plane seen;
      sum += area_of (sight.compute_visibility (Kernel::Point_2 (places[i], places[i + 1]), within, seen));
    }
  const double took = double (std::clock () - start) / CLOCKS_PER_SEC, prepared = double (start - begin) / CLOCKS_PER_SEC;
  const double n = double (places.size () / 2);
  std::printf ("walls=%zu build_ms=%.2f point_us=%.2f mean_area=%.4f version=%d.%d\n", walls.size (), prepared * 1e3,
               took * 1e6 / n, sum / n, CGAL_VERSION_NR / 10000000 % 100, CGAL_VERSION_NR / 100000 % 100);
  return 0;
}
