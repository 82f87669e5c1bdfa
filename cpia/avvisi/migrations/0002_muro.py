from django.db import migrations

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [("avvisi", "0001_initial"), ("scuola", "0002_muro")]

    operations = [Proteggi(["Scadenza", "Promemoria", "Notifica", "Lavoro"])]
