from django.db import migrations

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [("atti", "0003_trasversali"), ("scuola", "0002_muro")]

    operations = [
        Proteggi(["Pubblicazione", "FilePubblicazione"]),
        # A draft may be thrown away; what has a number of the repertorio stays for ever.
        migrations.RunSQL(
            "CREATE POLICY solo_bozze ON atti_pubblicazione AS RESTRICTIVE FOR DELETE"
            " TO cpia_app USING (numero IS NULL)",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
