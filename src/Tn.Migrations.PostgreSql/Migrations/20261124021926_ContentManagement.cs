using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tn.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ContentManagement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Comment",
                table: "content_versions",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Culture",
                table: "content_versions",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "fr");

            migrationBuilder.AddColumn<string>(
                name: "LocalizationSet",
                table: "content_versions",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_api_tokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hint = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Scopes = table.Column<string>(type: "text", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UsedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_api_tokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_media_uses",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    MediaId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_uses", x => new { x.VersionId, x.MediaId });
                    table.ForeignKey(
                        name: "FK_content_media_uses_content_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_versions",
                        principalColumn: "VersionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_medias",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Folder = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Alt = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Decorative = table.Column<bool>(type: "boolean", nullable: false),
                    Licence = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Credit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SourceHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ModifiedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Variants = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    VariantsDueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VariantsTries = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_medias", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_package_conflicts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    OpenKey = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    PackageId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    PackageVersion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    IncomingVersionId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    IncomingHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FoundUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SettledUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_package_conflicts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_package_documents",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    PackageId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DeclinedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    IsInPackage = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_package_documents", x => x.ItemId);
                });

            migrationBuilder.CreateTable(
                name: "content_packages",
                columns: table => new
                {
                    PackageId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Manifest = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ChangedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_packages", x => x.PackageId);
                });

            migrationBuilder.CreateTable(
                name: "content_planned_acts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Submission = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    DueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Planner = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    ChangedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_planned_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_redirects",
                columns: table => new
                {
                    From = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    To = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_redirects", x => x.From);
                });

            migrationBuilder.CreateTable(
                name: "content_media_files",
                columns: table => new
                {
                    MediaId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    FileKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_files", x => new { x.MediaId, x.Version, x.Name });
                    table.ForeignKey(
                        name: "FK_content_media_files_content_medias_MediaId",
                        column: x => x.MediaId,
                        principalTable: "content_medias",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_planned_act_history",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PlannedActId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Trigger = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_planned_act_history", x => new { x.PlannedActId, x.Number });
                    table.ForeignKey(
                        name: "FK_content_planned_act_history_content_planned_acts_PlannedAct~",
                        column: x => x.PlannedActId,
                        principalTable: "content_planned_acts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "identity_roles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[] { new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000009"), "first", "EditorInChief", "EDITORINCHIEF" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_enrolments_CourseItemId_EditionId",
                table: "courses_enrolments",
                columns: new[] { "CourseItemId", "EditionId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_versions_LocalizationSet",
                table: "content_versions",
                column: "LocalizationSet");

            migrationBuilder.CreateIndex(
                name: "IX_content_api_tokens_Hash",
                table: "content_api_tokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_api_tokens_Owner_CreatedUtc",
                table: "content_api_tokens",
                columns: new[] { "Owner", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_media_files_FileKey",
                table: "content_media_files",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_content_media_uses_MediaId",
                table: "content_media_uses",
                column: "MediaId");

            migrationBuilder.CreateIndex(
                name: "IX_content_medias_Folder_ModifiedUtc",
                table: "content_medias",
                columns: new[] { "Folder", "ModifiedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_medias_ModifiedUtc",
                table: "content_medias",
                column: "ModifiedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_medias_Owner",
                table: "content_medias",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_content_medias_VariantsDueUtc",
                table: "content_medias",
                column: "VariantsDueUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_package_conflicts_OpenKey",
                table: "content_package_conflicts",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_package_conflicts_PackageId_FoundUtc",
                table: "content_package_conflicts",
                columns: new[] { "PackageId", "FoundUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_package_documents_PackageId_Path",
                table: "content_package_documents",
                columns: new[] { "PackageId", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_content_planned_acts_OpenKey",
                table: "content_planned_acts",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_planned_acts_State_DueUtc",
                table: "content_planned_acts",
                columns: new[] { "State", "DueUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_redirects_To",
                table: "content_redirects",
                column: "To");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_api_tokens");

            migrationBuilder.DropTable(
                name: "content_media_files");

            migrationBuilder.DropTable(
                name: "content_media_uses");

            migrationBuilder.DropTable(
                name: "content_package_conflicts");

            migrationBuilder.DropTable(
                name: "content_package_documents");

            migrationBuilder.DropTable(
                name: "content_packages");

            migrationBuilder.DropTable(
                name: "content_planned_act_history");

            migrationBuilder.DropTable(
                name: "content_redirects");

            migrationBuilder.DropTable(
                name: "content_medias");

            migrationBuilder.DropTable(
                name: "content_planned_acts");

            migrationBuilder.DropIndex(
                name: "IX_courses_enrolments_CourseItemId_EditionId",
                table: "courses_enrolments");

            migrationBuilder.DropIndex(
                name: "IX_content_versions_LocalizationSet",
                table: "content_versions");

            migrationBuilder.DeleteData(
                table: "identity_roles",
                keyColumn: "Id",
                keyValue: new Guid("0a6f1d3e-51c1-4a52-9d0e-000000000009"));

            migrationBuilder.DropColumn(
                name: "Comment",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "Culture",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "LocalizationSet",
                table: "content_versions");
        }
    }
}
