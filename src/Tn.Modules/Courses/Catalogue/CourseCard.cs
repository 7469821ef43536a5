using Tn.Courses.Enrolments;

namespace Tn.Courses.Catalogue;

/// <summary>A course in a list.</summary>
/// <param name="Progress">The visitor's, or null when she did not begin it.</param>
internal sealed record CourseCard(CourseEdition Course, CourseProgress? Progress);
