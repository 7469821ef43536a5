using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tn.Identity.Administration;
using Tn.Identity.People;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.Admin;

/// <summary>One account: its roles, its door, its history. Each change is asked for twice: by opening, then by confirming.</summary>
[Needs(Permission.ManagePeople)]
internal sealed class PersonSheetModel(PeopleQueries people, GiveRole give, RemoveRole remove, LockAccount close, UnlockAccount open, Sentences sentences) : TnPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonSheet? Sheet { get; private set; }

    public string NameOf(Role role) => sentences.OfRole(role);

    public string WordsOf(AccountFact fact) => sentences.OfFact(fact);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostGiveAsync([BindRequired] Role role, CancellationToken cancellationToken) =>
        DoAsync(act => give.GiveAsync(new PersonId(Id), role, act, cancellationToken), T[$"Le rôle « {NameOf(role)} » est donné."], cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync([BindRequired] Role role, CancellationToken cancellationToken) =>
        DoAsync(act => remove.RemoveAsync(new PersonId(Id), role, act, cancellationToken), T[$"Le rôle « {NameOf(role)} » est retiré."], cancellationToken);

    public Task<IActionResult> OnPostLockAsync(CancellationToken cancellationToken) =>
        DoAsync(act => close.LockAsync(new PersonId(Id), act, cancellationToken), T["Le compte est fermé."], cancellationToken);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellationToken) =>
        DoAsync(act => open.UnlockAsync(new PersonId(Id), act, cancellationToken), T["Le compte est rouvert."], cancellationToken);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        _ = IsAbsent(await people.FindAsync(new PersonId(Id), Act, cancellationToken), out var sheet, out var answer);
        Sheet = sheet;
        return answer;
    }

    private async Task<IActionResult> DoAsync(Func<ActContext, Task<Outcome>> work, string done, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if ((await work(Act)).IsRefused(out var refusal))
        {
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
            {
                return Denied(refusal);
            }

            Explain(refusal);
            return Page();
        }

        Confirm(done);
        return LocalRedirect($"/admin/utilisateurs/{Id:D}");
    }
}
