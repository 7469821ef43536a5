using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Tn.Platform.Search;

/// <summary>The index's fields, and how a document becomes theirs.</summary>
internal static class IndexFields
{
    public const string Key = "key";
    public const string Kind = "kind";
    public const string Id = "id";
    public const string Title = "title";
    public const string Keywords = "keywords";
    public const string Body = "body";
    public const string Url = "url";
    public const string Subtitle = "subtitle";
    public const string Category = "category";
    public const string Axis = "axis";
    public const string Department = "department";

    /// <summary>All words of a document, folded but not stemmed: for typing errors and suggestions.</summary>
    public const string Words = "words";

    /// <summary>The folded title, for lists without a question.</summary>
    public const string Order = "order";

    /// <summary>The facets, in the order in which collectors number them.</summary>
    public static readonly IReadOnlyList<string> Facets = [Kind, Axis, Department, Category];

    public static Term KeyOf(string kind, string id) => new(Key, $"{kind}:{id}");

    public static Document Of(SearchDocument found)
    {
        var document = new Document
        {
            new StringField(Key, $"{found.Kind}:{found.Id}", Field.Store.NO),
            new StringField(Id, found.Id, Field.Store.YES),
            new StoredField(Kind, found.Kind),
            new StoredField(Url, found.Url),
            new TextField(Title, found.Title, Field.Store.YES),
            new TextField(Keywords, found.Keywords, Field.Store.YES),
            new TextField(Body, found.Body, Field.Store.YES),
            new Field(Words, found.Title, WordsType),
            new Field(Words, found.Keywords, WordsType),
            new Field(Words, found.Body, WordsType),
            new SortedDocValuesField(Order, new BytesRef(string.Join(' ', FrenchWords.Read(found.Title, 12).Select(word => word.Plain)))),
        };
        if (found.Subtitle is not null)
        {
            document.Add(new StoredField(Subtitle, found.Subtitle));
        }

        if (found.Category is not null)
        {
            document.Add(new StoredField(Category, found.Category));
        }

        AddFacet(document, Kind, [found.Kind]);
        AddFacet(document, Axis, found.Axes);
        AddFacet(document, Department, found.Departments);
        AddFacet(document, Category, found.Category is null ? [] : [found.Category]);
        return document;
    }

    private static FieldType WordsType { get; } = new FieldType(TextField.TYPE_NOT_STORED)
    {
        IndexOptions = IndexOptions.DOCS_ONLY,
        OmitNorms = true,
    };

    private static void AddFacet(Document document, string field, IReadOnlyList<string> values)
    {
        foreach (var value in values.Distinct())
        {
            document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }
}
