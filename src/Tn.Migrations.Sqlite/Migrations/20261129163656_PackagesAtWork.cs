using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tn.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PackagesAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasWords",
                table: "content_versions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "content_package_medias",
                columns: table => new
                {
                    MediaId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    PackageId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_package_medias", x => x.MediaId);
                });

            migrationBuilder.CreateTable(
                name: "content_package_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FileKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_package_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_title_words",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_title_words", x => new { x.VersionId, x.Word });
                    table.ForeignKey(
                        name: "FK_content_title_words_content_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_versions",
                        principalColumn: "VersionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_without_words",
                table: "content_versions",
                column: "VersionId",
                filter: "NOT \"HasWords\" AND \"LatestKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_package_medias_PackageId_Path",
                table: "content_package_medias",
                columns: new[] { "PackageId", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_content_package_runs_DueUtc",
                table: "content_package_runs",
                column: "DueUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_package_runs_StartedUtc",
                table: "content_package_runs",
                column: "StartedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_title_words_Word_VersionId",
                table: "content_title_words",
                columns: new[] { "Word", "VersionId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_package_medias");

            migrationBuilder.DropTable(
                name: "content_package_runs");

            migrationBuilder.DropTable(
                name: "content_title_words");

            migrationBuilder.DropIndex(
                name: "IX_content_without_words",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "HasWords",
                table: "content_versions");
        }
    }
}
