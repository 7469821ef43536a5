using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Charter;
using Tn.Journey.Charter.Evidence;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey;

/// <summary>The module's tables.</summary>
internal sealed class JourneyTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ConsultantDossier>(Dossiers);
        model.Entity<PathHistoryRow>(History);
        model.Entity<CensusAnswers>(Answers);
        model.Entity<PieceRequest>(Requests);
        model.Entity<InstructorNote>(Notes);
        model.Entity<CharterSignature>(Signatures);
        model.Entity<SignatureEvidence>(Evidence);
    }

    private static void Dossiers(EntityTypeBuilder<ConsultantDossier> table)
    {
        table.ToTable("journey_dossiers");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.Number).HasMaxLength(20);
        table.Property(one => one.DisplayName).HasMaxLength(200);
        table.Property(one => one.EnterpriseName).HasMaxLength(300);
        table.Property(one => one.Siret).HasMaxLength(14);
        table.Property(one => one.Commune).HasMaxLength(200);
        table.Property(one => one.HistoryHead).HasMaxLength(64);
        table.Property(one => one.Axes).AsJson();
        table.Property(one => one.Ties).AsJson();
        table.Property(one => one.Departments).AsJson();
        table.Property(one => one.Published).AsJson().HasDefaultValue(new List<string>());
        table.Ignore(one => one.Position);
        table.HasIndex(one => one.Person).IsUnique();
        table.HasIndex(one => one.Number).IsUnique();
        table.HasIndex(one => one.Siret).IsUnique();
        table.HasIndex(one => one.MergedInto);
        table.HasIndex(one => new { one.State, one.DueOn });
        table.HasIndex(one => new { one.State, one.StateSince });
    }

    private static void History(EntityTypeBuilder<PathHistoryRow> table)
    {
        table.ToTable("journey_history");
        table.HasKey(row => new { row.Dossier, row.Ordinal });
        table.Property(row => row.Ordinal).ValueGeneratedNever();
        table.Property(row => row.ActorName).HasMaxLength(200);
        table.Property(row => row.Hash).HasMaxLength(64);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(row => row.Dossier).OnDelete(DeleteBehavior.Restrict);
        AppendOnly(table);
    }

    private static void Answers(EntityTypeBuilder<CensusAnswers> table)
    {
        table.ToTable("journey_census_answers");
        table.HasKey(row => new { row.Dossier, row.Step });
        table.Property(row => row.Marks).AsJson().HasDefaultValue(new Dictionary<string, ValueMark>());
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(row => row.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Requests(EntityTypeBuilder<PieceRequest> table)
    {
        table.ToTable("journey_piece_requests");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.RequestedBy).HasMaxLength(200);
        table.Property(one => one.Pieces).AsJson();
        table.HasIndex(one => new { one.Dossier, one.RequestedAt });
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Notes(EntityTypeBuilder<InstructorNote> table)
    {
        table.ToTable("journey_notes");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.AuthorName).HasMaxLength(200);
        table.HasIndex(one => new { one.Dossier, one.At });
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
        AppendOnly(table);
    }

    private static void Signatures(EntityTypeBuilder<CharterSignature> table)
    {
        table.ToTable("journey_signatures");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.CharterItemId).HasMaxLength(26);
        table.Property(one => one.CharterVersionId).HasMaxLength(26);
        table.Property(one => one.CharterNumber).HasMaxLength(40);
        table.Property(one => one.TextSha256).HasMaxLength(64);
        table.Property(one => one.Locale).HasMaxLength(10);
        table.Property(one => one.SignerName).HasMaxLength(200);
        table.Property(one => one.Previous).HasMaxLength(64);
        table.Property(one => one.Hash).HasMaxLength(64);
        table.HasIndex(one => new { one.Person, one.CharterVersionId }).IsUnique();
        AppendOnly(table);
    }

    private static void Evidence(EntityTypeBuilder<SignatureEvidence> table)
    {
        table.ToTable("journey_signature_evidence");
        table.HasKey(one => one.Signature);
        table.Property(one => one.Signature).ValueGeneratedNever();
        table.Property(one => one.PdfKey).HasMaxLength(64);
        table.HasIndex(one => one.DueAt);
        table.HasIndex(one => one.PdfKey);
        table.HasOne<CharterSignature>().WithOne().HasForeignKey<SignatureEvidence>(one => one.Signature).OnDelete(DeleteBehavior.Restrict);
    }

    // What was written stays as it was written: an update is a bug, and throws.
    internal static void AppendOnly<T>(EntityTypeBuilder<T> table)
        where T : class
    {
        foreach (var property in table.Metadata.GetProperties())
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}
