using Tn.Journey.Census.Codes;

namespace Tn.Journey.Tests.Census.Codes;

public class OfficialCodesTests
{
    [Fact]
    public void The_lists_are_whole()
    {
        Assert.Equal(732, OfficialCodes.Activities.Count);
        Assert.Equal(18, OfficialCodes.Regions.Count);
        Assert.InRange(OfficialCodes.Communes.Count, 34_900, 35_300);
    }

    [Theory]
    [InlineData("45234", "Orléans")]
    [InlineData("2a004", "Ajaccio")]
    [InlineData("97411", "Saint-Denis")]
    [InlineData("13201", "Marseille 1er Arrondissement")]
    [InlineData("01001", "L'Abergement-Clémenciat")]
    public void A_commune_is_found_by_its_code(string code, string name) => Assert.Equal(name, OfficialCodes.Commune(code)?.Name);

    [Theory]
    [InlineData("45000")]
    [InlineData("99999")]
    [InlineData("4523")]
    [InlineData("|")]
    [InlineData("")]
    [InlineData(null)]
    public void A_code_that_is_not_in_the_list_is_not_found(string? code) => Assert.Null(OfficialCodes.Commune(code));

    [Fact]
    public void Every_line_is_found_by_its_code_and_folded_as_searches_fold()
    {
        foreach (var list in new[] { OfficialCodes.Communes, OfficialCodes.Activities })
        {
            foreach (var row in list.Rows)
            {
                Assert.Equal(row[1], list.Find(row[0])?.Name);
                Assert.Equal(Words.Fold(row[1]), row[2]);
            }
        }
    }

    [Theory]
    [InlineData("6202A")]
    [InlineData("62.02a")]
    public void An_activity_is_found_with_or_without_its_dot(string typed) => Assert.Equal("Conseil en systèmes et logiciels informatiques", OfficialCodes.Activity(typed)?.Name);

    [Theory]
    [InlineData("lille", "59350")]
    [InlineData("orleans", "45234")]
    [InlineData("Saint-Étienne-du-R", "76575")]
    [InlineData("abergement clem", "01001")]
    public void What_is_typed_without_accents_finds_the_nearest_name_first(string typed, string code) =>
        Assert.Equal(code, OfficialCodes.Communes.Search(typed, 5)[0].Code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("|||")]
    [InlineData("<script>")]
    public void What_names_nothing_finds_nothing(string typed) => Assert.Empty(OfficialCodes.Communes.Search(typed, 5));

    [Fact]
    public void A_search_gives_no_more_than_asked() => Assert.Equal(7, OfficialCodes.Communes.Search("saint", 7).Count);

    [Fact]
    public void The_departments_of_the_contracts_are_those_of_the_official_list()
    {
        var official = CodeList.Load("departments").Rows.ToDictionary(row => row[0], row => Words.Fold(row[1]));
        Assert.Equal(official, Departments.All.ToDictionary(one => one.Code, one => Words.Fold(one.Name)));
    }

    [Fact]
    public void Every_department_belongs_to_one_region() =>
        Assert.Equal(Departments.All.Select(one => one.Code).Order(), OfficialCodes.Regions.SelectMany(one => one.Departments).Order());

    [Fact]
    public void From_2027_a_code_of_the_new_list_is_taken()
    {
        Assert.False(OfficialCodes.IsActivity("62.20Y", new DateOnly(2026, 12, 31)));
        Assert.True(OfficialCodes.IsActivity("62.20Y", new DateOnly(2027, 1, 1)));
    }
}
