namespace Tn.Certification.Demonstration;

/// <summary>The demonstration's bank of cases: small businesses that do not exist, as their owners tell them.</summary>
internal static class DemonstrationCases
{
    public static readonly IReadOnlyList<(string Title, string Text)> All =
    [
        ("La boulangerie qui perd ses commandes du samedi",
            """
            Je tiens une boulangerie avec mon mari, deux vendeuses et un apprenti, dans un bourg de trois mille habitants. Les commandes de gâteaux arrivent par téléphone, par messages privés sur un réseau social, et sur un cahier à la caisse. Le samedi, nous en oublions une ou deux, et nous les offrons pour nous excuser.
            Un commercial m’a proposé un site avec paiement en ligne pour cent quarante euros par mois, engagement de quatre ans. Mon neveu dit qu’un tableur partagé suffirait. La vendeuse la plus ancienne ne veut pas d’un écran de plus à la caisse.
            J’ai une caisse certifiée, un téléphone, une tablette qui dort, une connexion correcte et deux mille euros à mettre cette année. Je ne veux pas dépendre de quelqu’un pour changer un prix.
            Que me conseillez-vous, dans quel ordre, et comment saurai-je dans six mois que c’était le bon choix ?
            """),
        ("Le garage dont la messagerie a été piratée",
            """
            Mon garage emploie quatre mécaniciens. Le mois dernier, un client a payé sa facture de deux mille trois cents euros sur un compte qui n’était pas le nôtre : quelqu’un lisait notre messagerie et avait changé le relevé bancaire joint. La même adresse et le même mot de passe servent à tout le monde depuis dix ans : messagerie, commande de pièces, espace du constructeur, banque.
            Nous avons porté plainte. L’assurance demande ce que nous avons mis en place depuis. Les sauvegardes sont sur un disque branché en permanence au poste de l’accueil, et personne n’a jamais essayé de les relire.
            Je peux y consacrer une demi-journée par semaine pendant deux mois, et mille cinq cents euros. Mes mécaniciens n’aiment pas les ordinateurs, mais ils savent suivre une fiche claire.
            Dites-moi ce que je dois faire cette semaine, ce mois-ci, et ce que je dois dire à mes clients.
            """),
        ("L’organisme de formation et ses fichiers de stagiaires",
            """
            Nous sommes trois formatrices et accueillons deux cents stagiaires par an. Leurs dossiers sont dans des tableurs, chacune le sien, avec numéro de sécurité sociale, situation de santé pour les aménagements, appréciations. Nous les envoyons par courrier électronique aux financeurs, et nous gardons tout depuis 2009.
            Une stagiaire a demandé à voir ce que nous avions sur elle ; il nous a fallu trois semaines, et nous avons retrouvé son dossier en quatre endroits. Un éditeur nous propose un logiciel complet, hébergé hors d’Europe, moins cher que les autres de moitié.
            Nous avons peu de temps, pas de service informatique, et une vraie peur de mal faire. Nous voulons aussi passer moins de temps à recopier.
            Par où commencer, que garder, que jeter, et comment choisir un outil sans nous enfermer ?
            """),
        ("La menuiserie qui veut être trouvée",
            """
            Je suis menuisier, avec un compagnon. Neuf chantiers sur dix viennent du bouche-à-oreille, mais deux architectes qui me donnaient du travail partent à la retraite. On me trouve mal sur internet : ma fiche d’établissement porte l’ancien numéro, un annuaire payant affiche des avis qui ne parlent pas de moi, et mon site date de 2014, fait par un prestataire disparu qui détient encore le nom de domaine.
            J’ai de belles photos de chantiers, sur trois téléphones. Je ne sais pas si j’ai le droit de les montrer. Une agence me promet « la première place » pour trois cents euros par mois.
            Je voudrais quatre demandes sérieuses par mois dans un rayon de trente kilomètres, pas davantage : nous ne sommes que deux.
            Que dois-je faire moi-même, que dois-je payer, et comment reprendre ce qui m’appartient ?
            """),
    ];
}
