using System.Reflection;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Platform.Web;

namespace Tn.Journey.Tests.Census;

public class CensusFieldsTests
{
    // What a step keeps besides its fields: answers of « aucun », and the « sans objet » themselves.
    private static readonly string[] Choices =
    [
        nameof(StepAnswers.NotApplicable), nameof(GuaranteesStep.NoVigilance), nameof(IndependenceStep.NoTies),
        nameof(ReferencesStep.Probationary), nameof(RecognitionsStep.None), nameof(StatementsStep.NoConflict),
    ];

    [Fact]
    public void Every_property_of_every_step_is_a_field_with_its_mark()
    {
        var kept = Enum.GetValues<CensusStep>().SelectMany(step => CensusAnswers.TypeOf(step)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !Choices.Contains(property.Name))
            .Select(property => (step, property.Name)));
        Assert.Equal(kept.Order(), CensusFields.All.Select(field => (field.Step, field.Name)).Order());
    }

    [Theory]
    [InlineData("GivenName", nameof(FieldNeed.Mandatory), nameof(FieldReading.Public))]
    [InlineData("FamilyName", nameof(FieldNeed.Mandatory), nameof(FieldReading.Public))]
    [InlineData("Phone", nameof(FieldNeed.IfRelevant), nameof(FieldReading.ByConsent))]
    [InlineData("Siret", nameof(FieldNeed.Mandatory), nameof(FieldReading.Restricted))]
    [InlineData("Denomination", nameof(FieldNeed.Mandatory), nameof(FieldReading.Public))]
    [InlineData("Naf", nameof(FieldNeed.Mandatory), nameof(FieldReading.Restricted))]
    [InlineData("InsuredUntil", nameof(FieldNeed.Mandatory), nameof(FieldReading.Restricted))]
    [InlineData("VigilanceOn", nameof(FieldNeed.Mandatory), nameof(FieldReading.Restricted))]
    [InlineData("Ties", nameof(FieldNeed.Mandatory), nameof(FieldReading.Public))]
    [InlineData("RadiusKm", nameof(FieldNeed.IfRelevant), nameof(FieldReading.ByConsent))]
    [InlineData("Missions", nameof(FieldNeed.Mandatory), nameof(FieldReading.Secret))]
    public void A_field_has_the_mark_of_the_domain(string name, string need, string reading)
    {
        var field = CensusFields.All.Single(one => one.Name == name);
        Assert.Equal((need, reading), (field.Need.ToString(), field.Reading.ToString()));
    }

    [Fact]
    public void Every_consent_publishes_something_and_every_published_field_has_its_consent()
    {
        var boxes = CensusLists.Publishable.Select(box => box.Key).Where(key => key != "photo"); // the photo is a paper
        Assert.Equal(boxes.Order(), CensusFields.All.Select(field => field.Consent).OfType<string>().Distinct().Order());
        Assert.All(CensusFields.All, field => Assert.Equal(field.Reading == FieldReading.ByConsent, field.Consent is not null));
    }

    [Fact]
    public void Not_applicable_is_an_answer()
    {
        var person = new PersonStep { GivenName = "Camille", FamilyName = "Durand", Capacity = "dirigeant", Languages = "français" };
        Assert.Equal(["Phone", "RoleTitle"], CensusFields.Unanswered(new CensusEntry().With(person)).Select(field => field.Name));

        person.NotApplicable = ["Phone", "RoleTitle"];
        Assert.Empty(CensusFields.Unanswered(new CensusEntry().With(person)));
        var sheet = new CensusSheet(new Texts([])).Of(new CensusFolder(null, new CensusEntry().With(person), new Dictionary<CensusStep, DateTimeOffset>()));
        Assert.Contains(sheet[0].Lines, line => line is { Label: "Téléphone", Value: "sans objet" });
    }

    [Fact]
    public async Task A_value_keeps_the_day_it_was_declared_until_it_changes()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = PersonId.New(JourneySite.Morning);
        await site.SaveAsync(CensusStep.Person, new PersonStep { GivenName = "Camille", Phone = "02 38 00 00 00" }, site.Consultant(person));
        site.Clock.Pass(10);
        await site.SaveAsync(CensusStep.Person, new PersonStep { GivenName = "Camille", Phone = "02 38 00 00 01" }, site.Consultant(person));

        var folder = await site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));
        Assert.Equal(new ValueMark(ValueOrigin.Declared, JourneySite.Morning), folder.MarkOf(CensusStep.Person, "GivenName"));
        Assert.Equal(new ValueMark(ValueOrigin.Declared, JourneySite.Morning.AddDays(10)), folder.MarkOf(CensusStep.Person, "Phone"));
        Assert.Null(folder.MarkOf(CensusStep.Person, "Languages"));
    }

    [Fact]
    public void A_verified_value_is_declared_again_once_it_changes()
    {
        var answers = CensusAnswers.Of(default, CensusStep.Guarantees);
        answers.Keep(new GuaranteesStep { Insurer = "A", PolicyNumber = "1" }, JourneySite.Morning);
        var check = new ValueMark(ValueOrigin.Verified, JourneySite.Morning, "attestation acceptée");
        answers.Mark([nameof(GuaranteesStep.Insurer), nameof(GuaranteesStep.PolicyNumber), nameof(GuaranteesStep.VigilanceOn)], check);
        Assert.Equal(2, answers.Marks.Count);

        answers.Keep(new GuaranteesStep { Insurer = "A", PolicyNumber = "2" }, JourneySite.Morning.AddDays(1));
        Assert.Equal([ValueOrigin.Verified, ValueOrigin.Declared], answers.Marks.OrderBy(one => one.Key).Select(one => one.Value.Origin));
    }
}
