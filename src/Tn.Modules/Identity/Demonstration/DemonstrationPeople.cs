namespace Tn.Identity.Demonstration;

/// <summary>Someone of the demonstration. All are invented.</summary>
internal sealed record DemonstrationPerson(string Email, string GivenName, string FamilyName, params IReadOnlyList<Role> Roles);

/// <summary>Who is in the demonstration: the accounts to try, sixty advisors and thirty consultants, from here and overseas.</summary>
internal static class DemonstrationPeople
{
    private static readonly IReadOnlyList<DemonstrationPerson> Named =
    [
        new("admin@demo.test", "Claire", "Vasseur", Role.Administrator),
        new("conseiller@demo.test", "Hélène", "Marchetti", Role.Advisor),
        new("auteur@demo.test", "Antoine", "Delorme", Role.Author, Role.Advisor),
        new("redaction@demo.test", "Marguerite", "Sorel", Role.EditorInChief),
        new("pedago1@demo.test", "Françoise", "Aubert", Role.PedagogyMember),
        new("pedago2@demo.test", "Karim", "Benali", Role.PedagogyMember),
        new("pedago3@demo.test", "Solange", "Hoarau", Role.PedagogyMember),
        new("pedago4@demo.test", "Yann", "Le Goff", Role.PedagogyMember),
        new("pedago5@demo.test", "Mireille", "Schneider", Role.PedagogyMember),
        new("centres1@demo.test", "Dominique", "Etcheverry", Role.CentresMember),
        new("partenaires1@demo.test", "Isabelle", "Roussel", Role.PartnersMember),
        new("partenaires2@demo.test", "Thierry", "Nguyen", Role.PartnersMember),
        new("partenaires3@demo.test", "Agnès", "Lacombe", Role.PartnersMember),
        new("jury1@demo.test", "Bernard", "Chevalier", Role.JuryMember),
        new("jury2@demo.test", "Nadia", "Haddad", Role.JuryMember),
        new("jury3@demo.test", "Laurent", "Peretti", Role.JuryMember),
        new("consultant.nouveau@demo.test", "Élodie", "Fabre", Role.Consultant),
        new("consultant.recense@demo.test", "Mathieu", "Carpentier", Role.Consultant),
        new("consultant.formation@demo.test", "Sandrine", "Payet", Role.Consultant),
        new("consultant.jury@demo.test", "Olivier", "Keller", Role.Consultant),
        new("consultant.certifie@demo.test", "Amélie", "Rousselot", Role.Consultant),
        new("consultant.renouvellement@demo.test", "Stéphane", "Guichard", Role.Consultant),
        new("consultant.suspendu@demo.test", "Pascal", "Morvan", Role.Consultant),
    ];

    private static readonly IReadOnlyList<(string Given, string Family)> Advisors =
    [
        ("Anne", "Lefèvre"), ("Jean-Marc", "Colin"), ("Sylvie", "Garnier"), ("Mehdi", "Cherif"), ("Catherine", "Le Bihan"),
        ("Philippe", "Dubreuil"), ("Nathalie", "Casanova"), ("Rémi", "Bourgeois"), ("Aurélie", "Fontaine"), ("Gérard", "Masson"),
        ("Fatou", "Diallo"), ("Vincent", "Perrin"), ("Marie-Line", "Grondin"), ("Éric", "Lambert"), ("Christelle", "Poirier"),
        ("Julien", "Baptiste"), ("Valérie", "Tisserand"), ("Samuel", "Weber"), ("Odile", "Charpentier"), ("Bruno", "Echeverria"),
        ("Corinne", "Blanchard"), ("Teva", "Temaru"), ("Muriel", "Quéré"), ("Nicolas", "Vidal"), ("Séverine", "Dupuis"),
        ("Patrick", "Césaire"), ("Laëtitia", "Renault"), ("David", "Muller"), ("Brigitte", "Joly"), ("Yassine", "Amrani"),
        ("Delphine", "Cordier"), ("Frédéric", "Hamon"), ("Ghislaine", "Nativel"), ("Arnaud", "Picard"), ("Maëlle", "Kervella"),
        ("Christophe", "Sanchez"), ("Véronique", "Barbier"), ("Loïc", "Tanguy"), ("Josette", "Louisy"), ("Grégory", "Collet"),
        ("Sabine", "Hoffmann"), ("Alain", "Bertin"), ("Emmanuelle", "Ferry"), ("Kevin", "Rakoto"), ("Martine", "Legrand"),
        ("Xavier", "Pujol"), ("Noémie", "Arnaud"), ("Didier", "Santoni"), ("Sarah", "Lévy"), ("Thomas", "Berthelot"),
        ("Lucienne", "Kaleb"), ("Hervé", "Jacquet"), ("Inès", "Moreau"), ("Raphaël", "Ducasse"), ("Monique", "Thibault"),
        ("Cédric", "Wagner"), ("Rose-May", "Zandronis"), ("Fabien", "Leclercq"), ("Pauline", "Giraud"), ("Abdallah", "Madi"),
    ];

    private static readonly IReadOnlyList<(string Given, string Family)> Consultants =
    [
        ("Benoît", "Maillard"), ("Céline", "Rivière"), ("Hugo", "Delattre"), ("Leïla", "Mansouri"), ("Guillaume", "Prévost"),
        ("Audrey", "Bonnet"), ("Marc-Antoine", "Luciani"), ("Stéphanie", "Hébert"), ("Rachid", "Belkacem"), ("Virginie", "Caron"),
        ("Damien", "Le Floch"), ("Manon", "Texier"), ("Jérôme", "Schmitt"), ("Florence", "Vallet"), ("Tanguy", "Guillou"),
        ("Marie-Josée", "Rivière"), ("Romain", "Descamps"), ("Sophie", "Lemaître"), ("Alexandre", "Toussaint"), ("Coralie", "Hoareau"),
        ("Mickaël", "Barre"), ("Estelle", "Courtois"), ("Franck", "Zimmermann"), ("Nawel", "Saïdi"), ("Ludovic", "Pasquier"),
        ("Jeanne", "Etchegaray"), ("Eddy", "Sainte-Rose"), ("Caroline", "Meunier"), ("Pierre-Yves", "Kerjean"), ("Lucie", "Gaillard"),
    ];

    /// <summary>Everyone, the named accounts first.</summary>
    public static IEnumerable<DemonstrationPerson> All() =>
        Named.Concat(Numbered("conseiller", Advisors, Role.Advisor)).Concat(Numbered("consultant", Consultants, Role.Consultant));

    private static IEnumerable<DemonstrationPerson> Numbered(string prefix, IReadOnlyList<(string Given, string Family)> names, Role role) =>
        names.Select((name, index) => new DemonstrationPerson($"{prefix}{index + 1:00}@demo.test", name.Given, name.Family, role));
}
