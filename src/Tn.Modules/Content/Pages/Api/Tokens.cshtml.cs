using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Api.Tokens;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Api;

/// <summary>One's own tokens: created, shown once, revoked.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class TokensModel(TokenQueries tokens, CreateToken create, RevokeToken revoke, TimeProvider clock) : TnPageModel
{
    [BindProperty]
    public TokenForm Input { get; set; } = new();

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The secret just made; on no other answer.</summary>
    public string? Secret { get; private set; }

    public IEnumerable<SelectListItem> Scopes => ApiScopes.All.Select(one => new SelectListItem(T[one.Label], one.Scope));

    public IEnumerable<SelectListItem> Lives => [new(T["30 jours"], "30"), new(T["90 jours"], "90"), new(T["Un an"], "365")];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <summary>Answers with the page itself: the secret is neither kept for another page nor written in an address.</summary>
    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancellationToken)
    {
        var outcome = await create.CreateAsync(new TokenInput(Input.Name ?? string.Empty, Input.Scopes, Input.Days), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code switch { "content.token-name" => "Input.Name", "content.token-scopes" => "Input.Scopes", "content.token-days" => "Input.Days", _ => string.Empty });
        }
        else
        {
            Secret = outcome.Value;
            ModelState.Clear();
            Input = new TokenForm();
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await revoke.RevokeAsync(new ApiTokenId(id), Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await LoadAsync(cancellationToken);
            return Page();
        }

        Confirm("Le jeton est révoqué : il n’ouvre plus rien.");
        return Redirect("/mon-espace/jetons");
    }

    public bool IsLive(ApiToken token) => token.IsLive(clock.GetUtcNow());

    private async Task LoadAsync(CancellationToken cancellationToken) => Tokens = await tokens.OfAsync(Act.Person, cancellationToken);
}

/// <summary>What one wants a token for.</summary>
internal sealed class TokenForm
{
    public string? Name { get; set; }

    public List<string> Scopes { get; set; } = [];

    public int Days { get; set; } = 90;
}
