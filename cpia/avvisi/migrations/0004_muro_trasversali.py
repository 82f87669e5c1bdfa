from django.db import migrations

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [("avvisi", "0003_trasversali"), ("atti", "0002_muro"), ("scuola", "0002_muro")]

    operations = [
        Proteggi(
            [
                "PreferenzeAvvisi",
                "CalendarioPrivato",
                "Circolare",
                "DestinatariCircolare",
                "RicevutaCircolare",
                "FileCircolare",
            ]
        ),
        # A draft may be thrown away; a numbered circular stays.
        migrations.RunSQL(
            "CREATE POLICY solo_bozze ON avvisi_circolare AS RESTRICTIVE FOR DELETE"
            " TO cpia_app USING (numero IS NULL)",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
