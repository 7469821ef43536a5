namespace Tn.Reminders.Notices;

/// <summary>A notice.</summary>
internal readonly record struct NoticeId(Guid Value) : IGuidId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public static NoticeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>A message in a person's space. The same key is never told twice to the same person.</summary>
internal sealed class Notice
{
    private Notice()
    {
    }

    public Notice(PersonId person, string key, Letter letter, DateTimeOffset at)
    {
        Id = NoticeId.New(at);
        Person = person;
        Key = key;
        Subject = letter.Subject;
        Paragraphs = letter.Paragraphs;
        ActionLabel = letter.ActionLabel;
        ActionPath = letter.ActionPath;
        At = at;
    }

    public NoticeId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Key { get; private set; } = string.Empty;

    public string Subject { get; private set; } = string.Empty;

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public string? ActionLabel { get; private set; }

    public string? ActionPath { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Marks it read; the first time counts.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
