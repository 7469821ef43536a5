using FsCheck.Xunit;

namespace Tn.Content.Tests.Invariants;

/// <summary>Any sequence of edits, submissions, votes, publications, plans, archivings, imports and restorations.</summary>
public sealed class WhateverHappens
{
    [Property(MaxTest = 30, Arbitrary = [typeof(Steps)])]
    public async Task One_latest_and_one_published_version_at_most_nothing_public_that_the_gate_has_not_passed_and_no_version_lost(Step[] life)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var documents = new DocumentLife(site);
        foreach (var step in life)
        {
            await documents.PlayAsync(step);
            var wrong = await documents.WrongAsync();
            Assert.True(wrong.Count == 0, $"after {step}: {string.Join("; ", wrong)}");
        }
    }

    [Fact]
    public async Task A_life_publishes_archives_plans_and_restores_for_real()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var documents = new DocumentLife(site);
        foreach (var kind in Enumerable.Range(0, 12).Select(_ => StepKind.Approve).Append(StepKind.Edit).Append(StepKind.Submit).Append(StepKind.PlanPublication).Append(StepKind.Approve).Append(StepKind.Wait).Append(StepKind.Import).Append(StepKind.Approve).Append(StepKind.Restore))
        {
            await documents.PlayAsync(new Step(kind, 0, 3));
        }

        Assert.Empty(await documents.WrongAsync());
        Assert.True(documents.Publications >= 6, $"only {documents.Publications} publications");
    }
}
