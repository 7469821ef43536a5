using Microsoft.AspNetCore.Mvc;

namespace Tn.Courses.Questions;

/// <summary>The form under a question.</summary>
internal sealed record AnswerForm
{
    [FromForm(Name = "question")]
    public string QuestionId { get; init; } = string.Empty;

    [FromForm(Name = "choice")]
    public string[] Choices { get; init; } = [];

    [FromForm(Name = "text")]
    public string? Text { get; init; }

    /// <summary>Present when the button « Je ne sais pas » sent the form.</summary>
    [FromForm(Name = "unknown")]
    public string? Unknown { get; init; }

    [FromForm(Name = "token")]
    public string? Token { get; init; }

    /// <summary>What the learner says.</summary>
    public Answer ToAnswer()
    {
        if (Unknown is not null)
        {
            return Answer.Unknown;
        }

        var chosen = Choices.Where(choice => !string.IsNullOrEmpty(choice)).ToList();
        return chosen.Count > 0 ? Answer.Of(chosen) : Answer.Typed(Text);
    }
}
