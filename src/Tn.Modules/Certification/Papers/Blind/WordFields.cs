using System.Xml.Linq;

namespace Tn.Certification.Papers.Blind;

/// <summary>
/// The places of a Word text where the program itself writes a name: fields (ECMA-376 part 1 section 17.16) and bound controls.
/// What shows a property becomes plain text, which no later opening empties; it is emptied here when it shows a person.
/// </summary>
internal static class WordFields
{
    private static readonly string[] People = ["AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "COMPANY", "MANAGER", "FILENAME", "TEMPLATE"];
    private static readonly string[] Properties = ["TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "INFO"];

    public static void Settle(XElement root)
    {
        foreach (var control in root.Named("dataBinding").ToList())
        {
            Unbind(control);
        }

        foreach (var field in root.Named("fldSimple").ToList())
        {
            var code = field.ValueOf("instr");
            if (ShowsPerson(code))
            {
                Empty(field);
            }

            if (ShowsPerson(code) || ShowsProperty(code))
            {
                field.ReplaceWith(field.Nodes());
            }
        }

        SettleRuns(root);
    }

    private static void Unbind(XElement binding)
    {
        var path = binding.ValueOf("xpath");
        if (new[] { "creator", "lastModifiedBy", "Company", "Manager", "Author" }.Any(name => path.Contains(name, StringComparison.OrdinalIgnoreCase)) && binding.Parent?.Parent is { } control)
        {
            Empty(control);
        }

        binding.Remove();
    }

    // A field is begin, its code, separate, its result, end: all in runs, nested at will (section 17.16.18).
    private static void SettleRuns(XElement root)
    {
        var open = new Stack<RunField>();
        foreach (var element in root.Named("fldChar", "instrText", "t").ToList())
        {
            if (element.Name.LocalName == "t")
            {
                open.FirstOrDefault()?.Shown.Add(element);
                continue;
            }

            var mark = element.ValueOf("fldCharType");
            if (mark == "begin")
            {
                open.Push(new RunField());
            }

            if (open.TryPeek(out var field))
            {
                field.Marks.Add(element);
                field.Code += element.Name.LocalName == "instrText" ? element.Value : string.Empty;
            }

            if (mark == "end" && open.TryPop(out var ended))
            {
                ended.Settle();
            }
        }
    }

    private static bool ShowsPerson(string code) =>
        Words(code) is [var name, ..] words && (People.Contains(name) || (name is "DOCPROPERTY" or "INFO" && words.Skip(1).FirstOrDefault() is { } property && People.Contains(property)));

    private static bool ShowsProperty(string code) => Words(code) is [var name, ..] && Properties.Contains(name);

    private static string[] Words(string code) => [.. code.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"'))];

    private static void Empty(XElement shown) => shown.Named("t").ToList().ForEach(text => text.Value = string.Empty);

    private sealed class RunField
    {
        public List<XElement> Marks { get; } = [];

        public List<XElement> Shown { get; } = [];

        public string Code { get; set; } = string.Empty;

        public void Settle()
        {
            if (ShowsPerson(Code))
            {
                Shown.ForEach(text => text.Value = string.Empty);
            }

            if (ShowsPerson(Code) || ShowsProperty(Code))
            {
                Marks.ForEach(mark => mark.Remove());
            }
        }
    }
}
