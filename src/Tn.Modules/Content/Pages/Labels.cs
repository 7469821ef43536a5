using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents.History;
using Tn.Content.Review;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages;

/// <summary>The words of states, types and votes, from the module's sentences.</summary>
internal sealed class Labels(Sentences sentences, Platform.Web.Texts texts)
{
    /// <summary>The same in French whoever reads: for minutes.</summary>
    public Labels InFrench => new(sentences.InFrench, texts);

    public string State(ReviewState state) => sentences.Of($"content.state.{Kebab.Of(state)}");

    /// <summary>How the state is drawn.</summary>
    public static string StateKind(ReviewState state) => state switch
    {
        ReviewState.Approved or ReviewState.Published or ReviewState.Confirmed => "success",
        ReviewState.ChangesRequested => "warning",
        ReviewState.Rejected => "danger",
        ReviewState.Submitted or ReviewState.InReview => "info",
        _ => "neutral",
    };

    public string Trigger(ReviewTrigger trigger) => sentences.Of($"content.trigger.{Kebab.Of(trigger)}");

    /// <summary>What one can vote.</summary>
    public string Vote(VoteChoice choice) => sentences.Of($"content.vote.{Kebab.Of(choice)}");

    /// <summary>What somebody voted.</summary>
    public string Voted(VoteChoice choice) => sentences.Of($"content.voted.{Kebab.Of(choice)}");

    public static string VoteKind(VoteChoice choice) => choice switch
    {
        VoteChoice.Approve => "success",
        VoteChoice.RequestChanges => "warning",
        VoteChoice.Reject => "danger",
        _ => "neutral",
    };

    /// <summary>What a choice is worth, in a word.</summary>
    public string Weight(decimal weight) => weight switch
    {
        >= 1 => texts["Juste :"],
        > 0 => texts[$"Juste à {weight.ToString("P0", CultureInfo.CurrentUICulture)} :"],
        _ => texts["Faux :"],
    };

    public string Type(string contentType) => sentences.Of($"content.type.{Kebab.Of(contentType)}");

    /// <summary>A field's label.</summary>
    public string Field(FieldDefinition field) => sentences.Of($"content.field.{field.Name}");

    /// <summary>What helps to fill a field in, or null.</summary>
    public string? Hint(FieldDefinition field) => sentences.Find($"content.hint.{field.Name}");

    /// <summary>A choice's label; an axis bears its own name.</summary>
    public string Option(FieldOption option) => texts[sentences.Of(option.Sentence)];

    /// <summary>What a choice offers, with nothing chosen first.</summary>
    public IEnumerable<SelectListItem> Options(FieldDefinition field) =>
        field.Options.Select(option => new SelectListItem(Option(option), option.Value)).Prepend(new SelectListItem(texts["Choisir"], string.Empty));

    /// <summary>What happened to a document beside its versions.</summary>
    public string Step(DocumentStepKind kind) => sentences.Of($"content.step.{Kebab.Of(kind)}");

    /// <summary>A material's kind.</summary>
    public string Kind(string? kind) => kind is null ? string.Empty : sentences.Of($"content.kind.{kind}");

    public string Audience(string? audience) => audience is null ? string.Empty : sentences.Of($"content.audience.{audience}");

    /// <summary>What a version of a charter declares to change; empty when it declares nothing.</summary>
    public string CharterChange(string? change) => string.IsNullOrEmpty(change) ? string.Empty : sentences.Of($"content.change.{change}");
}
