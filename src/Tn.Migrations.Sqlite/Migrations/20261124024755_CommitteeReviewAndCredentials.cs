using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tn.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CommitteeReviewAndCredentials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Axis",
                table: "content_versions",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeletedUtc",
                table: "content_versions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewBy",
                table: "content_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "content_submissions",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Renewal",
                table: "content_submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Findings",
                table: "content_submission_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OpenKey",
                table: "content_submission_documents",
                type: "TEXT",
                maxLength: 26,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "certification_credentials",
                columns: table => new
                {
                    Certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatusList = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Jwt = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_credentials", x => x.Certificate);
                    table.ForeignKey(
                        name: "FK_certification_credentials_certification_certificates_Certificate",
                        column: x => x.Certificate,
                        principalTable: "certification_certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certification_issuer_keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Algorithm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    SealedPrivateKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certification_issuer_keys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "content_history",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_history", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "content_review_former_votes",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_former_votes", x => new { x.SubmissionId, x.Number });
                    table.ForeignKey(
                        name: "FK_content_review_former_votes_content_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "content_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_review_readings",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_readings", x => new { x.SubmissionId, x.Person, x.VersionId });
                });

            migrationBuilder.CreateTable(
                name: "content_review_threads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Anchor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ResolvedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_threads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_working_copies",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    BaseVersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_working_copies", x => new { x.Person, x.ItemId });
                });

            migrationBuilder.CreateTable(
                name: "content_review_remarks",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Author = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_review_remarks", x => new { x.ThreadId, x.Number });
                    table.ForeignKey(
                        name: "FK_content_review_remarks_content_review_threads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "content_review_threads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // What stood in the parts stands beside them now, so that lists find it; open submissions keep their items to themselves.
            migrationBuilder.Sql("""UPDATE content_versions SET "Axis" = json_extract("Parts", '$.learningPart.axis'), "ReviewBy" = json_extract("Parts", '$.reviewPart.reviewBy');""");
            migrationBuilder.Sql("""UPDATE content_submission_documents SET "OpenKey" = "ItemId" WHERE "SubmissionId" IN (SELECT "Id" FROM content_submissions WHERE "State" IN ('Submitted', 'InReview', 'ChangesRequested'));""");

            migrationBuilder.CreateIndex(
                name: "IX_content_deleted",
                table: "content_versions",
                columns: new[] { "ModifiedUtc", "ItemId" },
                filter: "\"DeletedUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_axis",
                table: "content_versions",
                columns: new[] { "Axis", "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_drafts",
                table: "content_versions",
                columns: new[] { "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL AND COALESCE(\"PublishedKey\", '') = ''");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_modified",
                table: "content_versions",
                columns: new[] { "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_owner",
                table: "content_versions",
                columns: new[] { "Owner", "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_published",
                table: "content_versions",
                columns: new[] { "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL AND \"PublishedKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_review",
                table: "content_versions",
                columns: new[] { "ReviewBy", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_title",
                table: "content_versions",
                columns: new[] { "DisplayText", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_listed_type",
                table: "content_versions",
                columns: new[] { "ContentType", "ModifiedUtc", "ItemId" },
                filter: "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_ContentType_Slug",
                table: "content_versions",
                columns: new[] { "ContentType", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_ReviewBy",
                table: "content_versions",
                column: "ReviewBy");

            migrationBuilder.CreateIndex(
                name: "IX_content_submission_documents_OpenKey",
                table: "content_submission_documents",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_credentials_StatusList_StatusIndex",
                table: "certification_credentials",
                columns: new[] { "StatusList", "StatusIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_certification_issuer_keys_Algorithm_Generation",
                table: "certification_issuer_keys",
                columns: new[] { "Algorithm", "Generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_history_ItemId_Number",
                table: "content_history",
                columns: new[] { "ItemId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_content_review_readings_Person_ItemId_At",
                table: "content_review_readings",
                columns: new[] { "Person", "ItemId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_content_review_threads_ItemId_OpenedUtc",
                table: "content_review_threads",
                columns: new[] { "ItemId", "OpenedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_review_threads_SubmissionId",
                table: "content_review_threads",
                column: "SubmissionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certification_credentials");

            migrationBuilder.DropTable(
                name: "certification_issuer_keys");

            migrationBuilder.DropTable(
                name: "content_history");

            migrationBuilder.DropTable(
                name: "content_review_former_votes");

            migrationBuilder.DropTable(
                name: "content_review_readings");

            migrationBuilder.DropTable(
                name: "content_review_remarks");

            migrationBuilder.DropTable(
                name: "content_working_copies");

            migrationBuilder.DropTable(
                name: "content_review_threads");

            migrationBuilder.DropIndex(
                name: "IX_content_deleted",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_axis",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_drafts",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_modified",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_owner",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_published",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_review",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_title",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_listed_type",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_versions_ContentType_Slug",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_versions_ReviewBy",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_submission_documents_OpenKey",
                table: "content_submission_documents");

            migrationBuilder.DropColumn(
                name: "Axis",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "DeletedUtc",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "ReviewBy",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "content_submissions");

            migrationBuilder.DropColumn(
                name: "Renewal",
                table: "content_submissions");

            migrationBuilder.DropColumn(
                name: "Findings",
                table: "content_submission_documents");

            migrationBuilder.DropColumn(
                name: "OpenKey",
                table: "content_submission_documents");
        }
    }
}
