using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Offered;

/// <summary>Implements <see cref="IQuestionBanks"/> over published banks.</summary>
internal sealed class QuestionBanks(TnDbContext db, ContentCache cache) : IQuestionBanks
{
    public Task<IReadOnlyList<BankItem>> ItemsAsync(CancellationToken cancellationToken) =>
        cache.CurrentAsync<IReadOnlyList<BankItem>>("content:bank-items", async () =>
        {
            var banks = await db.Set<ContentVersion>().AsNoTracking()
                .Where(row => row.PublishedKey != null && row.ContentType == ContentTypes.QuestionBank)
                .OrderBy(row => row.ItemId)
                .ToListAsync(cancellationToken);
            return [.. banks.SelectMany(Items)];
        });

    private static IEnumerable<BankItem> Items(ContentVersion bank) =>
        bank.Rendered.Questions.Select(question => new BankItem(
            $"{bank.ItemId}.{question.Id}",
            VersionOf(question),
            bank.Parts.QuestionBankPart!.Axis,
            question));

    private static string VersionOf(Question question) => HashChain.Link(
        HashChain.Origin,
        [question.Id, question.Kind.ToString(), question.StemHtml, question.GeneralFeedbackHtml, .. question.Choices.SelectMany(choice => new[] { choice.Id, choice.TextHtml, choice.Weight.ToString("0.#####", CultureInfo.InvariantCulture), choice.FeedbackHtml })]);
}
