using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.Administration;
using Tn.Platform.Data;

namespace Tn.Identity.People;

/// <summary>The module's tables. Identity's claims, logins and tokens are not mapped: nothing here uses them.</summary>
internal sealed class IdentityTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Person>(table =>
        {
            table.ToTable("identity_people");
            table.HasKey(person => person.Id);
            table.Property(person => person.Id).ValueGeneratedNever();
            table.Ignore(person => person.PersonId);
            table.Ignore(person => person.DisplayName);
            table.Ignore(person => person.IsLockedByAdministrator);
            table.Property(person => person.Folded).HasMaxLength(420);
            table.Property(person => person.UserName).HasMaxLength(254);
            table.Property(person => person.NormalizedUserName).HasMaxLength(254);
            table.Property(person => person.Email).HasMaxLength(254);
            table.Property(person => person.NormalizedEmail).HasMaxLength(254);
            table.Property(person => person.GivenName).HasMaxLength(80);
            table.Property(person => person.FamilyName).HasMaxLength(80);
            table.Property(person => person.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            table.Property(person => person.SecurityStamp).HasMaxLength(64);
            table.Property(person => person.PasswordHash).HasMaxLength(200);
            table.Property(person => person.PhoneNumber).HasMaxLength(30);
            table.HasIndex(person => person.NormalizedUserName).IsUnique();
            table.HasIndex(person => person.NormalizedEmail).IsUnique();
            table.HasIndex(person => new { person.FamilyName, person.GivenName, person.Id });
        });
        model.Entity<IdentityRole<Guid>>(table =>
        {
            table.ToTable("identity_roles");
            table.HasKey(role => role.Id);
            table.Property(role => role.Name).HasMaxLength(40);
            table.Property(role => role.NormalizedName).HasMaxLength(40);
            table.Property(role => role.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            table.HasIndex(role => role.NormalizedName).IsUnique();
            table.HasData(RoleRow.All());
        });
        model.Entity<IdentityUserRole<Guid>>(table =>
        {
            table.ToTable("identity_people_roles");
            table.HasKey(worn => new { worn.UserId, worn.RoleId });
            table.HasOne<Person>().WithMany().HasForeignKey(worn => worn.UserId);
            table.HasOne<IdentityRole<Guid>>().WithMany().HasForeignKey(worn => worn.RoleId);
            table.HasIndex(worn => worn.RoleId);
        });
        model.Entity<AccountFact>(table =>
        {
            table.ToTable("identity_history");
            table.HasKey(fact => fact.Sequence);
            table.Property(fact => fact.Sequence).ValueGeneratedOnAdd();
            table.Property(fact => fact.ActorName).HasMaxLength(200);
            table.Property(fact => fact.What).HasMaxLength(60);
            table.Property(fact => fact.Detail).HasMaxLength(80);
            table.HasIndex(fact => new { fact.Person, fact.Sequence });
        });
        model.Entity<AdministratorInvitation>(table =>
        {
            table.ToTable("identity_invitations");
            table.HasKey(invitation => invitation.TokenHash);
            table.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        });
    }
}
