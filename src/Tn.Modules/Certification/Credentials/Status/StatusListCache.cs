using Microsoft.Extensions.Caching.Memory;

namespace Tn.Certification.Credentials.Status;

/// <summary>Signed lists by tag: the same list is signed once, however many ask. What it holds is decided by the tag alone.</summary>
internal sealed class StatusListCache(IMemoryCache memory)
{
    public StatusList? Find(string tag) => memory.Get<StatusList>(Key(tag));

    public StatusList Keep(StatusList list) => memory.Set(Key(list.Tag), list, TimeSpan.FromHours(12));

    private static string Key(string tag) => $"credentials.status:{tag}";
}
