namespace Tn.Certification.Surveillance;

/// <summary>What is written to the holder.</summary>
internal static class SurveillanceLetters
{
    public static Letter DeclarationDue(YearlyDeclaration declaration) => new(
        $"Votre déclaration annuelle est attendue le {French.ShortDate(declaration.DueOn!.Value)}",
        [
            $"L’anniversaire de votre certificat {declaration.CertificateNumber} approche : déclarez vos formations, vos missions, vos liens commerciaux et votre assurance au plus tard le {French.Date(declaration.DueOn.Value)}.",
            "La déclaration est déjà remplie de ce que le programme sait : relisez, complétez, envoyez.",
        ],
        "Faire ma déclaration",
        "/mon-parcours/declaration");

    public static Letter DeclarationMissing(YearlyDeclaration declaration) => new(
        "Votre déclaration annuelle n’a pas été reçue",
        [
            $"La déclaration de votre certificat {declaration.CertificateNumber} n’a pas été faite à temps. Le comité des partenaires privés le voit, et peut vous en demander raison.",
            "Vous pouvez encore la faire : elle sera notée comme faite en retard.",
        ],
        "Faire ma déclaration",
        "/mon-parcours/declaration");

    public static Letter ControlOpened(Control control) => new(
        $"Votre certificat {control.CertificateNumber} est contrôlé",
        [
            "Chaque certificat est contrôlé une fois pendant son terme, un jour tiré au sort. Le vôtre est venu : le comité des partenaires privés relit votre fiche, vos déclarations et les réclamations éventuelles.",
            "Tenez votre fiche à jour. Vous n’avez rien d’autre à faire : le comité vous écrira.",
        ],
        "Ouvrir mon parcours",
        "/mon-parcours");

    public static Letter Concluded(Control control) => control.State switch
    {
        ControlState.Prescribed => new(
            $"Contrôle de votre certificat : répondez avant le {French.ShortDate(control.DueOn!.Value)}",
            [$"Le comité vous demande : {control.Findings[^1].Text}", $"Dites ce que vous avez fait au plus tard le {French.Date(control.DueOn.Value)}."],
            "Répondre",
            "/mon-parcours/declaration"),
        ControlState.Cleared => new("Le contrôle de votre certificat est clos", [$"Le comité n’a plus rien à vous demander. {control.Findings[^1].Text}"], "Voir mon certificat", "/mon-parcours/certificat"),
        _ => new("Le contrôle de votre certificat relève des manquements", [$"Le comité a relevé : {control.Findings[^1].Text}", "Il doit décider d’une sanction. Sa décision vous sera notifiée, avec ses voies de recours."], "Voir mon certificat", "/mon-parcours/certificat"),
    };
}
