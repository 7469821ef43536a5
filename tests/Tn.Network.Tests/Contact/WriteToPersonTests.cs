using Tn.Network.Contact;
using Tn.Network.Profiles;

namespace Tn.Network.Tests.Contact;

public class WriteToPersonTests
{
    private static readonly ContactLetter Letter = new("Jeanne Dubois", "jeanne@boulangerie.test", "Je tiens une boulangerie et je cherche de l’aide.");

    [Fact]
    public async Task A_message_reaches_the_person_without_showing_her_address()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = await ContactableAsync(network);

        Assert.True((await WriteAsync(network, Letter)).IsDone);

        var sent = Assert.Single(network.Letters.Sent);
        Assert.Equal(person.Id, sent.To);
        Assert.Contains(sent.Letter.Paragraphs, paragraph => paragraph.Contains("jeanne@boulangerie.test", StringComparison.Ordinal));
        Assert.DoesNotContain(person.Email, string.Join(' ', sent.Letter.Paragraphs), StringComparison.Ordinal);
        Assert.Equal("Quelqu’un vous écrit depuis l’annuaire", sent.Letter.Subject);
    }

    [Theory]
    [InlineData(new[] { ProfileField.Name })]
    [InlineData(new[] { ProfileField.Contact })]
    internal async Task Nobody_is_written_to_without_both_consents(ProfileField[] consents)
    {
        await using var network = await ANetwork.OpenAsync();
        await network.SaveAsync(network.People.Add("Léa Martin", Role.Advisor), ProfileDetails.Empty, consents);

        Assert.Equal("network.not-contactable", (await WriteAsync(network, Letter)).Refusal?.Code);
        Assert.Empty(network.Letters.Sent);
    }

    [Theory]
    [InlineData("pas une adresse")]
    [InlineData("a@b.fr\r\nBcc: tous@monde.test")]
    [InlineData("Jeanne <jeanne@boulangerie.test>")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_refused(string email)
    {
        await using var network = await ANetwork.OpenAsync();
        await ContactableAsync(network);

        Assert.Equal("network.contact-email", (await WriteAsync(network, Letter with { Email = email })).Refusal?.Code);
    }

    [Fact]
    public async Task A_name_with_line_ends_and_a_message_too_short_or_too_long_are_refused()
    {
        await using var network = await ANetwork.OpenAsync();
        await ContactableAsync(network);

        Assert.Equal("network.contact-name", (await WriteAsync(network, Letter with { Name = "Jeanne\r\nBcc: x" })).Refusal?.Code);
        Assert.Equal("network.contact-message", (await WriteAsync(network, Letter with { Message = "Bonjour" })).Refusal?.Code);
        Assert.Equal("network.contact-message", (await WriteAsync(network, Letter with { Message = new string('a', 3_001) })).Refusal?.Code);
        Assert.Empty(network.Letters.Sent);
    }

    [Fact]
    public async Task One_sender_is_bounded_by_the_hour_and_all_senders_by_the_recipients_day()
    {
        await using var network = await ANetwork.OpenAsync();
        await ContactableAsync(network);
        for (var number = 0; number < 5; number++)
        {
            Assert.True((await WriteAsync(network, Letter)).IsDone);
        }

        Assert.Equal("network.too-many-messages", (await WriteAsync(network, Letter)).Refusal?.Code);
        for (var number = 0; number < 15; number++)
        {
            Assert.True((await WriteAsync(network, Letter, $"other{number}")).IsDone);
        }

        Assert.Equal("network.too-many-messages", (await WriteAsync(network, Letter, "yet another")).Refusal?.Code);
        network.Clock.Now = ANetwork.Now.AddDays(2);
        Assert.True((await WriteAsync(network, Letter)).IsDone);
    }

    private static async Task<PersonCard> ContactableAsync(ANetwork network)
    {
        var person = network.People.Add("Léa Martin", Role.Advisor);
        await network.SaveAsync(person, ProfileDetails.Empty, ProfileField.Name, ProfileField.Contact);
        return person;
    }

    private static Task<Outcome> WriteAsync(ANetwork network, ContactLetter letter, string mark = "sender") =>
        network.DoAsync<WriteToPerson, Outcome>(act => act.WriteAsync("lea-martin", letter, mark, ActContext.Anonymous(network.Clock.Now), default));
}
