from django.db import migrations

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [
        ("competenze", "0001_initial"),
        ("atti", "0002_muro"),
        ("scuola", "0002_muro"),
    ]

    operations = [
        Proteggi(
            [
                "Rilevazione", "Abbinamento", "ClasseRilevata", "Inserimento", "Valutazione",
                "Decisione", "LivelloCertificato", "Emissione", "Certificato", "Tabellone",
                "RigaLibera",
            ]
        )
    ]  # fmt: skip
