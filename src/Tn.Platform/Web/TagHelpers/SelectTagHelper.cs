using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>A closed list, with its label, hint and error. Items of one <see cref="SelectListGroup"/> stand together.</summary>
[HtmlTargetElement("tn-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    public required IEnumerable<SelectListItem> Items { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(For, View, Label);
        var select = Tag.Of("select", "tn-input tn-input--select")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", field.DescribedBy(Hint))
            .With("aria-invalid", field.Error is null ? null : "true")
            .With("aria-required", field.IsRequired && !Optional ? "true" : null);
        WriteOptions(select, field.Chosen);
        FieldFrame.MoveAttributes(output, select);
        FieldFrame.Write(output, field, Label, Hint, Optional, select);
    }

    private void WriteOptions(TagBuilder select, IReadOnlySet<string>? chosen)
    {
        foreach (var group in Items.GroupBy(item => item.Group?.Name))
        {
            var parent = group.Key is null ? select : Tag.Of("optgroup").With("label", group.Key);
            foreach (var item in group)
            {
                parent.Add(Option(item, chosen?.Contains(item.Value ?? item.Text) ?? item.Selected));
            }

            if (group.Key is not null)
            {
                select.Add(parent);
            }
        }
    }

    private static TagBuilder Option(SelectListItem item, bool selected) => Tag.Of("option")
        .With("value", item.Value ?? item.Text)
        .With("selected", selected ? "selected" : null)
        .With("disabled", item.Disabled ? "disabled" : null)
        .Text(item.Text);
}
