using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Identity.People;

namespace Tn.Identity.Passwords;

/// <summary>Tokens of reset links: two hours, where a confirmation's lasts a day. Both die when the password changes.</summary>
internal sealed class ResetTokens(IDataProtectionProvider protection, IOptions<ResetTokenOptions> options, ILogger<DataProtectorTokenProvider<Person>> log)
    : DataProtectorTokenProvider<Person>(protection, options, log)
{
    /// <summary>The provider's name.</summary>
    public const string Provider = "reset";
}

internal sealed class ResetTokenOptions : DataProtectionTokenProviderOptions
{
    public ResetTokenOptions()
    {
        Name = ResetTokens.Provider;
        TokenLifespan = TimeSpan.FromHours(2);
    }
}
