using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents;
using Tn.Content.Pages.Admin.Editor;
using Tn.Content.Types;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Tests.Types;

public sealed class Catalogue
{
    [Fact]
    public void Every_type_of_the_contract_is_declared_once()
    {
        var names = typeof(ContentTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(names.Order(), ContentTypeCatalogue.All.Select(type => type.Name).Order());
    }

    [Fact]
    public void Every_type_field_and_choice_has_its_french_words()
    {
        using var provider = new ServiceCollection().AddSentences(typeof(ContentModule).Assembly).AddSingleton<Sentences>().BuildServiceProvider();
        var sentences = provider.GetRequiredService<Sentences>();
        foreach (var type in ContentTypeCatalogue.All)
        {
            Assert.True(new Pages.Labels(sentences, new Platform.Web.Texts([])).Type(type.Name) != $"content.type.{type.Name}", type.Name);
            Assert.All(type.Fields, field => Assert.NotNull(sentences.Find($"content.field.{field.Name}")));
            Assert.All(type.Fields.Where(field => field != Fields.Axis && field.Part != "LearningPart").SelectMany(field => field.Options), option => Assert.NotNull(sentences.Find(option.Sentence)));
        }
    }

    [Fact]
    public void A_field_reads_back_what_was_written_in_it()
    {
        foreach (var type in ContentTypeCatalogue.All)
        {
            foreach (var field in type.Fields.Where(one => one.Kind != FieldKind.Slug))
            {
                var text = FieldCheck.Normal(field, Sample(field));
                Assert.Null(FieldCheck.Refuse(field, text));
                Assert.Equal((type.Name, field.Name, text), (type.Name, field.Name, FieldCheck.Normal(field, field.Read(field.Write(type.Blank, text)))));
            }
        }
    }

    [Fact]
    public void A_field_stands_in_the_part_its_name_says()
    {
        foreach (var type in ContentTypeCatalogue.All)
        {
            foreach (var field in type.Fields.Where(one => one.Kind != FieldKind.Slug))
            {
                var parts = JsonSerializer.SerializeToNode(field.Write(type.Blank, FieldCheck.Normal(field, Sample(field))), TnJson.Options)!.AsObject();
                Assert.Contains(parts, part => string.Equals(part.Key, field.Part, StringComparison.OrdinalIgnoreCase) && part.Value is JsonObject);
            }
        }
    }

    [Theory]
    [InlineData("Répondre à un avis : l’œuvre d’une minute !", "repondre-a-un-avis-l-oeuvre-d-une-minute")]
    [InlineData("  ", "document")]
    [InlineData("日本", "document")]
    public void A_title_suggests_an_address(string title, string slug)
    {
        Assert.Equal(slug, Slug.Of(title));
        Assert.True(Slug.IsValid(Slug.Of(title)));
    }

    [Theory]
    [InlineData("Un livre | Une maison | 2026 | https://exemple.fr/", "Un livre", "Une maison", 2026, "https://exemple.fr/")]
    [InlineData("Un livre | https://exemple.fr/", "Un livre", "", null, "https://exemple.fr/")]
    [InlineData("Un livre | 2026", "Un livre", "", 2026, "")]
    public void A_source_is_read_whatever_it_leaves_out(string line, string title, string publisher, int? year, string url) =>
        Assert.Equal(new Source(title, publisher, year, url), FieldText.Sources(line).Single());

    [Theory]
    [InlineData("Un livre | javascript://alert(1)")]
    [InlineData("Un livre | http://exemple.fr/")]
    [InlineData("Un livre | https://moi@exemple.fr/")]
    public void A_source_whose_address_is_not_safe_is_refused(string line) =>
        Assert.Equal("content.field-source", FieldCheck.Refuse(Fields.Sources, line)!.Code);

    [Theory]
    [InlineData("monter b", "b\na\nc")]
    [InlineData("descendre b", "a\nc\nb")]
    [InlineData("ecarter b", "a\nc")]
    [InlineData("remettre d", "a\nb\nc\nd")]
    [InlineData("monter a", "a\nb\nc")]
    [InlineData("descendre c", "a\nb\nc")]
    [InlineData("remettre b", "a\nb\nc")]
    [InlineData("n’importe quoi", "a\nb\nc")]
    [InlineData(null, "a\nb\nc")]
    public void A_lesson_moves_as_its_button_says(string? move, string lessons) =>
        Assert.Equal(lessons, LessonMoves.After("a\nb\nc", move));

    private static string Sample(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Number => $"{Math.Max(field.Minimum, 7)}",
        FieldKind.Day => "2027-11-30",
        FieldKind.Moment => "2027-01-14T09:30",
        FieldKind.Choice => field.Options[^1].Value,
        FieldKind.Lines => "Un\nDeux",
        FieldKind.Lessons => $"{ContentId.New()}\n{ContentId.New()}",
        FieldKind.Sources => "Un livre | Une maison | 2026 | https://exemple.fr/",
        FieldKind.Rows when field == Fields.HomeBlocks => "formations | Trois formations | Pour commencer",
        FieldKind.Rows => "Formations | /formations",
        FieldKind.Picture or FieldKind.Files => $"/medias/{ContentId.New()}/une-image.png",
        _ => "Un texte.",
    };
}
