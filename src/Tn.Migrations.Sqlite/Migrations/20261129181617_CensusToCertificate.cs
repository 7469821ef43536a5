using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tn.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CensusToCertificate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_one_open",
                table: "certification_sittings");

            // It held « declared » in every row: each value's own mark says so now.
            migrationBuilder.DropColumn(
                name: "Origin",
                table: "journey_census_answers");

            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "journey_dossiers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Published",
                table: "journey_dossiers",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Marks",
                table: "journey_census_answers",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "HistoryHead",
                table: "certification_sittings",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "0000000000000000000000000000000000000000000000000000000000000000");

            migrationBuilder.AddColumn<int>(
                name: "HistoryLength",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "PausedAt",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RawPoints",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RescoreDue",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Session",
                table: "certification_sittings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VerdictNumber",
                table: "certification_sittings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Attendances",
                table: "certification_jury_meetings",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "certification_jury_meetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "certification_appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Appellant = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Paper = table.Column<Guid>(type: "TEXT", nullable: true),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Panel = table.Column<string>(type: "TEXT", nullable: false),
                    Recusals = table.Column<string>(type: "TEXT", nullable: false),
                    Votes = table.Column<string>(type: "TEXT", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_appeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_case_studies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Candidate = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectTitle = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SubjectText = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Paper = table.Column<Guid>(type: "TEXT", nullable: true),
                    HandedInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Markers = table.Column<string>(type: "TEXT", nullable: false),
                    Markings = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_case_studies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_case_subjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_case_subjects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ClientName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ClientEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    SenderMark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    DecisionReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_complaints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_controls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_controls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_certification_controls_certification_certificates_Certificate",
                        column: x => x.Certificate,
                        principalTable: "certification_certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_declarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_declarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_certification_declarations_certification_certificates_Certificate",
                        column: x => x.Certificate,
                        principalTable: "certification_certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_exam_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Room = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AccessCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Invigilator = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvigilatorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlannedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_exam_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReportedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_certification_incidents_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_item_exclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Items = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_item_exclusions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_neutralisations",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Incident = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_neutralisations", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_certification_neutralisations_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "certification_sitting_history",
                columns: table => new
                {
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2400, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_sitting_history", x => new { x.Sitting, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_certification_sitting_history_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_sitting_items",
                columns: table => new
                {
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Axis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Points = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_sitting_items", x => new { x.Sitting, x.Position });
                    table.ForeignKey(
                        name: "FK_certification_sitting_items_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_sitting_verdicts",
                columns: table => new
                {
                    Sitting = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2400, nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_sitting_verdicts", x => new { x.Sitting, x.Number });
                    table.ForeignKey(
                        name: "FK_certification_sitting_verdicts_certification_sittings_Sitting",
                        column: x => x.Sitting,
                        principalTable: "certification_sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_assignments",
                columns: table => new
                {
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Instructor = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstructorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AssignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_assignments", x => x.Dossier);
                    table.ForeignKey(
                        name: "FK_journey_assignments_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_fingerprints",
                columns: table => new
                {
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_fingerprints", x => new { x.Dossier, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_journey_fingerprints_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kept = table.Column<Guid>(type: "TEXT", nullable: false),
                    Absorbed = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    Undoes = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_merges_journey_dossiers_Absorbed",
                        column: x => x.Absorbed,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_journey_merges_journey_dossiers_Kept",
                        column: x => x.Kept,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DepositedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_papers_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_reference_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mission = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Axis = table.Column<string>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<string>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    ClientEmail = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpensUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_reference_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_reference_requests_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_register_readings",
                columns: table => new
                {
                    Dossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Entry = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_register_readings", x => x.Dossier);
                    table.ForeignKey(
                        name: "FK_journey_register_readings_journey_dossiers_Dossier",
                        column: x => x.Dossier,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journey_signature_evidence",
                columns: table => new
                {
                    Signature = table.Column<Guid>(type: "TEXT", nullable: false),
                    PdfKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsPdfTimeStamped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Token = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StampedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_signature_evidence", x => x.Signature);
                    table.ForeignKey(
                        name: "FK_journey_signature_evidence_journey_signatures_Signature",
                        column: x => x.Signature,
                        principalTable: "journey_signatures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_session_seats",
                columns: table => new
                {
                    Session = table.Column<Guid>(type: "TEXT", nullable: false),
                    Candidate = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PresentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MarkedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_session_seats", x => new { x.Session, x.Candidate });
                    table.ForeignKey(
                        name: "FK_certification_session_seats_certification_exam_sessions_Session",
                        column: x => x.Session,
                        principalTable: "certification_exam_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_journey_dossiers_MergedInto",
                table: "journey_dossiers",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_Candidate_Attempt",
                table: "certification_sittings",
                columns: new[] { "Candidate", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_one_open",
                table: "certification_sittings",
                column: "Candidate",
                unique: true,
                filter: "\"Status\" IN ('Open', 'Paused')");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_RescoreDue",
                table: "certification_sittings",
                column: "RescoreDue",
                filter: "\"RescoreDue\"");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_Session",
                table: "certification_sittings",
                column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_StartedAt",
                table: "certification_sittings",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_Status_ClosedAt",
                table: "certification_sittings",
                columns: new[] { "Status", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_appeals_Appellant_ContestedAt",
                table: "certification_appeals",
                columns: new[] { "Appellant", "ContestedAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_appeals_State_DueOn",
                table: "certification_appeals",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_case_studies_Candidate_Id",
                table: "certification_case_studies",
                columns: new[] { "Candidate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_case_studies_one_open",
                table: "certification_case_studies",
                column: "Candidate",
                unique: true,
                filter: "\"State\" <> 'Marked'");

            migrationBuilder.CreateIndex(
                name: "IX_certification_case_studies_State_DueOn",
                table: "certification_case_studies",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_complaints_Certificate_WrittenAt",
                table: "certification_complaints",
                columns: new[] { "Certificate", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_complaints_Holder_WrittenAt",
                table: "certification_complaints",
                columns: new[] { "Holder", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_complaints_LinkHash",
                table: "certification_complaints",
                column: "LinkHash");

            migrationBuilder.CreateIndex(
                name: "IX_certification_complaints_SenderMark_WrittenAt",
                table: "certification_complaints",
                columns: new[] { "SenderMark", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_complaints_State_DueOn",
                table: "certification_complaints",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_controls_Certificate",
                table: "certification_controls",
                column: "Certificate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_controls_Holder",
                table: "certification_controls",
                column: "Holder");

            migrationBuilder.CreateIndex(
                name: "IX_certification_controls_State_DueOn",
                table: "certification_controls",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_controls_State_OpensOn",
                table: "certification_controls",
                columns: new[] { "State", "OpensOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_declarations_Certificate_Year",
                table: "certification_declarations",
                columns: new[] { "Certificate", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_declarations_Holder",
                table: "certification_declarations",
                column: "Holder");

            migrationBuilder.CreateIndex(
                name: "IX_certification_declarations_State_DueOn",
                table: "certification_declarations",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_exam_sessions_HeldOn",
                table: "certification_exam_sessions",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_certification_incidents_Sitting_ReportedAt",
                table: "certification_incidents",
                columns: new[] { "Sitting", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_incidents_Status_ReportedAt",
                table: "certification_incidents",
                columns: new[] { "Status", "ReportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_neutralisations_Incident",
                table: "certification_neutralisations",
                column: "Incident");

            migrationBuilder.CreateIndex(
                name: "IX_certification_neutralisations_Sitting",
                table: "certification_neutralisations",
                column: "Sitting");

            migrationBuilder.CreateIndex(
                name: "IX_certification_neutralisations_VersionId_Sitting",
                table: "certification_neutralisations",
                columns: new[] { "VersionId", "Sitting" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_papers_FileKey",
                table: "certification_papers",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_certification_session_seats_Candidate_HeldOn",
                table: "certification_session_seats",
                columns: new[] { "Candidate", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_certification_sitting_items_ItemId",
                table: "certification_sitting_items",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sitting_items_VersionId",
                table: "certification_sitting_items",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_journey_assignments_Instructor",
                table: "journey_assignments",
                column: "Instructor");

            migrationBuilder.CreateIndex(
                name: "IX_journey_fingerprints_Kind_Value",
                table: "journey_fingerprints",
                columns: new[] { "Kind", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_fingerprints_Number",
                table: "journey_fingerprints",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_journey_merges_Absorbed",
                table: "journey_merges",
                column: "Absorbed");

            migrationBuilder.CreateIndex(
                name: "IX_journey_merges_Kept",
                table: "journey_merges",
                column: "Kept");

            migrationBuilder.CreateIndex(
                name: "IX_journey_merges_Undoes",
                table: "journey_merges",
                column: "Undoes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_papers_Dossier_DepositedAt",
                table: "journey_papers",
                columns: new[] { "Dossier", "DepositedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_papers_FileKey",
                table: "journey_papers",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_journey_reference_requests_Dossier_AskedAt",
                table: "journey_reference_requests",
                columns: new[] { "Dossier", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_reference_requests_TokenHash",
                table: "journey_reference_requests",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_signature_evidence_DueAt",
                table: "journey_signature_evidence",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_journey_signature_evidence_PdfKey",
                table: "journey_signature_evidence",
                column: "PdfKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certification_appeals");

            migrationBuilder.DropTable(
                name: "certification_case_studies");

            migrationBuilder.DropTable(
                name: "certification_case_subjects");

            migrationBuilder.DropTable(
                name: "certification_complaints");

            migrationBuilder.DropTable(
                name: "certification_controls");

            migrationBuilder.DropTable(
                name: "certification_declarations");

            migrationBuilder.DropTable(
                name: "certification_incidents");

            migrationBuilder.DropTable(
                name: "certification_item_exclusions");

            migrationBuilder.DropTable(
                name: "certification_neutralisations");

            migrationBuilder.DropTable(
                name: "certification_papers");

            migrationBuilder.DropTable(
                name: "certification_session_seats");

            migrationBuilder.DropTable(
                name: "certification_sitting_history");

            migrationBuilder.DropTable(
                name: "certification_sitting_items");

            migrationBuilder.DropTable(
                name: "certification_sitting_verdicts");

            migrationBuilder.DropTable(
                name: "journey_assignments");

            migrationBuilder.DropTable(
                name: "journey_fingerprints");

            migrationBuilder.DropTable(
                name: "journey_merges");

            migrationBuilder.DropTable(
                name: "journey_papers");

            migrationBuilder.DropTable(
                name: "journey_reference_requests");

            migrationBuilder.DropTable(
                name: "journey_register_readings");

            migrationBuilder.DropTable(
                name: "journey_signature_evidence");

            migrationBuilder.DropTable(
                name: "certification_exam_sessions");

            migrationBuilder.DropIndex(
                name: "IX_journey_dossiers_MergedInto",
                table: "journey_dossiers");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_Candidate_Attempt",
                table: "certification_sittings");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_one_open",
                table: "certification_sittings");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_RescoreDue",
                table: "certification_sittings");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_Session",
                table: "certification_sittings");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_StartedAt",
                table: "certification_sittings");

            migrationBuilder.DropIndex(
                name: "IX_certification_sittings_Status_ClosedAt",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "journey_dossiers");

            migrationBuilder.DropColumn(
                name: "Published",
                table: "journey_dossiers");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "journey_census_answers");

            migrationBuilder.DropColumn(
                name: "HistoryHead",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "HistoryLength",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "RawPoints",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "RescoreDue",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "Session",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "VerdictNumber",
                table: "certification_sittings");

            migrationBuilder.DropColumn(
                name: "Attendances",
                table: "certification_jury_meetings");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "certification_jury_meetings");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "journey_census_answers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_certification_sittings_one_open",
                table: "certification_sittings",
                column: "Candidate",
                unique: true,
                filter: "\"Status\" = 'Open'");
        }
    }
}
