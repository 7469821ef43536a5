namespace Tn.Platform;

/// <summary>The one folder where everything is kept: database, index, mails, keys. <c>--data</c> names it; <c>App_Data</c> by default.</summary>
public sealed class DataFolder
{
    private readonly string root;

    /// <param name="root">Absolute or relative path; created when missing.</param>
    public DataFolder(string root)
    {
        this.root = System.IO.Path.GetFullPath(root);
        Directory.CreateDirectory(this.root);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root => root;

    /// <summary>Absolute path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(root, name);

    /// <summary>Absolute path of a sub-folder, created when missing.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(root, name)).FullName;
}
