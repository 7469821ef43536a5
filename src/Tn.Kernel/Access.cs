using System.Collections.Frozen;

namespace Tn.Kernel;

/// <summary>The hats a person can wear. Names are kept in the database: never rename one.</summary>
public enum Role
{
    Administrator,
    Advisor,
    Consultant,
    Author,
    PedagogyMember,
    CentresMember,
    PartnersMember,
    JuryMember,

    /// <summary>Rédactrice ou rédacteur en chef : plans publications, edits menus and the home page, manages every content.</summary>
    EditorInChief,
}

/// <summary>What an act asks for. One permission per right that can be given or refused on its own.</summary>
public enum Permission
{
    /// <summary>Read the facilitator's notes of lessons.</summary>
    ReadFacilitatorNotes,

    /// <summary>Write drafts and submit one's own to review.</summary>
    WriteContent,

    /// <summary>Read what is submitted, comment and vote.</summary>
    ReviewContent,

    /// <summary>Install packages, and see every document.</summary>
    ManageContent,

    /// <summary>Plan when what the committee approved is published, and when a document is archived.</summary>
    ScheduleContent,

    /// <summary>Edit menus, the home page's blocks and redirects.</summary>
    EditSite,

    /// <summary>Read exam items and their statistics.</summary>
    ReadItemBank,

    /// <summary>Fill in a census and follow the consultant's path.</summary>
    ApplyAsConsultant,

    /// <summary>Examine consultants' files: admissibility, requests, sanctions.</summary>
    InstructDossiers,

    /// <summary>Sit and vote in a jury.</summary>
    SitInJury,

    /// <summary>Mark case studies, blind, when drawn; keep the bank of cases.</summary>
    MarkCaseStudies,

    /// <summary>Hear an appeal when drawn for its panel.</summary>
    HearAppeals,

    /// <summary>Open jury meetings, suspend, withdraw and reinstate certificates.</summary>
    DecideSanctions,

    /// <summary>See the network of centres and its gaps; manage centres.</summary>
    ManageCentres,

    /// <summary>Give roles, lock accounts.</summary>
    ManagePeople,

    /// <summary>See and run background jobs.</summary>
    ManageJobs,

    /// <summary>Put new keys into service for signing credentials.</summary>
    ManageIssuerKeys,
}

/// <summary>Which role gives which permission: the whole table, in one place.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Administrator] = Set(Permission.ManagePeople, Permission.ManageJobs, Permission.ManageIssuerKeys, Permission.ManageContent, Permission.ManageCentres, Permission.ReadFacilitatorNotes),
        [Role.Advisor] = Set(Permission.ReadFacilitatorNotes),
        [Role.Consultant] = Set(Permission.ApplyAsConsultant),
        [Role.Author] = Set(Permission.WriteContent, Permission.ReadFacilitatorNotes),
        [Role.PedagogyMember] = Set(Permission.ReviewContent, Permission.ReadItemBank, Permission.ReadFacilitatorNotes, Permission.HearAppeals, Permission.MarkCaseStudies),
        [Role.CentresMember] = Set(Permission.ManageCentres, Permission.ReadFacilitatorNotes, Permission.HearAppeals),
        [Role.PartnersMember] = Set(Permission.InstructDossiers, Permission.DecideSanctions, Permission.HearAppeals),
        [Role.JuryMember] = Set(Permission.SitInJury, Permission.HearAppeals),
        [Role.EditorInChief] = Set(Permission.WriteContent, Permission.ManageContent, Permission.ScheduleContent, Permission.EditSite, Permission.ReadFacilitatorNotes),
    }.ToFrozenDictionary();

    /// <summary>All that the given roles allow together.</summary>
    public static IReadOnlySet<Permission> For(IEnumerable<Role> roles) =>
        roles.SelectMany(role => Table[role]).ToFrozenSet();

    private static FrozenSet<Permission> Set(params Permission[] permissions) => permissions.ToFrozenSet();
}
