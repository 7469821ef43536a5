namespace Tn.Content.Packages.Medias;

/// <summary>A media that a package brought, under the path it has there; several of one path are its successive contents.</summary>
internal sealed record InstalledMedia(string MediaId, string PackageId, string Path);
