from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli


class Migration(migrations.Migration):
    dependencies = [
        ("organi_collegiali", "0001_initial"),
        ("atti", "0002_muro"),
        ("norme", "0002_muro"),
        ("scuola", "0002_muro"),
    ]

    operations = [
        Proteggi(
            [
                "OrganoCollegiale", "Composizione", "Mandato", "Elezione", "Candidatura",
                "Numeratore", "Seduta", "Avviso", "Convocato", "Movimento", "Sospensione", "Punto",
                "Allegato", "Dichiarazione", "Intervento", "Interesse", "Anomalia", "Richiesta",
                "FirmaRichiesta", "Mozione", "Votazione", "Proposta", "VotoPalese", "Votante",
                "Scheda", "Delibera", "Effetto", "Seguito", "Frase", "Verbale", "Rilievo",
                "AllegatoVerbale",
            ]
        ),
        # What has a number or was put to the vote stays; who has voted cannot be struck off, and
        # nobody writes on a ballot that is in the box.
        Togli(["Numeratore", "Votazione", "Delibera", "Verbale"], "DELETE"),
        Togli(["Votante"], "UPDATE, DELETE"),
        Togli(["Scheda"], "UPDATE"),
    ]  # fmt: skip
