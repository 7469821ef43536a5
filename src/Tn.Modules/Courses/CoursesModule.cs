using Microsoft.Extensions.DependencyInjection;

namespace Tn.Courses;

/// <summary>The module's door: the only public type.</summary>
public static class CoursesModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCourses(this IServiceCollection services) => services;
}
