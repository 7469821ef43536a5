using Tn.Journey.Path;

namespace Tn.Journey.Tests;

/// <summary>Files in any state, reached by declared moves only.</summary>
internal static class ADossier
{
    public static ConsultantDossier In(PathState state)
    {
        var dossier = ConsultantDossier.Open(new PersonId(Guid.Parse("00000000-0000-0000-0000-000000000001")), "Camille Durand", 1, JourneySite.Morning);
        foreach (var trigger in WayTo(state))
        {
            Assert.True(dossier.Move(trigger, "Pour l’essai.", ActContext.System(JourneySite.Morning, "test"), _ => null).IsDone);
        }

        return dossier;
    }

    private static IReadOnlyList<PathTrigger> WayTo(PathState goal)
    {
        var ways = new Queue<(PathPosition At, IReadOnlyList<PathTrigger> Way)>([(PathPosition.Start, [])]);
        var seen = new HashSet<PathState> { PathPosition.Start.State };
        while (ways.TryDequeue(out var here))
        {
            if (here.At.State == goal)
            {
                return here.Way;
            }

            foreach (var trigger in PathMachine.From(here.At.State))
            {
                var next = PathMachine.Next(here.At, trigger)!;
                if (seen.Add(next.State))
                {
                    ways.Enqueue((next, [.. here.Way, trigger]));
                }
            }
        }

        throw new InvalidOperationException($"{goal} is not reached.");
    }
}
