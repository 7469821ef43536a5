using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Web;

namespace Tn.Platform.Tests;

public sealed class MessagesTests
{
    [Fact]
    public void No_message_of_the_framework_is_left_in_English()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Texts>();
        services.AddRazorPages().AddMessages();
        using var provider = services.BuildServiceProvider();
        var validator = provider.GetRequiredService<IObjectModelValidator>();
        var context = new Microsoft.AspNetCore.Mvc.ActionContext
        {
            HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = provider },
        };

        validator.Validate(context, validationState: null, prefix: "", model: new Form());

        var sentences = context.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).ToList();
        Assert.Equal(7, sentences.Count);
        Assert.DoesNotContain(sentences, sentence => sentence.StartsWith("The ", StringComparison.Ordinal) || sentence.Contains("field", StringComparison.Ordinal));
        Assert.Contains("Dites-nous pourquoi.", sentences);
    }

    private sealed class Form
    {
        public string Implied { get; set; } = null!;

        [Required]
        public string? Asked { get; set; }

        [Required(ErrorMessage = "Dites-nous pourquoi.")]
        public string? Reason { get; set; }

        [EmailAddress]
        public string Email { get; set; } = "nobody";

        [StringLength(3)]
        public string Short { get; set; } = "too long";

        [Range(1, 5)]
        public int Mark { get; set; } = 9;

        [Url]
        public string Site { get; set; } = "nowhere";
    }
}
