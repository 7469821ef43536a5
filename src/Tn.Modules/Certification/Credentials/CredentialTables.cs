using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials;

/// <summary>Maps keys and issued credentials.</summary>
internal sealed class CredentialTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<IssuerKey>(table =>
        {
            table.ToTable("certification_issuer_keys");
            table.HasKey(row => row.Name);
            table.Property(row => row.Name).HasMaxLength(40);
            table.Property(row => row.PublicKey).HasMaxLength(200);
            table.Property(row => row.SealedPrivateKey).HasMaxLength(2000);
            table.Property(row => row.CreatedBy).HasMaxLength(200);
            // Two rotations at once make one generation.
            table.HasIndex(row => new { row.Algorithm, row.Generation }).IsUnique();
        });
        model.Entity<IssuedCredential>(table =>
        {
            table.ToTable("certification_credentials");
            // One credential a certificate, whoever races and whatever is run twice.
            table.HasKey(row => row.Certificate);
            table.HasIndex(row => new { row.StatusList, row.StatusIndex }).IsUnique();
            table.HasOne<Certificate>().WithOne().HasForeignKey<IssuedCredential>(row => row.Certificate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
