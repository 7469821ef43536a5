using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tn.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TellingFilesApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journey_distinct_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    One = table.Column<Guid>(type: "TEXT", nullable: false),
                    Other = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Undoes = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_distinct_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_distinct_files_journey_dossiers_One",
                        column: x => x.One,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_journey_distinct_files_journey_dossiers_Other",
                        column: x => x.Other,
                        principalTable: "journey_dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_journey_distinct_files_One_Other",
                table: "journey_distinct_files",
                columns: new[] { "One", "Other" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_distinct_files_Other",
                table: "journey_distinct_files",
                column: "Other");

            migrationBuilder.CreateIndex(
                name: "IX_journey_distinct_files_Undoes",
                table: "journey_distinct_files",
                column: "Undoes",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journey_distinct_files");
        }
    }
}
