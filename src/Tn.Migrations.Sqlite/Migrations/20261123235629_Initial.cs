using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Tn.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certification_accommodations",
                columns: table => new
                {
                    Candidate = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExtraTimePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_accommodations", x => x.Candidate);
                });

            migrationBuilder.CreateTable(
                name: "certification_certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnterpriseName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Departments = table.Column<string>(type: "TEXT", nullable: false),
                    Axes = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OnProbation = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Renews = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_certificates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_jury_meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_jury_meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_sittings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Candidate = table.Column<Guid>(type: "TEXT", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExtraTimePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FormJson = table.Column<string>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    LastAnswerAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerdictJson = table.Column<string>(type: "TEXT", nullable: true),
                    VerdictHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_sittings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "committees_mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Committee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    College = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ties = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees_mandates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "committees_rules",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees_rules", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "content_editions",
                columns: table => new
                {
                    EditionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CourseItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CurrentKey = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    PublishedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_editions", x => x.EditionId);
                });

            migrationBuilder.CreateTable(
                name: "content_submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Submitter = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmitterName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChangedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_submissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DisplayText = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ContainerId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    LatestKey = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    PublishedKey = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ModifiedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Author = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    Rendered = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_versions", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "courses_enrolments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CourseSlug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EditionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    LessonsRead = table.Column<string>(type: "TEXT", nullable: false),
                    LastLesson = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    LastAnchor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LastSeenUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    CompletedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_enrolments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "courses_statements",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CourseItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CourseSlug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CourseTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EditionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Axis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Lessons = table.Column<int>(type: "INTEGER", nullable: false),
                    Questions = table.Column<int>(type: "INTEGER", nullable: false),
                    ScorePercent = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_statements", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "identity_history",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_history", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "identity_invitations",
                columns: table => new
                {
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_invitations", x => x.TokenHash);
                });

            migrationBuilder.CreateTable(
                name: "identity_people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 420, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_roles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "journey_dossiers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnterpriseName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    Commune = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Axes = table.Column<string>(type: "TEXT", nullable: false),
                    Ties = table.Column<string>(type: "TEXT", nullable: false),
                    Departments = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BeforeResignature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BeforeSanction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HistoryLength = table.Column<int>(type: "INTEGER", nullable: false),
                    HistoryHead = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_dossiers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "journey_signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    CharterItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CharterVersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CharterNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Locale = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    SignerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", nullable: false),
                    Authentication = table.Column<string>(type: "TEXT", nullable: false),
                    TypedSentence = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_signatures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "network_centres",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_centres", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "network_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<Guid>(type: "TEXT", nullable: false),
                    SenderMark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "network_profiles",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    Consents = table.Column<string>(type: "TEXT", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_profiles", x => x.Person);
                });

            migrationBuilder.CreateTable(
                name: "platform_mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "reminders_due",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_due", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reminders_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Paragraphs = table.Column<string>(type: "TEXT", nullable: false),
                    ActionLabel = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ActionPath = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "webinars_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Axis = table.Column<string>(type: "TEXT", nullable: true),
                    StartsUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    IsListed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webinars_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_certificate_facts",
                columns: table => new
                {
                    Certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    Index = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_certificate_facts", x => new { x.Certificate, x.Index });
                    table.ForeignKey(
                        name: "FK_certification_certificate_facts_certification_certificates_Certificate",
                        column: x => x.Certificate,
                        principalTable: "certification_certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_jury_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Meeting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Candidate = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    IsRenewal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Minutes = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_jury_cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_certification_jury_cases_certification_jury_meetings_Meeting",
                        column: x => x.Meeting,
                        principalTable: "certification_jury_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_answers",
                columns: table => new
                {
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Response = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_answers", x => new { x.Sitting, x.Position });
                    table.ForeignKey(
                        name: "FK_certification_answers_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "content_review_history",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_history", x => new { x.SubmissionId, x.Number });
                    table.ForeignKey(
                        name: "FK_content_review_history_content_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "content_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_review_votes",
                columns: table => new
                {
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_votes", x => new { x.SubmissionId, x.Round, x.Member });
                    table.ForeignKey(
                        name: "FK_content_review_votes_content_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "content_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_submission_documents",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Author = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_submission_documents", x => new { x.SubmissionId, x.VersionId });
                    table.ForeignKey(
                        name: "FK_content_submission_documents_content_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "content_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "courses_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Enrolment = table.Column<Guid>(type: "TEXT", nullable: false),
                    LessonVersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<decimal>(type: "TEXT", precision: 18, scale: 6, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AnsweredUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses_attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_attempts_courses_enrolments_Enrolment",
                        column: x => x.Enrolment,
                        principalTable: "courses_enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identity_people_roles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_people_roles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_identity_people_roles_identity_people_UserId",
                        column: x => x.UserId,
                        principalTable: "identity_people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_identity_people_roles_identity_roles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "identity_roles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_census_answers",
                columns: table => new
                {
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_census_answers", x => new { x.Dossier, x.Step });
                    table.ForeignKey(
                        name: "FK_journey_census_answers_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_history",
                columns: table => new
                {
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_history", x => new { x.Dossier, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_journey_history_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_notes_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_piece_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Pieces = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_piece_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_piece_requests_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webinars_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Session = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webinars_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_webinars_registrations_webinars_sessions_Session",
                        column: x => x.Session,
                        principalTable: "webinars_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certification_jury_recusals",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DeclaredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_jury_recusals", x => new { x.Case, x.Member });
                    table.ForeignKey(
                        name: "FK_certification_jury_recusals_certification_jury_cases_Case",
                        column: x => x.Case,
                        principalTable: "certification_jury_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_jury_votes",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ballot = table.Column<string>(type: "TEXT", nullable: false),
                    CastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_jury_votes", x => new { x.Case, x.Member });
                    table.ForeignKey(
                        name: "FK_certification_jury_votes_certification_jury_cases_Case",
                        column: x => x.Case,
                        principalTable: "certification_jury_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "identity_roles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000001"), "first", "Administrator", "ADMINISTRATOR" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000002"), "first", "Advisor", "ADVISOR" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000003"), "first", "Consultant", "CONSULTANT" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000004"), "first", "Author", "AUTHOR" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000005"), "first", "PedagogyMember", "PEDAGOGYMEMBER" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000006"), "first", "CentresMember", "CENTRESMEMBER" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000007"), "first", "PartnersMember", "PARTNERSMEMBER" },
                    { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000008"), "first", "JuryMember", "JURYMEMBER" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificate_facts_Kind_Until",
                table: "certification_certificate_facts",
                columns: new[] { "Kind", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_CodeHash",
                table: "certification_certificates",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_DecidedBy",
                table: "certification_certificates",
                column: "DecidedBy",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_FileNumber",
                table: "certification_certificates",
                column: "FileNumber");

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_Holder_From",
                table: "certification_certificates",
                columns: new[] { "Holder", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_Number",
                table: "certification_certificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_certificates_Until",
                table: "certification_certificates",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_certification_jury_cases_Meeting_Status",
                table: "certification_jury_cases",
                columns: new[] { "Meeting", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_jury_cases_one_open",
                table: "certification_jury_cases",
                column: "Candidate",
                unique: true,
                filter: "\"Status\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_certification_jury_meetings_HeldOn",
                table: "certification_jury_meetings",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_Candidate_StartedAt",
                table: "certification_sittings",
                columns: new[] { "Candidate", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_one_open",
                table: "certification_sittings",
                column: "Candidate",
                unique: true,
                filter: "\"Status\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_Status_EndsAt",
                table: "certification_sittings",
                columns: new[] { "Status", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_committees_mandates_Committee_Until",
                table: "committees_mandates",
                columns: new[] { "Committee", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_committees_mandates_Person",
                table: "committees_mandates",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_committees_rules_Key_InForceFrom",
                table: "committees_rules",
                columns: new[] { "Key", "InForceFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_editions_CourseItemId_PublishedUtc",
                table: "content_editions",
                columns: new[] { "CourseItemId", "PublishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_editions_CurrentKey",
                table: "content_editions",
                column: "CurrentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_submission_documents_ItemId",
                table: "content_submission_documents",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_content_submission_documents_VersionId",
                table: "content_submission_documents",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_content_submissions_State_DueOn",
                table: "content_submissions",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_AddressKey",
                table: "content_versions",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_ContainerId",
                table: "content_versions",
                column: "ContainerId");

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_ContentType_DisplayText",
                table: "content_versions",
                columns: new[] { "ContentType", "DisplayText" });

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_ItemId_ModifiedUtc",
                table: "content_versions",
                columns: new[] { "ItemId", "ModifiedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_LatestKey",
                table: "content_versions",
                column: "LatestKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_PublishedKey",
                table: "content_versions",
                column: "PublishedKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_attempts_Enrolment_QuestionId_Number",
                table: "courses_attempts",
                columns: new[] { "Enrolment", "QuestionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_enrolments_Person_CourseItemId",
                table: "courses_enrolments",
                columns: new[] { "Person", "CourseItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_courses_enrolments_Person_LastSeenUtc",
                table: "courses_enrolments",
                columns: new[] { "Person", "LastSeenUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_statements_Holder_CourseItemId",
                table: "courses_statements",
                columns: new[] { "Holder", "CourseItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_history_Person_Sequence",
                table: "identity_history",
                columns: new[] { "Person", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_people_FamilyName_GivenName_Id",
                table: "identity_people",
                columns: new[] { "FamilyName", "GivenName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_people_NormalizedEmail",
                table: "identity_people",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_people_NormalizedUserName",
                table: "identity_people",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_people_roles_RoleId",
                table: "identity_people_roles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_identity_roles_NormalizedName",
                table: "identity_roles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_Number",
                table: "journey_dossiers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_Person",
                table: "journey_dossiers",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_Siret",
                table: "journey_dossiers",
                column: "Siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_State_DueOn",
                table: "journey_dossiers",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_State_StateSince",
                table: "journey_dossiers",
                columns: new[] { "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_notes_Dossier_At",
                table: "journey_notes",
                columns: new[] { "Dossier", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_piece_requests_Dossier_RequestedAt",
                table: "journey_piece_requests",
                columns: new[] { "Dossier", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_signatures_Person_CharterVersionId",
                table: "journey_signatures",
                columns: new[] { "Person", "CharterVersionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_network_centres_Name",
                table: "network_centres",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_network_centres_Slug",
                table: "network_centres",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_network_messages_Recipient_At",
                table: "network_messages",
                columns: new[] { "Recipient", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_network_messages_SenderMark_At",
                table: "network_messages",
                columns: new[] { "SenderMark", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_network_profiles_IsPublic",
                table: "network_profiles",
                column: "IsPublic");

            migrationBuilder.CreateIndex(
                name: "IX_network_profiles_Slug",
                table: "network_profiles",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_mails_Key",
                table: "platform_mails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_mails_SentAt_NotBefore",
                table: "platform_mails",
                columns: new[] { "SentAt", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_HandledAt_NotBefore",
                table: "platform_outbox",
                columns: new[] { "HandledAt", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_Name_Sequence",
                table: "platform_outbox",
                columns: new[] { "Name", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_Key",
                table: "reminders_due",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_Kind_Subject",
                table: "reminders_due",
                columns: new[] { "Kind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_State_DueUtc",
                table: "reminders_due",
                columns: new[] { "State", "DueUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_State_NotBefore",
                table: "reminders_due",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_notices_Person_At",
                table: "reminders_notices",
                columns: new[] { "Person", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_notices_Person_Key",
                table: "reminders_notices",
                columns: new[] { "Person", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_notices_Person_ReadAt",
                table: "reminders_notices",
                columns: new[] { "Person", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_webinars_registrations_Person",
                table: "webinars_registrations",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_webinars_registrations_Session_Person",
                table: "webinars_registrations",
                columns: new[] { "Session", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_webinars_sessions_ItemId",
                table: "webinars_sessions",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_webinars_sessions_Slug",
                table: "webinars_sessions",
                column: "Slug");

            migrationBuilder.CreateIndex(
                name: "IX_webinars_sessions_StartsUtc",
                table: "webinars_sessions",
                column: "StartsUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certification_accommodations");

            migrationBuilder.DropTable(
                name: "certification_answers");

            migrationBuilder.DropTable(
                name: "certification_certificate_facts");

            migrationBuilder.DropTable(
                name: "certification_jury_recusals");

            migrationBuilder.DropTable(
                name: "certification_jury_votes");

            migrationBuilder.DropTable(
                name: "committees_mandates");

            migrationBuilder.DropTable(
                name: "committees_rules");

            migrationBuilder.DropTable(
                name: "content_editions");

            migrationBuilder.DropTable(
                name: "content_review_history");

            migrationBuilder.DropTable(
                name: "content_review_votes");

            migrationBuilder.DropTable(
                name: "content_submission_documents");

            migrationBuilder.DropTable(
                name: "content_versions");

            migrationBuilder.DropTable(
                name: "courses_attempts");

            migrationBuilder.DropTable(
                name: "courses_statements");

            migrationBuilder.DropTable(
                name: "identity_history");

            migrationBuilder.DropTable(
                name: "identity_invitations");

            migrationBuilder.DropTable(
                name: "identity_people_roles");

            migrationBuilder.DropTable(
                name: "journey_census_answers");

            migrationBuilder.DropTable(
                name: "journey_history");

            migrationBuilder.DropTable(
                name: "journey_notes");

            migrationBuilder.DropTable(
                name: "journey_piece_requests");

            migrationBuilder.DropTable(
                name: "journey_signatures");

            migrationBuilder.DropTable(
                name: "network_centres");

            migrationBuilder.DropTable(
                name: "network_messages");

            migrationBuilder.DropTable(
                name: "network_profiles");

            migrationBuilder.DropTable(
                name: "platform_mails");

            migrationBuilder.DropTable(
                name: "platform_outbox");

            migrationBuilder.DropTable(
                name: "reminders_due");

            migrationBuilder.DropTable(
                name: "reminders_notices");

            migrationBuilder.DropTable(
                name: "webinars_registrations");

            migrationBuilder.DropTable(
                name: "certification_sittings");

            migrationBuilder.DropTable(
                name: "certification_certificates");

            migrationBuilder.DropTable(
                name: "certification_jury_cases");

            migrationBuilder.DropTable(
                name: "content_submissions");

            migrationBuilder.DropTable(
                name: "courses_enrolments");

            migrationBuilder.DropTable(
                name: "identity_people");

            migrationBuilder.DropTable(
                name: "identity_roles");

            migrationBuilder.DropTable(
                name: "journey_dossiers");

            migrationBuilder.DropTable(
                name: "webinars_sessions");

            migrationBuilder.DropTable(
                name: "certification_jury_meetings");
        }
    }
}
