namespace Tn.Network;

/// <summary>The kinds of things that this module puts in the index.</summary>
internal static class NetworkKinds
{
    public const string Person = "person";
    public const string Centre = "centre";
}
